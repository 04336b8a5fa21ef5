import Expecting
import Explanations
import PermutationImportance
import Tensors
import Testing

/// What each mistake is called, the same in every check that sees it.
enum Named {
  static let sent = "rows sent to order[row]; each row takes its numbers from order[row]"
  static let allColumns =
    "every column reordered, which moves whole rows: the same as reordering the right answers"
  static let sign = "the loss before minus the loss after; what is needed has to come out above 0"
  static let after = "the loss after reordering, without taking away the loss before"
  static let clamped = "importances below 0 made 0; chance goes both ways"
  static let magnitude = "magnitudes; an importance below 0 stays below 0"
  static let ratio = "the loss after divided by the loss before; it is the difference"
  static let firstOrders = "the orders of the first column for all of them; each has its own"
  static let firstRepeat = "the first order again and again; each repeat has its own"
  static let piledUp = "columns that stay reordered while the next one is tried"
  static let repeatsPiledUp = "repeats that begin with what the one before left reordered"
  static let nothing = "0 everywhere: nothing was reordered"
}

/// A small table in lists, and the definitions in loops.
struct Rows {
  let rows: [[Float]]

  var tensor: Tensor { Tensor(Array(rows.joined()), shape: [rows.count, rows[0].count]) }

  /// The table with some columns taken from other rows.
  func reordered(_ columns: [Int], _ order: [Int]) -> Rows {
    var new = rows
    for row in rows.indices {
      for column in columns { new[row][column] = rows[order[row]][column] }
    }
    return Rows(rows: new)
  }

  /// All orders of so many rows.
  static func orders(of count: Int) -> [[Int]] {
    guard count > 0 else { return [[]] }
    return orders(of: count - 1).flatMap { shorter in
      (0..<count).map { place in
        var order = shorter
        order.insert(count - 1, at: place)
        return order
      }
    }
  }
}

/// Which row goes where: the order that puts back what another did.
func inverse(_ order: [Int]) -> [Int] {
  var inverse = order
  for (row, source) in order.enumerated() { inverse[source] = row }
  return inverse
}

/// What a loss throws in a check.
struct Refusal: Error, Equatable, CustomStringConvertible {
  let rows: Int
  var description: String { "the loss was refused by the check, asked about \(rows) rows" }
}

/// Ends the check unless a call throws what the loss throws.
func expectLossError(_ call: () throws -> Void) throws {
  do {
    try call()
  } catch is Refusal {
    return
  } catch let error as Unfinished {
    throw error
  }
  try expect(false, "an error of the loss comes out")
}

/// Ends the check unless a call refuses with a `TableError`.
func expectTableError(_ why: String, _ call: () throws -> Void) throws {
  do {
    try call()
  } catch is TableError {
    return
  } catch let error as Unfinished {
    throw error
  }
  try expect(false, "a TableError is thrown: \(why)")
}
