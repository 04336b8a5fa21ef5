/// The sign is the other way round. Verdict: "the loss before minus the loss after"
public func importances(
  of loss: Score, on table: Tensor, orders: [[[Int]]]
) throws -> Tensor {
  guard table.rank == 2 else { throw TableError.notATable(shape: table.shape) }
  let repeats = try repeatCount(of: orders, for: table.shape[1])
  let before = try loss(table).sum().scalar
  var gained: [Float] = []
  for (column, ordersOfColumn) in orders.enumerated() {
    for order in ordersOfColumn {
      let after = try loss(permuted(table, columns: [column], by: order)).sum().scalar
      gained.append(before - after)
    }
  }
  return Tensor(gained, shape: [orders.count, repeats])
}

/// The loss before is not taken away. Verdict: "without taking away the loss before"
public func importances(
  of loss: Score, on table: Tensor, orders: [[[Int]]]
) throws -> Tensor {
  guard table.rank == 2 else { throw TableError.notATable(shape: table.shape) }
  let repeats = try repeatCount(of: orders, for: table.shape[1])
  _ = try loss(table)
  var gained: [Float] = []
  for (column, ordersOfColumn) in orders.enumerated() {
    for order in ordersOfColumn {
      let after = try loss(permuted(table, columns: [column], by: order)).sum().scalar
      gained.append(after)
    }
  }
  return Tensor(gained, shape: [orders.count, repeats])
}

/// What is below 0 is made 0. Verdict: "importances below 0 made 0"
public func importances(
  of loss: Score, on table: Tensor, orders: [[[Int]]]
) throws -> Tensor {
  guard table.rank == 2 else { throw TableError.notATable(shape: table.shape) }
  let repeats = try repeatCount(of: orders, for: table.shape[1])
  let before = try loss(table).sum().scalar
  var gained: [Float] = []
  for (column, ordersOfColumn) in orders.enumerated() {
    for order in ordersOfColumn {
      let after = try loss(permuted(table, columns: [column], by: order)).sum().scalar
      gained.append(max(0, after - before))
    }
  }
  return Tensor(gained, shape: [orders.count, repeats])
}

/// Magnitudes are taken. Verdict: "magnitudes; an importance below 0"
public func importances(
  of loss: Score, on table: Tensor, orders: [[[Int]]]
) throws -> Tensor {
  guard table.rank == 2 else { throw TableError.notATable(shape: table.shape) }
  let repeats = try repeatCount(of: orders, for: table.shape[1])
  let before = try loss(table).sum().scalar
  var gained: [Float] = []
  for (column, ordersOfColumn) in orders.enumerated() {
    for order in ordersOfColumn {
      let after = try loss(permuted(table, columns: [column], by: order)).sum().scalar
      gained.append(abs(after - before))
    }
  }
  return Tensor(gained, shape: [orders.count, repeats])
}

/// It is a ratio. Verdict: "divided by the loss before"
public func importances(
  of loss: Score, on table: Tensor, orders: [[[Int]]]
) throws -> Tensor {
  guard table.rank == 2 else { throw TableError.notATable(shape: table.shape) }
  let repeats = try repeatCount(of: orders, for: table.shape[1])
  let before = try loss(table).sum().scalar
  var gained: [Float] = []
  for (column, ordersOfColumn) in orders.enumerated() {
    for order in ordersOfColumn {
      let after = try loss(permuted(table, columns: [column], by: order)).sum().scalar
      gained.append(after / before)
    }
  }
  return Tensor(gained, shape: [orders.count, repeats])
}

/// Every column is reordered at once. Verdict: "every column reordered"
public func importances(
  of loss: Score, on table: Tensor, orders: [[[Int]]]
) throws -> Tensor {
  guard table.rank == 2 else { throw TableError.notATable(shape: table.shape) }
  let repeats = try repeatCount(of: orders, for: table.shape[1])
  let before = try loss(table).sum().scalar
  var gained: [Float] = []
  for (_, ordersOfColumn) in orders.enumerated() {
    for order in ordersOfColumn {
      let after = try loss(permuted(table, columns: Array(orders.indices), by: order)).sum().scalar
      gained.append(after - before)
    }
  }
  return Tensor(gained, shape: [orders.count, repeats])
}

/// All columns take the orders of the first. Verdict: "the orders of the first column for all"
public func importances(
  of loss: Score, on table: Tensor, orders: [[[Int]]]
) throws -> Tensor {
  guard table.rank == 2 else { throw TableError.notATable(shape: table.shape) }
  let repeats = try repeatCount(of: orders, for: table.shape[1])
  let before = try loss(table).sum().scalar
  var gained: [Float] = []
  for (column, _) in orders.enumerated() {
    for order in orders[0] {
      let after = try loss(permuted(table, columns: [column], by: order)).sum().scalar
      gained.append(after - before)
    }
  }
  return Tensor(gained, shape: [orders.count, repeats])
}

/// Each repeat takes the first order. Verdict: "the first order again and again"
public func importances(
  of loss: Score, on table: Tensor, orders: [[[Int]]]
) throws -> Tensor {
  guard table.rank == 2 else { throw TableError.notATable(shape: table.shape) }
  let repeats = try repeatCount(of: orders, for: table.shape[1])
  let before = try loss(table).sum().scalar
  var gained: [Float] = []
  for (column, ordersOfColumn) in orders.enumerated() {
    for order in ordersOfColumn.map({ _ in ordersOfColumn[0] }) {
      let after = try loss(permuted(table, columns: [column], by: order)).sum().scalar
      gained.append(after - before)
    }
  }
  return Tensor(gained, shape: [orders.count, repeats])
}

/// Columns stay reordered. Verdict: "columns that stay reordered"
public func importances(
  of loss: Score, on table: Tensor, orders: [[[Int]]]
) throws -> Tensor {
  guard table.rank == 2 else { throw TableError.notATable(shape: table.shape) }
  let repeats = try repeatCount(of: orders, for: table.shape[1])
  let before = try loss(table).sum().scalar
  var gained: [[Float]] = orders.map { _ in [] }
  for turn in 0..<repeats {
    var mixed = table
    for column in orders.indices {
      mixed = try permuted(mixed, columns: [column], by: orders[column][turn])
      gained[column].append(try loss(mixed).sum().scalar - before)
    }
  }
  return Tensor(Array(gained.joined()), shape: [orders.count, repeats])
}

/// All other columns are reordered. Verdict: "all columns but one reordered"
public func importances(
  of loss: Score, on table: Tensor, orders: [[[Int]]]
) throws -> Tensor {
  guard table.rank == 2 else { throw TableError.notATable(shape: table.shape) }
  let repeats = try repeatCount(of: orders, for: table.shape[1])
  let before = try loss(table).sum().scalar
  var gained: [Float] = []
  for (column, ordersOfColumn) in orders.enumerated() {
    for order in ordersOfColumn {
      let after = try loss(
        permuted(table, columns: orders.indices.filter { $0 != column }, by: order)
      ).sum().scalar
      gained.append(after - before)
    }
  }
  return Tensor(gained, shape: [orders.count, repeats])
}

/// The mean over the repeats stands in each of them. Verdict: "the mean over the repeats"
public func importances(
  of loss: Score, on table: Tensor, orders: [[[Int]]]
) throws -> Tensor {
  guard table.rank == 2 else { throw TableError.notATable(shape: table.shape) }
  let repeats = try repeatCount(of: orders, for: table.shape[1])
  let before = try loss(table).sum().scalar
  var gained: [Float] = []
  for (column, ordersOfColumn) in orders.enumerated() {
    for order in ordersOfColumn {
      let after = try loss(permuted(table, columns: [column], by: order)).sum().scalar
      gained.append(after - before)
    }
  }
  let table = Tensor(gained, shape: [orders.count, repeats])
  return table.mean(along: 1, keepingAxes: true).broadcast(to: [orders.count, repeats])
}

/// The orders are turned into their inverses. Verdict: "rows sent to order[row]"
public func importances(
  of loss: Score, on table: Tensor, orders: [[[Int]]]
) throws -> Tensor {
  guard table.rank == 2 else { throw TableError.notATable(shape: table.shape) }
  let repeats = try repeatCount(of: orders, for: table.shape[1])
  let before = try loss(table).sum().scalar
  var gained: [Float] = []
  for (column, ordersOfColumn) in orders.enumerated() {
    for order in ordersOfColumn {
      let after = try loss(
        permuted(table, columns: [column], by: order.indices.sorted { order[$0] < order[$1] })
      ).sum().scalar
      gained.append(after - before)
    }
  }
  return Tensor(gained, shape: [orders.count, repeats])
}

/// Repeats that are missing are passed over. Verdict: "orders for three columns of two"
public func importances(
  of loss: Score, on table: Tensor, orders: [[[Int]]]
) throws -> Tensor {
  guard table.rank == 2 else { throw TableError.notATable(shape: table.shape) }
  let orders = orders.prefix(table.shape[1]).filter { !$0.isEmpty }
  guard orders.count == table.shape[1], orders.allSatisfy({ $0.count == orders[0].count }) else {
    throw TableError.unequalRepeats
  }
  let repeats = orders[0].count
  let before = try loss(table).sum().scalar
  var gained: [Float] = []
  for (column, ordersOfColumn) in orders.enumerated() {
    for order in ordersOfColumn {
      let after = try loss(permuted(table, columns: [column], by: order)).sum().scalar
      gained.append(after - before)
    }
  }
  return Tensor(gained, shape: [orders.count, repeats])
}

/// What is no number counts as nothing. Verdict: "a loss that is NaN makes an importance that is NaN"
public func importances(
  of loss: Score, on table: Tensor, orders: [[[Int]]]
) throws -> Tensor {
  guard table.rank == 2 else { throw TableError.notATable(shape: table.shape) }
  let repeats = try repeatCount(of: orders, for: table.shape[1])
  let before = try loss(table).sum().scalar
  var gained: [Float] = []
  for (column, ordersOfColumn) in orders.enumerated() {
    for order in ordersOfColumn {
      let after = try loss(permuted(table, columns: [column], by: order)).sum().scalar
      gained.append((after - before).isNaN ? 0 : after - before)
    }
  }
  return Tensor(gained, shape: [orders.count, repeats])
}

/// Each repeat begins with what the one before left. Verdict: "repeats that begin with what the one before left"
public func importances(
  of loss: Score, on table: Tensor, orders: [[[Int]]]
) throws -> Tensor {
  guard table.rank == 2 else { throw TableError.notATable(shape: table.shape) }
  let repeats = try repeatCount(of: orders, for: table.shape[1])
  let before = try loss(table).sum().scalar
  var gained: [Float] = []
  for (column, ordersOfColumn) in orders.enumerated() {
    var mixed = table
    for order in ordersOfColumn {
      mixed = try permuted(mixed, columns: [column], by: order)
      let after = try loss(mixed).sum().scalar
      gained.append(after - before)
    }
  }
  return Tensor(gained, shape: [orders.count, repeats])
}

/// One table serves all columns and repeats. Verdict: "columns that stay reordered"
public func importances(
  of loss: Score, on table: Tensor, orders: [[[Int]]]
) throws -> Tensor {
  guard table.rank == 2 else { throw TableError.notATable(shape: table.shape) }
  let repeats = try repeatCount(of: orders, for: table.shape[1])
  let before = try loss(table).sum().scalar
  var gained: [Float] = []
  var mixed = table
  for (column, ordersOfColumn) in orders.enumerated() {
    for order in ordersOfColumn {
      mixed = try permuted(mixed, columns: [column], by: order)
      let after = try loss(mixed).sum().scalar
      gained.append(after - before)
    }
  }
  return Tensor(gained, shape: [orders.count, repeats])
}

/// The column is filled with zeros. Verdict: "the column filled with zeros"
public func importances(
  of loss: Score, on table: Tensor, orders: [[[Int]]]
) throws -> Tensor {
  guard table.rank == 2 else { throw TableError.notATable(shape: table.shape) }
  let repeats = try repeatCount(of: orders, for: table.shape[1])
  let before = try loss(table).sum().scalar
  var gained: [Float] = []
  for (column, ordersOfColumn) in orders.enumerated() {
    for _ in ordersOfColumn {
      let after = try loss(table * Tensor(orders.indices.map { $0 == column ? 0 : 1 })).sum().scalar
      gained.append(after - before)
    }
  }
  return Tensor(gained, shape: [orders.count, repeats])
}

/// Right: all losses first, differences at the end.
public func importances(
  of loss: Score, on table: Tensor, orders: [[[Int]]]
) throws -> Tensor {
  guard table.rank == 2 else { throw TableError.notATable(shape: table.shape) }
  let repeats = try repeatCount(of: orders, for: table.shape[1])
  let losses = try orders.indices.map { column in
    Tensor.concatenated(
      try orders[column].map { try loss(permuted(table, columns: [column], by: $0)) }, along: 0)
  }
  return try Tensor.stacked(losses, along: 0).reshaped(to: [orders.count, repeats]) - loss(table)
}

/// Right: a group for each column.
public func importances(
  of loss: Score, on table: Tensor, orders: [[[Int]]]
) throws -> Tensor {
  guard table.rank == 2 else { throw TableError.notATable(shape: table.shape) }
  return try groupedImportances(
    of: loss, on: table, groups: (0..<table.shape[1]).map { [$0] }, orders: orders)
}
