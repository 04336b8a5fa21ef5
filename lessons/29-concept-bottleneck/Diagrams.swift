import Figures

/// Mechanisms of this lesson, drawn.
enum Diagrams {
  /// Picture, concepts, answer: what a concept bottleneck model consists of.
  static var mechanism: Diagram {
    var diagram = Diagram(
      "A network with a list in its middle",
      saying: """
        An arrow leads from the picture to the concept network, and from there to three numbers: cross 1, \
        red −4, light ground −1. Arrows lead from these to the head, and from the head to the answer. \
        From below, an arrow of a person leads to light ground: here it can be corrected. No arrow leads \
        past the numbers.
        """)
    let picture = diagram.box("picture", at: .init(34, 60))
    let network = diagram.box("concept\nnetwork", at: .init(118, 60))
    diagram.arrow(from: picture, to: network)
    let names = ["cross", "red", "light\nground"]
    let values = [1.0, -4, -1]
    var cells: [Diagram.Frame] = []
    for (index, (name, value)) in zip(names, values).enumerated() {
      let frame = Diagram.Frame(x: 214, y: Double(index) * 44, width: 32, height: 32)
      diagram.square(value / 5, in: frame, text: value < 0 ? "−\(Int(-value))" : "\(Int(value))")
      diagram.label(name, at: .init(frame.x - 4, frame.centre.y), side: .left)
      cells.append(frame)
    }
    let head = diagram.box("head", at: .init(292, 60))
    for cell in cells { diagram.line([cell.right, head.left], heads: .end) }
    diagram.line([network.right, .init(178, 60)], heads: .end)
    let answer = diagram.box("pass", at: .init(292, 128), tone: .accent, outline: .round)
    diagram.arrow(from: head, to: answer)
    diagram.label("“the ground is light”", at: .init(140, 160), tone: .accent)
    diagram.line([.init(214, 152), .init(230, 122)], heads: .end, tone: .accent)
    diagram.brace(
      "the bottleneck", from: .init(168, -8), to: .init(250, -8), side: .above)
    return diagram
  }

  /// What the head learns from, and where its loss flows to, in the three schemes.
  static var schemes: Diagram {
    var diagram = Diagram(
      "Three ways to train",
      saying: """
        Three rows. Independent: the head gets the true concepts, and the concept network stands aside. \
        Sequential: the head gets what the concept network predicts, and its gradient ends there. Joint: \
        the head gets what is predicted, and its gradient flows back into the concept network.
        """)
    let rows: [(name: String, note: String)] = [
      ("independent", "the head learns from true concepts"),
      ("sequential", "it learns from predictions, held fixed"),
      ("joint", "its gradient flows on into the concepts"),
    ]
    for (index, row) in rows.enumerated() {
      let y = Double(index) * 132
      diagram.label(row.name, at: .init(0, y - 54), side: .right, lettering: .bold)
      diagram.label(row.note, at: .init(0, y - 36), side: .right, tone: .quiet)
      let network = diagram.box("concept\nnetwork", at: .init(36, y), width: 72)
      let predicted = diagram.box("predicted", at: .init(150, y), width: 82)
      let head = diagram.box("head", at: .init(300, y), width: 60, tone: .accent)
      diagram.arrow(from: network, to: predicted)
      if index == 0 {
        let truth = diagram.box("true", at: .init(226, y), width: 46, tone: .accent)
        diagram.arrow(from: truth, to: head)
      } else {
        diagram.arrow(from: predicted, to: head)
      }
      guard index > 0 else { continue }
      let end = index == 1 ? 208.0 : 36
      diagram.line(
        [.init(300, y + 18), .init(300, y + 36), .init(end, y + 36)]
          + (index == 2 ? [.init(36, y + 22)] : []),
        heads: index == 2 ? .end : .none, tone: .positive, isDashed: true)
      if index == 1 {
        diagram.line([.init(208, y + 28), .init(208, y + 44)], tone: .positive, isHeavy: true)
      }
      diagram.label(
        index == 1 ? "gradient stops" : "gradient of the label’s loss",
        at: .init(index == 1 ? 252 : 170, y + 48),
        tone: .positive)
    }
    return diagram
  }

  /// The loss of joint training, its parts in words.
  static var formula: Diagram {
    var diagram = Diagram(
      "The loss of joint training, its parts in words",
      saying: """
        Loss equals label loss plus lambda times the sum over the concepts of the concept losses. A brace \
        under the label loss says: is the answer right? A brace under lambda says: how much the list \
        counts. A brace under the sum says: is each concept read rightly?
        """)
    let parts: [(String, Double)] = [
      ("loss  =", 28), ("L( label )", 102), ("+", 156), ("λ", 184), ("Σ  L( concept )", 270),
    ]
    for (text, x) in parts { diagram.label(text, at: .init(x, 0), lettering: .formula) }
    diagram.brace("is the answer\nright?", from: .init(66, 16), to: .init(138, 16), side: .below)
    diagram.brace(
      "how much the\nlist counts", from: .init(174, -16), to: .init(194, -16), side: .above)
    diagram.brace(
      "is each concept\nread rightly?", from: .init(212, 16), to: .init(328, 16), side: .below)
    return diagram
  }

  /// How a hidden sign travels in a concept's logit, and what a correction does to it.
  static var smuggling: Diagram {
    var diagram = Diagram(
      "What travels in how sure a concept is",
      saying: """
        A ruler of the logit for large, from not there to there. Four dots stand on it: not large on dark \
        ground at −3, not large on light ground at −1, large on dark ground at 1, large on light ground \
        at 3. The sign of the number tells large, its size tells the ground. Below, after a correction, \
        two dots are left: −3 and 3, and the ground is gone.
        """)
    func x(_ logit: Double) -> Double { 170 + logit * 42 }
    for (row, title) in ["as predicted", "corrected"].enumerated() {
      let y = 30 + Double(row) * 136
      diagram.label(title, at: .init(0, y - 44), side: .right, lettering: .bold)
      diagram.ruler(
        x(-3.8)...x(3.8), y: y,
        ticks: [-3, -1, 0, 1, 3].map { (x($0), $0 < 0 ? "−\(Int(-$0))" : "\(Int($0))") })
      let dots: [(Double, String)] =
        row == 0
        ? [(-3, "dark"), (-1, "light"), (1, "dark"), (3, "light")]
        : [(-3, "not large"), (3, "large")]
      for (logit, text) in dots {
        diagram.box(
          text, at: .init(x(logit), y - 18), outline: .none)
      }
    }
    diagram.brace("not large", from: .init(x(-3.4), 58), to: .init(x(-0.6), 58), side: .below)
    diagram.brace("large", from: .init(x(0.6), 58), to: .init(x(3.4), 58), side: .below)
    return diagram
  }
}
