import Foundation

/// Only the column of the label has a slope. Verdict: "the slope at the label alone"
public func crossEntropyPullback(
  logits: Tensor, labels: [Int], upstream: Float
) throws -> Tensor {
  let truth = Tensor.identity(logits.shape[1]).selecting(labels, along: 0)
  return (logits.softmax(along: 1) - truth) * truth * Tensor(upstream / Float(labels.count))
}

/// The loss is taken for a sum over the rows. Verdict: "the gradient of the sum over the rows"
public func crossEntropyPullback(
  logits: Tensor, labels: [Int], upstream: Float
) throws -> Tensor {
  let truth = Tensor.identity(logits.shape[1]).selecting(labels, along: 0)
  return (logits.softmax(along: 1) - truth) * Tensor(upstream)
}

/// The softmax runs over the rows. Verdict: "a softmax over the rows of each class"
public func crossEntropyPullback(
  logits: Tensor, labels: [Int], upstream: Float
) throws -> Tensor {
  let truth = Tensor.identity(logits.shape[1]).selecting(labels, along: 0)
  return (logits.softmax(along: 0) - truth) * Tensor(upstream / Float(labels.count))
}

/// The softmax is written out, and overflows. Verdict: "every number is finite"
public func crossEntropyPullback(
  logits: Tensor, labels: [Int], upstream: Float
) throws -> Tensor {
  let truth = Tensor.identity(logits.shape[1]).selecting(labels, along: 0)
  let powers = logits.exp()
  return (powers / powers.sum(along: 1, keepingAxes: true) - truth)
    * Tensor(upstream / Float(labels.count))
}

/// What comes from above is ignored. Verdict: "the gradient for an upstream of 1"
public func crossEntropyPullback(
  logits: Tensor, labels: [Int], upstream: Float
) throws -> Tensor {
  let truth = Tensor.identity(logits.shape[1]).selecting(labels, along: 0)
  return (logits.softmax(along: 1) - truth) * Tensor(1 / Float(labels.count))
}

/// Whole numbers are divided. Verdict: "1 / labels.count is 0"
public func crossEntropyPullback(
  logits: Tensor, labels: [Int], upstream: Float
) throws -> Tensor {
  let truth = Tensor.identity(logits.shape[1]).selecting(labels, along: 0)
  return (logits.softmax(along: 1) - truth) * Tensor(upstream * Float(1 / labels.count))
}

/// The softmax runs over all logits. Verdict: "a softmax over all logits together"
public func crossEntropyPullback(
  logits: Tensor, labels: [Int], upstream: Float
) throws -> Tensor {
  let truth = Tensor.identity(logits.shape[1]).selecting(labels, along: 0)
  return (logits.reshaped(to: [logits.count]).softmax().reshaped(to: logits.shape) - truth)
    * Tensor(upstream / Float(labels.count))
}

/// What comes from above goes into the softmax. Verdict: "a softmax of upstream times the logits"
public func crossEntropyPullback(
  logits: Tensor, labels: [Int], upstream: Float
) throws -> Tensor {
  let truth = Tensor.identity(logits.shape[1]).selecting(labels, along: 0)
  return ((logits * Tensor(upstream)).softmax(along: 1) - truth) / Tensor(Float(labels.count))
}

/// The softmax runs over the rows where there are as many rows as classes. Verdict: "a random case with seed"
public func crossEntropyPullback(
  logits: Tensor, labels: [Int], upstream: Float
) throws -> Tensor {
  let truth = Tensor.identity(logits.shape[1]).selecting(labels, along: 0)
  return (logits.softmax(along: logits.shape[0] == logits.shape[1] ? 0 : 1) - truth)
    * Tensor(upstream / Float(labels.count))
}

/// Right: row by row in Double, the largest logit taken off before exp.
public func crossEntropyPullback(
  logits: Tensor, labels: [Int], upstream: Float
) throws -> Tensor {
  let rows = logits.shape[0]
  let classes = logits.shape[1]
  let numbers = logits.scalars
  var result: [Float] = []
  for row in 0..<rows {
    let z = numbers[row * classes..<(row + 1) * classes].map { Double($0) }
    let largest = z.max() ?? 0
    let powers = z.map { exp($0 - largest) }
    let total = powers.reduce(0, +)
    for column in 0..<classes {
      var slope = powers[column] / total
      if column == labels[row] { slope -= 1 }
      result.append(Float(slope * Double(upstream) / Double(rows)))
    }
  }
  return Tensor(result, shape: logits.shape)
}

/// Right: the exponential of the logarithm of the softmax, and the truth as a mask.
public func crossEntropyPullback(
  logits: Tensor, labels: [Int], upstream: Float
) throws -> Tensor {
  let classes = Tensor.counting(0..<logits.shape[1])
  let truth = Tensor(labels.map { Float($0) }).insertingAxis(at: 1) .== classes
  let slopes = logits.logSoftmax(along: -1).exp() - truth
  return slopes / Tensor(Float(labels.count)) * Tensor(upstream)
}

/// Right: by the gradient of the library’s own loss.
public func crossEntropyPullback(logits: Tensor, labels: [Int], upstream: Float) throws -> Tensor {
  let t = logits.tracked()
  return gradient(of: t.crossEntropy(with: labels) * Tensor(upstream), withRespectTo: t)
}

/// It is doubled, as of a squared error. Verdict: "twice the right numbers"
public func crossEntropyPullback(logits: Tensor, labels: [Int], upstream: Float) throws -> Tensor {
  let classes = logits.shape[1]
  let p = logits.softmax(along: 1)
  let rows = Float(labels.count)
  let truth = Tensor.identity(classes).selecting(labels, along: 0)
  return 2 * (p - truth) * Tensor(upstream / rows)
}

/// The mean is taken over one row less. Verdict: "one less than the rows"
public func crossEntropyPullback(logits: Tensor, labels: [Int], upstream: Float) throws -> Tensor {
  let classes = logits.shape[1]
  let p = logits.softmax(along: 1)
  let rows = Float(labels.count)
  let truth = Tensor.identity(classes).selecting(labels, along: 0)
  return (p - truth) * Tensor(upstream / max(1, rows - 1))
}
