import Texts

/// Running text with a little markup: `*emphasis*`, `**strong**`, `` `code` `` and `$formula$`.
///
/// Only what is written in the program is markup. What is put in by `\( )` stays as it is, so that
/// a name from a file cannot turn into a formula.
public struct Prose: Equatable, Sendable {
  /// A part of the text.
  enum Part: Equatable, Sendable {
    case plain(String)
    case emphasis(String)
    case strong(String)
    case code(String)
    case formula(Formula)
  }

  let parts: [Part]

  /// Takes a text as it is, without markup.
  ///
  /// - Parameter text: Words.
  public init(verbatim text: String) { parts = text.isEmpty ? [] : [.plain(text)] }

  /// The text without markup.
  public var plain: String {
    parts.map { part in
      switch part {
      case .plain(let text), .emphasis(let text), .strong(let text), .code(let text): text
      case .formula(let formula): formula.text
      }
    }.joined()
  }

  var html: String {
    parts.map { part in
      switch part {
      case .plain(let text): escaped(text)
      case .emphasis(let text): "<em>\(escaped(text))</em>"
      case .strong(let text): "<strong>\(escaped(text))</strong>"
      case .code(let text): "<code>\(escaped(text))</code>"
      case .formula(let formula): formula.mathML(isDisplayed: false)
      }
    }.joined()
  }

  /// The text for a terminal; where it has no colours, code keeps its marks.
  func styled(on terminal: Terminal, _ base: StyledText.Style = .plain) -> StyledText {
    var result = StyledText()
    for part in parts {
      var style = base
      switch part {
      case .plain(let text): result.append(text, style)
      case .emphasis(let text):
        style.isItalic = true
        result.append(text, style)
      case .strong(let text):
        style.isBold = true
        result.append(text, style)
      case .code(let text):
        style.foreground = ChartStyle.terminalColour(0)
        result.append(terminal.colours == .none ? "`\(text)`" : text, style)
      case .formula(let formula):
        style.isItalic = true
        // What belongs together stays on a line.
        result.append(formula.text.replacing(" ", with: "\u{A0}"), style)
      }
    }
    return result
  }
}

extension Prose: ExpressibleByStringInterpolation {
  /// Collects literal text, which is markup, and what is put into it, which is not.
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var characters: [(character: Character, isMarkup: Bool)] = []

    /// Begins a text; how long it will be is of no interest.
    public init(literalCapacity: Int, interpolationCount: Int) {}

    /// Appends text in which marks have a meaning.
    public mutating func appendLiteral(_ literal: String) {
      characters += literal.map { ($0, true) }
    }

    /// Appends a value as it describes itself.
    public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      characters += value.description.map { ($0, false) }
    }

    /// Appends a number with a fixed count of decimals.
    public mutating func appendInterpolation(_ value: Double, decimals: Int) {
      characters += value.text(decimals: decimals).map { ($0, false) }
    }

    /// Appends a number with a fixed count of decimals.
    public mutating func appendInterpolation(_ value: Float, decimals: Int) {
      appendInterpolation(Double(value), decimals: decimals)
    }

    /// Appends a share of 1 in per cent.
    public mutating func appendInterpolation(percent value: Double, decimals: Int = 0) {
      characters += (value * 100).text(decimals: decimals).map { ($0, false) }
      characters += "\u{202F}%".map { ($0, false) }
    }
  }

  /// Reads text in which marks have a meaning.
  public init(stringLiteral text: String) {
    parts = Self.parts(of: text.map { ($0, true) })
  }

  /// Reads text in which marks have a meaning but for what was put into it.
  public init(stringInterpolation text: StringInterpolation) {
    parts = Self.parts(of: text.characters)
  }

  /// Cuts a text at its marks; one without a partner is an ordinary character.
  private static func parts(of characters: [(character: Character, isMarkup: Bool)]) -> [Part] {
    var parts: [Part] = []
    var plain = ""
    var index = 0
    func isMark(_ mark: String, at index: Int) -> Bool {
      let end = index + mark.count
      return end <= characters.count
        && zip(characters[index..<end], mark).allSatisfy { $0.isMarkup && $0.character == $1 }
    }
    while index < characters.count {
      let mark = ["**", "*", "`", "$"].first { isMark($0, at: index) }
      guard let mark else {
        plain.append(characters[index].character)
        index += 1
        continue
      }
      let start = index + mark.count
      let end = (start..<max(start, characters.count)).first { isMark(mark, at: $0) }
      // 2 * 3 * 4: a mark that opens has a word behind it, and one that closes before it.
      guard let end, end > start, characters[start].character != " ",
        characters[end - 1].character != " "
      else {
        plain += mark
        index = start
        continue
      }
      if !plain.isEmpty { parts.append(.plain(plain)) }
      plain = ""
      let content = String(characters[start..<end].map(\.character))
      let part: Part =
        switch mark {
        case "**": .strong(content)
        case "*": .emphasis(content)
        case "`": .code(content)
        default: .formula(Formula(stringLiteral: content))
        }
      parts.append(part)
      index = end + mark.count
    }
    if !plain.isEmpty { parts.append(.plain(plain)) }
    return parts
  }
}
