import Tensors

/// What betrays the class of an image without being what the image is about.
///
/// There is one variant, or tag, for each class of `Shapes`.
public enum Cue: String, CaseIterable, Sendable {
  /// A small black and white mark near the upper left corner.
  case corner

  /// A ruler along the lower edge, whose ticks are spaced differently.
  case stripe

  /// A tint of everything around the object.
  case background

  /// How many variants there are.
  public static var tagCount: Int { Shapes.Kind.allCases.count }

  /// What is stamped on an image for each tag, `[tags, 3, height, width]`, from 0 to 1; nothing for
  /// the background, which is painted instead.
  public var patterns: Tensor? {
    switch self {
    case .corner: pattern(Cue.marks)
    case .stripe: pattern((0..<Cue.tagCount).map { Cue.ruler(spacing: 2 + $0) })
    case .background: nil
    }
  }

  /// The upper row of what is stamped on an image.
  public var row: Int { self == .stripe ? Shapes.side - 4 : 1 }

  /// The left column of what is stamped on an image.
  public var column: Int { self == .stripe ? 0 : 1 }

  /// The colours that the background takes for each tag.
  public static let tints: [SIMD3<Float>] = [
    [0.32, 0.16, 0.16], [0.13, 0.26, 0.18], [0.14, 0.19, 0.36], [0.29, 0.25, 0.10],
  ]

  /// The part of the image that is stamped on.
  var region: Region? {
    patterns.map { patterns in
      Region(
        rows: row..<row + patterns.shape[2], columns: column..<column + patterns.shape[3])
    }
  }

  // Each mark is half black and half white, so that no tag is known by its brightness alone.
  private static let marks: [[String]] = [
    ["####", "....", "####", "...."],
    ["#.#.", "#.#.", "#.#.", "#.#."],
    ["##..", "##..", "..##", "..##"],
    [".##.", "#..#", "#..#", ".##."],
  ]

  /// Four rows of a ruler: a light edge, and dark ticks of two lengths under it.
  private static func ruler(spacing: Int) -> [String] {
    let ticks = (0..<Shapes.side).map { $0 % spacing == 0 }
    let long = (0..<Shapes.side).map { $0 % (2 * spacing) == 0 }
    let edge = String(repeating: "#", count: Shapes.side)
    return [edge, String(ticks.map { $0 ? "." : "#" }), String(long.map { $0 ? "." : "#" }), edge]
  }

  /// Makes a tensor of drawings, `#` for light and `.` for dark.
  private func pattern(_ drawings: [[String]]) -> Tensor {
    let ink: SIMD3<Float> = self == .stripe ? [0.95, 0.90, 0.75] : [1, 1, 1]
    let numbers = drawings.flatMap { drawing in
      (0..<3).flatMap { channel in
        drawing.flatMap { row in row.map { $0 == "#" ? ink[channel] : 0.05 } }
      }
    }
    return Tensor(
      numbers, shape: [drawings.count, 3, drawings[0].count, drawings[0][0].count])
  }
}
