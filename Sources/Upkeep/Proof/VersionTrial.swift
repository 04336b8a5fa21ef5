import CourseKit
import Foundation

/// Compiles one version of a lesson's file after another, and runs the lesson's checks on each.
///
/// It happens in a folder of its own, so nothing depends on what somebody has written in this clone.
struct VersionTrial {
  private let course: Course
  private let lesson: Lesson
  private let package: LessonPackage
  private let build: LessonBuild

  /// Seconds for all checks of one version; a mutant may never end.
  private static let timeout = 10.0

  /// Lays out the folder.
  ///
  /// - Parameters:
  ///   - lesson: The lesson.
  ///   - course: The course.
  /// - Throws: A `CourseError` where the folder cannot be written.
  init(of lesson: Lesson, in course: Course) throws(CourseError) {
    self.lesson = lesson
    self.course = course
    package = try LessonPackage(
      for: lesson, in: course, at: "\(course.stateFolder)/proof/\(lesson.slug)")
    build = LessonBuild(of: package, in: course)
  }

  /// What the checks say of one version of the file.
  enum Outcome {
    /// The checks ran; the compiler may have warned.
    case ran(LessonEvidence, warnings: [String])
    /// The compiler's first error.
    case doesNotCompile(String)
  }

  /// Compiles a version and runs the checks.
  func outcome(of text: String, seed: String) throws(CourseError) -> Outcome {
    try WholeFile.write(text, to: package.file)
    let start: Command
    let warnings: [String]
    switch try build.run() {
    case .errors(let errors): return .doesNotCompile(errors.first ?? "")
    case .ready(let command, let lines): (start, warnings) = (command, lines)
    }
    let results = try CheckRun(
      course: course, lesson: lesson,
      source: LearnerSource(text, functions: course.functions(of: lesson).map(\.name)),
      base: start, timeout: VersionTrial.timeout,
      environment: ["SWIFT_DETERMINISTIC_HASHING": "1", "COURSE_SEED": seed]
    ).results()
    let checks = results.map { result in
      let issue = ([result.outcome.mark + result.message] + result.details)
        .joined(separator: "\n")
      return LessonEvidence.Check(
        function: result.function, name: result.name,
        hasEnded: ![.crashed, .endless, .skipped].contains(result.outcome),
        issues: result.outcome == .passed ? [] : [issue])
    }
    return .ran(LessonEvidence(checks: checks), warnings: warnings)
  }
}

extension CheckOutcome {
  /// The word in brackets that an issue of this kind begins with.
  fileprivate var mark: String {
    switch self {
    case .unfinished: "[unfinished] "
    case .waiting: "[waiting] "
    case .mistake: "[mistake] "
    case .courseFault: "[course fault] "
    case .passed, .failed, .crashed, .endless, .skipped: "[failed] "
    }
  }
}
