import Checking
import Expecting
import Foundation
import KNNRetrieval
import Tensors
import Testing

/// What the neighbours say together.
@Suite(.exercise) struct `vote(of:neighbours:weights:classes:)` {
  private let labels = [2, 0, 1, 0, 2]
  private let neighbours = [[0, 1, 3], [4, 2, 0]]

  @Test func `each neighbour votes for its own label, with its weight`() throws {
    // The first query's neighbours have the labels 2, 0 and 0, the second's 2, 1 and 2.
    let weights: Tensor = [[4, 1, 2], [3, 1, 1]]
    let sums: Tensor = [[3, 0, 4, 0], [0, 1, 4, 0]]
    let exponentials = sums.softmax(along: 1)
    let truth: Tensor = [[0.4285714, 0, 0.5714286, 0], [0, 0.2, 0.8, 0]]
    let mistakes: KeyValuePairs<String, Tensor> = [
      "every vote counts the same; each counts its weight":
        [[0.6666667, 0, 0.3333333, 0], [0, 0.3333333, 0.6666667, 0]],
      "sums of weights; they are still to be divided by all the weights of the query": sums,
      "divided by the number of neighbours; it is the sum of their weights": sums / 3,
      "the winner alone; every class has its share": [[0, 0, 1, 0], [0, 0, 1, 0]],
      "the mean weight of each class; its weights add up": [[1.5, 0, 4, 0], [0, 1, 2, 0]],
      "the labels of the first rows; they are those of the neighbours":
        [[0.1428571, 0.2857143, 0.5714286, 0], [0.2, 0.2, 0.6, 0]],
      "weights from the farthest to the nearest; the first is that of the nearest":
        [[0.7142857, 0, 0.2857143, 0], [0, 0.2, 0.8, 0]],
      "the weights of the first query for all of them":
        [[0.4285714, 0, 0.5714286, 0], [0, 0.1428571, 0.8571429, 0]],
      "a softmax of the sums; a share is a part of the sum": exponentials,
      "divided by the largest sum, not by all": [[0.75, 0, 1, 0], [0, 0.25, 1, 0]],
      "divided by the weights of all queries together": sums / 12,
    ]
    try expect(
      vote(of: labels, neighbours: neighbours, weights: weights, classes: 4), is: truth,
      mistakes: mistakes,
      given: ["labels": labels, "neighbours": neighbours, "weights": weights, "classes": 4])
  }

  @Test func `shares add up to 1, and only the proportions of the weights count`() throws {
    try forEachSeed { generator in
      let labels = generator.numbers(8, below: 3)
      let neighbours = (0..<3).map { _ in
        Array(permutation(of: 8, using: &generator).prefix(4))
      }
      let weights = Tensor.uniform(in: 0.1..<2, shape: [3, 4], using: &generator)
      let stretch: Tensor = [[0.001], [1], [50]]
      let truth = neighbours.enumerated().map { query, rows in
        var sums: [Float] = [0, 0, 0]
        for (place, row) in rows.enumerated() {
          sums[labels[row]] += weights[query, place].scalar
        }
        let total: Float = sums[0] + sums[1] + sums[2]
        return sums.map { $0 / total }
      }
      try expect(
        vote(of: labels, neighbours: neighbours, weights: weights * stretch, classes: 3),
        is: Tensor(truth), within: 1e-4,
        given: ["labels": labels, "neighbours": neighbours, "weights": weights * stretch])
    }
  }

  @Test func `a weight of 0 has no vote, and one neighbour decides alone`() throws {
    try expect(
      vote(of: labels, neighbours: neighbours, weights: [[0, 1, 0], [0, 3, 1]], classes: 3),
      is: [[1, 0, 0], [0, 0.75, 0.25]],
      given: ["labels": labels, "neighbours": neighbours, "weights": "0 1 0 and 0 3 1"])
    try expect(
      vote(of: labels, neighbours: [[2]], weights: [[0.01]], classes: 3), is: [[0, 1, 0]],
      given: ["labels": labels, "neighbours": [[2]], "weights": [[0.01]]])
  }

  @Test func `votes that do not fit are refused`() throws {
    let ones = Tensor.ones([2, 3])
    let endless = Tensor([1, .infinity, 1, 1, 1, 1], shape: [2, 3])
    let hole = Tensor([1, .nan, 1, 1, 1, 1], shape: [2, 3])
    let cases: [(String, [Int], [[Int]], Tensor, Int)] = [
      ("weights for two neighbours, and there are three", labels, neighbours, .ones([2, 2]), 3),
      ("weights for one query, and there are two", labels, neighbours, .ones([1, 3]), 3),
      ("the second query has two neighbours", labels, [[0, 1, 3], [4, 2]], ones, 3),
      ("there is no class 2 of two", labels, neighbours, ones, 2),
      ("a label is −1", [-1, 0, 1, 0, 2], neighbours, ones, 3),
      ("there is no row 5", labels, [[0, 1, 5], [4, 2, 0]], ones, 3),
      ("a weight is negative", labels, neighbours, [[1, -1, 1], [1, 1, 1]], 3),
      ("a weight is NaN", labels, neighbours, hole, 3),
      ("a weight is infinite", labels, neighbours, endless, 3),
      ("there is no row −1", labels, [[0, 1, -1], [4, 2, 0]], ones, 3),
      ("all weights of a query are 0", labels, neighbours, [[1, 1, 1], [0, 0, 0]], 3),
    ]
    for (why, labels, neighbours, weights, classes) in cases {
      try expectRetrievalError(why) {
        _ = try vote(of: labels, neighbours: neighbours, weights: weights, classes: classes)
      }
    }
  }
}
