import Foundation
import Texts

/// The page that the book opens with: every lesson with its claim, and the documents beside them.
struct BookIndex {
  let course: Course
  let lessons: [Lesson]
  let documents: [String]

  /// The page.
  var html: String {
    """
    \(BookPage.head("The course", way: ""))
    <body>
    <div class="columns">
    <main class="index">
    <h1>Glassbox</h1>
    <p class="lead">A hands-on course in the interpretability of neural networks, in Swift. Truth is
    planted in every lesson, so an explanation gets a mark, and the mistakes that people make are known
    by name.</p>
    \(parts.joined(separator: "\n"))
    <h2>Beside the lessons</h2>
    <ul class="documents">
    \(documents.map(row).joined(separator: "\n"))
    </ul>
    </main>
    </div>
    </body>
    </html>

    """
  }

  private var parts: [String] {
    var result: [String] = []
    var part: String??
    for lesson in lessons {
      if part != .some(lesson.part) {
        if part != nil { result.append("</ol>") }
        if let title = lesson.part { result.append("<h2>\(escaped(title))</h2>") }
        result.append(#"<ol class="lessons">"#)
        part = .some(lesson.part)
      }
      result.append(row(lesson))
    }
    return part == nil ? result : result + ["</ol>"]
  }

  private func row(_ lesson: Lesson) -> String {
    let text = course.heading(of: lesson)
    let page = BookPlaces.page(for: BookPlaces.text(of: lesson))
    let dots =
      String(repeating: "●", count: text.difficulty)
      + String(repeating: "○", count: max(0, 5 - text.difficulty))
    let facts = [dots, text.minutes > 0 ? "\(text.minutes) minutes" : ""].filter { !$0.isEmpty }
    return "<li><span class=\"numeral\">\(lesson.number)</span><div>"
      + "<a href=\"\(page)\">\(escaped(text.title.isEmpty ? lesson.slug : text.title))</a>"
      + "<p>\(inline(text.claim))</p><p class=\"facts\">\(facts.joined(separator: " · "))</p>"
      + "</div></li>"
  }

  private func row(_ document: String) -> String {
    let text = WholeFile.read("\(course.root)/\(document)") ?? ""
    let title = Markdown(text).headings.first?.words.plain ?? document
    return "<li><a href=\"\(BookPlaces.page(for: document))\">\(escaped(title))</a></li>"
  }

  private func inline(_ markdown: String) -> String {
    guard case .paragraph(let words)? = Markdown(markdown).blocks.first else { return "" }
    return MarkdownHTML().inline(words)
  }
}
