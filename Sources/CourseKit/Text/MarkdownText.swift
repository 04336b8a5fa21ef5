import Foundation

/// Markdown as a terminal shows it: enough for lessons and hints.
public struct MarkdownText: Sendable {
  private let style: Style
  private let width: Int

  /// Creates a renderer for a width.
  public init(style: Style, width: Int) {
    self.style = style
    self.width = width
  }

  /// The text with headings, lists, code and emphasis as far as a terminal has them.
  public func rendered(_ markdown: String) -> String {
    var output: [String] = []
    var paragraph: [Substring] = []
    var isCode = false

    func finish() {
      if paragraph.isEmpty { return }
      let text = paragraph.joined(separator: " ")
      output.append(Wrapping.wrap(inline(text), width: width, indent: indent(of: paragraph[0])))
      paragraph = []
    }
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.drop(while: { $0 == " " }).hasPrefix("```") {
        finish()
        isCode.toggle()
      } else if isCode {
        output.append(style.cyan("    " + line))
      } else if line.allSatisfy(\.isWhitespace) {
        finish()
        if output.last?.isEmpty == false { output.append("") }
      } else if line.hasPrefix("#") {
        finish()
        output.append(
          style.bold(inline(String(line.drop { $0 == "#" }.dropFirst()), isPlain: true)))
      } else if line.hasPrefix("    "), paragraph.isEmpty {
        output.append(style.cyan(String(line)))
      } else if line.hasPrefix("<"), line.hasSuffix(">") {
        finish()
        let text = line.replacing("<summary>", with: "▸ ").replacing("</summary>", with: "")
          .replacing("<details>", with: "").replacing("</details>", with: "")
        if !text.isEmpty, !text.hasPrefix("<") { output.append(style.dim(text)) }
      } else if isItem(line) || line.hasPrefix("|") || line.hasPrefix(">") {
        finish()
        paragraph = [line]
        if !isItem(line) { finish() }
      } else {
        paragraph.append(paragraph.isEmpty ? line : line.trimmingPrefix(while: { $0 == " " }))
      }
    }
    finish()
    while output.last?.isEmpty == true { output.removeLast() }
    return output.joined(separator: "\n")
  }

  private func isItem(_ line: Substring) -> Bool {
    let text = line.drop { $0 == " " }
    return text.hasPrefix("- ") || text.hasPrefix("* ")
      || (text.first?.isNumber == true && text.drop { $0.isNumber }.hasPrefix(". "))
  }

  private func indent(of line: Substring) -> String {
    guard isItem(line) else { return "" }
    let spaces = line.prefix { $0 == " " }.count
    let mark = line.dropFirst(spaces).prefix { $0 != " " }.count
    return String(repeating: " ", count: spaces + mark + 1)
  }

  /// Code, emphasis, links and pictures within a line.
  private func inline(_ text: String, isPlain: Bool = false) -> String {
    var result = ""
    var rest = text[...]
    while let character = rest.first {
      if character == "`", let end = rest.dropFirst().firstIndex(of: "`") {
        let code = rest[rest.index(after: rest.startIndex)..<end]
        result += isPlain ? String(code) : style.cyan(code)
        rest = rest[rest.index(after: end)...]
      } else if rest.hasPrefix("**"), let end = rest.dropFirst(2).range(of: "**") {
        let strong = rest[rest.index(rest.startIndex, offsetBy: 2)..<end.lowerBound]
        result += isPlain ? String(strong) : style.bold(strong)
        rest = rest[end.upperBound...]
      } else if character == "*", let end = rest.dropFirst().firstIndex(of: "*"),
        rest.dropFirst().first?.isWhitespace == false
      {
        let stressed = rest[rest.index(after: rest.startIndex)..<end]
        result += isPlain ? String(stressed) : style.italic(stressed)
        rest = rest[rest.index(after: end)...]
      } else if rest.hasPrefix("!["), let link = link(in: rest.dropFirst()) {
        result += style.dim("[picture: \(link.text)]")
        rest = link.rest
      } else if character == "[", let link = link(in: rest) {
        result += link.text + (link.target.contains("://") ? " (\(link.target))" : "")
        rest = link.rest
      } else {
        result.append(character)
        rest = rest.dropFirst()
      }
    }
    return result
  }

  private func link(in text: Substring) -> (text: String, target: String, rest: Substring)? {
    guard let middle = text.range(of: "]("),
      let end = text[middle.upperBound...].firstIndex(of: ")")
    else { return nil }
    let label = text[text.index(after: text.startIndex)..<middle.lowerBound]
    guard !label.contains("[") else { return nil }
    return (
      String(label), String(text[middle.upperBound..<end]), text[text.index(after: end)...]
    )
  }
}
