import Foundation

/// A course on disk: where its parts are and what its curriculum says.
public struct Course: Sendable {
  /// The folder that holds everything.
  public let root: String

  /// The lessons in order.
  public let curriculum: Curriculum

  /// Opens the course in a folder.
  public init(root: String) throws(CourseError) {
    self.root = root
    guard let manifest = WholeFile.read(root + "/Package.swift") else {
      throw CourseError(
        .fault,
        "\(root) holds no course: there is no Package.swift. Start ./course from its folder.")
    }
    curriculum = try Curriculum(manifest: manifest)
  }

  /// Finds the course: the folder the launcher names, or the nearest one above the current folder.
  public static func located(
    environment: [String: String], directory: String
  ) throws(CourseError) -> Course {
    if let root = environment["COURSE_ROOT"] { return try Course(root: root) }
    var folder = directory
    while true {
      if FileManager.default.fileExists(atPath: folder + "/exercises/Package.swift") {
        return try Course(root: folder)
      }
      if folder == "/" || folder.isEmpty { break }
      folder = (folder as NSString).deletingLastPathComponent
    }
    throw CourseError(
      .usage, "This folder is not inside the course. Go to its folder and type ./course there.")
  }

  /// Where the course keeps what it makes.
  public var stateFolder: String { root + "/.course" }

  /// Whether the references are here; students' copies lack them.
  public var hasSolutions: Bool { FileManager.default.fileExists(atPath: root + "/solutions") }

  /// Progress, as it is remembered.
  public var progressFile: ProgressFile { ProgressFile(path: stateFolder + "/state.json") }

  /// The file that a learner edits.
  public func file(of lesson: Lesson) -> String {
    "\(root)/exercises/\(lesson.folder)/\(lesson.module).swift"
  }

  /// The reference, which students' packages lack.
  public func solutionFile(of lesson: Lesson) -> String {
    "\(root)/solutions/\(lesson.folder)/\(lesson.module).swift"
  }

  /// The untouched exercise of a package without solutions.
  public func stubFile(of lesson: Lesson) -> String {
    "\(root)/exercises/Stubs/\(lesson.folder)/\(lesson.module).swift"
  }

  /// The lesson's text.
  public func textFile(of lesson: Lesson) -> String {
    "\(root)/lessons/\(lesson.folder)/lesson.md"
  }

  /// What the lesson's text says.
  public func text(of lesson: Lesson) -> LessonText {
    LessonText(markdown: WholeFile.read(textFile(of: lesson)) ?? "")
  }

  /// What stands above the first section of the lesson's text: title, claim, minutes.
  ///
  /// Reading thirty lessons to their ends would take longer than people wait for their status.
  public func heading(of lesson: Lesson) -> LessonText {
    let data = FileManager.default.contents(atPath: textFile(of: lesson)) ?? Data()
    let end = data.range(of: Data("\n## ".utf8))?.lowerBound ?? data.endIndex
    return LessonText(markdown: String(decoding: data[..<end], as: UTF8.self))
  }

  /// The version, which is the topmost of the changelog: `0.2.0`.
  ///
  /// - Returns: The version.
  /// - Throws: A `CourseError` where the changelog names none.
  public func version() throws(CourseError) -> String {
    let lines = (WholeFile.read(root + "/CHANGELOG.md") ?? "").split(separator: "\n")
    let heading = lines.first { $0.hasPrefix("## ") }?.dropFirst(3)
    let version = heading?.prefix { $0.isNumber || $0 == "." } ?? ""
    guard !version.isEmpty else {
      throw CourseError(
        .fault, "CHANGELOG.md names no version, or is not there. git checkout CHANGELOG.md?")
    }
    return String(version)
  }

  /// A path as it is shown to people: from the course's folder on.
  public func shown(_ path: String) -> String {
    path.hasPrefix(root + "/") ? String(path.dropFirst(root.count + 1)) : path
  }

  /// The learner's file, with a sentence where it is missing.
  public func learnerText(of lesson: Lesson) throws(CourseError) -> String {
    let path = file(of: lesson)
    if let text = WholeFile.read(path) { return text }
    if let status = FileStatus(path) {
      guard status.isOrdinary else { throw noFile(path) }
      throw CourseError(
        .notPassing,
        access(path, R_OK) == 0
          ? "\(shown(path)) is not UTF-8 text. Save it as UTF-8 and check again."
          : "\(shown(path)) cannot be read. Does it belong to you? chmod u+r \(shown(path))")
    }
    throw CourseError(
      .notPassing,
      "\(shown(path)) is not there. ./course reset \(lesson.slug) puts a new one in its place.")
  }

  /// What is said where something else stands in a file's place.
  func noFile(_ path: String) -> CourseError {
    var isFolder: ObjCBool = false
    _ = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    return CourseError(
      .notPassing,
      "\(shown(path)) is \(isFolder.boolValue ? "a folder" : "a pipe or a device"), not a file. "
        + "Move it away; ./course reset then puts the exercise there.")
  }

  /// The exercise as it is before anybody worked on it.
  public func stub(of lesson: Lesson) throws(CourseError) -> String {
    if let solution = WholeFile.read(solutionFile(of: lesson)) {
      do {
        return try ExerciseSource(solution).stub
      } catch {
        throw CourseError(.fault, "\(shown(solutionFile(of: lesson))): \(error)")
      }
    }
    if let text = WholeFile.read(stubFile(of: lesson)) { return text }
    throw CourseError(
      .fault,
      "Neither solutions/\(lesson.folder) nor a stub of it is there, so the exercise cannot be "
        + "made anew. Take the course's folder afresh; your own files can be copied into it.")
  }

  /// The names of the exercise's functions in its order, as far as the file can be read.
  public func functions(of lesson: Lesson) -> [ExerciseSource.Function] {
    for path in [solutionFile(of: lesson), stubFile(of: lesson), file(of: lesson)] {
      if let text = WholeFile.read(path), let source = try? ExerciseSource(text) {
        return source.functions
      }
    }
    return []
  }
}
