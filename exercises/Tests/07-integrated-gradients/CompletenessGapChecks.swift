import Checking
import Expecting
import Explanations
import IntegratedGradients
import Tensors
import Testing

/// What is missing to the change of the score, or too much.
@Suite(.exercise) struct `completenessGap(of:score:at:from:)` {
  private let score: Score = { x in x.squared().flattened(from: 1).sum(along: 1) + 10 }

  @Test func `two examples by hand: one gives too much, one too little`() throws {
    // Scores 15 and 19 at x, 11 and 12 at the baselines: changes of 4 and 7.
    let x: Tensor = [[1, 2], [3, 0]]
    let baseline: Tensor = [[1, 0], [-1, 1]]
    let attribution: Tensor = [[0.5, 4], [3, -1]]
    try expect(
      completenessGap(of: attribution, score: score, at: x, from: baseline), is: [0.5, -5],
      mistakes: [
        "the change minus the sum; what is too much is positive": [-0.5, 5],
        "the magnitude of the gap; the sign stays on": [0.5, 5],
        "the sum minus the score at x; the score at the baseline is missing": [-10.5, -17],
        "the sum itself, from which the change has to be subtracted": [4.5, 2],
        "the sum plus the change": [8.5, 9],
        "the sum minus both scores: their difference is the change": [-21.5, -29],
        "the sum of the magnitudes, minus the change": [0.5, -3],
        "the sum over the batch for each input, not over the inputs for each example": [-0.5, -4],
        "the sum over the batch and the inputs": [2.5, -0.5],
        "the sums over the whole batch; each example has a gap of its own": -4.5,
        "the sum minus the score of x − baseline, which is no change of the score": [-9.5, -25],
        "the change since zero; the baseline is another": [-0.5, -7],
        "the mean over the inputs, not their sum": [-1.75, -6],
        "the part of the change that the sum is; the gap is a difference": [1.125, 0.2857143],
        "the gap as a part of the change; it is in units of the score": [0.125, -0.7142857],
      ],
      given: ["attribution": attribution, "x": x, "baseline": baseline, "score": "Σ x² + 10"])
  }

  @Test func `batches of images: all axes but the first are added up`() throws {
    try forEachSeed { generator in
      let x = Tensor.normal(shape: [3, 2, 4, 3], using: &generator)
      let baseline = Tensor.normal(shape: [3, 2, 4, 3], using: &generator)
      // Exactly complete, and then each example off by a number of its own.
      let complete = (x - baseline) * (x + baseline)
      let extra: Tensor = [0.5, -2, 0]
      let attribution = complete + (extra / 24).reshaped(to: [3, 1, 1, 1])
      try expect(
        completenessGap(of: attribution, score: score, at: x, from: baseline), is: extra,
        within: 1e-4,
        mistakes: [
          "axis 1 alone is added up; all but the first have to go": attribution.sum(along: 1)
            - (score(x) - score(baseline))
        ], given: ["attribution": "[3, 2, 4, 3]", "gaps that were put in": extra])
    }
  }

  @Test func `one baseline serves a whole batch, and one colour all pixels`() throws {
    let x: Tensor = [[1, 2], [3, 0]]
    // Sums 3 and 3; scores 15 and 19; the baseline has 12.
    try expect(
      completenessGap(of: x, score: score, at: x, from: [[1, 1]]), is: [0, -4],
      given: ["attribution and x": x, "baseline": "(1, 1), for both examples"])
    try expect(
      completenessGap(of: x, score: score, at: x, from: [[1]]), is: [0, -4],
      mistakes: [
        "the score of a baseline of one number: stretch it to the shape of x first": [-1, -5]
      ],
      given: ["attribution and x": x, "baseline": "1, for all inputs of both examples"])
  }

  @Test func `an exact attribution has no gap, and what is no number is not hidden`() throws {
    let x: Tensor = [[3, 4], [1, 1]]
    let baseline: Tensor = [[0, 0], [0, 0]]
    try expect(
      completenessGap(of: [[9, 16], [1, 1]], score: score, at: x, from: baseline), is: [0, 0])
    let found = try completenessGap(
      of: [[.init(Float.nan), 16], [2, 1]], score: score, at: x, from: baseline)
    try expect(found.shape, is: [2])
    try expect(
      found[0].scalar.isNaN, "a NaN among the parts makes the gap NaN", given: ["yours": found])
    try expect(found[1].scalar, is: 1)
  }

  @Test func `an error of the score comes out`() throws {
    try expectThrows(Refusal(), "the error that the score throws comes out, the same one") {
      _ = try completenessGap(
        of: [[1]], score: { _ in throw Refusal() }, at: [[1]], from: [[0]])
    }
  }
}
