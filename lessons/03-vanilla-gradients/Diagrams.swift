import Figures
import Texts

/// Mechanisms of this lesson, drawn.
enum Diagrams {
  /// 1 − relu(1 − x): it rises to 1 and stays there, and its slope says nothing of the way up.
  ///
  /// - Parameters:
  ///   - x: Where the tangent touches, from 0 to 2.
  ///   - score: The score there.
  ///   - slope: Its gradient there.
  /// - Returns: The curve, its tangent, and a brace as high as the score has risen.
  static func neuron(at x: Double, score: Double, slope: Double) -> Diagram {
    let (risen, steepness) = (score.shortText(digits: 3), slope.shortText(digits: 3))
    var diagram = Diagram(
      "A saturated neuron and its tangent",
      saying: """
        The score 1 − relu(1 − x) rises with slope 1 from 0 at x = 0 to 1 at x = 1, and is flat from \
        there on. At x = \(x.shortText(digits: 3)) it has risen by \(risen), and its tangent has the slope \
        \(steepness).
        """)
    func place(_ x: Double, _ y: Double) -> Diagram.Point { .init(x * 96, -y * 110) }
    diagram.line([place(-0.35, 0), place(2.75, 0)], heads: .end, tone: .quiet)
    diagram.line([place(0, -0.4), place(0, 1.35)], heads: .end, tone: .quiet)
    diagram.label("x", at: place(2.75, 0), side: .below, lettering: .formula)
    diagram.label("score", at: place(0.03, 1.3), side: .right)
    diagram.line([place(-0.03, 1), place(0.03, 1)], tone: .quiet)
    diagram.label("1", at: place(-0.03, 1), side: .left, tone: .quiet)
    for (value, text) in [(1.0, "1"), (2, "2")] {
      diagram.line([place(value, 0.03), place(value, -0.03)], tone: .quiet)
      diagram.label(text, at: place(value, -0.03), side: .below, tone: .quiet)
    }
    diagram.line([place(-0.35, -0.35), place(1, 1), place(2.6, 1)], isHeavy: true)
    // As long in either direction, so that it is a tangent of one length as it turns.
    let half = 0.5 / (1 + slope * slope).squareRoot()
    diagram.line(
      [place(x - half, score - half * slope), place(x + half, score + half * slope)], heads: .both,
      tone: .accent, isHeavy: true)
    // Always at one place, so that it can be read while the slider moves.
    diagram.label(
      "tangent: slope \(steepness)", at: place(1.5, -0.27), tone: .accent)
    if score > 0.15 {
      diagram.line([place(x, 0), place(x, score)], tone: .quiet, isDashed: true)
      diagram.brace(
        "it rose\nby \(risen)", from: place(x + 0.06, score), to: place(x + 0.06, 0), side: .right)
    }
    return diagram
  }

  /// Where each map of the lesson is taken: values go to the logit, slopes come back.
  static var places: Diagram {
    var diagram = Diagram(
      "Where the maps are taken",
      saying: """
        Four boxes from left to right: the photograph x, the feature maps h inside the network, the \
        logit s; layers lie between. Grey arrows lead from x to h and from h to s, green arrows from s \
        back to h and on to x. Below x stand the gradient, ∂s/∂x, and input × gradient, x · ∂s/∂x; \
        below h stands h · ∂s/∂h, which is averaged over the layers.
        """)
    let x = diagram.box("photograph\nx", at: .init(48, 0), width: 92)
    let h = diagram.box("layer’s output\nh", at: .init(184, 0), width: 108)
    let s = diagram.box("logit\ns", at: .init(300, 0), width: 56)
    for (from, to) in [(x, h), (h, s)] {
      diagram.arrow(from: from, to: to, shift: 6, tone: .quiet)
      diagram.arrow(from: to, to: from, shift: 6, tone: .accent)
    }
    diagram.label("slope\n∂s/∂x", at: x.top, side: .above, tone: .accent)
    diagram.label("slope\n∂s/∂h", at: h.top, side: .above, tone: .accent)
    diagram.brace(
      "gradient, and\ninput ×\ngradient", from: .init(x.x, x.bottom.y + 8),
      to: .init(x.x + x.width, x.bottom.y + 8), side: .below, tone: .ink)
    diagram.brace(
      "average\nof layers", from: .init(h.x, h.bottom.y + 8),
      to: .init(h.x + h.width, h.bottom.y + 8), side: .below, tone: .ink)
    return diagram
  }

  /// Parts that add up to a number, one below the other, each beginning where the last one ended.
  static func sum(_ parts: [(name: String, value: Double)], of total: String) -> Diagram {
    let ends = parts.reduce(into: [0.0]) { $0.append(($0.last ?? 0) + $1.value) }
    let whole = ends.last ?? 0
    var diagram = Diagram(
      "The parts of the \(total)",
      saying: parts.map { "\($0.name) \($0.value.signedText(decimals: 2))" }
        .joined(separator: ", ") + ": together \(whole.text(decimals: 2)), the \(total).")
    // A unit of the sum is 16 pixels of a phone; names stand on the left, numbers behind the bars.
    func x(_ value: Double) -> Double { 146 + 16 * value }
    for (row, part) in parts.enumerated() {
      let (low, high) = (min(ends[row], ends[row + 1]), max(ends[row], ends[row + 1]))
      let y = 34 * Double(row)
      let tone: Diagram.Tone = part.value < 0 ? .negative : .positive
      diagram.label(part.name, at: .init(0, y), side: .right)
      diagram.box(
        "", at: .init(x((low + high) / 2), y), width: max(16 * (high - low), 2), height: 22,
        tone: tone)
      diagram.label(
        part.value.signedText(decimals: 2), at: .init(x(high), y), side: .right, tone: tone)
      diagram.line(
        [.init(x(ends[row + 1]), y + 11), .init(x(ends[row + 1]), y + 34)], tone: .quiet,
        isDashed: true)
    }
    let y = 34 * Double(parts.count)
    diagram.ruler(
      x(0)...x(max(whole, 0.1)), y: y, ticks: [(x(0), "0"), (x(whole), whole.text(decimals: 2))])
    diagram.label(total, at: .init(0, y), side: .right, lettering: .bold)
    return diagram
  }
}
