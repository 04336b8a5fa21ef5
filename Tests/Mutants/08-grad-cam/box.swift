/// The fraction is taken for the threshold itself. Verdict: "above the fraction itself"
public func box(around map: Tensor, above fraction: Float) throws -> Box {
  let highest = map.max().scalar
  guard highest > 0 else { throw NoEvidence() }
  let patch = largestComponent(of: map .>= Tensor(fraction))
  // The first and the last that are not empty.
  func extent(_ counts: Tensor) -> Range<Int> {
    let filled = counts.scalars.indices.filter { counts.scalars[$0] > 0 }
    return (filled.first ?? 0)..<(filled.last ?? -1) + 1
  }
  return Box(rows: extent(patch.max(along: 1)), columns: extent(patch.max(along: 0)))
}

/// Rows and columns are exchanged. Verdict: "rows and columns exchanged"
public func box(around map: Tensor, above fraction: Float) throws -> Box {
  let highest = map.max().scalar
  guard highest > 0 else { throw NoEvidence() }
  let patch = largestComponent(of: map .>= Tensor(fraction * highest))
  // The first and the last that are not empty.
  func extent(_ counts: Tensor) -> Range<Int> {
    let filled = counts.scalars.indices.filter { counts.scalars[$0] > 0 }
    return (filled.first ?? 0)..<(filled.last ?? -1) + 1
  }
  return Box(rows: extent(patch.max(along: 0)), columns: extent(patch.max(along: 1)))
}

/// The box ends at the last row and column. Verdict: "it ends behind them"
public func box(around map: Tensor, above fraction: Float) throws -> Box {
  let highest = map.max().scalar
  guard highest > 0 else { throw NoEvidence() }
  let patch = largestComponent(of: map .>= Tensor(fraction * highest))
  // The first and the last that are not empty.
  func extent(_ counts: Tensor) -> Range<Int> {
    let filled = counts.scalars.indices.filter { counts.scalars[$0] > 0 }
    return (filled.first ?? 0)..<(filled.last ?? 0)
  }
  return Box(rows: extent(patch.max(along: 1)), columns: extent(patch.max(along: 0)))
}

/// The box holds all that stands out. Verdict: "the box around all that stands out"
public func box(around map: Tensor, above fraction: Float) throws -> Box {
  let highest = map.max().scalar
  guard highest > 0 else { throw NoEvidence() }
  let patch = map .>= Tensor(fraction * highest)
  // The first and the last that are not empty.
  func extent(_ counts: Tensor) -> Range<Int> {
    let filled = counts.scalars.indices.filter { counts.scalars[$0] > 0 }
    return (filled.first ?? 0)..<(filled.last ?? -1) + 1
  }
  return Box(rows: extent(patch.max(along: 1)), columns: extent(patch.max(along: 0)))
}

/// What speaks against the class stands out too. Verdict: "magnitudes; what speaks against"
public func box(around map: Tensor, above fraction: Float) throws -> Box {
  let highest = map.max().scalar
  guard highest > 0 else { throw NoEvidence() }
  let patch = largestComponent(of: map.abs() .>= Tensor(fraction * highest))
  // The first and the last that are not empty.
  func extent(_ counts: Tensor) -> Range<Int> {
    let filled = counts.scalars.indices.filter { counts.scalars[$0] > 0 }
    return (filled.first ?? 0)..<(filled.last ?? -1) + 1
  }
  return Box(rows: extent(patch.max(along: 1)), columns: extent(patch.max(along: 0)))
}

/// There is a box even where nothing is above zero. Verdict: "it throws NoEvidence"
public func box(around map: Tensor, above fraction: Float) throws -> Box {
  let highest = map.max().scalar
  let patch = largestComponent(of: map .>= Tensor(fraction * highest))
  // The first and the last that are not empty.
  func extent(_ counts: Tensor) -> Range<Int> {
    let filled = counts.scalars.indices.filter { counts.scalars[$0] > 0 }
    return (filled.first ?? 0)..<(filled.last ?? -1) + 1
  }
  return Box(rows: extent(patch.max(along: 1)), columns: extent(patch.max(along: 0)))
}

/// The fraction is one of the sum. Verdict: "the fraction taken of the sum"
public func box(around map: Tensor, above fraction: Float) throws -> Box {
  let highest = map.max().scalar
  guard highest > 0 else { throw NoEvidence() }
  let patch = largestComponent(of: map .>= Tensor(fraction * map.relu().sum().scalar))
  // The first and the last that are not empty.
  func extent(_ counts: Tensor) -> Range<Int> {
    let filled = counts.scalars.indices.filter { counts.scalars[$0] > 0 }
    return (filled.first ?? 0)..<(filled.last ?? -1) + 1
  }
  return Box(rows: extent(patch.max(along: 1)), columns: extent(patch.max(along: 0)))
}

/// What has exactly the fraction is left out. Verdict: "what has exactly the fraction left out"
public func box(around map: Tensor, above fraction: Float) throws -> Box {
  let highest = map.max().scalar
  guard highest > 0 else { throw NoEvidence() }
  let patch = largestComponent(of: map .> Tensor(fraction * highest))
  // The first and the last that are not empty.
  func extent(_ counts: Tensor) -> Range<Int> {
    let filled = counts.scalars.indices.filter { counts.scalars[$0] > 0 }
    return (filled.first ?? 0)..<(filled.last ?? -1) + 1
  }
  return Box(rows: extent(patch.max(along: 1)), columns: extent(patch.max(along: 0)))
}
