import Figures
import Tensors

/// Mechanisms of this lesson, drawn.
enum Diagrams {
  /// The ball in the box, one long step, and short ones that are brought back.
  static var mechanism: Diagram {
    var diagram = Diagram(
      "One step, and many",
      saying: """
        Two drawings of a small square, the ball around a picture x, in a large one, the box. On \
        the left one long arrow leads from x to a corner of the small square. On the right short \
        arrows lead from x to the edge of the small square; the next one leaves it, a dashed arrow \
        brings it back, and the last one goes on from there.
        """)
    for (left, title) in [(0.0, "FGSM: one step"), (172, "PGD: many small steps")] {
      func place(_ x: Double, _ y: Double) -> Diagram.Point { .init(left + x, -y) }
      diagram.label(title, at: place(75, 168), side: .above, lettering: .bold)
      // The box of all pictures.
      diagram.line(
        [place(0, 0), place(150, 0), place(150, 160), place(0, 160), place(0, 0)], tone: .quiet)
      diagram.label("box: black to white", at: place(75, 0), side: .below, tone: .quiet)
      // The ball.
      diagram.line(
        [place(24, 16), place(126, 16), place(126, 118), place(24, 118), place(24, 16)],
        isHeavy: true)
      diagram.label("ball: ± ε", at: place(75, 17), side: .above)
      diagram.label("x", at: place(72, 62), side: .left, lettering: .formula)
      diagram.line([place(71, 67), place(79, 67)], isHeavy: true)
      diagram.line([place(75, 63), place(75, 71)], isHeavy: true)
      if left == 0 {
        diagram.line([place(75, 67), place(125, 117)], heads: .end, tone: .positive, isHeavy: true)
      } else {
        diagram.line([place(75, 67), place(100, 92)], heads: .end, tone: .positive, isHeavy: true)
        diagram.line([place(100, 92), place(75, 117)], heads: .end, tone: .positive, isHeavy: true)
        diagram.line([place(75, 117), place(50, 142)], heads: .end, tone: .positive, isHeavy: true)
        diagram.line([place(50, 142), place(50, 119)], heads: .end, tone: .accent, isDashed: true)
        diagram.label("back", at: place(46, 134), side: .left, tone: .accent)
        diagram.line([place(50, 117), place(25, 92)], heads: .end, tone: .positive, isHeavy: true)
      }
    }
    return diagram
  }

  /// Five numbers, each moved by 0.1 to where the score falls.
  static var manySmall: Diagram {
    var diagram = Diagram(
      "Many small changes, one large fall",
      saying: """
        A table of five columns. The weights are 3, −1, 0.5, 0 and −2. Each number of x moves by \
        0.1 against the sign of its weight: down, up, down, not at all, up. The score changes by \
        −0.3, −0.1, −0.05, 0 and −0.2, all in the same direction, in sum −0.65.
        """)
    let weights: [Double] = [3, -1, 0.5, 0, -2]
    let rows: [(name: String, values: [Double], texts: [String], scale: Double)] = [
      ("weight w", weights, ["3", "−1", "0.5", "0", "−2"], 3),
      ("change of x", [-0.1, 0.1, -0.1, 0, 0.1], ["−0.1", "0.1", "−0.1", "0", "0.1"], 0.15),
      (
        "change of score", [-0.3, -0.1, -0.05, 0, -0.2], ["−0.3", "−0.1", "−0.05", "0", "−0.2"], 0.4
      ),
    ]
    for (index, row) in rows.enumerated() {
      let y = 52 * Double(index)
      diagram.label(row.name, at: .init(96, y + 18), side: .left)
      _ = diagram.squares(
        [row.values.map { $0 / row.scale }], at: .init(104, y), side: 40, texts: [row.texts])
    }
    diagram.label("×", at: .init(86, 44), side: .on, tone: .quiet)
    diagram.brace("in sum −0.65", from: .init(104, 150), to: .init(304, 150), side: .below)
    return diagram
  }
}
