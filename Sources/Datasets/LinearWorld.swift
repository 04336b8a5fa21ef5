import Tensors

/// A score that is a weighted sum of its inputs, which every method must explain alike.
///
///     y = w · x + b        ∂y/∂x = w
///
/// The weights have the shape of an example: `[F]` for a table, `[3, H, W]` for images.
public struct LinearWorld: Sendable, Equatable {
  /// The weights, in the shape of an example.
  public let weights: Tensor

  /// The score of an input of zeros.
  public let bias: Float

  /// Makes a world of known weights.
  public init(weights: Tensor, bias: Float = 0) {
    self.weights = weights
    self.bias = bias
  }

  /// Draws weights and bias from the normal distribution.
  ///
  /// - Parameters:
  ///   - shape: The shape of an example.
  ///   - generator: Where the randomness comes from; equal seeds give equal worlds.
  /// - Returns: The world.
  public static func draw(shape: [Int], using generator: inout SplitMix64) -> LinearWorld {
    let weights = Tensor.normal(shape: shape, using: &generator)
    return LinearWorld(weights: weights, bias: Tensor.normal(shape: [], using: &generator).scalar)
  }

  /// Draws inputs from the normal distribution, `[count, …]`.
  public func inputs(_ count: Int, using generator: inout SplitMix64) -> Tensor {
    .normal(shape: [count] + weights.shape, using: &generator)
  }

  /// Returns the score of each example, `[N, …]` to `[N]`.
  public func score(_ inputs: Tensor) -> Tensor {
    precondition(
      Array(inputs.shape.dropFirst()) == weights.shape,
      "linear world: inputs are [N] of \(weights.shape), not \(inputs.shape)")
    let rows = inputs.reshaped(to: [inputs.shape[0], weights.count])
    return rows.matmul(weights.reshaped(to: [weights.count])) + Tensor(bias)
  }

  /// What each input contributes: the answer of occlusion, integrated gradients, Shapley values and
  /// LIME alike.
  ///
  ///     w ⊙ (x − x′)
  ///
  /// - Parameters:
  ///   - inputs: `[N, …]`.
  ///   - baseline: The input without information, in the shape of an example or of all of them.
  /// - Returns: `[N, …]`, which adds up to the change in score.
  public func contributions(at inputs: Tensor, from baseline: Tensor = 0) -> Tensor {
    weights * (inputs - baseline)
  }
}
