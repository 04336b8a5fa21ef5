import Figures
import MixtureOfExperts
import Showing
import Tensors
import Texts

extension Demo {
  /// The planted truth: whether experts find four regimes that nobody named.
  static func tellOfRegimes(_ kept: Runs, _ show: Demonstration) throws {
    show.page.section("Four regimes, four experts")
    let even = try TrainedMixture(Runs.Setting.plain.plan(10), seed: 1)
    let collapsed = try TrainedMixture(Runs.Setting.shifted.plan(0), seed: 3)
    let charts = [
      cloud("The planted regimes", even.asked, even.asked.regimes) {
        "regime \(Regimes.names[$0])"
      },
      cloud("Who answers", even.asked, try even.choices()) { "expert \($0)" },
      cloud("Who answers, collapsed", collapsed.asked, try collapsed.choices()) { "expert \($0)" },
    ]
    let labels: [Prose] = ["what was planted", "balance weight 10", "inputs shifted by 20"]
    show.frames(
      Frames("who is it", zip(labels, charts).map { (label: $0, chart: $1 as any Chart) }),
      caption: "Examples that were not learned from; the last has 20 added to both inputs.",
      as: "who.svg")
    let prediction = show.page.predict(
      "Without the balance term, how much do experts and regimes say about each other?",
      options: ["nothing", "a half", "nearly all", "all"])
    show.keep(weights(kept), as: "weights.svg")
    show.page.chart(
      weights(kept), caption: "Each dot is one training seed, the line their mean.")
    show.page.outcome(
      of: prediction, "\(Spread(kept.information(.plain, 0)).text(decimals: 2)).",
      answer: "nearly all")
    show.page.table(
      PageTable(
        ["weight"] + Runs.seeds.map { "seed \($0)" } + ["mean", "error"],
        rows: Runs.Setting.plain.weights.map { weight in
          [.text(weight.text(decimals: 2))]
            + kept.information(.plain, weight).map { .number($0) }
            + [
              .text(Spread(kept.information(.plain, weight)).text(decimals: 2)),
              .text(Spread(kept[.plain, weight].map(\.error)).text(decimals: 2)),
            ]
        }, decimals: 2),
      caption: "Every result: normalised mutual information, and the mean squared error.")
    let strong = try TrainedMixture(Runs.Setting.plain.plan(100), seed: 1)
    show.page.text(
      """
      The first of the two kept experts counts \(try even.firstWeight(), decimals: 2) on average with \
      the weight 10 and \(try strong.firstWeight(), decimals: 2) with the weight 100 (seed 1).
      """)
    let clear = [0.0, 10].map { kept.information(.plain, $0).count { $0 > 0.9 } }
    show.page.text(
      """
      Above 0.9 come \(clear[0]) of ten trainings without the term and \(clear[1]) with the weight 10.
      """)
    try score(kept, show)
  }

  private static func score(_ kept: Runs, _ show: Demonstration) throws {
    let chance = try chance(repetitions: 200)
    for (method, setting, weight, range) in [
      ("routing, balance weight 10", Runs.Setting.plain, 10.0, 0.9...1.0),
      ("routing, no balance term", .plain, 0.0, 0.8...0.98),
      ("routing, shifted inputs", .shifted, 0.0, 0.0...0.35),
    ] as [(String, Runs.Setting, Double, ClosedRange<Double>)] {
      let spread = Spread(kept.information(setting, weight))
      show.score(
        method, spread.mean, spread: spread.deviation, question: .expertsAndRegimes,
        chance: chance.mean, chanceSpread: chance.deviation, within: range)
    }
    show.truth(
      """
      Each regime has a rule of its own, an expert is one rule, and there are as many experts as \
      regimes: one for each would be right.
      """, question: .expertsAndRegimes,
      measure: Axis("normalised mutual information", including: 0...1))
  }

  /// What experts that are drawn at random, evenly, say about the regimes.
  private static func chance(repetitions: Int) throws -> Spread {
    var generator = SplitMix64(seed: 5)
    let regimes = (0..<400).map { $0 % 4 }
    return Spread(
      try (0..<repetitions).map { _ in
        let order = permutation(of: 400, using: &generator)
        return try normalisedMutualInformation(regimes, order.map { regimes[$0] })
      })
  }

  /// The information against the weight of the balance term; 0 stands at the left end.
  private static func weights(_ kept: Runs) -> LineChart {
    let weights = Runs.Setting.plain.weights
    let places = weights.map { max($0, 0.001) }
    let all = zip(places, weights).flatMap { place, weight in
      kept.information(.plain, weight).map { (place, $0) }
    }
    return LineChart(
      "Experts and regimes",
      x: Axis("weight of the balance term (0 stands at 0.001)", scale: .logarithmic),
      y: Axis("normalised mutual information", including: 0...1),
      lines: [
        .init(
          "mean of ten", x: places,
          y: weights.map { Spread(kept.information(.plain, $0)).mean }),
        .init("a training seed", x: all.map(\.0), y: all.map(\.1), isCloud: true),
      ])
  }

  /// Examples where they lie, a colour for each label.
  private static func cloud(
    _ title: String, _ examples: Regimes, _ labels: [Int], name: (Int) -> String
  ) -> LineChart {
    let (x, y) = (examples.inputs[.all, 0].scalars, examples.inputs[.all, 1].scalars)
    return LineChart(
      title, x: Axis("first input"), y: Axis("second input"),
      lines: (0..<4).map { label in
        let own = labels.indices.filter { labels[$0] == label }
        return .init(
          name(label), x: own.map { Double(x[$0]) }, y: own.map { Double(y[$0]) }, isCloud: true)
      }.filter { !$0.x.isEmpty })
  }
}
