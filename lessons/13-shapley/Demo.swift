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
    for order in orders {
      let gains = try sampledShapley(of: game, orders: [order])
      rows.append(
        [.text(order.map { ["left", "right", "other"][$0] }.joined(separator: ", "))]
          + gains.map { .number($0) })
    }
    let shares = try exactShapley(of: game, players: 3)
    rows.append(["mean of the six"] + shares.map { .number($0) })
    show.page.text("The owners come one by one, in all six orders. What does each of them add?")
    show.page.table(PageTable(["in this order"] + names, rows: rows))
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

  private static func tellOfAlarm(_ show: Demonstration) throws {
    show.page.section("Who set off the alarm?")
    let alarm = try Alarm()
    show.page.text(
      """
      A network has learned an alarm from \(alarm.seenCount) of the 256 states of eight sensors: \
      it rings if smoke *or* heat is reported. The six others mean nothing. We explain all \
      \(alarm.explained.shape[0]) states in which both report, against all being silent. What \
      share of the credit goes to the two that decide?
      """)
    let scores = try alarm.shares()
    let question = Question.creditOfTheTwo
    for (method, share, within) in scores {
      show.score(method, share, question: question, chance: 0.25, within: within)
    }
    show.page.table(
      PageTable(
        ["method", "share of smoke and heat"],
        rows: scores.map { [.text($0.method), .number($0.share)] }))
    show.page.text(
      """
      Smoke and heat stand in for one another, so little is lost when one of them goes, and \
      occlusion sees little. The masked differences pay six bystanders for being around.
      """)
    show.truth(
      """
      The alarm was taught to ring for smoke or heat, so all the credit should go to these two.
      """, question: question, measure: Axis("share of the two that decide", including: 0...1))
  }
}
