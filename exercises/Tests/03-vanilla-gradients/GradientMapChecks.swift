import Checking
import Expecting
import Explanations
import Layers
import Tensors
import Testing
import VanillaGradients

/// The signed gradient of a score, for each example of a batch on its own.
@Suite(.exercise) struct `gradientMap(of:at:)` {
  private let zeros =
    "zeros, as if the score did not hang on x. Is it computed from x.tracked()? Is there a softmax "
    + "over it? Then the scores add up to 1, whatever x is"

  /// What zeros are called: where a single example gives them as well, there is one cause for all.
  private func zeros(inBatch other: String) throws -> String {
    let slope = try gradientMap(of: { x in x.sum(along: 1) }, at: [[1, 2]])
    return slope == .zeros(slope.shape) ? zeros : other
  }

  @Test func `on a linear score it is the weights, with their signs`() throws {
    let weight: Tensor = [2, -3, 0.5]
    let x: Tensor = [[1, -1, -8]]
    // The score is 2 there; its sigmoid has the slope p (1 − p).
    let p = Tensor(2).sigmoid()
    try expect(
      gradientMap(of: { x in x.matmul(weight) + 1 }, at: x), is: [[2, -3, 0.5]],
      mistakes: [
        zeros: [[0, 0, 0]],
        "the magnitude of the gradient; here the sign stays on": [[2, 3, 0.5]],
        "the input times the gradient, which is another function": [[2, 3, -4]],
        "the gradient of minus the score: a loss falls where the score rises": [[-2, 3, -0.5]],
        "the gradient of the score's sigmoid, which is a probability; take the score as it is":
          (p * (1 - p) * weight).reshaped(to: [1, 3]),
        "the gradient of the score's square; take the score as it is": [[8, -12, 2]],
        "the gradient of input times score: by the product rule the score itself is added": [
          [-14, 26, -2]
        ],
        "the gradient scaled from its smallest to its largest value, min–max": [[1, 0, 0.7]],
        "the gradient divided by its largest magnitude": [[0.6666667, -1, 0.1666667]],
        "the gradient divided by its length": (weight / weight.squared().sum().sqrt())
          .reshaped(to: [1, 3]),
        "the right numbers without the axis of the examples": [2, -3, 0.5],
        "the input itself": x,
      ],
      given: ["weight": weight, "bias": 1, "x": x])
  }

  @Test func `each example of a batch has its own gradient`() throws {
    // Two of the scores are below zero: −15.5, 17, −17.5 and 6.
    let x: Tensor = [[3, 0], [-5, 7], [1, -2], [-6, 4]]
    func rows(_ kept: Tensor) -> Tensor { x * kept.reshaped(to: [4, 1]) }
    try expect(
      gradientMap(of: { x in x.squared().sum(along: 1) / 2 - 20 }, at: x), is: x,
      mistakes: [
        "the gradient of the mean over the batch, in which every example is divided by their "
          + "number; add the scores up instead": x / 4,
        "the gradient averaged over the batch; every example has its own": x.mean(
          along: 0, keepingAxes: true),
        "the gradient averaged over the batch and given to every example": x.mean(along: 0)
          .broadcast(to: [4, 2]),
        "the gradient added up over the batch; every example has its own": x.sum(
          along: 0, keepingAxes: true),
        "the gradient of the first example alone": rows([1, 0, 0, 0]),
        "the gradient of the last example alone": rows([0, 0, 0, 1]),
        "the gradient only where the score is positive; every score has one": rows([0, 1, 0, 1]),
        "the gradient of the largest score alone": rows([0, 1, 0, 0]),
        "the magnitude of the gradient; here the sign stays on": x.abs(),
        "the gradient of minus the score: a loss falls where the score rises": -x,
        try zeros(
          inBatch: "zeros in a batch. Is 1 divided by x.shape[0]? Whole numbers give 0 there"):
          .zeros([4, 2]),
      ],
      given: ["score": "½ (x₁² + x₂²) − 20 for each example", "x": x])
  }

  @Test func `on a gate each input's slope is set by the other input`() throws {
    try forEachSeed { generator in
      let (single, joint) = (
        Tensor.uniform(in: -2..<2, shape: [], using: &generator),
        Tensor.uniform(in: 1..<3, shape: [], using: &generator)
      )
      let x = Tensor.uniform(in: -3..<3, shape: [4, 2], using: &generator)
      let gate: Score = { x in
        let (a, b) = (x[.all, 0], x[.all, 1])
        return single * (a + b) + joint * a * b
      }
      try expect(
        gradientMap(of: gate, at: x), is: single + joint * x.reversed(along: 1),
        given: ["score": "\(single.scalar) · (a + b) + \(joint.scalar) · a b", "x": x])
    }
  }

  @Test func `where a neuron is saturated the gradient is zero, and before that it is not`()
    throws
  {
    let x: Tensor = [[0.25, 0.25], [1, 1], [2, 0], [0, 0]]
    try expect(
      gradientMap(of: saturatingScore, at: x), is: [[1, 1], [0, 0], [0, 0], [1, 1]],
      mistakes: [
        try zeros(
          inBatch: "zeros in a batch: is it the gradient of the largest score alone, or is 1 "
            + "divided by x.shape[0]?"): .zeros([4, 2]),
        "the score's change from (0, 0), shared out over the inputs; the gradient asks for the "
          + "slope at x": [[0.25, 0.25], [0.5, 0.5], [0.5, 0.5], [0, 0]],
        "the gradient of minus the score: a loss falls where the score rises": [
          [-1, -1], [0, 0], [0, 0], [-1, -1],
        ],
        "the gradient of the mean over the batch, in which every example is divided by their "
          + "number; add the scores up instead": [[0.25, 0.25], [0, 0], [0, 0], [0.25, 0.25]],
      ],
      given: ["score": "1 − relu(1 − a − b)", "x": x])
  }

  @Test func `a slope that is tiny is a slope`() throws {
    let weight: Tensor = 1e-6 * [2, -3, 0.5]
    // One score is below zero and one above.
    let x: Tensor = [[1, 2, -4], [7, 0, 3]]
    try expect(
      gradientMap(of: { x in x.matmul(weight) }, at: x), is: weight.broadcast(to: [2, 3]),
      within: Tolerance(absolute: 1e-11, relative: 1e-4),
      mistakes: [
        try zeros(inBatch: "zeros: tiny slopes are taken for none, or 1 divided by x.shape[0]"):
          .zeros([2, 3]),
        "the gradient divided by its largest magnitude": (weight * 333_333.34)
          .broadcast(to: [2, 3]),
      ],
      given: ["weight": weight, "x": x])
  }

  @Test func `on images it is as large as the images, one number for each number`() throws {
    try forEachSeed { generator in
      let weight = Tensor.normal(shape: [3, 2, 5], using: &generator)
      let x = Tensor.normal(shape: [2, 3, 2, 5], using: &generator)
      try expect(
        gradientMap(of: { x in (weight * x.squared()).sum(along: 1, 2, 3) }, at: x),
        is: 2 * weight * x, given: ["score": "Σ w x²", "w": weight, "x": x])
    }
  }

  @Test func `shaking each number a little moves the score as the gradient says`() throws {
    try forEachSeed { generator in
      let network = smoothNetwork(using: &generator)
      let score = network.score(of: 1)
      let x = Tensor.normal(shape: [2, 3], using: &generator)
      let step: Float = 1e-2
      var slopes: [Float] = []
      for example in 0..<2 {
        for feature in 0..<3 {
          var (up, down) = (x.scalars, x.scalars)
          up[3 * example + feature] += step
          down[3 * example + feature] -= step
          let change =
            try score(Tensor(up, shape: [2, 3])) - score(Tensor(down, shape: [2, 3]))
          slopes.append(change[example].scalar / (2 * step))
        }
      }
      try expect(
        gradientMap(of: score, at: x), is: Tensor(slopes, shape: [2, 3]), within: 2e-3,
        given: ["score": "class 1 of a network with two layers", "x": x])
    }
  }

  @Test func `an example has the same gradient alone and in a batch`() throws {
    try forEachSeed { generator in
      let score = smoothNetwork(using: &generator).score(of: 0)
      let x = Tensor.normal(shape: [3, 3], using: &generator)
      let together = try gradientMap(of: score, at: x)
      try expect(together.shape, is: x.shape)
      for example in 0..<3 {
        let alone = x[example...example]
        try expect(
          gradientMap(of: score, at: alone), is: together[example...example],
          given: ["x": alone, "the batch": x])
      }
    }
  }
}
