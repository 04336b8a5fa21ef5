import Checking
import Expecting
import Explanations
import PermutationImportance
import Tensors
import Testing

/// Columns that are reordered together.
@Suite(.exercise) struct `groupedImportances(of:on:groups:orders:)` {
  /// Three rows, and a model 2a - b + c that is a little wrong about them.
  private let rows = Rows(rows: [[0, 1, 4], [1, 3, 2], [3, 2, -1]])
  private let targets: [Float] = [2, 2, 5]

  private func loss(_ rows: Rows) -> Float {
    var sum: Float = 0
    for (row, target) in zip(rows.rows, targets) {
      let error: Float = 2 * row[0] - row[1] + row[2] - target
      sum += error * error
    }
    return sum / 3
  }

  private var score: Score {
    let right = Tensor(targets)
    return { table in (table.matmul([2, -1, 1]) - right).squared().mean().reshaped(to: [1]) }
  }

  @Test func `all columns of a group take one order`() throws {
    let groups = [[0, 1], [2, 0]]
    let orders = [[[1, 2, 0], [1, 0, 2]], [[2, 1, 0], [2, 0, 1]]]
    let before = loss(rows)
    func after(_ columns: [Int], _ order: [Int]) -> Float { loss(rows.reordered(columns, order)) }
    func each(_ number: ([Int], [Int]) -> Float) -> Tensor {
      var numbers: [Float] = []
      for (group, lists) in zip(groups, orders) {
        for order in lists { numbers.append(number(group, order)) }
      }
      return Tensor(numbers, shape: [2, 2])
    }
    let truth = each { after($0, $1) - before }
    let sums = each { group, order in
      let first: Float = after([group[0]], order) - before
      return first + after([group[1]], order) - before
    }
    let rest = each { group, order in
      after((0..<3).filter { !group.contains($0) }, order) - before
    }
    let stepByStep = each { group, order in
      // The second column takes from a table whose order has moved on.
      let twice: [Int] = order.map { order[$0] }
      return loss(rows.reordered([group[0]], order).reordered([group[1]], twice)) - before
    }
    let sent = each { after($0, inverse($1)) - before }
    // The second column of a group takes the other repeat's order.
    let ordersApart = each { group, order in
      let lists = orders[groups.firstIndex(of: group) ?? 0]
      let other = lists[0] == order ? lists[1] : lists[0]
      return loss(rows.reordered([group[0]], order).reordered([group[1]], other)) - before
    }
    let firstOrders = Tensor(
      [
        after(groups[0], orders[0][0]) - before, after(groups[0], orders[0][1]) - before,
        after(groups[1], orders[0][0]) - before, after(groups[1], orders[0][1]) - before,
      ], shape: [2, 2])
    let firstRepeat = Tensor(
      [
        after(groups[0], orders[0][0]) - before, after(groups[0], orders[0][0]) - before,
        after(groups[1], orders[1][0]) - before, after(groups[1], orders[1][0]) - before,
      ], shape: [2, 2])
    let piledUp = Tensor(
      [
        after(groups[0], orders[0][0]) - before, after(groups[0], orders[0][1]) - before,
        loss(rows.reordered([0, 1], orders[0][0]).reordered([2, 0], orders[1][0])) - before,
        loss(rows.reordered([0, 1], orders[0][1]).reordered([2, 0], orders[1][1])) - before,
      ], shape: [2, 2])
    let mistakes: KeyValuePairs<String, Tensor> = [
      "the importances of the single columns added up; together they may cost more, or less": sums,
      "the mean of the importances of the single columns": sums / 2,
      "the first column of each group alone": each { after([$0[0]], $1) - before },
      "the last column of each group alone": each { after([$0[1]], $1) - before },
      "the columns that are not in the group": rest,
      "each column of a group in an order of its own; one order is for the whole group": stepByStep,
      "each column of a group in an order of its own; one order is for the whole group":
        ordersApart,
      "divided by the number of columns of the group; it is the loss gained": truth / 2,
      Named.allColumns: each { _, order in after([0, 1, 2], order) - before },
      Named.sign: -truth, Named.after: each { after($0, $1) },
      Named.ratio: each { after($0, $1) / before },
      Named.sent: sent, Named.firstOrders: firstOrders, Named.firstRepeat: firstRepeat,
      Named.piledUp: piledUp, Named.nothing: .zeros([2, 2]),
      "repeats down and groups across: it is [groups, repeats]": truth.transposed(),
    ]
    try expect(
      groupedImportances(of: score, on: rows.tensor, groups: groups, orders: orders), is: truth,
      mistakes: mistakes,
      given: [
        "table": rows.tensor, "model": "2a - b + c", "targets": targets, "groups": groups,
        "orders": orders,
      ])
  }

  @Test func `columns that only count by their difference cost nothing together`() throws {
    try forEachSeed { generator in
      let column = Tensor.normal(shape: [5], using: &generator)
      let table = Tensor.stacked([column, column + 3, column.squared()], along: 1)
      let loss: Score = { (($0[.all, 1] - $0[.all, 0]) - 3).squared().mean().reshaped(to: [1]) }
      let orders = drawnOrders(rows: 5, columns: 2, repeats: 2, seed: generator.next())
      let found = try groupedImportances(
        of: loss, on: table, groups: [[0, 1], [1, 2]], orders: orders)
      try expect(found.shape, is: [2, 2])
      try expect(
        found[0], is: [0, 0], given: ["table": table, "model": "b - a", "group": [0, 1]])
    }
  }

  @Test func `groups of any size, that share columns, and an empty one`() throws {
    let orders = [[[1, 2, 0]], [[2, 0, 1]], [[1, 0, 2]], [[2, 1, 0]]]
    let groups = [[1], [], [0, 1, 2], [1, 2]]
    let before = loss(rows)
    let truth: [Float] = zip(groups, orders).map {
      loss(rows.reordered($0, $1[0])) - before
    }
    try expect(
      groupedImportances(of: score, on: rows.tensor, groups: groups, orders: orders),
      is: Tensor(truth, shape: [4, 1]), given: ["groups": groups, "orders": orders])
  }

  @Test func `importances below 0 stay there, and what is no number is not hidden`() throws {
    let right: Tensor = [2, 1, 3]
    let loss: Score = { ($0[.all, 0] - right).abs().mean().reshaped(to: [1]) }
    let third: Float = 1 / 3
    try expect(
      groupedImportances(
        of: loss, on: [[1], [2], [3]], groups: [[0]], orders: [[[1, 0, 2], [2, 1, 0]]]),
      is: Tensor([-2 * third, 2 * third], shape: [1, 2]),
      mistakes: [
        Named.clamped: Tensor([0, 2 * third], shape: [1, 2]),
        Named.sign: Tensor([2 * third, -2 * third], shape: [1, 2]),
        Named.firstRepeat: Tensor([-2 * third, -2 * third], shape: [1, 2]),
        Named.repeatsPiledUp: Tensor([-2 * third, 0], shape: [1, 2]),
        Named.magnitude: Tensor([2 * third, 2 * third], shape: [1, 2]),
      ])
    let broken: Score = { Tensor([$0[0, 0].scalar == 1 ? 2 : Float.nan]) }
    let found = try groupedImportances(
      of: broken, on: [[1], [2]], groups: [[0]], orders: [[[1, 0]]])
    try expect(found[0, 0].scalar.isNaN, "a loss that is NaN makes an importance that is NaN")
  }

  @Test func `what does not fit is refused, and an error of the loss comes out`() throws {
    let table: Tensor = [[1, 2], [3, 4]]
    let loss: Score = { $0.sum().reshaped(to: [1]) }
    let bad: [(String, [[Int]], [[[Int]]])] = [
      ("orders for one group of two", [[0], [1]], [[[0, 1]]]),
      ("the second group has fewer repeats", [[0], [1]], [[[0, 1], [1, 0]], [[1, 0]]]),
      ("there are no repeats", [[0]], [[]]), ("there is no column 2", [[0, 2]], [[[1, 0]]]),
      ("a row is there twice", [[0]], [[[1, 1]]]),
    ]
    for (why, groups, orders) in bad {
      try expectTableError(why) {
        _ = try groupedImportances(of: loss, on: table, groups: groups, orders: orders)
      }
    }
    try expectLossError {
      _ = try groupedImportances(
        of: { throw Refusal(rows: $0.shape[0]) }, on: table, groups: [[0]], orders: [[[1, 0]]])
    }
  }
}
