import Expecting
import Tensors
import Testing
import VanillaGradients

/// An input that exposes the rule that only inputs with a gradient matter.
@Suite(.exercise) struct `saturatedInput()` {
  private static let otherShapes: KeyValuePairs = [
    "a pair without the axis of the examples": [2],
    "a column, which is two examples of one number; one example is a row": [2, 1],
    "two examples; give one": [2, 2],
    "three numbers; the neuron has two inputs": [1, 3],
    "one number; the neuron has two inputs": [1, 1],
  ]

  @Test func `it is one pair of ordinary numbers`() throws {
    let x = try saturatedInput()
    try expect(x.shape, is: [1, 2], mistakes: Self.otherShapes)
    try expect(
      x.scalars.allSatisfy(\.isFinite), "both numbers are finite", given: ["your input": x])
  }

  @Test func `the score is higher there than at the baseline`() throws {
    let x = try input()
    let score = saturatingScore(x)[0].scalar
    try expect(
      x != [[0, 0]], "it is another input than (0, 0), where nothing has risen yet",
      given: ["your input": x])
    try expect(
      score > 0, "the score is higher than at (0, 0), where it is 0; yours is \(score)",
      given: ["your input": x, "its score": score])
  }

  @Test func `the wrong rule says that neither input matters`() throws {
    let x = try input()
    let matters = try mattersByGradient(to: saturatingScore, at: x)
    try expect(
      matters == [[0, 0]],
      "the gradient is zero, so that the rule is wrong; yours is (1, 1): the neuron is not saturated "
        + "yet",
      given: [
        "your input": x, "1 − a − b": 1 - x.sum(along: 1), "what matters by the rule": matters,
      ])
  }

  /// The learner's input, which the score takes.
  private func input() throws -> Tensor {
    let x = try saturatedInput()
    try expect(x.shape, is: [1, 2], mistakes: Self.otherShapes)
    return x
  }
}
