import CourseKit
import Foundation

/// Builds the course for its proof; each way at most once in a run.
///
/// It is asked by whichever proof first needs it, from any thread; the others wait meanwhile.
final class CourseBuild: @unchecked Sendable {
  private let course: Course
  private let progress: (String) -> Void
  private let lock = NSLock()
  private var known: [String: [String]] = [:]

  /// Prepares to build.
  ///
  /// - Parameters:
  ///   - course: The course.
  ///   - progress: Is told how far a build is, from any thread.
  init(course: Course, progress: @escaping (String) -> Void) {
    self.course = course
    self.progress = progress
  }

  /// Targets name what they import, in each build alike: another set of flags would build all anew.
  static let strict = ["--explicit-target-dependency-import-check", "error"]

  /// In optimised code the tests of the tensors are enough; what else there is takes minutes.
  static let optimised = ["COURSE_TESTS": "TensorsTests"]

  /// Builds everything as it is developed.
  ///
  /// - Returns: What the build complains of; nothing where all is there.
  /// - Throws: A `CourseError` where it was interrupted.
  func everything() throws(CourseError) -> [String] {
    try complaints(
      of: ["--build-tests"] + CourseBuild.strict, saying: "Building everything")
  }

  /// Builds the demos in optimised code, and with them those tests that run there.
  ///
  /// - Parameter lesson: The only lesson whose demo is needed; nil for all.
  /// - Returns: What the build complains of; nothing where all is there.
  /// - Throws: A `CourseError` where it was interrupted.
  func optimised(for lesson: Lesson? = nil) throws(CourseError) -> [String] {
    let scope = lesson.map { ["--product", "lesson-\($0.slug)"] } ?? ["--build-tests"]
    return try complaints(
      of: ["-c", "release"] + scope, environment: CourseBuild.optimised,
      saying: "Building in optimised code")
  }

  private func complaints(
    of arguments: [String], environment: [String: String] = [:], saying title: String
  ) throws(CourseError) -> [String] {
    lock.lock()
    defer { lock.unlock() }
    let name = arguments.joined(separator: " ")
    if let known = known[name] { return known }
    var command = SwiftPM.command("build", of: course.root, arguments)
    command.environment = environment
    command.timeout = 3600
    let steps = BuildSteps(title: title, progress: progress)
    let outcome = try command.run(watch: steps.take)
    progress("")
    if outcome.ending == .interrupted { throw CourseError(.interrupted, "Interrupted.") }
    let found = complaints(in: outcome)
    known[name] = found
    return found
  }

  /// Warnings included; the end of the output where a build failed without.
  private func complaints(in outcome: Command.Outcome) -> [String] {
    let text = (outcome.output.text + outcome.errors.text).replacing(course.root + "/", with: "")
    // The compiler says each twice: on a line of its own, and below the line of code.
    let lines = Set(
      text.split(separator: "\n").filter { line in
        (line.contains("error:") || line.contains("warning:")) && !line.contains("`- ")
      })
    return outcome.succeeded || !lines.isEmpty
      ? lines.sorted().map(String.init) : [String(text.suffix(2000))]
  }
}
