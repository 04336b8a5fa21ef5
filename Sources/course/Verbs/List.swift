import CourseKit
import Texts

extension Verb {
  static let list = Verb(
    "list", "all lessons, a line each",
    examples: [
      ("./course list", "every lesson, and where you stand"),
      ("./course list --json", "the same for programs"),
    ],
    options: [Option("--json", nil, "one document for programs on standard output")]
  ) { (invocation) throws(CourseError) in
    let course = try invocation.course()
    let overview = Overview(course: course, progress: invocation.progress(of: course))
    if invocation.wantsJSON {
      invocation.write(overview.json)
    } else {
      invocation.say(listText(overview, style: invocation.style, width: invocation.width))
    }
    return .passed
  }

  /// The lessons as a table; its columns are as wide as what stands in them.
  static func listText(_ overview: Overview, style: Style, width: Int) -> String {
    var table = overview.rows.map { row -> [String] in
      let dots =
        String(repeating: "●", count: row.text.difficulty)
        + String(repeating: "○", count: max(0, 5 - row.text.difficulty))
      return [
        "\(row.standing.mark(style: style)) \(row.lesson.number) \(row.lesson.slug)",
        "\(row.checks.passed)/\(row.checks.all)", style.dim(dots),
        row.text.minutes > 0 ? "\(row.text.minutes) min" : "",
      ]
    }
    for column in 0..<4 {
      let widest = table.map { Wrapping.width(of: $0[column]) }.max() ?? 0
      for index in table.indices {
        table[index][column] = Wrapping.pad(table[index][column], to: widest)
      }
    }
    var lines: [String] = []
    var part: String?
    for (row, cells) in zip(overview.rows, table) {
      if let title = row.lesson.part, title != part {
        if !lines.isEmpty { lines.append("") }
        lines.append(style.bold(title))
      }
      part = row.lesson.part
      lines.append(
        Wrapping.cut((cells + [row.text.claim]).joined(separator: "  "), width: width))
    }
    let stale = overview.rows.contains { $0.standing == .stale }
    if stale { lines += ["", style.dim("~ passed, and changed since")] }
    return lines.joined(separator: "\n")
  }
}

extension Standing {
  /// A sign for it, one column wide.
  func mark(style: Style) -> String {
    switch self {
    case .passed: style.green("✓")
    case .stale: style.yellow("~")
    case .begun: style.yellow("·")
    case .untouched: " "
    }
  }
}
