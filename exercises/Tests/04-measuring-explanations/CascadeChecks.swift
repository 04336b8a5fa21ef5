import Expecting
import Explanations
import Layers
import MeasuringExplanations
import Tensors
import Testing

/// Networks that lose what they have learned, layer by layer.
@Suite(.exercise) struct `cascade(of:replacedBy:order:)` {
  /// Three layers of one number each, y = c (b (a x + p) + q) + r.
  private static func chain(_ weights: [Float], _ biases: [Float]) -> Network {
    let layers = zip(weights, biases).map { weight, bias -> Layer in
      .linear(Linear(weight: [[Tensor(weight)]], bias: [Tensor(bias)]))
    }
    return Network(input: [1], layers: ["a": layers[0], "b": layers[1], "c": layers[2]])
  }

  /// What the network gives at x = 1; another product for each choice of layers.
  private static func value(_ network: Network) -> Float { network([[1]])[0, 0].scalar }

  private static func value(_ weights: [Float], _ biases: [Float]) -> Float {
    zip(weights, biases).reduce(1) { $0 * $1.0 + $1.1 }
  }

  private static let learned: (weights: [Float], biases: [Float]) = ([2, 3, 5], [1, 1, 1])
  private static let random: (weights: [Float], biases: [Float]) = ([7, 11, 13], [2, 4, 6])

  /// What a network gives whose layers at some places are replaced.
  private static func mixed(_ places: Set<Int>, biasesStay: Bool = false) -> Float {
    let weights = (0..<3).map { places.contains($0) ? random.weights[$0] : learned.weights[$0] }
    let biases = (0..<3).map {
      places.contains($0) && !biasesStay ? random.biases[$0] : learned.biases[$0]
    }
    return value(weights, biases)
  }

  @Test func `from the last layer on, one more is replaced each time`() throws {
    let network = Self.chain(Self.learned.weights, Self.learned.biases)
    let untrained = Self.chain(Self.random.weights, Self.random.biases)
    let networks = try cascade(of: network, replacedBy: untrained, order: ["c", "b", "a"])
    func values(_ replaced: [Set<Int>]) -> [Float] { replaced.map { Self.mixed($0) } }
    let mistakes: KeyValuePairs<String, [Float]> = [
      "layers replaced one by one; each network keeps what the one before it has lost":
        values([[2], [1], [0]]),
      "the trained network in front of the others; it has lost nothing":
        values([[], [2], [1, 2], [0, 1, 2]]),
      "the trained network in front, and the last one missing": values([[], [2], [1, 2]]),
      "the first layer first; the order is asked for": values([[0], [0, 1], [0, 1, 2]]),
      "all layers replaced from the first network on": values([[0, 1, 2], [0, 1, 2], [0, 1, 2]]),
      "the untrained network that learns: trained layers put into it": values([
        [0, 1], [0], [],
      ]),
      "the networks in the opposite order": values([[0, 1, 2], [1, 2], [2]]),
      "the last network alone": values([[0, 1, 2]]),
      "trained networks in which nothing is replaced": values([[], [], []]),
      "weights replaced and biases kept; a layer is replaced as a whole": [
        Self.mixed([2], biasesStay: true), Self.mixed([1, 2], biasesStay: true),
        Self.mixed([0, 1, 2], biasesStay: true),
      ],
    ]
    try expect(
      networks.map(Self.value), is: values([[2], [1, 2], [0, 1, 2]]), mistakes: mistakes,
      given: [
        "order": ["c", "b", "a"],
        "network": "y = 5 (3 (2 x + 1) + 1) + 1, at x = 1",
        "untrained": "y = 13 (11 (7 x + 2) + 4) + 6",
      ])
  }

  @Test func `any order, and some of the layers alone`() throws {
    let network = Self.chain(Self.learned.weights, Self.learned.biases)
    let untrained = Self.chain(Self.random.weights, Self.random.biases)
    try expect(
      cascade(of: network, replacedBy: untrained, order: ["b", "c"]).map(Self.value),
      is: [Self.mixed([1]), Self.mixed([1, 2])],
      mistakes: [
        "layers from the last on; the order is asked for": [
          Self.mixed([2]), Self.mixed([1, 2]),
        ],
        "layers replaced one by one; each network keeps what the one before it has lost": [
          Self.mixed([1]), Self.mixed([2]),
        ],
        "every layer replaced up to the place, whether it was asked for or not": [
          Self.mixed([0, 1]), Self.mixed([0, 1, 2]),
        ],
        "all layers from the place on, whether they were asked for or not": [
          Self.mixed([1, 2]), Self.mixed([2]),
        ],
      ],
      given: ["order": ["b", "c"]])
    try expect(
      cascade(of: network, replacedBy: untrained, order: []).count, is: 0,
      mistakes: ["the trained network, though nothing was asked for": 1],
      given: ["order": [String]()])
    try expect(Self.value(network), is: Self.mixed([]), given: ["network": "as it was before"])
  }

  @Test func `layers inside others, each by its full name`() throws {
    func nested(_ weights: [Float]) -> Network {
      func linear(_ place: Int) -> Layer {
        .linear(Linear(weight: [[Tensor(weights[place])]], bias: nil))
      }
      return Network(
        input: [1],
        layers: [
          "a": linear(0), "block": .residual(["a": linear(1), "b": linear(2)]), "b": linear(3),
        ])
    }
    // y = d (1 + b c) a x
    func value(_ w: [Float]) -> Float { w[3] * (1 + w[1] * w[2]) * w[0] }
    let networks = try cascade(
      of: nested([2, 3, 5, 7]), replacedBy: nested([11, 13, 17, 19]),
      order: ["block.b", "a", "block"])
    try expect(
      networks.map(Self.value),
      is: [value([2, 3, 17, 7]), value([11, 3, 17, 7]), value([11, 13, 17, 7])],
      mistakes: [
        "layers whose names end alike; the full name counts": [
          value([2, 3, 17, 19]), value([11, 13, 17, 19]), value([11, 13, 17, 19]),
        ],
        "outer layers alone, whatever is inside them": [
          value([2, 3, 5, 7]), value([11, 3, 5, 7]), value([11, 13, 17, 7]),
        ],
      ],
      given: ["order": ["block.b", "a", "block"]])
  }

  @Test func `once all layers are replaced, the network is the untrained one`() throws {
    try forEachSeed { generator in
      func drawn() -> Network {
        Network(
          input: [2, 3, 4],
          layers: [
            "conv": .conv2d(inChannels: 2, outChannels: 3, kernel: 1),
            "norm": .batchNorm2d(channels: 3), "relu": .relu, "gap": .globalAvgPool2d,
            "logits": .linear(inFeatures: 3, outFeatures: 4),
          ], using: &generator)
      }
      let (network, untrained) = (drawn(), drawn())
      let x = Tensor.normal(shape: [3, 2, 3, 4], using: &generator)
      let networks = try cascade(
        of: network, replacedBy: untrained, order: ["logits", "relu", "norm", "conv"])
      try expect(networks.count, is: 4, mistakes: ["one more than there are places": 5])
      try expect(networks[3](x), is: untrained(x), given: ["x": x])
      // A ReLU has no weights, so nothing is lost there.
      try expect(networks[1](x), is: networks[0](x), given: ["x": x])
    }
  }

  @Test func `a place that one of the networks does not have is refused by name`() throws {
    let network = Self.chain([1, 2, 3], [0, 0, 0])
    for place in ["conv", "a.b", ""] {
      do {
        let networks = try cascade(of: network, replacedBy: network, order: ["c", place])
        try expect(
          false, "a place that the network does not have is refused with UnknownPlace",
          given: ["order": ["c", place], "your networks": networks.count])
      } catch let error as UnknownPlace {
        try expect(
          error == UnknownPlace(place), "the error names the place that is missing",
          given: ["order": ["c", place], "your error": error])
      }
    }
    let other = Network(input: [1], layers: ["c": .linear(inFeatures: 1, outFeatures: 1)])
    do {
      let networks = try cascade(of: network, replacedBy: other, order: ["c", "b"])
      try expect(
        false, "a place that the untrained network does not have is refused with UnknownPlace",
        given: ["order": ["c", "b"], "your networks": networks.count])
    } catch let error as UnknownPlace {
      try expect(error == UnknownPlace("b"), "the error names the place that is missing")
    }
  }
}
