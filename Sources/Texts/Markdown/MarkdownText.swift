import Foundation

/// Markdown as a terminal shows it: enough for lessons and hints, formulas included.
public struct MarkdownText: Sendable {
  /// Where a text lies, so that its links can be said and followed.
  public struct Origin: Sendable {
    /// The folder that places are shown from.
    public let root: String
    /// The folder of the text, from there on.
    public let folder: String

    /// Names a place.
    ///
    /// - Parameters:
    ///   - root: The folder that places are shown from.
    ///   - folder: The folder of the text, from there on.
    public init(root: String, folder: String) {
      self.root = root
      self.folder = folder
    }
  }

  private let style: Style
  private let width: Int
  private let origin: Origin?

  /// Creates a renderer for a width.
  ///
  /// - Parameters:
  ///   - style: Whether there are colours.
  ///   - width: How many columns a line may take.
  ///   - origin: Where the text lies; without it, links to other files are words alone.
  public init(style: Style, width: Int, origin: Origin? = nil) {
    self.style = style
    self.width = width
    self.origin = origin
  }

  /// Returns the text with headings, lists, code, formulas and emphasis as far as a terminal has them.
  public func rendered(_ markdown: String) -> String { text(Markdown(markdown).blocks) }

  private func text(_ blocks: [Markdown.Block]) -> String {
    blocks.map(text).filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private func text(_ block: Markdown.Block) -> String {
    switch block {
    case .heading(_, let words): style.bold(words.plain)
    case .paragraph(let words): wrapped(words)
    case .code(let code, _):
      code.split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.isEmpty ? "" : style.cyan("    " + $0) }.joined(separator: "\n")
    case .formula(let source): displayed(source)
    case .quote(let blocks): inside(blocks, first: style.dim("│ "), others: style.dim("│ "))
    case .list(let first, let items): list(first, items)
    case .table(let header, let rows, let areNumbers): table([header] + rows, areNumbers)
    case .fold(let summary, let blocks):
      [style.dim("▸ " + summary.plain), text(blocks)].filter { !$0.isEmpty }
        .joined(separator: "\n\n")
    case .html: ""
    case .rule: style.dim(String(repeating: "─", count: min(width, 20)))
    }
  }

  private func wrapped(_ words: [Markdown.Inline]) -> String {
    // The spaces of a formula have kept it on one line; from here on they are ordinary ones.
    Wrapping.wrap(inline(words), width: width).replacing("\u{A0}", with: " ")
  }

  /// What stands within another block, behind a mark.
  private func inside(_ blocks: [Markdown.Block], first: String, others: String) -> String {
    let narrower = MarkdownText(
      style: style, width: max(10, width - Wrapping.width(of: others)), origin: origin)
    return narrower.text(blocks).split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated().map { ($0 == 0 ? first : others) + $1 }.joined(separator: "\n")
  }

  private func list(_ first: Int?, _ items: [[Markdown.Block]]) -> String {
    let texts = items.enumerated().map { index, blocks in
      let mark = first.map { "\($0 + index). " } ?? "- "
      return inside(blocks, first: mark, others: String(repeating: " ", count: mark.count))
    }
    return texts.joined(separator: items.allSatisfy { $0.count <= 1 } ? "\n" : "\n\n")
  }

  /// Columns side by side where there is room; else a line for each row.
  private func table(_ rows: [[[Markdown.Inline]]], _ areNumbers: [Bool]) -> String {
    let cells = rows.map { $0.map { inline($0).replacing("\u{A0}", with: " ") } }
    let widths = areNumbers.indices.map { column in
      cells.map { Wrapping.width(of: $0[column]) }.max() ?? 0
    }
    if widths.reduce(0, +) + 2 * (widths.count - 1) > width {
      return cells.map { row in
        Wrapping.wrap(row.joined(separator: style.dim(" · ")), width: width, indent: "  ")
      }.joined(separator: "\n")
    }
    let lines = cells.map { row in
      row.enumerated().map { column, cell in
        let room = String(repeating: " ", count: widths[column] - Wrapping.width(of: cell))
        return areNumbers[column] ? room + cell : cell + room
      }.joined(separator: "  ")
    }
    let rule = style.dim(widths.map { String(repeating: "─", count: $0) }.joined(separator: "  "))
    return ([lines[0], rule] + lines.dropFirst()).joined(separator: "\n")
  }

  /// A formula that stands alone, indented, with a line for each part between wide spaces.
  private func displayed(_ source: String) -> String {
    let text = (try? Formula(tex: source))?.text ?? source
    return text.split(separator: "\u{2003}").map { part in
      style.italic(
        Wrapping.wrap("    " + part.drop { $0 == " " }, width: width, indent: "      "))
    }.joined(separator: "\n")
  }

  /// Code, formulas, emphasis, links and pictures within a line; a style has no other inside.
  private func inline(
    _ parts: [Markdown.Inline], _ styled: (String) -> String = { $0 }
  ) -> String {
    parts.map { part in
      switch part {
      case .text(let text): styled(text)
      case .code(let code): style.cyan(code)
      case .formula(let formula): style.italic(formula.text.replacing(" ", with: "\u{A0}"))
      case .strong(let parts): inline(parts) { style.bold($0) }
      case .emphasis(let parts): inline(parts) { style.italic($0) }
      case .link(let words, let target):
        inline(words, styled) + place(of: target, besides: words.plain)
      case .picture(let alternative, _): style.dim("[picture: \(alternative)]")
      }
    }.joined()
  }

  /// Where a link leads, in parentheses; nothing where its words say so, or it stays in the text.
  private func place(of target: String, besides words: String) -> String {
    if target.contains("://") { return target.hasSuffix(words) ? "" : " (\(target))" }
    let path = target.prefix { $0 != "#" }
    guard let origin, !path.isEmpty else { return "" }
    let file = URL(fileURLWithPath: "\(origin.root)/\(origin.folder)/\(path)").standardized.path
    let shown =
      file.hasPrefix(origin.root + "/") ? file.dropFirst(origin.root.count + 1) : file[...]
    return shown == words ? "" : " (\(style.link(shown, toFile: file)))"
  }
}
