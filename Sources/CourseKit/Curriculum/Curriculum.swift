import Foundation
import Texts

/// The lessons in teaching order, read as text from the list in `Package.swift`.
public struct Curriculum: Equatable, Sendable {
  /// The lessons in order.
  public let lessons: [Lesson]

  /// Creates a curriculum.
  public init(lessons: [Lesson]) {
    self.lessons = lessons
  }

  /// Reads the list in a manifest.
  ///
  /// - Parameter text: The text of `Package.swift`.
  /// - Throws: A `CourseError` that names the line that is not understood, or that names a lesson
  ///   that was named before.
  public init(manifest text: String) throws(CourseError) {
    var lessons: [Lesson] = []
    for entry in try CurriculumReading(manifest: text).entries {
      guard case .lesson(let lesson) = entry.kind else { continue }
      if let other = lessons.first(where: { $0.isMistaken(for: lesson) }) {
        throw CourseError(
          .fault,
          "Package.swift, line \(entry.firstLine): \(lesson.folder) has the number, the name or "
            + "the module of \(other.folder). Give it another.")
      }
      lessons.append(lesson)
    }
    guard !lessons.isEmpty else {
      throw CourseError(
        .fault, "Package.swift lists no lessons. Was it changed? git diff Package.swift tells.")
    }
    self.lessons = lessons
  }

  /// Finds the lessons that a word means: number, slug, folder, or the beginning of one.
  ///
  /// - Parameters:
  ///   - selector: What was typed; `next` and `.` stand for lessons that the caller knows.
  ///   - next: The first lesson that has not passed.
  ///   - here: The lesson whose folder the terminal is in.
  /// - Returns: The one lesson that is meant.
  /// - Throws: A `CourseError` that says what was probably meant, where none or several fit.
  public func lesson(
    _ selector: String, next: () -> Lesson?, here: () -> Lesson?
  ) throws(CourseError) -> Lesson {
    if selector == "next" {
      if let lesson = next() { return lesson }
      throw CourseError(.nothingMatched, "Nothing is next: every lesson has passed. Well done.")
    }
    if selector == "." {
      if let lesson = here() { return lesson }
      throw CourseError(
        .usage, "“.” means the lesson whose folder you are in, and this folder belongs to none.")
    }
    let typed = selector.lowercased().split(separator: "/").last.map(String.init) ?? ""
    if let number = Int(typed), typed.allSatisfy(\.isNumber) {
      if let lesson = lessons.first(where: { Int($0.number) == number }) { return lesson }
    } else if !typed.isEmpty {
      if let lesson = lessons.first(where: {
        [$0.slug, $0.folder, $0.module.lowercased()].contains(typed)
      }) {
        return lesson
      }
      let beginning = lessons.filter { $0.slug.hasPrefix(typed) || $0.folder.hasPrefix(typed) }
      if let lesson = beginning.first, beginning.count == 1 { return lesson }
      if beginning.count > 1 {
        let names = beginning.prefix(5).map(\.slug).joined(separator: ", ")
        let more = beginning.count > 5 ? " and \(beginning.count - 5) more" : ""
        throw CourseError(.usage, "“\(selector)” can mean \(names)\(more). Type a little more.")
      }
    }
    let suggestion = Suggestion.sentence(for: typed, among: lessons.map(\.slug))
    throw CourseError(
      .usage, "There is no lesson “\(selector)”.\(suggestion) ./course list shows them all.")
  }
}
