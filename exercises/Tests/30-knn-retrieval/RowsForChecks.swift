import Expecting
import Explanations
import KNNRetrieval
import Tensors
import Testing

/// Rows of numbers, to compute with in plain loops.
typealias Rows = [[Float]]

extension Tensor {
  /// A table of rows.
  init(_ rows: Rows) {
    self.init(rows.flatMap { $0 }, shape: [rows.count, rows.first?.count ?? 0])
  }

  /// The rows of a table.
  var rows: Rows { (0..<shape[0]).map { self[$0].scalars } }
}

/// A number for each query and row of the memory, as a table.
func table(
  _ queries: Rows, _ memory: Rows, _ number: (_ query: [Float], _ row: [Float]) -> Float
) -> Tensor {
  Tensor(queries.map { query in memory.map { row in number(query, row) } })
}

/// The sum of the products of two rows.
func dot(_ a: [Float], _ b: [Float]) -> Float { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }

/// The Euclidean length of a row.
func length(_ a: [Float]) -> Float { dot(a, a).squareRoot() }

/// The cosine of the angle between two rows that are not zero.
func cosine(_ a: [Float], _ b: [Float]) -> Float { dot(a, b) / (length(a) * length(b)) }

/// The difference of two rows.
func difference(_ a: [Float], _ b: [Float]) -> [Float] { zip(a, b).map { $0 - $1 } }

/// Rows that are each divided by a number of their own.
func divided(_ rows: Rows, by number: ([Float]) -> Float) -> Rows {
  rows.map { row in
    let divisor = number(row)
    return row.map { $0 / divisor }
  }
}

/// The places of the k largest numbers, found one by one; of equals the first.
func largest(_ k: Int, of numbers: [Float], without own: Int) -> [Int] {
  var found: [Int] = []
  for _ in 0..<k {
    var best = -1
    for place in numbers.indices where place != own && !found.contains(place) {
      if best < 0 || numbers[place] > numbers[best] { best = place }
    }
    found.append(best)
  }
  return found
}

extension SplitMix64 {
  /// Draws whole numbers from 0 to below a bound.
  mutating func numbers(_ count: Int, below bound: UInt64) -> [Int] {
    (0..<count).map { _ in Int(next() % bound) }
  }
}

/// Ends the check unless a call refuses with a `RetrievalError`.
func expectRetrievalError(_ why: String, _ call: () throws -> Void) throws {
  do {
    try call()
  } catch is RetrievalError {
    return
  } catch let error as Unfinished {
    throw error
  }
  try expect(false, "a RetrievalError is thrown: \(why)")
}
