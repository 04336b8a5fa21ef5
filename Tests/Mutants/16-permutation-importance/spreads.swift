/// Squares are divided by the number of repeats. Verdict: "squares divided by the number of repeats"
public func spreads(_ importances: Tensor) throws -> [Spread] {
  guard importances.rank == 2 else { throw TableError.notATable(shape: importances.shape) }
  let repeats = importances.shape[1]
  guard repeats > 1 else { throw TableError.tooFewRepeats(repeats) }
  let values = importances.scalars.map(Double.init)
  return (0..<importances.shape[0]).map { column in
    let row = values[column * repeats..<(column + 1) * repeats]
    let mean = row.reduce(0, +) / Double(repeats)
    let squares = row.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return Spread(mean: mean, deviation: (squares / Double(repeats)).squareRoot())
  }
}

/// It is the standard error. Verdict: "the standard error"
public func spreads(_ importances: Tensor) throws -> [Spread] {
  guard importances.rank == 2 else { throw TableError.notATable(shape: importances.shape) }
  let repeats = importances.shape[1]
  guard repeats > 1 else { throw TableError.tooFewRepeats(repeats) }
  let values = importances.scalars.map(Double.init)
  return (0..<importances.shape[0]).map { column in
    let row = values[column * repeats..<(column + 1) * repeats]
    let mean = row.reduce(0, +) / Double(repeats)
    let squares = row.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return Spread(
      mean: mean, deviation: (squares / Double(repeats - 1) / Double(repeats)).squareRoot())
  }
}

/// It is the variance. Verdict: "the variance; the deviation is its root"
public func spreads(_ importances: Tensor) throws -> [Spread] {
  guard importances.rank == 2 else { throw TableError.notATable(shape: importances.shape) }
  let repeats = importances.shape[1]
  guard repeats > 1 else { throw TableError.tooFewRepeats(repeats) }
  let values = importances.scalars.map(Double.init)
  return (0..<importances.shape[0]).map { column in
    let row = values[column * repeats..<(column + 1) * repeats]
    let mean = row.reduce(0, +) / Double(repeats)
    let squares = row.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return Spread(mean: mean, deviation: squares / Double(repeats - 1))
  }
}

/// Nothing is divided. Verdict: "not divided by anything"
public func spreads(_ importances: Tensor) throws -> [Spread] {
  guard importances.rank == 2 else { throw TableError.notATable(shape: importances.shape) }
  let repeats = importances.shape[1]
  guard repeats > 1 else { throw TableError.tooFewRepeats(repeats) }
  let values = importances.scalars.map(Double.init)
  return (0..<importances.shape[0]).map { column in
    let row = values[column * repeats..<(column + 1) * repeats]
    let mean = row.reduce(0, +) / Double(repeats)
    let squares = row.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return Spread(mean: mean, deviation: squares.squareRoot())
  }
}

/// Distances are from the first repeat. Verdict: "distances from the first repeat"
public func spreads(_ importances: Tensor) throws -> [Spread] {
  guard importances.rank == 2 else { throw TableError.notATable(shape: importances.shape) }
  let repeats = importances.shape[1]
  guard repeats > 1 else { throw TableError.tooFewRepeats(repeats) }
  let values = importances.scalars.map(Double.init)
  return (0..<importances.shape[0]).map { column in
    let row = values[column * repeats..<(column + 1) * repeats]
    let mean = row.reduce(0, +) / Double(repeats)
    let first = values[column * repeats]
    let squares = row.reduce(0) { $0 + ($1 - first) * ($1 - first) }
    return Spread(mean: mean, deviation: (squares / Double(repeats - 1)).squareRoot())
  }
}

/// Distances are from 0. Verdict: "distances from 0"
public func spreads(_ importances: Tensor) throws -> [Spread] {
  guard importances.rank == 2 else { throw TableError.notATable(shape: importances.shape) }
  let repeats = importances.shape[1]
  guard repeats > 1 else { throw TableError.tooFewRepeats(repeats) }
  let values = importances.scalars.map(Double.init)
  return (0..<importances.shape[0]).map { column in
    let row = values[column * repeats..<(column + 1) * repeats]
    let mean = row.reduce(0, +) / Double(repeats)
    let squares = row.reduce(0) { $0 + $1 * $1 }
    return Spread(mean: mean, deviation: (squares / Double(repeats - 1)).squareRoot())
  }
}

/// It is the range. Verdict: "the largest minus the smallest"
public func spreads(_ importances: Tensor) throws -> [Spread] {
  guard importances.rank == 2 else { throw TableError.notATable(shape: importances.shape) }
  let repeats = importances.shape[1]
  guard repeats > 1 else { throw TableError.tooFewRepeats(repeats) }
  let values = importances.scalars.map(Double.init)
  return (0..<importances.shape[0]).map { column in
    let row = values[column * repeats..<(column + 1) * repeats]
    let mean = row.reduce(0, +) / Double(repeats)
    let range = (row.max() ?? 0) - (row.min() ?? 0)
    return Spread(mean: mean, deviation: range)
  }
}

/// It is the mean magnitude. Verdict: "the mean magnitude of the distances"
public func spreads(_ importances: Tensor) throws -> [Spread] {
  guard importances.rank == 2 else { throw TableError.notATable(shape: importances.shape) }
  let repeats = importances.shape[1]
  guard repeats > 1 else { throw TableError.tooFewRepeats(repeats) }
  let values = importances.scalars.map(Double.init)
  return (0..<importances.shape[0]).map { column in
    let row = values[column * repeats..<(column + 1) * repeats]
    let mean = row.reduce(0, +) / Double(repeats)
    let squares = row.reduce(0) { $0 + abs($1 - mean) }
    return Spread(mean: mean, deviation: squares / Double(repeats))
  }
}

/// Repeats and columns are exchanged. Verdict: "one spread for each repeat"
public func spreads(_ importances: Tensor) throws -> [Spread] {
  guard importances.rank == 2 else { throw TableError.notATable(shape: importances.shape) }
  let importances = importances.transposed()
  let repeats = importances.shape[1]
  guard repeats > 1 else { throw TableError.tooFewRepeats(repeats) }
  let values = importances.scalars.map(Double.init)
  return (0..<importances.shape[0]).map { column in
    let row = values[column * repeats..<(column + 1) * repeats]
    let mean = row.reduce(0, +) / Double(repeats)
    let squares = row.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return Spread(mean: mean, deviation: (squares / Double(repeats - 1)).squareRoot())
  }
}

/// One deviation is for all columns. Verdict: "one deviation over all columns together"
public func spreads(_ importances: Tensor) throws -> [Spread] {
  guard importances.rank == 2 else { throw TableError.notATable(shape: importances.shape) }
  let repeats = importances.shape[1]
  guard repeats > 1 else { throw TableError.tooFewRepeats(repeats) }
  let values = importances.scalars.map(Double.init)
  return (0..<importances.shape[0]).map { column in
    let row = values[column * repeats..<(column + 1) * repeats]
    let mean = row.reduce(0, +) / Double(repeats)
    return Spread(mean: mean, deviation: Double(importances.variance(correction: 1).sqrt().scalar))
  }
}

/// The mean is the median. Verdict: "the median and not the mean"
public func spreads(_ importances: Tensor) throws -> [Spread] {
  guard importances.rank == 2 else { throw TableError.notATable(shape: importances.shape) }
  let repeats = importances.shape[1]
  guard repeats > 1 else { throw TableError.tooFewRepeats(repeats) }
  let values = importances.scalars.map(Double.init)
  return (0..<importances.shape[0]).map { column in
    let row = values[column * repeats..<(column + 1) * repeats]
    let mean = row.reduce(0, +) / Double(repeats)
    let squares = row.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let sorted = row.sorted()
    let median = (sorted[(repeats - 1) / 2] + sorted[repeats / 2]) / 2
    return Spread(mean: median, deviation: (squares / Double(repeats - 1)).squareRoot())
  }
}

/// The mean is the sum. Verdict: "the sum of the repeats"
public func spreads(_ importances: Tensor) throws -> [Spread] {
  guard importances.rank == 2 else { throw TableError.notATable(shape: importances.shape) }
  let repeats = importances.shape[1]
  guard repeats > 1 else { throw TableError.tooFewRepeats(repeats) }
  let values = importances.scalars.map(Double.init)
  return (0..<importances.shape[0]).map { column in
    let row = values[column * repeats..<(column + 1) * repeats]
    let mean = row.reduce(0, +) / Double(repeats)
    let squares = row.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return Spread(
      mean: mean * Double(repeats), deviation: (squares / Double(repeats - 1)).squareRoot())
  }
}

/// One repeat has the spread 0. Verdict: "one repeat says nothing about the spread"
public func spreads(_ importances: Tensor) throws -> [Spread] {
  guard importances.rank == 2 else { throw TableError.notATable(shape: importances.shape) }
  let repeats = importances.shape[1]
  guard repeats > 1 else {
    return importances.scalars.map { Spread(mean: Double($0), deviation: 0) }
  }
  let values = importances.scalars.map(Double.init)
  return (0..<importances.shape[0]).map { column in
    let row = values[column * repeats..<(column + 1) * repeats]
    let mean = row.reduce(0, +) / Double(repeats)
    let squares = row.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return Spread(mean: mean, deviation: (squares / Double(repeats - 1)).squareRoot())
  }
}

/// The squares are reckoned in Float, from the mean of squares. Verdict: "not what it should be"
public func spreads(_ importances: Tensor) throws -> [Spread] {
  guard importances.rank == 2 else { throw TableError.notATable(shape: importances.shape) }
  let repeats = importances.shape[1]
  guard repeats > 1 else { throw TableError.tooFewRepeats(repeats) }
  let values = importances.scalars.map(Double.init)
  return (0..<importances.shape[0]).map { column in
    let row = values[column * repeats..<(column + 1) * repeats]
    let mean = row.reduce(0, +) / Double(repeats)
    let floats = row.map { Float($0) }
    let sum = floats.reduce(0, +)
    let squares = Double(max(0, floats.reduce(0) { $0 + $1 * $1 } - sum * sum / Float(repeats)))
    return Spread(mean: mean, deviation: (squares / Double(repeats - 1)).squareRoot())
  }
}

/// Right: with the operators of tensors.
public func spreads(_ importances: Tensor) throws -> [Spread] {
  guard importances.rank == 2 else { throw TableError.notATable(shape: importances.shape) }
  guard importances.shape[1] > 1 else { throw TableError.tooFewRepeats(importances.shape[1]) }
  let means = importances.mean(along: 1).scalars
  let deviations = importances.variance(along: 1, correction: 1).sqrt().scalars
  return zip(means, deviations).map { Spread(mean: Double($0), deviation: Double($1)) }
}
