/// The strength is on the label. Verdict: "the strength on the label’s loss"
public func jointLoss(
  labelLogits: Tensor, labels: [Int], conceptLogits: Tensor, concepts: Tensor, strength: Float
) throws -> Tensor {
  guard strength >= 0, strength.isFinite else { throw ConceptError.notAStrength(strength) }
  try requireLabels(labels, for: labelLogits)
  let ofConcepts = try conceptLoss(logits: conceptLogits, concepts: concepts)
  guard labels.count == concepts.shape[0] else {
    throw ConceptError.wrongCount(of: "labels", found: labels.count, expected: concepts.shape[0])
  }
  return Tensor(strength) * labelLogits.crossEntropy(with: labels) + ofConcepts
}

/// The strength is on both. Verdict: "the strength on both losses"
public func jointLoss(
  labelLogits: Tensor, labels: [Int], conceptLogits: Tensor, concepts: Tensor, strength: Float
) throws -> Tensor {
  guard strength >= 0, strength.isFinite else { throw ConceptError.notAStrength(strength) }
  try requireLabels(labels, for: labelLogits)
  let ofConcepts = try conceptLoss(logits: conceptLogits, concepts: concepts)
  guard labels.count == concepts.shape[0] else {
    throw ConceptError.wrongCount(of: "labels", found: labels.count, expected: concepts.shape[0])
  }
  return Tensor(strength) * (labelLogits.crossEntropy(with: labels) + ofConcepts)
}

/// There is no strength. Verdict: "no strength: both losses count in full"
public func jointLoss(
  labelLogits: Tensor, labels: [Int], conceptLogits: Tensor, concepts: Tensor, strength: Float
) throws -> Tensor {
  guard strength >= 0, strength.isFinite else { throw ConceptError.notAStrength(strength) }
  try requireLabels(labels, for: labelLogits)
  let ofConcepts = try conceptLoss(logits: conceptLogits, concepts: concepts)
  guard labels.count == concepts.shape[0] else {
    throw ConceptError.wrongCount(of: "labels", found: labels.count, expected: concepts.shape[0])
  }
  return labelLogits.crossEntropy(with: labels) + ofConcepts
}

/// The label gets the rest. Verdict: "the label’s loss times one minus the strength"
public func jointLoss(
  labelLogits: Tensor, labels: [Int], conceptLogits: Tensor, concepts: Tensor, strength: Float
) throws -> Tensor {
  guard strength >= 0, strength.isFinite else { throw ConceptError.notAStrength(strength) }
  try requireLabels(labels, for: labelLogits)
  let ofConcepts = try conceptLoss(logits: conceptLogits, concepts: concepts)
  guard labels.count == concepts.shape[0] else {
    throw ConceptError.wrongCount(of: "labels", found: labels.count, expected: concepts.shape[0])
  }
  return Tensor(1 - strength) * labelLogits.crossEntropy(with: labels) + Tensor(strength)
    * ofConcepts
}

/// The sum is normalised. Verdict: "divided by one plus the strength"
public func jointLoss(
  labelLogits: Tensor, labels: [Int], conceptLogits: Tensor, concepts: Tensor, strength: Float
) throws -> Tensor {
  guard strength >= 0, strength.isFinite else { throw ConceptError.notAStrength(strength) }
  try requireLabels(labels, for: labelLogits)
  let ofConcepts = try conceptLoss(logits: conceptLogits, concepts: concepts)
  guard labels.count == concepts.shape[0] else {
    throw ConceptError.wrongCount(of: "labels", found: labels.count, expected: concepts.shape[0])
  }
  let count = Float(concepts.shape[1])
  return (labelLogits.crossEntropy(with: labels) + Tensor(strength) * ofConcepts)
    / Tensor(1 + strength * count)
}

/// The mean over the concepts. Verdict: "the mean over the concepts as well"
public func jointLoss(
  labelLogits: Tensor, labels: [Int], conceptLogits: Tensor, concepts: Tensor, strength: Float
) throws -> Tensor {
  guard strength >= 0, strength.isFinite else { throw ConceptError.notAStrength(strength) }
  try requireLabels(labels, for: labelLogits)
  let ofConcepts = try conceptLoss(logits: conceptLogits, concepts: concepts)
  guard labels.count == concepts.shape[0] else {
    throw ConceptError.wrongCount(of: "labels", found: labels.count, expected: concepts.shape[0])
  }
  let count = Float(concepts.shape[1])
  return labelLogits.crossEntropy(with: labels) + Tensor(strength / count) * ofConcepts
}

/// The concepts are taken away. Verdict: "the concepts’ loss taken away"
public func jointLoss(
  labelLogits: Tensor, labels: [Int], conceptLogits: Tensor, concepts: Tensor, strength: Float
) throws -> Tensor {
  guard strength >= 0, strength.isFinite else { throw ConceptError.notAStrength(strength) }
  try requireLabels(labels, for: labelLogits)
  let ofConcepts = try conceptLoss(logits: conceptLogits, concepts: concepts)
  guard labels.count == concepts.shape[0] else {
    throw ConceptError.wrongCount(of: "labels", found: labels.count, expected: concepts.shape[0])
  }
  return labelLogits.crossEntropy(with: labels) - Tensor(strength) * ofConcepts
}

/// The strength is squared. Verdict: "the strength squared"
public func jointLoss(
  labelLogits: Tensor, labels: [Int], conceptLogits: Tensor, concepts: Tensor, strength: Float
) throws -> Tensor {
  guard strength >= 0, strength.isFinite else { throw ConceptError.notAStrength(strength) }
  try requireLabels(labels, for: labelLogits)
  let ofConcepts = try conceptLoss(logits: conceptLogits, concepts: concepts)
  guard labels.count == concepts.shape[0] else {
    throw ConceptError.wrongCount(of: "labels", found: labels.count, expected: concepts.shape[0])
  }
  return labelLogits.crossEntropy(with: labels) + Tensor(strength * strength) * ofConcepts
}

/// Only the label counts. Verdict: "only the label’s loss"
public func jointLoss(
  labelLogits: Tensor, labels: [Int], conceptLogits: Tensor, concepts: Tensor, strength: Float
) throws -> Tensor {
  guard strength >= 0, strength.isFinite else { throw ConceptError.notAStrength(strength) }
  try requireLabels(labels, for: labelLogits)
  let ofConcepts = try conceptLoss(logits: conceptLogits, concepts: concepts)
  guard labels.count == concepts.shape[0] else {
    throw ConceptError.wrongCount(of: "labels", found: labels.count, expected: concepts.shape[0])
  }
  _ = ofConcepts
  return labelLogits.crossEntropy(with: labels)
}

/// Only the concepts count. Verdict: "only the concepts’ loss"
public func jointLoss(
  labelLogits: Tensor, labels: [Int], conceptLogits: Tensor, concepts: Tensor, strength: Float
) throws -> Tensor {
  guard strength >= 0, strength.isFinite else { throw ConceptError.notAStrength(strength) }
  try requireLabels(labels, for: labelLogits)
  let ofConcepts = try conceptLoss(logits: conceptLogits, concepts: concepts)
  guard labels.count == concepts.shape[0] else {
    throw ConceptError.wrongCount(of: "labels", found: labels.count, expected: concepts.shape[0])
  }
  return Tensor(strength) * ofConcepts
}

/// Labels are added up. Verdict: "the label’s loss added up over the rows"
public func jointLoss(
  labelLogits: Tensor, labels: [Int], conceptLogits: Tensor, concepts: Tensor, strength: Float
) throws -> Tensor {
  guard strength >= 0, strength.isFinite else { throw ConceptError.notAStrength(strength) }
  try requireLabels(labels, for: labelLogits)
  let ofConcepts = try conceptLoss(logits: conceptLogits, concepts: concepts)
  guard labels.count == concepts.shape[0] else {
    throw ConceptError.wrongCount(of: "labels", found: labels.count, expected: concepts.shape[0])
  }
  return Tensor(Float(labels.count)) * labelLogits.crossEntropy(with: labels)
    + Tensor(strength) * ofConcepts
}

/// The concepts do not learn. Verdict: "no gradient for the concepts’ logits"
public func jointLoss(
  labelLogits: Tensor, labels: [Int], conceptLogits: Tensor, concepts: Tensor, strength: Float
) throws -> Tensor {
  guard strength >= 0, strength.isFinite else { throw ConceptError.notAStrength(strength) }
  try requireLabels(labels, for: labelLogits)
  let ofConcepts = try conceptLoss(logits: conceptLogits, concepts: concepts)
  guard labels.count == concepts.shape[0] else {
    throw ConceptError.wrongCount(of: "labels", found: labels.count, expected: concepts.shape[0])
  }
  return labelLogits.crossEntropy(with: labels) + Tensor(strength) * ofConcepts.detached()
}

/// The label does not teach. Verdict: "no gradient for the label’s logits"
public func jointLoss(
  labelLogits: Tensor, labels: [Int], conceptLogits: Tensor, concepts: Tensor, strength: Float
) throws -> Tensor {
  guard strength >= 0, strength.isFinite else { throw ConceptError.notAStrength(strength) }
  try requireLabels(labels, for: labelLogits)
  let ofConcepts = try conceptLoss(logits: conceptLogits, concepts: concepts)
  guard labels.count == concepts.shape[0] else {
    throw ConceptError.wrongCount(of: "labels", found: labels.count, expected: concepts.shape[0])
  }
  return labelLogits.detached().crossEntropy(with: labels) + Tensor(strength) * ofConcepts
}

/// A strength below 0 is taken. Verdict: "a strength of -0.1"
public func jointLoss(
  labelLogits: Tensor, labels: [Int], conceptLogits: Tensor, concepts: Tensor, strength: Float
) throws -> Tensor {
  guard strength.isFinite else { throw ConceptError.notAStrength(strength) }
  try requireLabels(labels, for: labelLogits)
  let ofConcepts = try conceptLoss(logits: conceptLogits, concepts: concepts)
  guard labels.count == concepts.shape[0] else {
    throw ConceptError.wrongCount(of: "labels", found: labels.count, expected: concepts.shape[0])
  }
  return labelLogits.crossEntropy(with: labels) + Tensor(strength) * ofConcepts
}

/// An infinite strength is taken. Verdict: "a strength of inf"
public func jointLoss(
  labelLogits: Tensor, labels: [Int], conceptLogits: Tensor, concepts: Tensor, strength: Float
) throws -> Tensor {
  guard strength >= 0 else { throw ConceptError.notAStrength(strength) }
  try requireLabels(labels, for: labelLogits)
  let ofConcepts = try conceptLoss(logits: conceptLogits, concepts: concepts)
  guard labels.count == concepts.shape[0] else {
    throw ConceptError.wrongCount(of: "labels", found: labels.count, expected: concepts.shape[0])
  }
  return labelLogits.crossEntropy(with: labels) + Tensor(strength) * ofConcepts
}

/// Labels and concepts may have different numbers of rows. Verdict: "concepts of one row, labels of two"
public func jointLoss(
  labelLogits: Tensor, labels: [Int], conceptLogits: Tensor, concepts: Tensor, strength: Float
) throws -> Tensor {
  guard strength >= 0, strength.isFinite else { throw ConceptError.notAStrength(strength) }
  try requireLabels(labels, for: labelLogits)
  let ofConcepts = try conceptLoss(logits: conceptLogits, concepts: concepts)
  guard labels.count >= concepts.shape[0] else {
    throw ConceptError.wrongCount(of: "labels", found: labels.count, expected: concepts.shape[0])
  }
  return labelLogits.crossEntropy(with: labels) + Tensor(strength) * ofConcepts
}

/// Right: the loss of the label in its own words.
public func jointLoss(
  labelLogits: Tensor, labels: [Int], conceptLogits: Tensor, concepts: Tensor, strength: Float
) throws -> Tensor {
  if !(strength >= 0) || strength == .infinity { throw ConceptError.notAStrength(strength) }
  try requireLabels(labels, for: labelLogits)
  if labels.count != concepts.shape.first {
    throw ConceptError.wrongCount(
      of: "labels", found: labels.count, expected: concepts.shape.first ?? 0)
  }
  let ofLabel = -labelLogits.logSoftmax().picking(labels, along: 1).mean()
  return try Tensor(strength) * conceptLoss(logits: conceptLogits, concepts: concepts) + ofLabel
}
