import Explanations
import Tensors

/// A rule that replaces an area under a curve by the areas of strips of one width.
public enum Rule: String, CaseIterable, Codable, Sendable {
  /// A strip is as high as the curve at its left edge.
  case left

  /// A strip is as high as the curve at its right edge.
  case right

  /// A strip is as high as the curve in its middle.
  case midpoint

  /// A strip's upper edge is the straight line between the curve's heights at its two edges.
  case trapezoid
}

/// Where a curve over 0…1 is looked at, and how much each height counts in its area.
///
///     area ≈ Σ weight · height at the point
public struct Quadrature: Codable, Equatable, Sendable {
  /// The points, from 0 to 1, the smallest first.
  public let points: [Double]

  /// The weight of each point.
  public let weights: [Double]

  /// Makes a quadrature; there has to be a weight for each point.
  public init(points: [Double], weights: [Double]) {
    precondition(
      points.count == weights.count,
      "a quadrature of \(points.count) points has \(weights.count) weights: each point needs one")
    (self.points, self.weights) = (points, weights)
  }
}

/// What to throw where a number of things has to be 1 or more, and is not.
public struct TooFew: Error, Codable, Equatable, CustomStringConvertible {
  /// What there are too few of: `"chunk"`, `"steps"`, `"count"`, `"baselines"`.
  public let name: String

  /// How many there are.
  public let count: Int

  /// Names what there are too few of.
  public init(_ name: String, _ count: Int) { (self.name, self.count) = (name, count) }

  /// One sentence: what there are too few of.
  public var description: String { "\(name) is \(count), and has to be 1 or more" }
}

/// A detector of dark squares: how much darker the middle of an image is than the frame around it.
///
///     score = relu(mean of the frame − mean of the middle)
///
/// - Parameter images: Grey images of 5 × 5 pixels from 0, black, to 1, white, `[N, 1, 5, 5]`; the
///   middle is their 3 × 3 inner pixels, and the frame the 16 others.
/// - Returns: The score of each, `[N]`: 1 for a black square in a white frame.
public func darkSquareScore(_ images: Tensor) -> Tensor {
  let middle = images[.all, 0, 1..<4, 1..<4].sum(along: 1, 2)
  let all = images[.all, 0].sum(along: 1, 2)
  return ((all - middle) / 16 - middle / 9).relu()
}

/// Says what each pixel gives to `darkSquareScore`, in a way that adds up and may still be wrong:
/// against a black image.
///
/// On the way from black the image becomes brighter in proportion, and so does the score. So the slope
/// is the same all the way, and integrated gradients need no integral.
///
/// - Parameter images: `[N, 1, 5, 5]`.
/// - Returns: What each pixel gives, in the shape of the images; together, the score.
public func creditFromBlack(_ images: Tensor) -> Tensor {
  let tracked = images.tracked()
  return images * gradient(of: darkSquareScore(tracked).sum(), withRespectTo: tracked)
}
