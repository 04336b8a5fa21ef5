import Figures

/// Mechanisms of this lesson, drawn.
enum Diagrams {
  /// What a model that is right about three rows makes of them when the column a is reordered.
  ///
  ///     f(a, b) = 2a + b        rows (0, 1), (1, 3), (2, 2)
  ///
  /// - Parameter order: Which row each row takes its a from.
  /// - Returns: The table, the one with the column reordered, the answers, and the loss.
  static func reordering(_ order: [Int]) -> Diagram {
    let (a, b) = ([0, 1, 2], [1, 3, 2])
    let taken = order.map { a[$0] }
    let right = zip(a, b).map { 2 * $0 + $1 }
    let answers = zip(taken, b).map { 2 * $0 + $1 }
    let squares = zip(answers, right).map { ($0 - $1) * ($0 - $1) }
    let loss = Double(squares.reduce(0, +)) / 3
    var diagram = Diagram(
      "A column in another order, and what the model makes of it",
      saying: """
        Three rows: a is 0, 1, 2 and b is 1, 3, 2. The column a is reordered to \
        \(taken.map(String.init).joined(separator: ", ")), and b stays. The model 2a + b answers \
        \(answers.map(String.init).joined(separator: ", ")), where \
        \(right.map(String.init).joined(separator: ", ")) would be right. The mean squared error is \
        \(loss.text), and was 0.
        """)
    column(["a"] + a.map(String.init), x: 0, tone: .accent, in: &diagram)
    column(["b"] + b.map(String.init), x: 26, tone: .ink, in: &diagram)
    for (row, source) in order.enumerated() {
      diagram.line(
        [.init(42, height(source)), .init(84, height(row))], heads: .end, tone: .accent)
    }
    column(["a"] + taken.map(String.init), x: 102, tone: .accent, in: &diagram)
    column(["b"] + b.map(String.init), x: 128, tone: .ink, in: &diagram)
    let model = diagram.box("2a + b", at: .init(194, height(1)), width: 62, lettering: .formula)
    diagram.line([.init(144, height(1)), .init(model.x - 3, height(1))], heads: .end)
    column(["answer"] + answers.map(String.init), x: 258, tone: .accent, in: &diagram)
    diagram.line([.init(model.x + model.width + 2, height(1)), .init(242, height(1))], heads: .end)
    column(["right"] + right.map(String.init), x: 308, tone: .ink, in: &diagram)
    diagram.label("mean squared error  \(loss.text)", at: .init(222, 112), tone: .accent)
    diagram.label("before  0", at: .init(60, 112))
    return diagram
  }

  /// All six orders of three rows.
  static var orders: Frames {
    let orders = [[0, 1, 2], [1, 0, 2], [0, 2, 1], [2, 1, 0], [1, 2, 0], [2, 0, 1]]
    return Frames(
      "the order",
      orders.enumerated().map { index, order in
        (label: Prose("order \(index + 1) of 6"), chart: reordering(order) as any Chart)
      })
  }

  /// The formula, its parts in words.
  static var formula: Diagram {
    var diagram = Diagram(
      "The importance of a column, its parts in words",
      saying: """
        Importance equals L of X prime minus L of X. A brace under L of X prime says: the loss with \
        one column in another order. A brace under L of X says: the loss as it was. A brace above both \
        says: one model, never fitted anew; rows it has not learned from.
        """)
    let parts: [(String, Double)] = [
      ("importance  =", 50), ("L( X′ )", 136), ("−", 210), ("L( X )", 280),
    ]
    for (text, x) in parts { diagram.label(text, at: .init(x, 0), lettering: .formula) }
    diagram.brace(
      "the loss with one column\nin another order", from: .init(106, 16), to: .init(166, 16),
      side: .below)
    diagram.brace("the loss\nas it was", from: .init(254, 16), to: .init(306, 16), side: .below)
    diagram.brace(
      "one model, never fitted anew;\nrows it has not learned from", from: .init(106, -16),
      to: .init(306, -16), side: .above)
    return diagram
  }

  /// Two columns that repeat each other: what stands in, and when.
  static var twins: Diagram {
    var diagram = Diagram(
      "Two questions about a column that has a copy",
      saying: """
        Above, permuting: x is reordered, its copy stays, and the trained model still adds both, so \
        half of what it reads is wrong. Below, leaving out: x is gone, and the model that is fitted \
        anew takes twice the copy, so nothing is lost.
        """)
    row(
      "permuted, and the model as it was", x: "x reordered", copy: "copy", weights: ("1", "1"),
      result: "loss grows",
      isLost: false, y: 0, in: &diagram)
    row(
      "left out, and the model fitted anew", x: "x", copy: "copy", weights: ("", "2"),
      result: "loss stays",
      isLost: true, y: 116, in: &diagram)
    return diagram
  }

  private static func row(
    _ name: String, x: String, copy: String, weights: (String, String), result: String,
    isLost: Bool, y: Double, in diagram: inout Diagram
  ) {
    diagram.label(name, at: .init(4, y - 52), side: .right, lettering: .bold)
    let first = diagram.box(
      x, at: .init(50, y - 20), width: 92, tone: isLost ? .quiet : .accent,
      outline: isLost ? .none : .box)
    let second = diagram.box(copy, at: .init(50, y + 20), width: 92)
    let model = diagram.box("model", at: .init(184, y))
    if !isLost {
      diagram.arrow(from: first, to: model, label: weights.0, side: .above, tone: .accent)
    }
    diagram.arrow(from: second, to: model, label: weights.1, side: .below)
    let end = diagram.box(result, at: .init(282, y), tone: isLost ? .ink : .accent, outline: .none)
    diagram.arrow(from: model, to: end)
    if isLost { diagram.line([.init(34, y - 20), .init(66, y - 20)], tone: .quiet) }
  }

  private static func height(_ row: Int) -> Double { Double(row) * 30 }

  /// A column of boxes below its name.
  private static func column(
    _ texts: [String], x: Double, tone: Diagram.Tone, in diagram: inout Diagram
  ) {
    diagram.label(texts[0], at: .init(x, -26), lettering: texts[0].count == 1 ? .formula : .plain)
    for (row, text) in texts.dropFirst().enumerated() {
      diagram.box(text, at: .init(x, height(row)), width: 26, height: 30, tone: tone)
    }
  }
}

extension Double {
  /// The number with two decimals, or none where it is whole.
  fileprivate var text: String {
    self == rounded() ? "\(Int(self))" : "\((self * 100).rounded() / 100)"
  }
}
