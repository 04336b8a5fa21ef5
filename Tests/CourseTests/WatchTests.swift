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

  @Test(arguments: [(SIGINT, Command.Ending.exit(130)), (SIGSEGV, .signal(SIGSEGV))])
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
}

/// A pseudo terminal in which the program watches.
private final class WatchedTerminal {
  let process = Process()
  private let ours: Int32
  private let theirs: FileHandle
  private var seen: [UInt8] = []

  init(fake: FakeCourse) throws {
    var reading: Int32 = -1
    var writing: Int32 = -1
    try #require(openpty(&reading, &writing, nil, nil, nil) == 0)
    var window = winsize(ws_row: 40, ws_col: 100, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(writing, UInt(TIOCSWINSZ), &window)
    _ = fcntl(reading, F_SETFD, FD_CLOEXEC)
    ours = reading
    theirs = FileHandle(fileDescriptor: writing)
    process.executableURL = URL(fileURLWithPath: try FakeCourse.program())
    process.arguments = ["watch", "one"]
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["COURSE_ROOT": fake.root, "NO_COLOR": "1", "TERM": "xterm", "SWIFT_BACKTRACE": "enable=no"]
    ) { $1 }
    process.standardInput = theirs
    process.standardOutput = theirs
    process.standardError = theirs
    try process.run()
  }

  /// Whether lines and echo are the terminal's own again.
  var isCooked: Bool {
    var settings = termios()
    tcgetattr(theirs.fileDescriptor, &settings)
    return settings.c_lflag & tcflag_t(ICANON) != 0 && settings.c_lflag & tcflag_t(ECHO) != 0
  }

  /// Waits until a text appears; the next wait begins behind it.
  func shows(_ text: String) -> Bool {
    let deadline = Date().addingTimeInterval(60)
    while Date() < deadline {
      if let range = Data(seen).range(of: Data(text.utf8)) {
        seen.removeFirst(range.upperBound)
        return true
      }
      read(milliseconds: 100)
    }
    return false
  }

  private func read(milliseconds: Int32) {
    var polled = pollfd(fd: ours, events: Int16(POLLIN), revents: 0)
    guard poll(&polled, 1, milliseconds) > 0 else { return }
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = Foundation.read(ours, &buffer, buffer.count)
    if count > 0 { seen += buffer[..<count] }
  }

  func press(_ key: String) {
    // What is pressed during a check is dropped, so the screen has to be quiet first.
    Thread.sleep(forTimeInterval: 0.3)
    _ = write(ours, key, key.utf8.count)
  }

  /// How it ended; nothing after a minute.
  func ending() -> Command.Ending? {
    let deadline = Date().addingTimeInterval(60)
    while process.isRunning, Date() < deadline { read(milliseconds: 50) }
    guard !process.isRunning else { return nil }
    return process.terminationReason == .exit
      ? .exit(process.terminationStatus) : .signal(process.terminationStatus)
  }

  func end() {
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    close(ours)
  }
}
