import CourseKit
import Testing

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

  @Test func `a mutant is found, and its mistake is named`() {
    let evidence = LessonEvidence(
      checks: [Self.passed, Self.failed("[mistake] looks like the sum\n3 instead of 4")])
    #expect(evidence.faultsOfMutant(words: "the sum").isEmpty)
    #expect(
      evidence.faultsOfMutant(words: "the mean")
        == ["no verdict says \u{201C}the mean\u{201D}, but: [mistake] looks like the sum"])
    #expect(
      LessonEvidence(checks: [Self.passed]).faultsOfMutant(words: "the sum")
        == ["no check finds it"])
    let accused = LessonEvidence(checks: [Self.failed("[course fault] the sum is the truth")])
    #expect(accused.faultsOfMutant(words: "the sum").count == 1)
    let crash = LessonEvidence(checks: [Self.failed("[mistake] the sum"), Self.crashed])
    #expect(crash.faultsOfMutant(words: "the sum").count == 1)
  }

  @Test func `a mutant's first line says what is wrong and which words must come`() {
    let claim = MutantClaim(
      source: "// The channels are added. Twice. Verdict: \"the sum\"\nimport Tensors\n")
    #expect(claim?.mistake == "The channels are added. Twice")
    #expect(claim?.words == "the sum")
  }

  @Test(arguments: [
    "import Tensors\n", "", "// The channels are added.\n", "// . Verdict: \"\"\n",
    "// The channels are added. Verdict: the sum\n", "\n// A. Verdict: \"b\"\n",
  ])
  func `a first line of another form is none`(source: String) {
    #expect(MutantClaim(source: source) == nil)
  }
}
