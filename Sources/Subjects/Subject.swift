import Explanations
import Figures
import Layers
import Tensors

/// A picture, the network that looks at it, what it says, and the class that is explained.
///
///     let cat = try Subject(.chelsea, by: EfficientNetLite0.network())
///     cat.probability                                      // of tiger cat, 0.33
///     cat.probability(at: cat.painted(overTopOf: map))     // without the first tenth of a map
public struct Subject: Sendable {
  /// What people see of it.
  public let picture: Picture

  /// The network that is asked.
  public let network: Network

  /// What the network gets, `[1, channels, height, width]`.
  public let input: Tensor

  /// The class that is explained.
  public let target: Int

  /// What stands where a pixel is painted over, `[1, channels or 1, 1, 1]`.
  public let absent: Tensor

  /// The scores of all classes before the softmax, `[1, classes]`.
  public let logits: Tensor

  /// The probabilities of all classes, `[1, classes]`.
  public let probabilities: Tensor

  /// Asks a network about a picture.
  ///
  /// - Parameters:
  ///   - picture: What people see of it.
  ///   - input: What the network gets, `[1, channels, height, width]`.
  ///   - target: The class that is explained.
  ///   - network: The network that is asked.
  ///   - absent: What stands where a pixel is painted over, `[1, channels or 1, 1, 1]`; 0 is a middling
  ///     grey to the ImageNet network, and paper to the one that reads digits.
  public init(
    _ picture: Picture, input: Tensor, target: Int, by network: Network,
    absent: Tensor = .zeros([1, 1, 1, 1])
  ) {
    precondition(
      input.rank == 4 && input.shape[0] == 1,
      "a subject is one picture, [1, channels, height, width], not \(input.shape)")
    self.picture = picture
    self.network = network
    self.input = input
    self.target = target
    self.absent = absent
    logits = network(input)
    precondition(
      logits.shape[1...].count == 1 && (0..<logits.shape[1]).contains(target),
      "there is no class \(target) among what the network gives, \(logits.shape)")
    probabilities = logits.softmax(along: 1)
  }

  /// How many rows the input has.
  public var height: Int { input.shape[2] }

  /// How many columns the input has.
  public var width: Int { input.shape[3] }

  /// What is explained, as gradient methods take it: the logit of the class.
  public var score: Score { network.score(of: target) }

  /// The logit of the class that is explained.
  public var logit: Float { logit(of: target) }

  /// The probability of the class that is explained.
  public var probability: Double { probability(of: target) }

  /// Returns the logit of any class.
  public func logit(of label: Int) -> Float { logits[0, label].scalar }

  /// Returns the probability of any class.
  public func probability(of label: Int) -> Double { Double(probabilities[0, label].scalar) }

  /// Returns the probability of the class that is explained at another input.
  public func probability(at input: Tensor) -> Double {
    Double(network(input).softmax(along: 1)[0, target].scalar)
  }

  /// Returns the most probable classes, the first one first.
  public func mostProbable(_ count: Int) -> [(label: Int, probability: Double)] {
    let top = probabilities.topK(count)
    return zip(top.indices[0], top.values.scalars).map { ($0, Double($1)) }
  }
}
