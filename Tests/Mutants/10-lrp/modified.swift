/// γ makes all weights larger. Verdict: "times all weights"
public func modified(_ parameters: Parameters, by rule: LRPRule) throws -> Parameters {
  var changed = parameters
  switch rule {
  case .epsilon: break
  case .gamma(let gamma):
    guard gamma >= 0 else { throw UnusableRule.gamma(gamma) }
    changed.weight = parameters.weight + Tensor(gamma) * parameters.weight
    changed.bias = parameters.bias + Tensor(gamma) * parameters.bias
  case .zPlus:
    changed.weight = parameters.weight.relu()
    changed.bias = parameters.bias.relu()
  case .alphaBeta, .box: throw UnusableRule.noChangeOfWeights(rule)
  }
  return changed
}

/// The weights themselves are gone. Verdict: "without the weights themselves"
public func modified(_ parameters: Parameters, by rule: LRPRule) throws -> Parameters {
  var changed = parameters
  switch rule {
  case .epsilon: break
  case .gamma(let gamma):
    guard gamma >= 0 else { throw UnusableRule.gamma(gamma) }
    changed.weight = Tensor(gamma) * parameters.weight.relu()
    changed.bias = Tensor(gamma) * parameters.bias.relu()
  case .zPlus:
    changed.weight = parameters.weight.relu()
    changed.bias = parameters.bias.relu()
  case .alphaBeta, .box: throw UnusableRule.noChangeOfWeights(rule)
  }
  return changed
}

/// γ leaves the bias. Verdict: "the bias left as it is"
public func modified(_ parameters: Parameters, by rule: LRPRule) throws -> Parameters {
  var changed = parameters
  switch rule {
  case .epsilon: break
  case .gamma(let gamma):
    guard gamma >= 0 else { throw UnusableRule.gamma(gamma) }
    changed.weight = parameters.weight + Tensor(gamma) * parameters.weight.relu()
  case .zPlus:
    changed.weight = parameters.weight.relu()
    changed.bias = parameters.bias.relu()
  case .alphaBeta, .box: throw UnusableRule.noChangeOfWeights(rule)
  }
  return changed
}

/// Negative weights are made larger. Verdict: "the negative weights made larger"
public func modified(_ parameters: Parameters, by rule: LRPRule) throws -> Parameters {
  var changed = parameters
  switch rule {
  case .epsilon: break
  case .gamma(let gamma):
    guard gamma >= 0 else { throw UnusableRule.gamma(gamma) }
    changed.weight =
      parameters.weight + Tensor(gamma) * (parameters.weight - parameters.weight.relu())
    changed.bias = parameters.bias + Tensor(gamma) * (parameters.bias - parameters.bias.relu())
  case .zPlus:
    changed.weight = parameters.weight.relu()
    changed.bias = parameters.bias.relu()
  case .alphaBeta, .box: throw UnusableRule.noChangeOfWeights(rule)
  }
  return changed
}

/// γ times magnitudes is added. Verdict: "the magnitude of each weight"
public func modified(_ parameters: Parameters, by rule: LRPRule) throws -> Parameters {
  var changed = parameters
  switch rule {
  case .epsilon: break
  case .gamma(let gamma):
    guard gamma >= 0 else { throw UnusableRule.gamma(gamma) }
    changed.weight = parameters.weight + Tensor(gamma) * parameters.weight.abs()
    changed.bias = parameters.bias + Tensor(gamma) * parameters.bias.abs()
  case .zPlus:
    changed.weight = parameters.weight.relu()
    changed.bias = parameters.bias.relu()
  case .alphaBeta, .box: throw UnusableRule.noChangeOfWeights(rule)
  }
  return changed
}

/// Only positive weights are left by γ. Verdict: "the negative weights dropped"
public func modified(_ parameters: Parameters, by rule: LRPRule) throws -> Parameters {
  var changed = parameters
  switch rule {
  case .epsilon: break
  case .gamma(let gamma):
    guard gamma >= 0 else { throw UnusableRule.gamma(gamma) }
    changed.weight = Tensor(1 + gamma) * parameters.weight.relu()
    changed.bias = Tensor(1 + gamma) * parameters.bias.relu()
  case .zPlus:
    changed.weight = parameters.weight.relu()
    changed.bias = parameters.bias.relu()
  case .alphaBeta, .box: throw UnusableRule.noChangeOfWeights(rule)
  }
  return changed
}

/// γ is added. Verdict: "it multiplies them"
public func modified(_ parameters: Parameters, by rule: LRPRule) throws -> Parameters {
  var changed = parameters
  switch rule {
  case .epsilon: break
  case .gamma(let gamma):
    guard gamma >= 0 else { throw UnusableRule.gamma(gamma) }
    changed.weight = parameters.weight + Tensor(gamma) * (parameters.weight .> 0)
    changed.bias = parameters.bias + Tensor(gamma) * (parameters.bias .> 0)
  case .zPlus:
    changed.weight = parameters.weight.relu()
    changed.bias = parameters.bias.relu()
  case .alphaBeta, .box: throw UnusableRule.noChangeOfWeights(rule)
  }
  return changed
}

/// z⁺ takes magnitudes. Verdict: "the magnitudes"
public func modified(_ parameters: Parameters, by rule: LRPRule) throws -> Parameters {
  var changed = parameters
  switch rule {
  case .epsilon: break
  case .gamma(let gamma):
    guard gamma >= 0 else { throw UnusableRule.gamma(gamma) }
    changed.weight = parameters.weight + Tensor(gamma) * parameters.weight.relu()
    changed.bias = parameters.bias + Tensor(gamma) * parameters.bias.relu()
  case .zPlus:
    changed.weight = parameters.weight.abs()
    changed.bias = parameters.bias.abs()
  case .alphaBeta, .box: throw UnusableRule.noChangeOfWeights(rule)
  }
  return changed
}

/// z⁺ leaves the bias. Verdict: "the bias left as it is"
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
  case .alphaBeta, .box: throw UnusableRule.noChangeOfWeights(rule)
  }
  return changed
}

/// z⁺ drops the bias. Verdict: "the bias dropped"
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
    changed.bias = 0 * parameters.bias
  case .alphaBeta, .box: throw UnusableRule.noChangeOfWeights(rule)
  }
  return changed
}

/// z⁺ keeps what is negative. Verdict: "the negative weights kept"
public func modified(_ parameters: Parameters, by rule: LRPRule) throws -> Parameters {
  var changed = parameters
  switch rule {
  case .epsilon: break
  case .gamma(let gamma):
    guard gamma >= 0 else { throw UnusableRule.gamma(gamma) }
    changed.weight = parameters.weight + Tensor(gamma) * parameters.weight.relu()
    changed.bias = parameters.bias + Tensor(gamma) * parameters.bias.relu()
  case .zPlus:
    changed.weight = parameters.weight - parameters.weight.relu()
    changed.bias = parameters.bias - parameters.bias.relu()
  case .alphaBeta, .box: throw UnusableRule.noChangeOfWeights(rule)
  }
  return changed
}

/// Any γ goes. Verdict: "it is refused with the error"
public func modified(_ parameters: Parameters, by rule: LRPRule) throws -> Parameters {
  var changed = parameters
  switch rule {
  case .epsilon: break
  case .gamma(let gamma):
    changed.weight = parameters.weight + Tensor(gamma) * parameters.weight.relu()
    changed.bias = parameters.bias + Tensor(gamma) * parameters.bias.relu()
  case .zPlus:
    changed.weight = parameters.weight.relu()
    changed.bias = parameters.bias.relu()
  case .alphaBeta, .box: throw UnusableRule.noChangeOfWeights(rule)
  }
  return changed
}

/// αβ and the box change nothing. Verdict: "it is refused with the error"
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
  case .alphaBeta, .box: break
  }
  return changed
}

/// Right: number by number, with a helper.
public func modified(_ parameters: Parameters, by rule: LRPRule) throws -> Parameters {
  let factor: (Float) -> Float
  switch rule {
  case .epsilon: return parameters
  case .gamma(let gamma):
    if gamma < 0 || gamma.isNaN { throw UnusableRule.gamma(gamma) }
    factor = { $0 > 0 ? 1 + gamma : 1 }
  case .zPlus: factor = { $0 > 0 ? 1 : 0 }
  default: throw UnusableRule.noChangeOfWeights(rule)
  }
  var result = parameters
  result.weight = scaled(parameters.weight, by: factor)
  result.bias = scaled(parameters.bias, by: factor)
  return result
}

private func scaled(_ tensor: Tensor, by factor: (Float) -> Float) -> Tensor {
  Tensor(tensor.scalars.map { $0 * factor($0) }, shape: tensor.shape)
}
