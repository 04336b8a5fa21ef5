extension Formula {
  /// The formula in one line of text, with raised and lowered characters where Unicode has them.
  public var text: String { content.text }
}

extension Formula.Node {
  fileprivate var text: String {
    switch self {
    case .identifier(let text), .name(let text), .bold(let text), .number(let text),
      .opening(let text), .closing(let text), .large(let text), .integral(let text):
      text
    case .sign("/"): "/"
    case .sign("·"): "·"
    case .sign("′"): "′"
    case .sign(let text): " \(text) "
    case .punctuation("."): "."
    case .punctuation(let text): "\(text) "
    case .function(let text, _): text.replacing("\u{2009}", with: "")
    case .words(let text): text
    // A quad parts formulas from each other; whoever has lines may break there.
    case .space(let width): width >= 1 ? "\u{2003}" : width > 0 ? " " : ""
    case .row(let nodes): Self.joined(nodes)
    case .fraction(let upper, let lower):
      (upper.isSum ? "(\(upper.text))" : upper.text) + "/"
        + (lower.isDifferential ? lower.text : lower.grouped)
    case .root(let content, let degree):
      (degree.map { ["3": "∛", "4": "∜"][$0.text] ?? (Self.raised($0.text) ?? "") + "√" } ?? "√")
        + content.grouped
    case .scripts(let base, let lower, let upper):
      base.text + (lower.map { Self.lowered($0.text) ?? "_\($0.grouped)" } ?? "")
        + (upper.map { Self.raised($0.text) ?? "^\($0.grouped)" } ?? "")
    case .accent(let content, let accent):
      // Marks that combine with the character before them.
      content.text
        + (["^": "\u{302}", "¯": "\u{304}", "~": "\u{303}", "→": "\u{20D7}", "˙": "\u{307}"][accent]
          ?? "\u{308}")
    case .braced(let content, let meaning, _): "\(content.text) (\(meaning.text))"
    case .fenced(let opening, let content, let closing): opening + content.text + closing
    case .grid(let rows, let kind, let opening, let closing):
      opening
        + rows.map { row in row.map(\.text).joined(separator: kind == .aligned ? "" : ", ") }
        .joined(separator: "; ") + closing
    }
  }

  /// Parts beside each other: with one space at most, and with one between a name and its argument.
  private static func joined(_ nodes: [Formula.Node]) -> String {
    var result = ""
    for (index, node) in nodes.enumerated() {
      var text = node.text
      // A sign at the beginning belongs to what follows: −x.
      if index == 0 || nodes[index - 1].endsOpen, case .sign(let sign) = node,
        "−+±∓¬".contains(sign)
      {
        text = String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      }
      let isWord =
        switch node {
        case .function, .scripts(.function, _, _), .scripts(.large, _, _), .large, .integral,
          .scripts(.integral, _, _):
          true
        default: false
        }
      if isWord, let last = result.last, last.isLetter || last.isNumber || last == ")" {
        result += " "
      }
      if index > 0, let last = result.last, last != " ", !text.hasPrefix(" "), !text.isEmpty {
        let (follows, isLarge) =
          switch nodes[index - 1] {
          case .function: (true, false)
          case .scripts(.function, _, _), .braced: (true, true)
          case .scripts(.large, _, _), .large, .integral, .scripts(.integral, _, _): (true, true)
          default: (false, false)
          }
        if follows, isLarge || !"([{|".contains(text.first ?? " ") { result += " " }
      }
      if result.hasSuffix(" ") { text = String(text.drop { $0 == " " }) }
      result += text
    }
    return result
  }

  private var endsOpen: Bool {
    switch self {
    case .opening, .sign, .punctuation: true
    default: false
    }
  }

  /// Whether it has a sign with room around it, so that a stroke behind it would be misread.
  private var isSum: Bool {
    guard case .row(let nodes) = self else { return false }
    return nodes.contains { if case .sign = $0 { true } else { $0.isSum } }
  }

  /// Whether it is what a derivative is by, such as ∂x: everybody reads that without parentheses.
  private var isDifferential: Bool {
    guard case .row(let nodes) = self, nodes.count == 2 else { return false }
    return [.name("∂"), .identifier("d")].contains(nodes[0])
  }

  /// The text, in parentheses if it has several parts.
  private var grouped: String {
    let text = text
    switch self {
    case .row(let nodes) where nodes.count > 1:
      return text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "!" } ? text : "(\(text))"
    case .fraction: return "(\(text))"
    default: return text
    }
  }

  private static let raisedCharacters: [Character: Character] = [
    "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸",
    "9": "⁹", "+": "⁺", "−": "⁻", "=": "⁼", "(": "⁽", ")": "⁾", "n": "ⁿ", "i": "ⁱ", "k": "ᵏ",
    "T": "ᵀ", "c": "ᶜ", "m": "ᵐ", "t": "ᵗ", "x": "ˣ", "l": "ˡ", "′": "′", "⊤": "ᵀ", "d": "ᵈ",
    "j": "ʲ",
  ]

  private static let loweredCharacters: [Character: Character] = [
    "0": "₀", "1": "₁", "2": "₂", "3": "₃", "4": "₄", "5": "₅", "6": "₆", "7": "₇", "8": "₈",
    "9": "₉", "+": "₊", "−": "₋", "=": "₌", "(": "₍", ")": "₎", "i": "ᵢ", "j": "ⱼ", "k": "ₖ",
    "n": "ₙ", "m": "ₘ", "t": "ₜ", "x": "ₓ", "l": "ₗ", "p": "ₚ", "s": "ₛ", "a": "ₐ", "e": "ₑ",
    "o": "ₒ", "h": "ₕ", "r": "ᵣ", "u": "ᵤ", "v": "ᵥ", "β": "ᵦ", "γ": "ᵧ", "ρ": "ᵨ", "φ": "ᵩ",
  ]

  private static func raised(_ text: String) -> String? { mapped(text, raisedCharacters) }

  private static func lowered(_ text: String) -> String? { mapped(text, loweredCharacters) }

  private static func mapped(_ text: String, _ table: [Character: Character]) -> String? {
    let characters = text.filter { $0 != " " }.map { table[$0] }
    let known = characters.compactMap { $0 }
    return known.count == characters.count ? String(known) : nil
  }
}
