import Foundation

/// Takes lines apart into blocks; what stands inside of one is read in the same way.
struct BlockParser {
  private let lines: [Substring]
  private var index = 0

  init(_ lines: [Substring]) { self.lines = lines }

  func blocks() -> [Markdown.Block] {
    var parser = self
    var blocks: [Markdown.Block] = []
    while parser.index < parser.lines.count {
      if let block = parser.next() { blocks.append(block) }
    }
    return blocks
  }

  private var line: Substring { lines[index] }

  /// Takes the next block, or a line that shows nothing.
  private mutating func next() -> Markdown.Block? {
    switch Opening(line, before: index + 1 < lines.count ? lines[index + 1] : nil) {
    case .nothing:
      index += 1
      return nil
    case .comment:
      _ = take { $0.contains("-->") }
      return nil
    case .fence: return fence()
    case .indented: return indented()
    case .heading(let level):
      defer { index += 1 }
      let words = line.drop { $0 == "#" }.trimmingSpaces
      return .heading(level: level, InlineParser.inlines(of: words))
    case .rule:
      index += 1
      return .rule
    case .formula: return formula()
    case .quote:
      let inside = takeWhile { $0.hasPrefix(">") }.map { line in
        line.dropFirst().hasPrefix(" ") ? line.dropFirst(2) : line.dropFirst()
      }
      return .quote(BlockParser(inside).blocks())
    case .fold: return fold()
    case .table: return table()
    case .item: return list()
    case .html: return .html(takeWhile { !$0.trimmingSpaces.isEmpty }.joined(separator: "\n"))
    case .text: return paragraph()
    }
  }

  private mutating func takeWhile(_ belongs: (Substring) -> Bool) -> [Substring] {
    let start = index
    while index < lines.count, belongs(line) { index += 1 }
    return Array(lines[start..<index])
  }

  /// Takes lines up to one that ends them, or all that are left.
  private mutating func take(through isLast: (Substring) -> Bool) -> [Substring] {
    let start = index
    while index < lines.count {
      index += 1
      if isLast(lines[index - 1]) { break }
    }
    return Array(lines[start..<index])
  }

  private mutating func fence() -> Markdown.Block {
    let indent = line.prefix { $0 == " " }.count
    let mark = line.dropFirst(indent).prefix { $0 == "`" }
    let language = line.dropFirst(indent).drop { $0 == "`" }.trimmingSpaces
    index += 1
    let inside = takeWhile { line in
      let text = line.drop { $0 == " " }
      return !(text.hasPrefix(mark) && text.allSatisfy { $0 == "`" || $0 == " " })
    }
    index += 1
    let text = inside.map { line in
      line.dropFirst(min(indent, line.prefix { $0 == " " }.count))
    }
    return .code(text.joined(separator: "\n"), language: language)
  }

  private mutating func indented() -> Markdown.Block {
    var code = takeWhile { $0.hasPrefix("    ") || $0.trimmingSpaces.isEmpty }
    while code.last?.trimmingSpaces.isEmpty == true { code.removeLast() }
    return .code(code.map { $0.dropFirst(4) }.joined(separator: "\n"), language: "")
  }

  private mutating func formula() -> Markdown.Block {
    var isFirst = true
    let lines = take { line in
      let rest = isFirst ? line.dropFirst(2) : line
      isFirst = false
      return rest.trimmingSpaces.hasSuffix("$$")
    }
    let text = lines.map(\.trimmingSpaces).joined(separator: " ")
    return .formula(String(text.dropFirst(2).dropLast(text.hasSuffix("$$") ? 2 : 0)).trimmingSpaces)
  }

  private mutating func fold() -> Markdown.Block {
    var depth = 0
    let whole = take { line in
      depth += line.ranges(of: "<details").count - line.ranges(of: "</details>").count
      return depth <= 0
    }.joined(separator: "\n")
    var inside = whole.drop { $0 != ">" }.dropFirst()
    if let end = inside.range(of: "</details>", options: .backwards) {
      inside = inside[..<end.lowerBound]
    }
    var summary = "Details"[...]
    if let start = inside.range(of: "<summary>"), let end = inside.range(of: "</summary>"),
      start.upperBound <= end.lowerBound
    {
      summary =
        inside[start.upperBound..<end.lowerBound].replacing("\n", with: " ")
        .replacing("<b>", with: "").replacing("</b>", with: "")[...]
      inside = inside[end.upperBound...]
    }
    let lines = inside.split(separator: "\n", omittingEmptySubsequences: false)
    return .fold(
      summary: InlineParser.inlines(of: summary.trimmingSpaces), BlockParser(lines).blocks())
  }

  private mutating func table() -> Markdown.Block {
    let rows = takeWhile { $0.hasPrefix("|") }.map(BlockParser.cells)
    let header = rows[0].map(InlineParser.inlines)
    let areNumbers = rows[1].map { $0.hasSuffix(":") }
    func fitted<Element>(_ cells: [Element], _ empty: Element) -> [Element] {
      Array(cells.prefix(header.count))
        + Array(repeating: empty, count: max(0, header.count - cells.count))
    }
    return .table(
      header: header, rows: rows.dropFirst(2).map { fitted($0.map(InlineParser.inlines), []) },
      areNumbers: fitted(areNumbers, false))
  }

  /// The cells between strokes; a stroke in code or behind a backslash is none.
  private static func cells(_ line: Substring) -> [String] {
    var cells: [String] = []
    var cell = ""
    var isCode = false
    var previous: Character = " "
    for character in line.trimmingSpaces.dropFirst() {
      if character == "`" { isCode.toggle() }
      if character == "|", previous == "\\" {
        cell.removeLast()
        cell.append("|")
      } else if character == "|", !isCode {
        cells.append(cell.trimmingSpaces)
        cell = ""
      } else {
        cell.append(character)
      }
      previous = character
    }
    if !cell.trimmingSpaces.isEmpty { cells.append(cell.trimmingSpaces) }
    return cells
  }

  private mutating func list() -> Markdown.Block {
    var items: [[Markdown.Block]] = []
    let first = Item(line)
    while index < lines.count, let item = Item(line), item.isNumbered == first?.isNumbered,
      item.indent == first?.indent
    {
      var inside = [line.dropFirst(item.width)]
      index += 1
      while index < lines.count {
        if line.trimmingSpaces.isEmpty {
          // An empty line belongs to the item if more of it follows.
          let rest = lines[index...].drop { $0.trimmingSpaces.isEmpty }
          guard rest.first?.prefix(item.width).allSatisfy({ $0 == " " }) == true else { break }
          inside.append("")
        } else if line.prefix(item.width).allSatisfy({ $0 == " " }) {
          inside.append(line.dropFirst(item.width))
        } else if Opening(line, before: nil) == .text, !(inside.last?.isEmpty ?? true) {
          inside.append(line.drop { $0 == " " })
        } else {
          break
        }
        index += 1
      }
      items.append(BlockParser(inside).blocks())
      let rest = lines[index...].drop { $0.trimmingSpaces.isEmpty }
      if let next = rest.first.flatMap(Item.init), next.isNumbered == first?.isNumbered,
        next.indent == first?.indent
      {
        index = rest.startIndex
      }
    }
    return .list(first: first?.number, items)
  }

  private mutating func paragraph() -> Markdown.Block {
    let start = index
    index += 1
    while index < lines.count, !Opening.interrupts(line) { index += 1 }
    let text = lines[start..<index].map(\.trimmingSpaces).joined(separator: " ")
    return .paragraph(InlineParser.inlines(of: text))
  }
}
