import CourseKit
import Texts

extension Verb {
  static let doctor = Verb(
    "doctor", "what is missing on this machine, and the command that mends it",
    examples: [("./course doctor", "look at everything the course needs")],
    options: [Option("--json", nil, "one document for programs on standard output")]
  ) { (invocation) throws(CourseError) in
    let course = try? invocation.course()
    let findings = Examination(root: course?.root).findings()
    let style = invocation.style
    let longest = findings.map(\.subject.count).max() ?? 0
    for finding in findings {
      let mark =
        switch finding.state {
        case .good: style.green("✓")
        case .warning: style.yellow("!")
        case .bad: style.red("✗")
        }
      invocation.say("\(mark) \(Wrapping.pad(finding.subject, to: longest))  \(finding.fact)")
      if let remedy = finding.remedy {
        invocation.say("  \(Wrapping.pad("", to: longest))  " + style.cyan(remedy))
      }
    }
    let bad = findings.count { $0.state == .bad }
    invocation.say(
      bad == 0 ? "\nAll that the course needs is here." : "\nMissing: \(bad). See the lines with ✗."
    )
    if invocation.wantsJSON {
      invocation.write(["findings": .array(findings.map(\.json)), "missing": .number(Double(bad))])
    }
    return bad == 0 ? .passed : .fault
  }
}
