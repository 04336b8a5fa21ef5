import Explanations
import Figures
import Foundation
import Tensors
import Testing
import Texts

@testable import Showing

/// A story written into folders: what is kept, and what is said where it differs from what was kept.
@Suite struct DemonstrationTests {
  private let root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
  private let question = Question.shareOnTheShape

  private func tell(
    shade: Float = 0.5, score: Double = 0.3, names: [String] = ["grey.png"], isMine: Bool = false,
    within: ClosedRange<Double> = 0.2...0.4, hear: @escaping (String) -> Void = { _ in }
  ) throws -> Demonstration {
    let show = Demonstration(
      "A lesson", lesson: "07-lesson", isMine: isMine,
      book: try ScoreBook(contentsOf: "\(root)/lessons/scores.json"),
      terminal: Terminal(output: hear)
    )
    for name in names { show.keep(Picture(Tensor(repeating: shade, shape: [3, 4, 5])), as: name) }
    show.score("method", score, question: question, chance: 0.25, within: within)
    show.truth("The cat was planted.", question: question)
    return show
  }

  private func faults(_ show: Demonstration) throws -> [String] {
    let folder = "\(root)/compared"
    try show.finish(.compare(folder: folder), root: root)
    let text = try String(contentsOfFile: "\(folder)/faults.txt", encoding: .utf8)
    return text.split(separator: "\n").map(String.init)
  }

  private func record() throws {
    try FileManager.default.createDirectory(
      atPath: "\(root)/lessons", withIntermediateDirectories: true)
    try tell().finish(.record, root: root)
  }

  @Test func `what was recorded has no faults, and little differences are none`() throws {
    try record()
    #expect(try faults(tell()) == [])
    #expect(try faults(tell(shade: 0.5 + 1.5 / 255, score: 0.3004)) == [])
    for name in ["page.html", "figures/grey.png", "scores.json"] {
      #expect(FileManager.default.fileExists(atPath: "\(root)/compared/\(name)"))
    }
  }

  @Test func `another picture, a missing one, one too many and a score out of bounds are faults`()
    throws
  {
    try record()
    #expect(
      try faults(tell(shade: 0.6))
        == ["figures/grey.png is not what the demo draws: their samples are 25.0 of 255 apart"])
    #expect(
      try faults(tell(names: ["other.png"])) == [
        "figures/grey.png is not drawn by the demo",
        "figures/other.png is drawn, but not there; --record writes it",
      ])
    #expect(
      try faults(tell(score: 0.5)).first
        == "method scores 0.5, which is not within 0.2 and 0.4: \(question.rawValue)")
  }

  @Test func `a league has the lessons so far, in the exams that this one took`() throws {
    func score(_ lesson: String, _ method: String, _ question: Question, _ score: Double)
      -> Showing.Score
    {
      Showing.Score(
        lesson: lesson, question: question.rawValue, method: method, score: score, spread: nil,
        chance: 0.25, chanceSpread: nil, within: [0, 1])
    }
    let before = [
      score("03-before", "gradient", .shareOnTheCat, 0.3),
      score("03-before", "gradient", .shareOnTheShape, 0.4),
      score("07-lesson", "as it was", .shareOnTheCat, 0.1),
      score("08-behind", "later", .shareOnTheCat, 0.9),
    ]
    let own = [score("07-lesson", "own", .shareOnTheCat, 0.2)]
    let league = ScoreBook(before).league(of: "07-lesson", with: own)
    #expect(league.map(\.question) == [Question.shareOnTheCat.rawValue])
    #expect(league[0].answers.map(\.method) == ["own", "gradient"])
    #expect(league[0].answers.map(\.isOwn) == [true, false])
    #expect(league[0].chance == LeagueChart.Amount(0.25))
  }

  @Test func `another processor may score otherwise, within the bounds and not outside`() throws {
    try record()
    for score in [0.2, 0.31, 0.4] { #expect(try faults(tell(score: score)) == []) }
    for score in [0.19, 0.41] { #expect(try faults(tell(score: score)).count == 1) }
  }

  @Test func `bounds that were changed after recording are a fault`() throws {
    try record()
    #expect(
      try faults(tell(within: 0.1...0.4)).first?
        .hasPrefix("method may score between 0.1 and 0.4, and lessons/scores.json says between 0.2")
        == true)
  }

  @Test func `a part that needs an unwritten function waits, and the story goes on`() throws {
    var heard = ""
    let show = try tell(isMine: true) { heard += $0 }
    try show.part { throw Unfinished("heat(from:)") }
    try show.part { show.page.text("And on it goes.") }
    #expect(heard.contains("heat(from:)` is still to be written"))
    #expect(heard.contains("And on it goes."))
  }

  @Test func `a reference has nothing unfinished, and other errors end the story`() throws {
    #expect(throws: Unfinished.self) { try tell().part { throw Unfinished("heat(from:)") } }
    #expect(throws: UnknownPlace.self) { try tell(isMine: true).part { throw UnknownPlace("x") } }
  }

  @Test func `every score that is kept answers a question of the list`() throws {
    let lessons = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "lessons/scores.json")
    let book = try ScoreBook(contentsOf: lessons.path)
    #expect(!book.scores.isEmpty)
    #expect(Set(book.scores.map(\.question)) == Set(Question.allCases.map(\.rawValue)))
    #expect(book.scores.filter { !$0.isWithin } == [])
  }

  @Test func `nothing recorded is a fault`() throws {
    #expect(
      try faults(tell()) == [
        "figures/grey.png is drawn, but not there; --record writes it",
        "what is scored is not what lessons/scores.json lists; --record writes it anew",
      ])
  }

  @Test func `a learner's page has its own file, and a score out of bounds is named`() throws {
    var heard = ""
    let show = try tell(score: 0.9, isMine: true) { heard += $0 }
    try show.finish(.mine, root: root)
    let path = "\(root)/.course/pages/07-lesson-mine.html"
    #expect(try String(contentsOfFile: path, encoding: .utf8).contains("by your own code"))
    #expect(heard.contains("With the right code method scores between 0.2 and 0.4"))
  }

  @Test func `a page leads to its lesson and to the next, in the book where there is one`() throws {
    try record()
    for (folder, title) in [("07-lesson", "A lesson"), ("11-later", "One more")] {
      let path = "\(root)/lessons/\(folder)"
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      try Data("# \(title)\n\n> Claim\n".utf8).write(to: URL(filePath: "\(path)/lesson.md"))
    }
    func page() throws -> String {
      try tell().finish(.look, root: root)
      return try String(contentsOfFile: "\(root)/.course/pages/07-lesson.html", encoding: .utf8)
    }
    let plain = try page()
    #expect(
      plain.contains(#"<a href="../../lessons/07-lesson/lesson.md">The lesson: 07 A lesson</a>"#))
    #expect(plain.contains(#"<a href="../../lessons/11-later/lesson.md">Next: 11 One more</a>"#))
    let book = "\(root)/.course/book/lessons/11-later"
    try FileManager.default.createDirectory(atPath: book, withIntermediateDirectories: true)
    try Data().write(to: URL(filePath: "\(book)/lesson.html"))
    #expect(try page().contains(#"<a href="../book/lessons/11-later/lesson.html">"#))
  }

  @Test func `scores of other lessons stand beside one's own, and stay when a lesson is recorded`()
    throws
  {
    let other = Score(
      lesson: "08-other", question: question.rawValue, method: "better", score: 0.8, chance: 0.25,
      within: [0.7, 0.9])
    try FileManager.default.createDirectory(
      atPath: "\(root)/lessons", withIntermediateDirectories: true)
    try ScoreBook([other]).write(to: "\(root)/lessons/scores.json")
    var heard = ""
    try tell { heard += $0 }.finish(.record, root: root)
    #expect(heard.contains("better"))
    let book = try ScoreBook(contentsOf: "\(root)/lessons/scores.json")
    #expect(book.scores.map(\.lesson) == ["07-lesson", "08-other"])
    #expect(book.replacing("07-lesson", with: []) == ScoreBook([other]))
  }

  @Test func `many answers are kept as a mean and a spread, rates with their error`() throws {
    let show = try tell()
    show.score(
      "shares", [0.2, 0.4], question: .leftWhenRandom, chance: [0, 0], within: 0.2...0.4)
    show.score(
      "hits", [1, 0, 1, 1], question: .peakOnTheShape, chance: [0.5, 0.5, 0.1, 0.1],
      within: 0.7...0.8)
    try show.finish(.record, root: root)
    let scores = try ScoreBook(contentsOf: "\(root)/lessons/scores.json").scores.suffix(2)
    #expect(scores.map(\.score) == [0.3, 0.75])
    // √(2 · 0.01) is the deviation; √(0.75 · 0.25 / 3) the error of the rate.
    #expect(scores.map(\.spread) == [0.1414, 0.25])
    #expect(scores.map(\.chance) == [0, 0.3])
    // √(2 · 0.25 + 2 · 0.09) / 4
    #expect(scores.map(\.chanceSpread) == [nil, 0.2062])
  }

  @Test func `a broken book of scores is named`() throws {
    try record()
    try Data("[{".utf8).write(to: URL(filePath: "\(root)/lessons/scores.json"))
    #expect(throws: DemoError.self) { try tell() }
  }

  @Test func `arguments are read, and unknown ones refused`() throws {
    #expect(try DemoOptions([]) == .look)
    #expect(try DemoOptions(["--mine"]) == .mine)
    #expect(try DemoOptions(["--record"]) == .record)
    #expect(try DemoOptions(["--train"]) == .train)
    #expect(try DemoOptions(["--into", "there"]) == .compare(folder: "there"))
    for wrong in [["--into"], ["--mine", "--record"], ["--train", "x"], ["mine"]] {
      #expect(throws: DemoError.self) { try DemoOptions(wrong) }
    }
  }

  @Test func `the course is what the environment says, or the nearest folder with lessons`() throws
  {
    try FileManager.default.createDirectory(
      atPath: "\(root)/lessons/00-a", withIntermediateDirectories: true)
    try Data().write(to: URL(filePath: "\(root)/Package.swift"))
    #expect(courseFolder(environment: ["COURSE_ROOT": "/there"], current: root) == "/there")
    let found = courseFolder(environment: [:], current: "\(root)/lessons/00-a")
    #expect(URL(filePath: found).lastPathComponent == URL(filePath: root).lastPathComponent)
    #expect(courseFolder(environment: [:], current: "/") == "/")
  }
}
