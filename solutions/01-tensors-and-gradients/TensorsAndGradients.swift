import Explanations
import Tensors

/// Returns the gradient with respect to each input of an operation, from the one of its result.
///
///     ∂L/∂a = Σ over the numbers r of the result, of ∂L/∂r · ∂r/∂a
///
/// This is the chain rule for one number a of an input; ∂L/∂r is what `upstream` has for r. At 0 the
/// slope of relu is 0. An `input` was computed from nothing, so there is nothing to return.
///
/// - Parameters:
///   - operation: What was computed.
///   - inputs: What it was computed from; a or b of `add` and `multiply` may have been broadcast.
///   - upstream: The gradient with respect to the result, in the shape of the result.
/// - Returns: A gradient for each input, in that input's shape; for one that was broadcast, the
///   gradient of its copies will do, in the shape of the result.
/// - Throws: `Unfinished` until it is written.
public func pullback(
  of operation: Operation, inputs: [Tensor], upstream: Tensor
) throws -> [Tensor] {
  switch operation {
  case .input:
    []
  case .add:
    [upstream, upstream]
  case .multiply:
    [upstream * inputs[1], upstream * inputs[0]]
  case .matmul:
    [
      upstream.matmul(inputs[1], transposing: .right),
      inputs[0].matmul(upstream, transposing: .left),
    ]
  case .relu:
    [upstream * (inputs[0] .> 0)]
  case .sum:
    [upstream.broadcast(to: inputs[0].shape)]
  }
}

/// Returns the gradient of a value that was broadcast, from the gradient of its copies.
///
///     [[1, 2, 3], [4, 5, 6]]   to [3]       [5, 7, 9]
///                              to [2, 1]    [[6], [15]]
///                              to []        21
///
/// Broadcasting copies a value along axes it does not have, and along axes of size 1. Each copy
/// does its part to the result, so the gradient of the value is the sum over its copies.
///
/// - Parameters:
///   - gradient: The gradient with respect to the copies, in the shape broadcast to.
///   - shape: The shape of the value before it was broadcast; axes are aligned at the back.
/// - Returns: The gradient with respect to the value, in its shape.
/// - Throws: `Unfinished` until it is written.
public func unbroadcast(_ gradient: Tensor, to shape: [Int]) throws -> Tensor {
  let missing = gradient.rank - shape.count
  let stretched = shape.indices.filter { shape[$0] == 1 }.map { missing + $0 }
  return gradient.sum(along: Array(0..<missing) + stretched).reshaped(to: shape)
}

/// Returns the steps that a result depends on, each one before everything it was computed from.
///
///     0: input    1: input    2: multiply(0, 1)    3: relu(1)    4: add(2, 0)
///     from 4:     4, 2, 1, 0     or     4, 2, 0, 1
///
/// - Parameters:
///   - tape: Steps in the order in which they are computed.
///   - root: The place of the result on the tape.
/// - Returns: The places of these steps: the root first, none twice, and no other.
/// - Throws: `Unfinished` until it is written.
public func backwardOrder(of tape: [Step], from root: Int) throws -> [Int] {
  var isNeeded = [Bool](repeating: false, count: tape.count)
  isNeeded[root] = true
  var order: [Int] = []
  for place in (0...root).reversed() where isNeeded[place] {
    order.append(place)
    for input in tape[place].inputs { isNeeded[input] = true }
  }
  return order
}

/// Returns the gradient of a result with respect to the value of every step on the tape.
///
///     ∂L/∂v = Σ over the steps u that take v, of ∂L/∂u pulled back through u
///
/// The sweep begins with ∂L/∂L = 1 at the root and visits each step when its own gradient is
/// complete. A step that takes the same value twice pulls back to it twice.
///
/// - Parameters:
///   - tape: Steps in the order in which they are computed.
///   - values: The value of each step.
///   - root: The place of the result L on the tape; its value is a single number.
/// - Returns: A gradient for each step, in the shape of its value; zeros where L does not depend
///   on it.
/// - Throws: `Unfinished` until it is written.
public func backward(
  through tape: [Step], values: [Tensor], from root: Int
) throws -> [Tensor] {
  var gradients = values.map { Tensor.zeros($0.shape) }
  gradients[root] = .ones(values[root].shape)
  for place in try backwardOrder(of: tape, from: root) {
    let step = tape[place]
    let parts = try pullback(
      of: step.operation, inputs: step.inputs.map { values[$0] }, upstream: gradients[place])
    for (input, part) in zip(step.inputs, parts) {
      gradients[input] += try unbroadcast(part, to: values[input].shape)
    }
  }
  return gradients
}

/// Returns the gradient of the cross-entropy, the loss that classifiers learn from.
///
///     L = mean over rows of −ln p_label             p = softmax(z), row by row
///
/// - Parameters:
///   - logits: The scores z, `[rows, classes]`.
///   - labels: The right class of each row.
///   - upstream: The gradient with respect to L.
/// - Returns: The gradient with respect to the logits, `[rows, classes]`.
/// - Throws: `Unfinished` until it is written.
public func crossEntropyPullback(
  logits: Tensor, labels: [Int], upstream: Float
) throws -> Tensor {
  let truth = Tensor.identity(logits.shape[1]).selecting(labels, along: 0)
  return (logits.softmax(along: 1) - truth) * Tensor(upstream / Float(labels.count))
}

/// Returns how far a claimed gradient is from what finite differences say, where it is worst.
///
///     error = max over i of |claimedᵢ − (f(x + h eᵢ) − f(x − h eᵢ)) / 2h|
///
/// Here f is the sum of the function's results, h the step, and eᵢ is 1 at element i and 0
/// elsewhere: one number changes at a time. A claim that is not a number must not pass for right.
///
/// - Parameters:
///   - function: What was differentiated; it takes x, `[N, …]`, and returns `[N]`.
///   - x: Where to check.
///   - claimed: The gradient to check, in the shape of x.
///   - step: How far each number moves, up and down.
/// - Returns: The largest error; NaN where any number of the claim is, and infinite where one is.
/// - Throws: `Unfinished` until it is written, and what the function throws.
public func largestGradientError(
  of function: Score, at x: Tensor, claimed: Tensor, step: Float
) throws -> Float {
  let numbers = x.scalars
  var slopes: [Float] = []
  for element in numbers.indices {
    var moved = numbers
    moved[element] = numbers[element] + step
    let above = try function(Tensor(moved, shape: x.shape))
    moved[element] = numbers[element] - step
    let below = try function(Tensor(moved, shape: x.shape))
    slopes.append((above - below).sum().scalar / (2 * step))
  }
  return (claimed - Tensor(slopes, shape: x.shape)).abs().max().scalar
}

/// Returns a tape on which overwriting gives a wrong gradient, where adding up gives the right one.
///
///     gradients[input] = part       what the wrong sweep does
///     gradients[input] += part      what it should do
///
/// The last step is the result. Every input of the tape will be a single positive number; in a
/// `matmul` it counts as a matrix of one row and one column.
///
/// - Returns: The tape; the shorter the better.
/// - Throws: `Unfinished` until it is written.
public func tapeThatExposesOverwriting() throws -> [Step] {
  [Step(.input), Step(.add, of: 0, 0)]
}
