import Checking
import Expecting
import Explanations
import IntegratedGradients
import Tensors
import Testing

/// The mean over baselines, each with its own way.
@Suite(.exercise) struct `averagedOverBaselines(of:at:baselines:along:chunk:)` {
  private let score: Score = { x in (x[.all, 0] * x[.all, 1]) }

  @Test func `three baselines and two examples, each pair by calculus`() throws {
    let x: Tensor = [[3, 4], [2, 1]]
    let baselines: Tensor = [[1, 2], [-1, 6], [0.5, -2]]
    // Of a b² in the middle of a way: b² and 2 a b.
    func slope(from baseline: Tensor) -> Tensor {
      let middle = (x + baseline) / 2
      let (a, b) = (middle[.all, 0], middle[.all, 1])
      return Tensor.stacked([b * b, 2 * a * b], along: 1)
    }
    let rows = (0..<3).map { baselines[$0..<$0 + 1] }
    let slopes = rows.map { slope(from: $0) }
    let credits = zip(rows, slopes).map { (x - $0) * $1 }
    let sum = credits[0] + credits[1] + credits[2]
    let slopeSum = slopes[0] + slopes[1] + slopes[2]
    let mean = baselines.mean(along: 0, keepingAxes: true)
    let magnitudes = credits[0].abs() + credits[1].abs() + credits[2].abs()
    let known: KeyValuePairs<String, Tensor> = [
      "integrated gradients from the mean of the baselines; each baseline has a way of its own":
        (x - mean) * slope(from: mean),
      "the mean way times the mean slope; multiply for each baseline, then average":
        (x - mean) * slopeSum / 3,
      "the sum over the baselines, not their mean": sum,
      "the first baseline alone": credits[0],
      "the last baseline alone": credits[2],
      "integrated gradients from zero: the baselines are not used": x * slope(from: 0 * x),
      "the mean slope, not multiplied by x − baseline": slopeSum / 3,
      "the mean slope times x": x * slopeSum / 3,
      "the sum divided by the number of examples, not of baselines": sum / 2,
      "divided by the number of baselines plus one": sum / 4,
      "divided by the number of baselines and of examples": sum / 6,
      "averaged over the examples as well": (sum / 3).mean(along: 0, keepingAxes: true)
        .broadcast(to: [2, 2]),
      "the mean of the magnitudes; signs stay on": magnitudes / 3,
    ]
    try expect(
      averagedOverBaselines(
        of: { x in x[.all, 0] * x[.all, 1].squared() }, at: x, baselines: baselines,
        along: .middles(1), chunk: 1),
      is: sum / 3, mistakes: known,
      given: ["score": "a b²", "x": x, "baselines": baselines])
  }

  @Test func `as many baselines as examples are no pairs`() throws {
    let x: Tensor = [[3, 4], [1, 2]]
    let baselines: Tensor = [[0, 0], [1, 5]]
    // (3, 4) gets 6, 6 from (0, 0) and 9, −2 from (1, 5); (1, 2) gets 1, 1 and 0, −3.
    try expect(
      averagedOverBaselines(
        of: score, at: x, baselines: baselines, along: .middles(1), chunk: 4),
      is: [[7.5, 2], [0.5, -1]],
      mistakes: [
        "each example with the baseline of its own number only": [[6, 6], [0, -3]],
        "each example with the baseline of its own number only, halved": [[3, 3], [0, -1.5]],
      ],
      given: ["score": "a b", "x": x, "baselines": baselines])
  }

  @Test func `what all get adds up to the score minus the mean score of the baselines`() throws {
    try forEachSeed { generator in
      let matrix = Tensor.normal(shape: [12, 12], using: &generator)
      let score: Score = { x in
        let rows = x.flattened(from: 1)
        return (rows.matmul(matrix) * rows).sum(along: 1)
      }
      let x = Tensor.normal(shape: [2, 3, 2, 2], using: &generator)
      let baselines = Tensor.normal(shape: [5, 3, 2, 2], using: &generator)
      let found = try averagedOverBaselines(
        of: score, at: x, baselines: baselines, along: .middles(2), chunk: 1)
      try expect(found.shape, is: [2, 3, 2, 2])
      try expect(
        found.sum(along: 1, 2, 3), is: score(x) - score(baselines).mean(), within: 1e-4,
        given: ["x": "[2, 3, 2, 2]", "baselines": "[5, 3, 2, 2]"])
    }
  }

  @Test func `one baseline is no mean, and none is refused`() throws {
    try expect(
      averagedOverBaselines(
        of: score, at: [[3, 4]], baselines: [[1, 5]], along: .middles(1), chunk: 1),
      is: [[9, -2]], given: ["score": "a b", "x": "(3, 4)", "baseline": "(1, 5)"])
    try expectThrows(TooFew("baselines", 0), "TooFew(\"baselines\", 0) is thrown") {
      _ = try averagedOverBaselines(
        of: score, at: [[3, 4]], baselines: .zeros([0, 2]), along: .middles(1), chunk: 1)
    }
  }

  @Test func `the chunk is handed on`() throws {
    var seen: [Int] = []
    let watched: Score = { x in
      seen.append(x.shape[0])
      return x[.all, 0]
    }
    _ = try averagedOverBaselines(
      of: watched, at: .ones([2, 2]), baselines: .zeros([6, 2]), along: .middles(9), chunk: 3)
    let given: KeyValuePairs<String, Any> = [
      "chunk": 3, "examples": 2, "points": 9, "baselines": 6, "sizes of the batches": seen,
    ]
    try expect(
      seen.allSatisfy { $0 <= 6 },
      "no batch is larger than chunk · N, however many baselines there are", given: given)
    try expect(
      seen.count <= 36, "chunk points go to the score at once, as many as were asked for",
      given: given)
    try expectThrows(TooFew("chunk", 0), "TooFew(\"chunk\", 0) is thrown, for a chunk of 0") {
      _ = try averagedOverBaselines(
        of: score, at: [[3, 4]], baselines: [[1, 5]], along: .middles(1), chunk: 0)
    }
  }
}
