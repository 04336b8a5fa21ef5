import CourseKit
import Foundation
import Texts

extension Verb {
  static let plantedCase = Verb(
    "case", "a planted cause to be found with your own code",
    detail: """
      A small network or table is made in which the cause is known, your own functions say what they \
      say of it, and one question is asked. An answer is options by number or name, with commas. A \
      wrong one is told what speaks against it. When a case is solved the next one begins; each seed \
      is another case.
      """,
    examples: [
      ("./course case 13", "the case you are at"),
      ("./course case 13 --answer 2,5", "your answer to it"),
      ("./course case 13 --seed 7", "another one"),
    ],
    operands: .lesson,
    options: [
      Option("--answer", "OPTIONS", "your answer, such as 2,5"),
      Option("--seed", "NUMBER", "the case of this seed, instead of the first that is not solved"),
    ]
  ) { (invocation) throws(CourseError) in
    let course = try invocation.course()
    let lesson = try invocation.lesson(of: course)
    let demo = Demo(course: course, lesson: lesson)
    guard demo.hasCase else {
      let others = course.curriculum.lessons.filter { Demo(course: course, lesson: $0).hasCase }
      throw CourseError(
        .nothingMatched,
        "\(lesson.slug) has no case."
          + (others.isEmpty
            ? "" : " These have one: " + others.map(\.slug).joined(separator: ", ") + "."))
    }
    let known = invocation.progress(of: course)[lesson.slug]
    let seed = try seed(of: invocation, progress: known)
    let needs = try course.caseNeeds(of: lesson)
    if invocation.options["--answer"] == nil, !needs.unwritten.isEmpty {
      throw unwritten(needs.unwritten, lesson, course)
    }
    let line = ProgressLine()
    var command = try demo.build(.mine) { line.show($0) }
    command.arguments = ["--case", "\(seed)"]
    let repeated =
      "./course case \(lesson.number)" + (invocation.has("--seed") ? " --seed \(seed)" : "")
    guard let answer = invocation.options["--answer"] else {
      switch try command.runOnTerminal() {
      case .exit(0):
        if let doubt = doubt(needs.functions.filter(known.failing.contains), lesson) {
          invocation.say("\n" + doubt)
        }
        invocation.say("\nAnswer with  " + invocation.style.cyan("\(repeated) --answer …"))
        return .passed
      case .exit(1): return .notPassing
      case let ending: throw fault(ending, lesson)
      }
    }
    command.arguments += ["--answer", answer]
    let ending = try command.runOnTerminal()
    switch ending {
    case .exit(0), .exit(1): break
    case .exit(2): return .usage
    default: throw fault(ending, lesson)
    }
    let isRight = ending == .exit(0)
    var solved = 0
    try course.progressFile.update { progress in
      progress[lesson.slug].noteAnswer(toCase: seed, isRight: isRight)
      solved = progress[lesson.slug].solvedCases.count
    }
    if isRight {
      invocation.say(
        "\nSolved here so far: \(solved). Another one:  "
          + invocation.style.cyan("./course case \(lesson.number)"))
    } else {
      invocation.say("\nTo look again:  " + invocation.style.cyan(repeated))
    }
    return isRight ? .passed : .notPassing
  }

  private static func seed(
    of invocation: Invocation, progress: LessonProgress
  ) throws(CourseError) -> Int {
    guard let text = invocation.options["--seed"] else { return progress.openCase }
    guard let seed = Int(text), seed >= 0 else {
      throw CourseError(.usage, "--seed \(text) is no seed: a whole number from 0 on is one.")
    }
    return seed
  }

  /// What is said where the case calls functions that nobody has written yet: all of them at once.
  private static func unwritten(
    _ functions: [String], _ lesson: Lesson, _ course: Course
  ) -> CourseError {
    let isOne = functions.count == 1
    let file = course.shown(course.file(of: lesson))
    return CourseError(
      .notPassing,
      "What a case shows, your own code says. It calls "
        + (isOne ? "a function that is" : "\(functions.count) functions that are")
        + " still to be written in \(file):\n"
        + functions.map { "  ○ \($0)\n" }.joined()
        + "Write \(isOne ? "it" : "them") first: ./course show \(lesson.number) says what "
        + "\(isOne ? "it does" : "they do"), and ./course check \(lesson.number) whether "
        + "\(isOne ? "it is" : "they are") right. Then: ./course case \(lesson.number)")
  }

  /// What is said where the last check found a function wrong that the case calls.
  private static func doubt(_ functions: [String], _ lesson: Lesson) -> String? {
    guard !functions.isEmpty else { return nil }
    return "At the last check \(functions.joined(separator: ", ")) "
      + (functions.count == 1 ? "was" : "were")
      + " not right yet, and what wrong code says may mislead: ./course check \(lesson.number)"
  }

  private static func fault(_ ending: Command.Ending, _ lesson: Lesson) -> CourseError {
    switch ending {
    case .exit(130), .signal(SIGINT), .interrupted: CourseError(.interrupted, "Interrupted.")
    case .exit, .signal, .timedOut:
      CourseError(
        .notPassing,
        "The case did not get to its end. ./course check \(lesson.slug) may say why.")
    }
  }
}
