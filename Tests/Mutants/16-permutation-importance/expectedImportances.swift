/// The factor 2 is missing. Verdict: "half of it"
public func expectedImportances(ofLinear weights: Tensor, on table: Tensor) throws -> Tensor {
  guard table.rank == 2 else { throw TableError.notATable(shape: table.shape) }
  guard weights.shape == [table.shape[1]] else {
    throw TableError.wrongCount(found: weights.count, expected: table.shape[1])
  }
  return weights.squared() * table.variance(along: 0)
}

/// The variance is that of a sample. Verdict: "divides by one less"
public func expectedImportances(ofLinear weights: Tensor, on table: Tensor) throws -> Tensor {
  guard table.rank == 2 else { throw TableError.notATable(shape: table.shape) }
  guard weights.shape == [table.shape[1]] else {
    throw TableError.wrongCount(found: weights.count, expected: table.shape[1])
  }
  return 2 * weights.squared() * table.variance(along: 0, correction: 1)
}

/// The weight is not squared. Verdict: "the weight itself"
public func expectedImportances(ofLinear weights: Tensor, on table: Tensor) throws -> Tensor {
  guard table.rank == 2 else { throw TableError.notATable(shape: table.shape) }
  guard weights.shape == [table.shape[1]] else {
    throw TableError.wrongCount(found: weights.count, expected: table.shape[1])
  }
  return 2 * weights * table.variance(along: 0)
}

/// It is the magnitude of the weight. Verdict: "the magnitude of the weight"
public func expectedImportances(ofLinear weights: Tensor, on table: Tensor) throws -> Tensor {
  guard table.rank == 2 else { throw TableError.notATable(shape: table.shape) }
  guard weights.shape == [table.shape[1]] else {
    throw TableError.wrongCount(found: weights.count, expected: table.shape[1])
  }
  return 2 * weights.abs() * table.variance(along: 0)
}

/// The weights are missing. Verdict: "without the weights"
public func expectedImportances(ofLinear weights: Tensor, on table: Tensor) throws -> Tensor {
  guard table.rank == 2 else { throw TableError.notATable(shape: table.shape) }
  guard weights.shape == [table.shape[1]] else {
    throw TableError.wrongCount(found: weights.count, expected: table.shape[1])
  }
  return 2 * table.variance(along: 0)
}

/// The variance is missing. Verdict: "without the variance"
public func expectedImportances(ofLinear weights: Tensor, on table: Tensor) throws -> Tensor {
  guard table.rank == 2 else { throw TableError.notATable(shape: table.shape) }
  guard weights.shape == [table.shape[1]] else {
    throw TableError.wrongCount(found: weights.count, expected: table.shape[1])
  }
  return 2 * weights.squared()
}

/// It is the deviation and not the variance. Verdict: "the deviation of the column"
public func expectedImportances(ofLinear weights: Tensor, on table: Tensor) throws -> Tensor {
  guard table.rank == 2 else { throw TableError.notATable(shape: table.shape) }
  guard weights.shape == [table.shape[1]] else {
    throw TableError.wrongCount(found: weights.count, expected: table.shape[1])
  }
  return 2 * weights.squared() * table.variance(along: 0).sqrt()
}

/// It is the mean square and not the variance. Verdict: "the mean of the squares about 0"
public func expectedImportances(ofLinear weights: Tensor, on table: Tensor) throws -> Tensor {
  guard table.rank == 2 else { throw TableError.notATable(shape: table.shape) }
  guard weights.shape == [table.shape[1]] else {
    throw TableError.wrongCount(found: weights.count, expected: table.shape[1])
  }
  return 2 * weights.squared() * table.squared().mean(along: 0)
}

/// The root is taken. Verdict: "the root of it"
public func expectedImportances(ofLinear weights: Tensor, on table: Tensor) throws -> Tensor {
  guard table.rank == 2 else { throw TableError.notATable(shape: table.shape) }
  guard weights.shape == [table.shape[1]] else {
    throw TableError.wrongCount(found: weights.count, expected: table.shape[1])
  }
  return (2 * weights.squared() * table.variance(along: 0)).sqrt()
}

/// It is twice too much. Verdict: "twice too much"
public func expectedImportances(ofLinear weights: Tensor, on table: Tensor) throws -> Tensor {
  guard table.rank == 2 else { throw TableError.notATable(shape: table.shape) }
  guard weights.shape == [table.shape[1]] else {
    throw TableError.wrongCount(found: weights.count, expected: table.shape[1])
  }
  return 4 * weights.squared() * table.variance(along: 0)
}

/// A weight is for all columns. Verdict: "one weight for three columns"
public func expectedImportances(ofLinear weights: Tensor, on table: Tensor) throws -> Tensor {
  guard table.rank == 2 else { throw TableError.notATable(shape: table.shape) }
  guard weights.count == table.shape[1] || weights.count == 1 else {
    throw TableError.wrongCount(found: weights.count, expected: table.shape[1])
  }
  return 2 * weights.squared() * table.variance(along: 0)
}

/// Right: all pairs of rows.
public func expectedImportances(ofLinear weights: Tensor, on table: Tensor) throws -> Tensor {
  guard table.rank == 2, weights.shape == [table.shape[1]] else {
    throw TableError.wrongCount(found: weights.count, expected: table.shape.last ?? 0)
  }
  let (rows, columns) = (table.shape[0], table.shape[1])
  let (values, factors) = (table.scalars, weights.scalars)
  var sums = [Double](repeating: 0, count: columns)
  for row in 0..<rows {
    for other in 0..<rows {
      for column in 0..<columns {
        let change = Double(
          factors[column] * (values[other * columns + column] - values[row * columns + column]))
        sums[column] += change * change
      }
    }
  }
  return Tensor(sums.map { Float($0 / Double(rows * rows)) })
}
