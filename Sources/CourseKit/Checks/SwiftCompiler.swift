import Foundation

/// The Swift compiler that `PATH` leads to.
struct SwiftCompiler {
  /// The driver.
  let path: String

  /// Finds it; nil where there is none.
  init?() {
    guard let path = Executable.path(of: "swiftc") else { return nil }
    self.path = path
  }

  /// Takes in what tells this compiler from another, however `PATH` led there.
  func combine(into fingerprint: inout Fingerprint) {
    fingerprint.combine(statusOf: URL(fileURLWithPath: path).resolvingSymlinksInPath().path)
  }

  /// The folder of the compiler's macros for tests; nil where the compiler does not answer.
  func testingPlugins() -> String? {
    var command = Command(path, ["-print-target-info"])
    command.timeout = 60
    guard let outcome = try? command.run(), outcome.succeeded,
      let information = JSONValue(parsing: Data(outcome.output.text.utf8)),
      let resources = information["paths"]?["runtimeResourcePath"]?.string
    else { return nil }
    return resources + "/host/plugins/testing"
  }

  /// Compiles or links.
  ///
  /// - Parameter arguments: What the driver is given.
  /// - Returns: What came of it.
  /// - Throws: A `CourseError` where it was interrupted or cannot be started.
  func run(_ arguments: [String]) throws(CourseError) -> Command.Outcome {
    var command = Command(path, arguments)
    command.timeout = 600
    let outcome = try command.run()
    if outcome.ending == .interrupted { throw CourseError(.interrupted, "Interrupted.") }
    return outcome
  }

  /// What the driver would run, as lines for a shell.
  ///
  /// - Parameter arguments: What the driver is given.
  /// - Returns: The lines; none where the driver refuses.
  /// - Throws: A `CourseError` where it was interrupted or cannot be started.
  func jobs(_ arguments: [String]) throws(CourseError) -> [String] {
    var command = Command(path, arguments + ["-driver-print-jobs"])
    command.timeout = 60
    let outcome = try command.run()
    if outcome.ending == .interrupted { throw CourseError(.interrupted, "Interrupted.") }
    return outcome.succeeded ? outcome.output.text.split(separator: "\n").map(String.init) : []
  }
}
