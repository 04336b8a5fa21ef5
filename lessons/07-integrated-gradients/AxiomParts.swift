import Explanations
import Figures
import IntegratedGradients
import Layers
import Showing
import Tensors
import Texts

/// Six axioms, and for each a method of the course that breaks it.
extension Demo {
  static func tellOfAxioms(_ show: Demonstration) throws {
    show.page.section("Six promises, and who breaks them")
    let product: Score = { x in x[.all, 0] * x[.all, 1] }
    let saturated: Score = { x in 1 - (1 - x[.all, 0]).relu() }
    let both: Tensor = [[1, 1]]
    let plain = Network(
      input: [1], layers: ["all": .linear(Linear(weight: [[1]]))])
    let twoUnits = Network(
      input: [1],
      layers: [
        "split": .linear(Linear(weight: [[1], [-1]])), "relu": .relu,
        "join": .linear(Linear(weight: [[1, -1]])),
      ])
    let rows: [[PageTable.Cell]] = [
      [
        "completeness", "a b at (1, 1)", .text(text(try credit(of: product, at: both))),
        "input × gradient", .text(text(both * (try slope(of: product, at: both)))),
      ],
      [
        "sensitivity (a)", "1 − relu(1 − x) at 2",
        .text(text(try credit(of: saturated, at: [[2]]))),
        "gradient", .text(text(try slope(of: saturated, at: [[2]]))),
      ],
      [
        "dummy", "b at (1, 1)", .text(text(try credit(of: { $0[.all, 1] }, at: both))),
        "the input itself, no network", .text(text(both)),
      ],
      [
        "implementation invariance", "x, and relu(x) − relu(−x), at −2",
        .text(
          text(try credit(of: plain.score(of: 0), at: [[-2]])) + " and "
            + text(try credit(of: twoUnits.score(of: 0), at: [[-2]]))),
        "guided backpropagation",
        .text(
          text(try slope(of: plain.score(of: 0), at: [[-2]])) + " and "
            + text(
              try slope(of: twoUnits.replacingReLU(with: .guided).score(of: 0), at: [[-2]]))),
      ],
      [
        "linearity", "a, −a, and their sum, at 1",
        .text(
          text(try credit(of: { $0[.all, 0] }, at: [[1]])) + ", "
            + text(try credit(of: { -$0[.all, 0] }, at: [[1]])) + " and "
            + text(try credit(of: { 0 * $0[.all, 0] }, at: [[1]]))),
        "magnitudes of the gradient",
        .text(
          text(try slope(of: { $0[.all, 0] }, at: [[1]]).abs()) + ", "
            + text(try slope(of: { -$0[.all, 0] }, at: [[1]]).abs()) + " and "
            + text(try slope(of: { 0 * $0[.all, 0] }, at: [[1]]).abs())),
      ],
      [
        "symmetry", "a b at (1, 1)", .text(text(try credit(of: product, at: both))),
        "one order of players: first a, then b",
        .text(text(try oneOrder(of: product, at: both))),
      ],
    ]
    show.page.table(
      PageTable(
        ["axiom", "score", "integrated gradients", "broken by", "which gives"], rows: rows),
      caption: "All baselines are 0.")
    let paper: [(String, Score)] = [
      ("relu(relu(a) − 1 − relu(b))", { x in (x[.all, 0].relu() - 1 - x[.all, 1].relu()).relu() }),
      (
        "relu(relu(a − 1) − relu(b))", { x in ((x[.all, 0] - 1).relu() - x[.all, 1].relu()).relu() }
      ),
    ]
    show.page.table(
      PageTable(
        ["network of the paper", "integrated gradients at (3, 1)"],
        rows: try paper.map { name, score in
          [.text(name), .text(text(try credit(of: score, at: [[3, 1]])))]
        }),
      caption: "Two ways to compute one function, and one explanation.")
  }

  /// Integrated gradients from zero, by points that meet no kink of these scores.
  private static func credit(of score: Score, at x: Tensor) throws -> Tensor {
    try integratedGradients(
      of: score, at: x, from: 0 * x, along: quadrature(.midpoint, steps: 24), chunk: 24)
  }

  private static func slope(of score: Score, at x: Tensor) throws -> Tensor {
    let tracked = x.tracked()
    return gradient(of: try score(tracked).sum(), withRespectTo: tracked)
  }

  /// What each of two inputs adds when the first comes first.
  private static func oneOrder(of score: Score, at x: Tensor) throws -> Tensor {
    let first = try score(x * [[1, 0]]) - score(0 * x)
    let second = try score(x) - score(x * [[1, 0]])
    return Tensor.stacked([first, second], along: 1)
  }

  /// A number, or a pair of them in brackets.
  private static func text(_ row: Tensor) -> String {
    let numbers = row.scalars.map { number in
      let rounded = (Double(number) * 1000).rounded() / 1000
      return (rounded == 0 ? 0 : rounded).shortText(digits: 3)
    }
    return numbers.count == 1 ? numbers[0] : "(" + numbers.joined(separator: ", ") + ")"
  }
}
