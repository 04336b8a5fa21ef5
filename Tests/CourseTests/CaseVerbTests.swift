import CourseKit
import Foundation
import Testing

/// Cases are begun one after the other, graded, and remembered.
@Suite(.serialized) struct CaseVerbTests {
  private let fake: FakeCourse

  init() throws { fake = try FakeCourse(name: "cases") }

  private var cases: JSONValue? {
    fake.read(".course/state.json").flatMap { JSONValue(parsing: Data($0.utf8)) }?["lessons"]?[
      "one"]?["cases"]
  }

  @Test func `a case runs on the learner's code; solved, the next one begins`() throws {
    try fake.learn("2 * x")
    let shown = try fake.course("case", "0")
    #expect(shown.code == 0, "\(shown.text)")
    #expect(shown.output.contains("--case 1 twice 2 is 4"))
    #expect(shown.output.contains("./course case 00 --answer"))
    #expect(cases == nil)

    #expect(try fake.course("case", "0", "--answer", "pink").code == 2)
    #expect(cases == nil)
    let wrong = try fake.course("case", "0", "--answer", "5")
    #expect(wrong.code == 1 && wrong.output.contains("To look again:  ./course case 00"))
    #expect(cases == ["1": ["answers": 1]])

    let right = try fake.course("case", "0", "--answer=4")
    #expect(right.code == 0 && right.output.contains("Solved here so far: 1."))
    #expect(cases == ["1": ["answers": 2, "solved": true]])
    #expect(try fake.course("case", "0").output.contains("--case 2 "))
    #expect(try fake.course("case", "0", "--seed", "7").output.contains("--case 7 "))
    #expect(try fake.course("case", "0", "--seed", "7", "--answer", "4").code == 0)
    #expect(try fake.course("case", "0").output.contains("--case 2 "))
  }

  @Test func `what is no seed, and a lesson without a case, are refused with a sentence`() throws {
    let seed = try fake.course("case", "0", "--seed", "x")
    #expect(seed.code == 2 && seed.errors.contains("--seed x is no seed"))
    let none = try fake.course("case", "1")
    #expect(none.code == 4 && none.errors.contains("These have one: one."))
  }

  @Test func `a file that does not compile is said to be checked first`() throws {
    try fake.learn("2 * y")
    let run = try fake.course("case", "0")
    #expect(run.code == 1 && run.errors.contains("does not compile yet"))
  }
}
