import Layers
import MixtureOfExperts
import Tensors

/// A mixture of small networks: a router of one linear layer, and experts of one or several.
///
///     logits = router(x)      y = combine(experts' outputs, by: gate(logits, top k))
struct Mixture: Parameterized {
  private var router: Linear
  /// The layers of all experts: weights `[experts, in, out]`, and what is added, `[experts, 1, out]`.
  private var layers: [(weight: Tensor, bias: Tensor)]
  private let kept: Int
  /// What the router takes off its inputs; the experts see them as they are.
  private let centre: Tensor

  /// Draws the weights evenly from ±1 / √inputs.
  ///
  /// - Parameters:
  ///   - widths: How many numbers go in, how many hidden units there are if any, and how many come out.
  ///   - experts: How many experts there are.
  ///   - kept: How many of them answer for an example.
  ///   - centre: What the router takes off its inputs.
  ///   - generator: Where the randomness comes from.
  init(
    widths: [Int], experts: Int, top kept: Int = 2, centre: Tensor = 0,
    using generator: inout SplitMix64
  ) {
    func drawn(_ shape: [Int], from incoming: Int) -> Tensor {
      let bound = 1 / Float(incoming).squareRoot()
      return .uniform(in: -bound..<bound, shape: shape, using: &generator)
    }
    let inputs = widths[0]
    router = Linear(
      weight: drawn([experts, inputs], from: inputs), bias: drawn([experts], from: inputs))
    layers = zip(widths, widths.dropFirst()).map { incoming, outgoing in
      (
        drawn([experts, incoming, outgoing], from: incoming),
        drawn([experts, 1, outgoing], from: incoming)
      )
    }
    self.kept = kept
    self.centre = centre
  }

  mutating func forEachParameter(
    _ body: (_ name: String, _ parameter: inout Tensor) throws -> Void
  ) rethrows {
    try body("router.weight", &router.weight)
    if var bias = router.bias {
      try body("router.bias", &bias)
      router.bias = bias
    }
    for index in layers.indices {
      try body("experts.\(index).weight", &layers[index].weight)
      try body("experts.\(index).bias", &layers[index].bias)
    }
  }

  /// What the router says of each example, `[N, experts]`.
  func logits(_ inputs: Tensor) -> Tensor { router(inputs - centre) }

  /// What each expert says about each example, `[experts, N, outputs]`.
  func outputs(_ inputs: Tensor) -> Tensor {
    var x = inputs.insertingAxis(at: 0)
    for (index, layer) in layers.enumerated() {
      if index > 0 { x = x.relu() }
      x = x.matmul(layer.weight) + layer.bias
    }
    return x
  }

  /// The first choice of each example.
  func choices(_ inputs: Tensor) throws -> [Int] {
    try gate(logits(inputs), top: 1).experts.map { $0[0] }
  }

  /// The answers, and the balance loss.
  func callAsFunction(_ inputs: Tensor) throws -> (answers: Tensor, balance: Tensor) {
    let logits = logits(inputs)
    let gate = try gate(logits, top: kept)
    let balance = try balanceLoss(
      probabilities: logits.softmax(along: 1), chosen: gate.experts.map { $0[0] })
    return (try combine(outputs(inputs), by: gate), balance)
  }

  /// The answers without some experts: the router chooses among the others.
  func answers(_ inputs: Tensor, without missing: Set<Int>) throws -> Tensor {
    let logits = logits(inputs)
    let closed = Tensor((0..<logits.shape[1]).map { missing.contains($0) ? -1e9 : 0 })
    return try combine(outputs(inputs), by: gate(logits + closed, top: kept))
  }
}
