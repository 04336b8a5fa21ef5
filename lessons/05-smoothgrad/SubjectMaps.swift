import Explanations
import Figures
import SmoothGrad
import Subjects
import Tensors

extension Subject {
  /// How large the noise of this lesson is, as a part of the range of the input.
  static let fraction: Float = 0.15

  /// How many copies the network gets at a time.
  static let chunk = 4

  /// Noise for this picture, by the learner's function.
  func samples(_ count: Int, of fraction: Float = Subject.fraction, seed: UInt64 = 1) throws
    -> Tensor
  {
    try noise(like: input, samples: count, relativeTo: fraction, seed: seed)
  }

  /// The gradient of the logit: SmoothGrad with one sample of no noise, by the learner's function.
  func gradient() throws -> Tensor {
    try smoothGrad(of: score, at: input, noise: .zeros(input.shape), chunk: 1)
  }

  /// SmoothGrad of the logit, by the learner's function.
  func smoothed(over samples: Tensor) throws -> Tensor {
    try smoothGrad(of: score, at: input, noise: samples, chunk: Subject.chunk)
  }
}

extension Picture {
  /// A map on black, its highest half per cent white.
  static func heat(_ map: Tensor) throws -> Picture {
    try Heat(map, scaledBy: .percentile(99.5), in: .grey).picture
  }

  /// A gradient with its colours: magnitudes, added up over the channels.
  static func magnitudes(of gradient: Tensor) throws -> Picture {
    try heat(gradient.abs().sum(along: 1))
  }
}

/// How rough a map is: how much a pixel differs from its neighbours, of the mean pixel.
///
///     grain = mean |m[y, x] − m[y, x + 1]| / mean |m|
///
/// - Parameter map: `[…, height, width]`.
/// - Returns: 0 for a map that is the same everywhere.
func grain(of map: Tensor) -> Double {
  let width = map.shape[map.rank - 1]
  let rows = map.reshaped(to: [-1, width])
  let steps = rows[.all, 1...] - rows[.all, ..<(width - 1)]
  return Double((steps.abs().mean() / rows.abs().mean()).scalar)
}
