/// Text by the width of a terminal.
public enum Wrapping {
  /// How many columns a line takes, without its escape sequences.
  public static func width(of line: some StringProtocol) -> Int {
    var count = 0
    var isEscape = false
    for character in line {
      if character == "\u{1B}" {
        isEscape = true
      } else if isEscape {
        if character.isLetter || character == "\u{7}" { isEscape = false }
      } else {
        count += isWide(character) ? 2 : 1
      }
    }
    return count
  }

  /// Whether a terminal gives a character two columns: most pictures, and East Asian writing.
  static func isWide(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first else { return false }
    return scalar.properties.isEmojiPresentation || (0x1100...0x115F).contains(scalar.value)
      || (0x2E80...0xA4CF).contains(scalar.value) || (0xAC00...0xD7A3).contains(scalar.value)
      || (0xF900...0xFAFF).contains(scalar.value) || (0xFF00...0xFF60).contains(scalar.value)
  }

  /// Breaks a paragraph between words; lines after the first are indented as asked.
  public static func wrap(_ text: String, width: Int, indent: String = "") -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { paragraph in
      var lines: [String] = []
      var line = String(paragraph.prefix { $0 == " " })
      var isFresh = true
      for word in paragraph.split(separator: " ") {
        if !isFresh, self.width(of: line) + 1 + self.width(of: word) > width {
          lines.append(line)
          line = indent + word
        } else {
          line += (isFresh ? "" : " ") + word
        }
        isFresh = false
      }
      return (lines + [line]).joined(separator: "\n")
    }.joined(separator: "\n")
  }

  /// Cuts a line that is too long, with an ellipsis; escape sequences are kept whole.
  public static func cut(_ line: String, width: Int) -> String {
    guard self.width(of: line) > width else { return line }
    var result = ""
    var used = 0
    var isEscape = false
    for character in line {
      if character == "\u{1B}" { isEscape = true }
      if isEscape {
        result.append(character)
        if character.isLetter { isEscape = false }
        continue
      }
      let columns = isWide(character) ? 2 : 1
      if used + columns > width - 1 { continue }
      result.append(character)
      used += columns
    }
    return result + "…"
  }

  /// Adds spaces up to a width.
  public static func pad(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - self.width(of: text)))
  }
}
