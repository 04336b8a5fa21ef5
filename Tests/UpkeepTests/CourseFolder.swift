import CourseKit
import Foundation
import Upkeep

/// A small course in a folder of its own, which is gone when the test is.
final class CourseFolder {
  let root: String

  /// Lays a whole lesson for each name, and the curriculum that has them.
  init(_ folders: [String] = ["00-one", "03-two"]) throws {
    root =
      URL(fileURLWithPath: NSTemporaryDirectory()).resolvingSymlinksInPath().path
      + "/glassbox-\(UInt64.random(in: 0...(.max)))"
    let lines = folders.map { "  .lesson(\"\($0)\"),\n" }.joined()
    try write("let curriculum: [Entry] = [\n\(lines)]\n", to: "Package.swift")
    for folder in folders {
      let module = Lesson(folder: folder).module
      try write(CourseFolder.solution, to: "solutions/\(folder)/\(module).swift")
      try write(CourseFolder.stub, to: "exercises/\(folder)/\(module).swift")
      try write("// checks\n", to: "exercises/Tests/\(folder)/Checks.swift")
      try write("// versions\n", to: "Tests/Mutants/\(folder)/doubled.swift")
      try write(CourseFolder.text(folder), to: "lessons/\(folder)/lesson.md")
      try link("exercises/Demos/\(folder)", to: "../../lessons/\(folder)")
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  var course: Course {
    get throws { try Course(root: root) }
  }

  func write(_ text: String, to path: String) throws {
    try WholeFile.write(text, to: "\(root)/\(path)")
  }

  func read(_ path: String) -> String? { WholeFile.read("\(root)/\(path)") }

  func remove(_ path: String) throws {
    try FileManager.default.removeItem(atPath: "\(root)/\(path)")
  }

  func link(_ path: String, to destination: String) throws {
    let folder = ("\(root)/\(path)" as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: "\(root)/\(path)", withDestinationPath: destination)
  }

  /// Makes all that is there known to git.
  func commit() throws {
    let identity = ["-c", "user.name=Test", "-c", "user.email=test@example.org"]
    try git("init", "-q")
    try git("add", "-A")
    try git(identity + ["commit", "-q", "-m", "all"])
  }

  func git(_ arguments: String...) throws { try git(arguments) }

  private func git(_ arguments: [String]) throws {
    _ = try Command("git", ["-C", root] + arguments).run()
  }

  static let solution = """
    /// Returns twice a number.
    public func doubled(_ x: Int) throws -> Int {
      2 * x
    }

    """

  static let stub = """
    import Explanations

    /// Returns twice a number.
    public func doubled(_ x: Int) throws -> Int {
      throw Unfinished()
    }

    """

  static func text(_ folder: String) -> String {
    """
    # Lesson \(folder)

    > Numbers can be
    > doubled.

    ●○○○○ · 5 minutes · needs nothing

    ## The question

    ![A number
    and its double.](figures/double.png)

    ## When to use it

    | it tells | it needs | it costs | it misleads |
    | --- | --- | --- | --- |
    | twice | a number | nothing | never |

    """
  }
}
