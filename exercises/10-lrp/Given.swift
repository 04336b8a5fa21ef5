import Explanations
import Layers
import Tensors

/// A rule for sharing out relevance among the inputs of a layer with weights.
public enum LRPRule: Codable, Equatable, Sendable {
  /// In proportion to what each input contributes, a · w, where ε keeps small sums from being
  /// divided by; with ε = 0 it is LRP-0.
  case epsilon(Float)

  /// The same with the positive weights made larger, w + γ w⁺, and the bias likewise.
  case gamma(Float)

  /// Among the contributions above zero alone.
  case zPlus

  /// Positive and negative contributions apart: α times the former minus β times the latter.
  case alphaBeta(alpha: Float, beta: Float)

  /// For pixels, which lie between a darkest and a brightest value.
  case box(low: Float, high: Float)
}

/// The weights and the bias of a layer, to be changed and applied: a linear one, or a convolution.
///
///     var doubled = parameters
///     doubled.weight = 2 * parameters.weight
///     let z = doubled(activation)
public struct Parameters: Equatable, Sendable {
  /// The weights: `[out, in]`, or the filters of a convolution, `[out, in / groups, kernel, kernel]`.
  public var weight: Tensor

  /// What is added to each output, `[out]`.
  public var bias: Tensor

  /// How the filters move, where they are filters.
  private var window: Window?

  private struct Window: Equatable, Sendable {
    var stride: Int
    var padding: Padding
    var groups: Int
  }

  /// Takes the parameters of a linear layer.
  ///
  /// - Parameters:
  ///   - weight: The weights, `[out, in]`.
  ///   - bias: What is added to each output, `[out]`.
  public init(weight: Tensor, bias: Tensor) { (self.weight, self.bias) = (weight, bias) }

  /// Takes the parameters of a linear layer; without a bias it is zero.
  public init(_ linear: Linear) {
    self.init(weight: linear.weight, bias: linear.bias ?? .zeros([linear.outFeatures]))
  }

  /// Takes the parameters of a convolution, which goes on moving as it did; without a bias it is zero.
  public init(_ convolution: Conv2d) {
    self.init(
      weight: convolution.weight, bias: convolution.bias ?? .zeros([convolution.outChannels]))
    window = Window(
      stride: convolution.stride, padding: convolution.padding, groups: convolution.groups)
  }

  /// Returns what the layer makes of a batch, with these weights and this bias.
  ///
  /// - Parameter activation: `[N, in]`, or images for a convolution.
  /// - Returns: `[N, out]`, or images.
  public func callAsFunction(_ activation: Tensor) -> Tensor {
    guard let window else { return Linear(weight: weight, bias: bias)(activation) }
    return activation.conv2d(
      weight, bias: bias, stride: window.stride, padding: window.padding, groups: window.groups)
  }
}

/// What a layer did with the relevance of its output.
public struct Balance: Codable, Equatable, Sendable {
  /// The relevance of the layer's output.
  public var entering: Float

  /// The relevance of the layer's input, which goes on to the layer before.
  public var leaving: Float

  /// What the layer's biases took.
  public var bias: Float

  /// What is missing after that: 0 but for rounding, for what ε takes, and for αβ at units whose
  /// contributions have one sign.
  public var gap: Float { entering - leaving - bias }

  /// Puts the three together.
  public init(entering: Float, leaving: Float, bias: Float) {
    (self.entering, self.leaving, self.bias) = (entering, leaving, bias)
  }
}

/// What to throw where relevance cannot be shared out.
public enum UnusableRule: Error, Codable, Equatable, CustomStringConvertible {
  /// An ε that is below 0, or no number.
  case epsilon(Float)
  /// A γ that is below 0, or no number.
  case gamma(Float)
  /// An α and a β that would not hand on what entered: β is not 0 or more, or α − β is not 1.
  case alphaBeta(Float, Float)
  /// A box whose lower end is not below its upper end, or an input that leaves it.
  case box(Float, Float)
  /// A rule that is more than a change of weights.
  case noChangeOfWeights(LRPRule)
  /// Relevance in another shape than the layer's output.
  case shape([Int], output: [Int])
  /// Another number of rules than layers with weights.
  case count(Int, layers: Int)
  /// A batch norm, which has to be folded into the convolution before it.
  case batchNorm
  /// A class that the network does not have.
  case target(Int)
  /// Another number of bias shares than of layers between the relevances.
  case balances(Int, layers: Int)

  /// One sentence: what is wrong.
  public var description: String {
    switch self {
    case .epsilon(let epsilon): "ε is \(epsilon), and has to be 0 or more"
    case .gamma(let gamma): "γ is \(gamma), and has to be 0 or more"
    case .alphaBeta(let alpha, let beta):
      "α is \(alpha) and β is \(beta): β has to be 0 or more, and α one more than β"
    case .box(let low, let high):
      "the box from \(low) to \(high) is empty, or the input leaves it"
    case .noChangeOfWeights(let rule): "\(rule) is more than a change of weights"
    case .shape(let shape, let output):
      "the relevance has the shape \(shape), and the layer's output \(output)"
    case .count(let count, let layers):
      "there are \(count) rules for \(layers) layers with weights: one for each"
    case .batchNorm: "a batch norm is folded first: network.foldingBatchNorms()"
    case .target(let target): "the network has no class \(target)"
    case .balances(let count, let layers): "\(count) bias shares for \(layers) layers: one for each"
    }
  }
}

/// Returns a rule for each layer with weights, in the order in which they run: one for the first, one
/// for all other convolutions, and one for all other linear layers.
///
/// - Parameters:
///   - network: The network.
///   - first: The rule of the layer that sees the input.
///   - convolutions: The rule of the other convolutions.
///   - linear: The rule of the other linear layers.
/// - Returns: As many rules as there are convolutions and linear layers.
public func composite(
  for network: Network, first: LRPRule, convolutions: LRPRule, linear: LRPRule
) -> [LRPRule] {
  let rules = network.places.compactMap { place -> LRPRule? in
    switch network[place] {
    case .conv2d: convolutions
    case .linear: linear
    default: nil
    }
  }
  return [first] + rules.dropFirst()
}

/// Returns what the biases of each layer took of the relevance of its output.
///
///     ε: Σ R b / (z + ε sign z)        likewise with the weights of γ and z⁺
///     αβ: Σ R (α b⁺ / z⁺ − β b⁻ / z⁻)        box: 0, since the bias cancels there
///
/// - Parameters:
///   - network: A network without layers inside layers.
///   - x: The examples, `[N, …]`.
///   - relevances: What `relevances(of:at:target:rules:)` returned for it.
///   - rules: The rules that it was given.
/// - Returns: A number for each layer, over the whole batch; 0 where there is no bias.
public func biasShares(
  of network: Network, at x: Tensor, relevances: [Tensor], rules: [LRPRule]
) -> [Float] {
  var (activation, rest, shares) = (x, rules[...], [Float]())
  for (index, named) in network.layers.enumerated() {
    let parameters: Parameters? =
      switch named.layer {
      case .conv2d(let convolution): Parameters(convolution)
      case .linear(let linear): Parameters(linear)
      default: nil
      }
    let rule = parameters == nil ? nil : rest.popFirst()
    if let parameters, let rule {
      shares.append(biasShare(of: parameters, relevances[index + 1], at: activation, by: rule))
    } else {
      shares.append(0)
    }
    activation = named.layer(activation)
  }
  return shares
}

private func biasShare(
  of parameters: Parameters, _ relevance: Tensor, at activation: Tensor, by rule: LRPRule
) -> Float {
  /// Σ R b / z, 0 where z is.
  func share(_ bias: Tensor, in outputs: Tensor) -> Float {
    let shape = [-1] + [Int](repeating: 1, count: outputs.rank - 2)
    let parts = relevance * bias.reshaped(to: shape) / outputs
    return parts.replacing(with: 0, where: outputs .== 0).sum().scalar
  }
  /// The outputs from weights of one sign, for contributions of one sign.
  func outputs(_ same: (Tensor) -> Tensor, _ crossed: (Tensor) -> Tensor) -> Tensor {
    var (direct, turned) = (parameters, parameters)
    (direct.weight, direct.bias) = (same(parameters.weight), same(parameters.bias))
    (turned.weight, turned.bias) = (crossed(parameters.weight), 0 * parameters.bias)
    return direct(activation.relu()) + turned(-(-activation).relu())
  }
  let (positive, negative) = ({ (x: Tensor) in x.relu() }, { (x: Tensor) in -(-x).relu() })
  switch rule {
  case .epsilon(let epsilon):
    let z = parameters(activation)
    return share(parameters.bias, in: z + Tensor(epsilon) * (2 * (z .>= 0) - 1))
  case .gamma(let gamma):
    var changed = parameters
    changed.weight = parameters.weight + Tensor(gamma) * parameters.weight.relu()
    changed.bias = parameters.bias + Tensor(gamma) * parameters.bias.relu()
    return share(changed.bias, in: changed(activation))
  case .zPlus: return share(positive(parameters.bias), in: outputs(positive, negative))
  case .alphaBeta(let alpha, let beta):
    return alpha * share(positive(parameters.bias), in: outputs(positive, negative))
      - beta * share(negative(parameters.bias), in: outputs(negative, positive))
  case .box: return 0
  }
}

/// Says what each input contributes to the sums that relevance is shared out by, in a way that sounds
/// right and is wrong: ε is added whatever the sign of the sum.
///
///     R = a · w / (z + ε)        right: a · w / (z + ε · sign z)
///
/// The layer here has two inputs and one output, z = a₁ − a₂, whose relevance is 1; ε is 0.5.
///
/// - Parameter activation: The two inputs, `[1, 2]`.
/// - Returns: The relevance of the two, `[1, 2]`.
public func unsignedEpsilon(at activation: Tensor) -> Tensor {
  let weight: Tensor = [[1, -1]]
  let outputs = activation.matmul(weight, transposing: .right)
  return activation * weight / (outputs + 0.5)
}
