import Datasets
import Explanations
import Figures
import Layers
import Models
import PermutationImportance
import Showing
import Tensors

/// Rows that a permutation makes and that no cell could have: an area that does not go with its radius.
struct ImpossibleRows {
  /// The radius of each biopsy held back, in the units of the table.
  let radius: [Double]
  /// Its area.
  let area: [Double]
  /// The area that one permutation gives it.
  let permutedArea: [Double]
  /// What an area is to the square of its radius, in all biopsies there are.
  let possible: ClosedRange<Double>
  /// In each repeat, which part of the rows no biopsy is like.
  let outside: [Double]
  /// In each repeat, which part of the loss that is gained comes from these rows.
  let fromOutside: [Double]

  init(_ biopsies: Biopsies) throws {
    let test = biopsies.rows.test
    let columns = biopsies.columns(["radius", "area"])
    func measured(_ table: Tensor) -> (radius: [Double], area: [Double]) {
      let own = biopsies.rows.standardiser.restored(table)
      return (
        own[.all, columns[0]].scalars.map(Double.init),
        own[.all, columns[1]].scalars.map(Double.init)
      )
    }
    (radius, area) = measured(test.inputs)
    // Near π.
    let known = [biopsies.rows.training.inputs, test.inputs].flatMap { table in
      let (radius, area) = measured(table)
      return zip(radius, area).map { $1 / ($0 * $0) }
    }
    let possible = (known.min() ?? 0)...(known.max() ?? 0)
    self.possible = possible
    let orders = drawnOrders(rows: test.count, columns: 1, repeats: Biopsies.repeats, seed: 3)[0]
    let before = biopsies.losses(test.inputs)
    var (first, outside, fromOutside): ([Double], [Double], [Double]) = ([], [], [])
    for (turn, order) in orders.enumerated() {
      let mixed = try permuted(test.inputs, columns: [columns[1]], by: order)
      let (radius, area) = measured(mixed)
      if turn == 0 { first = area }
      let isOutside = zip(radius, area).map { !possible.contains($1 / ($0 * $0)) }
      let gained = zip(biopsies.losses(mixed), before).map { $0 - $1 }
      let all = gained.reduce(0, +)
      let odd = zip(gained, isOutside).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
      outside.append(Double(isOutside.count { $0 }) / Double(test.count))
      fromOutside.append(odd / all)
    }
    permutedArea = first
    self.outside = outside
    self.fromOutside = fromOutside
  }
}

extension Biopsies {
  /// The cross-entropy of each row held back.
  func losses(_ inputs: Tensor) -> [Double] {
    let logits = network(inputs)
    return (logits.logSumExp(along: 1) - logits.picking(rows.test.labels, along: 1)).scalars
      .map(Double.init)
  }
}

extension Demo {
  static func tellOfImpossibleRows(_ biopsies: Biopsies, _ show: Demonstration) throws {
    show.page.section("Rows that cannot exist")
    let rows = try ImpossibleRows(biopsies)
    let chart = LineChart(
      "A radius without its area",
      x: Axis("radius", unit: "as in the table"), y: Axis("area", unit: "as in the table"),
      lines: [
        .init("area reordered, once", x: rows.radius, y: rows.permutedArea, isCloud: true),
        .init("as measured", x: rows.radius, y: rows.area, isCloud: true),
      ])
    show.keep(chart, as: "impossible.svg")
    show.page.chart(chart)
    let (outside, gained) = (Showing.Spread(rows.outside), Showing.Spread(rows.fromOutside))
    show.page.text(
      """
      An area is \(rows.possible.lowerBound, decimals: 2) to \(rows.possible.upperBound, decimals: 2) \
      times the square of the radius, in all 569 biopsies. In a permuted table \(100 * outside.mean, decimals: 0) ± \(100 * outside.deviation, decimals: 0) \
      % of the rows have an area that goes with the radius of no biopsy of all 569. From these rows \
      come \(100 * gained.mean, decimals: 0) ± \(100 * gained.deviation, decimals: 0) % of the loss \
      that is gained.
      """)
  }
}
