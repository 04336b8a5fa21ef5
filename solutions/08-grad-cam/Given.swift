import Explanations
import Tensors

/// The part of a map that speaks for a class, and whether there is any.
public struct Heatmap: Equatable, Sendable {
  /// Whether anything speaks for the class, which a picture of zeros could not tell.
  public enum Evidence: String, CaseIterable, Codable, Sendable {
    /// Some of the map speaks for the class.
    case some
    /// Nothing speaks for the class, and something against it.
    case onlyAgainst
    /// The map is zero everywhere: nothing speaks for the class, and nothing against it.
    case none
  }

  /// The map without what is negative, `[height, width]`.
  public var map: Tensor

  /// What the map was made of.
  public var evidence: Evidence

  /// Puts the two together.
  public init(map: Tensor, evidence: Evidence) {
    self.map = map
    self.evidence = evidence
  }
}

/// What to throw where a box is asked for, and nothing in the map is above zero.
public struct NoEvidence: Error, Codable, Equatable, CustomStringConvertible {
  /// There is nothing to tell.
  public init() {}

  /// One sentence: what is missing.
  public var description: String { "nothing in the map is above zero, so there is no box" }
}

/// Returns a map of what speaks for a class, in a way that sounds right and is wrong: what is
/// negative is dropped channel by channel, before the channels are added.
///
///     map = Σ over channels of relu(α · A)        right: relu(Σ over channels of α · A)
///
/// `captureThatExposesEarlyReLU()` gives a case in which it is wrong.
///
/// - Parameter capture: What a place gave, and the gradient by it.
/// - Returns: A map for each image, `[N, height, width]`, nowhere negative.
public func earlyReLU(_ capture: Capture) -> Tensor {
  let weights = capture.gradient.mean(along: 2, 3, keepingAxes: true)
  return (weights * capture.activation).relu().sum(along: 1)
}
