/// Lines brought to the width of a terminal; escape sequences take no room and are kept whole.
public enum Wrapping {
  /// Returns how many columns a line takes, without its escape sequences.
  public static func width(of line: some StringProtocol) -> Int {
    pieces(of: line).reduce(0) { $0 + $1.width }
  }

  /// Breaks paragraphs between words; lines after the first are indented as asked.
  ///
  /// A word that is too long stays whole, because it is mostly a path or a command that somebody
  /// copies.
  ///
  /// - Parameters:
  ///   - text: The paragraphs, one a line.
  ///   - width: How many columns a line may take.
  ///   - indent: What the lines behind the first begin with.
  /// - Returns: The text with more line breaks.
  public static func wrap(_ text: String, width: Int, indent: String = "") -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { paragraph in
      let start = paragraph.prefix { $0 == " " }
      let pieces = pieces(of: paragraph.dropFirst(start.count))
      let lines = LineBreaking.lines(
        of: pieces.map { LineBreaking.Place(width: $0.width, isSpace: $0.text == " ") },
        width: width, first: start.count, indent: self.width(of: indent), keepsWords: true)
      return lines.enumerated().map { index, places in
        (index == 0 ? String(start) : indent) + places.map { pieces[$0].text }.joined()
      }.joined(separator: "\n")
    }.joined(separator: "\n")
  }

  /// Cuts a line that is too long, with an ellipsis.
  ///
  /// - Parameters:
  ///   - line: The line.
  ///   - width: How many columns it may take.
  /// - Returns: The line, or its beginning with all its escape sequences.
  public static func cut(_ line: String, width: Int) -> String {
    let pieces = pieces(of: line)
    guard pieces.reduce(0, { $0 + $1.width }) > width else { return line }
    var result = ""
    var used = 0
    for piece in pieces {
      used += piece.width
      if piece.isEscape || used <= width - 1 { result += piece.text }
    }
    return result + "…"
  }

  /// Adds spaces up to a width.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - width: How many columns it takes afterwards, unless it takes more already.
  /// - Returns: The text with spaces behind it.
  public static func pad(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - self.width(of: text)))
  }

  /// A character or an escape sequence.
  private struct Piece {
    var text: String
    var width: Int
    var isEscape: Bool
  }

  /// A line in its characters and escape sequences: a sequence ends with a letter, one that begins
  /// with a bracket to the right with a bell or a backslash behind an escape.
  private static func pieces(of line: some StringProtocol) -> [Piece] {
    var pieces: [Piece] = []
    var isInside = false
    for character in line {
      if isInside {
        let sequence = pieces[pieces.count - 1].text
        pieces[pieces.count - 1].text.append(character)
        if sequence.hasPrefix("\u{1B}]") {
          isInside = character != "\u{7}" && !(character == "\\" && sequence.hasSuffix("\u{1B}"))
        } else if character.isLetter || character == "\u{7}" {
          isInside = false
        }
      } else {
        isInside = character == "\u{1B}"
        pieces.append(
          Piece(
            text: String(character), width: isInside ? 0 : DisplayWidth.columns(of: character),
            isEscape: isInside))
      }
    }
    return pieces
  }
}
