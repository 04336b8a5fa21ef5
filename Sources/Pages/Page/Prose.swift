import Texts

/// Running text with a little markup: `*emphasis*`, `**strong**`, `` `code` `` and `$formula$`.
///
/// Only what is written in the program is markup. What is put in by `\( )` stays as it is, so that
/// a name from a file cannot turn into a formula.
public struct Prose: Equatable, Sendable {
  let parts: [Markdown.Inline]

  /// Takes a text as it is, without markup.
  ///
  /// - Parameter text: Words.
  public init(verbatim text: String) { parts = text.isEmpty ? [] : [.text(text)] }

  /// The text without markup.
  public var plain: String { parts.plain }

  var html: String { MarkdownHTML().inline(parts) }

  /// The text for a terminal; where it has no colours, code keeps its marks.
  func styled(on terminal: Terminal, _ base: StyledText.Style = .plain) -> StyledText {
    Prose.styled(parts, on: terminal, base)
  }

  private static func styled(
    _ parts: [Markdown.Inline], on terminal: Terminal, _ base: StyledText.Style
  ) -> StyledText {
    var result = StyledText()
    for part in parts {
      var style = base
      switch part {
      case .text(let text): result.append(text, style)
      case .emphasis(let inner):
        style.isItalic = true
        result = result + styled(inner, on: terminal, style)
      case .strong(let inner):
        style.isBold = true
        result = result + styled(inner, on: terminal, style)
      case .code(let text):
        style.foreground = ChartStyle.terminalColour(0)
        result.append(terminal.colours == .none ? "`\(text)`" : text, style)
      case .formula(let formula):
        style.isItalic = true
        // What belongs together stays on a line.
        result.append(formula.text.replacing(" ", with: "\u{A0}"), style)
      case .link(let words, _): result = result + styled(words, on: terminal, style)
      case .picture(let alternative, _): result.append(alternative, style)
      }
    }
    return result
  }
}

extension Prose: ExpressibleByStringInterpolation {
  /// Collects literal text, which is markup, and what is put into it, which is not.
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var characters: [InlineParser.Mark] = []

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

  /// Cuts a text at its marks; a formula with an error in it stops the program.
  private static func parts(of characters: [InlineParser.Mark]) -> [Markdown.Inline] {
    InlineParser(characters, hasLinks: false) { Formula(stringLiteral: $0) }.inlines()
  }
}
