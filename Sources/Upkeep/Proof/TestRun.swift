import CourseKit
import Foundation

/// Runs the course's own tests, and counts them: tests that did not run are no success.
struct TestRun {
  let root: String
  /// What `swift test` is given.
  let arguments: [String]
  /// What is added to the environment.
  var environment: [String: String] = [:]

  /// What came of it.
  struct Result {
    /// How many tests there are.
    let planned: Int
    /// How many came to their end.
    let run: Int
    /// How many were left out by a condition of their own.
    let skipped: Int
    /// A sentence for each test that neither passed nor was left out.
    let failed: [String]
    let outcome: Command.Outcome

    /// How many ran, of how many.
    var fact: String {
      "\(run) of \(planned) planned tests ran" + (skipped > 0 ? ", \(skipped) skipped" : "")
    }

    /// A sentence for each test that did not pass; and one where none ran.
    var faults: [String] {
      var faults = failed
      if run == 0 { faults.append("no test ran: " + outcome.errors.text.suffix(500)) }
      if !outcome.succeeded, faults.isEmpty {
        faults.append("swift test failed: " + outcome.errors.text.suffix(500))
      }
      return faults
    }
  }

  func run() throws(CourseError) -> Result {
    let folder = "\(root)/.course/run"
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let events = "\(folder)/tests.\(getpid())"
    defer { unlink(events) }
    var command = SwiftPM.command(
      "test", of: root,
      ["--event-stream-version", "0", "--event-stream-output-path", events] + arguments)
    command.environment = environment
    command.timeout = 1800
    let outcome = try command.run()
    if outcome.ending == .interrupted { throw CourseError(.interrupted, "Interrupted.") }
    var stream = EventStream()
    stream.append(Array(FileManager.default.contents(atPath: events) ?? Data())[...])
    stream.finish()
    return TestRun.result(of: stream, outcome: outcome)
  }

  /// Counts what the events say: only who is said to have passed has passed.
  static func result(of stream: EventStream, outcome: Command.Outcome) -> Result {
    let failed = stream.announced.compactMap { test -> String? in
      let record = stream.records[test.id]
      if record?.hasPassed == true || record?.wasSkipped == true { return nil }
      let words =
        record?.issues.first
        ?? (record?.hasEnded == true ? "ended, and was not said to have passed" : "did not end")
      return "\(test.name): \(words)"
    }
    return Result(
      planned: stream.announced.count, run: stream.records.values.count(where: \.hasEnded),
      skipped: stream.records.values.count(where: \.wasSkipped), failed: failed, outcome: outcome)
  }
}
