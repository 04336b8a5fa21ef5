/// The words, signs and quoted texts of Swift code, without its comments and white space.
///
/// It is as much of a lexer as it takes to find calls in a file that need not compile.
struct SwiftTokens {
  /// A word, a number, a single sign, or a text with its quotation marks.
  struct Token: Equatable {
    let text: String
    /// The line that it stands in, counted from 1.
    let line: Int
    /// Whether it begins its line.
    let isFirstColumn: Bool
  }

  /// All of them, in order.
  private(set) var tokens: [Token] = []

  private let bytes: [UInt8]
  private var place = 0
  private var line = 1
  private var lineStart = 0

  /// Reads a text of any kind; what is no Swift gives some tokens, too.
  init(_ text: String) {
    bytes = Array(text.utf8)
    while place < bytes.count { readNext() }
  }

  private func starts(_ text: StaticString, at index: Int) -> Bool {
    text.withUTF8Buffer { bytes[index...].starts(with: $0) }
  }

  private mutating func readNext() {
    let start = place
    switch bytes[place] {
    case UInt8(ascii: "\n"): advance()
    case UInt8(ascii: "\""): addText(from: start, pounds: 0)
    case UInt8(ascii: "#"):
      let pounds = bytes[place...].prefix { $0 == UInt8(ascii: "#") }.count
      if place + pounds < bytes.count, bytes[place + pounds] == UInt8(ascii: "\"") {
        place += pounds
        addText(from: start, pounds: pounds)
      } else {
        place += 1
        add(from: start)
      }
    case UInt8(ascii: "/") where starts("//", at: place):
      while place < bytes.count, bytes[place] != UInt8(ascii: "\n") { place += 1 }
    case UInt8(ascii: "/") where starts("/*", at: place): skipComment()
    case let byte where SwiftTokens.isWord(byte):
      while place < bytes.count, SwiftTokens.isWord(bytes[place]) { place += 1 }
      add(from: start)
    case let byte where byte <= UInt8(ascii: " "): place += 1
    default:
      place += 1
      add(from: start)
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }

  private mutating func add(from start: Int) {
    tokens.append(
      Token(
        text: String(decoding: bytes[start..<place], as: UTF8.self), line: line,
        isFirstColumn: start == lineStart))
  }

  private mutating func addText(from start: Int, pounds: Int) {
    skipText(pounds: pounds)
    add(from: start)
  }

  /// Goes on by one byte, and counts lines.
  private mutating func advance() {
    if bytes[place] == UInt8(ascii: "\n") {
      line += 1
      lineStart = place + 1
    }
    place += 1
  }

  /// Comments may stand in comments.
  private mutating func skipComment() {
    var depth = 0
    repeat {
      let step = starts("/*", at: place) ? 1 : starts("*/", at: place) ? -1 : 0
      depth += step
      if step != 0 { advance() }
      advance()
    } while depth > 0 && place < bytes.count
  }

  /// Skips a text with what is computed in it, to its end, or to that of the line if it has none.
  private mutating func skipText(pounds: Int) {
    let isLong = starts("\"\"\"", at: place)
    let end = (isLong ? "\"\"\"" : "\"") + String(repeating: "#", count: pounds)
    place += isLong ? 3 : 1
    while place < bytes.count {
      if bytes[place...].starts(with: end.utf8) {
        place += end.utf8.count
        return
      }
      if !isLong, bytes[place] == UInt8(ascii: "\n") { return }
      if pounds == 0, bytes[place] == UInt8(ascii: "\\"), place + 1 < bytes.count { advance() }
      advance()
    }
  }
}
