import CourseKit
import Foundation
import Testing

/// Verbs of the real program that need no build, and their exit codes.
@Suite(.serialized) struct VerbTests {
  let fake: FakeCourse

  init() throws {
    fake = try FakeCourse(name: "verbs")
  }

  @Test func `without a verb and without a terminal it tells the status`() throws {
    let run = try fake.course()
    #expect(run.code == 0)
    #expect(run.output.contains("Next: 00 One and more  5 minutes"))
  }

  @Test func `a lesson's number alone checks it where there is no terminal`() throws {
    let missing = try fake.course("7")
    #expect(missing.code == 2 && missing.errors.contains("7"))
    let check = try fake.course("0", "--json")
    let document = try #require(JSONValue(parsing: Data(check.output.utf8)))
    #expect(document["lessons"]?.elements.first?["lesson"]?.string == "one")
    #expect(try fake.course("--help").output.contains("./course 3 "))
  }

  @Test func `an unknown verb, option or lesson is 2, with a suggestion`() throws {
    let verb = try fake.course("chekc")
    #expect(verb.code == 2 && verb.errors.contains("Did you mean “check”?"))
    let option = try fake.course("status", "--jsn")
    #expect(option.code == 2 && option.errors.contains("Did you mean “--json”?"))
    let lesson = try fake.course("show", "tow")
    #expect(lesson.code == 2 && lesson.errors.contains("Did you mean “two”?"))
    #expect(try fake.course("check", "--timeout", "no").code == 2)
    #expect(try fake.course("check", "--timeout").code == 2)
    #expect(try fake.course("status", "one").code == 2)
    let comparison = try fake.course("run", "compare", "--mine")
    #expect(comparison.code == 2 && comparison.errors.contains("side by side"))
    #expect(try fake.course("status", "--color", "pink").code == 2)
  }

  @Test func `the version is the topmost of the changelog`() throws {
    try fake.write("# Changelog\n\n## 1.20.3 (today)\n\n## 1.20.2\n", to: "CHANGELOG.md")
    let run = try fake.course("--version")
    #expect(run.code == 0 && run.output == "Glassbox 1.20.3\n")
    try fake.write("# Changelog\n", to: "CHANGELOG.md")
    let none = try fake.course("--version")
    #expect(none.code == 3 && none.errors.contains("CHANGELOG.md names no version"))
  }

  @Test func `every verb has help that begins with an example`() throws {
    let verbs = [
      "watch", "check", "status", "list", "show", "open", "hint", "run", "solution", "diff",
      "reset", "undo", "doctor",
    ]
    let overview = try fake.course("--help").output
    for verb in verbs {
      let run = try fake.course(verb, "--help")
      #expect(run.code == 0)
      #expect(run.output.hasPrefix("  ./course"), "\(verb)")
      #expect(overview.contains("  \(verb) "), "\(verb)")
    }
  }

  @Test func `lists and status are documents on demand`() throws {
    for verb in ["list", "status"] {
      let run = try fake.course(verb, "--json")
      let document = try #require(JSONValue(parsing: Data(run.output.utf8)))
      #expect(document["next"]?.string == "one")
      #expect(document["lessons"]?.elements.count == 2)
    }
    let list = try fake.course("list").output
    #expect(list.contains("00 one"))
    #expect(list.contains("More"))
  }

  @Test func `show tells what to do, and where`() throws {
    let run = try fake.course("show", "0")
    #expect(run.code == 0)
    #expect(run.output.contains("One and more"))
    #expect(run.output.contains("exercises/00-one/One.swift"))
  }

  @Test func `hints come one by one, and the progress file remembers`() throws {
    #expect(try fake.course("hint", "one").output.contains("Hint 1 of 2"))
    let second = try fake.course("hint", "one").output
    #expect(second.contains("Multiply by 2."))
    #expect(try fake.course("hint", "one").output.contains("That was all."))
    #expect(try fake.course("hint", "one", "--function", "tripled").output.contains("Thrice."))
    #expect(try fake.course("hint", "one", "--function", "tripld").code == 2)
    #expect(try fake.course("hint", "two").code == 4)
  }

  @Test func `the solution is shown after a pass, or to who gives up`() throws {
    let refused = try fake.course("solution", "one")
    #expect(refused.code == 1 && refused.errors.contains("--give-up"))
    #expect(try fake.course("diff", "one").code == 1)
    let shown = try fake.course("solution", "one", "--give-up")
    #expect(shown.code == 0 && shown.output.contains("2 * x"))
    #expect(try fake.course("diff", "one").output.contains("+   2 * x"))
  }

  @Test func `reset keeps the work, and undo brings it back`() throws {
    try fake.learn("2 * x // mine")
    let mine = fake.read(FakeCourse.file)
    let reset = try fake.course("reset", "one")
    #expect(reset.code == 0 && reset.output.contains(".course/kept/one/0001.swift"))
    #expect(fake.read(FakeCourse.file)?.contains("throw Unfinished()") == true)
    #expect(try fake.course("undo").code == 0)
    #expect(fake.read(FakeCourse.file) == mine)
    #expect(try fake.course("undo").code == 4)
    #expect(try fake.course("reset").code == 2)
  }

  @Test func `ten resets can all be undone, the latest first`() throws {
    let works = (1...10).map { FakeCourse.one("2 * x // \($0)", "3 * x") }
    for work in works {
      try fake.write(work, to: FakeCourse.file)
      #expect(try fake.course("reset", "one").code == 0)
    }
    for work in works.reversed() {
      #expect(try fake.course("undo", "one").code == 0)
      #expect(fake.read(FakeCourse.file) == work)
    }
    #expect(try fake.course("undo", "one").code == 4)
  }

  @Test func `an undo keeps what stood there meanwhile`() throws {
    try fake.learn("2 * x // first")
    try fake.course("reset", "one")
    try fake.learn("2 * x // second")
    let undo = try fake.course("undo", "one")
    #expect(undo.code == 0)
    #expect(fake.read(FakeCourse.file)?.contains("// first") == true)
    #expect(fake.read(".course/kept/one/undone/0001.swift")?.contains("// second") == true)
    #expect(undo.output.contains(".course/kept/one/undone/0001.swift"))
  }

  @Test func `a deleted file is named, and reset makes it anew`() throws {
    try FileManager.default.removeItem(atPath: "\(fake.root)/\(FakeCourse.file)")
    let check = try fake.course("check", "one")
    #expect(check.code == 1)
    #expect(check.errors.contains("is not there. ./course reset one puts a new one"))
    #expect(try fake.course("status").code == 0)
    #expect(try fake.course("reset", "one").code == 0)
    #expect(fake.read(FakeCourse.file)?.contains("throw Unfinished()") == true)
  }

  @Test func `unknown keys in the progress file outlive every change`() throws {
    try fake.write(
      #"{"version": 9, "later": [1], "lessons": {"one": {"colour": "red"}}}"#,
      to: ".course/state.json")
    #expect(try fake.course("hint", "one").code == 0)
    let state = try #require(fake.read(".course/state.json").map { Data($0.utf8) })
    let document = try #require(JSONValue(parsing: state))
    #expect(document["later"] == [1] && document["version"] == 9)
    #expect(document["lessons"]?["one"]?["colour"] == "red")
    #expect(document["lessons"]?["one"]?["hints"]?["doubled(_:)"] == 1)
  }

  @Test func `the launcher tells the status without building anything`() throws {
    let clone = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let launcher = try #require(WholeFile.read(clone.path + "/course"))
    try fake.write(launcher, to: "course")
    try fake.write("// older than the program", to: "Sources/course/main.swift")
    try fake.write("// older than the program", to: "Sources/CourseKit/Course.swift")
    let program = fake.root + "/.course/tool/course"
    // A link made now is newer than the sources, as a program that has just been built is.
    try? FileManager.default.removeItem(atPath: program)
    try FileManager.default.createDirectory(
      atPath: fake.root + "/.course/tool", withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: program, withDestinationPath: try FakeCourse.program())
    var command = Command("/bin/bash", [fake.root + "/course", "status"])
    // Whoever is asked for `swift` is none.
    try fake.write("#!/bin/sh\nexit 1\n", to: "none/swift")
    #expect(chmod(fake.root + "/none/swift", 0o755) == 0)
    let path = try #require(ProcessInfo.processInfo.environment["PATH"])
    command.environment = ["COURSE_ROOT": "", "PATH": fake.root + "/none:" + path]
    let outcome = try command.run()
    #expect(outcome.succeeded)
    #expect(outcome.output.text.contains("Next: 00 One and more"))
  }

  @Test func `the launcher names what is missing, without a home as well`() throws {
    let clone = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    try fake.write(try #require(WholeFile.read(clone.path + "/course")), to: "bare/course")
    // Commands that the launcher needs, and no Swift.
    let script = """
      mkdir -p '\(fake.root)/few'
      for name in dirname readlink find head mkdir rm id sed grep; do
        ln -sf "$(command -v $name)" '\(fake.root)/few/'
      done
      exec env -u HOME PATH='\(fake.root)/few' /bin/bash '\(fake.root)/bare/course' status
      """
    let outcome = try Command("/bin/bash", ["-c", script]).run()
    let hasSwift = ["/opt/swift", "/usr/local/swift", "/usr/share/swift"].contains {
      FileManager.default.fileExists(atPath: $0 + "/usr/bin/swift")
    }
    #expect(!outcome.errors.text.contains("HOME"))
    if !hasSwift {
      #expect(outcome.ending == .exit(3))
      #expect(outcome.errors.text.contains("Swift is not installed."))
    }
  }

  @Test func `the launcher goes where it is, whatever CDPATH says`() throws {
    let clone = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    try fake.write(try #require(WholeFile.read(clone.path + "/course")), to: "near/course")
    try fake.write("#!/bin/sh\necho \"$COURSE_ROOT\"\n", to: "near/.course/tool/course")
    #expect(chmod(fake.root + "/near/.course/tool/course", 0o755) == 0)
    try fake.write("", to: "far/near/note")
    let script = "cd '\(fake.root)' && CDPATH='\(fake.root)/far' bash near/course status"
    let outcome = try Command("/bin/bash", ["-c", script]).run()
    #expect(outcome.output.text == "\(fake.root)/near\n", "\(outcome.errors.text)")
  }

  @Test(arguments: ["100%", "a\"b", "a\\b"])
  func `a folder in which Swift cannot build is named`(name: String) throws {
    let clone = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    try fake.write(try #require(WholeFile.read(clone.path + "/course")), to: "odd/\(name)/course")
    let outcome = try Command("/bin/bash", ["\(fake.root)/odd/\(name)/course", "status"]).run()
    #expect(outcome.ending == .exit(3))
    #expect(outcome.errors.text.contains("Swift builds nothing in a folder that has"))
    #expect(outcome.errors.text.contains("  \(fake.root)/odd/\(name)\n"))
  }

  @Test func `what somebody else's build has said is no reason for this one`() throws {
    let clone = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    try fake.write(try #require(WholeFile.read(clone.path + "/course")), to: "other/course")
    // A folder in the log's place can be written by nobody, whoever runs the test.
    try fake.write("/a.swift:1:1: error: another user's", to: "other/.course/tool/build.log/note")
    let outcome = try Command("/bin/bash", [fake.root + "/other/course", "status"]).run()
    #expect(outcome.ending == .exit(3))
    #expect(outcome.errors.text.contains("build.log cannot be written."))
    #expect(!outcome.errors.text.contains("another user"))
  }

  @Test func `an editor is ended with the course, and 130 is said`() throws {
    let seconds = "5\(UInt32.random(in: 1000...99_999))"
    let script = "\"$0\" open one & sleep 1; kill -TERM $!; wait $!"
    var command = Command("/bin/sh", ["-c", script, try FakeCourse.program()])
    command.environment = [
      "COURSE_ROOT": fake.root, "VISUAL": "", "EDITOR": "sh -c 'exec sleep \(seconds)'",
    ]
    command.timeout = 60
    #expect(try command.run().ending == .exit(130))
    let look = "ps ax | grep 'sleep \(seconds)' | grep -v grep"
    #expect(try Command("/bin/sh", ["-c", look]).run().output.text.isEmpty)
  }

  @Test(arguments: ["-5", "9223372036854775807", "1e300", "null", "\"two\""])
  func `any number of hints in the progress file is lived with`(count: String) throws {
    try fake.write(
      #"{"lessons": {"one": {"hints": {"doubled(_:)": \#(count)}}}}"#, to: ".course/state.json")
    let run = try fake.course("hint", "one")
    #expect(run.code == 0 && run.output.contains("Hint 1 of 2"))
  }

  @Test func `a damaged progress file is named, kept aside and begun anew`() throws {
    try fake.write(#"{"version": 1, "lessons": {"one": {"pas"#, to: ".course/state.json")
    let run = try fake.course("status")
    #expect(run.code == 0)
    #expect(run.errors.contains("damaged"))
    #expect(fake.read(".course/state.json.damaged-1")?.contains("\"pas") == true)
    #expect(try fake.course("status").errors.isEmpty)
    try FileManager.default.removeItem(atPath: fake.root + "/.course/state.json.damaged-1")
  }

  @Test func `colours are there on demand, and only then`() throws {
    #expect(try !fake.course("status").output.contains("\u{1B}"))
    #expect(try fake.course("status", "--color", "always").output.contains("\u{1B}["))
  }

  @Test func `watch needs a terminal, and says what does not`() throws {
    let run = try fake.course("watch")
    #expect(run.code == 2 && run.errors.contains("./course check"))
  }

  @Test func `a demo that is not there is nothing to run`() throws {
    #expect(try fake.course("run", "two").code == 4)
  }

  @Test func `own pictures reach the demo by their whole paths, four of them`() throws {
    try fake.learn("2 * x")
    let run = try fake.course("run", "0", "--mine", "--photos", "a.png", "/b.png", "c.png", "d.png")
    let here = FileManager.default.currentDirectoryPath
    #expect(run.code == 0, "\(run.text)")
    #expect(
      run.output.contains(
        "--mine --photos \(here)/a.png /b.png \(here)/c.png \(here)/d.png twice 2 is 4"))
    for words in [["0", "a.png"], ["a", "b", "c"], ["0", "a", "b", "c", "d", "e"]] {
      let refused = try fake.start("course", ["run", "--mine", "--photos"] + words, [:])
      #expect(refused.code == 2, "\(words)")
    }
    let loose = try fake.course("run", "0", "a.png")
    #expect(loose.code == 2 && loose.errors.contains("Pictures stand behind --photos."))
  }

  @Test func `open starts the editor with the file`() throws {
    let run = try fake.course("open", "one", environment: ["EDITOR": "echo -n", "VISUAL": ""])
    #expect(run.code == 0)
    #expect(run.output.hasSuffix("exercises/00-one/One.swift"))
    let missing = try fake.course(
      "open", "one", environment: ["EDITOR": "no-editor", "VISUAL": ""])
    #expect(missing.code == 2)
  }

  @Test func `doctor looks at everything`() throws {
    let run = try fake.course("doctor", "--json")
    let document = try #require(JSONValue(parsing: Data(run.output.utf8)))
    let subjects = document["findings"]?.elements.compactMap { $0["subject"]?.string }
    #expect(subjects == ["Swift", "libpng", "Disk", "Memory", "Course", "Terminal"])
    #expect(run.code == (document["missing"]?.integer == 0 ? 0 : 3))
  }

  @Test func `outside of the course it says where to go`() throws {
    let run = try fake.course("status", environment: ["COURSE_ROOT": "/tmp"])
    #expect(run.code == 3)
    #expect(run.errors.contains("holds no course"))
  }
}
