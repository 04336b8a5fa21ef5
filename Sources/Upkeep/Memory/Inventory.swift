import CourseKit
import Foundation

/// The files that git knows or would know, each with a hash of what it holds now.
struct Inventory: Sendable {
  /// Hashes by path, from the course's folder on.
  let hashes: [String: String]

  /// Looks at all files of a course.
  ///
  /// - Parameter course: The course.
  /// - Throws: A `CourseError` where git does not answer.
  init(of course: Course) throws(CourseError) {
    let listed = try Inventory.git(
      ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], in: course)
    var hashes: [String: String] = [:]
    var files: [String] = []
    for path in Set(listed.split(separator: "\0").map(String.init)).sorted() {
      let attributes = try? FileManager.default.attributesOfItem(
        atPath: "\(course.root)/\(path)")
      switch attributes?[.type] as? FileAttributeType {
      case .typeRegular: files.append(path)
      case .typeSymbolicLink:
        hashes[path] = try? FileManager.default.destinationOfSymbolicLink(
          atPath: "\(course.root)/\(path)")
      default: break
      }
    }
    // A command line has room for some thousand paths.
    for start in stride(from: 0, to: files.count, by: 1000) {
      let some = files[start..<min(start + 1000, files.count)]
      let lines = try Inventory.git(["hash-object", "--no-filters", "--"] + some, in: course)
        .split(separator: "\n").map(String.init)
      for (path, hash) in zip(some, lines) { hashes[path] = hash }
    }
    self.hashes = hashes
  }

  /// The paths whose names end in a certain way, in the order of the alphabet.
  func paths(ending: String) -> [String] { hashes.keys.filter { $0.hasSuffix(ending) }.sorted() }

  private static func git(
    _ arguments: [String], in course: Course
  ) throws(CourseError) -> String {
    let outcome = try Command("git", ["-C", course.root] + arguments).run()
    if outcome.ending == .interrupted { throw CourseError(.interrupted, "Interrupted.") }
    guard outcome.succeeded, outcome.output.dropped == 0 else {
      throw CourseError(
        .fault,
        "verify needs git and a clone of the course; git \(arguments[0]) failed here: "
          + outcome.errors.text.prefix(200))
    }
    return outcome.output.text
  }
}
