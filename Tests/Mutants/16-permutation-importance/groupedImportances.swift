/// The single columns are added up. Verdict: "the importances of the single columns added up"
public func groupedImportances(
  of loss: Score, on table: Tensor, groups: [[Int]], orders: [[[Int]]]
) throws -> Tensor {
  let repeats = try repeatCount(of: orders, for: groups.count)
  let before = try loss(table).sum().scalar
  let gained = try zip(groups, orders).flatMap { group, orders in
    try orders.map { order in
      try group.reduce(Float(0)) { sum, column in
        try sum + loss(permuted(table, columns: [column], by: order)).sum().scalar - before
      }
    }
  }
  return Tensor(gained, shape: [groups.count, repeats])
}

/// The single columns are averaged. Verdict: "the mean of the importances of the single columns"
public func groupedImportances(
  of loss: Score, on table: Tensor, groups: [[Int]], orders: [[[Int]]]
) throws -> Tensor {
  let repeats = try repeatCount(of: orders, for: groups.count)
  let before = try loss(table).sum().scalar
  let gained = try zip(groups, orders).flatMap { group, orders in
    try orders.map { order in
      try group.reduce(Float(0)) { sum, column in
        try sum + loss(permuted(table, columns: [column], by: order)).sum().scalar - before
      } / Float(max(1, group.count))
    }
  }
  return Tensor(gained, shape: [groups.count, repeats])
}

/// The first column of the group alone is reordered. Verdict: "the first column of each group alone"
public func groupedImportances(
  of loss: Score, on table: Tensor, groups: [[Int]], orders: [[[Int]]]
) throws -> Tensor {
  let repeats = try repeatCount(of: orders, for: groups.count)
  let before = try loss(table).sum().scalar
  let gained = try zip(groups, orders).flatMap { group, orders in
    try orders.map { order in
      try loss(permuted(table, columns: Array(group.prefix(1)), by: order)).sum().scalar - before
    }
  }
  return Tensor(gained, shape: [groups.count, repeats])
}

/// The last column of the group alone is reordered. Verdict: "the last column of each group alone"
public func groupedImportances(
  of loss: Score, on table: Tensor, groups: [[Int]], orders: [[[Int]]]
) throws -> Tensor {
  let repeats = try repeatCount(of: orders, for: groups.count)
  let before = try loss(table).sum().scalar
  let gained = try zip(groups, orders).flatMap { group, orders in
    try orders.map { order in
      try loss(permuted(table, columns: Array(group.suffix(1)), by: order)).sum().scalar - before
    }
  }
  return Tensor(gained, shape: [groups.count, repeats])
}

/// All columns that are not in the group are reordered. Verdict: "the columns that are not in the group"
public func groupedImportances(
  of loss: Score, on table: Tensor, groups: [[Int]], orders: [[[Int]]]
) throws -> Tensor {
  let repeats = try repeatCount(of: orders, for: groups.count)
  let before = try loss(table).sum().scalar
  let gained = try zip(groups, orders).flatMap { group, orders in
    try orders.map { order in
      try loss(
        permuted(table, columns: (0..<table.shape[1]).filter { !group.contains($0) }, by: order)
      ).sum().scalar - before
    }
  }
  return Tensor(gained, shape: [groups.count, repeats])
}

/// Every column is reordered. Verdict: "every column reordered"
public func groupedImportances(
  of loss: Score, on table: Tensor, groups: [[Int]], orders: [[[Int]]]
) throws -> Tensor {
  let repeats = try repeatCount(of: orders, for: groups.count)
  let before = try loss(table).sum().scalar
  let gained = try zip(groups, orders).flatMap { _, orders in
    try orders.map { order in
      try loss(permuted(table, columns: Array(0..<table.shape[1]), by: order)).sum().scalar - before
    }
  }
  return Tensor(gained, shape: [groups.count, repeats])
}

/// Each column of the group has an order of its own. Verdict: "each column of a group in an order of its own"
public func groupedImportances(
  of loss: Score, on table: Tensor, groups: [[Int]], orders: [[[Int]]]
) throws -> Tensor {
  let repeats = try repeatCount(of: orders, for: groups.count)
  let before = try loss(table).sum().scalar
  let gained = try zip(groups, orders).flatMap { group, orders in
    try orders.map { order -> Float in
      var mixed = table
      var moved = order
      for column in group {
        mixed = try permuted(mixed, columns: [column], by: moved)
        moved = moved.map { order[$0] }
      }
      return try loss(mixed).sum().scalar - before
    }
  }
  return Tensor(gained, shape: [groups.count, repeats])
}

/// The sign is the other way round. Verdict: "the loss before minus the loss after"
public func groupedImportances(
  of loss: Score, on table: Tensor, groups: [[Int]], orders: [[[Int]]]
) throws -> Tensor {
  let repeats = try repeatCount(of: orders, for: groups.count)
  let before = try loss(table).sum().scalar
  let gained = try zip(groups, orders).flatMap { group, orders in
    try orders.map { order in
      try before - loss(permuted(table, columns: group, by: order)).sum().scalar
    }
  }
  return Tensor(gained, shape: [groups.count, repeats])
}

/// The loss before is not taken away. Verdict: "without taking away the loss before"
public func groupedImportances(
  of loss: Score, on table: Tensor, groups: [[Int]], orders: [[[Int]]]
) throws -> Tensor {
  let repeats = try repeatCount(of: orders, for: groups.count)
  _ = try loss(table)
  let gained = try zip(groups, orders).flatMap { group, orders in
    try orders.map { order in
      try loss(permuted(table, columns: group, by: order)).sum().scalar
    }
  }
  return Tensor(gained, shape: [groups.count, repeats])
}

/// What is below 0 is made 0. Verdict: "importances below 0 made 0"
public func groupedImportances(
  of loss: Score, on table: Tensor, groups: [[Int]], orders: [[[Int]]]
) throws -> Tensor {
  let repeats = try repeatCount(of: orders, for: groups.count)
  let before = try loss(table).sum().scalar
  let gained = try zip(groups, orders).flatMap { group, orders in
    try orders.map { order in
      try max(0, loss(permuted(table, columns: group, by: order)).sum().scalar - before)
    }
  }
  return Tensor(gained, shape: [groups.count, repeats])
}

/// All groups take the orders of the first. Verdict: "the orders of the first column for all"
public func groupedImportances(
  of loss: Score, on table: Tensor, groups: [[Int]], orders: [[[Int]]]
) throws -> Tensor {
  let repeats = try repeatCount(of: orders, for: groups.count)
  let before = try loss(table).sum().scalar
  let gained = try groups.flatMap { group in
    try orders[0].map { order in
      try loss(permuted(table, columns: group, by: order)).sum().scalar - before
    }
  }
  return Tensor(gained, shape: [groups.count, repeats])
}

/// Each repeat takes the first order. Verdict: "the first order again and again"
public func groupedImportances(
  of loss: Score, on table: Tensor, groups: [[Int]], orders: [[[Int]]]
) throws -> Tensor {
  let repeats = try repeatCount(of: orders, for: groups.count)
  let before = try loss(table).sum().scalar
  let gained = try zip(groups, orders).flatMap { group, orders in
    try orders.map { _ in
      try loss(permuted(table, columns: group, by: orders[0])).sum().scalar - before
    }
  }
  return Tensor(gained, shape: [groups.count, repeats])
}

/// Groups across and repeats down. Verdict: "repeats down and groups across"
public func groupedImportances(
  of loss: Score, on table: Tensor, groups: [[Int]], orders: [[[Int]]]
) throws -> Tensor {
  let repeats = try repeatCount(of: orders, for: groups.count)
  let before = try loss(table).sum().scalar
  let gained = try zip(groups, orders).flatMap { group, orders in
    try orders.map { order in
      try loss(permuted(table, columns: group, by: order)).sum().scalar - before
    }
  }
  return Tensor(gained, shape: [groups.count, repeats]).transposed()
}

/// A group without repeats is passed over. Verdict: "the second group has fewer repeats"
public func groupedImportances(
  of loss: Score, on table: Tensor, groups: [[Int]], orders: [[[Int]]]
) throws -> Tensor {
  guard orders.count == groups.count, let repeats = orders.map(\.count).min(), repeats > 0 else {
    throw TableError.unequalRepeats
  }
  let before = try loss(table).sum().scalar
  let gained = try zip(groups, orders).flatMap { group, orders in
    try orders.prefix(repeats).map { order in
      try loss(permuted(table, columns: group, by: order)).sum().scalar - before
    }
  }
  return Tensor(gained, shape: [groups.count, repeats])
}

/// Each column of a group takes the order of another repeat. Verdict: "each column of a group in an order of its own"
public func groupedImportances(
  of loss: Score, on table: Tensor, groups: [[Int]], orders: [[[Int]]]
) throws -> Tensor {
  let repeats = try repeatCount(of: orders, for: groups.count)
  let before = try loss(table).sum().scalar
  let gained = try zip(groups, orders).flatMap { group, orders in
    try orders.indices.map { turn -> Float in
      var mixed = table
      for (place, column) in group.enumerated() {
        mixed = try permuted(mixed, columns: [column], by: orders[(turn + place) % orders.count])
      }
      return try loss(mixed).sum().scalar - before
    }
  }
  return Tensor(gained, shape: [groups.count, repeats])
}

/// It is divided by the number of columns. Verdict: "divided by the number of columns of the group"
public func groupedImportances(
  of loss: Score, on table: Tensor, groups: [[Int]], orders: [[[Int]]]
) throws -> Tensor {
  let repeats = try repeatCount(of: orders, for: groups.count)
  let before = try loss(table).sum().scalar
  let gained = try zip(groups, orders).flatMap { group, orders in
    try orders.map { order in
      try (loss(permuted(table, columns: group, by: order)).sum().scalar - before)
        / Float(max(1, group.count))
    }
  }
  return Tensor(gained, shape: [groups.count, repeats])
}

/// Right: a loop that collects, and a table stacked of rows.
public func groupedImportances(
  of loss: Score, on table: Tensor, groups: [[Int]], orders: [[[Int]]]
) throws -> Tensor {
  guard !orders.isEmpty, orders.count == groups.count else {
    throw TableError.wrongCount(found: orders.count, expected: groups.count)
  }
  for list in orders where list.isEmpty || list.count != orders[0].count {
    throw TableError.unequalRepeats
  }
  let before = try loss(table)
  var rows: [Tensor] = []
  for index in groups.indices {
    var row: [Tensor] = []
    for order in orders[index] {
      row.append(try loss(permuted(table, columns: groups[index], by: order)) - before)
    }
    rows.append(Tensor.concatenated(row, along: 0))
  }
  return Tensor.stacked(rows, along: 0)
}
