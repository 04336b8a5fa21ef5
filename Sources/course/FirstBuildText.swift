import CourseKit
import Texts

/// What is on the screen while a build runs that takes a minute or two: the picture that the first
/// lesson draws, and what the lesson at hand asks for.
struct FirstBuildText {
  let course: Course
  let lesson: Lesson
  let style: Style
  let width: Int

  /// The lines for a window; its last row stays free.
  func lines(columns: Int, rows: Int) -> [String] {
    var lines: [String] = []
    let picture = picture
    let pictureWidth = picture.map { Wrapping.width(of: $0) }.max() ?? 0
    if !picture.isEmpty, columns >= pictureWidth, rows >= picture.count + 8 {
      let caption = "A cat, and where a network looks when it says “tiger cat”: lesson 00 draws it."
      lines = picture + Window.rows(of: style.dim(Wrapping.wrap(caption, width: width))) + [""]
    }
    let window = Window(columns: columns)
    let text = window.cut(reading, rows: rows - 1 - window.rows(of: lines)) { left in
      "… \(left) more lines: ./course show \(lesson.number)"
    }
    return lines + text
  }

  /// The finished picture, as the launcher shows it.
  private var picture: [String] {
    guard style.isColoured else { return [] }
    let text = WholeFile.read(course.root + "/lessons/00-first-look/figures/welcome.ansi") ?? ""
    return text.split(separator: "\n").map(String.init)
  }

  /// The lesson's title, its claim and its task.
  private var reading: [String] {
    let text = course.text(of: lesson)
    let title = text.title.isEmpty ? lesson.slug : text.title
    let markdown = course.markdown(of: lesson, style: style, width: width)
    return [style.bold("\(lesson.number) \(title)")]
      + Window.rows(of: Wrapping.wrap(text.claim, width: width)) + [""]
      + Window.rows(of: markdown.rendered(text.exercise))
  }
}

extension Course {
  /// What shows a lesson's text, whose links lead from the lesson's folder.
  func markdown(of lesson: Lesson, style: Style, width: Int) -> MarkdownText {
    MarkdownText(
      style: style, width: width, origin: .init(root: root, folder: "lessons/\(lesson.folder)"))
  }
}
