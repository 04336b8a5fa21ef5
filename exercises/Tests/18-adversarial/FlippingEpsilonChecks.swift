import Adversarial
import Checking
import Expecting
import Tensors
import Testing

/// Where the answer of a linear model turns.
@Suite(.exercise) struct `flippingEpsilon(weights:margin:)` {
  private let euclidean = "the margin divided by the length of w; that is for a round ball"
  private let signed = "the margin divided by the sum of the weights; magnitudes are added up"
  private let largest = "the margin divided by the largest magnitude; all numbers move at once"
  private let squares = "the margin divided by the sum of the squares"
  private let product = "the margin times the magnitudes; the larger they are, the sooner it turns"
  private let upsideDown = "upside down: the magnitudes divided by the margin"
  private let mean = "the margin divided by the mean magnitude; all numbers move at once"
  private let twice = "twice as far: to the same margin on the other side, and not to 0"
  private let half = "half as far: each number may move by the whole ε"
  private let margin = "the margin itself; the weights say how far the score goes for each ε"

  @Test func `the ε at which all the small changes together use up the margin`() throws {
    try expect(
      flippingEpsilon(weights: [3, -1, 0.5, 0], margin: 1.8), is: 0.4,
      mistakes: [
        euclidean: 0.5622253, signed: 0.72, largest: 0.6, squares: 0.1756098, product: 8.1,
        upsideDown: 2.5, mean: 1.6, twice: 0.8, half: 0.2, margin: 1.8,
        "the margin divided by the number of weights": 0.45,
      ], given: ["w": [3, -1, 0.5, 0] as Tensor, "margin": 1.8])
  }

  @Test func `at that ε the score is 0, and the answer stands for any smaller one`() throws {
    try forEachSeed { generator in
      let weights = Tensor.normal(shape: [2, 3], using: &generator)
      let x = Tensor.normal(shape: [2, 3], using: &generator)
      let score: Float = (weights * x).sum().scalar
      let epsilon = try flippingEpsilon(weights: weights, margin: abs(score))
      try expect(epsilon.isFinite, "it is finite", given: ["w": weights, "margin": abs(score)])
      // The best change of this size, number by number.
      let change = Tensor(score > 0 ? -epsilon : epsilon) * weights.sign()
      let left: Float = (weights * (x + change)).sum().scalar
      try expect(
        abs(left) <= 1e-4, "at your ε, \(epsilon), the score has come down to 0; it is \(left)",
        given: ["w": weights, "x": x, "score": score])
    }
  }

  @Test func `twice the weights and twice the margin change nothing`() throws {
    try forEachSeed { generator in
      let weights = Tensor.normal(shape: [6], using: &generator)
      let sizes: Float = weights.scalars.reduce(0) { $0 + abs($1) }
      for factor: Float in [1, 10, 0.1] {
        try expect(
          flippingEpsilon(weights: Tensor(factor) * weights, margin: factor * 0.7),
          is: 0.7 / sizes, given: ["w": Tensor(factor) * weights, "margin": factor * 0.7])
      }
    }
  }

  @Test func `a thousand small weights turn sooner than one large one`() throws {
    let small = Tensor((0..<1_000).map { Float($0 % 4 == 0 ? -0.01 : 0.03) })
    try expect(
      flippingEpsilon(weights: small, margin: 2), is: 0.08,
      mistakes: [
        euclidean: 2.3904572, signed: 0.1, largest: 66.666667, squares: 2.8571429, product: 50,
        upsideDown: 12.5, mean: 80, twice: 0.16, half: 0.04, margin: 2,
      ], given: ["w": "250 times −0.01 and 750 times 0.03", "margin": 2])
  }

  @Test func `small weights are weights`() throws {
    try expect(
      flippingEpsilon(weights: [1e-8, -1e-8], margin: 1e-8), is: 0.5,
      given: ["w": "1e-8, −1e-8", "margin": 1e-8])
  }

  @Test func `without a margin nothing is needed`() throws {
    try expect(
      flippingEpsilon(weights: [2, -1], margin: 0), is: 0, given: ["w": "2, −1", "margin": 0])
  }

  @Test(arguments: [-0.5, .nan]) func `a margin below 0 is refused`(margin: Float) throws {
    try expectRefusal(.margin(margin), given: ["margin": margin]) {
      try flippingEpsilon(weights: [1, 2], margin: margin)
    }
  }

  @Test func `weights that no change of the input can use are refused`() throws {
    let useless: [Tensor] = [[0, 0], Tensor([Float.nan, 1])]
    for weights in useless {
      try expectRefusal(.weights, given: ["w": weights]) {
        try flippingEpsilon(weights: weights, margin: 1)
      }
    }
  }
}
