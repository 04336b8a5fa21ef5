/// A Markdown document as a tree: the part of GitHub's Markdown that lessons are written in.
///
/// Headings, paragraphs, lists, tables, quotes, code, formulas between dollars, pictures, links, and
/// folds (`<details>`). Everything that reads lessons starts from this tree: the terminal, the pages
/// of the book, the proof of links.
public struct Markdown: Equatable, Sendable {
  /// The blocks from the top.
  public let blocks: [Block]

  /// Reads a document; whatever has no meaning is text.
  ///
  /// - Parameter text: The Markdown.
  public init(_ text: String) {
    blocks = BlockParser(text.split(separator: "\n", omittingEmptySubsequences: false)).blocks()
  }

  /// What stands alone: a paragraph, a list, a fold.
  public indirect enum Block: Equatable, Sendable {
    case heading(level: Int, [Inline])
    case paragraph([Inline])
    /// Code in fences, with the language behind the first, or indented.
    case code(String, language: String)
    /// A formula on a line of its own, in TeX.
    case formula(String)
    case quote([Block])
    /// Items with bullets; with numbers where there is a first one.
    case list(first: Int?, [[Block]])
    case table(header: [[Inline]], rows: [[[Inline]]], areNumbers: [Bool])
    /// What opens when its summary is touched.
    case fold(summary: [Inline], [Block])
    /// Other markup, as it was written.
    case html(String)
    case rule
  }

  /// A part of a line.
  public indirect enum Inline: Equatable, Sendable {
    case text(String)
    case emphasis([Inline])
    case strong([Inline])
    case code(String)
    case formula(Formula)
    case link([Inline], target: String)
    case picture(alternative: String, target: String)
  }
}

extension Markdown.Inline {
  /// The words without any marks.
  public var plain: String {
    switch self {
    case .text(let text), .code(let text): text
    case .emphasis(let parts), .strong(let parts), .link(let parts, _): parts.plain
    case .formula(let formula): formula.text
    case .picture(let alternative, _): alternative
    }
  }
}

extension [Markdown.Inline] {
  /// The words without any marks.
  public var plain: String { map(\.plain).joined() }
}
