import CourseKit
import Upkeep

extension Verb {
  static let pack = Verb(
    .pack,
    detail: """
      Left out are solutions, mutants and the course's own tests; the untouched exercises are put \
      in as files. Only what git tracks is copied. Everything that a learner does works in the copy.
      """,
    examples: [("./course pack --student ../class", "write it into a new folder")],
    options: [Option("--student", "FOLDER", "the folder to be made")]
  ) { (invocation) throws(CourseError) in
    guard let folder = invocation.options["--student"], !folder.isEmpty else {
      throw CourseError(.usage, "Where to? ./course pack --student ../class, for example.")
    }
    let course = try invocation.course()
    let count = try StudentCopy(course: course).write(to: folder)
    invocation.say(
      """
      \(folder) holds the course with \(count == 1 ? "one exercise" : "\(count) exercises"), \
      without solutions.
      Try it:  cd \(folder.contains(" ") ? "'\(folder)'" : folder) && ./course
      """)
    return .passed
  }
}
