import CourseKit
import Foundation
import Texts

/// Lays all places of a lesson that is to be written: what is laid builds, and says what is missing.
public struct NewLesson {
  private let course: Course
  private let lesson: Lesson
  private let title: String
  private let part: String?
  private let needs: [String]

  /// Checks the names of a lesson.
  ///
  /// - Parameters:
  ///   - folder: The name of its folders: `07-integrated-gradients`.
  ///   - title: Its title.
  ///   - module: Its module, where that is not made of the words of the folder's name.
  ///   - part: The title of its part; nil for that of the lesson before it.
  ///   - needs: The libraries that its technique uses besides Tensors.
  ///   - course: The course.
  /// - Throws: A `CourseError` that says which name cannot be used, and why.
  public init(
    _ folder: String, title: String, module: String? = nil, part: String? = nil,
    needs: [String] = [], in course: Course
  ) throws(CourseError) {
    self.course = course
    self.title = title
    self.part = part
    self.needs = needs
    lesson = Lesson(folder: folder, module: module)
    try checkNames()
    try checkNeeds()
  }

  private func checkNames() throws(CourseError) {
    let folder = lesson.folder
    let pieces = folder.split(separator: "-", omittingEmptySubsequences: false)
    let isNumbered = pieces[0].count == 2 && pieces[0].allSatisfy { ("0"..."9").contains($0) }
    let isNamed =
      pieces.count > 1
      && pieces.dropFirst().allSatisfy { word in
        !word.isEmpty && word.allSatisfy { ("a"..."z").contains($0) || ("0"..."9").contains($0) }
      }
    guard isNumbered, isNamed else {
      throw CourseError(
        .usage,
        "“\(folder)” is no name for a lesson: write two digits and words of small letters, such as "
          + "07-integrated-gradients.")
    }
    guard lesson.module.first?.isLetter == true,
      lesson.module.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) })
    else {
      throw CourseError(
        .usage,
        "“\(lesson.module)” is no name for a module: name one of letters, --module Shapes for "
          + "example.")
    }
    guard !title.isEmpty, !title.contains(where: { $0.isNewline || "\"\\|".contains($0) }) else {
      throw CourseError(.usage, "A title is one line without \" \\ and |.")
    }
    if let other = course.curriculum.lessons.first(where: { $0.isMistaken(for: lesson) }) {
      throw CourseError(
        .usage,
        "\(other.folder) is there already, and \(folder) has its number, its name or its module. Give "
          + "it another.")
    }
    let taken = libraries().map { $0.lowercased() } + [Lesson.comparison.slug]
    guard !taken.contains(lesson.module.lowercased()), !taken.contains(lesson.slug) else {
      throw CourseError(
        .usage,
        "\(lesson.module) is the name of something else in the course; name the module otherwise: "
          + "--module \(lesson.module)Lesson, or give the lesson another name.")
    }
    for place in LessonPlaces.parents.map({ "\($0)/\(folder)" })
    where FileManager.default.fileExists(atPath: "\(course.root)/\(place)") {
      throw CourseError(
        .usage, "\(place) is there already. Take it away, or write its line into Package.swift.")
    }
  }

  private func checkNeeds() throws(CourseError) {
    let libraries = libraries()
    for need in needs where !libraries.contains(need) {
      throw CourseError(
        .usage,
        "There is no library “\(need)”.\(Suggestion.sentence(for: need, among: libraries)) "
          + "Those in Sources can be named.")
    }
  }

  /// Puts imports into their order and long lines on several, whatever the names are.
  private func format(_ paths: [String]) throws(CourseError) {
    let rules = course.root + "/.swift-format"
    guard FileManager.default.fileExists(atPath: rules) else { return }
    let outcome = try Command(
      "swift",
      ["format", "--in-place", "--configuration", rules] + paths.map { "\(course.root)/\($0)" }
    ).run()
    if outcome.ending == .interrupted { throw CourseError(.interrupted, "Interrupted.") }
  }

  /// The modules of the course, whose folders begin with a capital.
  private func libraries() -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: course.root + "/Sources")) ?? [])
      .filter { $0.first?.isUppercase == true }.sorted()
  }

  /// Lays the files, writes the line into `Package.swift`, and makes what is made from them.
  ///
  /// - Returns: The paths of what was written.
  /// - Throws: A `CourseError` where a file cannot be written; then nothing is left behind.
  public func lay() throws(CourseError) -> [String] {
    let manifest = course.root + "/Package.swift"
    let before = WholeFile.read(manifest) ?? ""
    let edited = try CurriculumEditing(manifest: before).adding(lesson, to: part, needs: needs)
    let files = LessonSkeleton(lesson: lesson, title: title).files
    do throws(CourseError) {
      for (path, text) in files { try WholeFile.write(text, to: "\(course.root)/\(path)") }
      try WholeFile.write(edited, to: manifest)
      try format(["Package.swift"] + files.map(\.path).filter { $0.hasSuffix(".swift") })
      let made = try DerivedFiles(of: Course(root: course.root)).write()
      return ["Package.swift"] + files.map(\.path) + made
    } catch {
      for parent in LessonPlaces.parents {
        try? FileManager.default.removeItem(atPath: "\(course.root)/\(parent)/\(lesson.folder)")
      }
      try WholeFile.write(before, to: manifest)
      throw error
    }
  }
}
