import Tensors

/// What makes two rows alike.
public enum Measure: String, Codable, CaseIterable, Sendable {
  /// The cosine of the angle between them: 1 where they point the same way, however long they are.
  case cosine
  /// The Euclidean distance with a minus: 0 where they are equal, and below 0 elsewhere.
  case euclidean
}

/// Rows to search in, and a row to search with.
public struct MemoryAndQuery: Equatable, Sendable {
  /// The rows to search in, `[rows, columns]`.
  public var memory: Tensor

  /// The row to search with, `[columns]`.
  public var query: Tensor

  /// Puts the two together.
  public init(memory: Tensor, query: Tensor) {
    (self.memory, self.query) = (memory, query)
  }
}

/// What to throw where rows, neighbours, labels and weights do not fit together.
public enum RetrievalError: Error, Codable, Equatable, CustomStringConvertible {
  /// Rows are `[rows, columns]`, with one row and one column at least; this has another shape.
  case notRows(shape: [Int])
  /// Queries and memory have different numbers of columns.
  case widthsDiffer(queries: Int, memory: Int)
  /// A number is NaN, or infinite where a direction or a distance is to be taken.
  case notANumber
  /// There should be as many of one thing as of another.
  case wrongCount(found: Int, expected: Int)
  /// So many neighbours cannot be found.
  case cannotFind(Int, among: Int)
  /// There is no such row of the memory.
  case noSuchRow(Int, rows: Int)
  /// There is no such class.
  case noSuchClass(Int, classes: Int)
  /// A weight is below 0.
  case negativeWeight
  /// Nobody votes: a query has no neighbours, or all of them have the weight 0.
  case nobodyVotes(query: Int)
  /// There is nothing to take a mean of.
  case nothing

  /// One sentence: what does not fit.
  public var description: String {
    switch self {
    case .notRows(let shape):
      "rows are [rows, columns], at least one of each, and this has the shape \(shape)"
    case .widthsDiffer(let queries, let memory):
      "a query has \(queries) numbers and a row of the memory \(memory)"
    case .notANumber: "a number is NaN or infinite, so nothing is near to it"
    case .wrongCount(let found, let expected): "there are \(found), and should be \(expected)"
    case .cannotFind(let count, let rows):
      "\(count) neighbours cannot be found among \(rows) rows: at least one, and no more than there are"
    case .noSuchRow(let row, let rows):
      "there is no row \(row): they are counted from 0, and there are \(rows)"
    case .noSuchClass(let label, let classes):
      "there is no class \(label): they are counted from 0, and there are \(classes)"
    case .negativeWeight: "a weight is below 0 or no number, and a vote counts for something"
    case .nobodyVotes(let query): "query \(query) has no neighbour whose vote counts"
    case .nothing: "there is nothing to take a mean of"
    }
  }
}

/// Returns what somebody took for cosines: dot products of rows whose lengths are what they are.
///
///     result[query, row] = query · row
///
/// It is the wrong implementation that `memoryWhereTheMeasuresDisagree()` is to expose: a long row
/// comes out as near to everything.
///
/// - Parameters:
///   - queries: The rows to search with, `[queries, columns]`.
///   - memory: The rows to search in, `[rows, columns]`.
/// - Returns: A number for each query and row, `[queries, rows]`.
public func dotProducts(of queries: Tensor, to memory: Tensor) -> Tensor {
  queries.matmul(memory, transposing: .right)
}
