import Layers
import Tensors

/// A network that has learned an alarm of eight sensors: it rings if the first or the second reports.
///
/// The six other sensors mean nothing, so all credit belongs to the first two: an exam that every
/// method can take that gives numbers to the columns of a table.
public struct AlarmNetwork: Sendable {
  /// What has learned: states `[N, 8]` to `[N, 1]`, near 1 where the alarm rings.
  public let network: Network

  /// Which of the 256 states it has learned from.
  public let seen: [Int]

  /// How many sensors there are.
  public static let sensors = 8

  /// How many of the 256 states it learns from.
  public static let seenCount = 96

  /// All states the sensors can be in, `[256, 8]`: bit i of a state's number is sensor i.
  public static var states: Tensor {
    let numbers = 0..<1 << sensors
    return Tensor(
      numbers.flatMap { state in (0..<sensors).map { Float(state >> $0 & 1) } },
      shape: [numbers.count, sensors])
  }

  /// Whether the alarm should ring in each state, `[256]`.
  public static var rings: Tensor { Tensor.maximum(states[.all, 0], states[.all, 1]) }

  /// Learns from states and with weights that the seed draws.
  ///
  /// - Parameter seed: Equal seeds learn equally.
  /// - Throws: A `TrainingError` where the loss is no number any more.
  public init(seed: UInt64) throws {
    let (all, rings) = (AlarmNetwork.states, AlarmNetwork.rings)
    var generator = SplitMix64(seed: seed)
    let seen = Array(
      permutation(of: all.shape[0], using: &generator).prefix(AlarmNetwork.seenCount))
    var network = Network(
      input: [AlarmNetwork.sensors],
      layers: [
        "fc1": .linear(inFeatures: AlarmNetwork.sensors, outFeatures: 16), "relu1": .relu,
        "fc2": .linear(inFeatures: 16, outFeatures: 1),
      ], using: &generator)
    try train(
      &network, examples: seen.count, with: Adam(learningRate: 0.01),
      by: TrainingPlan(epochs: 60, batchSize: 32, seed: 4), report: { _ in }
    ) { network, batch, _ in
      let rows = batch.map { seen[$0] }
      return network(all.selecting(rows))[.all, 0].meanSquaredError(to: rings.selecting(rows))
    }
    self.network = network
    self.seen = seen
  }

  /// The states that it has not learned from.
  public var unseen: [Int] { (0..<1 << AlarmNetwork.sensors).filter { !seen.contains($0) } }

  /// Returns each sensor's part of the credit: its magnitude, divided by all of them.
  public static func parts(of credits: [Double]) -> [Double] {
    let sum = credits.reduce(0) { $0 + abs($1) }
    return credits.map { abs($0) / sum }
  }
}
