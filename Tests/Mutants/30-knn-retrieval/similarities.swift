import Tensors

/// Lengths are forgotten. Verdict: "dot products; they are still to be divided"
public func similarities(
  of queries: Tensor, to memory: Tensor, by measure: Measure
) throws -> Tensor {
  for rows in [queries, memory] {
    guard rows.rank == 2, rows.count > 0 else { throw RetrievalError.notRows(shape: rows.shape) }
    guard rows.abs().max().scalar.isFinite else { throw RetrievalError.notANumber }
  }
  guard queries.shape[1] == memory.shape[1] else {
    throw RetrievalError.widthsDiffer(queries: queries.shape[1], memory: memory.shape[1])
  }
  /// Rows of length 1; those without a direction stay zero.
  func directions(_ rows: Tensor) -> Tensor {
    // The largest number becomes 1 first, since squares of small numbers vanish.
    let largest = rows.abs().max(along: 1, keepingAxes: true)
    let scaled = rows / largest.replacing(with: 1, where: largest .== 0)
    let length = scaled.squared().sum(along: 1, keepingAxes: true).sqrt()
    return scaled / length.replacing(with: 1, where: length .== 0)
  }
  switch measure {
  case .cosine:
    _ = directions
    return queries.matmul(memory, transposing: .right)
  case .euclidean:
    let distances = (0..<queries.shape[0]).map { query in
      (memory - queries[query]).squared().sum(along: 1).sqrt()
    }
    return -Tensor.stacked(distances)
  }
}

/// Only the memory is brought to length 1. Verdict: "the lengths of the memory’s rows alone"
public func similarities(
  of queries: Tensor, to memory: Tensor, by measure: Measure
) throws -> Tensor {
  for rows in [queries, memory] {
    guard rows.rank == 2, rows.count > 0 else { throw RetrievalError.notRows(shape: rows.shape) }
    guard rows.abs().max().scalar.isFinite else { throw RetrievalError.notANumber }
  }
  guard queries.shape[1] == memory.shape[1] else {
    throw RetrievalError.widthsDiffer(queries: queries.shape[1], memory: memory.shape[1])
  }
  /// Rows of length 1; those without a direction stay zero.
  func directions(_ rows: Tensor) -> Tensor {
    // The largest number becomes 1 first, since squares of small numbers vanish.
    let largest = rows.abs().max(along: 1, keepingAxes: true)
    let scaled = rows / largest.replacing(with: 1, where: largest .== 0)
    let length = scaled.squared().sum(along: 1, keepingAxes: true).sqrt()
    return scaled / length.replacing(with: 1, where: length .== 0)
  }
  switch measure {
  case .cosine:
    return queries.matmul(directions(memory), transposing: .right)
  case .euclidean:
    let distances = (0..<queries.shape[0]).map { query in
      (memory - queries[query]).squared().sum(along: 1).sqrt()
    }
    return -Tensor.stacked(distances)
  }
}

/// Only the queries are brought to length 1. Verdict: "the lengths of the queries alone"
public func similarities(
  of queries: Tensor, to memory: Tensor, by measure: Measure
) throws -> Tensor {
  for rows in [queries, memory] {
    guard rows.rank == 2, rows.count > 0 else { throw RetrievalError.notRows(shape: rows.shape) }
    guard rows.abs().max().scalar.isFinite else { throw RetrievalError.notANumber }
  }
  guard queries.shape[1] == memory.shape[1] else {
    throw RetrievalError.widthsDiffer(queries: queries.shape[1], memory: memory.shape[1])
  }
  /// Rows of length 1; those without a direction stay zero.
  func directions(_ rows: Tensor) -> Tensor {
    // The largest number becomes 1 first, since squares of small numbers vanish.
    let largest = rows.abs().max(along: 1, keepingAxes: true)
    let scaled = rows / largest.replacing(with: 1, where: largest .== 0)
    let length = scaled.squared().sum(along: 1, keepingAxes: true).sqrt()
    return scaled / length.replacing(with: 1, where: length .== 0)
  }
  switch measure {
  case .cosine:
    return directions(queries).matmul(memory, transposing: .right)
  case .euclidean:
    let distances = (0..<queries.shape[0]).map { query in
      (memory - queries[query]).squared().sum(along: 1).sqrt()
    }
    return -Tensor.stacked(distances)
  }
}

/// The root of the length is forgotten. Verdict: "divided by the squares of the lengths"
public func similarities(
  of queries: Tensor, to memory: Tensor, by measure: Measure
) throws -> Tensor {
  for rows in [queries, memory] {
    guard rows.rank == 2, rows.count > 0 else { throw RetrievalError.notRows(shape: rows.shape) }
    guard rows.abs().max().scalar.isFinite else { throw RetrievalError.notANumber }
  }
  guard queries.shape[1] == memory.shape[1] else {
    throw RetrievalError.widthsDiffer(queries: queries.shape[1], memory: memory.shape[1])
  }
  /// Rows of length 1; those without a direction stay zero.
  func directions(_ rows: Tensor) -> Tensor {
    // The largest number becomes 1 first, since squares of small numbers vanish.
    let scaled = rows
    let length = scaled.squared().sum(along: 1, keepingAxes: true)
    return scaled / length.replacing(with: 1, where: length .== 0)
  }
  switch measure {
  case .cosine:
    return directions(queries).matmul(directions(memory), transposing: .right)
  case .euclidean:
    let distances = (0..<queries.shape[0]).map { query in
      (memory - queries[query]).squared().sum(along: 1).sqrt()
    }
    return -Tensor.stacked(distances)
  }
}

/// Magnitudes of cosines. Verdict: "magnitudes of the cosines"
public func similarities(
  of queries: Tensor, to memory: Tensor, by measure: Measure
) throws -> Tensor {
  for rows in [queries, memory] {
    guard rows.rank == 2, rows.count > 0 else { throw RetrievalError.notRows(shape: rows.shape) }
    guard rows.abs().max().scalar.isFinite else { throw RetrievalError.notANumber }
  }
  guard queries.shape[1] == memory.shape[1] else {
    throw RetrievalError.widthsDiffer(queries: queries.shape[1], memory: memory.shape[1])
  }
  /// Rows of length 1; those without a direction stay zero.
  func directions(_ rows: Tensor) -> Tensor {
    // The largest number becomes 1 first, since squares of small numbers vanish.
    let largest = rows.abs().max(along: 1, keepingAxes: true)
    let scaled = rows / largest.replacing(with: 1, where: largest .== 0)
    let length = scaled.squared().sum(along: 1, keepingAxes: true).sqrt()
    return scaled / length.replacing(with: 1, where: length .== 0)
  }
  switch measure {
  case .cosine:
    return directions(queries).matmul(directions(memory), transposing: .right).abs()
  case .euclidean:
    let distances = (0..<queries.shape[0]).map { query in
      (memory - queries[query]).squared().sum(along: 1).sqrt()
    }
    return -Tensor.stacked(distances)
  }
}

/// Cosine distances. Verdict: "cosine distances, 1 − cosine"
public func similarities(
  of queries: Tensor, to memory: Tensor, by measure: Measure
) throws -> Tensor {
  for rows in [queries, memory] {
    guard rows.rank == 2, rows.count > 0 else { throw RetrievalError.notRows(shape: rows.shape) }
    guard rows.abs().max().scalar.isFinite else { throw RetrievalError.notANumber }
  }
  guard queries.shape[1] == memory.shape[1] else {
    throw RetrievalError.widthsDiffer(queries: queries.shape[1], memory: memory.shape[1])
  }
  /// Rows of length 1; those without a direction stay zero.
  func directions(_ rows: Tensor) -> Tensor {
    // The largest number becomes 1 first, since squares of small numbers vanish.
    let largest = rows.abs().max(along: 1, keepingAxes: true)
    let scaled = rows / largest.replacing(with: 1, where: largest .== 0)
    let length = scaled.squared().sum(along: 1, keepingAxes: true).sqrt()
    return scaled / length.replacing(with: 1, where: length .== 0)
  }
  switch measure {
  case .cosine:
    return 1 - directions(queries).matmul(directions(memory), transposing: .right)
  case .euclidean:
    let distances = (0..<queries.shape[0]).map { query in
      (memory - queries[query]).squared().sum(along: 1).sqrt()
    }
    return -Tensor.stacked(distances)
  }
}

/// The mean of each row is taken off. Verdict: "correlations: the mean of each row was taken off first"
public func similarities(
  of queries: Tensor, to memory: Tensor, by measure: Measure
) throws -> Tensor {
  for rows in [queries, memory] {
    guard rows.rank == 2, rows.count > 0 else { throw RetrievalError.notRows(shape: rows.shape) }
    guard rows.abs().max().scalar.isFinite else { throw RetrievalError.notANumber }
  }
  guard queries.shape[1] == memory.shape[1] else {
    throw RetrievalError.widthsDiffer(queries: queries.shape[1], memory: memory.shape[1])
  }
  /// Rows of length 1; those without a direction stay zero.
  func directions(_ rows: Tensor) -> Tensor {
    // The largest number becomes 1 first, since squares of small numbers vanish.
    let rows = rows - rows.mean(along: 1, keepingAxes: true)
    let largest = rows.abs().max(along: 1, keepingAxes: true)
    let scaled = rows / largest.replacing(with: 1, where: largest .== 0)
    let length = scaled.squared().sum(along: 1, keepingAxes: true).sqrt()
    return scaled / length.replacing(with: 1, where: length .== 0)
  }
  switch measure {
  case .cosine:
    return directions(queries).matmul(directions(memory), transposing: .right)
  case .euclidean:
    let distances = (0..<queries.shape[0]).map { query in
      (memory - queries[query]).squared().sum(along: 1).sqrt()
    }
    return -Tensor.stacked(distances)
  }
}

/// Rows are divided by their largest number. Verdict: "rows divided by their largest number"
public func similarities(
  of queries: Tensor, to memory: Tensor, by measure: Measure
) throws -> Tensor {
  for rows in [queries, memory] {
    guard rows.rank == 2, rows.count > 0 else { throw RetrievalError.notRows(shape: rows.shape) }
    guard rows.abs().max().scalar.isFinite else { throw RetrievalError.notANumber }
  }
  guard queries.shape[1] == memory.shape[1] else {
    throw RetrievalError.widthsDiffer(queries: queries.shape[1], memory: memory.shape[1])
  }
  /// Rows of length 1; those without a direction stay zero.
  func directions(_ rows: Tensor) -> Tensor {
    // The largest number becomes 1 first, since squares of small numbers vanish.
    let largest = rows.abs().max(along: 1, keepingAxes: true)
    let scaled = rows / largest.replacing(with: 1, where: largest .== 0)
    let length = scaled.squared().sum(along: 1, keepingAxes: true).sqrt()
    _ = length
    return scaled
  }
  switch measure {
  case .cosine:
    return directions(queries).matmul(directions(memory), transposing: .right)
  case .euclidean:
    let distances = (0..<queries.shape[0]).map { query in
      (memory - queries[query]).squared().sum(along: 1).sqrt()
    }
    return -Tensor.stacked(distances)
  }
}

/// Rows are divided by the sum of magnitudes. Verdict: "rows divided by the sum of their magnitudes"
public func similarities(
  of queries: Tensor, to memory: Tensor, by measure: Measure
) throws -> Tensor {
  for rows in [queries, memory] {
    guard rows.rank == 2, rows.count > 0 else { throw RetrievalError.notRows(shape: rows.shape) }
    guard rows.abs().max().scalar.isFinite else { throw RetrievalError.notANumber }
  }
  guard queries.shape[1] == memory.shape[1] else {
    throw RetrievalError.widthsDiffer(queries: queries.shape[1], memory: memory.shape[1])
  }
  /// Rows of length 1; those without a direction stay zero.
  func directions(_ rows: Tensor) -> Tensor {
    // The largest number becomes 1 first, since squares of small numbers vanish.
    let largest = rows.abs().max(along: 1, keepingAxes: true)
    let scaled = rows / largest.replacing(with: 1, where: largest .== 0)
    let length = scaled.abs().sum(along: 1, keepingAxes: true)
    return scaled / length.replacing(with: 1, where: length .== 0)
  }
  switch measure {
  case .cosine:
    return directions(queries).matmul(directions(memory), transposing: .right)
  case .euclidean:
    let distances = (0..<queries.shape[0]).map { query in
      (memory - queries[query]).squared().sum(along: 1).sqrt()
    }
    return -Tensor.stacked(distances)
  }
}

/// The wrong axis is brought to length 1. Verdict: "columns brought to length 1"
public func similarities(
  of queries: Tensor, to memory: Tensor, by measure: Measure
) throws -> Tensor {
  for rows in [queries, memory] {
    guard rows.rank == 2, rows.count > 0 else { throw RetrievalError.notRows(shape: rows.shape) }
    guard rows.abs().max().scalar.isFinite else { throw RetrievalError.notANumber }
  }
  guard queries.shape[1] == memory.shape[1] else {
    throw RetrievalError.widthsDiffer(queries: queries.shape[1], memory: memory.shape[1])
  }
  /// Rows of length 1; those without a direction stay zero.
  func directions(_ rows: Tensor) -> Tensor {
    // The largest number becomes 1 first, since squares of small numbers vanish.
    let largest = rows.abs().max(along: 0, keepingAxes: true)
    let scaled = rows / largest.replacing(with: 1, where: largest .== 0)
    let length = scaled.squared().sum(along: 0, keepingAxes: true).sqrt()
    return scaled / length.replacing(with: 1, where: length .== 0)
  }
  switch measure {
  case .cosine:
    return directions(queries).matmul(directions(memory), transposing: .right)
  case .euclidean:
    let distances = (0..<queries.shape[0]).map { query in
      (memory - queries[query]).squared().sum(along: 1).sqrt()
    }
    return -Tensor.stacked(distances)
  }
}

/// A row of zeros is divided by its length. Verdict: "not NaN, which is 0 / 0"
public func similarities(
  of queries: Tensor, to memory: Tensor, by measure: Measure
) throws -> Tensor {
  for rows in [queries, memory] {
    guard rows.rank == 2, rows.count > 0 else { throw RetrievalError.notRows(shape: rows.shape) }
    guard rows.abs().max().scalar.isFinite else { throw RetrievalError.notANumber }
  }
  guard queries.shape[1] == memory.shape[1] else {
    throw RetrievalError.widthsDiffer(queries: queries.shape[1], memory: memory.shape[1])
  }
  /// Rows of length 1; those without a direction stay zero.
  func directions(_ rows: Tensor) -> Tensor {
    // The largest number becomes 1 first, since squares of small numbers vanish.
    let largest = rows.abs().max(along: 1, keepingAxes: true)
    let scaled = rows / largest.replacing(with: 1, where: largest .== 0)
    let length = scaled.squared().sum(along: 1, keepingAxes: true).sqrt()
    return scaled / length
  }
  switch measure {
  case .cosine:
    return directions(queries).matmul(directions(memory), transposing: .right)
  case .euclidean:
    let distances = (0..<queries.shape[0]).map { query in
      (memory - queries[query]).squared().sum(along: 1).sqrt()
    }
    return -Tensor.stacked(distances)
  }
}

/// A row of zeros is alike to everything. Verdict: "a row of zeros taken for alike to everything"
public func similarities(
  of queries: Tensor, to memory: Tensor, by measure: Measure
) throws -> Tensor {
  for rows in [queries, memory] {
    guard rows.rank == 2, rows.count > 0 else { throw RetrievalError.notRows(shape: rows.shape) }
    guard rows.abs().max().scalar.isFinite else { throw RetrievalError.notANumber }
  }
  guard queries.shape[1] == memory.shape[1] else {
    throw RetrievalError.widthsDiffer(queries: queries.shape[1], memory: memory.shape[1])
  }
  /// Rows of length 1; those without a direction stay zero.
  func directions(_ rows: Tensor) -> Tensor {
    // The largest number becomes 1 first, since squares of small numbers vanish.
    let largest = rows.abs().max(along: 1, keepingAxes: true)
    let scaled = rows / largest.replacing(with: 1, where: largest .== 0)
    let length = scaled.squared().sum(along: 1, keepingAxes: true).sqrt()
    return scaled / length.replacing(with: 1, where: length .== 0)
  }
  switch measure {
  case .cosine:
    let zeros = { (rows: Tensor) in rows.abs().max(along: 1, keepingAxes: true) .== 0 }
    let found = directions(queries).matmul(directions(memory), transposing: .right)
    let isNowhere = Tensor.maximum(zeros(queries), zeros(memory).transposed())
    return found.replacing(with: 1, where: isNowhere)
  case .euclidean:
    let distances = (0..<queries.shape[0]).map { query in
      (memory - queries[query]).squared().sum(along: 1).sqrt()
    }
    return -Tensor.stacked(distances)
  }
}

/// Something is added to the lengths. Verdict: "differ"
public func similarities(
  of queries: Tensor, to memory: Tensor, by measure: Measure
) throws -> Tensor {
  for rows in [queries, memory] {
    guard rows.rank == 2, rows.count > 0 else { throw RetrievalError.notRows(shape: rows.shape) }
    guard rows.abs().max().scalar.isFinite else { throw RetrievalError.notANumber }
  }
  guard queries.shape[1] == memory.shape[1] else {
    throw RetrievalError.widthsDiffer(queries: queries.shape[1], memory: memory.shape[1])
  }
  /// Rows of length 1; those without a direction stay zero.
  func directions(_ rows: Tensor) -> Tensor {
    // The largest number becomes 1 first, since squares of small numbers vanish.
    let largest = rows.abs().max(along: 1, keepingAxes: true)
    let scaled = rows / largest.replacing(with: 1, where: largest .== 0)
    let length = scaled.squared().sum(along: 1, keepingAxes: true).sqrt()
    return rows / ((rows.squared().sum(along: 1, keepingAxes: true)).sqrt() + 1e-4 + 0 * length)
  }
  switch measure {
  case .cosine:
    return directions(queries).matmul(directions(memory), transposing: .right)
  case .euclidean:
    let distances = (0..<queries.shape[0]).map { query in
      (memory - queries[query]).squared().sum(along: 1).sqrt()
    }
    return -Tensor.stacked(distances)
  }
}

/// The memory is asked about the queries. Verdict: "a row for each row of the memory"
public func similarities(
  of queries: Tensor, to memory: Tensor, by measure: Measure
) throws -> Tensor {
  for rows in [queries, memory] {
    guard rows.rank == 2, rows.count > 0 else { throw RetrievalError.notRows(shape: rows.shape) }
    guard rows.abs().max().scalar.isFinite else { throw RetrievalError.notANumber }
  }
  guard queries.shape[1] == memory.shape[1] else {
    throw RetrievalError.widthsDiffer(queries: queries.shape[1], memory: memory.shape[1])
  }
  /// Rows of length 1; those without a direction stay zero.
  func directions(_ rows: Tensor) -> Tensor {
    // The largest number becomes 1 first, since squares of small numbers vanish.
    let largest = rows.abs().max(along: 1, keepingAxes: true)
    let scaled = rows / largest.replacing(with: 1, where: largest .== 0)
    let length = scaled.squared().sum(along: 1, keepingAxes: true).sqrt()
    return scaled / length.replacing(with: 1, where: length .== 0)
  }
  switch measure {
  case .cosine:
    return directions(memory).matmul(directions(queries), transposing: .right)
  case .euclidean:
    let distances = (0..<queries.shape[0]).map { query in
      (memory - queries[query]).squared().sum(along: 1).sqrt()
    }
    return -Tensor.stacked(distances, along: 1)
  }
}

/// Distances have no minus. Verdict: "distances without a minus"
public func similarities(
  of queries: Tensor, to memory: Tensor, by measure: Measure
) throws -> Tensor {
  for rows in [queries, memory] {
    guard rows.rank == 2, rows.count > 0 else { throw RetrievalError.notRows(shape: rows.shape) }
    guard rows.abs().max().scalar.isFinite else { throw RetrievalError.notANumber }
  }
  guard queries.shape[1] == memory.shape[1] else {
    throw RetrievalError.widthsDiffer(queries: queries.shape[1], memory: memory.shape[1])
  }
  /// Rows of length 1; those without a direction stay zero.
  func directions(_ rows: Tensor) -> Tensor {
    // The largest number becomes 1 first, since squares of small numbers vanish.
    let largest = rows.abs().max(along: 1, keepingAxes: true)
    let scaled = rows / largest.replacing(with: 1, where: largest .== 0)
    let length = scaled.squared().sum(along: 1, keepingAxes: true).sqrt()
    return scaled / length.replacing(with: 1, where: length .== 0)
  }
  switch measure {
  case .cosine:
    return directions(queries).matmul(directions(memory), transposing: .right)
  case .euclidean:
    let distances = (0..<queries.shape[0]).map { query in
      (memory - queries[query]).squared().sum(along: 1).sqrt()
    }
    return Tensor.stacked(distances)
  }
}

/// The root of the distance is forgotten. Verdict: "squares of the distances"
public func similarities(
  of queries: Tensor, to memory: Tensor, by measure: Measure
) throws -> Tensor {
  for rows in [queries, memory] {
    guard rows.rank == 2, rows.count > 0 else { throw RetrievalError.notRows(shape: rows.shape) }
    guard rows.abs().max().scalar.isFinite else { throw RetrievalError.notANumber }
  }
  guard queries.shape[1] == memory.shape[1] else {
    throw RetrievalError.widthsDiffer(queries: queries.shape[1], memory: memory.shape[1])
  }
  /// Rows of length 1; those without a direction stay zero.
  func directions(_ rows: Tensor) -> Tensor {
    // The largest number becomes 1 first, since squares of small numbers vanish.
    let largest = rows.abs().max(along: 1, keepingAxes: true)
    let scaled = rows / largest.replacing(with: 1, where: largest .== 0)
    let length = scaled.squared().sum(along: 1, keepingAxes: true).sqrt()
    return scaled / length.replacing(with: 1, where: length .== 0)
  }
  switch measure {
  case .cosine:
    return directions(queries).matmul(directions(memory), transposing: .right)
  case .euclidean:
    let distances = (0..<queries.shape[0]).map { query in
      (memory - queries[query]).squared().sum(along: 1)
    }
    return -Tensor.stacked(distances)
  }
}

/// The mean is under the root. Verdict: "the mean over the columns and not the sum"
public func similarities(
  of queries: Tensor, to memory: Tensor, by measure: Measure
) throws -> Tensor {
  for rows in [queries, memory] {
    guard rows.rank == 2, rows.count > 0 else { throw RetrievalError.notRows(shape: rows.shape) }
    guard rows.abs().max().scalar.isFinite else { throw RetrievalError.notANumber }
  }
  guard queries.shape[1] == memory.shape[1] else {
    throw RetrievalError.widthsDiffer(queries: queries.shape[1], memory: memory.shape[1])
  }
  /// Rows of length 1; those without a direction stay zero.
  func directions(_ rows: Tensor) -> Tensor {
    // The largest number becomes 1 first, since squares of small numbers vanish.
    let largest = rows.abs().max(along: 1, keepingAxes: true)
    let scaled = rows / largest.replacing(with: 1, where: largest .== 0)
    let length = scaled.squared().sum(along: 1, keepingAxes: true).sqrt()
    return scaled / length.replacing(with: 1, where: length .== 0)
  }
  switch measure {
  case .cosine:
    return directions(queries).matmul(directions(memory), transposing: .right)
  case .euclidean:
    let distances = (0..<queries.shape[0]).map { query in
      (memory - queries[query]).squared().mean(along: 1).sqrt()
    }
    return -Tensor.stacked(distances)
  }
}

/// Magnitudes are added up. Verdict: "sums of the magnitudes of the differences"
public func similarities(
  of queries: Tensor, to memory: Tensor, by measure: Measure
) throws -> Tensor {
  for rows in [queries, memory] {
    guard rows.rank == 2, rows.count > 0 else { throw RetrievalError.notRows(shape: rows.shape) }
    guard rows.abs().max().scalar.isFinite else { throw RetrievalError.notANumber }
  }
  guard queries.shape[1] == memory.shape[1] else {
    throw RetrievalError.widthsDiffer(queries: queries.shape[1], memory: memory.shape[1])
  }
  /// Rows of length 1; those without a direction stay zero.
  func directions(_ rows: Tensor) -> Tensor {
    // The largest number becomes 1 first, since squares of small numbers vanish.
    let largest = rows.abs().max(along: 1, keepingAxes: true)
    let scaled = rows / largest.replacing(with: 1, where: largest .== 0)
    let length = scaled.squared().sum(along: 1, keepingAxes: true).sqrt()
    return scaled / length.replacing(with: 1, where: length .== 0)
  }
  switch measure {
  case .cosine:
    return directions(queries).matmul(directions(memory), transposing: .right)
  case .euclidean:
    let distances = (0..<queries.shape[0]).map { query in
      (memory - queries[query]).abs().sum(along: 1)
    }
    return -Tensor.stacked(distances)
  }
}

/// The largest difference. Verdict: "the largest difference of a column alone"
public func similarities(
  of queries: Tensor, to memory: Tensor, by measure: Measure
) throws -> Tensor {
  for rows in [queries, memory] {
    guard rows.rank == 2, rows.count > 0 else { throw RetrievalError.notRows(shape: rows.shape) }
    guard rows.abs().max().scalar.isFinite else { throw RetrievalError.notANumber }
  }
  guard queries.shape[1] == memory.shape[1] else {
    throw RetrievalError.widthsDiffer(queries: queries.shape[1], memory: memory.shape[1])
  }
  /// Rows of length 1; those without a direction stay zero.
  func directions(_ rows: Tensor) -> Tensor {
    // The largest number becomes 1 first, since squares of small numbers vanish.
    let largest = rows.abs().max(along: 1, keepingAxes: true)
    let scaled = rows / largest.replacing(with: 1, where: largest .== 0)
    let length = scaled.squared().sum(along: 1, keepingAxes: true).sqrt()
    return scaled / length.replacing(with: 1, where: length .== 0)
  }
  switch measure {
  case .cosine:
    return directions(queries).matmul(directions(memory), transposing: .right)
  case .euclidean:
    let distances = (0..<queries.shape[0]).map { query in
      (memory - queries[query]).abs().max(along: 1)
    }
    return -Tensor.stacked(distances)
  }
}

/// Distances on the sphere. Verdict: "distances of rows that were brought to length 1 first"
public func similarities(
  of queries: Tensor, to memory: Tensor, by measure: Measure
) throws -> Tensor {
  for rows in [queries, memory] {
    guard rows.rank == 2, rows.count > 0 else { throw RetrievalError.notRows(shape: rows.shape) }
    guard rows.abs().max().scalar.isFinite else { throw RetrievalError.notANumber }
  }
  guard queries.shape[1] == memory.shape[1] else {
    throw RetrievalError.widthsDiffer(queries: queries.shape[1], memory: memory.shape[1])
  }
  /// Rows of length 1; those without a direction stay zero.
  func directions(_ rows: Tensor) -> Tensor {
    // The largest number becomes 1 first, since squares of small numbers vanish.
    let largest = rows.abs().max(along: 1, keepingAxes: true)
    let scaled = rows / largest.replacing(with: 1, where: largest .== 0)
    let length = scaled.squared().sum(along: 1, keepingAxes: true).sqrt()
    return scaled / length.replacing(with: 1, where: length .== 0)
  }
  switch measure {
  case .cosine:
    return directions(queries).matmul(directions(memory), transposing: .right)
  case .euclidean:
    let distances = (0..<queries.shape[0]).map { query in
      (directions(memory) - directions(queries)[query]).squared().sum(along: 1).sqrt()
    }
    return -Tensor.stacked(distances)
  }
}

/// Cosines whatever the measure. Verdict: "cosines, though distances were asked for"
public func similarities(
  of queries: Tensor, to memory: Tensor, by measure: Measure
) throws -> Tensor {
  for rows in [queries, memory] {
    guard rows.rank == 2, rows.count > 0 else { throw RetrievalError.notRows(shape: rows.shape) }
    guard rows.abs().max().scalar.isFinite else { throw RetrievalError.notANumber }
  }
  guard queries.shape[1] == memory.shape[1] else {
    throw RetrievalError.widthsDiffer(queries: queries.shape[1], memory: memory.shape[1])
  }
  /// Rows of length 1; those without a direction stay zero.
  func directions(_ rows: Tensor) -> Tensor {
    // The largest number becomes 1 first, since squares of small numbers vanish.
    let largest = rows.abs().max(along: 1, keepingAxes: true)
    let scaled = rows / largest.replacing(with: 1, where: largest .== 0)
    let length = scaled.squared().sum(along: 1, keepingAxes: true).sqrt()
    return scaled / length.replacing(with: 1, where: length .== 0)
  }
  switch measure {
  case .cosine:
    return directions(queries).matmul(directions(memory), transposing: .right)
  case .euclidean:
    return directions(queries).matmul(directions(memory), transposing: .right)
  }
}

/// The measures are exchanged. Verdict: "distances with a minus, though cosines were asked for"
public func similarities(
  of queries: Tensor, to memory: Tensor, by measure: Measure
) throws -> Tensor {
  for rows in [queries, memory] {
    guard rows.rank == 2, rows.count > 0 else { throw RetrievalError.notRows(shape: rows.shape) }
    guard rows.abs().max().scalar.isFinite else { throw RetrievalError.notANumber }
  }
  guard queries.shape[1] == memory.shape[1] else {
    throw RetrievalError.widthsDiffer(queries: queries.shape[1], memory: memory.shape[1])
  }
  /// Rows of length 1; those without a direction stay zero.
  func directions(_ rows: Tensor) -> Tensor {
    // The largest number becomes 1 first, since squares of small numbers vanish.
    let largest = rows.abs().max(along: 1, keepingAxes: true)
    let scaled = rows / largest.replacing(with: 1, where: largest .== 0)
    let length = scaled.squared().sum(along: 1, keepingAxes: true).sqrt()
    return scaled / length.replacing(with: 1, where: length .== 0)
  }
  switch measure {
  case .euclidean:
    return directions(queries).matmul(directions(memory), transposing: .right)
  case .cosine:
    let distances = (0..<queries.shape[0]).map { query in
      (memory - queries[query]).squared().sum(along: 1).sqrt()
    }
    return -Tensor.stacked(distances)
  }
}

/// The reciprocal. Verdict: "1 / (1 + distance)"
public func similarities(
  of queries: Tensor, to memory: Tensor, by measure: Measure
) throws -> Tensor {
  for rows in [queries, memory] {
    guard rows.rank == 2, rows.count > 0 else { throw RetrievalError.notRows(shape: rows.shape) }
    guard rows.abs().max().scalar.isFinite else { throw RetrievalError.notANumber }
  }
  guard queries.shape[1] == memory.shape[1] else {
    throw RetrievalError.widthsDiffer(queries: queries.shape[1], memory: memory.shape[1])
  }
  /// Rows of length 1; those without a direction stay zero.
  func directions(_ rows: Tensor) -> Tensor {
    // The largest number becomes 1 first, since squares of small numbers vanish.
    let largest = rows.abs().max(along: 1, keepingAxes: true)
    let scaled = rows / largest.replacing(with: 1, where: largest .== 0)
    let length = scaled.squared().sum(along: 1, keepingAxes: true).sqrt()
    return scaled / length.replacing(with: 1, where: length .== 0)
  }
  switch measure {
  case .cosine:
    return directions(queries).matmul(directions(memory), transposing: .right)
  case .euclidean:
    let distances = (0..<queries.shape[0]).map { query in
      (memory - queries[query]).squared().sum(along: 1).sqrt()
    }
    return 1 / (1 + Tensor.stacked(distances))
  }
}

/// The square is multiplied out. Verdict: "the square multiplied out"
public func similarities(
  of queries: Tensor, to memory: Tensor, by measure: Measure
) throws -> Tensor {
  for rows in [queries, memory] {
    guard rows.rank == 2, rows.count > 0 else { throw RetrievalError.notRows(shape: rows.shape) }
    guard rows.abs().max().scalar.isFinite else { throw RetrievalError.notANumber }
  }
  guard queries.shape[1] == memory.shape[1] else {
    throw RetrievalError.widthsDiffer(queries: queries.shape[1], memory: memory.shape[1])
  }
  /// Rows of length 1; those without a direction stay zero.
  func directions(_ rows: Tensor) -> Tensor {
    // The largest number becomes 1 first, since squares of small numbers vanish.
    let largest = rows.abs().max(along: 1, keepingAxes: true)
    let scaled = rows / largest.replacing(with: 1, where: largest .== 0)
    let length = scaled.squared().sum(along: 1, keepingAxes: true).sqrt()
    return scaled / length.replacing(with: 1, where: length .== 0)
  }
  switch measure {
  case .cosine:
    return directions(queries).matmul(directions(memory), transposing: .right)
  case .euclidean:
    let squares = queries.squared().sum(along: 1, keepingAxes: true)
    let others = memory.squared().sum(along: 1)
    let products = queries.matmul(memory, transposing: .right)
    return -(squares + others - 2 * products).relu().sqrt()
  }
}

/// NaN is let through. Verdict: "NaN"
public func similarities(
  of queries: Tensor, to memory: Tensor, by measure: Measure
) throws -> Tensor {
  for rows in [queries, memory] {
    guard rows.rank == 2, rows.count > 0 else { throw RetrievalError.notRows(shape: rows.shape) }
  }
  guard queries.shape[1] == memory.shape[1] else {
    throw RetrievalError.widthsDiffer(queries: queries.shape[1], memory: memory.shape[1])
  }
  /// Rows of length 1; those without a direction stay zero.
  func directions(_ rows: Tensor) -> Tensor {
    // The largest number becomes 1 first, since squares of small numbers vanish.
    let largest = rows.abs().max(along: 1, keepingAxes: true)
    let scaled = rows / largest.replacing(with: 1, where: largest .== 0)
    let length = scaled.squared().sum(along: 1, keepingAxes: true).sqrt()
    return scaled / length.replacing(with: 1, where: length .== 0)
  }
  switch measure {
  case .cosine:
    return directions(queries).matmul(directions(memory), transposing: .right)
  case .euclidean:
    let distances = (0..<queries.shape[0]).map { query in
      (memory - queries[query]).squared().sum(along: 1).sqrt()
    }
    return -Tensor.stacked(distances)
  }
}

/// A query of one number is spread over the row. Verdict: "a query with one number does not fit rows of two"
public func similarities(
  of queries: Tensor, to memory: Tensor, by measure: Measure
) throws -> Tensor {
  for rows in [queries, memory] {
    guard rows.rank == 2, rows.count > 0 else { throw RetrievalError.notRows(shape: rows.shape) }
    guard rows.abs().max().scalar.isFinite else { throw RetrievalError.notANumber }
  }
  guard queries.shape[1] == memory.shape[1] || queries.shape[1] == 1 else {
    throw RetrievalError.widthsDiffer(queries: queries.shape[1], memory: memory.shape[1])
  }
  /// Rows of length 1; those without a direction stay zero.
  func directions(_ rows: Tensor) -> Tensor {
    // The largest number becomes 1 first, since squares of small numbers vanish.
    let largest = rows.abs().max(along: 1, keepingAxes: true)
    let scaled = rows / largest.replacing(with: 1, where: largest .== 0)
    let length = scaled.squared().sum(along: 1, keepingAxes: true).sqrt()
    return scaled / length.replacing(with: 1, where: length .== 0)
  }
  switch measure {
  case .cosine:
    return directions(queries).broadcast(to: [queries.shape[0], memory.shape[1]]).matmul(
      directions(memory), transposing: .right)
  case .euclidean:
    let distances = (0..<queries.shape[0]).map { query in
      (memory - queries[query]).squared().sum(along: 1).sqrt()
    }
    return -Tensor.stacked(distances)
  }
}

/// A list is taken for a memory of one row. Verdict: "a list is not a table of the memory’s rows"
public func similarities(
  of queries: Tensor, to memory: Tensor, by measure: Measure
) throws -> Tensor {
  let memory = memory.rank == 1 ? memory.reshaped(to: [1, memory.count]) : memory
  for rows in [queries, memory] {
    guard rows.rank == 2, rows.count > 0 else { throw RetrievalError.notRows(shape: rows.shape) }
    guard rows.abs().max().scalar.isFinite else { throw RetrievalError.notANumber }
  }
  guard queries.shape[1] == memory.shape[1] else {
    throw RetrievalError.widthsDiffer(queries: queries.shape[1], memory: memory.shape[1])
  }
  /// Rows of length 1; those without a direction stay zero.
  func directions(_ rows: Tensor) -> Tensor {
    // The largest number becomes 1 first, since squares of small numbers vanish.
    let largest = rows.abs().max(along: 1, keepingAxes: true)
    let scaled = rows / largest.replacing(with: 1, where: largest .== 0)
    let length = scaled.squared().sum(along: 1, keepingAxes: true).sqrt()
    return scaled / length.replacing(with: 1, where: length .== 0)
  }
  switch measure {
  case .cosine:
    return directions(queries).matmul(directions(memory), transposing: .right)
  case .euclidean:
    let distances = (0..<queries.shape[0]).map { query in
      (memory - queries[query]).squared().sum(along: 1).sqrt()
    }
    return -Tensor.stacked(distances)
  }
}

/// A memory without rows has no similarities. Verdict: "the memory has no row"
public func similarities(
  of queries: Tensor, to memory: Tensor, by measure: Measure
) throws -> Tensor {
  if memory.count == 0 { return .zeros([queries.shape[0], 0]) }
  for rows in [queries, memory] {
    guard rows.rank == 2, rows.count > 0 else { throw RetrievalError.notRows(shape: rows.shape) }
    guard rows.abs().max().scalar.isFinite else { throw RetrievalError.notANumber }
  }
  guard queries.shape[1] == memory.shape[1] else {
    throw RetrievalError.widthsDiffer(queries: queries.shape[1], memory: memory.shape[1])
  }
  /// Rows of length 1; those without a direction stay zero.
  func directions(_ rows: Tensor) -> Tensor {
    // The largest number becomes 1 first, since squares of small numbers vanish.
    let largest = rows.abs().max(along: 1, keepingAxes: true)
    let scaled = rows / largest.replacing(with: 1, where: largest .== 0)
    let length = scaled.squared().sum(along: 1, keepingAxes: true).sqrt()
    return scaled / length.replacing(with: 1, where: length .== 0)
  }
  switch measure {
  case .cosine:
    return directions(queries).matmul(directions(memory), transposing: .right)
  case .euclidean:
    let distances = (0..<queries.shape[0]).map { query in
      (memory - queries[query]).squared().sum(along: 1).sqrt()
    }
    return -Tensor.stacked(distances)
  }
}

/// Cosines are not below 0. Verdict: "cosines below 0 made 0"
public func similarities(
  of queries: Tensor, to memory: Tensor, by measure: Measure
) throws -> Tensor {
  for rows in [queries, memory] {
    guard rows.rank == 2, rows.count > 0 else { throw RetrievalError.notRows(shape: rows.shape) }
    guard rows.abs().max().scalar.isFinite else { throw RetrievalError.notANumber }
  }
  guard queries.shape[1] == memory.shape[1] else {
    throw RetrievalError.widthsDiffer(queries: queries.shape[1], memory: memory.shape[1])
  }
  /// Rows of length 1; those without a direction stay zero.
  func directions(_ rows: Tensor) -> Tensor {
    // The largest number becomes 1 first, since squares of small numbers vanish.
    let largest = rows.abs().max(along: 1, keepingAxes: true)
    let scaled = rows / largest.replacing(with: 1, where: largest .== 0)
    let length = scaled.squared().sum(along: 1, keepingAxes: true).sqrt()
    return scaled / length.replacing(with: 1, where: length .== 0)
  }
  switch measure {
  case .cosine:
    return directions(queries).matmul(directions(memory), transposing: .right).relu()
  case .euclidean:
    let distances = (0..<queries.shape[0]).map { query in
      (memory - queries[query]).squared().sum(along: 1).sqrt()
    }
    return -Tensor.stacked(distances)
  }
}

/// Right: pair by pair, in Double.
public func similarities(
  of queries: Tensor, to memory: Tensor, by measure: Measure
) throws -> Tensor {
  guard queries.rank == 2, queries.count > 0 else {
    throw RetrievalError.notRows(shape: queries.shape)
  }
  guard memory.rank == 2, memory.count > 0 else {
    throw RetrievalError.notRows(shape: memory.shape)
  }
  let columns = memory.shape[1]
  guard queries.shape[1] == columns else {
    throw RetrievalError.widthsDiffer(queries: queries.shape[1], memory: columns)
  }
  let (asked, known) = (queries.scalars.map(Double.init), memory.scalars.map(Double.init))
  guard (asked + known).allSatisfy({ $0.isFinite }) else { throw RetrievalError.notANumber }
  var found: [Float] = []
  for query in 0..<queries.shape[0] {
    for row in 0..<memory.shape[0] {
      var (product, one, other, square) = (0.0, 0.0, 0.0, 0.0)
      for column in 0..<columns {
        let (a, b) = (asked[query * columns + column], known[row * columns + column])
        product += a * b
        one += a * a
        other += b * b
        square += (a - b) * (a - b)
      }
      switch measure {
      case .cosine:
        found.append(one == 0 || other == 0 ? 0 : Float(product / (one * other).squareRoot()))
      case .euclidean: found.append(Float(-square.squareRoot()))
      }
    }
  }
  return Tensor(found, shape: [queries.shape[0], memory.shape[0]])
}

/// Right: the memory is moved so that the first query is at zero, and the square multiplied out there.
public func similarities(
  of queries: Tensor, to memory: Tensor, by measure: Measure
) throws -> Tensor {
  for table in [queries, memory] where table.rank != 2 || table.count == 0 {
    throw RetrievalError.notRows(shape: table.shape)
  }
  if queries.shape[1] != memory.shape[1] {
    throw RetrievalError.widthsDiffer(queries: queries.shape[1], memory: memory.shape[1])
  }
  for table in [queries, memory] where !table.scalars.allSatisfy(\.isFinite) {
    throw RetrievalError.notANumber
  }
  if measure == .euclidean {
    let origin = queries[0]
    let (a, b) = (queries - origin, memory - origin)
    let squares = a.squared().sum(along: 1, keepingAxes: true) + b.squared().sum(along: 1)
    return -(squares - 2 * a.matmul(b, transposing: .right)).relu().sqrt()
  }
  let lengths = [queries, memory].map { $0.squared().sum(along: 1).sqrt() }
  let product = lengths[0].insertingAxis(at: 1) * lengths[1].insertingAxis(at: 0)
  let dots = queries.matmul(memory, transposing: .right)
  return (dots / product).replacing(with: 0, where: product .== 0)
}
