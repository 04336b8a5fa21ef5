import Checking
import Expecting
import Explanations
import Layers
import Tensors
import Testing
import VanillaGradients

/// The product of activation and gradient at places inside a network.
@Suite(.exercise) struct `layerInputTimesGradient(of:at:target:places:)` {
  @Test func `at a hidden layer it is each neuron times its weight for the target`() throws {
    // The neurons give (1, 4, 0) and (0, 5, 0), and class 2 is the network's favourite.
    let x: Tensor = [[2, 1], [1, 2]]
    let neurons: Tensor = [[1, 4, 0], [0, 5, 0]]
    let weights: Tensor = [[1, 3, -2], [2, -1, 3], [-1, 1, 1], [1, -2, 1]]
    let right: Tensor = [[2, -4, 0], [0, -5, 0]]
    // The gradient of ln p is the class's weights minus the mean of all, weighted by probability.
    let probabilities = reluByHand(x).softmax(along: 1)
    let p = probabilities[.all, 1].reshaped(to: [2, 1])
    let ofLogarithm = neurons * (weights[1] - probabilities.matmul(weights))
    try expect(
      layerInputTimesGradient(of: reluByHand, at: x, target: 1, places: ["relu"]), is: [right],
      mistakes: [
        "the gradient alone; it has to be multiplied by the activation": [
          weights[1].broadcast(to: [2, 3])
        ],
        "the activation alone; it has to be multiplied by the gradient": [neurons],
        "the magnitude of the product; here the sign stays on": [right.abs()],
        "the positive part of the product; here the sign stays on": [right.relu()],
        "the product for class 0; the target is class 1": [neurons * weights[0]],
        "the product for the class that the network prefers; it is the target that is explained": [
          neurons * weights[2]
        ],
        "the product for all logits together; column `target` alone is logits[.all, target]": [
          neurons * weights.sum(along: 0)
        ],
        "the product for logits[target], which is row `target`: an example with all of its classes. "
          + "Column `target` is logits[.all, target]": [[[0, 0, 0], [0, 5, 0]]],
        "the gradient of the target's probability: there is a softmax too many; take the logit": [
          p * ofLogarithm
        ],
        "the gradient of the loss, the mean cross-entropy of the target; take the logit": [
          -ofLogarithm / 2
        ],
        "the gradient of the loss, the cross-entropy of the target; take the logit": [
          -ofLogarithm
        ],
        "the gradient of the logarithm of the target's probability; take the logit": [ofLogarithm],
        "the gradient of minus the logit: a loss falls where the score rises": [-right],
        "the gradient of the mean over the batch; add the logits up instead": [right / 2],
        "the first example alone": [[[2, -4, 0], [0, 0, 0]]],
        "the product added up over the neurons; each has its own": [[-2, -5]],
        "the product added up over the batch; every example has its own": [[2, -9, 0]],
        "zeros, as if the logit did not hang on the place: does the closure return what it tracked?":
          [.zeros([2, 3])],
      ],
      given: [
        "x": x, "target": 1, "relu gives": neurons, "weights of class 1": weights[1],
        "logits": reluByHand(x),
      ])
  }

  @Test func `places come in the order asked for, each as large as what it gives`() throws {
    // The stem gives (2, 1, 3) and (1, −2, −1), the body (1, 5) and (3, −5).
    let x: Tensor = [[2, 1], [1, -2]]
    let stem: Tensor = [[6, -5, -3], [3, 10, 1]]
    let body: Tensor = [[3, -5], [9, 5]]
    let logits: Tensor = [[0, 0, -1, 0], [0, 0, 15, 0]]
    let first: Tensor = [[1], [0]]
    try expect(
      layerInputTimesGradient(
        of: linearByHand, at: x, target: 2, places: ["body", "stem", "logits"]),
      is: [body, stem, logits],
      mistakes: [
        "the right products in the order of the network; they should be in the order asked for": [
          stem, body, logits,
        ],
        "the right products in the order of the alphabet; they should be in the order asked for": [
          body, logits, stem,
        ],
        "the right products from the end of the network to its beginning": [logits, body, stem],
        "zeros at the earlier places: what is tracked anew, or detached, cuts the way back": [
          .zeros([2, 2]), .zeros([2, 3]), logits,
        ],
        "the gradient of the mean over the batch; add the logits up instead": [
          body / 2, stem / 2, logits / 2,
        ],
        "the first example alone": [body * first, stem * first, logits * first],
        "the product for class 0; the target is class 2": [
          [[1, 10], [3, -10]], [[2, 3, 6], [1, -6, -2]], [[11, 0, 0, 0], [-7, 0, 0, 0]],
        ],
        "the last place alone; three were asked for": [logits],
        "the first of the places alone; three were asked for": [body],
      ],
      given: ["x": x, "target": 2, "places": ["body", "stem", "logits"]])
  }

  @Test func `a place may be asked for twice, or none at all`() throws {
    let body: Tensor = [[3, -5]]
    let stem: Tensor = [[6, -5, -3]]
    try expect(
      layerInputTimesGradient(
        of: linearByHand, at: [[2, 1]], target: 2, places: ["body", "stem", "body"]),
      is: [body, stem, body],
      mistakes: [
        "a place that was asked for twice and is given once": [body, stem],
        "a place that was asked for twice and has zeros the second time": [
          body, stem, .zeros([1, 2]),
        ],
        "a place that was asked for twice and shares its gradient between both": [
          body / 2, stem, body / 2,
        ],
      ],
      given: ["x": [[2, 1]] as Tensor, "target": 2, "places": ["body", "stem", "body"]])
    try expect(
      layerInputTimesGradient(of: linearByHand, at: [[2, 1]], target: 2, places: []), is: [],
      given: ["places": "none"])
  }

  @Test func `on feature maps it is as large as they are, and the mean over space shares out`()
    throws
  {
    try forEachSeed { generator in
      let network = Network(
        input: [1, 2, 3],
        layers: [
          "features": .conv2d(inChannels: 1, outChannels: 2, kernel: 1, padding: 0),
          "gap": .globalAvgPool2d,
          "logits": .linear(inFeatures: 2, outFeatures: 3),
        ], using: &generator)
      let x = Tensor.normal(shape: [2, 1, 2, 3], using: &generator)
      guard case .linear(let last) = network["logits"] else { return }
      let weights = last.weight[2].reshaped(to: [2, 1, 1])
      try expect(
        layerInputTimesGradient(of: network, at: x, target: 2, places: ["features"]),
        is: [network["features"](x) * weights / 6],
        given: ["layers": "1 × 1 convolution, mean over 2 × 3, linear", "x": x])
    }
  }

  @Test func `each value of a map has its own slope, where each pixel has its own weight`() throws {
    let network = Network(
      input: [1, 1, 3],
      layers: [
        "maps": .conv2d(Conv2d(weight: [[[[1]]], [[[-2]]]])), "flat": .flatten,
        "logits": .linear(Linear(weight: [[1, 0, 2, 1, 3, -1], [4, -2, 1, 0, -1, 3]])),
      ])
    let x: Tensor = [[[[1, 2, 4]]]]
    let maps: Tensor = [[[[1, 2, 4]], [[-2, -4, -8]]]]
    let slopes: Tensor = [[[[4, -2, 1]], [[0, -1, 3]]]]
    try expect(
      layerInputTimesGradient(of: network, at: x, target: 1, places: ["maps"]),
      is: [maps * slopes],
      mistakes: [
        "the slope averaged over each map first, which is Grad-CAM's weight; here each value has its "
          + "own": [maps * slopes.mean(along: 2, 3, keepingAxes: true)],
        "the slope added up over each map first; each value has its own": [
          maps * slopes.sum(along: 2, 3, keepingAxes: true)
        ],
        "the map averaged first; each value has its own": [
          maps.mean(along: 2, 3, keepingAxes: true) * slopes
        ],
        "the slope averaged over the channels; each value has its own": [
          maps * slopes.mean(along: 1, keepingAxes: true)
        ],
        "the gradient alone; it has to be multiplied by the activation": [slopes],
      ],
      given: ["maps outputs": maps, "slopes": slopes])
  }

  @Test func `on ReLU layers without biases every place adds up to the same logit`() throws {
    try forEachSeed { generator in
      let network = homogeneousNetwork(using: &generator)
      let x = Tensor.normal(shape: [2, 3], using: &generator)
      let products = try layerInputTimesGradient(
        of: network, at: x, target: 1, places: network.places)
      let shapes = [[2, 6], [2, 6], [2, 5], [2, 5], [2, 3]]
      try expect(products.map(\.shape), is: shapes, given: ["places": network.places])
      let logit = network(x)[.all, 1]
      try expect(
        products.map { $0.sum(along: 1) }, is: network.places.map { _ in logit },
        given: ["places": network.places, "x": x])
    }
  }

  @Test func `names that end alike are different places`() throws {
    let network = Network(
      input: [2],
      layers: [
        "a": .residual(["inner": .linear(Linear(weight: [[0, 1], [3, 0]]))]),
        "b": .residual(["inner": .linear(Linear(weight: [[1, 1], [0, -1]]))]),
        "logits": .linear(Linear(weight: [[1, -2]])),
      ])
    // a.inner gives (1, 6), a gives (3, 7); b.inner gives (10, −7), b gives (13, 0).
    let (ofA, ofB, ofB13): (Tensor, Tensor, Tensor) = ([[2, 6]], [[10, 14]], [[13, 0]])
    try expect(
      layerInputTimesGradient(
        of: network, at: [[2, 1]], target: 0, places: ["b.inner", "a.inner", "b"]),
      is: [ofB, ofA, ofB13],
      mistakes: [
        "the product of the first place whose name ends alike": [ofA, ofA, ofB13],
        "the product of the last place whose name ends alike": [ofB, ofB, ofB13],
      ],
      given: ["places of the network": network.places])
    try expectUnknown("inner", among: ["inner"], of: network)
    try expectUnknown("a.in", among: ["a.in"], of: network)
  }

  @Test func `maps that shrink keep their sizes, and each place adds up to the logit`() throws {
    try forEachSeed { generator in
      // No biases and no caps, so that each place adds up to the logit.
      let network = Network(
        input: [1, 6, 4],
        layers: [
          "stem": .conv2d(inChannels: 1, outChannels: 2, kernel: 3, padding: 1, bias: false),
          "relu": .relu, "pool": .maxPool2d(kernel: 2),
          "head": .conv2d(inChannels: 2, outChannels: 5, kernel: 1, padding: 0, bias: false),
          "gap": .globalAvgPool2d,
          "logits": .linear(inFeatures: 5, outFeatures: 3, bias: false),
        ], using: &generator)
      let x = Tensor.normal(shape: [2, 1, 6, 4], using: &generator)
      let places = ["stem", "pool", "head", "logits"]
      let products = try layerInputTimesGradient(of: network, at: x, target: 2, places: places)
      try expect(
        products.map(\.shape), is: [[2, 2, 6, 4], [2, 2, 3, 2], [2, 5, 3, 2], [2, 3]],
        mistakes: [
          "maps added up over their channels; averageOfLayers does that": [
            [2, 6, 4], [2, 3, 2], [2, 3, 2], [2],
          ],
          "maps added up over their pixels; each has its own": [
            [2, 2], [2, 2], [2, 5], [2, 3],
          ],
        ],
        given: ["places": places])
      let logit = network(x)[.all, 2]
      try expect(
        products.map { $0.sum(along: Array(1..<$0.rank)) }, is: places.map { _ in logit },
        within: 1e-4, given: ["places": places, "x": x])
    }
  }

  @Test(arguments: ["rleu", "re", "elu", "relu.0", ""])
  func `a place that the network does not have is an error that names it`(
    missing: String
  ) throws {
    for places in [
      [missing], ["relu", missing], [missing, "hidden"], ["hidden", missing, "tail"],
    ] {
      try expectUnknown(missing, among: places, of: reluByHand)
    }
  }

  /// Whether the place that is missing is what the error says, and no other error is thrown.
  private func expectUnknown(
    _ missing: String, among places: [String], of network: Network
  ) throws {
    let given: KeyValuePairs<String, Any> = [
      "places of the network": network.places, "asked for": places,
    ]
    let law = "it throws UnknownPlace for the place that is not there"
    do {
      _ = try layerInputTimesGradient(of: network, at: [[2, 1]], target: 0, places: places)
    } catch let error as UnknownPlace {
      return try expect(
        error, is: UnknownPlace(missing),
        mistakes: places.first == missing
          ? [:] : ["an error for the first place asked for": UnknownPlace(places[0])],
        given: given)
    } catch let unfinished as Unfinished {
      throw unfinished
    } catch {
      return try expect(
        false, law + ", and no other error", given: ["yours": "\(error)", "asked for": places])
    }
    try expect(false, law, given: given)
  }
}
