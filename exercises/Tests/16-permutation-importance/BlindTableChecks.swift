import Checking
import Expecting
import PermutationImportance
import Tensors
import Testing

/// A table whose columns stand in for one another, though the model needs them.
@Suite(.exercise) struct `tableWhereLeaveOneOutIsBlind()` {
  /// The table, if it is one.
  private func table() throws -> Tensor {
    let table = try tableWhereLeaveOneOutIsBlind()
    try expect(
      table.rank == 2 && table.shape[1] >= 2 && table.shape[0] > table.shape[1]
        && table.shape[0] <= 1000,
      "it is [rows, columns], with two columns or more, and more rows than columns",
      given: ["shape": table.shape])
    try expect(
      table.scalars.allSatisfy { $0.isFinite && abs($0) < 1e4 },
      "all numbers are finite, and below 10,000", given: ["table": table])
    return table
  }

  /// What numbers of this size make of a squared error.
  private func size(_ table: Tensor) -> Float { table.squared().sum(along: 1).mean().scalar }

  @Test func `it is a table`() throws { _ = try table() }

  @Test func `without any one column, a model that is fitted anew loses nothing`() throws {
    let table = try table()
    let refit = lossAfterRefitting(for: table)
    let columns = Array(0..<table.shape[1])
    for column in columns {
      let others = table.selecting(columns.filter { $0 != column }, along: 1)
      let cost = try refit(others).sum().scalar
      try expect(
        cost <= 1e-4 * size(table),
        "the others can do without column \(column); the fit has weights and no constant",
        given: ["table": table, "loss without it": cost])
    }
  }

  @Test func `and yet the model needs a column`() throws {
    let table = try table()
    let loss = lossOfTheSum(for: table)
    let rows = table.shape[0]
    // Each row takes from the next, from the one behind that, and so on.
    let means = try (0..<table.shape[1]).map { column -> Float in
      var sum: Float = 0
      for shift in 1..<rows {
        let order = (0..<rows).map { ($0 + shift) % rows }
        let taken = table[.all, column].selecting(order).insertingAxis(at: 1)
        let others = table.selecting((0..<table.shape[1]).filter { $0 != column }, along: 1)
        // The model adds up the columns, so their order does not matter to it.
        sum += try loss(.concatenated([taken, others], along: 1)).sum().scalar
      }
      return sum / Float(rows - 1)
    }
    try expect(
      means.contains { $0 > 0.05 * size(table) },
      "the loss grows when some column is reordered; before that it is 0",
      given: ["table": table, "mean loss with each column reordered": means])
  }
}
