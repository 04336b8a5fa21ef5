import Checking
import Expecting
import Explanations
import PermutationImportance
import Tensors
import Testing

/// What the loss gains when one column is reordered.
@Suite(.exercise) struct `importances(of:on:orders:)` {
  /// Three rows, and a model 2a + b - c that is a little wrong about them.
  private let rows = Rows(rows: [[0, 1, 4], [1, 3, 2], [3, 2, -1]])
  private let targets: [Float] = [-2, 4, 9]
  private let orders = [
    [[1, 2, 0], [0, 2, 1]], [[2, 0, 1], [1, 0, 2]], [[2, 1, 0], [1, 2, 0]],
  ]

  /// The mean squared error, in loops.
  private func loss(_ rows: Rows) -> Float {
    var sum: Float = 0
    for (row, target) in zip(rows.rows, targets) {
      let error: Float = 2 * row[0] + row[1] - row[2] - target
      sum += error * error
    }
    return sum / 3
  }

  private var score: Score {
    let right = Tensor(targets)
    return { table in
      (table.matmul([2, 1, -1]) - right).squared().mean().reshaped(to: [1])
    }
  }

  /// A number for each column and each repeat.
  private func each(_ number: (Int, Int) -> Float) -> Tensor {
    var numbers: [Float] = []
    for column in 0..<3 {
      for turn in 0..<2 { numbers.append(number(column, turn)) }
    }
    return Tensor(numbers, shape: [3, 2])
  }

  @Test func `the loss with the column reordered, minus the loss as it was`() throws {
    let before = loss(rows)
    func after(_ columns: [Int], _ order: [Int]) -> Float { loss(rows.reordered(columns, order)) }
    let truth = each { after([$0], orders[$0][$1]) - before }
    let sign: Tensor = -truth
    let plain = each { after([$0], orders[$0][$1]) }
    let ratio = each { after([$0], orders[$0][$1]) / before }
    let sent = each { after([$0], inverse(orders[$0][$1])) - before }
    let all = each { after([0, 1, 2], orders[$0][$1]) - before }
    let others = each { column, turn in
      after([0, 1, 2].filter { $0 != column }, orders[column][turn]) - before
    }
    let firstOrders = each { after([$0], orders[0][$1]) - before }
    let firstRepeat = each { column, _ in after([column], orders[column][0]) - before }
    let means = each { column, _ in
      let sum: Float = after([column], orders[column][0]) + after([column], orders[column][1])
      return sum / 2 - before
    }
    let piledUp = each { column, turn in
      var table = rows
      for earlier in 0...column { table = table.reordered([earlier], orders[earlier][turn]) }
      return loss(table) - before
    }
    let repeatsPiledUp = each { column, turn in
      var table = rows
      for earlier in 0...turn { table = table.reordered([column], orders[column][earlier]) }
      return loss(table) - before
    }
    // One table for all columns and all repeats.
    var mixed = rows
    let allPiledUp = each { column, turn in
      mixed = mixed.reordered([column], orders[column][turn])
      return loss(mixed) - before
    }
    func filled(_ column: Int, _ fill: Float) -> Float {
      var table = rows.rows
      for row in table.indices { table[row][column] = fill }
      return loss(Rows(rows: table)) - before
    }
    let zeros = each { column, _ in filled(column, 0) }
    let columnMeans = each { column, _ in
      filled(column, (rows.rows[0][column] + rows.rows[1][column] + rows.rows[2][column]) / 3)
    }
    let mistakes: KeyValuePairs<String, Tensor> = [
      Named.repeatsPiledUp: repeatsPiledUp, Named.piledUp: allPiledUp,
      "the column filled with zeros; it keeps its numbers, in another order": zeros,
      "the column filled with its mean; it keeps its numbers, in another order": columnMeans,
      "a row for each repeat; it is a row for each column": truth.transposed(),
      Named.sign: sign, Named.after: plain, Named.ratio: ratio, Named.sent: sent,
      Named.allColumns: all, Named.firstOrders: firstOrders, Named.firstRepeat: firstRepeat,
      Named.piledUp: piledUp, Named.nothing: .zeros([3, 2]),
      "all columns but one reordered; it is that one alone": others,
      "the mean over the repeats; each has a number of its own here": means,
    ]
    try expect(
      importances(of: score, on: rows.tensor, orders: orders), is: truth, mistakes: mistakes,
      given: ["table": rows.tensor, "model": "2a + b - c", "targets": targets, "orders": orders])
  }

  @Test func `a loss may fall, and then the importance is below 0`() throws {
    // The model reads column 0 only, and is right when its first two rows change places.
    let table: Tensor = [[1, 5], [2, 5], [3, 8]]
    let right: Tensor = [2, 1, 3]
    let loss: Score = { (($0[.all, 0] - right).abs().mean()).reshaped(to: [1]) }
    let third: Float = 1 / 3
    try expect(
      importances(
        of: loss, on: table, orders: [[[1, 0, 2], [2, 1, 0]], [[1, 0, 2], [2, 1, 0]]]),
      is: Tensor([-2 * third, 2 * third, 0, 0], shape: [2, 2]),
      mistakes: [
        Named.clamped: Tensor([0, 2 * third, 0, 0], shape: [2, 2]),
        Named.sign: Tensor([2 * third, -2 * third, 0, 0], shape: [2, 2]),
        Named.firstRepeat: Tensor([-2 * third, -2 * third, 0, 0], shape: [2, 2]),
        Named.repeatsPiledUp: Tensor([-2 * third, 0, 0, 0], shape: [2, 2]),
        Named.magnitude: Tensor([2 * third, 2 * third, 0, 0], shape: [2, 2]),
      ],
      given: ["table": table, "model": "a", "targets": right])
  }

  @Test func `accuracy that is lost counts as one minus the accuracy`() throws {
    // Positive where a > b: three of four rows are right.
    let table: Tensor = [[3, 1], [0, 2], [4, 1], [1, 2]]
    let right: [Float] = [1, 0, 1, 1]
    let wrong: Score = { table in
      let found = table[.all, 0] .> table[.all, 1]
      return (found .!= Tensor(right)).mean().reshaped(to: [1])
    }
    try expect(
      importances(of: wrong, on: table, orders: [[[1, 0, 2, 3]], [[1, 0, 3, 2]]]),
      is: [[0.5], [0]],
      given: ["table": table, "model": "1 where a > b", "labels": right])
  }

  @Test func `a column that is not read gets exactly 0, and so does one that never changes`() throws
  {
    try forEachSeed { generator in
      var table = Tensor.normal(shape: [6, 4], using: &generator).scalars
      for row in 0..<6 { table[row * 4 + 2] = 7 }
      let right = Tensor.normal(shape: [6], using: &generator)
      let loss: Score = { rows in
        let output = rows[.all, 0] * rows[.all, 3] + rows[.all, 2]
        return (output - right).squared().mean().reshaped(to: [1])
      }
      let orders = drawnOrders(rows: 6, columns: 4, repeats: 3, seed: generator.next())
      let found = try importances(of: loss, on: Tensor(table, shape: [6, 4]), orders: orders)
      try expect(found.shape, is: [4, 3], given: ["table": "[6, 4]", "repeats": 3])
      try expect(
        found[1], is: [0, 0, 0], within: 0, given: ["column 1": "the model does not read"])
      try expect(found[2], is: [0, 0, 0], within: 0, given: ["column 2": "7 in every row"])
      let moved = found[0].abs().max().scalar
      try expect(moved > 0, "a column that the model reads moves the loss")
    }
  }

  @Test func `the order that changes nothing costs nothing, and rows that are equal neither`()
    throws
  {
    let table: Tensor = [[2, 1], [2, 4], [5, 6]]
    let loss: Score = { $0.prefixSums().reshaped(to: [1]) }
    let (same, equal) = ([0, 1, 2], [1, 0, 2])
    try expect(
      importances(of: loss, on: table, orders: [[same, equal], [same, same]]),
      is: [[0, 0], [0, 0]], given: ["table": table, "orders": [[same, equal], [same, same]]])
  }

  @Test func `the model sees whole tables, with one column in another order`() throws {
    let table: Tensor = [[1, 10], [2, 20], [3, 30]]
    var seen: [Tensor] = []
    let loss: Score = { rows in
      seen.append(rows)
      return Tensor([Float(seen.count)])
    }
    _ = try importances(of: loss, on: table, orders: [[[1, 2, 0]], [[2, 1, 0]]])
    let first: Tensor = [[2, 10], [3, 20], [1, 30]]
    let second: Tensor = [[1, 30], [2, 20], [3, 10]]
    for (name, wanted) in [("table", table), ("column 0", first), ("column 1", second)] {
      try expect(
        seen.contains(wanted),
        "the loss is asked about \(name == "table" ? "the table itself" : "the table with \(name) reordered")",
        given: ["wanted": wanted, "asked about": seen])
    }
  }

  @Test func `what is no number is not hidden`() throws {
    let loss: Score = { Tensor([$0[0, 0].scalar == 1 ? 2 : Float.nan]) }
    let found = try importances(of: loss, on: [[1], [2]], orders: [[[1, 0], [0, 1]]])
    try expect(found.shape, is: [1, 2])
    try expect(
      found[0, 0].scalar.isNaN, "a loss that is NaN makes an importance that is NaN",
      given: ["importances": found])
    try expect(found[0, 1].scalar, is: 0, given: ["importances": found])
  }

  @Test func `what does not fit is refused, and an error of the loss comes out`() throws {
    let table: Tensor = [[1, 2], [3, 4]]
    let loss: Score = { $0.sum().reshaped(to: [1]) }
    let bad: [(String, [[[Int]]])] = [
      ("orders for one column of two", [[[0, 1]]]),
      ("orders for three columns of two", [[[0, 1]], [[0, 1]], [[0, 1]]]),
      ("the second column has fewer repeats", [[[0, 1], [1, 0]], [[1, 0]]]),
      ("there are no repeats", [[], []]), ("a row is there twice", [[[0, 0]], [[0, 1]]]),
    ]
    for (why, orders) in bad {
      try expectTableError(why) { _ = try importances(of: loss, on: table, orders: orders) }
    }
    try expectLossError {
      _ = try importances(
        of: { throw Refusal(rows: $0.shape[0]) }, on: table, orders: [[[1, 0]], [[1, 0]]])
    }
  }
}

extension Tensor {
  /// A number that depends on the order of rows and columns.
  fileprivate func prefixSums() -> Tensor {
    let places = Tensor((0..<count).map { Float($0 + 1) }, shape: shape)
    return (self * places).sum()
  }
}
