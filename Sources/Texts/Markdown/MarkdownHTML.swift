/// Markdown as HTML: formulas as MathML, folds that open, pictures with their captions.
///
/// A fold below a paragraph that begins with **Predict** gets the class `prediction`; a paragraph that
/// begins with *Figure* or **Figure** behind a picture is its caption.
public struct MarkdownHTML {
  /// Where a link leads on the page; nil where there is nothing on these pages.
  private let link: (String) -> String?
  /// What shows a picture.
  private let picture: (_ alternative: String, _ target: String) -> String
  private var anchors: Anchors

  /// Creates a renderer.
  ///
  /// - Parameters:
  ///   - link: Where a link of the document leads on the page; nil where it cannot be followed there.
  ///   - picture: The markup that shows a picture, given its text alternative and target.
  public init(
    link: @escaping (String) -> String? = { $0 },
    picture: @escaping (_ alternative: String, _ target: String) -> String = MarkdownHTML.image
  ) {
    self.link = link
    self.picture = picture
    anchors = Anchors()
  }

  /// A picture as an `img` element.
  public static func image(alternative: String, target: String) -> String {
    #"<img src="\#(escaped(target))" alt="\#(escaped(alternative))">"#
  }

  /// Returns a document's markup; headings carry the anchors that GitHub gives them.
  public func rendered(_ document: Markdown) -> String {
    var renderer = self
    return renderer.html(document.blocks)
  }

  /// Returns the markup of a line, without one around it.
  public func inline(_ parts: [Markdown.Inline]) -> String {
    parts.map { part in
      switch part {
      case .text(let text): escaped(text)
      case .emphasis(let parts): "<em>\(inline(parts))</em>"
      case .strong(let parts): "<strong>\(inline(parts))</strong>"
      case .code(let code): "<code>\(escaped(code))</code>"
      case .formula(let formula): formula.mathML(isDisplayed: false)
      case .link(let words, let target):
        link(target).map { #"<a href="\#(escaped($0))">\#(inline(words))</a>"# } ?? inline(words)
      case .picture(let alternative, let target): picture(alternative, target)
      }
    }.joined()
  }

  private mutating func html(_ blocks: [Markdown.Block]) -> String {
    var result: [String] = []
    var isAsked = false
    var index = 0
    while index < blocks.count {
      let block = blocks[index]
      index += 1
      switch block {
      case .heading(let level, let words):
        isAsked = words.plain.hasPrefix("Predict")
        let anchor = anchors.next(for: words.plain)
        result.append(#"<h\#(level) id="\#(escaped(anchor))">\#(inline(words))</h\#(level)>"#)
      case .paragraph(let words):
        if case .strong(let first)? = words.first, first.plain.hasPrefix("Predict") {
          isAsked = true
        }
        let pictures = words.filter { if case .picture = $0 { true } else { false } }
        let rest = words.drop { part in
          if case .picture = part { true } else { part.plain.allSatisfy(\.isWhitespace) }
        }
        guard !pictures.isEmpty, rest.isEmpty || MarkdownHTML.isCaption(Array(rest)) else {
          result.append("<p>\(inline(words))</p>")
          continue
        }
        var caption = rest.isEmpty ? nil : Array(rest)
        if caption == nil, index < blocks.count, case .paragraph(let next) = blocks[index],
          MarkdownHTML.isCaption(next)
        {
          caption = next
          index += 1
        }
        result.append(figure(pictures, caption: caption))
      case .fold(let summary, let inside):
        let name = isAsked ? #" class="prediction""# : ""
        isAsked = false
        result.append(
          "<details\(name)><summary>\(inline(summary))</summary>\n\(html(inside))\n</details>")
      default: result.append(html(block))
      }
    }
    return result.joined(separator: "\n")
  }

  private func figure(_ pictures: [Markdown.Inline], caption: [Markdown.Inline]?) -> String {
    "<figure>\(inline(pictures))"
      + (caption.map { "<figcaption>\(inline($0))</figcaption>" } ?? "") + "</figure>"
  }

  /// Whether a paragraph is what stands under a picture: it begins with the word Figure.
  private static func isCaption(_ words: [Markdown.Inline]) -> Bool {
    switch words.first {
    case .emphasis(let parts), .strong(let parts):
      parts.plain.hasPrefix("Figure")
    default: false
    }
  }

  private mutating func html(_ block: Markdown.Block) -> String {
    switch block {
    case .heading, .paragraph, .fold: return html([block])
    case .code(let code, _):
      return #"<pre tabindex="0"><code>\#(escapedLines(code))</code></pre>"#
    case .formula(let source):
      guard let formula = try? Formula(tex: source) else {
        return "<pre><code>\(escapedLines(source))</code></pre>"
      }
      return #"<div class="formula" tabindex="0">"#
        + formula.displayedParts.joined(separator: "\n") + "</div>"
    case .quote(let blocks): return "<blockquote>\n\(html(blocks))\n</blockquote>"
    case .list(let first, let items):
      let isTight = items.allSatisfy { $0.count <= 1 }
      let texts = items.map { blocks in
        if isTight, case .paragraph(let words)? = blocks.first {
          return "<li>\(inline(words))</li>"
        }
        return "<li>\(html(blocks))</li>"
      }.joined(separator: "\n")
      guard let first else { return "<ul>\n\(texts)\n</ul>" }
      return "<ol\(first == 1 ? "" : #" start="\#(first)""#)>\n\(texts)\n</ol>"
    case .table(let header, let rows, let areNumbers):
      func style(_ column: Int) -> String { areNumbers[column] ? #" class="number""# : "" }
      let head = header.enumerated().map { column, words in
        #"<th scope="col"\#(style(column))>\#(inline(words))</th>"#
      }
      let body = rows.map { row in
        "<tr>"
          + row.enumerated().map { "<td\(style($0))>\(inline($1))</td>" }.joined() + "</tr>"
      }
      return #"<div class="scroll" tabindex="0"><table><thead><tr>\#(head.joined())</tr></thead>"#
        + "\n<tbody>\(body.joined(separator: "\n"))</tbody></table></div>"
    case .html(let markup): return markup
    case .rule: return "<hr>"
    }
  }

  private func escapedLines(_ code: String) -> String {
    code.split(separator: "\n", omittingEmptySubsequences: false).map { escaped(String($0)) }
      .joined(separator: "\n")
  }
}
