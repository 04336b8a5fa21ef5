import Figures

/// Mechanisms of this lesson, drawn.
enum Diagrams {
  private static let stripes = [[4.0, 1], [0, 0]]
  private static let rims = [[0.0, 1], [0, 3]]

  /// Feature maps, their means, and the linear layer that makes a logit of them.
  static var head: Diagram {
    var diagram = Diagram(
      "Maps, means, and a linear layer",
      saying: """
        Two feature maps of 2 × 2 numbers, 4, 1, 0, 0 and 0, 1, 0, 3. An arrow leads from each to its \
        mean, 1.25 and 1. From the means arrows with the weights 2 and −1 lead to the logit, 1.5.
        """)
    var means: [Diagram.Frame] = []
    for (index, (map, mean)) in [(stripes, "1.25"), (rims, "1")].enumerated() {
      let y = Double(index) * 104
      let frame = squares(map, scale: 4, at: .init(0, y), in: &diagram)
      means.append(diagram.box(mean, at: .init(152, y + 32), width: 52, outline: .round))
      diagram.arrow(from: frame, to: means[index], label: "mean", side: .above)
      diagram.label(index == 0 ? "A₁, stripes" : "A₂, rims", at: frame.bottom, side: .below)
    }
    let logit = diagram.box("logit\n1.5", at: .init(290, 84), width: 60, tone: .accent)
    diagram.arrow(from: means[0], to: logit, label: "× 2", tone: .positive, isHeavy: true)
    diagram.arrow(from: means[1], to: logit, label: "× (−1)", tone: .negative)
    diagram.brace("pooling", from: .init(64, 196), to: .init(178, 196), side: .below)
    diagram.brace("linear layer", from: .init(182, 196), to: .init(320, 196), side: .below)
    return diagram
  }

  /// The same weights before the mean: a map whose mean is the logit.
  static var weightedMaps: Diagram {
    var diagram = Diagram(
      "The class activation map",
      saying: """
        Twice the map 4, 1, 0, 0 minus the map 0, 1, 0, 3 is the map 8, 1, 0, −3. Its mean is 1.5, the \
        logit.
        """)
    diagram.label("2 ·", at: .init(10, 32))
    squares(stripes, scale: .infinity, at: .init(24, 0), in: &diagram)
    diagram.label("−", at: .init(102, 32))
    squares(rims, scale: .infinity, at: .init(116, 0), in: &diagram)
    diagram.label("=", at: .init(194, 32))
    let map = squares([[8, 1], [0, -3]], scale: 8, at: .init(208, 0), in: &diagram)
    let logit = diagram.box("logit\n1.5", at: .init(314, 32), width: 46, tone: .accent)
    diagram.arrow(from: map, to: logit)
    diagram.brace("the map", from: .init(208, 68), to: .init(272, 68), side: .below)
    diagram.label("mean", at: .init(314, 60), side: .below)
    return diagram
  }

  /// Where the centres of new pixels lie on the ruler of the old ones.
  static var halfPixels: Diagram {
    var diagram = Diagram(
      "Two pixels become four",
      saying: """
        Two old pixels, 2 and 0.25, over four new ones of the same length together. On a ruler on which \
        an old pixel is 1 long, the old centres lie at ½ and 1½, the new ones at ¼, ¾, 1¼ and 1¾.
        """)
    let unit = 160.0
    for (index, text) in ["2", "0.25"].enumerated() {
      let centre = Diagram.Point((Double(index) + 0.5) * unit, 0)
      let pixel = diagram.box(text, at: .init(centre.x, 0), width: unit, height: 32)
      diagram.line([pixel.bottom, .init(centre.x, 64)], heads: .end)
    }
    diagram.ruler(0...2 * unit, y: 64, ticks: [(0, "0"), (unit, "1"), (2 * unit, "2")])
    for (index, text) in ["¼", "¾", "1¼", "1¾"].enumerated() {
      let centre = (Double(index) + 0.5) * unit / 2
      let pixel = diagram.box(
        "?", at: .init(centre, 128), width: unit / 2, height: 32, tone: .accent)
      diagram.line([pixel.top, .init(centre, 64)], heads: .end, tone: .accent)
      diagram.label(text, at: .init(centre, 96), side: .right, tone: .accent)
    }
    diagram.label("½", at: .init(unit / 2, 42), side: .right)
    diagram.label("1½", at: .init(unit * 1.5, 42), side: .right)
    return diagram
  }

  /// Small squares with their numbers, as bright as these are on a scale; on an endless one all are white.
  @discardableResult
  private static func squares(
    _ map: [[Double]], scale: Double, at corner: Diagram.Point, in diagram: inout Diagram
  ) -> Diagram.Frame {
    diagram.squares(
      map.map { row in row.map { $0 / scale } }, at: corner, side: 32,
      texts: map.map { row in row.map { $0 < 0 ? "−\(Int(-$0))" : "\(Int($0))" } })
  }
}
