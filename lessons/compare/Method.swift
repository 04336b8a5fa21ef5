import Explanations
import Figures
import Tensors

/// A way of explaining, as its lesson teaches it: a map for a subject, `[height, width]`.
struct Method: Sendable {
  let name: String
  let lesson: String
  /// Whether the map tells for from against.
  let isSigned: Bool
  let map: @Sendable (ComparedSubject) throws -> Tensor

  /// The methods of the course that make maps, in its order.
  ///
  /// Each lesson has a file here with its methods; a new one is named in this line and nowhere else.
  static let all =
    gradients + smoothedGradients + paths + classMaps + relevance
    + shapleyValues

  /// The map in the colours that fit it, as large as a subject's picture is shown.
  func picture(of map: Tensor) throws -> Picture {
    try isSigned
      ? Heat(map, .signed, scaledBy: .percentile(99.5)).picture
      : Heat(map, scaledBy: .percentile(99.5), in: .grey).picture
  }
}
