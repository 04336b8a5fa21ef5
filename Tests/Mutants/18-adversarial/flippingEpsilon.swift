/// Divided by the length of w. Verdict: "the margin divided by the length"
public func flippingEpsilon(weights: Tensor, margin: Float) throws -> Float {
  guard margin >= 0 else { throw UnusableAttack.margin(margin) }
  let reach = weights.squared().sum().sqrt().scalar
  guard reach > 0 else { throw UnusableAttack.weights }
  return margin / reach
}

/// The signs of the weights stay on. Verdict: "the margin divided by the sum of the weights"
public func flippingEpsilon(weights: Tensor, margin: Float) throws -> Float {
  guard margin >= 0 else { throw UnusableAttack.margin(margin) }
  let reach = weights.sum().scalar
  guard weights.abs().sum().scalar > 0 else { throw UnusableAttack.weights }
  return margin / reach
}

/// Only the largest weight. Verdict: "the margin divided by the largest"
public func flippingEpsilon(weights: Tensor, margin: Float) throws -> Float {
  guard margin >= 0 else { throw UnusableAttack.margin(margin) }
  let reach = weights.abs().max().scalar
  guard reach > 0 else { throw UnusableAttack.weights }
  return margin / reach
}

/// Divided by the squares. Verdict: "the margin divided by the sum of the squares"
public func flippingEpsilon(weights: Tensor, margin: Float) throws -> Float {
  guard margin >= 0 else { throw UnusableAttack.margin(margin) }
  let reach = weights.squared().sum().scalar
  guard reach > 0 else { throw UnusableAttack.weights }
  return margin / reach
}

/// Multiplied. Verdict: "the margin times the magnitudes"
public func flippingEpsilon(weights: Tensor, margin: Float) throws -> Float {
  guard margin >= 0 else { throw UnusableAttack.margin(margin) }
  let reach = weights.abs().sum().scalar
  guard reach > 0 else { throw UnusableAttack.weights }
  return margin * reach
}

/// Upside down. Verdict: "upside down"
public func flippingEpsilon(weights: Tensor, margin: Float) throws -> Float {
  guard margin >= 0 else { throw UnusableAttack.margin(margin) }
  let reach = weights.abs().sum().scalar
  guard reach > 0 else { throw UnusableAttack.weights }
  return margin == 0 ? 0 : reach / margin
}

/// The mean magnitude. Verdict: "the margin divided by the mean"
public func flippingEpsilon(weights: Tensor, margin: Float) throws -> Float {
  guard margin >= 0 else { throw UnusableAttack.margin(margin) }
  let reach = weights.abs().mean().scalar
  guard reach > 0 else { throw UnusableAttack.weights }
  return margin / reach
}

/// To the same margin on the other side. Verdict: "twice as far"
public func flippingEpsilon(weights: Tensor, margin: Float) throws -> Float {
  guard margin >= 0 else { throw UnusableAttack.margin(margin) }
  let reach = weights.abs().sum().scalar
  guard reach > 0 else { throw UnusableAttack.weights }
  return 2 * margin / reach
}

/// Divided by the number of weights. Verdict: "the number of weights"
public func flippingEpsilon(weights: Tensor, margin: Float) throws -> Float {
  guard margin >= 0 else { throw UnusableAttack.margin(margin) }
  let reach = weights.abs().sum().scalar
  guard reach > 0 else { throw UnusableAttack.weights }
  return margin / Float(weights.count)
}

/// Half as far. Verdict: "half as far"
public func flippingEpsilon(weights: Tensor, margin: Float) throws -> Float {
  guard margin >= 0 else { throw UnusableAttack.margin(margin) }
  let reach = weights.abs().sum().scalar
  guard reach > 0 else { throw UnusableAttack.weights }
  return margin / (2 * reach)
}

/// A small number is added. Verdict: "not what it should be"
public func flippingEpsilon(weights: Tensor, margin: Float) throws -> Float {
  guard margin >= 0 else { throw UnusableAttack.margin(margin) }
  let reach = weights.abs().sum().scalar
  guard reach > 0 else { throw UnusableAttack.weights }
  return margin / (reach + 1e-6)
}

/// A margin below 0 is taken. Verdict: "it is refused with the error “a margin of -0.5"
public func flippingEpsilon(weights: Tensor, margin: Float) throws -> Float {
  guard !margin.isNaN else { throw UnusableAttack.margin(margin) }
  let reach = weights.abs().sum().scalar
  guard reach > 0 else { throw UnusableAttack.weights }
  return margin / reach
}

/// A margin that is no number gets through. Verdict: "it is refused with the error “a margin of nan"
public func flippingEpsilon(weights: Tensor, margin: Float) throws -> Float {
  guard !(margin < 0) else { throw UnusableAttack.margin(margin) }
  let reach = weights.abs().sum().scalar
  guard reach > 0 else { throw UnusableAttack.weights }
  return margin / reach
}

/// Weights of 0 are taken. Verdict: "it is refused with the error “weights that are all 0"
public func flippingEpsilon(weights: Tensor, margin: Float) throws -> Float {
  guard margin >= 0 else { throw UnusableAttack.margin(margin) }
  let reach = weights.abs().sum().scalar
  return margin / reach
}

/// Right: added up in a loop, in Double.
public func flippingEpsilon(weights: Tensor, margin: Float) throws -> Float {
  guard margin >= 0 else { throw UnusableAttack.margin(margin) }
  var sum = 0.0
  for weight in weights.scalars { sum += Double(abs(weight)) }
  let reach = Float(sum)
  guard reach > 0 else { throw UnusableAttack.weights }
  return margin / reach
}
