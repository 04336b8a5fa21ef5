import Explanations
import PermutationImportance
import Tensors

/// A table of which it is known which columns tell something, and a line that was fitted to few rows.
///
///     y = 2x + z + noise, of the columns x, its copy, z, and nine that are noise
///
/// Eighteen rows for twelve columns: the fit learns some of the noise by heart, as large networks do.
struct TellingTable {
  static let names = ["x", "copy of x", "z"] + (1...9).map { "noise \($0)" }

  /// How many of the columns tell something; they stand in front.
  static let telling = 3

  static let methods = [
    "permutation, rows held back", "permutation, training rows", "leave one out",
  ]

  /// A part of the table: what is known, and what is to be said.
  struct Part {
    let inputs: Tensor
    let targets: Tensor

    init(_ rows: Int, using generator: inout SplitMix64) {
      let own = Tensor.normal(shape: [rows, 2], using: &generator)
      let noise = Tensor.normal(shape: [rows, 9], using: &generator)
      inputs = Tensor.concatenated([own.selecting([0, 0, 1], along: 1), noise], along: 1)
      targets =
        inputs.matmul(Tensor([2, 0, 1] + [Float](repeating: 0, count: 9)))
        + Tensor.normal(shape: [rows], using: &generator)
    }
  }

  private let training: Part
  private let heldBack: Part

  init(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    training = Part(18, using: &generator)
    heldBack = Part(500, using: &generator)
  }

  /// Fits the columns of some rows; a little penalty shares evenly what copies could divide at will.
  private static func fitted(_ inputs: Tensor, to targets: Tensor) throws -> Tensor {
    let rows = (0..<inputs.shape[0]).map { inputs[$0].scalars.map(Double.init) }
    return Tensor(
      try leastSquares(rows, targets: targets.scalars.map(Double.init), ridge: 0.5).map {
        Float($0)
      })
  }

  private static func loss(of weights: Tensor, on part: Part) -> Score {
    { ($0.matmul(weights) - part.targets).squared().mean().reshaped(to: [1]) }
  }

  /// What each method makes of each column, in mean squared error.
  func importances() throws -> [[Double]] {
    let weights = try Self.fitted(training.inputs, to: training.targets)
    let permuted = try [heldBack, training].map { part in
      let orders = drawnOrders(
        rows: part.inputs.shape[0], columns: Self.names.count, repeats: 10, seed: 1)
      return try spreads(
        PermutationImportance.importances(
          of: Self.loss(of: weights, on: part), on: part.inputs, orders: orders)
      ).map(\.mean)
    }
    // Both parts lie in one table, so that a column is dropped from both.
    let all = Tensor.concatenated([training.inputs, heldBack.inputs], along: 0)
    let learned = training.inputs.shape[0]
    let costs = try leaveOneOut(
      refit: { table in
        let weights = try Self.fitted(table[..<learned], to: training.targets)
        return try Self.loss(of: weights, on: heldBack)(table[learned...])
      }, table: all)
    return permuted + [costs.map(Double.init)]
  }

  /// How much of the importance lies where the weights put it: a third on each of the telling columns.
  ///
  ///     Σ over the three of min(its part of the importance, 1/3)
  ///
  /// What is below 0 is no importance, and counts as 0.
  static func share(of importances: [Double]) -> Double {
    let amounts = importances.map { max(0, $0) }
    let sum = amounts.reduce(0, +)
    guard sum > 0 else { return 0 }
    return amounts.prefix(telling).reduce(0) { $0 + min($1 / sum, 1 / Double(telling)) }
  }

  /// What importances that are drawn at random give them, again and again.
  static func chance(repetitions: Int) -> [Double] {
    var generator = SplitMix64(seed: 8)
    return (0..<repetitions).map { _ in
      share(
        of: Tensor.normal(shape: [names.count], using: &generator).scalars.map(Double.init))
    }
  }
}
