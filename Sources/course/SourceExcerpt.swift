import Texts

/// The lines of source that the compiler prints below an error, brought to a width so that every mark
/// stays below what it points at.
///
/// The compiler gives each character one column, tabs and wide ones too, and knows no width. So a tab
/// becomes spaces, a line that is too long is shown from where its marks are, and what a mark says is
/// broken between words.
struct SourceExcerpt {
  /// A line of source, and the lines with marks below it.
  fileprivate struct Group {
    let gutter: String
    let source: Source
    var marks: [Mark] = []
  }

  /// A line with marks: bars, and at its end what the last one says.
  fileprivate struct Mark {
    let gutter: String
    /// The places of the bars, in characters of the source.
    var bars: [Int] = []
    /// The place of the last mark.
    var place = 0
    /// The last mark, "`- ", and what it says.
    var sign = ""
    var words = ""
  }

  private var groups: [Group] = []

  /// Reads what the compiler printed below the line with an error's place.
  init(_ lines: some Sequence<String>) {
    for line in lines {
      guard let parts = line.wholeMatch(of: /( *(\d*) *\|) ?(.*)/) else {
        if !line.isEmpty { groups.append(Group(gutter: "", source: Source(line[...]))) }
        continue
      }
      let (gutter, text) = (String(parts.1) + " ", parts.3)
      if !parts.2.isEmpty {
        groups.append(Group(gutter: gutter, source: Source(text)))
      } else if !groups.isEmpty {
        groups[groups.count - 1].marks.append(Mark(text, gutter: gutter))
      }
    }
  }

  /// The lines.
  ///
  /// - Parameters:
  ///   - width: How many columns a line may take.
  ///   - known: What has been said above them, which need not be said in full again.
  /// - Returns: At least one line for each line of source.
  func lines(width: Int, known: String) -> [String] {
    groups.flatMap { group in
      let room = max(12, width - group.gutter.count)
      let places = group.marks.map { group.source.column(of: $0.place) }
      // From here on the line is shown: as far to the right as its marks need.
      let first =
        group.source.width <= room
        ? 0 : max(0, (places.max() ?? 0) - (places.isEmpty ? 0 : room / 2))
      return [group.gutter + group.source.shown(from: first, room: room)]
        + group.marks.flatMap {
          $0.lines(below: group.source, from: first, room: room, known: known)
        }
    }
  }

  /// A line of source as a terminal shows it.
  fileprivate struct Source {
    private var texts: [String] = []
    private var columns: [Int] = [0]

    init(_ line: Substring) {
      for character in line {
        let column = width
        let text =
          character == "\t"
          ? String(repeating: " ", count: 4 - column % 4) : Printable.line(String(character))
        texts.append(text)
        columns.append(column + DisplayWidth.columns(of: text))
      }
    }

    var width: Int { columns[columns.count - 1] }

    /// The column in which a character begins; marks may also stand behind the last one.
    func column(of place: Int) -> Int {
      place < columns.count ? columns[place] : width + place - columns.count + 1
    }

    /// What there is room for, with a mark at an end where something is missing.
    func shown(from first: Int, room: Int) -> String {
      let isCut = width > first + room
      let start = first > 0 ? first + 1 : 0
      let end = first + room - (isCut ? 1 : 0)
      var result = first > 0 ? "…" : ""
      var used = start
      for (place, text) in texts.enumerated()
      where columns[place] >= start && columns[place + 1] <= end {
        result += String(repeating: " ", count: columns[place] - used) + text
        used = columns[place + 1]
      }
      return isCut ? result + String(repeating: " ", count: end - used) + "…" : result
    }
  }
}

extension SourceExcerpt.Mark {
  fileprivate init(_ line: Substring, gutter: String) {
    self.gutter = gutter
    let bars = line.prefix { $0 == " " || $0 == "|" }
    var rest = line[bars.endIndex...]
    self.bars = bars.enumerated().filter { $0.element == "|" }.map(\.offset)
    place = bars.count
    if rest.hasPrefix("`-") {
      sign = "`- "
    } else if rest.hasPrefix("-"), self.bars.last == place - 1 {
      // The last bar belongs to the mark: "|- note: …".
      self.bars.removeLast()
      place -= 1
      sign = "|- "
      rest = "|" + rest
    }
    words = String(rest.dropFirst(sign.isEmpty ? 0 : 2).drop { $0 == " " })
  }

  /// The mark below its line, and what it says.
  fileprivate func lines(
    below source: SourceExcerpt.Source, from first: Int, room: Int, known: String
  ) -> [String] {
    let column = source.column(of: place) - first
    var start = ""
    for bar in bars {
      let place = source.column(of: bar) - first
      if place >= start.count { start += String(repeating: " ", count: place - start.count) + "|" }
    }
    if sign.isEmpty { return [gutter + start] }
    // A mark to the left of what is shown has only its words.
    guard column >= start.count else {
      return wrapped(words, room: room, indent: 0).map { gutter + $0 }
    }
    start += String(repeating: " ", count: column - start.count)
    if column + sign.count + Wrapping.width(of: words) <= room {
      return [gutter + start + sign + words]
    }
    if known.hasSuffix(words) { return [gutter + start + "^"] }
    let indent = column + sign.count
    if room - indent >= 30 {
      let texts = wrapped(words, room: room, indent: indent)
      return [gutter + start + sign + texts[0].dropFirst(indent)]
        + texts.dropFirst().map { gutter + $0 }
    }
    return [gutter + start + "^"]
      + wrapped(words, room: room, indent: max(0, min(column, room - 36))).map { gutter + $0 }
  }

  private func wrapped(_ text: String, room: Int, indent: Int) -> [String] {
    let space = String(repeating: " ", count: indent)
    return Wrapping.wrap(space + text, width: room, indent: space)
      .split(separator: "\n").map(String.init)
  }
}
