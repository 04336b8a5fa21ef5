import Foundation

/// Markdown as a terminal shows it: enough for lessons and hints, formulas included.
public struct MarkdownText: Sendable {
  private let style: Style
  private let width: Int

  /// Creates a renderer for a width.
  public init(style: Style, width: Int) {
    self.style = style
    self.width = width
  }

  /// Returns the text with headings, lists, code, formulas and emphasis as far as a terminal has them.
  public func rendered(_ markdown: String) -> String {
    var output: [String] = []
    var paragraph: [Substring] = []
    var isCode = false

    func finish() {
      if paragraph.isEmpty { return }
      let text = paragraph.joined(separator: " ")
      if let formula = displayed(text) {
        output.append(formula)
      } else {
        let wrapped = Wrapping.wrap(
          inline(text), width: width, indent: indent(of: paragraph[0]))
        // The spaces of a formula have kept it on one line; from here on they are ordinary ones.
        output.append(wrapped.replacing("\u{A0}", with: " "))
      }
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
          style.bold(
            inline(String(line.drop { $0 == "#" }.dropFirst()), isPlain: true)
              .replacing("\u{A0}", with: " ")))
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

  /// A formula that stands alone, indented, with a line for each part between wide spaces.
  private func displayed(_ paragraph: String) -> String? {
    guard paragraph.hasPrefix("$$"), paragraph.hasSuffix("$$"), paragraph.count > 4 else {
      return nil
    }
    let source = paragraph.dropFirst(2).dropLast(2)
    return formulaText(source).split(separator: "\u{2003}").map { part in
      style.italic(
        Wrapping.wrap("    " + part.drop { $0 == " " }, width: width, indent: "      "))
    }.joined(separator: "\n")
  }

  /// A formula in a line of text; one that cannot be read stays as it was written.
  private func formulaText(_ source: some StringProtocol) -> String {
    do throws(FormulaError) {
      return try Formula(tex: String(source)).text
    } catch {
      return String(source)
    }
  }

  /// Where the formula ends that begins behind the dollar at the start, if there is one.
  ///
  /// As in Pandoc: no space inside the dollars, and no digit behind the second, so that prices are
  /// left alone.
  private func endOfFormula(in text: Substring) -> Substring.Index? {
    guard let first = text.dropFirst().first, !first.isWhitespace, first != "$" else { return nil }
    var rest = text.dropFirst()
    while let end = rest.firstIndex(of: "$") {
      let next = text.index(after: end)
      let closes = !text[text.index(before: end)].isWhitespace
      if closes, next == text.endIndex || !text[next].isNumber { return end }
      rest = text[next...]
    }
    return nil
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

  /// Code, formulas, emphasis, links and pictures within a line.
  private func inline(_ text: String, isPlain: Bool = false) -> String {
    var result = ""
    var rest = text[...]
    while let character = rest.first {
      if character == "`", let end = rest.dropFirst().firstIndex(of: "`") {
        let code = rest[rest.index(after: rest.startIndex)..<end]
        result += isPlain ? String(code) : style.cyan(code)
        rest = rest[rest.index(after: end)...]
      } else if character == "$", let end = endOfFormula(in: rest) {
        let formula = formulaText(rest[rest.index(after: rest.startIndex)..<end])
          .replacing(" ", with: "\u{A0}")
        result += isPlain ? formula : style.italic(formula)
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
