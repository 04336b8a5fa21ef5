/// The anchors that GitHub makes of headings, so that a link to one works here as there.
public struct Anchors {
  private var taken: Set<String> = []

  /// Begins a document, which has none yet.
  public init() {}

  /// Returns the anchor of the document's next heading; one that is there already gets a number.
  public mutating func next(for heading: String) -> String {
    let anchor = heading.lowercased().filter { $0.isLetter || $0.isNumber || "-_ ".contains($0) }
      .replacing(" ", with: "-")
    var name = anchor
    var count = 0
    while !taken.insert(name).inserted {
      count += 1
      name = "\(anchor)-\(count)"
    }
    return name
  }
}

extension Markdown {
  /// The headings of the document in order, those in folds and quotes included, with their anchors.
  public var headings: [(level: Int, words: [Inline], anchor: String)] {
    var anchors = Anchors()
    return Markdown.headings(of: blocks, &anchors)
  }

  private static func headings(
    of blocks: [Block], _ anchors: inout Anchors
  ) -> [(level: Int, words: [Inline], anchor: String)] {
    var found: [(level: Int, words: [Inline], anchor: String)] = []
    for block in blocks {
      switch block {
      case .heading(let level, let words):
        found.append((level, words, anchors.next(for: words.plain)))
      case .quote(let inside), .fold(_, let inside): found += headings(of: inside, &anchors)
      case .list(_, let items): for item in items { found += headings(of: item, &anchors) }
      default: break
      }
    }
    return found
  }
}
