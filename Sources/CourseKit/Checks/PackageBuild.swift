import Foundation

/// Builds a lesson's checks with SwiftPM, which works everywhere and takes its time.
struct PackageBuild {
  let course: Course
  let package: LessonPackage
  let scratch: String
  let progress: (String) -> Void

  private var lesson: Lesson { package.lesson }

  /// What makes the manifest describe one lesson, in a package that may be anywhere.
  private var environment: [String: String] {
    ["COURSE_ONLY": lesson.folder, "COURSE_DEMO": "", "COURSE_ROOT": course.root]
  }

  /// Builds what has changed.
  func run() throws(CourseError) -> LessonBuild.Outcome {
    forgetObjects()
    let steps = BuildSteps(
      title: "Building",
      expected: course.hasBuiltLibraries ? nil : course.expectedSeconds(.libraries),
      progress: progress)
    var command = SwiftPM.command(
      "build", of: package.folder, ["--build-tests", "--scratch-path", scratch])
    command.environment = environment
    let outcome = try command.run(watch: steps.take, tick: steps.tick)
    progress("")
    if outcome.ending == .interrupted { throw CourseError(.interrupted, "Interrupted.") }
    let log = outcome.output.text + "\n" + outcome.errors.text
    if outcome.succeeded {
      let warnings = log.split(separator: "\n").map(String.init)
        .filter { $0.hasPrefix(package.file) && $0.contains(": warning: ") }
      return .ready(start, warnings: warnings)
    }
    let errors = CompilerErrors.errors(in: log, file: package.file, root: course.root)
    if !errors.isEmpty { return .errors(errors) }
    if let changed = course.changedSignature(in: package) { return .errors([changed]) }
    throw CourseError(faultIn: outcome, of: course)
  }

  /// SwiftPM compares times in whole seconds and so overlooks a second save within one; it cannot
  /// overlook that the result is missing.
  private func forgetObjects() {
    for module in [lesson.module, lesson.module + "Checks"] {
      let folder = "\(scratch)/debug/\(module).build"
      for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      where name.hasSuffix(".swift.o") {
        unlink("\(folder)/\(name)")
      }
    }
  }

  /// Starts the checks that were built.
  private var start: Command {
    let events = ["--no-parallel", "--event-stream-version", "0", "--event-stream-output-path"]
    #if os(macOS)
      var command = SwiftPM.command(
        "test", of: package.folder,
        ["--skip-build", "--scratch-path", scratch] + events + ["/dev/stdout"])
      command.environment = environment
      return command
    #else
      return Command(
        scratch + "/debug/ExercisesPackageTests.xctest",
        ["--testing-library", "swift-testing"] + events + ["/dev/stdout"])
    #endif
  }
}

extension CourseError {
  /// Says that a build of the course's own code failed, with the lines that may help.
  ///
  /// - Parameters:
  ///   - outcome: What SwiftPM left behind.
  ///   - course: The course.
  init(faultIn outcome: Command.Outcome, of course: Course) {
    if !Examination.hasLibpng {
      self.init(.fault, "libpng is missing. ./course doctor names the command that mends it.")
      return
    }
    let log = outcome.output.text + "\n" + outcome.errors.text
    if log.contains(String(cString: strerror(ENOSPC))) {
      self.init(.fault, "The disk is full, so nothing can be built. Make room, and try again.")
      return
    }
    let lines = log.split(separator: "\n").filter { $0.contains("error:") }.prefix(5)
    let shown = (lines.isEmpty ? log.split(separator: "\n").suffix(5) : lines)
      .joined(separator: "\n").replacing(course.root + "/", with: "")
    self.init(
      .fault,
      """
      The course itself does not build; that is not your file's fault. ./course doctor may know why.
      \(shown)
      """)
  }
}
