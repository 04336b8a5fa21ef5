import Foundation
import Tensors

/// A table from a CSV file: named columns of numbers or categories.
///
///     let penguins = try Table.penguins().droppingMissing()
///     let inputs = try penguins.matrix(of: ["bill_length_mm", "body_mass_g"])   // [N, 2]
///     let (labels, classes) = try penguins.labels("species")
public struct Table: Sendable, Equatable {
  /// The path of the file, or the name the table was decoded under.
  public let file: String

  /// The columns in the order of the file.
  public let columns: [Column]

  /// The line of the file on which each row begins, counted from 1.
  public let lines: [Int]

  /// How many rows there are.
  public var rowCount: Int { lines.count }

  /// The columns' names in the order of the file.
  public var names: [String] { columns.map(\.name) }

  private init(file: String, columns: [Column], lines: [Int]) {
    self.file = file
    self.columns = columns
    self.lines = lines
  }

  /// Reads a CSV file whose first line names the columns.
  ///
  /// A column is of numbers if all its values are, unless `kinds` says otherwise.
  ///
  /// - Parameters:
  ///   - path: Where the file is.
  ///   - missing: What stands in a cell whose value is not known.
  ///   - kinds: What the cells of some columns are; a cell that is not is an error.
  /// - Throws: A `CSVError` that names the line and the column.
  public init(
    contentsOf path: String, missing: Set<String> = ["", "NA"], kinds: [String: Column.Kind] = [:]
  ) throws(CSVError) {
    guard let data = try? Data(contentsOf: URL(filePath: path)) else {
      throw CSVError(file: path, line: nil, column: nil, problem: .unreadable)
    }
    try self.init(decoding: Array(data), name: path, missing: missing, kinds: kinds)
  }

  /// Decodes the bytes of a CSV file.
  ///
  /// - Parameters:
  ///   - bytes: The file from its first byte to its last.
  ///   - name: What errors call the table.
  ///   - missing: What stands in a cell whose value is not known.
  ///   - kinds: What the cells of some columns are; a cell that is not is an error.
  /// - Throws: A `CSVError` that names the line and the column.
  public init(
    decoding bytes: [UInt8], name: String, missing: Set<String> = ["", "NA"],
    kinds: [String: Column.Kind] = [:]
  ) throws(CSVError) {
    var reader = CSVReader(bytes, file: name)
    let records = try reader.records()
    guard let header = records.first else {
      throw CSVError(file: name, line: nil, column: nil, problem: .empty)
    }
    let names = header.cells
    let rows = records.dropFirst()
    func fail(_ problem: CSVError.Problem, line: Int, column: String? = nil) -> CSVError {
      CSVError(file: name, line: line, column: column, problem: problem)
    }
    var seen: Set<String> = []
    for (index, name) in names.enumerated() {
      guard !name.isEmpty else { throw fail(.unnamedColumn(index + 1), line: header.line) }
      guard seen.insert(name).inserted else {
        throw fail(.duplicateColumn, line: header.line, column: name)
      }
    }
    for column in kinds.keys.sorted() where !seen.contains(column) {
      throw fail(.missingColumn(names: names), line: header.line, column: column)
    }
    for row in rows where row.cells.count != names.count {
      let problem = CSVError.Problem.cellCount(found: row.cells.count, expected: names.count)
      throw fail(problem, line: row.line)
    }
    var columns: [Column] = []
    for (index, column) in names.enumerated() {
      let values = rows.map { missing.contains($0.cells[index]) ? nil : $0.cells[index] }
      let numbers = values.map { $0.flatMap(Column.number) }
      let wrong = values.indices.first { values[$0] != nil && numbers[$0] == nil }
      // A column without any value is not taken for one of numbers.
      let isNumeric = wrong == nil && values.contains { $0 != nil }
      switch kinds[column] ?? (isNumeric ? .number : .category) {
      case .number:
        if let wrong {
          let text = values[wrong] ?? ""
          throw fail(.notANumber(text), line: records[wrong + 1].line, column: column)
        }
        columns.append(Column(column, .numbers(numbers)))
      case .category:
        columns.append(Column(column, .categories(values)))
      }
    }
    self.init(file: name, columns: columns, lines: rows.map(\.line))
  }

  /// Some of the rows, in the order of their indices.
  public subscript(rows: some Collection<Int>) -> Table {
    Table(file: file, columns: columns.map { $0[rows] }, lines: rows.map { lines[$0] })
  }

  /// Returns the table without the rows in which a value is missing.
  ///
  /// - Parameter names: The columns that matter; all of them where none are named.
  /// - Returns: The rows that are whole, in their order.
  /// - Throws: A `CSVError` if there is no column of a name.
  public func droppingMissing(in names: [String]? = nil) throws(CSVError) -> Table {
    var chosen: [Column] = []
    for name in names ?? self.names { chosen.append(try column(name)) }
    return self[
      (0..<rowCount).filter { row in !chosen.contains { column in column.isMissing(row) } }]
  }

  /// Returns the column of a name.
  ///
  /// - Parameter name: As the file's first line has it.
  /// - Returns: The column.
  /// - Throws: A `CSVError` that lists the names there are.
  public func column(_ name: String) throws(CSVError) -> Column {
    guard let column = columns.first(where: { $0.name == name }) else {
      throw CSVError(
        file: file, line: nil, column: name, problem: .missingColumn(names: names))
    }
    return column
  }

  /// Returns the numbers of a column, none of them missing.
  ///
  /// - Parameter name: The column's name.
  /// - Returns: A number for each row.
  /// - Throws: A `CSVError` if there is no such column of numbers, or one of them is missing.
  public func numbers(_ name: String) throws(CSVError) -> [Double] {
    let column = try column(name)
    guard case .numbers(let numbers) = column.cells else { throw otherKind(column) }
    return try present(numbers, of: name)
  }

  /// Returns the categories of a column, none of them missing.
  ///
  /// - Parameter name: The column's name.
  /// - Returns: A category for each row.
  /// - Throws: A `CSVError` if there is no such column of categories, or one of them is missing.
  public func categories(_ name: String) throws(CSVError) -> [String] {
    let column = try column(name)
    guard case .categories(let categories) = column.cells else { throw otherKind(column) }
    return try present(categories, of: name)
  }

  /// Returns a column's categories as numbers of classes.
  ///
  /// - Parameter name: The column's name.
  /// - Returns: A class for each row, and the classes' names in alphabetical order.
  /// - Throws: A `CSVError` if there is no such column of categories, or one of them is missing.
  public func labels(_ name: String) throws(CSVError) -> (labels: [Int], classes: [String]) {
    let categories = try categories(name)
    let classes = Set(categories).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: zip(classes, classes.indices))
    return (categories.compactMap { numbers[$0] }, classes)
  }

  /// Returns columns of numbers as a matrix.
  ///
  /// - Parameter names: The columns' names; all columns of numbers where none are given.
  /// - Returns: `[rows, columns]`.
  /// - Throws: A `CSVError` if there is no such column of numbers, or a number is missing.
  public func matrix(of names: [String]? = nil) throws(CSVError) -> Tensor {
    let names = names ?? columns.filter { $0.kind == .number }.map(\.name)
    var lists: [[Double]] = []
    for name in names { lists.append(try numbers(name)) }
    let scalars = (0..<rowCount).flatMap { row in lists.map { Float($0[row]) } }
    return Tensor(scalars, shape: [rowCount, names.count])
  }

  private func otherKind(_ column: Column) -> CSVError {
    CSVError(file: file, line: nil, column: column.name, problem: .otherKind(found: column.kind))
  }

  private func present<Value>(
    _ values: [Value?], of name: String
  ) throws(CSVError) -> [Value] {
    let present = values.compactMap { $0 }
    if present.count < values.count, let row = values.firstIndex(where: { $0 == nil }) {
      throw CSVError(file: file, line: lines[row], column: name, problem: .missingValue)
    }
    return present
  }
}
