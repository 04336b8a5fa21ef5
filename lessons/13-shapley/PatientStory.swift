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
    show.keep(Diagrams.weight, as: "weight.svg")
    show.page.fold("What a coalition is worth, and how often it is met") {
      show.frames(
        Diagrams.coalitions, caption: "Present numbers come from one row, absent ones from others.",
        as: "coalition.svg")
      show.page.chart(
        Diagrams.weight, caption: "The factors of the formula, and the orders that are counted.")
    }
    let chart = BarChart(
      "What each number adds", axis: Axis("Shapley value", unit: "log odds of malignant"),
      bars: zip(patient.names, patient.shapley).map { BarChart.Bar($0, $1) }, order: .magnitude,
      decimals: 2)
    show.keep(chart, as: "patient.svg")
    show.page.chart(chart)
    let found = patient.rows.standardiser.restored(patient.x)[0].scalars
    let order = patient.order
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
    try showArrival(of: patient, order, show)
    show.page.text("They add up to \(sum, decimals: 2): nothing is left over, and nothing missing.")
    try tellOfShortBars(patient, order, show)
  }

  /// One order of arrival, player by player.
  private static func showArrival(
    of patient: Patient, _ order: [Int], _ show: Demonstration
  ) throws {
    let gains = try sampledShapley(of: patient.game, orders: [order])
    let widest = 1.3 * (gains.map(abs).max() ?? 1)
    var present = 0
    let frames = (0...order.count).map { count in
      if count > 0 { present |= 1 << order[count - 1] }
      let newcomer = count > 0 ? ", the last of them \(patient.names[order[count - 1]])" : ""
      return (
        label: Prose(
          "\(count) present\(newcomer): log odds \(Double(patient.values[present]), decimals: 2)"),
        chart: BarChart(
          "What each adds on entering",
          axis: Axis(
            "log odds of malignant", including: -widest...widest),
          bars: order.enumerated().map { place, player in
            BarChart.Bar(patient.names[player], place < count ? gains[player] : 0)
          }, decimals: 2, isSigned: true) as any Chart
      )
    }
    show.page.frames(
      Frames("the numbers that are present", frames),
      caption: """
        One order of 3,628,800: the longest bar enters first. What a number adds here is not its \
        Shapley value, which is the mean over all orders.
        """)
  }

  /// Whether what has a long bar matters, and what has a short one does not.
  private static func tellOfShortBars(
    _ patient: Patient, _ order: [Int], _ show: Demonstration
  ) throws {
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
    let heldBack = HeldBack(patient.rows)
    let others = try heldBack.disagreementOfBarAndLoss(
      patient.score, background: patient.background)
    show.page.text(
      """
      Of the \(heldBack.biopsies.count) malignant biopsies that were held back, there are \(others) \
      for which the longest bar is not that of the number whose absence changes the answer most.
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
    let order = patient.order
    // What rounds to nothing is nothing here.
    let credits = order.map { index in
      columns.map { ($0[index] * 100).rounded() / 100 + 0 }
    }
    let chart = MatrixChart(
      "Four backgrounds, four accounts of one biopsy",
      subtitle: "Shapley values in log odds of malignant; absent numbers are taken from …",
      rows: order.map { patient.names[$0] } + ["together"], columns: backgrounds.map(\.0),
      values: credits + [columns.map { $0.reduce(0, +) }], decimals: 2)
    show.keep(chart, as: "backgrounds.svg")
    show.page.chart(chart)
    let longest = columns.joined().map(abs).max() ?? 1
    let frames = zip(backgrounds, columns).map { background, column in
      (
        label: Prose("absent numbers from: \(background.0)"),
        chart: BarChart(
          "What each number adds",
          axis: Axis("log odds of malignant", including: -1.3 * longest...1.3 * longest),
          bars: order.map { BarChart.Bar(patient.names[$0], column[$0]) }, decimals: 2,
          isSigned: true) as any Chart
      )
    }
    show.frames(
      Frames("the background", frames),
      caption: "The same biopsy and the same network. Switch the background and follow the radius.",
      as: "switch.svg")
    show.page.table(
      PageTable(
        ["", "log odds, mean over the background"],
        rows: zip(backgrounds, bases).map { [.text($0.0), .number($1)] }, decimals: 2))
    show.page.text(
      """
      Why is it not benign? Because of the smoothness. Why not malignant through and through? \
      Because of the radius. Both accounts are right.
      """)
  }
}
