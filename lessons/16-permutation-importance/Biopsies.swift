import Datasets
import Explanations
import Layers
import Models
import PermutationImportance
import Tensors
import Texts

/// The biopsies of lesson 13 with the network that has learned from them, and how wrong that is.
struct Biopsies {
  let rows: TableRows
  let network: Network

  /// How often each column is reordered.
  static let repeats = 30

  init() throws {
    rows = try TableNet.rows()
    network = try TableNet.network()
  }

  /// The names of the columns as people write them.
  var names: [String] {
    rows.columns.map { $0.replacing("_worst", with: "").replacing("_", with: " ") }
  }

  /// Which columns have these names.
  func columns(_ wanted: [String]) -> [Int] { wanted.compactMap { names.firstIndex(of: $0) } }

  /// Each column's importances, of the rows held back.
  func spreads(of loss: Score) throws -> [(mean: Double, deviation: Double)] {
    try Self.spreads(of: loss, on: rows.test)
  }

  /// Each column's importances, of any rows.
  static func spreads(
    of loss: Score, on examples: Examples, seed: UInt64 = 1
  ) throws -> [(mean: Double, deviation: Double)] {
    let orders = drawnOrders(
      rows: examples.count, columns: examples.inputs.shape[1], repeats: repeats, seed: seed)
    return try PermutationImportance.spreads(
      importances(of: loss, on: examples.inputs, orders: orders)
    ).map { ($0.mean, $0.deviation) }
  }

  /// The importances of groups of columns, of the rows held back.
  func spreads(
    of loss: Score, groups: [[Int]]
  ) throws -> [(mean: Double, deviation: Double)] {
    let orders = drawnOrders(
      rows: rows.test.count, columns: groups.count, repeats: Self.repeats, seed: 2)
    return try PermutationImportance.spreads(
      groupedImportances(of: loss, on: rows.test.inputs, groups: groups, orders: orders)
    ).map { ($0.mean, $0.deviation) }
  }

  /// The mean cross-entropy.
  static func crossEntropy(of network: Network, on examples: Examples) -> Score {
    { network($0).crossEntropy(with: examples.labels).reshaped(to: [1]) }
  }

  /// The share of wrong answers in percent: an accuracy that is lost is an error that is gained.
  static func errors(of network: Network, on examples: Examples) -> Score {
    { inputs in
      let share = network.accuracy(on: Examples(inputs: inputs, labels: examples.labels))
      return Tensor([100 * (1 - share)])
    }
  }

  /// The mean cross-entropy of this network on the rows held back.
  var loss: Score { Self.crossEntropy(of: network, on: rows.test) }
}

/// A mean with its deviation behind it.
func plusMinus(_ spread: (mean: Double, deviation: Double), decimals: Int) -> String {
  "\(spread.mean.text(decimals: decimals)) ± \(spread.deviation.text(decimals: decimals))"
}
