/// Notices that a file was saved, also by editors that write another one and rename it.
///
/// It looks instead of being told: that works on every system and every file system, and costs one
/// call of the system a tick.
public struct FileWatch: Sendable {
  private let path: String
  private var seen: FileStatus?
  private var candidate: FileStatus?
  private var looksInVain = 0

  /// After how many looks a file counts as removed, half a second to a second.
  private static let patience = 20

  /// Begins to watch a file as it is now.
  public init(path: String) {
    self.path = path
    seen = FileStatus(path)
  }

  /// Whether the file was saved since, and nobody is still writing: it was the same at two looks.
  ///
  /// A file that stays away has changed as well.
  public mutating func hasChanged() -> Bool {
    guard let now = FileStatus(path) else {
      // Between the two steps of a rename the file may be missing for a moment.
      candidate = nil
      looksInVain += 1
      guard seen != nil, looksInVain >= FileWatch.patience else { return false }
      seen = nil
      return true
    }
    looksInVain = 0
    guard now != seen else {
      candidate = nil
      return false
    }
    guard now == candidate else {
      candidate = now
      return false
    }
    seen = now
    candidate = nil
    return true
  }
}
