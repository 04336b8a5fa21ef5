import Checking
import Expecting
import Explanations
import Foundation
import Tensors
import Testing

/// What check files call.
@Suite struct ExpectingTests {
  @Test func `a right value lets the check go on`() throws {
    try expect(Tensor([1, 2]), is: [1, 2], mistakes: ["the reversed list": [2, 1]])
    try expect(3, is: 3)
    try expect(2.0, is: 2.001, within: 0.01)
    try expect(true, "what holds, holds")
  }

  @Test func `a wrong value ends the check with a verdict at its own line`() throws {
    // Not inside of #expect, which would be the line that is reported.
    let line = #line + 2
    do throws(CheckFailure) {
      try expect(Tensor([2, 1]), is: [1, 2], mistakes: ["the reversed list": [2, 1]])
      Issue.record("the check went on")
    } catch {
      #expect(error.verdict.kind == .mistake)
      #expect(error.verdict.sentence == "looks like the reversed list")
      #expect(error.sourceLocation.line == line)
    }
  }

  @Test func `types of a lesson are compared and their mistakes named`() throws {
    enum Reliance { case tag, label, neither }
    try expect(Reliance.tag, is: .tag)
    let failure = #expect(throws: CheckFailure.self) {
      try expect(Reliance.label, is: .tag, mistakes: ["tag and label exchanged": .label])
    }
    #expect(failure?.verdict.sentence == "looks like tag and label exchanged")
  }

  @Test func `a law that does not hold is said in words, with the input`() {
    let failure = #expect(throws: CheckFailure.self) {
      try expect(1 < 0, "no heat is negative", given: ["gradient": 3])
    }
    #expect(
      failure?.description == """
        [failed] this should be true, but is not: no heat is negative
        gradient = 3
        """)
  }

  @Test func `every seed gives another case`() throws {
    var cases: [Tensor] = []
    try forEachSeed { cases.append(.uniform(shape: [2], using: &$0)) }
    #expect(cases.count == Seeds.count)
    #expect(cases[0] != cases[1] && cases[1] != cases[2] && cases[0] != cases[2])
  }

  @Test func `a random case that fails tells its seed`() throws {
    let seeds = try Seeds().all
    var tried = 0
    let failure = #expect(throws: CheckFailure.self) {
      try forEachSeed { _ in
        tried += 1
        try expect(tried, is: 1)
      }
    }
    #expect(
      failure?.verdict.details.last
        == "a random case with seed \(seeds[1]); COURSE_SEED=\(seeds[1]) draws it first")
  }
}

/// How the trait turns what a check throws into an issue; the suite bears a function's name.
@Suite struct `heat(from:)` {
  /// Expects that a check with this body records one issue, and nothing else.
  private func expectIssue(
    _ text: String, line: Int? = nil, _ body: @escaping @Sendable () throws -> Void
  ) async throws {
    let test = try #require(Test.current)
    try await withKnownIssue {
      try await ExerciseTrait.exercise.provideScope(for: test, testCase: nil) { try body() }
    } matching: { issue in
      issue.comments.map(\.rawValue) == [text]
        && (line == nil || issue.sourceLocation?.line == line)
    }
  }

  @Test func `what a check found is recorded at the check's line`() async throws {
    try await expectIssue(
      """
      [mistake] looks like the next number
      2 instead of 1
      """, line: #line + 2
    ) {
      try expect(2, is: 1, mistakes: ["the next number": 2])
    }
  }

  @Test func `what a value is unlike is told to programs, and to nobody else`()
    async throws
  {
    let isCompared = ProcessInfo.processInfo.environment["COURSE_MARK"] != nil
    try await expectIssue(
      "[mistake] looks like the next number\n2 instead of 1"
        + (isCompared ? "\n[unlike] the one before" : "")
    ) {
      try expect(2, is: 1, mistakes: ["the next number": 2, "the one before": 0])
    }
  }

  @Test func `the suite's own function is unfinished`() async throws {
    try await expectIssue("[unfinished] heat(from:) is still to be written") {
      throw Unfinished("heat(from:)")
    }
  }

  @Test func `another function is waited for`() async throws {
    try await expectIssue("[waiting] for share(of:), which is still to be written") {
      throw Unfinished("share(of:)")
    }
  }

  @Test func `any other error is a failure`() async throws {
    struct Oops: Error {}
    try await expectIssue("[failed] stopped with an error: Oops()") { throw Oops() }
  }

  @Test func `a requirement that failed is not recorded again`() async throws {
    let test = try #require(Test.current)
    await withKnownIssue {
      await #expect(throws: ExpectationFailedError.self) {
        try await ExerciseTrait.exercise.provideScope(for: test, testCase: nil) {
          try #require(Bool(false))
        }
      }
    } matching: { issue in
      issue.comments.isEmpty
    }
  }

  @Test(.exercise) func `nothing is recorded for a check that passes`() throws {
    try expect(1, is: 1)
  }
}
