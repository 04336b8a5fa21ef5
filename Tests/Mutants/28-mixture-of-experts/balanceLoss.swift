import Tensors

/// The factor is forgotten. Verdict: "not multiplied by the number of experts"
public func balanceLoss(probabilities: Tensor, chosen: [Int]) throws -> Tensor {
  guard probabilities.rank == 2 else {
    throw MixtureError.wrongShape(found: probabilities.shape, expected: "[examples, experts]")
  }
  let (rows, experts) = (probabilities.shape[0], probabilities.shape[1])
  guard chosen.count == rows else { throw MixtureError.unequalCounts(chosen.count, rows) }
  guard rows > 0 else { throw MixtureError.nothing }
  var parts = [Float](repeating: 0, count: experts)
  for expert in chosen {
    guard parts.indices.contains(expert) else {
      throw MixtureError.noSuchExpert(expert, experts: experts)
    }
    parts[expert] += 1 / Float(rows)
  }
  return (Tensor(parts) * probabilities.mean(along: 0)).sum()
}

/// The factor comes twice. Verdict: "multiplied by the number of experts twice"
public func balanceLoss(probabilities: Tensor, chosen: [Int]) throws -> Tensor {
  guard probabilities.rank == 2 else {
    throw MixtureError.wrongShape(found: probabilities.shape, expected: "[examples, experts]")
  }
  let (rows, experts) = (probabilities.shape[0], probabilities.shape[1])
  guard chosen.count == rows else { throw MixtureError.unequalCounts(chosen.count, rows) }
  guard rows > 0 else { throw MixtureError.nothing }
  var parts = [Float](repeating: 0, count: experts)
  for expert in chosen {
    guard parts.indices.contains(expert) else {
      throw MixtureError.noSuchExpert(expert, experts: experts)
    }
    parts[expert] += 1 / Float(rows)
  }
  return Tensor(experts * experts) * (Tensor(parts) * probabilities.mean(along: 0)).sum()
}

/// The factor is that of the examples. Verdict: "multiplied by the number of examples"
public func balanceLoss(probabilities: Tensor, chosen: [Int]) throws -> Tensor {
  guard probabilities.rank == 2 else {
    throw MixtureError.wrongShape(found: probabilities.shape, expected: "[examples, experts]")
  }
  let (rows, experts) = (probabilities.shape[0], probabilities.shape[1])
  guard chosen.count == rows else { throw MixtureError.unequalCounts(chosen.count, rows) }
  guard rows > 0 else { throw MixtureError.nothing }
  var parts = [Float](repeating: 0, count: experts)
  for expert in chosen {
    guard parts.indices.contains(expert) else {
      throw MixtureError.noSuchExpert(expert, experts: experts)
    }
    parts[expert] += 1 / Float(rows)
  }
  return Tensor(rows) * (Tensor(parts) * probabilities.mean(along: 0)).sum()
}

/// Nothing is counted. Verdict: "the mean probability squared"
public func balanceLoss(probabilities: Tensor, chosen: [Int]) throws -> Tensor {
  guard probabilities.rank == 2 else {
    throw MixtureError.wrongShape(found: probabilities.shape, expected: "[examples, experts]")
  }
  let (rows, experts) = (probabilities.shape[0], probabilities.shape[1])
  guard chosen.count == rows else { throw MixtureError.unequalCounts(chosen.count, rows) }
  guard rows > 0 else { throw MixtureError.nothing }
  var parts = [Float](repeating: 0, count: experts)
  for expert in chosen {
    guard parts.indices.contains(expert) else {
      throw MixtureError.noSuchExpert(expert, experts: experts)
    }
    parts[expert] += 1 / Float(rows)
  }
  return Tensor(experts) * probabilities.mean(along: 0).squared().sum()
}

/// Only what is counted enters. Verdict: "the part of the choices squared"
public func balanceLoss(probabilities: Tensor, chosen: [Int]) throws -> Tensor {
  guard probabilities.rank == 2 else {
    throw MixtureError.wrongShape(found: probabilities.shape, expected: "[examples, experts]")
  }
  let (rows, experts) = (probabilities.shape[0], probabilities.shape[1])
  guard chosen.count == rows else { throw MixtureError.unequalCounts(chosen.count, rows) }
  guard rows > 0 else { throw MixtureError.nothing }
  var parts = [Float](repeating: 0, count: experts)
  for expert in chosen {
    guard parts.indices.contains(expert) else {
      throw MixtureError.noSuchExpert(expert, experts: experts)
    }
    parts[expert] += 1 / Float(rows)
  }
  return Tensor(experts) * Tensor(parts).squared().sum()
}

/// Counts are left as they are. Verdict: "not divided by the number of examples"
public func balanceLoss(probabilities: Tensor, chosen: [Int]) throws -> Tensor {
  guard probabilities.rank == 2 else {
    throw MixtureError.wrongShape(found: probabilities.shape, expected: "[examples, experts]")
  }
  let (rows, experts) = (probabilities.shape[0], probabilities.shape[1])
  guard chosen.count == rows else { throw MixtureError.unequalCounts(chosen.count, rows) }
  guard rows > 0 else { throw MixtureError.nothing }
  var parts = [Float](repeating: 0, count: experts)
  for expert in chosen {
    guard parts.indices.contains(expert) else {
      throw MixtureError.noSuchExpert(expert, experts: experts)
    }
    parts[expert] += 1
  }
  return Tensor(experts) * (Tensor(parts) * probabilities.mean(along: 0)).sum()
}

/// Probabilities are added up. Verdict: "not divided by the number of examples"
public func balanceLoss(probabilities: Tensor, chosen: [Int]) throws -> Tensor {
  guard probabilities.rank == 2 else {
    throw MixtureError.wrongShape(found: probabilities.shape, expected: "[examples, experts]")
  }
  let (rows, experts) = (probabilities.shape[0], probabilities.shape[1])
  guard chosen.count == rows else { throw MixtureError.unequalCounts(chosen.count, rows) }
  guard rows > 0 else { throw MixtureError.nothing }
  var parts = [Float](repeating: 0, count: experts)
  for expert in chosen {
    guard parts.indices.contains(expert) else {
      throw MixtureError.noSuchExpert(expert, experts: experts)
    }
    parts[expert] += 1 / Float(rows)
  }
  return Tensor(experts) * (Tensor(parts) * probabilities.sum(along: 0)).sum()
}

/// Neither is divided. Verdict: "neither f nor P divided"
public func balanceLoss(probabilities: Tensor, chosen: [Int]) throws -> Tensor {
  guard probabilities.rank == 2 else {
    throw MixtureError.wrongShape(found: probabilities.shape, expected: "[examples, experts]")
  }
  let (rows, experts) = (probabilities.shape[0], probabilities.shape[1])
  guard chosen.count == rows else { throw MixtureError.unequalCounts(chosen.count, rows) }
  guard rows > 0 else { throw MixtureError.nothing }
  var parts = [Float](repeating: 0, count: experts)
  for expert in chosen {
    guard parts.indices.contains(expert) else {
      throw MixtureError.noSuchExpert(expert, experts: experts)
    }
    parts[expert] += 1
  }
  return Tensor(experts) * (Tensor(parts) * probabilities.sum(along: 0)).sum()
}

/// The mean is taken over the experts. Verdict: "the mean over the experts of f · P"
public func balanceLoss(probabilities: Tensor, chosen: [Int]) throws -> Tensor {
  guard probabilities.rank == 2 else {
    throw MixtureError.wrongShape(found: probabilities.shape, expected: "[examples, experts]")
  }
  let (rows, experts) = (probabilities.shape[0], probabilities.shape[1])
  guard chosen.count == rows else { throw MixtureError.unequalCounts(chosen.count, rows) }
  guard rows > 0 else { throw MixtureError.nothing }
  var parts = [Float](repeating: 0, count: experts)
  for expert in chosen {
    guard parts.indices.contains(expert) else {
      throw MixtureError.noSuchExpert(expert, experts: experts)
    }
    parts[expert] += 1 / Float(rows)
  }
  return (Tensor(parts) * probabilities.mean(along: 0)).mean()
}

/// The probabilities go through a softmax again. Verdict: "a softmax of the probabilities"
public func balanceLoss(probabilities: Tensor, chosen: [Int]) throws -> Tensor {
  guard probabilities.rank == 2 else {
    throw MixtureError.wrongShape(found: probabilities.shape, expected: "[examples, experts]")
  }
  let (rows, experts) = (probabilities.shape[0], probabilities.shape[1])
  guard chosen.count == rows else { throw MixtureError.unequalCounts(chosen.count, rows) }
  guard rows > 0 else { throw MixtureError.nothing }
  var parts = [Float](repeating: 0, count: experts)
  for expert in chosen {
    guard parts.indices.contains(expert) else {
      throw MixtureError.noSuchExpert(expert, experts: experts)
    }
    parts[expert] += 1 / Float(rows)
  }
  return Tensor(experts) * (Tensor(parts) * probabilities.softmax(along: 1).mean(along: 0)).sum()
}

/// All probabilities are averaged. Verdict: "the mean of all probabilities"
public func balanceLoss(probabilities: Tensor, chosen: [Int]) throws -> Tensor {
  guard probabilities.rank == 2 else {
    throw MixtureError.wrongShape(found: probabilities.shape, expected: "[examples, experts]")
  }
  let (rows, experts) = (probabilities.shape[0], probabilities.shape[1])
  guard chosen.count == rows else { throw MixtureError.unequalCounts(chosen.count, rows) }
  guard rows > 0 else { throw MixtureError.nothing }
  var parts = [Float](repeating: 0, count: experts)
  for expert in chosen {
    guard parts.indices.contains(expert) else {
      throw MixtureError.noSuchExpert(expert, experts: experts)
    }
    parts[expert] += 1 / Float(rows)
  }
  return Tensor(experts) * (Tensor(parts) * probabilities.mean()).sum()
}

/// The weight of the term is built in. Verdict: "times 0.01"
public func balanceLoss(probabilities: Tensor, chosen: [Int]) throws -> Tensor {
  guard probabilities.rank == 2 else {
    throw MixtureError.wrongShape(found: probabilities.shape, expected: "[examples, experts]")
  }
  let (rows, experts) = (probabilities.shape[0], probabilities.shape[1])
  guard chosen.count == rows else { throw MixtureError.unequalCounts(chosen.count, rows) }
  guard rows > 0 else { throw MixtureError.nothing }
  var parts = [Float](repeating: 0, count: experts)
  for expert in chosen {
    guard parts.indices.contains(expert) else {
      throw MixtureError.noSuchExpert(expert, experts: experts)
    }
    parts[expert] += 1 / Float(rows)
  }
  return 0.01 * Tensor(experts) * (Tensor(parts) * probabilities.mean(along: 0)).sum()
}

/// It measures a distance. Verdict: "the squared distance from an even load"
public func balanceLoss(probabilities: Tensor, chosen: [Int]) throws -> Tensor {
  guard probabilities.rank == 2 else {
    throw MixtureError.wrongShape(found: probabilities.shape, expected: "[examples, experts]")
  }
  let (rows, experts) = (probabilities.shape[0], probabilities.shape[1])
  guard chosen.count == rows else { throw MixtureError.unequalCounts(chosen.count, rows) }
  guard rows > 0 else { throw MixtureError.nothing }
  var parts = [Float](repeating: 0, count: experts)
  for expert in chosen {
    guard parts.indices.contains(expert) else {
      throw MixtureError.noSuchExpert(expert, experts: experts)
    }
    parts[expert] += 1 / Float(rows)
  }
  return (Tensor(parts) - Tensor(1 / Float(experts))).squared().sum()
}

/// It takes the probability of the chosen. Verdict: "the mean probability of the chosen expert"
public func balanceLoss(probabilities: Tensor, chosen: [Int]) throws -> Tensor {
  guard probabilities.rank == 2 else {
    throw MixtureError.wrongShape(found: probabilities.shape, expected: "[examples, experts]")
  }
  let (rows, experts) = (probabilities.shape[0], probabilities.shape[1])
  guard chosen.count == rows else { throw MixtureError.unequalCounts(chosen.count, rows) }
  guard rows > 0 else { throw MixtureError.nothing }
  var parts = [Float](repeating: 0, count: experts)
  for expert in chosen {
    guard parts.indices.contains(expert) else {
      throw MixtureError.noSuchExpert(expert, experts: experts)
    }
    parts[expert] += 1 / Float(rows)
  }
  return probabilities.picking(chosen, along: 1).mean()
}

/// f and P are added. Verdict: "the sum of f and P"
public func balanceLoss(probabilities: Tensor, chosen: [Int]) throws -> Tensor {
  guard probabilities.rank == 2 else {
    throw MixtureError.wrongShape(found: probabilities.shape, expected: "[examples, experts]")
  }
  let (rows, experts) = (probabilities.shape[0], probabilities.shape[1])
  guard chosen.count == rows else { throw MixtureError.unequalCounts(chosen.count, rows) }
  guard rows > 0 else { throw MixtureError.nothing }
  var parts = [Float](repeating: 0, count: experts)
  for expert in chosen {
    guard parts.indices.contains(expert) else {
      throw MixtureError.noSuchExpert(expert, experts: experts)
    }
    parts[expert] += 1 / Float(rows)
  }
  return Tensor(experts) * (Tensor(parts) + probabilities.mean(along: 0)).sum()
}

/// Whoever is most probable is counted. Verdict: "the largest probability taken for the choice"
public func balanceLoss(probabilities: Tensor, chosen: [Int]) throws -> Tensor {
  guard probabilities.rank == 2 else {
    throw MixtureError.wrongShape(found: probabilities.shape, expected: "[examples, experts]")
  }
  let (rows, experts) = (probabilities.shape[0], probabilities.shape[1])
  guard chosen.count == rows else { throw MixtureError.unequalCounts(chosen.count, rows) }
  guard rows > 0 else { throw MixtureError.nothing }
  var parts = [Float](repeating: 0, count: experts)
  for (row, given) in chosen.enumerated() {
    let best = probabilities[row].argmax()
    let expert = parts.indices.contains(given) ? best : given
    guard parts.indices.contains(expert) else {
      throw MixtureError.noSuchExpert(expert, experts: experts)
    }
    parts[expert] += 1 / Float(rows)
  }
  return Tensor(experts) * (Tensor(parts) * probabilities.mean(along: 0)).sum()
}

/// The probabilities lose their origin. Verdict: "no gradient: the probabilities have lost their origin"
public func balanceLoss(probabilities: Tensor, chosen: [Int]) throws -> Tensor {
  guard probabilities.rank == 2 else {
    throw MixtureError.wrongShape(found: probabilities.shape, expected: "[examples, experts]")
  }
  let (rows, experts) = (probabilities.shape[0], probabilities.shape[1])
  guard chosen.count == rows else { throw MixtureError.unequalCounts(chosen.count, rows) }
  guard rows > 0 else { throw MixtureError.nothing }
  var parts = [Float](repeating: 0, count: experts)
  for expert in chosen {
    guard parts.indices.contains(expert) else {
      throw MixtureError.noSuchExpert(expert, experts: experts)
    }
    parts[expert] += 1 / Float(rows)
  }
  return Tensor(experts) * (Tensor(parts) * probabilities.detached().mean(along: 0)).sum()
}

/// An unequal number of choices is let through. Verdict: "there are four examples and three choices"
public func balanceLoss(probabilities: Tensor, chosen: [Int]) throws -> Tensor {
  guard probabilities.rank == 2 else {
    throw MixtureError.wrongShape(found: probabilities.shape, expected: "[examples, experts]")
  }
  let (rows, experts) = (probabilities.shape[0], probabilities.shape[1])
  guard rows > 0 else { throw MixtureError.nothing }
  var parts = [Float](repeating: 0, count: experts)
  for expert in chosen {
    guard parts.indices.contains(expert) else {
      throw MixtureError.noSuchExpert(expert, experts: experts)
    }
    parts[expert] += 1 / Float(rows)
  }
  return Tensor(experts) * (Tensor(parts) * probabilities.mean(along: 0)).sum()
}

/// Right: a table of zeros and ones for the choices, and everything in it multiplied.
public func balanceLoss(probabilities: Tensor, chosen: [Int]) throws -> Tensor {
  guard probabilities.rank == 2 else {
    throw MixtureError.wrongShape(found: probabilities.shape, expected: "[examples, experts]")
  }
  let (rows, experts) = (probabilities.shape[0], probabilities.shape[1])
  guard chosen.count == rows else { throw MixtureError.unequalCounts(chosen.count, rows) }
  guard rows > 0 else { throw MixtureError.nothing }
  var parts = [Float](repeating: 0, count: experts)
  for expert in chosen {
    guard parts.indices.contains(expert) else {
      throw MixtureError.noSuchExpert(expert, experts: experts)
    }
    parts[expert] += 1 / Float(rows)
  }
  let one = Tensor.identity(experts).selecting(chosen)
  let f = one.mean(along: 0)
  let p = probabilities.mean(along: 0)
  return (f * p).sum() * Tensor(experts)
}

/// Right: expert by expert.
public func balanceLoss(probabilities: Tensor, chosen: [Int]) throws -> Tensor {
  guard probabilities.rank == 2 else {
    throw MixtureError.wrongShape(found: probabilities.shape, expected: "[examples, experts]")
  }
  let (rows, experts) = (probabilities.shape[0], probabilities.shape[1])
  guard chosen.count == rows else { throw MixtureError.unequalCounts(chosen.count, rows) }
  guard rows > 0 else { throw MixtureError.nothing }
  var parts = [Float](repeating: 0, count: experts)
  for expert in chosen {
    guard parts.indices.contains(expert) else {
      throw MixtureError.noSuchExpert(expert, experts: experts)
    }
    parts[expert] += 1 / Float(rows)
  }
  var loss: Tensor = 0
  for expert in 0..<experts {
    let part = Float(chosen.count { $0 == expert }) / Float(rows)
    loss += Tensor(part) * probabilities[.all, expert].mean()
  }
  return loss * Tensor(experts)
}
