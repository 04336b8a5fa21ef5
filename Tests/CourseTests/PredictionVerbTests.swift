import CourseKit
import Foundation
import Testing

/// Predictions are drawn as often as they came true; the first answer to a question counts.
@Suite(.serialized) struct PredictionVerbTests {
  private let fake: FakeCourse

  init() throws {
    fake = try FakeCourse(name: "predictions")
    try? FileManager.default.removeItem(atPath: "\(fake.root)/.course/predictions.jsonl")
  }

  private func line(
    _ question: String, _ isRight: Bool?, sureness: Int? = nil, lesson: String = "00-one"
  ) -> String {
    #"{"lesson":"\#(lesson)","question":"\#(question)","options":4,"answer":"half""#
      + (sureness.map { #","sureness":\#($0)"# } ?? "")
      + (isRight.map { #","isRight":\#($0)"# } ?? "") + "}"
  }

  private func predictions(_ lines: [String]) throws -> FakeCourse.Run {
    try fake.write(lines.joined(separator: "\n") + "\n", to: ".course/predictions.jsonl")
    return try fake.course("predictions")
  }

  @Test func `nothing was predicted yet`() throws {
    let run = try fake.course("predictions")
    #expect(run.code == 0 && run.output.contains("No prediction of yours was kept yet."))
  }

  @Test func `what came true is counted once a question, beside chance`() throws {
    let run = try predictions([
      line("a", true, sureness: 90), line("b", false, sureness: 55), line("b", true),
      line("c", nil), "{cut off", line("a", false, lesson: "01-two"), #"{"lesson":"00-one"}"#,
    ])
    #expect(run.code == 0)
    #expect(run.output.contains("1 of 3 came as you said. Guessing gets about 25 %."))
    #expect(run.output.contains("00 one  ●○") && run.output.contains("01 two  ○"))
    #expect(run.output.contains("80–100 %  ██████████████████│█  1 of 1"))
    #expect(run.output.contains("40–59 %   ·········│··········  0 of 1"))
    #expect(run.output.contains("With 2 predictions that is mostly luck"))
  }

  @Test(arguments: [
    (95, 2, "surer than you are right"), (20, 9, "you know more than you say"),
    (60, 6, "as sure as you are right"),
  ])
  func `ten of them tell whether one is too sure`(sureness: Int, right: Int, words: String) throws {
    let run = try predictions((0..<10).map { line("q\($0)", $0 < right, sureness: sureness) })
    #expect(run.output.contains(words), "\(run.output)")
  }
}
