import Explanations
import Layers
import Tensors

/// Returns the relevance of a layer's inputs, each in proportion to what it contributes: LRP-ε.
///
///     z = layer(a)        s = R / (z + ε · sign z)        R of the input = a ⊙ ∂(Σ z · s) / ∂a
///
/// In the sum s is held fixed. The layer is any map that is linear between its kinks: weights with a
/// bias, a mean, a maximum, a sum. The sign of 0 is +1; where z + ε · sign z is 0 there is nothing to
/// share by, and s is 0. Bach and others 2015, equation 58: doi.org/10.1371/journal.pone.0130140
///
/// - Parameters:
///   - relevance: The relevance of the layer's output, in its shape.
///   - layer: The layer; it may give any shape.
///   - activation: The layer's input.
///   - epsilon: 0 or more.
/// - Returns: The relevance of the input, in its shape. What ε and the bias take is missing.
/// - Throws: `UnusableRule.epsilon` where ε is below 0 or NaN; `.shape` where the relevance has another
///   shape than the output; what the layer throws; `Unfinished` until it is written.
public func redistribute(
  _ relevance: Tensor, through layer: Score, at activation: Tensor, epsilon: Float
) throws -> Tensor {
  guard epsilon >= 0 else { throw UnusableRule.epsilon(epsilon) }
  let (z, pullback) = try valueWithPullback(of: layer, at: activation)
  guard relevance.shape == z.shape else {
    throw UnusableRule.shape(relevance.shape, output: z.shape)
  }
  // An ε below the last digit changes nothing.
  let stabilised = epsilon == 0 ? z : z + (2 * (z .>= 0) - 1) * Tensor(epsilon)
  let shares = (relevance / stabilised).replacing(with: 0, where: stabilised .== 0)
  return activation * pullback(shares)
}

/// Returns the weights and the bias that a rule puts in their place.
///
///     ε: w        γ: w + γ w⁺        z⁺: w⁺        and the bias likewise
///
/// Shared out by the changed weights with ε = 0, relevance follows the rule. For z⁺ that holds where no
/// activation is negative.
///
/// - Parameters:
///   - parameters: The layer's own.
///   - rule: ε, γ or z⁺.
/// - Returns: The changed ones; the layer's own for ε.
/// - Throws: `UnusableRule.gamma` where γ is below 0 or NaN; `.noChangeOfWeights` for αβ and the box;
///   `Unfinished` until it is written.
public func modified(_ parameters: Parameters, by rule: LRPRule) throws -> Parameters {
  var changed = parameters
  switch rule {
  case .epsilon: break
  case .gamma(let gamma):
    guard gamma >= 0 else { throw UnusableRule.gamma(gamma) }
    changed.weight = parameters.weight + Tensor(gamma) * parameters.weight.relu()
    changed.bias = parameters.bias + Tensor(gamma) * parameters.bias.relu()
  case .zPlus:
    changed.weight = parameters.weight.relu()
    changed.bias = parameters.bias.relu()
  case .alphaBeta, .box: throw UnusableRule.noChangeOfWeights(rule)
  }
  return changed
}

/// Returns the relevance of a layer's inputs, shared out among the contributions above zero and among
/// those below zero apart: LRP-αβ.
///
///     R = Σ over outputs of (α (a w)⁺ / z⁺ − β (a w)⁻ / z⁻) · R of the output
///     z⁺ = Σ (a w)⁺ + b⁺        z⁻ = Σ (a w)⁻ + b⁻
///
/// Where z⁺ or z⁻ is 0 nothing is shared by it. Bach and others 2015, equation 60.
///
/// - Parameters:
///   - relevance: The relevance of the layer's output.
///   - parameters: The layer: linear, or a convolution.
///   - activation: The layer's input, of either sign.
///   - alpha: How much goes to what speaks for, one more than β.
///   - beta: How much goes to what speaks against, 0 or more.
/// - Returns: The relevance of the input, in its shape.
/// - Throws: `UnusableRule.alphaBeta` where β is below 0 or α − β is not 1; `.shape` as
///   `redistribute` does; `Unfinished` until it is written.
public func alphaBeta(
  _ relevance: Tensor, _ parameters: Parameters, at activation: Tensor, alpha: Float, beta: Float
) throws -> Tensor {
  guard beta >= 0, abs(alpha - beta - 1) <= 1e-5 else {
    throw UnusableRule.alphaBeta(alpha, beta)
  }
  // A contribution has the sign of a w: w of one sign meets a above zero, of the other a below.
  func shared(among same: (Tensor) -> Tensor, _ crossed: (Tensor) -> Tensor) throws -> Tensor {
    var (direct, turned) = (parameters, parameters)
    (direct.weight, direct.bias) = (same(parameters.weight), same(parameters.bias))
    guard activation.min().scalar < 0 else {
      return try redistribute(relevance, through: { direct($0) }, at: activation, epsilon: 0)
    }
    (turned.weight, turned.bias) = (crossed(parameters.weight), .zeros(parameters.bias.shape))
    let halves = Tensor.stacked([activation.relu(), -(-activation).relu()], along: 0)
    return try redistribute(
      relevance, through: { direct($0[0]) + turned($0[1]) }, at: halves, epsilon: 0
    ).sum(along: 0)
  }
  let (positive, negative) = ({ (x: Tensor) in x.relu() }, { (x: Tensor) in -(-x).relu() })
  let speaksFor = try shared(among: positive, negative)
  guard beta > 0 else { return speaksFor }
  return try Tensor(alpha) * speaksFor - Tensor(beta) * shared(among: negative, positive)
}

/// Returns the relevance of pixels, which lie between a darkest and a brightest value: the box rule.
///
/// A black pixel has a · w = 0 whatever the weight, and yet it is as dark as it can be. So a pixel is
/// measured from a corner of the box: the one that, of all inputs the box allows, gives this output the
/// least. What its pixels give above that corner is shared in proportion, and a bias plays no part.
/// Where all of it is 0 nothing is shared. Montavon and others 2017: arxiv.org/abs/1512.02479
///
/// - Parameters:
///   - relevance: The relevance of the layer's output.
///   - parameters: The layer: linear, or a convolution.
///   - x: The pixels.
///   - low: The darkest value that a pixel can have.
///   - high: The brightest.
/// - Returns: The relevance of the pixels, in the shape of x.
/// - Throws: `UnusableRule.box` where low is not below high, or a pixel lies outside or is NaN;
///   `.shape` as `redistribute` does; `Unfinished` until it is written.
public func box(
  _ relevance: Tensor, _ parameters: Parameters, at x: Tensor, low: Float, high: Float
) throws -> Tensor {
  guard low < high, x.scalars.allSatisfy({ low <= $0 && $0 <= high }) else {
    throw UnusableRule.box(low, high)
  }
  var (whole, rising, falling) = (parameters, parameters, parameters)
  rising.weight = parameters.weight.relu()
  falling.weight = -(-parameters.weight).relu()
  (whole.bias, rising.bias, falling.bias) = (0 * whole.bias, 0 * whole.bias, 0 * whole.bias)
  let pixels = Tensor.stacked(
    [x, .init(repeating: low, shape: x.shape), .init(repeating: high, shape: x.shape)], along: 0)
  return try redistribute(
    relevance, through: { whole($0[0]) - rising($0[1]) - falling($0[2]) }, at: pixels, epsilon: 0
  ).sum(along: 0)
}

/// Returns the relevance of every layer's input, from the pixels to the logit: LRP through a network.
///
///     last: the logit of the target at its place, 0 elsewhere
///     a layer with weights: its rule        pooling, a sum: in proportion, ε = 0
///     an activation, a dropout: as it came        flatten: in the shape it had
///
/// z⁺ is αβ with 1 and 0, which holds for negative activations too. What is below zero before a ReLU has
/// no relevance, and a unit above ReLU6's 6 keeps all of it. A layer with layers inside counts as one.
///
/// - Parameters:
///   - network: The network; its batch norms are folded.
///   - x: The examples, `[N, …]`.
///   - target: The class whose logit is shared out, for all of them.
///   - rules: A rule for each convolution and linear layer, in the order in which they run: in a residual
///     those of the shortcut first, as in `network.places`.
/// - Returns: The relevance of the input of each of `network.layers`, and last that of the output.
/// - Throws: `UnusableRule.count` where there are more or fewer rules than layers with weights;
///   `.target`; `.batchNorm`; what a rule refuses; `Unfinished` until it is written.
public func relevances(
  of network: Network, at x: Tensor, target: Int, rules: [LRPRule]
) throws -> [Tensor] {
  var weighted = 0
  for place in network.places {
    switch network[place] {
    case .conv2d, .linear: weighted += 1
    case .batchNorm2d: throw UnusableRule.batchNorm
    default: break
    }
  }
  guard rules.count == weighted else { throw UnusableRule.count(rules.count, layers: weighted) }
  guard let classes = network.output.last, (0..<classes).contains(target) else {
    throw UnusableRule.target(target)
  }
  // Taken from its end, since relevance flows backwards.
  var rest = rules

  func byRule(_ relevance: Tensor, _ parameters: Parameters, at a: Tensor) throws -> Tensor {
    let rule = rest.removeLast()
    switch rule {
    case .epsilon(let epsilon):
      return try redistribute(relevance, through: { parameters($0) }, at: a, epsilon: epsilon)
    case .gamma:
      let changed = try modified(parameters, by: rule)
      return try redistribute(relevance, through: { changed($0) }, at: a, epsilon: 0)
    case .zPlus: return try alphaBeta(relevance, parameters, at: a, alpha: 1, beta: 0)
    case .alphaBeta(let alpha, let beta):
      return try alphaBeta(relevance, parameters, at: a, alpha: alpha, beta: beta)
    case .box(let low, let high): return try box(relevance, parameters, at: a, low: low, high: high)
    }
  }
  func back(_ relevance: Tensor, through layer: Layer, at a: Tensor) throws -> Tensor {
    switch layer {
    case .conv2d(let convolution): return try byRule(relevance, Parameters(convolution), at: a)
    case .linear(let linear): return try byRule(relevance, Parameters(linear), at: a)
    case .activation, .dropout: return relevance
    case .flatten: return relevance.reshaped(to: a.shape)
    case .maxPool2d, .avgPool2d, .globalAvgPool2d:
      return try redistribute(relevance, through: { layer($0) }, at: a, epsilon: 0)
    case .sequence(let layers):
      return try through(layers, inputs(of: layers, at: a), relevance)[0]
    case .residual(let residual):
      let long = inputs(of: residual.layers, at: a)
      let short = inputs(of: residual.shortcut, at: a)
      let ways = Tensor.stacked([long[long.count - 1], short[short.count - 1]], along: 0)
      let parts = try redistribute(relevance, through: { $0.sum(along: 0) }, at: ways, epsilon: 0)
      // The shortcut runs first, so its rules are the last to be taken.
      let first = try through(residual.layers, long, parts[0])[0]
      return try first + through(residual.shortcut, short, parts[1])[0]
    case .batchNorm2d: throw UnusableRule.batchNorm
    }
  }
  /// The input of each layer, and the output of the last.
  func inputs(of layers: [NamedLayer], at x: Tensor) -> [Tensor] {
    layers.reduce(into: [x]) { values, named in values.append(named.layer(values[values.count - 1]))
    }
  }
  func through(
    _ layers: [NamedLayer], _ inputs: [Tensor], _ relevance: Tensor
  ) throws -> [Tensor] {
    var relevances = [relevance]
    for index in layers.indices.reversed() {
      let before = try back(relevances[0], through: layers[index].layer, at: inputs[index])
      relevances.insert(before, at: 0)
    }
    return relevances
  }
  let activations = inputs(of: network.layers, at: x)
  let logits = activations[activations.count - 1]
  let isTarget = Tensor((0..<classes).map { $0 == target ? 1 : 0 })
  return try through(network.layers, activations, logits * isTarget)
}

/// Returns what each layer did with the relevance of its output.
///
///     entering: Σ of the relevance of the output        leaving: Σ of that of the input
///
/// - Parameters:
///   - relevances: The relevance of each layer's input, and last that of the output.
///   - biasShares: What the biases of each layer took.
/// - Returns: A balance for each layer, in the order in which they run.
/// - Throws: `UnusableRule.balances` where there is not one share for each layer; `Unfinished` until it
///   is written.
public func balances(of relevances: [Tensor], biasShares: [Float]) throws -> [Balance] {
  guard biasShares.count == relevances.count - 1 else {
    throw UnusableRule.balances(biasShares.count, layers: relevances.count - 1)
  }
  let sums = relevances.map { $0.sum().scalar }
  return biasShares.indices.map {
    Balance(entering: sums[$0 + 1], leaving: sums[$0], bias: biasShares[$0])
  }
}

/// Returns an activation at which `unsignedEpsilon` hands on more than the 1 that entered, or hands on
/// less than nothing: the sum of what it returns is above 1.5 or below −0.5.
///
///     right: from 0 to 1, since ε only takes
///
/// - Returns: The two inputs, `[1, 2]`, as they come out of a ReLU: not negative.
/// - Throws: `Unfinished` until it is written.
public func activationThatExposesTheUnsignedEpsilon() throws -> Tensor {
  [[1, 2]]
}
