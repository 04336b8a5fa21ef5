import CourseKit
import Foundation
import Testing

@testable import Upkeep

/// A new lesson gets all its places and its line, or nothing is changed.
@Suite struct NewLessonTests {
  let folder: CourseFolder

  init() throws {
    folder = try CourseFolder()
    try folder.write(Self.manifest, to: "Package.swift")
    try folder.write(
      "<!-- The table of lessons: ./course make writes it. -->\n<!-- The end of the table. -->\n",
      to: "README.md")
    for library in ["Layers", "Tensors"] {
      try folder.write("//\n", to: "Sources/\(library)/\(library).swift")
    }
    try folder.commit()
  }

  private static let manifest = """
    // swift-tools-version: 6.2
    let curriculum: [Entry] = [
      .lesson("00-one"),
      .part("The lab"),
      .lesson("03-two"),
      .part("Attribution"),
      .lesson("08-grad-cam", module: "GradCAM"),
    ]
    let rest = 1

    """

  private func edited(_ name: String, part: String? = nil, needs: [String] = []) throws -> String {
    try CurriculumEditing(manifest: Self.manifest)
      .adding(Lesson(folder: name), to: part, needs: needs)
  }

  /// The line above that of a lesson.
  private func above(_ name: String, in manifest: String) throws -> String {
    let lines = manifest.split(separator: "\n").map(String.init)
    let index = try #require(lines.firstIndex { $0.contains("\"\(name)\"") })
    return lines[index - 1].trimmingCharacters(in: .whitespaces)
  }

  @Test(
    arguments: [
      ("01-new", nil, #".lesson("00-one"),"#), ("01-new", "The lab", #".part("The lab"),"#),
      ("05-new", nil, #".lesson("03-two"),"#), ("05-new", "The lab", #".lesson("03-two"),"#),
      ("05-new", "Attribution", #".part("Attribution"),"#),
      ("05-new", "Between", #".part("Between"),"#),
      ("09-new", nil, #".lesson("08-grad-cam", module: "GradCAM"),"#),
      ("09-new", "Inside", #".part("Inside"),"#),
    ] as [(String, String?, String)])
  func `its line stands in the order of numbers, in its part`(
    name: String, part: String?, above: String
  ) throws {
    let text = try edited(name, part: part)
    #expect(try self.above(name, in: text) == above)
    let lessons = try Curriculum(manifest: text).lessons
    #expect(lessons.map(\.number) == lessons.map(\.number).sorted())
    if let part { #expect(lessons.first { $0.folder == name }?.part == part) }
    // Nothing else has moved to another part.
    #expect(lessons.first { $0.folder == "03-two" }?.part == "The lab")
    #expect(lessons.first { $0.folder == "08-grad-cam" }?.part == "Attribution")
    #expect(text.hasSuffix("]\nlet rest = 1\n"))
  }

  @Test(
    arguments: [
      ("05-new", "Atribution", nil), ("09-new", "The lab", "stands in “Attribution”, not in"),
      ("02-new", "Attribution", "not in “Attribution”"), ("09-new", "Inside", nil),
    ] as [(String, String, String?)])
  func `a part that does not fit the number is refused`(
    name: String, part: String, words: String?
  ) throws {
    guard let words else {
      #expect(try edited(name, part: part).contains(".part(\"\(part)\"),"))
      return
    }
    let error = #expect(throws: CourseError.self) { try edited(name, part: part) }
    #expect(error?.exitCode == .usage)
    #expect(error?.description.contains(words) == true)
  }

  @Test func `a new part does not cut another in two`() throws {
    let manifest = Self.manifest.replacing(
      #".lesson("03-two"),"#, with: ".lesson(\"03-two\"),\n  .lesson(\"06-three\"),")
    let error = #expect(throws: CourseError.self) {
      try CurriculumEditing(manifest: manifest)
        .adding(Lesson(folder: "04-new"), to: "The labb", needs: [])
    }
    #expect(error?.description.contains("Did you mean “The lab”?") == true)
  }

  @Test func `what it needs stands in its line`() throws {
    let text = try edited("09-new", needs: ["Layers", "Models"])
    #expect(text.contains("  .lesson(\"09-new\", needs: \"Layers\", \"Models\"),\n"))
  }

  @Test(arguments: [
    ("7-short", "no name for a lesson"), ("07_x", "no name for a lesson"), ("07-", "no name"),
    ("07-Upper", "no name for a lesson"), ("../07-x", "no name"), ("07-3d", "name for a module"),
    ("03-new", "03-two is there already"), ("09-two", "03-two is there already"),
    ("09-layers", "something else in the course"), ("09-compare", "something else"),
  ])
  func `a name that cannot be used is refused with a sentence`(name: String, words: String) throws {
    try folder.write(
      Self.manifest.replacing("  .lesson(\"08-grad-cam\", module: \"GradCAM\"),\n", with: ""),
      to: "Package.swift")
    let course = try folder.course
    let error = #expect(throws: CourseError.self) {
      try NewLesson(name, title: "New", in: course)
    }
    #expect(error?.exitCode == .usage)
    #expect(error?.description.contains(words) == true)
  }

  @Test func `a folder that is there, an odd title and an unknown library are refused`() throws {
    let course = try folder.course
    try folder.write("//", to: "solutions/09-new/Old.swift")
    #expect(throws: CourseError.self) { try NewLesson("09-new", title: "New", in: course) }
    #expect(throws: CourseError.self) { try NewLesson("10-x", title: "a \" b", in: course) }
    let error = #expect(throws: CourseError.self) {
      try NewLesson("10-x", title: "X", needs: ["Layer"], in: course)
    }
    #expect(error?.description.contains("Did you mean “Layers”?") == true)
  }

  private func laid() throws -> [String] {
    try folder.write(
      Self.manifest.replacing("  .lesson(\"08-grad-cam\", module: \"GradCAM\"),\n", with: ""),
      to: "Package.swift")
    return try NewLesson(
      "07-integrated-gradients", title: "Integrated gradients", part: "Attribution",
      needs: ["Layers"], in: folder.course
    ).lay()
  }

  @Test func `all its places are laid, and no folder is missing or a stray`() throws {
    let written = try laid()
    #expect(written.contains("exercises/07-integrated-gradients/IntegratedGradients.swift"))
    #expect(try LessonPlaces.faults(in: folder.course) == [])
    let course = try folder.course
    let lesson = try #require(course.curriculum.lessons.last)
    #expect(lesson.part == "Attribution")
    #expect(DerivedFiles(of: course).faults(of: lesson) == [])
    // What is missing is said place by place.
    let places = UnfinishedPlaces.faults(of: lesson, in: try Inventory(of: course), of: course)
    for file in [
      "lesson.md", "Demo.swift", "Case.swift", "IntegratedGradients.swift", "Given.swift",
    ] {
      #expect(places.contains { $0.contains("/\(file):") }, "\(file)")
    }
  }

  @Test func `its text has every section, and its versions are read`() throws {
    _ = try laid()
    let course = try folder.course
    let lesson = try #require(course.curriculum.lessons.last)
    #expect(LessonTextProof.faults(of: lesson, in: course) == [])
    let solution = try #require(WholeFile.read(course.solutionFile(of: lesson)))
    let versions = LessonVersions(of: lesson, solution: try ExerciseSource(solution), in: course)
    #expect(versions.faults == ["there should be at least six mutants"])
    #expect(versions.mutantCount == 2 && versions.innocentCount == 2)
  }

  @Test func `where something cannot be written nothing is left behind`() throws {
    try folder.write("# no place for a table\n", to: "README.md")
    #expect(throws: CourseError.self) { try laid() }
    #expect(folder.read("Package.swift")?.contains("07-integrated") == false)
    #expect(try LessonPlaces.faults(in: folder.course) == [])
  }
}
