/// Reads a formula character by character.
struct FormulaParser {
  private typealias Node = Formula.Node

  private let source: String
  private let characters: [Character]
  private var index = 0
  private var depth = 0

  init(_ source: String) {
    self.source = source
    characters = Array(source)
  }

  /// The whole formula.
  mutating func formula() throws(FormulaError) -> Formula.Node {
    let nodes = try row()
    guard index == characters.count else {
      throw error(.unexpected(String(characters[index])))
    }
    return .row(nodes)
  }

  private func error(_ problem: FormulaError.Problem, at offset: Int? = nil) -> FormulaError {
    FormulaError(formula: source, offset: offset ?? index, problem: problem)
  }

  private mutating func skipSpaces() {
    while index < characters.count, characters[index].isWhitespace { index += 1 }
  }

  private func begins(with text: String) -> Bool {
    characters[index...].starts(with: text)
  }

  /// Whether a word such as `\right` stands here, and not only the beginning of a longer one.
  private func isCommand(_ name: String) -> Bool {
    guard begins(with: "\\" + name) else { return false }
    let end = index + name.count + 1
    return end == characters.count || !characters[end].isLetter
  }

  /// Parts up to whatever ends the row; that is left to the caller.
  private mutating func row() throws(FormulaError) -> [Formula.Node] {
    var nodes: [Formula.Node] = []
    while true {
      skipSpaces()
      guard index < characters.count, !"}&".contains(characters[index]), !begins(with: #"\\"#),
        !isCommand("right"), !isCommand("end")
      else { return nodes }
      if "^_'".contains(characters[index]) {
        guard let base = nodes.popLast() else {
          throw error(.unexpected(String(characters[index])))
        }
        nodes.append(try scripts(of: base))
      } else {
        nodes.append(try part())
      }
    }
  }

  private mutating func scripts(of base: Formula.Node) throws(FormulaError) -> Formula.Node {
    var lower: Formula.Node?
    var upper: [Formula.Node] = []
    var hasUpper = false
    while index < characters.count {
      skipSpaces()
      guard index < characters.count else { break }
      let start = index
      switch characters[index] {
      case "'":
        index += 1
        upper.append(.sign("′"))
      case "^":
        index += 1
        guard !hasUpper else { throw error(.unexpected("a second ^"), at: start) }
        hasUpper = true
        upper.append(try argument("what is raised"))
      case "_":
        index += 1
        guard lower == nil else { throw error(.unexpected("a second _"), at: start) }
        lower = try argument("what is lowered")
      default:
        return .scripts(base, lower: lower, upper: Self.single(upper))
      }
    }
    return .scripts(base, lower: lower, upper: Self.single(upper))
  }

  private static func single(_ nodes: [Formula.Node]) -> Formula.Node? {
    nodes.isEmpty ? nil : nodes.count == 1 ? nodes[0] : .row(nodes)
  }

  /// A part in braces, or the next sign alone.
  private mutating func argument(_ what: String) throws(FormulaError) -> Formula.Node {
    skipSpaces()
    guard index < characters.count, !"}&^_".contains(characters[index]) else {
      throw error(.missing(what))
    }
    if characters[index].isNumber {
      index += 1
      return .number(String(characters[index - 1]))
    }
    return try part()
  }

  private mutating func part() throws(FormulaError) -> Formula.Node {
    depth += 1
    defer { depth -= 1 }
    guard depth <= 40 else { throw error(.tooDeep) }
    let character = characters[index]
    switch character {
    case "{":
      index += 1
      let nodes = try row()
      try expect("}")
      return nodes.count == 1 ? nodes[0] : .row(nodes)
    case "\\":
      return try command()
    case "0"..."9":
      var digits = ""
      while index < characters.count,
        characters[index].isNumber || characters[index] == "." && nextIsDigit
      {
        digits.append(characters[index])
        index += 1
      }
      return .number(digits)
    default:
      index += 1
      return switch character {
      case "-": .sign("−")
      case "*": .sign("∗")
      case "+", "=", "<", ">", ":", "/": .sign(String(character))
      case ",", ";", ".", "?": .punctuation(String(character))
      case "(", "[": .opening(String(character))
      case ")", "]", "!": .closing(String(character))
      case "|": .name("|")
      case "~": .space(0.25)
      default: character.isLetter ? .identifier(String(character)) : .name(String(character))
      }
    }
  }

  private var nextIsDigit: Bool {
    index + 1 < characters.count && characters[index + 1].isNumber
  }

  private mutating func expect(_ text: String) throws(FormulaError) {
    skipSpaces()
    guard begins(with: text) else { throw error(.missing(text)) }
    index += text.count
  }

  private mutating func commandName() -> String {
    index += 1
    var name = ""
    while index < characters.count, characters[index].isLetter {
      name.append(characters[index])
      index += 1
    }
    if name.isEmpty, index < characters.count {
      name.append(characters[index])
      index += 1
    }
    return name
  }

  private mutating func command() throws(FormulaError) -> Formula.Node {
    let start = index
    let name = commandName()
    if let text = FormulaSymbols.identifiers[name] { return .identifier(text) }
    if let text = FormulaSymbols.names[name] { return .name(text) }
    if let text = FormulaSymbols.signs[name] { return .sign(text) }
    if let text = FormulaSymbols.large[name] { return .large(text) }
    if let text = FormulaSymbols.integrals[name] { return .integral(text) }
    if let text = FormulaSymbols.openings[name] { return .opening(text) }
    if let text = FormulaSymbols.closings[name] { return .closing(text) }
    if let width = FormulaSymbols.spaces[name] { return .space(width) }
    if FormulaSymbols.functions.contains(name) { return .function(name, hasLimits: false) }
    if FormulaSymbols.functionsWithLimits.contains(name) {
      return .function(name.replacing("arg", with: "arg\u{2009}"), hasLimits: true)
    }
    if let accent = FormulaSymbols.accents[name] {
      return .accent(try argument("what is under the accent"), accent)
    }
    switch name {
    case "frac", "tfrac", "dfrac":
      let numerator = try argument("a numerator")
      return .fraction(numerator, try argument("a denominator"))
    case "sqrt":
      var degree: Formula.Node?
      skipSpaces()
      if index < characters.count, characters[index] == "[" { degree = try degreeOfRoot() }
      return .root(try argument("what is under the root"), degree: degree)
    case "underbrace", "overbrace": return try braced(isBelow: name == "underbrace")
    case "text", "textrm", "mbox": return .words(try words())
    case "mathrm", "operatorname":
      let word = try words()
      return name == "operatorname" ? .function(word, hasLimits: false) : .name(word)
    case "mathbf", "boldsymbol", "bm": return .bold(try boldWord())
    case "mathcal", "mathbb": return try letters(in: name, at: start)
    case "|": return .name("‖")
    case "not": return try negation(at: start)
    case "bigl", "Bigl", "biggl", "Biggl": return .opening(try fence())
    case "bigr", "Bigr", "biggr", "Biggr": return .closing(try fence())
    case "left": return try fenced()
    case "begin": return try environment()
    case "limits", "displaystyle", "textstyle", "nonumber": return .row([])
    default: throw error(.unknownCommand(name), at: start)
    }
  }

  /// A part with a brace, whose words stand as a script: `\underbrace{w A}_{\text{the map}}`.
  private mutating func braced(isBelow: Bool) throws(FormulaError) -> Formula.Node {
    let content = try argument("what is braced")
    try expect(isBelow ? "_" : "^")
    return .braced(content, meaning: try argument("what the brace says"), isBelow: isBelow)
  }

  /// A sign with a stroke through it.
  private mutating func negation(at start: Int) throws(FormulaError) -> Formula.Node {
    guard case .sign(let sign) = try argument("a sign to negate") else {
      throw error(.missing("a sign to negate"), at: start)
    }
    return .sign(FormulaSymbols.negations[sign] ?? sign + "\u{338}")
  }

  private mutating func degreeOfRoot() throws(FormulaError) -> Formula.Node {
    index += 1
    var nodes: [Formula.Node] = []
    while index < characters.count, characters[index] != "]" {
      nodes.append(try part())
      skipSpaces()
    }
    try expect("]")
    return .row(nodes)
  }

  /// What stands in braces, as it is.
  private mutating func words() throws(FormulaError) -> String {
    try expect("{")
    var text = ""
    while index < characters.count, characters[index] != "}" {
      text.append(characters[index])
      index += 1
    }
    try expect("}")
    return text
  }

  /// A bold word or letter, which may be the command of a Greek one.
  private mutating func boldWord() throws(FormulaError) -> String {
    skipSpaces()
    let start = index
    let word = begins(with: "{") ? try words() : index < characters.count ? shortWord() : ""
    guard word.hasPrefix("\\") else {
      guard !word.isEmpty else { throw error(.missing("what is bold")) }
      return word
    }
    let name = String(word.dropFirst())
    guard let letter = FormulaSymbols.identifiers[name] ?? FormulaSymbols.names[name] else {
      throw error(.unknownCommand(name), at: start)
    }
    return letter
  }

  private mutating func shortWord() -> String {
    guard characters[index] != "\\" else { return "\\" + commandName() }
    index += 1
    return String(characters[index - 1])
  }

  private mutating func letters(
    in alphabet: String, at start: Int
  ) throws(FormulaError) -> Formula.Node {
    skipSpaces()
    let word = begins(with: "{") ? try words() : index < characters.count ? shortWord() : ""
    var text = ""
    for character in word {
      guard let letter = FormulaSymbols.letter(character, in: alphabet) else {
        throw error(.unexpected("\(character) in \\\(alphabet)"), at: start)
      }
      text += letter
    }
    guard !text.isEmpty else { throw error(.missing("a capital letter"), at: start) }
    return .name(text)
  }

  private mutating func fence() throws(FormulaError) -> String {
    skipSpaces()
    guard index < characters.count else { throw error(.missing("a fence")) }
    let start = index
    if characters[index] == "\\" {
      let name = commandName()
      if name == "|" { return "‖" }
      guard let text = FormulaSymbols.openings[name] ?? FormulaSymbols.closings[name] else {
        throw error(.unknownCommand(name), at: start)
      }
      return text
    }
    guard "()[]|.".contains(characters[index]) else { throw error(.missing("a fence")) }
    index += 1
    return characters[start] == "." ? "" : String(characters[start])
  }

  private mutating func fenced() throws(FormulaError) -> Formula.Node {
    let opening = try fence()
    let nodes = try row()
    guard index < characters.count, isCommand("right") else { throw error(.missing(#"\right"#)) }
    index += 6
    return .fenced(opening, .row(nodes), try fence())
  }

  private mutating func environment() throws(FormulaError) -> Formula.Node {
    let start = index
    let name = try words()
    let kinds: [String: (Formula.Grid, String, String)] = [
      "cases": (.cases, "{", ""), "aligned": (.aligned, "", ""), "matrix": (.matrix, "", ""),
      "pmatrix": (.matrix, "(", ")"), "bmatrix": (.matrix, "[", "]"),
    ]
    guard let (kind, opening, closing) = kinds[name] else {
      throw error(.unknownEnvironment(name), at: start)
    }
    var rows: [[Formula.Node]] = [[]]
    while true {
      rows[rows.count - 1].append(.row(try row()))
      if begins(with: "&") {
        index += 1
      } else if begins(with: #"\\"#) {
        index += 2
        rows.append([])
      } else {
        break
      }
    }
    if rows.last == [.row([])] { rows.removeLast() }
    try expect(#"\end{\#(name)}"#)
    return .grid(rows, kind, opening: opening, closing: closing)
  }
}
