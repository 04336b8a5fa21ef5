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
      ("./course run compare", "all methods side by side, with their scores"),
    ],
    operands: .lesson,
    options: [
      Option("--mine", nil, "use your own code instead of the reference"),
      Option("--record", nil, "for authors: keep its pictures and scores in lessons/"),
    ]
  ) { (invocation) throws(CourseError) in
    let course = try invocation.course()
    let isComparison = invocation.operands == [Lesson.comparison.folder]
    let lesson = isComparison ? Lesson.comparison : try invocation.lesson(of: course)
    let isMine = invocation.has("--mine")
    if isComparison, isMine || !course.hasSolutions {
      throw CourseError(
        isMine ? .usage : .nothingMatched,
        "./course run compare shows the references side by side, and needs a copy of the course "
          + "that has them. ./course run 3 --mine is one lesson on your own code.")
    }
    if isMine, invocation.has("--record") {
      throw CourseError(.usage, "--record keeps what the reference draws, so leave out --mine.")
    }
    let line = ProgressLine()
    var command = try Demo(course: course, lesson: lesson)
      .build(isMine ? .mine : .reference) { line.show($0) }
    if isMine {
      command.arguments.append("--mine")
      command.memoryLimit = MemoryLimit.bytes
    }
    if invocation.has("--record") { command.arguments.append("--record") }
    // The demo's page leads to the lesson's; where that cannot be written, to its text.
    _ = try? Book.own(of: course).write()
    switch try command.runOnTerminal() {
    case .exit(0): return .passed
    // The demo has said why in a sentence.
    case .exit(1) where isMine: return .notPassing
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
}
