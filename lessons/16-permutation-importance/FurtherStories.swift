import Datasets
import Explanations
import Figures
import Layers
import Models
import PermutationImportance
import Showing
import Subjects
import Tensors
import Texts

extension Demo {
  /// Penguins: accuracy moves in steps, and the loss shows what it hides.
  static func tellOfPenguins(_ show: Demonstration) throws {
    show.page.section("Penguins: accuracy, loss, and how many repeats")
    let rows = try PenguinNet.rows()
    let network = try PenguinNet.network()
    let loss = Biopsies.crossEntropy(of: network, on: rows.test)
    let gained = try Biopsies.spreads(of: loss, on: rows.test)
    let lost = try Biopsies.spreads(of: Biopsies.errors(of: network, on: rows.test), on: rows.test)
    let names = rows.columns.map {
      $0.replacing("_mm", with: "").replacing("_g", with: "").replacing("_", with: " ")
    }
    show.page.table(
      PageTable(
        ["column", "points of accuracy lost", "loss gained"],
        rows: names.indices.map { column in
          [
            .text(names[column]), .text(plusMinus(lost[column], decimals: 1)),
            .text(plusMinus(gained[column], decimals: 3)),
          ]
        }),
      caption: "\(rows.test.count) penguins held back, \(Biopsies.repeats) repeats.")
    // How far the mean of a few repeats is from the mean of very many.
    let counts = [1, 2, 4, 8, 16, 32, 64]
    let pool = try importances(
      of: loss, on: rows.test.inputs,
      orders: drawnOrders(rows: rows.test.count, columns: names.count, repeats: 3200, seed: 9))
    let lines = [0, 2].map { column in
      let values = pool[column].scalars.map(Double.init)
      let mean = values.reduce(0, +) / Double(values.count)
      return LineChart.Line(
        names[column], x: counts.map(Double.init),
        y: counts.map { count in
          // As many means of so many repeats as the pool has.
          let means = values.count / count
          let squares = (0..<means).map { turn in
            let part = values[turn * count..<(turn + 1) * count]
            let distance = part.reduce(0, +) / Double(count) - mean
            return distance * distance
          }
          return (squares.reduce(0, +) / Double(means)).squareRoot()
        })
    }
    let chart = LineChart(
      "Half the error takes four times as many repeats",
      x: Axis("repeats", scale: .logarithmic),
      y: Axis("error of the mean importance", unit: "cross-entropy", scale: .logarithmic),
      lines: lines + [
        .init(
          "1 / √n", x: counts.map(Double.init),
          y: counts.map { lines[0].y[0] / Double($0).squareRoot() }, isReference: true)
      ])
    show.keep(chart, as: "repeats.svg")
    show.page.chart(chart)
  }

  /// The alarm of lesson 13: the same exam, asked of a loss.
  static func tellOfAlarm(_ show: Demonstration) throws {
    show.page.section("Who sets off the alarm of lesson 13?")
    let shares = try show.progress("Asking an alarm", Array(UInt64(3)...7)) { seed in
      let alarm = try AlarmNetwork(seed: seed)
      let states = AlarmNetwork.states.selecting(alarm.unseen)
      let rings = AlarmNetwork.rings.selecting(alarm.unseen)
      let loss: Score = {
        alarm.network($0)[.all, 0].meanSquaredError(to: rings).reshaped(to: [1])
      }
      let orders = drawnOrders(
        rows: states.shape[0], columns: AlarmNetwork.sensors, repeats: 30, seed: seed)
      let means = try spreads(importances(of: loss, on: states, orders: orders)).map(\.mean)
      return AlarmNetwork.parts(of: means).prefix(2).reduce(0, +)
    }
    var generator = SplitMix64(seed: 6)
    let chance = Showing.Spread(
      (0..<1000).map { _ in
        let drawn = Tensor.normal(shape: [AlarmNetwork.sensors], using: &generator)
        return AlarmNetwork.parts(of: drawn.scalars.map(Double.init)).prefix(2).reduce(0, +)
      })
    let share = Showing.Spread(shares)
    show.score(
      "permutation importance", share.mean, spread: share.deviation, question: .creditOfTheTwo,
      chance: 0.25, chanceSpread: chance.deviation, within: 0.93...1)
    show.page.text(
      """
      Five networks have learned an alarm that rings for smoke or heat, and are asked about the 160 \
      states that they have not learned from. Smoke and heat get \(share.text(decimals: 3)) of the \
      importance.
      """)
    show.league(
      caption: "A dot is a mean, and the line through it one standard deviation.", as: "league.svg")
  }
}
