import Expecting
import Explanations
import Layers
import Tensors
import Testing
import VanillaGradients

/// What each number of the input contributes, to first order.
@Suite(.exercise) struct `inputTimesGradient(of:at:)` {
  @Test func `on a linear score it is each weight times its input`() throws {
    let weight: Tensor = [2, -3, 0.5, 1]
    let x: Tensor = [[1, 2, -4, 0]]
    try expect(
      inputTimesGradient(of: { x in x.matmul(weight) + 1 }, at: x), is: [[2, -6, -2, 0]],
      mistakes: [
        "the gradient alone; it has to be multiplied by the input": [[2, -3, 0.5, 1]],
        "the magnitude of the product; here the sign stays on": [[2, 6, 2, 0]],
        "the input times the magnitude of the gradient; signs stay on": [[2, 6, -2, 0]],
        "the magnitude of the input times the gradient; signs stay on": [[2, -6, 2, 0]],
        "the product added up over the input; each number has its own": [-6],
        "the positive part of the product": [[2, 0, 0, 0]],
        "the input plus the gradient": [[3, -1, -3.5, 1]],
        "the product of minus the score: a loss falls where the score rises": [[-2, 6, 2, 0]],
        "the input times the square of the gradient": [[4, 18, -1, 0]],
        "the product with the score, not with the input": [[-10, 15, -2.5, -5]],
        "the gradient of input times score: by the product rule the score itself is added": [
          [-7, -2, -5.5, -6]
        ],
        "the input minus its mean, times the gradient; 0 is what we compare with": [
          [2.5, -6.75, -1.875, 0.25]
        ],
        "the input divided by its largest magnitude, times the gradient": [[0.5, -1.5, -0.5, 0]],
        "the product scaled from its smallest to its largest value, min–max": [
          [1, 0, 0.5, 0.75]
        ],
        // The score is −5, and 1 where all inputs are 0: it has fallen by 6.
        "the change of the score since zero, shared out equally; each input has a slope of its own":
          [
            [-1.5, -1.5, -1.5, -1.5]
          ],
        "the score, shared out equally; each input has a slope of its own": [
          [-1.25, -1.25, -1.25, -1.25]
        ],
        "the product stretched until it adds up to the score; what is missing belongs to the bias":
          [
            [1.6666667, -5, -1.6666667, 0]
          ],
        "the right numbers without the axis of the examples": [2, -6, -2, 0],
      ],
      given: ["weight": weight, "bias": 1, "x": x])
  }

  @Test func `each example of a batch is multiplied by its own gradient`() throws {
    // The slopes are x², so that they are not in proportion to the inputs; columns have the mean
    // inputs 1 and 2⁄3, and the mean slopes 35⁄3 and 20⁄3.
    let x: Tensor = [[1, -2], [-3, 4], [5, 0]]
    try expect(
      inputTimesGradient(of: { x in (x * x * x).sum(along: 1) / 3 }, at: x),
      is: [[1, -8], [-27, 64], [125, 0]],
      mistakes: [
        "the product divided by the number of examples: take the gradient of the sum, not of the "
          + "mean": [[0.3333333, -2.6666667], [-9, 21.333334], [41.666668, 0]],
        "the gradient alone; it has to be multiplied by the input": x * x,
        "the product with the gradient averaged over the batch": x * [11.666667, 6.6666667],
        "the product with the gradient added up over the batch": x * [35, 20],
        "the gradient times the input averaged over the batch": x * x * [1, 0.6666667],
        "the input times the gradient at zero; the gradient at x is asked for": .zeros([3, 2]),
      ],
      given: ["score": "⅓ (x₁³ + x₂³) for each example", "x": x])
  }

  @Test func `at a gate's corners it is what the table says`() throws {
    // a b, a + b − a b and a + b − 2 a b at 00, 01, 10, 11.
    let corners: Tensor = [[0, 0], [0, 1], [1, 0], [1, 1]]
    func gate(_ single: Tensor, _ joint: Tensor) -> Score {
      { x in
        let (a, b) = (x[.all, 0], x[.all, 1])
        return single * (a + b) + joint * a * b
      }
    }
    let alone = "the gradient alone; it has to be multiplied by the input"
    try expect(
      inputTimesGradient(of: gate(0, 1), at: corners), is: [[0, 0], [0, 0], [0, 0], [1, 1]],
      mistakes: [alone: [[0, 0], [1, 0], [0, 1], [1, 1]]],
      given: ["score": "a b, which is AND", "x": corners])
    try expect(
      inputTimesGradient(of: gate(1, -1), at: corners), is: [[0, 0], [0, 1], [1, 0], [0, 0]],
      mistakes: [alone: [[1, 1], [0, 1], [1, 0], [0, 0]]],
      given: ["score": "a + b − a b, which is OR", "x": corners])
    try expect(
      inputTimesGradient(of: gate(1, -2), at: corners), is: [[0, 0], [0, 1], [1, 0], [-1, -1]],
      mistakes: [
        alone: [[1, 1], [-1, 1], [1, -1], [-1, -1]],
        "the magnitude of the product; here the sign stays on": [
          [0, 0], [0, 1], [1, 0], [1, 1],
        ],
      ],
      given: ["score": "a + b − 2 a b, which is XOR", "x": corners])
  }

  @Test func `on ReLU layers without biases it adds up to the score`() throws {
    try forEachSeed { generator in
      let score = homogeneousNetwork(using: &generator).score(of: 2)
      let x = Tensor.normal(shape: [3, 3], using: &generator)
      let products = try inputTimesGradient(of: score, at: x)
      try expect(products.shape, is: x.shape)
      try expect(
        products.sum(along: 1), is: score(x),
        given: ["score": "class 2 of two ReLU layers without biases", "x": x])
    }
  }

  @Test func `a bias keeps its share: what is missing is the bias times the gradient by it`()
    throws
  {
    try forEachSeed { generator in
      let weight = Tensor.uniform(in: 0.5..<2, shape: [4], using: &generator)
      let bias = Tensor.uniform(in: 0.5..<2, shape: [], using: &generator)
      let slope = Tensor.uniform(in: 1..<3, shape: [], using: &generator)
      // Everything is positive, so that the neuron is at work.
      let x = Tensor.uniform(in: 0.1..<1, shape: [2, 4], using: &generator)
      let score: Score = { x in slope * (x.matmul(weight) + bias).relu() }
      let products = try inputTimesGradient(of: score, at: x)
      try expect(products.shape, is: x.shape)
      try expect(
        products.sum(along: 1), is: score(x) - slope * bias,
        given: ["score": "v · relu(w x + b)", "w": weight, "b": bias, "v": slope, "x": x])
    }
  }

  @Test func `a cap keeps its share: a neuron clipped at 6 gives 6, whatever its input`() throws {
    try forEachSeed { generator in
      // Three neurons of ReLU6: the first is shut, the second at work, the third clipped.
      let weight = Tensor.uniform(in: 0.5..<1, shape: [3, 2], using: &generator)
      let bias: Tensor = [-9, 1, 8]
      let slopes = Tensor.uniform(in: 1..<3, shape: [3], using: &generator)
      let x = Tensor.uniform(in: 0.5..<2, shape: [3, 2], using: &generator)
      let score: Score = { x in
        (slopes * (x.matmul(weight.transposed()) + bias).relu6()).sum(along: 1)
      }
      let products = try inputTimesGradient(of: score, at: x)
      try expect(products.shape, is: x.shape)
      try expect(
        products.sum(along: 1), is: score(x) - slopes[1] * bias[1] - 6 * slopes[2],
        given: [
          "score": "Σ v · min(relu(w x + b), 6)", "w": weight, "b": bias, "v": slopes, "x": x,
        ])
    }
  }

  @Test func `on images it has a number for each number, and nothing where the input is 0`() throws
  {
    try forEachSeed { generator in
      let weight = Tensor.normal(shape: [3, 4, 2], using: &generator)
      var x = Tensor.normal(shape: [2, 3, 4, 2], using: &generator)
      x = x * (x .> 0)
      try expect(
        inputTimesGradient(of: { x in (weight * x).sum(along: 1, 2, 3) }, at: x), is: weight * x,
        given: ["score": "Σ w x", "w": weight, "x": x])
    }
  }
}
