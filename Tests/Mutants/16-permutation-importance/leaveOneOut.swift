/// The sign is the other way round. Verdict: "the loss with all minus the loss without"
public func leaveOneOut(refit: Score, table: Tensor) throws -> [Float] {
  guard table.rank == 2 else { throw TableError.notATable(shape: table.shape) }
  let columns = Array(0..<table.shape[1])
  guard columns.count > 1 else { throw TableError.nothingLeft }
  let full = try refit(table).sum().scalar
  return try columns.map { column in
    let others = table.selecting(columns.filter { $0 != column }, along: 1)
    return try full - refit(others).sum().scalar
  }
}

/// Nothing is taken away. Verdict: "with nothing taken away from it"
public func leaveOneOut(refit: Score, table: Tensor) throws -> [Float] {
  guard table.rank == 2 else { throw TableError.notATable(shape: table.shape) }
  let columns = Array(0..<table.shape[1])
  guard columns.count > 1 else { throw TableError.nothingLeft }
  _ = try refit(table)
  return try columns.map { column in
    let others = table.selecting(columns.filter { $0 != column }, along: 1)
    return try refit(others).sum().scalar
  }
}

/// The column alone is kept. Verdict: "fitted to the column alone"
public func leaveOneOut(refit: Score, table: Tensor) throws -> [Float] {
  guard table.rank == 2 else { throw TableError.notATable(shape: table.shape) }
  let columns = Array(0..<table.shape[1])
  guard columns.count > 1 else { throw TableError.nothingLeft }
  let full = try refit(table).sum().scalar
  return try columns.map { column in
    let others = table.selecting([column], along: 1)
    return try refit(others).sum().scalar - full
  }
}

/// The column is filled with zeros. Verdict: "the column filled with zeros"
public func leaveOneOut(refit: Score, table: Tensor) throws -> [Float] {
  guard table.rank == 2 else { throw TableError.notATable(shape: table.shape) }
  let columns = Array(0..<table.shape[1])
  guard columns.count > 1 else { throw TableError.nothingLeft }
  let full = try refit(table).sum().scalar
  return try columns.map { column in
    let others = table * Tensor(columns.map { $0 == column ? 0 : 1 })
    return try refit(others).sum().scalar - full
  }
}

/// The column is filled with its mean. Verdict: "the column filled with its mean"
public func leaveOneOut(refit: Score, table: Tensor) throws -> [Float] {
  guard table.rank == 2 else { throw TableError.notATable(shape: table.shape) }
  let columns = Array(0..<table.shape[1])
  guard columns.count > 1 else { throw TableError.nothingLeft }
  let full = try refit(table).sum().scalar
  return try columns.map { column in
    let kept = Tensor(columns.map { $0 == column ? 0 : 1 })
    let others = table * kept + table.mean(along: 0) * (1 - kept)
    return try refit(others).sum().scalar - full
  }
}

/// A row is dropped. Verdict: "a row dropped, and not a column"
public func leaveOneOut(refit: Score, table: Tensor) throws -> [Float] {
  guard table.rank == 2 else { throw TableError.notATable(shape: table.shape) }
  let columns = Array(0..<table.shape[1])
  guard columns.count > 1 else { throw TableError.nothingLeft }
  let full = try refit(table).sum().scalar
  return try columns.map { column in
    let others = table.selecting((0..<table.shape[0]).filter { $0 != column }, along: 0)
    return try refit(others).sum().scalar - full
  }
}

/// The model is not fitted anew. Verdict: "as of a model that is not fitted anew"
public func leaveOneOut(refit: Score, table: Tensor) throws -> [Float] {
  guard table.rank == 2 else { throw TableError.notATable(shape: table.shape) }
  let columns = Array(0..<table.shape[1])
  guard columns.count > 1 else { throw TableError.nothingLeft }
  let full = try refit(table).sum().scalar
  return try columns.map { column in
    let others = table.selecting(columns.filter { $0 != column }, along: 1)
    _ = others
    return try refit(table).sum().scalar - full
  }
}

/// Magnitudes are taken. Verdict: "magnitudes; a fit may be better"
public func leaveOneOut(refit: Score, table: Tensor) throws -> [Float] {
  guard table.rank == 2 else { throw TableError.notATable(shape: table.shape) }
  let columns = Array(0..<table.shape[1])
  guard columns.count > 1 else { throw TableError.nothingLeft }
  let full = try refit(table).sum().scalar
  return try columns.map { column in
    let others = table.selecting(columns.filter { $0 != column }, along: 1)
    return try abs(refit(others).sum().scalar - full)
  }
}

/// What is below 0 is made 0. Verdict: "losses below 0 made 0"
public func leaveOneOut(refit: Score, table: Tensor) throws -> [Float] {
  guard table.rank == 2 else { throw TableError.notATable(shape: table.shape) }
  let columns = Array(0..<table.shape[1])
  guard columns.count > 1 else { throw TableError.nothingLeft }
  let full = try refit(table).sum().scalar
  return try columns.map { column in
    let others = table.selecting(columns.filter { $0 != column }, along: 1)
    return try max(0, refit(others).sum().scalar - full)
  }
}

/// A table of one column costs nothing. Verdict: "one column, and nothing would be left"
public func leaveOneOut(refit: Score, table: Tensor) throws -> [Float] {
  guard table.rank == 2 else { throw TableError.notATable(shape: table.shape) }
  let columns = Array(0..<table.shape[1])
  guard columns.count > 1 else { return columns.map { _ in 0 } }
  let full = try refit(table).sum().scalar
  return try columns.map { column in
    let others = table.selecting(columns.filter { $0 != column }, along: 1)
    return try refit(others).sum().scalar - full
  }
}

/// The columns that stay are turned round. Verdict: "not what it should be"
public func leaveOneOut(refit: Score, table: Tensor) throws -> [Float] {
  guard table.rank == 2 else { throw TableError.notATable(shape: table.shape) }
  let columns = Array(0..<table.shape[1])
  guard columns.count > 1 else { throw TableError.nothingLeft }
  let full = try refit(table).sum().scalar
  return try columns.map { column in
    let others = table.selecting(columns.reversed().filter { $0 != column }, along: 1)
    return try refit(others).sum().scalar - full
  }
}

/// Columns are dropped for good. Verdict: "each column dropped for good"
public func leaveOneOut(refit: Score, table: Tensor) throws -> [Float] {
  guard table.rank == 2 else { throw TableError.notATable(shape: table.shape) }
  let columns = Array(0..<table.shape[1])
  guard columns.count > 1 else { throw TableError.nothingLeft }
  let full = try refit(table).sum().scalar
  var kept = columns
  return try columns.map { column in
    kept.removeAll { $0 == column }
    let others = table.selecting(kept, along: 1)
    return try refit(others).sum().scalar - full
  }
}

/// Right: concatenated from what lies left and right of the column.
public func leaveOneOut(refit: Score, table: Tensor) throws -> [Float] {
  guard table.rank == 2, table.shape[1] >= 2 else { throw TableError.nothingLeft }
  var costs: [Float] = []
  for column in 0..<table.shape[1] {
    var parts: [Tensor] = []
    if column > 0 { parts.append(table[.all, ..<column]) }
    if column + 1 < table.shape[1] { parts.append(table[.all, (column + 1)...]) }
    costs.append(try (refit(Tensor.concatenated(parts, along: 1)) - refit(table)).sum().scalar)
  }
  return costs
}
