import CourseKit
import Foundation
import Testing

/// A small course on disk, in which the real program is started.
///
/// It stands at a fixed place, so that what was built in one test is there for the next; every
/// test begins with the files as they are here.
struct FakeCourse {
  let root: String

  /// What one start of the program left.
  struct Run {
    let code: Int32?
    let output: String
    let errors: String
    /// Both, for tests to which it does not matter.
    var text: String { output + errors }
  }

  /// Puts every file in its place, some of them other ones; what was built stays.
  init(name: String = "checks", files: [String: String] = [:]) throws {
    // Another clone on this machine has a course of its own.
    let clone = Fingerprint(#filePath.utf8)
    root =
      URL(fileURLWithPath: NSTemporaryDirectory()).resolvingSymlinksInPath().path
      + "/glassbox-\(clone)-\(name)"
    for folder in ["state.json", "kept", "check.lock"] {
      try? FileManager.default.removeItem(atPath: "\(root)/.course/\(folder)")
    }
    for (path, text) in FakeCourse.files.merging(files, uniquingKeysWith: { $1 }) {
      try write(text, to: path)
    }
    for path in ["exercises/00-one/Extra.swift", "lessons/01-two/lesson.md"] {
      try? FileManager.default.removeItem(atPath: "\(root)/\(path)")
    }
  }

  /// Writes a file, unless it says the same already.
  func write(_ text: String, to path: String) throws {
    let path = "\(root)/\(path)"
    if WholeFile.read(path) != text { try WholeFile.write(text, to: path) }
  }

  func read(_ path: String) -> String? { WholeFile.read("\(root)/\(path)") }

  /// The learner's file of the first lesson.
  static let file = "exercises/00-one/One.swift"

  /// Writes the learner's file with these bodies.
  func learn(_ doubled: String, _ tripled: String = "3 * x") throws {
    try write(FakeCourse.one(doubled, tripled), to: FakeCourse.file)
  }

  static func one(_ doubled: String, _ tripled: String) -> String {
    """
    import Explanations

    /// Returns twice a number.
    public func doubled(_ x: Int) throws -> Int {
      \(doubled)
    }

    /// Returns three times a number.
    public func tripled(_ x: Int) throws -> Int {
      \(tripled)
    }

    """
  }

  /// Starts the learners' program in the course's folder.
  @discardableResult
  func course(_ arguments: String..., environment: [String: String] = [:]) throws -> Run {
    try start("course", arguments, environment)
  }

  /// Starts the program of those who work on the course.
  @discardableResult
  func maintain(_ arguments: String..., environment: [String: String] = [:]) throws -> Run {
    try start("maintain", arguments, environment)
  }

  func start(
    _ program: String, _ arguments: [String], _ environment: [String: String]
  ) throws -> Run {
    var command = Command(try FakeCourse.program(program), arguments)
    command.environment = ["COURSE_ROOT": root, "NO_COLOR": "1", "COLUMNS": "100"]
      .merging(environment) { $1 }
    command.timeout = 120
    let outcome = try command.run()
    var code: Int32?
    if case .exit(let number) = outcome.ending { code = number }
    return Run(code: code, output: outcome.output.text, errors: outcome.errors.text)
  }

  /// A program, which is built beside the tests.
  static func program(_ name: String = "course") throws -> String {
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    for _ in 0..<6 {
      folder.deleteLastPathComponent()
      let path = folder.appendingPathComponent(name).path
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue {
        return path
      }
    }
    throw CourseError(.fault, "There is no program `\(name)` beside the tests.")
  }
}

extension FakeCourse {
  /// The files of the course as they are at the beginning.
  static let files: [String: String] = [
    "Package.swift": """
    // swift-tools-version: 6.2
    import PackageDescription
    let curriculum: [Entry?] = [
      .lesson("00-one"),
      .part("More"),
      .lesson("01-two"),
    ]
    enum Entry {
      static func lesson(_ folder: String) -> Entry? { nil }
      static func part(_ title: String) -> Entry? { nil }
    }
    let package = Package(
      name: "Glassbox",
      products: [
        .library(name: "Explanations", targets: ["Explanations"]),
        .library(name: "CheckLibraries", type: .dynamic, targets: ["Explanations"]),
      ],
      targets: [.target(name: "Explanations")])
    """,
    "exercises/Package.swift": manifest,
    "Sources/Explanations/Unfinished.swift": """
    public struct Unfinished: Error {
      public let function: String
      public init(_ function: String = #function) { self.function = function }
    }

    public func small(_ x: Int) -> Int {
      precondition(x < 5, "small: \\(x) is not below 5")
      return x
    }
    """,
    file: one("throw Unfinished()", "throw Unfinished()"),
    "solutions/00-one/One.swift": one("2 * x", "3 * x"),
    "exercises/01-two/Two.swift": "public func broken( {",
    "solutions/01-two/Two.swift": """
    public func halved(_ x: Int) throws -> Int {
      x / 2
    }

    """,
    "exercises/Tests/00-one/Checks.swift": checks,
    "exercises/Tests/01-two/Checks.swift": "import Two",
    "exercises/Demos/00-one/Case.swift": demo,
    "lessons/00-one/Case.swift": demo,
    "lessons/00-one/lesson.md": """
    # One and more
    > Numbers can be multiplied.
    ●○○○○ · 5 minutes · needs nothing

    ## Exercise
    ### `doubled(_:)`
    Write it.

    <details><summary>Hint 1</summary>
    What is *twice*?
    </details>

    <details><summary>Hint 2</summary>

    Multiply by `2`.
    </details>

    ### `tripled(_:)`
    <details><summary>Hint 1</summary>
    Thrice.
    </details>
    """,
  ]

  /// Says how it was started and what the learner's function makes of 2; the answer is 4.
  private static let demo = """
    import Foundation
    import One

    @main struct Demo {
      static func main() throws {
        let words = CommandLine.arguments.dropFirst()
        print(words.joined(separator: " "), "twice 2 is", (try? doubled(2)) ?? -1)
        guard words.first == "--case", let answer = words.dropFirst(3).first else { exit(0) }
        exit(answer == "4" ? 0 : answer == "5" ? 1 : 2)
      }
    }
    """

  private static let manifest = """
    // swift-tools-version: 6.2
    import PackageDescription
    let all = [("00-one", "One"), ("01-two", "Two")]
    let only = Context.environment["COURSE_ONLY"] ?? ""
    let shared = Target.Dependency.product(name: "Explanations", package: "Glassbox")
    let package = Package(
      name: "Exercises",
      dependencies: [
        .package(name: "Glassbox", path: Context.environment["COURSE_ROOT"] ?? "..")
      ],
      targets: all.filter { only.isEmpty || $0.0 == only }.flatMap { folder, module -> [Target] in
        (Context.environment["COURSE_DEMO"] == nil
          ? []
          : [
            .executableTarget(
              name: "lesson-one", dependencies: ["One"], path: "Demos/00-one")
          ]) + [
          .target(name: module, dependencies: [shared], path: folder),
          .testTarget(
            name: module + "Checks", dependencies: [.init(stringLiteral: module), shared],
            path: "Tests/" + folder),
        ]
      })
    """

  private static let checks = """
    import Explanations
    import One
    import Testing

    func check(_ own: String, _ body: () throws -> String?) {
      do {
        if let words = try body() { Issue.record(Comment(rawValue: words)) }
      } catch let error as Unfinished {
        let words =
          error.function == own
          ? "[unfinished] \\(own) is still to be written" : "[waiting] for \\(error.function)"
        Issue.record(Comment(rawValue: words))
      } catch {
        Issue.record(error)
      }
    }

    @Suite struct `doubled(_:)` {
      @Test func `two makes four`() {
        check("doubled(_:)") {
          let value = try doubled(2)
          if value == 8 { return "[mistake] looks like the cube\\n  yours 8" }
          if value == -1 { return "[course fault] two listed values are equal" }
          return value == 4 ? nil : "[failed] \\(value) instead of 4"
        }
      }
      @Test func `five makes ten`() {
        check("doubled(_:)") { try doubled(5) == 10 ? nil : "[failed] not ten" }
      }
    }

    @Suite struct `tripled(_:)` {
      @Test func `two makes six`() {
        check("tripled(_:)") { try tripled(2) == 6 ? nil : "[failed] not six" }
      }
      @Test func `twice and thrice is six times`() {
        check("tripled(_:)") { try tripled(doubled(1)) == 6 ? nil : "[failed] not six" }
      }
    }
    """
}
