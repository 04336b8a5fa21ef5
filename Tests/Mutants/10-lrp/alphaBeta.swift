/// α and β change places. Verdict: "in each other's place"
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
  return try Tensor(beta) * speaksFor - Tensor(alpha) * shared(among: negative, positive)
}

/// What speaks against is added. Verdict: "it is taken off"
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
  return try Tensor(alpha) * speaksFor + Tensor(beta) * shared(among: negative, positive)
}

/// What speaks against is left out. Verdict: "what speaks against left out"
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
  return Tensor(alpha) * speaksFor
}

/// α and β are only checked. Verdict: "α and β left out"
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
  return try speaksFor - shared(among: negative, positive)
}

/// The bias is left out. Verdict: "the bias left out of both sums"
public func alphaBeta(
  _ relevance: Tensor, _ parameters: Parameters, at activation: Tensor, alpha: Float, beta: Float
) throws -> Tensor {
  guard beta >= 0, abs(alpha - beta - 1) <= 1e-5 else {
    throw UnusableRule.alphaBeta(alpha, beta)
  }
  // A contribution has the sign of a w: w of one sign meets a above zero, of the other a below.
  func shared(among same: (Tensor) -> Tensor, _ crossed: (Tensor) -> Tensor) throws -> Tensor {
    var (direct, turned) = (parameters, parameters)
    (direct.weight, direct.bias) = (same(parameters.weight), .zeros(parameters.bias.shape))
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

/// Both sums have the whole bias. Verdict: "the whole bias in both sums"
public func alphaBeta(
  _ relevance: Tensor, _ parameters: Parameters, at activation: Tensor, alpha: Float, beta: Float
) throws -> Tensor {
  guard beta >= 0, abs(alpha - beta - 1) <= 1e-5 else {
    throw UnusableRule.alphaBeta(alpha, beta)
  }
  // A contribution has the sign of a w: w of one sign meets a above zero, of the other a below.
  func shared(among same: (Tensor) -> Tensor, _ crossed: (Tensor) -> Tensor) throws -> Tensor {
    var (direct, turned) = (parameters, parameters)
    (direct.weight, direct.bias) = (same(parameters.weight), parameters.bias)
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

/// Only the sign of the weight counts. Verdict: "the sign of the weight alone"
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
    guard false else {
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

/// Negative inputs give nothing. Verdict: "negative inputs left out"
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
      relevance, through: { direct($0[0]) + 0 * turned($0[1]) }, at: halves, epsilon: 0
    ).sum(along: 0)
  }
  let (positive, negative) = ({ (x: Tensor) in x.relu() }, { (x: Tensor) in -(-x).relu() })
  let speaksFor = try shared(among: positive, negative)
  guard beta > 0 else { return speaksFor }
  return try Tensor(alpha) * speaksFor - Tensor(beta) * shared(among: negative, positive)
}

/// The bias is in both layers of a sum. Verdict: "it counts once"
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
    (turned.weight, turned.bias) = (crossed(parameters.weight), same(parameters.bias))
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

/// Any α and β go. Verdict: "it is refused with the error"
public func alphaBeta(
  _ relevance: Tensor, _ parameters: Parameters, at activation: Tensor, alpha: Float, beta: Float
) throws -> Tensor {
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

/// A negative β goes. Verdict: "it is refused with the error"
public func alphaBeta(
  _ relevance: Tensor, _ parameters: Parameters, at activation: Tensor, alpha: Float, beta: Float
) throws -> Tensor {
  guard abs(alpha - beta - 1) <= 1e-5 else {
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

/// Both kinds are divided by the whole sum. Verdict: "one sum for both"
public func alphaBeta(
  _ relevance: Tensor, _ parameters: Parameters, at activation: Tensor, alpha: Float, beta: Float
) throws -> Tensor {
  guard beta >= 0, abs(alpha - beta - 1) <= 1e-5 else {
    throw UnusableRule.alphaBeta(alpha, beta)
  }
  let s = relevance / parameters(activation)
  func through(_ weight: Tensor) -> Tensor {
    var changed = parameters
    changed.weight = weight
    let pullback = valueWithPullback(of: { changed($0) }, at: activation).pullback
    return pullback(s)
  }
  let positive = activation.relu() * through(parameters.weight.relu())
  let crossed = -(-activation).relu() * through(-(-parameters.weight).relu())
  let negative = activation.relu() * through(-(-parameters.weight).relu())
  let other = -(-activation).relu() * through(parameters.weight.relu())
  return Tensor(alpha) * (positive + crossed) - Tensor(beta) * (negative + other)
}

/// Right: with four pullbacks and sums of its own, no other function.
public func alphaBeta(
  _ relevance: Tensor, _ parameters: Parameters, at activation: Tensor, alpha: Float, beta: Float
) throws -> Tensor {
  if !(beta >= 0) || !(abs(alpha - (1 + beta)) < 1e-5) {
    throw UnusableRule.alphaBeta(alpha, beta)
  }
  let (up, down) = (activation.relu(), activation - activation.relu())
  var (positive, negative) = (parameters, parameters)
  positive.weight = parameters.weight.relu()
  positive.bias = 0 * parameters.bias
  negative.weight = parameters.weight - parameters.weight.relu()
  negative.bias = 0 * parameters.bias
  func with(_ bias: Tensor) -> Tensor {
    var only = parameters
    only.weight = 0 * parameters.weight
    only.bias = bias
    return only(activation)
  }
  func part(_ first: Parameters, _ second: Parameters, _ bias: Tensor) throws -> Tensor {
    let one = valueWithPullback(of: { first($0) }, at: up)
    let two = valueWithPullback(of: { second($0) }, at: down)
    let sum = one.value + two.value + with(bias)
    guard sum.shape == relevance.shape else {
      throw UnusableRule.shape(relevance.shape, output: sum.shape)
    }
    let s = (relevance / sum).replacing(with: 0, where: sum .== 0)
    return up * one.pullback(s) + down * two.pullback(s)
  }
  let speaksFor = try part(positive, negative, parameters.bias.relu())
  let against = try part(negative, positive, -(-parameters.bias).relu())
  return Tensor(alpha) * speaksFor - Tensor(beta) * against
}
