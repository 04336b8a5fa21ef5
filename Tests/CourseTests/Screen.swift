import Foundation

/// What a terminal shows after all that was written to it: it breaks lines that are too long, and
/// scrolls when they are too many.
struct Screen {
  /// The letters of each row; a wide one takes two places, the second of which is empty.
  private(set) var cells: [[String]]
  /// How many rows were lost at the top since the screen was cleared.
  private(set) var scrolled = 0
  private let columns: Int
  private var row = 0
  private var column = 0

  init(rows: Int, columns: Int) {
    self.columns = columns
    cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
  }

  /// The rows as texts without spaces at their ends.
  var rows: [String] {
    cells.map { String($0.joined().reversed().drop { $0 == " " }.reversed()) }
  }

  var text: String { rows.joined(separator: "\n") }

  /// Takes in what a program writes.
  mutating func take(_ text: String) {
    var rest = Substring(text)
    while let character = rest.popFirst() {
      switch character {
      case "\u{1B}": sequence(&rest)
      case "\r": column = 0
      case "\n", "\r\n":
        column = 0
        down()
      case "\u{7}": break
      default: put(character)
      }
    }
  }

  private mutating func down() {
    row += 1
    guard row == cells.count else { return }
    cells.removeFirst()
    cells.append(Array(repeating: " ", count: columns))
    row -= 1
    scrolled += 1
  }

  private mutating func put(_ character: Character) {
    let isWide = character.unicodeScalars.contains { (0x2E80...0x9FFF).contains($0.value) }
    if column + (isWide ? 2 : 1) > columns {
      column = 0
      down()
    }
    cells[row][column] = String(character)
    if isWide { cells[row][column + 1] = "" }
    column += isWide ? 2 : 1
  }

  private mutating func sequence(_ rest: inout Substring) {
    if rest.first == "]" {  // A link, or a title: nothing that is seen.
      while let next = rest.popFirst(), next != "\u{7}" {
        if next == "\u{1B}" {
          rest = rest.dropFirst()
          return
        }
      }
      return
    }
    rest = rest.dropFirst()
    let parameters = rest.prefix { !$0.isLetter }
    rest = rest[parameters.endIndex...]
    switch rest.popFirst() {
    case "H": (row, column) = (0, 0)
    case "J" where parameters == "2":
      for row in cells.indices { cells[row] = Array(repeating: " ", count: columns) }
      scrolled = 0
    case "K": for place in column..<columns { cells[row][place] = " " }
    default: break
    }
  }
}
