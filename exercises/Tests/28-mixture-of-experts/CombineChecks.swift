import Expecting
import MixtureOfExperts
import Tensors
import Testing

/// One answer for each example, of what its experts say.
@Suite(.exercise) struct `combine(_:by:)` {
  /// Three experts, two examples, two numbers each.
  private let outputs: Tensor = [
    [[1, 2], [3, 5]], [[10, 20], [30, 50]], [[100, -200], [300, -500]],
  ]
  private let chosen = Gate(experts: [[2, 0], [1, 2]], weights: [[0.75, 0.25], [0.9, 0.1]])

  @Test func `each answer is the weighted sum of what its experts say`() throws {
    let mistakes: KeyValuePairs<String, Tensor> = [
      "the experts' numbers not looked up: slot 0 was taken for expert 0, slot 1 for expert 1":
        [[3.25, 6.5], [5.7, 9.5]],
      "the sum without the weights": [[101, -198], [330, -450]],
      "the mean of the kept, without the weights": [[50.5, -99], [165, -225]],
      "the first choice alone": [[75, -150], [27, 45]],
      "the first choice alone, in full": [[100, -200], [30, 50]],
      "the second choice alone": [[0.25, 0.5], [30, -50]],
      "the weights the other way round": [[25.75, -48.5], [273, -445]],
      "the weights of the first example for all": [[75.25, -149.5], [97.5, -87.5]],
      "what the experts say about the first example, for all":
        [[75.25, -149.5], [19, -2]],
      "divided by the number of experts: the weights add up to 1 already":
        [[25.083334, -49.833332], [19, -1.6666666]],
      "divided by the number of kept experts once more: the weights add up to 1 already":
        [[37.625, -74.75], [28.5, -2.5]],
      "all experts added up": [[111, -178], [333, -445]],
      "the mean of all experts": [[37, -59.333332], [111, -148.33333]],
      "rows counted example by example; in outputs the experts come first":
        [[7.75, 15.5], [120, -230]],
      "the number of the expert and of the example added up; each expert has a row for each example":
        [[7.75, 15.5], [12, 23]],
      "the experts of the first example for all": [[75.25, -149.5], [270.3, -449.5]],
    ]
    try expect(
      combine(outputs, by: chosen), is: [[75.25, -149.5], [57, -5]], mistakes: mistakes,
      given: [
        "outputs": outputs, "experts": chosen.experts, "weights": chosen.weights,
      ])
  }

  @Test func `with all experts kept it is the dense weighted sum, whatever their order`() throws {
    try forEachSeed { generator in
      let outputs = Tensor.normal(shape: [4, 3, 2], using: &generator)
      let weights = Tensor.uniform(shape: [3, 4], using: &generator)
      let orders = (0..<3).map { _ in permutation(of: 4, using: &generator) }
      let inOrder = weights.taking(orders, along: 1)
      var truth = [Float](repeating: 0, count: 6)
      for example in 0..<3 {
        for expert in 0..<4 {
          for place in 0..<2 {
            truth[example * 2 + place] +=
              weights[example, expert].scalar * outputs[expert, example, place].scalar
          }
        }
      }
      try expect(
        combine(outputs, by: Gate(experts: orders, weights: inOrder)),
        is: Tensor(truth, shape: [3, 2]),
        given: ["outputs": outputs, "experts": orders, "weights": inOrder])
    }
  }

  @Test func `an expert that is not kept has no say, and no gradient`() throws {
    let tracked = outputs.tracked()
    let weights = chosen.weights.tracked()
    let answer = try combine(tracked, by: Gate(experts: chosen.experts, weights: weights))
    let inputs: [Tensor] = [tracked, weights]
    let slopes: [Tensor] = gradients(of: answer.sum(), withRespectTo: inputs)
    try expect(
      slopes[0],
      is: [[[0.25, 0.25], [0, 0]], [[0, 0], [0.9, 0.9]], [[0.75, 0.75], [0.1, 0.1]]],
      mistakes: [
        "no gradient: the answers were made of numbers that have lost their origin":
          Tensor.zeros([3, 2, 2])
      ], given: ["experts": chosen.experts, "weights": chosen.weights])
    try expect(
      slopes[1], is: [[-100, 3], [80, -200]],
      mistakes: [
        "no gradient: the weights have lost their origin": Tensor.zeros([2, 2])
      ], given: ["outputs": outputs, "experts": chosen.experts])
  }

  @Test func `three examples of one number, and a weight of zero`() throws {
    let outputs: Tensor = [[[4], [-2], [0]], [[8], [6], [-3]]]
    let gate = Gate(experts: [[1], [0], [1]], weights: [[1], [1], [0]])
    try expect(
      combine(outputs, by: gate), is: [[8], [-2], [0]],
      given: ["outputs": outputs, "experts": gate.experts, "weights": gate.weights])
  }

  @Test func `what does not fit is refused`() throws {
    try expectRefusal("there is no expert 3 of three") {
      _ = try combine(outputs, by: Gate(experts: [[3], [0]], weights: [[1], [1]]))
    }
    try expectRefusal("there is no expert −1") {
      _ = try combine(outputs, by: Gate(experts: [[0], [-1]], weights: [[1], [1]]))
    }
    try expectRefusal("the gate is for three examples, and the outputs are of two") {
      _ = try combine(outputs, by: Gate(experts: [[0], [1], [2]], weights: [[1], [1], [1]]))
    }
    try expectRefusal("there are two experts for each example, and one weight") {
      _ = try combine(outputs, by: Gate(experts: [[0, 1], [1, 2]], weights: [[1], [1]]))
    }
    try expectRefusal("outputs are [experts, examples, D], not a table") {
      _ = try combine([[1, 2]], by: Gate(experts: [[0]], weights: [[1]]))
    }
  }
}
