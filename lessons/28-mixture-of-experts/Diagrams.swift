import Figures

/// Mechanisms of this lesson, drawn.
enum Diagrams {
  /// An example that is worked out: four logits, what the experts say, and what comes of it.
  private struct Example {
    let logits: [String]
    let kept: [Int]
    let weights: [Int: String]
    let says: [String]
    let answer: String
  }

  private static let example = Example(
    logits: ["2", "−1", "1", "0"], kept: [0, 2], weights: [0: "0.73", 2: "0.27"],
    says: ["4", "1", "−2", "8"], answer: "2.39")

  private static let steps = [
    "each expert gets a logit", "the two largest are kept",
    "a softmax over the kept", "only the kept experts are asked", "their answers, by the weights",
  ]

  /// The example's way through the router, as far as a step.
  private static func way(_ step: Int) -> Diagram {
    let spoken = [
      "The input x goes to the router, which gives the logits 2, −1, 1 and 0 to experts 0 to 3.",
      "Experts 0 and 2 have the largest logits and are kept.",
      "A softmax over 2 and 1 gives them the weights 0.73 and 0.27.",
      "Expert 0 says 4 and expert 2 says −2; the others are not asked.",
      "0.73 times 4 minus 0.27 times 2 is 2.39.",
    ]
    var diagram = Diagram(
      "One example’s way through the router",
      saying: spoken.prefix(step + 1).joined(separator: " "))
    diagram.room(.init(x: -2, y: -62, width: 312, height: 216))
    diagram.label(
      "\(step + 1). " + steps[step], at: .init(0, -50), side: .right, lettering: .bold)
    let input = diagram.box("x", at: .init(12, 51), width: 24, lettering: .formula)
    let router = diagram.box("router", at: .init(62, 51), width: 56)
    diagram.arrow(from: input, to: router)
    let heads = [(118.0, "logit"), (170, "weight"), (226, "says")]
    for (column, head) in heads.enumerated() where [0, 2, 3][column] <= step {
      diagram.label(head.1, at: .init(head.0, -24), tone: .quiet)
    }
    for expert in 0..<4 {
      let y = Double(expert) * 34
      let isKept = example.kept.contains(expert)
      let tone: Diagram.Tone = step == 0 ? .ink : isKept ? .accent : .quiet
      let logit = diagram.box(
        example.logits[expert], at: .init(118, y), width: 36, height: 26, tone: tone)
      diagram.line([.init(92, 51), .init(logit.x - 2, y)], heads: .end, tone: .quiet)
      guard isKept else { continue }
      if step >= 2, let weight = example.weights[expert] {
        let box = diagram.box(weight, at: .init(170, y), width: 46, height: 26, tone: .accent)
        diagram.arrow(from: logit, to: box, tone: .accent)
      }
      if step >= 3 {
        let box = diagram.box(
          "\(expert): \(example.says[expert])", at: .init(226, y), width: 46, height: 26,
          tone: .accent)
        if step >= 4 {
          diagram.line(
            [.init(box.x + box.width + 2, y), .init(266, 34)], heads: .end, tone: .accent)
        }
      }
    }
    if step >= 4 {
      diagram.box(example.answer, at: .init(288, 34), width: 42, height: 26, tone: .accent)
    }
    return diagram
  }

  /// The way in five steps.
  static var way: Frames {
    Frames(
      "the step",
      steps.indices.map { step in
        (label: Prose("step \(step + 1) of 5"), chart: way(step) as any Chart)
      })
  }

  /// The two formulas, their parts in words.
  static var formula: Diagram {
    var diagram = Diagram(
      "The formulas in words",
      saying: """
        y equals the sum over the kept experts of weight times answer. A brace under weight says: \
        softmax over the kept logits. A brace under answer says: what this expert says. The balance \
        equals the number of experts times the sum over the experts of f times P. A brace under f says: \
        part of all examples, counted. A brace under P says: mean probability, has a gradient.
        """)
    for (text, x) in [("y  =  Σ", 60.0), ("w", 136), ("·", 190), ("expert( x )", 256)] {
      diagram.label(text, at: .init(x, 0), lettering: .formula)
    }
    diagram.brace(
      "softmax over\nthe kept logits", from: .init(116, 14), to: .init(156, 14), side: .below)
    diagram.brace(
      "what this\nexpert says", from: .init(222, 14), to: .init(292, 14), side: .below)
    for (text, x) in [("balance  =  N · Σ", 60.0), ("f", 146), ("·", 196), ("P", 256)] {
      diagram.label(text, at: .init(x, 104), lettering: .formula)
    }
    diagram.brace(
      "part of all,\ncounted", from: .init(132, 118), to: .init(160, 118), side: .below)
    diagram.brace(
      "mean probability,\nhas a gradient", from: .init(242, 118), to: .init(270, 118),
      side: .below)
    return diagram
  }

  /// What two lists of labels have in common, as bars that overlap.
  static var information: Diagram {
    var diagram = Diagram(
      "What regime and expert have in common",
      saying: """
        Three bars. The first is the uncertainty about the regime, the second, shifted to the right, \
        that about the expert; where the two lie over each other is the information. The third bar, \
        from the start of the first to the end of the second, is the uncertainty about the pair.
        """)
    func bar(
      _ text: String, at place: Double, _ x: ClosedRange<Double>, y: Double, _ tone: Diagram.Tone
    ) {
      diagram.box(
        "", at: .init((x.lowerBound + x.upperBound) / 2, y), width: x.upperBound - x.lowerBound,
        height: 28, tone: tone)
      diagram.label(text, at: .init(place, y), tone: tone)
    }
    bar("the regime", at: 52, 6...186, y: 0, .ink)
    bar("the expert", at: 250, 101...314, y: 36, .ink)
    bar("the pair of both", at: 160, 6...314, y: 72, .quiet)
    for x in [101.0, 186] {
      diagram.line([.init(x, -30), .init(x, 52)], tone: .accent, isDashed: true)
    }
    diagram.brace(
      "in common: the information", from: .init(101, -26), to: .init(186, -26), side: .above,
      tone: .accent)
    return diagram
  }

  /// What lesson 29 begins with: units that have names from the start.
  static var next: Diagram {
    var diagram = Diagram(
      "Units with names",
      saying: """
        An image leads to four units that are named red, square, large and striped, and these lead to \
        the class. Nothing leads past them.
        """)
    diagram.box("image", at: .init(28, 52), width: 52)
    let label = diagram.box("class", at: .init(290, 52), width: 52, tone: .accent)
    for (row, name) in ["red?", "square?", "large?", "striped?"].enumerated() {
      let concept = diagram.box(
        name, at: .init(160, Double(row) * 35), width: 78, height: 26)
      diagram.line([.init(56, 52), .init(concept.x - 2, concept.centre.y)], heads: .end)
      diagram.line(
        [.init(concept.x + concept.width + 2, concept.centre.y), .init(label.x - 2, 52)],
        heads: .end)
    }
    return diagram
  }
}
