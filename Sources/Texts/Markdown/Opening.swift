/// What a line of Markdown begins.
enum Opening: Equatable {
  case nothing, comment, fence, indented, rule, formula, quote, fold, table, item, html, text
  case heading(Int)

  /// Looks at a line, and at the one below it where that decides.
  init(_ line: Substring, before next: Substring?) {
    let text = line.drop { $0 == " " }
    self =
      if text.isEmpty || text.allSatisfy(\.isWhitespace) {
        .nothing
      } else if text.hasPrefix("```") {
        .fence
      } else if line.hasPrefix("    ") {
        .indented
      } else if text.hasPrefix("<!--") {
        .comment
      } else if let level = Opening.level(of: text) {
        .heading(level)
      } else if text.count > 2, text.allSatisfy({ $0 == "-" }) || text.allSatisfy({ $0 == "*" }) {
        .rule
      } else if text.hasPrefix("$$") {
        .formula
      } else if text.hasPrefix(">") {
        .quote
      } else if text.hasPrefix("<details") {
        .fold
      } else if text.hasPrefix("|"), Opening.isDelimiter(next) {
        .table
      } else if Item(line) != nil {
        .item
      } else if text.hasPrefix("<"),
        text.dropFirst().first.map({ $0.isLetter || $0 == "/" }) == true,
        text.hasSuffix(">")
      {
        .html
      } else {
        .text
      }
  }

  /// Whether a line ends the paragraph before it.
  ///
  /// A number does only if it is 1, so that a year at
  /// the beginning of a line is no list.
  static func interrupts(_ line: Substring) -> Bool {
    switch Opening(line, before: nil) {
    case .text, .indented: false
    case .item: Item(line).map { ($0.number ?? 1) == 1 } ?? false
    default: true
    }
  }

  private static func level(of text: Substring) -> Int? {
    let level = text.prefix { $0 == "#" }.count
    return (1...6).contains(level) && text.dropFirst(level).hasPrefix(" ") ? level : nil
  }

  private static func isDelimiter(_ line: Substring?) -> Bool {
    guard let line, line.hasPrefix("|") else { return false }
    return line.contains("-") && line.allSatisfy { "|-: ".contains($0) }
  }
}

/// The mark of an item of a list.
struct Item {
  /// The number, unless it is a bullet.
  let number: Int?
  /// How far the mark stands to the right.
  let indent: Int
  /// Where the words begin.
  let width: Int

  var isNumbered: Bool { number != nil }

  init?(_ line: Substring) {
    indent = line.prefix { $0 == " " }.count
    let text = line.dropFirst(indent)
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let mark = digits.isEmpty ? text.prefix(1) : text.prefix(digits.count + 1)
    guard indent < 4, let last = mark.last, (digits.isEmpty ? "-*+" : ".)").contains(last),
      text.dropFirst(mark.count).hasPrefix(" ")
    else { return nil }
    number = digits.isEmpty ? nil : Int(digits)
    if !digits.isEmpty, number == nil { return nil }
    width = indent + mark.count + text.dropFirst(mark.count).prefix { $0 == " " }.count
  }
}
