import Checking
import Expecting
import Explanations
import Shapley
import Tensors
import Testing

/// The game of a model: who is present comes from x, who is absent from the background.
@Suite(.exercise) struct `coalitionValues(of:at:background:masks:)` {
  /// A score that wants rows of so many features, and says so.
  private func score(_ features: Int, _ of: @escaping Score) -> Score {
    { rows in
      guard rows.rank == 2, rows.shape[1] == features else { throw WrongRows(rows.shape, features) }
      return try of(rows)
    }
  }

  private struct WrongRows: Error, CustomStringConvertible {
    let description: String
    init(_ shape: [Int], _ features: Int) {
      description = "the score was asked about rows of shape \(shape); it takes [N, \(features)]"
    }
  }

  private let nothing =
    "0 for every coalition, as after a division of whole numbers: 1 / 3 is 0 in Swift"

  private let wrongAxis =
    "the mean over the wrong axis: the scores of one coalition with all rows follow each other"

  private func product(_ rows: Tensor) -> Tensor { rows[.all, 0] * rows[.all, 1] }

  @Test func `the present come from x, the absent from the baseline`() throws {
    try expect(
      coalitionValues(
        of: score(2, product), at: [[3, 5]], background: [[1, 2]],
        masks: [[0, 0], [1, 0], [0, 1], [1, 1]]),
      is: [2, 6, 5, 15],
      mistakes: [
        "the absent from x and the present from the background": [15, 5, 6, 2],
        "zero for the absent; they come from the background": [0, 0, 0, 15],
        "x added to the baseline; it takes the baseline's place": [2, 8, 7, 28],
        "the difference to nobody at all; a game's value is the score itself": [0, 4, 3, 13],
        "the score of x alone, whatever the coalition": [15, 15, 15, 15],
        "features in the opposite order": [2, 5, 6, 15],
        nothing: [0, 0, 0, 0],
      ],
      given: ["score": "a b", "x": "3, 5", "baseline": "1, 2", "masks": "00, 10, 01, 11"])
  }

  @Test func `over a background it is the mean of scores, not the score of a mean`() throws {
    // Its mean is (4⁄3, 3) and its median (1, 2), which is none of its rows.
    let background: Tensor = [[4, 2], [-1, 6], [1, 1]]
    let third: Float = 1 / 3
    try expect(
      coalitionValues(
        of: score(2, product), at: [[3, 5]], background: background,
        masks: [[0, 0], [1, 0], [0, 1], [1, 1]]),
      is: Tensor([1, 9, 20 * third, 15]),
      mistakes: [
        "the score at the mean of the background; it is the mean of the scores": Tensor([
          4, 9, 20 * third, 15,
        ]),
        "the score at the median of the background; it is the mean of the scores": [2, 6, 5, 15],
        "the largest score over the background, not the mean": [8, 18, 20, 15],
        "the first row of the background alone": [8, 6, 20, 15],
        "the last row of the background alone": [1, 3, 5, 15],
        "the sum over the background, not the mean": [3, 27, 20, 45],
        wrongAxis: [12.25, 5.5, 6],
        wrongAxis: Tensor([
          31 * third, 4, 12, 16 * third,
        ]),
        nothing: [0, 0, 0, 0],
        "zero for the absent; they come from the background": [0, 0, 0, 15],
        "the absent from x and the present from the background": Tensor([
          15, 20 * third, 9, 1,
        ]),
        "the difference to nobody at all; a game's value is the score itself": Tensor([
          0, 8, 17 * third, 14,
        ]),
      ],
      given: ["score": "a b", "x": "3, 5", "background": background])
  }

  @Test func `every coalition meets every row of the background`() throws {
    // As many coalitions as rows: pairing them off would fit as well.
    let background: Tensor = [[1, 0, 2], [0, 4, 1], [5, 1, 0]]
    let masks: Tensor = [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    let x: Tensor = [[10, 20, 30]]
    let square = { (rows: Tensor) in rows.sum(along: 1).squared() }
    var scores: [[Float]] = []
    for coalition in 0..<3 {
      // Whoever is alone comes from x, the other two from the row.
      scores.append(
        (0..<3).map { row in
          let others = background[row].sum().scalar - background[row, coalition].scalar
          let sum = x[0, coalition].scalar + others
          return sum * sum
        })
    }
    let truth: [Float] = scores.map { $0.reduce(0, +) / 3 }
    let diagonal: [Float] = (0..<3).map { scores[$0][$0] }
    let overCoalitions: [Float] = (0..<3).map { row in
      (scores[0][row] + scores[1][row] + scores[2][row]) / 3
    }
    try expect(
      coalitionValues(of: score(3, square), at: x, background: background, masks: masks),
      is: Tensor(truth),
      mistakes: [
        "each coalition with one row of the background: the first with the first, and so on":
          Tensor(diagonal),
        wrongAxis:
          Tensor(overCoalitions),
        "both lists laid end to end again and again, so that some pairs never meet; each coalition "
          + "meets every row": Tensor(repeating: diagonal.reduce(0, +) / 3, shape: [3]),
      ],
      given: ["score": "(a + b + c)\u{B2}", "x": x, "background": background, "masks": masks])
  }

  @Test func `everybody is the score of x, and nobody the mean score of the background`() throws {
    try forEachSeed { generator in
      let weights = Tensor.normal(shape: [4, 4], using: &generator)
      let quadratic = { (rows: Tensor) in (rows.matmul(weights) * rows).sum(along: 1) }
      let x = Tensor.normal(shape: [1, 4], using: &generator)
      let background = Tensor.normal(shape: [5, 4], using: &generator)
      let values = try coalitionValues(
        of: score(4, quadratic), at: x, background: background,
        masks: [[1, 1, 1, 1], [0, 0, 0, 0]])
      let mean = quadratic(background).scalars.reduce(0, +) / 5
      try expect(
        values, is: Tensor([quadratic(x)[0].scalar, mean]), within: 1e-4,
        given: ["x": x, "background": background, "masks": "1111, 0000"])
    }
  }

  @Test func `a linear score adds up what x has over the mean of the background`() throws {
    try forEachSeed { generator in
      let weights = Tensor.normal(shape: [3], using: &generator)
      let x = Tensor.normal(shape: [1, 3], using: &generator)
      let background = Tensor.normal(shape: [4, 3], using: &generator)
      let masks: Tensor = [[1, 0, 1], [0, 1, 0]]
      let (w, own) = (weights.scalars, x.scalars)
      let mean: [Float] = (0..<3).map { column in
        var sum: Float = 0
        for row in 0..<4 { sum += background[row, column].scalar }
        return sum / 4
      }
      let first: Float = w[0] * own[0] + w[1] * mean[1] + w[2] * own[2]
      let second: Float = w[0] * mean[0] + w[1] * own[1] + w[2] * mean[2]
      try expect(
        coalitionValues(
          of: score(3) { $0.matmul(weights) }, at: x, background: background, masks: masks),
        is: Tensor([first, second]),
        given: ["weights": weights, "x": x, "background": background, "masks": masks])
    }
  }

  @Test func `a coalition is worth the same alone as among 300 others`() throws {
    var generator = SplitMix64(seed: 7)
    let masks = Tensor.uniform(in: 0..<1, shape: [301, 4], using: &generator) .> 0.5
    let background = Tensor.normal(shape: [9, 4], using: &generator)
    let x: Tensor = [[1, -2, 3, 0]]
    let quadratic = { (rows: Tensor) in rows.squared().sum(along: 1) }
    let together = try coalitionValues(
      of: score(4, quadratic), at: x, background: background, masks: masks)
    try expect(together.shape, is: [301], given: ["masks": "[301, 4]"])
    for index in [0, 1, 150, 227, 228, 299, 300] {
      let alone = try coalitionValues(
        of: score(4, quadratic), at: x, background: background, masks: masks[index..<(index + 1)])
      try expect(alone.shape, is: [1], given: ["masks": "[1, 4]"])
      try expect(together[index].scalar, is: alone[0].scalar, given: ["index of the mask": index])
    }
  }

  @Test func `a feature that is 0 in x can be present`() throws {
    try expect(
      coalitionValues(
        of: score(2) { $0[.all, 0] * $0[.all, 1] + 10 * $0[.all, 0] }, at: [[0, 5]],
        background: [[1, 2]], masks: [[0, 0], [1, 0], [0, 1], [1, 1]]),
      is: [12, 0, 15, 0],
      mistakes: ["a feature that is 0 in x taken for absent": [12, 12, 15, 15]],
      given: ["score": "a b + 10 a", "x": "0, 5", "baseline": "1, 2", "masks": "00, 10, 01, 11"])
  }

  @Test func `a background may have thousands of rows, and a single feature will do`() throws {
    // The rows rise, so that any part of them has another mean.
    let background = Tensor((1...2500).map { Float($0) / 1000 }, shape: [2500, 1])
    try expect(
      coalitionValues(
        of: score(1) { $0[.all, 0] }, at: [[-7]], background: background, masks: [[0], [1]]),
      is: [1.2505, -7], within: 1e-4,
      mistakes: [
        "the first hundred rows of the background alone": [0.0505, -7],
        "the first 2,048 rows of the background alone": [1.0245, -7],
        "the first row of the background alone": [0.001, -7],
        "the last row of the background alone": [2.5, -7],
      ],
      given: [
        "score": "a", "x": -7, "background": "0.001, 0.002, \u{2026}, 2.500", "masks": "0, 1",
      ])
  }

  @Test func `what is no number is not hidden`() throws {
    let values = try coalitionValues(
      of: score(1) { $0[.all, 0].sqrt() }, at: [[16]], background: [[4], [-1], [9]],
      masks: [[1], [0]])
    try expect(values.shape, is: [2], given: ["masks": "1, 0"])
    try expect(values[0].scalar, is: 4, given: ["score": "the root of a", "x": 16])
    try expect(
      values[1].scalar.isNaN, "the mean of scores of which one is NaN is NaN",
      given: ["values": values, "score": "the root of a", "background": "4, -1, 9"])
  }

  @Test func `an error of the score comes out`() throws {
    try expectRefusal {
      _ = try coalitionValues(
        of: { throw Refusal(coalitions: $0.shape[0]) }, at: [[1, 2]], background: [[0, 0]],
        masks: [[1, 1]])
    }
  }

  @Test func `x loses nothing to a background far away`() throws {
    try expect(
      coalitionValues(
        of: score(2) { $0.sum(along: 1) }, at: [[1, 2]], background: [[1e8, -3e8]],
        masks: [[1, 1]]),
      is: [3],
      mistakes: [
        "baseline + mask \u{B7} (x - baseline), in which x is lost to rounding": [0]
      ],
      given: ["score": "a + b", "x": "1, 2", "baseline": "1e8, -3e8", "masks": "11"])
  }
}
