import Foundation
import Tensors

/// A straight score under ripples: the slope on the whole is known, and so is what smoothing leaves.
///
///     s = Σ w x + A sin(k x + φ) / k        ∂s/∂x = w + A cos(k x + φ)
///
/// The mean of the gradient over normal noise of deviation σ is w + A exp(−k²σ²/2) cos(k x + φ).
struct RippledScore {
  /// What one input adds to the score.
  struct Part {
    /// w, the slope on the whole.
    var slope: Float
    /// A, how far the gradient goes to either side of it.
    var amplitude: Float
    /// k: the ripple comes again after 2π / k.
    var frequency: Float
    /// φ, where in its ripple the input 0 lies.
    var phase: Float = 0
  }

  /// The inputs in their order.
  let parts: [Part]

  /// Returns the score of each example, `[N, inputs]` to `[N]`; the gradient flows through it.
  func score(_ x: Tensor) -> Tensor {
    let angles = row(\.frequency) * x + row(\.phase)
    return (row(\.slope) * x + row { $0.amplitude / $0.frequency } * sine(of: angles)).sum(along: 1)
  }

  /// The mean of the gradient over all normal noise of one deviation, at each of several inputs.
  func smoothed(by deviation: Float, at x: Tensor) -> Tensor {
    let angles = row(\.frequency) * x + row(\.phase)
    let left = row { $0.amplitude * exp(-$0.frequency * $0.frequency * deviation * deviation / 2) }
    return row(\.slope) + left * cosine(of: angles)
  }

  private func row(_ number: (Part) -> Float) -> Tensor {
    Tensor(parts.map(number), shape: [1, parts.count])
  }
}

private func sine(of x: Tensor) -> Tensor {
  Tensor(x.scalars.map { sin($0) }, shape: x.shape)
    .recorded("sine", from: x) { upstream, x in upstream * cosine(of: x) }
}

private func cosine(of x: Tensor) -> Tensor {
  Tensor(x.scalars.map { cos($0) }, shape: x.shape)
}
