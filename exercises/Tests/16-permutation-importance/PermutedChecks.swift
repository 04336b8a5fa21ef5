import Checking
import Expecting
import PermutationImportance
import Tensors
import Testing

/// Columns that take another order: which rows, which columns, and what stays.
@Suite(.exercise) struct `permuted(_:columns:by:)` {
  private let table: Tensor = [[1, 10, 100], [2, 20, 200], [3, 30, 300], [4, 40, 400]]

  private let overwritten =
    "numbers taken from rows that were just overwritten; take them from the table as it was"

  @Test func `the column that is named takes its numbers from the rows of the order`() throws {
    let wrongColumn: Tensor = [[3, 10, 100], [1, 20, 200], [4, 30, 300], [2, 40, 400]]
    let others: Tensor = [[3, 10, 300], [1, 20, 100], [4, 30, 400], [2, 40, 200]]
    let reversed: Tensor = [[1, 40, 100], [2, 30, 200], [3, 20, 300], [4, 10, 400]]
    let written: Tensor = [[1, 2, 100], [2, 0, 200], [3, 3, 300], [4, 1, 400]]
    try expect(
      permuted(table, columns: [1], by: [2, 0, 3, 1]),
      is: [[1, 30, 100], [2, 10, 200], [3, 40, 300], [4, 20, 400]],
      mistakes: [
        Named.sent: [[1, 20, 100], [2, 40, 200], [3, 10, 300], [4, 30, 400]],
        overwritten: [[1, 30, 100], [2, 30, 200], [3, 40, 300], [4, 30, 400]],
        Named.allColumns: [[3, 30, 300], [1, 10, 100], [4, 40, 400], [2, 20, 200]],
        "the columns that are not named; the others stay": others,
        "the column before the one that is named: columns are counted from 0": wrongColumn,
        "the column from the bottom to the top, whatever the order says": reversed,
        "the numbers of the order written into the column": written,
        "the table as it was": table,
      ],
      given: ["table": table, "columns": [1], "order": [2, 0, 3, 1]])
  }

  @Test func `columns that are named together stay together`() throws {
    try expect(
      permuted(table, columns: [2, 0], by: [1, 2, 3, 0]),
      is: [[2, 10, 200], [3, 20, 300], [4, 30, 400], [1, 40, 100]],
      mistakes: [
        Named.sent: [[4, 10, 400], [1, 20, 100], [2, 30, 200], [3, 40, 300]],
        overwritten: [[2, 10, 200], [3, 20, 300], [4, 30, 400], [2, 40, 200]],
        "the first of the named columns alone": [
          [1, 10, 200], [2, 20, 300], [3, 30, 400], [4, 40, 100],
        ],
        "the last of the named columns alone": [
          [2, 10, 100], [3, 20, 200], [4, 30, 300], [1, 40, 400],
        ],
        "the order applied once more for each further column": [
          [3, 10, 200], [4, 20, 300], [1, 30, 400], [2, 40, 100],
        ],
        "the named columns exchanged with each other": [
          [200, 10, 2], [300, 20, 3], [400, 30, 4], [100, 40, 1],
        ],
      ],
      given: ["table": table, "columns": [2, 0], "order": [1, 2, 3, 0]])
  }

  @Test func `a square table is reordered down its columns, not along its rows`() throws {
    let square: Tensor = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
    try expect(
      permuted(square, columns: [0], by: [1, 2, 0]), is: [[4, 2, 3], [7, 5, 6], [1, 8, 9]],
      mistakes: [
        "numbers moved along each row; a column is reordered from row to row": [
          [2, 3, 1], [5, 6, 4], [8, 9, 7],
        ],
        "numbers moved along row 0; it is column 0 that is reordered": [
          [2, 3, 1], [4, 5, 6], [7, 8, 9],
        ],
      ],
      given: ["table": square, "columns": [0], "order": [1, 2, 0]])
  }

  @Test func `a column that is named twice is reordered once, and none is fine`() throws {
    try expect(
      permuted(table, columns: [1, 1], by: [1, 2, 3, 0]),
      is: [[1, 20, 100], [2, 30, 200], [3, 40, 300], [4, 10, 400]],
      mistakes: [
        "reordered twice; the numbers come from the table as it was": [
          [1, 30, 100], [2, 40, 200], [3, 10, 300], [4, 20, 400],
        ]
      ],
      given: ["table": table, "columns": [1, 1], "order": [1, 2, 3, 0]])
    try expect(
      permuted(table, columns: [], by: [1, 2, 3, 0]), is: table, given: ["columns": "none"])
    try expect(permuted([[5, -7]], columns: [0, 1], by: [0]), is: [[5, -7]])
  }

  @Test func `rows and columns as the definition has them, counted out`() throws {
    try forEachSeed { generator in
      let values = (0..<5).map { _ in
        Tensor.normal(shape: [4], using: &generator).scalars
      }
      let order = permutation(of: 5, using: &generator)
      let rows = Rows(rows: values)
      for columns in [[0], [3], [1, 2], [3, 0, 2], [0, 1, 2, 3]] {
        try expect(
          permuted(rows.tensor, columns: columns, by: order),
          is: rows.reordered(columns, order).tensor, within: 0,
          given: ["table": rows.tensor, "columns": columns, "order": order])
      }
    }
  }

  @Test func `the inverse order puts everything back, in thousands of rows`() throws {
    var generator = SplitMix64(seed: 3)
    let large = Tensor.normal(shape: [2500, 3], using: &generator)
    let order = permutation(of: 2500, using: &generator)
    let mixed = try permuted(large, columns: [0, 2], by: order)
    try expect(mixed.shape, is: [2500, 3])
    try expect(mixed != large, "2,500 rows in another order are another table")
    try expect(
      permuted(mixed, columns: [0, 2], by: inverse(order)), is: large, within: 0,
      given: ["table": "2,500 rows", "columns": [0, 2]])
  }

  @Test func `what does not fit is refused`() throws {
    let orders: [(String, [Int])] = [
      ("the order is one row short", [0, 1, 2]), ("the order is one too long", [0, 1, 2, 3, 0]),
      ("row 1 is there twice", [0, 1, 1, 3]), ("there is no row 4", [0, 1, 2, 4]),
      ("there is no row -1", [0, 1, 2, -1]), ("the order is empty", []),
    ]
    for (why, order) in orders {
      try expectTableError(why) { _ = try permuted(table, columns: [1], by: order) }
    }
    for column in [3, -1] {
      try expectTableError("there is no column \(column)") {
        _ = try permuted(table, columns: [0, column], by: [1, 0, 2, 3])
      }
    }
    try expectTableError("a list is no table") {
      _ = try permuted([1, 2, 3], columns: [0], by: [0, 1, 2])
    }
    try expectTableError("three axes are no table") {
      _ = try permuted(Tensor.zeros([2, 1, 1]), columns: [0], by: [1, 0])
    }
  }
}
