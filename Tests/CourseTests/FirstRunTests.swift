import CourseKit
import Foundation
import Testing

/// The first minutes with the course, in which much is built.
@Suite(.serialized) struct FirstRunTests {
  let fake: FakeCourse

  init() throws {
    fake = try FakeCourse(name: "first")
    let picture = (1...5).map { "\u{1B}[31mcat \($0)\u{1B}[0m\n" }.joined()
    try fake.write(picture, to: "lessons/00-first-look/figures/welcome.ansi")
  }

  @Test func `while the first build runs there is a picture, a text and a steady estimate`() throws
  {
    try? FileManager.default.removeItem(atPath: fake.root + "/.course")
    try fake.write("10", to: ".course/tool/seconds")
    let session = try WatchedTerminal(
      fake: fake, rows: 24, columns: 80, environment: ["NO_COLOR": ""])
    defer { session.end() }
    #expect(session.shows("Building the libraries, once (about"))
    let screen = session.screen()
    #expect(screen.scrolled == 0)
    for text in ["cat 1", "cat 5", "00 One and more", "Numbers can be multiplied.", "Write it."] {
      #expect(screen.text.contains(text), "\(text): \(screen.text)")
    }
    #expect(session.shows("still to be written"))
    let estimates = String(decoding: session.written, as: UTF8.self)
      .matches(of: /about (\d+) s left/).compactMap { Int($0.1) }
    #expect(estimates.first == 60)
    #expect(estimates == estimates.sorted(by: >))
    #expect(session.shows("./course show 00"))
    session.press("q")
    #expect(session.ending() == .exit(0))
  }

  @Test func `the launcher's own estimate never grows, and slows down where the steps are slow`()
    throws
  {
    let launcher = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "course").path
    let log = fake.root + "/steps.log"
    let script = """
      eval "$(sed -n '/^count_down()/,/^}/p' '\(launcher)')"
      echo > '\(log)'
      (for step in 1 2 3 4 5 6; do sleep 1; echo "[$step/60] Compiling" >> '\(log)'; done) &
      count_down $! 20 '\(log)'
      """
    let outcome = try Command("bash", ["-c", script]).run()
    #expect(outcome.succeeded)
    let estimates = outcome.errors.text.matches(of: /about (\d+) s left/).compactMap { Int($0.1) }
    #expect(estimates.count > 4 && estimates == estimates.sorted(by: >))
    // At a step a second 54 more are to come after six; without them 14 would be left of 20.
    #expect(estimates.first == 20 && (estimates.last ?? 0) >= 15)
  }

  @Test func `the demo is built while somebody reads the verdict`() throws {
    let program = fake.root + "/.course/build/debug/lesson-one"
    try? FileManager.default.removeItem(atPath: program)
    let session = try WatchedTerminal(fake: fake)
    defer { session.end() }
    #expect(session.shows("still to be written"))
    let deadline = Date().addingTimeInterval(120)
    while !FileManager.default.fileExists(atPath: program), Date() < deadline {
      Thread.sleep(forTimeInterval: 0.2)
    }
    #expect(FileManager.default.fileExists(atPath: program))
    // A save meanwhile is checked as ever.
    try fake.learn("2 * x")
    #expect(session.shows("All 4 checks passed."))
    session.press("q")
    #expect(session.ending() == .exit(0))
    let run = try fake.course("run", "one", "--mine")
    #expect(run.code == 0 && run.output == "--mine twice 2 is 4\n")
  }

  @Test func `what is built in the background ends with q`() throws {
    try? FileManager.default.removeItem(atPath: fake.root + "/.course/build/debug/lesson-one")
    let swift = try #require(Executable.path(of: "swift"))
    let path = try #require(ProcessInfo.processInfo.environment["PATH"])
    let note = fake.root + "/preparing"
    try? FileManager.default.removeItem(atPath: note)
    try fake.write(
      """
      #!/bin/sh
      case "$*" in *lesson-one*) echo $$ >'\(note)'; exec sleep 600 ;; esac
      exec '\(swift)' "$@"

      """, to: "slow/swift")
    #expect(chmod(fake.root + "/slow/swift", 0o755) == 0)
    let session = try WatchedTerminal(
      fake: fake, environment: ["PATH": fake.root + "/slow:" + path])
    defer { session.end() }
    #expect(session.shows("still to be written"))
    let deadline = Date().addingTimeInterval(60)
    while WholeFile.read(note)?.hasSuffix("\n") != true, Date() < deadline {
      Thread.sleep(forTimeInterval: 0.1)
    }
    let process = try #require(WholeFile.read(note).flatMap { Int32($0.dropLast()) })
    #expect(kill(process, 0) == 0)
    session.press("q")
    #expect(session.ending() == .exit(0))
    #expect(kill(process, 0) == -1)
  }
}
