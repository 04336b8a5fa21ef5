import Figures

/// Mechanisms of this lesson, drawn.
enum Diagrams {
  /// The coalitions of a model with three numbers, and one order of arrival.
  ///
  ///     f(a, b, c) = 3a + b + c + 2ab        at (2, 1, 1); whoever is absent is 0
  static var cube: Diagram {
    var diagram = Diagram(
      "The coalitions of three players, and one order",
      saying: """
        Eight coalitions with their values, the empty one at the bottom and all three players on top: \
        nobody 0, a 6, b 1, c 1, ab 11, ac 7, bc 2, abc 12. The order b, a, c is lit: b adds 1, a adds \
        10, c adds 1.
        """)
    let values = (0..<8).map { coalition in
      let (a, b, c) = (2 * (coalition & 1), coalition >> 1 & 1, coalition >> 2 & 1)
      return "\(3 * a + b + c + 2 * a * b)"
    }
    diagram.subsetCube(
      of: ["a", "b", "c"], at: .init(0, 0), values: values, lighting: [1, 0, 2])
    return diagram
  }
}
