import Foundation

/// The libraries that checks need, as one shared library: SwiftPM makes it once for all lessons.
///
/// What tells one making from another is looked at, never read: sizes and times of the sources, the
/// compiler, the processor that it compiles for.
struct CheckLibraries {
  let course: Course
  /// Where SwiftPM builds.
  let scratch: String

  /// The product's name in the manifest.
  static let product = "CheckLibraries"

  /// What was made.
  struct Built {
    /// Names what it was made of.
    let inputs: String
    /// The folder of the library, with the modules below it.
    let products: String
    /// The folder of the macros for tests.
    let plugins: String
  }

  private var memory: String { scratch + "/check-libraries.json" }

  /// Builds what has changed since the last time.
  ///
  /// - Parameters:
  ///   - compiler: The compiler that SwiftPM will find as well.
  ///   - progress: Is told what takes its time.
  /// - Returns: Where it is; nil where the compiler does not say what is needed.
  /// - Throws: A `CourseError` where the libraries do not build.
  func build(
    with compiler: SwiftCompiler, progress: @escaping (String) -> Void
  ) throws(CourseError) -> Built? {
    let inputs = inputs(compiler: compiler)
    if let known = known(inputs) { return known }
    let steps = BuildSteps(
      title: "Building the libraries, once", expected: course.expectedSeconds(.libraries),
      progress: progress)
    let outcome = try command(["--product", CheckLibraries.product])
      .run(watch: steps.take, tick: steps.tick)
    progress("")
    if outcome.ending == .interrupted { throw CourseError(.interrupted, "Interrupted.") }
    guard outcome.succeeded else { throw CourseError(faultIn: outcome, of: course) }
    let answer = try command(["--show-bin-path"]).run()
    let products = answer.output.text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard answer.succeeded, !products.isEmpty, let plugins = compiler.testingPlugins() else {
      return nil
    }
    let document: JSONValue = [
      "inputs": .string(inputs), "products": .string(products), "plugins": .string(plugins),
    ]
    try WholeFile.write(document.text, to: memory)
    return Built(inputs: inputs, products: products, plugins: plugins)
  }

  /// Whether they are built, so that a check need not wait for them.
  func areBuilt(with compiler: SwiftCompiler) -> Bool { known(inputs(compiler: compiler)) != nil }

  /// What was made, if it was made of this.
  private func known(_ inputs: String) -> Built? {
    let known = FileManager.default.contents(atPath: memory).flatMap { JSONValue(parsing: $0) }
    guard known?["inputs"]?.string == inputs, let products = known?["products"]?.string,
      let plugins = known?["plugins"]?.string
    else { return nil }
    return Built(inputs: inputs, products: products, plugins: plugins)
  }

  /// Makes the next build ask SwiftPM again.
  func forget() { unlink(memory) }

  private func command(_ arguments: [String]) -> Command {
    SwiftPM.command(
      "build", of: course.root, ["--scratch-path", scratch, "--disable-index-store"] + arguments)
  }

  private func inputs(compiler: SwiftCompiler) -> String {
    var fingerprint = Fingerprint()
    compiler.combine(into: &fingerprint)
    fingerprint.combine(Processor.name.utf8)
    fingerprint.combine(statusOf: course.root + "/Package.swift")
    let folders = (try? FileManager.default.contentsOfDirectory(atPath: course.root + "/Sources"))
    for folder in (folders ?? []).sorted() where !["CourseKit", "course"].contains(folder) {
      for path in LessonPackage.sources(in: "\(course.root)/Sources/\(folder)") {
        fingerprint.combine(statusOf: path)
      }
    }
    return fingerprint.description
  }
}
