import Foundation
import Synchronization

/// The streams of this process that may lead to a terminal.
extension Terminal {
  /// Returns whether a stream is a terminal.
  public static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// Returns the columns and rows of a stream: what `COLUMNS` and `LINES` say, else what its window
  /// has, else 80 by 24.
  ///
  /// - Parameters:
  ///   - descriptor: The stream.
  ///   - environment: The variables that are heeded.
  /// - Returns: The size, at least 1 by 1.
  public static func size(
    of descriptor: Int32 = STDOUT_FILENO,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> (columns: Int, rows: Int) {
    func given(_ name: String) -> Int? {
      environment[name].flatMap { Int($0) }.flatMap { (1...10_000).contains($0) ? $0 : nil }
    }
    var window = winsize()
    let isKnown = ioctl(descriptor, UInt(TIOCGWINSZ), &window) == 0 && window.ws_col > 0
    return (
      given("COLUMNS") ?? (isKnown ? Int(window.ws_col) : 80),
      given("LINES") ?? (isKnown ? max(1, Int(window.ws_row)) : 24)
    )
  }

  /// Why something that was written to standard output never got anywhere; nil where all of it did.
  ///
  /// A reader who has had enough (`| head`), or a terminal that was closed, is no reason.
  public static var lostOutput: String? {
    let code = lost.load(ordering: .relaxed)
    return [0, EPIPE, EIO].contains(code) ? nil : String(cString: strerror(code))
  }

  private static let lost = Atomic<Int32>(0)

  /// Writes to a stream at once, all of it.
  ///
  /// - Parameters:
  ///   - text: What to write.
  ///   - descriptor: The stream.
  public static func write(_ text: String, to descriptor: Int32 = STDOUT_FILENO) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        bytes = bytes.dropFirst(count)
      } else if errno == EAGAIN {
        // A stream that somebody made non-blocking: wait until it takes more.
        var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&waiting, 1, 1000)
      } else if errno != EINTR {
        if descriptor == STDOUT_FILENO { lost.store(errno, ordering: .relaxed) }
        return
      }
    }
  }
}
