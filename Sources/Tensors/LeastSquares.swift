/// Why a system of equations has no single solution.
public enum LeastSquaresError: Error, Equatable, CustomStringConvertible {
  /// The matrix is not symmetric and positive definite; the elimination failed at this unknown.
  case notPositiveDefinite(unknown: Int)
  /// The parts of the problem have different sizes.
  case mismatch(String)

  /// The reason and what to do.
  public var description: String {
    switch self {
    case .notPositiveDefinite(let unknown):
      """
      the equations do not determine unknown \(unknown) (counted from 0): it depends on those \
      before it, or there are too few rows; add a ridge, or leave it out
      """
    case .mismatch(let text): text
    }
  }
}

/// Solves A x = b for a symmetric, positive definite A, in double precision.
///
///     A = L Lᵀ          L y = b          Lᵀ x = y
///
/// - Parameters:
///   - matrix: A, row by row; only its lower triangle is read.
///   - rightSide: b.
/// - Returns: x.
/// - Throws: `LeastSquaresError` when A has no such factors, to within rounding.
public func choleskySolve(
  _ matrix: [[Double]], _ rightSide: [Double]
) throws(LeastSquaresError) -> [Double] {
  let size = rightSide.count
  guard matrix.count == size, matrix.allSatisfy({ $0.count == size }) else {
    throw .mismatch(
      "choleskySolve: a matrix of \(matrix.count) rows and a right side of \(size) do not fit")
  }
  var factor = matrix
  for row in 0..<size {
    for column in 0...row {
      var sum = matrix[row][column]
      for index in 0..<column { sum -= factor[row][index] * factor[column][index] }
      if row > column {
        factor[row][column] = sum / factor[column][column]
      } else {
        // What is left of the diagonal after elimination; rounding leaves this much of nothing.
        let noise = Double(size) * 0x1p-52 * matrix[row][row].magnitude
        guard sum > noise, sum.isFinite else { throw .notPositiveDefinite(unknown: row) }
        factor[row][row] = sum.squareRoot()
      }
    }
  }
  var solution = rightSide
  for row in 0..<size {
    for index in 0..<row { solution[row] -= factor[row][index] * solution[index] }
    solution[row] /= factor[row][row]
  }
  for row in (0..<size).reversed() {
    for index in row + 1..<size { solution[row] -= factor[index][row] * solution[index] }
    solution[row] /= factor[row][row]
  }
  return solution
}

/// Returns the coefficients that predict targets best, in double precision.
///
///     minimise Σ weightᵢ (targetᵢ − rowᵢ · x)² + ridge · |x|²
///     (Xᵀ W X + ridge · I) x = Xᵀ W t
///
/// An intercept is a column of ones; center the columns first if a ridge should spare it.
///
/// - Parameters:
///   - rows: X, one row an example.
///   - targets: What each row should give.
///   - weights: How much each row counts; all the same if absent. None is negative.
///   - ridge: The penalty on large coefficients.
/// - Returns: x, one coefficient a column.
/// - Throws: `LeastSquaresError` when sizes differ or a column depends on others.
public func leastSquares(
  _ rows: [[Double]], targets: [Double], weights: [Double]? = nil, ridge: Double = 0
) throws(LeastSquaresError) -> [Double] {
  let columns = rows.first?.count ?? 0
  let weights = weights ?? [Double](repeating: 1, count: rows.count)
  guard rows.count == targets.count, rows.count == weights.count,
    rows.allSatisfy({ $0.count == columns })
  else {
    throw .mismatch(
      """
      leastSquares: \(rows.count) rows need as many targets (given: \(targets.count)) and \
      weights (given: \(weights.count)), and each row \(columns) columns
      """)
  }
  guard weights.allSatisfy({ $0 >= 0 }) else {
    throw .mismatch("leastSquares: a weight is negative or not a number")
  }
  var matrix = [[Double]](repeating: [Double](repeating: 0, count: columns), count: columns)
  var rightSide = [Double](repeating: 0, count: columns)
  for (index, row) in rows.enumerated() {
    for i in 0..<columns {
      let weighted = weights[index] * row[i]
      rightSide[i] += weighted * targets[index]
      for j in 0...i { matrix[i][j] += weighted * row[j] }
    }
  }
  for index in 0..<columns { matrix[index][index] += ridge }
  return try choleskySolve(matrix, rightSide)
}
