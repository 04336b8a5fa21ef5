import Checking
import Expecting
import LRP
import Layers
import Tensors
import Testing

/// The weights and the bias that a rule puts in place of a layer's own.
@Suite(.exercise) struct `modified(_:by:)` {
  private let weight: Tensor = [[1, -2, 0], [-3, 4, 0.5]]
  private let bias: Tensor = [-1, 2]
  private var parameters: Parameters { Parameters(weight: weight, bias: bias) }

  private var given: KeyValuePairs<String, Any> { ["weights": weight, "bias": bias] }

  @Test func `γ makes positive weights larger`() throws {
    try expect(
      modified(parameters, by: .gamma(0.25)).weight, is: [[1.25, -2, 0], [-3, 5, 0.625]],
      mistakes: [
        "γ times all weights, not only those above zero": 1.25 * weight,
        "γ w⁺ alone, without the weights themselves": 0.25 * weight.relu(),
        "the negative weights made larger": [[1, -2.5, 0], [-3.75, 4, 0.5]],
        "γ times the magnitude of each weight": weight + 0.25 * weight.abs(),
        "w⁺ with γ, the negative weights dropped": 1.25 * weight.relu(),
        "γ added to the positive weights; it multiplies them": [[1.25, -2, 0], [-3, 4.25, 0.75]],
        "the weights unchanged": weight,
      ], given: given)
  }

  @Test func `γ makes a positive bias larger too`() throws {
    try expect(
      modified(parameters, by: .gamma(0.25)).bias, is: [-1, 2.5],
      mistakes: [
        "the bias left as it is": bias, "γ b⁺ alone, without the bias itself": [0, 0.5],
        "γ times the whole bias": 1.25 * bias, "b⁺ with γ, the negative bias dropped": [0, 2.5],
        "γ times the magnitude of the bias": [-0.75, 2.5],
      ], given: given)
  }

  @Test func `z⁺ keeps the weights above zero`() throws {
    try expect(
      modified(parameters, by: .zPlus).weight, is: [[1, 0, 0], [0, 4, 0.5]],
      mistakes: [
        "the magnitudes": weight.abs(), "the negative weights kept": weight - weight.relu(),
        "the weights doubled where they are positive": weight + weight.relu(),
        "the weights unchanged": weight,
      ], given: given)
  }

  @Test func `z⁺ keeps a bias above zero`() throws {
    try expect(
      modified(parameters, by: .zPlus).bias, is: [0, 2],
      mistakes: [
        "the magnitudes": bias.abs(), "the bias left as it is": bias, "the bias dropped": [0, 0],
        "the negative bias kept": [-1, 0],
      ], given: given)
  }

  @Test func `ε and a γ of 0 change nothing`() throws {
    for rule: LRPRule in [.epsilon(0), .epsilon(0.5), .gamma(0)] {
      let changed = try modified(parameters, by: rule)
      try expect([changed.weight, changed.bias], is: [weight, bias], given: ["rule": rule])
    }
  }

  @Test func `a large γ comes near to z⁺`() throws {
    let large = try modified(parameters, by: .gamma(1e6))
    try expect(
      [large.weight / 1e6, large.bias / 1e6], is: [weight.relu(), bias.relu()], within: 1e-4,
      given: given)
  }

  @Test func `a convolution goes on moving as it did`() throws {
    let filters: Tensor = [[[[1, -1], [2, 0.5]]]]
    let convolution = Parameters(Conv2d(weight: filters, bias: [1], stride: 2))
    let image = Tensor.counting(0..<24).reshaped(to: [1, 1, 4, 6])
    try expect(
      modified(convolution, by: .zPlus)(image),
      is: image.conv2d(filters.relu(), bias: [1], stride: 2),
      given: ["filters": filters, "stride": 2])
  }

  @Test(arguments: [-0.5, Float.nan])
  func `a γ below 0, or none at all, is an error that names it`(gamma: Float) throws {
    try expectRefusal(.gamma(gamma), given: ["gamma": gamma]) {
      try modified(self.parameters, by: .gamma(gamma))
    }
  }

  @Test func `αβ and the box are no change of weights`() throws {
    for rule: LRPRule in [.alphaBeta(alpha: 2, beta: 1), .box(low: 0, high: 1)] {
      try expectRefusal(.noChangeOfWeights(rule), given: ["rule": rule]) {
        try modified(self.parameters, by: rule)
      }
    }
  }
}
