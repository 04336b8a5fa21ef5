import CourseKit
import Texts

/// A verdict as people read it: the function somebody is at in full, a line for each other.
///
/// What stands in it may come from the learner's program, so all of it is made harmless for a terminal.
struct VerdictText {
  let report: CheckReport
  let course: Course
  let style: Style
  let width: Int
  /// Whether only the first failing check of a function is listed, and the others are counted.
  var isShort = false

  /// The whole text, without a trailing newline.
  var text: String {
    var lines = [heading]
    if !report.errors.isEmpty {
      lines += ["", compilerErrors]
    } else {
      let longest = report.functions.map { $0.name.count }.max() ?? 0
      for (name, results) in report.functions {
        let function = FunctionText(
          name: name, results: results, report: report, course: course, style: style, width: width)
        let isFull = name == report.focus && function.isTried
        lines.append(function.summary(nameWidth: longest, isFull: isFull))
        if isFull { lines += function.details(isShort: isShort) }
      }
    }
    return (lines + ["", Wrapping.wrap(ending, width: width)]).joined(separator: "\n")
  }

  private var heading: String {
    let name = "\(report.lesson.number) \(report.lesson.slug)"
    return style.bold(name) + style.dim("  \(VerdictText.seconds(report.seconds))")
  }

  /// Seconds with as many digits as matter.
  static func seconds(_ seconds: Double) -> String {
    let hundredths = Int((seconds * 100).rounded())
    if seconds >= 10 { return "\(hundredths / 100) s" }
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest) s"
  }

  // MARK: - The compiler

  private var compilerErrors: String {
    var lines = report.errors.prefix(3).map { error in
      CompilerErrorText(error: error, style: style, width: width).lines.joined(separator: "\n")
    }
    if report.errors.count > 3 {
      lines.append(
        style.dim("And \(report.errors.count - 3) more, which often vanish with the first."))
    }
    return lines.joined(separator: "\n")
  }

  // MARK: - The last line

  private var ending: String {
    if !report.errors.isEmpty {
      return report.errors.count == 1
        ? "It does not compile yet: one error. The checks run when it does."
        : "It does not compile yet: \(report.errors.count) errors. The checks run when it does."
    }
    if report.results.isEmpty { return "No check matched." }
    let passed = report.count(.passed)
    if report.hasPassed {
      return style.green("All \(passed) checks passed.")
        + " See it: ./course run \(report.lesson.slug) --mine"
    }
    var parts = ["\(passed) of \(report.planned) checks passed"]
    let failing = report.count(.failed, .mistake, .crashed, .endless, .skipped)
    if failing > 0 { parts.append("\(failing) failed") }
    let open = report.count(.unfinished)
    if open > 0 { parts.append("\(open) not begun") }
    let waiting = report.count(.waiting)
    if waiting > 0 { parts.append("\(waiting) waiting") }
    let fault =
      report.count(.courseFault) > 0
      ? "\nThe course’s own checks are at fault here, not you. Please tell its authors." : ""
    return parts.joined(separator: ", ") + "." + fault
      + (fault.isEmpty ? " Stuck? ./course hint \(report.lesson.slug)" : "")
  }
}
