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
