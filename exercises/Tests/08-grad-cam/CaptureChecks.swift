import Checking
import Expecting
import Explanations
import GradCAM
import Layers
import Tensors
import Testing

/// A layer's output and the gradient with respect to it; element 0 is the activation, element 1 the
/// gradient.
@Suite(.exercise) struct `capture(_:at:target:place:)` {
  private let x: Tensor = [[[[2, 5]]]]

  /// What two layers of `pooled` output at x.
  private let features: Tensor = [[[[2, 5]], [[1, -2]], [[-2, 4]]]]
  private let relu: Tensor = [[[[2, 5]], [[1, 0]], [[0, 4]]]]

  private func pair(_ capture: Capture) -> [Tensor] { [capture.activation, capture.gradient] }

  @Test func `behind the layer come a mean and a linear layer, so each pixel has its share`()
    throws
  {
    // The means are 3.5, 0.5 and 2, the logits −0.5, 1 and −4. Each mean is of two pixels, so a
    // pixel's gradient is half the weight.
    let gradient = gradient(1, -0.5, 0.5)
    let probability = Tensor([-0.5, 1, -4], shape: [1, 3]).softmax().scalars
    // The weights of class 0 less the mean of all three classes' weights, by their probabilities.
    let rest = [[2, -1, 1], [1, 3, -1], [-2, 2, 0.5]].enumerated().map { index, row in
      Tensor(row.map { Float($0) * probability[index] })
    }
    let contrast = (Tensor([2, -1, 1]) - rest[0] - rest[1] - rest[2]).reshaped(to: [3, 1, 1]) / 2
    let difference = contrast.broadcast(to: [1, 3, 1, 2])
    try expect(
      pair(capture(pooled, at: x, target: 0, place: "relu")), is: [relu, gradient],
      mistakes: [
        "the gradient of the logit of class 1, which the network prefers; the target is class 0": [
          relu, self.gradient(0.5, 1.5, -0.5),
        ],
        "the gradient of the target's probability: there is a softmax too many; take the logit": [
          relu, Tensor(probability[0]) * difference,
        ],
        "the gradient of the logarithm of the target's probability; take the logit": [
          relu, difference,
        ],
        "the gradient of the loss, the cross-entropy of the target; take the logit": [
          relu, -difference,
        ],
        "the gradient of minus the logit: a loss falls where the score rises": [relu, -gradient],
        "the magnitude of the gradient; here signs stay on": [relu, gradient.abs()],
        "the part of the gradient above zero; here signs stay on": [relu, gradient.relu()],
        "the gradient added up over the pixels; each has its own": [relu, [[2, -1, 1]]],
        "the gradient averaged over the pixels, which is the next function's work": [
          relu, [[1, -0.5, 0.5]],
        ],
        Self.zeros: [relu, .zeros([1, 3, 1, 2])],
        "activation and gradient exchanged": [gradient, relu],
        "the product of activation and gradient for the gradient": [relu, relu * gradient],
        "the layer before, whose negative numbers the ReLU has yet to drop": [
          features, gradient * (features .> 0),
        ],
      ],
      given: [
        "x": x, "target": 0, "place": "relu", "relu outputs": relu,
        "behind it": "the mean over 1 × 2 pixels, then weights "
          + "[[2, -1, 1], [1, 3, -1], [-2, 2, 0.5]]",
        "logits": "[-0.5, 1, -4]",
      ])
  }

  @Test func `through a ReLU the gradient goes where the ReLU is open, with its sign`() throws {
    let gradient = gradient(1, -0.5, 0.5)
    try expect(
      pair(capture(pooled, at: x, target: 0, place: "features")),
      is: [features, gradient * (features .> 0)],
      mistakes: [
        "what guided backpropagation passes on, which drops negative gradients on the way; take the "
          + "plain gradient": [features, gradient.relu() * (features .> 0)],
        "what a deconvolution passes on, which drops negative gradients and forgets where the ReLU "
          + "was open; take the plain gradient": [features, gradient.relu()],
        "the gradient with respect to the layer behind, where the ReLU has been passed already": [
          features, gradient,
        ],
        "the layer behind, with what the ReLU left": [relu, gradient],
        Self.zeros: [features, .zeros([1, 3, 1, 2])],
      ],
      given: ["x": x, "target": 0, "place": "features", "features outputs": features])
  }

  @Test func `every picture of a batch has its own gradient, and any size will do`() throws {
    // Three pictures of 2 × 1 pixels. The second channel is open below 3, the third above 3.
    let batch: Tensor = [[[[1], [4]]], [[[2], [0]]], [[[5], [6]]]]
    let features = Tensor.concatenated([batch, 3 - batch, 2 * batch - 6], along: 1)
    let open = features .> 0
    let gradient = open * Tensor([0.5, 1.5, -0.5], shape: [3, 1, 1])
    let ofAll = open * Tensor([0.5, 2, 0.25], shape: [3, 1, 1])
    let first = Tensor([1, 0, 0], shape: [3, 1, 1, 1])
    try expect(
      pair(capture(pooled, at: batch, target: 1, place: "features")), is: [features, gradient],
      mistakes: [
        "the gradient of logits[1], which is all logits of picture 1; the target's logit of every "
          + "picture is logits[.all, 1]": [
            features, ofAll * Tensor([0, 1, 0], shape: [3, 1, 1, 1]),
          ],
        "the gradient of the sum of all logits; only the target's is explained": [features, ofAll],
        "the gradient of the mean over the batch; add the logits up instead": [
          features, gradient / 3,
        ],
        "the gradient averaged over the batch; every picture has its own": [
          features, gradient.mean(along: 0, keepingAxes: true),
        ],
        "the gradient of the first picture alone": [features, gradient * first],
        "the gradient of all logits of the first picture": [features, ofAll * first],
        "the first picture alone": [features[0...0], gradient[0...0]],
        "the gradient of the logit of class 0; the target is class 1": [
          features, open * Tensor([1, -0.5, 0.5], shape: [3, 1, 1]),
        ],
        Self.zeros: [features, .zeros([3, 3, 2, 1])],
      ],
      given: ["x": batch, "target": 1, "place": "features"])
  }

  @Test func `the last class is one as any other`() throws {
    try expect(
      pair(capture(pooled, at: x, target: 2, place: "relu")), is: [relu, gradient(-1, 1, 0.25)],
      mistakes: [
        "the gradient of the logit of class 1, which the network prefers; the target is class 2": [
          relu, gradient(0.5, 1.5, -0.5),
        ],
        "the gradient of the sum of all logits; only the target's is explained": [
          relu, gradient(0.5, 2, 0.25),
        ],
        "the gradient of the logit of class 0; the target is class 2": [
          relu, gradient(1, -0.5, 0.5),
        ],
      ],
      given: ["x": x, "target": 2, "place": "relu"])
  }

  @Test func `a layer is found by its whole name, however alike others begin and end`() throws {
    let layers: [(place: String, activation: Tensor, slope: Float)] = [
      ("conv", [[[[4, 10]]]], -2), ("block.conv", [[[[13, 31]]]], -1),
      ("block.out", [[[[-11, -29]]]], 1), ("block", [[[[-7, -19]]]], 1),
      ("out", [[[[17, 41]]]], -0.5), ("conv2", [[[[18.5, 30.5]]]], -1),
    ]
    for layer in layers {
      let found = try capture(namesakes, at: x, target: 1, place: layer.place)
      let other = layers.first { $0.place != layer.place && $0.activation == found.activation }
      let others = "conv, block.conv, block.out, block, out, conv2"
      try expect(
        other == nil,
        "asked for \(layer.place) it looks at \(layer.place), not at \(other?.place ?? ""): compare "
          + "whole names",
        given: ["layers of the network": others, "yours": found.activation])
      try expect(
        pair(found), is: [layer.activation, Tensor(layer.slope).broadcast(to: [1, 1, 1, 2])],
        given: ["x": x, "target": 1, "place": layer.place, "layers of the network": others])
    }
  }

  @Test func `asked a second time, for another picture, it answers for that one`() throws {
    let other: Tensor = [[[[4, 1]]]]
    let features: Tensor = [[[[4, 1]], [[-1, 2]], [[2, -4]]]]
    for _ in 0..<2 {
      _ = try capture(pooled, at: x, target: 0, place: "features")
      try expect(
        pair(capture(pooled, at: other, target: 1, place: "features")),
        is: [features, gradient(0.5, 1.5, -0.5) * (features .> 0)],
        given: ["x": other, "target": 1, "place": "features", "asked before for": x])
    }
  }

  @Test func `shaking what the layer outputs moves the logit as the gradient says`() throws {
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

  @Test func `a layer that the network does not have is an error that names it`() throws {
    for place in ["rleu", "rel", "elu", "", "RELU", "gap.relu"] {
      let given: KeyValuePairs<String, Any> = [
        "layers of the network": pooled.places, "asked for": "“\(place)”",
      ]
      do {
        _ = try capture(pooled, at: x, target: 0, place: place)
      } catch let unfinished as Unfinished {
        throw unfinished
      } catch let unknown as UnknownPlace {
        try expect(
          unknown, is: UnknownPlace(place),
          mistakes: [
            "the word “place” for the layer's name; it stands in the variable place, without quotes":
              UnknownPlace("place")
          ], given: given)
        continue
      } catch {
        try expect(
          false, "asked for a layer that is not there, it throws UnknownPlace, not another error",
          given: ["asked for": "“\(place)”", "yours": error])
      }
      try expect(
        false, "asked for a layer that is not there, it throws UnknownPlace", given: given)
    }
  }

  private static let zeros =
    "zeros for the gradient, as if the logit did not depend on the layer: does the closure return "
    + "what it tracked?"

  /// A gradient that is the same at both pixels of a channel.
  private func gradient(_ first: Float, _ second: Float, _ third: Float) -> Tensor {
    Tensor([first, first, second, second, third, third], shape: [1, 3, 1, 2])
  }
}
