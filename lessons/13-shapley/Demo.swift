import Explanations
import Figures
import Shapley
import Showing
import Tensors

/// Three gloves, four gates, a patient: who deserves what; and an alarm whose cause was planted.
@main struct Demo {
  static func main() {
    Demonstration.run("Shapley values", lesson: "13-shapley", case: AlarmCase.self) { show in
      // Several parts tell of one patient; each waits where his numbers cannot be had yet.
      let patient = Result { try Patient() }
      try show.part { try tellOfGloves(show) }
      try show.part { try tellOfGates(show) }
      try show.part { try tellOfPatient(patient.get(), show) }
      try show.part { try tellOfBackgrounds(patient.get(), show) }
      try show.part { try tellOfOrders(patient.get(), show) }
      try show.part { try tellOfTwins(show) }
      try show.part { try tellOfSeeds(patient.get(), show) }
      try show.part { try tellOfMaskedDifferences(show) }
      try show.part { try tellOfAlarm(show) }
      tellOfWhatFollows(show)
    }
  }

  private static func tellOfGloves(_ show: Demonstration) throws {
    let names = ["left glove", "right glove", "other right glove"]
    let prediction = show.page.predict(
      """
      One left glove and two right ones have three owners. A pair sells for one euro. How much of \
      it should the owner of the left glove get?
      """,
      options: ["a third", "half", "two thirds", "all of it"])
    let game: Game = { masks in
      masks[.all, 0] * Tensor.maximum(masks[.all, 1], masks[.all, 2])
    }
    let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]
    var rows: [[PageTable.Cell]] = []
    var frames: [(label: Prose, chart: any Chart)] = []
    for (index, order) in orders.enumerated() {
      let gains = try sampledShapley(of: game, orders: [order])
      let words = order.map { ["left", "right", "other"][$0] }.joined(separator: ", ")
      rows.append([.text(words)] + gains.map { .number($0) })
      let means = try sampledShapley(of: game, orders: Array(orders[...index]))
      frames.append(
        (
          "\(index + 1) of 6 orders; the last to be counted: \(words)",
          BarChart(
            "Mean of what each adds", axis: Axis("euro", including: 0...1),
            bars: zip(names, means).map { BarChart.Bar($0, $1) }, decimals: 3)
        ))
    }
    let shares = try exactShapley(of: game, players: 3)
    rows.append(["mean of the six"] + shares.map { .number($0) })
    show.page.text("The owners come one by one, in all six orders. What does each of them add?")
    show.keep(Diagrams.cube, as: "cube.svg")
    show.page.chart(
      Diagrams.cube,
      caption: """
        L is the left glove, R and Q are the right ones. Each way up is an order, each step \
        somebody who enters.
        """)
    show.page.table(PageTable(["in this order"] + names, rows: rows))
    show.frames(
      Frames("the number of orders", frames),
      caption: "The means fill up, order by order. Any number of orders adds up to one euro.",
      as: "six-orders.svg")
    show.page.outcome(
      of: prediction, "Two thirds: in four orders of six there is a right glove before it.",
      answer: "two thirds")
  }

  private static func tellOfGates(_ show: Demonstration) throws {
    show.page.section("Four gates, both inputs 1")
    show.page.text(
      """
      What does each input deserve, against both being 0? *Occlusion* asks what is lost when one \
      goes. Where one of the two would do, as in OR, nothing is lost, and neither gets anything.
      """)
    show.page.table(
      PageTable(
        ["gate", "answer", "occlusion: a", "b", "Shapley: a", "b"],
        rows: try GateRow.all().map { row in
          [.text(row.name)]
            + ([row.answer] + row.occlusion + row.shapley).map { .number($0) }
        }))
  }

  /// What lesson 14 begins with: how much a coalition of each size counts in its fit.
  private static func tellOfWhatFollows(_ show: Demonstration) {
    let sizes = (1...9).map(Double.init)
    var weights: [Double] = []
    var choices = 1.0
    for size in sizes {
      // As many coalitions of this size are there among ten players.
      choices *= (11 - size) / size
      weights.append(9 / (choices * size * (10 - size)))
    }
    let chart = LineChart(
      "Lesson 14 fits a line to the values of coalitions, with these weights",
      x: Axis("players in the coalition, of ten"), y: Axis("weight", scale: .logarithmic),
      lines: [LineChart.Line("weight of one coalition", x: sizes, y: weights)])
    show.keep(chart, as: "next.svg")
  }

  private static func tellOfMaskedDifferences(_ show: Demonstration) throws {
    show.page.section("A sampler that pays for nothing")
    show.page.text(
      """
      A shorter recipe is in use: hide features at random, take the difference to all of them \
      hidden, and give each feature the mean of the differences at which it happened to be there. \
      Here only the second player earns something. The first was only there.
      """)
    let values: [Double] = [0, 0, 1, 1]
    let game: Game = { masks in masks[.all, 1] }
    show.page.table(
      PageTable(
        ["", "who was there", "who earns 1"],
        rows: [
          ["Shapley value"] + (try exactShapley(of: game, players: 2)).map { .number($0) },
          ["mean of masked differences"] + maskedDifferences(of: values).map { .number($0) },
        ]))
    show.page.text(
      """
      Half of the coalitions that the first is in have the second in them as well. For that it is \
      paid. Shapley values compare with the same coalition *without the player*.
      """)
  }
}
