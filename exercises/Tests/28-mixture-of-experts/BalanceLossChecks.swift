import Expecting
import MixtureOfExperts
import Tensors
import Testing

/// A number for how evenly the experts share the work, which a router can be trained on.
@Suite(.exercise) struct `balanceLoss(probabilities:chosen:)` {
  /// Four examples, three experts; the first choices are 0, 0, 2, 1.
  private let probabilities: Tensor = [
    [0.5, 0.3, 0.2], [0.6, 0.1, 0.3], [0.2, 0.2, 0.6], [0.1, 0.7, 0.2],
  ]
  private let chosen = [0, 0, 2, 1]

  @Test func `the part of the choices times the mean probability, added up, times the experts`()
    throws
  {
    // f = 0.5, 0.25, 0.25 and P = 0.35, 0.325, 0.325: 3 · 0.3375.
    let mistakes: KeyValuePairs<String, Tensor> = [
      "not multiplied by the number of experts": 0.3375,
      "multiplied by the number of experts twice": 3.0375,
      "multiplied by the number of examples; it is the number of experts": 1.35,
      "the mean probability squared: f has to be counted from the choices": 1.00125,
      "the part of the choices squared: P is the mean of the probabilities": 1.125,
      "not divided by the number of examples: f is a part of them, and P their mean": 4.05,
      "neither f nor P divided by the number of examples": 16.2,
      "the mean over the experts of f · P; it is their sum, times the number of experts": 0.1125,
      "the squared distance from an even load": 0.041666668,
      "the mean probability of the chosen expert": 0.6,
      "the sum of f and P and not of their products": 6,
      "the logarithm of the probabilities": 3 * -1.160893,
      "one minus the balance loss": -0.0125,
      "a softmax of the probabilities, which are made by a softmax already": 1.0045721,
      "the mean of all probabilities, not that of each expert": 1,
      "times 0.01: how much the loss counts is decided where it is used": 0.010125,
    ]
    try expect(
      balanceLoss(probabilities: probabilities, chosen: chosen), is: 1.0125, mistakes: mistakes,
      given: ["probabilities": probabilities, "chosen": chosen])
  }

  @Test func `it is 1 when even, and the number of experts when one does all`() throws {
    for experts in [2, 4, 5] {
      let even = Tensor.identity(experts)
      try expect(
        balanceLoss(probabilities: even, chosen: Array(0..<experts)), is: 1,
        mistakes: [
          "not multiplied by the number of experts": Tensor(1 / Float(experts)),
          "multiplied by the number of experts twice": Tensor(experts),
        ], given: ["probabilities": even, "chosen": Array(0..<experts)])
      let all = Array(repeating: experts - 1, count: 3)
      let one = even.selecting(all)
      try expect(
        balanceLoss(probabilities: one, chosen: all), is: Tensor(experts),
        mistakes: [
          "not multiplied by the number of experts": 1,
          "multiplied by the number of experts twice": Tensor(experts * experts),
          "multiplied by the number of examples; it is the number of experts": 3,
        ], given: ["probabilities": one, "chosen": all])
    }
  }

  @Test func `a router that is undecided has 1, whoever is chosen`() throws {
    try forEachSeed { generator in
      let chosen = (0..<6).map { _ in Int(generator.next() % 4) }
      let even = Tensor(repeating: 0.25, shape: [6, 4])
      try expect(
        balanceLoss(probabilities: even, chosen: chosen), is: 1,
        given: ["probabilities": "0.25 everywhere, [6, 4]", "chosen": chosen])
    }
  }

  @Test func `the choices are those that are handed in, not the largest probability`() throws {
    let others = [1, 1, 1, 0]
    // f = 0.25, 0.75, 0.
    try expect(
      balanceLoss(probabilities: probabilities, chosen: others), is: 0.99375,
      mistakes: [
        "the largest probability taken for the choice; the choices are handed in": 1.0125
      ], given: ["probabilities": probabilities, "chosen": others])
  }

  @Test func `the gradient flows through the probabilities alone`() throws {
    let tracked = probabilities.tracked()
    let slopes = gradient(
      of: try balanceLoss(probabilities: tracked, chosen: chosen), withRespectTo: tracked)
    let row: [Float] = [0.375, 0.1875, 0.1875]
    let truth = Tensor(row + row + row + row, shape: [4, 3])
    try expect(
      slopes, is: truth,
      mistakes: [
        "no gradient: the probabilities have lost their origin": Tensor.zeros([4, 3]),
        "not multiplied by the number of experts": truth / 3,
        "multiplied by the number of experts twice": truth * 3,
        "multiplied by the number of examples; it is the number of experts": truth * 4 / 3,
        "not divided by the number of examples: f is a part of them, and P their mean": truth * 4,
        "neither f nor P divided by the number of examples": truth * 16,
        "the mean probability squared: f has to be counted from the choices":
          Tensor([0.525, 0.4875, 0.4875]).broadcast(to: [4, 3]),
      ], given: ["probabilities": probabilities, "chosen": chosen])
  }

  @Test func `what does not fit is refused`() throws {
    try expectRefusal("there are four examples and three choices") {
      _ = try balanceLoss(probabilities: probabilities, chosen: [0, 1, 2])
    }
    try expectRefusal("there is no expert 3 of three") {
      _ = try balanceLoss(probabilities: probabilities, chosen: [0, 1, 2, 3])
    }
    try expectRefusal("there is no expert −1") {
      _ = try balanceLoss(probabilities: probabilities, chosen: [0, 1, 2, -1])
    }
    try expectRefusal("no examples have no mean") {
      _ = try balanceLoss(probabilities: Tensor.zeros([0, 3]), chosen: [])
    }
    try expectRefusal("one list is no table of examples") {
      _ = try balanceLoss(probabilities: [0.5, 0.5], chosen: [0, 1])
    }
  }
}
