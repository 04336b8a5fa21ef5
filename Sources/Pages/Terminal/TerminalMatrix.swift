import Texts

extension MatrixChart {
  /// Writes the chart in characters, in lines no wider than the terminal.
  public func draw(on terminal: Terminal) {
    let width = terminal.textColumns
    var lines = StyledText(title, .bold).wrapped(to: width)
    if !subtitle.isEmpty { lines += StyledText(subtitle, .faint).wrapped(to: width) }
    let names = rows.map { StyledText($0, .faint).shortened(to: width / 3) }
    let nameWidth = names.map(\.width).max() ?? 0
    let widest = values.joined().map { DisplayWidth.columns(of: text(of: $0)) }.max() ?? 0
    let header = columns.map { DisplayWidth.columns(of: $0) }.max() ?? 0
    // Names give way a little before columns do.
    let share = (width - nameWidth - 1) / max(1, columns.count)
    let cell = min(max(widest, min(header, 10)) + 2, max(share, widest + 2, 6))
    // Columns that do not fit beside each other come in further blocks under each other.
    let fitting = max(1, (width - nameWidth - 1) / cell)
    for start in stride(from: 0, to: columns.count, by: fitting) {
      let block = start..<min(columns.count, start + fitting)
      var head = StyledText(String(repeating: " ", count: nameWidth))
      for column in block {
        let name = StyledText(columns[column], .faint).shortened(to: cell - 1)
        head = head + name.padded(to: cell, alignedRight: true)
      }
      lines.append(head)
      for (name, row) in zip(names, values) {
        var line = name.padded(to: nameWidth) + StyledText(" ")
        for column in block {
          let number = StyledText(text(of: row[column])).padded(to: cell - 1, alignedRight: true)
          line.append(number.pieces.map(\.text).joined() + " ", style(of: row[column]))
        }
        lines.append(line.shortened(to: width))
      }
    }
    if let note { lines += StyledText(note, .faint).wrapped(to: width) }
    terminal.write(lines)
  }

  /// White on a colour that deepens from black: it reads the same on any terminal.
  private func style(of value: Double) -> StyledText.Style {
    guard value.magnitude < 1e300 else { return .faint }
    let depth = 0.12 + 0.6 * value.magnitude / largest
    let full =
      !isSigned ? (10.0, 140.0, 110.0) : value < 0 ? (40.0, 110.0, 215.0) : (205.0, 65.0, 35.0)
    func part(_ channel: Double) -> UInt8 { UInt8(30 * (1 - depth) + channel * depth) }
    return StyledText.Style(
      foreground: TerminalColour(red: 245, green: 245, blue: 245),
      background: TerminalColour(
        red: part(full.0), green: part(full.1), blue: part(full.2)))
  }
}
