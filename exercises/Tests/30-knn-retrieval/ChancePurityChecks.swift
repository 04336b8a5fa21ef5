import Checking
import Expecting
import KNNRetrieval
import Tensors
import Testing

/// The purity of neighbours that were drawn at random.
@Suite(.exercise) struct `chancePurity(labels:queryLabels:excluding:)` {
  /// The mean over all sets of k rows, each of them looked at.
  private func counted(_ labels: [Int], _ queryLabels: [Int], _ own: [Int], _ k: Int) -> Double {
    var sum = 0.0
    for (label, own) in zip(queryLabels, own) {
      let sets = (0..<1 << labels.count).map { set in
        labels.indices.filter { set >> $0 & 1 == 1 }
      }.filter { $0.count == k && !$0.contains(own) }
      var pure = 0.0
      for rows in sets {
        pure += Double(rows.count { labels[$0] == label }) / Double(k)
      }
      sum += pure / Double(sets.count)
    }
    return sum / Double(queryLabels.count)
  }

  @Test func `it is the mean over all sets of neighbours that could be drawn`() throws {
    let labels = [1, 1, 0, 1, 1, 2, 0]
    let (queryLabels, own) = ([0, 2, 1, 0, 0], [-1, 2, 0, 1, 2])
    // 2 of 7, 1 of 6, 3 of 6, 2 of 6 and 1 of 6.
    let truth = counted(labels, queryLabels, own, 3)
    let mistakes: KeyValuePairs<String, Double> = [
      "the query’s own row among those that are drawn": 0.3142857,
      "the query’s own row taken off those that are alike, and not off the rows": 0.2571429,
      "the query’s own row taken off the rows, and not off those that are alike":
        0.3571429,
      "a row left out for every query; −1 says that it is none of them": 0.2,
      "one taken off those that are alike, whatever the label of the query’s own row is":
        0.2238095,
      "one divided by the number of classes; labels are not equally frequent": 0.3333333,
      "the chance that two rows of the memory are alike; queries have labels of their own":
        0.4285714,
      "the chance that two queries are alike; the rows have labels of their own": 0.44,
      "the part of the most frequent label": 0.5714286,
      "−1 taken for the last row; it says that the query is no row of the memory": 0.2666667,
      "row 0 taken for none; only −1 says that the query is no row": 0.3047619,
      "the chance of another label than the query’s": 1 - truth,
    ]
    try expect(
      chancePurity(labels: labels, queryLabels: queryLabels, excluding: own), is: truth,
      mistakes: mistakes,
      given: ["labels": labels, "query labels": queryLabels, "own": own])
  }

  @Test func `it is the same for any number of neighbours`() throws {
    try forEachSeed { generator in
      let labels = generator.numbers(6, below: 3)
      let queryLabels = generator.numbers(3, below: 4)
      let own = [-1] + generator.numbers(2, below: 6)
      let found = try chancePurity(labels: labels, queryLabels: queryLabels, excluding: own)
      for k in [1, 2, 5] {
        try expect(
          found, is: counted(labels, queryLabels, own, k),
          given: ["labels": labels, "query labels": queryLabels, "own": own, "k": k])
      }
    }
  }

  @Test func `ten rows of ten kinds, each looked for among the others`() throws {
    try expect(
      chancePurity(
        labels: Array(0..<10), queryLabels: Array(0..<10), excluding: Array(0..<10)), is: 0,
      mistakes: [
        "the query’s own row among those that are drawn": 0.1
      ], given: ["labels": "0 to 9", "query labels": "0 to 9", "own": "0 to 9"])
  }

  @Test func `what cannot be drawn is refused`() throws {
    let cases: [(String, [Int], [Int], [Int])] = [
      ("there are no queries", [1, 2], [], []), ("two queries, one own row", [1, 2], [1, 2], [0]),
      ("there is no row 2", [1, 2], [1], [2]), ("there is no row −2", [1, 2], [1], [-2]),
      ("the memory is empty", [], [1], [-1]), ("no row is left", [1], [1], [0]),
    ]
    for (why, labels, queryLabels, own) in cases {
      try expectRetrievalError(why) {
        _ = try chancePurity(labels: labels, queryLabels: queryLabels, excluding: own)
      }
    }
  }
}
