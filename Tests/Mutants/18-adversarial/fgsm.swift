/// Downhill where the loss should rise. Verdict: "the wrong way"
public func fgsm(loss: Score, at x: Tensor, in ball: Ball, aim: Aim) throws -> Tensor {
  try ball.check()
  let direction = try slopes(of: loss, at: x).sign()
  let change = Tensor(aim == .towards ? ball.epsilon : -ball.epsilon) * direction
  return (x + change).clamped(to: ball.low...ball.high)
}

/// The aim is not read. Verdict: "is not looked at"
public func fgsm(loss: Score, at x: Tensor, in ball: Ball, aim: Aim) throws -> Tensor {
  try ball.check()
  let direction = try slopes(of: loss, at: x).sign()
  let change = Tensor(ball.epsilon) * direction
  return (x + change).clamped(to: ball.low...ball.high)
}

/// The box is forgotten. Verdict: "the result leaves the box"
public func fgsm(loss: Score, at x: Tensor, in ball: Ball, aim: Aim) throws -> Tensor {
  try ball.check()
  let direction = try slopes(of: loss, at: x).sign()
  let change = Tensor(aim == .away ? ball.epsilon : -ball.epsilon) * direction
  return (x + change)
}

/// The slope itself is added. Verdict: "the slope itself, times ε"
public func fgsm(loss: Score, at x: Tensor, in ball: Ball, aim: Aim) throws -> Tensor {
  try ball.check()
  let direction = try slopes(of: loss, at: x)
  let change = Tensor(aim == .away ? ball.epsilon : -ball.epsilon) * direction
  return (x + change).clamped(to: ball.low...ball.high)
}

/// The slope is made as long as 1. Verdict: "the slope divided by its length"
public func fgsm(loss: Score, at x: Tensor, in ball: Ball, aim: Aim) throws -> Tensor {
  try ball.check()
  let slope = try slopes(of: loss, at: x)
  let direction = slope / slope.squared().sum().sqrt()
  let change = Tensor(aim == .away ? ball.epsilon : -ball.epsilon) * direction
  return (x + change).clamped(to: ball.low...ball.high)
}

/// The slope is divided by its largest number. Verdict: "the slope divided by its largest"
public func fgsm(loss: Score, at x: Tensor, in ball: Ball, aim: Aim) throws -> Tensor {
  try ball.check()
  let slope = try slopes(of: loss, at: x)
  let direction = slope / slope.abs().max()
  let change = Tensor(aim == .away ? ball.epsilon : -ball.epsilon) * direction
  return (x + change).clamped(to: ball.low...ball.high)
}

/// A slope of 0 moves the number up. Verdict: "taken for a rise: sign(0)"
public func fgsm(loss: Score, at x: Tensor, in ball: Ball, aim: Aim) throws -> Tensor {
  try ball.check()
  let direction = 2 * ((try slopes(of: loss, at: x)) .>= 0) - 1
  let change = Tensor(aim == .away ? ball.epsilon : -ball.epsilon) * direction
  return (x + change).clamped(to: ball.low...ball.high)
}

/// A slope of 0 moves the number down. Verdict: "taken for a fall: sign(0)"
public func fgsm(loss: Score, at x: Tensor, in ball: Ball, aim: Aim) throws -> Tensor {
  try ball.check()
  let direction = 2 * ((try slopes(of: loss, at: x)) .> 0) - 1
  let change = Tensor(aim == .away ? ball.epsilon : -ball.epsilon) * direction
  return (x + change).clamped(to: ball.low...ball.high)
}

/// The signs are added as they are. Verdict: "without ε"
public func fgsm(loss: Score, at x: Tensor, in ball: Ball, aim: Aim) throws -> Tensor {
  try ball.check()
  let direction = try slopes(of: loss, at: x).sign()
  let change = Tensor(aim == .away ? 1 : -1) * direction
  return (x + change).clamped(to: ball.low...ball.high)
}

/// The change is returned. Verdict: "the change alone"
public func fgsm(loss: Score, at x: Tensor, in ball: Ball, aim: Aim) throws -> Tensor {
  try ball.check()
  let direction = try slopes(of: loss, at: x).sign()
  let change = Tensor(aim == .away ? ball.epsilon : -ball.epsilon) * direction
  return change
}

/// The change is brought into the box. Verdict: "the change brought into the box"
public func fgsm(loss: Score, at x: Tensor, in ball: Ball, aim: Aim) throws -> Tensor {
  try ball.check()
  let direction = try slopes(of: loss, at: x).sign()
  let change = Tensor(aim == .away ? ball.epsilon : -ball.epsilon) * direction
  return x + change.clamped(to: ball.low...ball.high)
}

/// ε counts steps of grey. Verdict: "steps of 1/255"
public func fgsm(loss: Score, at x: Tensor, in ball: Ball, aim: Aim) throws -> Tensor {
  try ball.check()
  let direction = try slopes(of: loss, at: x).sign()
  let change = Tensor((aim == .away ? ball.epsilon : -ball.epsilon) / 255) * direction
  return (x + change).clamped(to: ball.low...ball.high)
}

/// The box is always from 0 to 1. Verdict: "a box from 0 to 1"
public func fgsm(loss: Score, at x: Tensor, in ball: Ball, aim: Aim) throws -> Tensor {
  try ball.check()
  let direction = try slopes(of: loss, at: x).sign()
  let change = Tensor(aim == .away ? ball.epsilon : -ball.epsilon) * direction
  return (x + change).clamped(to: 0...1)
}

/// ε is a part of the width of the box. Verdict: "multiplied by the width"
public func fgsm(loss: Score, at x: Tensor, in ball: Ball, aim: Aim) throws -> Tensor {
  try ball.check()
  let direction = try slopes(of: loss, at: x).sign()
  let change =
    Tensor((aim == .away ? ball.epsilon : -ball.epsilon) * min(ball.high - ball.low, 1e3))
    * direction
  return (x + change).clamped(to: ball.low...ball.high)
}

/// All examples follow the first. Verdict: "the slopes of the first example"
public func fgsm(loss: Score, at x: Tensor, in ball: Ball, aim: Aim) throws -> Tensor {
  try ball.check()
  let direction = try slopes(of: loss, at: x).sign()[..<1].broadcast(to: x.shape)
  let change = Tensor(aim == .away ? ball.epsilon : -ball.epsilon) * direction
  return (x + change).clamped(to: ball.low...ball.high)
}

/// The signs are those of the input. Verdict: "the signs of x"
public func fgsm(loss: Score, at x: Tensor, in ball: Ball, aim: Aim) throws -> Tensor {
  try ball.check()
  _ = try slopes(of: loss, at: x)
  let direction = x.sign()
  let change = Tensor(aim == .away ? ball.epsilon : -ball.epsilon) * direction
  return (x + change).clamped(to: ball.low...ball.high)
}

/// An ε below 0 is taken. Verdict: "it is refused with the error “a ball of ε = -0.1"
public func fgsm(loss: Score, at x: Tensor, in ball: Ball, aim: Aim) throws -> Tensor {
  guard ball.low < ball.high, !ball.epsilon.isNaN else { throw UnusableAttack.ball(ball) }
  let direction = try slopes(of: loss, at: x).sign()
  let change = Tensor(aim == .away ? ball.epsilon : -ball.epsilon) * direction
  return (x + change).clamped(to: ball.low...ball.high)
}

/// A slope that is no number gets through. Verdict: "it is refused with the error “the loss has a slope"
public func fgsm(loss: Score, at x: Tensor, in ball: Ball, aim: Aim) throws -> Tensor {
  try ball.check()
  let direction = try { () throws -> Tensor in
    let inputs = x.tracked()
    return gradient(of: try loss(inputs).sum(), withRespectTo: inputs).sign()
  }()
  let change = Tensor(aim == .away ? ball.epsilon : -ball.epsilon) * direction
  return (x + change).clamped(to: ball.low...ball.high)
}

/// Right: number by number, in a loop.
public func fgsm(loss: Score, at x: Tensor, in ball: Ball, aim: Aim) throws -> Tensor {
  try ball.check()
  let slopes = try slopes(of: loss, at: x).scalars
  var numbers = x.scalars
  for index in numbers.indices {
    guard slopes[index] != 0 else {
      numbers[index] = min(max(numbers[index], ball.low), ball.high)
      continue
    }
    let rises = (slopes[index] > 0) == (aim == .away)
    numbers[index] += rises ? ball.epsilon : -ball.epsilon
    numbers[index] = max(min(numbers[index], ball.high), ball.low)
  }
  return Tensor(numbers, shape: x.shape)
}

/// Right: towards is away from the loss turned round, by a recursion.
public func fgsm(loss: Score, at x: Tensor, in ball: Ball, aim: Aim) throws -> Tensor {
  if aim == .towards {
    return try fgsm(loss: { -(try loss($0)) }, at: x, in: ball, aim: .away)
  }
  try ball.check()
  let change = Tensor(ball.epsilon) * (try slopes(of: loss, at: x).sign())
  let low = Tensor.maximum(x + change, Tensor(ball.low))
  return Tensor.minimum(low, Tensor(ball.high))
}
