import CourseKit
import Foundation
import Testing

/// The real program checks a small exercise; SwiftPM and the compiler are the real ones, too.
@Suite(.serialized) struct CheckTests {
  let fake: FakeCourse

  init() throws {
    fake = try FakeCourse()
  }

  @Test func `an untouched exercise is unfinished, not failed`() throws {
    let run = try fake.course("check", "one")
    #expect(run.code == 1)
    #expect(run.output.contains("○ doubled(_:)  still to be written"))
    #expect(run.output.contains("0 of 4 checks passed, 3 not begun, 1 waiting."))
  }

  @Test func `a right exercise passes, and status knows it`() throws {
    try fake.learn("2 * x")
    let run = try fake.course("check", "0")
    #expect(run.code == 0)
    #expect(run.output.contains("All 4 checks passed."))
    #expect(try fake.course("status").output.contains("Next: 01 two"))
    try fake.learn("x + x")
    #expect(try fake.course("status").output.contains("Changed since it passed: 00 one"))
  }

  @Test func `a known mistake is named, with its details`() throws {
    try fake.learn("x * x * x")
    let run = try fake.course("check", "one")
    #expect(run.code == 1)
    #expect(run.output.contains("looks like the cube\n          yours 8"))
  }

  @Test func `a check of a function that needs another waits for it`() throws {
    try fake.learn("throw Unfinished()")
    let run = try fake.course("check", "one", "--json")
    let document = try #require(JSONValue(parsing: Data(run.output.utf8)))
    let checks = document["lessons"]?.elements.first?["checks"]?.elements ?? []
    #expect(
      checks.map { $0["outcome"]?.string } == ["unfinished", "unfinished", "passed", "waiting"])
    #expect(document["exitCode"]?.integer == 1)
    #expect(run.errors.contains("doubled(_:)"))
  }

  @Test
  func `a crash shows the learner's line, its message and prints, and other checks still run`()
    throws
  {
    try fake.learn("print(\"x is\", x)\n  let list = [1]\n  return list[x]")
    let run = try fake.course("check", "one")
    #expect(run.code == 1)
    #expect(run.output.contains("Index out of range"))
    #expect(run.output.contains("exercises/00-one/One.swift:7\n          return list[x]"))
    #expect(run.output.contains("Printed before:\n          x is 2\n"))
    #expect(run.output.contains("tripled(_:)  2 of 2") == false)
    #expect(run.output.contains("tripled(_:)  1 of 2"))
  }

  @Test func `what a library refuses is shown with the learner's line that called it`() throws {
    try fake.learn("small(x) * 2")
    let run = try fake.course("check", "one")
    #expect(run.code == 1)
    #expect(run.output.contains("small: 5 is not below 5"))
    #expect(run.output.contains("exercises/00-one/One.swift:5\n          small(x) * 2"))
    #expect(run.output.contains("✓ two makes four"))
  }

  @Test func `a compiler error is shown in the compiler's words, for the learner's file only`()
    throws
  {
    try fake.learn("y * 2")
    let run = try fake.course("check", "one")
    #expect(run.code == 1)
    #expect(
      run.output.contains("exercises/00-one/One.swift:5:3: error: cannot find 'y' in scope"))
    #expect(!run.output.contains("Checks.swift"))
    #expect(run.output.contains("It does not compile yet: one error."))
  }

  @Test func `what to write instead of Python stands above the compiler's words, once`() throws {
    try fake.learn("if x == 1 { return 1 } elif x == 2 { return 2 }\n  return 2 * x")
    let run = try fake.course("check", "one")
    #expect(run.code == 1)
    let lines = run.output.split(separator: "\n")
    let advice = lines.firstIndex { $0.hasPrefix("In Swift `elif` is `else if`") }
    let error = lines.firstIndex { $0.contains("exercises/00-one/One.swift:5:25: error: ") }
    #expect(advice != nil && error != nil && (advice ?? 0) < (error ?? 0), "\(run.text)")
    #expect(run.output.contains("It does not compile yet: one error."))
  }

  @Test func `a declaration that was changed is named, with the one that is needed`() throws {
    let text = FakeCourse.one("2 * x", "3 * x")
      .replacing("doubled(_ x: Int)", with: "doubled(of x: Int)")
    try fake.write(text, to: FakeCourse.file)
    let run = try fake.course("check", "one")
    #expect(run.code == 1)
    #expect(run.output.contains("public func doubled(_ x: Int) throws -> Int"))
  }

  @Test func `an endless loop is ended, with everything it started`() throws {
    let mark = "1\(UInt32.random(in: 0...99_999))"
    try fake.write(
      "import Foundation\n"
        + FakeCourse.one(
          """
          let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments = ["setsid", "sleep", "\(mark)"]
            try process.run()
            while x > 0 {}
            return x
          """, "3 * x"), to: FakeCourse.file)
    let run = try fake.course("check", "one", "--timeout", "1")
    #expect(run.code == 1)
    #expect(run.output.contains("It did not end within 1 second"))
    #expect(run.output.contains("five makes ten (not run)"))
    let left = try Command("/bin/sh", ["-c", "ps ax | grep 'sleep \(mark)' | grep -v grep"]).run()
    #expect(left.output.text.isEmpty)
  }

  @Test func `a function that calls itself without end is called that`() throws {
    try fake.learn("try doubled(x + 1) + 1")
    let run = try fake.course("check", "one")
    #expect(run.code == 1)
    #expect(run.output.contains("calls itself without end"))
    #expect(run.output.contains("tripled(_:)"))
  }

  @Test func `code that ends the program is no pass`() throws {
    try fake.write("import Foundation\n" + FakeCourse.one("exit(0)", "3 * x"), to: FakeCourse.file)
    let run = try fake.course("check", "one")
    #expect(run.code == 1)
    #expect(run.output.contains("ended the whole program with exit(0)"))
  }

  @Test func `two different saves within one second get their own verdicts`() throws {
    try fake.learn("2 * x")
    try fake.course("check", "one")
    var codes: [Int32?] = []
    for body in ["3 * x", "2 * x", "4 * x", "2 * x"] {
      try fake.learn(body)
      codes.append(try fake.course("check", "one").code)
    }
    #expect(codes == [1, 0, 1, 0])
  }

  @Test func `after an edit SwiftPM is not started`() throws {
    try fake.learn("2 * x")
    try fake.course("check", "one")
    // Whoever is asked for `swift` says so, and is none.
    try fake.write("#!/bin/sh\necho called >> \"$0.calls\"\nexit 1\n", to: "none/swift")
    #expect(chmod(fake.root + "/none/swift", 0o755) == 0)
    let path = try #require(ProcessInfo.processInfo.environment["PATH"])
    try fake.learn("3 * x")
    let run = try fake.course("check", "one", environment: ["PATH": fake.root + "/none:" + path])
    #expect(run.code == 1)
    #expect(fake.read("none/swift.calls") == nil)
  }

  @Test func `ends of programs are seen though whoever started the course ignores them`() throws {
    try fake.learn("2 * x")
    #expect(try fake.course("check", "one").code == 0)
    try fake.learn("y")
    let program = try FakeCourse.program()
    var command = Command("env", ["--ignore-signal=CHLD", program, "check", "one"])
    command.environment = ["COURSE_ROOT": fake.root]
    #expect(try command.run().ending == .exit(1))
  }

  @Test func `checks that do not begin are no lesson without checks`() throws {
    let early = """
      @section(".init_array") @used let early: @convention(c) () -> Void = { _exit(0) }

      """
    try fake.write(
      "import Foundation\n" + FakeCourse.one("2 * x", "3 * x") + early, to: FakeCourse.file)
    let run = try fake.course("check", "one")
    #expect(run.code == 3)
    #expect(run.errors.contains("The checks of one did not begin: they ended with 0 at once."))
  }

  @Test(arguments: ["1e19", "1e-9", "nan", "0", "-1", "inf", "soon"])
  func `a time that is none is refused`(text: String) throws {
    let run = try fake.course("check", "one", "--timeout", text)
    #expect(run.code == 2)
    #expect(run.errors.contains("--timeout \(text) is no number of seconds from 0.1 to 86400"))
  }

  @Test func `what a check has started is ended with it`() throws {
    let mark = "2\(UInt32.random(in: 0...99_999))"
    try fake.write(
      "import Foundation\n"
        + FakeCourse.one(
          """
          let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments = ["setsid", "sleep", "\(mark)"]
            try process.run()
            return 2 * x
          """, "3 * x"), to: FakeCourse.file)
    #expect(try fake.course("check", "one").code == 0)
    let left = try Command("/bin/sh", ["-c", "ps ax | grep 'sleep \(mark)' | grep -v grep"]).run()
    #expect(left.output.text.isEmpty)
  }

  @Test func `every lesson is checked on demand`() throws {
    let run = try fake.course("check", "--all")
    #expect(run.code == 1)
    #expect(run.output.contains("exercises/01-two/Two.swift:1:21: error:"))
    #expect(run.output.contains("○ 00 one  not begun"))
    try fake.write(
      try #require(fake.read("solutions/01-two/Two.swift")), to: "exercises/01-two/Two.swift")
    try fake.learn("2 * x")
    let both = try fake.course("check", "one", "two")
    #expect(both.output.contains("✓ 00 one  4 checks passed"))
    // There are no checks of the second one.
    #expect(try fake.course("check", "two").code == 4)
  }

  @Test func `a file that is missing stops no other lesson, and a fault leaves a document`() throws
  {
    try fake.learn("2 * x")
    try FileManager.default.removeItem(atPath: "\(fake.root)/exercises/01-two/Two.swift")
    let run = try fake.course("check", "two", "one", "--json")
    #expect(run.code == 1)
    let document = try #require(JSONValue(parsing: Data(run.output.utf8)))
    let lessons = document["lessons"]?.elements ?? []
    #expect(lessons.map { $0["passed"] } == [.bool(false), .bool(true)])
    #expect(lessons[0]["compilerErrors"]?.elements.first?.string?.contains("not there") == true)
    let early =
      "@section(\".init_array\") @used let early: @convention(c) () -> Void = { _exit(0) }\n"
    try fake.write(
      "import Foundation\n" + FakeCourse.one("2 * x", "3 * x") + early, to: FakeCourse.file)
    let fault = try fake.course("check", "two", "one", "--json")
    #expect(fault.code == 3)
    let rest = try #require(JSONValue(parsing: Data(fault.output.utf8)))
    #expect(rest["exitCode"] == 3 && rest["lessons"]?.elements.count == 1)
    #expect(rest["error"]?.string?.contains("did not begin") == true)
  }

  @Test func `a check that is interrupted ends with 130, and with everything it started`() throws {
    try fake.learn("while x > 0 {}\n  return x")
    let script = "\"$0\" check one & sleep 3; kill -INT $!; wait $!"
    var command = Command("/bin/sh", ["-c", script, try FakeCourse.program()])
    command.environment = ["COURSE_ROOT": fake.root]
    #expect(try command.run().ending == .exit(130))
    let left = try Command(
      "/bin/sh", ["-c", "ps ax | grep '\(fake.root)/.course/build' | grep -v grep"]
    )
    .run()
    #expect(left.output.text.isEmpty)
  }

  @Test func `time in which the course was stopped is nobody's endless loop`() throws {
    try fake.write(
      "import Foundation\n"
        + FakeCourse.one("if x == 2 { Thread.sleep(forTimeInterval: 2) }\n  return 2 * x", "3 * x"),
      to: FakeCourse.file)
    try fake.course("check", "one")
    // As a lid that is shut stops both, and one of them goes on first.
    let script = """
      "$0" check one --timeout 3 & course=$!
      sleep 1.5
      checks=$(ps ax | grep '\(fake.root)/.course/build/lessons/one/check[s]' | awk '{print $1}')
      kill -STOP $course $checks; sleep 4; kill -CONT $course; sleep 0.3; kill -CONT $checks
      wait $course
      """
    var command = Command("/bin/sh", ["-c", script, try FakeCourse.program()])
    command.environment = ["COURSE_ROOT": fake.root]
    command.timeout = 60
    let outcome = try command.run()
    #expect(outcome.ending == .exit(0), "\(outcome.output.text)")
  }

  @Test func `an exercise that does not compile is in no other's way`() throws {
    try fake.learn("2 * x")
    #expect(try fake.course("check", "one").code == 0)
    #expect(try fake.course("check", "two").code == 1)
    #expect(try fake.course("check", "one").code == 0)
  }

  @Test(arguments: ["", "<&-", ">&-", "<&- >&-", "2>&-", "<&- >&- 2>&-"])
  func `a check needs no open stream and no folder to stand in`(closed: String) throws {
    for (body, code) in [("2 * x", 0), ("5 * x", 1)] {
      try fake.learn(body)
      let script = """
        mkdir -p '\(fake.root)/gone' && cd '\(fake.root)/gone' && rmdir '\(fake.root)/gone'
        "$0" check one \(closed)
        """
      var command = Command("/bin/sh", ["-c", script, try FakeCourse.program()])
      command.environment = ["COURSE_ROOT": fake.root]
      command.timeout = 60
      #expect(try command.run().ending == .exit(Int32(code)))
    }
    #expect(fake.read(".course/check.lock") == "")
  }

  @Test func `the course's own fault is 3, and nobody is accused`() throws {
    try fake.learn("-1")
    let run = try fake.course("check", "one")
    #expect(run.code == 3)
    #expect(run.output.contains("not you"))
  }

  @Test func `a hundred megabytes of prints are cut`() throws {
    try fake.learn(
      """
      let line = String(repeating: "x", count: 999)
        for _ in 0..<100_000 where x == 5 { print(line) }
        return 2 * x
      """, "3 * x + 1")
    let run = try fake.course("check", "one", "--timeout", "100", "--json")
    #expect(run.code == 1)
    #expect(run.output.utf8.count < 600_000)
    #expect(run.output.contains("left out"))
  }

  @Test func `two checks at once do not disturb each other`() async throws {
    try fake.learn("2 * x")
    let fake = fake
    let codes = try await withThrowingTaskGroup(of: Int32?.self) { group in
      for _ in 0..<3 { group.addTask { try fake.course("check", "one").code } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(codes == [0, 0, 0])
    #expect(CourseProgress(parsing: fake.read(".course/state.json") ?? "")?["one"].passed != nil)
  }

  @Test func `a check that is killed leaves progress whole, and the next one works`() throws {
    try fake.learn("2 * x")
    try fake.course("check", "one")
    let script = "\"$0\" check one & sleep 0.1; kill -9 $!; wait"
    for _ in 0..<3 {
      var command = Command("/bin/sh", ["-c", script, try FakeCourse.program()])
      command.environment = ["COURSE_ROOT": fake.root]
      _ = try command.run()
      #expect(CourseProgress(parsing: fake.read(".course/state.json") ?? "") != nil)
    }
    #expect(try fake.course("check", "one").code == 0)
    let runs = fake.root + "/.course/run"
    #expect(try FileManager.default.contentsOfDirectory(atPath: runs).isEmpty)
  }
}
