import Foundation

/// A lock that the system takes back when its holder ends, however that happens.
///
/// Where the file system has no locks, as some shared folders have not, it is as if nobody else
/// were there.
public final class FileLock: Sendable {
  private let descriptor: Int32
  private let lock: @Sendable (Int32, Int32) -> Int32

  /// Opens the file that stands for the lock; folders that are missing are made.
  public convenience init(path: String) throws(CourseError) {
    try self.init(path: path) { flock($0, $1) }
  }

  /// Opens the file with another way to lock it, for tests.
  init(path: String, lock: @escaping @Sendable (Int32, Int32) -> Int32) throws(CourseError) {
    self.lock = lock
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
  public func attempt() -> Bool {
    lock(descriptor, LOCK_EX | LOCK_NB) == 0 || ![EWOULDBLOCK, EINTR].contains(errno)
  }

  /// Waits until it is free, which for a write of a small file is at once.
  public func wait() { while lock(descriptor, LOCK_EX) != 0, errno == EINTR {} }

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
  public func unlock() { _ = lock(descriptor, LOCK_UN) }
}
