import Foundation
import Texts

/// A terminal that hands over each key at once, and is put right however the program ends.
public final class RawTerminal {
  // What the handlers of crashes need; a handler can be given nothing.
  private nonisolated(unsafe) static var saved = termios()
  private nonisolated(unsafe) static var isRaw = false

  /// A key that was pressed.
  public enum Key: Equatable, Sendable {
    case character(Character)
    case enter, escape, up, down
  }

  /// Takes the terminal over.
  public init() {
    tcgetattr(STDIN_FILENO, &RawTerminal.saved)
    for number in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGABRT, SIGFPE] {
      signal(number) { number in
        RawTerminal.restore()
        signal(number, SIG_DFL)
        raise(number)
      }
    }
    RawTerminal.isRaw = true
    apply()
  }

  /// Sets the terminal's mode again, as is needed when the program was stopped and goes on.
  public func apply() {
    var settings = RawTerminal.saved
    // Ctrl-C and Ctrl-Z keep their meaning; only lines and echo go.
    settings.c_lflag &= ~tcflag_t(ICANON | ECHO)
    tcsetattr(STDIN_FILENO, TCSANOW, &settings)
  }

  /// Puts the terminal right again.
  public static func restore() {
    guard isRaw else { return }
    isRaw = false
    tcsetattr(STDIN_FILENO, TCSANOW, &saved)
  }

  /// Hands the terminal to another program and takes it back.
  public func lend<Result>(_ body: () throws(CourseError) -> Result) throws(CourseError) -> Result {
    tcsetattr(STDIN_FILENO, TCSANOW, &RawTerminal.saved)
    defer { apply() }
    return try body()
  }

  /// Waits for a key, a signal, or until some milliseconds are over.
  public static func key(within milliseconds: Int32) -> Key? {
    var polled = [STDIN_FILENO, Interruption.descriptor].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    guard poll(&polled, 2, milliseconds) > 0, polled[0].revents != 0 else { return nil }
    var bytes = [UInt8](repeating: 0, count: 16)
    let count = read(STDIN_FILENO, &bytes, bytes.count)
    // A terminal that has gone away is always readable and empty.
    guard count > 0 else { return .character("q") }
    return key(from: bytes.prefix(count))
  }

  static func key(from bytes: ArraySlice<UInt8>) -> Key? {
    switch Array(bytes) {
    case [0x0A], [0x0D]: .enter
    case [0x1B]: .escape
    case [0x1B, 0x5B, 0x41], [0x1B, 0x4F, 0x41]: .up
    case [0x1B, 0x5B, 0x42], [0x1B, 0x4F, 0x42]: .down
    case let other where other.first == 0x1B: nil
    default: String(decoding: bytes, as: UTF8.self).first.map { .character($0) }
    }
  }
}
