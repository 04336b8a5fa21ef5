import Tensors

/// Sets a random part of the elements to zero, in training only.
///
///     y = x · mask / (1 − rate),  mask = 0 with probability rate, else 1
///
/// so that what comes out is the same in the mean; in use the layer does nothing. Srivastava et al.
/// 2014: jmlr.org/papers/v15/srivastava14a.html
public struct Dropout: Sendable, Equatable {
  /// The part that is set to zero.
  public let rate: Float

  /// Creates a dropout of a rate from 0 up to but not including 1.
  public init(rate: Float) {
    precondition(
      rate >= 0 && rate < 1, "dropout: the rate is \(rate), it must be at least 0 and below 1")
    self.rate = rate
  }

  /// Returns the elements that a drawn mask keeps, made larger by as much as is lost in the mean.
  func trainingOutput(for x: Tensor, using generator: inout SplitMix64) -> Tensor {
    guard rate > 0 else { return x }
    let draws = Tensor.uniform(shape: x.shape, using: &generator)
    return x * ((draws .>= Tensor(rate)) * Tensor(1 / (1 - rate)))
  }
}
