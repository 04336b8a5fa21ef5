import Explanations
import Tensors

/// How far a pixel may change, when one asks how much that can change the score.
public enum Reduction: String, CaseIterable, Codable, Sendable {
  /// One of its channels by 1, up or down.
  case largest

  /// Every channel by 1, each up or down.
  case sum

  /// All channels together as a vector of length 1, in any direction.
  case euclidean
}

/// The saturated neuron: its score rises with either input, and stops rising at 1.
///
///     f(a, b) = 1 − relu(1 − a − b)
///
/// - Parameter inputs: A row (a, b) for each example, `[N, 2]`.
/// - Returns: The score of each example, `[N]`.
public func saturatingScore(_ inputs: Tensor) -> Tensor {
  1 - (1 - inputs.sum(along: 1)).relu()
}

/// Says which inputs matter to a score, in a way that sounds right and is wrong: those with a
/// gradient.
///
/// `saturatedInput()` gives an input at which it is wrong.
///
/// - Parameters:
///   - score: What is explained.
///   - x: The inputs, `[N, …]`.
/// - Returns: 1 for each input whose gradient is not zero, and 0 for the others, in the shape of x.
/// - Throws: What the score throws.
public func mattersByGradient(to score: Score, at x: Tensor) throws -> Tensor {
  let tracked = x.tracked()
  return gradient(of: try score(tracked).sum(), withRespectTo: tracked) .!= 0
}
