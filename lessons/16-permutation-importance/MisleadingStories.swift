import Datasets
import Figures
import Layers
import Models
import PermutationImportance
import Showing
import Tensors

extension Demo {
  /// The same network, asked about rows that it has learned from.
  static func tellOfTrainingRows(_ biopsies: Biopsies, _ show: Demonstration) throws {
    show.page.section("Rows that it has learned from")
    let training = biopsies.rows.training
    let held = try biopsies.spreads(of: biopsies.loss)
    let learned = try Biopsies.spreads(
      of: Biopsies.crossEntropy(of: biopsies.network, on: training), on: training)
    show.page.table(
      PageTable(
        ["column", "held back", "training rows"],
        rows: biopsies.names.indices.map { column in
          [
            .text(biopsies.names[column]), .text(plusMinus(held[column], decimals: 2)),
            .text(plusMinus(learned[column], decimals: 2)),
          ]
        }),
      caption: "Cross-entropy gained by each column, on rows held back and on the training rows.")
  }

  /// Five networks that learned the same from the same rows.
  static func tellOfNetworks(_ biopsies: Biopsies, _ show: Demonstration) throws {
    show.page.section("Five networks, five rankings")
    let networks = try show.progress("Training a network", Array(UInt64(1)...5)) { seed in
      try Recipe.tableNet.train(seed) { _ in }
    }
    let test = biopsies.rows.test
    let spreads = try networks.map {
      try Biopsies.spreads(of: Biopsies.crossEntropy(of: $0, on: test), on: test)
    }
    let names = biopsies.names
    let matrix = MatrixChart(
      "Five networks, five rankings of the columns",
      subtitle: "cross-entropy gained when a column of the table is reordered",
      rows: names, columns: networks.indices.map { "net \($0 + 1)" },
      values: names.indices.map { column in spreads.map { $0[column].mean } }, decimals: 2)
    show.keep(matrix, as: "networks.svg")
    show.page.chart(matrix)
    show.page.table(
      PageTable(
        ["network", "right, %", "most needed", "second"],
        rows: networks.indices.map { index in
          let order = names.indices.sorted { spreads[index][$0].mean > spreads[index][$1].mean }
          return [
            .number(Double(index + 1)), .number(100 * Double(networks[index].accuracy(on: test))),
            .text(names[order[0]]), .text(names[order[1]]),
          ]
        }, decimals: 1))
  }
}
