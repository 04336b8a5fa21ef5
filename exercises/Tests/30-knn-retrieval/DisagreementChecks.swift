import Checking
import Expecting
import KNNRetrieval
import Tensors
import Testing

/// A memory in which three measures name three nearest rows.
@Suite(.exercise) struct `memoryWhereTheMeasuresDisagree()` {
  /// The rows and the query, if they are what was asked for.
  private func given() throws -> (memory: Rows, query: [Float]) {
    let found = try memoryWhereTheMeasuresDisagree()
    let (memory, query) = (found.memory, found.query)
    try expect(
      memory.rank == 2 && memory.shape[0] <= 100 && memory.shape[0] > 0 && query.rank == 1
        && query.shape[0] == memory.shape[1] && query.count > 0,
      "the memory is [rows, columns], at most 100 rows, and the query has as many columns",
      given: ["memory": memory.shape, "query": query.shape])
    try expect(
      (memory.scalars + query.scalars).allSatisfy { $0.isFinite && abs($0) < 1e4 },
      "all numbers are finite, and below 10,000", given: ["memory": memory, "query": query])
    try expect(
      query.scalars.contains { $0 != 0 }, "the query has a direction: it is not all zeros",
      given: ["query": query])
    return (memory.rows, query.scalars)
  }

  /// The row with the largest number, if it is ahead of all others by more than rounding.
  private func winner(_ numbers: [Float], _ measure: String, _ size: Float) throws -> Int {
    let order = numbers.indices.sorted { numbers[$0] > numbers[$1] }
    try expect(
      order.count == 1 || numbers[order[0]] - numbers[order[1]] > 1e-3 * size,
      "one row alone is nearest by the \(measure), well ahead of the others",
      given: ["by the \(measure)": numbers])
    return order[0]
  }

  private func winners() throws -> (cosine: Int, distance: Int, dot: Int) {
    let (memory, query) = try given()
    let cosines = memory.map { length($0) > 0 ? cosine($0, query) : 0 }
    let distances = memory.map { -length(difference($0, query)) }
    let dots = memory.map { dot($0, query) }
    return (
      try winner(cosines, "cosine", 1),
      try winner(distances, "Euclidean distance", distances.map { abs($0) }.max() ?? 1),
      try winner(dots, "dot product", dots.map { abs($0) }.max() ?? 1)
    )
  }

  @Test func `it is a memory and a query`() throws { _ = try given() }

  @Test func `dot products name another row than cosines`() throws {
    let (cosine, _, dot) = try winners()
    try expect(
      cosine != dot,
      "dot products, which forget the lengths, name another nearest row than cosines",
      given: ["nearest by the cosine": cosine, "by the dot product": dot])
  }

  @Test func `and the Euclidean distance names a third`() throws {
    let (cosine, distance, dot) = try winners()
    try expect(
      distance != cosine, "the Euclidean distance names another nearest row than the cosine",
      given: ["nearest by the Euclidean distance": distance, "by the cosine": cosine])
    try expect(
      distance != dot, "the Euclidean distance names another nearest row than the dot product",
      given: ["nearest by the Euclidean distance": distance, "by the dot product": dot])
  }
}
