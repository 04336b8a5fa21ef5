import Explanations
import Figures
import Foundation
import Testing
import Texts

@testable import Showing

/// Predictions are kept as soon as their result is shown, with how sure they were.
@Suite struct PredictionLogTests {
  private let root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path

  /// Asks one question of somebody who types these lines, and returns what was kept.
  private func kept(
    typing lines: [String], options: [String] = ["more", "less"], log: Bool = true
  ) throws -> [[String: String]] {
    defer { try? FileManager.default.removeItem(atPath: root) }
    let typed = Typed(lines)
    let show = Demonstration(
      "A lesson", lesson: "07-lesson",
      log: log ? PredictionLog(root: root, lesson: "07-lesson") : nil,
      terminal: Terminal(input: { typed.next() }, output: { _ in }))
    let prediction = show.page.predict("How *much*?", options: options)
    #expect(!FileManager.default.fileExists(atPath: "\(root)/.course/predictions.jsonl"))
    show.page.outcome(of: prediction, "More.", answer: options.first)
    let text = FileManager.default.contents(atPath: "\(root)/.course/predictions.jsonl") ?? Data()
    return try text.split(separator: UInt8(ascii: "\n")).map { line in
      let members = try JSONSerialization.jsonObject(with: line) as? [String: Any] ?? [:]
      return members.mapValues { "\($0)" }
    }
  }

  @Test func `an answer is kept with its sureness, and whether it was right`() throws {
    let kept = try kept(typing: ["2", "80 %"])
    #expect(kept.count == 1)
    #expect(kept[0]["answer"] == "less" && kept[0]["sureness"] == "80")
    #expect(kept[0]["question"] == "How much?" && kept[0]["lesson"] == "07-lesson")
    #expect(kept[0]["isRight"] == "0" || kept[0]["isRight"] == "false")
  }

  @Test(arguments: [["1", ""], ["1", "very", ""], ["1", "101", "-1", "50"]])
  func `what is no sureness is asked once more, then left out`(lines: [String]) throws {
    let kept = try kept(typing: lines)
    #expect(kept.count == 1 && kept[0]["answer"] == "more" && kept[0]["sureness"] == nil)
  }

  @Test func `a question that was skipped, and a demo that nobody looks at, keep nothing`() throws {
    #expect(try kept(typing: [""]).isEmpty)
    #expect(try kept(typing: ["1", "50"], log: false).isEmpty)
  }
}

private final class Typed {
  private var lines: [String]

  init(_ lines: [String]) { self.lines = lines }

  func next() -> String? { lines.isEmpty ? nil : lines.removeFirst() }
}
