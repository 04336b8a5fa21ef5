import Figures
import MixtureOfExperts
import Showing
import Tensors
import Texts

extension Demo {
  /// One regime has most of the examples, and the balance term cuts it up.
  static func tellOfUnevenRegimes(_ kept: Runs, _ show: Demonstration) throws {
    show.page.section("An even load for regimes that are not")
    let plans = [(0.0, "no balance term"), (10, "balance weight 10")]
    let matrices = try plans.map { weight, name in
      let trained = try TrainedMixture(Runs.Setting.uneven.plan(weight), seed: 4)
      return (name, try parts(of: trained))
    }
    let chart = MatrixChart(
      "Who answers for whom, where A has 70 % of the examples",
      subtitle: "percent of all examples; rows: regimes, without and with the balance term",
      rows: matrices.flatMap { name, _ in
        Regimes.names.map { "\($0), \(name == plans[0].1 ? "without" : "with")" }
      },
      columns: (0..<4).map { "expert \($0)" }, values: matrices.flatMap(\.1), decimals: 0)
    show.keep(chart, as: "uneven.svg")
    show.page.chart(chart, caption: "Training seed 4.")
    let (without, with) = (kept[.uneven, 0], kept[.uneven, 10])
    show.page.text(
      """
      Over ten seeds the information is \(Spread(without.map(\.information)).text(decimals: 2)) \
      without the term and \(Spread(with.map(\.information)).text(decimals: 2)) with it; the error is \
      \(Spread(without.map(\.error)).text(decimals: 2)) and \(Spread(with.map(\.error)).text(decimals: 2)).
      """)
  }

  /// For each regime, which part of all examples each expert answers for, in percent.
  private static func parts(of trained: TrainedMixture) throws -> [[Double]] {
    let choices = try trained.choices()
    return (0..<4).map { regime in
      (0..<4).map { expert in
        let both = zip(trained.asked.regimes, choices).count { $0 == regime && $1 == expert }
        return 100 * Double(both) / Double(choices.count)
      }
    }
  }

  /// One expert is kept: its weight is always 1, so the router has nothing to learn from.
  static func tellOfOneKept(_ show: Demonstration) throws {
    show.page.section("One expert and not two")
    let rows = try show.progress("Training with one expert kept", Array(UInt64(1)...3)) { seed in
      try [1, 2].flatMap { kept in
        var plan = TrainedMixture.Plan()
        plan.kept = kept
        let before = try TrainedMixture(plan, seed: seed, steps: 0).choices()
        let trained = try TrainedMixture(plan, seed: seed)
        let after = try trained.choices()
        let stayed = zip(before, after).count { $0 == $1 }
        return [
          Double(stayed) / Double(after.count),
          try normalisedMutualInformation(trained.asked.regimes, after),
        ]
      }
    }
    show.page.table(
      PageTable(
        ["seed", "stayed, one kept", "information", "stayed, two kept", "information"],
        rows: rows.enumerated().map { seed, row in
          [.text("\(seed + 1)")] + row.map { .number($0) }
        }, decimals: 2),
      caption: """
        The part of the first choices that training left as they were; no balance term. With one expert \
        kept, a softmax over the kept is 1 whatever the logits are, and its gradient is 0.
        """)
  }

  /// How many examples find no room, for more and more room.
  static func tellOfCapacity(_ show: Demonstration) throws {
    show.page.section("Who finds no room")
    let factors = stride(from: 0.5, through: 4, by: 0.25).map { $0 }
    let ways: [(String, Runs.Setting, Double, UInt64)] = [
      ("collapsed", .shifted, 0, 2), ("uneven regimes, no balance term", .uneven, 0, 4),
      ("balance weight 10", .plain, 10, 1),
    ]
    let lines = try ways.map { name, setting, weight, seed in
      let choices = try TrainedMixture(setting.plan(weight), seed: seed).choices()
      return LineChart.Line(
        name, x: factors,
        y: try factors.map { factor in
          let capacity = Int((factor * Double(choices.count) / 4).rounded(.up))
          let dropped = try dispatch(choices, experts: 4, capacity: capacity).dropped
          return Double(dropped.count) / Double(choices.count)
        })
    }
    let chart = LineChart(
      "Examples that are dropped",
      x: Axis("room for an expert, in parts of its even share"),
      y: Axis("part that is dropped", including: 0...1), lines: lines)
    show.keep(chart, as: "dropped.svg")
    show.page.chart(chart, caption: "One trained mixture each, on 400 examples.")
  }
}
