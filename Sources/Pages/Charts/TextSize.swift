import Texts

/// How wide a text will be about, in a font that is not known yet.
///
/// Widths are those of wide system fonts, so that what is laid out by them has room in any.
enum TextSize {
  /// The width of a text in units of a font's size.
  static func width(of text: String, size: Double) -> Double {
    text.reduce(0) { $0 + width(of: $1) } * size
  }

  private static func width(of character: Character) -> Double {
    if DisplayWidth.columns(of: character) == 2 { return 1.25 }
    return switch character {
    case "i", "j", "l", "I", "|", ".", ",", ":", ";", "'", "!", " ", "f", "t", "r", "(", ")", "/",
      "[", "]", "⁻", "¹", "²", "³":
      0.4
    case "m", "w", "M", "W", "@", "%", "—", "…", "∞": 0.98
    case "A"..."Z", "−", "+", "=", "<", ">", "×": 0.78
    default: 0.64
    }
  }

  /// A text cut to a width, with a mark where something is missing.
  static func shortened(_ text: String, to width: Double, size: Double) -> String {
    guard self.width(of: text, size: size) > width else { return text }
    var result = text
    while !result.isEmpty, self.width(of: result + "…", size: size) > width { result.removeLast() }
    return result + "…"
  }

  /// A text in lines of at most a width, broken between words where that is possible.
  static func wrapped(_ text: String, to width: Double, size: Double) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(whereSeparator: \.isWhitespace) {
      var word = String(word)
      if !line.isEmpty, self.width(of: "\(line) \(word)", size: size) > width {
        lines.append(line)
        line = ""
      }
      while word.count > 1, self.width(of: word, size: size) > width {
        var end = word.index(after: word.startIndex)
        while self.width(of: String(word[...end]), size: size) <= width {
          end = word.index(after: end)
        }
        lines.append(String(word[..<end]))
        word = String(word[end...])
      }
      line += line.isEmpty ? word : " \(word)"
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }
}
