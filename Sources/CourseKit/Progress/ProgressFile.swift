import Foundation

/// The file that remembers progress: read at once, written whole, never lost.
public struct ProgressFile: Sendable {
  /// Where it is.
  public let path: String

  /// Creates the door to a file, which need not be there yet.
  public init(path: String) {
    self.path = path
  }

  /// What the file says, and a sentence for people if it had to be put aside.
  public func read() -> (progress: CourseProgress, notice: String?) {
    if let progress = whole() { return (progress, nil) }
    if let unreadable { return (CourseProgress(), unreadable.description) }
    // Somebody may be mending it, so it is looked at again when nobody else may write.
    guard let lock = try? FileLock(path: path + ".lock") else { return (CourseProgress(), nil) }
    lock.wait()
    defer { lock.unlock() }
    return readLocked()
  }

  /// What the file says; nil where it is damaged.
  private func whole() -> CourseProgress? {
    guard FileManager.default.fileExists(atPath: path) else { return CourseProgress() }
    return WholeFile.read(path).flatMap { CourseProgress(parsing: $0) }
  }

  /// What is said where the file cannot even be read: what is in it may be whole, so it stays.
  private var unreadable: CourseError? {
    guard FileStatus(path)?.isOrdinary == true, access(path, R_OK) != 0 else { return nil }
    return CourseError(
      .fault, "\(path) cannot be read. Does it belong to you? Try ./course doctor.")
  }

  /// Reads the file while nobody else may write; one that is damaged is put aside.
  private func readLocked() -> (progress: CourseProgress, notice: String?) {
    if let progress = whole() { return (progress, nil) }
    let aside = freeName()
    rename(path, aside)
    let name = (aside as NSString).lastPathComponent
    let notice = """
      Your progress file was damaged, so a new one begins. The old one is kept as .course/\(name); \
      ./course check --all counts again what you have done.
      """
    return (CourseProgress(), notice)
  }

  /// Changes the file: it is read, changed and written while nobody else may do the same.
  public func update(_ change: (inout CourseProgress) -> Void) throws(CourseError) {
    let lock = try FileLock(path: path + ".lock")
    lock.wait()
    defer { lock.unlock() }
    if let unreadable { throw unreadable }
    var progress = readLocked().progress
    let before = progress
    change(&progress)
    if progress != before || !FileManager.default.fileExists(atPath: path) {
      try WholeFile.write(progress.text, to: path)
    }
  }

  /// Changes the file, where what was asked for does not depend on whether that succeeds.
  ///
  /// - Parameter change: What is changed.
  /// - Returns: A sentence for people where it could not be kept; nil where it was.
  public func keeping(_ change: (inout CourseProgress) -> Void) -> String? {
    do throws(CourseError) {
      try update(change)
      return nil
    } catch {
      return "Your progress could not be kept: \(error)"
    }
  }

  private func freeName() -> String {
    for number in 1... {
      let name = "\(path).damaged-\(number)"
      if !FileManager.default.fileExists(atPath: name) { return name }
    }
    return path + ".damaged"
  }
}
