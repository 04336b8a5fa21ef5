import CourseKit
import Foundation

/// The course's own proof, step by step.
public struct Verification {
  /// One thing that was proved, or not.
  public struct Finding: Sendable {
    /// The step it belongs to.
    public let step: Step
    /// What was looked at.
    public let subject: String
    /// A sentence for each thing wrong.
    public let faults: [String]
    /// A fact worth showing, such as a count.
    public let fact: String

    /// Whether nothing speaks against it.
    public var isGood: Bool { faults.isEmpty }
  }

  /// The steps in order.
  public enum Step: String, CaseIterable, Sendable {
    case style, build, tests, optimised, lessons, texts, demos, links
  }

  private let course: Course
  private let chosen: [Lesson]
  private let progress: (String) -> Void
  private let report: (Finding) -> Void

  /// Prepares the proof.
  ///
  /// - Parameters:
  ///   - course: The course to be proved.
  ///   - lessons: The lessons to look at.
  ///   - progress: Is told what takes its time.
  ///   - report: Is handed each finding as it comes.
  public init(
    course: Course, lessons: [Lesson], progress: @escaping (String) -> Void,
    report: @escaping (Finding) -> Void
  ) {
    self.course = course
    chosen = lessons
    self.progress = progress
    self.report = report
  }

  /// Does one step.
  public func run(_ step: Step) throws(CourseError) {
    switch step {
    case .style: try style()
    case .build: try build()
    case .tests: try tests(step, optimised: false)
    case .optimised: try tests(step, optimised: true)
    case .lessons: try lessons()
    case .texts: texts()
    case .demos: try demos()
    case .links: try links()
    }
  }

  private func found(_ step: Step, _ subject: String, _ faults: [String], _ fact: String = "") {
    progress("")
    report(Finding(step: step, subject: subject, faults: faults, fact: fact))
  }

  /// The files that git knows or would know, whose names end in a certain way.
  private func files(_ ending: String) throws(CourseError) -> [String] {
    let command = Command(
      "git", ["-C", course.root, "ls-files", "-z", "--cached", "--others", "--exclude-standard"])
    let outcome = try command.run()
    guard outcome.succeeded else {
      throw CourseError(
        .fault, "verify needs git and a clone of the course; git ls-files failed here.")
    }
    let names = Set(outcome.output.text.split(separator: "\0").map(String.init))
    return names.filter {
      $0.hasSuffix(ending) && FileManager.default.fileExists(atPath: "\(course.root)/\($0)")
    }.sorted()
  }

  private func style() throws(CourseError) {
    progress("Looking at the style of every Swift file")
    // What somebody has written in their exercises is their own business.
    let own = Set(course.curriculum.lessons.map { course.shown(course.file(of: $0)) })
    let paths = try files(".swift").filter { !own.contains($0) }.map { "\(course.root)/\($0)" }
    var command = Command(
      "swift",
      [
        "format", "lint", "--strict", "--parallel", "--configuration",
        course.root + "/.swift-format",
      ] + paths)
    command.timeout = 300
    let outcome = try command.run()
    let lines = (outcome.errors.text + outcome.output.text).split(separator: "\n")
      .filter { $0.contains(": error: ") || $0.contains(": warning: ") }
      .map { String($0).replacing(course.root + "/", with: "") }
    let none = outcome.succeeded || !lines.isEmpty ? [] : [outcome.errors.text]
    found(.style, "style", lines + none, "\(paths.count) files")
  }

  private static let strict = ["--explicit-target-dependency-import-check", "error"]

  /// Starts SwiftPM on the course, with a count of its steps while it builds.
  private func swift(
    _ arguments: [String], environment: [String: String] = [:], saying title: String
  ) throws(CourseError) -> Command.Outcome {
    var command = Command("swift", arguments + ["--package-path", course.root])
    command.environment = environment
    command.timeout = 1800
    let steps = BuildSteps(title: title, progress: progress)
    let outcome = try command.run { steps.take($0) }
    if outcome.ending == .interrupted { throw CourseError(.interrupted, "Interrupted.") }
    return outcome
  }

  private func build() throws(CourseError) {
    let outcome = try swift(
      ["build", "--build-tests"] + Verification.strict, saying: "Building everything")
    found(.build, "build without warnings", complaints(of: outcome))
  }

  private func tests(_ step: Step, optimised: Bool) throws(CourseError) {
    if optimised {
      let built = try buildOptimised(saying: "Building in optimised code")
      guard built.succeeded else {
        return found(step, "tests in optimised code", complaints(of: built))
      }
    }
    progress(optimised ? "Testing the tensors in optimised code" : "Running every test")
    // Messages of misuse, and the same bits on every number of threads, hold in optimised code too.
    let result = try TestRun(
      root: course.root,
      arguments: optimised ? ["-c", "release", "--skip-build"] : Verification.strict,
      environment: optimised ? Verification.optimised : [:]
    ).run()
    var faults = result.failed
    if result.planned == 0 {
      faults.append("no test ran: " + result.outcome.errors.text.suffix(500))
    }
    if !result.outcome.succeeded, faults.isEmpty {
      faults.append("swift test failed: " + result.outcome.errors.text.suffix(500))
    }
    found(
      step, optimised ? "tests in optimised code" : "tests", faults,
      "\(result.run) of \(result.planned) planned tests ran")
  }

  /// In optimised code the tests of the tensors are enough; what else there is takes minutes.
  private static let optimised = ["COURSE_TESTS": "TensorsTests"]

  /// Builds the tests and the demos at once, since they share the libraries.
  private func buildOptimised(saying title: String) throws(CourseError) -> Command.Outcome {
    try swift(
      ["build", "-c", "release", "--build-tests"], environment: Verification.optimised,
      saying: title)
  }

  /// What a build complains of, warnings included; the end of its output where it failed without.
  private func complaints(of outcome: Command.Outcome) -> [String] {
    let text = (outcome.output.text + outcome.errors.text).replacing(course.root + "/", with: "")
    let lines = Set(
      text.split(separator: "\n").filter { $0.contains("error:") || $0.contains("warning:") })
    return outcome.succeeded || !lines.isEmpty
      ? lines.sorted().map(String.init) : [String(text.suffix(2000))]
  }

  private func lessons() throws(CourseError) {
    // Nothing where the step before has built it.
    let built = try swift(
      ["build", "--build-tests"] + Verification.strict, saying: "Building the checks")
    guard built.succeeded else {
      return found(.lessons, "lessons", complaints(of: built))
    }
    var obstacle: CourseError?
    progress("Proving the lessons")
    LessonProofs(lessons: chosen, course: course) { result in
      switch result {
      case .success(let finding):
        let fact = finding.planned == 0 ? "" : "\(finding.run) of \(finding.planned) checks ran"
        found(.lessons, finding.subject, finding.faults, fact)
      case .failure(let error) where error.kind == .interrupted: obstacle = error
      case .failure(let error): found(.lessons, "lessons", [error.description])
      }
      progress("Proving the lessons")
    }.run()
    progress("")
    if let obstacle { throw obstacle }
  }

  private func texts() {
    for lesson in chosen {
      found(
        .texts, "\(lesson.number) \(lesson.slug): text",
        LessonTextProof.faults(of: lesson, in: course))
    }
    if chosen == course.curriculum.lessons {
      found(.texts, MethodPage.path, MethodPage.faults(in: course))
    }
  }

  private func demos() throws(CourseError) {
    let shown = chosen == course.curriculum.lessons ? chosen + [.comparison] : chosen
    let demos = shown.map { DemoProof(course: course, lesson: $0) }.filter(\.exists)
    guard !demos.isEmpty else { return }
    let built = try buildOptimised(saying: "Building the demos")
    guard built.succeeded else { return found(.demos, "demos", complaints(of: built)) }
    for demo in demos {
      progress("Running the demo of \(demo.lesson.slug)")
      let (faults, seconds) = try demo.result()
      let lesson = demo.lesson
      let name = lesson == .comparison ? lesson.slug : "\(lesson.number) \(lesson.slug)"
      found(
        .demos, "\(name): demo", faults,
        "\((seconds * 10).rounded() / 10) s")
    }
  }

  private func links() throws(CourseError) {
    let paths = try files(".md")
    let known = paths.flatMap { path in
      LinkProof.faults(of: "\(course.root)/\(path)").map { "\(path): \($0)" }
    }
    found(.links, "links", known, "\(paths.count) pages")
    // What students get has less in it, so a link may be dead there alone.
    progress("Copying the course as students get it")
    let folder = course.stateFolder + "/proof/students"
    try? FileManager.default.removeItem(atPath: folder)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let count = try StudentCopy(course: course).write(to: folder)
    let faults = paths.filter { FileManager.default.fileExists(atPath: "\(folder)/\($0)") }
      .flatMap { path in
        LinkProof.faults(of: "\(folder)/\(path)").map { "\(path): \($0)" }
      }
      .filter { !known.contains($0) }
    found(
      .links, "links in the students’ copy", faults,
      count == 1 ? "one exercise" : "\(count) exercises")
  }
}
