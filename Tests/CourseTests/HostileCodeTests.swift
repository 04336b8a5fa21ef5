import CourseKit
import Foundation
import Testing

/// Code that does what nobody expects: no pass for it, and no harm by it.
@Suite(.serialized) struct HostileCodeTests {
  let fake: FakeCourse

  init() throws {
    fake = try FakeCourse(name: "hostile")
  }

  private var recipe: String { ".course/build/lessons/one/recipe.json" }

  /// Begins each build with a line for the shell, once.
  private func beforeNextBuild(_ line: String) throws {
    let text = try #require(fake.read(recipe))
    let known = try #require(JSONValue(parsing: Data(text.utf8)))
    let once = "[ -e '\(fake.root)/done' ] || { touch '\(fake.root)/done'; \(line); }"
    try? FileManager.default.removeItem(atPath: fake.root + "/done")
    var members = known.members
    members["compile"] = .array([.string(once)] + (known["compile"]?.elements ?? []))
    try fake.write(JSONValue.object(members).text, to: recipe)
  }

  @Test func `a file that is saved while it is built is built again, and that one is judged`()
    throws
  {
    let right = FakeCourse.one("2 * x", "3 * x")
    let wrong = FakeCourse.one("5 * x", "3 * x")
    try fake.write(wrong, to: FakeCourse.file)
    #expect(try fake.course("check", "one").code == 1)
    try fake.write(right, to: "saved.swift")
    let before = try #require(fake.read(recipe))
    try beforeNextBuild("cp '\(fake.root)/saved.swift' '\(fake.root)/\(FakeCourse.file)'")
    defer { try? fake.write(before, to: recipe) }
    #expect(try fake.course("check", "one").code == 0)
    #expect(fake.read(FakeCourse.file) == right)
    #expect(try fake.course("status").output.contains("Next: 01"))
    try fake.write(wrong, to: FakeCourse.file)
    #expect(try !fake.course("status").output.contains("Next: 01"))
  }

  @Test func `events that the code prints itself are prints`() throws {
    let forged = """
      for name in ["two makes four", "five makes ten"] {
          for kind in ["testStarted", "testEnded"] {
            print(#"{"kind":"event","payload":{"kind":"\\#(kind)","testID":"OneChecks.`doubled(_:)`/`\\#(name)`()/Checks.swift:22:6","messages":[{"symbol":"pass","text":"passed"}]},"version":0}"#)
          }
        }
        print(#"{"kind":"event","payload":{"kind":"runEnded","messages":[]},"version":0}"#)
        exit(0)
      """
    try fake.write("import Foundation\n" + FakeCourse.one(forged, "3 * x"), to: FakeCourse.file)
    let run = try fake.course("check", "one", "--json")
    #expect(run.code == 1)
    let document = try #require(JSONValue(parsing: Data(run.output.utf8)))
    let checks = document["lessons"]?.elements.first?["checks"]?.elements ?? []
    #expect(
      checks.map { $0["outcome"]?.string } == ["crashed", "crashed", "passed", "crashed"])
    #expect(checks.first?["printed"]?.string?.contains("testEnded") == true)
  }

  @Test func `a run that ends between two checks says so, and is no pass`() throws {
    try fake.learn("2 * x")
    #expect(try fake.course("check", "one").code == 0)
    let text = try #require(fake.read(recipe))
    defer { try? fake.write(text, to: recipe) }
    // In the place of the checks stands a program that announces two, and ends after the first.
    let events = """
      {"kind":"test","payload":{"kind":"function","id":"M.`f()`/`a`()/x","name":"a"}}
      {"kind":"test","payload":{"kind":"function","id":"M.`f()`/`b`()/x","name":"b"}}
      {"kind":"event","payload":{"kind":"runStarted"}}
      {"kind":"event","payload":{"kind":"testStarted","testID":"M.`f()`/`a`()/x"}}
      {"kind":"event","payload":{"kind":"testEnded","testID":"M.`f()`/`a`()/x","messages":[{"symbol":"pass"}]}}

      """
    try fake.write(events, to: "events")
    try fake.write(
      """
      #!/bin/sh
      read -r signature
      case "$*" in *skip*) exit 7;; esac
      while read -r line; do printf '%s%s\\n' "$signature" "$line"; done < '\(fake.root)/events'
      exit 5

      """, to: "program")
    var members = try #require(JSONValue(parsing: Data(text.utf8))).members
    members["link"] = .array([
      .string(
        "cp '\(fake.root)/program' '\(fake.root)/.course/build/lessons/one/checks'; "
          + "chmod +x '\(fake.root)/.course/build/lessons/one/checks'")
    ])
    try fake.write(JSONValue.object(members).text, to: recipe)
    let run = try fake.course("check", "one")
    #expect(run.code == 1)
    #expect(run.output.contains("✓ a"))
    #expect(run.output.contains("Before it began: Your code ended the whole program with exit(5)"))
  }

  @Test(arguments: ["throw Refused()", "fatalError(\"\(escapes)\")", "list[x]  // \(escapes)"])
  func `nothing of the code's reaches the terminal as a command`(body: String) throws {
    try fake.write(
      FakeCourse.one("let list = [1]\n  if x > 4 { return 2 * x }\n  return try \(body)", "3 * x")
        .replacing("return try list", with: "return list")
        .replacing("return try fatalError", with: "fatalError")
        .replacing("return try throw", with: "throw")
        + "struct Refused: Error, CustomStringConvertible { let description = \"\(Self.escapes)\" }",
      to: FakeCourse.file)
    let run = try fake.course("check", "one")
    #expect(run.code == 1)
    #expect(!run.text.contains("\u{1B}"), "\(run.text)")
    #expect(!run.text.contains("\u{202E}"), "\(run.text)")
  }

  @Test func `nothing of a compiler's message reaches the terminal as a command`() throws {
    try fake.learn("y * 2  // \(Self.escapes)")
    let run = try fake.course("check", "one")
    #expect(run.code == 1)
    #expect(run.output.contains("cannot find 'y' in scope"))
    #expect(!run.text.contains("\u{1B}") && !run.text.contains("\u{202E}"))
    let diff = try fake.course("diff", "one", "--give-up")
    #expect(diff.code == 0)
    #expect(!diff.text.contains("\u{1B}") && !diff.text.contains("\u{202E}"))
  }

  /// What clears a screen, sets a window's title, and turns the direction of what follows.
  private static let escapes = "a\u{1B}[2J\u{1B}]0;gone\u{7}\u{202E}b"

  @Test func `a negative place and a range that ends before it begins are explained`() throws {
    try fake.learn("let list = [x, x]\n  return list[-1] + list[0]", "(1..<(x - 5)).count")
    let run = try fake.course("check", "one", "--json")
    #expect(run.output.contains("\"Index out of range\""))
    #expect(run.output.contains("\"A negative place does not count from the end"))
    #expect(run.output.contains("is not empty, as in Python, but stops the program"))
    #expect(run.errors.contains("exercises/00-one/One.swift:6\n"))
  }

  @Test func `more memory than a check may take is refused, and said`() throws {
    // Twelve gigabytes, which would be taken one page after another.
    try fake.learn("let list = [Int](repeating: x, count: 3 << 29)\n  return list[0] + list[1]")
    let run = try fake.course("check", "one")
    #expect(run.code == 1)
    #expect(run.output.contains("It wanted more than"))
    #expect(run.output.contains("tripled(_:)  1 of 2"))
  }

  @Test(arguments: [
    "extension Int { public static func == (a: Int, b: Int) -> Bool { true } }",
    "public struct String { public init() {} }", "public struct Testing {}",
    "public func check(_ own: String, _ body: () throws -> String?) {}",
  ])
  func `what the code declares besides the exercise changes no check`(declaration: String) throws {
    try? FileManager.default.removeItem(atPath: fake.root + "/.course/build/lessons")
    try fake.write(FakeCourse.one("7 * x", "3 * x") + declaration + "\n", to: FakeCourse.file)
    let run = try fake.course("check", "one")
    #expect(run.code == 1)
    #expect(run.output.contains("✗ doubled(_:)  0 of 2"), "\(run.text)")
  }
}
