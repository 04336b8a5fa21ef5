import CourseKit
import Texts

extension Verb {
  static let status = Verb(
    "status", "how far you are",
    examples: [
      ("./course status", "parts with their progress, and what is next"),
      ("./course status --json", "the same for programs"),
    ],
    options: [Option("--json", nil, "one document for programs on standard output")]
  ) { (invocation) throws(CourseError) in
    let course = try invocation.course()
    let overview = Overview(course: course, progress: invocation.progress(of: course))
    invocation.wantsJSON
      ? invocation.write(overview.json)
      : invocation.say(StatusText(overview: overview, invocation: invocation).text)
    return .passed
  }
}

/// The course with somebody's progress in it.
struct Overview {
  /// One lesson of it.
  struct Row {
    let lesson: Lesson
    let text: LessonText
    let standing: Standing
    let known: LessonProgress
    /// How many of its checks passed when it was last checked, and how many there are.
    let checks: (passed: Int, all: Int)
  }

  let rows: [Row]
  let course: Course

  init(course: Course, progress: CourseProgress) {
    self.course = course
    rows = course.curriculum.lessons.map {
      let standing = course.standing(in: $0, progress: progress)
      let known = progress[$0.slug]
      return Row(
        lesson: $0, text: course.heading(of: $0), standing: standing, known: known,
        checks: course.checks(of: $0, standing: standing, known: known))
    }
  }

  /// The first lesson that has not passed as it is.
  var next: Row? { rows.first { $0.standing != .passed } }

  /// Minutes of what has not passed.
  var minutesLeft: Int { rows.filter { $0.standing != .passed }.map(\.text.minutes).reduce(0, +) }

  /// How many checks have passed, and how many there are.
  var checks: (passed: Int, all: Int) { Overview.checks(of: rows) }

  /// The checks of some lessons together.
  static func checks(of rows: [Row]) -> (passed: Int, all: Int) {
    rows.reduce((0, 0)) { ($0.0 + $1.checks.passed, $0.1 + $1.checks.all) }
  }

  /// The parts in order, with their lessons.
  var parts: [(title: String?, rows: [Row])] {
    var parts: [(String?, [Row])] = []
    for row in rows {
      if let last = parts.last, last.0 == row.lesson.part {
        parts[parts.count - 1].1.append(row)
      } else {
        parts.append((row.lesson.part, [row]))
      }
    }
    return parts
  }

  /// The overview for programs.
  var json: JSONValue {
    [
      "lessons": .array(
        rows.map { row in
          var members: [String: JSONValue] = [
            "number": .string(row.lesson.number), "slug": .string(row.lesson.slug),
            "title": .string(row.text.title), "part": row.lesson.part.map { .string($0) } ?? .null,
            "standing": .string(row.standing.rawValue),
            "minutes": .number(Double(row.text.minutes)),
            "difficulty": .number(Double(row.text.difficulty)),
            "file": .string(course.shown(course.file(of: row.lesson))),
          ]
          members["passing"] = .number(Double(row.checks.passed))
          members["checks"] = .number(Double(row.checks.all))
          if let date = row.known.passedAt { members["passedAt"] = .string(date) }
          return .object(members)
        }),
      "passed": .number(Double(rows.count { $0.standing == .passed })),
      "passing": .number(Double(checks.passed)), "checks": .number(Double(checks.all)),
      "next": next.map { .string($0.lesson.slug) } ?? .null,
      "minutesLeft": .number(Double(minutesLeft)),
    ]
  }
}

/// The overview as a page of text.
struct StatusText {
  let overview: Overview
  let invocation: Invocation

  private var style: Style { invocation.style }

  /// A bar as long as asked, filled by the share that is done: not empty once something is, and not
  /// full before all is.
  static func bar(_ done: Int, of total: Int, width: Int, style: Style) -> String {
    let share = total == 0 ? 0 : done * width / total
    let filled = done > 0 && done < total ? max(1, share) : share
    return style.green(String(repeating: "━", count: filled))
      + style.dim(String(repeating: "─", count: width - filled))
  }

  var text: String {
    var lines: [String] = []
    let parts = overview.parts
    let titles = parts.map { $0.title ?? "Welcome" }
    let longest = titles.map(\.count).max() ?? 0
    for (title, part) in zip(titles, parts) {
      let (passed, all) = Overview.checks(of: part.rows)
      let lessons = part.rows.count { $0.standing == .passed }
      let bar = StatusText.bar(passed, of: all, width: 16, style: style)
      let line =
        "  \(Wrapping.pad(title, to: longest))  \(bar)  "
        + "\(lessons) of \(part.rows.count) \(part.rows.count == 1 ? "lesson" : "lessons")"
        + style.dim(" · \(passed) of \(all) checks")
      lines.append(Wrapping.cut(line, width: invocation.width))
    }
    let stale = overview.rows.filter { $0.standing == .stale }
    if !stale.isEmpty {
      let names = stale.map { "\($0.lesson.number) \($0.lesson.slug)" }.joined(separator: ", ")
      lines += ["", style.yellow("Changed since it passed: \(names). ./course check --all")]
    }
    lines.append("")
    guard let next = overview.next else {
      return (lines + [style.green("Every lesson has passed. Well done.")]).joined(separator: "\n")
    }
    let title = next.text.title.isEmpty ? next.lesson.slug : next.text.title
    let minutes = next.text.minutes > 0 ? style.dim("  \(next.text.minutes) minutes") : ""
    lines.append("Next: " + style.bold("\(next.lesson.number) \(title)") + minutes)
    if next.standing == .begun, next.known.checks != nil {
      lines.append("      \(next.checks.passed) of \(next.checks.all) checks passed last time")
    }
    lines.append("      " + style.cyan("./course show") + "   what to do")
    lines.append("      " + style.cyan("./course") + "        watch: a verdict with every save")
    if overview.minutesLeft > next.text.minutes {
      lines += ["", style.dim("About \(StatusText.time(overview.minutesLeft)) to go.")]
    }
    return lines.joined(separator: "\n")
  }

  /// Minutes as people say them.
  static func time(_ minutes: Int) -> String {
    minutes < 90 ? "\(minutes) minutes" : "\((minutes + 30) / 60) hours"
  }
}
