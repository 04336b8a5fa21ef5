import CourseKit
import Foundation
import Testing

/// Watch mode on a pseudo terminal, with keys that are really pressed.
@Suite(.serialized) struct WatchTests {
  let fake: FakeCourse

  init() throws {
    fake = try FakeCourse(name: "watch")
  }

  @Test func `it checks on save, answers keys, and puts the terminal right on q`() throws {
    try fake.learn("throw Unfinished()")
    let session = try WatchedTerminal(fake: fake)
    defer { session.end() }
    #expect(session.shows("still to be written"))
    #expect(!session.isCooked)
    // As an editor does that writes another file and renames it.
    try fake.learn("2 * x")
    #expect(session.shows("All 4 checks passed."))
    session.press("h")
    #expect(session.shows("Hint 1 of 2"))
    session.press("l")
    #expect(session.shows("01 two"))
    session.press("l")
    session.press("x")
    #expect(session.shows("y / n"))
    session.press("y")
    #expect(session.shows("Begun anew."))
    #expect(fake.read(FakeCourse.file)?.contains("throw Unfinished()") == true)
    session.press("q")
    #expect(session.ending() == .exit(0))
    #expect(session.isCooked)
  }

  @Test func `a lesson's number alone watches it`() throws {
    try fake.learn("2 * x")
    let session = try WatchedTerminal(fake: fake, "0")
    defer { session.end() }
    #expect(session.shows("All 4 checks passed."))
    session.press("q")
    #expect(session.ending() == .exit(0))
  }

  @Test func `a save during a check that never ends begins it anew`() throws {
    try fake.learn("while x > 0 {}\n  return x")
    let session = try WatchedTerminal(fake: fake)
    defer { session.end() }
    #expect(session.shows("Checking"))
    Thread.sleep(forTimeInterval: 1)
    try fake.learn("2 * x")
    #expect(session.shows("All 4 checks passed."))
    session.press("q")
    #expect(session.ending() == .exit(0))
  }

  @Test func `Ctrl-Z hands the terminal back, and fg draws the screen anew`() throws {
    try fake.learn("2 * x")
    let session = try WatchedTerminal(fake: fake)
    defer { session.end() }
    #expect(session.shows("All 4 checks passed."))
    session.signal(SIGTSTP)
    #expect(session.isStopped(within: 5))
    #expect(session.isCooked)
    session.signal(SIGCONT)
    #expect(session.shows("All 4 checks passed."))
    #expect(!session.isCooked)
    session.press("h")
    #expect(session.shows("Hint 1 of 2"))
    session.press("q")
    #expect(session.ending() == .exit(0))
    #expect(session.isCooked)
  }

  @Test func `a file that is removed passes no more`() throws {
    try fake.learn("2 * x")
    let session = try WatchedTerminal(fake: fake)
    defer { session.end() }
    #expect(session.shows("All 4 checks passed."))
    try FileManager.default.removeItem(atPath: "\(fake.root)/\(FakeCourse.file)")
    #expect(session.shows("is not there. ./course reset one"))
    try fake.learn("2 * x")
    #expect(session.shows("All 4 checks passed."))
    session.press("q")
    #expect(session.ending() == .exit(0))
  }

  @Test(arguments: ["\u{1B}[200~xyq\u{1B}[201~", "let x = 3\nlet y = q\n"])
  func `a paste presses no keys`(paste: String) throws {
    try fake.learn("2 * x // mine")
    let session = try WatchedTerminal(fake: fake)
    defer { session.end() }
    #expect(session.shows("\u{1B}[?2004h"))
    #expect(session.shows("All 4 checks passed."))
    session.press(paste)
    session.press("h")
    #expect(session.shows("Hint 1 of 2"))
    #expect(fake.read(FakeCourse.file)?.contains("// mine") == true)
    session.press("q")
    #expect(session.ending() == .exit(0))
    #expect(session.shows("\u{1B}[?2004l"))
  }

  @Test(arguments: [
    (SIGINT, Command.Ending.exit(130)), (SIGQUIT, .exit(130)), (SIGSEGV, .signal(SIGSEGV)),
  ])
  func `the terminal is put right on Ctrl-C and on a crash`(
    signal: Int32, ending: Command.Ending
  ) throws {
    try fake.learn("2 * x")
    let session = try WatchedTerminal(fake: fake)
    defer { session.end() }
    #expect(session.shows("All 4 checks passed."))
    kill(session.process.processIdentifier, signal)
    #expect(session.ending() == ending)
    #expect(session.isCooked)
  }

  @Test(arguments: [80, 40])
  func `in a small window the top of a verdict stays, and what is missing is counted`(
    columns: Int
  ) throws {
    let broken = (1...3).map { "let unheardOf\($0) = somethingThatNobodyHasEverDeclared\($0)(x)" }
    try fake.learn(broken.joined(separator: "\n  ") + "\n  return x")
    let session = try WatchedTerminal(fake: fake, rows: 24, columns: columns)
    defer { session.end() }
    #expect(session.shows("more lines"))
    let screen = session.screen()
    #expect(screen.rows.count == 24 && screen.scrolled == 0)
    #expect(screen.rows[0].hasPrefix("00 one"))
    #expect(screen.rows[2].hasPrefix("exercises/00-one/One.swift:5:20:"))
    #expect(screen.text.contains("more lines: ./course check 00"), "\(screen.text)")
    #expect(screen.text.contains("You write in"))
    #expect(screen.text.contains("q quit"))
    session.press("h")
    #expect(session.shows("Hint 1 of 2"))
    #expect(session.screen().rows[0].hasPrefix("00 one"))
    #expect(session.screen().scrolled == 0)
    session.press("q")
    #expect(session.ending() == .exit(0))
  }

  @Test(arguments: [80, 40])
  func `a mark stays below what it points at, behind tabs, wide letters and in long lines`(
    columns: Int
  ) throws {
    let lines = [
      "\tlet 変数 = \"日本語\"; let a = nope1", "let b = 1 +\tnope2",
      "let c = [\(String(repeating: "x, ", count: 40))nope3, \(String(repeating: "x, ", count: 40))x]",
    ]
    for (number, line) in lines.enumerated() {
      try fake.learn(line + "\n  return x")
      let session = try WatchedTerminal(fake: fake, rows: 24, columns: columns)
      defer { session.end() }
      #expect(session.shows("error:"))
      let rows = session.screen().cells
      let source = try #require(rows.firstIndex { $0.prefix(8).joined().contains("5 | ") })
      let sign = try #require(rows[source + 1].firstIndex { $0 == "`" || $0 == "^" })
      #expect(
        rows[source][sign...].joined().hasPrefix("nope\(number + 1)"),
        "\(session.screen().text)")
      session.press("q")
      #expect(session.ending() == .exit(0))
    }
  }
}
