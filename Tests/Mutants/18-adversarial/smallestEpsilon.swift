/// The end that does not fool is returned. Verdict: "it is the upper end"
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
  return safe
}

/// The middle of the last interval is returned. Verdict: "it is the upper end"
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
  return (safe + fooling) / 2
}

/// The wrong half is kept. Verdict: "with yours exchanged"
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
    if try fools(middle) { safe = middle } else { fooling = middle }
  }
  return fooling
}

/// One halving and no more. Verdict: "the last interval is no wider"
public func smallestEpsilon(
  that fools: (Float) throws -> Bool, below limit: Float, tolerance: Float
) throws -> Float {
  guard limit > 0, tolerance > 0 else {
    throw UnusableAttack.search(below: limit, tolerance: tolerance)
  }
  guard try fools(limit) else { throw UnusableAttack.nothingFools(below: limit) }
  var (safe, fooling) = (Float(0), limit)
  if fooling - safe > tolerance {
    let middle = safe + (fooling - safe) / 2
    // Between two neighbouring numbers there is no third.
    guard middle > safe, middle < fooling else { return fooling }
    if try fools(middle) { fooling = middle } else { safe = middle }
  }
  return fooling
}

/// Ten halvings, whatever the tolerance. Verdict: "the last interval is no wider"
public func smallestEpsilon(
  that fools: (Float) throws -> Bool, below limit: Float, tolerance: Float
) throws -> Float {
  guard limit > 0, tolerance > 0 else {
    throw UnusableAttack.search(below: limit, tolerance: tolerance)
  }
  guard try fools(limit) else { throw UnusableAttack.nothingFools(below: limit) }
  var (safe, fooling) = (Float(0), limit)
  for _ in 0..<10 {
    let middle = safe + (fooling - safe) / 2
    // Between two neighbouring numbers there is no third.
    guard middle > safe, middle < fooling else { break }
    if try fools(middle) { fooling = middle } else { safe = middle }
  }
  return fooling
}

/// The limit is returned. Verdict: "the last interval is no wider"
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
  return limit
}

/// Step by step from 0. Verdict: "one ε after the other"
public func smallestEpsilon(
  that fools: (Float) throws -> Bool, below limit: Float, tolerance: Float
) throws -> Float {
  guard limit > 0, tolerance > 0 else {
    throw UnusableAttack.search(below: limit, tolerance: tolerance)
  }
  guard try fools(limit) else { throw UnusableAttack.nothingFools(below: limit) }
  var epsilon = tolerance
  while epsilon < limit {
    if try fools(epsilon) { return epsilon }
    epsilon += tolerance
  }
  return limit
}

/// It never ends where the tolerance is too small. Verdict: "it ends: between two"
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
    if try fools(middle) { fooling = middle } else { safe = middle }
  }
  return fooling
}

/// An error of the question counts as no. Verdict: "`try?` swallows it"
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
    if (try? fools(middle)) ?? false { fooling = middle } else { safe = middle }
  }
  return fooling
}

/// The tolerance has a floor. Verdict: "as near to each other"
public func smallestEpsilon(
  that fools: (Float) throws -> Bool, below limit: Float, tolerance: Float
) throws -> Float {
  guard limit > 0, tolerance > 0 else {
    throw UnusableAttack.search(below: limit, tolerance: tolerance)
  }
  guard try fools(limit) else { throw UnusableAttack.nothingFools(below: limit) }
  var (safe, fooling) = (Float(0), limit)
  while fooling - safe > max(tolerance, 1e-6) {
    let middle = safe + (fooling - safe) / 2
    // Between two neighbouring numbers there is no third.
    guard middle > safe, middle < fooling else { break }
    if try fools(middle) { fooling = middle } else { safe = middle }
  }
  return fooling
}

/// Where nothing fools, the limit comes back. Verdict: "it is refused with the error “nothing fools"
public func smallestEpsilon(
  that fools: (Float) throws -> Bool, below limit: Float, tolerance: Float
) throws -> Float {
  guard limit > 0, tolerance > 0 else {
    throw UnusableAttack.search(below: limit, tolerance: tolerance)
  }
  guard try fools(limit) else { return limit }
  var (safe, fooling) = (Float(0), limit)
  while fooling - safe > tolerance {
    let middle = safe + (fooling - safe) / 2
    // Between two neighbouring numbers there is no third.
    guard middle > safe, middle < fooling else { break }
    if try fools(middle) { fooling = middle } else { safe = middle }
  }
  return fooling
}

/// It is not asked whether the limit fools. Verdict: "it is refused with the error “nothing fools"
public func smallestEpsilon(
  that fools: (Float) throws -> Bool, below limit: Float, tolerance: Float
) throws -> Float {
  guard limit > 0, tolerance > 0 else {
    throw UnusableAttack.search(below: limit, tolerance: tolerance)
  }
  var (safe, fooling) = (Float(0), limit)
  while fooling - safe > tolerance {
    let middle = safe + (fooling - safe) / 2
    // Between two neighbouring numbers there is no third.
    guard middle > safe, middle < fooling else { break }
    if try fools(middle) { fooling = middle } else { safe = middle }
  }
  return fooling
}

/// Twice the limit is tried first. Verdict: "each ε lies between 0 and the limit"
public func smallestEpsilon(
  that fools: (Float) throws -> Bool, below limit: Float, tolerance: Float
) throws -> Float {
  guard limit > 0, tolerance > 0 else {
    throw UnusableAttack.search(below: limit, tolerance: tolerance)
  }
  guard try fools(limit) || fools(2 * limit) else {
    throw UnusableAttack.nothingFools(below: limit)
  }
  _ = try fools(2 * limit)
  var (safe, fooling) = (Float(0), limit)
  while fooling - safe > tolerance {
    let middle = safe + (fooling - safe) / 2
    // Between two neighbouring numbers there is no third.
    guard middle > safe, middle < fooling else { break }
    if try fools(middle) { fooling = middle } else { safe = middle }
  }
  return fooling
}

/// A tolerance of nothing is taken. Verdict: "it is refused with the error “a search below 1.0 to within 0.0"
public func smallestEpsilon(
  that fools: (Float) throws -> Bool, below limit: Float, tolerance: Float
) throws -> Float {
  guard limit > 0, !tolerance.isNaN, tolerance >= 0 else {
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

/// Right: as many halvings as it takes, counted beforehand.
public func smallestEpsilon(
  that fools: (Float) throws -> Bool, below limit: Float, tolerance: Float
) throws -> Float {
  guard limit > 0, tolerance > 0 else {
    throw UnusableAttack.search(below: limit, tolerance: tolerance)
  }
  guard try fools(limit) else { throw UnusableAttack.nothingFools(below: limit) }
  var (safe, fooling) = (Float(0), limit)
  var left = 0
  var width = limit
  while width > tolerance, left < 60 { (width, left) = (width / 2, left + 1) }
  for _ in 0..<left {
    let middle = safe + (fooling - safe) / 2
    // Between two neighbouring numbers there is no third.
    guard middle > safe, middle < fooling else { break }
    if try fools(middle) { fooling = middle } else { safe = middle }
  }
  return fooling
}

/// Right: 0 is asked as well.
public func smallestEpsilon(
  that fools: (Float) throws -> Bool, below limit: Float, tolerance: Float
) throws -> Float {
  guard limit > 0, tolerance > 0 else {
    throw UnusableAttack.search(below: limit, tolerance: tolerance)
  }
  guard try fools(limit) else { throw UnusableAttack.nothingFools(below: limit) }
  if try fools(0) { return 0 }
  var (safe, fooling) = (Float(0), limit)
  while fooling - safe > tolerance {
    let middle = safe + (fooling - safe) / 2
    // Between two neighbouring numbers there is no third.
    guard middle > safe, middle < fooling else { break }
    if try fools(middle) { fooling = middle } else { safe = middle }
  }
  return fooling
}
