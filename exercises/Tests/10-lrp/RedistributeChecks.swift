import Checking
import Expecting
import LRP
import Tensors
import Testing

/// Relevance through one layer, in proportion to what each input contributes.
@Suite(.exercise) struct `redistribute(_:through:at:epsilon:)` {
  private let unsigned = "ε added to z whatever its sign; it goes away from zero on either side"
  private let without = "ε left out"
  private let towards = "ε taken off the size of z; it is added to it"
  private let size = "the size of z in place of z: the sign of z is lost"
  private let undivided = "the relevance not divided by z: it is shared in proportion"
  private let unmultiplied = "the gradient without the input in front of it"
  private let moving = "s differentiated as well; it is held fixed, so only z depends on a"
  private let unbiased = "the bias left out of z, so that it takes no share"
  private let even = "the same share for every input, whatever it contributes"

  private func through(_ layer: SmallLayer) -> (Tensor) -> Tensor {
    { $0.matmul(layer.weight, transposing: .right) + layer.bias }
  }

  @Test func `each input gets its part of every sum`() throws {
    let layer = SmallLayer()
    let epsilon = 0.25
    try expect(
      redistribute(
        layer.relevance, through: through(layer), at: layer.activation, epsilon: Float(epsilon)),
      is: layer.shared { $0.product / ($0.z + epsilon * signOf($0.z)) },
      mistakes: [
        unsigned: layer.shared { $0.product / ($0.z + epsilon) },
        without: layer.shared { $0.product / $0.z },
        towards: layer.shared { $0.product / ($0.z - epsilon * signOf($0.z)) },
        size: layer.shared { $0.product / (abs($0.z) + epsilon) },
        undivided: layer.shared { $0.product },
        unmultiplied: layer.shared { $0.w / ($0.z + epsilon * signOf($0.z)) },
        moving: layer.shared {
          let stabilised = $0.z + epsilon * signOf($0.z)
          return $0.product * epsilon * signOf($0.z) / (stabilised * stabilised)
        },
        unbiased: layer.shared { part in
          let z = part.z - part.b
          return part.product / (z + epsilon * signOf(z))
        },
        even: layer.shared { $0.z / ($0.z + epsilon * signOf($0.z)) / 3 },
        "the magnitude of the input in front; its sign stays": layer.shared {
          abs($0.a) * $0.w / ($0.z + epsilon * signOf($0.z))
        },
        "the input times the magnitude of the gradient":
          (layer.activation
          * layer.shared { $0.w / ($0.z + epsilon * signOf($0.z)) }.abs()),
      ],
      given: [
        "weights": layer.weight, "bias": layer.bias, "activation": layer.activation,
        "relevance": layer.relevance, "epsilon": 0.25,
      ])
  }

  @Test func `without ε it is proportion alone`() throws {
    let layer = SmallLayer()
    try expect(
      redistribute(layer.relevance, through: through(layer), at: layer.activation, epsilon: 0),
      is: layer.shared { $0.product / $0.z },
      mistakes: [
        undivided: layer.shared { $0.product },
        unmultiplied: layer.shared { $0.w / $0.z },
        size: layer.shared { $0.product / abs($0.z) },
        moving: .zeros([3, 3]),
        unbiased: layer.shared { $0.product / ($0.z - $0.b) },
        even: layer.shared { _ in 1.0 / 3 },
      ],
      given: ["weights": layer.weight, "bias": layer.bias, "activation": layer.activation])
  }

  @Test func `what arrives is what entered, less the bias's share`() throws {
    try forEachSeed { generator in
      let weight = Tensor.normal(shape: [4, 5], using: &generator)
      let activation = Tensor.uniform(in: 0.5..<2, shape: [3, 5], using: &generator)
      let relevance = Tensor.normal(shape: [3, 4], using: &generator)
      let z = activation.matmul(weight, transposing: .right)
      // Sums near 0 would make large numbers of small errors.
      let bias = Tensor(3) * (2 * (z[0] .>= 0) - 1)
      let found = try redistribute(
        relevance, through: { $0.matmul(weight, transposing: .right) + bias }, at: activation,
        epsilon: 0)
      let total = z + bias
      let safe = total.abs().min(along: 1)
      guard safe.min().scalar > 0.2 else { return }
      try expect(
        found.sum(along: 1), is: (relevance * z / total).sum(along: 1), within: 1e-3,
        given: ["z": total, "bias": bias, "relevance": relevance])
    }
  }

  @Test func `the sign of zero is plus`() throws {
    let weight: Tensor = [[1, -1]]
    try expect(
      redistribute(
        [[1]], through: { $0.matmul(weight, transposing: .right) }, at: [[1, 1]], epsilon: 0.5),
      is: [[2, -2]],
      mistakes: [
        "nothing shared at z = 0; the sign of 0 is plus, so there is ε to divide by": [[0, 0]],
        "a minus for z = 0": [[-2, 2]],
      ], given: ["z": "a₁ − a₂", "activation": "(1, 1)", "relevance": 1, "epsilon": 0.5])
  }

  @Test func `a sum of zero shares nothing where ε is 0`() throws {
    let weight: Tensor = [[1, -1], [1, 1]]
    let found = try redistribute(
      [[1, 4]], through: { $0.matmul(weight, transposing: .right) }, at: [[1, 1]], epsilon: 0)
    try expect(
      found.scalars.allSatisfy(\.isFinite),
      "nothing is divided by a sum of 0: s is 0 there, and every share is finite",
      given: ["z": "(0, 2)", "yours": found])
    try expect(
      found, is: [[2, 2]], given: ["z": "(0, 2)", "activation": "(1, 1)", "relevance": "(1, 4)"])
  }

  @Test func `a convolution is a layer like any other`() throws {
    var generator = SplitMix64(seed: 4)
    let filters = Tensor.normal(shape: [2, 2, 3, 3], using: &generator)
    let image = Tensor.normal(shape: [1, 2, 4, 5], using: &generator)
    let layer = { (x: Tensor) in x.conv2d(filters, bias: [0.5, -2], stride: 2, padding: 1) }
    let relevance = Tensor.normal(shape: [1, 2, 2, 3], using: &generator)
    try expect(
      redistribute(relevance, through: layer, at: image, epsilon: 0.5),
      is: sharedOneByOne(relevance, through: layer, at: image) { part, z in
        part / (z + 0.5 * (2 * (z .>= 0) - 1))
      }, within: 1e-4,
      mistakes: [
        unsigned: sharedOneByOne(relevance, through: layer, at: image) { $0 / ($1 + 0.5) },
        undivided: sharedOneByOne(relevance, through: layer, at: image) { part, _ in part },
      ], given: ["image": image.shape, "filters": filters.shape, "epsilon": 0.5])
  }

  @Test func `a mean shares by proportion, and a maximum gives all to the winner`() throws {
    let image: Tensor = [[[[1, 3, 0, 0], [4, 0, 5, 5]]]]
    try expect(
      redistribute([[[[8, 10]]]], through: { $0.avgPool2d(2) }, at: image, epsilon: 0),
      is: [[[[1, 3, 0, 0], [4, 0, 5, 5]]]],
      mistakes: [
        "the same share for every number under the window": [
          [[[2, 2, 2.5, 2.5], [2, 2, 2.5, 2.5]]]
        ]
      ],
      given: ["image": image, "relevance": "(8, 10)"])
    try expect(
      redistribute([[[[8, 10]]]], through: { $0.maxPool2d(2) }, at: image, epsilon: 0),
      is: [[[[0, 0, 0, 0], [8, 0, 10, 0]]]],
      mistakes: [
        "a share for all under the window": [[[[1, 3, 0, 0], [4, 0, 5, 5]]]]
      ], given: ["image": image, "relevance": "(8, 10)"])
  }

  @Test func `examples of a batch do not see one another`() throws {
    let layer = SmallLayer()
    let whole = try redistribute(
      layer.relevance, through: through(layer), at: layer.activation, epsilon: 0.1)
    try expect(whole.scalars.allSatisfy(\.isFinite), "relevance is finite everywhere")
    for row in 0..<3 {
      let one = try redistribute(
        layer.relevance[row...row], through: through(layer), at: layer.activation[row...row],
        epsilon: 0.1)
      try expect(one, is: whole[row...row], given: ["example": row])
    }
  }

  @Test(arguments: [-0.1, -3, Float.nan])
  func `an ε below 0, or none at all, is an error that names it`(epsilon: Float) throws {
    try expectRefusal(.epsilon(epsilon), given: ["epsilon": epsilon]) {
      try redistribute([[1]], through: { $0 }, at: [[1]], epsilon: epsilon)
    }
  }

  @Test func `relevance in another shape than the output is an error`() throws {
    let layer = SmallLayer()
    for relevance: Tensor in [[[1, 2]], [1, 2], [[1], [2], [3]]] {
      try expectRefusal(
        .shape(relevance.shape, output: [3, 2]), given: ["relevance": relevance.shape]
      ) {
        try redistribute(
          relevance, through: self.through(layer), at: layer.activation, epsilon: 0)
      }
    }
  }
}
