import Checking
import Expecting
import KNNRetrieval
import Tensors
import Testing

/// How alike queries and rows are.
@Suite(.exercise) struct `similarities(of:to:by:)` {
  /// Of the lengths 3 and 7, and 3, 7, 9 and 5.
  private let queries: Rows = [[1, 2, 2], [-2, 3, 6]]
  private let memory: Rows = [[2, 1, -2], [2, 3, 6], [-1, 4, 8], [3, 0, 4]]

  private func found(_ measure: Measure) throws -> Tensor {
    try similarities(of: Tensor(queries), to: Tensor(memory), by: measure)
  }

  @Test func `cosines are dot products, divided by both lengths`() throws {
    let mean: ([Float]) -> Float = { $0.reduce(0, +) / 3 }
    let centred = { (row: [Float]) in row.map { $0 - mean(row) } }
    let top: ([Float]) -> Float = { $0.map { abs($0) }.max() ?? 1 }
    let sum: ([Float]) -> Float = { $0.reduce(0) { $0 + abs($1) } }
    let columns = (0..<3).map { column in length(memory.map { $0[column] }) }
    let ownColumns = (0..<3).map { column in length(queries.map { $0[column] }) }
    let byColumns = { (row: [Float], lengths: [Float]) in zip(row, lengths).map { $0 / $1 } }
    let truth = table(queries, memory, cosine)
    let mistakes: KeyValuePairs<String, Tensor> = [
      "dot products; they are still to be divided by both lengths": table(queries, memory, dot),
      "divided by the lengths of the memory’s rows alone; the queries have lengths, too":
        table(queries, memory) { dot($0, $1) / length($1) },
      "divided by the lengths of the queries alone; the memory’s rows have lengths, too":
        table(queries, memory) { dot($0, $1) / length($0) },
      "divided by the squares of the lengths; the length is the root":
        table(queries, memory) { cosine($0, $1) / (length($0) * length($1)) },
      "magnitudes of the cosines; rows that point apart are not alike":
        table(queries, memory) { abs(cosine($0, $1)) },
      "cosines below 0 made 0; rows that point apart are below 0":
        table(queries, memory) { max(cosine($0, $1), 0) },
      "cosine distances, 1 − cosine; larger should be nearer":
        table(queries, memory) { 1 - cosine($0, $1) },
      "correlations: the mean of each row was taken off first":
        table(queries, memory) { cosine(centred($0), centred($1)) },
      "rows divided by their largest number, not by their length":
        table(divided(queries, by: top), divided(memory, by: top), dot),
      "rows divided by the sum of their magnitudes, not by their length":
        table(divided(queries, by: sum), divided(memory, by: sum), dot),
      "columns brought to length 1, not rows":
        table(queries, memory) { dot(byColumns($0, ownColumns), byColumns($1, columns)) },
      "distances with a minus, though cosines were asked for":
        table(queries, memory) { -length(difference($0, $1)) },
      "a row for each row of the memory; it is one for each query": truth.transposed(),
      "divided by the number of columns as well":
        table(queries, memory) { cosine($0, $1) / 3 },
    ]
    try expect(
      found(.cosine), is: truth, mistakes: mistakes,
      given: ["queries": queries, "memory": memory])
  }

  @Test func `Euclidean similarities are distances with a minus`() throws {
    let distance = { (a: [Float], b: [Float]) in length(difference(a, b)) }
    let truth = table(queries, memory) { -distance($0, $1) }
    let mistakes: KeyValuePairs<String, Tensor> = [
      "distances without a minus; larger should be nearer": table(queries, memory, distance),
      "squares of the distances; their root was forgotten":
        table(queries, memory) { -distance($0, $1) * distance($0, $1) },
      "the mean over the columns and not the sum, under the root":
        table(queries, memory) { -distance($0, $1) / Float(3).squareRoot() },
      "sums of the magnitudes of the differences; they are squared, and the root is taken":
        table(queries, memory) { -difference($0, $1).reduce(0) { $0 + abs($1) } },
      "the largest difference of a column alone":
        table(queries, memory) { -(difference($0, $1).map { abs($0) }.max() ?? 0) },
      "distances of rows that were brought to length 1 first; only the cosine does that":
        table(divided(queries, by: length), divided(memory, by: length)) { -distance($0, $1) },
      "cosines, though distances were asked for": table(queries, memory, cosine),
      "1 / (1 + distance); it is the distance with a minus":
        table(queries, memory) { 1 / (1 + distance($0, $1)) },
      "a row for each row of the memory; it is one for each query": truth.transposed(),
    ]
    try expect(
      found(.euclidean), is: truth, mistakes: mistakes,
      given: ["queries": queries, "memory": memory])
  }

  @Test func `a row of zeros has no direction, and a cosine of 0 with everything`() throws {
    let (queries, memory): (Rows, Rows) = ([[0, 0], [3, 4]], [[4, 3], [0, 0], [-3, -4]])
    let found = try similarities(of: Tensor(queries), to: Tensor(memory), by: .cosine)
    try expect(
      found.scalars.allSatisfy { !$0.isNaN },
      "a row of zeros has a cosine of 0 with everything, and not NaN, which is 0 / 0",
      given: ["queries": queries, "memory": memory, "found": found])
    try expect(
      found, is: [[0, 0, 0], [0.96, 0, -1]],
      mistakes: [
        "a row of zeros taken for alike to everything": [[1, 1, 1], [0.96, 1, -1]],
        "a row of zeros taken for opposite to everything": [[-1, -1, -1], [0.96, -1, -1]],
        "a row of zeros taken for alike to another one": [[0, 1, 0], [0.96, 0, -1]],
      ], given: ["queries": queries, "memory": memory])
    try expect(
      similarities(of: Tensor(queries), to: Tensor(memory), by: .euclidean),
      is: [[-5, 0, -5], [-1.4142136, -5, -10]],
      given: ["queries": queries, "memory": memory])
  }

  @Test func `a cosine does not ask how long rows are, and a distance not where they lie`() throws {
    try forEachSeed { generator in
      let queries = Tensor.normal(shape: [2, 3], using: &generator)
      let memory = Tensor.normal(shape: [4, 3], using: &generator)
      let cosines = table(queries.rows, memory.rows, cosine)
      let stretched = try similarities(of: 0.001 * queries, to: 300 * memory, by: .cosine)
      try expect(
        stretched, is: cosines, within: 1e-4,
        given: ["queries": 0.001 * queries, "memory": 300 * memory])
      let distances = table(queries.rows, memory.rows) { -length(difference($0, $1)) }
      let moved = try similarities(of: queries + 3, to: memory + 3, by: .euclidean)
      try expect(
        moved, is: distances, within: 1e-4, given: ["queries": queries + 3, "memory": memory + 3])
    }
  }

  @Test func `two near rows far from zero keep their distance`() throws {
    // 4097² has no place in 24 bits, so the squares multiplied out cancel to nothing.
    try expect(
      similarities(of: [[4097, 0]], to: [[4096, 0], [4097, 0]], by: .euclidean), is: [[-1, 0]],
      mistakes: [
        "the square multiplied out, |q|² + |m|² − 2 q · m, where rounding eats a small difference":
          [[0, 0]]
      ], given: ["query": [4097, 0], "memory": [[4096, 0], [4097, 0]]])
  }

  @Test func `what is no row, or no number, is refused`() throws {
    let two: Tensor = [[1, 2], [3, 4]]
    for measure in Measure.allCases {
      try expectRetrievalError("a query has three numbers, and a row of the memory two") {
        _ = try similarities(of: [[1, 2, 3]], to: two, by: measure)
      }
      try expectRetrievalError("a query with one number does not fit rows of two") {
        _ = try similarities(of: [[1]], to: two, by: measure)
      }
      try expectRetrievalError("a list is not a table of queries") {
        _ = try similarities(of: [1, 2], to: two, by: measure)
      }
      try expectRetrievalError("a list is not a table of the memory’s rows") {
        _ = try similarities(of: two, to: [1, 2], by: measure)
      }
      try expectRetrievalError("the memory has no row") {
        _ = try similarities(of: two, to: .zeros([0, 2]), by: measure)
      }
      try expectRetrievalError("a number of the memory is NaN") {
        _ = try similarities(of: two, to: Tensor([1, .nan], shape: [1, 2]), by: measure)
      }
      try expectRetrievalError("a number of a query is infinite") {
        _ = try similarities(of: Tensor([1, .infinity], shape: [1, 2]), to: two, by: measure)
      }
    }
  }
}
