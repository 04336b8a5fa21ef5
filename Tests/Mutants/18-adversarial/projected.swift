/// The box is forgotten. Verdict: "only the ball"
public func projected(_ candidate: Tensor, around x: Tensor, in ball: Ball) throws -> Tensor {
  try ball.check()
  guard candidate.shape == x.shape else {
    throw UnusableAttack.shape(candidate.shape, around: x.shape)
  }
  let size = Tensor(ball.epsilon)
  let near = Tensor.minimum(Tensor.maximum(candidate, x - size), x + size)
  return near
}

/// The ball is forgotten. Verdict: "only the box"
public func projected(_ candidate: Tensor, around x: Tensor, in ball: Ball) throws -> Tensor {
  try ball.check()
  guard candidate.shape == x.shape else {
    throw UnusableAttack.shape(candidate.shape, around: x.shape)
  }
  let size = Tensor(ball.epsilon)
  let near = candidate + 0 * size
  return near.clamped(to: ball.low...ball.high)
}

/// Only too high is brought back. Verdict: "only the upper side"
public func projected(_ candidate: Tensor, around x: Tensor, in ball: Ball) throws -> Tensor {
  try ball.check()
  guard candidate.shape == x.shape else {
    throw UnusableAttack.shape(candidate.shape, around: x.shape)
  }
  let size = Tensor(ball.epsilon)
  let near = Tensor.minimum(candidate, x + size)
  return near.clamped(to: ball.low...ball.high)
}

/// Only too low is brought back. Verdict: "only the lower side"
public func projected(_ candidate: Tensor, around x: Tensor, in ball: Ball) throws -> Tensor {
  try ball.check()
  guard candidate.shape == x.shape else {
    throw UnusableAttack.shape(candidate.shape, around: x.shape)
  }
  let size = Tensor(ball.epsilon)
  let near = Tensor.maximum(candidate, x - size)
  return near.clamped(to: ball.low...ball.high)
}

/// The whole change is made smaller. Verdict: "the whole change made smaller"
public func projected(_ candidate: Tensor, around x: Tensor, in ball: Ball) throws -> Tensor {
  try ball.check()
  guard candidate.shape == x.shape else {
    throw UnusableAttack.shape(candidate.shape, around: x.shape)
  }
  let size = Tensor(ball.epsilon)
  let change = candidate - x
  let largest = Tensor.maximum(change.abs().max(), size)
  let near = x + change * size / Tensor.maximum(largest, 1e-9)
  return near.clamped(to: ball.low...ball.high)
}

/// A round ball. Verdict: "a round ball"
public func projected(_ candidate: Tensor, around x: Tensor, in ball: Ball) throws -> Tensor {
  try ball.check()
  guard candidate.shape == x.shape else {
    throw UnusableAttack.shape(candidate.shape, around: x.shape)
  }
  let size = Tensor(ball.epsilon)
  let change = candidate - x
  let length = Tensor.maximum(change.squared().sum().sqrt(), Tensor.maximum(size, 1e-9))
  let near = x + change * size / length
  return near.clamped(to: ball.low...ball.high)
}

/// Always to the edge. Verdict: "always at the edge"
public func projected(_ candidate: Tensor, around x: Tensor, in ball: Ball) throws -> Tensor {
  try ball.check()
  guard candidate.shape == x.shape else {
    throw UnusableAttack.shape(candidate.shape, around: x.shape)
  }
  let size = Tensor(ball.epsilon)
  let near = x + size * (candidate - x).sign()
  return near.clamped(to: ball.low...ball.high)
}

/// The change is returned. Verdict: "the change; the input is asked for"
public func projected(_ candidate: Tensor, around x: Tensor, in ball: Ball) throws -> Tensor {
  try ball.check()
  guard candidate.shape == x.shape else {
    throw UnusableAttack.shape(candidate.shape, around: x.shape)
  }
  let size = Tensor(ball.epsilon)
  let near = Tensor.minimum(Tensor.maximum(candidate, x - size), x + size)
  return near.clamped(to: ball.low...ball.high) - x
}

/// The two inputs are exchanged. Verdict: "x brought to the candidate"
public func projected(_ candidate: Tensor, around x: Tensor, in ball: Ball) throws -> Tensor {
  try ball.check()
  guard candidate.shape == x.shape else {
    throw UnusableAttack.shape(candidate.shape, around: x.shape)
  }
  let size = Tensor(ball.epsilon)
  let near = Tensor.minimum(Tensor.maximum(x, candidate - size), candidate + size)
  return near.clamped(to: ball.low...ball.high)
}

/// The box is always from 0 to 1. Verdict: "a box from 0 to 1"
public func projected(_ candidate: Tensor, around x: Tensor, in ball: Ball) throws -> Tensor {
  try ball.check()
  guard candidate.shape == x.shape else {
    throw UnusableAttack.shape(candidate.shape, around: x.shape)
  }
  let size = Tensor(ball.epsilon)
  let near = Tensor.minimum(Tensor.maximum(candidate, x - size), x + size)
  return near.clamped(to: 0...1)
}

/// The ball comes last. Verdict: "the ball after the box"
public func projected(_ candidate: Tensor, around x: Tensor, in ball: Ball) throws -> Tensor {
  try ball.check()
  guard candidate.shape == x.shape else {
    throw UnusableAttack.shape(candidate.shape, around: x.shape)
  }
  let size = Tensor(ball.epsilon)
  let boxed = candidate.clamped(to: ball.low...ball.high)
  return Tensor.minimum(Tensor.maximum(boxed, x - size), x + size)
}

/// Minimum and maximum are exchanged. Verdict: "minimum and maximum exchanged"
public func projected(_ candidate: Tensor, around x: Tensor, in ball: Ball) throws -> Tensor {
  try ball.check()
  guard candidate.shape == x.shape else {
    throw UnusableAttack.shape(candidate.shape, around: x.shape)
  }
  let size = Tensor(ball.epsilon)
  let near = Tensor.maximum(Tensor.minimum(candidate, x - size), x + size)
  return near.clamped(to: ball.low...ball.high)
}

/// The change is kept to the ball, and not added. Verdict: "the change alone, kept to ball and box"
public func projected(_ candidate: Tensor, around x: Tensor, in ball: Ball) throws -> Tensor {
  try ball.check()
  guard candidate.shape == x.shape else {
    throw UnusableAttack.shape(candidate.shape, around: x.shape)
  }
  let size = Tensor(ball.epsilon)
  let near = Tensor.minimum(Tensor.maximum(candidate - x, -size), size)
  return near.clamped(to: ball.low...ball.high)
}

/// The ball lies around 0. Verdict: "a ball from −ε to ε around 0"
public func projected(_ candidate: Tensor, around x: Tensor, in ball: Ball) throws -> Tensor {
  try ball.check()
  guard candidate.shape == x.shape else {
    throw UnusableAttack.shape(candidate.shape, around: x.shape)
  }
  let size = Tensor(ball.epsilon)
  let near = Tensor.minimum(Tensor.maximum(candidate, -size), size)
  return near.clamped(to: ball.low...ball.high)
}

/// The shapes are not compared. Verdict: "it is refused with the error “a tensor of shape [1, 1]"
public func projected(_ candidate: Tensor, around x: Tensor, in ball: Ball) throws -> Tensor {
  try ball.check()
  let size = Tensor(ball.epsilon)
  let near = Tensor.minimum(Tensor.maximum(candidate, x - size), x + size)
  return near.clamped(to: ball.low...ball.high)
}

/// An ε below 0 is taken. Verdict: "it is refused with the error “a ball of ε = -0.1"
public func projected(_ candidate: Tensor, around x: Tensor, in ball: Ball) throws -> Tensor {
  guard ball.low < ball.high, !ball.epsilon.isNaN else { throw UnusableAttack.ball(ball) }
  guard candidate.shape == x.shape else {
    throw UnusableAttack.shape(candidate.shape, around: x.shape)
  }
  let size = Tensor(ball.epsilon)
  let near = Tensor.minimum(Tensor.maximum(candidate, x - size), x + size)
  return near.clamped(to: ball.low...ball.high)
}

/// Right: the change is clamped, and then the sum.
public func projected(_ candidate: Tensor, around x: Tensor, in ball: Ball) throws -> Tensor {
  try ball.check()
  guard candidate.shape == x.shape else {
    throw UnusableAttack.shape(candidate.shape, around: x.shape)
  }
  let size = Tensor(ball.epsilon)
  let near = x + Tensor.minimum(Tensor.maximum(candidate - x, -size), size)
  return near.clamped(to: ball.low...ball.high)
}

/// Right: number by number.
public func projected(_ candidate: Tensor, around x: Tensor, in ball: Ball) throws -> Tensor {
  try ball.check()
  if candidate.shape != x.shape {
    throw UnusableAttack.shape(candidate.shape, around: x.shape)
  }
  let numbers = zip(candidate.scalars, x.scalars).map { wish, middle in
    let near = min(max(wish, middle - ball.epsilon), middle + ball.epsilon)
    return min(max(near, ball.low), ball.high)
  }
  return Tensor(numbers, shape: x.shape)
}
