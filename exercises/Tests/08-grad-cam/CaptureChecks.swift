import Checking
import Expecting
import Explanations
import GradCAM
import Layers
import Tensors
import Testing

/// What a place gives and the gradient by it; element 0 is the activation, element 1 the gradient.
@Suite(.exercise) struct `capture(_:at:target:place:)` {
  private let x: Tensor = [[[[2, 5]]]]

  /// What the places of `pooled` give at x.
  private let features: Tensor = [[[[2, 5]], [[1, -2]]]]
  private let relu: Tensor = [[[[2, 5]], [[1, 0]]]]

  private func pair(_ capture: Capture) -> [Tensor] { [capture.activation, capture.gradient] }

  @Test func `behind the place come a mean and a linear layer, so each pixel has its share`()
    throws
  {
    // The means are 3.5 and 0.5, the logits 2.5 and 3. Each mean is of two pixels, so a pixel's
    // gradient is half the weight: (1, −0.5) for class 0, and (0.5, 1.5) for class 1.
    let gradient = gradient(1, -0.5)
    let preferred = Tensor(0.5).sigmoid()
    let difference = self.gradient(0.5, -2)
    try expect(
      pair(capture(pooled, at: x, target: 0, place: "relu")), is: [relu, gradient],
      mistakes: [
        "the gradient of the logit of class 1, which the network prefers; the target is class 0": [
          relu, self.gradient(0.5, 1.5),
        ],
        "the gradient of the sum of all logits; only the target's is explained": [
          relu, self.gradient(1.5, 1),
        ],
        "the gradient of the target's probability: there is a softmax too many; take the logit": [
          relu, preferred * (1 - preferred) * difference,
        ],
        "the gradient of the logarithm of the target's probability; take the logit": [
          relu, preferred * difference,
        ],
        "the gradient of the loss, the cross-entropy of the target; take the logit": [
          relu, -preferred * difference,
        ],
        "the gradient of minus the logit: a loss falls where the score rises": [relu, -gradient],
        "the magnitude of the gradient; here signs stay on": [relu, gradient.abs()],
        "the part of the gradient above zero; here signs stay on": [relu, gradient.relu()],
        "the gradient added up over the pixels; each has its own": [relu, [[2, -1]]],
        "the gradient averaged over the pixels, which is the next function's work": [
          relu, [[1, -0.5]],
        ],
        "zeros for the gradient, as if the logit did not hang on the place: does the closure return "
          + "what it tracked?": [relu, .zeros([1, 2, 1, 2])],
        "activation and gradient exchanged": [gradient, relu],
        "the product of activation and gradient for the gradient": [relu, relu * gradient],
        "the place before, whose negative numbers the ReLU has yet to drop": [
          features, self.gradient(1, -0.5) * [[[[1, 1]], [[1, 0]]]],
        ],
      ],
      given: [
        "x": x, "target": 0, "place": "relu", "relu gives": relu,
        "behind it": "the mean over 1 × 2 pixels, then weights [[2, -1], [1, 3]]",
        "logits": "[2.5, 3]",
      ])
  }

  @Test func `through a ReLU the gradient goes where the ReLU is open, with its sign`() throws {
    try expect(
      pair(capture(pooled, at: x, target: 0, place: "features")),
      is: [features, [[[[1, 1]], [[-0.5, 0]]]]],
      mistakes: [
        "what guided backpropagation passes on, which drops negative gradients on the way; take the "
          + "plain gradient": [features, [[[[1, 1]], [[0, 0]]]]],
        "the gradient by the place behind, where the ReLU has been passed already": [
          features, gradient(1, -0.5),
        ],
        "the place behind, with what the ReLU left": [relu, gradient(1, -0.5)],
        "zeros for the gradient, as if the logit did not hang on the place: does the closure return "
          + "what it tracked?": [features, .zeros([1, 2, 1, 2])],
      ],
      given: ["x": x, "target": 0, "place": "features", "features gives": features])
  }

  @Test func `every picture of a batch has its own gradient, and any size will do`() throws {
    // Three pictures of 2 × 1 pixels. The second channel, 3 − x, is open below 3.
    let batch: Tensor = [[[[1], [4]]], [[[2], [0]]], [[[5], [6]]]]
    let features = Tensor.concatenated([batch, 3 - batch], along: 1)
    let open = features .> 0
    let weights = Tensor([0.5, 1.5], shape: [2, 1, 1])
    try expect(
      pair(capture(pooled, at: batch, target: 1, place: "features")),
      is: [features, open * weights],
      mistakes: [
        "the gradient of the mean over the batch; add the logits up instead": [
          features, open * weights / 3,
        ],
        "the gradient averaged over the batch; every picture has its own": [
          features, (open * weights).mean(along: 0, keepingAxes: true),
        ],
        "the gradient of the first picture alone": [
          features, open * weights * Tensor([1, 0, 0], shape: [3, 1, 1, 1]),
        ],
        "the first picture alone": [features[0...0], (open * weights)[0...0]],
        "the gradient of the logit of class 0; the target is class 1": [
          features, open * Tensor([1, -0.5], shape: [2, 1, 1]),
        ],
      ],
      given: ["x": batch, "target": 1, "place": "features"])
  }

  @Test func `a place within a residual has its own capture`() throws {
    let network = Network(
      input: [1, 1, 2],
      layers: [
        "block": .residual(["inner": .conv2d(Conv2d(weight: [[[[3]]]], bias: [1]))]),
        "gap": .globalAvgPool2d, "logits": .linear(Linear(weight: [[4], [-2]])),
      ])
    let share = Tensor([2, 2], shape: [1, 1, 1, 2])
    try expect(
      pair(capture(network, at: x, target: 0, place: "block.inner")),
      is: [[[[[7, 16]]]], share],
      mistakes: ["what the whole block gives; the place is block.inner": [[[[[9, 21]]]], share]],
      given: ["x": x, "block.inner gives": "[7, 16]", "block gives": "[9, 21]"])
  }

  @Test func `shaking what the place gives moves the logit as the gradient says`() throws {
    try forEachSeed { generator in
      let network = smoothNetwork(using: &generator)
      let x = Tensor.normal(shape: [1, 1, 2, 3], using: &generator)
      let found = try capture(network, at: x, target: 1, place: "bend")
      try expect(found.gradient.shape, is: [1, 2, 2, 3], given: ["place": "bend"])
      let step: Float = 1e-2
      let slopes = (0..<12).map { index -> Float in
        var shake = [Float](repeating: 0, count: 12)
        shake[index] = step
        let change = Tensor(shake, shape: [1, 2, 2, 3])
        let logits = [change, -change].map { change in
          network(x) { place, activation in place == "bend" ? activation + change : activation }
        }
        return (logits[0] - logits[1])[0, 1].scalar / (2 * step)
      }
      try expect(
        found.gradient, is: Tensor(slopes, shape: [1, 2, 2, 3]), within: 1e-3,
        given: ["x": x, "place": "bend", "target": 1])
    }
  }

  @Test func `a place that the network does not have is an error`() throws {
    do {
      _ = try capture(pooled, at: x, target: 0, place: "rleu")
    } catch let unfinished as Unfinished {
      throw unfinished
    } catch {
      return
    }
    try expect(
      false, "asked for a place that is not there, it throws UnknownPlace",
      given: ["places of the network": pooled.places, "asked for": "rleu"])
  }

  /// A gradient that is the same at both pixels of a channel.
  private func gradient(_ first: Float, _ second: Float) -> Tensor {
    Tensor([first, first, second, second], shape: [1, 2, 1, 2])
  }
}
