/// Cuts the bytes of a CSV file into records, by RFC 4180.
///
/// Cells may be quoted, and then hold commas, doubled quotes and line breaks. Lines end with a line
/// feed, a carriage return or both. A byte order mark at the beginning is skipped.
struct CSVReader {
  /// One row of cells and the line on which it begins.
  struct Record: Equatable {
    let line: Int
    var cells: [String]
  }

  private let bytes: [UInt8]
  private let file: String
  private var place = 0
  private var line = 1

  private static let comma = UInt8(ascii: ",")
  private static let quote = UInt8(ascii: "\"")
  private static let feed = UInt8(ascii: "\n")
  private static let carriage = UInt8(ascii: "\r")

  init(_ bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
  }

  /// Returns all records; lines without a single character are not among them, so that a missing
  /// value of a table with one column has to be written out.
  mutating func records() throws(CSVError) -> [Record] {
    var records: [Record] = []
    while place < bytes.count {
      if skipLineEnd() { continue }
      records.append(try record())
    }
    return records
  }

  private mutating func record() throws(CSVError) -> Record {
    var record = Record(line: line, cells: [])
    while true {
      record.cells.append(try cell())
      guard place < bytes.count, bytes[place] == CSVReader.comma else {
        // The cell ended at a line's end or the file's.
        _ = skipLineEnd()
        return record
      }
      place += 1
    }
  }

  private mutating func cell() throws(CSVError) -> String {
    guard place < bytes.count, bytes[place] == CSVReader.quote else { return try plainCell() }
    let opening = line
    var content: [UInt8] = []
    place += 1
    while place < bytes.count {
      let byte = bytes[place]
      if byte == CSVReader.quote {
        place += 1
        guard place < bytes.count, bytes[place] == CSVReader.quote else {
          guard place == bytes.count || isEnd(bytes[place]) else {
            throw error(.textAfterQuote, line: line)
          }
          return try text(content[...], line: opening)
        }
      } else if byte == CSVReader.feed || byte == CSVReader.carriage && !isFeed(place + 1) {
        line += 1
      }
      content.append(byte)
      place += 1
    }
    throw error(.openQuote, line: opening)
  }

  private mutating func plainCell() throws(CSVError) -> String {
    let start = place
    while place < bytes.count, !isEnd(bytes[place]) {
      guard bytes[place] != CSVReader.quote else { throw error(.strayQuote, line: line) }
      place += 1
    }
    return try text(bytes[start..<place], line: line)
  }

  private func isEnd(_ byte: UInt8) -> Bool {
    byte == CSVReader.comma || byte == CSVReader.feed || byte == CSVReader.carriage
  }

  private func isFeed(_ place: Int) -> Bool {
    place < bytes.count && bytes[place] == CSVReader.feed
  }

  /// Goes on to the next line if this one ends here.
  private mutating func skipLineEnd() -> Bool {
    guard place < bytes.count else { return false }
    if bytes[place] == CSVReader.carriage {
      place += isFeed(place + 1) ? 2 : 1
    } else if bytes[place] == CSVReader.feed {
      place += 1
    } else {
      return false
    }
    line += 1
    return true
  }

  private func text(_ bytes: ArraySlice<UInt8>, line: Int) throws(CSVError) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw error(.notUTF8, line: line)
    }
    return text
  }

  private func error(_ problem: CSVError.Problem, line: Int) -> CSVError {
    CSVError(file: file, line: line, column: nil, problem: problem)
  }
}
