import CourseKit
import Foundation

/// Whether a demo tells its story in time, and draws and scores what the lesson's text says.
///
/// The demo itself compares its pictures and scores with those that are kept, and writes each
/// difference as a line of `faults.txt`; here it is seen to that it did.
struct DemoProof {
  let course: Course
  let lesson: Lesson

  /// Seconds that a demo may take on two cores.
  private static let seconds = 30.0

  /// Whether the lesson has a demo.
  var exists: Bool { Demo(course: course, lesson: lesson).exists }

  /// Runs the demo that has been built in optimised code.
  ///
  /// - Returns: A sentence for each thing wrong, and how many seconds it took.
  /// - Throws: A `CourseError` where it was interrupted, or cannot be started.
  func result() throws(CourseError) -> (faults: [String], seconds: Double) {
    let folder = "\(course.stateFolder)/proof/\(lesson.slug)/demo"
    try? FileManager.default.removeItem(atPath: folder)
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    var command = Command(
      "\(course.root)/.build/release/lesson-\(lesson.slug)", ["--into", folder])
    command.timeout = DemoProof.seconds
    command.environment = ["COURSE_ROOT": course.root, "NO_COLOR": "1"]
    let start = Date()
    let outcome = try command.run()
    let seconds = Date().timeIntervalSince(start)
    switch outcome.ending {
    case .exit(0): break
    case .interrupted: throw CourseError(.interrupted, "Interrupted.")
    case .timedOut: return (["it takes more than \(Int(DemoProof.seconds)) seconds"], seconds)
    default: return (["it fails: " + outcome.errors.text.suffix(500)], seconds)
    }
    guard let text = WholeFile.read(folder + "/faults.txt") else {
      return (["it did not compare its pictures: faults.txt is missing"], seconds)
    }
    var faults = text.split(separator: "\n").map(String.init)
    if (FileStatus(folder + "/page.html")?.size ?? 0) == 0 { faults.append("it wrote no page") }
    return (faults, seconds)
  }
}
