import Foundation

/// A pipe or a pseudo terminal through which a program's output comes.
final class OutputChannel {
  let readingEnd: Int32
  private(set) var writingEnd: Int32

  /// Opens a channel; a terminal is raw, so that bytes arrive as they were written.
  init(isTerminal: Bool) throws(CourseError) {
    var ends: [Int32] = [-1, -1]
    if isTerminal {
      var reading: Int32 = -1
      var writing: Int32 = -1
      if openpty(&reading, &writing, nil, nil, nil) == 0 {
        var settings = termios()
        tcgetattr(writing, &settings)
        cfmakeraw(&settings)
        tcsetattr(writing, TCSANOW, &settings)
        ends = [reading, writing]
      }
    } else {
      _ = pipe(&ends)
    }
    readingEnd = ends[0]
    writingEnd = ends[1]
    guard ends.allSatisfy({ $0 >= 0 }) else {
      throw CourseError(
        .fault, "No more files can be opened (\(String(cString: strerror(errno)))); close some.")
    }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
  }

  func closeWritingEnd() {
    if writingEnd >= 0 { _ = Foundation.close(writingEnd) }
    writingEnd = -1
  }

  func close() {
    closeWritingEnd()
    _ = Foundation.close(readingEnd)
  }
}
