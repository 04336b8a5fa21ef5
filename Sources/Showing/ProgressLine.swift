import Foundation

/// A line that says how far something is, while it is needed, and only to somebody who looks on.
struct ProgressLine {
  private let isSeen = isatty(STDERR_FILENO) == 1

  func show(_ text: String) {
    guard isSeen else { return }
    FileHandle.standardError.write(Data("\r\u{1B}[2K\(text)".utf8))
  }

  func clear() { show("") }
}
