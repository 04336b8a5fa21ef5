/// Makes text that comes from outside harmless for a terminal: none of it can move the cursor,
/// change colours or turn the direction of what follows.
///
/// Control characters become visible marks. Marks of direction and other invisible ones are left
/// out, because nobody has seen them.
public enum Printable {
  /// Returns the lines of a text without what steers a terminal; tabs stay.
  public static func cleaned(_ text: some StringProtocol) -> String {
    cleaned(text, breaks: "\n", keepsTabs: true)
  }

  /// Returns a text as one line: line breaks and tabs are spaces.
  public static func line(_ text: String) -> String {
    // Nearly everything that is written is plain, and pages are written character by character.
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    return cleaned(text, breaks: " ", keepsTabs: false)
  }

  private static func cleaned(
    _ text: some StringProtocol, breaks: Unicode.Scalar, keepsTabs: Bool
  ) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\t": result.append(keepsTabs ? scalar : " ")
      case "\n", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}": result.append(breaks)
      case "\r": continue
      case "\u{0}"..<" ": result.append(Unicode.Scalar(0x2400 + scalar.value) ?? "�")
      case "\u{7F}": result.append("␡")
      case "\u{80}"..."\u{9F}": result.append("�")
      case "\u{200E}", "\u{200F}", "\u{061C}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}":
        continue
      case "\u{FEFF}", "\u{E0000}"..."\u{E007F}": continue
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// Returns the first lines of a text, each cut at a width, and how many lines were left out.
  ///
  /// - Parameters:
  ///   - text: What somebody's program wrote.
  ///   - limit: How many lines are kept at most.
  ///   - width: How many columns a line may take.
  /// - Returns: The lines, and the count of those left out.
  public static func excerpt(
    _ text: String, lines limit: Int, width: Int
  ) -> (lines: [String], left: Int) {
    let lines = cleaned(text).split(separator: "\n", omittingEmptySubsequences: false)
    var kept = lines.prefix(limit).map { Wrapping.cut(String($0), width: width) }
    while kept.last?.isEmpty == true { kept.removeLast() }
    return (kept, max(0, lines.count - limit))
  }
}
