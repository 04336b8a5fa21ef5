import Pictures

/// Plates in rows as one picture, each with its label below, for a page that shows files only.
///
///     let sheet = PlateSheet(
///       columns: 2, bar: heat.bar("part of the logit"),
///       [
///         Plate(photo, "Chelsea", alternative: "A cat."),
///         Plate(photo.overlaid(with: heat), "for *tiger cat*", alternative: "Red on her cheeks."),
///       ])
///     try sheet.picture.write(to: "cats.png")
///
/// All panels are equally wide, and every one has a label. Letters are as large as they have to be
/// to be read where a phone shows the sheet.
public struct PlateSheet: Equatable, Sendable {
  /// The panels, row after row; the caption of a plate is its label.
  public let plates: [Plate]

  /// How many of them stand in a row.
  public let columns: Int

  /// How many pixels a panel is wide.
  public let panelWidth: Int

  /// What the colours of the panels stand for; nil where colours are no numbers.
  public let bar: ColourBar?

  /// How many pixels there are between panels, and around them.
  private static let margin = 16

  /// How many lines a label may have; what is longer ends in "…".
  private static let lineLimit = 3

  /// Makes a sheet.
  ///
  /// - Parameters:
  ///   - columns: How many panels stand in a row.
  ///   - panelWidth: How many pixels a panel is wide; fewer where a row has many.
  ///   - bar: What the colours of the panels stand for; nil where colours are no numbers.
  ///   - plates: The panels, row after row; the caption of a plate is its label.
  public init(columns: Int, panelWidth: Int = 448, bar: ColourBar? = nil, _ plates: [Plate]) {
    precondition(columns > 0, "a sheet of \(columns) columns: it needs at least one")
    precondition(panelWidth > 0, "a panel of \(panelWidth) pixels cannot be seen")
    precondition(!plates.isEmpty, "a sheet needs at least one panel")
    for (index, plate) in plates.enumerated() {
      precondition(
        !plate.caption.plain.isEmpty,
        "panel \(index + 1) of \(plates.count) has no label: say in its caption what it shows")
    }
    (self.plates, self.columns, self.panelWidth, self.bar) = (plates, columns, panelWidth, bar)
  }

  /// The sheet as one picture, on a light ground.
  public var picture: Picture {
    let count = min(columns, plates.count)
    let width = count * (panelWidth + Self.margin) + Self.margin
    // A phone shows 358 pixels of a page, and capitals of 9 pixels can be read.
    let scale = max(2, Int((Double(width) * 9 / 358 / 7).rounded()))
    let lineHeight = Caption.lineHeight * scale
    let panels = plates.map { $0.picture.enlarged(toWidth: panelWidth) }
    let labels = plates.map {
      Caption($0.caption.plain, width: panelWidth / scale, limit: Self.lineLimit).lines
    }
    let rows = stride(from: 0, to: plates.count, by: count).map {
      $0..<min($0 + count, plates.count)
    }
    let heights = rows.map { row in
      (
        panels: row.map { panels[$0].height }.max() ?? 0,
        labels: (row.map { labels[$0].count }.max() ?? 0) * lineHeight + lineHeight / 3
      )
    }
    let barHeight = bar.map { $0.height(scale: scale) + Self.margin } ?? 0
    var canvas = Canvas(
      width: width,
      height: heights.reduce(Self.margin + barHeight) { $0 + $1.panels + $1.labels + Self.margin },
      Colour(grey: 250))
    var top = Self.margin
    for (row, height) in zip(rows, heights) {
      let foot = top + height.panels
      for (column, index) in row.enumerated() {
        let left = Self.margin + column * (panelWidth + Self.margin)
        canvas.draw(panels[index], row: foot - panels[index].height, column: left)
        for (line, text) in labels[index].enumerated() {
          canvas.write(
            text, row: foot + lineHeight / 3 + line * lineHeight, column: left, scale: scale,
            Colour(grey: 40))
        }
      }
      top = foot + height.labels + Self.margin
    }
    bar?.draw(
      on: &canvas, row: top, columns: Self.margin..<width - Self.margin, scale: scale)
    return canvas.picture
  }
}
