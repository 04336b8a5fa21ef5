import Figures
import Foundation
import Testing
import Texts

@testable import Showing

/// Maps of which one is right, in an order that tells nothing.
@Suite struct SpotTheBugTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    .path

  private func suspects(equal: Bool = false) -> [Suspect] {
    (0..<6).map { index in
      let value = equal ? 100 : UInt16(40 * index)
      let picture = Picture(
        width: 4, height: 4, channels: .grey, samples: Array(repeating: value, count: 16))
      return Suspect(
        picture, mistake: index == 0 ? nil : "has mistake \(index).", alternative: "A grey square.")
    }
  }

  private func tell(_ suspects: [Suspect], isMine: Bool = false) throws -> String {
    var heard = ""
    let show = Demonstration(
      "A lesson", lesson: "07-lesson", isMine: isMine, terminal: Terminal(output: { heard += $0 }))
    show.spotTheBug("Which one?", suspects, as: "bugs.png")
    try show.finish(.compare(folder: folder), root: folder)
    return heard
  }

  @Test func `letters stand below, the order is drawn, and the answer names every mistake`() throws
  {
    let text = try tell(suspects())
    let match = try #require(text.firstMatch(of: /([A-F]) is right\./))
    #expect(match.output.1 != "A", "the right one was given first, and is not shown first")
    for index in 1...5 { #expect(text.contains("has mistake \(index).")) }
    #expect(!text.contains("looks like"))
    // The answer comes behind the question.
    let question = try #require(text.range(of: "Which one?"))
    #expect(match.range.lowerBound > question.lowerBound)
    #expect(try tell(suspects()) == text)
    #expect(FileManager.default.fileExists(atPath: "\(folder)/figures/bugs.png"))
  }

  @Test func `a learner hears whose mistake looks like theirs`() throws {
    let text = try tell(suspects(equal: true), isMine: true)
    #expect(text.matches(of: /Your own map, [A-F], looks like [A-F]\./).count == 5)
  }

  @Test func `maps that nobody can tell apart are refused`() async {
    await #expect(processExitsWith: .failure) {
      let picture = Picture(width: 1, height: 1, channels: .grey, samples: [7])
      let show = Demonstration(
        "A lesson", lesson: "07-lesson", terminal: Terminal(output: { _ in }))
      show.spotTheBug(
        "Which one?",
        [
          Suspect(picture, mistake: nil, alternative: "Grey."),
          Suspect(picture, mistake: "is none.", alternative: "Grey."),
        ], as: "bugs.png")
    }
  }
}
