import CourseKit
import Testing
import Upkeep

/// A lesson has its folders and its line, or none of them.
@Suite struct LessonPlacesTests {
  let folder: CourseFolder

  init() throws { folder = try CourseFolder() }

  @Test func `whole lessons are no fault, nor is what else stands there`() throws {
    try folder.write("{}", to: "lessons/scores.json")
    try folder.write("//", to: "lessons/compare/Demo.swift")
    try folder.write("", to: "exercises/.build/x")
    try folder.link("exercises/Package.swift", to: "../Package.swift")
    #expect(try LessonPlaces.faults(in: folder.course) == [])
  }

  @Test(arguments: [
    "lessons", "solutions", "exercises", "exercises/Tests", "exercises/Demos", "Tests/Mutants",
  ])
  func `a folder without a line is named`(parent: String) throws {
    try folder.write("", to: "\(parent)/09-lime/x.swift")
    let faults = try LessonPlaces.faults(in: folder.course)
    #expect(faults.count == 1)
    #expect(faults.first?.hasPrefix("\(parent)/09-lime has no line in the curriculum") == true)
  }

  @Test func `a link to a lesson that is gone is named`() throws {
    try folder.link("exercises/Demos/09-lime", to: "../../lessons/09-lime")
    #expect(try LessonPlaces.faults(in: folder.course).count == 1)
  }

  @Test(arguments: [
    ("lessons", "whole or absent"), ("solutions", "whole or absent"), ("exercises", "course make"),
    ("exercises/Tests", "whole or absent"), ("exercises/Demos", "course make"),
    ("Tests/Mutants", "whole or absent"),
  ])
  func `a line without a folder is named`(parent: String, advice: String) throws {
    try folder.remove("\(parent)/03-two")
    let faults = try LessonPlaces.faults(in: folder.course)
    #expect(faults.first?.hasPrefix("\(parent)/03-two is not there") == true)
    #expect(faults.first?.contains(advice) == true)
  }
}
