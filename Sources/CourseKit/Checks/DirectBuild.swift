import Foundation

/// Builds a lesson's checks with the compiler alone, against libraries that SwiftPM has made.
///
/// SwiftPM takes 0.6 s to find out that one file has changed, and overlooks a second save within
/// the same second. The compiler always sees the file as it is.
struct DirectBuild {
  let course: Course
  let package: LessonPackage
  /// Where everything of this lesson is put.
  let folder: String
  let compiler: SwiftCompiler
  let libraries: CheckLibraries.Built

  private var lesson: Lesson { package.lesson }
  private var memory: String { folder + "/recipe.json" }
  private var program: String { folder + "/checks" }
  private var object: String { "\(folder)/\(lesson.module).o" }

  /// Builds what has changed.
  ///
  /// - Returns: What came of it; nil where something else is wrong than the lesson's file.
  /// - Throws: A `CourseError` where it was interrupted, or nothing can be written.
  func run() throws(CourseError) -> LessonBuild.Outcome? {
    let inputs = inputs()
    if let recipe = readRecipe(), recipe.inputs == inputs, let outcome = try again(recipe) {
      return outcome
    }
    return try anew(inputs: inputs)
  }

  private func readRecipe() -> BuildRecipe? {
    FileManager.default.contents(atPath: memory).flatMap { JSONValue(parsing: $0) }
      .flatMap { BuildRecipe(json: $0) }
  }

  /// Names everything that goes into the build except the version of the lesson's file.
  private func inputs() -> String {
    var fingerprint = Fingerprint(libraries.inputs.utf8)
    fingerprint.combine(SignedEvents.program.utf8)
    for path in [course.solutionFile(of: lesson), course.stubFile(of: lesson)] {
      fingerprint.combine(statusOf: path)
    }
    for path in modules + checks where path != package.file { fingerprint.combine(statusOf: path) }
    return fingerprint.description
  }

  private var modules: [String] { LessonPackage.sources(in: package.module) }
  private var checks: [String] { LessonPackage.sources(in: package.checks) }

  /// Compiles the module and links; nil where the recipe does not hold any more.
  private func again(_ recipe: BuildRecipe) throws(CourseError) -> LessonBuild.Outcome? {
    let compiled = try Shell.run(recipe.compile)
    guard compiled.succeeded else { return errors(in: compiled).map { .errors($0) } }
    return try linked(recipe, compiled)
  }

  /// Links what was compiled; nil where something else is missing than a declaration of the
  /// exercise's.
  private func linked(
    _ recipe: BuildRecipe, _ compiled: Command.Outcome
  ) throws(CourseError) -> LessonBuild.Outcome? {
    let linking = try Shell.run(recipe.link)
    if linking.succeeded { return ready(compiled) }
    guard (linking.errors.text + linking.output.text).contains("undefined symbol") else {
      return nil
    }
    return course.changedSignature(in: package).map { .errors([$0]) }
  }

  /// Compiles everything, and writes the recipe for the next time.
  private func anew(inputs: String) throws(CourseError) -> LessonBuild.Outcome? {
    unlink(memory)
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    // As in the manifest, the limit is the learner's file's alone: checks may be harder to read.
    let limit = course.expressionLimit.map { ["-Xfrontend", $0] } ?? []
    let module =
      arguments(for: lesson.module) + limit + ["-wmo", "-gline-tables-only", "-c"] + modules
      + ["-o", object]
    let compiled = try compiler.run(module)
    guard compiled.succeeded else { return errors(in: compiled).map { .errors($0) } }
    guard try compileInterface(), let objects = try compileChecks() else { return nil }
    let linking =
      [object] + objects + [
        "-L", libraries.products, "-l\(CheckLibraries.product)", "-Xlinker", "-rpath", "-Xlinker",
        libraries.products, "-use-ld=lld", "-o", program,
      ]
    let recipe = BuildRecipe(
      inputs: inputs, compile: try compiler.jobs(module),
      link: try compiler.jobs(linking))
    guard !recipe.compile.isEmpty, !recipe.link.isEmpty else { return nil }
    let outcome = try linked(recipe, compiled)
    // It holds for any version of the file, also for one that the checks cannot call.
    if outcome != nil { try WholeFile.write(recipe.json.text, to: memory) }
    return outcome
  }

  /// Writes what the checks know of the module: the declarations of the untouched exercise, so that
  /// it does not matter which ones the lesson's file has at the moment.
  private func compileInterface() throws(CourseError) -> Bool {
    let untouched = "\(folder)/untouched/\(lesson.module).swift"
    try WholeFile.write(try course.stub(of: lesson), to: untouched)
    return try compiler.run(
      arguments(for: lesson.module) + ["-wmo", "-emit-module", "-emit-module-path"]
        + ["\(folder)/\(lesson.module).swiftmodule", untouched]
        + modules.filter { $0 != package.file }
    ).succeeded
  }

  /// Compiles the checks with what starts them.
  ///
  /// - Returns: The objects; nil where they do not compile.
  private func compileChecks() throws(CourseError) -> [String]? {
    let start = "\(folder)/Start.swift"
    try WholeFile.write(SignedEvents.program, to: start)
    let sources = checks + [start]
    let objects = sources.indices.map { "\(folder)/check-\($0).o" }
    let map = Dictionary(
      uniqueKeysWithValues: zip(sources, objects).map { source, object in
        (source, JSONValue.object(["object": .string(object)]))
      })
    let path = "\(folder)/objects.json"
    try WholeFile.write(JSONValue.object(map).text, to: path)
    // Its folder comes first: SwiftPM may have left a module of the same name among the libraries.
    let outcome = try compiler.run(
      ["-I", folder] + arguments(for: lesson.module + "Checks")
        + ["-plugin-path", libraries.plugins, "-gnone", "-enable-batch-mode"]
        + ["-j\(ProcessInfo.processInfo.activeProcessorCount)", "-output-file-map", path, "-c"]
        + sources)
    return outcome.succeeded ? objects : nil
  }

  /// What SwiftPM gives the compiler for a target of the learner's package.
  private func arguments(for module: String) -> [String] {
    [
      "-module-name", module, "-parse-as-library", "-swift-version", "6", "-Onone", "-D", "DEBUG",
      "-D", "SWIFT_PACKAGE", "-I", libraries.products + "/Modules", "-I",
      course.root + "/Sources/CPNG", "-module-cache-path", libraries.products + "/ModuleCache",
    ] + course.upcomingFeatures.flatMap { ["-enable-upcoming-feature", $0] }
  }

  /// The errors in the lesson's file; nil where there are none.
  private func errors(in outcome: Command.Outcome) -> [String]? {
    let errors = CompilerErrors.errors(
      in: outcome.errors.text + "\n" + outcome.output.text, file: package.file, root: course.root)
    return errors.isEmpty ? nil : errors
  }

  private func ready(_ compiled: Command.Outcome) -> LessonBuild.Outcome {
    var start = Command(program, ["--no-parallel"])
    start.input = SignedEvents.signature()
    let lines = (compiled.errors.text + compiled.output.text).split(separator: "\n")
    return .ready(start, warnings: lines.map(String.init).filter { $0.contains(": warning: ") })
  }
}
