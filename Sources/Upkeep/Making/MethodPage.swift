import CourseKit
import Foundation

/// The page *which method when*: a line for each lesson, taken from the table in its section on
/// when to use it.
public enum MethodPage {
  /// Where it stands in the course.
  public static let path = "docs/which-method-when.md"

  /// Makes the page of all lessons.
  ///
  /// - Parameter course: The course.
  /// - Returns: Its Markdown.
  /// - Throws: A `CourseError` that names the lesson without such a table.
  public static func markdown(of course: Course) throws(CourseError) -> String {
    var rows: [String] = []
    for lesson in course.curriculum.lessons {
      let text = LessonText(markdown: WholeFile.read(course.textFile(of: lesson)) ?? "")
      guard text.use.count == LessonText.useHeader.count else {
        throw CourseError(
          .fault,
          "lessons/\(lesson.folder)/lesson.md says nothing for \(path): the section When to use it "
            + "begins with a table of \(LessonText.useHeader.joined(separator: ", ")).")
      }
      let link = "[\(text.title)](../lessons/\(lesson.folder)/lesson.md)"
      rows.append(row(["\(lesson.number) \(link)"] + text.use))
    }
    let head = ["lesson"] + LessonText.useHeader
    return """
      # Which method when

      What each lesson's method tells, what it needs and costs, and where it misleads. It is made
      from the lessons: `./course make` writes it. `./course run compare` shows the maps side by side.

      \(row(head))
      \(row(head.map { _ in "---" }))
      \(rows.joined(separator: "\n"))

      """
  }

  private static func row(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |" }
}
