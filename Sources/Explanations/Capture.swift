import Tensors

/// What a place of a network gave, and how fast a score changes with it.
public struct Capture: Equatable, Sendable {
  /// What the place gave: the channels' maps, `[N, channels, height, width]`.
  public var activation: Tensor

  /// The gradient of the score by that, in the same shape.
  public var gradient: Tensor

  /// Puts the two together.
  public init(activation: Tensor, gradient: Tensor) {
    self.activation = activation
    self.gradient = gradient
  }
}
