import Texts

/// One error of the compiler's as people read it: what to write instead, where that is known, the
/// compiler's own words, and the lines it points at.
struct CompilerErrorText {
  /// The compiler's text, with a sentence of ours above it where there is one.
  let error: String
  let style: Style
  let width: Int

  /// The lines of the whole.
  var lines: [String] {
    var words = error.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
    var lines: [String] = []
    // What stands above the compiler's line, or all there is.
    while let first = words.first, !isHeading(first), !isSource(first) {
      lines.append(wrapped(first, lines.isEmpty ? style.bold : { $0 }))
      words = words.dropFirst()
    }
    var heading = ""
    if let first = words.first, isHeading(first) {
      heading = first
      lines.append(wrapped(first, lines.isEmpty ? style.bold : { $0 }))
      words = words.dropFirst()
    }
    let inner = SourceExcerpt(words).lines(width: width - 2, known: heading)
    return lines + inner.map { "  " + $0.replacing("- error: ", with: "- " + style.red("error: ")) }
  }

  private func isHeading(_ line: String) -> Bool { line.contains(": error: ") }

  private func isSource(_ line: String) -> Bool { line.firstMatch(of: /^ *\d+ \|/) != nil }

  private func wrapped(_ line: String, _ look: (String) -> String) -> String {
    Wrapping.wrap(Printable.line(line), width: width, indent: "  ")
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { look(String($0)).replacing(": error: ", with: ": " + style.red("error:") + " ") }
      .joined(separator: "\n")
  }
}
