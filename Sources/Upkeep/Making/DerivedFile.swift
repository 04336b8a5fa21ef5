import CourseKit
import Foundation

/// A file of the course that is made from others.
struct DerivedFile {
  /// What it is.
  enum Content {
    case text(String)
    case link(to: String)
  }

  /// Its path from the course's folder on.
  let path: String
  /// What it should be.
  let content: Content

  /// Whether it is there, in a copy of the course, and as it should be.
  func isCurrent(in root: String) -> Bool {
    let path = "\(root)/\(path)"
    let link = try? FileManager.default.destinationOfSymbolicLink(atPath: path)
    return switch content {
    case .text(let text): link == nil && WholeFile.read(path) == text
    case .link(let destination): link == destination
    }
  }

  /// Puts it in its place, whole.
  func write(in root: String) throws(CourseError) {
    let place = "\(root)/\(path)"
    switch content {
    case .text(let text): try WholeFile.write(text, to: place)
    case .link(let destination):
      let folder = (place as NSString).deletingLastPathComponent
      try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      let beside = "\(place).\(getpid()).new"
      guard symlink(destination, beside) == 0, rename(beside, place) == 0 else {
        unlink(beside)
        throw CourseError(
          .fault, "\(path) cannot be made a link to \(destination); is something else there?")
      }
    }
  }
}
