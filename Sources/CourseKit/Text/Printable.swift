/// Makes text that somebody's program wrote harmless for a terminal.
public enum Printable {
  /// Shows control characters other than line breaks and tabs as visible marks.
  public static func cleaned(_ text: some StringProtocol) -> String {
    var result = ""
    result.unicodeScalars.reserveCapacity(text.unicodeScalars.count)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 9, 10: result.unicodeScalars.append(scalar)
      case 13: continue
      case 0..<32: result += mark(scalar)
      case 127, 0x80..<0xA0: result += "�"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The picture Unicode has for a control character.
  private static func mark(_ scalar: Unicode.Scalar) -> String {
    Unicode.Scalar(0x2400 + scalar.value).map { String($0) } ?? "�"
  }

  /// The first lines of a text, each cut at a width, and how many lines were left out.
  public static func excerpt(
    _ text: String, lines limit: Int, width: Int
  ) -> (lines: [String], left: Int) {
    let lines = cleaned(text).split(separator: "\n", omittingEmptySubsequences: false)
    var kept = lines.prefix(limit).map { Wrapping.cut(String($0), width: width) }
    while kept.last?.isEmpty == true { kept.removeLast() }
    return (kept, max(0, lines.count - limit))
  }
}
