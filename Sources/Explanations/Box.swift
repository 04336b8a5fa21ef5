/// Some rows and columns of a picture.
public struct Box: Codable, Equatable, Sendable, CustomStringConvertible {
  /// The rows, from 0 on.
  public var rows: Range<Int>

  /// The columns, from 0 on.
  public var columns: Range<Int>

  /// Makes a box of some rows and columns.
  public init(rows: Range<Int>, columns: Range<Int>) {
    self.rows = rows
    self.columns = columns
  }

  /// The rows and the columns: `rows 2..<5, columns 0..<3`.
  public var description: String { "rows \(rows), columns \(columns)" }

  /// Returns how well two boxes agree: what they share, divided by what they cover together.
  ///
  ///     IoU = |A ∩ B| / |A ∪ B|        from 0 to 1
  public func overlap(with other: Box) -> Float {
    let shared =
      rows.clamped(to: other.rows).count * columns.clamped(to: other.columns).count
    let together =
      rows.count * columns.count + other.rows.count * other.columns.count - shared
    return together == 0 ? 0 : Float(shared) / Float(together)
  }
}
