/// ε is added whatever the sign. Verdict: "whatever its sign"
public func redistribute(
  _ relevance: Tensor, through layer: Score, at activation: Tensor, epsilon: Float
) throws -> Tensor {
  guard epsilon >= 0 else { throw UnusableRule.epsilon(epsilon) }
  let (z, pullback) = try valueWithPullback(of: layer, at: activation)
  guard relevance.shape == z.shape else {
    throw UnusableRule.shape(relevance.shape, output: z.shape)
  }
  // An ε below the last digit changes nothing.
  let stabilised = epsilon == 0 ? z : z + Tensor(epsilon)
  let shares = (relevance / stabilised).replacing(with: 0, where: stabilised .== 0)
  return activation * pullback(shares)
}

/// ε is forgotten. Verdict: "ε left out"
public func redistribute(
  _ relevance: Tensor, through layer: Score, at activation: Tensor, epsilon: Float
) throws -> Tensor {
  guard epsilon >= 0 else { throw UnusableRule.epsilon(epsilon) }
  let (z, pullback) = try valueWithPullback(of: layer, at: activation)
  guard relevance.shape == z.shape else {
    throw UnusableRule.shape(relevance.shape, output: z.shape)
  }
  // An ε below the last digit changes nothing.
  let stabilised = z
  let shares = (relevance / stabilised).replacing(with: 0, where: stabilised .== 0)
  return activation * pullback(shares)
}

/// ε is taken off. Verdict: "taken off the size of z"
public func redistribute(
  _ relevance: Tensor, through layer: Score, at activation: Tensor, epsilon: Float
) throws -> Tensor {
  guard epsilon >= 0 else { throw UnusableRule.epsilon(epsilon) }
  let (z, pullback) = try valueWithPullback(of: layer, at: activation)
  guard relevance.shape == z.shape else {
    throw UnusableRule.shape(relevance.shape, output: z.shape)
  }
  // An ε below the last digit changes nothing.
  let stabilised = epsilon == 0 ? z : z - (2 * (z .>= 0) - 1) * Tensor(epsilon)
  let shares = (relevance / stabilised).replacing(with: 0, where: stabilised .== 0)
  return activation * pullback(shares)
}

/// The magnitude of z is divided by. Verdict: "the sign of z is lost"
public func redistribute(
  _ relevance: Tensor, through layer: Score, at activation: Tensor, epsilon: Float
) throws -> Tensor {
  guard epsilon >= 0 else { throw UnusableRule.epsilon(epsilon) }
  let (z, pullback) = try valueWithPullback(of: layer, at: activation)
  guard relevance.shape == z.shape else {
    throw UnusableRule.shape(relevance.shape, output: z.shape)
  }
  // An ε below the last digit changes nothing.
  let stabilised = z.abs() + Tensor(epsilon)
  let shares = (relevance / stabilised).replacing(with: 0, where: stabilised .== 0)
  return activation * pullback(shares)
}

/// Nothing is divided. Verdict: "not divided by z"
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
  let shares = relevance.replacing(with: 0, where: stabilised .== 0)
  return activation * pullback(shares)
}

/// The input is not multiplied. Verdict: "without the input"
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
  return pullback(shares)
}

/// The magnitude of the gradient is taken. Verdict: "the magnitude of the gradient"
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
  return activation * pullback(shares).abs()
}

/// The bias is left out of the sum. Verdict: "the bias left out of z"
public func redistribute(
  _ relevance: Tensor, through layer: Score, at activation: Tensor, epsilon: Float
) throws -> Tensor {
  guard epsilon >= 0 else { throw UnusableRule.epsilon(epsilon) }
  let (z, pullback) = try valueWithPullback(of: layer, at: activation)
  guard relevance.shape == z.shape else {
    throw UnusableRule.shape(relevance.shape, output: z.shape)
  }
  // An ε below the last digit changes nothing.
  let sums = z - (try layer(0 * activation))
  let stabilised = epsilon == 0 ? sums : sums + (2 * (sums .>= 0) - 1) * Tensor(epsilon)
  let shares = (relevance / stabilised).replacing(with: 0, where: stabilised .== 0)
  return activation * pullback(shares)
}

/// The sign of 0 is 0. Verdict: "nothing shared at z = 0"
public func redistribute(
  _ relevance: Tensor, through layer: Score, at activation: Tensor, epsilon: Float
) throws -> Tensor {
  guard epsilon >= 0 else { throw UnusableRule.epsilon(epsilon) }
  let (z, pullback) = try valueWithPullback(of: layer, at: activation)
  guard relevance.shape == z.shape else {
    throw UnusableRule.shape(relevance.shape, output: z.shape)
  }
  // An ε below the last digit changes nothing.
  let stabilised = epsilon == 0 ? z : z + z.sign() * Tensor(epsilon)
  let shares = (relevance / stabilised).replacing(with: 0, where: stabilised .== 0)
  return activation * pullback(shares)
}

/// The sign of 0 is minus. Verdict: "a minus for z = 0"
public func redistribute(
  _ relevance: Tensor, through layer: Score, at activation: Tensor, epsilon: Float
) throws -> Tensor {
  guard epsilon >= 0 else { throw UnusableRule.epsilon(epsilon) }
  let (z, pullback) = try valueWithPullback(of: layer, at: activation)
  guard relevance.shape == z.shape else {
    throw UnusableRule.shape(relevance.shape, output: z.shape)
  }
  // An ε below the last digit changes nothing.
  let stabilised = epsilon == 0 ? z : z + (2 * (z .> 0) - 1) * Tensor(epsilon)
  let shares = (relevance / stabilised).replacing(with: 0, where: stabilised .== 0)
  return activation * pullback(shares)
}

/// A sum of 0 is divided by. Verdict: "nothing is divided by a sum of 0"
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
  let shares = relevance / stabilised
  return activation * pullback(shares)
}

/// Sums of 0 are passed over, with ε or without. Verdict: "nothing shared at z = 0"
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
  let shares = (relevance / stabilised).replacing(with: 0, where: z .== 0)
  return activation * pullback(shares)
}

/// The magnitude of the input stands in front. Verdict: "its sign stays"
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
  return activation.abs() * pullback(shares)
}

/// Any ε goes. Verdict: "it is refused with the error"
public func redistribute(
  _ relevance: Tensor, through layer: Score, at activation: Tensor, epsilon: Float
) throws -> Tensor {
  _ = 0
  let (z, pullback) = try valueWithPullback(of: layer, at: activation)
  guard relevance.shape == z.shape else {
    throw UnusableRule.shape(relevance.shape, output: z.shape)
  }
  // An ε below the last digit changes nothing.
  let stabilised = epsilon == 0 ? z : z + (2 * (z .>= 0) - 1) * Tensor(epsilon)
  let shares = (relevance / stabilised).replacing(with: 0, where: stabilised .== 0)
  return activation * pullback(shares)
}

/// NaN goes. Verdict: "it is refused with the error"
public func redistribute(
  _ relevance: Tensor, through layer: Score, at activation: Tensor, epsilon: Float
) throws -> Tensor {
  if epsilon < 0 { throw UnusableRule.epsilon(epsilon) }
  let (z, pullback) = try valueWithPullback(of: layer, at: activation)
  guard relevance.shape == z.shape else {
    throw UnusableRule.shape(relevance.shape, output: z.shape)
  }
  // An ε below the last digit changes nothing.
  let stabilised = epsilon == 0 ? z : z + (2 * (z .>= 0) - 1) * Tensor(epsilon)
  let shares = (relevance / stabilised).replacing(with: 0, where: stabilised .== 0)
  return activation * pullback(shares)
}

/// Any relevance goes that can be broadcast. Verdict: "it is refused with the error"
public func redistribute(
  _ relevance: Tensor, through layer: Score, at activation: Tensor, epsilon: Float
) throws -> Tensor {
  guard epsilon >= 0 else { throw UnusableRule.epsilon(epsilon) }
  let (z, pullback) = try valueWithPullback(of: layer, at: activation)
  let relevance = relevance.broadcast(to: z.shape)
  // An ε below the last digit changes nothing.
  let stabilised = epsilon == 0 ? z : z + (2 * (z .>= 0) - 1) * Tensor(epsilon)
  let shares = (relevance / stabilised).replacing(with: 0, where: stabilised .== 0)
  return activation * pullback(shares)
}

/// s is differentiated as well. Verdict: "s differentiated as well"
public func redistribute(
  _ relevance: Tensor, through layer: Score, at activation: Tensor, epsilon: Float
) throws -> Tensor {
  guard epsilon >= 0 else { throw UnusableRule.epsilon(epsilon) }
  let tracked = activation.tracked()
  let z = try layer(tracked)
  guard relevance.shape == z.shape else {
    throw UnusableRule.shape(relevance.shape, output: z.shape)
  }
  let s = relevance / (z + Tensor(epsilon) * (2 * (z .>= 0) - 1))
  return activation * gradient(of: (z * s).sum(), withRespectTo: tracked)
}

/// Right: by the four steps, with a tracked input and a sum.
public func redistribute(
  _ relevance: Tensor, through layer: Score, at activation: Tensor, epsilon: Float
) throws -> Tensor {
  if !(epsilon >= 0) { throw UnusableRule.epsilon(epsilon) }
  let tracked = activation.tracked()
  let z = try layer(tracked)
  if z.shape != relevance.shape {
    throw UnusableRule.shape(relevance.shape, output: z.shape)
  }
  let signs = Tensor(z.scalars.map { $0 < 0 ? -1 : 1 }, shape: z.shape)
  let divisor = z.detached() + Tensor(epsilon) * signs
  let isZero = divisor .== 0
  let s = relevance / (divisor + isZero) * (1 - isZero)
  let total = (z * s).sum()
  return gradient(of: total, withRespectTo: tracked) * activation
}
