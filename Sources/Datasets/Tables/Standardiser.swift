import Tensors

/// Brings columns to mean 0 and variance 1 by what the training rows say.
///
///     let standardiser = Standardiser(fittedTo: training)
///     let (a, b) = (standardiser(training), standardiser(test))
///
///     z = (x − mean) / deviation
///
/// Fitted to all rows, it would tell the training something about the test.
public struct Standardiser: Sendable, Equatable {
  /// The mean of each column.
  public let means: [Float]

  /// The standard deviation of each column, over n; 1 for a column that does not vary.
  public let deviations: [Float]

  /// Measures the columns of a table.
  ///
  /// - Parameter table: The rows to learn from, `[N, columns]`, at least one.
  public init(fittedTo table: Tensor) {
    precondition(
      table.rank == 2 && table.shape[0] > 0,
      "standardiser: a table is [rows, columns] with at least a row, not \(table.shape)")
    let (rows, columns) = (table.shape[0], table.shape[1])
    let scalars = table.scalars
    var means: [Float] = []
    var deviations: [Float] = []
    for column in 0..<columns {
      let values = (0..<rows).map { Double(scalars[$0 * columns + column]) }
      let mean = values.reduce(0, +) / Double(rows)
      let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(rows)
      // Compared with the first value: the variance of equal ones may be rounding, not 0.
      let varies = values.contains { $0 != values[0] } && Float(variance.squareRoot()) > 0
      means.append(varies ? Float(mean) : Float(values[0]))
      deviations.append(varies ? Float(variance.squareRoot()) : 1)
    }
    self.means = means
    self.deviations = deviations
  }

  /// Returns rows in units of the training's deviations, `[N, columns]`.
  public func callAsFunction(_ table: Tensor) -> Tensor {
    (table - Tensor(means)) / Tensor(deviations)
  }

  /// Returns rows in their own units again, `[N, columns]`.
  public func restored(_ table: Tensor) -> Tensor {
    table * Tensor(deviations) + Tensor(means)
  }
}
