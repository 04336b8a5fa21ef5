import Explanations
import Tensors

/// Returns the mean of the gradients at noisy copies of an example, with the sign.
///
///     m = 1/S · Σ ∂s/∂x at x + εₖ      k = 1 … S
///
/// A few copies are computed at a time, so that memory does not grow with the number of samples;
/// the result is the same. Smilkov, Thorat, Kim, Viégas, Wattenberg 2017:
/// arxiv.org/abs/1706.03825
///
/// - Parameters:
///   - score: What is explained: a number for each example.
///   - x: One example, `[1, …]`.
///   - noise: What is added to it, a row for each sample, `[S, …]`.
///   - chunk: How many copies the score gets at a time, at most; the last chunk may be smaller.
/// - Returns: The mean gradient, in the shape of x.
/// - Throws: `UnusableNoise.chunk` where that is below 1, and what `sampleCount(of:at:)` throws; what
///   the score throws; `Unfinished` until it is written.
public func smoothGrad(
  of score: Score, at x: Tensor, noise: Tensor, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw UnusableNoise.chunk(chunk) }
  let count = try sampleCount(of: noise, at: x)
  var sum = Tensor.zeros(x.shape)
  for start in stride(from: 0, to: count, by: chunk) {
    let copies = (x + noise[start..<min(start + chunk, count)]).tracked()
    sum += gradient(of: try score(copies).sum(), withRespectTo: copies)
      .sum(along: 0, keepingAxes: true)
  }
  return sum / Tensor(Float(count))
}

/// Returns noise for an example: normal numbers, whose size is a part of the example's range.
///
///     εₖ ~ Normal(0, σ²)      σ = fraction · (max x − min x)
///
/// Each number of each sample is drawn on its own. An example whose numbers are all equal has no
/// range, and gets noise of 0.
///
/// - Parameters:
///   - x: One example, `[1, …]`.
///   - samples: How many samples, S.
///   - fraction: The standard deviation as a part of the range of x.
///   - seed: Equal seeds give equal noise.
/// - Returns: A row for each sample, `[S, …]`.
/// - Throws: `UnusableNoise.samples` where they are below 1, and `.fraction` where that is negative or
///   no number; `Unfinished` until it is written.
public func noise(
  like x: Tensor, samples: Int, relativeTo fraction: Float, seed: UInt64
) throws -> Tensor {
  guard samples > 0 else { throw UnusableNoise.samples(samples) }
  guard fraction >= 0 else { throw UnusableNoise.fraction(fraction) }
  var generator = SplitMix64(seed: seed)
  let deviation = fraction * (x.max() - x.min()).scalar
  return .normal(
    deviation: deviation, shape: [samples] + x.shape.dropFirst(), using: &generator)
}

/// Returns the mean of the squared gradients at noisy copies of an example.
///
///     q = 1/S · Σ (∂s/∂x at x + εₖ)²      k = 1 … S
///
/// Hooker, Erhan, Kindermans, Kim 2019 call it SmoothGrad-squared: arxiv.org/abs/1806.10758
///
/// - Parameters:
///   - score: What is explained: a number for each example.
///   - x: One example, `[1, …]`.
///   - noise: What is added to it, a row for each sample, `[S, …]`.
/// - Returns: The mean square, in the shape of x, nowhere negative.
/// - Throws: What `sampleCount(of:at:)` throws; what the score throws; `Unfinished` until it is
///   written.
public func smoothGradSquared(of score: Score, at x: Tensor, noise: Tensor) throws -> Tensor {
  let count = try sampleCount(of: noise, at: x)
  var sum = Tensor.zeros(x.shape)
  for sample in 0..<count {
    let copy = (x + noise[sample...sample]).tracked()
    sum += gradient(of: try score(copy).sum(), withRespectTo: copy).squared()
  }
  return sum / Tensor(Float(count))
}

/// Returns how much the gradients at noisy copies of an example differ from their mean: VarGrad.
///
/// Adebayo, Gilmer, Goodfellow, Kim 2018: arxiv.org/abs/1810.03307
///
/// - Parameters:
///   - score: What is explained: a number for each example.
///   - x: One example, `[1, …]`.
///   - noise: What is added to it, a row for each sample, `[S, …]`.
/// - Returns: For each number of x the variance of its gradient over the samples, in the shape of x.
///   It is that of these very samples, divided by S.
/// - Throws: What `sampleCount(of:at:)` throws; what the score throws; `Unfinished` until it is
///   written.
public func varGrad(of score: Score, at x: Tensor, noise: Tensor) throws -> Tensor {
  let count = try sampleCount(of: noise, at: x)
  var first = Tensor.zeros(x.shape)
  var (sum, squares) = (first, first)
  for sample in 0..<count {
    let copy = (x + noise[sample...sample]).tracked()
    let slope = gradient(of: try score(copy).sum(), withRespectTo: copy)
    if sample == 0 { first = slope }
    // Whatever is subtracted from all of them, the variance stays; with large slopes digits do, too.
    let distance = slope - first
    sum += distance
    squares += distance.squared()
  }
  let samples = Tensor(Float(count))
  return squares / samples - (sum / samples).squared()
}

/// Returns noise with which `earlyMagnitudes` is wrong about the `valley`.
///
///     f(x) = x²      x = 0
///
/// The noise has no direction: its mean is 0. So the mean gradient is 0, as the gradient is; and
/// `earlyMagnitudes` sees a slope.
///
/// - Returns: At least two samples of one number, `[S, 1]`.
/// - Throws: `Unfinished` until it is written.
public func noiseThatExposesEarlyMagnitudes() throws -> Tensor {
  [[1], [-1]]
}
