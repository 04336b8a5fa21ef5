/// Rows are sent and not fetched. Verdict: "rows sent to order[row]"
public func permuted(_ table: Tensor, columns: [Int], by order: [Int]) throws -> Tensor {
  guard table.rank == 2 else { throw TableError.notATable(shape: table.shape) }
  let (rows, count) = (table.shape[0], table.shape[1])
  if let column = columns.first(where: { !(0..<count).contains($0) }) {
    throw TableError.noSuchColumn(column, columns: count)
  }
  var isTaken = [Bool](repeating: false, count: rows)
  for row in order {
    guard isTaken.indices.contains(row), !isTaken[row] else {
      throw TableError.notAnOrder(rows: rows)
    }
    isTaken[row] = true
  }
  guard order.count == rows else { throw TableError.notAnOrder(rows: rows) }
  let old = table.scalars
  var new = old
  for (row, source) in order.enumerated() {
    for column in columns { new[source * count + column] = old[row * count + column] }
  }
  return Tensor(new, shape: table.shape)
}

/// Every column is reordered. Verdict: "every column reordered"
public func permuted(_ table: Tensor, columns: [Int], by order: [Int]) throws -> Tensor {
  guard table.rank == 2 else { throw TableError.notATable(shape: table.shape) }
  let (rows, count) = (table.shape[0], table.shape[1])
  if let column = columns.first(where: { !(0..<count).contains($0) }) {
    throw TableError.noSuchColumn(column, columns: count)
  }
  var isTaken = [Bool](repeating: false, count: rows)
  for row in order {
    guard isTaken.indices.contains(row), !isTaken[row] else {
      throw TableError.notAnOrder(rows: rows)
    }
    isTaken[row] = true
  }
  guard order.count == rows else { throw TableError.notAnOrder(rows: rows) }
  let old = table.scalars
  var new = old
  for (row, source) in order.enumerated() {
    for column in 0..<count { new[row * count + column] = old[source * count + column] }
  }
  return Tensor(new, shape: table.shape)
}

/// The other columns are reordered. Verdict: "the columns that are not named"
public func permuted(_ table: Tensor, columns: [Int], by order: [Int]) throws -> Tensor {
  guard table.rank == 2 else { throw TableError.notATable(shape: table.shape) }
  let (rows, count) = (table.shape[0], table.shape[1])
  if let column = columns.first(where: { !(0..<count).contains($0) }) {
    throw TableError.noSuchColumn(column, columns: count)
  }
  var isTaken = [Bool](repeating: false, count: rows)
  for row in order {
    guard isTaken.indices.contains(row), !isTaken[row] else {
      throw TableError.notAnOrder(rows: rows)
    }
    isTaken[row] = true
  }
  guard order.count == rows else { throw TableError.notAnOrder(rows: rows) }
  let old = table.scalars
  var new = old
  for (row, source) in order.enumerated() {
    for column in 0..<count where !columns.contains(column) {
      new[row * count + column] = old[source * count + column]
    }
  }
  return Tensor(new, shape: table.shape)
}

/// Columns are counted from 1. Verdict: "columns are counted from 0"
public func permuted(_ table: Tensor, columns: [Int], by order: [Int]) throws -> Tensor {
  guard table.rank == 2 else { throw TableError.notATable(shape: table.shape) }
  let (rows, count) = (table.shape[0], table.shape[1])
  if let column = columns.first(where: { !(0..<count).contains($0) }) {
    throw TableError.noSuchColumn(column, columns: count)
  }
  var isTaken = [Bool](repeating: false, count: rows)
  for row in order {
    guard isTaken.indices.contains(row), !isTaken[row] else {
      throw TableError.notAnOrder(rows: rows)
    }
    isTaken[row] = true
  }
  guard order.count == rows else { throw TableError.notAnOrder(rows: rows) }
  let old = table.scalars
  var new = old
  for (row, source) in order.enumerated() {
    for column in columns where column > 0 {
      new[row * count + column - 1] = old[source * count + column - 1]
    }
  }
  return Tensor(new, shape: table.shape)
}

/// The first of the columns alone is reordered. Verdict: "the first of the named columns alone"
public func permuted(_ table: Tensor, columns: [Int], by order: [Int]) throws -> Tensor {
  guard table.rank == 2 else { throw TableError.notATable(shape: table.shape) }
  let (rows, count) = (table.shape[0], table.shape[1])
  if let column = columns.first(where: { !(0..<count).contains($0) }) {
    throw TableError.noSuchColumn(column, columns: count)
  }
  var isTaken = [Bool](repeating: false, count: rows)
  for row in order {
    guard isTaken.indices.contains(row), !isTaken[row] else {
      throw TableError.notAnOrder(rows: rows)
    }
    isTaken[row] = true
  }
  guard order.count == rows else { throw TableError.notAnOrder(rows: rows) }
  let old = table.scalars
  var new = old
  for (row, source) in order.enumerated() {
    for column in columns.prefix(1) { new[row * count + column] = old[source * count + column] }
  }
  return Tensor(new, shape: table.shape)
}

/// The last of the columns alone is reordered. Verdict: "the last of the named columns alone"
public func permuted(_ table: Tensor, columns: [Int], by order: [Int]) throws -> Tensor {
  guard table.rank == 2 else { throw TableError.notATable(shape: table.shape) }
  let (rows, count) = (table.shape[0], table.shape[1])
  if let column = columns.first(where: { !(0..<count).contains($0) }) {
    throw TableError.noSuchColumn(column, columns: count)
  }
  var isTaken = [Bool](repeating: false, count: rows)
  for row in order {
    guard isTaken.indices.contains(row), !isTaken[row] else {
      throw TableError.notAnOrder(rows: rows)
    }
    isTaken[row] = true
  }
  guard order.count == rows else { throw TableError.notAnOrder(rows: rows) }
  let old = table.scalars
  var new = old
  for (row, source) in order.enumerated() {
    for column in columns.suffix(1) { new[row * count + column] = old[source * count + column] }
  }
  return Tensor(new, shape: table.shape)
}

/// The order moves on with every column. Verdict: "the order applied once more for each further column"
public func permuted(_ table: Tensor, columns: [Int], by order: [Int]) throws -> Tensor {
  guard table.rank == 2 else { throw TableError.notATable(shape: table.shape) }
  let (rows, count) = (table.shape[0], table.shape[1])
  if let column = columns.first(where: { !(0..<count).contains($0) }) {
    throw TableError.noSuchColumn(column, columns: count)
  }
  var isTaken = [Bool](repeating: false, count: rows)
  for row in order {
    guard isTaken.indices.contains(row), !isTaken[row] else {
      throw TableError.notAnOrder(rows: rows)
    }
    isTaken[row] = true
  }
  guard order.count == rows else { throw TableError.notAnOrder(rows: rows) }
  let old = table.scalars
  var new = old
  var moved = order
  for column in columns {
    for row in 0..<rows { new[row * count + column] = old[moved[row] * count + column] }
    moved = moved.map { order[$0] }
  }
  return Tensor(new, shape: table.shape)
}

/// What is reordered is reordered again where a column is named twice. Verdict: "reordered twice"
public func permuted(_ table: Tensor, columns: [Int], by order: [Int]) throws -> Tensor {
  guard table.rank == 2 else { throw TableError.notATable(shape: table.shape) }
  let (rows, count) = (table.shape[0], table.shape[1])
  if let column = columns.first(where: { !(0..<count).contains($0) }) {
    throw TableError.noSuchColumn(column, columns: count)
  }
  var isTaken = [Bool](repeating: false, count: rows)
  for row in order {
    guard isTaken.indices.contains(row), !isTaken[row] else {
      throw TableError.notAnOrder(rows: rows)
    }
    isTaken[row] = true
  }
  guard order.count == rows else { throw TableError.notAnOrder(rows: rows) }
  let old = table.scalars
  var new = old
  for column in columns {
    let before = new
    for (row, source) in order.enumerated() {
      new[row * count + column] = before[source * count + column]
    }
  }
  return Tensor(new, shape: table.shape)
}

/// Numbers are moved along the rows. Verdict: "numbers moved along each row"
public func permuted(_ table: Tensor, columns: [Int], by order: [Int]) throws -> Tensor {
  guard table.rank == 2 else { throw TableError.notATable(shape: table.shape) }
  let (rows, count) = (table.shape[0], table.shape[1])
  if let column = columns.first(where: { !(0..<count).contains($0) }) {
    throw TableError.noSuchColumn(column, columns: count)
  }
  var isTaken = [Bool](repeating: false, count: rows)
  for row in order {
    guard isTaken.indices.contains(row), !isTaken[row] else {
      throw TableError.notAnOrder(rows: rows)
    }
    isTaken[row] = true
  }
  guard order.count == rows else { throw TableError.notAnOrder(rows: rows) }
  let old = table.scalars
  var new = old
  for row in 0..<rows {
    for column in 0..<count {
      new[row * count + column] = old[row * count + order[column % rows] % count]
    }
  }
  return Tensor(new, shape: table.shape)
}

/// The order itself is written into the column. Verdict: "the numbers of the order written into the column"
public func permuted(_ table: Tensor, columns: [Int], by order: [Int]) throws -> Tensor {
  guard table.rank == 2 else { throw TableError.notATable(shape: table.shape) }
  let (rows, count) = (table.shape[0], table.shape[1])
  if let column = columns.first(where: { !(0..<count).contains($0) }) {
    throw TableError.noSuchColumn(column, columns: count)
  }
  var isTaken = [Bool](repeating: false, count: rows)
  for row in order {
    guard isTaken.indices.contains(row), !isTaken[row] else {
      throw TableError.notAnOrder(rows: rows)
    }
    isTaken[row] = true
  }
  guard order.count == rows else { throw TableError.notAnOrder(rows: rows) }
  let old = table.scalars
  var new = old
  for (row, source) in order.enumerated() {
    for column in columns { new[row * count + column] = Float(source) }
  }
  return Tensor(new, shape: table.shape)
}

/// The table is given back as it was. Verdict: "the table as it was"
public func permuted(_ table: Tensor, columns: [Int], by order: [Int]) throws -> Tensor {
  guard table.rank == 2 else { throw TableError.notATable(shape: table.shape) }
  let (rows, count) = (table.shape[0], table.shape[1])
  if let column = columns.first(where: { !(0..<count).contains($0) }) {
    throw TableError.noSuchColumn(column, columns: count)
  }
  var isTaken = [Bool](repeating: false, count: rows)
  for row in order {
    guard isTaken.indices.contains(row), !isTaken[row] else {
      throw TableError.notAnOrder(rows: rows)
    }
    isTaken[row] = true
  }
  guard order.count == rows else { throw TableError.notAnOrder(rows: rows) }
  let old = table.scalars
  var new = old
  defer { new = old }
  for (row, source) in order.enumerated() {
    for column in columns { new[row * count + column] = old[source * count + column] }
  }
  return Tensor(old, shape: table.shape)
}

/// The column is turned round, whatever the order says. Verdict: "the column from the bottom to the top"
public func permuted(_ table: Tensor, columns: [Int], by order: [Int]) throws -> Tensor {
  guard table.rank == 2 else { throw TableError.notATable(shape: table.shape) }
  let (rows, count) = (table.shape[0], table.shape[1])
  if let column = columns.first(where: { !(0..<count).contains($0) }) {
    throw TableError.noSuchColumn(column, columns: count)
  }
  var isTaken = [Bool](repeating: false, count: rows)
  for row in order {
    guard isTaken.indices.contains(row), !isTaken[row] else {
      throw TableError.notAnOrder(rows: rows)
    }
    isTaken[row] = true
  }
  guard order.count == rows else { throw TableError.notAnOrder(rows: rows) }
  let old = table.scalars
  var new = old
  for (row, _) in order.enumerated() {
    for column in columns { new[row * count + column] = old[(rows - 1 - row) * count + column] }
  }
  return Tensor(new, shape: table.shape)
}

/// A row that is named twice is taken twice. Verdict: "row 1 is there twice"
public func permuted(_ table: Tensor, columns: [Int], by order: [Int]) throws -> Tensor {
  guard table.rank == 2 else { throw TableError.notATable(shape: table.shape) }
  let (rows, count) = (table.shape[0], table.shape[1])
  if let column = columns.first(where: { !(0..<count).contains($0) }) {
    throw TableError.noSuchColumn(column, columns: count)
  }
  var isTaken = [Bool](repeating: false, count: rows)
  for row in order {
    guard isTaken.indices.contains(row) else {
      throw TableError.notAnOrder(rows: rows)
    }
    isTaken[row] = true
  }
  guard order.count == rows else { throw TableError.notAnOrder(rows: rows) }
  let old = table.scalars
  var new = old
  for (row, source) in order.enumerated() {
    for column in columns { new[row * count + column] = old[source * count + column] }
  }
  return Tensor(new, shape: table.shape)
}

/// An order that is too short leaves the last rows as they are. Verdict: "the order is one row short"
public func permuted(_ table: Tensor, columns: [Int], by order: [Int]) throws -> Tensor {
  guard table.rank == 2 else { throw TableError.notATable(shape: table.shape) }
  let (rows, count) = (table.shape[0], table.shape[1])
  if let column = columns.first(where: { !(0..<count).contains($0) }) {
    throw TableError.noSuchColumn(column, columns: count)
  }
  var isTaken = [Bool](repeating: false, count: rows)
  for row in order {
    guard isTaken.indices.contains(row), !isTaken[row] else {
      throw TableError.notAnOrder(rows: rows)
    }
    isTaken[row] = true
  }
  let old = table.scalars
  var new = old
  for (row, source) in order.enumerated() {
    for column in columns { new[row * count + column] = old[source * count + column] }
  }
  return Tensor(new, shape: table.shape)
}

/// A column that does not exist is passed over. Verdict: "there is no column 3"
public func permuted(_ table: Tensor, columns: [Int], by order: [Int]) throws -> Tensor {
  guard table.rank == 2 else { throw TableError.notATable(shape: table.shape) }
  let (rows, count) = (table.shape[0], table.shape[1])
  var isTaken = [Bool](repeating: false, count: rows)
  for row in order {
    guard isTaken.indices.contains(row), !isTaken[row] else {
      throw TableError.notAnOrder(rows: rows)
    }
    isTaken[row] = true
  }
  guard order.count == rows else { throw TableError.notAnOrder(rows: rows) }
  let old = table.scalars
  var new = old
  for (row, source) in order.enumerated() {
    for column in columns where (0..<count).contains(column) {
      new[row * count + column] = old[source * count + column]
    }
  }
  return Tensor(new, shape: table.shape)
}

/// The columns are exchanged with each other. Verdict: "the named columns exchanged with each other"
public func permuted(_ table: Tensor, columns: [Int], by order: [Int]) throws -> Tensor {
  guard table.rank == 2 else { throw TableError.notATable(shape: table.shape) }
  let (rows, count) = (table.shape[0], table.shape[1])
  if let column = columns.first(where: { !(0..<count).contains($0) }) {
    throw TableError.noSuchColumn(column, columns: count)
  }
  var isTaken = [Bool](repeating: false, count: rows)
  for row in order {
    guard isTaken.indices.contains(row), !isTaken[row] else {
      throw TableError.notAnOrder(rows: rows)
    }
    isTaken[row] = true
  }
  guard order.count == rows else { throw TableError.notAnOrder(rows: rows) }
  let old = table.scalars
  var new = old
  for (row, source) in order.enumerated() {
    for (column, other) in zip(columns, columns.reversed()) {
      new[row * count + column] = old[source * count + other]
    }
  }
  return Tensor(new, shape: table.shape)
}

/// Numbers are taken from what was just written. Verdict: "numbers taken from rows that were just overwritten"
public func permuted(_ table: Tensor, columns: [Int], by order: [Int]) throws -> Tensor {
  guard table.rank == 2 else { throw TableError.notATable(shape: table.shape) }
  let (rows, count) = (table.shape[0], table.shape[1])
  if let column = columns.first(where: { !(0..<count).contains($0) }) {
    throw TableError.noSuchColumn(column, columns: count)
  }
  var isTaken = [Bool](repeating: false, count: rows)
  for row in order {
    guard isTaken.indices.contains(row), !isTaken[row] else {
      throw TableError.notAnOrder(rows: rows)
    }
    isTaken[row] = true
  }
  guard order.count == rows else { throw TableError.notAnOrder(rows: rows) }
  let old = table.scalars
  var new = old
  for (row, source) in order.enumerated() {
    for column in columns { new[row * count + column] = new[source * count + column] }
  }
  return Tensor(new, shape: table.shape)
}

/// Right: column by column, with the operators of tensors.
public func permuted(_ table: Tensor, columns: [Int], by order: [Int]) throws -> Tensor {
  guard table.rank == 2 else { throw TableError.notATable(shape: table.shape) }
  guard order.sorted() == Array(0..<table.shape[0]) else {
    throw TableError.notAnOrder(rows: table.shape[0])
  }
  for column in columns where column < 0 || column >= table.shape[1] {
    throw TableError.noSuchColumn(column, columns: table.shape[1])
  }
  let moved = table.selecting(order)
  let parts = (0..<table.shape[1]).map { column in
    columns.contains(column) ? moved[.all, column] : table[.all, column]
  }
  return Tensor.stacked(parts, along: 1)
}

/// Right: a mask decides which numbers come from the reordered table.
public func permuted(_ table: Tensor, columns: [Int], by order: [Int]) throws -> Tensor {
  guard table.rank == 2 else { throw TableError.notATable(shape: table.shape) }
  guard Set(order) == Set(0..<table.shape[0]), order.count == table.shape[0] else {
    throw TableError.notAnOrder(rows: table.shape[0])
  }
  guard columns.allSatisfy({ (0..<table.shape[1]).contains($0) }) else {
    throw TableError.noSuchColumn(columns.max() ?? 0, columns: table.shape[1])
  }
  let chosen = Tensor((0..<table.shape[1]).map { columns.contains($0) ? 1 : 0 })
  return table.replacing(
    with: table.selecting(order), where: chosen.broadcast(to: table.shape))
}
