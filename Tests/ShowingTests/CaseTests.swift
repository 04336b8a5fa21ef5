import Explanations
import Figures
import Foundation
import Testing
import Texts

@testable import Showing

/// One of five boxes has the marble; the evidence is a weight for each.
private struct MarbleCase: PlantedCase {
  let box: Int

  init(seed: UInt64) { box = Int(seed % 5) }

  let question = CaseQuestion(
    "Where is the *marble*?", options: ["red box", "green box", "blue box", "black box", "tin"])

  func evidence() throws -> [Double] { (0..<5).map { $0 == box ? 2 : 1 } }

  func tell(_ evidence: [Double], on page: Page) {
    page.text("The weights are \(evidence.map(\.description).joined(separator: ", ")).")
  }

  func answer(from evidence: [Double]) -> Set<Int> {
    Set(evidence.indices.filter { evidence[$0] == evidence.max() })
  }

  func reply(to answer: Set<Int>) -> CaseReply {
    if answer == [box] { return .right("It is heavier.") }
    return answer == [4]
      ? .wrong("Tins are never used.") : .wrong("That box is light. Which is not?")
  }

  var wrongAnswers: [(mistake: String, answer: Set<Int>)] {
    box == 4 ? [("a box", [0])] : [("the tin", [4]), ("another box", [(box + 1) % 4])]
  }
}

/// A case with everything wrong that can be: it cannot be read, and says the same to everybody.
private struct HollowCase: PlantedCase {
  init(seed: UInt64) throws {}

  let question = CaseQuestion("Which?", options: ["a", "b", "c"])

  func evidence() throws -> Int { 0 }
  func tell(_ evidence: Int, on page: Page) {}
  func answer(from evidence: Int) -> Set<Int> { [0] }
  func reply(to answer: Set<Int>) -> CaseReply {
    answer == [1] ? .right("Yes.") : .wrong("No.")
  }
  var wrongAnswers: [(mistake: String, answer: Set<Int>)] {
    [("one", [0]), ("two", [2]), ("three", [1]), ("four", [7])]
  }
}

/// A case is shown, graded and proved; answers are numbers or names.
@Suite struct CaseTests {
  private let question = CaseQuestion(
    "Which two?", options: ["stem", "stage 1", "stage 2", "head"], picks: 2)

  @Test(arguments: [("1,4", [0, 3]), ("head, stem", [0, 3]), (" 2 , STAGE 2", [1, 2])])
  func `options are answered by number or by name`(text: String, places: [Int]) throws {
    #expect(try question.answer(text) == Set(places))
  }

  @Test(arguments: [
    ("", "you gave 0"), ("1", "2 different options"), ("1", "you gave 1"),
    ("1,1", "stands there twice"),
    ("1,2,3", "2 different options"), ("0,1", "no option 0"), ("1,5", "no option 5"),
    ("1,tail", "none of the options"), ("1,st", "several of the options"),
    ("1,-99999999999999999999", "none of the options"),
  ])
  func `what is no answer is refused with a sentence`(text: String, words: String) {
    #expect(throws: DemoError.self) { try question.answer(text) }
    do { _ = try question.answer(text) } catch { #expect("\(error)".contains(words)) }
  }

  @Test func `a case that can be solved has no faults`() {
    #expect(CaseProof.faults(of: MarbleCase.self) == [])
  }

  @Test func `a rule that errs, replies that are alike and answers nobody can give are faults`() {
    let faults = CaseProof.faults(of: HollowCase.self, seeds: 3...4)
    #expect(
      Set(faults.filter { $0.hasPrefix("case 3") }) == [
        "case 3: by the rule the answer is 1, which is wrong",
        "case 3: two and one get the same reply", "case 3: three: 2 is right",
        "case 3: four: 8 cannot be answered", "case 3: four and two get the same reply",
      ])
    #expect(faults.last == "the cases of all seeds have the same answer")
  }

  @Test func `it is shown on a terminal and a page, without the answer, and graded`() throws {
    let root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: root) }
    let heard = Heard()
    let run = CaseRun(
      MarbleCase.self, lesson: "07-marbles", root: root,
      terminal: Terminal { heard.text += $0 })
    #expect(try run.outcome(of: .ask(seed: 7)) == 0)
    #expect(heard.text.contains("Where is the marble?") && heard.text.contains("3: blue box"))
    #expect(!heard.text.contains("heavier"))
    #expect(FileManager.default.fileExists(atPath: "\(root)/.course/pages/07-marbles-case-7.html"))
    #expect(try run.outcome(of: .grade(seed: 7, answer: "tin")) == 1)
    #expect(heard.text.contains("Not yet. Tins are never used."))
    #expect(try run.outcome(of: .grade(seed: 7, answer: "blue")) == 0)
    #expect(heard.text.contains("Right. It is heavier."))
    #expect(try run.outcome(of: .look) == nil)
    #expect(throws: DemoError.self) { try run.outcome(of: .grade(seed: 7, answer: "pink")) }
    #expect(throws: DemoError.self) {
      try CaseRun(nil, lesson: "07-marbles", root: root).outcome(of: .ask(seed: 7))
    }
  }

  @Test func `a demo reads its arguments`() throws {
    #expect(try DemoOptions(["--case", "3"]) == .ask(seed: 3))
    #expect(try DemoOptions(["--case", "3", "--answer", "2,5"]) == .grade(seed: 3, answer: "2,5"))
    let four = ["a.png", "b.png", "c.png", "d.png"]
    #expect(try DemoOptions(["--photos"] + four) == .photographs(four, isMine: false))
    #expect(try DemoOptions(["--mine", "--photos"] + four) == .photographs(four, isMine: true))
    for wrong in [
      ["--photos"], ["--photos"] + four + four, ["--case"], ["--case", "-1"], ["--case", "x"],
      ["--case", "3", "2,5"],
    ] {
      #expect(throws: DemoError.self) { try DemoOptions(wrong) }
    }
  }
}

private final class Heard {
  var text = ""
}
