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
  /// How often something is asked before it is shown.
  public var predictions = 0
  /// What to do, in Markdown, without the hints that stand below each function.
  public var exercise = ""
  /// When to use its method: the cells of the table under `useHeader`; none without one.
  public var use: [String] = []
  /// The headings of its sections, in order.
  public var sections: [String] = []
  /// The functions of the exercise, in the text's order, and the hints that stand below each.
  public var hints: [FunctionHints] = []

  /// A function's hints.
  public struct FunctionHints: Equatable, Sendable {
    /// The function's name, as its heading has it in code.
    public let function: String
    /// Its hints, weakest first.
    public let hints: [Hint]
  }

  /// One hint: a fold below a function's heading, whose summary begins with "Hint".
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
    readExercise(sections["exercise"] ?? [])
    use = LessonText.use(in: sections["when to use it"] ?? [])
    predictions = LessonText.predictions(in: markdown)
  }

  /// Tells apart what is to be done and what helps, function by function.
  private mutating func readExercise(_ lines: [Substring]) {
    var texts: [String] = []
    var part: [Substring] = []
    var name: String?
    var isCode = false

    func finish() {
      let (outside, folds) = LessonText.folds(in: part) { $0.hasPrefix("Hint") }
      texts.append(outside)
      if let name { hints.append(FunctionHints(function: name, hints: folds)) }
      part = []
    }
    for line in lines {
      if line.hasPrefix("```") { isCode.toggle() }
      if !isCode, line.hasPrefix("### ") {
        finish()
        // Stars and minutes may stand behind the name.
        let pieces = line.split(separator: "`", omittingEmptySubsequences: false)
        name = pieces.count > 2 ? String(pieces[1]) : nil
      }
      part.append(line)
    }
    finish()
    exercise = texts.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  /// How often a fold follows a paragraph that begins with **Predict**, or the section of that name.
  private static func predictions(in markdown: String) -> Int {
    var isAsked = false
    var count = 0
    for line in markdown.split(separator: "\n") {
      let text = line.drop { $0 == ">" || $0 == " " }
      if text.hasPrefix("**Predict") || text.hasPrefix("## Predict") {
        isAsked = true
      } else if text.hasPrefix("<details>"), isAsked {
        count += 1
        isAsked = false
      } else if text.hasPrefix("#") {
        isAsked = false
      }
    }
    return count
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
  private static func folds(
    in lines: [Substring], titled isWanted: (String) -> Bool
  ) -> (outside: String, folds: [Hint]) {
    var outside: [Substring] = []
    var folds: [Hint] = []
    var fold: [Substring]?
    for line in lines {
      if line.hasPrefix("<details>") { fold = [] }
      guard fold != nil else {
        outside.append(line)
        continue
      }
      fold?.append(line)
      if line.hasSuffix("</details>"), let whole = fold {
        if let hint = hint(from: joined(whole)), isWanted(hint.title) {
          folds.append(hint)
          // The empty line before it goes with it.
          if outside.last?.isEmpty == true { outside.removeLast() }
        } else {
          outside += whole
        }
        fold = nil
      }
    }
    return (joined(outside + (fold ?? [])), folds)
  }

  /// What stands on a fold and in it.
  private static func hint(from fold: String) -> Hint? {
    guard let start = fold.range(of: "<summary>"), let end = fold.range(of: "</summary>") else {
      return nil
    }
    let title = fold[start.upperBound..<end.lowerBound]
    let text = fold[end.upperBound...].dropLast("</details>".count)
    return Hint(
      title: String(title.replacing("<b>", with: "").replacing("</b>", with: "")),
      text: text.trimmingCharacters(in: .whitespacesAndNewlines))
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
