/// An element of a document with what it contains; reading one fails where markup is broken.
final class Element {
  let name: String
  let attributes: [String: String]
  var children: [Element] = []
  /// The text in it and in its children, references resolved.
  var text = ""

  init(_ name: String, _ attributes: [String: String]) {
    self.name = name
    self.attributes = attributes
  }

  func all(_ name: String) -> [Element] {
    children.flatMap { ($0.name == name ? [$0] : []) + $0.all(name) }
  }

  func number(_ attribute: String) -> Double { Double(attributes[attribute] ?? "") ?? .nan }
}

struct MarkupError: Error, CustomStringConvertible {
  let description: String
}

/// Reads a document by the strict rules of XML, but for the elements of HTML that have no end tag.
func tree(of markup: String) throws -> Element {
  let void: Set<String> = ["meta", "img", "br", "hr"]
  var rest = Substring(markup)
  let root = Element("", [:])
  var open = [root]
  var identifiers: Set<String> = []
  func fail(_ problem: String) -> MarkupError {
    MarkupError(description: "\(problem) at: \(rest.prefix(60))")
  }
  func resolved(_ raw: Substring) throws -> String {
    guard !raw.contains("<"), !raw.contains(">") else { throw fail("a bare < or > in \(raw)") }
    var result = ""
    var raw = raw
    while let mark = raw.firstIndex(of: "&") {
      result += raw[..<mark]
      let references = [
        "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'",
      ]
      guard let (name, text) = references.first(where: { raw[mark...].hasPrefix($0.key) }) else {
        throw fail("a bare & in \(raw)")
      }
      result += text
      raw = raw[mark...].dropFirst(name.count)
    }
    result += raw
    let isClean = result.unicodeScalars.allSatisfy { $0.value >= 32 || $0 == "\n" }
    guard isClean else { throw fail("a control character in \(result.debugDescription)") }
    return result
  }
  if rest.hasPrefix("<!DOCTYPE html>\n") { rest = rest.dropFirst(16) }
  while !rest.isEmpty {
    guard rest.first == "<" else {
      let end = rest.firstIndex(of: "<") ?? rest.endIndex
      // What a style sheet or a script contains is no markup.
      let text =
        ["style", "script"].contains(open[open.count - 1].name)
        ? String(rest[..<end]) : try resolved(rest[..<end])
      for element in open { element.text += text }
      rest = rest[end...]
      continue
    }
    guard let end = rest.firstIndex(of: ">") else { throw fail("a tag without an end") }
    var tag = rest[rest.index(after: rest.startIndex)..<end]
    if tag.hasPrefix("/") {
      let element = open.removeLast()
      guard element.name == tag.dropFirst() else {
        throw fail("the end of \(element.name) is missing")
      }
      rest = rest[rest.index(after: end)...]
      continue
    }
    let isClosed = tag.hasSuffix("/")
    if isClosed { tag = tag.dropLast() }
    let name = tag.prefix { $0.isLetter || $0.isNumber }
    var attributes: [String: String] = [:]
    var list = tag.dropFirst(name.count)
    while let start = list.firstIndex(where: { $0 != " " }) {
      list = list[start...]
      guard let equals = list.firstIndex(of: "=") else { throw fail("an attribute without value") }
      let key = String(list[..<equals])
      let quote = list.index(after: equals)
      guard quote < list.endIndex, list[quote] == "\"",
        let close = list[list.index(after: quote)...].firstIndex(of: "\"")
      else { throw fail("an attribute without quotes") }
      guard attributes[key] == nil else { throw fail("\(key) twice") }
      attributes[key] = try resolved(list[list.index(after: quote)..<close])
      list = list[list.index(after: close)...]
    }
    if let identifier = attributes["id"], !identifiers.insert(identifier).inserted {
      throw fail("the identifier \(identifier) twice")
    }
    let element = Element(String(name), attributes)
    open[open.count - 1].children.append(element)
    if !isClosed, !void.contains(element.name) { open.append(element) }
    rest = rest[rest.index(after: end)...]
  }
  guard open.count == 1 else { throw fail("the end of \(open[open.count - 1].name) is missing") }
  return root
}
