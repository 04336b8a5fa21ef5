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
    let planned: Int
    let run: Int
    let failed: [String]
    let outcome: Command.Outcome

    /// A sentence for each test that did not pass; and one where none ran.
    var faults: [String] {
      var faults = failed
      if planned == 0 { faults.append("no test ran: " + outcome.errors.text.suffix(500)) }
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
    let failed = stream.announced.filter {
      let record = stream.records[$0.id]
      return record?.hasEnded != true || record?.issues.isEmpty == false
    }
    return Result(
      planned: stream.announced.count, run: stream.records.values.count(where: \.hasEnded),
      failed: failed.map { "\($0.name): \(stream.records[$0.id]?.issues.first ?? "did not end")" },
      outcome: outcome)
  }
}
