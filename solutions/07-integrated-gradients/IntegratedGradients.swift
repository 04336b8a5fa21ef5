import Explanations
import Foundation
import Tensors

/// Returns what each number of an input gives to the change of a score since a baseline.
///
///     a = (x − x′) · Σ over the points α of the path of w · ∂s/∂x at x′ + α (x − x′)
///
/// The path is the straight line from the baseline x′ to x. Sundararajan, Taly, Yan 2017, equation 3:
/// arxiv.org/abs/1703.01365
///
/// - Parameters:
///   - score: What is explained: a number for each example; no example may depend on another.
///   - x: The examples, `[N, …]`.
///   - baseline: What they are compared with: in the shape of x, or one that is broadcast to it, such as
///     `[1, …]` for all.
///   - path: Where on the path the slope is taken, and how much each point counts.
///   - chunk: How many points the score sees at a time, so at most chunk · N examples: the memory does
///     not grow with the number of points.
/// - Returns: What each number gives, in the shape of x. A slope that is no number stays NaN.
/// - Throws: `TooFew("chunk", chunk)` where the chunk is below 1; what the score throws; `Unfinished`
///   until it is written.
public func integratedGradients(
  of score: Score, at x: Tensor, from baseline: Tensor, along path: Quadrature, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw TooFew("chunk", chunk) }
  let difference = x - baseline
  let examples = [x.shape[0] * chunk] + x.shape.dropFirst()
  // One more axis in front, for the points.
  let axes = [Int](repeating: 1, count: x.rank)
  var slope = Tensor.zeros(x.shape)
  for start in stride(from: 0, to: path.points.count, by: chunk) {
    let end = min(start + chunk, path.points.count)
    let places = Tensor(path.points[start..<end].map { Float($0) }, shape: [end - start] + axes)
    let weights = Tensor(path.weights[start..<end].map { Float($0) }, shape: [end - start] + axes)
    let inputs = (baseline + places * difference).reshaped(to: [-1] + examples.dropFirst())
    let tracked = inputs.tracked()
    let slopes = gradient(of: try score(tracked).sum(), withRespectTo: tracked)
    slope += (weights * slopes.reshaped(to: [end - start] + x.shape)).sum(along: 0)
  }
  return difference * slope
}

/// Returns where a rule looks at a curve over 0…1 that is cut into strips of one width, and how much
/// each height counts in the area.
///
/// - Parameters:
///   - rule: How high a strip is.
///   - steps: How many strips there are.
/// - Returns: The points, the smallest first and none twice, and their weights, which add up to 1.
/// - Throws: `TooFew("steps", steps)` where there is no strip; `Unfinished` until it is written.
public func quadrature(_ rule: Rule, steps: Int) throws -> Quadrature {
  guard steps > 0 else { throw TooFew("steps", steps) }
  let width = 1 / Double(steps)
  func points(_ offset: Double) -> [Double] {
    (0..<steps).map { (Double($0) + offset) * width }
  }
  let weights = [Double](repeating: width, count: steps)
  switch rule {
  case .left: return Quadrature(points: points(0), weights: weights)
  case .right: return Quadrature(points: points(1), weights: weights)
  case .midpoint: return Quadrature(points: points(0.5), weights: weights)
  case .trapezoid:
    // An inner edge belongs to two strips, each of which counts it half.
    let inner = [Double](repeating: width, count: steps - 1)
    return Quadrature(points: points(0) + [1], weights: [width / 2] + inner + [width / 2])
  }
}

/// Returns the points and weights of Gauss and Legendre: the area under every polynomial of a degree up
/// to 2n − 1 is exact.
///
///     P₀ = 1     P₁ = z     (k + 1) Pₖ₊₁ = (2k + 1) z Pₖ − k Pₖ₋₁
///     Pₙ′ = n (z Pₙ − Pₙ₋₁) / (z² − 1)
///     point (1 + z) / 2     weight 1 / ((1 − z²) Pₙ′²)     at each zero z of Pₙ
///
/// A zero is found by Newton's method, z − Pₙ / Pₙ′, which begins at cos(π (i − ¼) / (n + ½)) for the
/// i-th largest.
///
/// - Parameter count: How many points there are, n.
/// - Returns: The points within 0…1, the smallest first, and their weights, which add up to 1.
/// - Throws: `TooFew("count", count)` where there is no point; `Unfinished` until it is written.
public func gaussLegendre(_ count: Int) throws -> Quadrature {
  guard count > 0 else { throw TooFew("count", count) }
  let n = Double(count)
  func valueAndSlope(at z: Double) -> (value: Double, slope: Double) {
    var (before, value) = (1.0, z)
    for k in stride(from: 1.0, to: n, by: 1) {
      (before, value) = (value, ((2 * k + 1) * z * value - k * before) / (k + 1))
    }
    return (value, n * (z * value - before) / (z * z - 1))
  }
  var (points, weights): ([Double], [Double]) = ([], [])
  // The largest zero comes last.
  for i in stride(from: n, through: 1, by: -1) {
    var z = cos(.pi * (i - 0.25) / (n + 0.5))
    // Each step doubles the digits that are right; five are more than enough.
    for _ in 0..<6 {
      let (value, slope) = valueAndSlope(at: z)
      z -= value / slope
    }
    let slope = valueAndSlope(at: z).slope
    points.append((1 + z) / 2)
    weights.append(1 / ((1 - z * z) * slope * slope))
  }
  return Quadrature(points: points, weights: weights)
}

/// Returns how far an attribution is from adding up to the change of the score since the baseline.
///
///     gap = Σ a − (s(x) − s(x′))
///
/// - Parameters:
///   - attribution: What each number gives, in the shape of x.
///   - score: What is explained.
///   - x: The examples, `[N, …]`.
///   - baseline: What they are compared with, in the shape of x or in one that is broadcast to it.
/// - Returns: The gap of each example, `[N]`, with its sign.
/// - Throws: What the score throws; `Unfinished` until it is written.
public func completenessGap(
  of attribution: Tensor, score: Score, at x: Tensor, from baseline: Tensor
) throws -> Tensor {
  let change = try score(x) - score(baseline.broadcast(to: x.shape))
  return attribution.flattened(from: 1).sum(along: 1) - change
}

/// Returns the mean of integrated gradients over several baselines: expected gradients, for these.
///
///     a = mean over the baselines of integrated gradients from it
///
/// Erion and others 2021, equation 2: arxiv.org/abs/1906.10670
///
/// - Parameters:
///   - score: What is explained.
///   - x: The examples, `[N, …]`.
///   - baselines: What they are compared with, one after the other, `[B, …]`.
///   - path: Where on each path the slope is taken.
///   - chunk: How many points the score sees at a time.
/// - Returns: The mean, in the shape of x.
/// - Throws: `TooFew("baselines", 0)` where there are none; what `integratedGradients` throws;
///   `Unfinished` until it is written.
public func averagedOverBaselines(
  of score: Score, at x: Tensor, baselines: Tensor, along path: Quadrature, chunk: Int
) throws -> Tensor {
  let count = baselines.shape[0]
  guard count > 0 else { throw TooFew("baselines", count) }
  var sum = Tensor.zeros(x.shape)
  for index in 0..<count {
    sum += try integratedGradients(
      of: score, at: x, from: baselines[index..<index + 1], along: path, chunk: chunk)
  }
  return sum / Tensor(Float(count))
}

/// Returns an image whose middle decides its score, and gets nothing from `creditFromBlack`.
///
/// `darkSquareScore` gives the image at least ½. With the middle painted white the score is 0.
///
/// - Returns: One image from 0 to 1, `[1, 1, 5, 5]`.
/// - Throws: `Unfinished` until it is written.
public func imageThatABlackBaselineCannotSee() throws -> Tensor {
  Tensor.zeros([1, 1, 3, 3]).padded([(0, 0), (0, 0), (1, 1), (1, 1)], with: 1)
}
