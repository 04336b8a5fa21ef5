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

/// Right: the smallest and the largest row and column are followed in loops.
public func box(around map: Tensor, above fraction: Float) throws -> Box {
  let highest = map.scalars.max() ?? 0
  if highest <= 0 { throw NoEvidence() }
  let mask = map.scalars.map { $0 >= fraction * highest ? Float(1) : 0 }
  let patch = largestComponent(of: Tensor(mask, shape: map.shape))
  var (top, bottom, left, right) = (map.shape[0], -1, map.shape[1], -1)
  for row in 0..<map.shape[0] {
    for column in 0..<map.shape[1] where patch[row, column].scalar == 1 {
      top = min(top, row)
      bottom = max(bottom, row)
      left = min(left, column)
      right = max(right, column)
    }
  }
  return Box(rows: top..<bottom + 1, columns: left..<right + 1)
}

/// Right: patches are found by recursion, without the function that is given.
public func box(around map: Tensor, above fraction: Float) throws -> Box {
  let (height, width) = (map.shape[0], map.shape[1])
  let values = map.scalars
  guard let highest = values.max(), highest > 0 else { throw NoEvidence() }
  var seen = Set<Int>()
  func patch(from row: Int, _ column: Int) -> [(row: Int, column: Int)] {
    guard row >= 0, row < height, column >= 0, column < width else { return [] }
    let place = row * width + column
    guard values[place] >= fraction * highest, seen.insert(place).inserted else { return [] }
    var found = [(row: row, column: column)]
    for y in -1...1 {
      for x in -1...1 {
        found += patch(from: row + y, column + x)
      }
    }
    return found
  }
  var largest: [(row: Int, column: Int)] = []
  for row in 0..<height {
    for column in 0..<width {
      let found = patch(from: row, column)
      if found.count > largest.count { largest = found }
    }
  }
  let rows = largest.map(\.row).sorted()
  let columns = largest.map(\.column).sorted()
  return Box(
    rows: rows[0]..<rows[rows.count - 1] + 1, columns: columns[0]..<columns[columns.count - 1] + 1)
}

/// Right: by the indices of what is not zero in the sums of rows and columns.
public func box(around map: Tensor, above fraction: Float) throws -> Box {
  let scaled = map / map.max()
  if map.max().scalar <= 0 { throw NoEvidence() }
  let patch = largestComponent(of: scaled .>= Tensor(fraction))
  let rows = patch.sum(along: 1).scalars.enumerated().filter { $0.element > 0 }.map(\.offset)
  let columns = patch.sum(along: 0).scalars.enumerated().filter { $0.element > 0 }.map(\.offset)
  return Box(
    rows: (rows.min() ?? 0)..<(rows.max() ?? 0) + 1,
    columns: (columns.min() ?? 0)..<(columns.max() ?? 0) + 1)
}
