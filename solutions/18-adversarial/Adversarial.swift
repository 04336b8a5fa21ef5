import Explanations
import Tensors

/// Returns each example after one step along the signs of the slopes: the fast gradient sign
/// method.
///
///     x′ = clamp(x + ε · sign(∂loss/∂x))      away from the label; towards an answer: −
///
/// Where the slope is 0 the number stays, as sign(0) = 0. The box has the last word: no number of
/// the result lies below `ball.low` or above `ball.high`. Goodfellow, Shlens, Szegedy 2015:
/// arxiv.org/abs/1412.6572
///
/// - Parameters:
///   - loss: A number for each example, `[N, …]` to `[N]`.
///   - x: The examples, `[N, …]`.
///   - ball: How far each number may go, ε, and the box of all inputs.
///   - aim: Away: the loss shall rise. Towards: it shall fall.
/// - Returns: The changed examples, in the shape of x.
/// - Throws: What `Ball.check()` and `slopes(of:at:)` throw; `Unfinished` until it is written.
public func fgsm(loss: Score, at x: Tensor, in ball: Ball, aim: Aim) throws -> Tensor {
  try ball.check()
  let direction = try slopes(of: loss, at: x).sign()
  let change = Tensor(aim == .away ? ball.epsilon : -ball.epsilon) * direction
  return (x + change).clamped(to: ball.low...ball.high)
}

/// Returns the nearest input to a candidate that lies in the ball around x and in the box.
///
/// In the ball no number differs from that of x by more than ε. Where x lies outside the box
/// itself, the box has the last word.
///
/// - Parameters:
///   - candidate: What an attack would like, in the shape of x.
///   - x: The examples that are attacked, `[N, …]`.
///   - ball: ε and the box.
/// - Returns: The projected candidate, in the shape of x.
/// - Throws: What `Ball.check()` throws; `UnusableAttack.shape` where the two shapes differ;
///   `Unfinished` until it is written.
public func projected(_ candidate: Tensor, around x: Tensor, in ball: Ball) throws -> Tensor {
  try ball.check()
  guard candidate.shape == x.shape else {
    throw UnusableAttack.shape(candidate.shape, around: x.shape)
  }
  let size = Tensor(ball.epsilon)
  let near = Tensor.minimum(Tensor.maximum(candidate, x - size), x + size)
  return near.clamped(to: ball.low...ball.high)
}

/// Returns each example after many small steps, brought back into the ball after each: projected
/// gradient descent.
///
///     x₀ = projected(start)      xₖ₊₁ = projected(xₖ + step · sign(∂loss/∂xₖ))      towards: −
///
/// The ball stays where it is, around x. Madry, Makelov, Schmidt, Tsipras, Vladu 2018:
/// arxiv.org/abs/1706.06083
///
/// - Parameters:
///   - loss: A number for each example, `[N, …]` to `[N]`.
///   - x: The examples, `[N, …]`: the middle of the ball.
///   - start: Where the first step begins, in the shape of x: x itself, or a place drawn near it.
///   - ball: How far each number may go in all, ε, and the box.
///   - step: How far a single step goes.
///   - steps: How many there are; none leave the start, projected.
///   - aim: Away: the loss shall rise. Towards: it shall fall.
/// - Returns: The changed examples, in the shape of x.
/// - Throws: What `Ball.check()` and `slopes(of:at:)` throw; `UnusableAttack.shape` where the start
///   has another shape; `.step` where a step is not above 0 or their number below 0; `Unfinished`
///   until it is written.
public func pgd(
  loss: Score, at x: Tensor, from start: Tensor, in ball: Ball, step: Float, steps: Int, aim: Aim
) throws -> Tensor {
  guard step > 0, steps >= 0 else { throw UnusableAttack.step(step, times: steps) }
  var picture = try projected(start, around: x, in: ball)
  let change = Tensor(aim == .away ? step : -step)
  for _ in 0..<steps {
    let direction = try slopes(of: loss, at: picture).sign()
    picture = try projected(picture + change * direction, around: x, in: ball)
  }
  return picture
}

/// Returns the smallest ε at which the answer of a linear model can be turned.
///
/// The model's score is w · x + b, and its sign is the answer. The margin is how far the score lies
/// on the right side of 0.
///
/// - Parameters:
///   - weights: w, in the shape of one input.
///   - margin: How far the score is from 0, where the answer is right.
/// - Returns: The ε at which the best change of that size brings the score to 0; there is no box.
/// - Throws: `UnusableAttack.margin` where that is below 0 or no number, `.weights` where all are 0
///   or one is no number; `Unfinished` until it is written.
public func flippingEpsilon(weights: Tensor, margin: Float) throws -> Float {
  guard margin >= 0 else { throw UnusableAttack.margin(margin) }
  let reach = weights.abs().sum().scalar
  guard reach > 0 else { throw UnusableAttack.weights }
  return margin / reach
}

/// Returns how large ε has to be to fool a network, by halving the interval in which it lies.
///
/// It is taken for granted that what fools at some ε fools at every larger one. Where it is not so,
/// the result is one of several places where the answer turns.
///
/// - Parameters:
///   - fools: Whether an attack of this ε fools the network.
///   - limit: An ε at which it does.
///   - tolerance: How wide the last interval may be.
/// - Returns: An ε that was seen to fool, at most the tolerance above one that does not, or above
///   0.
/// - Throws: `UnusableAttack.search` where the limit or the tolerance is not above 0;
///   `.nothingFools` where the limit itself does not fool; what `fools` throws; `Unfinished` until
///   it is written.
public func smallestEpsilon(
  that fools: (Float) throws -> Bool, below limit: Float, tolerance: Float
) throws -> Float {
  guard limit > 0, tolerance > 0 else {
    throw UnusableAttack.search(below: limit, tolerance: tolerance)
  }
  guard try fools(limit) else { throw UnusableAttack.nothingFools(below: limit) }
  var (safe, fooling) = (Float(0), limit)
  while fooling - safe > tolerance {
    let middle = safe + (fooling - safe) / 2
    // Between two neighbouring numbers there is no third.
    guard middle > safe, middle < fooling else { break }
    if try fools(middle) { fooling = middle } else { safe = middle }
  }
  return fooling
}

/// Returns a number of steps after which `driftingPGD` has left the ball.
///
/// It is tried on `Drift`: x = 0.5, ε = 0.1, a step of 0.03, a loss that rises with x.
///
/// - Returns: Any number of steps, at most 1,000, after which the picture lies outside the ball
///   around x.
/// - Throws: `Unfinished` until it is written.
public func stepsThatLeaveTheBall() throws -> Int {
  4
}
