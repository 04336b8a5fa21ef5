import Foundation
import Synchronization

/// One line on standard error that says what takes its time, and is gone when it is done.
public final class ProgressLine: Sendable {
  /// What somebody sees who does not look at a terminal.
  public enum Log: Sendable {
    /// Each new message as a line of its own, without the counting in parentheses.
    case messages
    /// None of it.
    case nothing
  }

  private let shown = Mutex("")
  private let isOnTerminal = Terminal.isTerminal(STDERR_FILENO)
  private let log: Log

  /// Makes a line that shows nothing yet.
  ///
  /// - Parameter log: What is written where standard error is no terminal.
  public init(log: Log = .messages) {
    self.log = log
  }

  /// Shows a message; an empty one takes the line away.
  public func show(_ text: String) {
    shown.withLock { shown in
      guard isOnTerminal else {
        let message = text.components(separatedBy: " (")[0]
        if log == .nothing || message == shown || text.isEmpty { return }
        shown = message
        Terminal.write(message + " …\n", to: STDERR_FILENO)
        return
      }
      if text.isEmpty && shown.isEmpty { return }
      let columns = Terminal.size(of: STDERR_FILENO).columns
      let line = text.isEmpty ? "" : Wrapping.cut(text + " …", width: columns - 1)
      Terminal.write("\r\u{1B}[K" + line, to: STDERR_FILENO)
      shown = text
    }
  }

  /// Takes the line away.
  public func clear() { show("") }
}
