import Foundation

/// What `lesson.md` says of its lesson, as far as the terminal needs it.
public struct LessonText: Equatable, Sendable {
  /// The heading.
  public var title = ""
  /// The claim in one sentence.
  public var claim = ""
  /// From one to five filled dots.
  public var difficulty = 0
  /// How long it takes.
  public var minutes = 0
  /// What it needs, as it is written.
  public var needs = ""
  /// The question that is asked before the demo runs, and its answer.
  public var prediction: (question: String, answer: String)? { predicted.map { ($0[0], $0[1]) } }
  /// What to do, in Markdown.
  public var exercise = ""
  /// When to use its method: the cells of the table under `useHeader`; none without one.
  public var use: [String] = []
  /// The headings of its sections, in order.
  public var sections: [String] = []
  /// The hints of each function, weakest first.
  public var hints: [(function: String, hints: [Hint])] {
    hintNames.map { name in (name, hintsByFunction[name] ?? []) }
  }

  private var predicted: [String]?
  private var hintNames: [String] = []
  private var hintsByFunction: [String: [Hint]] = [:]

  /// One hint.
  public struct Hint: Equatable, Sendable {
    /// What stands on the fold.
    public let title: String
    /// What it hides, in Markdown.
    public let text: String
  }

  /// Reads a lesson; what is missing stays empty.
  public init(markdown: String) {
    var section = ""
    var sections: [String: [Substring]] = [:]
    var isCode = false
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") { isCode.toggle() }
      if !isCode, line.hasPrefix("## ") {
        let heading = line.dropFirst(3).trimmingCharacters(in: .whitespaces)
        self.sections.append(heading)
        section = heading.lowercased()
      } else {
        sections[section, default: []].append(line)
      }
    }
    readHead(sections[""] ?? [])
    exercise = LessonText.joined(sections["exercise"] ?? [])
    use = LessonText.use(in: sections["when to use it"] ?? [])
    let question = LessonText.folds(in: sections["predict first"] ?? [])
    if let fold = question.folds.first { predicted = [question.outside, fold.text] }
    var name = ""
    var lines: [String: [Substring]] = [:]
    for line in sections["hints"] ?? [] {
      if line.hasPrefix("### ") {
        name = line.dropFirst(4).replacingOccurrences(of: "`", with: "")
          .trimmingCharacters(in: .whitespaces)
        hintNames.append(name)
      } else {
        lines[name, default: []].append(line)
      }
    }
    for name in hintNames { hintsByFunction[name] = LessonText.folds(in: lines[name] ?? []).folds }
  }

  private mutating func readHead(_ lines: [Substring]) {
    for line in lines {
      if title.isEmpty, line.hasPrefix("# ") {
        title = line.dropFirst(2).trimmingCharacters(in: .whitespaces)
      } else if line.hasPrefix("> ") {
        claim += (claim.isEmpty ? "" : " ") + line.dropFirst(2)
      } else if difficulty == 0, line.hasPrefix("●") {
        difficulty = line.prefix { $0 == "●" || $0 == "○" }.count { $0 == "●" }
        for piece in line.components(separatedBy: "·").dropFirst() {
          let words = piece.trimmingCharacters(in: .whitespaces)
          if words.contains("minute") {
            minutes = Int(words.prefix { $0.isNumber }) ?? 0
          } else if !words.isEmpty {
            needs += (needs.isEmpty ? "" : ", ") + words
          }
        }
      }
    }
  }

  private static func joined(_ lines: some Sequence<Substring>) -> String {
    lines.joined(separator: "\n").trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Splits Markdown into what is folded away and the rest.
  private static func folds(in lines: [Substring]) -> (outside: String, folds: [Hint]) {
    var outside: [Substring] = []
    var folds: [Hint] = []
    var inside: [Substring]?
    var title = ""
    for line in lines {
      var rest = line
      if line.contains("<details>") {
        inside = []
        title = ""
        rest = Substring(line.replacingOccurrences(of: "<details>", with: ""))
      }
      if let start = rest.range(of: "<summary>"), let end = rest.range(of: "</summary>") {
        title = String(rest[start.upperBound..<end.lowerBound])
          .replacingOccurrences(of: "<b>", with: "").replacingOccurrences(of: "</b>", with: "")
        rest = rest[end.upperBound...]
      }
      let closes = rest.contains("</details>")
      if closes { rest = Substring(rest.replacingOccurrences(of: "</details>", with: "")) }
      if inside != nil { inside?.append(rest) } else { outside.append(rest) }
      if closes, let text = inside {
        folds.append(Hint(title: title, text: joined(text)))
        inside = nil
      }
    }
    return (joined(outside), folds)
  }
}

extension LessonText {
  /// What the table that begins the section on when to use a method has columns for.
  package static let useHeader = ["it tells", "it needs", "it costs", "it misleads"]

  /// The cells of that table's only row.
  fileprivate static func use(in lines: [Substring]) -> [String] {
    func cells(_ line: Substring) -> [String] {
      line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }
    let table = lines.drop { $0.isEmpty }.prefix { $0.hasPrefix("|") }.map(cells)
    return table.count == 3 && table[0] == useHeader ? table[2] : []
  }
}
