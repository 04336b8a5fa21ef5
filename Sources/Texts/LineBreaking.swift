/// Finds where text is broken so that its lines keep to a width.
///
/// It knows nothing of how a text looks, so that lines with escape sequences and pieces with a style
/// are broken alike.
enum LineBreaking {
  /// What stands in one place of a text.
  struct Place {
    /// How many columns it takes.
    let width: Int
    /// Whether a line may end here.
    let isSpace: Bool
  }

  /// The places that each line shows: words with one space between them, none at the ends.
  ///
  /// - Parameters:
  ///   - places: The text.
  ///   - width: How many columns a line may take.
  ///   - first: How many of them are taken at the beginning of the first line.
  ///   - indent: How many of them are taken at the beginning of the others.
  ///   - keepsWords: Whether a word that is longer than a line stays whole.
  /// - Returns: At least one line, which is empty for an empty text.
  static func lines(
    of places: [Place], width: Int, first: Int = 0, indent: Int, keepsWords: Bool
  ) -> [[Int]] {
    var lines: [[Int]] = []
    var line: [Int] = []
    var used = first
    func finish() {
      lines.append(line)
      line = []
      used = indent
    }
    var index = 0
    var space: Int?
    while index < places.count {
      if places[index].isSpace {
        space = index
        index += 1
        continue
      }
      let end = places[index...].firstIndex(where: \.isSpace) ?? places.endIndex
      let columns = places[index..<end].reduce(0) { $0 + $1.width }
      if !line.isEmpty {
        if used + (space == nil ? 0 : 1) + columns > width {
          finish()
        } else if let space {
          line.append(space)
          used += 1
        }
      }
      for place in index..<end {
        if !keepsWords, !line.isEmpty, used + places[place].width > width { finish() }
        line.append(place)
        used += places[place].width
      }
      index = end
      space = nil
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    return lines
  }
}
