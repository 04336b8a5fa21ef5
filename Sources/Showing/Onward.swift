import Figures
import Foundation

/// Where a reader of a demo's page goes from there: its lesson, and the next one.
struct Onward {
  /// The folder of the course.
  let root: String
  /// The folder of the demo's lesson.
  let lesson: String

  /// The links of a page in `.course/pages`.
  var links: [Page.Link] {
    guard let place = lessons.firstIndex(of: lesson) else {
      return [Page.Link("Which method when", to: target(of: "docs/which-method-when"))]
    }
    var links = [link("The lesson", to: lesson)]
    if place + 1 < lessons.count { links.append(link("Next", to: lessons[place + 1])) }
    return links
  }

  /// The folders of all lessons in the order of their numbers.
  private var lessons: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: "\(root)/lessons")) ?? [])
      .filter { $0.first?.isNumber == true }.sorted()
  }

  private func link(_ words: String, to lesson: String) -> Page.Link {
    let path = "\(root)/lessons/\(lesson)/lesson.md"
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    let title = text.prefix { $0 != "\n" }.drop { $0 == "#" || $0 == " " }
    return Page.Link(
      "\(words): \(lesson.prefix { $0 != "-" }) \(title)",
      to: target(of: "lessons/\(lesson)/lesson"))
  }

  /// A text as a page of the book, where `./course read` has made that, else as it was written.
  private func target(of text: String) -> String {
    let isInBook = FileManager.default.fileExists(atPath: "\(root)/.course/book/\(text).html")
    return isInBook ? "../book/\(text).html" : "../../\(text).md"
  }
}
