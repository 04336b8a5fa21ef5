import CourseKit
import Foundation
import Testing

/// What is done where files are not what they usually are, and nothing of it may be lost.
@Suite(.serialized) struct OddFileTests {
  let fake: FakeCourse
  private var path: String { "\(fake.root)/\(FakeCourse.file)" }

  init() throws {
    fake = try FakeCourse(name: "odd-files")
  }

  /// Puts the exercise's file back, whatever stands in its place.
  private func clear() throws { try FileManager.default.removeItem(atPath: path) }

  @Test func `a folder in the file's place is called one, and stays`() throws {
    try clear()
    try fake.write("mine", to: FakeCourse.file + "/note")
    defer { try? clear() }
    for verb in ["check", "reset"] {
      let run = try fake.course(verb, "one")
      #expect(run.code == 1)
      #expect(run.errors.contains("exercises/00-one/One.swift is a folder, not a file."))
    }
    #expect(fake.read(FakeCourse.file + "/note") == "mine")
    #expect(try fake.course("status").code == 0)
  }

  @Test func `a pipe in the file's place is called one, and nobody waits for it`() throws {
    try clear()
    #expect(mkfifo(path, 0o644) == 0)
    defer { try? clear() }
    for verb in ["check", "reset", "hint"] {
      let run = try fake.course(verb, "one")
      #expect(run.code == (verb == "hint" ? 0 : 1))
      if verb != "hint" { #expect(run.errors.contains("is a pipe or a device, not a file.")) }
    }
    #expect(try fake.course("status").code == 0)
  }

  @Test func `reset and undo leave a link a link`() throws {
    try fake.write(FakeCourse.one("2 * x // mine", "3 * x"), to: "elsewhere/Mine.swift")
    try clear()
    try FileManager.default.createSymbolicLink(
      atPath: path, withDestinationPath: "../../elsewhere/Mine.swift")
    defer { try? clear() }
    #expect(try fake.course("reset", "one").code == 0)
    #expect(fake.read("elsewhere/Mine.swift")?.contains("throw Unfinished()") == true)
    #expect(try fake.course("undo", "one").code == 0)
    #expect(fake.read("elsewhere/Mine.swift")?.contains("// mine") == true)
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: path)
        == "../../elsewhere/Mine.swift")
  }

  @Test func `progress that cannot be kept is said beside the verdict`() throws {
    try fake.learn("2 * x")
    let lock = fake.root + "/.course/state.json.lock"
    try? FileManager.default.removeItem(atPath: lock)
    try FileManager.default.createDirectory(atPath: lock, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: lock) }
    let run = try fake.course("check", "one")
    #expect(run.code == 0)
    #expect(run.output.contains("All 4 checks passed."))
    #expect(run.errors.contains("Your progress could not be kept"))
    let hint = try fake.course("hint", "one")
    #expect(hint.code == 0)
    #expect(hint.output.contains("Hint 1 of 2") && hint.output.contains("could not be kept"))
    let solution = try fake.course("solution", "one", "--give-up")
    #expect(solution.code == 0 && solution.output.contains("3 * x"))
    let document = JSONValue(parsing: Data(try fake.course("check", "one", "--json").output.utf8))
    #expect(document?["lessons"]?.elements.first?["notice"]?.string?.contains("kept") == true)
  }

  @Test func `what a full device did not take is said, and is no success`() throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    for arguments in ["status", "list --json", "--help", "check --help", "--version"] {
      try fake.write("# Changelog\n\n## 1.0.0\n", to: "CHANGELOG.md")
      var command = Command(
        "/bin/sh", ["-c", "\"$0\" \(arguments) > /dev/full", try FakeCourse.program()])
      command.environment = ["COURSE_ROOT": fake.root]
      let outcome = try command.run()
      #expect(outcome.ending == .exit(3), "\(arguments)")
      #expect(outcome.errors.text.contains("could be written"), "\(arguments)")
    }
  }

  @Test func `whoever has read enough is no full device`() throws {
    var command = Command(
      "/bin/sh", ["-c", "(\"$0\" --help; echo $? >&2) | true", try FakeCourse.program()])
    command.environment = ["COURSE_ROOT": fake.root]
    #expect(try command.run().errors.text == "0\n")
  }
}
