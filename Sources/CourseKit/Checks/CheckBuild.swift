import Foundation

/// Builds the checks of one exercise in a folder of its own, so that no other exercise and no
/// editor gets in the way.
struct CheckBuild {
  let course: Course
  let lesson: Lesson
  /// Is told what takes its time.
  let progress: (String) -> Void

  /// What a build leads to.
  enum Outcome {
    /// The checks can be started.
    case ready(Command)
    /// The learner's file does not compile, in the compiler's words.
    case errors([String])
  }

  /// Where everything is built; one folder for all exercises, which share the libraries.
  var scratch: String { course.stateFolder + "/build" }

  private var file: String { course.file(of: lesson) }
  private var folder: String { "\(scratch)/direct/\(lesson.slug)" }
  private var recipePath: String { folder + "/recipe.json" }
  private var bundle: String { scratch + "/debug/ExercisesPackageTests.xctest" }

  /// Builds what has changed.
  func run() throws(CourseError) -> Outcome {
    _ = try course.learnerText(of: lesson)
    let inputs = fingerprintOfInputs()
    if let recipe = readRecipe(), recipe.inputs == inputs,
      let outcome = try direct(recipe)
    {
      return outcome
    }
    return try whole(inputs: inputs)
  }

  // MARK: - The direct way

  /// Compiles and links with the recipe; nothing where it does not hold any more.
  private func direct(_ recipe: BuildRecipe) throws(CourseError) -> Outcome? {
    let compiled = try Shell.run([recipe.compile])
    if !compiled.succeeded {
      let errors = errors(in: compiled)
      return errors.isEmpty ? nil : .errors(errors)
    }
    return try Shell.run(recipe.link).succeeded ? .ready(recipe.start) : nil
  }

  private func readRecipe() -> BuildRecipe? {
    FileManager.default.contents(atPath: recipePath).flatMap { JSONValue(parsing: $0) }
      .flatMap { BuildRecipe(json: $0) }
  }

  /// Of everything that goes into the build except the learner's file: a look, not a read.
  private func fingerprintOfInputs() -> String {
    var fingerprint = Fingerprint()
    let folders = [
      "Sources", "exercises/\(lesson.folder)", "exercises/Tests/\(lesson.folder)",
    ]
    fingerprint.combine(statusOf: course.root + "/Package.swift")
    fingerprint.combine((ProcessInfo.processInfo.environment["GLASSBOX_CPU"] ?? "").utf8)
    fingerprint.combine((ProcessInfo.processInfo.environment["PATH"] ?? "").utf8)
    for folder in folders {
      let names = FileManager.default.enumerator(atPath: "\(course.root)/\(folder)")?
        .compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") || $0.hasSuffix(".h") }
      for name in (names ?? []).sorted() {
        let path = "\(course.root)/\(folder)/\(name)"
        let isCommandLine = name.hasPrefix("CourseKit/") || name.hasPrefix("course/")
        if path != file, !isCommandLine { fingerprint.combine(statusOf: path) }
      }
    }
    return fingerprint.description
  }

  // MARK: - The whole way

  /// Lets SwiftPM build everything, and takes the recipe for the next time from its plan.
  private func whole(inputs: String) throws(CourseError) -> Outcome {
    unlink(recipePath)
    forgetObjects()
    let isFirst = !FileManager.default.fileExists(atPath: scratch + "/debug.yaml")
    if isFirst, try everything(), let recipe = readRecipe(), recipe.inputs == inputs,
      let outcome = try direct(recipe)
    {
      return outcome
    }
    let outcome = try build(lesson.folder, title: "Building")
    guard outcome.succeeded else { return try explained(outcome) }
    guard let recipe = newRecipe(inputs: inputs),
      try Shell.run(recipe.compileGiven + [recipe.compile] + recipe.link).succeeded
    else { return .ready(start) }
    try WholeFile.write(recipe.json.text, to: recipePath)
    return .ready(recipe.start)
  }

  /// Builds all lessons and keeps their recipes, so that the first check of another lesson takes no
  /// longer than any; false where an exercise does not compile, which must not stop this one.
  private func everything() throws(CourseError) -> Bool {
    guard try build("", title: "Building the libraries, once").succeeded else { return false }
    for lesson in course.curriculum.lessons {
      let other = CheckBuild(course: course, lesson: lesson, progress: progress)
      guard let recipe = other.newRecipe(inputs: other.fingerprintOfInputs()),
        try Shell.run(recipe.compileGiven).succeeded
      else { continue }
      try WholeFile.write(recipe.json.text, to: other.recipePath)
    }
    return true
  }

  /// Lets SwiftPM build one lesson, or with no name all of them.
  private func build(_ only: String, title: String) throws(CourseError) -> Command.Outcome {
    let steps = BuildSteps(title: title, progress: progress)
    var command = Command(
      "swift",
      [
        "build", "--build-tests", "--package-path", course.root + "/exercises", "--scratch-path",
        scratch,
      ])
    command.environment = ["COURSE_ONLY": only, "COURSE_DEMO": ""]
    let outcome = try command.run { steps.take($0) }
    progress("")
    if outcome.ending == .interrupted { throw CourseError(.interrupted, "Interrupted.") }
    return outcome
  }

  /// The recipe that is in the plan of the last build.
  private func newRecipe(inputs: String) -> BuildRecipe? {
    var recipe = BuildRecipe(
      build: scratch + "/debug", course: course, lesson: lesson, file: file, folder: folder)
    recipe?.inputs = inputs
    return recipe
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

  /// Finds out whose fault a failed build is.
  private func explained(_ outcome: Command.Outcome) throws(CourseError) -> Outcome {
    let log = outcome.output.text + "\n" + outcome.errors.text
    let errors = CompilerErrors.errors(in: log, file: file, root: course.root)
    if !errors.isEmpty { return .errors(errors) }
    if log.contains("/exercises/Tests/\(lesson.folder)/"), let changed = try changedSignature() {
      return .errors([changed])
    }
    if log.contains("png.h") || log.contains("libpng") {
      throw CourseError(
        .fault, "libpng is missing. ./course doctor names the command that mends it.")
    }
    let lines = log.split(separator: "\n").filter { $0.contains("error:") }.prefix(5)
    let shown = (lines.isEmpty ? log.split(separator: "\n").suffix(5) : lines)
      .joined(separator: "\n").replacing(course.root + "/", with: "")
    throw CourseError(
      .fault,
      """
      The course itself does not build; that is not your file's fault. ./course doctor may know why.
      \(shown)
      """)
  }

  private func errors(in outcome: Command.Outcome) -> [String] {
    CompilerErrors.errors(
      in: outcome.errors.text + "\n" + outcome.output.text, file: file, root: course.root)
  }

  /// A sentence about the first function whose declaration is no longer the exercise's.
  private func changedSignature() throws(CourseError) -> String? {
    let text = try course.learnerText(of: lesson)
    let squeezed = text.split(whereSeparator: \.isWhitespace).joined()
    for function in course.functions(of: lesson) {
      let wanted = function.signature.split(whereSeparator: \.isWhitespace).joined()
      if !squeezed.contains(wanted) {
        return """
          \(course.shown(file)): \(function.name) is not declared as the checks call it. They need

              \(function.signature)
          """
      }
    }
    return nil
  }

  /// Starts the checks that SwiftPM has built.
  private var start: Command {
    #if os(macOS)
      var command = Command(
        "swift",
        [
          "test", "--skip-build", "--no-parallel", "--package-path", course.root + "/exercises",
          "--scratch-path", scratch, "--event-stream-version", "0",
          "--event-stream-output-path", "/dev/stdout",
        ])
      command.environment = ["COURSE_ONLY": lesson.folder, "COURSE_DEMO": ""]
      return command
    #else
      return Command(
        bundle,
        [
          "--testing-library", "swift-testing", "--no-parallel", "--event-stream-version", "0",
          "--event-stream-output-path", "/dev/stdout",
        ])
    #endif
  }
}
