/// The deviation is not divided by the root of the number of orders. Verdict: "the deviation itself"
public func standardErrors(of contributions: Tensor) throws -> [Double] {
  let rows = contributions.shape[0]
  guard rows > 1 else {
    return [Double](repeating: .infinity, count: contributions.shape[1])
  }
  let variances = contributions.variance(along: 0, correction: 1).scalars
  return variances.map { Double($0).squareRoot() }
}

/// The squares are divided by m. Verdict: "squares divided by m"
public func standardErrors(of contributions: Tensor) throws -> [Double] {
  let rows = contributions.shape[0]
  guard rows > 1 else {
    return [Double](repeating: .infinity, count: contributions.shape[1])
  }
  let variances = contributions.variance(along: 0, correction: 0).scalars
  return variances.map { (Double($0) / Double(rows)).squareRoot() }
}

/// The deviation is divided by m and not by its root. Verdict: "it is by its root"
public func standardErrors(of contributions: Tensor) throws -> [Double] {
  let rows = contributions.shape[0]
  guard rows > 1 else {
    return [Double](repeating: .infinity, count: contributions.shape[1])
  }
  let variances = contributions.variance(along: 0, correction: 1).scalars
  return variances.map { Double($0).squareRoot() / Double(rows) }
}

/// There is an error for each order. Verdict: "one error for each order"
public func standardErrors(of contributions: Tensor) throws -> [Double] {
  let contributions = contributions.transposed()
  let rows = contributions.shape[0]
  guard rows > 1 else {
    return [Double](repeating: .infinity, count: contributions.shape[1])
  }
  let variances = contributions.variance(along: 0, correction: 1).scalars
  return variances.map { (Double($0) / Double(rows)).squareRoot() }
}

/// The mean of the squares minus the square of the mean, which cancels. Verdict: "not what it should be"
public func standardErrors(of contributions: Tensor) throws -> [Double] {
  let rows = contributions.shape[0]
  guard rows > 1 else {
    return [Double](repeating: .infinity, count: contributions.shape[1])
  }
  let variances =
    ((contributions * contributions).mean(along: 0)
    - contributions.mean(along: 0).squared()).scalars.map {
      max(0, $0) * Float(rows) / Float(rows - 1)
    }
  return variances.map { (Double($0) / Double(rows)).squareRoot() }
}

/// One order alone is taken to have no error. Verdict: "0.0 instead of inf"
public func standardErrors(of contributions: Tensor) throws -> [Double] {
  let rows = contributions.shape[0]
  guard rows > 1 else {
    return [Double](repeating: 0, count: contributions.shape[1])
  }
  let variances = contributions.variance(along: 0, correction: 1).scalars
  return variances.map { (Double($0) / Double(rows)).squareRoot() }
}

/// The variance is given. Verdict: "looks like the variance"
public func standardErrors(of contributions: Tensor) throws -> [Double] {
  let rows = contributions.shape[0]
  guard rows > 1 else {
    return [Double](repeating: .infinity, count: contributions.shape[1])
  }
  let variances = contributions.variance(along: 0, correction: 1).scalars
  return variances.map { Double($0) }
}

/// The root is missing. Verdict: "its root is missing"
public func standardErrors(of contributions: Tensor) throws -> [Double] {
  let rows = contributions.shape[0]
  guard rows > 1 else {
    return [Double](repeating: .infinity, count: contributions.shape[1])
  }
  let variances = contributions.variance(along: 0, correction: 1).scalars
  return variances.map { Double($0) / Double(rows) }
}

/// Two orders are taken to tell nothing, too. Verdict: "inf instead of 1.5"
public func standardErrors(of contributions: Tensor) throws -> [Double] {
  let rows = contributions.shape[0]
  guard rows > 2 else {
    return [Double](repeating: .infinity, count: contributions.shape[1])
  }
  let variances = contributions.variance(along: 0, correction: 1).scalars
  return variances.map { (Double($0) / Double(rows)).squareRoot() }
}

/// Deviations are taken from the first row. Verdict: "deviations from the first row"
public func standardErrors(of contributions: Tensor) throws -> [Double] {
  let rows = contributions.shape[0]
  guard rows > 1 else {
    return [Double](repeating: .infinity, count: contributions.shape[1])
  }
  let deviations = contributions - contributions[0]
  let variances = (deviations.squared().sum(along: 0) / Tensor(Float(rows - 1))).scalars
  return variances.map { (Double($0) / Double(rows)).squareRoot() }
}

/// Deviations are taken from the median. Verdict: "deviations from the median"
public func standardErrors(of contributions: Tensor) throws -> [Double] {
  let rows = contributions.shape[0]
  guard rows > 1 else {
    return [Double](repeating: .infinity, count: contributions.shape[1])
  }
  let variances = (0..<contributions.shape[1]).map { player -> Double in
    let column = contributions[.all, player].scalars.map(Double.init)
    let sorted = column.sorted()
    let median = (sorted[(rows - 1) / 2] + sorted[rows / 2]) / 2
    return column.reduce(0) { $0 + ($1 - median) * ($1 - median) } / Double(rows - 1)
  }
  return variances.map { (Double($0) / Double(rows)).squareRoot() }
}

/// The magnitudes of deviations are averaged instead of their squares. Verdict: "the mean magnitude"
public func standardErrors(of contributions: Tensor) throws -> [Double] {
  let rows = contributions.shape[0]
  guard rows > 1 else {
    return [Double](repeating: .infinity, count: contributions.shape[1])
  }
  let deviations = (contributions - contributions.mean(along: 0)).abs()
  let variances = deviations.mean(along: 0).squared().scalars
  return variances.map { (Double($0) / Double(rows)).squareRoot() }
}

/// The root is of the number of players. Verdict: "the root of the number of players"
public func standardErrors(of contributions: Tensor) throws -> [Double] {
  let rows = contributions.shape[0]
  guard rows > 1 else {
    return [Double](repeating: .infinity, count: contributions.shape[1])
  }
  let variances = contributions.variance(along: 0, correction: 1).scalars
  return variances.map { (Double($0) / Double(contributions.shape[1])).squareRoot() }
}

/// One is taken off both times. Verdict: "m - 1 both times"
public func standardErrors(of contributions: Tensor) throws -> [Double] {
  let rows = contributions.shape[0]
  guard rows > 1 else {
    return [Double](repeating: .infinity, count: contributions.shape[1])
  }
  let variances = contributions.variance(along: 0, correction: 1).scalars
  return variances.map { (Double($0) / Double(rows - 1)).squareRoot() }
}

/// The interval of 95 % is given. Verdict: "what 95 % lie within"
public func standardErrors(of contributions: Tensor) throws -> [Double] {
  let rows = contributions.shape[0]
  guard rows > 1 else {
    return [Double](repeating: .infinity, count: contributions.shape[1])
  }
  let variances = contributions.variance(along: 0, correction: 1).scalars
  return variances.map { 1.96 * (Double($0) / Double(rows)).squareRoot() }
}

/// One error is for all players. Verdict: "one error over all players together"
public func standardErrors(of contributions: Tensor) throws -> [Double] {
  let rows = contributions.shape[0]
  guard rows > 1 else {
    return [Double](repeating: .infinity, count: contributions.shape[1])
  }
  let variance = contributions.variance(correction: 1).scalar
  let variances = [Float](repeating: variance, count: contributions.shape[1])
  return variances.map { (Double($0) / Double(contributions.count)).squareRoot() }
}

/// The division is one of whole numbers. Verdict: "1 / 6 is 0 in Swift"
public func standardErrors(of contributions: Tensor) throws -> [Double] {
  let rows = contributions.shape[0]
  guard rows > 1 else {
    return [Double](repeating: .infinity, count: contributions.shape[1])
  }
  let variances = contributions.variance(along: 0, correction: 1).scalars
  return variances.map { (Double($0) * Double(1 / rows)).squareRoot() }
}

/// A small number is added, so that nothing is 0. Verdict: "not what it should be"
public func standardErrors(of contributions: Tensor) throws -> [Double] {
  let rows = contributions.shape[0]
  guard rows > 1 else {
    return [Double](repeating: .infinity, count: contributions.shape[1])
  }
  let variances = contributions.variance(along: 0, correction: 1).scalars
  return variances.map { (Double($0) / Double(rows)).squareRoot() + 1e-7 }
}

/// What is no number has no error. Verdict: "where a contribution is NaN, so is the error"
public func standardErrors(of contributions: Tensor) throws -> [Double] {
  let rows = contributions.shape[0]
  guard rows > 1 else {
    return [Double](repeating: .infinity, count: contributions.shape[1])
  }
  let variances = contributions.variance(along: 0, correction: 1).scalars
  return variances.map { $0.isNaN ? 0 : (Double($0) / Double(rows)).squareRoot() }
}

/// Orders beyond the first thousand are left out. Verdict: "not what it should be"
public func standardErrors(of contributions: Tensor) throws -> [Double] {
  let contributions = contributions[0..<min(1000, contributions.shape[0])]
  let rows = contributions.shape[0]
  guard rows > 1 else {
    return [Double](repeating: .infinity, count: contributions.shape[1])
  }
  let variances = contributions.variance(along: 0, correction: 1).scalars
  return variances.map { (Double($0) / Double(rows)).squareRoot() }
}

/// Right: player by player in Double, the mean first.
public func standardErrors(of contributions: Tensor) throws -> [Double] {
  let (rows, players) = (contributions.shape[0], contributions.shape[1])
  var errors: [Double] = []
  for player in 0..<players {
    let values = contributions[.all, player].scalars.map { Double($0) }
    if rows == 1 {
      errors.append(Double.infinity)
      continue
    }
    let mean = values.reduce(0, +) / Double(rows)
    let squares = values.map { ($0 - mean) * ($0 - mean) }.reduce(0, +)
    errors.append((squares / Double(rows - 1)).squareRoot() / Double(rows).squareRoot())
  }
  return errors
}

/// Right: mean and squares are kept up to date, row by row.
public func standardErrors(of contributions: Tensor) throws -> [Double] {
  let numbers = contributions.scalars
  let players = contributions.shape[1]
  var mean = [Double](repeating: 0, count: players)
  var squares = mean
  var count = 0.0
  for row in 0..<contributions.shape[0] {
    count += 1
    for player in 0..<players {
      let value = Double(numbers[row * players + player])
      let before = value - mean[player]
      mean[player] += before / count
      squares[player] += before * (value - mean[player])
    }
  }
  guard count > 1 else { return squares.map { _ in .infinity } }
  return squares.map { ($0 / (count * (count - 1))).squareRoot() }
}

/// Right: with tensors, the deviations written out.
public func standardErrors(of contributions: Tensor) throws -> [Double] {
  let m = Float(contributions.shape[0])
  if m < 2 { return Array(repeating: Double.infinity, count: contributions.shape[1]) }
  let deviations = contributions - contributions.mean(along: 0)
  let variance = deviations.squared().sum(along: 0) / Tensor(m - 1)
  return (variance.sqrt() / Tensor(m).sqrt()).scalars.map { Double($0) }
}

/// Two errors are given, which most values lie within. Verdict: "two errors"
public func standardErrors(of contributions: Tensor) throws -> [Double] {
  let m = Double(contributions.shape[0])
  guard m > 1 else { return [Double](repeating: .infinity, count: contributions.shape[1]) }
  return contributions.variance(along: 0, correction: 1).scalars.map {
    (Double($0)).squareRoot() / m.squareRoot() * 2
  }
}

/// Right: the sum of squared deviations, divided once.
public func standardErrors(of contributions: Tensor) throws -> [Double] {
  let m = contributions.shape[0]
  if m < 2 { return Array(repeating: Double.infinity, count: contributions.shape[1]) }
  let centred = contributions - contributions.mean(along: 0, keepingAxes: true)
  let ss = centred.squared().sum(along: 0).scalars
  return ss.map { sqrt(Double($0) / (Double(m) * Double(m - 1))) }
}
private func sqrt(_ x: Double) -> Double { x.squareRoot() }
