import Foundation
import Synchronization
import Texts

/// A terminal that hands over each key at once, and is put right however the program ends.
public final class RawTerminal {
  // What the handlers of crashes need; a handler can be given nothing.
  private nonisolated(unsafe) static var saved = termios()
  private nonisolated(unsafe) static var isRaw = false
  private static let resumed = Atomic<Bool>(false)

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
    RawTerminal.unblock(SIGTSTP)
    RawTerminal.unblock(SIGCONT)
    signal(SIGTSTP, RawTerminal.stop)
    signal(SIGCONT) { _ in
      guard RawTerminal.isRaw else { return }
      RawTerminal.takeOver()
      RawTerminal.resumed.store(true, ordering: .releasing)
    }
    apply()
  }

  /// Sets the terminal's mode, which another program may have changed.
  public func apply() { RawTerminal.takeOver() }

  /// Whether the program was stopped and goes on, so that the screen is another's; asked once.
  public static func hasResumed() -> Bool {
    resumed.exchange(false, ordering: .acquiringAndReleasing)
  }

  /// Puts the terminal right again.
  public static func restore() {
    guard isRaw else { return }
    isRaw = false
    handBack()
  }

  /// Ctrl-Z: whoever gets the terminal meanwhile gets it as it was.
  private static let stop: @convention(c) (Int32) -> Void = { number in
    RawTerminal.handBack()
    signal(number, SIG_DFL)
    raise(number)
    // Within its handler a signal waits; here it stops the program, until somebody types fg.
    RawTerminal.unblock(number)
    signal(number, RawTerminal.stop)
  }

  /// Lets a signal through, which whoever started this may have had blocked.
  private static func unblock(_ number: Int32) {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, number)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }

  private static func takeOver() {
    var settings = saved
    // Ctrl-C and Ctrl-Z keep their meaning; only lines and echo go.
    settings.c_lflag &= ~tcflag_t(ICANON | ECHO)
    tcsetattr(STDIN_FILENO, TCSANOW, &settings)
    ask(isMarking: true)
  }

  private static func handBack() {
    ask(isMarking: false)
    tcsetattr(STDIN_FILENO, TCSANOW, &saved)
  }

  /// Asks the terminal to mark where a paste begins and ends, or to leave that; also from within
  /// handlers of signals, so nothing is allocated.
  private static func ask(isMarking: Bool) {
    let code: StaticString = isMarking ? "\u{1B}[?2004h" : "\u{1B}[?2004l"
    _ = write(STDOUT_FILENO, code.utf8Start, code.utf8CodeUnitCount)
  }

  /// Waits for a key, a signal, or until some milliseconds are over.
  public static func key(within milliseconds: Int32) -> Key? {
    var polled = [STDIN_FILENO, Interruption.descriptor].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    guard poll(&polled, 2, milliseconds) > 0, polled[0].revents != 0 else { return nil }
    let bytes = typed()
    // A terminal that has gone away is always readable and empty.
    guard !bytes.isEmpty else { return .character("q") }
    if Data(bytes).range(of: pasteBegins) != nil {
      dropPaste(after: Data(bytes))
      return nil
    }
    return key(from: bytes[...])
  }

  private static let pasteBegins = Data("\u{1B}[200~".utf8)
  private static let pasteEnds = Data("\u{1B}[201~".utf8)

  /// What was typed, as far as it is there.
  private static func typed() -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = read(STDIN_FILENO, &bytes, bytes.count)
    return Array(bytes.prefix(max(0, count)))
  }

  /// Reads on until a paste ends, which presses no key.
  private static func dropPaste(after beginning: Data) {
    var seen = beginning
    while seen.range(of: pasteEnds) == nil {
      var polled = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      let more = poll(&polled, 1, 300) > 0 ? typed() : []
      if more.isEmpty { return }
      // The end may come in two pieces.
      seen = seen.suffix(pasteEnds.count) + more
    }
  }

  static func key(from bytes: ArraySlice<UInt8>) -> Key? {
    switch Array(bytes) {
    case [0x0A], [0x0D]: .enter
    case [0x1B]: .escape
    case [0x1B, 0x5B, 0x41], [0x1B, 0x4F, 0x41]: .up
    case [0x1B, 0x5B, 0x42], [0x1B, 0x4F, 0x42]: .down
    case let other where other.first == 0x1B: nil
    default: onlyCharacter(of: String(decoding: bytes, as: UTF8.self)).map { .character($0) }
    }
  }
  /// The character that was typed, or held down; several at once were pasted.
  private static func onlyCharacter(of text: String) -> Character? {
    Set(text).count == 1 ? text.first : nil
  }
}
