import CourseKit
import Foundation
import Upkeep

extension Verb {
  static let verify = Verb(
    .verify,
    detail: """
      Style, a build without warnings, every test, and for each lesson: the untouched exercise is \
      unfinished, the solution passes, every mutant fails with the words it should, every innocent \
      passes, the demo draws the pictures of the text. Exercises that you have begun are left alone. With a lesson, only \
      what belongs to it is proved.
      """,
    examples: [
      ("./course verify", "everything; some minutes"),
      ("./course verify 3", "what belongs to lesson 3"),
      ("./course verify --only lessons", "one step alone"),
    ],
    operands: .lessons,
    options: [
      Option("--only", "STEP", "do one step: " + steps),
      Option("--write", nil, "write \(MethodPage.path) anew from the lessons, and prove nothing"),
    ]
  ) { (invocation) throws(CourseError) in
    let course = try invocation.course()
    let lessons =
      invocation.operands.isEmpty
      ? course.curriculum.lessons : try invocation.lessons(of: course)
    var chosen = Verification.Step.allCases
    if !invocation.operands.isEmpty { chosen = [.lessons, .texts, .demos] }
    if let name = invocation.options["--only"] {
      guard let step = Verification.Step(rawValue: name) else {
        let names = Verification.Step.allCases.map(\.rawValue)
        throw CourseError(
          .usage,
          "There is no step “\(name)”.\(Suggestion.sentence(for: name, among: names)) "
            + "The steps are \(steps).")
      }
      chosen = [step]
    }
    guard course.hasSolutions else {
      throw CourseError(
        .nothingMatched, "A student’s copy cannot be verified: it has no solutions to compare with."
      )
    }
    if invocation.has("--write") {
      try WholeFile.write(MethodPage.markdown(of: course), to: "\(course.root)/\(MethodPage.path)")
      invocation.say("\(MethodPage.path) says what the lessons say.")
      return .passed
    }
    let tally = Tally(style: invocation.style)
    let line = ProgressLine()
    let verification = Verification(
      course: course, lessons: lessons, progress: { line.show($0) }, report: { tally.take($0) })
    for step in chosen {
      do throws(CourseError) {
        try verification.run(step)
      } catch {
        if error.kind == .interrupted { throw error }
        line.show("")
        tally.fail(step.rawValue, error.description)
      }
    }
    invocation.say("\n\(tally.passed) passed, \(tally.failed) failed")
    return tally.failed == 0 && tally.passed > 0 ? .passed : .fault
  }

  private static let steps = Verification.Step.allCases.map(\.rawValue).joined(separator: ", ")
}

/// Counts what was proved, and tells it as it comes.
private final class Tally {
  private let style: Style
  private(set) var passed = 0
  private(set) var failed = 0

  init(style: Style) {
    self.style = style
  }

  func take(_ finding: Verification.Finding) {
    guard !finding.isGood else {
      passed += 1
      let fact = finding.fact.isEmpty ? "" : style.dim("  \(finding.fact)")
      Terminal.write("\(style.green("✓")) \(finding.subject)\(fact)" + "\n")
      return
    }
    failed += 1
    let fact = finding.fact.isEmpty ? "" : style.dim("  \(finding.fact)")
    Terminal.write("\(style.red("✗")) \(finding.subject)\(fact)" + "\n")
    for fault in finding.faults.prefix(10) {
      Terminal.write("    \(fault.replacing("\n", with: "\n    "))\n")
    }
    if finding.faults.count > 10 {
      Terminal.write("    … \(finding.faults.count - 10) more\n")
    }
  }

  func fail(_ subject: String, _ sentence: String) {
    failed += 1
    Terminal.write("\(style.red("✗")) \(subject)\n    \(sentence)" + "\n")
  }
}
