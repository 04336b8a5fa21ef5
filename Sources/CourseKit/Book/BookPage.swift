import Foundation
import Texts

/// A text of the course as a page of the book.
struct BookPage {
  /// The text, from the course's folder on.
  let path: String
  let course: Course
  let places: BookPlaces
  /// What stands over the title.
  let kicker: String
  var before: Lesson?
  var after: Lesson?
  var drawn: DrawnPictures?
  /// Whether the learner's own pictures stand beside the reference's.
  var showsOwn = false

  /// A picture that the page shows: a file, and its place in the book.
  struct Shown: Equatable {
    let from: String
    let to: String
  }

  /// The page, and the pictures that it shows.
  func made() throws(CourseError) -> (html: String, pictures: [Shown]) {
    guard let text = WholeFile.read("\(course.root)/\(path)") else {
      throw CourseError(.fault, "\(path) is not there, or is no text.")
    }
    let document = Markdown(text)
    let shown = PictureList()
    let renderer = MarkdownHTML(
      link: { places.link($0, from: path) },
      picture: { picture($0, $1, shown) })
    let headings = document.headings
    let title = headings.first { $0.level == 1 }?.words ?? [.text(path)]
    let contents = headings.filter { $0.level == 2 }.map { heading in
      "<li><a href=\"#\(heading.anchor)\">\(renderer.inline(heading.words))</a></li>"
    }
    let way = BookPlaces.way(from: path)
    let html = """
      \(BookPage.head(title.plain, way: way))
      <body>
      <nav class="top"><a href="\(way)index.html">Glassbox</a></nav>
      <div class="columns">
      <nav class="contents" aria-label="On this page"><details><summary>On this page</summary>
      <ol>
      \(contents.joined(separator: "\n"))
      </ol></details></nav>
      <main>
      <p class="kicker">\(kicker)</p>
      \(renderer.rendered(document))
      \(neighbours(way))
      </main>
      </div>
      </body>
      </html>

      """
    return (html, shown.pictures)
  }

  /// What every page begins with.
  static func head(_ title: String, way: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>\(escaped(title)) – Glassbox</title>
    <link rel="stylesheet" href="\(way)book.css">
    <script src="\(way)book.js" defer></script>
    </head>
    """
  }

  private func neighbours(_ way: String) -> String {
    func link(_ lesson: Lesson?, _ word: String, _ name: String) -> String {
      guard let lesson else { return "" }
      let page = BookPlaces.page(for: BookPlaces.text(of: lesson))
      let title = course.heading(of: lesson).title
      return #"<a class="\#(name)" href="\#(way)\#(page)"><span>\#(word)</span>"#
        + "\(lesson.number) \(escaped(title))</a>"
    }
    if before == nil, after == nil { return "" }
    return #"<nav class="neighbours" aria-label="Other lessons">"#
      + link(before, "← Before", "before") + link(after, "Next →", "after") + "</nav>"
  }

  /// A picture that opens in its full size, and the learner's own beside it.
  private func picture(_ alternative: String, _ target: String, _ shown: PictureList) -> String {
    if target.contains("://") {
      return MarkdownHTML.image(alternative: alternative, target: target)
    }
    let file = BookPlaces.path(target, from: path)
    shown.add(Shown(from: "\(course.root)/\(file)", to: file))
    let name = (file as NSString).lastPathComponent
    let reference =
      drawn?.frames(name) ?? opening(alternative, target, file: "\(course.root)/\(file)")
    guard showsOwn, let own = drawn?.ownPicture(name) else { return reference }
    let place = BookPlaces.path("mine/\(name)", from: path)
    shown.add(Shown(from: own, to: place))
    let mine =
      drawn?.ownFrames(name)
      ?? opening("\(alternative) By your own code.", "mine/\(name)", file: own)
    return #"<div class="pair"><div>\#(reference)<p>the reference</p></div>"#
      + "<div>\(mine)<p>by your own code</p></div></div>"
  }

  private func opening(_ alternative: String, _ target: String, file: String) -> String {
    let size = PictureSize(contentsOf: file)
    let attributes = size.map { #" width="\#($0.width)" height="\#($0.height)""# } ?? ""
    let least =
      DrawingWidth(contentsOf: file).map { #" style="min-width:\#($0.least)px""# } ?? ""
    return #"<a class="picture" href="\#(escaped(target))"><img src="\#(escaped(target))""#
      + #" alt="\#(escaped(alternative))"\#(attributes)\#(least)></a>"#
  }
}

/// The pictures that a page was found to show.
private final class PictureList {
  private(set) var pictures: [BookPage.Shown] = []

  func add(_ picture: BookPage.Shown) {
    if !pictures.contains(picture) { pictures.append(picture) }
  }
}
