import Figures

/// Mechanisms of this lesson, drawn.
enum Diagrams {
  /// The tape of the lesson, y = a · s with a = x · w and s = a + x, with values going forwards and
  /// gradients going back.
  static var tape: Diagram {
    var diagram = Diagram(
      "The tape, read both ways",
      saying: """
        Five boxes: x = 3 and w = 2 lead to a = x · w = 6; a and x lead to s = a + x = 9; a and s lead \
        to y = a · s = 54. Green arrows go back: 9 from y to a and 6 to s, 6 from s to a and 6 to x, \
        30 from a to x and 45 to w. The slopes of y are 36 by x, 45 by w, 15 by a and 6 by s.
        """)
    let x = diagram.box("x\n3", at: .init(30, 0), width: 56, lettering: .formula)
    let w = diagram.box("w\n2", at: .init(30, 170), width: 56, lettering: .formula)
    let s = diagram.box("s = a + x\n9", at: .init(164, 0), width: 84, lettering: .formula)
    let a = diagram.box("a = x · w\n6", at: .init(164, 170), width: 84, lettering: .formula)
    let y = diagram.box("y = a · s\n54", at: .init(290, 85), width: 84, lettering: .formula)
    let edges = [
      (x, s, "6"), (x, a, "30"), (w, a, "45"), (a, s, "6"), (s, y, "6"), (a, y, "9"),
    ]
    for (from, to, gradient) in edges {
      diagram.arrow(from: from, to: to, shift: 6, tone: .quiet)
      diagram.arrow(from: to, to: from, label: gradient, shift: 6, tone: .accent)
    }
    for (box, slope) in [(x, "36"), (s, "6")] {
      diagram.label("slope \(slope)", at: box.top, side: .above, tone: .accent)
    }
    for (box, slope) in [(w, "45"), (a, "15"), (y, "1")] {
      diagram.label("slope \(slope)", at: box.bottom, side: .below, tone: .accent)
    }
    return diagram
  }
}
