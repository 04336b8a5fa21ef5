import CourseKit
import Foundation
import Testing

@testable import Upkeep

/// What the course's own tests are said to have done, from Swift Testing's events.
@Suite struct TestRunTests {
  /// The result of a run with one test, of which these events came.
  private func result(_ events: String...) throws -> TestRun.Result {
    var stream = EventStream()
    let lines =
      [#"{"kind":"test","payload":{"kind":"function","id":"M.f()","name":"f()"}}"#] + events
    stream.append(Array((lines.joined(separator: "\n") + "\n").utf8)[...])
    stream.finish()
    return TestRun.result(of: stream, outcome: try Command("true", []).run())
  }

  private func event(_ kind: String, _ symbol: String) -> String {
    #"{"kind":"event","payload":{"kind":"\#(kind)","testID":"M.f()","messages":[{"symbol":"\#(symbol)"}]}}"#
  }

  @Test func `a test has passed where it is said to have passed`() throws {
    let passed = try result(event("testStarted", "default"), event("testEnded", "pass"))
    #expect(passed.faults == [])
    #expect(passed.fact == "1 of 1 planned tests ran")
    let ended = try result(event("testStarted", "default"), event("testEnded", "fail"))
    #expect(ended.faults == ["f(): ended, and was not said to have passed"])
    let lost = try result(event("testStarted", "default"))
    #expect(lost.failed == ["f(): did not end"])
  }

  @Test func `a test that was left out is counted, and a run of none is no success`() throws {
    let skipped = try result(event("testSkipped", "skip"))
    #expect(skipped.failed == [])
    #expect(skipped.fact == "0 of 1 planned tests ran, 1 skipped")
    #expect(skipped.faults.first?.hasPrefix("no test ran") == true)
  }
}
