import Texts

extension BarChart {
  /// Writes the chart in characters, in lines no wider than the terminal.
  public func draw(on terminal: Terminal) {
    let width = terminal.textColumns
    var lines = StyledText(title, .bold).wrapped(to: width)
    if !axis.fullTitle.isEmpty {
      lines += StyledText(axis.fullTitle, .faint).wrapped(to: width)
    }
    let names = bars.map { StyledText($0.name).shortened(to: width / 3) }
    let nameWidth = names.map(\.width).max() ?? 0
    let valueWidth = bars.map { DisplayWidth.columns(of: text(of: $0)) }.max() ?? 0
    let (low, high) = extent(of: allValues())
    // Two columns between the texts, and one for the axis if there are bars on both sides of it.
    let room = max(4, width - nameWidth - valueWidth - 3 - (low < 0 ? 1 : 0))
    let scale = Double(room) / (high - low)
    let left = low < 0 ? min(room, Int((-low * scale).rounded(.up))) : 0
    // Bars begin at the edge of a column on both sides: what rounding takes, both give up.
    let unit = min(scale, Double(room - left) / max(high, .leastNonzeroMagnitude))
    let marked = mark.flatMap { axis.holds($0.value) ? $0.value * unit : nil }
    for (bar, name) in zip(bars, names) {
      let length = axis.holds(bar.value) ? bar.value * unit : 0
      let number = StyledText(text(of: bar)).padded(to: valueWidth, alignedRight: true)
      var line = name.padded(to: nameWidth) + StyledText("  ") + number + StyledText(" ")
      let colour =
        !isSigned
        ? ChartStyle.terminalAmount
        : bar.value < 0 ? ChartStyle.terminalAgainst : ChartStyle.terminalFor
      let style = bar.isQuiet ? StyledText.Style.faint : .coloured(colour)
      for column in -left..<(room - left) {
        if column == 0, low < 0 { line.append("│", .faint) }
        if let marked, Int(marked.rounded(.down)) == column {
          line.append("┊", .bold)
        } else {
          line.append(barCell(Double(column), length), style)
        }
      }
      lines.append(line.shortened(to: width))
    }
    if let mark, axis.holds(mark.value) {
      lines += StyledText("┊ \(mark.name): \(text(of: mark.value))", .faint).wrapped(to: width)
    }
    if let note { lines += StyledText(note, .faint).wrapped(to: width) }
    terminal.write(lines)
  }

  /// The character of a column of which a bar covers a part: blocks grow by eighths to the right,
  /// and by halves to the left, since Unicode has no others.
  private func barCell(_ column: Double, _ length: Double) -> String {
    let covered = column >= 0 ? length - column : column + 1 - length
    guard covered > 0 else { return " " }
    if column < 0 { return covered >= 0.75 ? "█" : covered >= 0.25 ? "▐" : " " }
    return [" ", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"][min(8, Int((covered * 8).rounded()))]
  }
}
