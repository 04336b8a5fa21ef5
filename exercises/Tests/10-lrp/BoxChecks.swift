import Checking
import Expecting
import LRP
import Layers
import Tensors
import Testing

/// Pixels, measured from the corner of the box that gives an output the least.
@Suite(.exercise) struct `box(_:_:at:low:high:)` {
  private let plain = "in proportion to x · w: the corner of the box is not taken off"
  private let turned =
    "low and high in each other's place: that corner gives the most, not the least"
  private let darkest =
    "the darkest value for every weight; a negative weight gives least at the brightest"
  private let brightest =
    "the brightest value for every weight; a positive weight gives least at the darkest"
  private let biased = "the bias in the sum; both the pixels' sum and the corner's have it"
  private let addedCorner = "the corner added; it is taken off"
  private let clipped = "z⁺, which knows no box"

  private var layer: SmallLayer {
    var layer = SmallLayer()
    layer.activation = [[0, 0.5, 1], [0.25, 0, 0.75], [1, 1, -0.5]]
    return layer
  }

  /// The share by what a pixel contributes above some corner.
  private func shared(
    from corner: @escaping (_ w: Double) -> Double, bias: Double = 0
  ) -> Tensor {
    layer.shared { part in
      let total = part.sum { ($0 - corner($1)) * $1 } + bias * part.b
      return quotient((part.a - corner(part.w)) * part.w, total)
    }
  }

  private func least(_ w: Double) -> Double { w > 0 ? -0.5 : 1.5 }

  @Test func `a pixel is measured from the corner that gives the least`() throws {
    try expect(
      box(layer.relevance, layer.parameters, at: layer.activation, low: -0.5, high: 1.5),
      is: shared(from: least),
      mistakes: [
        plain: shared { _ in 0 },
        turned: shared { $0 > 0 ? 1.5 : -0.5 },
        darkest: shared { _ in -0.5 },
        brightest: shared { _ in 1.5 },
        biased: shared(from: least, bias: 1),
        addedCorner: shared { -least($0) },
        clipped: layer.shared { part in
          quotient(above(part.product), part.sum { above($0 * $1) } + above(part.b))
        },
        "the corner's parts with their signs turned; the minus is in them already": layer.shared {
          part in
          let total = part.sum { ($0 - least($1)) * $1 }
          return (part.a + least(part.w)) * part.w / total
        },
        "the pixels' own part alone; the corner's parts belong to it": layer.shared { part in
          part.product / part.sum { ($0 - least($1)) * $1 }
        },
        "the darkest and the brightest pixel of the images in place of low and high": shared {
          $0 > 0 ? -0.5 : 1
        },
        "z⁺ of the weights' sign": layer.shared { part in
          quotient(part.a * above(part.w), part.sum { $0 * above($1) })
        },
      ],
      given: [
        "weights": layer.weight, "bias": layer.bias, "x": layer.activation, "low": -0.5,
        "high": 1.5, "relevance": layer.relevance,
      ])
  }

  @Test func `nothing is lost, whatever the bias`() throws {
    try forEachSeed { generator in
      let parameters = Parameters(
        weight: .normal(shape: [3, 5], using: &generator),
        bias: .normal(deviation: 2, shape: [3], using: &generator))
      let x = Tensor.uniform(in: 0..<1, shape: [3, 5], using: &generator)
      let relevance = Tensor.normal(shape: [3, 3], using: &generator)
      let found = try box(relevance, parameters, at: x, low: 0, high: 1)
      try expect(
        found.sum(along: 1), is: relevance.sum(along: 1), within: 1e-4,
        given: ["x": x, "relevance": relevance])
    }
  }

  @Test func `other units of brightness change nothing`() throws {
    var generator = SplitMix64(seed: 9)
    let parameters = Parameters(
      weight: .normal(shape: [3, 4], using: &generator), bias: [1, -1, 0])
    let x = Tensor.uniform(in: 0..<1, shape: [3, 4], using: &generator)
    let relevance = Tensor.normal(shape: [3, 3], using: &generator)
    let found = try box(relevance, parameters, at: x, low: 0, high: 1)
    let bytes = try box(relevance, parameters, at: 256 * x - 128, low: -128, high: 128)
    try expect(bytes, is: found, within: 1e-4, given: ["x": x, "the other": "256 x − 128"])
  }

  @Test func `black and white pixels get a share too`() throws {
    // The first weight is negative and its pixel black: as far from the corner as it can be.
    try expect(
      box([[6]], Parameters(weight: [[-2, 1, 3]], bias: [5]), at: [[0, 1, 0]], low: 0, high: 1),
      is: [[4, 2, 0]],
      mistakes: [plain: [[0, 6, 0]], turned: [[0, 0, 6]], biased: [[1.5, 0.75, 0]]],
      given: ["weights": "(−2, 1, 3)", "x": "(0, 1, 0)", "relevance": 6])
  }

  @Test func `at the corner itself nothing is shared`() throws {
    try expect(
      box([[6]], Parameters(weight: [[-2, 1]], bias: [5]), at: [[1, 0]], low: 0, high: 1),
      is: [[0, 0]], given: ["weights": "(−2, 1)", "x": "(1, 0)"])
  }

  @Test func `a convolution with a border is shared out too`() throws {
    var generator = SplitMix64(seed: 3)
    let convolution = Conv2d(
      weight: .normal(shape: [2, 1, 3, 3], using: &generator), bias: [0.5, -1], padding: 1)
    let x = Tensor.uniform(in: 0..<1, shape: [1, 1, 3, 4], using: &generator)
    let relevance = Tensor.normal(shape: [1, 2, 3, 4], using: &generator)
    let (rising, falling) = (convolution.weight.relu(), -(-convolution.weight).relu())
    // (x − low) w⁺ + (x − high) w⁻, where low is 0 and high is 1.
    func above(_ pixels: Tensor, _ ones: Tensor) -> Tensor {
      pixels.conv2d(rising, padding: 1) + (pixels - ones).conv2d(falling, padding: 1)
    }
    let total = above(x, .ones(x.shape))
    let shares = (0..<x.count).map { place -> Float in
      let only = Tensor((0..<x.count).map { $0 == place ? 1 : 0 }).reshaped(to: x.shape)
      return (above(x * only, only) / total * relevance).sum().scalar
    }
    try expect(
      box(relevance, Parameters(convolution), at: x, low: 0, high: 1),
      is: Tensor(shares).reshaped(to: x.shape), within: 1e-4, given: ["x": x])
  }

  @Test func `an empty box, and pixels outside, are an error`() throws {
    let parameters = Parameters(weight: [[1, 1]], bias: [0])
    for (x, low, high): (Tensor, Float, Float) in [
      ([[0, 0]], 0, 0), ([[0.5, 0.5]], 1, 0), ([[0, 2]], 0, 1), ([[-0.1, 1]], 0, 1),
      (Tensor([0, .nan], shape: [1, 2]), 0, 1),
    ] {
      try expectRefusal(.box(low, high), given: ["x": x, "low": low, "high": high]) {
        try box([[1]], parameters, at: x, low: low, high: high)
      }
    }
  }
}
