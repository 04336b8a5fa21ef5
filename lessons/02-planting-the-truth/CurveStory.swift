import Datasets
import Figures
import Layers
import PlantingTheTruth
import Showing
import Tensors

extension Demo {
  /// The surprise: at 0.95 on clear shapes the tag is taken up, and given up again.
  static func tellOfForgetting(_ kept: RelianceCurves, _ show: Demonstration) throws {
    show.page.section("Your own network, epoch by epoch")
    show.page.text(
      """
      Now a tag is planted at a rate of 0.95 on 3,000 clear shapes, and a small network learns from \
      them. After each epoch all tags of 1,000 held-back pictures are moved.
      """)
    let prediction = show.page.predict(
      "After twelve epochs: what does the network answer on most pictures whose tag was moved?",
      options: ["the tag’s class", "the shape’s class", "something else"])
    let pictures = try PlantedPictures(style: Difficulty.clear.style, rate: 0.95, seed: 77)
    let own = try TrainedNetwork(
      on: pictures.training, measuredBy: pictures, seed: 77, report: TrainingProgress.terminal())
    let five = forgetting(kept)
    show.page.chart(
      show.isMine ? show.keep(withOwn(five, own.curve), as: "curve.svg") : withOwn(five, own.curve),
      caption: "The network that was trained just now, beside five of each kind that were kept.")
    if !show.isMine { show.keep(five, as: "curve.svg") }
    let (highest, last) = (own.curve.map(\.tag).max() ?? 0, own.curve.last?.tag ?? 0)
    show.page.outcome(
      of: prediction,
      """
      The shape’s class. This network followed up to \(100 * highest, decimals: 0) % of the moved tags \
      on its way, and \(100 * last, decimals: 0) % at the end.
      """, answer: "the shape’s class")
    let means = meanCurve(kept.curves(.clear, rate: 0.95))
    show.frames(
      Frames(
        "the epoch",
        (2...6).map { epoch in
          (label: "after epoch \(epoch)", chart: bars(means[epoch - 1]))
        }),
      caption:
        "What five networks answer where the tag is moved: the mean, from epoch 2 to epoch 6.",
      as: "epochs.svg")
    try tellOfHiddenKnowledge(own.network, show)
  }

  /// The kept curves of both settings, with what the five seeds range over.
  private static func forgetting(_ kept: RelianceCurves) -> LineChart {
    chart([
      line("rate 0.99, faint", kept.curves(.faint, rate: 0.99)),
      line("rate 0.95, clear", kept.curves(.clear, rate: 0.95)),
    ])
  }

  private static func withOwn(_ five: LineChart, _ own: [Reliance]) -> LineChart {
    let line = LineChart.Line(
      "just now", x: own.indices.map { Double($0 + 1) }, y: own.map(\.tag))
    return chart(five.lines + [line])
  }

  private static func chart(_ lines: [LineChart.Line]) -> LineChart {
    LineChart(
      "Moved tags that are followed, epoch by epoch", x: Axis("epoch"),
      y: Axis("part of the moved tags that is followed", including: 0...1), lines: lines)
  }

  private static func line(_ name: String, _ curves: [[Reliance]]) -> LineChart.Line {
    let epochs = curves.first?.indices ?? 0..<0
    let columns = epochs.map { epoch in curves.map { $0[epoch].tag } }
    return LineChart.Line(
      name, x: epochs.map { Double($0 + 1) },
      y: columns.map { $0.reduce(0, +) / Double($0.count) },
      band: columns.map { ($0.min() ?? 0)...($0.max() ?? 0) })
  }

  private static func meanCurve(_ curves: [[Reliance]]) -> [Reliance] {
    (curves.first?.indices ?? 0..<0).map { epoch in
      let count = Double(curves.count)
      let tag = curves.reduce(0) { $0 + $1[epoch].tag } / count
      let label = curves.reduce(0) { $0 + $1[epoch].label } / count
      return Reliance(tag: tag, label: label, neither: max(0, 1 - tag - label))
    }
  }

  static func bars(_ reliance: Reliance) -> BarChart {
    BarChart(
      "What is answered where the tag is moved",
      axis: Axis("part of the pictures", including: 0...1),
      bars: [
        BarChart.Bar("the tag’s class", reliance.tag),
        BarChart.Bar("the shape’s class", reliance.label),
        BarChart.Bar("neither", reliance.neither, isQuiet: true),
      ], decimals: 2)
  }

  /// A network that follows no moved tag may know the tag all the same.
  private static func tellOfHiddenKnowledge(
    _ network: Network, _ show: Demonstration
  ) throws {
    show.page.section("Not followed is not unknown")
    show.page.text(
      """
      The same network, on pictures whose shapes are harder to see than any that it learned from. \
      All tags are moved.
      """)
    let styles = Difficulty.allCases.map { ("\($0)", $0.style) } + [("no shape at all", .hidden)]
    let rows: [[PageTable.Cell]] = try styles.map { name, style in
      let pictures = try PlantedPictures(1000, heldBack: 1, style: style, rate: 0.95, seed: 78)
      let found = try pictures.reliance(of: network)
      return [
        .text(name), .number(found.tag), .number(found.label),
        .number(found.tag / max(1 - found.label, .leastNonzeroMagnitude)),
      ]
    }
    show.page.table(
      PageTable(
        [
          "shapes", "follows the tag", "follows the shape", "of the mistakes, the tag’s class",
        ], rows: rows, decimals: 2),
      caption: """
        1,000 pictures each. A mistake that has nothing to do with the tag names its class in a third \
        of the cases.
        """)
  }
}
