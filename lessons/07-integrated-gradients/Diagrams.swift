import Figures
import Foundation

/// Mechanisms of this lesson, drawn.
enum Diagrams {
  /// Four points between (0, 0) and (3, 1), the slopes there, their mean, times the way.
  static var way: Diagram {
    var diagram = Diagram(
      "The slope is gathered on the way",
      saying: """
        A line from the baseline (0, 0) to x, (3, 1), with four points on it. Arrows lead down to the \
        slopes there: 0, 0 at the first two, and 1, −1 at the others. Arrows lead from all four to their \
        mean, ½, −½. Times the way, 3 and 1, it is 1.5, −0.5.
        """)
    let (left, right) = (40.0, 310.0)
    diagram.line([.init(left, 0), .init(right, 0)], heads: .end, isHeavy: true)
    diagram.label("baseline\n(0, 0)", at: .init(left - 2, -8), side: .above)
    diagram.label("x\n(3, 1)", at: .init(right, -8), side: .above)
    let mean = diagram.box("mean slope\n½,  −½", at: .init(96, 176), width: 110, height: 44)
    for (index, alpha) in [0.125, 0.375, 0.625, 0.875].enumerated() {
      let x = left + alpha * (right - left)
      diagram.line([.init(x, -4), .init(x, 4)], isHeavy: true)
      diagram.label(["⅛", "⅜", "⅝", "⅞"][index], at: .init(x, -6), side: .above, tone: .quiet)
      let isOpen = index > 1
      let box = diagram.box(
        isOpen ? "1, −1" : "0, 0", at: .init(x, 76), width: 56, height: 28,
        tone: isOpen ? .accent : .ink)
      diagram.line([.init(x, 8), box.top], heads: .end, tone: .quiet)
      diagram.arrow(from: box, to: mean, tone: isOpen ? .accent : .quiet)
    }
    diagram.label("slope", at: .init(left - 40, 40), side: .right, tone: .quiet)
    let credit = diagram.box(
      "credit\n1.5,  −0.5", at: .init(270, 176), width: 100, height: 44, tone: .accent)
    diagram.arrow(from: mean, to: credit, label: "× 3,  × 1", side: .below)
    return diagram
  }

  /// The formula's factors.
  static var formula: Diagram {
    var diagram = Diagram(
      "The factors of the formula",
      saying: """
        The credit a is x minus the baseline, the way, times the sum over the points of the weight of a \
        point times the slope of the score at that point of the way.
        """)
    let parts: [(String, Double)] = [
      ("a  =", 14), ("(x − x′)", 66), ("·", 102), ("Σ", 118), ("wₖ", 150), ("·", 174),
      ("∂s/∂x (xₖ)", 256),
    ]
    for (text, x) in parts { diagram.label(text, at: .init(x, 0), lettering: .formula) }
    diagram.brace("the way", from: .init(34, 16), to: .init(96, 16), side: .below)
    diagram.brace("weight", from: .init(132, 16), to: .init(168, 16), side: .below)
    diagram.brace(
      "slope at\nxₖ = x′ + αₖ (x − x′)", from: .init(210, 16), to: .init(302, 16),
      side: .below)
    return diagram
  }

  /// One curve four times, and the strips that each rule takes for the area under it.
  static var strips: Diagram {
    var diagram = Diagram(
      "Four rules for an area",
      saying: """
        Four times the same rising curve from 0 to 1, with four strips of one width. In the first the \
        strips are as high as the curve at their left edges, in the second at their right edges, in the \
        third in their middles. In the fourth their tops are straight lines between the heights at \
        both edges.
        """)
    func height(_ z: Double) -> Double { 0.08 + 0.87 * z * z * z }
    let (width, high) = (136.0, 92.0)
    for (index, name) in ["left", "right", "midpoint", "trapezoid"].enumerated() {
      let corner = (x: Double(index % 2) * 180, y: Double(index / 2) * 136)
      func place(_ z: Double, _ y: Double) -> Diagram.Point {
        .init(corner.x + z * width, corner.y + high * (1 - y))
      }
      for strip in 0..<4 {
        let (start, end) = (Double(strip) / 4, Double(strip + 1) / 4)
        let tops =
          switch index {
          case 0: (height(start), height(start))
          case 1: (height(end), height(end))
          case 2: (height((start + end) / 2), height((start + end) / 2))
          default: (height(start), height(end))
          }
        diagram.line(
          [place(start, 0), place(start, tops.0), place(end, tops.1), place(end, 0)],
          tone: .accent)
      }
      diagram.line([place(0, 0), place(1.08, 0)], heads: .end, tone: .quiet)
      diagram.line((0...24).map { place(Double($0) / 24, height(Double($0) / 24)) })
      diagram.label("0", at: place(0, -0.02), side: .below, tone: .quiet)
      diagram.label("1", at: place(1, -0.02), side: .below, tone: .quiet)
      diagram.label(name, at: place(0.5, -0.02), side: .below)
    }
    return diagram
  }
}
