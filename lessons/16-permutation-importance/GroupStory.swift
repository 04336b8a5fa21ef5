import Figures
import Layers
import Models
import PermutationImportance
import Showing
import Tensors

extension Demo {
  static func tellOfGroups(_ biopsies: Biopsies, _ show: Demonstration) throws {
    show.page.section("One by one, and together")
    let size = biopsies.columns(["radius", "perimeter", "area"])
    let shape = biopsies.columns(["compactness", "concavity", "concave points"])
    let table = biopsies.rows.training.inputs
    func correlation(_ one: Int, _ other: Int) -> Double {
      Double((table[.all, one] * table[.all, other]).mean().scalar)
    }
    let ties = [size, shape].map { group in
      [(0, 1), (0, 2), (1, 2)].map { correlation(group[$0], group[$1]) }
    }
    show.page.text(
      """
      Radius, perimeter and area tell one thing three times: their correlations are between \
      \(ties[0].min() ?? 0, decimals: 2) and \(ties[0].max() ?? 0, decimals: 2). Those of \
      compactness, concavity and concave points are between \(ties[1].min() ?? 0, decimals: 2) and \
      \(ties[1].max() ?? 0, decimals: 2).
      """)
    let prediction = show.page.predict(
      """
      The three columns of size are reordered together, by one order. Does that cost less than the \
      three single importances added up, as much, or more?
      """, options: ["less", "as much", "more"])
    let groups = size.map { [$0] } + [size] + shape.map { [$0] } + [shape]
    let loss = try biopsies.spreads(of: biopsies.loss, groups: groups)
    let errors = try biopsies.spreads(
      of: Biopsies.errors(of: biopsies.network, on: biopsies.rows.test), groups: groups)
    func bars(_ start: Int, _ group: [Int], _ name: String) -> [BarChart.Bar] {
      let singles = loss[start..<(start + 3)]
      return zip(group, singles).map { .init(biopsies.names[$0], $1.mean, spread: $1.deviation) }
        + [
          .init("\(name), added up", singles.reduce(0) { $0 + $1.mean }, isQuiet: true),
          .init("\(name), together", loss[start + 3].mean, spread: loss[start + 3].deviation),
        ]
    }
    let chart = BarChart(
      "One by one, added up, and together",
      axis: Axis("cross-entropy gained on \(biopsies.rows.test.count) biopsies held back"),
      bars: bars(0, size, "size") + bars(4, shape, "shape"), decimals: 2)
    show.keep(chart, as: "together.svg")
    show.page.chart(chart, caption: "Grey: no measurement, but the sum of the three above it.")
    show.page.outcome(
      of: prediction,
      """
      Together they cost \(loss[3].mean, decimals: 2), and added up \
      \(loss[..<3].reduce(0) { $0 + $1.mean }, decimals: 2). With the three of shape it is the other \
      way round.
      """,
      answer: "more")
    show.page.table(
      PageTable(
        ["reordered", "loss gained", "points of accuracy lost"],
        rows: groups.indices.map { index in
          let names = groups[index].map { biopsies.names[$0] }.joined(separator: ", ")
          return [
            .text(names), .text(plusMinus(loss[index], decimals: 2)),
            .text(plusMinus(errors[index], decimals: 1)),
          ]
        }), caption: "Mean and standard deviation over \(Biopsies.repeats) repeats.")
  }
}
