import Tensors

/// The kept probabilities are left as they are. Verdict: "not made to add up to 1 again"
public func gate(_ logits: Tensor, top k: Int) throws -> Gate {
  guard logits.rank == 2 else {
    throw MixtureError.wrongShape(found: logits.shape, expected: "[examples, experts]")
  }
  let experts = logits.shape[1]
  guard k >= 1, k <= experts else { throw MixtureError.cannotKeep(k, experts: experts) }
  if let place = logits.scalars.firstIndex(where: \.isNaN) {
    throw MixtureError.notANumber(row: place / experts)
  }
  let kept = logits.softmax(along: 1).topK(k, along: 1)
  return Gate(experts: kept.indices, weights: kept.values)
}

/// The probabilities go through a softmax again. Verdict: "a softmax of a softmax"
public func gate(_ logits: Tensor, top k: Int) throws -> Gate {
  guard logits.rank == 2 else {
    throw MixtureError.wrongShape(found: logits.shape, expected: "[examples, experts]")
  }
  let experts = logits.shape[1]
  guard k >= 1, k <= experts else { throw MixtureError.cannotKeep(k, experts: experts) }
  if let place = logits.scalars.firstIndex(where: \.isNaN) {
    throw MixtureError.notANumber(row: place / experts)
  }
  let kept = logits.softmax(along: 1).topK(k, along: 1)
  return Gate(experts: kept.indices, weights: kept.values.softmax(along: 1))
}

/// The kept logits are the weights. Verdict: "the logits themselves"
public func gate(_ logits: Tensor, top k: Int) throws -> Gate {
  guard logits.rank == 2 else {
    throw MixtureError.wrongShape(found: logits.shape, expected: "[examples, experts]")
  }
  let experts = logits.shape[1]
  guard k >= 1, k <= experts else { throw MixtureError.cannotKeep(k, experts: experts) }
  if let place = logits.scalars.firstIndex(where: \.isNaN) {
    throw MixtureError.notANumber(row: place / experts)
  }
  let kept = logits.topK(k, along: 1)
  return Gate(experts: kept.indices, weights: kept.values)
}

/// The logits are divided by their sum. Verdict: "the logits divided by their sum"
public func gate(_ logits: Tensor, top k: Int) throws -> Gate {
  guard logits.rank == 2 else {
    throw MixtureError.wrongShape(found: logits.shape, expected: "[examples, experts]")
  }
  let experts = logits.shape[1]
  guard k >= 1, k <= experts else { throw MixtureError.cannotKeep(k, experts: experts) }
  if let place = logits.scalars.firstIndex(where: \.isNaN) {
    throw MixtureError.notANumber(row: place / experts)
  }
  let kept = logits.topK(k, along: 1)
  return Gate(
    experts: kept.indices, weights: kept.values / kept.values.sum(along: 1, keepingAxes: true))
}

/// Everybody counts the same. Verdict: "equal weights for the kept"
public func gate(_ logits: Tensor, top k: Int) throws -> Gate {
  guard logits.rank == 2 else {
    throw MixtureError.wrongShape(found: logits.shape, expected: "[examples, experts]")
  }
  let experts = logits.shape[1]
  guard k >= 1, k <= experts else { throw MixtureError.cannotKeep(k, experts: experts) }
  if let place = logits.scalars.firstIndex(where: \.isNaN) {
    throw MixtureError.notANumber(row: place / experts)
  }
  let kept = logits.topK(k, along: 1)
  return Gate(
    experts: kept.indices, weights: Tensor(repeating: 1 / Float(k), shape: kept.values.shape))
}

/// The softmax goes over the examples. Verdict: "a softmax down the examples"
public func gate(_ logits: Tensor, top k: Int) throws -> Gate {
  guard logits.rank == 2 else {
    throw MixtureError.wrongShape(found: logits.shape, expected: "[examples, experts]")
  }
  let experts = logits.shape[1]
  guard k >= 1, k <= experts else { throw MixtureError.cannotKeep(k, experts: experts) }
  if let place = logits.scalars.firstIndex(where: \.isNaN) {
    throw MixtureError.notANumber(row: place / experts)
  }
  let kept = logits.topK(k, along: 1)
  return Gate(experts: kept.indices, weights: kept.values.softmax(along: 0))
}

/// Each weight is a sigmoid of its own. Verdict: "sigmoids, each for itself"
public func gate(_ logits: Tensor, top k: Int) throws -> Gate {
  guard logits.rank == 2 else {
    throw MixtureError.wrongShape(found: logits.shape, expected: "[examples, experts]")
  }
  let experts = logits.shape[1]
  guard k >= 1, k <= experts else { throw MixtureError.cannotKeep(k, experts: experts) }
  if let place = logits.scalars.firstIndex(where: \.isNaN) {
    throw MixtureError.notANumber(row: place / experts)
  }
  let kept = logits.topK(k, along: 1)
  return Gate(experts: kept.indices, weights: kept.values.sigmoid())
}

/// Sigmoids are made to add up to 1. Verdict: "sigmoids, made to add up to 1"
public func gate(_ logits: Tensor, top k: Int) throws -> Gate {
  guard logits.rank == 2 else {
    throw MixtureError.wrongShape(found: logits.shape, expected: "[examples, experts]")
  }
  let experts = logits.shape[1]
  guard k >= 1, k <= experts else { throw MixtureError.cannotKeep(k, experts: experts) }
  if let place = logits.scalars.firstIndex(where: \.isNaN) {
    throw MixtureError.notANumber(row: place / experts)
  }
  let kept = logits.topK(k, along: 1)
  return Gate(
    experts: kept.indices,
    weights: kept.values.sigmoid() / kept.values.sigmoid().sum(along: 1, keepingAxes: true))
}

/// The place of the NaN is given, and not its row. Verdict: "the place among all logits"
public func gate(_ logits: Tensor, top k: Int) throws -> Gate {
  guard logits.rank == 2 else {
    throw MixtureError.wrongShape(found: logits.shape, expected: "[examples, experts]")
  }
  let experts = logits.shape[1]
  guard k >= 1, k <= experts else { throw MixtureError.cannotKeep(k, experts: experts) }
  if let place = logits.scalars.firstIndex(where: \.isNaN) {
    throw MixtureError.notANumber(row: place)
  }
  let kept = logits.topK(k, along: 1)
  return Gate(experts: kept.indices, weights: kept.values.softmax(along: 1))
}

/// The weights are logarithms. Verdict: "logarithms of the weights"
public func gate(_ logits: Tensor, top k: Int) throws -> Gate {
  guard logits.rank == 2 else {
    throw MixtureError.wrongShape(found: logits.shape, expected: "[examples, experts]")
  }
  let experts = logits.shape[1]
  guard k >= 1, k <= experts else { throw MixtureError.cannotKeep(k, experts: experts) }
  if let place = logits.scalars.firstIndex(where: \.isNaN) {
    throw MixtureError.notANumber(row: place / experts)
  }
  let kept = logits.topK(k, along: 1)
  return Gate(experts: kept.indices, weights: kept.values.logSoftmax(along: 1))
}

/// The exponentials are not divided. Verdict: "exponentials that are not divided by their sum"
public func gate(_ logits: Tensor, top k: Int) throws -> Gate {
  guard logits.rank == 2 else {
    throw MixtureError.wrongShape(found: logits.shape, expected: "[examples, experts]")
  }
  let experts = logits.shape[1]
  guard k >= 1, k <= experts else { throw MixtureError.cannotKeep(k, experts: experts) }
  if let place = logits.scalars.firstIndex(where: \.isNaN) {
    throw MixtureError.notANumber(row: place / experts)
  }
  let kept = logits.topK(k, along: 1)
  return Gate(experts: kept.indices, weights: kept.values.exp())
}

/// The weights are turned round. Verdict: "the weights the other way round"
public func gate(_ logits: Tensor, top k: Int) throws -> Gate {
  guard logits.rank == 2 else {
    throw MixtureError.wrongShape(found: logits.shape, expected: "[examples, experts]")
  }
  let experts = logits.shape[1]
  guard k >= 1, k <= experts else { throw MixtureError.cannotKeep(k, experts: experts) }
  if let place = logits.scalars.firstIndex(where: \.isNaN) {
    throw MixtureError.notANumber(row: place / experts)
  }
  let kept = logits.topK(k, along: 1)
  return Gate(experts: kept.indices, weights: kept.values.softmax(along: 1).reversed(along: 1))
}

/// The smallest are kept. Verdict: "the smallest logits; the largest are kept"
public func gate(_ logits: Tensor, top k: Int) throws -> Gate {
  guard logits.rank == 2 else {
    throw MixtureError.wrongShape(found: logits.shape, expected: "[examples, experts]")
  }
  let experts = logits.shape[1]
  guard k >= 1, k <= experts else { throw MixtureError.cannotKeep(k, experts: experts) }
  if let place = logits.scalars.firstIndex(where: \.isNaN) {
    throw MixtureError.notANumber(row: place / experts)
  }
  let kept = (-logits).topK(k, along: 1)
  return Gate(experts: kept.indices, weights: (-kept.values).softmax(along: 1))
}

/// The largest stands last. Verdict: "the smallest first"
public func gate(_ logits: Tensor, top k: Int) throws -> Gate {
  guard logits.rank == 2 else {
    throw MixtureError.wrongShape(found: logits.shape, expected: "[examples, experts]")
  }
  let experts = logits.shape[1]
  guard k >= 1, k <= experts else { throw MixtureError.cannotKeep(k, experts: experts) }
  if let place = logits.scalars.firstIndex(where: \.isNaN) {
    throw MixtureError.notANumber(row: place / experts)
  }
  let kept = logits.topK(k, along: 1)
  return Gate(
    experts: kept.indices.map { Array($0.reversed()) },
    weights: kept.values.softmax(along: 1).reversed(along: 1))
}

/// The kept are sorted by their numbers. Verdict: "the experts in the order of their numbers"
public func gate(_ logits: Tensor, top k: Int) throws -> Gate {
  guard logits.rank == 2 else {
    throw MixtureError.wrongShape(found: logits.shape, expected: "[examples, experts]")
  }
  let experts = logits.shape[1]
  guard k >= 1, k <= experts else { throw MixtureError.cannotKeep(k, experts: experts) }
  if let place = logits.scalars.firstIndex(where: \.isNaN) {
    throw MixtureError.notANumber(row: place / experts)
  }
  let kept = logits.topK(k, along: 1).indices.map { $0.sorted() }
  return Gate(experts: kept, weights: logits.taking(kept, along: 1).softmax(along: 1))
}

/// Magnitudes decide. Verdict: "the largest magnitudes"
public func gate(_ logits: Tensor, top k: Int) throws -> Gate {
  guard logits.rank == 2 else {
    throw MixtureError.wrongShape(found: logits.shape, expected: "[examples, experts]")
  }
  let experts = logits.shape[1]
  guard k >= 1, k <= experts else { throw MixtureError.cannotKeep(k, experts: experts) }
  if let place = logits.scalars.firstIndex(where: \.isNaN) {
    throw MixtureError.notANumber(row: place / experts)
  }
  let kept = logits.abs().topK(k, along: 1).indices
  return Gate(experts: kept, weights: logits.taking(kept, along: 1).softmax(along: 1))
}

/// Each expert chooses examples. Verdict: "the best examples of each expert"
public func gate(_ logits: Tensor, top k: Int) throws -> Gate {
  guard logits.rank == 2 else {
    throw MixtureError.wrongShape(found: logits.shape, expected: "[examples, experts]")
  }
  let experts = logits.shape[1]
  guard k >= 1, k <= experts else { throw MixtureError.cannotKeep(k, experts: experts) }
  if let place = logits.scalars.firstIndex(where: \.isNaN) {
    throw MixtureError.notANumber(row: place / experts)
  }
  let kept = logits.transposed().topK(min(k, logits.shape[0]), along: 1)
  return Gate(experts: kept.indices, weights: kept.values.softmax(along: 1))
}

/// Experts are counted from 1. Verdict: "experts counted from 1"
public func gate(_ logits: Tensor, top k: Int) throws -> Gate {
  guard logits.rank == 2 else {
    throw MixtureError.wrongShape(found: logits.shape, expected: "[examples, experts]")
  }
  let experts = logits.shape[1]
  guard k >= 1, k <= experts else { throw MixtureError.cannotKeep(k, experts: experts) }
  if let place = logits.scalars.firstIndex(where: \.isNaN) {
    throw MixtureError.notANumber(row: place / experts)
  }
  let kept = logits.topK(k, along: 1)
  return Gate(
    experts: kept.indices.map { $0.map { $0 + 1 } }, weights: kept.values.softmax(along: 1))
}

/// All experts are handed on. Verdict: "all experts; only k are kept"
public func gate(_ logits: Tensor, top k: Int) throws -> Gate {
  guard logits.rank == 2 else {
    throw MixtureError.wrongShape(found: logits.shape, expected: "[examples, experts]")
  }
  let experts = logits.shape[1]
  guard k >= 1, k <= experts else { throw MixtureError.cannotKeep(k, experts: experts) }
  if let place = logits.scalars.firstIndex(where: \.isNaN) {
    throw MixtureError.notANumber(row: place / experts)
  }
  let kept = logits.topK(experts, along: 1)
  return Gate(experts: kept.indices, weights: kept.values.softmax(along: 1))
}

/// One too many is kept. Verdict: "one expert too many"
public func gate(_ logits: Tensor, top k: Int) throws -> Gate {
  guard logits.rank == 2 else {
    throw MixtureError.wrongShape(found: logits.shape, expected: "[examples, experts]")
  }
  let experts = logits.shape[1]
  guard k >= 1, k <= experts else { throw MixtureError.cannotKeep(k, experts: experts) }
  if let place = logits.scalars.firstIndex(where: \.isNaN) {
    throw MixtureError.notANumber(row: place / experts)
  }
  let kept = logits.topK(min(k + 1, experts), along: 1)
  return Gate(experts: kept.indices, weights: kept.values.softmax(along: 1))
}

/// One too few is kept. Verdict: "one expert too few"
public func gate(_ logits: Tensor, top k: Int) throws -> Gate {
  guard logits.rank == 2 else {
    throw MixtureError.wrongShape(found: logits.shape, expected: "[examples, experts]")
  }
  let experts = logits.shape[1]
  guard k >= 1, k <= experts else { throw MixtureError.cannotKeep(k, experts: experts) }
  if let place = logits.scalars.firstIndex(where: \.isNaN) {
    throw MixtureError.notANumber(row: place / experts)
  }
  let kept = logits.topK(max(k - 1, 1), along: 1)
  return Gate(experts: kept.indices, weights: kept.values.softmax(along: 1))
}

/// Of equals the last is taken. Verdict: "the higher number of equals"
public func gate(_ logits: Tensor, top k: Int) throws -> Gate {
  guard logits.rank == 2 else {
    throw MixtureError.wrongShape(found: logits.shape, expected: "[examples, experts]")
  }
  let experts = logits.shape[1]
  guard k >= 1, k <= experts else { throw MixtureError.cannotKeep(k, experts: experts) }
  if let place = logits.scalars.firstIndex(where: \.isNaN) {
    throw MixtureError.notANumber(row: place / experts)
  }
  let kept = logits.reversed(along: 1).topK(k, along: 1)
  return Gate(
    experts: kept.indices.map { $0.map { experts - 1 - $0 } },
    weights: kept.values.softmax(along: 1))
}

/// The weights are made of bare numbers. Verdict: "no gradient: the weights were made of numbers"
public func gate(_ logits: Tensor, top k: Int) throws -> Gate {
  guard logits.rank == 2 else {
    throw MixtureError.wrongShape(found: logits.shape, expected: "[examples, experts]")
  }
  let experts = logits.shape[1]
  guard k >= 1, k <= experts else { throw MixtureError.cannotKeep(k, experts: experts) }
  if let place = logits.scalars.firstIndex(where: \.isNaN) {
    throw MixtureError.notANumber(row: place / experts)
  }
  let kept = logits.detached().topK(k, along: 1)
  return Gate(experts: kept.indices, weights: kept.values.softmax(along: 1))
}

/// NaN is let through. Verdict: "a logit that is NaN has no place in an order"
public func gate(_ logits: Tensor, top k: Int) throws -> Gate {
  guard logits.rank == 2 else {
    throw MixtureError.wrongShape(found: logits.shape, expected: "[examples, experts]")
  }
  let experts = logits.shape[1]
  guard k >= 1, k <= experts else { throw MixtureError.cannotKeep(k, experts: experts) }
  let kept = logits.topK(k, along: 1)
  return Gate(experts: kept.indices, weights: kept.values.softmax(along: 1))
}

/// No expert may be kept. Verdict: "one cannot keep no expert"
public func gate(_ logits: Tensor, top k: Int) throws -> Gate {
  guard logits.rank == 2 else {
    throw MixtureError.wrongShape(found: logits.shape, expected: "[examples, experts]")
  }
  let experts = logits.shape[1]
  guard k >= 0, k <= experts else { throw MixtureError.cannotKeep(k, experts: experts) }
  if let place = logits.scalars.firstIndex(where: \.isNaN) {
    throw MixtureError.notANumber(row: place / experts)
  }
  let kept = logits.topK(k, along: 1)
  return Gate(experts: kept.indices, weights: kept.values.softmax(along: 1))
}

/// The exponentials overflow. Verdict: "logits near 1,000 give weights that are numbers"
public func gate(_ logits: Tensor, top k: Int) throws -> Gate {
  guard logits.rank == 2 else {
    throw MixtureError.wrongShape(found: logits.shape, expected: "[examples, experts]")
  }
  let experts = logits.shape[1]
  guard k >= 1, k <= experts else { throw MixtureError.cannotKeep(k, experts: experts) }
  if let place = logits.scalars.firstIndex(where: \.isNaN) {
    throw MixtureError.notANumber(row: place / experts)
  }
  let kept = logits.topK(k, along: 1)
  return Gate(
    experts: kept.indices,
    weights: kept.values.exp() / kept.values.exp().sum(along: 1, keepingAxes: true))
}

/// Right: row by row, with a sort of one's own.
public func gate(_ logits: Tensor, top k: Int) throws -> Gate {
  guard logits.rank == 2 else {
    throw MixtureError.wrongShape(found: logits.shape, expected: "[examples, experts]")
  }
  let experts = logits.shape[1]
  guard k >= 1, k <= experts else { throw MixtureError.cannotKeep(k, experts: experts) }
  if let place = logits.scalars.firstIndex(where: \.isNaN) {
    throw MixtureError.notANumber(row: place / experts)
  }
  let chosen = (0..<logits.shape[0]).map { row in
    let scalars = logits[row].scalars
    let order = (0..<experts).sorted { a, b in
      scalars[a] == scalars[b] ? a < b : scalars[a] > scalars[b]
    }
    return Array(order.prefix(k))
  }
  let kept = logits.taking(chosen, along: 1)
  let largest = kept.max(along: 1, keepingAxes: true).detached()
  let powers = (kept - largest).exp()
  return Gate(experts: chosen, weights: powers / powers.sum(along: 1, keepingAxes: true))
}

/// Right: a softmax over all, made to add up to 1 again.
public func gate(_ logits: Tensor, top k: Int) throws -> Gate {
  guard logits.rank == 2 else {
    throw MixtureError.wrongShape(found: logits.shape, expected: "[examples, experts]")
  }
  let experts = logits.shape[1]
  guard k >= 1, k <= experts else { throw MixtureError.cannotKeep(k, experts: experts) }
  if let place = logits.scalars.firstIndex(where: \.isNaN) {
    throw MixtureError.notANumber(row: place / experts)
  }
  let kept = logits.softmax(along: 1).topK(k, along: 1)
  let sums = kept.values.sum(along: 1, keepingAxes: true)
  return Gate(experts: kept.indices, weights: kept.values / sums)
}
