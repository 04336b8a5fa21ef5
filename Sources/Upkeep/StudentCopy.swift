import CourseKit
import Foundation

/// The course as students get it: without solutions, mutants and the course's own proof.
public struct StudentCopy {
  private let course: Course

  /// Prepares a copy of a course.
  public init(course: Course) {
    self.course = course
  }

  /// What students have no use for, or should not have.
  private static let leftOut = [
    "solutions", "Tests", "Benchmarks", "Sources/Upkeep", "Sources/maintain", ".ci", ".git",
    ".build", ".course", "scripts",
    "CONTRIBUTING.md", "README.md", "exercises/.build", "exercises/.swiftpm", ".swiftpm",
  ]

  /// What the copy says of itself; the course's own page speaks of what is left out.
  private static let readMe = """
    # Glassbox

    Look inside neural networks, lesson by lesson, in Swift. You need Swift 6.2 or later, from
    [swift.org](https://www.swift.org/install); everything else is here.

        ./course            watch: save a file, see in half a second whether it is right
        ./course show       what to do now
        ./course hint       a hint, one more each time
        ./course run --mine the pictures of the lesson, drawn by your own code
        ./course --help     all that it can do

    The lessons are in `lessons`, one folder each, with the text in `lesson.md`. You write in the
    folder of the same name in `exercises`.

    """

  /// Writes the copy into a folder that is not there yet or empty.
  ///
  /// - Returns: How many exercises it holds.
  public func write(to folder: String) throws(CourseError) -> Int {
    let manager = FileManager.default
    let present = (try? manager.contentsOfDirectory(atPath: folder)) ?? []
    guard present.isEmpty else {
      throw CourseError(
        .usage, "\(folder) is not empty. Name a folder that is not there yet, and it is made.")
    }
    guard course.hasSolutions else {
      throw CourseError(
        .nothingMatched, "This is a student’s copy already; it can be copied as it is.")
    }
    // Stubs first: if one cannot be made, nothing has been written.
    var stubs: [(Lesson, String)] = []
    for lesson in course.curriculum.lessons { stubs.append((lesson, try course.stub(of: lesson))) }
    do {
      for path in try files() { try copy(path, to: folder) }
    } catch let error as CourseError {
      throw error
    } catch {
      throw CourseError(
        .fault, "\(folder) cannot be written: \(error.localizedDescription). Is the disk full?")
    }
    for (lesson, stub) in stubs {
      let path = "\(lesson.folder)/\(lesson.module).swift"
      try WholeFile.write(stub, to: "\(folder)/exercises/\(path)")
      try WholeFile.write(stub, to: "\(folder)/exercises/Stubs/\(path)")
    }
    try WholeFile.write(StudentCopy.readMe, to: folder + "/README.md")
    return stubs.count
  }

  /// All files of the course that go into the copy, by their paths from its root.
  private func files() throws(CourseError) -> [String] {
    try (knownToGit() ?? onDisk()).filter { path in
      let parts = path.split(separator: "/")
      return !parts.indices.contains { last in
        StudentCopy.leftOut.contains(parts[...last].joined(separator: "/"))
      }
    }
  }

  /// What git knows or would know: what it ignores, nobody wants to hand out.
  private func knownToGit() throws(CourseError) -> [String]? {
    guard FileManager.default.fileExists(atPath: course.root + "/.git") else { return nil }
    let outcome = try Command(
      "git", ["-C", course.root, "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    ).run()
    guard outcome.succeeded, outcome.output.dropped == 0 else { return nil }
    return Set(outcome.output.text.split(separator: "\0").map(String.init)).sorted()
      .filter { (try? FileManager.default.attributesOfItem(atPath: "\(course.root)/\($0)")) != nil }
  }

  private func onDisk() -> [String] {
    guard let walk = FileManager.default.enumerator(atPath: course.root) else { return [] }
    var files: [String] = []
    while let path = walk.nextObject() as? String {
      if StudentCopy.leftOut.contains(path) {
        walk.skipDescendants()
        continue
      }
      let type = walk.fileAttributes?[.type] as? FileAttributeType
      if type == .typeRegular || type == .typeSymbolicLink { files.append(path) }
    }
    return files
  }

  private func copy(_ path: String, to folder: String) throws {
    // What somebody has written in this copy is not part of another one.
    let isExercise = course.curriculum.lessons.contains {
      path == "exercises/\($0.folder)/\($0.module).swift"
    }
    if isExercise { return }
    let source = "\(course.root)/\(path)"
    let target = "\(folder)/\(path)"
    try FileManager.default.createDirectory(
      atPath: (target as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: source, toPath: target)
  }
}
