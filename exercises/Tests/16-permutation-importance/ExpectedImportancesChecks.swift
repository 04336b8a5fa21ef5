import Checking
import Expecting
import PermutationImportance
import Tensors
import Testing

/// A linear model's importances over all orders, counted out one by one.
@Suite(.exercise) struct `expectedImportances(ofLinear:on:)` {
  /// The mean importance of a column over every order there is; the model is right before.
  private func counted(_ rows: Rows, _ weights: [Float], column: Int, moving: Bool = false) -> Float
  {
    var orders = Rows.orders(of: rows.rows.count)
    if moving { orders = orders.filter { $0 != Array(0..<rows.rows.count) } }
    var sum: Float = 0
    for order in orders {
      for (row, source) in order.enumerated() {
        // What the answer changes by; without the reordering it is right.
        let change: Float = weights[column] * (rows.rows[source][column] - rows.rows[row][column])
        sum += change * change
      }
    }
    return sum / Float(orders.count * rows.rows.count)
  }

  @Test func `four rows in all 24 orders`() throws {
    let rows = Rows(rows: [[0, 5, 1, 2], [2, 1, 1, 9], [3, 2, 1, 4], [7, 8, 1, -1]])
    let weights: [Float] = [2, -1, 3, 0.5]
    let truth: [Float] = (0..<4).map { counted(rows, weights, column: $0) }
    let moving: [Float] = (0..<4).map { counted(rows, weights, column: $0, moving: true) }
    // From here on what people write instead, of the sums of each column alone.
    let sums: [Float] = [12, 16, 4, 14]
    let squares: [Float] = [62, 94, 4, 102]
    let variances: [Float] = (0..<4).map { column in
      let mean: Float = sums[column] / 4
      return squares[column] / 4 - mean * mean
    }
    func each(_ number: (Float, Float) -> Float) -> Tensor {
      Tensor((0..<4).map { number(weights[$0], variances[$0]) })
    }
    let aboutZero: [Float] = (0..<4).map { 2 * weights[$0] * weights[$0] * squares[$0] / 4 }
    let mistakes: KeyValuePairs<String, Tensor> = [
      "half of it: the row and the row that it takes from both vary":
        each { $0 * $0 * $1 },
      "the variance that divides by one less than there are rows; over all orders it is by all of them":
        each { 2 * $0 * $0 * $1 * 4 / 3 },
      "the mean over the orders that move something; the one that changes nothing counts too":
        Tensor(moving),
      "the weight itself; its square is needed": each { 2 * $0 * $1 },
      "the magnitude of the weight; its square is needed": each { 2 * abs($0) * $1 },
      "without the weights": each { 2 * $1 },
      "without the variance": each { weight, _ in 2 * weight * weight },
      "the deviation of the column; its square is needed":
        each { 2 * $0 * $0 * $1.squareRoot() },
      "the mean of the squares about 0; distances are from the mean": Tensor(aboutZero),
      "the root of it: a mean squared error is not brought back to the units of the answer":
        each { abs($0) * (2 * $1).squareRoot() },
      "twice too much": each { 4 * $0 * $0 * $1 },
    ]
    try expect(
      expectedImportances(ofLinear: Tensor(weights), on: rows.tensor), is: Tensor(truth),
      mistakes: mistakes, given: ["table": rows.tensor, "weights": weights])
  }

  @Test func `three rows and two columns of any numbers`() throws {
    try forEachSeed { generator in
      let values = (0..<3).map { _ in Tensor.normal(shape: [2], using: &generator).scalars }
      let weights = Tensor.normal(shape: [2], using: &generator).scalars
      let rows = Rows(rows: values)
      let truth: [Float] = (0..<2).map { counted(rows, weights, column: $0) }
      try expect(
        expectedImportances(ofLinear: Tensor(weights), on: rows.tensor), is: Tensor(truth),
        within: 1e-4, given: ["table": rows.tensor, "weights": weights])
    }
  }

  @Test func `an offset of a column changes nothing, and nor does the order of the rows`() throws {
    let table: Tensor = [[1, 2], [3, 2], [8, 5]]
    let weights: Tensor = [1, -2]
    let plain = try expectedImportances(ofLinear: weights, on: table)
    try expect(
      expectedImportances(ofLinear: weights, on: table + [100, -50]), is: plain, within: 1e-4,
      given: ["table": table + [100, -50], "the same without the offset": plain])
    try expect(
      expectedImportances(ofLinear: weights, on: table.selecting([2, 0, 1])), is: plain,
      given: ["table": table.selecting([2, 0, 1])])
  }

  @Test func `one row has no other to take from, and wrong sizes are refused`() throws {
    try expect(
      expectedImportances(ofLinear: [3, 4, 5], on: [[1, -2, 8]]), is: [0, 0, 0],
      given: ["table": "one row"])
    try expectTableError("two weights for three columns") {
      _ = try expectedImportances(ofLinear: [1, 2], on: [[1, 2, 3], [4, 5, 6]])
    }
    try expectTableError("one weight for three columns") {
      _ = try expectedImportances(ofLinear: [1], on: [[1, 2, 3], [4, 5, 6]])
    }
    try expectTableError("a list is no table") {
      _ = try expectedImportances(ofLinear: [1], on: [1, 2])
    }
  }
}
