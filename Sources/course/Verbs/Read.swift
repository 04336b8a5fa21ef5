import CourseKit
import Foundation
import Texts

extension Verb {
  static let read = Verb(
    "read", "the lesson as a page in your browser",
    detail: """
      Formulas are set, hints and answers open, a prediction opens after a guess, pictures open in \
      full size. Pictures that your own code has drawn, with run --mine, stand beside the \
      reference’s. The pages need no network.
      """,
    examples: [
      ("./course read 3", "lesson 3"), ("./course read", "the lesson you are at"),
      ("./course read 3 --path", "only where the page is"),
    ],
    operands: .lesson,
    options: [Option("--path", nil, "write the page and say where it is; open nothing")]
  ) { (invocation) throws(CourseError) in
    let course = try invocation.course()
    let lesson = try invocation.lesson(of: course)
    guard FileManager.default.fileExists(atPath: course.textFile(of: lesson)) else {
      throw CourseError(
        .nothingMatched, "\(course.shown(course.textFile(of: lesson))) is not there.")
    }
    let book = Book.own(of: course)
    try book.write()
    let page = book.page(of: lesson)
    if invocation.has("--path") {
      invocation.say(page)
      return .passed
    }
    invocation.say("The page: " + invocation.style.link(course.shown(page), toFile: page))
    return try openInBrowser(page, invocation)
  }

  static let book = Verb(
    "book", "all lessons and documents as pages, in a folder",
    detail: """
      The folder can be opened from the disk, beginning with index.html, or be put on any web server \
      as it is. Files of an earlier book in the same folder are replaced.
      """,
    examples: [("./course book ~/glassbox", "the whole course to be read")],
    operands: .words(1)
  ) { (invocation) throws(CourseError) in
    let course = try invocation.course()
    guard let folder = invocation.operands.first else {
      throw CourseError(.usage, "book needs a folder to write into: ./course book ~/glassbox")
    }
    let whole = URL(fileURLWithPath: folder).standardizedFileURL.path
    let book = Book(course: course, folder: whole, showsOwnPictures: false)
    let isOurs = FileManager.default.fileExists(atPath: whole + "/book.css")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: whole)) ?? []
    if !isOurs, !names.isEmpty {
      throw CourseError(
        .usage, "\(folder) has other files in it. Name a folder that is empty or not there yet.")
    }
    let count = try book.write()
    invocation.say(
      "\(count) pages. Begin with " + invocation.style.link(book.index, toFile: book.index))
    return .passed
  }

  /// Opens a page where somebody sits before a screen; elsewhere its path is all there is to say.
  private static func openInBrowser(
    _ page: String, _ invocation: Invocation
  ) throws(CourseError) -> ExitCode {
    guard Terminal.isTerminal(STDOUT_FILENO) else { return .passed }
    #if os(macOS)
      let opener = "open"
    #else
      let opener = "xdg-open"
    #endif
    guard Executable.path(of: opener) != nil else {
      invocation.remark("No browser can be started from here, so open this page in yours.")
      return .passed
    }
    var command = Command(opener, [page])
    command.timeout = 10
    let outcome = try command.run()
    if !outcome.succeeded {
      invocation.remark("The browser did not start, so open this page in yours.")
    }
    return .passed
  }
}
