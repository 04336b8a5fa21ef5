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
  throw Unfinished()
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
  throw Unfinished()
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
  throw Unfinished()
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
  throw Unfinished()
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
  throw Unfinished()
}

/// Returns an image whose middle decides its score, and gets nothing from `creditFromBlack`.
///
/// `darkSquareScore` gives the image at least ½. With the middle painted white the score is 0.
///
/// - Returns: One image from 0 to 1, `[1, 1, 5, 5]`.
/// - Throws: `Unfinished` until it is written.
public func imageThatABlackBaselineCannotSee() throws -> Tensor {
  throw Unfinished()
}
