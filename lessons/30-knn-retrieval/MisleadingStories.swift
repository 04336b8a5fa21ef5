import Datasets
import Figures
import KNNRetrieval
import Layers
import Showing
import Tensors
import Texts

extension Demo {
  /// The same function twice: a channel made large, and read with a weight as much smaller.
  static func tellOfStretchedChannels(_ digits: DigitMemory, _ show: Demonstration) throws {
    show.page.section("The same answers, other neighbours")
    show.page.text(
      """
      In a copy of the network, 8 of the 64 channels of conv4 are multiplied by a power of two, and the \
      classifier divides their weights by it. Whichever picture is shown, the logits are the same. Which \
      8, is drawn five times.
      """)
    let prediction = show.page.predict(
      "The factor is 128. Which part of the five nearest is the same as before?",
      options: ["all", "about two thirds", "about a quarter"])
    let before = try digits.nearest(k)
    let factors: [Float] = [1, 2, 4, 8, 16, 32, 64, 128]
    var answersDiffer = 0
    let measured = try show.progress("Stretching channels", factors) { factor in
      try (UInt64(1)...5).map { seed -> (kept: Double, purity: Double) in
        let network = try stretched(digits.network, by: factor, seed: seed)
        let probe = digits.queries.images[..<50]
        if network(probe) != digits.network(probe) { answersDiffer += 1 }
        // The door gives the same as multiplying the rows, which takes no time.
        let scale = scales(by: factor, seed: seed)
        let found = try neighbours(of: digits.asked * scale, in: digits.rows * scale)
        var same = 0
        for (one, other) in zip(found, before) { same += Set(one).intersection(other).count }
        return (
          Double(same) / Double(k * before.count),
          try purity(
            of: found, labels: digits.memory.labels, queryLabels: digits.queries.labels)
        )
      }
    }
    let kept = measured.map { runs in Spread(runs.map(\.kept)) }
    let pure = measured.map { runs in Spread(runs.map(\.purity)) }
    func line(_ name: String, _ spreads: [Showing.Spread]) -> LineChart.Line {
      .init(
        name, x: factors.indices.map(Double.init), y: spreads.map(\.mean),
        band: spreads.map { $0.mean - $0.deviation...$0.mean + $0.deviation })
    }
    let chart = LineChart(
      "One function, other neighbours",
      x: Axis("how often 8 of the 64 channels are doubled"),
      y: Axis("part of the five nearest", including: 0...1),
      lines: [line("same digit", pure), line("same neighbour", kept)])
    show.keep(chart, as: "stretched.svg")
    show.page.chart(chart)
    show.page.outcome(
      of: prediction,
      """
      \(kept.last?.mean ?? 0, decimals: 2) ± \(kept.last?.deviation ?? 0, decimals: 2); \
      \(pure.last?.mean ?? 0, decimals: 2) ± \(pure.last?.deviation ?? 0, decimals: 2) are the same \
      digit, which was \(pure[0].mean, decimals: 2). Of the \(5 * factors.count) networks, \
      \(answersDiffer) have a logit that differs, in any bit, on 50 digits.
      """, answer: "about a quarter")
  }

  /// Which channels are stretched, and by how much.
  private static func scales(by factor: Float, seed: UInt64) -> Tensor {
    var generator = SplitMix64(seed: seed)
    let order = permutation(of: 64, using: &generator)
    return Tensor(order.map { $0 < 8 ? factor : 1 })
  }

  /// A network that answers the same, in whose last layer some channels are larger.
  private static func stretched(
    _ network: Network, by factor: Float, seed: UInt64
  ) throws -> Network {
    let scale = scales(by: factor, seed: seed)
    var network = network
    if case .conv2d(let conv) = network["conv4"] {
      network["conv4"] = .conv2d(
        Conv2d(
          weight: conv.weight * scale.reshaped(to: [64, 1, 1, 1]),
          bias: conv.bias.map { $0 * scale },
          stride: conv.stride, padding: conv.padding, groups: conv.groups))
    }
    if case .linear(let linear) = network["classifier"] {
      network["classifier"] = .linear(Linear(weight: linear.weight / scale, bias: linear.bias))
    }
    return network
  }

  /// Pictures that are no digits have five nearest digits all the same.
  static func tellOfStrangers(_ digits: DigitMemory, _ show: Demonstration) throws {
    show.page.section("Everything has neighbours")
    var generator = SplitMix64(seed: 11)
    let shapes = Shapes.draw(200, using: &generator).images
      .mean(along: 1, keepingAxes: true)[.all, .all, 2..<30, 2..<30]
    let strangers: [(name: String, images: Tensor)] = [
      ("digits", digits.queries.images[..<200]),
      ("digits, white and black exchanged", 1 - digits.queries.images[..<200]),
      ("shapes", shapes),
      ("noise", .uniform(in: 0..<1, shape: [200, 1, 28, 28], using: &generator)),
    ]
    let rows: [[PageTable.Cell]] = try strangers.map { name, images in
      let asked = try embeddings(of: digits.network, images: images, place: "gap")
      let cosines = try similarities(of: asked, to: digits.rows, by: .cosine)
      let found = try nearest(k, in: cosines, excluding: [Int](repeating: -1, count: 200))
      let votes = try shares(of: digits.memory.labels, found, classes: 10)
      let unanimous = votes.max(along: 1).scalars.count { $0 > 0.99 }
      let nearness = Spread((0..<200).map { Double(cosines[$0, found[$0][0]].scalar) })
      let logits = digits.network(images)
      return [
        .text(name), .text((Double(unanimous) / 200).text(decimals: 2)),
        .text(Double(logits.softmax().max(along: 1).mean().scalar).text(decimals: 2)),
        .text(nearness.text(decimals: 3)),
      ]
    }
    show.page.table(
      PageTable(
        ["200 pictures", "all five agree", "softmax of the answer", "cosine of the nearest"],
        rows: rows), caption: "The last two columns are means; ± is one standard deviation.")
  }
}
