import Checking
import Expecting
import KNNRetrieval
import Tensors
import Testing

/// The part of the neighbours that has the query's label.
@Suite(.exercise) struct `purity(of:labels:queryLabels:)` {
  @Test func `each query counts the same, with the part of its neighbours that is alike`() throws {
    let labels = [0, 1, 1, 2, 0, 1, 2]
    let neighbours = [[1, 2, 0], [3, 6, 4], [0, 5, 1, 2]]
    let queryLabels = [0, 2, 1]
    // 1 of 3, 2 of 3 and 3 of 4.
    let truth: Double = (1.0 / 3 + 2.0 / 3 + 0.75) / 3
    let mistakes: KeyValuePairs<String, Double> = [
      "all neighbours in one heap; each query counts the same, however many it has": 0.6,
      "the part of the most frequent label; it is that of the query’s own":
        0.6944444,
      "how often the majority is right, not how large the part is that is alike": 0.6666667,
      "only the nearest neighbour looked at": 0.3333333,
      "how often some neighbour is alike": 1,
      "how often all neighbours are alike": 0,
      "the part that is not alike": 1 - truth,
      "the number of those that are alike; it is to be divided by the number of neighbours": 2,
      "the labels of the first rows for those of the queries": 0.3611111,
      "the neighbours’ own numbers compared, not their labels": 0.1944444,
      "the sum over the queries, not the mean": 3 * truth,
    ]
    try expect(
      purity(of: neighbours, labels: labels, queryLabels: queryLabels), is: truth,
      mistakes: mistakes,
      given: ["neighbours": neighbours, "labels": labels, "query labels": queryLabels])
  }

  @Test func `labels may be any property, and need not come in a row`() throws {
    try expect(
      purity(of: [[0, 2], [1, 2]], labels: [-7, 100, 100], queryLabels: [100, 5]), is: 0.25,
      given: [
        "neighbours": [[0, 2], [1, 2]], "labels": [-7, 100, 100], "query labels": [100, 5],
      ])
  }

  @Test func `neighbours drawn at random, counted out`() throws {
    try forEachSeed { generator in
      let labels = generator.numbers(9, below: 3)
      let queryLabels = generator.numbers(4, below: 3)
      let neighbours = (1...4).map { count in
        Array(permutation(of: 9, using: &generator).prefix(count))
      }
      var sum = 0.0
      for (rows, label) in zip(neighbours, queryLabels) {
        var alike = 0.0
        for row in rows where labels[row] == label { alike += 1 }
        sum += alike / Double(rows.count)
      }
      try expect(
        purity(of: neighbours, labels: labels, queryLabels: queryLabels), is: sum / 4,
        given: ["neighbours": neighbours, "labels": labels, "query labels": queryLabels])
    }
  }

  @Test func `what has no part is refused`() throws {
    try expectRetrievalError("there are no queries") {
      _ = try purity(of: [], labels: [1, 2], queryLabels: [])
    }
    try expectRetrievalError("a query has no neighbours") {
      _ = try purity(of: [[0], []], labels: [1, 2], queryLabels: [1, 2])
    }
    try expectRetrievalError("two queries, and one label of theirs") {
      _ = try purity(of: [[0], [1]], labels: [1, 2], queryLabels: [1])
    }
    try expectRetrievalError("there is no row 2") {
      _ = try purity(of: [[0, 2]], labels: [1, 2], queryLabels: [1])
    }
    try expectRetrievalError("there is no row −1") {
      _ = try purity(of: [[0, -1]], labels: [1, 2], queryLabels: [1])
    }
  }
}
