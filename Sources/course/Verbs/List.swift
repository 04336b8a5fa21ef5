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

  /// The lessons as a table.
  static func listText(_ overview: Overview, style: Style, width: Int) -> String {
    var lines: [String] = []
    let longest = overview.rows.map { $0.lesson.slug.count }.max() ?? 0
    for part in overview.parts {
      if let title = part.title { lines += [lines.isEmpty ? "" : "\n", style.bold(title)] }
      for row in part.rows {
        let mark =
          switch row.standing {
          case .passed: style.green("✓")
          case .stale: style.yellow("~")
          case .begun: style.yellow("·")
          case .untouched: " "
          }
        let dots =
          String(repeating: "●", count: row.text.difficulty)
          + String(repeating: "○", count: max(0, 5 - row.text.difficulty))
        let time = row.text.minutes > 0 ? "\(row.text.minutes) min" : ""
        let line =
          "\(mark) \(row.lesson.number) \(Wrapping.pad(row.lesson.slug, to: longest))  "
          + "\(style.dim(dots))  \(Wrapping.pad(time, to: 7))\(row.text.claim)"
        lines.append(Wrapping.cut(line, width: width))
      }
    }
    let stale = overview.rows.contains { $0.standing == .stale }
    if stale { lines += ["", style.dim("~ passed, and changed since")] }
    return lines.map { $0 == "\n" ? "" : $0 }.joined(separator: "\n")
      .trimmingPrefix(while: \.isNewline).description
  }
}
