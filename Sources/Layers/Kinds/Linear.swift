import Tensors

/// An affine map of the last axis: `[N, in]` becomes `[N, out]`.
///
///     y = x · weightᵀ + bias
public struct Linear: Sendable, Equatable {
  /// The weights, `[out, in]`.
  public var weight: Tensor
  /// What is added to each output, `[out]`; nil for none.
  public var bias: Tensor?

  /// Creates a linear layer from its weights.
  ///
  /// Stops if the weights are not a matrix or the bias has another number of outputs.
  ///
  /// - Parameters:
  ///   - weight: The weights, `[out, in]`.
  ///   - bias: What is added to each output, `[out]`; nil for none.
  public init(weight: Tensor, bias: Tensor? = nil) {
    precondition(weight.rank == 2, "linear: weights are [out, in], not \(weight.shape)")
    if let bias {
      precondition(
        bias.shape == [weight.shape[0]],
        "linear: the bias has shape \(bias.shape), there are \(weight.shape[0]) outputs")
    }
    self.weight = weight
    self.bias = bias
  }

  /// How many numbers go in.
  public var inFeatures: Int { weight.shape[1] }

  /// How many numbers come out.
  public var outFeatures: Int { weight.shape[0] }

  /// Returns the map of each row.
  public func callAsFunction(_ x: Tensor) -> Tensor {
    let product = x.matmul(weight, transposing: .right)
    guard let bias else { return product }
    return product + bias
  }

  /// The shape of one example's result.
  func outputShape(for input: [Int]) throws(LayerMisfit) -> [Int] {
    guard input.last == inFeatures else {
      throw LayerMisfit("a linear layer of \(inFeatures) inputs cannot take \(input)")
    }
    return input.dropLast() + [outFeatures]
  }

  /// Draws weights and bias evenly from ±1 / √inputs, PyTorch's default.
  mutating func initialize(using generator: inout SplitMix64) {
    let bound = 1 / Float(max(inFeatures, 1)).squareRoot()
    weight = .uniform(in: -bound..<bound, shape: weight.shape, using: &generator)
    bias = bias.map { .uniform(in: -bound..<bound, shape: $0.shape, using: &generator) }
  }
}
