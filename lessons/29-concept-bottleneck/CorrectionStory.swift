import ConceptBottleneck
import Figures
import Showing
import Tensors
import Texts

extension Demo {
  static let schemeNames = ["independent", "sequential", "joint"]

  /// A line for each model: the mean of its curves over the trainings, and one standard deviation.
  static func line(_ name: String, _ curves: [[Double]]) -> LineChart.Line {
    let steps = curves[0].indices
    let spreads = steps.map { step in Spread(curves.map { $0[step] }) }
    return .init(
      name, x: steps.map(Double.init), y: spreads.map(\.mean),
      band: spreads.map { $0.mean - $0.deviation...min($0.mean + $0.deviation, 1) })
  }

  static func row(_ name: String, _ curves: [[Double]]) -> [PageTable.Cell] {
    [.text(name)]
      + curves[0].indices.map { step in .text(Spread(curves.map { $0[step] }).text(decimals: 3)) }
  }

  /// The planted truth: with all six signs right, the rule says the answer.
  static func tellOfCorrections(_ trials: [Trial], _ show: Demonstration) throws {
    show.page.section("Does correcting help?")
    let prediction = show.page.predict(
      """
      All six signs of every part are corrected, and the rule needs nothing else. Which scheme is \
      always right then?
      """, options: ["all three", "independent only", "joint only", "none"])
    let curves = try schemeNames.indices.map { scheme in
      try trials.map { try $0.full.curve(of: $0.full.schemes[scheme]) }
    }
    let chart = LineChart(
      "Corrections help every scheme, independent training most",
      x: Axis("signs corrected"), y: Axis("part of the answers that is right"),
      lines: zip(schemeNames, curves).map { line($0, $1) })
    show.keep(chart, as: "corrections.svg")
    show.page.chart(
      chart,
      caption: """
        The mean of \(trials.count) trainings on \(Trial.counts.held) held-back parts; the band is one \
        standard deviation.
        """)
    show.page.outcome(
      of: prediction, "Only independent training: its head has learned from true signs.",
      answer: "independent only")
    show.page.table(
      PageTable(
        ["scheme"] + (0...6).map { "\($0)" },
        rows: zip(schemeNames, curves).map { row($0, $1) }))
    show.page.table(
      PageTable(
        ["read rightly"] + Inspection.signs,
        rows: schemeNames.indices.map { scheme in
          let accuracies = trials.map { $0.full.conceptAccuracies(of: $0.full.schemes[scheme]) }
          return row(schemeNames[scheme], accuracies)
        }))
    let bounds = [0.99...1, 0.9...1, 0.9...1]
    for (scheme, name) in schemeNames.enumerated() {
      let ends = Spread(curves[scheme].map { $0.last ?? 0 })
      show.score(
        name, ends.mean, spread: ends.deviation, question: .rightWhenCorrected, chance: 0.5,
        chanceSpread: (0.25 / Double(Trial.counts.held)).squareRoot(), within: bounds[scheme])
    }
  }

  /// What becomes of it where 0 and 1 are written in place of logits.
  static func tellOfZeroAndOne(_ trials: [Trial], _ show: Demonstration) throws {
    show.page.section("Zero and one in place of logits")
    func curves(_ model: (Trial.List) -> Bottleneck, ends: Bool) throws -> [[Double]] {
      try trials.map { trial in
        let model = model(trial.full)
        return try trial.full.curve(
          of: model, low: ends ? nil : .zeros([6]), high: ends ? nil : .ones([6]))
      }
    }
    let sequential = try [true, false].map { try curves(\.sequential, ends: $0) }
    let joint = try [true, false].map { try curves({ $0.joint[Trial.usual] }, ends: $0) }
    let chart = LineChart(
      "The same corrections, written as logits and as 0 and 1",
      x: Axis("signs corrected"), y: Axis("part of the answers that is right"),
      lines: [
        line("percentiles", sequential[0]), line("0 and 1", sequential[1]),
      ])
    show.keep(chart, as: "zero-and-one.svg")
    show.page.chart(chart, caption: "Sequential training; mean and one standard deviation.")
    show.page.table(
      PageTable(
        ["scheme, values"] + (0...6).map { "\($0)" },
        rows: [
          row("sequential, percentiles", sequential[0]), row("sequential, 0 and 1", sequential[1]),
          row("joint, percentiles", joint[0]), row("joint, 0 and 1", joint[1]),
        ]))
    let ends = Spread(sequential[1].map { $0.last ?? 0 })
    show.score(
      "sequential, 0 and 1 on logits", ends.mean, spread: ends.deviation,
      question: .rightWhenCorrected, chance: 0.5,
      chanceSpread: (0.25 / Double(Trial.counts.held)).squareRoot(), within: 0.4...0.98)
    show.truth(
      """
      With all six signs right, the points of the rule add up to the right answer, so every answer \
      should be right.
      """, question: .rightWhenCorrected, measure: Axis("part that is right", including: 0...1))
  }
}
