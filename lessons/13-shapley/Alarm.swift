import Explanations
import Layers
import Shapley
import Subjects
import Tensors

/// A network that has learned an alarm: it rings if the first or the second of eight sensors reports.
struct Alarm {
  let network: AlarmNetwork

  /// How many of the 256 states it has learned from.
  static let seenCount = AlarmNetwork.seenCount

  /// The 64 states in which both report.
  static var explained: Tensor { AlarmNetwork.states.selecting((0..<256).filter { $0 & 3 == 3 }) }

  static let methods = [
    "Shapley values, exact", "Shapley values, 16 orders in pairs", "masked differences",
    "occlusion of one column",
  ]

  private static let sensors = AlarmNetwork.sensors

  /// Learns from states and with weights that the seed draws.
  init(seed: UInt64) throws { network = try AlarmNetwork(seed: seed) }

  /// Each sensor's part of the credit, as the mean over the states, for each of the methods.
  func shares() throws -> [[Double]] {
    let score = network.network.score(of: 0)
    let silence = Tensor.zeros([1, Alarm.sensors])
    var generator = SplitMix64(seed: 5)
    let orders = try antithetic(
      (0..<8).map { _ in permutation(of: Alarm.sensors, using: &generator) })
    let masks = Patient.allMasks(of: Alarm.sensors)
    let explained = Alarm.explained
    var sums = Alarm.methods.map { _ in [Double](repeating: 0, count: Alarm.sensors) }
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
        try sampledShapley(of: game, orders: orders), maskedDifferences(of: values), occlusion,
      ]
      for (index, credit) in credits.enumerated() {
        sums[index] = zip(sums[index], AlarmNetwork.parts(of: credit)).map { $0 + $1 }
      }
    }
    return sums.map { $0.map { $0 / Double(explained.shape[0]) } }
  }

  /// What accounts that are drawn at random give the two, again and again.
  static func chance(repetitions: Int) -> [Double] {
    var generator = SplitMix64(seed: 6)
    let states = explained.shape[0]
    return (0..<repetitions).map { _ in
      let credits = Tensor.normal(shape: [states, sensors], using: &generator)
      let shares = (0..<states).map { state in
        AlarmNetwork.parts(of: credits[state].scalars.map(Double.init)).prefix(2).reduce(0, +)
      }
      return shares.reduce(0, +) / Double(states)
    }
  }
}
