/// Reads the list `curriculum` of `Package.swift`, whatever lines its entries are wrapped over.
///
/// Nothing in it is skipped but comments: what is not understood here would be a lesson that SwiftPM
/// builds and the command line does not know.
package struct CurriculumReading {
  /// One entry, and the lines it stands on, counted from 1.
  package struct Entry {
    /// What an entry is.
    package enum Kind: Equatable {
      case part(String)
      case lesson(Lesson)
    }

    /// What it is.
    package let kind: Kind
    /// The line that it begins on.
    package let firstLine: Int
    /// The line that it ends on.
    package let lastLine: Int
  }

  /// The entries in their order.
  package private(set) var entries: [Entry] = []

  /// The line of the bracket that ends the list, counted from 1.
  package private(set) var lastLine = 0

  /// The text from where the reading has come to.
  private var rest: Substring
  private var line = 1

  /// Reads a manifest.
  ///
  /// - Parameter text: The text of `Package.swift`.
  /// - Throws: A `CourseError` that names the line that is not understood.
  package init(manifest text: String) throws(CourseError) {
    rest = text[...]
    while !rest.hasPrefix("let curriculum") {
      guard let end = rest.firstIndex(of: "\n") else {
        throw CourseError(
          .fault, "Package.swift has no list of lessons (let curriculum). Was it changed?")
      }
      rest = rest[rest.index(after: end)...]
      line += 1
    }
    guard let start = rest.firstRange(of: "= [") else { throw problem("= [ is missing") }
    rest = rest[start.upperBound...]
    try readEntries()
  }

  private mutating func readEntries() throws(CourseError) {
    var part: String?
    while true {
      skipSpace()
      if rest.hasPrefix("]") { break }
      let firstLine = line
      try skip(".")
      let name = word()
      try skip("(")
      let kind: Entry.Kind
      switch name {
      case "part":
        let title = try string()
        part = title
        kind = .part(title)
      case "lesson": kind = .lesson(try lesson(in: part))
      default: throw problem("“.\(name)” is neither .part(…) nor .lesson(…)")
      }
      skipSpace()
      if rest.hasPrefix(",") { try skip(",") }
      try skip(")")
      entries.append(Entry(kind: kind, firstLine: firstLine, lastLine: line))
      skipSpace()
      if !rest.hasPrefix("]") { try skip(",") }
    }
    lastLine = line
  }

  /// What stands between the parentheses of a lesson.
  private mutating func lesson(in part: String?) throws(CourseError) -> Lesson {
    let folder = try string()
    var module: String?
    var needs: [String] = []
    skipSpace()
    while rest.hasPrefix(",") {
      try skip(",")
      skipSpace()
      if rest.hasPrefix(")") { break }
      let label = word()
      if !label.isEmpty { try skip(":") }
      switch label {
      case "module" where module == nil: module = try string()
      case "needs" where needs.isEmpty: needs.append(try string())
      case "" where !needs.isEmpty: needs.append(try string())
      default: throw problem("a lesson has a folder, module: and needs:, not “\(label)”")
      }
      skipSpace()
    }
    return Lesson(folder: folder, part: part, module: module)
  }

  private mutating func skipSpace() {
    while let first = rest.first {
      if rest.hasPrefix("//") {
        rest = rest.drop { $0 != "\n" }
      } else if first.isWhitespace {
        if first.isNewline { line += 1 }
        rest = rest.dropFirst()
      } else {
        return
      }
    }
  }

  private mutating func skip(_ mark: Character) throws(CourseError) {
    skipSpace()
    guard rest.first == mark else { throw problem("\(mark) is missing") }
    rest = rest.dropFirst()
  }

  private mutating func word() -> String {
    let word = rest.prefix { $0.isLetter }
    rest = rest[word.endIndex...]
    return String(word)
  }

  private mutating func string() throws(CourseError) -> String {
    try skip("\"")
    let text = rest.prefix { $0 != "\"" && !$0.isNewline }
    rest = rest[text.endIndex...]
    guard rest.first == "\"", !text.isEmpty, !text.contains("\\") else {
      throw problem("a name in quotation marks is expected, on one line and without \\")
    }
    rest = rest.dropFirst()
    return String(text)
  }

  private func problem(_ what: String) -> CourseError {
    let shown = rest.prefix { !$0.isNewline }.prefix(50)
    let place = shown.isEmpty ? "" : " at “\(shown)”"
    return CourseError(
      .fault, "Package.swift, line \(line): the curriculum cannot be read\(place): \(what).")
  }
}
