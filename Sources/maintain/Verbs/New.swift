import CourseKit
import Upkeep

extension Verb {
  static let new = Verb(
    .new,
    detail: """
      It writes the lesson's line into Package.swift and lays its solution, checks, mutants, text and \
      demo. They build, and say by the word TODO what is still to be written; ./course verify with \
      the lesson's number lists it.
      """,
    examples: [
      (#"./course new 07-integrated-gradients "Integrated gradients""#, "lay lesson 7"),
      (#"./course new 09-lime "LIME" --module LIME --part Attribution --needs Layers"#, "say more"),
    ],
    operands: .words(2),
    options: [
      Option("--module", "NAME", "its module, where that is not made of the folder’s words"),
      Option("--part", "TITLE", "its part; that of the lesson before it, unless it is given"),
      Option("--needs", "NAMES", "libraries that it uses besides Tensors: Layers,Models"),
    ]
  ) { (invocation) throws(CourseError) in
    guard invocation.operands.count == 2 else {
      throw CourseError(
        .usage,
        "A lesson has a folder and a title: "
          + #"./course new 07-integrated-gradients "Integrated gradients""#)
    }
    let course = try invocation.course()
    guard course.hasSolutions else {
      throw CourseError(.nothingMatched, "A student’s copy takes no new lessons.")
    }
    let (folder, title) = (invocation.operands[0], invocation.operands[1])
    let needs = (invocation.options["--needs"] ?? "").split(separator: ",").map(String.init)
    let lesson = try NewLesson(
      folder, title: title, module: invocation.options["--module"],
      part: invocation.options["--part"], needs: needs, in: course)
    let written = try lesson.lay()
    invocation.say(
      """
      Written:
      \(written.map { "  \($0)" }.joined(separator: "\n"))
      ./course verify \(folder.prefix { $0 != "-" }) says what is still missing; a lesson is whole or absent.
      """)
    return .passed
  }
}
