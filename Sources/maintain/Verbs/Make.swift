import CourseKit
import Upkeep

extension Verb {
  static let make = Verb(
    .make,
    detail: """
      Made are the untouched exercises and what is given beside them, the links to demos, the page \
      on which method when, the table of lessons in the README, and the tests of the documents. What \
      somebody has written in an exercise is left alone.
      """,
    examples: [("./course make", "write what has changed")]
  ) { (invocation) throws(CourseError) in
    let course = try invocation.course()
    guard course.hasSolutions else {
      throw CourseError(
        .nothingMatched, "A student’s copy has no solutions, so nothing can be made from them.")
    }
    let written = try DerivedFiles(of: course).write()
    invocation.say(
      written.isEmpty
        ? "All that is made from something else is as it should be."
        : "Written:\n" + written.map { "  \($0)" }.joined(separator: "\n"))
    return .passed
  }
}
