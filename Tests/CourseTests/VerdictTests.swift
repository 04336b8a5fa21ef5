import CourseKit
import Foundation
import Testing

/// What the program says of several functions together: which is shown, named, or waits.
@Suite(.serialized) struct VerdictTests {
  let fake: FakeCourse

  init() throws {
    fake = try FakeCourse(name: "verdicts", files: VerdictTests.files)
  }

  /// Writes the three functions, and checks them.
  @discardableResult
  private func check(
    doubled: String = "2 * x", quadrupled: String = "4 * x", tripled: String = "3 * x",
    below: String = "", _ arguments: String...
  ) throws -> FakeCourse.Run {
    try fake.write(
      VerdictTests.three(doubled, quadrupled, tripled) + below, to: FakeCourse.file)
    return try fake.course("check", "one")
  }

  private func document() throws -> JSONValue {
    let run = try fake.course("check", "one", "--json")
    let document = try #require(JSONValue(parsing: Data(run.output.utf8)))
    return try #require(document["lessons"]?.elements.first)
  }

  private let unwritten = "throw Unfinished()"

  // MARK: - Out of order

  @Test func `a wrong function behind one that is not written is shown in full`() throws {
    let run = try check(doubled: unwritten, quadrupled: unwritten, tripled: "2 * x")
    #expect(run.output.contains("○ doubled(_:)     still to be written"))
    #expect(
      run.output.contains(
        """
          ✗ tripled(_:)     0 of 1 · line 14
              ✗ two makes six
                looks like the double
                4 instead of 6
        """))
    #expect(try fake.course("hint", "one").output.contains("tripled(_:)"))
    try fake.course("reset", "one")
    #expect(try fake.course("hint", "one").output.contains("doubled(_:)"))
  }

  @Test func `the one changed last is shown in full, the others with name, mistake and line`()
    throws
  {
    let first = try check(doubled: "x * x * x", tripled: "2 * x")
    #expect(first.output.contains("      ✗ two makes four\n        looks like the cube"))
    #expect(first.output.contains("✗ tripled(_:)     0 of 1 · line 14 · looks like the double"))
    let second = try check(doubled: "x * x * x", tripled: "x + x")
    let short = "✗ doubled(_:)     0 of 2 · line 4 · looks like the cube\n"
    #expect(second.output.contains(short))
    #expect(second.output.contains("✗ two makes six\n        looks like the double"))
    #expect(try fake.course("hint", "one").output.contains("tripled(_:)"))
    // A comment is no change, and to check again is none.
    let third = try check(doubled: "x * x * x // why?", tripled: "x + x")
    #expect(third.output.contains(short))
    #expect(try document()["focus"]?.string == "tripled(_:)")
    let fourth = try check(doubled: "x * x * x + 0", tripled: "x + x")
    #expect(fourth.output.contains("✗ tripled(_:)     0 of 1 · line 14 · looks like the double\n"))
    #expect(try fake.course("hint", "one").output.contains("doubled(_:)"))
  }

  @Test func `a changed helper counts as a change of the function that calls it`() throws {
    let helper = "\nprivate func twice(_ x: Int) -> Int { x * x * x }\n"
    try check(doubled: "twice(x)", tripled: "2 * x", below: helper)
    try check(doubled: "twice(x)", tripled: "x + x", below: helper)
    #expect(try document()["focus"]?.string == "tripled(_:)")
    try check(
      doubled: "twice(x)", tripled: "x + x", below: helper.replacing("x * x * x", with: "9 * x"))
    #expect(try document()["focus"]?.string == "doubled(_:)")
  }

  @Test func `of failing checks the one that names a mistake is shown first`() throws {
    let run = try check(doubled: "x == 2 ? 5 : x * x")
    #expect(
      run.output.contains(
        """
              ✗ three makes six
                looks like the square
                9 instead of 6
              ✗ two makes four
        """))
  }

  // MARK: - Never a wrong name

  @Test func `a mistake that another check contradicts is not named`() throws {
    #expect(try check(doubled: "x * x * x").output.contains("looks like the cube"))
    // Eight is the cube of two by accident.
    let run = try check(doubled: "x == 2 ? 8 : 1")
    #expect(!run.output.contains("the cube"))
    #expect(run.output.contains("✗ two makes four\n        not what it should be"))
    #expect(!run.output.contains("[unlike]"))
  }

  // MARK: - Waiting

  @Test func `what fails since it calls a wrong function waits for that one`() throws {
    let helper = "\nfunc twice(_ x: Int) throws -> Int { try doubled(doubled(x)) }\n"
    for (body, below) in [("try doubled(doubled(x))", ""), ("try twice(x)", helper)] {
      let run = try check(doubled: "5 * x", quadrupled: body, below: below)
      #expect(
        run.output.contains(
          "… quadrupled(_:)  waits for doubled(_:), which it calls and which is not right yet\n"
        ))
      #expect(run.output.contains("      ✗ two makes four"))
      #expect(run.output.contains("2 failed, 1 waiting."))
    }
    let checks = try document()["checks"]?.elements ?? []
    #expect(checks.map { $0["outcome"]?.string } == ["failed", "failed", "waiting", "passed"])
    #expect(checks[2]["waitsFor"]?.string == "doubled(_:)")
  }

  @Test func `one that waits is not named, and leads to the one it waits for`() throws {
    try check(doubled: "x + 3", quadrupled: "try doubled(doubled(x))")
    // Six looks like the triple, and may as well be the other's fault.
    let own = "_ = try doubled(x)\n  return 3 * x"
    let run = try check(doubled: "x + 3", quadrupled: own)
    #expect(run.output.contains("… quadrupled(_:)  waits for doubled(_:)"))
    #expect(!run.output.contains("the triple"))
    #expect(run.output.contains("      ✗ two makes four\n        not what it should be"))
    #expect(try fake.course("hint", "one").output.contains("doubled(_:)"))
    // Once the other is right it is judged like any.
    let mended = try check(quadrupled: own)
    #expect(mended.output.contains("✗ two makes eight\n        looks like the triple"))
  }

  @Test func `functions that call each other do not wait for each other`() throws {
    let run = try check(
      doubled: "x > 9 ? try quadrupled(x) : 9", quadrupled: "x > 9 ? try doubled(x) : 9")
    #expect(run.output.contains("✗ doubled(_:)"))
    #expect(run.output.contains("✗ quadrupled(_:)"))
  }

  // MARK: - Written in part

  @Test func `a function with a guard that throws Unfinished is not unwritten`() throws {
    let body = "guard x < 3 else { throw Unfinished() }\n  return 2 * x"
    let run = try check(doubled: body, quadrupled: "try doubled(2 * x)")
    #expect(run.output.contains("✗ doubled(_:)     1 of 2 · line 5"))
    #expect(
      run.output.contains(
        """
                it still has a throw Unfinished(), and this check reaches it
                exercises/00-one/One.swift:5
        """))
    #expect(run.output.contains("… quadrupled(_:)  waits for doubled(_:), which still throws"))
    let nested = "func step() throws -> Int { throw Unfinished() }\n  return try step()"
    #expect(try check(doubled: nested).output.contains("✗ doubled(_:)     0 of 2 · line 5"))
  }

  @Test func `what is not written in a function is said, though it calls a wrong one`() throws {
    let body = "guard try doubled(x) < 0 else { throw Unfinished() }\n  return 4 * x"
    let run = try check(doubled: "5 * x", quadrupled: body)
    #expect(run.output.contains("✗ quadrupled(_:)  0 of 1 · line 10"), "\(run.text)")
    #expect(!run.output.contains("waits for"))
  }

  // MARK: - Python's division

  @Test func `a division as in Python is said to be a comment`() throws {
    let run = try check(doubled: "let half = x // 2\n  return half")
    let words = "Line 5: in Swift `//` begins a comment, so that `// 2` does nothing."
    #expect(run.text.replacing("\n", with: " ").contains(words), "\(run.text)")
    #expect(run.text.contains("`x / 2`"))
    for line in ["2 * x // 2 times", "2 * x // doubled", "2 * x"] {
      #expect(!(try check(doubled: "0 + " + line, tripled: "x").text).contains("begins a comment"))
    }
  }

  // MARK: - Crashes

  @Test func `of a crash the whole message is told, also of one that is not the first`() throws {
    let words = String(repeating: "0123456789", count: 300)
    let text = "fatalError(\"\\(x) and\\n\(words)\")"
    let run = try check(doubled: text, quadrupled: "let a = [x]\n  return a[x]")
    #expect(run.output.contains("✗ doubled(_:)     0 of 2 · crashed · line 5"), "\(run.text)")
    // The module has two files, of which a trace tells paths that begin at the course.
    #expect(run.output.contains("crashed · line 11 · Index out of range"))
    let checks = try document()["checks"]?.elements ?? []
    #expect(checks.prefix(2).map { $0["message"]?.string } == ["2 and", "3 and"])
    #expect(checks.prefix(2).allSatisfy { $0["details"]?.elements == [.string(words)] })
  }

  @Test func `what the processor refuses is named, and not guessed at`() throws {
    try check(doubled: "let big = Int.max\n  return x == 2 ? [x][9] : big + x")
    let checks = try document()["checks"]?.elements ?? []
    #expect(checks[0]["message"]?.string == "Index out of range")
    #expect(checks[1]["message"]?.string?.hasPrefix("Arithmetic overflow: the result") == true)
    #expect(checks.prefix(2).map { $0["line"]?.integer } == [6, 6])
    // Swift knows no line of an element that is changed in its place.
    let run = try check(doubled: "var list = [x]\n  list[x] += 1\n  return list[0]")
    #expect(run.output.contains("crashed · line 4\n") && !run.output.contains("swift:0"))
  }

  // MARK: - Progress

  @Test func `progress moves by checks`() throws {
    try check(doubled: "x == 2 ? 4 : 0", quadrupled: unwritten)
    let status = try fake.course("status").output
    #expect(status.contains("━━━━━━━━────────  0 of 1 lesson · 2 of 4 checks"), "\(status)")
    #expect(try fake.course("list").output.contains("00 one  2/4"))
    let json = try fake.course("status", "--json").output
    let document = try #require(JSONValue(parsing: Data(json.utf8)))
    #expect(document["passing"]?.integer == 2 && document["checks"]?.integer == 4)
    try fake.course("reset", "one")
    #expect(try fake.course("list").output.contains("00 one  0/4"))
  }
}

extension VerdictTests {
  private static func three(
    _ doubled: String, _ quadrupled: String, _ tripled: String
  ) -> String {
    """
    import Explanations

    /// Returns twice a number.
    public func doubled(_ x: Int) throws -> Int {
      \(doubled)
    }

    /// Returns four times a number.
    public func quadrupled(_ x: Int) throws -> Int {
      \(quadrupled)
    }

    /// Returns three times a number.
    public func tripled(_ x: Int) throws -> Int {
      \(tripled)
    }

    """
  }

  private static let hints = ["doubled", "quadrupled", "tripled"].map {
    "### `\($0)(_:)`\n<details><summary>Hint 1</summary>\nMultiply.\n</details>\n"
  }.joined()

  private static let files = [
    "solutions/00-one/One.swift": three("2 * x", "try doubled(doubled(x))", "3 * x"),
    FakeCourse.file: three("throw Unfinished()", "throw Unfinished()", "throw Unfinished()"),
    "exercises/00-one/Given.swift": "public let given = 1\n",
    "lessons/00-one/lesson.md": "# One and more\n\n## Exercise\n" + hints,
    "exercises/Tests/00-one/Checks.swift": """
    import Explanations
    import One
    import Testing

    func check(
      _ own: String, _ value: () throws -> Int, is truth: Int, mistakes: KeyValuePairs<String, Int>
    ) {
      do {
        let value = try value()
        guard value != truth else { return }
        let known = mistakes.first { $0.value == value }?.key
        var lines = [known.map { "[mistake] looks like \\($0)" } ?? "[failed] not what it should be"]
        lines.append("\\(value) instead of \\(truth)")
        lines += mistakes.map(\\.key).filter { $0 != known }.map { "[unlike] \\($0)" }
        Issue.record(Comment(rawValue: lines.joined(separator: "\\n")))
      } catch let error as Unfinished {
        let words =
          error.function == own
          ? "[unfinished] \\(own) is still to be written"
          : "[waiting] for \\(error.function), which is still to be written"
        Issue.record(Comment(rawValue: words))
      } catch {
        Issue.record(error)
      }
    }

    @Suite struct `doubled(_:)` {
      @Test func `two makes four`() {
        check("doubled(_:)", { try doubled(2) }, is: 4, mistakes: ["the cube": 8])
      }
      @Test func `three makes six`() {
        check(
          "doubled(_:)", { try doubled(3) }, is: 6, mistakes: ["the cube": 27, "the square": 9])
      }
    }

    @Suite struct `quadrupled(_:)` {
      @Test func `two makes eight`() {
        check("quadrupled(_:)", { try quadrupled(2) }, is: 8, mistakes: ["the triple": 6])
      }
    }

    @Suite struct `tripled(_:)` {
      @Test func `two makes six`() {
        check("tripled(_:)", { try tripled(2) }, is: 6, mistakes: ["the double": 4])
      }
    }
    """,
  ]
}
