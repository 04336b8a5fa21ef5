import Foundation
import Texts

/// The course to be read: its lessons and documents as pages that need neither a network nor a server.
///
/// Pages stand where their Markdown stands in the course, so that links between them stay as they are
/// but for the ending: `lessons/08-grad-cam/lesson.md` is `lessons/08-grad-cam/lesson.html`.
public struct Book {
  private let course: Course
  private let folder: String
  private let showsOwnPictures: Bool

  /// Creates a book.
  ///
  /// - Parameters:
  ///   - course: The course to be read.
  ///   - folder: Where its pages go.
  ///   - showsOwnPictures: Whether pictures that the learner's own code has drawn stand beside those
  ///     of the reference.
  public init(course: Course, folder: String, showsOwnPictures: Bool) {
    self.course = course
    self.folder = folder
    self.showsOwnPictures = showsOwnPictures
  }

  /// The book that `./course read` opens, with the learner's own pictures.
  public static func own(of course: Course) -> Book {
    Book(course: course, folder: course.stateFolder + "/book", showsOwnPictures: true)
  }

  /// Where a lesson's page is.
  public func page(of lesson: Lesson) -> String {
    "\(folder)/\(BookPlaces.page(for: BookPlaces.text(of: lesson)))"
  }

  /// The page to begin with.
  public var index: String { "\(folder)/index.html" }

  /// Writes all pages and what they show; files that are there already and have not changed stay.
  ///
  /// - Returns: How many pages there are.
  /// - Throws: A `CourseError` where a file cannot be written.
  @discardableResult
  public func write() throws(CourseError) -> Int {
    let documents = BookPlaces.documents(in: course)
    let lessons = course.curriculum.lessons.filter {
      FileManager.default.fileExists(atPath: course.textFile(of: $0))
    }
    let texts = lessons.map(BookPlaces.text) + documents
    let places = BookPlaces(texts: Set(texts))
    try write(BookStyle.sheet, to: "book.css")
    try write(BookScript.text, to: "book.js")
    for (index, lesson) in lessons.enumerated() {
      let page = BookPage(
        path: BookPlaces.text(of: lesson), course: course, places: places,
        kicker: (["Lesson \(lesson.number)"] + [lesson.part].compactMap { $0 })
          .joined(separator: " · "),
        before: index > 0 ? lessons[index - 1] : nil,
        after: index + 1 < lessons.count ? lessons[index + 1] : nil,
        drawn: DrawnPictures(course: course, lesson: lesson), showsOwn: showsOwnPictures)
      try write(page)
    }
    for document in documents {
      try write(
        BookPage(path: document, course: course, places: places, kicker: "Beside the lessons"))
    }
    try write(
      BookIndex(course: course, lessons: lessons, documents: documents).html, to: "index.html")
    return texts.count + 1
  }

  private func write(_ page: BookPage) throws(CourseError) {
    let (html, pictures) = try page.made()
    try write(html, to: BookPlaces.page(for: page.path))
    for picture in pictures { try copy(picture.from, to: picture.to) }
  }

  private func write(_ text: String, to path: String) throws(CourseError) {
    let path = "\(folder)/\(path)"
    if WholeFile.read(path) != text { try WholeFile.write(text, to: path) }
  }

  private func copy(_ from: String, to path: String) throws(CourseError) {
    let path = "\(folder)/\(path)"
    guard let data = FileManager.default.contents(atPath: from) else { return }
    if FileManager.default.contents(atPath: path) == data { return }
    do {
      try FileManager.default.createDirectory(
        atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try data.write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw CourseError(.fault, "\(path) cannot be written. Is the disk full?")
    }
  }
}
