import CourseKit
import Foundation
import Texts

extension Verb {
  static let check = Verb(
    "check", "build an exercise and run its checks",
    detail: """
      Only that exercise is built, so an unfinished one elsewhere is in nobody's way. Write its \
      functions in any order: the one you changed last is shown in full, each other that fails in \
      a line, and one that calls a wrong one waits for it. Ends with 0 \
      when all checks passed, 1 when not, 2 for an unknown lesson or option, 3 when the course \
      itself is at fault. With --json: the checks run in one process with the code that they check, \
      so code that sets out to forge a pass can. Who gives marks looks at the code as well.
      """,
    examples: [
      ("./course check", "the lesson you are at"), ("./course check 3", "lesson 3"),
      ("./course check vanilla", "the same, by the beginning of its name"),
      ("./course check --all", "every lesson there is"),
      ("./course check 3 --seed 7", "other random cases"),
    ],
    operands: .lessons,
    options: [
      Option("--all", nil, "check every lesson, those not begun as well"),
      Option("--timeout", "SECONDS", "when checks that do not end are ended (30)"),
      Option("--seed", "NUMBER", "draw the random cases with another seed"),
      Option("--json", nil, "one document for programs on standard output"),
    ]
  ) { (invocation) throws(CourseError) in
    let course = try invocation.course()
    let lessons =
      invocation.has("--all") ? course.curriculum.lessons : try invocation.lessons(of: course)
    var checker = Checker(course: course)
    checker.timeout = try invocation.seconds("--timeout") ?? checker.timeout
    if let text = invocation.options["--seed"] {
      guard let seed = UInt64(text) else {
        throw CourseError(.usage, "--seed \(text) is no whole number; try --seed 7.")
      }
      checker.seed = seed
    }
    checker.explainsEveryCrash = invocation.wantsJSON
    let line = ProgressLine()
    checker.progress = { line.show($0) }
    var reports: [CheckReport] = []
    var worst = ExitCode.passed
    for lesson in lessons {
      var report = CheckReport(lesson: lesson)
      do throws(CourseError) {
        report = try checker.check(lesson)
      } catch {
        // A file that is missing, or is none, stops no other lesson.
        guard error.kind == .notPassing, lessons.count > 1 || invocation.wantsJSON else {
          if invocation.wantsJSON { invocation.write(document(of: reports, endedBy: error)) }
          throw error
        }
        report.errors = [error.description]
      }
      line.show("")
      reports.append(report)
      if report.exitCode.rawValue > worst.rawValue { worst = report.exitCode }
      let name = "\(lesson.number) \(lesson.slug)"
      if lessons.count > 1, report.hasPassed {
        invocation.say("\(invocation.style.green("✓")) \(name)  \(report.planned) checks passed")
      } else if lessons.count > 1, report.isUntouched {
        invocation.say("○ \(name)  not begun")
      } else {
        invocation.say(
          VerdictText(
            report: report, course: course, style: invocation.style, width: invocation.width
          ).text)
      }
      if !report.notice.isEmpty {
        invocation.remark(Wrapping.wrap(report.notice, width: invocation.width))
      }
    }
    if lessons.count > 1 {
      let passed = reports.count(where: \.hasPassed)
      let first = reports.first { !$0.hasPassed }?.lesson
      invocation.say(
        "\n\(passed) of \(reports.count) lessons passed."
          + (first.map { " The first that did not: \($0.number) \($0.slug)" } ?? ""))
    }
    if invocation.wantsJSON {
      invocation.write([
        "lessons": .array(reports.map(\.json)), "exitCode": .number(Double(worst.rawValue)),
      ])
    }
    return worst
  }

  /// What is known when an error ends it all.
  private static func document(of reports: [CheckReport], endedBy error: CourseError) -> JSONValue {
    [
      "lessons": .array(reports.map(\.json)), "error": .string(error.description),
      "exitCode": .number(Double(error.exitCode.rawValue)),
    ]
  }
}

extension Invocation {
  /// The value of an option that is a time: from a tenth of a second to a day.
  func seconds(_ option: String) throws(CourseError) -> Double? {
    guard let text = options[option] else { return nil }
    guard let number = Double(text), (0.1...86_400).contains(number) else {
      throw CourseError(
        .usage,
        "\(option) \(text) is no number of seconds from 0.1 to 86400, a day; try \(option) 60.")
    }
    return number
  }
}

extension CheckReport {
  /// The report for programs.
  var json: JSONValue {
    [
      "lesson": .string(lesson.slug), "passed": .bool(hasPassed),
      "seconds": .number((seconds * 1000).rounded() / 1000), "planned": .number(Double(planned)),
      "focus": focus.map { .string($0) } ?? .null,
      "compilerErrors": .array(errors.map { .string($0) }),
      "checks": .array(results.map(\.json)), "notice": notice.isEmpty ? .null : .string(notice),
    ]
  }
}

extension CheckResult {
  /// The result for programs.
  var json: JSONValue {
    var members: [String: JSONValue] = [
      "function": .string(function), "name": .string(name), "outcome": .string(outcome.rawValue),
    ]
    if !message.isEmpty { members["message"] = .string(message) }
    if let mistake { members["mistake"] = .string(mistake) }
    if let waitsFor { members["waitsFor"] = .string(waitsFor) }
    if !details.isEmpty { members["details"] = .array(details.map { .string($0) }) }
    if !prints.isEmpty { members["printed"] = .string(prints) }
    if let line { members["line"] = .number(Double(line)) }
    return .object(members)
  }
}
