import CourseKit

extension Verb {
  static let reset = Verb(
    "reset", "put the untouched exercise back; your work is kept",
    examples: [
      ("./course reset 3", "begin lesson 3 anew"), ("./course undo 3", "bring your work back"),
    ],
    operands: .lesson
  ) { (invocation) throws(CourseError) in
    guard !invocation.operands.isEmpty else {
      throw CourseError(.usage, "Which lesson? ./course reset 3, for example.")
    }
    let course = try invocation.course()
    let lesson = try invocation.lesson(of: course)
    let backups = Backups(course: course, lesson: lesson)
    let file = course.shown(course.file(of: lesson))
    if let kept = try backups.reset() {
      invocation.say(
        """
        \(file) is as it was at the beginning.
        Your work is kept as \(course.shown(kept)); ./course undo \(lesson.slug) brings it back.
        """)
    } else {
      invocation.say("\(file) is as it was at the beginning.")
    }
    return .passed
  }

  static let undo = Verb(
    "undo", "bring back what a reset put aside",
    examples: [
      ("./course undo", "take back the last reset; once more, the one before"),
      ("./course undo 3", "take back the last reset of lesson 3"),
    ],
    operands: .lesson
  ) { (invocation) throws(CourseError) in
    let course = try invocation.course()
    guard
      let lesson = invocation.operands.isEmpty
        ? Backups.latest(in: course) : try invocation.lesson(of: course)
    else {
      throw CourseError(
        .nothingMatched, "Nothing was reset, so there is nothing to bring back.")
    }
    guard let result = try Backups(course: course, lesson: lesson).undo() else {
      throw CourseError(
        .nothingMatched, "Nothing of \(lesson.slug) was reset, so there is nothing to bring back.")
    }
    var text = "\(course.shown(course.file(of: lesson))) is what it was before the reset."
    if let aside = result.aside {
      text += "\nWhat stood there until now is kept as \(course.shown(aside))."
    }
    if result.left > 0 { text += "\n./course undo goes one further back; \(result.left) left." }
    invocation.say(text)
    return .passed
  }
}
