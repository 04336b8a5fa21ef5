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
