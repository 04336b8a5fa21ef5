import Figures
import MixtureOfExperts
import Showing
import Tensors
import Texts

extension Demo {
  /// What makes a router send everybody to one expert, and what keeps it from that.
  static func tellOfCollapse(_ kept: Runs, _ show: Demonstration) throws {
    show.page.section("A router that collapses")
    func line(_ name: String, _ setting: Runs.Setting, _ weight: Double) throws
      -> LineChart.Line
    {
      let trained = try TrainedMixture(setting.plan(weight), seed: 3)
      let steps = Array(stride(from: 0, to: trained.busiest.count, by: 10))
      return .init(name, x: steps.map(Double.init), y: steps.map { trained.busiest[$0] })
    }
    let chart = LineChart(
      "The busiest expert",
      x: Axis("step of the training"), y: Axis("part of the examples", including: 0...1),
      lines: try show.progress(
        "Training",
        [
          ("inputs shifted by 20", Runs.Setting.shifted, 0.0),
          ("shifted, router centred", .centred, 0), ("shifted, balance weight 10", .shifted, 10),
        ]
      ) { try line($0.0, $0.1, $0.2) })
    show.keep(chart, as: "collapse.svg")
    show.page.chart(chart, caption: "Training seed 3.")
    let rows: [(String, Runs.Setting, Double)] = [
      ("as they are", .plain, 0), ("shifted by 20", .shifted, 0),
      ("shifted, router centred", .centred, 0), ("shifted, balance weight 10", .shifted, 10),
    ]
    show.page.table(
      PageTable(
        [
          "inputs", "busiest at first", "busiest at the end", "one expert alone", "information",
          "error",
        ],
        rows: rows.map { name, setting, weight in
          let runs = kept[setting, weight]
          return [
            .text(name), .text(Spread(runs.map(\.busiestAtFirst)).text(decimals: 2)),
            .text(Spread(runs.map(\.busiest)).text(decimals: 2)),
            .text("\(runs.count { $0.used == 1 }) of \(runs.count)"),
            .text(Spread(runs.map(\.information)).text(decimals: 2)),
            .text(Spread(runs.map(\.error)).text(decimals: 2)),
          ]
        }),
      caption: "Ten training seeds each. An expert counts where it answers for 1 % or more.")
  }

  /// Ten experts: how much they could say, and how much they do.
  static func tellOfTen(_ kept: Runs, _ show: Demonstration) throws {
    show.page.section("Ten experts for four regimes")
    let regimes = (0..<20).map { $0 / 5 }
    let best = [0, 0, 1, 1, 8, 2, 2, 3, 3, 8, 4, 4, 5, 5, 9, 6, 6, 7, 7, 9]
    let (four, ten) = (entropy(of: [0, 1, 2, 3]), entropy(of: Array(0..<10)))
    let bounds: [(String, Double)] = [
      ("mean of the two, as here", 2 * four / (four + ten)),
      ("root of their product", (four / ten).squareRoot()),
      ("the larger of the two", four / ten), ("the smaller of the two", 1),
    ]
    let reached = try normalisedMutualInformation(regimes, best)
    show.page.table(
      PageTable(
        ["the information is divided by", "at most"],
        rows: bounds.map { [.text($0.0), .number($0.1)] }, decimals: 3),
      caption: "Ten experts with an equal load, four regimes that are equally frequent.")
    let chart = BarChart(
      "Ten experts",
      axis: Axis("normalised mutual information", including: 0...1),
      bars: [
        .init("no balance term", mean(kept, 0), spread: deviation(kept, 0)),
        .init("balance weight 10", mean(kept, 10), spread: deviation(kept, 10)),
        .init("bound: ln 4 shared", bounds[0].1, isQuiet: true),
        .init("best even load", reached, isQuiet: true),
      ], order: .given, decimals: 2)
    show.keep(chart, as: "ten.svg")
    show.page.chart(chart, caption: "The mean of ten training seeds, with one standard deviation.")
    let used = kept[.ten, 0].map { Double($0.used) }
    show.page.text(
      """
      Without the balance term \(Spread(used).text(decimals: 1)) of the ten experts are used. With an \
      exactly even load no more than \(reached, decimals: 3) can be reached, since an expert’s tenth \
      does not divide a quarter. The load is nearly even: the busiest expert has \
      \(Spread(kept[.ten, 10].map(\.busiest)).text(decimals: 2)). The error is \
      \(Spread(kept[.ten, 0].map(\.error)).text(decimals: 2)) without the term and \
      \(Spread(kept[.ten, 10].map(\.error)).text(decimals: 2)) with it.
      """)
  }

  private static func mean(_ kept: Runs, _ weight: Double) -> Double {
    Spread(kept.information(.ten, weight)).mean
  }

  private static func deviation(_ kept: Runs, _ weight: Double) -> Double {
    Spread(kept.information(.ten, weight)).deviation
  }
}
