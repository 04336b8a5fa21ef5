import Tensors

/// Shifts and scales each channel to mean 0 and variance 1, then by learned numbers.
///
///     y = weight · (x − mean) / √(variance + ε) + bias
///
/// In use, mean and variance are the running ones, and the layer is an affine map that can be folded
/// into the convolution before it. In training they are the batch's, through which gradients flow,
/// and the running ones follow them. Ioffe, Szegedy 2015: arxiv.org/abs/1502.03167, algorithm 1
public struct BatchNorm2d: Sendable, Equatable {
  /// One factor for each channel.
  public var weight: Tensor
  /// One summand for each channel.
  public var bias: Tensor
  /// The mean of each channel over the batches seen in training.
  public var runningMean: Tensor
  /// The variance of each channel over the batches seen in training, by n − 1.
  public var runningVariance: Tensor
  /// What keeps the root away from zero.
  public let epsilon: Float
  /// How much of the way the running numbers go towards those of a new batch.
  public let momentum: Float

  /// Creates a layer for so many channels that leaves them, but for ε, as they are.
  ///
  /// - Parameters:
  ///   - channels: How many channels the images have.
  ///   - epsilon: What keeps the root away from zero.
  ///   - momentum: How much of the way the running numbers go towards those of a new batch.
  public init(channels: Int, epsilon: Float = 1e-5, momentum: Float = 0.1) {
    self.init(
      weight: .ones([channels]), bias: .zeros([channels]), runningMean: .zeros([channels]),
      runningVariance: .ones([channels]), epsilon: epsilon, momentum: momentum)
  }

  /// Creates a layer from its numbers, each of shape `[channels]`.
  ///
  /// - Parameters:
  ///   - weight: One factor for each channel.
  ///   - bias: One summand for each channel.
  ///   - runningMean: The mean that is subtracted in use.
  ///   - runningVariance: The variance that is divided out in use.
  ///   - epsilon: What keeps the root away from zero.
  ///   - momentum: How much of the way the running numbers go towards those of a new batch.
  public init(
    weight: Tensor, bias: Tensor, runningMean: Tensor, runningVariance: Tensor,
    epsilon: Float = 1e-5, momentum: Float = 0.1
  ) {
    let shapes = [weight.shape, bias.shape, runningMean.shape, runningVariance.shape]
    precondition(
      weight.rank == 1 && shapes.allSatisfy { $0 == shapes[0] },
      "batchnorm2d: weight, bias, mean and variance are [channels], not \(shapes)")
    self.weight = weight
    self.bias = bias
    self.runningMean = runningMean
    self.runningVariance = runningVariance
    self.epsilon = epsilon
    self.momentum = momentum
  }

  /// How many channels the images must have.
  public var channels: Int { weight.count }

  /// What the layer does in use, as one factor and one summand for each channel.
  ///
  ///     factor = weight / √(variance + ε)          summand = bias − mean · factor
  public var affine: (factor: Tensor, summand: Tensor) {
    let factor = weight / (runningVariance + Tensor(epsilon)).sqrt()
    return (factor, bias - runningMean * factor)
  }

  /// Returns images normalised by the running mean and variance.
  public func callAsFunction(_ x: consuming Tensor) -> Tensor {
    let (factor, summand) = affine
    return x * perChannel(factor) + perChannel(summand)
  }

  /// Returns images normalised by their own mean and variance, which the running ones then follow.
  ///
  /// Stops if there is only one number a channel, whose variance would be none.
  mutating func trainingOutput(for x: Tensor) -> Tensor {
    let count = x.count / max(channels, 1)
    precondition(
      count > 1,
      "batchnorm2d: training needs more than one number a channel, images of shape \(x.shape) "
        + "have \(count)")
    let mean = x.mean(along: 0, 2, 3, keepingAxes: true)
    let centred = x - mean
    let variance = centred.squared().mean(along: 0, 2, 3, keepingAxes: true)
    follow(&runningMean, mean)
    // Over n − 1, as PyTorch keeps it, though a batch is divided by the one over n.
    follow(&runningVariance, variance.detached() * Tensor(Float(count) / Float(count - 1)))
    return centred * (perChannel(weight) / (variance + Tensor(epsilon)).sqrt()) + perChannel(bias)
  }

  private func follow(_ running: inout Tensor, _ batch: Tensor) {
    let batch = batch.detached().reshaped(to: [channels])
    running = running + Tensor(momentum) * (batch - running)
  }

  /// Puts the channels where images have them.
  private func perChannel(_ numbers: Tensor) -> Tensor { numbers.reshaped(to: [channels, 1, 1]) }

  /// The shape of one example's result.
  func outputShape(for input: [Int]) throws(LayerMisfit) -> [Int] {
    guard input.count == 3, input[0] == channels else {
      throw LayerMisfit("a batchnorm2d of \(channels) channels cannot take \(input)")
    }
    return input
  }

  /// Makes the layer as it is before training.
  mutating func initialize() {
    self = BatchNorm2d(channels: channels, epsilon: epsilon, momentum: momentum)
  }
}
