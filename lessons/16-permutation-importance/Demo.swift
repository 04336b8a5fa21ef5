import Explanations
import Figures
import Layers
import Models
import PermutationImportance
import Showing
import Tensors

/// What a network needs, told by what it loses when a column is reordered; a table whose telling
/// columns were planted; and rows that cannot exist.
@main struct Demo {
  static func main() {
    Demonstration.run(
      "Permutation importance", lesson: "16-permutation-importance", case: CopiedColumnCase.self
    ) { show in
      let biopsies = Result { try Biopsies() }
      try show.part { try tellOfNeeds(biopsies.get(), show) }
      try show.part { try tellOfOrders(show) }
      try show.part { try tellOfTellingColumns(show) }
      try show.part { try tellOfGroups(biopsies.get(), show) }
      try show.part { try tellOfCredits(biopsies.get(), show) }
      try show.part { try tellOfImpossibleRows(biopsies.get(), show) }
      try show.part { try tellOfTrainingRows(biopsies.get(), show) }
      try show.part { try tellOfNetworks(biopsies.get(), show) }
      try show.part { try tellOfPenguins(show) }
      try show.part { try tellOfAlarm(show) }
      try show.part { try tellOfWhatFollows(biopsies.get(), show) }
    }
  }

  /// The first picture: what each of ten columns is to the network of lesson 13.
  private static func tellOfNeeds(_ biopsies: Biopsies, _ show: Demonstration) throws {
    show.page.section("What does the network need?")
    let before = Double(try biopsies.loss(biopsies.rows.test.inputs)[0].scalar)
    let right = 100 * Double(biopsies.network.accuracy(on: biopsies.rows.test))
    show.page.text(
      """
      The network of lesson 13 tells malignant cells from benign ones. Of the \
      \(biopsies.rows.test.count) biopsies that were held back it is right about \
      \(right, decimals: 1) %, and its cross-entropy is \(before, decimals: 3). Each of its ten \
      columns is reordered \(Biopsies.repeats) times.
      """)
    let spreads = try biopsies.spreads(of: biopsies.loss)
    let chart = BarChart(
      "What the loss gains when a column is reordered",
      axis: Axis("cross-entropy gained on \(biopsies.rows.test.count) biopsies held back"),
      bars: zip(biopsies.names, spreads).map { .init($0, $1.mean, spread: $1.deviation) },
      order: .value, decimals: 2)
    show.keep(chart, as: "needs.svg")
    show.page.chart(
      chart, caption: "A line reaches one standard deviation of the repeats to either side.")
  }

  /// Three rows by hand, in all six orders.
  private static func tellOfOrders(_ show: Demonstration) throws {
    show.page.section("Three rows, six orders")
    show.frames(
      Diagrams.orders,
      caption: "The column a takes its numbers from other rows; b stays, and so does the model.",
      as: "orders.svg")
    show.keep(Diagrams.reordering([1, 2, 0]), as: "reordering.svg")
    show.page.chart(Diagrams.formula)
    let table: Tensor = [[0, 1], [1, 3], [2, 2]]
    let orders = [[0, 1, 2], [1, 0, 2], [0, 2, 1], [2, 1, 0], [1, 2, 0], [2, 0, 1]]
    let loss: Score = {
      ($0.matmul([2, 1]) - [1, 5, 6]).squared().mean().reshaped(to: [1])
    }
    let found = try importances(of: loss, on: table, orders: [orders, orders])
    let means = found.mean(along: 1).scalars.map(Double.init)
    let expected = try expectedImportances(ofLinear: [2, 1], on: table).scalars.map(Double.init)
    show.page.table(
      PageTable(
        ["column"] + orders.indices.map { "order \($0 + 1)" } + ["mean", "by your formula"],
        rows: ["a", "b"].enumerated().map { column, name in
          [.text(name)] + found[column].scalars.map { .number(Double($0)) } + [
            .number(means[column]), .number(expected[column]),
          ]
        }, decimals: 2))
  }

  /// What lesson 17 begins with: one column after the other is reordered.
  private static func tellOfWhatFollows(_ biopsies: Biopsies, _ show: Demonstration) throws {
    let needs = try biopsies.spreads(of: biopsies.loss).map(\.mean)
    let order = needs.indices.sorted { needs[$0] > needs[$1] }
    func line(_ name: String, _ order: [Int]) throws -> LineChart.Line {
      let groups = (0...order.count).map { Array(order.prefix($0)) }
      let spreads = try biopsies.spreads(of: biopsies.loss, groups: groups)
      return .init(
        name, x: groups.map { Double($0.count) }, y: spreads.map(\.mean),
        band: spreads.map { $0.mean - $0.deviation...$0.mean + $0.deviation })
    }
    let chart = LineChart(
      "Columns reordered, one after the other",
      x: Axis("columns reordered"), y: Axis("cross-entropy gained"),
      lines: [
        try line("most needed first", order), try line("least needed first", order.reversed()),
      ])
    show.keep(chart, as: "next.svg")
    show.page.section("What comes next")
    show.page.chart(chart)
  }
}
