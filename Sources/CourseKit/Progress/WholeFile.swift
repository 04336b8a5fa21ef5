import Foundation

/// Writing a file so that whoever reads it sees the old one or the new one, never a half.
public enum WholeFile {
  /// Writes beside the file, then renames; folders that are missing are made.
  public static func write(_ text: String, to path: String) throws(CourseError) {
    let folder = (path as NSString).deletingLastPathComponent
    // Another thread may write the same file.
    let beside = "\(path).\(getpid())-\(UInt32.random(in: 0...(.max))).new"
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: URL(fileURLWithPath: beside))
    } catch {
      unlink(beside)
      throw CourseError(
        .fault,
        "\(path) cannot be written. Is the disk full, or the folder somebody else's? "
          + "Try ./course doctor.")
    }
    guard rename(beside, path) == 0 else {
      unlink(beside)
      throw CourseError(.fault, "\(path) cannot be replaced: \(String(cString: strerror(errno))).")
    }
  }

  /// The file's text; nil where it is missing, no ordinary file, or no text.
  public static func read(_ path: String) -> String? {
    bytes(of: path).flatMap { String(data: $0, encoding: .utf8) }
  }

  /// The file's bytes; nil where it is missing or no ordinary file.
  ///
  /// Whoever opens a pipe waits until somebody writes into it.
  public static func bytes(of path: String) -> Data? {
    FileStatus(path)?.isOrdinary == true ? FileManager.default.contents(atPath: path) : nil
  }
}
