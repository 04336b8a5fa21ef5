import Tensors
import Testing

@Suite struct LeastSquaresTests {
  private func close(_ a: [Double], _ b: [Double], within tolerance: Double = 1e-9) -> Bool {
    a.count == b.count
      && zip(a, b).allSatisfy { abs($0 - $1) <= tolerance * (1 + abs($1)) }
  }

  private func draw(_ rows: Int, _ columns: Int, _ generator: inout SplitMix64) -> [[Double]] {
    (0..<rows).map { _ in (0..<columns).map { _ in Double.random(in: -2...2, using: &generator) } }
  }

  @Test func `a system by hand`() throws {
    #expect(close(try choleskySolve([[4, 2], [2, 3]], [10, 9]), [1.5, 2]))
    #expect(try choleskySolve([[4]], [2]) == [0.5])
    #expect(try choleskySolve([], []) == [])
    // Only the lower triangle is read.
    #expect(close(try choleskySolve([[4, 77], [2, 3]], [10, 9]), [1.5, 2]))
  }

  @Test(arguments: [1, 2] as [UInt64])
  func `the solution solves`(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let rows = draw(12, 7, &generator)
    let matrix = (0..<7).map { i in
      (0..<7).map { j in rows.reduce(0) { $0 + $1[i] * $1[j] } }
    }
    let rightSide = (0..<7).map { _ in Double.random(in: -1...1, using: &generator) }
    let x = try choleskySolve(matrix, rightSide)
    let back = matrix.map { row in zip(row, x).reduce(0) { $0 + $1.0 * $1.1 } }
    #expect(close(back, rightSide))
  }

  @Test func `what is not positive definite is refused where it fails`() {
    #expect(throws: LeastSquaresError.notPositiveDefinite(unknown: 1)) {
      try choleskySolve([[1, 2], [2, 1]], [1, 1])
    }
    #expect(throws: LeastSquaresError.notPositiveDefinite(unknown: 0)) {
      try choleskySolve([[0]], [1])
    }
    #expect(throws: LeastSquaresError.notPositiveDefinite(unknown: 0)) {
      try choleskySolve([[.nan, 0], [0, 1]], [1, 1])
    }
    #expect(throws: LeastSquaresError.notPositiveDefinite(unknown: 1)) {
      try choleskySolve([[1, 0], [.nan, 1]], [1, 1])
    }
  }

  @Test func `sizes that do not fit are named`() {
    func message(_ body: () throws(LeastSquaresError) -> [Double]) -> String {
      do {
        return "\(try body())"
      } catch { return "\(error)" }
    }
    let first = message { () throws(LeastSquaresError) in try choleskySolve([[1, 0]], [1]) }
    #expect(first.contains("a matrix of 1 rows and a right side of 1"))
    let second = message { () throws(LeastSquaresError) in
      try leastSquares([[1], [2]], targets: [1, 2, 3])
    }
    #expect(second.contains("2 rows need as many targets (given: 3)"))
    let third = message { () throws(LeastSquaresError) in
      try leastSquares([[1], [2]], targets: [1, 2], weights: [1, -1])
    }
    #expect(third.contains("negative"))
    let ragged = message { () throws(LeastSquaresError) in
      try leastSquares([[1], [2, 3]], targets: [1, 2])
    }
    #expect(ragged.contains("each row 1 columns"))
  }

  @Test(arguments: [1, 2] as [UInt64])
  func `exact targets give their coefficients back`(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let rows = draw(20, 5, &generator)
    let truth = [3, -1, 0, 0.5, 100]
    let targets = rows.map { zip($0, truth).reduce(0) { $0 + $1.0 * $1.1 } }
    #expect(close(try leastSquares(rows, targets: targets), truth))
    let weights = rows.map { _ in Double.random(in: 0.1...3, using: &generator) }
    #expect(close(try leastSquares(rows, targets: targets, weights: weights), truth))
  }

  @Test(arguments: [1, 2] as [UInt64])
  func `residuals are perpendicular to every column`(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let rows = draw(30, 4, &generator)
    let targets = (0..<30).map { _ in Double.random(in: -1...1, using: &generator) }
    let weights = (0..<30).map { _ in Double.random(in: 0...2, using: &generator) }
    let ridge = 0.7
    let x = try leastSquares(rows, targets: targets, weights: weights, ridge: ridge)
    for column in 0..<4 {
      var slope = ridge * x[column]
      for index in 0..<30 {
        let prediction = zip(rows[index], x).reduce(0) { $0 + $1.0 * $1.1 }
        slope += weights[index] * (prediction - targets[index]) * rows[index][column]
      }
      #expect(abs(slope) < 1e-10)
    }
  }

  @Test func `a weight of 0 leaves the row out, of 2 counts it twice`() throws {
    let rows: [[Double]] = [[1, 0], [1, 1], [1, 2], [1, 3]]
    let targets: [Double] = [0, 2, 1, 100]
    let weighted = try leastSquares(rows, targets: targets, weights: [1, 2, 1, 0])
    let repeated = try leastSquares(
      [rows[0], rows[1], rows[1], rows[2]], targets: [0, 2, 2, 1])
    #expect(close(weighted, repeated))
  }

  @Test func `a line through points by hand`() throws {
    let x = try leastSquares([[1, 0], [1, 1], [1, 2]], targets: [1, 2, 4])
    #expect(close(x, [5.0 / 6, 1.5]))
    // (x · t) / (x · x + ridge)
    #expect(close(try leastSquares([[1], [2]], targets: [3, 4], ridge: 6), [1]))
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `a column that depends on others is refused, and a ridge mends it`(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let rows = draw(40, 3, &generator)
    let dependent: [(String, [[Double]])] = [
      ("doubled", rows.map { $0 + [$0[1]] }),
      ("scaled", rows.map { $0 + [0.3 * $0[0]] }),
      ("summed", rows.map { $0 + [$0[0] + $0[1] - $0[2]] }),
    ]
    let targets = rows.map { $0[0] }
    for (name, rows) in dependent {
      #expect(throws: LeastSquaresError.notPositiveDefinite(unknown: 3), "\(name)") {
        try leastSquares(rows, targets: targets)
      }
      let mended = try leastSquares(rows, targets: targets, ridge: 1e-3)
      #expect(mended.count == 4)
      #expect(mended.allSatisfy { abs($0) < 2 })
    }
    let few = Array(rows.prefix(2))
    #expect(throws: LeastSquaresError.notPositiveDefinite(unknown: 2)) {
      try leastSquares(few, targets: Array(targets.prefix(2)))
    }
  }

  @Test func `columns of very different size are no reason to refuse`() throws {
    let rows: [[Double]] = [[1e-6, 1e6], [2e-6, -1e6], [3e-6, 2e6]]
    let truth = [1e6, 1e-6]
    let targets = rows.map { zip($0, truth).reduce(0) { $0 + $1.0 * $1.1 } }
    #expect(close(try leastSquares(rows, targets: targets), truth, within: 1e-6))
  }
}
