import Texts

/// Rows of words and numbers under names of columns.
///
/// A column of numbers is set to the right, with as many decimals in each row as its numbers need.
public struct PageTable: Equatable, Sendable {
  /// What stands in one place.
  public enum Cell: Equatable, Sendable {
    /// Words, as they are: no markup.
    case text(String)
    /// A number.
    case number(Double)
    /// Nothing: it was not measured, or has no meaning.
    case none
  }

  /// The names of the columns.
  public let header: [String]

  /// The rows from the top, each with a cell for every column.
  public let rows: [[Cell]]

  /// How many decimals a number has at most.
  public let decimals: Int

  /// Makes a table.
  ///
  /// - Parameters:
  ///   - header: The names of the columns.
  ///   - rows: The rows, each with a cell for every column.
  ///   - decimals: How many decimals a number has at most.
  public init(_ header: [String], rows: [[Cell]], decimals: Int = 3) {
    for row in rows {
      precondition(
        row.count == header.count,
        "a table of \(header.count) columns (\(header.joined(separator: ", "))) has a row of "
          + "\(row.count) cells")
    }
    self.header = header
    self.rows = rows
    self.decimals = decimals
  }

  /// Whether a column has numbers only, and at least one.
  func isNumeric(_ column: Int) -> Bool {
    var hasNumber = false
    for row in rows {
      switch row[column] {
      case .text: return false
      case .number: hasNumber = true
      case .none: break
      }
    }
    return hasNumber
  }

  /// The cells of a column as texts, numbers with equally many decimals.
  func texts(_ column: Int) -> [String] {
    let numbers = rows.compactMap { row in
      if case .number(let value) = row[column], value.isFinite { value } else { nil }
    }
    // As few decimals as say what the most say.
    let count = (0..<max(0, decimals)).first { count in
      numbers.allSatisfy { value in
        let (few, most) = (value.text(decimals: count), value.text(decimals: decimals))
        return few == most
          || most.hasPrefix(few) && !most.dropFirst(few.count).contains { $0 > "0" }
      }
    }
    return rows.map { row in
      switch row[column] {
      case .text(let text): return text
      case .none: return "–"
      case .number(let value):
        let text = value.text(decimals: count ?? decimals)
        // A number that would vanish is written in powers of ten.
        let isLost = value != 0 && value.isFinite && !text.contains { $0 >= "1" && $0 <= "9" }
        return isLost ? value.scientificText(decimals: 1) : text
      }
    }
  }
}

extension PageTable.Cell: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
  /// Words.
  public init(stringLiteral value: String) { self = .text(value) }
}

extension PageTable.Cell: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  /// A number.
  public init(floatLiteral value: Double) { self = .number(value) }

  /// A whole number.
  public init(integerLiteral value: Int) { self = .number(Double(value)) }
}
