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

  @Test func `on a linear score it is the weights, with their signs`() throws {
    let weight: Tensor = [2, -3, 0.5]
    let x: Tensor = [[1, 2, -4]]
    // The score is −5 there; its sigmoid has the slope p (1 − p).
    let p = Tensor(-5).sigmoid()
    try expect(
      gradientMap(of: { x in x.matmul(weight) + 1 }, at: x), is: [[2, -3, 0.5]],
      mistakes: [
        zeros: [[0, 0, 0]],
        "the magnitude of the gradient; here the sign stays on": [[2, 3, 0.5]],
        "the input times the gradient, which is another function": [[2, -6, -2]],
        "the gradient of minus the score: a loss falls where the score rises": [[-2, 3, -0.5]],
        "the gradient of the score's sigmoid, which is a probability; take the score as it is":
          (p * (1 - p) * weight).reshaped(to: [1, 3]),
        "the gradient of the score's square; take the score as it is": [[-20, 30, -5]],
        "the gradient divided by its largest magnitude": [[0.6666667, -1, 0.1666667]],
        "the gradient divided by its length": (weight / weight.squared().sum().sqrt())
          .reshaped(to: [1, 3]),
        "the right numbers without the axis of the examples": [2, -3, 0.5],
        "the input itself": x,
      ],
      given: ["weight": weight, "bias": 1, "x": x])
  }

  @Test func `each example of a batch has its own gradient`() throws {
    let x: Tensor = [[1, -2], [-6, 4], [3, 0]]
    try expect(
      gradientMap(of: { x in x.squared().sum(along: 1) / 2 }, at: x), is: x,
      mistakes: [
        "the gradient of the mean over the batch, in which every example is divided by their "
          + "number; add the scores up instead": x / 3,
        "the gradient averaged over the batch; every example has its own": [
          [-0.6666667, 0.6666667]
        ],
        "the gradient averaged over the batch and given to every example": [
          [-0.6666667, 0.6666667], [-0.6666667, 0.6666667], [-0.6666667, 0.6666667],
        ],
        "the gradient added up over the batch; every example has its own": [[-2, 2]],
        "the gradient of the first example alone": [[1, -2], [0, 0], [0, 0]],
        "the gradient of the last example alone": [[0, 0], [0, 0], [3, 0]],
        "the gradient of the largest score alone": [[0, 0], [-6, 4], [0, 0]],
        "the magnitude of the gradient; here the sign stays on": x.abs(),
        "the gradient of minus the score: a loss falls where the score rises": -x,
        zeros: .zeros([3, 2]),
      ],
      given: ["score": "½ (x₁² + x₂²) for each example", "x": x])
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
        zeros: .zeros([4, 2]),
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
