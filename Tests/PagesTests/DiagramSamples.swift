import Pages

/// Diagrams such as lessons draw, to be proved and to be looked at.
enum DiagramSamples {
  static let all: [(name: String, diagram: Diagram)] = [
    ("relevance", relevance), ("cube", cube), ("tree", tree), ("parts", parts),
  ]

  /// Relevance that flows back through a small network: an edge is as thick as it is heavy.
  static var relevance: Diagram {
    var diagram = Diagram(
      "Relevance on the edges of a network",
      saying: """
        Two inputs, two hidden units and an output. The output's relevance 3 is shared out to the \
        hidden units, 4 to the upper and −1 to the lower one, and from there to the inputs.
        """)
    let inputs = ["2", "1"].enumerated().map { index, text in
      diagram.box("x = \(text)", at: .init(36, Double(index) * 110), outline: .round)
    }
    let hidden = ["4", "−1"].enumerated().map { index, text in
      diagram.box(
        text, at: .init(170, Double(index) * 110), width: 52,
        tone: text == "4" ? .positive : .negative, outline: .round)
    }
    let output = diagram.box("3", at: .init(300, 55), tone: .positive, outline: .round)
    let flows: [(Int, Int, String, Diagram.Tone, Bool)] = [
      (0, 0, "3", .positive, true), (0, 1, "1", .positive, false), (1, 0, "1", .positive, false),
      (1, 1, "−2", .negative, true),
    ]
    for (unit, input, _, tone, isHeavy) in flows {
      diagram.arrow(from: hidden[unit], to: inputs[input], tone: tone, isHeavy: isHeavy)
    }
    diagram.arrow(from: output, to: hidden[0], tone: .positive, isHeavy: true)
    diagram.arrow(from: output, to: hidden[1], tone: .negative)
    for (unit, input, text, tone, _) in flows {
      let (from, to) = (hidden[unit].centre, inputs[input].centre)
      diagram.label(
        text, at: .init(from.x + (to.x - from.x) * 0.3, from.y + (to.y - from.y) * 0.3),
        tone: tone, lettering: .bold)
    }
    diagram.brace("relevance flows back", from: .init(60, 140), to: .init(300, 140), side: .below)
    return diagram
  }

  static var cube: Diagram {
    var diagram = Diagram(
      "The coalitions of three players",
      saying: "Eight coalitions in four rows; the order B, A, C is lit.")
    diagram.subsetCube(
      of: ["A", "B", "C"], at: .init(0, 0), values: ["0", "1", "0", "4", "2", "3", "2", "6"],
      lighting: [1, 0, 2])
    return diagram
  }

  static var tree: Diagram {
    var diagram = Diagram("A tree", saying: "Two questions, three leaves.")
    diagram.tree(
      Diagram.Tree(
        "age < 40",
        [
          Diagram.Tree("0.2", way: "yes"),
          Diagram.Tree(
            "weight < 80", way: "no", tone: .accent,
            [Diagram.Tree("0.4", way: "yes"), Diagram.Tree("0.9", way: "no", tone: .accent)]),
        ]), at: .init(0, 0))
    return diagram
  }

  /// Everything else that a diagram can hold.
  static var parts: Diagram {
    var diagram = Diagram("Parts", saying: "Squares, a ruler, braces on all sides, curves.")
    let squares = diagram.squares(
      [[-1, -0.5, 0], [0.25, 0.5, 1]], at: .init(0, 0), side: 36,
      texts: [["−1", "−½", "0"], ["¼", "½", "1"]])
    diagram.brace(
      "rows", from: .init(squares.x + squares.width + 4, 0),
      to: .init(squares.x + squares.width + 4, squares.height), side: .right)
    diagram.brace("columns", from: .init(0, 76), to: .init(108, 76), side: .below)
    diagram.ruler(180...320, y: 30, ticks: [(190, "0"), (250, "½"), (310, "1")])
    diagram.line([.init(190, 110), .init(250, 70), .init(310, 70)], tone: .accent, isHeavy: true)
    diagram.line([.init(190, 110), .init(310, 110)], heads: .both, isDashed: true)
    diagram.label("y = f(x)", at: .init(246, 96), side: .right, lettering: .formula)
    return diagram
  }
}
