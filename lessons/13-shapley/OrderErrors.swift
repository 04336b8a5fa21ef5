import Explanations
import Figures
import Shapley
import Showing
import Tensors

/// How far sampled values are from the exact ones, by the number of orders.
struct OrderErrors {
  let counts: [Int]
  /// The root of the mean squared error over players and repetitions, orders drawn one by one.
  var independent: [Double] = []
  /// The same for as many orders, drawn in pairs.
  var paired: [Double] = []
  /// How often the truth lies within one standard error, for orders drawn one by one.
  var coverage: [Double] = []

  static let repetitions = 100

  init(_ game: Game, truth: [Double]) throws {
    counts = (1...8).map { 1 << $0 }
    var generator = SplitMix64(seed: 1)
    for count in counts {
      var squares = [0.0, 0.0]
      var hits = 0
      for _ in 0..<OrderErrors.repetitions {
        let orders = (0..<count).map { _ in permutation(of: truth.count, using: &generator) }
        let half = try antithetic(Array(orders[..<(count / 2)]))
        for (index, orders) in [orders, half].enumerated() {
          let values = try sampledShapley(of: game, orders: orders)
          squares[index] += zip(values, truth).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
        }
        let contributions = try orders.flatMap { order in
          try sampledShapley(of: game, orders: [order]).map { Float($0) }
        }
        let table = Tensor(contributions, shape: [count, truth.count])
        let errors = try standardErrors(of: table)
        let means = table.mean(along: 0).scalars
        hits += truth.indices.count { abs(Double(means[$0]) - truth[$0]) <= errors[$0] }
      }
      let total = Double(OrderErrors.repetitions * truth.count)
      independent.append((squares[0] / total).squareRoot())
      paired.append((squares[1] / total).squareRoot())
      coverage.append(Double(hits) / total)
    }
  }
}

extension Demo {
  static func tellOfOrders(_ patient: Patient, _ show: Demonstration) throws {
    show.page.section("When there are too many coalitions")
    show.page.text(
      """
      Ten columns have 1,024 coalitions, which a computer does at once. Thirty have a billion. Then \
      orders are drawn at random, and the mean over them is taken. How far is it from the truth?
      """)
    let errors = try OrderErrors(patient.game, truth: patient.shapley)
    let x = errors.counts.map(Double.init)
    let first = errors.independent[0] * x[0].squareRoot()
    let chart = LineChart(
      "Twice as exact takes four times as many orders",
      x: Axis("orders", scale: .logarithmic),
      y: Axis("error of a Shapley value", scale: .logarithmic),
      lines: [
        LineChart.Line("orders drawn one by one", x: x, y: errors.independent),
        LineChart.Line("as many, in pairs", x: x, y: errors.paired),
        LineChart.Line(
          "1 / √n", x: x, y: x.map { first / $0.squareRoot() }, isReference: true),
      ])
    show.keep(chart, as: "orders.svg")
    show.page.chart(
      chart,
      caption: "The root of the mean squared error over the ten columns and 100 repetitions.")
    show.page.table(
      PageTable(
        ["orders", "one by one", "in pairs", "gain", "truth within one standard error"],
        rows: errors.counts.indices.map { index in
          [
            .number(x[index]), .number(errors.independent[index]), .number(errors.paired[index]),
            .number(errors.independent[index] / errors.paired[index]),
            .number(errors.coverage[index]),
          ]
        }))
    show.page.text(
      """
      In a pair, an order and then its reversal, luck in one is made good in the other. The last \
      column tests `standardErrors(of:)`, for orders drawn one by one: two thirds would be right.
      """)
  }
}
