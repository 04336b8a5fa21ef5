import CourseKit
import Texts

/// A verdict as people read it: the first function that fails in full, a line for each other.
///
/// What stands in it may come from the learner's program, so all of it is made harmless for a terminal.
struct VerdictText {
  let report: CheckReport
  let course: Course
  let style: Style
  let width: Int
  /// Whether only the first failing check of a function is listed, and the others are counted.
  var isShort = false

  private var file: String { course.shown(course.file(of: report.lesson)) }

  /// The whole text, without a trailing newline.
  var text: String {
    var lines = [heading]
    if !report.errors.isEmpty {
      lines += ["", compilerErrors]
    } else {
      let broken = report.functions.first { !$0.results.allSatisfy(isFine) }
      for (name, results) in report.functions {
        lines.append(summary(of: name, results))
        if name == broken?.name { lines += detail(of: results) }
      }
    }
    return (lines + ["", Wrapping.wrap(ending, width: width)]).joined(separator: "\n")
  }

  private func isFine(_ result: CheckResult) -> Bool { result.outcome == .passed }

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

  // MARK: - Functions

  private func summary(of name: String, _ results: [CheckResult]) -> String {
    let passed = results.count(where: isFine)
    let worst = VerdictText.worst(of: results)
    let count = "\(passed) of \(results.count)"
    let (mark, words): (String, String) =
      switch worst {
      case .passed: (style.green("✓"), style.dim(count))
      case .unfinished: (style.yellow("○"), style.dim("still to be written"))
      case .waiting:
        (
          style.yellow("…"),
          style.dim(Printable.line(results.first { $0.outcome == .waiting }?.message ?? ""))
        )
      case .crashed: (style.red("✗"), "\(count), crashed")
      case .endless: (style.red("✗"), "\(count), did not end")
      case .courseFault: (style.red("!"), "the course is at fault")
      case .mistake, .failed, .skipped: (style.red("✗"), "\(count)")
      }
    let longest = report.functions.map { $0.name.count }.max() ?? 0
    let waits = worst == .waiting ? "waits " : ""
    let line = "  \(mark) \(Wrapping.pad(name, to: longest))  \(waits)\(words)"
    return Wrapping.cut(line, width: width)
  }

  /// What is said of a function as a whole: the worst that happened to one of its checks.
  static func worst(of results: [CheckResult]) -> CheckOutcome {
    let order: [CheckOutcome] = [
      .courseFault, .crashed, .endless, .mistake, .failed, .skipped, .unfinished, .waiting,
    ]
    return order.first { outcome in results.contains { $0.outcome == outcome } } ?? .passed
  }

  private func detail(of results: [CheckResult]) -> [String] {
    let worst = VerdictText.worst(of: results)
    if worst == .unfinished || worst == .waiting { return [] }
    var lines: [String] = []
    // What has been said once is not said again.
    var said: [String] = []
    for result in results where ![.unfinished, .waiting].contains(result.outcome) {
      if isShort, result.outcome == .passed || !said.isEmpty { continue }
      let mark =
        result.outcome == .passed
        ? style.green("✓") : result.outcome == .skipped ? style.dim("-") : style.red("✗")
      let note = result.outcome == .skipped ? style.dim(" (not run)") : ""
      lines.append(
        Wrapping.wrap("      \(mark) \(result.name)\(note)", width: width, indent: "        "))
      guard result.outcome != .passed, result.outcome != .skipped else { continue }
      if said.isEmpty {
        lines += explanation(of: result)
      } else if result.outcome == .mistake, !said.contains(result.message) {
        lines.append(indented(style.dim(Printable.cleaned(result.message))))
      }
      said.append(result.message)
    }
    if isShort {
      let others = results.count { ![.passed, .unfinished, .waiting].contains($0.outcome) } - 1
      if others > 0 {
        let what = others == 1 ? "one more check fails" : "\(others) more checks fail"
        lines.append("      " + style.dim("… \(what); ./course check lists them"))
      }
    }
    return lines
  }

  private func explanation(of result: CheckResult) -> [String] {
    var lines = [indented(style.bold(Printable.cleaned(result.message)))]
    if let line = result.line { lines.append(indented("\(file):\(line)")) }
    if let line = result.line.flatMap(sourceLine) {
      lines.append("          " + style.cyan(Wrapping.cut(line, width: width - 10)))
    }
    lines += result.details.map { detail in
      let text = Printable.cleaned(detail)
      // The rows of a tensor stay rows.
      return text.hasPrefix("[") || text.hasPrefix(" ") ? "        " + text : indented(text)
    }
    if !result.prints.isEmpty {
      let excerpt = Printable.excerpt(result.prints, lines: 20, width: width - 10)
      lines.append("        " + style.dim("Printed before:"))
      lines += excerpt.lines.map { "          " + $0 }
      if excerpt.left > 0 { lines.append("          " + style.dim("… \(excerpt.left) lines more")) }
    }
    return lines
  }

  private func indented(_ text: String) -> String {
    Wrapping.wrap("        " + text, width: width, indent: "        ")
  }

  private func sourceLine(_ number: Int) -> String? {
    let lines = (try? course.learnerText(of: report.lesson))?
      .split(separator: "\n", omittingEmptySubsequences: false)
    guard let lines, lines.indices.contains(number - 1) else { return nil }
    return Printable.line(String(lines[number - 1].drop(while: \.isWhitespace)))
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
