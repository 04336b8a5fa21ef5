import CourseKit
import Foundation

/// Compiles one version of a lesson's file after another, and runs the lesson's checks on each.
///
/// It happens in a folder of its own, so nothing depends on what somebody has written in this clone.
/// The checks and the libraries are those that `swift build` has made for the course's own tests.
struct VersionTrial {
  private let course: Course
  private let lesson: Lesson
  private let folder: String
  private let recipe: BuildRecipe

  /// Seconds for all checks of one version; a mutant may never end.
  private static let timeout = 10.0

  /// The version that is compiled.
  private var file: String { "\(folder)/\(lesson.module).swift" }

  /// Finds out how the lesson's file is compiled and linked, and compiles what stands beside it.
  ///
  /// - Parameters:
  ///   - lesson: The lesson.
  ///   - solution: Its solution; what is given is the same beside any other version.
  ///   - course: The course, which has been built with its tests.
  /// - Throws: A `CourseError` where the build has not what is needed.
  init(of lesson: Lesson, solution: String, in course: Course) throws(CourseError) {
    self.lesson = lesson
    self.course = course
    folder = "\(course.stateFolder)/proof/\(lesson.slug)"
    guard
      let recipe = BuildRecipe(
        build: course.root + "/.build/debug", course: course, lesson: lesson,
        file: "\(folder)/\(lesson.module).swift", folder: folder)
    else {
      throw CourseError(
        .fault,
        "The build has no checks of \(lesson.slug): is there a test target, and on Linux? "
          + "swift build --build-tests makes it.")
    }
    self.recipe = recipe
    try WholeFile.write(solution, to: file)
    if !(try Shell.run(recipe.compileGiven).succeeded) {
      throw CourseError(.fault, "What is given in \(lesson.slug) does not compile.")
    }
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
    try WholeFile.write(text, to: file)
    let built = try Shell.run([recipe.compile] + recipe.link)
    let log = (built.errors.text + built.output.text).replacing(folder + "/", with: "")
    let lines = log.split(separator: "\n").map(String.init)
    guard built.succeeded else {
      let error = lines.first { $0.contains("error: ") }
      return .doesNotCompile(error ?? lines.suffix(3).joined(separator: "; "))
    }
    let results = try CheckRun(
      course: course, lesson: lesson, base: recipe.start, timeout: VersionTrial.timeout,
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
    return .ran(
      LessonEvidence(checks: checks), warnings: lines.filter { $0.contains(": warning: ") })
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
