import CourseKit
import Foundation
import Testing

/// The verbs of those who work on the course, in a program of their own.
@Suite(.serialized) struct MaintainersVerbTests {
  let fake: FakeCourse

  init() throws {
    fake = try FakeCourse(name: "maintainers")
  }

  @Test func `learners' help lists them, and each has help that begins with an example`() throws {
    let overview = try fake.course("--help").output
    for verb in MaintainersVerb.allCases.map(\.rawValue) {
      let run = try fake.maintain(verb, "--help")
      #expect(run.code == 0)
      #expect(run.output.hasPrefix("  ./course \(verb)"))
      #expect(overview.contains("  \(verb) "))
    }
  }

  @Test func `a verb that was mistyped is suggested, whichever program has it`() throws {
    let run = try fake.course("verfy")
    #expect(run.code == 2 && run.errors.contains("Did you mean “verify”?"))
  }

  @Test func `the launcher starts the program that has the verb`() throws {
    let clone = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    try fake.write(try #require(WholeFile.read(clone.path + "/course")), to: "course")
    for (name, modules) in [("course", ["course"]), ("maintain", ["Upkeep", "maintain"])] {
      for module in modules + ["CourseKit"] {
        try fake.write("// older than the program", to: "Sources/\(module)/main.swift")
      }
      try fake.write("#!/bin/sh\necho \(name) \"$@\"\n", to: ".course/tool/\(name)")
      let path = "\(fake.root)/.course/tool/\(name)"
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755, .modificationDate: Date()], ofItemAtPath: path)
    }
    func launched(_ arguments: String...) throws -> String {
      var command = Command("/bin/bash", ["\(fake.root)/course"] + arguments)
      command.environment = ["COURSE_ROOT": ""]
      return try command.run().output.text
    }
    #expect(try launched("status") == "course status\n")
    #expect(try launched("verify", "3") == "maintain verify 3\n")
    #expect(try launched("help", "pack") == "maintain help pack\n")
    #expect(try launched() == "course\n")
  }

  @Test func `a second verify waits for the first`() throws {
    let held = try FileLock(path: fake.root + "/.course/proof/verify.lock")
    #expect(held.attempt())
    let fake = fake
    let ended = DispatchSemaphore(value: 0)
    Thread.detachNewThread {
      _ = try? fake.maintain("verify", "--only", "links")
      ended.signal()
    }
    #expect(ended.wait(timeout: .now() + 2) == .timedOut)
    held.unlock()
    #expect(ended.wait(timeout: .now() + 60) == .success)
  }

  @Test func `links that lead nowhere are found`() throws {
    try fake.write("[a](b.md)", to: "lessons/01-two/lesson.md")
    let git = Command("git", ["init", "-q", fake.root])
    _ = try git.run()
    let run = try fake.maintain("verify", "--only", "links")
    #expect(run.code == 3)
    #expect(run.output.contains("lessons/01-two/lesson.md: b.md is not there"))
    #expect(run.output.hasSuffix("1 passed, 1 failed\n"))
  }
}
