import CourseKit
import Foundation
import Testing

/// A pseudo terminal in which the program watches.
final class WatchedTerminal {
  let process = Process()
  private let ours: Int32
  private let theirs: FileHandle
  private var seen: [UInt8] = []

  /// All that was written since the start.
  private(set) var written: [UInt8] = []
  private let window: (rows: Int, columns: Int)

  /// Starts the program.
  init(
    fake: FakeCourse, _ arguments: String..., rows: Int = 40, columns: Int = 100,
    environment: [String: String] = [:]
  ) throws {
    self.window = (rows, columns)
    var reading: Int32 = -1
    var writing: Int32 = -1
    try #require(openpty(&reading, &writing, nil, nil, nil) == 0)
    var window = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(writing, UInt(TIOCSWINSZ), &window)
    _ = fcntl(reading, F_SETFD, FD_CLOEXEC)
    ours = reading
    theirs = FileHandle(fileDescriptor: writing)
    process.executableURL = URL(fileURLWithPath: try FakeCourse.program())
    process.arguments = arguments.isEmpty ? ["watch", "one"] : arguments
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["COURSE_ROOT": fake.root, "NO_COLOR": "1", "TERM": "xterm", "SWIFT_BACKTRACE": "enable=no"]
    ) { $1 }.merging(environment) { $1 }.filter { !$0.value.isEmpty }
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
    if count > 0 {
      seen += buffer[..<count]
      written += buffer[..<count]
    }
  }

  /// What stands on the screen once nothing more comes.
  func screen() -> Screen {
    var before = -1
    while before != written.count {
      before = written.count
      read(milliseconds: 200)
    }
    var screen = Screen(rows: window.rows, columns: window.columns)
    screen.take(String(decoding: written, as: UTF8.self))
    return screen
  }

  func signal(_ number: Int32) { kill(process.processIdentifier, number) }

  /// Whether the system has stopped the program, soon.
  func isStopped(within seconds: Double) -> Bool {
    let deadline = Date().addingTimeInterval(seconds)
    while Date() < deadline {
      let status = WholeFile.read("/proc/\(process.processIdentifier)/stat") ?? ""
      if status.contains(") T ") { return true }
      read(milliseconds: 20)
    }
    return false
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
