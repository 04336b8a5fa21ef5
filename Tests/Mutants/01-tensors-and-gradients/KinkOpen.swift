// Relu has the slope 1 at 0. Verdict: "relu with slope 1 at 0"
import Layers
import Tensors

/// Returns the gradient with respect to each input of an operation, from the one of its result.
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
    [upstream * (inputs[0] .>= 0)]
  case .sum:
    [upstream.broadcast(to: inputs[0].shape)]
  }
}

/// Returns the gradient of a value that was broadcast, from the gradient of its copies.
public func unbroadcast(_ gradient: Tensor, to shape: [Int]) throws -> Tensor {
  let missing = gradient.rank - shape.count
  let stretched = shape.indices.filter { shape[$0] == 1 }.map { missing + $0 }
  return gradient.sum(along: Array(0..<missing) + stretched).reshaped(to: shape)
}

/// Returns the steps that a result depends on, each one before everything it was computed from.
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
public func crossEntropyPullback(
  logits: Tensor, labels: [Int], upstream: Float
) throws -> Tensor {
  let truth = Tensor.identity(logits.shape[1]).selecting(labels, along: 0)
  return (logits.softmax(along: 1) - truth) * Tensor(upstream / Float(labels.count))
}

/// Returns how far a claimed gradient is from what finite differences say, where it is worst.
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
public func tapeThatExposesOverwriting() throws -> [Step] {
  [Step(.input), Step(.add, of: 0, 0)]
}
