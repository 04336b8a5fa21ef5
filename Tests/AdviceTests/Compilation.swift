import Foundation

@testable import CourseKit

/// What the compiler says of many files, which are compiled at once.
struct Compilation {
  /// What is said of one file.
  struct File {
    /// Whatever the compiler prints.
    let output: String
    /// The errors as they are found in it.
    let errors: [CompilerError]
    /// What a learner reads.
    let texts: [String]
  }

  /// What is said of each file, in the order in which they were given.
  let files: [File]

  /// How far the compiler goes.
  enum Stage {
    /// To the types of all expressions.
    case types
    /// Through what is asked only of code without other errors, such as whether it returns.
    case everything
  }

  /// Compiles files with the modules of tensors and layers, as exercises are compiled.
  init(_ texts: [String], to stage: Stage) throws {
    let folder =
      URL(fileURLWithPath: NSTemporaryDirectory()).resolvingSymlinksInPath().path
      + "/glassbox-advice-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    // Each has a folder of its own, since the files beside an exercise are part of it.
    let paths = texts.indices.map { "\(folder)/\($0)/Example\($0).swift" }
    for (text, path) in zip(texts, paths) { try WholeFile.write(text, to: path) }
    let outputs = try Compilation.run(on: paths, to: stage)
    // The patterns are made once for all of them.
    let table = Advice.all
    files = paths.map { path in
      let output = outputs[path] ?? ""
      let errors = CompilerErrors.parsed(from: output, file: path, root: Compilation.course)
      let adviser = Adviser(file: path, root: Compilation.course, table: table)
      return File(output: output, errors: errors, texts: adviser.texts(of: errors))
    }
  }

  /// What the compiler prints of each file.
  private static func run(on paths: [String], to stage: Stage) throws -> [String: String] {
    var command = Command(
      "swiftc",
      [
        "-wmo", "-module-name", "Examples", "-parse-as-library", "-swift-version", "6",
        "-enable-upcoming-feature", "ExistentialAny", "-enable-upcoming-feature",
        "MemberImportVisibility", "-Xfrontend", try effort, "-I",
        try modules,
      ] + (stage == .types ? ["-typecheck"] : ["-emit-sil", "-o", "/dev/null"]) + paths)
    command.timeout = 120
    command.outputLimit = 10_000_000
    // What is about a file begins with its path, and goes on to the next one's.
    var outputs: [String: String] = [:]
    var path = ""
    let output = try command.run().errors.text
    for line in output.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("/"), let end = line.firstIndex(of: ":") { path = String(line[..<end]) }
      outputs[path, default: ""] += line + "\n"
    }
    return outputs
  }

  /// The limit that the manifest sets for exercises.
  private static var effort: String {
    get throws {
      let manifest = WholeFile.read(course + "/Package.swift") ?? ""
      guard let limit = manifest.firstMatch(of: /"(-solver-scope-threshold=\d+)"/)?.1 else {
        throw CourseError(.fault, "Package.swift sets no limit for expressions that are too hard.")
      }
      return String(limit)
    }
  }

  /// The folder of the modules that were built with the tests.
  private static var modules: String {
    get throws {
      var folder = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
      for _ in 0..<6 {
        folder.deleteLastPathComponent()
        let modules = folder.appendingPathComponent("Modules").path
        if FileManager.default.fileExists(atPath: modules + "/Tensors.swiftmodule") {
          return modules
        }
      }
      throw CourseError(.fault, "There are no modules beside the tests.")
    }
  }

  /// The folder of the course, which has the page of tensors.
  private static var course: String {
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
  }
}
