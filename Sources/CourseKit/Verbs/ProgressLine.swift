import Foundation

/// One line that says what takes its time, and is gone when it is done.
///
/// Off a terminal each new message is a line of its own, without the counting.
package final class ProgressLine: @unchecked Sendable {
  private var shown = ""
  private let isOnTerminal = Terminal.isTerminal(STDERR_FILENO)

  /// A line that shows nothing yet.
  package init() {}

  /// Shows a message; an empty one takes the line away.
  package func show(_ text: String) {
    guard isOnTerminal else {
      let message = text.components(separatedBy: " (")[0]
      if message == shown || text.isEmpty { return }
      shown = message
      Terminal.write(message + " …\n", to: STDERR_FILENO)
      return
    }
    let columns = Terminal.size(of: STDERR_FILENO).columns
    if text.isEmpty && shown.isEmpty { return }
    let line = text.isEmpty ? "" : Wrapping.cut(text + " …", width: columns - 1)
    Terminal.write("\r\u{1B}[K" + line, to: STDERR_FILENO)
    shown = text
  }
}
