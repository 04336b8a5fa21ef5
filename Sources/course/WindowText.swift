import Texts

/// What fits into a terminal's window: the top of a verdict, a note below it, and lines at the foot.
///
/// A terminal breaks what is too long for it, so rows are counted as it will show them; and what is
/// too much is cut at the end, since a window that scrolls loses its top.
struct WindowText {
  /// What stands on top.
  let verdict: [String]
  /// What stands below it: a hint, a question, a complaint.
  let note: [String]
  /// What always stays.
  let foot: [String]

  /// The lines for a window.
  ///
  /// - Parameters:
  ///   - columns: How wide it is.
  ///   - rows: How high it is.
  ///   - rest: Where all of the verdict can be read.
  /// - Returns: No more than there is room for, except that the foot and a little of the verdict are
  ///   always there.
  func lines(columns: Int, rows: Int, rest: String) -> [String] {
    let window = Window(columns: columns)
    let room = rows - window.rows(of: foot)
    // Somebody has just asked for the note; of the verdict the title and what is wrong stay.
    let top = min(window.rows(of: verdict), 7)
    let shownNote = window.cut(note, rows: room - top) { "… \($0) more lines" }
    let shownVerdict = window.cut(verdict, rows: room - window.rows(of: shownNote)) {
      "… \($0) more lines: \(rest)"
    }
    return shownVerdict + shownNote + foot
  }
}

/// How a terminal of some width breaks lines.
struct Window {
  let columns: Int

  /// The lines of a text.
  static func rows(of text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// How many rows a line takes.
  func rows(of line: String) -> Int {
    max(1, (Wrapping.width(of: line) + columns - 1) / max(1, columns))
  }

  /// How many rows lines take.
  func rows(of lines: [String]) -> Int { lines.reduce(0) { $0 + rows(of: $1) } }

  /// The first lines, and how many are missing; always at least one.
  func cut(_ lines: [String], rows room: Int, words: (Int) -> String) -> [String] {
    guard rows(of: lines) > room, lines.count > 1 else { return lines }
    var kept: [String] = []
    var used = 1
    for line in lines {
      used += rows(of: line)
      if used > room, !kept.isEmpty { break }
      kept.append(line)
    }
    while kept.count > 1, kept.last?.isEmpty == true { kept.removeLast() }
    let left = lines.count - kept.count
    let last = words(left)
    return kept + [
      Wrapping.cut(left == 1 ? last.replacing("lines", with: "line") : last, width: columns)
    ]
  }
}
