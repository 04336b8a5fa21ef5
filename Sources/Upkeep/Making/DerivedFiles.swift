import CourseKit
import Foundation

/// All that is made from something else in the course, so that nobody writes it twice.
///
/// Made are the untouched exercises and what is given beside them (from solutions), the links by
/// which learners run demos on their own code, the page on which method when, the table of lessons
/// in the README (from lessons), and the tests of the documents (from docs).
public struct DerivedFiles {
  private let course: Course

  /// Looks at a course.
  public init(of course: Course) {
    self.course = course
  }

  /// Writes whatever is not as it should be; what somebody has written in an exercise is left.
  ///
  /// - Returns: The paths of what was written.
  /// - Throws: A `CourseError` where a file cannot be made or written.
  public func write() throws(CourseError) -> [String] {
    var files: [DerivedFile] = []
    for lesson in course.curriculum.lessons {
      files += try self.files(of: lesson)
      let stub = try stub(of: lesson)
      if isUntouched(lesson) { files.append(stub) }
    }
    files += try pages()
    var written: [String] = []
    for file in files where !file.isCurrent(in: course.root) {
      try file.write(in: course.root)
      written.append(file.path)
    }
    return written + (try writeDocumentationTests())
  }

  /// What of a lesson is not as it should be; a sentence each.
  ///
  /// - Parameter lesson: The lesson.
  /// - Returns: The sentences.
  public func faults(of lesson: Lesson) -> [String] {
    do throws(CourseError) {
      return sentences(on: try files(of: lesson)) + (try faultsOfStub(of: lesson))
    } catch {
      return [error.description]
    }
  }

  /// Which pages are not what the lessons and the documents say; a sentence each.
  public func faultsOfPages() -> [String] {
    do throws(CourseError) {
      return sentences(on: try pages()) + (try faultsOfDocumentationTests())
    } catch {
      return [error.description]
    }
  }

  private func sentences(on files: [DerivedFile]) -> [String] {
    files.filter { !$0.isCurrent(in: course.root) }.map {
      "\($0.path) is not what it is made from: ./course make writes it"
    }
  }
}

// MARK: - Lessons

extension DerivedFiles {
  /// What stands beside a lesson's exercise, and the link to its demo.
  private func files(of lesson: Lesson) throws(CourseError) -> [DerivedFile] {
    let link = DerivedFile(
      path: "exercises/Demos/\(lesson.folder)",
      content: .link(to: "../../lessons/\(lesson.folder)"))
    return [link] + (try given(in: lesson))
  }

  /// What is given beside the exercise, as it is beside the solution.
  func given(in lesson: Lesson) throws(CourseError) -> [DerivedFile] {
    let folder = "\(course.root)/solutions/\(lesson.folder)"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    var files: [DerivedFile] = []
    for name in names.sorted() where name.hasSuffix(".swift") && name != "\(lesson.module).swift" {
      guard let text = WholeFile.read("\(folder)/\(name)") else {
        throw CourseError(.fault, "solutions/\(lesson.folder)/\(name) is not UTF-8 text.")
      }
      files.append(
        DerivedFile(path: "exercises/\(lesson.folder)/\(name)", content: .text(text)))
    }
    return files
  }

  private func stub(of lesson: Lesson) throws(CourseError) -> DerivedFile {
    DerivedFile(
      path: course.shown(course.file(of: lesson)), content: .text(try course.stub(of: lesson)))
  }

  /// Whether nobody has begun: the exercise is missing, or the stub of the solution as committed.
  private func isUntouched(_ lesson: Lesson) -> Bool {
    guard let data = FileManager.default.contents(atPath: course.file(of: lesson)) else {
      return true
    }
    guard let solution = committed(course.shown(course.solutionFile(of: lesson))),
      let stub = try? ExerciseSource(solution).stub
    else { return false }
    return data == Data(stub.utf8)
  }

  /// Whoever has begun is left alone, as long as what is committed is the stub.
  private func faultsOfStub(of lesson: Lesson) throws(CourseError) -> [String] {
    let stub = try stub(of: lesson)
    guard !stub.isCurrent(in: course.root) else { return [] }
    if isUntouched(lesson) { return sentences(on: [stub]) }
    guard case .text(committed(stub.path) ?? "") = stub.content else {
      return ["\(stub.path) is not the stub: ./course reset \(lesson.slug) makes it"]
    }
    return []
  }

  /// A file as it was committed last; nil where git does not know it.
  private func committed(_ path: String) -> String? {
    let outcome = try? Command("git", ["-C", course.root, "show", "HEAD:\(path)"]).run()
    return outcome?.succeeded == true ? outcome?.output.text : nil
  }
}

// MARK: - Pages

extension DerivedFiles {
  private func pages() throws(CourseError) -> [DerivedFile] {
    [
      DerivedFile(path: MethodPage.path, content: .text(try MethodPage.markdown(of: course))),
      DerivedFile(path: LessonTable.path, content: .text(try LessonTable.page(of: course))),
    ]
  }

  private static let script = "scripts/documentation-tests"

  private func faultsOfDocumentationTests() throws(CourseError) -> [String] {
    guard let outcome = try documentationTests(["--check"]), !outcome.succeeded else { return [] }
    return [
      outcome.errors.text.trimmingCharacters(in: .whitespacesAndNewlines) + " (./course make)"
    ]
  }

  private func writeDocumentationTests() throws(CourseError) -> [String] {
    guard try documentationTests(["--check"])?.succeeded == false else { return [] }
    guard let outcome = try documentationTests([]), outcome.succeeded else {
      throw CourseError(
        .fault, try documentationTests([])?.errors.text ?? "\(DerivedFiles.script) is gone.")
    }
    return ["Tests/DocumentationTests"]
  }

  /// Starts the script that makes tests of documents; nil where the course has none.
  private func documentationTests(
    _ arguments: [String]
  ) throws(CourseError) -> Command.Outcome? {
    let script = "\(course.root)/\(DerivedFiles.script)"
    guard FileManager.default.fileExists(atPath: script) else { return nil }
    let outcome = try Command(script, arguments).run()
    if outcome.ending == .interrupted { throw CourseError(.interrupted, "Interrupted.") }
    return outcome
  }
}
