import Datasets
import Figures
import Layers
import PlantingTheTruth
import Showing
import Tensors

extension Demo {
  /// Reliance against the rate and the difficulty, of networks that were trained beforehand.
  static func tellOfRates(_ kept: RelianceCurves, _ show: Demonstration) throws {
    show.page.section("How rare must a lie be?")
    show.page.text(
      """
      For each of seven rates and three kinds of shapes, five networks were trained beforehand. What \
      do they follow after twelve epochs?
      """)
    let prediction = show.page.predict(
      """
      On clear shapes, a network gives the tag up if 5 tags of 100 lie. On faint shapes, how many of \
      100 must lie before it follows fewer than half of the moved tags?
      """, options: ["5", "10", "20", "40"])
    // From the highest rate on, so that lines run to the right.
    let rates = Array(RelianceCurves.rates.reversed())
    let lying = rates.map { 100 * (1 - $0) }
    let lines = Difficulty.allCases.reversed().map { difficulty in
      let ends = rates.map { kept.ends(difficulty, rate: $0).map(\.tag) }
      return LineChart.Line(
        "\(difficulty)", x: lying, y: ends.map { $0.reduce(0, +) / Double($0.count) },
        band: ends.map { ($0.min() ?? 0)...($0.max() ?? 0) })
    }
    let chart = LineChart(
      "How many tags must lie before a network gives the tag up?",
      x: Axis("tags that lie, of 100", scale: .logarithmic),
      y: Axis("part of the moved tags that is followed", including: 0...1), lines: lines)
    show.keep(chart, as: "rates.svg")
    show.page.chart(
      chart,
      caption: "The mean of five networks each; the band goes from the smallest to the largest.")
    let faint = RelianceCurves.rates.filter { rate in
      let ends = kept.ends(.faint, rate: rate).map(\.tag)
      return ends.reduce(0, +) / Double(ends.count) < 0.5
    }
    let answer = "\(Int((100 * (1 - (faint.max() ?? 0))).rounded()))"
    show.page.outcome(of: prediction, "\(answer) of 100.", answer: answer)
    show.page.fold("All numbers") {
      show.page.table(
        PageTable(
          ["shapes", "rate"] + RelianceCurves.seeds.map { "seed \($0)" },
          rows: Difficulty.allCases.flatMap { difficulty in
            RelianceCurves.rates.map { rate in
              [.text("\(difficulty)"), .number(rate)]
                + kept.ends(difficulty, rate: rate).map { .number($0.tag) }
            }
          }),
        caption: "The part of the moved tags that each network follows after twelve epochs.")
    }
  }

  /// Two tags at once: moving one of them may show nothing.
  static func tellOfTwoCues(_ show: Demonstration) throws {
    show.page.section("Only the tag that you thought of")
    show.page.text(
      """
      Now each picture has two tags that always agree with the class: a mark in the corner and a ruler \
      along the edge. What happens if only one of them is moved?
      """)
    let found = try show.progress("Training on two tags", Readers.seeds) { seed in
      try TwoCues(seed: seed).reliances
    }
    show.page.table(
      PageTable(
        ["what is moved"] + Readers.seeds.map { "network \($0)" },
        rows: TwoCues.moves.enumerated().map { index, name in
          [.text(name)] + found.map { .number($0[index].tag) }
        }),
      caption: "The part of the moved tags that is followed, on 500 pictures.")
  }

  /// Equal seeds give equal bytes, and equal weights.
  static func tellOfBytes(_ show: Demonstration) throws {
    show.page.section("Same seed, same bytes, same weights")
    let threads = Threads.count
    defer { Threads.count = threads }
    var rows: [[PageTable.Cell]] = []
    var prints: [[Fingerprint]] = []
    for (seed, count) in [(UInt64(1), threads), (1, 1), (2, threads)] {
      Threads.count = count
      let pictures = try PlantedPictures(600, style: Difficulty.clear.style, rate: 0.95, seed: seed)
      let network = try TrainedNetwork(on: pictures.training, epochs: 1, seed: seed).network
      let both = [Fingerprint(of: pictures.training.inputs), Fingerprint(of: network)]
      prints.append(both)
      rows.append(
        [.text("\(seed)"), .text("\(count)")] + both.map { .text($0.description) })
    }
    guard prints[0] == prints[1], prints[0] != prints[2] else { throw NotReproducible() }
    show.page.table(
      PageTable(["seed", "threads", "the pictures", "the weights"], rows: rows),
      caption: """
        A fingerprint of all numbers. Equal seeds give the same pictures and, on one machine, the same \
        weights, with one thread as with several.
        """)
  }
}

/// What the demo stops with where the same seed gave something else.
struct NotReproducible: Error, CustomStringConvertible {
  let description = "the same seed gave other pictures or weights, or another seed the same"
}
