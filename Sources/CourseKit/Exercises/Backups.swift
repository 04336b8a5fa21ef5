import Foundation

/// The learner's earlier versions of a file: each reset and each undo keeps what was there.
///
/// They are numbered files under `.course/kept/<slug>/`, one stack of resets to be undone.
public struct Backups: Sendable {
  private let course: Course
  private let lesson: Lesson

  /// Creates the door to one lesson's earlier versions.
  public init(course: Course, lesson: Lesson) {
    self.course = course
    self.lesson = lesson
  }

  private var folder: String { "\(course.stateFolder)/kept/\(lesson.slug)" }

  /// What can be undone, oldest first.
  public var versions: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".swift") && Int($0.dropLast(6)) != nil }
      .sorted { (Int($0.dropLast(6)) ?? 0) < (Int($1.dropLast(6)) ?? 0) }
      .map { "\(folder)/\($0)" }
  }

  /// The lesson that was reset last, if one was and that can still be undone.
  public static func latest(in course: Course) -> Lesson? {
    let dated = course.curriculum.lessons.compactMap { lesson in
      Backups(course: course, lesson: lesson).versions.last.flatMap { FileStatus($0) }
        .map { (lesson, $0) }
    }
    return dated.max {
      ($0.1.seconds, $0.1.nanoseconds) < ($1.1.seconds, $1.1.nanoseconds)
    }?.0
  }

  private func keep(_ text: Data, in folder: String) throws(CourseError) -> String {
    let numbers = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
      .compactMap { Int($0.prefix { $0.isNumber }) }
    let name = String((numbers.max() ?? 0) + 1)
    let path = "\(folder)/\(String(repeating: "0", count: max(0, 4 - name.count)))\(name).swift"
    try write(text, to: path)
    return path
  }

  /// What the learner's file holds; nil where it is missing.
  private func current() throws(CourseError) -> Data? {
    let path = course.file(of: lesson)
    guard let status = FileStatus(path) else { return nil }
    guard status.isOrdinary else { throw course.noFile(path) }
    guard let data = WholeFile.bytes(of: path) else {
      throw CourseError(
        .fault,
        "\(course.shown(path)) cannot be read, so nothing was changed. Does it belong to you?")
    }
    return data
  }

  private func write(_ data: Data, to path: String) throws(CourseError) {
    // Whatever bytes the learner's file has are kept as they are. A link stays one: the file that it
    // leads to is replaced.
    let path = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let folder = (path as NSString).deletingLastPathComponent
    let beside = "\(path).\(getpid()).new"
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    guard FileManager.default.createFile(atPath: beside, contents: data),
      rename(beside, path) == 0
    else {
      unlink(beside)
      throw CourseError(
        .fault,
        "\(course.shown(path)) cannot be written, so nothing was changed. Is the disk full, or "
          + "the folder somebody else's?"
      )
    }
  }

  /// Puts the stub in the file's place; says where the learner's work is kept, if there was any.
  ///
  /// - Returns: The kept file's path; nil where the file was missing or the stub already.
  public func reset() throws(CourseError) -> String? {
    let stub = Data(try course.stub(of: lesson).utf8)
    let path = course.file(of: lesson)
    let before = try current()
    guard before != stub else { return nil }
    let kept: String? =
      if let before { try keep(before, in: folder) } else { nil }
    try write(stub, to: path)
    return kept
  }

  /// Brings the latest kept version back; what stands in its place now is kept as well, elsewhere.
  ///
  /// - Returns: How many versions are left; nil where there was none.
  public func undo() throws(CourseError) -> (left: Int, aside: String?)? {
    guard let latest = versions.last, let data = WholeFile.bytes(of: latest) else { return nil }
    let path = course.file(of: lesson)
    var aside: String?
    if let current = try current(), current != data,
      current != (try? course.stub(of: lesson)).map({ Data($0.utf8) })
    {
      aside = try keep(current, in: folder + "/undone")
    }
    try write(data, to: path)
    unlink(latest)
    return (versions.count, aside)
  }
}
