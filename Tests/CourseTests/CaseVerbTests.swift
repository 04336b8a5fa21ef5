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

  @Test func `all functions are named that a case calls and nobody has written`() throws {
    let one = try fake.course("case", "0")
    #expect(one.code == 1 && one.errors.contains("It calls a function that is still to be written"))
    #expect(one.errors.contains("  ○ doubled(_:)\n") && !one.errors.contains("tripled"))
    #expect(one.errors.contains("./course check 00"))
    #expect(!one.output.contains("twice 2 is"), "nothing is shown by half of the code")

    let demo = try #require(fake.read("lessons/00-one/Case.swift"))
    try fake.write(demo + "\nlet threefold = try? tripled(2)\n", to: "lessons/00-one/Case.swift")
    let two = try fake.course("case", "0").errors
    #expect(two.contains("2 functions that are") && two.contains("○ doubled(_:)\n  ○ tripled(_:)"))

    // Its own code calls the one that is missing.
    try fake.write(demo, to: "lessons/00-one/Case.swift")
    try fake.learn("try tripled(x) - x", "throw Unfinished()")
    let inside = try fake.course("case", "0").errors
    #expect(inside.contains("○ tripled(_:)") && !inside.contains("○ doubled"))
  }

  @Test func `a case on code that the last check found wrong says so`() throws {
    try fake.learn("2 * x + 1")
    #expect(try fake.course("check", "0").code == 1)
    let run = try fake.course("case", "0")
    #expect(run.output.contains("At the last check doubled(_:) was not right yet"), "\(run.text)")
    try fake.learn("2 * x")
    #expect(try fake.course("check", "0").code == 0)
    #expect(!(try fake.course("case", "0").text).contains("At the last check"))
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
