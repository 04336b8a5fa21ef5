import Figures

/// Mechanisms of this lesson, drawn.
enum Diagrams {
  /// What a coalition is worth: present numbers from one row, absent ones from others.
  ///
  ///     f(a, b) = 3a + b + 2ab        at (2, 1); the background is (0, 0) and (1, 3)
  ///
  /// - Parameter present: Whether a is present, and whether b is.
  /// - Returns: The rows that are mixed, what the model makes of them, and the mean.
  static func coalition(_ present: [Bool]) -> Diagram {
    let own = [2.0, 1]
    let background = [[0.0, 0], [1, 3]]
    let mixed = background.map { row in
      row.indices.map { present[$0] ? own[$0] : row[$0] }
    }
    let scores = mixed.map { 3 * $0[0] + $0[1] + 2 * $0[0] * $0[1] }
    let mean = scores.reduce(0, +) / Double(scores.count)
    func text(_ value: Double) -> String {
      value == value.rounded() ? "\(Int(value))" : "\(value)"
    }
    func texts(_ rows: [[Double]]) -> [[String]] { rows.map { $0.map(text) } }
    let words = zip(["a", "b"], present).map { "\($0) \($1 ? "present" : "absent")" }
    var diagram = Diagram(
      "The value of a coalition",
      saying: """
        The explained row is 2, 1; the rows of the background are 0, 0 and 1, 3. With \(words[0]) \
        and \(words[1]) they make the mixed rows \
        \(texts(mixed).map { $0.joined(separator: ", ") }.joined(separator: " and ")). For these f \
        gives \(text(scores[0])) and \(text(scores[1])), and the mean is \(text(mean)).
        """)
    diagram.label("a", at: .init(15, -26))
    diagram.label("b", at: .init(45, -26))
    let explained = cells(texts([own]), at: .init(0, 0), isOwn: present, in: &diagram)
    diagram.label("explained", at: .init(30, 28))
    let others = cells(
      texts(background), at: .init(0, 76), isOwn: [false, false], in: &diagram)
    diagram.label("background", at: .init(30, 134))
    let rows = cells(texts(mixed), at: .init(96, 34), isOwn: present, in: &diagram)
    diagram.label(words.joined(separator: ",\n"), at: .init(126, 108))
    if present.contains(true) { diagram.arrow(from: explained, to: rows, tone: .accent) }
    if present.contains(false) { diagram.arrow(from: others, to: rows) }
    let model = diagram.box("f", at: .init(184, 49), lettering: .formula)
    diagram.arrow(from: rows, to: model)
    let answers = diagram.box(
      scores.map(text).joined(separator: "\n"), at: .init(224, 49), outline: .none)
    diagram.arrow(from: model, to: answers)
    let value = diagram.box(text(mean), at: .init(290, 49), tone: .accent)
    diagram.arrow(from: answers, to: value)
    diagram.label("scores", at: .init(216, 92))
    diagram.label("mean", at: .init(290, 92))
    return diagram
  }

  /// The four coalitions of a and b, to be ticked.
  static var coalitions: Frames {
    Frames("Who is present?", ticking: ["a", "b"], from: 1) { present in
      let names = zip(["a", "b"], present).filter(\.1).map(\.0)
      let set = names.isEmpty ? "nobody" : names.joined(separator: " with ")
      return ("The coalition: \(set)", coalition(present))
    }
  }

  /// The coalitions of three glove owners, and one order of arrival.
  static var cube: Diagram {
    var diagram = Diagram(
      "The coalitions of three glove owners, and one order",
      saying: """
        Eight coalitions with their values, nobody at the bottom and all three on top. Those of L \
        with R, of L with Q, and of all three are worth 1, the others 0. The order R, L, Q is lit: R \
        adds 0, L adds 1, Q adds 0.
        """)
    let values = (0..<8).map { coalition in
      coalition & 1 == 1 && coalition > 1 ? "1" : "0"
    }
    diagram.subsetCube(
      of: ["L", "R", "Q"], at: .init(0, 0), values: values, lighting: [1, 0, 2])
    return diagram
  }

  /// The formula's factors, and the orders that its weight counts.
  static var weight: Diagram {
    var diagram = Diagram(
      "The factors of the formula, and the orders that are counted",
      saying: """
        The value of player i is the sum over all coalitions S without i of w of s, the share of the \
        orders, times v of S with i minus v of S, what i adds to S. Below, an order: first the s \
        players of S in any order, then i, then the n − s − 1 others in any order.
        """)
    let formula: [(String, Double)] = [
      ("φᵢ  =", 20), ("Σ", 72), ("w(s)", 152), ("·", 186), ("( v(S ∪ i) − v(S) )", 262),
    ]
    for (text, x) in formula {
      diagram.label(text, at: .init(x, 0), lettering: .formula)
    }
    diagram.brace(
      "every S\nwithout i", from: .init(50, 16), to: .init(94, 16), side: .below)
    diagram.brace(
      "share of\nthe orders", from: .init(126, 16), to: .init(178, 16), side: .below)
    diagram.brace("what i adds to S", from: .init(196, 16), to: .init(328, 16), side: .below)
    diagram.box("S, in any order", at: .init(58, 104), width: 116, height: 30)
    diagram.box(
      "i", at: .init(136, 104), width: 34, height: 30, tone: .accent, lettering: .formula)
    diagram.box("the others, in any order", at: .init(244, 104), width: 176, height: 30)
    diagram.brace("s players", from: .init(2, 124), to: .init(114, 124), side: .below)
    diagram.brace("n − s − 1 players", from: .init(158, 124), to: .init(330, 124), side: .below)
    return diagram
  }

  /// Rows of numbers in boxes; those from the explained row stand out.
  private static func cells(
    _ rows: [[String]], at corner: Diagram.Point, isOwn: [Bool], in diagram: inout Diagram
  ) -> Diagram.Frame {
    let side = 30.0
    for (row, texts) in rows.enumerated() {
      for (column, text) in texts.enumerated() {
        diagram.box(
          text, at: .init(corner.x + (Double(column) + 0.5) * side, corner.y + Double(row) * side),
          width: side, height: side, tone: isOwn[column] ? .accent : .ink)
      }
    }
    return Diagram.Frame(
      x: corner.x, y: corner.y - side / 2, width: Double(isOwn.count) * side,
      height: Double(rows.count) * side)
  }
}
