import Figures
import Foundation
import Texts

/// A lesson's case as a program: shown on the code that it was built with, or an answer graded.
struct CaseRun {
  private let planted: (any PlantedCase.Type)?
  private let lesson: String
  private let root: String
  private let terminal: Terminal

  init(
    _ planted: (any PlantedCase.Type)?, lesson: String, root: String,
    terminal: Terminal = .standard()
  ) {
    self.planted = planted
    self.lesson = lesson
    self.root = root
    self.terminal = terminal
  }

  /// What a demo that was started for its case ends with: 0 where it is shown, or the answer is right;
  /// 1 where that is wrong; nil where it was started for something else.
  func outcome(of options: DemoOptions) throws -> Int32? {
    switch options {
    case .look, .mine, .record, .train, .compare, .photographs: return nil
    case .ask, .grade: break
    }
    guard let planted else { throw DemoError("\(lesson) has no case.") }
    if case .ask(let seed) = options { try ask(planted, seed) }
    if case .grade(let seed, let text) = options { return try grade(planted, seed, text) ? 0 : 1 }
    return 0
  }

  private func ask<Planted: PlantedCase>(_ type: Planted.Type, _ seed: UInt64) throws {
    let planted = try type.init(seed: seed)
    // What may throw comes first: there is no half of a case.
    let evidence = try planted.evidence()
    let page = Page("Case \(seed)", lesson: Int(lesson.prefix(2)), terminal: terminal)
    planted.tell(evidence, on: page)
    page.section("The question")
    page.text(planted.question.words)
    let options = planted.question.numbered
    if !options.isEmpty { page.list(options) }
    try page.write(to: "\(root)/.course/pages/\(lesson)-case-\(seed).html")
  }

  private func grade<Planted: PlantedCase>(
    _ type: Planted.Type, _ seed: UInt64, _ text: String
  ) throws -> Bool {
    let planted = try type.init(seed: seed)
    let reply = planted.reply(to: try planted.question.answer(text))
    let words = (reply.isRight ? "Right. " : "Not yet. ") + reply.words.plain
    terminal.write(StyledText(words).wrapped(to: terminal.textColumns))
    return reply.isRight
  }
}
