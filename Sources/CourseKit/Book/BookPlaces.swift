import Foundation

/// Where texts stand in the course, where their pages stand in the book, and how one leads to another.
struct BookPlaces {
  /// The texts that have a page, from the course's folder on.
  let texts: Set<String>

  /// A lesson's text.
  static func text(of lesson: Lesson) -> String { "lessons/\(lesson.folder)/lesson.md" }

  /// The documents beside the lessons, in the order of their names.
  static func documents(in course: Course) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: course.root + "/docs")) ?? []
    return names.filter { $0.hasSuffix(".md") }.sorted().map { "docs/\($0)" }
  }

  /// The page of a text.
  static func page(for text: String) -> String {
    text == "README.md" ? "index.html" : text.dropLast(".md".count) + ".html"
  }

  /// How a page leads to the book's folder: `../../`.
  static func way(from text: String) -> String {
    String(repeating: "../", count: text.count { $0 == "/" })
  }

  /// Where a link of a text leads in the book; nil where the book has nothing there.
  func link(_ target: String, from text: String) -> String? {
    if target.contains("://") || target.hasPrefix("mailto:") || target.hasPrefix("#") {
      return target
    }
    let pieces = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let path = BookPlaces.path(String(pieces[0]), from: text)
    guard texts.contains(path) || path == "README.md" else { return nil }
    return BookPlaces.way(from: text) + BookPlaces.page(for: path)
      + (pieces.count > 1 ? "#\(pieces[1])" : "")
  }

  /// Where a link leads that is seen from a text, from the course's folder on.
  static func path(_ target: String, from text: String) -> String {
    var parts = text.split(separator: "/").dropLast().map(String.init)
    for part in (target.removingPercentEncoding ?? target).split(separator: "/") where part != "." {
      if part == "..", !parts.isEmpty { parts.removeLast() } else { parts.append(String(part)) }
    }
    return parts.joined(separator: "/")
  }
}
