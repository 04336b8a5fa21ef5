import Explanations
import Tensors

/// Why there is nothing to average over: noise that does not fit, or a number that makes none.
public enum UnusableNoise: Error, Codable, Equatable, CustomStringConvertible {
  /// As many samples at a time; at least one is needed.
  case chunk(Int)
  /// As many samples; at least one is needed.
  case samples(Int)
  /// A part of the range that is negative or no number.
  case fraction(Float)
  /// Samples of another shape than the example.
  case shape(_ noise: [Int], at: [Int])

  /// One sentence: what is wrong, and what would be right.
  public var description: String {
    switch self {
    case .chunk(let count): "a chunk of \(count) samples never ends: take 1 or more at a time"
    case .samples(let count): "\(count) samples have no mean: draw 1 or more"
    case .fraction(let fraction): "noise of \(fraction) of the range: it is 0 or more"
    case .shape(let noise, let x):
      "noise \(noise) at x \(x): x is one example, [1, …], and each sample has its shape, [S, …]"
    }
  }
}

/// Returns how many samples there are, where all of them fit the example.
///
/// - Parameters:
///   - noise: A row for each sample, `[S, …]`.
///   - x: One example, `[1, …]`.
/// - Returns: S, at least 1.
/// - Throws: `UnusableNoise` where x is not one example, a sample has another shape, or
///   there is none.
public func sampleCount(of noise: Tensor, at x: Tensor) throws(UnusableNoise) -> Int {
  guard x.shape.first == 1, noise.shape.dropFirst() == x.shape.dropFirst(), noise.rank > 0 else {
    throw .shape(noise.shape, at: x.shape)
  }
  guard noise.shape[0] > 0 else { throw .samples(0) }
  return noise.shape[0]
}

/// A score that is lowest at 0 and rises to both sides.
///
///     f(x) = x²
///
/// - Parameter x: A number for each example, `[N, 1]`.
/// - Returns: The score of each example, `[N]`.
public func valley(_ x: Tensor) -> Tensor {
  x.squared().sum(along: 1)
}

/// Returns how steep a score is around an example, in a way that sounds right and is wrong: the sign
/// of each gradient is dropped before the mean is taken.
///
///     m = mean over samples of |∂s/∂x at x + ε|      right: |mean over samples of ∂s/∂x at x + ε|
///
/// `noiseThatExposesEarlyMagnitudes()` gives noise with which it is wrong.
///
/// - Parameters:
///   - score: What is explained.
///   - x: One example, `[1, …]`.
///   - noise: What is added to it, `[S, …]`.
/// - Returns: A number for each number of the example, `[1, …]`, nowhere negative.
/// - Throws: What the score throws.
public func earlyMagnitudes(of score: Score, at x: Tensor, noise: Tensor) throws -> Tensor {
  let copies = (x + noise).tracked()
  return gradient(of: try score(copies).sum(), withRespectTo: copies).abs()
    .mean(along: 0, keepingAxes: true)
}
