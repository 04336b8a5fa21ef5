import Texts

/// A matrix as coloured cells that carry their numbers: who was taken for whom, which head looks
/// where.
///
/// The deeper the colour the farther from zero: red above it and blue below, and green where no number
/// has a sign. A cell
/// that is not finite stays empty and says so.
public struct MatrixChart: Chart, Equatable {
  /// The claim or the quantity that stands over the chart.
  public let title: String

  /// The names of the rows, from the top.
  public let rows: [String]

  /// The names of the columns, from the left.
  public let columns: [String]

  /// The numbers, row after row.
  public let values: [[Double]]

  /// What rows and columns are, in a line under the title.
  public let subtitle: String

  /// How many decimals the numbers have; nothing for as many as tell them apart, at most two.
  public let decimals: Int

  /// Makes a chart.
  ///
  /// - Parameters:
  ///   - title: The claim or the quantity that stands over the chart.
  ///   - subtitle: What rows and columns are, such as "rows: true class, columns: prediction".
  ///   - rows: The names of the rows, from the top.
  ///   - columns: The names of the columns, from the left.
  ///   - values: The numbers, row after row.
  ///   - decimals: How many decimals the numbers have; nothing for none with whole numbers and two
  ///     with others.
  public init(
    _ title: String, subtitle: String = "", rows: [String], columns: [String], values: [[Double]],
    decimals: Int? = nil
  ) {
    precondition(
      values.count == rows.count && values.allSatisfy { $0.count == columns.count },
      "a matrix chart with \(rows.count) rows and \(columns.count) columns has "
        + "\(values.count) rows of \(values.map(\.count)) values")
    self.title = title
    self.subtitle = subtitle
    self.rows = rows
    self.columns = columns
    self.values = values
    let isWhole = values.joined().allSatisfy { !$0.isFinite || $0 == $0.rounded() }
    self.decimals = decimals ?? (isWhole ? 0 : 2)
  }

  /// The largest distance from zero, or 1 where everything is zero.
  var largest: Double {
    let largest = values.joined().filter { $0.magnitude < 1e300 }.map(\.magnitude).max() ?? 0
    return largest > 0 ? largest : 1
  }

  /// Whether some numbers speak against something.
  var isSigned: Bool { values.joined().contains { $0 < 0 } }

  func text(of value: Double) -> String {
    value.magnitude < 1e7 ? value.text(decimals: decimals) : value.shortText
  }

  var note: String? {
    if values.allSatisfy(\.isEmpty) { return "There are no values to draw." }
    let lost = values.joined().count { !($0.magnitude < 1e300) }
    return lost == 0 ? nil : "\(lost) of \(rows.count * columns.count) values are not finite."
  }

  /// The values in sentences, for those who cannot see the chart.
  public var summary: String {
    let lines = zip(rows, values).map { row, values in
      "\(row): "
        + zip(columns, values).map { "\($0) \(text(of: $1))" }.joined(separator: ", ") + "."
    }
    let start = "Matrix of \(rows.count) rows and \(columns.count) columns."
    return ([start, subtitle] + lines + [note ?? ""]).filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  /// The chart laid out for a width in pixels.
  public func drawing(width: Double) -> Drawing {
    let size = ChartStyle.fontSize
    let rowWidth = min(
      width * 0.36, rows.map { TextSize.width(of: $0, size: size) }.max() ?? 0)
    let left = rowWidth + 8
    let widest = values.joined().map { TextSize.width(of: text(of: $0), size: size) }.max() ?? 0
    let names = columns.map { TextSize.shortened($0, to: 130, size: size) }
    let nameWidths = names.map { TextSize.width(of: $0, size: size) }
    let count = Double(max(1, columns.count))
    let room = (width - left) / count
    let isUpright = (nameWidths.max() ?? 0) + 6 <= min(72, max(room, widest + 8))
    // Names that do not fit stand on end: slanted ones would need a margin on the right.
    let cell = max(widest + 8, 22, min(72, room), isUpright ? (nameWidths.max() ?? 0) + 6 : 0)

    // A matrix that does not fit is wider than asked for: the page lets it scroll.
    var drawing = Drawing(width: width)
    var y = drawing.paragraph(title, y: 0, size: ChartStyle.titleSize, style: "title")
    y = drawing.paragraph(subtitle, y: y, size: size, style: "quiet") + 8
    drawing.width = max(width, left + cell * Double(columns.count) + 1)

    let header = isUpright ? 18.0 : (nameWidths.max() ?? 0) + 6
    for (column, name) in names.enumerated() where !rows.isEmpty {
      let middle = left + (Double(column) + 0.5) * cell
      if isUpright {
        drawing.text(name, x: middle, y: y + size, anchor: .middle, style: "quiet")
      } else {
        drawing.text(name, x: middle + 5, y: y + header - 4, style: "quiet", rotation: -90)
      }
    }
    y += columns.isEmpty || rows.isEmpty ? 0 : header + 2
    let height = max(28, min(cell, 40))
    for (name, row) in zip(rows, values) where !columns.isEmpty {
      drawing.text(
        TextSize.shortened(name, to: rowWidth, size: size), x: left - 8, y: y + height / 2 + 5,
        anchor: .end, style: "quiet")
      for (column, value) in row.enumerated() {
        let x = left + Double(column) * cell
        let isHeld = value.magnitude < 1e300
        let depth = isHeld ? value.magnitude / largest : 0
        drawing.rectangle(
          x: x, y: y, width: cell - 1.5, height: height - 1.5,
          style: !isHeld
            ? "cell-frame" : !isSigned ? "cell" : value < 0 ? "cell-negative" : "cell-positive",
          opacity: isHeld ? 0.05 + 0.95 * depth : nil)
        drawing.text(
          text(of: value), x: x + cell / 2 - 0.75, y: y + height / 2 + 4, anchor: .middle,
          style: depth > 0.77 ? "on-cell" : depth > 0.6 ? "on-middle" : isHeld ? "label" : "quiet")
      }
      y += height
    }
    if let note { y = drawing.paragraph(note, y: y + 4, size: size, style: "quiet") }
    drawing.height = y + 4
    return drawing
  }
}
