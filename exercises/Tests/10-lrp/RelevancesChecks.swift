import Checking
import Expecting
import LRP
import Layers
import Tensors
import Testing

/// The relevance of every layer's input, from the logit down to the pixels.
@Suite(.exercise) struct `relevances(of:at:target:rules:)` {
  private let all = "all logits shared out, not that of the target alone"
  private let one = "a start of 1; it starts with the logit"
  private let turned =
    "the rules given out from the last layer to the first; they stand in running order"
  private let firstOnly = "the first rule for every layer"
  private let inputOnly = "fewer tensors: the relevance of each layer's input, and of the output"

  /// Two linear layers without a bias, whose relevance can be worked out on paper.
  private func small(corner: Float) -> Network {
    Network(
      input: [3],
      layers: [
        "fc1": .linear(
          Linear(weight: Tensor([corner, 2, 2, 2, 2, 2, 2, 2, 2], shape: [3, 3]))), "relu": .relu,
        "fc2": .linear(Linear(weight: [[3, 3, 3]])),
      ])
  }

  @Test func `a score of 108 is shared out as 18, 36 and 54`() throws {
    let found = try relevances(
      of: small(corner: 2), at: [[1, 2, 3], [3, 6, 9]], target: 0,
      rules: [.epsilon(0), .epsilon(0)])
    let (row, score) = ([2, 3], [2, 1])
    try expect(
      found.map(\.shape), is: [row, row, row, score],
      mistakes: [
        inputOnly: [row, row, row],
        "the list from the output to the input; the input comes first": [score, row, row, row],
      ], given: ["layers": 3])
    try expect(
      found[0], is: [[18, 36, 54], [54, 108, 162]],
      mistakes: [
        one: [[0.1666667, 0.3333333, 0.5], [0.1666667, 0.3333333, 0.5]],
        "the gradient without the input": [[18, 18, 18], [18, 18, 18]],
      ], given: ["x": "(1, 2, 3), and three times as much", "scores": "108, 324"])
    try expect(found[1], is: [[36, 36, 36], [108, 108, 108]], given: ["the input of": "relu"])
    try expect(found[2], is: [[36, 36, 36], [108, 108, 108]], given: ["the input of": "fc2"])
    try expect(found[3], is: [[108], [324]], given: ["the output": "108, 324"])
  }

  @Test func `each layer has its own rule`() throws {
    let network = small(corner: -2)
    try expect(
      relevances(of: network, at: [[1, 2, 3]], target: 0, rules: [.gamma(1), .gamma(0.25)])[0],
      is: [[9.333333, 34.66667, 52]], within: 1e-4,
      mistakes: ["γ's rule with the unchanged weights": [[6, 36, 54]]],
      given: ["γ": "1, then 0.25", "score": 96])
    try expect(
      relevances(of: network, at: [[1, 2, 3]], target: 0, rules: [.zPlus, .zPlus])[0],
      is: [[12, 33.6, 50.4]], within: 1e-4, given: ["rules": "z⁺, z⁺", "score": 96])
    try expect(
      relevances(of: network, at: [[1, 2, 3]], target: 0, rules: [.zPlus, .epsilon(96)])[0],
      is: [[6, 16.8, 25.2]], within: 1e-4,
      mistakes: [firstOnly: [[12, 33.6, 50.4]], turned: [[0.87179, 3.58974, 5.38462]]],
      given: ["rules": "z⁺, then ε = 96", "score": 96])
    try expect(
      relevances(
        of: network, at: [[1, 2, 3]], target: 0,
        rules: [.alphaBeta(alpha: 3, beta: 2), .epsilon(0)])[0],
      is: [[-12, 100.8, 151.2]], within: 1e-4,
      mistakes: ["α = 2 and β = 1, whatever the rule says": [[0, 67.2, 100.8]]],
      given: ["rules": "α = 3, β = 2, then ε = 0", "score": 96])
    try expect(
      relevances(
        of: network, at: [[1, 2, 3]], target: 0, rules: [.box(low: 0, high: 4), .epsilon(0)])[0],
      is: [[21, 30, 45]],
      within: 1e-4, given: ["rules": "box 0…4, then ε = 0", "score": 96])
  }

  @Test func `only the target's logit is shared out`() throws {
    let network = Network(
      input: [2],
      layers: ["fc": .linear(Linear(weight: [[1, 2], [3, -1], [0, 1]], bias: [0, 1, 0]))])
    let x: Tensor = [[2, 1], [1, 1], [0, 3]]
    for (target, truth): (Int, Tensor) in [
      (0, [[2, 2], [1, 2], [0, 6]]), (1, [[6, -1], [3, -1], [0, -3]]),
    ] {
      let found = try relevances(of: network, at: x, target: target, rules: [.epsilon(0)])
      try expect(
        found[0], is: truth,
        mistakes: [
          all: [[8, 2], [4, 2], [0, 6]],
          one: truth / network(x)[.all, target].reshaped(to: [3, 1]),
          "a probability shared out, after a softmax; it starts with the logit": truth
            * (network(x).softmax(along: 1) / network(x))[.all, target].reshaped(to: [3, 1]),
        ], given: ["x": x, "target": target, "logits": network(x)])
    }
  }

  /// Convolutions with biases, both poolings, a residual and a linear layer.
  private func mixed(_ activation: Layer, using generator: inout SplitMix64) -> Network {
    Network(
      input: [2, 6, 8],
      layers: [
        "conv1": .conv2d(inChannels: 2, outChannels: 4, kernel: 3, padding: 1), "act1": activation,
        "pool1": .maxPool2d(kernel: 2),
        "block": .residual([
          "widen": .conv2d(inChannels: 4, outChannels: 8, kernel: 1), "act": activation,
          "depthwise": .conv2d(
            inChannels: 8, outChannels: 8, kernel: 3, padding: 1, groups: 8),
          "narrow": .conv2d(inChannels: 8, outChannels: 4, kernel: 1),
        ]),
        "stage": .sequence([
          "conv": .conv2d(inChannels: 4, outChannels: 4, kernel: 1), "act": activation,
        ]),
        "pool2": .avgPool2d(kernel: 3, stride: 1), "drop": .dropout(rate: 0.5), "flat": .flatten,
        "fc": .linear(inFeatures: 8, outFeatures: 3),
      ], using: &generator)
  }

  @Test func `LRP-0 is input × gradient on a ReLU network, biases or not`() throws {
    try forEachSeed { generator in
      let network = mixed(.relu, using: &generator)
      let x = 3 * Tensor.normal(shape: [3, 2, 6, 8], using: &generator)
      let tracked = x.tracked()
      let slope = gradient(of: network(tracked)[.all, 1].sum(), withRespectTo: tracked)
      let found = try relevances(
        of: network, at: x, target: 1, rules: .init(repeating: .epsilon(0), count: 6))
      try expect(found.count, is: 10, mistakes: [inputOnly: 9], given: ["layers": 9])
      try expect(
        found[0], is: x * slope, within: Tolerance(absolute: 1e-5, relative: 1e-2),
        mistakes: ["the gradient without the input": slope],
        given: ["layers": network.places, "target": 1])
    }
  }

  @Test func `a sum is shared by what each way gave to it`() throws {
    // 2x on the long way and x on the short one; on the second residual −x and 3x.
    let network = Network(
      input: [2],
      layers: [
        "res": .residual(["fc": .linear(Linear(weight: [[0, 2], [2, 0]]))]),
        "way": .residual(
          ["fc": .linear(Linear(weight: [[-1, 0], [0, -1]]))],
          shortcut: ["short": .linear(Linear(weight: [[3, 0], [0, 3]]))]),
        "out": .linear(Linear(weight: [[1, 0]])),
      ])
    // x = (1, 4): res gives (9, 6), way (18, 12), out 18.
    let found = try relevances(
      of: network, at: [[1, 4]], target: 0, rules: .init(repeating: .epsilon(0), count: 4))
    try expect(
      found[1], is: [[18, 0]],
      mistakes: [
        "the whole relevance on both ways: it doubles": [[36, 0]],
        "the long way alone": [[-9, 0]], "the short way alone": [[27, 0]],
      ], given: ["the sum": "−9 + 27", "relevance": 18])
    try expect(
      found[0], is: [[2, 16]],
      mistakes: [
        "half for each way": [[9, 9]], "the whole relevance on both ways: it doubles": [[36, 36]],
        "the long way alone": [[0, 18]], "the short way alone": [[18, 0]],
      ], given: ["x": "(1, 4)", "the sum": "1 + 8", "relevance": 18])
    // The shortcut's rule comes before those of the layers.
    let mixed = try relevances(
      of: network, at: [[1, 4]], target: 0,
      rules: [.epsilon(18), .epsilon(27), .epsilon(0), .epsilon(0)])
    try expect(
      mixed[1], is: [[4.5, 0]], within: 1e-4,
      mistakes: [
        "the rules of the long way first; the shortcut's come first": [[24.75, 0]],
        turned: [[12.375, 0]], firstOnly: [[6.6, 0]],
      ],
      given: ["ε on the shortcut": 27, "its output": 27])
  }

  @Test func `relevance below zero passes an activation too`() throws {
    let network = Network(
      input: [2],
      layers: [
        "fc1": .linear(Linear(weight: [[1, 1], [2, -1], [-1, 0]], bias: [1, 0, 0])), "relu": .relu,
        "fc2": .linear(Linear(weight: [[2, -1, 5]])),
      ])
    let found = try relevances(
      of: network, at: [[2, 1]], target: 0, rules: [.epsilon(0), .epsilon(0)])
    try expect(
      found[0], is: [[0, 3]],
      mistakes: ["relevance below zero cut off at an activation": [[4, 2]]],
      given: ["the network": "that of Figure 3", "relevance of its units": "(8, −3, 0)"])
  }

  @Test func `a sequence is gone down layer by layer`() throws {
    let network = Network(
      input: [2],
      layers: [
        "stage": .sequence(["fc": .linear(Linear(weight: [[2, -1], [1, 1]])), "relu": .relu]),
        "out": .linear(Linear(weight: [[1, 1]])),
      ])
    // Sums of 3 and 3, a score of 6, of which ε = 6 leaves half.
    try expect(
      relevances(of: network, at: [[2, 1]], target: 0, rules: [.zPlus, .epsilon(6)])[0],
      is: [[2.5, 0.5]], within: 1e-4,
      mistakes: [
        "a sequence taken as one layer; it goes down layer by layer, each with its own rule": [
          [3, 0]
        ]
      ], given: ["rules": "z⁺ inside the sequence, ε = 6 behind it", "score": 6])
  }

  @Test func `a clipped unit keeps its relevance`() throws {
    // Sums of 9 and 4 behind a ReLU6: the score is 6 + 4.
    let network = Network(
      input: [2],
      layers: [
        "fc1": .linear(Linear(weight: [[1, 2], [1, 0]])), "clip": .relu6,
        "fc2": .linear(Linear(weight: [[1, 1]])),
      ])
    try expect(
      relevances(of: network, at: [[4, 2.5]], target: 0, rules: [.epsilon(0), .epsilon(0)])[0],
      is: [[6.666667, 3.333333]], within: 1e-4,
      mistakes: [
        "input × gradient, which loses what a clipped unit has": [[4, 0]],
        "relevance in proportion to the sum before the clip": [[8, 5]],
      ], given: ["x": "(4, 2.5)", "sums": "9, 4", "score": 10])
  }

  @Test func `a maximum gives to the winner, a mean by proportion`() throws {
    let network = Network(
      input: [1, 2, 4],
      layers: [
        "max": .maxPool2d(kernel: 2), "flat": .flatten,
        "fc": .linear(Linear(weight: [[2, 1]])),
      ])
    try expect(
      relevances(
        of: network, at: [[[[1, 3, 0, 0], [2, 0, 5, 4]]]], target: 0, rules: [.epsilon(0)])[0],
      is: [[[[0, 6, 0, 0], [0, 0, 5, 0]]]],
      mistakes: [
        "a maximum that shares with the others": [[[[1, 3, 0, 0], [2, 0, 2.777778, 2.222222]]]]
      ], given: ["relevance of the two maxima": "6, 5"])
    let mean = Network(
      input: [2, 2, 2],
      layers: ["gap": .globalAvgPool2d, "fc": .linear(Linear(weight: [[2, 1]]))])
    try expect(
      relevances(
        of: mean, at: [[[[1, 3], [0, 4]], [[2, 2], [0, 0]]]], target: 0, rules: [.epsilon(0)])[0],
      is: [[[[0.5, 1.5], [0, 2]], [[0.5, 0.5], [0, 0]]]],
      mistakes: [
        "a mean as if it were a sum": [[[[2, 6], [0, 8]], [[2, 2], [0, 0]]]],
        "the same for every number under the window": [
          [[[1, 1], [1, 1]], [[0.25, 0.25], [0.25, 0.25]]]
        ],
      ], given: ["relevance of the two means": "4, 1"])
    let window = Network(
      input: [1, 2, 4],
      layers: [
        "mean": .avgPool2d(kernel: 2), "flat": .flatten, "fc": .linear(Linear(weight: [[2, 1]])),
      ])
    try expect(
      relevances(
        of: window, at: [[[[1, 3, 4, 0], [0, 4, 0, 4]]]], target: 0, rules: [.epsilon(0)])[0],
      is: [[[[0.5, 1.5, 1, 0], [0, 2, 0, 1]]]],
      mistakes: [
        "the same for every number under the window": [[[[1, 1, 0.5, 0.5], [1, 1, 0.5, 0.5]]]]
      ], given: ["relevance of the two means": "4, 2"])
  }

  @Test func `z⁺ holds for negative inputs`() throws {
    let network = Network(
      input: [3], layers: ["fc": .linear(Linear(weight: [[1, -2, -1]], bias: [1]))])
    try expect(
      relevances(of: network, at: [[2, -1, 1]], target: 0, rules: [.zPlus])[0],
      is: [[1.6, 1.6, 0]], within: 1e-4,
      mistakes: [
        "clipped weights, whatever the sign of the input": [[2.666667, 0, 0]],
        "the bias left out": [[2, 2, 0]],
      ], given: ["weights": "(1, −2, −1)", "bias": 1, "x": "(2, −1, 1)", "score": 4])
  }

  @Test func `examples of a batch do not see one another`() throws {
    var generator = SplitMix64(seed: 12)
    let network = mixed(.relu6, using: &generator)
    let x = 3 * Tensor.normal(shape: [3, 2, 6, 8], using: &generator)
    let rules = composite(
      for: network, first: .box(low: -20, high: 20), convolutions: .zPlus, linear: .epsilon(0.1))
    let whole = try relevances(of: network, at: x, target: 2, rules: rules)
    try expect(
      whole[0].scalars.allSatisfy(\.isFinite), "relevance is finite everywhere",
      given: ["rules": rules.count])
    let one = try relevances(of: network, at: x[1...1], target: 2, rules: rules)
    try expect(one[0], is: whole[0][1...1], within: 1e-4, given: ["example": 1])
  }

  @Test func `what cannot be shared out is an error`() throws {
    let network = small(corner: 2)
    let x: Tensor = [[1, 2, 3]]
    for count in [0, 1, 3] {
      try expectRefusal(.count(count, layers: 2), given: ["rules": count, "layers": 2]) {
        try relevances(
          of: network, at: x, target: 0, rules: .init(repeating: .epsilon(0), count: count))
      }
    }
    for target in [-1, 1] {
      try expectRefusal(.target(target), given: ["target": target, "classes": 1]) {
        try relevances(of: network, at: x, target: target, rules: [.epsilon(0), .epsilon(0)])
      }
    }
    let normed = Network(
      input: [1, 2, 2],
      layers: [
        "conv": .conv2d(inChannels: 1, outChannels: 2, kernel: 1),
        "norm": .batchNorm2d(channels: 2), "flat": .flatten,
      ])
    try expectRefusal(.batchNorm, given: ["layers": normed.places]) {
      try relevances(of: normed, at: .ones([1, 1, 2, 2]), target: 0, rules: [.epsilon(0)])
    }
  }
}
