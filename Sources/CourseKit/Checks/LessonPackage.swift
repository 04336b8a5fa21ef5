import Foundation

/// A package as learners have it, with one version of a lesson's file: the file, what is given
/// beside it, and the checks.
public struct LessonPackage: Sendable {
  /// Where it is.
  public let folder: String

  /// The lesson.
  public let lesson: Lesson

  /// The version of the lesson's file.
  public var file: String { "\(module)/\(lesson.module).swift" }

  /// The folder of the lesson's module.
  var module: String { "\(folder)/\(lesson.folder)" }

  /// The folder of its checks.
  var checks: String { "\(folder)/Tests/\(lesson.folder)" }

  /// The learner's own package.
  ///
  /// - Parameters:
  ///   - lesson: The lesson.
  ///   - course: The course.
  public init(ofLearnerFor lesson: Lesson, in course: Course) {
    self.lesson = lesson
    folder = course.root + "/exercises"
  }

  /// Lays out a package in which any version can be written, apart from the learner's.
  ///
  /// - Parameters:
  ///   - lesson: The lesson.
  ///   - course: The course, whose solution stands beside what is given.
  ///   - folder: Where to lay it out; what is there already stays.
  /// - Throws: A `CourseError` where the folder cannot be written.
  public init(for lesson: Lesson, in course: Course, at folder: String) throws(CourseError) {
    self.lesson = lesson
    self.folder = folder
    let exercises = course.root + "/exercises"
    try LessonPackage.link("\(folder)/Package.swift", to: "\(exercises)/Package.swift")
    try LessonPackage.link(checks, to: "\(exercises)/Tests/\(lesson.folder)")
    let solution = "\(course.root)/solutions/\(lesson.folder)"
    for name in (try? FileManager.default.contentsOfDirectory(atPath: solution)) ?? []
    where name.hasSuffix(".swift") && name != "\(lesson.module).swift" {
      try LessonPackage.link("\(module)/\(name)", to: "\(solution)/\(name)")
    }
  }

  private static func link(_ path: String, to destination: String) throws(CourseError) {
    if (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) == destination { return }
    unlink(path)
    do {
      try FileManager.default.createDirectory(
        atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: destination)
    } catch {
      throw CourseError(
        .fault, "\(path) cannot be written. Is the disk full, or the folder somebody else’s?")
    }
  }

  /// The Swift files under a folder, sorted.
  ///
  /// - Parameter folder: The folder, or a link to it.
  /// - Returns: Their paths.
  static func sources(in folder: String) -> [String] {
    let names = FileManager.default.enumerator(
      atPath: URL(fileURLWithPath: folder).resolvingSymlinksInPath().path)
    return (names?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".swift") }
      .sorted().map { "\(folder)/\($0)" }
  }
}
