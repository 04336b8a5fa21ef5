import Tensors

/// The long row has the direction as well. Verdict: "name another nearest row than cosines"
public func memoryWhereTheMeasuresDisagree() throws -> MemoryAndQuery {
  // One in the query's direction, one close to it, and one that is merely long.
  MemoryAndQuery(memory: [[10, 0], [2, 1], [0.1, 5]], query: [2, 0])
}

/// The near row is the one in the direction. Verdict: "another nearest row than the cosine"
public func memoryWhereTheMeasuresDisagree() throws -> MemoryAndQuery {
  // One in the query's direction, one close to it, and one that is merely long.
  MemoryAndQuery(memory: [[1.9, 0], [2, 1], [10, 9]], query: [2, 0])
}

/// The near row is the long one. Verdict: "another nearest row than the dot product"
public func memoryWhereTheMeasuresDisagree() throws -> MemoryAndQuery {
  // One in the query's direction, one close to it, and one that is merely long.
  MemoryAndQuery(memory: [[0.1, 0], [2, 1], [1, 9]], query: [2, 0])
}

/// Two rows are equally near. Verdict: "one row alone is nearest by the cosine"
public func memoryWhereTheMeasuresDisagree() throws -> MemoryAndQuery {
  // One in the query's direction, one close to it, and one that is merely long.
  MemoryAndQuery(memory: [[0.1, 0], [0.2, 0], [2, 1], [10, 9]], query: [2, 0])
}

/// The query has no direction. Verdict: "the query has a direction"
public func memoryWhereTheMeasuresDisagree() throws -> MemoryAndQuery {
  // One in the query's direction, one close to it, and one that is merely long.
  MemoryAndQuery(memory: [[0.1, 0], [2, 1], [10, 9]], query: [0, 0])
}

/// The query is a table. Verdict: "the query has as many columns"
public func memoryWhereTheMeasuresDisagree() throws -> MemoryAndQuery {
  // One in the query's direction, one close to it, and one that is merely long.
  MemoryAndQuery(memory: [[0.1, 0], [2, 1], [10, 9]], query: [[2, 0]])
}

/// Right: in three dimensions, with negative numbers.
public func memoryWhereTheMeasuresDisagree() throws -> MemoryAndQuery {
  let query: Tensor = [-1, -2, -2]
  let far: Tensor = [-80, -10, -100]
  let close: Tensor = [-1, -2, -1.5]
  return MemoryAndQuery(memory: .stacked([5 * query, close, far, -query]), query: query)
}
