import Figures
import Foundation

/// Mechanisms of this lesson, drawn.
enum Diagrams {
  /// Pictures become points, the nearest of them vote, and the classifier answers beside them.
  static var mechanism: Diagram {
    var diagram = Diagram(
      "Neighbours in the encoder’s space",
      saying: """
        A query and a memory of pictures with labels lead into one encoder, which makes points of \
        them. A dashed circle around the query’s point holds five points with the labels 2, 2, 2, 2 and \
        7; others lie outside. From the circle an arrow leads to the vote, 2: four of five, 7: one of \
        five. From the encoder another leads to the classifier, with an answer of its own.
        """)
    let query = diagram.box("query", at: .init(32, 30), width: 64, tone: .accent)
    let memory = diagram.box("memory,\nwith labels", at: .init(36, 96), width: 86)
    let encoder = diagram.box("encoder", at: .init(132, 62))
    diagram.arrow(from: query, to: encoder, tone: .accent)
    diagram.arrow(from: memory, to: encoder)
    let centre = Diagram.Point(254, 62)
    diagram.line(circle(centre, 45), tone: .accent, isDashed: true)
    diagram.arrow(from: encoder, to: .init(x: 198, y: 42, width: 6, height: 40))
    diagram.box("?", at: centre, tone: .accent, outline: .round, lettering: .bold)
    for (digit, x, y) in [
      ("2", -26.0, -18.0), ("2", 8, -32), ("2", 31, -6), ("7", 20, 25), ("2", -20, 24),
    ] { diagram.label(digit, at: .init(centre.x + x, centre.y + y), lettering: .bold) }
    for (digit, x, y) in [
      ("7", 52.0, 44.0), ("7", 38, 60), ("2", -48, -46), ("9", 62, 8), ("4", 58, -44),
      ("9", -46, 54),
    ] { diagram.label(digit, at: .init(centre.x + x, centre.y + y), tone: .quiet) }
    let classifier = diagram.box("classifier", at: .init(132, 140))
    let own = diagram.box(
      "the network’s\nown answer: 2", at: .init(132, 206), tone: .ink, outline: .none)
    let vote = diagram.box(
      "vote\n2: 4 of 5\n7: 1 of 5", at: .init(254, 206), tone: .accent)
    diagram.arrow(from: encoder, to: classifier)
    diagram.arrow(from: classifier, to: own)
    diagram.arrow(
      from: .init(x: centre.x - 3, y: centre.y + 40, width: 6, height: 8), to: vote,
      tone: .accent)
    return diagram
  }

  /// Five rows of two numbers as arrows, and the two nearest by angle and by distance.
  static var angles: Diagram {
    var diagram = Diagram(
      "Angle and distance",
      saying: """
        Arrows from the origin: the query q to (3, 4), A to (9, 12) in the same direction, B to (4, 3), \
        C to (0, 5), D to (5, 12). A dashed circle around the tip of q passes just outside C, so that \
        the tips of B and C lie in it, and those of A and D far outside.
        """)
    func place(_ x: Double, _ y: Double) -> Diagram.Point { .init(x * 18, -y * 18) }
    diagram.line([place(0, 0), place(11, 0)], heads: .end, tone: .quiet)
    diagram.line([place(0, 0), place(0, 13.4)], heads: .end, tone: .quiet)
    diagram.line(
      (0...48).map { step in
        let angle = Double(step) / 48 * 2 * .pi
        return place(3 + 3.4 * cos(angle), 4 + 3.4 * sin(angle))
      }, tone: .accent, isDashed: true)
    for (name, x, y, side) in [
      ("A, a 4", 9.0, 12.0, Diagram.Side.right), ("D, a 4", 5, 12, .left),
      ("B, a 9", 4, 3, .right), ("C, a 9", 0, 5, .left),
    ] {
      diagram.line([place(0, 0), place(x, y)], heads: .end)
      diagram.label(name, at: place(x + (side == .left ? -0.2 : 0.2), y), side: side)
    }
    diagram.line([place(0, 0), place(3, 4)], heads: .end, tone: .accent, isHeavy: true)
    diagram.label(
      "q", at: place(3.45, 3.95), side: .right, tone: .accent, lettering: .bold)
    return diagram
  }

  /// A circle as a line of many points.
  private static func circle(_ centre: Diagram.Point, _ radius: Double) -> [Diagram.Point] {
    (0...48).map { step in
      let angle = Double(step) / 48 * 2 * .pi
      return .init(centre.x + radius * cos(angle), centre.y + radius * sin(angle))
    }
  }
}
