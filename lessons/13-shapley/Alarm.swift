import Explanations
import Layers
import Shapley
import Tensors

/// A network that has learned an alarm: it rings if the first or the second of eight sensors reports.
struct Alarm {
  let network: Network
  /// How many of the 256 states it has learned from.
  let seenCount = 96
  /// The states in which both report.
  let explained: Tensor

  private static let sensors = 8

  init() throws {
    let all = Patient.allMasks(of: Alarm.sensors)
    let rings = Tensor.maximum(all[.all, 0], all[.all, 1])
    var generator = SplitMix64(seed: 3)
    let seen = Array(permutation(of: 256, using: &generator).prefix(seenCount))
    var network = Network(
      input: [Alarm.sensors],
      layers: [
        "fc1": .linear(inFeatures: Alarm.sensors, outFeatures: 16), "relu1": .relu,
        "fc2": .linear(inFeatures: 16, outFeatures: 1),
      ], using: &generator)
    try train(
      &network, examples: seenCount, with: Adam(learningRate: 0.01),
      by: TrainingPlan(epochs: 60, batchSize: 32, seed: 4), report: { _ in }
    ) { network, batch, _ in
      let rows = batch.map { seen[$0] }
      return network(all.selecting(rows))[.all, 0].meanSquaredError(to: rings.selecting(rows))
    }
    self.network = network
    explained = all.selecting((0..<256).filter { $0 & 3 == 3 })
  }

  /// The share of the two that decide, as the mean over the states, for each method.
  func shares() throws -> [(method: String, share: Double, within: ClosedRange<Double>)] {
    let score = network.score(of: 0)
    let silence = Tensor.zeros([1, Alarm.sensors])
    var generator = SplitMix64(seed: 5)
    let orders = try antithetic(
      (0..<8).map { _ in permutation(of: Alarm.sensors, using: &generator) })
    let masks = Patient.allMasks(of: Alarm.sensors)
    var sums = [0.0, 0, 0, 0]
    for row in 0..<explained.shape[0] {
      let x = explained[row..<(row + 1)]
      let game: Game = { masks in
        try coalitionValues(of: score, at: x, background: silence, masks: masks)
      }
      let values = try game(masks).scalars.map(Double.init)
      let everybody = values.count - 1
      let occlusion = (0..<Alarm.sensors).map { values[everybody] - values[everybody ^ 1 << $0] }
      let credits = [
        try exactShapley(of: game, players: Alarm.sensors),
        try sampledShapley(of: game, orders: orders), maskedDifferences(of: values),
        occlusion,
      ]
      for (index, credit) in credits.enumerated() { sums[index] += Alarm.share(credit) }
    }
    let shares = sums.map { $0 / Double(explained.shape[0]) }
    return [
      ("Shapley values, exact", shares[0], 0.93...1),
      ("Shapley values, 16 orders in pairs", shares[1], 0.93...1),
      ("masked differences", shares[2], 0.26...0.37),
      ("occlusion of one column", shares[3], 0.45...0.75),
    ]
  }

  /// The first two's part of all magnitudes.
  private static func share(_ credits: [Double]) -> Double {
    let magnitudes = credits.map(abs)
    return (magnitudes[0] + magnitudes[1]) / magnitudes.reduce(0, +)
  }
}
