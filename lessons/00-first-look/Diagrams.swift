import Figures
import Texts

/// Mechanisms of this lesson, drawn.
enum Diagrams {
  /// From a photograph to a score and back to three numbers of a pixel, of which one is made.
  static var idea: Diagram {
    var diagram = Diagram(
      "From the score back to the pixels",
      saying: """
        Grey arrows lead from the photograph to the network and on to the score for tiger cat. Green \
        arrows lead back from the score through the network to the slopes of a pixel: red, green and \
        blue. An arrow leads from the three slopes to one number, the heat.
        """)
    let photograph = diagram.box("photograph", at: .init(46, 0), width: 92)
    let network = diagram.box("network", at: .init(176, 0), width: 84)
    let score = diagram.box("score of\ntiger cat", at: .init(294, 0), width: 80)
    for (from, to) in [(photograph, network), (network, score)] {
      diagram.arrow(from: from, to: to, shift: 6, tone: .quiet)
      diagram.arrow(from: to, to: from, shift: 6, tone: .accent)
    }
    let slopes = diagram.squares(
      [[0.12, -0.9, 0.5]], at: .init(1, 70), side: 30, texts: [["R", "G", "B"]])
    diagram.arrow(from: photograph, to: slopes, tone: .accent)
    diagram.label("slopes of\na pixel", at: slopes.bottom, side: .below)
    let heat = diagram.box("heat", at: .init(222, 85), width: 64, tone: .accent)
    diagram.arrow(from: slopes, to: heat, label: "your line", side: .above, tone: .accent)
    return diagram
  }

  /// Three numbers become one, in the right order and in a wrong one.
  ///
  /// - Parameters:
  ///   - slopes: The three numbers of a pixel.
  ///   - heat: The largest of their magnitudes.
  /// - Returns: Two rows of squares.
  static func order(_ slopes: [Double], heat: Double) -> Diagram {
    let texts = { (numbers: [Double]) in numbers.map { $0.shortText(digits: 3) } }
    let sizes = slopes.map { abs($0) }
    let wrong = abs(slopes.max() ?? 0)
    let list = { (numbers: [Double]) in texts(numbers).joined(separator: ", ") }
    var diagram = Diagram(
      "The order matters",
      saying: """
        Right: \(list(slopes)) without signs are \(list(sizes)), and the largest is \
        \(heat.shortText(digits: 3)). Wrong: the largest of \(list(slopes)) is \
        \(wrong.shortText(digits: 3)), and without its sign it is the same.
        """)
    let side = 30.0
    let strength = { (numbers: [Double]) in numbers.map { $0 / 8 } }
    for (row, isRight) in [true, false].enumerated() {
      let y = 70 * Double(row)
      diagram.label(
        isRight ? "right" : "wrong", at: .init(0, y - 4), side: .right, lettering: .bold)
      let first = diagram.squares(
        [strength(slopes)], at: .init(0, y + 8), side: side, texts: [texts(slopes)])
      let between = isRight ? sizes : [slopes.max() ?? 0]
      let middle = diagram.squares(
        [strength(between)], at: .init(isRight ? 151 : 181, y + 8), side: side,
        texts: [texts(between)])
      let value = isRight ? heat : wrong
      let last = diagram.squares(
        [[value / 8]], at: .init(302, y + 8), side: side, texts: [[value.shortText(digits: 3)]])
      let steps = isRight ? ["no sign", "largest"] : ["largest", "no sign"]
      diagram.arrow(from: first, to: middle, label: steps[0], side: .above)
      diagram.arrow(from: middle, to: last, label: steps[1], side: .above)
    }
    return diagram
  }
}
