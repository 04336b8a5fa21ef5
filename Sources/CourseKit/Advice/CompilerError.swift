/// One thing that the compiler finds wrong in a file, as it prints it.
struct CompilerError: Equatable {
  /// The number of the line it points at.
  let line: Int
  /// What it says: the error, and below it a line for each note.
  let message: String
  /// The line it points at, without what stands in quotes or in a comment.
  let code: String
  /// The same line with `▸` at the place it points at.
  let markedCode: String
  /// Everything it prints about this error.
  let words: String

  /// Reads what the compiler prints of one error.
  ///
  /// - Parameters:
  ///   - block: The line with the error's place, `path:line:column: error: message`, and what follows
  ///     it: some lines of source, and notes between them.
  ///   - notes: Notes on it at other places.
  init?(block: [String], notes: [String]) {
    guard let heading = block.first?.wholeMatch(of: /(.*?):(\d+):(\d+): error: (.*)/),
      let line = Int(heading.2), let column = Int(heading.3)
    else { return nil }
    self.line = line
    let notesBetween = block.dropFirst().compactMap { $0.firstMatch(of: /- note: (.*)/)?.1 }
    message = ([String(heading.4)] + notesBetween.map(String.init) + notes)
      .joined(separator: "\n")
    let source = block.dropFirst().lazy.compactMap { $0.wholeMatch(of: /\s*(\d+) \| ?(.*)/) }
      .first { Int($0.1) == line }
    let code = CompilerError.withoutTexts(source?.2 ?? "")
    self.code = code
    // The compiler counts bytes.
    let before = String(decoding: code.utf8.prefix(column - 1), as: UTF8.self)
    markedCode = before + "▸" + code.dropFirst(before.count)
    words = CompilerError.withoutTryNotes(block).joined(separator: "\n")
  }

  /// A line with spaces for whatever stands between double quotes or behind `//`, so that no word of
  /// a text is taken for code.
  private static func withoutTexts(_ line: Substring) -> String {
    var isText = false
    var isEscaped = false
    var code = ""
    for (place, character) in zip(line.indices, line) {
      if !isText, line[place...].hasPrefix("//") { break }
      let isQuote = character == "\"" && !isEscaped
      if isQuote { isText.toggle() }
      isEscaped = character == "\\" && !isEscaped
      code +=
        isText && !isQuote ? String(repeating: " ", count: character.utf8.count) : "\(character)"
    }
    return code
  }

  /// The lines without the proposals of `try?` and `try!`, which hide an error instead of handing it
  /// on.
  private static func withoutTryNotes(_ block: [String]) -> [String] {
    block.filter { !$0.contains(/did you mean to (handle error as optional|disable error prop)/) }
  }
}
