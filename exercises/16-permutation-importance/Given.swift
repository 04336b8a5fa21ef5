import Explanations
import Tensors

/// What repeats of a measurement say together.
public struct Spread: Codable, Equatable, Sendable {
  /// Their mean.
  public var mean: Double

  /// How far one of them usually is from the mean: the standard deviation.
  public var deviation: Double

  /// Puts the two together.
  public init(mean: Double, deviation: Double) {
    (self.mean, self.deviation) = (mean, deviation)
  }
}

/// What to throw where a table, its columns and the orders of its rows do not fit together.
public enum TableError: Error, Codable, Equatable, CustomStringConvertible {
  /// A table is `[rows, columns]`, and this has another shape.
  case notATable(shape: [Int])
  /// There is no such column.
  case noSuchColumn(Int, columns: Int)
  /// An order names every row once; this one does not.
  case notAnOrder(rows: Int)
  /// As many lists of orders are needed as columns, or groups.
  case wrongCount(found: Int, expected: Int)
  /// Every column, or group, needs as many repeats as the first, and at least one.
  case unequalRepeats
  /// One repeat says nothing about the spread.
  case tooFewRepeats(Int)
  /// A table of one column has none that could stay.
  case nothingLeft

  /// One sentence: what does not fit.
  public var description: String {
    switch self {
    case .notATable(let shape): "a table is [rows, columns], and this has the shape \(shape)"
    case .noSuchColumn(let column, let columns):
      "there is no column \(column): they are counted from 0, and there are \(columns)"
    case .notAnOrder(let rows):
      "an order names each of the \(rows) rows once, and this one does not"
    case .wrongCount(let found, let expected):
      "there are orders for \(found), and should be for \(expected): as many as columns, or as groups"
    case .unequalRepeats: "each column needs as many orders as the first, and at least one"
    case .tooFewRepeats(let count): "a spread needs two repeats, and there are \(count)"
    case .nothingLeft: "a table of one column has nothing left when the column is dropped"
    }
  }
}

/// Counts the repeats that there are orders for.
///
/// - Parameters:
///   - orders: Orders of the rows, `[column][repeat]` or `[group][repeat]`.
///   - count: How many columns or groups there are.
/// - Returns: How many orders each of them has.
/// - Throws: `TableError` where there are not as many lists of orders, or they are not equally long.
public func repeatCount(of orders: [[[Int]]], for count: Int) throws -> Int {
  guard orders.count == count else {
    throw TableError.wrongCount(found: orders.count, expected: count)
  }
  let repeats = orders.first?.count ?? 0
  guard repeats > 0, orders.allSatisfy({ $0.count == repeats }) else {
    throw TableError.unequalRepeats
  }
  return repeats
}

/// Draws an order of the rows for each column and each repeat; no two columns share one.
///
/// - Parameters:
///   - rows: How many rows the table has.
///   - columns: How many columns, or groups of columns.
///   - repeats: How many orders each of them gets.
///   - seed: Equal seeds draw equal orders.
/// - Returns: The orders, `[column][repeat]`, each a list of all rows.
public func drawnOrders(rows: Int, columns: Int, repeats: Int, seed: UInt64) -> [[[Int]]] {
  var generator = SplitMix64(seed: seed)
  return (0..<columns).map { _ in
    (0..<repeats).map { _ in permutation(of: rows, using: &generator) }
  }
}

/// The loss of a model that adds up the columns of a table, where the right answers are the sums of
/// the rows of another.
///
///     loss = mean over the rows of (sum of the row − its right answer)²
///
/// - Parameter truth: The table that the right answers come from, `[rows, columns]`.
/// - Returns: The loss, a number for a table of as many rows; it is 0 for `truth` itself.
public func lossOfTheSum(for truth: Tensor) -> Score {
  let targets = truth.sum(along: 1)
  return { table in (table.sum(along: 1) - targets).squared().mean().reshaped(to: [1]) }
}

/// The loss of the best linear model for the same right answers, fitted anew to whatever columns it
/// is given.
///
///     smallest mean over the rows of (x · w − right answer)² over all w, without a constant
///
/// - Parameter truth: The table that the right answers come from, `[rows, columns]`.
/// - Returns: The loss after fitting, a number for a table of as many rows.
public func lossAfterRefitting(for truth: Tensor) -> Score {
  let targets = truth.sum(along: 1).scalars.map(Double.init)
  return { table in
    let rows = (0..<table.shape[0]).map { table[$0].scalars.map(Double.init) }
    // A trace of a penalty, since columns that repeat each other leave the weights open.
    let size = rows.joined().reduce(0) { $0 + $1 * $1 }
    let weights = try leastSquares(rows, targets: targets, ridge: 1e-9 * size + 1e-30)
    let squares = zip(rows, targets).map { row, target in
      let error = zip(row, weights).reduce(target) { $0 - $1.0 * $1.1 }
      return error * error
    }
    return Tensor([Float(squares.reduce(0, +) / Double(squares.count))])
  }
}
