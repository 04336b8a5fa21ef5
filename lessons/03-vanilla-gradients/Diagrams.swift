import Figures

/// Mechanisms of this lesson, drawn.
enum Diagrams {
  /// 1 − relu(1 − x): it rises to 1 and stays there, and its slope says nothing of the way up.
  static var saturatedNeuron: Diagram {
    var diagram = Diagram(
      "A saturated neuron and its tangent",
      saying: """
        The score 1 − relu(1 − x) rises with slope 1 from 0 at x = 0 to 1 at x = 1, and is flat from \
        there on. At x = 2 the tangent is flat, slope 0, though the score has risen by 1.
        """)
    func place(_ x: Double, _ y: Double) -> Diagram.Point { .init(x * 96, -y * 110) }
    diagram.line([place(-0.35, 0), place(2.75, 0)], heads: .end, tone: .quiet)
    diagram.line([place(0, -0.4), place(0, 1.35)], heads: .end, tone: .quiet)
    diagram.label("x", at: place(2.75, 0), side: .below, lettering: .formula)
    diagram.label("score", at: place(0.03, 1.3), side: .right)
    for x in [1.0, 2] {
      diagram.line([place(x, 0.03), place(x, -0.03)], tone: .quiet)
      diagram.label(x == 1 ? "1" : "2", at: place(x, -0.03), side: .below, tone: .quiet)
    }
    diagram.line([place(-0.35, -0.35), place(1, 1), place(2.6, 1)], isHeavy: true)
    diagram.line([place(1.45, 1), place(2.55, 1)], heads: .both, tone: .accent, isHeavy: true)
    diagram.label("tangent: slope 0", at: place(2, 1.04), side: .above, tone: .accent)
    diagram.line([place(2, 0), place(2, 1)], tone: .quiet, isDashed: true)
    diagram.brace("it rose\nby 1", from: place(2.06, 1), to: place(2.06, 0), side: .right)
    diagram.label("slope 1", at: place(0.55, 0.5), side: .right)
    return diagram
  }
}
