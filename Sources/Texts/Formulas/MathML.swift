extension Formula {
  /// The formula as MathML, which browsers set and screen readers read without a script.
  ///
  /// - Parameter isDisplayed: Whether it stands on a line of its own.
  /// - Returns: A `math` element that keeps the TeX source as an annotation.
  public func mathML(isDisplayed: Bool) -> String {
    let display = isDisplayed ? #" display="block""# : ""
    return #"<math xmlns="http://www.w3.org/1998/Math/MathML"\#(display)><semantics>"#
      + #"\#(content.mathML)<annotation encoding="application/x-tex">\#(escaped(source))"#
      + "</annotation></semantics></math>"
  }

  /// The formula as a displayed element for each part between quads, so that a narrow screen can
  /// show them under each other.
  package var displayedParts: [String] {
    guard case .row(let nodes) = content else { return [mathML(isDisplayed: true)] }
    let parts = nodes.split { if case .space(let width) = $0 { width >= 1 } else { false } }
    guard parts.count > 1 else { return [mathML(isDisplayed: true)] }
    return parts.map { part in
      #"<math xmlns="http://www.w3.org/1998/Math/MathML" display="block">"#
        + "\(Formula.Node.row(Array(part)).mathML)</math>"
    }
  }
}

extension Formula.Node {
  fileprivate var mathML: String {
    switch self {
    case .identifier(let text): "<mi>\(escaped(text))</mi>"
    case .name(let text): #"<mi mathvariant="normal">\#(escaped(text))</mi>"#
    case .bold(let text): #"<mi mathvariant="normal" class="bold">\#(escaped(text))</mi>"#
    case .number(let text): "<mn>\(escaped(text))</mn>"
    case .sign("/"): #"<mo lspace="0" rspace="0">/</mo>"#
    case .sign("′"): "<mo>′</mo>"
    case .sign(let text): "<mo>\(escaped(text))</mo>"
    case .punctuation(let text): #"<mo separator="true">\#(escaped(text))</mo>"#
    // Fences that do not grow; those of \left and \right do.
    case .opening(let text): #"<mo form="prefix" stretchy="false">\#(escaped(text))</mo>"#
    case .closing(let text): #"<mo form="postfix" stretchy="false">\#(escaped(text))</mo>"#
    case .large(let text): #"<mo largeop="true" movablelimits="true">\#(text)</mo>"#
    case .integral(let text): #"<mo largeop="true">\#(text)</mo>"#
    case .function(let text, hasLimits: true):
      #"<mo form="prefix" lspace="0" rspace="0" movablelimits="true">\#(escaped(text))</mo>"#
    case .function(let text, hasLimits: false):
      #"<mi mathvariant="normal">\#(escaped(text))</mi>"#
    case .words(let text):
      // Spaces at the ends would be dropped.
      "<mtext>\(escaped(text).replacing(" ", with: "\u{A0}"))</mtext>"
    case .space(let width): #"<mspace width="\#(width)em"/>"#
    case .row(let nodes): "<mrow>\(Self.spaced(nodes).map(\.mathML).joined())</mrow>"
    case .fraction(let upper, let lower): "<mfrac>\(upper.mathML)\(lower.mathML)</mfrac>"
    case .root(let content, degree: nil): "<msqrt>\(content.mathML)</msqrt>"
    case .root(let content, degree: .some(let degree)):
      "<mroot>\(content.mathML)\(degree.mathML)</mroot>"
    case .scripts(let base, let lower, let upper): Self.scripts(base, lower, upper)
    case .accent(let content, let accent):
      #"<mover accent="true">\#(content.mathML)"#
        + #"<mo stretchy="\#(accent == "¯")">\#(escaped(accent))</mo></mover>"#
    case .braced(let content, let meaning, isBelow: true):
      "<munder><munder>\(content.mathML)<mo stretchy=\"true\">⏟</mo></munder>\(meaning.mathML)"
        + "</munder>"
    case .braced(let content, let meaning, isBelow: false):
      "<mover><mover>\(content.mathML)<mo stretchy=\"true\">⏞</mo></mover>\(meaning.mathML)"
        + "</mover>"
    case .fenced(let opening, let content, let closing):
      "<mrow>\(Self.fence(opening, "prefix"))\(content.mathML)\(Self.fence(closing, "postfix"))"
        + "</mrow>"
    case .grid(let rows, let kind, let opening, let closing):
      "<mrow>\(Self.fence(opening, "prefix"))\(Self.table(rows, kind))"
        + "\(Self.fence(closing, "postfix"))</mrow>"
    }
  }

  private static func fence(_ text: String, _ form: String) -> String {
    text.isEmpty
      ? "" : #"<mo form="\#(form)" fence="true" stretchy="true">\#(escaped(text))</mo>"#
  }

  private static func scripts(
    _ base: Formula.Node, _ lower: Formula.Node?, _ upper: Formula.Node?
  ) -> String {
    let isLimits =
      switch base {
      case .large, .function(_, hasLimits: true): true
      default: false
      }
    let parts = base.mathML + (lower?.mathML ?? "") + (upper?.mathML ?? "")
    let name =
      switch (lower != nil, upper != nil) {
      case (true, true): isLimits ? "munderover" : "msubsup"
      case (true, false): isLimits ? "munder" : "msub"
      default: isLimits ? "mover" : "msup"
      }
    return "<\(name)>\(parts)</\(name)>"
  }

  private static func table(_ rows: [[Formula.Node]], _ kind: Formula.Grid) -> String {
    let style =
      switch kind {
      case .cases: "cases"
      case .aligned: "aligned"
      case .matrix: "matrix"
      }
    let cells = rows.map { row in
      "<mtr>\(row.map { "<mtd>\($0.mathML)</mtd>" }.joined())</mtr>"
    }
    return #"<mtable class="\#(style)">\#(cells.joined())</mtable>"#
  }

  /// The parts with the thin spaces that TeX puts around the name of a function.
  private static func spaced(_ nodes: [Formula.Node]) -> [Formula.Node] {
    var result: [Formula.Node] = []
    for node in nodes {
      if let last = result.last {
        let isBefore = node.isFunction && last.isOrdinary
        let isAfter = last.isFunction && (node.isOrdinary || node.isFunction)
        if isBefore || isAfter { result.append(.space(0.167)) }
      }
      result.append(node)
    }
    return result
  }

  private var isFunction: Bool {
    switch self {
    case .function: true
    case .scripts(let base, _, _): base.isFunction
    default: false
    }
  }

  private var isOrdinary: Bool {
    switch self {
    case .identifier, .name, .bold, .number, .closing, .fraction, .root, .accent, .words: true
    case .scripts(let base, _, _): base.isOrdinary
    default: false
    }
  }
}
