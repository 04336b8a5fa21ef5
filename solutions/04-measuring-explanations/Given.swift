import Explanations
import Tensors

/// A map, and where it should lie.
public struct MapAndMask: Equatable, Sendable {
  /// A number for each pixel, `[height, width]`.
  public var map: Tensor

  /// 1 where the map should lie and 0 elsewhere, in the same shape.
  public var mask: Tensor

  /// Puts the two together.
  public init(map: Tensor, mask: Tensor) {
    self.map = map
    self.mask = mask
  }
}

/// Why a map cannot be measured.
public enum CannotMeasure: Error, Codable, Equatable, CustomStringConvertible {
  /// The mask marks no pixel, so nothing can lie on it.
  case emptyMask
  /// The mask has another number than 0 and 1.
  case notAMask
  /// The two that are compared are not of one shape.
  case shapes([Int], [Int])
  /// A number of a map is NaN or infinite.
  case notFinite
  /// The box is empty, or reaches beyond the map.
  case box(Box, map: [Int])
  /// The threshold is not above 0 and at most 1.
  case threshold(Float)

  /// One sentence: what is wrong, and with what.
  public var description: String {
    switch self {
    case .emptyMask: "the mask marks no pixel, so nothing can lie on it"
    case .notAMask: "the mask has another number than 0 and 1"
    case .shapes(let one, let other): "the shapes \(one) and \(other) are not the same"
    case .notFinite: "a number of the map is NaN or infinite"
    case .box(let box, let shape): "the box (\(box)) is empty, or beyond the map, \(shape)"
    case .threshold(let threshold): "the threshold is \(threshold), not above 0 and at most 1"
    }
  }
}

/// Refuses a map that a mask cannot judge.
///
/// - Parameters:
///   - map: A number for each pixel, `[height, width]`.
///   - mask: 1 inside and 0 elsewhere, in the same shape.
/// - Throws: `CannotMeasure` where the shapes differ, the mask is empty or no mask, or a number of the
///   map is not finite.
public func checkMeasurable(map: Tensor, mask: Tensor) throws(CannotMeasure) {
  try checkComparable(map, mask)
  guard (mask * (1 - mask)).abs().max().scalar == 0 else { throw .notAMask }
  guard mask.max().scalar == 1 else { throw .emptyMask }
}

/// Refuses a map that a box cannot judge.
///
/// - Parameters:
///   - map: A number for each pixel, `[height, width]`.
///   - truth: Some rows and columns of the map.
///   - threshold: Above 0, and at most 1.
/// - Throws: `CannotMeasure` where the box is empty or reaches beyond the map, the threshold is out of
///   range, or a number of the map is not finite.
public func checkMeasurable(
  map: Tensor, truth: Box, threshold: Float
) throws(CannotMeasure) {
  let isInside =
    map.rank == 2 && truth.rows.lowerBound >= 0 && truth.rows.upperBound <= map.shape[0]
    && truth.columns.lowerBound >= 0 && truth.columns.upperBound <= map.shape[1]
  guard isInside, !truth.rows.isEmpty, !truth.columns.isEmpty else {
    throw .box(truth, map: map.shape)
  }
  guard threshold > 0, threshold <= 1 else { throw .threshold(threshold) }
  guard isFinite(map) else { throw .notFinite }
}

/// Refuses two maps that cannot be compared number by number.
///
/// - Parameters:
///   - a: Numbers in any shape.
///   - b: Numbers in the same shape.
/// - Throws: `CannotMeasure` where the shapes differ, or a number is not finite.
public func checkComparable(_ a: Tensor, _ b: Tensor) throws(CannotMeasure) {
  guard a.shape == b.shape else { throw .shapes(a.shape, b.shape) }
  guard isFinite(a), isFinite(b) else { throw .notFinite }
}

/// Whether no number is NaN or infinite; times zero, those two are NaN.
private func isFinite(_ numbers: Tensor) -> Bool { (0 * numbers).sum().scalar == 0 }
