import CourseKit
import Foundation

/// The table of lessons in the README: a row for each, taken from the lesson's text.
///
/// A comment near the top of `lesson.md` has what the row says, and the picture that it shows:
///
///     <!-- README: where a network found what it saw
///     | ![A cat, warm where the network looks.](figures/cat.png) -->
///
/// Without it the row has the lesson's claim and its first picture.
enum LessonTable {
  /// The page that it stands on.
  static let path = "README.md"

  private static let start = "<!-- The table of lessons: ./course make writes it. -->"
  private static let end = "<!-- The end of the table. -->"

  /// The page with the table in its place.
  ///
  /// - Parameter course: The course.
  /// - Returns: The whole page.
  /// - Throws: A `CourseError` where the page has no place for the table.
  static func page(of course: Course) throws(CourseError) -> String {
    guard let page = WholeFile.read("\(course.root)/\(path)"),
      let start = page.firstRange(of: start), let end = page.firstRange(of: end),
      start.upperBound <= end.lowerBound
    else {
      throw CourseError(
        .fault,
        "\(path) has no place for the table of lessons. Write these lines where it belongs:\n"
          + "\(start)\n\(end)")
    }
    let rows = course.curriculum.lessons.map { row(of: $0, in: course) }
    return """
      \(page[..<start.upperBound])

      | lesson | what it is about | what you will see |
      | --- | --- | --- |
      \(rows.joined(separator: "\n"))

      \(page[end.lowerBound...])
      """
  }

  private static func row(of lesson: Lesson, in course: Course) -> String {
    let markdown = WholeFile.read(course.textFile(of: lesson)) ?? ""
    let text = LessonText(markdown: markdown)
    let folder = "lessons/\(lesson.folder)"
    let (about, picture) =
      spoken(in: markdown) ?? (text.claim, firstPicture(in: markdown) ?? "")
    let shown = picture.replacing("](figures/", with: "](\(folder)/figures/")
    return "| \(lesson.number) [\(text.title)](\(folder)/lesson.md) | \(about) | \(shown) |"
  }

  /// What the comment says.
  private static func spoken(in markdown: String) -> (about: String, picture: String)? {
    guard let start = markdown.firstRange(of: "<!-- README:"),
      let end = markdown[start.upperBound...].firstRange(of: "-->")
    else { return nil }
    let cells = markdown[start.upperBound..<end.lowerBound].split(separator: "|").map(oneLine)
    return cells.count == 2 ? (cells[0], cells[1]) : nil
  }

  private static func firstPicture(in markdown: String) -> String? {
    guard let start = markdown.firstRange(of: "!["),
      let middle = markdown[start.upperBound...].firstRange(of: "]("),
      let end = markdown[middle.upperBound...].firstIndex(of: ")")
    else { return nil }
    return oneLine(markdown[start.lowerBound...end])
  }

  private static func oneLine(_ text: Substring) -> String {
    text.split { $0.isWhitespace }.joined(separator: " ")
  }
}
