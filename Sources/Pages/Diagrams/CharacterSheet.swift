import Pictures
import Texts

/// A sheet of characters to draw a diagram on: lines that meet join, and slanted ones are dots, two
/// across and four down in each character.
struct CharacterSheet {
  /// How many units of a diagram a column and a line are.
  static let (column, row) = (6.0, 12.0)

  let columns: Int
  let rows: Int
  let origin: Diagram.Point
  private var cells: [Cell]

  private struct Cell {
    var text = " "
    var style = StyledText.Style.plain
    /// Which neighbours a line through here leads to: up 1, right 2, down 4, left 8.
    var ways = 0
    /// The dots of slanted lines.
    var dots: UInt32 = 0
    /// Whether a box is here, where no line goes.
    var isTaken = false
  }

  init(columns: Int, rows: Int, origin: Diagram.Point) {
    (self.columns, self.rows, self.origin) = (columns, rows, origin)
    cells = Array(repeating: Cell(), count: columns * rows)
  }

  /// The lines, without what is empty above and below.
  var lines: [StyledText] {
    var lines = (0..<rows).map { row in
      var line = StyledText()
      var column = 0
      while column < columns {
        let cell = cells[row * columns + column]
        line.append(cell.text, cell.style)
        column += max(1, DisplayWidth.columns(of: cell.text))
      }
      return line
    }
    func isEmpty(_ line: StyledText) -> Bool {
      line.pieces.allSatisfy { $0.text.allSatisfy { $0 == " " } }
    }
    while let last = lines.last, isEmpty(last) { lines.removeLast() }
    return Array(lines.drop(while: isEmpty))
  }

  private func place(_ point: Diagram.Point) -> (column: Int, row: Int) {
    (
      min(max(0, Int(((point.x - origin.x) / Self.column).rounded())), columns - 1),
      min(max(0, Int(((point.y - origin.y) / Self.row).rounded())), rows - 1)
    )
  }

  private mutating func put(_ text: String, _ column: Int, _ row: Int, _ style: StyledText.Style) {
    guard (0..<columns).contains(column), (0..<rows).contains(row) else { return }
    cells[row * columns + column].text = text
    cells[row * columns + column].style = style
  }

  // MARK: Boxes and squares

  /// The cells of a box's edges: as many lines as its words need, about the middle of its frame.
  private func cells(of frame: Diagram.Frame) -> (columns: ClosedRange<Int>, rows: ClosedRange<Int>)
  {
    let start = place(Diagram.Point(frame.x, frame.y))
    let end = place(Diagram.Point(frame.x + frame.width, frame.y + frame.height))
    let span = max(2, Int(frame.height / 14))
    let top = max(0, Int((frame.centre.y - origin.y) / Self.row - Double(span) / 2 + 0.5))
    return (start.column...max(end.column, start.column + 2), top...(top + span))
  }

  mutating func box(_ frame: Diagram.Frame, style: StyledText.Style, isRound: Bool) {
    let (across, down) = cells(of: frame)
    for row in down {
      for column in across {
        let isSide = column == across.lowerBound || column == across.upperBound
        let isEnd = row == down.lowerBound || row == down.upperBound
        put(isSide && isEnd ? "+" : isEnd ? "─" : isSide ? "│" : " ", column, row, style)
        if (0..<columns).contains(column), (0..<rows).contains(row) {
          cells[row * columns + column].isTaken = true
        }
      }
    }
    let corners = isRound ? ["╭", "╮", "╰", "╯"] : ["┌", "┐", "└", "┘"]
    put(corners[0], across.lowerBound, down.lowerBound, style)
    put(corners[1], across.upperBound, down.lowerBound, style)
    put(corners[2], across.lowerBound, down.upperBound, style)
    put(corners[3], across.upperBound, down.upperBound, style)
  }

  mutating func square(
    _ frame: Diagram.Frame, value: Double, text: String, hasColours: Bool
  ) {
    let start = place(Diagram.Point(frame.x, frame.y))
    let end = place(Diagram.Point(frame.x + frame.width, frame.y + frame.height))
    let colour = ColourMap.diverging[Float(value)]
    let ground = TerminalColour(red: colour.red, green: colour.green, blue: colour.blue)
    let ink: UInt8 = value.magnitude > 0.62 ? 255 : 30
    let style = StyledText.Style(
      foreground: TerminalColour(red: ink, green: ink, blue: ink), background: ground)
    // Without colours, darkness is the amount and its sign stands in the middle.
    let fill = hasColours ? " " : ["·", "░", "▒", "▓", "█"][Int((value.magnitude * 4).rounded())]
    let (wide, high) = (max(1, end.column - start.column), max(1, end.row - start.row))
    for row in start.row..<start.row + high {
      for column in start.column..<start.column + wide {
        put(fill, column, row, hasColours ? style : .plain)
        if (0..<columns).contains(column), (0..<rows).contains(row) {
          cells[row * columns + column].isTaken = true
        }
      }
    }
    let sign = hasColours || value == 0 ? "" : value < 0 ? "−" : "+"
    let words = text.isEmpty ? sign : text
    let left = start.column + max(0, (wide - DisplayWidth.columns(of: words)) / 2)
    write(line: words, column: left, row: start.row + (high - 1) / 2, hasColours ? style : .plain)
  }

  // MARK: Words

  mutating func write(
    _ text: String, in frame: Diagram.Frame, isFilled: Bool, style: StyledText.Style
  ) {
    guard isFilled else { return write(text, at: frame.centre, .on, style: style) }
    let (across, down) = cells(of: frame)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let top = (down.lowerBound + down.upperBound - lines.count + 1) / 2
    for (index, line) in lines.enumerated() {
      let room = across.upperBound - across.lowerBound + 1 - DisplayWidth.columns(of: line)
      write(line: line, column: across.lowerBound + room / 2, row: top + index, style)
    }
  }

  mutating func write(
    _ text: String, at point: Diagram.Point, _ side: Diagram.Side, style: StyledText.Style
  ) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let (column, row) = place(point)
    let top =
      switch side {
      case .on, .left, .right: row - (lines.count - 1) / 2
      case .above: row - lines.count
      case .below: row + 1
      }
    for (index, line) in lines.enumerated() {
      let width = DisplayWidth.columns(of: line)
      let left =
        switch side {
        case .on, .above, .below: column - width / 2
        case .left: column - width
        case .right: column + 1
        }
      write(
        line: line, column: min(max(0, left), max(0, columns - width)),
        row: min(max(0, top + index), rows - 1), style)
    }
  }

  private mutating func write(
    line: String, column: Int, row: Int, _ style: StyledText.Style
  ) {
    var column = column
    for character in line {
      put(String(character), column, row, style)
      column += DisplayWidth.columns(of: character)
    }
  }

  // MARK: Lines

  mutating func line(
    _ points: [Diagram.Point], heads: Diagram.Heads, style: StyledText.Style, isDashed: Bool,
    isHeavy: Bool
  ) {
    for (from, to) in zip(points, points.dropFirst()) {
      let (start, end) = (place(from), place(to))
      if start.column == end.column || start.row == end.row {
        straight(start, end, from, to, style: style, isDashed: isDashed, isHeavy: isHeavy)
      } else {
        slanted(from, to, style: style, isDashed: isDashed)
      }
    }
    guard heads != .none else { return }
    head(at: points[points.count - 1], from: points[points.count - 2], style)
    if heads == .both { head(at: points[0], from: points[1], style) }
  }

  private mutating func straight(
    _ start: (column: Int, row: Int), _ end: (column: Int, row: Int), _ from: Diagram.Point,
    _ to: Diagram.Point, style: StyledText.Style, isDashed: Bool, isHeavy: Bool
  ) {
    let isAcross =
      start.row == end.row
      && (start.column != end.column || abs(to.x - from.x) > abs(to.y - from.y))
    let (low, high) =
      isAcross
      ? (min(start.column, end.column), max(start.column, end.column))
      : (min(start.row, end.row), max(start.row, end.row))
    // A piece within one cell, such as a tick, still leaves it in its direction.
    let isPoint = low == high
    let isForward = isAcross ? to.x > from.x : to.y > from.y
    for step in low...high {
      let (column, row) = isAcross ? (step, start.row) : (start.column, step)
      let index = row * columns + column
      guard !cells[index].isTaken else { continue }
      let (back, ahead) = isAcross ? (8, 2) : (1, 4)
      if isPoint {
        cells[index].ways |= isForward ? ahead : back
      } else {
        cells[index].ways |= (step > low ? back : 0) | (step < high ? ahead : 0)
      }
      let characters = Array(isHeavy ? " ╹╺┗╻┃┏┣╸┛━┻┓┫┳╋" : " ╵╶└╷│┌├╴┘─┴┐┤┬┼")
      var text = String(characters[cells[index].ways])
      if isDashed, let dashed = ["─": "╌", "│": "╎"][text] { text = dashed }
      put(text, column, row, style)
    }
  }

  private mutating func slanted(
    _ from: Diagram.Point, _ to: Diagram.Point, style: StyledText.Style, isDashed: Bool
  ) {
    // Bits by the order in which Braille counts its dots: the fourth row came later.
    let bits: [[UInt32]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]
    func dot(_ point: Diagram.Point) -> (x: Double, y: Double) {
      // A cell's middle is the place of its point.
      (
        ((point.x - origin.x) / Self.column + 0.5) * 2 - 0.5,
        ((point.y - origin.y) / Self.row + 0.5) * 4 - 0.5
      )
    }
    let (start, end) = (dot(from), dot(to))
    let steps = max(1, Int(max(abs(end.x - start.x), abs(end.y - start.y)).rounded(.up)))
    for step in 0...steps where !isDashed || step % 4 < 2 {
      let part = Double(step) / Double(steps)
      let x = Int((start.x + (end.x - start.x) * part).rounded())
      let y = Int((start.y + (end.y - start.y) * part).rounded())
      guard (0..<columns * 2).contains(x), (0..<rows * 4).contains(y) else { continue }
      let index = y / 4 * columns + x / 2
      guard !cells[index].isTaken, cells[index].ways == 0 else { continue }
      cells[index].dots |= bits[y % 4][x % 2]
      put(
        Unicode.Scalar(0x2800 + cells[index].dots).map { String(Character($0)) } ?? " ", x / 2,
        y / 4, style)
    }
  }

  /// Puts a head on the last cell of a line in front of what the line leads to.
  private mutating func head(
    at tip: Diagram.Point, from: Diagram.Point, _ style: StyledText.Style
  ) {
    let (across, down) = (tip.x - from.x, tip.y - from.y)
    let steps = max(1, Int(from.distance(to: tip)))
    for step in 0...steps {
      let part = Double(step) / Double(steps)
      let (column, row) = place(Diagram.Point(tip.x - across * part, tip.y - down * part))
      guard !cells[row * columns + column].isTaken else { continue }
      let isFlat = abs(across) >= abs(down)
      put(isFlat ? across > 0 ? "▶" : "◀" : down > 0 ? "▼" : "▲", column, row, style)
      return
    }
  }

  // MARK: Braces

  mutating func brace(
    from start: Diagram.Point, to end: Diagram.Point, _ side: Diagram.Side, style: StyledText.Style
  ) {
    let (first, last) = (place(start), place(end))
    let tip = place(Diagram.Element.tip(of: start, end, side))
    if side == .above || side == .below {
      let row = tip.row
      let (from, to, point) = side == .below ? ("╰", "╯", "┬") : ("╭", "╮", "┴")
      for column in first.column...max(first.column, last.column) { put("─", column, row, style) }
      put(from, first.column, row, style)
      put(to, last.column, row, style)
      put(point, (first.column + last.column) / 2, row, style)
    } else {
      let column = tip.column
      let (from, to, point) = side == .right ? ("╮", "╯", "├") : ("╭", "╰", "┤")
      for row in first.row...max(first.row, last.row) { put("│", column, row, style) }
      put(from, column, first.row, style)
      put(to, column, last.row, style)
      put(point, column, (first.row + last.row) / 2, style)
    }
  }
}
