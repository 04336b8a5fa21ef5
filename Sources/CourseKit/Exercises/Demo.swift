import Foundation

/// The program that shows a lesson in numbers and pictures.
public struct Demo {
  /// Whose code it runs on.
  public enum Code: Sendable {
    /// The reference's, in optimised code.
    case reference
    /// The learner's own.
    case mine
  }

  private let course: Course
  private let lesson: Lesson

  /// Creates the door to a lesson's demo.
  public init(course: Course, lesson: Lesson) {
    self.course = course
    self.lesson = lesson
  }

  /// Whether the lesson has one.
  public var exists: Bool {
    let folder = "\(course.root)/lessons/\(lesson.folder)"
    return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
      .contains { $0.hasSuffix(".swift") }
  }

  /// Whether it has a planted cause to be found as well.
  public var hasCase: Bool {
    FileManager.default.fileExists(atPath: "\(course.root)/lessons/\(lesson.folder)/Case.swift")
  }

  private var name: String { "lesson-\(lesson.slug)" }

  /// Builds it.
  ///
  /// - Parameters:
  ///   - code: Whose code it shall run on.
  ///   - progress: Is told what takes its time; an empty text when it is done.
  /// - Returns: What starts it.
  /// - Throws: A `CourseError` where there is no demo, or the learner's file does not compile.
  public func build(
    _ code: Code, progress: @escaping (String) -> Void
  ) throws(CourseError) -> Command {
    guard exists else {
      throw CourseError(
        .nothingMatched, "\(lesson.slug) has no demo; its lesson.md is all to read.")
    }
    var command: Command
    switch code {
    case .reference:
      try requireSolutions()
      command = building(release)
    case .mine:
      _ = try course.learnerText(of: lesson)
      command = building(mine)
    }
    let lock = try FileLock(path: course.stateFolder + "/check.lock")
    try lock.wait { progress("A check is running; the demo begins when it is done") }
    defer { lock.unlock() }
    let place = code == .mine ? mine : release
    let built = (try? FileManager.default.contentsOfDirectory(atPath: place.products)) ?? []
    let isFirst = !built.contains { $0.wholeMatch(of: /lesson-[a-z-]+/) != nil }
    let steps = BuildSteps(
      title: isFirst ? "Building the demo, this once with its libraries" : "Building the demo",
      expected: isFirst ? course.expectedSeconds(code == .mine ? .ownDemo : .demo) : nil,
      progress: progress)
    command.timeout = 1800
    let outcome = try command.run(watch: steps.take, tick: steps.tick)
    progress("")
    if outcome.ending == .interrupted { throw CourseError(.interrupted, "Interrupted.") }
    guard outcome.succeeded else { throw complaint(of: outcome, code) }
    var start = Command("\(place.products)/\(name)", [])
    start.environment = ["COURSE_ROOT": course.root]
    return start
  }

  /// What builds it on the learner's code for the first time, as a guest of the processor; nil where
  /// there is nothing to build.
  var preparation: Command? {
    let program = "\(mine.products)/\(name)"
    guard exists, !FileManager.default.fileExists(atPath: program) else { return nil }
    var command = SwiftPM.command(
      "build", of: mine.package, ["--product", name] + mine.arguments)
    command.environment = mine.environment
    command.arguments = ["-n", "10", command.program] + command.arguments
    command.program = "nice"
    command.timeout = 1800
    return command
  }

  /// A package and where it is built.
  private struct Place {
    let package: String
    let arguments: [String]
    let environment: [String: String]
    let products: String
  }

  private var release: Place {
    Place(
      package: course.root, arguments: ["-c", "release"], environment: [:],
      products: course.root + "/.build/release")
  }

  /// The learner's package, built where it is checked, since the libraries are there.
  private var mine: Place {
    Place(
      package: course.root + "/exercises",
      arguments: ["--scratch-path", course.stateFolder + "/build", "--disable-index-store"],
      environment: ["COURSE_ONLY": lesson.folder, "COURSE_DEMO": "1"],
      products: course.stateFolder + "/build/debug")
  }

  private func building(_ place: Place) -> Command {
    if place.environment["COURSE_DEMO"] != nil {
      // SwiftPM compares times in whole seconds and overlooks a second save within one.
      unlink("\(place.products)/\(lesson.module).build/\(lesson.module).swift.o")
    }
    var command = SwiftPM.command(
      "build", of: place.package, ["--product", name] + place.arguments)
    command.environment = place.environment
    return command
  }

  private func requireSolutions() throws(CourseError) {
    guard course.hasSolutions else {
      throw CourseError(
        .nothingMatched,
        "This copy of the course has no solutions, so the demo runs on your own code: "
          + "./course run \(lesson.slug) --mine")
    }
  }

  private func complaint(of outcome: Command.Outcome, _ code: Code) -> CourseError {
    let log = outcome.output.text + "\n" + outcome.errors.text
    let own = CompilerErrors.errors(in: log, file: course.file(of: lesson), root: course.root)
    if code == .mine, !own.isEmpty {
      return CourseError(
        .notPassing,
        "\(course.shown(course.file(of: lesson))) does not compile yet. "
          + "./course check \(lesson.slug) says why.")
    }
    let lines = log.split(separator: "\n").filter { $0.contains("error:") }.prefix(3)
      .joined(separator: "\n").replacing(course.root + "/", with: "")
    return CourseError(
      .fault, "The demo does not build. ./course doctor may know why.\n" + lines)
  }
}
