import Texts

extension PageTable {
  /// Writes the table with its columns aligned; where it is too wide, words wrap, and where even
  /// that is not enough, each row becomes a list of its own.
  ///
  /// - Parameter terminal: Where to.
  public func draw(on terminal: Terminal) { terminal.write(lines(width: terminal.columns)) }

  func lines(width: Int) -> [StyledText] {
    let columns = header.indices.map { column in
      (name: header[column], texts: texts(column), isNumeric: isNumeric(column))
    }
    guard !columns.isEmpty else { return [] }
    func natural(_ texts: [String]) -> Int { texts.map { StyledText($0).width }.max() ?? 0 }
    var widths = columns.map { natural([$0.name] + $0.texts) }
    let gaps = 2 * (columns.count - 1)
    // The widest gives way first, down to the longest word of its name; numbers never do, since
    // half a number is another one.
    let least = columns.map { column in
      let word = natural(column.name.split(separator: " ").map(String.init))
      return column.isNumeric
        ? max(word, natural(column.texts)) : max(word, min(10, natural(column.texts)))
    }
    while widths.reduce(gaps, +) > width {
      let candidates = widths.indices.filter { widths[$0] > max(1, least[$0]) }
      guard let widest = candidates.max(by: { (widths[$0], $1) < (widths[$1], $0) }) else {
        return list(columns.map { ($0.name, $0.texts) }, width: width)
      }
      widths[widest] -= 1
    }
    func row(_ texts: [String], _ style: StyledText.Style) -> [StyledText] {
      let cells = texts.enumerated().map { column, text in
        StyledText(text, style).wrapped(to: widths[column])
      }
      return (0..<(cells.map(\.count).max() ?? 0)).map { index in
        var line = StyledText()
        for (column, cell) in cells.enumerated() {
          let text = index < cell.count ? cell[index] : StyledText()
          if column > 0 { line.append("  ") }
          line = line + text.padded(to: widths[column], alignedRight: columns[column].isNumeric)
        }
        return line
      }
    }
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "──")
    return row(columns.map(\.name), .bold) + [StyledText(rule, .faint)]
      + rows.indices.flatMap { index in row(columns.map { $0.texts[index] }, .plain) }
  }

  /// Each row as lines of a name and a value, for a terminal too narrow for columns.
  private func list(_ columns: [(name: String, texts: [String])], width: Int) -> [StyledText] {
    rows.indices.flatMap { index in
      let lines = columns.flatMap { name, texts in
        (StyledText("\(name): ", .bold) + StyledText(texts[index])).wrapped(to: width, indent: "  ")
      }
      return index == 0 ? lines : [StyledText()] + lines
    }
  }
}
