import CourseFiles
import Figures
import Tensors

/// Four photographs in a 2 × 2 grid, unscaled: what explains one of them must lie on it.
///
///     let mosaic = try Mosaic()
///     let input = EfficientNetLite0.input(from: mosaic.values)
///     mosaic.share(of: map, in: .chelsea)      // 0.25 by chance
///
/// Truth that needs no drawn world: the network is the real one, and the cat is nowhere but in its
/// quarter.
public struct Mosaic: Sendable {
  /// The four photographs in reading order.
  public let photographs: [Photograph]

  /// The colours from 0 to 255, `[3, 448, 448]`.
  public let values: Tensor

  /// Lays out photographs.
  ///
  /// - Parameter photographs: Four different ones in reading order.
  /// - Throws: A `CourseFileError` or `PictureError` if a file is missing or damaged.
  public init(_ photographs: [Photograph] = Mosaic.readingOrder) throws {
    precondition(
      photographs.count == 4 && Set(photographs).count == 4,
      "a mosaic has four different photographs, not \(photographs.map(\.rawValue))")
    self.photographs = photographs
    values = Quarter.grid(of: try photographs.map { try $0.picture().values })
  }

  /// The order of the photographs where none is given.
  public static let readingOrder: [Photograph] = [.chelsea, .coffee, .camera, .rocket]

  /// All 24 orders of the four photographs, to be averaged over; `readingOrder` comes first.
  public static let arrangements: [[Photograph]] = orders(of: readingOrder)

  /// Returns where a photograph lies; stops if it is not one of the four.
  public func quarter(of photograph: Photograph) -> Quarter {
    guard let index = photographs.firstIndex(of: photograph), let quarter = Quarter(rawValue: index)
    else {
      preconditionFailure(
        "the mosaic shows \(photographs.map(\.rawValue)), not \(photograph.rawValue)")
    }
    return quarter
  }

  /// The part of a map's positive values that falls on a photograph; see `Quarter.share(of:)`.
  ///
  /// - Parameters:
  ///   - map: `[H, W]` or `[1, H, W]` at any resolution with even sides.
  ///   - photograph: The one whose class is explained.
  /// - Returns: From 0 to 1.
  public func share(of map: Tensor, in photograph: Photograph) -> Float {
    quarter(of: photograph).share(of: map)
  }

  private static func orders(of photographs: [Photograph]) -> [[Photograph]] {
    guard !photographs.isEmpty else { return [[]] }
    return photographs.flatMap { first in
      orders(of: photographs.filter { $0 != first }).map { [first] + $0 }
    }
  }
}
