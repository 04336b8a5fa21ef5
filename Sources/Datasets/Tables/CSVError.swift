/// Why a table cannot be read or used as asked, in a sentence that names the file and the line.
public struct CSVError: Error, Equatable {
  /// The path of the file, or the name it was decoded under.
  public let file: String

  /// The line of the file, counted from 1, where it is one line's fault.
  public let line: Int?

  /// The column's name, where it is one column's fault.
  public let column: String?

  /// What is wrong.
  public let problem: Problem

  /// What is wrong with a table.
  public enum Problem: Equatable, Sendable {
    /// The path gives no bytes.
    case unreadable
    /// A byte that is not part of UTF-8 text.
    case notUTF8
    /// There is not even a line with the columns' names.
    case empty
    /// A column, counted from 1, has no name.
    case unnamedColumn(Int)
    /// Two columns have the same name.
    case duplicateColumn
    /// A row has more or fewer cells than there are columns.
    case cellCount(found: Int, expected: Int)
    /// A quote in the middle of a cell that did not begin with one.
    case strayQuote
    /// Something other than a comma or the line's end behind a closing quote.
    case textAfterQuote
    /// A quote that is never closed; the line is where it opens.
    case openQuote
    /// There is no such column; `nearest` are those it may be meant for.
    case missingColumn(names: [String])
    /// A cell that should be a number and is not.
    case notANumber(String)
    /// A cell without a value where one is needed.
    case missingValue
    /// A column of numbers that is asked for as categories, or the other way round.
    case otherKind(found: Column.Kind)
  }
}

extension CSVError: CustomStringConvertible {
  /// One sentence: the file, the line and the column, what is wrong, and what to do.
  public var description: String {
    let line = line.map { ", line \($0)" } ?? ""
    let column = column.map { ", column \(shown($0))" } ?? ""
    return "\(file)\(line)\(column): \(problem)."
  }
}

extension CSVError.Problem: CustomStringConvertible {
  /// What is wrong and what to do, to follow the place.
  public var description: String {
    switch self {
    case .unreadable:
      "the file cannot be read; check the path and that it is a file you may read"
    case .notUTF8:
      "the text is not UTF-8; save the file again in that encoding"
    case .empty:
      "the file is empty; its first line should name the columns"
    case .unnamedColumn(let number):
      "the column \(number) has no name; give it one in the first line"
    case .duplicateColumn:
      "there are two columns of this name; give one of them another"
    case .cellCount(let found, let expected):
      "the row has \(found) \(found == 1 ? "cell" : "cells"), there are \(expected) columns; "
        + "check its commas, and put cells that contain one in quotes"
    case .strayQuote:
      "a quote stands in the middle of a cell; put the whole cell in quotes and double those in it"
    case .textAfterQuote:
      "something follows a cell's closing quote; double the quotes that belong to its text"
    case .openQuote:
      "a quote opens here and is never closed; close it"
    case .missingColumn(let names):
      "there is no such column; choose from \(names.map(shown).joined(separator: ", "))"
    case .notANumber(let text):
      "\(shown(text)) is no number; correct it, or leave the cell empty if it is unknown"
    case .missingValue:
      "the value is missing; drop the rows with missing values first, or leave out the column"
    case .otherKind(let found):
      found == .number
        ? "the column holds numbers; read it as categories when the table is read, or ask for numbers"
        : "the column holds categories; ask for them instead of numbers"
    }
  }
}

/// A text from a file in quotes, control characters escaped and the end of a long one left out.
private func shown(_ text: String) -> String {
  let scalars = text.unicodeScalars
  let start = String(String.UnicodeScalarView(scalars.prefix(60)))
  return start.debugDescription + (scalars.dropFirst(60).isEmpty ? "" : "…")
}
