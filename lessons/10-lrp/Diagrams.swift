import Figures

/// Mechanisms of this lesson, drawn.
enum Diagrams {
  /// The three columns of the small network, and where its nodes stand.
  private static let inputs = [Diagram.Point(20, 40), .init(20, 150)]
  private static let units = [Diagram.Point(160, 0), .init(160, 95), .init(160, 190)]
  private static let output = Diagram.Point(298, 95)

  /// The network as it computes: what each input contributes to each sum.
  static var forward: Diagram {
    drawing(
      "Forward: contributions",
      saying: """
        Inputs 2 and 1. The first unit adds 2, 1 and a bias of 1 to 4; the second adds 4 and −1 to 3; \
        the third gets −2 and gives 0. The output adds 8, −3 and 0 to 5.
        """, nodes: ["2", "1", "4", "3", "0", "5"], biases: ["1", "", ""],
      edges: [[2, 4, -2], [1, -1, 0]], last: [8, -3, 0])
  }

  /// The same network backwards: the relevance that flows along each edge.
  ///
  /// - Parameters:
  ///   - pixels: The relevance of the two inputs.
  ///   - units: The relevance of the three units.
  ///   - edges: What flows from each unit to each input.
  ///   - biases: What each unit's bias takes.
  ///   - output: The relevance of the score.
  /// - Returns: The diagram.
  static func backward(
    pixels: [Double], units: [Double], edges: [[Double]], biases: [Double], output: Double
  ) -> Diagram {
    drawing(
      "Backward: relevance",
      saying: """
        The output’s relevance 5 is shared: 8 to the first unit, −3 to the second, 0 to the third. The \
        first hands 4 and 2 to the inputs, and 2 to its bias; the second −4 and 1. The inputs end with 0 \
        and 3.
        """,
      nodes: (pixels + units + [output]).map(words),
      biases: biases.map { $0 == 0 ? "" : words($0) },
      edges: edges, last: units, isBackward: true)
  }

  private static func words(_ number: Double) -> String {
    let size = abs(number)
    let text = size == size.rounded() ? "\(Int(size))" : "\((size * 100).rounded() / 100)"
    return number < 0 ? "−\(text)" : text
  }

  private static func drawing(
    _ title: String, saying summary: String, nodes: [String], biases: [String],
    edges: [[Double]], last: [Double], isBackward: Bool = false
  ) -> Diagram {
    var diagram = Diagram(title, saying: summary)
    let left = inputs.enumerated().map { index, place in
      diagram.box(nodes[index], at: place, width: 34, outline: .round)
    }
    let middle = units.enumerated().map { index, place in
      diagram.box(
        nodes[2 + index], at: place, width: 34, tone: index == 2 ? .quiet : .ink, outline: .round)
    }
    let right = diagram.box(nodes[5], at: output, width: 40, tone: .accent)
    func join(
      _ start: Diagram.Frame, _ end: Diagram.Frame, _ number: Double, at part: Double
    ) {
      let tone: Diagram.Tone = number > 0 ? .positive : number < 0 ? .negative : .quiet
      let (from, to) = isBackward ? (end, start) : (start, end)
      diagram.arrow(
        from: from, to: to, tone: tone, isDashed: number == 0, isHeavy: abs(number) >= 4)
      let place = Diagram.Point(
        start.centre.x + part * (end.centre.x - start.centre.x),
        start.centre.y + part * (end.centre.y - start.centre.y))
      diagram.label(words(number), at: place, side: .above, tone: tone, lettering: .bold)
    }
    // Labels of edges that cross stand at different places.
    let labels = [[0.5, 0.74, 0.84], [0.2, 0.6, 0.6]]
    for (input, row) in edges.enumerated() {
      for (unit, number) in row.enumerated() {
        join(left[input], middle[unit], number, at: labels[input][unit])
      }
    }
    for (unit, number) in last.enumerated() { join(middle[unit], right, number, at: 0.45) }
    for (unit, bias) in biases.enumerated() where !bias.isEmpty {
      let place = Diagram.Point(units[unit].x - 84, units[unit].y - 26)
      let frame = diagram.box("bias \(bias)", at: place, outline: .none)
      diagram.arrow(
        from: isBackward ? middle[unit] : frame, to: isBackward ? frame : middle[unit], tone: .quiet
      )
    }
    diagram.label("inputs", at: .init(20, 222), side: .below, tone: .quiet)
    diagram.label("ReLU units", at: .init(160, 222), side: .below, tone: .quiet)
    diagram.label(
      "score", at: .init(298, 222), side: .below, tone: .quiet)
    return diagram
  }

  /// What passes a unit that is clipped: nothing of the gradient, all of the relevance.
  static var clipped: Diagram {
    var diagram = Diagram(
      "A clipped unit",
      saying: """
        The curve of ReLU6 rises from 0 to 6 and is flat from there on. At z = 4 the slope is 1, and both \
        input times gradient and relevance pass. At z = 9 the slope is 0: the gradient stops, and \
        relevance passes.
        """)
    func place(_ z: Double, _ a: Double) -> Diagram.Point { .init(z * 24, -a * 19) }
    diagram.line([place(-2, 0), place(11, 0)], heads: .end, tone: .quiet)
    diagram.line([place(0, 0), place(0, 8)], heads: .end, tone: .quiet)
    diagram.label("z", at: place(10.8, 0), side: .below, lettering: .formula)
    diagram.label("a", at: place(0, 7.8), side: .left, lettering: .formula)
    diagram.line([place(-2, 0), place(0, 0), place(6, 6), place(10.5, 6)], isHeavy: true)
    diagram.line([place(0, 6), place(6, 6)], tone: .quiet, isDashed: true)
    diagram.label("6", at: place(0, 6), side: .left, tone: .quiet)
    for (z, a, tone) in [(4.0, 4.0, Diagram.Tone.accent), (9, 6, .negative)] {
      diagram.line([place(z, 0), place(z, a)], tone: tone, isDashed: true)
      diagram.label("\(Int(z))", at: place(z, 0), side: .below, tone: tone)
    }
    diagram.label("slope 1:\nboth pass", at: place(4.3, 2.6), side: .right, tone: .accent)
    diagram.label(
      "slope 0: the gradient\nstops, relevance passes", at: place(7.6, 7.4), tone: .negative)
    return diagram
  }
}
