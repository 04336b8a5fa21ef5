import CourseKit
import Foundation

/// Whether a demo tells its story in time, and draws and scores what the lesson's text says.
///
/// The demo itself compares its pictures and scores with those that are kept, and writes each
/// difference as a line of `faults.txt`; here it is seen to that it did.
struct DemoProof {
  let course: Course
  let lesson: Lesson
  /// Whether another demo may be running at the same time.
  let isBesideAnother: Bool

  /// Seconds that a demo may take on two cores.
  ///
  /// Beside another one it has half of them, so it may take twice as long. Its processor time would
  /// be no better a measure: a demo that uses both cores may take more of that than of the clock's.
  private var limit: Double { isBesideAnother ? 60 : 30 }

  /// Whether the lesson has a demo.
  var exists: Bool { Demo(course: course, lesson: lesson).exists }

  /// What a run of it has shown.
  struct Finding {
    let lesson: Lesson
    /// A sentence for each thing wrong.
    let faults: [String]
    let seconds: Double

    /// How long it took.
    var fact: String { "\((seconds * 10).rounded() / 10) s" }
  }

  /// Runs the demo that has been built in optimised code.
  ///
  /// - Returns: What it has shown.
  /// - Throws: A `CourseError` where it was interrupted, or cannot be started.
  func result() throws(CourseError) -> Finding {
    let start = Date()
    let faults = try faults()
    return Finding(lesson: lesson, faults: faults, seconds: Date().timeIntervalSince(start))
  }

  private func faults() throws(CourseError) -> [String] {
    let folder = "\(course.stateFolder)/proof/\(lesson.slug)/demo"
    try? FileManager.default.removeItem(atPath: folder)
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    var command = Command(
      "\(course.root)/.build/release/lesson-\(lesson.slug)", ["--into", folder])
    command.timeout = limit
    command.environment = ["COURSE_ROOT": course.root, "NO_COLOR": "1"]
    let outcome = try command.run()
    switch outcome.ending {
    case .exit(0): break
    case .interrupted: throw CourseError(.interrupted, "Interrupted.")
    case .timedOut: return ["it takes more than \(Int(limit)) seconds"]
    default: return ["it fails: " + outcome.errors.text.suffix(500)]
    }
    guard let text = WholeFile.read(folder + "/faults.txt") else {
      return ["it did not compare its pictures: faults.txt is missing"]
    }
    var faults = text.split(separator: "\n").map(String.init)
    if (FileStatus(folder + "/page.html")?.size ?? 0) == 0 { faults.append("it wrote no page") }
    return faults
  }
}
