import CourseKit
import Foundation
import Texts
import Upkeep

extension Verb {
  static let verify = Verb(
    .verify,
    detail: """
      Folders and files that belong together, style, a build without warnings, every test, and for \
      each lesson: the untouched exercise is unfinished, the solution passes, every mutant fails and \
      is named in its words, the demo draws the pictures of the text, and links lead somewhere. What \
      was proved earlier and has not changed since is taken from memory, and that is said. Exercises \
      that you have begun are left alone. With a lesson, only what belongs to it is proved.
      """,
    examples: [
      ("./course verify", "everything; some minutes where much has changed"),
      ("./course verify 3", "what belongs to lesson 3"),
      ("./course verify --all", "everything anew, nothing from memory"),
      ("./course verify --only lessons", "one step alone"),
    ],
    operands: .lessons,
    options: [
      Option("--all", nil, "prove everything anew"),
      Option("--only", "STEP", "do one step: " + steps),
    ]
  ) { (invocation) throws(CourseError) in
    let course = try invocation.course()
    let lessons =
      invocation.operands.isEmpty
      ? course.curriculum.lessons : try invocation.lessons(of: course)
    let chosen = try chosenSteps(invocation)
    guard course.hasSolutions else {
      throw CourseError(
        .nothingMatched, "A student’s copy cannot be verified: it has no solutions to compare with."
      )
    }
    let line = ProgressLine()
    // Two at once would overwrite each other's versions and demos.
    let lock = try FileLock(path: course.stateFolder + "/proof/verify.lock")
    try lock.wait {
      line.show("Another ./course verify is at work here; this one begins when it is done")
    }
    defer { lock.unlock() }
    let tally = Tally(style: invocation.style)
    let verification = try Verification(
      course: course, lessons: lessons, forgetful: invocation.has("--all"),
      progress: { line.show($0) }, report: { tally.take($0) })
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

  private static func chosenSteps(
    _ invocation: Invocation
  ) throws(CourseError) -> [Verification.Step] {
    guard let name = invocation.options["--only"] else {
      return invocation.operands.isEmpty
        ? Verification.Step.allCases : Verification.Step.ofLessons
    }
    guard let step = Verification.Step(rawValue: name) else {
      let names = Verification.Step.allCases.map(\.rawValue)
      throw CourseError(
        .usage,
        "There is no step “\(name)”.\(Suggestion.sentence(for: name, among: names)) "
          + "The steps are \(steps).")
    }
    return [step]
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
