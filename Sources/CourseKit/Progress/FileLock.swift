import Foundation

/// A lock that the system takes back when its holder ends, however that happens.
public final class FileLock: Sendable {
  private let descriptor: Int32

  /// Opens the file that stands for the lock; folders that are missing are made.
  public init(path: String) throws(CourseError) {
    let folder = (path as NSString).deletingLastPathComponent
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw CourseError(
        .fault, "\(path) cannot be written. Does the folder belong to you? Try ./course doctor.")
    }
  }

  deinit { close(descriptor) }

  /// Takes the lock if it is free.
  public func attempt() -> Bool { flock(descriptor, LOCK_EX | LOCK_NB) == 0 }

  /// Waits until it is free, which for a write of a small file is at once.
  public func wait() { while flock(descriptor, LOCK_EX) != 0, errno == EINTR {} }

  /// Waits until it is free, says so once if that takes a while, and can be interrupted.
  public func wait(saying notice: () -> Void) throws(CourseError) {
    var tries = 0
    while !attempt() {
      try Interruption.check()
      tries += 1
      if tries == 10 { notice() }
      usleep(30_000)
    }
  }

  /// Gives the lock back.
  public func unlock() { _ = flock(descriptor, LOCK_UN) }
}
