import Datasets
import Figures
import Foundation
import Layers
import Models
import Shapley
import Showing
import Tensors

extension Demo {
  static func tellOfPatient(_ patient: Patient, _ show: Demonstration) throws {
    show.page.section("A patient")
    let own = Double(try patient.score(patient.x)[0].scalar)
    let base = Double(patient.values[0])
    show.page.text(
      """
      A network tells malignant cells from benign ones by ten numbers. For this biopsy, which it \
      has never seen, it gives log odds of \(own, decimals: 2), a probability of \
      \(probability(own), decimals: 2). For a hundred benign ones the mean is \(base, decimals: 2). \
      Which numbers make up the difference of \(own - base, decimals: 2)?
      """)
    let chart = BarChart(
      "What each number adds", axis: Axis("Shapley value", unit: "log odds of malignant"),
      bars: zip(patient.names, patient.shapley).map { BarChart.Bar($0, $1) }, order: .magnitude,
      decimals: 2)
    show.keep(chart, as: "patient.svg")
    show.page.chart(chart)
    let found = patient.rows.standardiser.restored(patient.x)[0].scalars
    let order = patient.shapley.indices.sorted {
      abs(patient.shapley[$0]) > abs(patient.shapley[$1])
    }
    let means = patient.rows.standardiser.restored(patient.background).mean(along: 0).scalars
    show.page.fold("The ten numbers, and their means over the hundred benign biopsies") {
      show.page.table(
        PageTable(
          ["column", "this biopsy", "benign mean", "Shapley value"],
          rows: order.map { index in
            [
              .text(patient.names[index]), .number(Double(found[index])),
              .number(Double(means[index])), .number(patient.shapley[index]),
            ]
          }))
    }
    let sum = patient.shapley.reduce(0, +)
    show.page.text("They add up to \(sum, decimals: 2): nothing is left over, and nothing missing.")
    tellOfShortBars(patient, order, show)
  }

  /// Whether what has a long bar matters, and what has a short one does not.
  private static func tellOfShortBars(_ patient: Patient, _ order: [Int], _ show: Demonstration) {
    let everybody = patient.values.count - 1
    func logOdds(without columns: some Sequence<Int>) -> Double {
      Double(patient.values[columns.reduce(everybody) { $0 ^ 1 << $1 }])
    }
    let own = logOdds(without: [])
    let short = order.suffix(3)
    let hidden =
      short.max { abs(own - logOdds(without: [$0])) < abs(own - logOdds(without: [$1])) } ?? 0
    let gains = (0...everybody).filter { $0 >> hidden & 1 == 0 }.map { coalition in
      Double(patient.values[coalition | 1 << hidden] - patient.values[coalition])
    }
    show.page.text(
      """
      Do the longest bars matter most? Take the first three numbers from benign biopsies, and the \
      log odds fall from \(own, decimals: 2) to \(logOdds(without: order.prefix(3)), decimals: 2). \
      Take the last three, and they fall to \(logOdds(without: short), decimals: 2), farther than \
      such short bars would have it. Most of it is \(patient.names[hidden]): its bar is \
      \(patient.shapley[hidden], decimals: 2), yet without it the log odds are \
      \(logOdds(without: [hidden]), decimals: 2), and the answer would be benign. To some coalitions \
      it adds \(gains.max() ?? 0, decimals: 2), to others \(gains.min() ?? 0, decimals: 2), and the \
      mean of such differences is small.
      """)
  }

  static func probability(_ logOdds: Double) -> Double { 1 / (1 + exp(-logOdds)) }

  static func tellOfBackgrounds(_ patient: Patient, _ show: Demonstration) throws {
    show.page.section("Compared with whom?")
    show.page.text(
      """
      An absent number has to come from somewhere. From one row, or from many? Each choice asks \
      another question, and gets another answer from the same network about the same biopsy.
      """)
    let backgrounds = [
      ("100 benign", patient.background),
      ("their mean", patient.background.mean(along: 0, keepingAxes: true)),
      ("100 of any kind", Patient.hundred(of: patient.rows) { _ in true }),
      ("100 malignant", Patient.hundred(of: patient.rows) { $0 == "malignant" }),
    ]
    var columns: [[Double]] = []
    var bases: [Double] = []
    for (_, background) in backgrounds {
      columns.append(try Patient.shapley(of: patient.score, at: patient.x, background: background))
      bases.append(Double(try patient.score(background).mean().scalar))
    }
    var rows: [[PageTable.Cell]] = (0..<patient.count).map { index in
      // What rounds to nothing is nothing here.
      let credits = columns.map { ($0[index] * 100).rounded() / 100 + 0 }
      return [.text(patient.names[index])] + credits.map { .number($0) }
    }
    rows.append(["together"] + columns.map { .number($0.reduce(0, +)) })
    rows.append(["log odds of the background"] + bases.map { .number($0) })
    show.page.table(
      PageTable(["absent numbers from"] + backgrounds.map(\.0), rows: rows, decimals: 2))
    show.page.text(
      """
      Why is it not benign? Because of the smoothness. Why not malignant through and through? \
      Because of the radius. Both accounts are right.
      """)
  }
}
