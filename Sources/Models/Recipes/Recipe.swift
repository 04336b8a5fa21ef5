import Layers
import Tensors

/// How a network that comes with the course was made, so that anyone can make it again.
///
///     let recipe = Recipe.digitNet
///     let network = try recipe.train(recipe.seed, TrainingProgress.terminal())
///     for result in try recipe.measure(network) { print(result) }
///
/// `swift run -c release train digitnet` does that, and writes the weights and their card.
public struct Recipe: Sendable {
  /// A number that says how good a network is, measured on what it has not learned from.
  public struct Result: Sendable, Equatable {
    /// What was measured.
    public let name: String
    /// A part, from 0 to 1.
    public let value: Float
  }

  /// The word by which the network is asked for, and the name of its file without the ending.
  public let name: String

  /// What the network is for, and what it learned from, in a few sentences.
  public let about: String

  /// How it was trained, in a sentence.
  public let method: String

  /// The seed of the weights that come with the course.
  public let seed: UInt64

  /// Trains a new network from a seed; the same seed gives the same bytes on one kind of machine.
  public let train:
    @Sendable (_ seed: UInt64, _ report: (TrainingProgress) -> Void) throws -> Network

  /// Loads the network that comes with the course.
  public let shipped: @Sendable () throws -> Network

  /// Measures a network on what was held back.
  public let measure: @Sendable (Network) throws -> [Result]

  /// All networks that were trained for the course.
  public static let all: [Recipe] = [
    digitNet, shapesNet, taggedNet, taggedNetTwin, tableNet, penguinNet,
  ]
}

extension Recipe.Result: CustomStringConvertible {
  /// The measurement in words: `98.7 % of the 1,000 test digits`.
  public var description: String {
    let tenths = Int((value * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10) % \(name)"
  }
}
