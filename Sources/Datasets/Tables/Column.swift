/// A column of a table: numbers or categories, some of which may be missing.
public struct Column: Sendable, Equatable {
  /// What the cells of a column are.
  public enum Kind: String, Sendable {
    case number, category
  }

  /// The cells, where nothing stands for a missing value.
  public enum Cells: Sendable, Equatable {
    case numbers([Double?])
    case categories([String?])
  }

  /// The column's name.
  public let name: String

  /// Its cells, one a row.
  public let cells: Cells

  /// Makes a column of cells.
  public init(_ name: String, _ cells: Cells) {
    self.name = name
    self.cells = cells
  }

  /// What its cells are.
  public var kind: Kind {
    switch cells {
    case .numbers: .number
    case .categories: .category
    }
  }

  /// How many cells there are.
  public var count: Int {
    switch cells {
    case .numbers(let numbers): numbers.count
    case .categories(let categories): categories.count
    }
  }

  /// Whether a row has no value.
  public func isMissing(_ row: Int) -> Bool {
    switch cells {
    case .numbers(let numbers): numbers[row] == nil
    case .categories(let categories): categories[row] == nil
    }
  }

  /// Some of the cells, in the order of their rows.
  public subscript(rows: some Collection<Int>) -> Column {
    switch cells {
    case .numbers(let numbers): Column(name, .numbers(rows.map { numbers[$0] }))
    case .categories(let categories): Column(name, .categories(rows.map { categories[$0] }))
    }
  }

  /// The number that a text is: digits with a point, a sign and an exponent, nothing else.
  static func number(_ text: String) -> Double? {
    // Without this, "inf", "nan" and "0x10" would be numbers.
    let characters = "0123456789+-.eE"
    guard text.allSatisfy(characters.contains), let number = Double(text), number.isFinite else {
      return nil
    }
    return number
  }
}
