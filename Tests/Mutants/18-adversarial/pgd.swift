/// Downhill where the loss should rise. Verdict: "the wrong way"
public func pgd(
  loss: Score, at x: Tensor, from start: Tensor, in ball: Ball, step: Float, steps: Int, aim: Aim
) throws -> Tensor {
  guard step > 0, steps >= 0 else { throw UnusableAttack.step(step, times: steps) }
  var picture = try projected(start, around: x, in: ball)
  let change = Tensor(aim == .towards ? step : -step)
  for _ in 0..<steps {
    let direction = try slopes(of: loss, at: picture).sign()
    picture = try projected(picture + change * direction, around: x, in: ball)
  }
  return picture
}

/// The aim is not read. Verdict: "the wrong way"
public func pgd(
  loss: Score, at x: Tensor, from start: Tensor, in ball: Ball, step: Float, steps: Int, aim: Aim
) throws -> Tensor {
  guard step > 0, steps >= 0 else { throw UnusableAttack.step(step, times: steps) }
  var picture = try projected(start, around: x, in: ball)
  let change = Tensor(step)
  for _ in 0..<steps {
    let direction = try slopes(of: loss, at: picture).sign()
    picture = try projected(picture + change * direction, around: x, in: ball)
  }
  return picture
}

/// Every step begins at x. Verdict: "every step taken from x"
public func pgd(
  loss: Score, at x: Tensor, from start: Tensor, in ball: Ball, step: Float, steps: Int, aim: Aim
) throws -> Tensor {
  guard step > 0, steps >= 0 else { throw UnusableAttack.step(step, times: steps) }
  var picture = try projected(start, around: x, in: ball)
  let change = Tensor(aim == .away ? step : -step)
  for _ in 0..<steps {
    let direction = try slopes(of: loss, at: picture).sign()
    picture = try projected(x + change * direction, around: x, in: ball)
  }
  return picture
}

/// Errors end the walk. Verdict: "the loss has a slope that is no number"
public func pgd(
  loss: Score, at x: Tensor, from start: Tensor, in ball: Ball, step: Float, steps: Int, aim: Aim
) throws -> Tensor {
  guard step > 0, steps >= 0 else { throw UnusableAttack.step(step, times: steps) }
  var picture = try projected(start, around: x, in: ball)
  let change = Tensor(aim == .away ? step : -step)
  for _ in 0..<steps {
    guard let direction = try? slopes(of: loss, at: picture).sign() else { break }
    picture = try projected(picture + change * direction, around: x, in: ball)
  }
  return picture
}

/// The step is a part of ε. Verdict: "a part of ε"
public func pgd(
  loss: Score, at x: Tensor, from start: Tensor, in ball: Ball, step: Float, steps: Int, aim: Aim
) throws -> Tensor {
  guard step > 0, steps >= 0 else { throw UnusableAttack.step(step, times: steps) }
  var picture = try projected(start, around: x, in: ball)
  let change = Tensor((aim == .away ? step : -step) * ball.epsilon)
  for _ in 0..<steps {
    let direction = try slopes(of: loss, at: picture).sign()
    picture = try projected(picture + change * direction, around: x, in: ball)
  }
  return picture
}

/// The slope is always that at x. Verdict: "the slope at x for every step"
public func pgd(
  loss: Score, at x: Tensor, from start: Tensor, in ball: Ball, step: Float, steps: Int, aim: Aim
) throws -> Tensor {
  guard step > 0, steps >= 0 else { throw UnusableAttack.step(step, times: steps) }
  var picture = try projected(start, around: x, in: ball)
  let change = Tensor(aim == .away ? step : -step)
  for _ in 0..<steps {
    let direction = try slopes(of: loss, at: x).sign()
    picture = try projected(picture + change * direction, around: x, in: ball)
  }
  return picture
}

/// The slope is taken once, at the start. Verdict: "the slope at the start"
public func pgd(
  loss: Score, at x: Tensor, from start: Tensor, in ball: Ball, step: Float, steps: Int, aim: Aim
) throws -> Tensor {
  guard step > 0, steps >= 0 else { throw UnusableAttack.step(step, times: steps) }
  var picture = try projected(start, around: x, in: ball)
  let change = Tensor(aim == .away ? step : -step)
  let direction = try slopes(of: loss, at: picture).sign()
  for _ in 0..<steps {
    picture = try projected(picture + change * direction, around: x, in: ball)
  }
  return picture
}

/// The ball goes along with the picture. Verdict: "it stays around x"
public func pgd(
  loss: Score, at x: Tensor, from start: Tensor, in ball: Ball, step: Float, steps: Int, aim: Aim
) throws -> Tensor {
  guard step > 0, steps >= 0 else { throw UnusableAttack.step(step, times: steps) }
  var picture = try projected(start, around: x, in: ball)
  let change = Tensor(aim == .away ? step : -step)
  for _ in 0..<steps {
    let direction = try slopes(of: loss, at: picture).sign()
    picture = try projected(picture + change * direction, around: picture, in: ball)
  }
  return picture
}

/// Nothing but the box. Verdict: "it stays around x"
public func pgd(
  loss: Score, at x: Tensor, from start: Tensor, in ball: Ball, step: Float, steps: Int, aim: Aim
) throws -> Tensor {
  guard step > 0, steps >= 0 else { throw UnusableAttack.step(step, times: steps) }
  var picture = try projected(start, around: x, in: ball)
  let change = Tensor(aim == .away ? step : -step)
  for _ in 0..<steps {
    let direction = try slopes(of: loss, at: picture).sign()
    picture = (picture + change * direction).clamped(to: ball.low...ball.high)
  }
  return picture
}

/// The ball lies around the start. Verdict: "the ball around the start"
public func pgd(
  loss: Score, at x: Tensor, from start: Tensor, in ball: Ball, step: Float, steps: Int, aim: Aim
) throws -> Tensor {
  guard step > 0, steps >= 0 else { throw UnusableAttack.step(step, times: steps) }
  var picture = try projected(start, around: x, in: ball)
  let change = Tensor(aim == .away ? step : -step)
  for _ in 0..<steps {
    let direction = try slopes(of: loss, at: picture).sign()
    picture = try projected(picture + change * direction, around: start, in: ball)
  }
  return picture
}

/// Brought back after the last step only. Verdict: "brought back once"
public func pgd(
  loss: Score, at x: Tensor, from start: Tensor, in ball: Ball, step: Float, steps: Int, aim: Aim
) throws -> Tensor {
  guard step > 0, steps >= 0 else { throw UnusableAttack.step(step, times: steps) }
  var picture = try projected(start, around: x, in: ball)
  let change = Tensor(aim == .away ? step : -step)
  for _ in 0..<steps {
    let direction = try slopes(of: loss, at: picture).sign()
    picture = picture + change * direction
  }
  return try projected(picture, around: x, in: ball)
}

/// Nothing is brought back. Verdict: "neither ball nor box"
public func pgd(
  loss: Score, at x: Tensor, from start: Tensor, in ball: Ball, step: Float, steps: Int, aim: Aim
) throws -> Tensor {
  guard step > 0, steps >= 0 else { throw UnusableAttack.step(step, times: steps) }
  var picture = try projected(start, around: x, in: ball)
  let change = Tensor(aim == .away ? step : -step)
  for _ in 0..<steps {
    let direction = try slopes(of: loss, at: picture).sign()
    picture = picture + change * direction
  }
  return picture
}

/// The box is forgotten. Verdict: "only the ball"
public func pgd(
  loss: Score, at x: Tensor, from start: Tensor, in ball: Ball, step: Float, steps: Int, aim: Aim
) throws -> Tensor {
  guard step > 0, steps >= 0 else { throw UnusableAttack.step(step, times: steps) }
  var picture = try projected(start, around: x, in: ball)
  let change = Tensor(aim == .away ? step : -step)
  for _ in 0..<steps {
    let direction = try slopes(of: loss, at: picture).sign()
    picture = try projected(
      picture + change * direction, around: x,
      in: Ball(epsilon: ball.epsilon, low: -.infinity, high: .infinity))
  }
  return picture
}

/// The slope itself is added. Verdict: "the slope itself, times the step"
public func pgd(
  loss: Score, at x: Tensor, from start: Tensor, in ball: Ball, step: Float, steps: Int, aim: Aim
) throws -> Tensor {
  guard step > 0, steps >= 0 else { throw UnusableAttack.step(step, times: steps) }
  var picture = try projected(start, around: x, in: ball)
  let change = Tensor(aim == .away ? step : -step)
  for _ in 0..<steps {
    let direction = try slopes(of: loss, at: picture)
    picture = try projected(picture + change * direction, around: x, in: ball)
  }
  return picture
}

/// Each step goes as far as ε. Verdict: "steps of ε"
public func pgd(
  loss: Score, at x: Tensor, from start: Tensor, in ball: Ball, step: Float, steps: Int, aim: Aim
) throws -> Tensor {
  guard step > 0, steps >= 0 else { throw UnusableAttack.step(step, times: steps) }
  var picture = try projected(start, around: x, in: ball)
  let change = Tensor(aim == .away ? ball.epsilon : -ball.epsilon)
  for _ in 0..<steps {
    let direction = try slopes(of: loss, at: picture).sign()
    picture = try projected(picture + change * direction, around: x, in: ball)
  }
  return picture
}

/// The start is not used. Verdict: "the walk begins at x"
public func pgd(
  loss: Score, at x: Tensor, from start: Tensor, in ball: Ball, step: Float, steps: Int, aim: Aim
) throws -> Tensor {
  guard step > 0, steps >= 0 else { throw UnusableAttack.step(step, times: steps) }
  var picture = x
  _ = try projected(start, around: x, in: ball)
  let change = Tensor(aim == .away ? step : -step)
  for _ in 0..<steps {
    let direction = try slopes(of: loss, at: picture).sign()
    picture = try projected(picture + change * direction, around: x, in: ball)
  }
  return picture
}

/// One step too many. Verdict: "one step too many"
public func pgd(
  loss: Score, at x: Tensor, from start: Tensor, in ball: Ball, step: Float, steps: Int, aim: Aim
) throws -> Tensor {
  guard step > 0, steps >= 0 else { throw UnusableAttack.step(step, times: steps) }
  var picture = try projected(start, around: x, in: ball)
  let change = Tensor(aim == .away ? step : -step)
  for _ in 0...steps {
    let direction = try slopes(of: loss, at: picture).sign()
    picture = try projected(picture + change * direction, around: x, in: ball)
  }
  return picture
}

/// One step too few. Verdict: "one step too many, or one too few"
public func pgd(
  loss: Score, at x: Tensor, from start: Tensor, in ball: Ball, step: Float, steps: Int, aim: Aim
) throws -> Tensor {
  guard step > 0, steps >= 0 else { throw UnusableAttack.step(step, times: steps) }
  var picture = try projected(start, around: x, in: ball)
  let change = Tensor(aim == .away ? step : -step)
  for _ in 0..<max(steps - 1, 0) {
    let direction = try slopes(of: loss, at: picture).sign()
    picture = try projected(picture + change * direction, around: x, in: ball)
  }
  return picture
}

/// The step is shared out. Verdict: "the step divided by their number"
public func pgd(
  loss: Score, at x: Tensor, from start: Tensor, in ball: Ball, step: Float, steps: Int, aim: Aim
) throws -> Tensor {
  guard step > 0, steps >= 0 else { throw UnusableAttack.step(step, times: steps) }
  var picture = try projected(start, around: x, in: ball)
  let change = Tensor((aim == .away ? step : -step) / Float(max(steps, 1)))
  for _ in 0..<steps {
    let direction = try slopes(of: loss, at: picture).sign()
    picture = try projected(picture + change * direction, around: x, in: ball)
  }
  return picture
}

/// A slope of 0 moves the number up. Verdict: "taken for a rise: sign(0)"
public func pgd(
  loss: Score, at x: Tensor, from start: Tensor, in ball: Ball, step: Float, steps: Int, aim: Aim
) throws -> Tensor {
  guard step > 0, steps >= 0 else { throw UnusableAttack.step(step, times: steps) }
  var picture = try projected(start, around: x, in: ball)
  let change = Tensor(aim == .away ? step : -step)
  for _ in 0..<steps {
    let direction = 2 * ((try slopes(of: loss, at: picture)) .>= 0) - 1
    picture = try projected(picture + change * direction, around: x, in: ball)
  }
  return picture
}

/// The start is taken as it comes. Verdict: "the start as it came"
public func pgd(
  loss: Score, at x: Tensor, from start: Tensor, in ball: Ball, step: Float, steps: Int, aim: Aim
) throws -> Tensor {
  guard step > 0, steps >= 0 else { throw UnusableAttack.step(step, times: steps) }
  var picture = start
  _ = try projected(start, around: x, in: ball)
  let change = Tensor(aim == .away ? step : -step)
  for _ in 0..<steps {
    let direction = try slopes(of: loss, at: picture).sign()
    picture = try projected(picture + change * direction, around: x, in: ball)
  }
  return picture
}

/// A step of nothing is taken. Verdict: "it is refused with the error “3 steps of 0.0"
public func pgd(
  loss: Score, at x: Tensor, from start: Tensor, in ball: Ball, step: Float, steps: Int, aim: Aim
) throws -> Tensor {
  guard steps >= 0 else { throw UnusableAttack.step(step, times: steps) }
  var picture = try projected(start, around: x, in: ball)
  let change = Tensor(aim == .away ? step : -step)
  for _ in 0..<steps {
    let direction = try slopes(of: loss, at: picture).sign()
    picture = try projected(picture + change * direction, around: x, in: ball)
  }
  return picture
}

/// A step that is no number gets through. Verdict: "it is refused with the error “3 steps of nan"
public func pgd(
  loss: Score, at x: Tensor, from start: Tensor, in ball: Ball, step: Float, steps: Int, aim: Aim
) throws -> Tensor {
  if step <= 0 || steps < 0 { throw UnusableAttack.step(step, times: steps) }
  var picture = try projected(start, around: x, in: ball)
  let change = Tensor(aim == .away ? step : -step)
  for _ in 0..<steps {
    let direction = try slopes(of: loss, at: picture).sign()
    picture = try projected(picture + change * direction, around: x, in: ball)
  }
  return picture
}

/// Right: written out, without the other functions.
public func pgd(
  loss: Score, at x: Tensor, from start: Tensor, in ball: Ball, step: Float, steps: Int, aim: Aim
) throws -> Tensor {
  try ball.check()
  if !(step > 0) || steps < 0 { throw UnusableAttack.step(step, times: steps) }
  if start.shape != x.shape { throw UnusableAttack.shape(start.shape, around: x.shape) }
  let (low, high) = (x - Tensor(ball.epsilon), x + Tensor(ball.epsilon))
  func back(_ wish: Tensor) -> Tensor {
    Tensor.maximum(Tensor.minimum(wish, high), low).clamped(to: ball.low...ball.high)
  }
  var picture = back(start)
  var left = steps
  while left > 0 {
    let move = Tensor(step) * (try slopes(of: loss, at: picture)).sign()
    picture = back(aim == .away ? picture + move : picture - move)
    left -= 1
  }
  return picture
}
