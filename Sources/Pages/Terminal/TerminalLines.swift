import Texts

extension LineChart {
  /// Writes the chart in characters, in lines no wider than the terminal.
  public func draw(on terminal: Terminal) {
    let width = terminal.textColumns
    var text = StyledText(title, .bold).wrapped(to: width)
    text += StyledText(y.fullTitle, .faint).wrapped(to: width)

    let yTicks = y.ticks(covering: allY(), about: y.scale == .linear ? 5 : 8)
    let labelWidth = yTicks.labels.map { DisplayWidth.columns(of: $0) }.max() ?? 0
    let columns = max(8, width - labelWidth - 2)
    let xTicks = x.ticks(covering: allX(), about: columns / 14 + 1)
    // As many rows between any two ticks.
    let steps = max(1, yTicks.values.count - 1)
    var canvas = DotCanvas(columns: columns, rows: steps * max(2, 12 / steps) + 1)
    func place(_ point: Point) -> (x: Double, y: Double) {
      (xTicks.place(of: point.x), yTicks.place(of: point.y))
    }
    for (index, line) in lines.enumerated() {
      for run in runs(of: line) {
        let points = run.map(place)
        for (first, second) in zip(points, points.dropFirst()) where !line.isCloud {
          canvas.line(from: first, to: second, owner: index, isDotted: line.isReference)
        }
        guard line.isCloud || points.count == 1 else { continue }
        for point in points { canvas.line(from: point, to: point, owner: index) }
      }
    }
    var labels = [String](repeating: "", count: canvas.rows)
    for (value, label) in zip(yTicks.values, yTicks.labels) {
      labels[canvas.row(at: yTicks.place(of: value))] = label
    }
    for row in 0..<canvas.rows {
      let label = StyledText(labels[row], .faint).padded(to: labelWidth, alignedRight: true)
      let edge = StyledText(labels[row].isEmpty ? " │" : " ┤", .faint)
      text.append((label + edge + cells(of: canvas, row, on: terminal)).shortened(to: width))
    }
    text += axisLines(xTicks, columns: columns, indent: labelWidth + 1, width: width)

    var names = StyledText()
    for (index, line) in lines.enumerated() {
      let sample = line.isReference ? "┈┈" : terminal.colours == .none ? marker(index) : "━━"
      names.append((index == 0 ? "" : "\u{A0}\u{A0} ") + sample + "\u{A0}", style(index))
      names.append(line.name.replacing(" ", with: "\u{A0}"))
    }
    text += names.wrapped(to: width)
    if let note { text += StyledText(note, .faint).wrapped(to: width) }
    terminal.write(text)
  }

  private func style(_ index: Int) -> StyledText.Style {
    lines[index].isReference ? .faint : .coloured(ChartStyle.terminalColour(index))
  }

  /// The letter that tells a line from the others where colours are missing.
  private func marker(_ index: Int) -> String {
    let marks = ["●", "○", "+", "×", "◆", "□"]
    return marks[index % marks.count]
  }

  private func cells(of canvas: DotCanvas, _ row: Int, on terminal: Terminal) -> StyledText {
    var text = StyledText()
    for column in 0..<canvas.columns {
      guard let owner = canvas.owner(column, row) else {
        text.append(" ")
        continue
      }
      let hasMarker = terminal.colours == .none && lines.count > 1 && !lines[owner].isReference
      text.append(
        hasMarker ? marker(owner) : String(canvas.character(column, row)), style(owner))
    }
    return text
  }

  /// The line under the data, the ticks' labels under it, and what they measure.
  private func axisLines(
    _ ticks: Ticks, columns: Int, indent: Int, width: Int
  ) -> [StyledText] {
    var line = [Character](repeating: "─", count: columns)
    var labels = StyledText(String(repeating: " ", count: indent + 1))
    var free = 0
    for (value, label) in zip(ticks.values, ticks.labels) {
      let column = Int((ticks.place(of: value) * Double(columns - 1)).rounded())
      let size = DisplayWidth.columns(of: label)
      let start = max(-indent - 1, min(column - size / 2, columns - size))
      guard start >= free - (free == 0 ? indent + 1 : 0), start + size <= columns else { continue }
      line[column] = "┬"
      labels = labels.padded(to: indent + 1 + max(0, start)) + StyledText(label, .faint)
      free = max(0, start) + size + 2
    }
    let axis = StyledText(String(repeating: " ", count: indent) + "└" + String(line), .faint)
    let title = StyledText(x.fullTitle, .faint).shortened(to: width)
    let shift = max(0, min(width, indent + columns) - title.width) / 2
    let middle = StyledText(String(repeating: " ", count: shift)) + title
    return [axis.shortened(to: width), labels.shortened(to: width), middle]
  }
}

/// A drawing of dots, two across and four down in each character.
private struct DotCanvas {
  let columns: Int
  let rows: Int
  private var dots: [UInt8]
  private var owners: [Int?]

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    dots = Array(repeating: 0, count: columns * rows)
    owners = Array(repeating: nil, count: columns * rows)
  }

  /// The row of characters at a height from 0 to 1.
  func row(at height: Double) -> Int { Int(((1 - height) * Double(rows * 4 - 1)).rounded()) / 4 }

  func owner(_ column: Int, _ row: Int) -> Int? { owners[row * columns + column] }

  /// The Braille pattern of a cell: U+2800 and a bit for each dot.
  func character(_ column: Int, _ row: Int) -> Character {
    Character(Unicode.Scalar(0x2800 + UInt32(dots[row * columns + column])) ?? " ")
  }

  mutating func line(
    from first: (x: Double, y: Double), to second: (x: Double, y: Double), owner: Int,
    isDotted: Bool = false
  ) {
    let (width, height) = (Double(columns * 2 - 1), Double(rows * 4 - 1))
    let start = (x: first.x * width, y: (1 - first.y) * height)
    let end = (x: second.x * width, y: (1 - second.y) * height)
    let steps = max(1, Int(max(abs(end.x - start.x), abs(end.y - start.y)).rounded(.up)))
    for step in 0...steps {
      let part = Double(step) / Double(steps)
      let x = Int((start.x + (end.x - start.x) * part).rounded())
      let y = Int((start.y + (end.y - start.y) * part).rounded())
      if isDotted && x % 4 != 0 { continue }
      set(min(max(0, x), columns * 2 - 1), min(max(0, y), rows * 4 - 1), owner: owner)
    }
  }

  private mutating func set(_ x: Int, _ y: Int, owner: Int) {
    // Bits by the order in which Braille counts its dots: the fourth row came later.
    let bits: [[UInt8]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]
    let cell = y / 4 * columns + x / 2
    if owners[cell] != owner { dots[cell] = 0 }
    dots[cell] |= bits[y % 4][x % 2]
    owners[cell] = owner
  }
}
