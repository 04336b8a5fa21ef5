import Figures
import Shapley
import Showing
import Tensors

extension Demo {
  static func tellOfAlarm(_ show: Demonstration) throws {
    show.page.section("Who set off the alarm?")
    show.page.text(
      """
      A network has learned an alarm from \(Alarm.seenCount) of the 256 states of eight sensors: it \
      rings if smoke *or* heat is reported. The six others mean nothing. We explain all \
      \(Alarm.explained.shape[0]) states in which both report, against all eight being silent. A \
      method's *share* is the magnitude of the credit of smoke and heat, as a part of the \
      magnitudes of all eight, on average over the states. Five networks have learned from five \
      choices of states.
      """)
    let shares = try show.progress("Asking an alarm", Array(UInt64(3)...7)) { seed in
      try Alarm(seed: seed).shares()
    }
    let chance = Statistics(Alarm.chance(repetitions: 200))
    let bounds = [0.93...1, 0.93...1, 0.26...0.4, 0.45...0.75]
    let methods = Alarm.methods.enumerated().map { index, name in
      (
        name: name, share: Statistics(shares.map { $0[index][0] + $0[index][1] }),
        within: bounds[index]
      )
    }
    let question = Question.creditOfTheTwo
    for method in methods {
      show.score(
        method.name, method.share.mean, spread: method.share.deviation, question: question,
        chance: 0.25, chanceSpread: chance.deviation, within: method.within)
    }
    let columns = [0, 3, 2]
    let sensors = ["smoke", "heat"] + (3...8).map { "sensor \($0)" }
    let matrix = MatrixChart(
      "Who gets the credit for the alarm?",
      subtitle: "parts of all credit in percent, mean of five networks", rows: sensors,
      columns: ["Shapley", "occlusion", "masked"],
      values: sensors.indices.map { sensor in
        columns.map { method in 100 * Statistics(shares.map { $0[method][sensor] }).mean }
      }, decimals: 0)
    show.keep(matrix, as: "sensors.svg")
    show.page.chart(matrix)
    show.page.table(
      PageTable(
        ["method", "mean of five networks", "smallest", "largest"],
        rows: methods.map { method in
          [
            .text(method.name), .number(method.share.mean), .number(method.share.smallest),
            .number(method.share.largest),
          ]
        }))
    show.page.text(
      """
      Accounts that are drawn at random have a share of \(chance.mean, decimals: 3), and \
      \(chance.deviation, decimals: 3) is its standard deviation over 200 repetitions.

      Smoke and heat stand in for one another, so little is lost when one of them goes, and \
      occlusion sees little. The masked differences pay six bystanders for being around.
      """)
    show.truth(
      """
      The alarm was taught to ring for smoke or heat, so all the credit should go to these two.
      """, question: question, measure: Axis("share of the two that decide", including: 0...1))
    show.league(
      caption: """
        A dot is the mean of five networks, and the line through it one standard deviation.
        """, as: "league.svg")
  }
}
