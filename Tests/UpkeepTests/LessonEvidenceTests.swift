import Testing
import Upkeep

/// What the course holds against its own checks.
@Suite struct LessonEvidenceTests {
  private typealias Check = LessonEvidence.Check

  private static let passed = Check(function: "f()", name: "passes", hasEnded: true)
  private static let crashed = Check(function: "f()", name: "crashes")

  private static func failed(_ issue: String) -> Check {
    Check(function: "f()", name: "fails", hasEnded: true, issues: [issue])
  }

  @Test func `a solution passes every check, and every function has checks`() {
    let evidence = LessonEvidence(checks: [Self.passed])
    #expect(evidence.faultsOfSolution(functions: ["f()"]).isEmpty)
    #expect(
      evidence.faultsOfSolution(functions: ["f()", "g()"])
        == ["g() has no checks: name a suite `g()`"])
    #expect(evidence.faultsOfSolution(functions: []).count == 1)
    #expect(LessonEvidence(checks: []).faultsOfSolution(functions: ["f()"]).count == 1)
    for bad in [Self.crashed, Self.failed("[failed] no")] {
      #expect(
        LessonEvidence(checks: [Self.passed, bad]).faultsOfSolution(functions: ["f()"]).count == 1)
    }
  }

  @Test func `a stub is unfinished or waiting in every check`() {
    let honest = [Self.failed("[unfinished] f()"), Self.failed("[waiting] for g()")]
    #expect(LessonEvidence(checks: honest).faultsOfStub().isEmpty)
    let passing = LessonEvidence(checks: honest + [Self.passed]).faultsOfStub()
    #expect(passing == ["the stub passes \u{201C}passes\u{201D}"])
    #expect(LessonEvidence(checks: [Self.crashed]).faultsOfStub().count == 1)
    #expect(LessonEvidence(checks: [Self.failed("[failed] no")]).faultsOfStub().count == 1)
    #expect(LessonEvidence(checks: [Self.failed("Expectation failed")]).faultsOfStub().count == 1)
  }

  @Test func `a mutant is found by its function's checks, and its mistake is named`() {
    let evidence = LessonEvidence(
      checks: [Self.passed, Self.failed("[mistake] looks like the sum\n3 instead of 4")])
    #expect(evidence.faultsOfMutant(of: "f()", words: "the sum").isEmpty)
    #expect(
      evidence.faultsOfMutant(of: "f()", words: "the mean")
        == ["no verdict says \u{201C}the mean\u{201D}, but: [mistake] looks like the sum"])
    #expect(
      LessonEvidence(checks: [Self.passed]).faultsOfMutant(of: "f()", words: "the sum")
        == ["no check finds it"])
    #expect(
      evidence.faultsOfMutant(of: "g()", words: "the sum")
        == ["no check of g() finds it, only of f()"])
    let accused = LessonEvidence(checks: [Self.failed("[course fault] the sum is the truth")])
    #expect(accused.faultsOfMutant(of: "f()", words: "the sum").count == 1)
  }

  @Test func `a mutant may crash only in what calls it`() {
    let caller = Check(function: "g()", name: "calls f()")
    let crash = LessonEvidence(checks: [Self.failed("[mistake] the sum"), caller])
    #expect(crash.faultsOfMutant(of: "f()", words: "the sum").isEmpty)
    #expect(
      LessonEvidence(checks: [Self.failed("[mistake] the sum"), Self.crashed])
        .faultsOfMutant(of: "f()", words: "the sum").count == 1)
  }
}
