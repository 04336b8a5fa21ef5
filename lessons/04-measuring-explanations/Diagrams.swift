import Figures

/// Mechanisms of this lesson, drawn.
enum Diagrams {
  /// The map that is measured by hand; the mask is rows 1 and 2, columns 1 and 2.
  private static let map: [[Double]] = [[6, 0, 1, 0], [0, 3, -2, 2], [0, 2, 1, 0]]

  /// One map and one mask, and what three measures look at.
  static var measures: Diagram {
    var diagram = Diagram(
      "Three measures of one map",
      saying: """
        A map of 3 × 4 pixels: 6, 0, 1, 0; 0, 3, −2, 2; 0, 2, 1, 0. A frame, the mask, holds 3, −2, 2 and \
        1. Below it stands the map three times with what a measure looks at. Pointing game: the 6, outside \
        the frame, a miss. Mass: what is positive, 15 in all, 6 of it in the frame, 0.4. Rank accuracy: \
        the four highest pixels, 6, 3, 2 and 2, two of them in the frame, 0.5.
        """)
    grid(map, at: .init(110, 0), side: 28, in: &diagram)
    diagram.label("map", at: .init(104, 42), side: .left)
    diagram.label("mask", at: .init(228, 42), side: .right, tone: .accent)
    let parts: [(name: String, keeps: (Double) -> Bool, result: String)] = [
      ("pointing game", { $0 == 6 }, "the peak:\na miss"),
      ("mass", { $0 > 0 }, "6 of 15:\n0.4"),
      ("rank accuracy", { $0 >= 2 }, "2 of 4:\n0.5"),
    ]
    for (index, part) in parts.enumerated() {
      let x = Double(index) * 116
      let kept = map.map { row in row.map { part.keeps($0) ? $0 : 0 } }
      diagram.label(part.name, at: .init(x + 48, 122), lettering: .bold)
      grid(kept, at: .init(x, 138), side: 24, in: &diagram)
      diagram.label(part.result, at: .init(x + 48, 216), side: .below)
    }
    return diagram
  }

  /// A map with its numbers, and the frame of the mask.
  private static func grid(
    _ map: [[Double]], at corner: Diagram.Point, side: Double, in diagram: inout Diagram
  ) {
    diagram.squares(
      map.map { row in row.map { $0 / 6 } }, at: corner, side: side,
      texts: map.map { row in
        row.map { $0 == 0 ? "" : $0 < 0 ? "−\(Int(-$0))" : "\(Int($0))" }
      })
    let (left, top) = (corner.x + side, corner.y + side)
    let (right, bottom) = (corner.x + 3 * side, corner.y + 3 * side)
    diagram.line(
      [
        .init(left, top), .init(right, top), .init(right, bottom), .init(left, bottom),
        .init(left, top),
      ], tone: .accent, isHeavy: true)
  }

  /// A network that loses its layers from the last one on, and what is compared each time.
  static var cascade: Diagram {
    var diagram = Diagram(
      "A network that forgets",
      saying: """
        Four rows of boxes from left to right: conv1, conv2, classifier, and the map that is made of \
        them. In the first row all layers are trained. In the second the classifier has random weights, \
        marked by a question mark; in the third conv2 as well; in the fourth all three. Behind each map \
        stands its rank correlation ρ with the first map: 1 in the first row, and a question mark below.
        """)
    let names = ["conv1", "conv2", "classifier"]
    for random in 0...3 {
      let y = Double(random) * 48
      let layers = names.enumerated().map { index, name in
        let isRandom = index >= names.count - random
        return diagram.box(
          isRandom ? "?" : name, at: .init([24, 92, 173][index], y),
          width: [48, 48, 74][index], height: 30, tone: isRandom ? .quiet : .ink)
      }
      let map = diagram.box("map", at: .init(252, y), width: 44, height: 30, tone: .accent)
      for (from, to) in zip(layers, layers.dropFirst() + [map]) {
        diagram.arrow(from: from, to: to)
      }
      diagram.label(
        random == 0 ? "ρ = 1" : "ρ = ?", at: .init(map.right.x + 4, y), side: .right,
        tone: .accent)
    }
    return diagram
  }
}
