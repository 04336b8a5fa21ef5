import Checking
import Expecting
import KNNRetrieval
import Tensors
import Testing

/// The k nearest rows.
@Suite(.exercise) struct `nearest(_:in:excluding:)` {
  @Test func `the nearest come first, and a query does not find itself`() throws {
    let similarities: Tensor = [
      [0.92, 0.9, 0.3, 0.8, 0.5, 0.95], [0.7, 0.2, 1, 0.4, 0.6, 0.1],
      [0.9, 0.3, 0.6, 0.2, 0.4, 0.8],
    ]
    try expect(
      nearest(2, in: similarities, excluding: [-1, 2, 5]), is: [[5, 0], [0, 4], [0, 2]],
      mistakes: [
        "the query’s own row among its neighbours": [[5, 0], [2, 0], [0, 5]],
        "the farthest rows; a larger similarity is nearer": [[2, 4], [5, 1], [3, 1]],
        "the first one found always left out, whether it is the query’s own row or not":
          [[0, 1], [0, 4], [5, 2]],
        "the query’s own row left out only where it is the nearest": [[5, 0], [0, 4], [0, 5]],
        "one neighbour too few where the query’s own row was among the k": [[5, 0], [0], [0]],
        "−1 taken for the last row; it says that the query is no row of the memory":
          [[0, 1], [0, 4], [0, 2]],
        "places counted after the query’s own row was taken out, so that later ones are off by one":
          [[5, 0], [0, 3], [0, 2]],
        "the row left out that has the query’s number; `own` names it": [
          [5, 1], [2, 0], [0, 5],
        ],
        "neighbours in the order of the memory, not the nearest first": [
          [0, 5], [0, 4], [0, 2],
        ],
        "k + 1 neighbours": [[5, 0, 1], [0, 4, 3], [0, 2, 4]],
      ], given: ["similarities": similarities, "own": [-1, 2, 5], "k": 2])
  }

  @Test func `of equals the lower index comes first, and a twin is a neighbour`() throws {
    // Rows 1, 2, 4 and 5 are as near as can be; row 4 is the query itself.
    let similarities: Tensor = [[0.5, 1, 1, 0.5, 1, 1]]
    try expect(
      nearest(4, in: similarities, excluding: [4]), is: [[1, 2, 5, 0]],
      mistakes: [
        "the later of equals first; the lower index comes first": [[5, 2, 1, 3]],
        "every row left out that is as near as the query itself; only its own row is": [[0, 3]],
        "the first one found always left out, whether it is the query’s own row or not":
          [[2, 4, 5, 0]],
        "the query’s own row among its neighbours": [[1, 2, 4, 5]],
        "the farthest rows; a larger similarity is nearer": [[0, 3, 1, 2]],
        "one neighbour too few where the query’s own row was among the k": [[1, 2, 5]],
        "neighbours in the order of the memory, not the nearest first": [[0, 1, 2, 5]],
        "places counted after the query’s own row was taken out, so that later ones are off by one":
          [[1, 2, 4, 0]],
      ], given: ["similarities": similarities, "own": [4], "k": 4])
  }

  @Test func `negative similarities, masked rows and all the rows there are`() throws {
    let distances = Tensor([-3, -0.5, -Float.infinity, -2], shape: [1, 4])
    try expect(
      nearest(4, in: distances, excluding: [-1]), is: [[1, 3, 0, 2]],
      mistakes: ["sorted by magnitude; −0.5 is nearer than −3": [[2, 0, 3, 1]]],
      given: ["similarities": distances, "own": [-1], "k": 4])
    try expect(
      nearest(3, in: distances, excluding: [1]), is: [[3, 0, 2]],
      given: ["similarities": distances, "own": [1], "k": 3])
    try expect(
      nearest(3, in: distances, excluding: [0]), is: [[1, 3, 2]],
      mistakes: ["row 0 taken for none; only −1 says that the query is no row": [[1, 3, 0]]],
      given: ["similarities": distances, "own": [0], "k": 3])
  }

  @Test func `many rows with many ties, counted out`() throws {
    try forEachSeed { generator in
      let numbers = (0..<3).map { _ in generator.numbers(12, below: 5).map { Float($0) } }
      let rows = generator.numbers(2, below: 12)
      let own = [rows[0], -1, rows[1]]
      for k in [1, 5, 11] {
        try expect(
          nearest(k, in: Tensor(numbers), excluding: own),
          is: zip(numbers, own).map { largest(k, of: $0, without: $1) },
          given: ["similarities": numbers, "own": own, "k": k])
      }
    }
  }

  @Test func `what cannot be found is refused`() throws {
    let similarities: Tensor = [[1, 0.5, 0.2], [0.3, 0.4, 1]]
    let cases: [(String, Int, [Int])] = [
      ("no neighbour is asked for", 0, [-1, -1]), ("four rows of three", 4, [-1, -1]),
      ("three neighbours, and two rows besides the query’s own", 3, [-1, 2]),
      ("two queries, and one own row", 1, [0]), ("there is no row 3", 1, [3, -1]),
      ("there is no row −2", 1, [0, -2]),
    ]
    for (why, k, own) in cases {
      try expectRetrievalError(why) { _ = try nearest(k, in: similarities, excluding: own) }
    }
    try expectRetrievalError("a similarity is NaN") {
      _ = try nearest(1, in: Tensor([1, .nan, 0], shape: [1, 3]), excluding: [-1])
    }
    try expectRetrievalError("a list has no queries with rows") {
      _ = try nearest(1, in: [1, 2, 3], excluding: [-1])
    }
  }
}
