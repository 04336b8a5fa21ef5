import Datasets
import Figures
import KNNRetrieval
import Layers
import Models
import Showing
import Tensors
import Texts

extension Demo {
  static func tellOfVotes(_ digits: DigitMemory, _ show: Demonstration) throws {
    show.page.section("The neighbours’ vote, beside the network’s own answer")
    let prediction = show.page.predict(
      "The network is right about 986 digits of 1,000. About how many is the vote of the five nearest?",
      options: ["about 850", "about 940", "about 985"])
    let counts = [1, 3, 5, 10, 20, 50]
    let own = digits.accuracy(of: digits.answers)
    let learned = try digits.accuracies(of: digits.nearest(50), counts)
    let pixels = try neighbours(
      50, of: digits.queries.images.flattened(from: 1),
      in: digits.memory.images.flattened(from: 1))
    let byPixels = try digits.accuracies(of: pixels, counts)
    let untrained = try show.progress("An encoder that learned nothing", UInt64(1)...3) {
      seed -> (found: [[Int]], right: [Double]) in
      var generator = SplitMix64(seed: seed)
      let network = DigitNet.untrainedNetwork().drawnForReLU(using: &generator)
      let found = try neighbours(
        50, of: embeddings(of: network, images: digits.queries.images, place: "gap"),
        in: embeddings(of: network, images: digits.memory.images, place: "gap"))
      return (found, try digits.accuracies(of: found, counts))
    }
    let x = counts.map(Double.init)
    let untrainedSpreads = counts.indices.map { index in Spread(untrained.map { $0.right[index] }) }
    let chart = LineChart(
      "How often the vote is right, of 1,000 digits",
      x: Axis("k: how many neighbours vote", scale: .logarithmic),
      y: Axis("part that is right", including: 0.8...1),
      lines: [
        .init("encoder", x: x, y: learned), .init("pixels", x: x, y: byPixels),
        .init(
          "untrained", x: x, y: untrainedSpreads.map(\.mean),
          band: untrainedSpreads.map { $0.mean - $0.deviation...$0.mean + $0.deviation }),
        .init("network", x: [1, 50], y: [own, own], isReference: true),
      ])
    show.keep(chart, as: "votes.svg")
    show.page.chart(chart)
    let place = 2
    show.page.outcome(
      of: prediction,
      """
      \(Int((1000 * learned[place]).rounded())); the network itself is right about \
      \(Int((1000 * own).rounded())). In the pixels it is \(Int((1000 * byPixels[place]).rounded())), and \
      with random weights \(Spread(untrained.map { 1000 * $0.right[place] }).text(decimals: 0)).
      """, answer: "about 985")
    try tellOfPurity(digits, pixels, untrained.map(\.found), show)
    try tellOfTrust(digits, show)
  }

  private static func tellOfPurity(
    _ digits: DigitMemory, _ pixels: [[Int]], _ untrained: [[[Int]]], _ show: Demonstration
  ) throws {
    let five = { (found: [[Int]]) in found.map { Array($0.prefix(k)) } }
    let purity = { (found: [[Int]]) in
      try KNNRetrieval.purity(
        of: five(found), labels: digits.memory.labels, queryLabels: digits.queries.labels)
    }
    let found = try digits.nearest(k)
    let chance = try shuffledPurity(
      of: found, labels: digits.memory.labels, queryLabels: digits.queries.labels)
    let derived = try chancePurity(
      labels: digits.memory.labels, queryLabels: digits.queries.labels,
      excluding: [Int](repeating: -1, count: digits.queries.count))
    let random = Spread(try untrained.map(purity))
    let chart = BarChart(
      "Purity of the five nearest", axis: Axis("part that is the same digit", including: 0...1),
      bars: [
        .init("chance", chance.mean, spread: chance.deviation, isQuiet: true),
        .init("an untrained encoder", random.mean, spread: random.deviation),
        .init("pixels", try purity(pixels)), .init("the encoder", try purity(found)),
      ], decimals: 2)
    show.keep(chart, as: "purity.svg")
    show.page.chart(chart)
    show.page.text(
      """
      Chance is \(derived, decimals: 4) by your `chancePurity`, and \(chance.text(decimals: 4)) in 200 \
      shuffles.
      """)
  }

  /// How far the neighbours' agreement tells when to doubt the network.
  private static func tellOfTrust(_ digits: DigitMemory, _ show: Demonstration) throws {
    show.page.section("When to doubt")
    let found = try digits.nearest(k)
    let agreeing = found.indices.map { query in
      found[query].count { digits.memory.labels[$0] == digits.answers[query] }
    }
    let isRight = zip(digits.answers, digits.queries.labels).map { $0 == $1 }
    let groups: [(name: String, counts: ClosedRange<Int>)] = [
      ("all five", 5...5), ("three or four", 3...4), ("none to two", 0...2),
    ]
    let rows = groups.map { group in
      let members = agreeing.indices.filter { group.counts.contains(agreeing[$0]) }
      return (group.name, members.count, members.count { isRight[$0] })
    }
    show.page.table(
      PageTable(
        ["neighbours that have the network’s answer", "digits", "network right", "part"],
        rows: rows.map { name, count, right in
          let part = Double(right) / Double(count)
          let error = (part * (1 - part) / Double(count)).squareRoot()
          return [
            .text(name), .text("\(count)"), .text("\(right)"),
            .text("\(part.text(decimals: 3)) ± \(error.text(decimals: 3))"),
          ]
        }))
    let doubted = agreeing.indices.filter { agreeing[$0] < 5 }
    let unsure = digits.sureness.indices.sorted { digits.sureness[$0] < digits.sureness[$1] }
      .prefix(doubted.count)
    show.page.text(
      """
      Of the network’s \(isRight.count { !$0 }) errors, \(doubted.count { !isRight[$0] }) are among \
      the \(doubted.count) digits whose five neighbours do not all agree with it. Of as many digits \
      with the lowest softmax, \(unsure.count { !isRight[$0] }) are errors. The vote and the network \
      differ on \(try differing(digits, found)) digits.
      """)
  }

  private static func differing(_ digits: DigitMemory, _ found: [[Int]]) throws -> Int {
    let voted = try shares(of: digits.memory.labels, found, classes: 10).argmax(along: 1)
    return zip(voted, digits.answers).count { $0 != $1 }
  }
}
