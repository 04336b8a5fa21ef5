import CourseKit
import Foundation
import Testing
import Upkeep

/// What is made from something else is written when that changes; nobody's work is.
@Suite struct DerivedFilesTests {
  let folder: CourseFolder

  private static let stub = "exercises/03-two/Two.swift"

  init() throws {
    folder = try CourseFolder()
    try folder.write(
      """
      # Course

      <!-- The table of lessons: ./course make writes it. -->
      <!-- The end of the table. -->

      The rest.

      """, to: "README.md")
    try folder.commit()
  }

  private func make() throws -> [String] { try DerivedFiles(of: folder.course).write() }

  private func faults() throws -> [String] {
    let course = try folder.course
    let files = DerivedFiles(of: course)
    return course.curriculum.lessons.flatMap(files.faults) + files.faultsOfPages()
  }

  @Test func `pages are made from the lessons, and then nothing is left to do`() throws {
    #expect(try faults().count == 2)
    #expect(try make() == ["docs/which-method-when.md", "README.md"])
    #expect(try make() == [])
    #expect(try faults() == [])
    let page = try #require(folder.read("README.md"))
    #expect(page.contains("# Course\n"))
    #expect(page.hasSuffix("<!-- The end of the table. -->\n\nThe rest.\n"))
    #expect(
      page.contains(
        """
        | 03 [Lesson 03-two](lessons/03-two/lesson.md) | Numbers can be doubled. \
        | ![A number and its double.](lessons/03-two/figures/double.png) |
        """))
  }

  @Test func `a comment of the lesson says what its row has`() throws {
    let text = CourseFolder.text("00-one").replacing(
      "## The question",
      with: "<!-- README: ten\nminutes\n| ![A\ncat.](figures/cat.png) -->\n\n## The question")
    try folder.write(text, to: "lessons/00-one/lesson.md")
    _ = try make()
    #expect(
      folder.read("README.md")?.contains(
        "| ten minutes | ![A cat.](lessons/00-one/figures/cat.png) |") == true)
  }

  @Test func `a page without a place for the table is named with the lines that it needs`() throws {
    try folder.write("# Course\n", to: "README.md")
    #expect(try faults().joined().contains("<!-- The table of lessons"))
    #expect(throws: CourseError.self) { try make() }
    #expect(folder.read("README.md") == "# Course\n")
  }

  @Test func `an untouched exercise follows its solution`() throws {
    _ = try make()
    try folder.write(
      CourseFolder.solution.replacing("twice", with: "the double of"),
      to: "solutions/03-two/Two.swift")
    #expect(
      try faults() == ["\(Self.stub) is not what it is made from: ./course make writes it"])
    #expect(try make() == [Self.stub])
    #expect(folder.read(Self.stub)?.contains("the double of") == true)
  }

  @Test func `one that is missing is written`() throws {
    _ = try make()
    try folder.remove(Self.stub)
    #expect(try make() == [Self.stub])
  }

  @Test func `one that somebody has begun is left, and is no fault`() throws {
    _ = try make()
    let work = CourseFolder.stub.replacing("throw Unfinished()", with: "x + x")
    try folder.write(work, to: Self.stub)
    #expect(try faults() == [])
    try folder.write(
      CourseFolder.solution.replacing("twice", with: "the double of"),
      to: "solutions/03-two/Two.swift")
    #expect(try make() == [])
    #expect(folder.read(Self.stub) == work)
    #expect(try faults() == ["\(Self.stub) is not the stub: ./course reset two makes it"])
  }

  @Test func `what is given and the link to the demo are made`() throws {
    _ = try make()
    try folder.write("public struct Pair {}\n", to: "solutions/03-two/Given.swift")
    try folder.remove("exercises/Demos/03-two")
    #expect(try faults().count == 2)
    #expect(try make() == ["exercises/Demos/03-two", "exercises/03-two/Given.swift"])
    #expect(folder.read("exercises/03-two/Given.swift") == "public struct Pair {}\n")
    #expect(folder.read("exercises/Demos/03-two/lesson.md") != nil)
  }
}
