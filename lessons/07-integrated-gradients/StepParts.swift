import Explanations
import Figures
import IntegratedGradients
import Showing
import Subjects
import Tensors
import Texts

/// How finely the way has to be cut.
extension Demo {
  static func tellOfSteps(_ show: Demonstration) throws {
    show.page.section("How many points?")
    let exam = try ShapesExam(16)
    let (images, score) = (exam.images, exam.score(of: exam.network))
    let black = Tensor.zeros([1, 3, 1, 1])
    let change = try score(images) - score(black.broadcast(to: images.shape))
    func gap(along path: Quadrature) throws -> Double {
      let credit = try integratedGradients(
        of: score, at: images, from: black, along: path, chunk: 5)
      let gap = try completenessGap(of: credit, score: score, at: images, from: black)
      return 100 * Double((gap / change).abs().mean().scalar)
    }
    let counts = [3, 5, 10, 20, 50]
    let rules: [(name: String, path: (Int) throws -> Quadrature)] = [
      ("left", { try quadrature(.left, steps: $0) }),
      ("right", { try quadrature(.right, steps: $0) }),
      // As many points as the others have, so one strip fewer.
      ("trapezoid", { try quadrature(.trapezoid, steps: $0 - 1) }),
      ("Captum’s trapezoid", captumsTrapezoid),
      ("midpoint", { try quadrature(.midpoint, steps: $0) }),
      ("Gauss–Legendre", gaussLegendre),
    ]
    let prediction = show.page.predict(
      """
      With ten points the left edges leave a gap of about 5 % of the change. Which rule leaves the \
      smallest?
      """,
      options: ["right", "trapezoid", "midpoint", "Gauss–Legendre"])
    let lines = try show.progress("cutting the way", rules) { name, path in
      LineChart.Line(
        name, x: counts.map(Double.init), y: try counts.map { try gap(along: path($0)) })
    }
    show.page.chart(
      show.keep(
        LineChart(
          "The gap, by rule and number of points",
          x: Axis("points on the way", scale: .logarithmic),
          y: Axis("gap, part of the change", unit: "%", scale: .logarithmic), lines: lines),
        as: "steps.svg"),
      caption: "The mean magnitude over 16 shapes, from black.")
    let tenth = counts.firstIndex(of: 10) ?? 0
    show.page.table(
      PageTable(
        ["rule", "10 points", "20 points", "50 points"],
        rows: lines.map { line in
          [.text(line.name)]
            + (tenth..<counts.count).map { .number(line.y[$0]) }
        }, decimals: 2), caption: "The gap as a part of the change, in percent.")
    show.page.outcome(
      of: prediction,
      """
      The middles, with a fifth of the gap of the left edges, though Gauss and Legendre are exact for \
      polynomials: a network of ReLUs is none.
      """, answer: "midpoint")
  }

  /// The points and weights of Captum's `riemann_trapezoid`: the weights add up to 1 − 1/n.
  private static func captumsTrapezoid(_ count: Int) throws -> Quadrature {
    let ends = [0, count - 1]
    return Quadrature(
      points: (0..<count).map { Double($0) / Double(count - 1) },
      weights: (0..<count).map { (ends.contains($0) ? 0.5 : 1) / Double(count) })
  }

  /// A score with one kink, where the exact credit is known.
  static func tellOfAKink(_ show: Demonstration) throws {
    let counts = Array(2...60)
    let score: Score = { x in (x[.all, 0] - 0.3).relu() }
    func credit(along path: Quadrature) throws -> Double {
      Double(
        try integratedGradients(of: score, at: [[1]], from: [[0]], along: path, chunk: 60)[0, 0]
          .scalar)
    }
    let x = counts.map(Double.init)
    show.page.chart(
      show.keep(
        LineChart(
          "A kink at 0.3: more points are not always better",
          x: Axis("points on the way"), y: Axis("credit"),
          lines: [
            LineChart.Line(
              "exact", x: x, y: counts.map { _ in 0.7 }, isReference: true),
            LineChart.Line(
              "Gauss–Legendre", x: x, y: try counts.map { try credit(along: gaussLegendre($0)) }),
            LineChart.Line(
              "midpoint", x: x,
              y: try counts.map { try credit(along: quadrature(.midpoint, steps: $0)) }),
          ]), as: "kink.svg"),
      caption: """
        relu(x − 0.3) at 1, from 0. The slope jumps from 0 to 1 at 0.3, so a rule adds up the weights of \
        its points beyond 0.3.
        """)
    let three = try [20, 50, 51].map { try credit(along: gaussLegendre($0)) }
    show.page.text(
      """
      Gauss–Legendre gives \(three[0].text(decimals: 3)) with 20 points, \(three[1].text(decimals: 3)) \
      with 50 and \(three[2].text(decimals: 3)) with 51; 0.7 is exact.
      """)
  }
}
