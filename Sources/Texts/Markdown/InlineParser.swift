/// Cuts a line at its marks; a mark without a partner is an ordinary character.
///
/// A mark that opens has a word behind it, and one that closes before it: 2 * 3 * 4 is no emphasis. As
/// in Pandoc, no digit follows a dollar that closes, so that prices are left alone.
package struct InlineParser {
  /// A character, and whether it may be a mark; what a program puts into a text may not.
  package typealias Mark = (character: Character, isMarkup: Bool)

  private let characters: ArraySlice<Mark>
  /// Whether brackets make links and pictures, and a backslash takes a mark's meaning.
  private let hasLinks: Bool
  private let formula: (String) -> Formula?

  /// Reads a line of Markdown; a formula that cannot be read stays as it was written.
  static func inlines(of line: String) -> [Markdown.Inline] {
    InlineParser(line.map { ($0, true) }, hasLinks: true) { try? Formula(tex: $0) }.inlines()
  }

  /// Prepares to read a text.
  ///
  /// - Parameters:
  ///   - characters: The text.
  ///   - hasLinks: Whether brackets make links and pictures.
  ///   - formula: Reads TeX; nil leaves it as it was written.
  package init(_ characters: [Mark], hasLinks: Bool, formula: @escaping (String) -> Formula?) {
    self.init(characters[...], hasLinks: hasLinks, formula: formula)
  }

  private init(
    _ characters: ArraySlice<Mark>, hasLinks: Bool, formula: @escaping (String) -> Formula?
  ) {
    self.characters = characters
    self.hasLinks = hasLinks
    self.formula = formula
  }

  /// The parts of the text.
  package func inlines() -> [Markdown.Inline] {
    var parts: [Markdown.Inline] = []
    var plain = ""
    var index = characters.startIndex
    while index < characters.endIndex {
      if let (part, end) = part(at: index) {
        if !plain.isEmpty { parts.append(.text(plain)) }
        plain = ""
        parts.append(part)
        index = end
      } else if hasLinks, isMark("\\", at: index), index + 1 < characters.endIndex,
        "\\`*_{}[]()#+-.!|$<>".contains(characters[index + 1].character)
      {
        plain.append(characters[index + 1].character)
        index += 2
      } else {
        // Both stars of a pair that opens nothing are text.
        let count = isMark("**", at: index) ? 2 : 1
        plain += characters[index..<(index + count)].map(\.character)
        index += count
      }
    }
    if !plain.isEmpty { parts.append(.text(plain)) }
    return parts
  }

  /// The part that begins at a place, and the place behind it.
  private func part(at index: Int) -> (Markdown.Inline, end: Int)? {
    if isMark("`", at: index) { return code(at: index) }
    if isMark("$", at: index) { return formula(at: index) }
    if isMark("**", at: index) { return emphasised("**", at: index).map { (.strong($0), $1) } }
    if isMark("*", at: index) { return emphasised("*", at: index).map { (.emphasis($0), $1) } }
    guard hasLinks else { return nil }
    if isMark("![", at: index), let (words, target, end) = link(at: index + 1) {
      return (.picture(alternative: string(words), target: target), end)
    }
    if isMark("[", at: index), let (words, target, end) = link(at: index) {
      return (.link(inner(words), target: target), end)
    }
    return nil
  }

  private func isMark(_ mark: String, at index: Int) -> Bool {
    var place = index
    for character in mark {
      guard place < characters.endIndex, characters[place].isMarkup,
        characters[place].character == character
      else { return false }
      place += 1
    }
    return true
  }

  private func string(_ range: Range<Int>) -> String {
    String(characters[range].map(\.character))
  }

  private func inner(_ range: Range<Int>) -> [Markdown.Inline] {
    InlineParser(characters[range], hasLinks: hasLinks, formula: formula).inlines()
  }

  /// Code between as many accents as it begins with.
  private func code(at index: Int) -> (Markdown.Inline, end: Int)? {
    var start = index
    while isMark("`", at: start) { start += 1 }
    let mark = String(repeating: "`", count: start - index)
    var place = start
    while place < characters.endIndex {
      guard isMark("`", at: place) else {
        place += 1
        continue
      }
      var end = place
      while isMark("`", at: end) { end += 1 }
      if end - place == mark.count {
        var text = string(start..<place)
        // ` a ` in longer marks: one space at each end belongs to the marks.
        if mark.count > 1, text.hasPrefix(" "), text.hasSuffix(" "), text.count > 2 {
          text = String(text.dropFirst().dropLast())
        }
        return text.isEmpty ? nil : (.code(text), end)
      }
      place = end
    }
    return nil
  }

  private func formula(at index: Int) -> (Markdown.Inline, end: Int)? {
    guard let end = endOfFormula(at: index) else { return nil }
    let source = string((index + 1)..<(end - 1))
    return (formula(source).map { .formula($0) } ?? .text(source), end)
  }

  private func endOfFormula(at index: Int) -> Int? {
    guard isWord(at: index + 1), !isMark("$", at: index + 1) else { return nil }
    for place in (index + 1)..<characters.endIndex where isMark("$", at: place) {
      let isBeforeDigit =
        place + 1 < characters.endIndex && characters[place + 1].character.isNumber
      if isWord(at: place - 1), !isBeforeDigit { return place + 1 }
    }
    return nil
  }

  private func isWord(at index: Int) -> Bool {
    characters.indices.contains(index) && !characters[index].character.isWhitespace
  }

  private func emphasised(_ mark: String, at index: Int) -> ([Markdown.Inline], end: Int)? {
    let start = index + mark.count
    guard isWord(at: start) else { return nil }
    var place = start
    while place < characters.endIndex {
      if isMark("`", at: place), let code = code(at: place) {
        place = code.end
      } else if isMark("$", at: place), let end = endOfFormula(at: place) {
        place = end
      } else if isMark("*", at: place) {
        var end = place
        while isMark("*", at: end) { end += 1 }
        // In a run of stars those at its end close what began first.
        let close = end - mark.count
        if end - place >= mark.count, (end - place) % 2 == mark.count % 2 || end - place == 3,
          place > start || close > start, isWord(at: place - 1)
        {
          return (inner(start..<close), end)
        }
        place = end
      } else {
        place += 1
      }
    }
    return nil
  }

  /// What stands in brackets, where the parentheses behind them lead, and the place behind those.
  private func link(at index: Int) -> (words: Range<Int>, target: String, end: Int)? {
    var depth = 0
    var place = index
    while place < characters.endIndex {
      if isMark("`", at: place), let code = code(at: place) {
        place = code.end
        continue
      }
      if isMark("[", at: place) { depth += 1 }
      if isMark("]", at: place) {
        depth -= 1
        if depth == 0 { break }
      }
      place += 1
    }
    guard isMark("](", at: place) else { return nil }
    let start = place + 2
    var end = start
    depth = 1
    while end < characters.endIndex {
      if isMark("(", at: end) { depth += 1 }
      if isMark(")", at: end) { depth -= 1 }
      if depth == 0 {
        // A title may follow the target: (figures/cat.png "A cat").
        let target = string(start..<end).split(separator: " ").first.map(String.init) ?? ""
        return (index + 1..<place, target, end + 1)
      }
      end += 1
    }
    return nil
  }
}
