/// The mean over the concepts is taken, as the operator does. Verdict: "the mean over the concepts as well"
public func conceptLoss(logits: Tensor, concepts: Tensor) throws -> Tensor {
  try requireConcepts(concepts, truth: true)
  guard logits.shape == concepts.shape else {
    throw ConceptError.unequalShapes(logits.shape, concepts.shape)
  }
  // −log σ(z) = softplus(−z) = softplus(z) − z, and −log(1 − σ(z)) = softplus(z).
  return logits.binaryCrossEntropy(with: concepts)
}

/// The rows are added up. Verdict: "the sum over the rows; it is their mean"
public func conceptLoss(logits: Tensor, concepts: Tensor) throws -> Tensor {
  try requireConcepts(concepts, truth: true)
  guard logits.shape == concepts.shape else {
    throw ConceptError.unequalShapes(logits.shape, concepts.shape)
  }
  // −log σ(z) = softplus(−z) = softplus(z) − z, and −log(1 − σ(z)) = softplus(z).
  return (logits.softplus() - concepts * logits).sum()
}

/// The mean and the sum are exchanged. Verdict: "the mean over the concepts, and the sum over the rows"
public func conceptLoss(logits: Tensor, concepts: Tensor) throws -> Tensor {
  try requireConcepts(concepts, truth: true)
  guard logits.shape == concepts.shape else {
    throw ConceptError.unequalShapes(logits.shape, concepts.shape)
  }
  // −log σ(z) = softplus(−z) = softplus(z) − z, and −log(1 − σ(z)) = softplus(z).
  return (logits.softplus() - concepts * logits).mean(along: 1).sum()
}

/// Rows are divided by the number of concepts. Verdict: "the mean over the concepts, and the sum over the rows"
public func conceptLoss(logits: Tensor, concepts: Tensor) throws -> Tensor {
  try requireConcepts(concepts, truth: true)
  guard logits.shape == concepts.shape else {
    throw ConceptError.unequalShapes(logits.shape, concepts.shape)
  }
  // −log σ(z) = softplus(−z) = softplus(z) − z, and −log(1 − σ(z)) = softplus(z).
  return (logits.softplus() - concepts * logits).sum() / Tensor(Float(logits.shape[1]))
}

/// There and not there are exchanged. Verdict: "there and not there exchanged"
public func conceptLoss(logits: Tensor, concepts: Tensor) throws -> Tensor {
  try requireConcepts(concepts, truth: true)
  guard logits.shape == concepts.shape else {
    throw ConceptError.unequalShapes(logits.shape, concepts.shape)
  }
  // −log σ(z) = softplus(−z) = softplus(z) − z, and −log(1 − σ(z)) = softplus(z).
  return (logits.softplus() - (1 - concepts) * logits).sum(along: 1).mean()
}

/// Only the concepts that are there count. Verdict: "only the concepts that are there"
public func conceptLoss(logits: Tensor, concepts: Tensor) throws -> Tensor {
  try requireConcepts(concepts, truth: true)
  guard logits.shape == concepts.shape else {
    throw ConceptError.unequalShapes(logits.shape, concepts.shape)
  }
  // −log σ(z) = softplus(−z) = softplus(z) − z, and −log(1 − σ(z)) = softplus(z).
  return (concepts * (logits.softplus() - logits)).sum(along: 1).mean()
}

/// Only the concepts that are not there count. Verdict: "only the concepts that are not there"
public func conceptLoss(logits: Tensor, concepts: Tensor) throws -> Tensor {
  try requireConcepts(concepts, truth: true)
  guard logits.shape == concepts.shape else {
    throw ConceptError.unequalShapes(logits.shape, concepts.shape)
  }
  // −log σ(z) = softplus(−z) = softplus(z) − z, and −log(1 − σ(z)) = softplus(z).
  return ((1 - concepts) * logits.softplus()).sum(along: 1).mean()
}

/// The sign is missing. Verdict: "the sign turned round"
public func conceptLoss(logits: Tensor, concepts: Tensor) throws -> Tensor {
  try requireConcepts(concepts, truth: true)
  guard logits.shape == concepts.shape else {
    throw ConceptError.unequalShapes(logits.shape, concepts.shape)
  }
  // −log σ(z) = softplus(−z) = softplus(z) − z, and −log(1 − σ(z)) = softplus(z).
  return (concepts * logits - logits.softplus()).sum(along: 1).mean()
}

/// Concepts compete in a softmax. Verdict: "a softmax over the concepts"
public func conceptLoss(logits: Tensor, concepts: Tensor) throws -> Tensor {
  try requireConcepts(concepts, truth: true)
  guard logits.shape == concepts.shape else {
    throw ConceptError.unequalShapes(logits.shape, concepts.shape)
  }
  // −log σ(z) = softplus(−z) = softplus(z) − z, and −log(1 − σ(z)) = softplus(z).
  return -(concepts * logits.logSoftmax()).sum(along: 1).mean()
}

/// The sigmoid is taken before a function that takes it itself. Verdict: "the sigmoid taken twice"
public func conceptLoss(logits: Tensor, concepts: Tensor) throws -> Tensor {
  try requireConcepts(concepts, truth: true)
  guard logits.shape == concepts.shape else {
    throw ConceptError.unequalShapes(logits.shape, concepts.shape)
  }
  // −log σ(z) = softplus(−z) = softplus(z) − z, and −log(1 − σ(z)) = softplus(z).
  let squeezed = logits.sigmoid()
  return (squeezed.softplus() - concepts * squeezed).sum(along: 1).mean()
}

/// Squares of the distance. Verdict: "squares of the distance from the probability"
public func conceptLoss(logits: Tensor, concepts: Tensor) throws -> Tensor {
  try requireConcepts(concepts, truth: true)
  guard logits.shape == concepts.shape else {
    throw ConceptError.unequalShapes(logits.shape, concepts.shape)
  }
  // −log σ(z) = softplus(−z) = softplus(z) − z, and −log(1 − σ(z)) = softplus(z).
  return (logits.sigmoid() - concepts).squared().sum(along: 1).mean()
}

/// The logarithm of the sigmoid, which is 0 for large logits. Verdict: "the loss of logits of 200 is finite"
public func conceptLoss(logits: Tensor, concepts: Tensor) throws -> Tensor {
  try requireConcepts(concepts, truth: true)
  guard logits.shape == concepts.shape else {
    throw ConceptError.unequalShapes(logits.shape, concepts.shape)
  }
  // −log σ(z) = softplus(−z) = softplus(z) − z, and −log(1 − σ(z)) = softplus(z).
  let p = logits.sigmoid()
  return -(concepts * p.log() + (1 - concepts) * (1 - p).log()).sum(along: 1).mean()
}

/// Probabilities are kept away from 0. Verdict: "no probability is kept away from 0"
public func conceptLoss(logits: Tensor, concepts: Tensor) throws -> Tensor {
  try requireConcepts(concepts, truth: true)
  guard logits.shape == concepts.shape else {
    throw ConceptError.unequalShapes(logits.shape, concepts.shape)
  }
  // −log σ(z) = softplus(−z) = softplus(z) − z, and −log(1 − σ(z)) = softplus(z).
  let p = logits.sigmoid().clamped(to: 1e-7...(1 - 1e-7))
  return -(concepts * p.log() + (1 - concepts) * (1 - p).log()).sum(along: 1).mean()
}

/// The exponential is taken as it is. Verdict: "the loss of logits of 200 is finite"
public func conceptLoss(logits: Tensor, concepts: Tensor) throws -> Tensor {
  try requireConcepts(concepts, truth: true)
  guard logits.shape == concepts.shape else {
    throw ConceptError.unequalShapes(logits.shape, concepts.shape)
  }
  // −log σ(z) = softplus(−z) = softplus(z) − z, and −log(1 − σ(z)) = softplus(z).
  return ((1 + logits.exp()).log() - concepts * logits).sum(along: 1).mean()
}

/// Logarithms of base 2. Verdict: "logarithms of base 2"
public func conceptLoss(logits: Tensor, concepts: Tensor) throws -> Tensor {
  try requireConcepts(concepts, truth: true)
  guard logits.shape == concepts.shape else {
    throw ConceptError.unequalShapes(logits.shape, concepts.shape)
  }
  // −log σ(z) = softplus(−z) = softplus(z) − z, and −log(1 − σ(z)) = softplus(z).
  return (logits.softplus() - concepts * logits).sum(along: 1).mean() / 0.6931472
}

/// The logits lose their history. Verdict: "no gradient: the logits lost their history"
public func conceptLoss(logits: Tensor, concepts: Tensor) throws -> Tensor {
  try requireConcepts(concepts, truth: true)
  guard logits.shape == concepts.shape else {
    throw ConceptError.unequalShapes(logits.shape, concepts.shape)
  }
  // −log σ(z) = softplus(−z) = softplus(z) − z, and −log(1 − σ(z)) = softplus(z).
  let logits = logits.detached()
  return (logits.softplus() - concepts * logits).sum(along: 1).mean()
}

/// What is neither true nor false is taken. Verdict: "a true concept is 2"
public func conceptLoss(logits: Tensor, concepts: Tensor) throws -> Tensor {
  try requireConcepts(concepts)
  guard logits.shape == concepts.shape else {
    throw ConceptError.unequalShapes(logits.shape, concepts.shape)
  }
  // −log σ(z) = softplus(−z) = softplus(z) − z, and −log(1 − σ(z)) = softplus(z).
  return (logits.softplus() - concepts * logits).sum(along: 1).mean()
}

/// Shapes that go together by broadcasting are taken. Verdict: "one row would go with two"
public func conceptLoss(logits: Tensor, concepts: Tensor) throws -> Tensor {
  try requireConcepts(concepts, truth: true)
  guard logits.shape.last == concepts.shape.last else {
    throw ConceptError.unequalShapes(logits.shape, concepts.shape)
  }
  // −log σ(z) = softplus(−z) = softplus(z) − z, and −log(1 − σ(z)) = softplus(z).
  return (logits.softplus() - concepts * logits).sum(along: 1).mean()
}

/// The sign of the logit is turned. Verdict: "the logit added where a concept is there"
public func conceptLoss(logits: Tensor, concepts: Tensor) throws -> Tensor {
  try requireConcepts(concepts, truth: true)
  guard logits.shape == concepts.shape else {
    throw ConceptError.unequalShapes(logits.shape, concepts.shape)
  }
  // −log σ(z) = softplus(−z) = softplus(z) − z, and −log(1 − σ(z)) = softplus(z).
  return (logits.softplus() + concepts * logits).sum(along: 1).mean()
}

/// Right: the mean over all, times the number of concepts.
public func conceptLoss(logits: Tensor, concepts: Tensor) throws -> Tensor {
  try requireConcepts(concepts, truth: true)
  guard logits.shape == concepts.shape else {
    throw ConceptError.unequalShapes(logits.shape, concepts.shape)
  }
  return logits.binaryCrossEntropy(with: concepts) * Tensor(Float(logits.shape[1]))
}

/// Right: the sign is turned by the truth, then one softplus.
public func conceptLoss(logits: Tensor, concepts: Tensor) throws -> Tensor {
  try requireConcepts(concepts, truth: true)
  guard logits.shape == concepts.shape else {
    throw ConceptError.unequalShapes(logits.shape, concepts.shape)
  }
  let turned = logits.replacing(with: -logits, where: concepts)
  return turned.softplus().sum() / Tensor(Float(logits.shape[0]))
}

/// Right: concept by concept, each with its own mean.
public func conceptLoss(logits: Tensor, concepts: Tensor) throws -> Tensor {
  try requireConcepts(concepts, truth: true)
  guard logits.shape == concepts.shape else {
    throw ConceptError.unequalShapes(logits.shape, concepts.shape)
  }
  var sum: Tensor = 0
  for concept in 0..<logits.shape[1] {
    let logit = logits[.all, concept]
    let truth = concepts[.all, concept]
    // The larger of 0 and the logit first, so that the exponential is never large.
    let softplus = logit.relu() + (1 + (-logit.abs()).exp()).log()
    sum = sum + (softplus - logit * truth).mean()
  }
  return sum
}
