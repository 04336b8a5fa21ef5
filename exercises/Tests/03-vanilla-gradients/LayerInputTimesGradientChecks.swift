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
    // The neurons give 1 and 4, the logits are −1 and 1. Class 0 weighs the neurons 2 and −1, class 1
    // weighs them 1 and 3. A probability's gradient has a factor p₀ p₁, its logarithm's a factor p₁.
    let x: Tensor = [[2, 1]]
    let second = Tensor(2).sigmoid()
    let difference: Tensor = [[1, -16]]
    try expect(
      layerInputTimesGradient(of: twoByTwo, at: x, target: 0, places: ["relu"]), is: [[[2, -4]]],
      mistakes: [
        "the gradient alone; it has to be multiplied by the activation": [[[2, -1]]],
        "the activation alone; it has to be multiplied by the gradient": [[[1, 4]]],
        "the magnitude of the product; here the sign stays on": [[[2, 4]]],
        "the product for class 1; the target is class 0, whatever the network prefers": [
          [[1, 12]]
        ],
        "the product for the sum of all logits; only the target's is explained": [[[3, 8]]],
        "the gradient of the target's probability: there is a softmax too many; take the logit": [
          second * (1 - second) * difference
        ],
        "the gradient of the loss, the cross-entropy of the target; take the logit": [
          -second * difference
        ],
        "the gradient of the logarithm of the target's probability; take the logit": [
          second * difference
        ],
        "the gradient of minus the logit: a loss falls where the score rises": [[[-2, 4]]],
        "the product added up over the neurons; each has its own": [[-2]],
        "the gradient times the network's input, not times what the place gives": [[[4, -1]]],
        "zeros, as if the logit did not hang on the place: does the closure return what it tracked?":
          [[[0, 0]]],
      ],
      given: [
        "x": x, "target": 0, "relu gives": "[1, 4]", "weights of class 0": "[2, -1]",
        "weights of class 1": "[1, 3]", "logits": "[-1, 1]",
      ])
  }

  @Test func `places come in the order asked for, and all of a batch comes back`() throws {
    let x: Tensor = [[2, 1], [1, 2]]
    let hidden: Tensor = [[1, 12], [0, 15]]
    let logits: Tensor = [[0, 1], [0, 3]]
    try expect(
      layerInputTimesGradient(of: twoByTwo, at: x, target: 1, places: ["logits", "hidden"]),
      is: [logits, hidden],
      mistakes: [
        "the right products in the order of the network; they should be in the order asked for": [
          hidden, logits,
        ],
        "zeros at the earlier place: what is tracked anew, or detached, cuts the way back": [
          logits, .zeros([2, 2]),
        ],
        "the gradient of the mean over the batch; add the logits up instead": [
          logits / 2, hidden / 2,
        ],
        "the first example alone": [[[0, 1], [0, 0]], [[1, 12], [0, 0]]],
        "the product for class 0; the target is class 1": [
          [[-1, 0], [-4, 0]], [[2, -4], [0, -5]],
        ],
        "every place of the network; only two were asked for": [hidden, hidden, logits],
        "the last place alone; two were asked for": [logits],
      ],
      given: ["x": x, "target": 1, "places": ["logits", "hidden"]])
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

  @Test func `a place within a residual has its own product`() throws {
    let network = Network(
      input: [2],
      layers: [
        "block": .residual(["inner": .linear(Linear(weight: [[0, 1], [3, 0]]))]),
        "logits": .linear(Linear(weight: [[1, -2]])),
      ])
    // The inner layer gives (1, 6), and the block (3, 7).
    try expect(
      layerInputTimesGradient(
        of: network, at: [[2, 1]], target: 0, places: ["block.inner", "block"]),
      is: [[[1, -12]], [[3, -14]]],
      given: ["block gives": "[3, 7]", "block.inner gives": "[1, 6]", "weights": "[1, -2]"])
  }

  @Test func `a place that the network does not have is an error`() throws {
    do {
      _ = try layerInputTimesGradient(
        of: twoByTwo, at: [[2, 1]], target: 0, places: ["relu", "rleu"])
    } catch let unfinished as Unfinished {
      throw unfinished
    } catch {
      return
    }
    try expect(
      false, "asked for a place that is not there, it throws UnknownPlace",
      given: ["places of the network": twoByTwo.places, "asked for": ["relu", "rleu"]])
  }
}
