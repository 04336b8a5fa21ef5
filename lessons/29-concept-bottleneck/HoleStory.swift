import ConceptBottleneck
import Figures
import Showing
import Tensors
import Texts

extension Demo {
  /// The light ground is struck off the list, and the rule still needs it.
  static func tellOfHole(_ trials: [Trial], _ show: Demonstration) throws {
    show.page.section("A hole in the list")
    show.page.text(
      """
      The same parts and the same rule, but nobody has put the light ground on the list. It is \
      independent of the five signs that are listed, so these say nothing about it.
      """)
    let ceilings = try trials.map {
      try honestCeiling(truth: $0.short.rows.truth, labels: $0.short.rows.labels)
    }
    let prediction = show.page.predict(
      """
      Whoever knows the five signs alone is right about at most \
      \(100 * Spread(ceilings).mean, decimals: 0) % of these parts. What will joint training reach, \
      with signs that are read with mistakes?
      """, options: ["less than independent", "as much as independent", "more than the ceiling"])
    let curves = try schemeNames.indices.map { scheme in
      try trials.map { try $0.short.curve(of: $0.short.schemes[scheme]) }
    }
    let ceiling = Spread(ceilings)
    let chart = LineChart(
      "With a hole in the list, correcting takes away from joint training",
      x: Axis("signs corrected, of the five listed"),
      y: Axis("part of the answers that is right"),
      lines: zip(schemeNames, curves).map { line($0, $1) } + [
        .init("honest ceiling", x: [0, 5], y: [ceiling.mean, ceiling.mean], isReference: true)
      ])
    show.keep(chart, as: "hole.svg")
    show.page.chart(chart)
    show.page.outcome(
      of: prediction, "More than the ceiling: it smuggles the hidden sign through the others.",
      answer: "more than the ceiling")
    show.page.chart(Diagrams.smuggling)
    let above = try zip(trials, ceilings).count { trial, ceiling in
      try trial.short.isRight(trial.short.schemes[2], correcting: []).rate > ceiling
    }
    show.page.text(
      "In \(above) of \(trials.count) trainings joint training is above the honest ceiling.")
    let probes = try schemeNames.indices.map { scheme in
      try trials.map { try $0.hiddenRead(by: $0.short.schemes[scheme]) }
    }
    let bounds = [0.48...0.58, 0.48...0.58, 0.62...0.85]
    for (scheme, name) in schemeNames.enumerated() {
      let read = Spread(probes[scheme])
      show.score(
        name, read.mean, spread: read.deviation, question: .hiddenInConcepts, chance: 0.5,
        chanceSpread: (0.25 / Double(Trial.counts.held)).squareRoot(), within: bounds[scheme])
    }
    show.page.table(
      PageTable(
        ["scheme"] + (0...5).map { "\($0)" } + ["hidden sign read"],
        rows: schemeNames.indices.map { scheme in
          row(schemeNames[scheme], curves[scheme]) + [
            .text(Spread(probes[scheme]).text(decimals: 3))
          ]
        }),
      caption: """
        Part of the answers that is right after so many corrections. The honest ceiling is \
        \(ceiling.text(decimals: 3)). The last column: how often the light ground is read from what \
        the head is handed.
        """)
    show.page.table(
      PageTable(
        ["read rightly"] + Inspection.signs.prefix(5),
        rows: schemeNames.indices.map { scheme in
          row(
            schemeNames[scheme],
            trials.map { $0.short.conceptAccuracies(of: $0.short.schemes[scheme]) })
        }))
    show.truth(
      """
      The light ground is independent of the five signs on the list, so from honest concepts it can \
      only be guessed.
      """, question: .hiddenInConcepts,
      measure: Axis("part of the hidden sign that is read rightly", including: 0.5...1))
  }

  /// How the label and the concepts fare while the concepts count more and more.
  static func tellOfPrice(_ trials: [Trial], _ show: Demonstration) throws {
    show.page.section("Accuracy against interpretability")
    let positive = Trial.strengths.indices.filter { Trial.strengths[$0] > 0 }
    for (isShort, file) in [(true, "price.svg"), (false, "price-full.svg")] {
      let lists = trials.map { isShort ? $0.short : $0.full }
      let measured = try Trial.strengths.indices.map { index in
        try lists.map { list -> (label: Double, concepts: Double, corrected: Double) in
          let model = list.joint[index]
          let accuracies = list.conceptAccuracies(of: model)
          let all = Array(0..<list.count)
          return (
            label: try list.isRight(model, correcting: []).rate,
            concepts: accuracies.reduce(0, +) / Double(list.count),
            corrected: try list.isRight(model, correcting: all).rate
          )
        }
      }
      func line(_ name: String, _ value: (Int) -> [Double]) -> LineChart.Line {
        let spreads = positive.map { Spread(value($0)) }
        return .init(
          name, x: positive.map { Double(Trial.strengths[$0]) }, y: spreads.map(\.mean),
          band: spreads.map { $0.mean - $0.deviation...min($0.mean + $0.deviation, 1) })
      }
      let chart = LineChart(
        isShort ? "Joint training with a hole in the list" : "Joint training with the full list",
        x: Axis("strength of the concepts' loss", scale: .logarithmic),
        y: Axis("part that is right"),
        lines: [
          line("answers") { measured[$0].map(\.label) },
          line("signs") { measured[$0].map(\.concepts) },
          line("answers, all signs corrected") { measured[$0].map(\.corrected) },
        ])
      show.keep(chart, as: file)
      show.page.chart(chart)
      let honest = try lists.map { try $0.isRight($0.independent, correcting: []).rate }
      show.page.table(
        PageTable(
          ["strength", "answers", "signs", "all corrected"],
          rows: Trial.strengths.indices.map { index in
            [
              .text("\(Trial.strengths[index])"),
              .text(Spread(measured[index].map(\.label)).text(decimals: 3)),
              .text(Spread(measured[index].map(\.concepts)).text(decimals: 3)),
              .text(Spread(measured[index].map(\.corrected)).text(decimals: 3)),
            ]
          }),
        caption: """
          Strength 0 is an ordinary network. Independent training: \
          \(Spread(honest).text(decimals: 3)) of the answers.
          """)
    }
  }
}
