import Checking
import Expecting
import Explanations
import PermutationImportance
import Tensors
import Testing

/// What a model that is fitted anew loses without a column.
@Suite(.exercise) struct `leaveOneOut(refit:table:)` {
  private let table: Tensor = [[3, 1, 4], [1, 5, 9], [2, 6, 5]]

  /// A loss that says which columns it got, and in which order; more for fewer columns, as a rule.
  private let refit: Score = { table in
    guard table.shape[1] > 0 else { return [0] }
    let places = Tensor((0..<table.shape[1]).map { Float($0 + 1) })
    let first = table[0].matmul(places).scalar
    return Tensor([60 / Float(table.shape[1]) + first + Float(table.shape[0])])
  }

  @Test func `the loss after fitting without the column, minus the loss after fitting to all`()
    throws
  {
    // All: 20 + (3 + 2 + 12) + 3 = 40. Without the first: 30 + (1 + 8) + 3 = 42, and so on.
    let truth: [Float] = [2, 4, -2]
    let mistakes: KeyValuePairs<String, [Float]> = [
      "the loss with all minus the loss without; what the world needs has to come out above 0":
        [-2, -4, 2],
      "the loss without the column, with nothing taken away from it": [42, 44, 38],
      "the loss without the column divided by the loss with all; it is the difference":
        [1.05, 1.1, 0.95],
      "fitted to the column alone; it is the one that is dropped": [26, 24, 27],
      "the column filled with zeros; it has to go, and the model is fitted to fewer columns":
        [-3, -2, -12],
      "the column filled with its mean; it has to go, and the model is fitted to fewer columns":
        [-1, 6, 6],
      "a row dropped, and not a column": [20, -1, -1],
      "0 for every column, as of a model that is not fitted anew": [0, 0, 0],
      "losses below 0 made 0; a fit may be better without a column": [2, 4, 0],
      "magnitudes; a fit may be better without a column": [2, 4, 2],
      "each column dropped for good, before the next is tried": [2, 27, -40],
    ]
    try expect(
      leaveOneOut(refit: refit, table: table), is: truth, mistakes: mistakes,
      given: ["table": table, "loss after fitting": "60 / columns + first row by place + rows"])
  }

  @Test func `a fit may be better without a column, and worse without another`() throws {
    let wide: Tensor = [[2, -3, 0, 7], [1, 1, 1, 1], [1, 1, 1, 1], [1, 1, 1, 1]]
    let sizes: Score = { $0.shape[1] > 0 ? $0[0].sum().reshaped(to: [1]) : [0] }
    try expect(
      leaveOneOut(refit: sizes, table: wide), is: [-2, 3, 0, -7],
      mistakes: [
        "the loss with all minus the loss without; what the world needs has to come out above 0":
          [2, -3, 0, 7],
        "magnitudes; a fit may be better without a column": [2, 3, 0, 7],
        "losses below 0 made 0; a fit may be better without a column": [0, 3, 0, 0],
        "each column dropped for good, before the next is tried": [-2, 1, 1, -6],
        "the loss without the column, with nothing taken away from it": [4, 9, 6, -1],
      ],
      given: ["table": wide, "loss after fitting": "the sum of the first row"])
  }

  @Test func `a column that another repeats costs nothing, and one of its own does`() throws {
    try forEachSeed { generator in
      let own = Tensor.normal(shape: [12, 2], using: &generator)
      // x, twice x, and z; the right answers are their sums.
      let table = Tensor.stacked([own[.all, 0], 2 * own[.all, 0], own[.all, 1]], along: 1)
      let costs = try leaveOneOut(refit: lossAfterRefitting(for: table), table: table)
      try expect(costs.count, is: 3)
      try expect(costs[0], is: 0, given: ["costs": costs, "columns": "x, 2x, z"])
      try expect(costs[1], is: 0, given: ["costs": costs, "columns": "x, 2x, z"])
      // What x cannot say about z: the squares that are left of it.
      let (x, z) = (own[.all, 0], own[.all, 1])
      let share: Float = (x * z).sum().scalar / x.squared().sum().scalar
      let left: Float = (z - Tensor(share) * x).squared().mean().scalar
      try expect(
        costs[2], is: left, within: 1e-3, given: ["costs": costs, "columns": "x, 2x, z"])
    }
  }

  @Test func `the columns that stay keep their order, and all rows are there`() throws {
    let wide = Tensor.counting(0..<10).reshaped(to: [2, 5])
    var seen: [Tensor] = []
    _ = try leaveOneOut(
      refit: {
        seen.append($0)
        return [0]
      }, table: wide)
    for column in 0..<5 {
      let others = wide.selecting((0..<5).filter { $0 != column }, along: 1)
      try expect(
        seen.contains(others),
        "the model is fitted without column \(column), to the others in order",
        given: ["table": wide, "fitted to": seen])
    }
    try expect(
      seen.contains(wide), "the model is fitted to all columns", given: ["fitted to": seen])
  }

  @Test func `what is no number is not hidden`() throws {
    let costs = try leaveOneOut(
      refit: { Tensor([$0.shape[1] > 0 && $0[0, 0].scalar == 1 ? 2 : Float.nan]) },
      table: [[1, 5], [2, 6]])
    try expect(costs.count, is: 2)
    try expect(
      costs[0].isNaN && costs[1] == 0, "a fit whose loss is NaN costs NaN", given: ["costs": costs])
  }

  @Test func `what does not fit is refused, and an error of the fit comes out`() throws {
    try expectTableError("one column, and nothing would be left") {
      _ = try leaveOneOut(refit: refit, table: [[1], [2]])
    }
    try expectTableError("a list is no table") { _ = try leaveOneOut(refit: refit, table: [1, 2]) }
    try expectLossError {
      _ = try leaveOneOut(refit: { throw Refusal(rows: $0.shape[0]) }, table: table)
    }
  }
}
