import CourseKit
import Foundation
import Texts

extension Verb {
  static let run = Verb(
    "run", "the lesson’s demo: numbers and pictures",
    detail: """
      It asks what you expect before it shows what is true; Enter skips the question. With --mine \
      your own file is at work, so your code draws the pictures. The whole story is also written as \
      a page for your browser.
      """,
    examples: [
      ("./course run 3", "the demo of lesson 3"),
      ("./course run 3 --mine", "the same on your own code"),
      (
        "./course run 8 --photos a.png b.png c.png d.png",
        "what its method makes of your own pictures"
      ),
      ("./course run compare", "all methods side by side, with their scores"),
    ],
    operands: .words(5),
    options: [
      Option("--mine", nil, "use your own code instead of the reference"),
      Option("--photos", nil, "explain four pictures of your own, PNG files of different things"),
      Option("--record", nil, "for authors: keep its pictures and scores in lessons/"),
      Option("--train", nil, "for authors: train again what the lesson keeps, in minutes"),
    ]
  ) { (invocation) throws(CourseError) in
    let course = try invocation.course()
    let (invocation, photographs) = try photographs(of: invocation)
    let isComparison = invocation.operands == [Lesson.comparison.folder]
    let lesson = isComparison ? Lesson.comparison : try invocation.lesson(of: course)
    let isMine = invocation.has("--mine")
    if isComparison, isMine || !course.hasSolutions {
      throw CourseError(
        isMine ? .usage : .nothingMatched,
        "./course run compare shows the references side by side, and needs a copy of the course "
          + "that has them. ./course run 3 --mine is one lesson on your own code.")
    }
    for option in ["--record", "--train"] where isMine && invocation.has(option) {
      throw CourseError(.usage, "\(option) keeps what the reference gives, so leave out --mine.")
    }
    let line = ProgressLine()
    var command = try Demo(course: course, lesson: lesson)
      .build(isMine ? .mine : .reference) { line.show($0) }
    if isMine {
      command.arguments.append("--mine")
      command.memoryLimit = MemoryLimit.bytes
    }
    for option in ["--record", "--train"] where invocation.has(option) {
      command.arguments.append(option)
    }
    if !photographs.isEmpty { command.arguments += ["--photos"] + photographs }
    // The demo's page leads to the lesson's; where that cannot be written, to its text.
    _ = try? Book.own(of: course).write()
    switch try command.runOnTerminal() {
    case .exit(0): return .passed
    // The demo has said why in a sentence.
    case .exit(1) where isMine: return .notPassing
    case .exit(2) where !photographs.isEmpty: return .usage
    case .exit(130), .signal(SIGINT), .interrupted:
      throw CourseError(.interrupted, "Interrupted.")
    case .exit, .signal, .timedOut:
      if isMine {
        throw CourseError(
          .notPassing, "The demo did not get to its end. ./course check \(lesson.slug) says why.")
      }
      throw CourseError(.fault, "The demo did not get to its end. ./course doctor may know why.")
    }
  }

  /// The pictures behind `--photos`, by their whole paths, and the rest of what was typed.
  private static func photographs(
    of invocation: Invocation
  ) throws(CourseError) -> (rest: Invocation, paths: [String]) {
    var rest = invocation
    let names = invocation.operands
    guard invocation.has("--photos") else {
      if names.count > 1 {
        throw CourseError(
          .usage,
          "course run takes one lesson, but got \(names.count): \(names.joined(separator: ", ")). "
            + "Pictures stand behind --photos.")
      }
      return (rest, [])
    }
    // All but the first can only be pictures; the first may be.
    let isLessonNamed = names.count == 5
    guard names.count == 4 || isLessonNamed, !invocation.has("--record") else {
      throw CourseError(
        .usage,
        "--photos needs four pictures: ./course run 8 --photos a.png b.png c.png d.png")
    }
    rest.operands = isLessonNamed ? [names[0]] : []
    let here = FileManager.default.currentDirectoryPath
    return (
      rest,
      names.suffix(4).map { $0.hasPrefix("/") ? $0 : "\(here)/\($0)" }
    )
  }
}
