import Checking
import Expecting
import LRP
import Layers
import Tensors
import Testing

/// What speaks for and what speaks against, shared out apart.
@Suite(.exercise) struct `alphaBeta(_:_:at:alpha:beta:)` {
  private let swapped = "α and β in each other's place"
  private let added = "β's part added, or divided by the size of its sum; it is taken off"
  private let together = "one sum for both; each kind is divided by the sum of its own"
  private let unbiased = "the bias left out of both sums"
  private let whole = "the whole bias in both sums; b⁺ belongs to one and b⁻ to the other"
  private let weightsAlone =
    "the sign of the weight alone; a negative input turns the sign of what it contributes"
  private let onlyFor = "what speaks against left out"
  private let unscaled = "α and β left out"
  private let undivided = "contributions that are not divided by their sums"

  /// A share of either kind, with what is put into its sum for the bias.
  private func share(
    _ part: SmallLayer.Contribution, _ alpha: Double, _ beta: Double
  ) -> Double {
    let positive = part.sum { above($0 * $1) } + above(part.b)
    let negative = part.sum { below($0 * $1) } + below(part.b)
    return alpha * quotient(above(part.product), positive)
      - beta * quotient(below(part.product), negative)
  }

  private func mistakes(
    on layer: SmallLayer, _ alpha: Double, _ beta: Double
  ) -> KeyValuePairs<String, Tensor> {
    [
      swapped: layer.shared { share($0, beta, alpha) },
      added: layer.shared { share($0, alpha, -beta) },
      together: layer.shared {
        (alpha * above($0.product) - beta * below($0.product)) / $0.z
      },
      unbiased: layer.shared { part in
        alpha * quotient(above(part.product), part.sum { above($0 * $1) })
          - beta * quotient(below(part.product), part.sum { below($0 * $1) })
      },
      whole: layer.shared { part in
        alpha * quotient(above(part.product), part.sum { above($0 * $1) } + part.b)
          - beta * quotient(below(part.product), part.sum { below($0 * $1) } + part.b)
      },
      onlyFor: layer.shared { alpha / 1 * share($0, 1, 0) },
      unscaled: layer.shared { share($0, 1, 1) },
      undivided: layer.shared { alpha * above($0.product) - beta * below($0.product) },
    ]
  }

  @Test func `positive and negative parts have sums of their own`() throws {
    let layer = SmallLayer().rectified
    let mistakes = mistakes(on: layer, 2, 1)
    try expect(
      alphaBeta(layer.relevance, layer.parameters, at: layer.activation, alpha: 2, beta: 1),
      is: layer.shared { share($0, 2, 1) }, mistakes: mistakes,
      given: [
        "weights": layer.weight, "bias": layer.bias, "activation": layer.activation,
        "relevance": layer.relevance, "alpha": 2, "beta": 1,
      ])
  }

  @Test func `a negative input turns the sign of its contribution`() throws {
    let layer = SmallLayer()
    try expect(
      alphaBeta(layer.relevance, layer.parameters, at: layer.activation, alpha: 3, beta: 2),
      is: layer.shared { share($0, 3, 2) },
      mistakes: [
        weightsAlone: layer.shared { part in
          let positive = part.sum { $0 * above($1) } + above(part.b)
          let negative = part.sum { $0 * below($1) } + below(part.b)
          return 3 * quotient(part.a * above(part.w), positive)
            - 2 * quotient(part.a * below(part.w), negative)
        },
        "negative inputs left out": layer.shared { part in
          let positive = part.sum { above($0) * above($1) } + above(part.b)
          let negative = part.sum { above($0) * below($1) } + below(part.b)
          return 3 * quotient(above(part.a) * above(part.w), positive)
            - 2 * quotient(above(part.a) * below(part.w), negative)
        },
        swapped: layer.shared { share($0, 2, 3) },
        added: layer.shared { share($0, 3, -2) },
        "the bias in both layers of a sum; it counts once": layer.shared { part in
          let positive = part.sum { above($0 * $1) } + 2 * above(part.b)
          let negative = part.sum { below($0 * $1) } + 2 * below(part.b)
          return 3 * quotient(above(part.product), positive)
            - 2 * quotient(below(part.product), negative)
        },
        "relevance below zero cut off": layer.shared { share($0, 3, 2) }.relu(),
      ],
      given: ["weights": layer.weight, "activation": layer.activation, "alpha": 3, "beta": 2])
  }

  @Test func `α = 1 and β = 0 is z⁺`() throws {
    let layer = SmallLayer().rectified
    try expect(
      alphaBeta(layer.relevance, layer.parameters, at: layer.activation, alpha: 1, beta: 0),
      is: layer.shared { part in
        quotient(part.a * above(part.w), part.sum { $0 * above($1) } + above(part.b))
      },
      mistakes: [
        swapped: layer.shared { share($0, 0, 1) },
        unbiased: layer.shared { part in
          quotient(above(part.product), part.sum { above($0 * $1) })
        },
        together: layer.shared { above($0.product) / $0.z },
        undivided: layer.shared { above($0.product) },
      ], given: ["weights": layer.weight, "activation": layer.activation])
  }

  @Test func `without a bias, and with both kinds, nothing is lost`() throws {
    try forEachSeed { generator in
      // The first weight of each output is positive and the second negative.
      var weight = Tensor.uniform(in: 0.2..<1, shape: [4, 6], using: &generator)
      weight = weight * [1, -1, 1, -1, 1, -1]
      let activation = Tensor.uniform(in: 0.2..<1, shape: [3, 6], using: &generator)
      let relevance = Tensor.normal(shape: [3, 4], using: &generator)
      let found = try alphaBeta(
        relevance, Parameters(weight: weight, bias: .zeros([4])), at: activation, alpha: 2, beta: 1)
      try expect(
        found.sum(along: 1), is: relevance.sum(along: 1), within: 1e-4,
        mistakes: [
          added: 3 * relevance.sum(along: 1), onlyFor: 2 * relevance.sum(along: 1),
          swapped: -relevance.sum(along: 1),
        ], given: ["relevance": relevance])
    }
  }

  @Test func `where one kind is missing nothing is shared by it`() throws {
    try expect(
      alphaBeta(
        [[6]], Parameters(weight: [[1, 2]], bias: [0]), at: [[1, 1]], alpha: 2, beta: 1),
      is: [[4, 8]], given: ["weights": "(1, 2)", "relevance": 6, "alpha": 2, "beta": 1])
  }

  @Test func `a convolution is shared out as a linear layer is`() throws {
    var generator = SplitMix64(seed: 6)
    let convolution = Conv2d(
      weight: .normal(shape: [2, 1, 3, 3], using: &generator), bias: [0.5, -0.25], stride: 2,
      padding: 1)
    let image = Tensor.normal(shape: [1, 1, 4, 5], using: &generator)
    let relevance = Tensor.normal(shape: [1, 2, 2, 3], using: &generator)
    let bias = Tensor([0.5, -0.25]).reshaped(to: [1, 2, 1, 1])
    var (positive, negative) = (bias.relu(), -(-bias).relu())
    let linear = { (x: Tensor) in convolution(x) }
    // The two sums of every output, first.
    for place in 0..<image.count {
      let only = Tensor((0..<image.count).map { $0 == place ? 1 : 0 }).reshaped(to: image.shape)
      let part = linear(image * only) - linear(0 * image)
      positive = positive + part.relu()
      negative = negative - (-part).relu()
    }
    let truth = sharedOneByOne(relevance, through: linear, at: image) { part, _ in
      2 * part.relu() / positive + (-part).relu() / negative
    }
    try expect(
      alphaBeta(relevance, Parameters(convolution), at: image, alpha: 2, beta: 1), is: truth,
      within: 1e-4, given: ["image": image.shape, "filters": "2 of 3 × 3, stride 2, padding 1"])
  }

  @Test func `an α and a β that would not conserve are an error`() throws {
    let layer = SmallLayer()
    for (alpha, beta): (Float, Float) in [(2, 0), (1, 1), (0.5, -0.5), (.nan, 1)] {
      try expectRefusal(.alphaBeta(alpha, beta), given: ["alpha": alpha, "beta": beta]) {
        try alphaBeta(
          layer.relevance, layer.parameters, at: layer.activation, alpha: alpha, beta: beta)
      }
    }
  }
}
