/// A text broken into lines of a given width.
package struct Caption {
  /// The lines, from the top.
  package let lines: [String]

  /// From one line to the next, in pixels of the letters.
  package static let lineHeight = Glyph.height + 2

  /// Breaks a text between words, or within those that are too long for a line.
  ///
  /// - Parameters:
  ///   - text: The text, whose own line breaks are kept.
  ///   - width: How wide a line may be, in pixels of the letters.
  ///   - limit: How many lines there may be; where there are more, the last ends in "…".
  package init(_ text: String, width: Int, limit: Int) {
    var lines: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var line = ""
      for word in paragraph.split(separator: " ") {
        let longer = line.isEmpty ? String(word) : line + " " + word
        if Caption.width(of: longer) <= width {
          line = longer
          continue
        }
        if !line.isEmpty { lines.append(line) }
        line = String(word)
        while line.count > 1, Caption.width(of: line) > width {
          let start = Caption.start(of: line, width: width)
          lines.append(start)
          line.removeFirst(start.count)
        }
      }
      lines.append(line)
    }
    if lines.count > limit, let last = lines.prefix(limit).last {
      let room = width - Caption.width(of: "…") - 1
      lines = lines.prefix(limit - 1) + [Caption.start(of: last, width: room) + "…"]
    }
    self.lines = text.isEmpty ? [] : lines
  }

  /// How wide a text is in pixels of the letters.
  package static func width(of text: some StringProtocol) -> Int {
    max(text.reduce(0) { $0 + Glyph.of($1).width + 1 } - 1, 0)
  }

  /// As many of the first characters as fit, at least one.
  private static func start(of text: String, width: Int) -> String {
    var start = ""
    for character in text {
      guard start.isEmpty || self.width(of: start + String(character)) <= width else { break }
      start.append(character)
    }
    return start
  }
}
