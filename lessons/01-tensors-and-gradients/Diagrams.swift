import Figures
import Texts

/// Mechanisms of this lesson, drawn.
enum Diagrams {
  /// The tape of the lesson, y = a · s with a = x · w and s = a + x, read both ways.
  ///
  /// - Parameters:
  ///   - values: The values of x, w, a, s and y.
  ///   - gradients: Their gradients.
  ///   - parts: What flows back, from a step to one that it was computed from.
  /// - Returns: Boxes with values, grey arrows forwards, green arrows back.
  static func tape(
    values: [Double], gradients: [Double], parts: [(from: Int, to: Int, part: Double)]
  ) -> Diagram {
    let names = ["x", "w", "a = x · w", "s = a + x", "y = a · s"]
    let way = { (part: (from: Int, to: Int, part: Double)) in
      "\(part.part.shortText(digits: 4)) from \(names[part.from].prefix(1)) to "
        + "\(names[part.to].prefix(1))"
    }
    var diagram = Diagram(
      "The tape, read both ways",
      saying: "Five boxes, each computed from those that lead to it: "
        + zip(names, values).map { "\($0): \($1.shortText(digits: 4))" }.joined(separator: ", ")
        + ". Green arrows go back and carry " + parts.map(way).joined(separator: ", ")
        + ". The slopes are "
        + zip(names, gradients).map { "\($1.shortText(digits: 4)) at \($0.prefix(1))" }
        .joined(separator: ", ") + ".")
    let places: [(x: Double, y: Double, width: Double)] = [
      (30, 0, 56), (30, 170, 56), (164, 170, 84), (164, 0, 84), (290, 85, 84),
    ]
    let boxes = places.enumerated().map { step, place in
      diagram.box(
        "\(names[step])\n\(values[step].shortText(digits: 4))", at: .init(place.x, place.y),
        width: place.width, lettering: .formula)
    }
    for part in parts {
      let (later, earlier) = (boxes[part.from], boxes[part.to])
      diagram.arrow(from: earlier, to: later, shift: 6, tone: .quiet)
      diagram.arrow(
        from: later, to: earlier, label: part.part.shortText(digits: 4), shift: 6, tone: .accent)
    }
    for (step, box) in boxes.enumerated() {
      let isAbove = step == 0 || step == 3
      diagram.label(
        "slope \(gradients[step].shortText(digits: 4))", at: isAbove ? box.top : box.bottom,
        side: isAbove ? .above : .below, tone: .accent)
    }
    return diagram
  }

  /// A row that was copied to every row of a matrix, and the gradients of its copies, added up.
  ///
  /// - Parameters:
  ///   - row: The row.
  ///   - gradient: The gradients of its copies.
  ///   - sum: What the row gets.
  /// - Returns: Copying above, adding up below.
  static func broadcast(row: [Double], gradient: [[Double]], sum: [Double]) -> Diagram {
    let texts = { (numbers: [Double]) in numbers.map { $0.signedText(decimals: 0) } }
    var diagram = Diagram(
      "Broadcasting, forwards and back",
      saying: """
        Above, the row \(row.map { $0.shortText(digits: 3) }.joined(separator: ", ")) is copied to \
        \(gradient.count) rows. Below, the gradients of the copies, \
        \(gradient.map { texts($0).joined(separator: ", ") }.joined(separator: " and ")), are added \
        column by column: \(texts(sum).joined(separator: ", ")).
        """)
    let (left, right, side) = (0.0, 196.0, 36.0)
    let height = Double(gradient.count) * side
    let colour = { (numbers: [Double]) in numbers.map { $0 / 8 } }
    let grey = [[Double]](repeating: row.map { _ in 0 }, count: gradient.count)
    let plain = row.map { $0.shortText(digits: 3) }
    // Forwards.
    let first = diagram.squares(
      [row.map { _ in 0 }], at: .init(left, height / 2 - side / 2), side: side, texts: [plain])
    let copies = diagram.squares(
      grey, at: .init(right, 0), side: side,
      texts: [[String]](repeating: plain, count: gradient.count))
    diagram.arrow(from: first, to: copies, label: "copied", side: .above, tone: .quiet)
    diagram.label("b", at: first.top, side: .above, lettering: .formula)
    // Back.
    let down = height + 46
    let parts = diagram.squares(
      gradient.map(colour), at: .init(right, down), side: side, texts: gradient.map(texts))
    let total = diagram.squares(
      [colour(sum)], at: .init(left, down + height / 2 - side / 2), side: side, texts: [texts(sum)])
    diagram.arrow(from: parts, to: total, label: "added", side: .above, tone: .accent)
    diagram.label("gradients of the copies", at: parts.bottom, side: .below)
    diagram.label("gradient of b", at: total.bottom, side: .below)
    return diagram
  }
}
