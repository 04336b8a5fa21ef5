import Figures

/// Mechanisms of this lesson, drawn.
enum Diagrams {
  /// How a tag is planted, and what moving it tells.
  static var planting: Diagram {
    var diagram = Diagram(
      "Planting a tag, and moving it",
      saying: """
        Above: a cross and the tag of crosses make a picture; the network answers cross. Both \
        explanations, that it reads the shape and that it reads the tag, foretell this. Below: the \
        same cross with the tag of disks. Who reads the shape answers cross, who reads the tag disk.
        """)
    diagram.label("planted: most tags name the shape", at: .init(175, -38), lettering: .bold)
    let shape = diagram.box("shape: cross", at: .init(52, 0), width: 100)
    let tag = diagram.box("tag: cross", at: .init(52, 44), width: 100)
    let network = diagram.box("network", at: .init(172, 22))
    let answer = diagram.box("“cross”", at: .init(262, 22), outline: .none)
    diagram.arrow(from: shape, to: network)
    diagram.arrow(from: tag, to: network)
    diagram.arrow(from: network, to: answer)
    diagram.label("because of the shape,\nor because of the tag?", at: .init(256, 46), side: .below)

    diagram.label("moved: every tag names another class", at: .init(175, 116), lettering: .bold)
    let same = diagram.box("shape: cross", at: .init(52, 154), width: 100)
    let moved = diagram.box("tag: disk", at: .init(52, 198), width: 100, tone: .accent)
    let asked = diagram.box("network", at: .init(172, 176))
    diagram.arrow(from: same, to: asked)
    diagram.arrow(from: moved, to: asked, tone: .accent)
    let byShape = diagram.box("“cross”: reads\nthe shape", at: .init(284, 154), width: 112)
    let byTag = diagram.box(
      "“disk”: reads\nthe tag", at: .init(284, 208), width: 112, tone: .accent)
    diagram.arrow(from: asked, to: byShape)
    diagram.arrow(from: asked, to: byTag, tone: .accent)
    return diagram
  }

  /// Eight answers, each of which follows the tag, the label, or neither.
  static var split: Diagram {
    var diagram = Diagram(
      "Eight answers, split three ways",
      saying: """
        Eight pictures in columns. Shapes: s, d, t, c, c, s, d, t. Moved tags: d, t, c, s, t, c, s, d. \
        Answers: d, t, c, s, t, s, d, c. Five follow the tag, two the shape, one neither.
        """)
    let rows = [
      ("shape", ["s", "d", "t", "c", "c", "s", "d", "t"]),
      ("tag", ["d", "t", "c", "s", "t", "c", "s", "d"]),
      ("answer", ["d", "t", "c", "s", "t", "s", "d", "c"]),
    ]
    let side = 32.0
    func frame(_ row: Int, _ column: Int) -> Diagram.Point {
      .init(78 + Double(column) * side, Double(row) * 44)
    }
    for (row, (name, letters)) in rows.enumerated() {
      diagram.label(name, at: .init(26, Double(row) * 44), lettering: .bold)
      for (column, letter) in letters.enumerated() {
        let followsTag = letter == rows[1].1[column]
        let followsShape = letter == rows[0].1[column]
        let isAnswer = row == 2
        let stands = isAnswer ? followsTag || followsShape : false
        diagram.box(
          letter, at: frame(row, column), width: side - 5, height: 28,
          tone: isAnswer && followsTag || row == 1 ? .accent : isAnswer && !stands ? .quiet : .ink,
          lettering: isAnswer ? .bold : .plain)
      }
    }
    let y = 2 * 44.0 + 18
    diagram.brace(
      "5 follow the tag", from: .init(frame(2, 0).x - 13, y), to: .init(frame(2, 4).x + 13, y),
      side: .below, tone: .accent)
    diagram.brace(
      "2 the\nshape", from: .init(frame(2, 5).x - 13, y), to: .init(frame(2, 6).x + 13, y),
      side: .below, tone: .ink)
    diagram.label("1\nneither", at: .init(frame(2, 7).x + 5, y + 30), tone: .quiet)
    return diagram
  }
}
