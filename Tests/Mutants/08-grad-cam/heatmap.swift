/// Every map is called evidence. Verdict: "some evidence, though every number is negative"
public func heatmap(from map: Tensor) throws -> Heatmap {
  guard !map.scalars.contains(where: \.isNaN) else { throw NotANumber() }
  let evidence: Heatmap.Evidence =
    .some
  return Heatmap(map: map.relu(), evidence: evidence)
}

/// What speaks against the class counts as evidence. Verdict: "the magnitudes; what speaks against is not evidence"
public func heatmap(from map: Tensor) throws -> Heatmap {
  guard !map.scalars.contains(where: \.isNaN) else { throw NotANumber() }
  let evidence: Heatmap.Evidence =
    if map.max().scalar > 0 { .some } else if map.min().scalar < 0 { .onlyAgainst } else { .none }
  return Heatmap(map: map.abs(), evidence: evidence)
}

/// The heat is divided by its largest value. Verdict: "divided by its largest value"
public func heatmap(from map: Tensor) throws -> Heatmap {
  guard !map.scalars.contains(where: \.isNaN) else { throw NotANumber() }
  let evidence: Heatmap.Evidence =
    if map.max().scalar > 0 { .some } else if map.min().scalar < 0 { .onlyAgainst } else { .none }
  return Heatmap(map: map.relu() / map.relu().max(), evidence: evidence)
}

/// Nothing is dropped. Verdict: "with its negative numbers still there"
public func heatmap(from map: Tensor) throws -> Heatmap {
  guard !map.scalars.contains(where: \.isNaN) else { throw NotANumber() }
  let evidence: Heatmap.Evidence =
    if map.max().scalar > 0 { .some } else if map.min().scalar < 0 { .onlyAgainst } else { .none }
  return Heatmap(map: map, evidence: evidence)
}

/// A map that speaks against the class is called empty. Verdict: "as if nothing spoke against the class either"
public func heatmap(from map: Tensor) throws -> Heatmap {
  guard !map.scalars.contains(where: \.isNaN) else { throw NotANumber() }
  let evidence: Heatmap.Evidence =
    map.max().scalar > 0 ? .some : .none
  return Heatmap(map: map.relu(), evidence: evidence)
}

/// The heat is brought to 0…1 by the smallest and the largest value. Verdict: "brought to 0…1"
public func heatmap(from map: Tensor) throws -> Heatmap {
  guard !map.scalars.contains(where: \.isNaN) else { throw NotANumber() }
  let evidence: Heatmap.Evidence =
    if map.max().scalar > 0 { .some } else if map.min().scalar < 0 { .onlyAgainst } else { .none }
  let lowest = map.min()
  return Heatmap(map: (map - lowest) / (map.max() - lowest), evidence: evidence)
}

/// The sum decides. Verdict: "only evidence against the class, though some pixels speak for it"
public func heatmap(from map: Tensor) throws -> Heatmap {
  guard !map.scalars.contains(where: \.isNaN) else { throw NotANumber() }
  let evidence: Heatmap.Evidence =
    if map.sum().scalar > 0 { .some } else if map.min().scalar < 0 { .onlyAgainst } else { .none }
  return Heatmap(map: map.relu(), evidence: evidence)
}

/// The largest magnitude decides. Verdict: "only evidence against the class, though some pixels speak for it"
public func heatmap(from map: Tensor) throws -> Heatmap {
  guard !map.scalars.contains(where: \.isNaN) else { throw NotANumber() }
  let evidence: Heatmap.Evidence =
    if map.max().scalar > -map.min().scalar { .some } else if map.min().scalar < 0 {
      .onlyAgainst
    } else {
      .none
    }
  return Heatmap(map: map.relu(), evidence: evidence)
}

/// Faint evidence is called none. Verdict: "not what it should be"
public func heatmap(from map: Tensor) throws -> Heatmap {
  guard !map.scalars.contains(where: \.isNaN) else { throw NotANumber() }
  let evidence: Heatmap.Evidence =
    if map.max().scalar > 1e-6 { .some } else if map.min().scalar < 0 { .onlyAgainst } else {
      .none
    }
  return Heatmap(map: map.relu(), evidence: evidence)
}

/// Faint evidence against the class is called none. Verdict: "not what it should be"
public func heatmap(from map: Tensor) throws -> Heatmap {
  guard !map.scalars.contains(where: \.isNaN) else { throw NotANumber() }
  let evidence: Heatmap.Evidence =
    if map.max().scalar > 0 { .some } else if map.min().scalar < -1e-6 { .onlyAgainst } else {
      .none
    }
  return Heatmap(map: map.relu(), evidence: evidence)
}

/// Faint pixels are dropped too. Verdict: "not what it should be"
public func heatmap(from map: Tensor) throws -> Heatmap {
  guard !map.scalars.contains(where: \.isNaN) else { throw NotANumber() }
  let evidence: Heatmap.Evidence =
    if map.max().scalar > 0 { .some } else if map.min().scalar < 0 { .onlyAgainst } else { .none }
  return Heatmap(map: map * (map .> 1e-6), evidence: evidence)
}

/// A map with NaN in it is shown. Verdict: "it throws NotANumber"
public func heatmap(from map: Tensor) throws -> Heatmap {
  let evidence: Heatmap.Evidence =
    if map.max().scalar > 0 { .some } else if map.min().scalar < 0 { .onlyAgainst } else { .none }
  return Heatmap(map: map.relu(), evidence: evidence)
}

/// NaN is looked for in the first place alone. Verdict: "it throws NotANumber"
public func heatmap(from map: Tensor) throws -> Heatmap {
  guard map.scalars.first?.isNaN != true else { throw NotANumber() }
  let evidence: Heatmap.Evidence =
    if map.max().scalar > 0 { .some } else if map.min().scalar < 0 { .onlyAgainst } else { .none }
  return Heatmap(map: map.relu(), evidence: evidence)
}

/// The clipped map is brought to 0…1. Verdict: "brought to 0…1"
public func heatmap(from map: Tensor) throws -> Heatmap {
  guard !map.scalars.contains(where: \.isNaN) else { throw NotANumber() }
  let evidence: Heatmap.Evidence =
    if map.max().scalar > 0 { .some } else if map.min().scalar < 0 { .onlyAgainst } else { .none }
  return Heatmap(
    map: (map.relu() - map.relu().min()) / (map.relu().max() - map.relu().min() + 1e-7),
    evidence: evidence)
}

/// The heat is divided by its sum. Verdict: "divided by its sum"
public func heatmap(from map: Tensor) throws -> Heatmap {
  guard !map.scalars.contains(where: \.isNaN) else { throw NotANumber() }
  let evidence: Heatmap.Evidence =
    if map.max().scalar > 0 { .some } else if map.min().scalar < 0 { .onlyAgainst } else { .none }
  return Heatmap(map: map.relu() / (map.relu().sum() + 1e-9), evidence: evidence)
}

/// A map of zeros speaks against the class. Verdict: "evidence against the class in a map of zeros"
public func heatmap(from map: Tensor) throws -> Heatmap {
  guard !map.scalars.contains(where: \.isNaN) else { throw NotANumber() }
  return Heatmap(map: map.relu(), evidence: map.max().scalar > 0 ? .some : .onlyAgainst)
}

/// A map of zeros speaks for the class. Verdict: "evidence for the class in a map of zeros"
public func heatmap(from map: Tensor) throws -> Heatmap {
  guard !map.scalars.contains(where: \.isNaN) else { throw NotANumber() }
  return Heatmap(map: map.relu(), evidence: map.max().scalar >= 0 ? .some : .onlyAgainst)
}

/// The smallest number is asked first. Verdict: "the largest number decides"
public func heatmap(from map: Tensor) throws -> Heatmap {
  guard !map.scalars.contains(where: \.isNaN) else { throw NotANumber() }
  let evidence: Heatmap.Evidence =
    if map.min().scalar < 0 { .onlyAgainst } else if map.max().scalar > 0 { .some } else { .none }
  return Heatmap(map: map.relu(), evidence: evidence)
}

/// Right: number by number.
public func heatmap(from map: Tensor) throws -> Heatmap {
  var kept: [Float] = []
  var evidence = Heatmap.Evidence.none
  for value in map.scalars {
    if value.isNaN { throw NotANumber() }
    if value > 0 {
      kept.append(value)
      evidence = .some
    } else {
      kept.append(0)
      if value < 0, evidence == .none { evidence = .onlyAgainst }
    }
  }
  return Heatmap(map: Tensor(kept, shape: map.shape), evidence: evidence)
}

/// Right: an early return for each case.
public func heatmap(from map: Tensor) throws -> Heatmap {
  guard map.scalars.allSatisfy({ $0 == $0 }) else { throw NotANumber() }
  let positive = map * (map .> 0)
  if positive.scalars.contains(where: { $0 > 0 }) {
    return Heatmap(map: positive, evidence: .some)
  }
  let isZero = map.abs().sum().scalar == 0
  return Heatmap(map: .zeros(map.shape), evidence: isZero ? .none : .onlyAgainst)
}

/// Right: clamped, and counted.
public func heatmap(from map: Tensor) throws -> Heatmap {
  if map.max().scalar.isNaN { throw NotANumber() }
  let positives = (map .> 0).sum().scalar
  let negatives = (map .< 0).sum().scalar
  let evidence: Heatmap.Evidence
  switch (positives, negatives) {
  case (0, 0): evidence = .none
  case (0, _): evidence = .onlyAgainst
  default: evidence = .some
  }
  return Heatmap(map: Tensor.maximum(map, 0), evidence: evidence)
}

/// What is above 1 is cut off. Verdict: "cut off at 1"
public func heatmap(from map: Tensor) throws -> Heatmap {
  if map.scalars.contains(where: { $0.isNaN }) { throw NotANumber() }
  let e: Heatmap.Evidence =
    map.max().scalar > 0 ? .some : map.min().scalar < 0 ? .onlyAgainst : .none
  return Heatmap(map: map.clamped(to: 0...1), evidence: e)
}

/// Infinity is taken for NaN. Verdict: "stopped with an error"
public func heatmap(from map: Tensor) throws -> Heatmap {
  if map.scalars.contains(where: { !$0.isFinite }) { throw NotANumber() }
  let e: Heatmap.Evidence =
    map.max().scalar > 0 ? .some : map.min().scalar < 0 ? .onlyAgainst : .none
  return Heatmap(map: map.relu(), evidence: e)
}

/// Right: the largest of numbers with NaN among them is NaN.
public func heatmap(from map: Tensor) throws -> Heatmap {
  if map.max().scalar.isNaN { throw NotANumber() }
  let e: Heatmap.Evidence =
    map.max().scalar > 0 ? .some : map.min().scalar < 0 ? .onlyAgainst : .none
  return Heatmap(map: map.relu(), evidence: e)
}
