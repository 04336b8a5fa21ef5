import CourseKit
import Foundation
import Testing
import Upkeep

/// What stands in the folder of a lesson's versions.
@Suite struct LessonVersionsTests {
  private static let solution = "public func f() throws -> Int {\n  1\n}\n"

  private let innocent = "/// Right: by adding.\npublic func f() throws -> Int {\n  0 + 1\n}\n"

  private func mutant(_ value: Int) -> String {
    "/// It is \(value). Verdict: \"\(value)\"\npublic func f() throws -> Int {\n  \(value)\n}\n"
  }

  /// Lays the files of one lesson and reads them.
  private func read(_ files: [String: String]) throws -> LessonVersions {
    let root = NSTemporaryDirectory() + "glassbox-versions-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: root) }
    try WholeFile.write(
      "let curriculum: [Entry] = [\n  .lesson(\"00-one\"),\n]\n", to: root + "/Package.swift")
    for (name, text) in files {
      try WholeFile.write(text, to: "\(root)/Tests/Mutants/00-one/\(name)")
    }
    let course = try Course(root: root)
    let lesson = try #require(course.curriculum.lessons.first)
    return LessonVersions(of: lesson, solution: try ExerciseSource(Self.solution), in: course)
  }

  @Test func `versions come with their place and the text that is compiled`() throws {
    let versions = try read(["f.swift": innocent + (2...7).map(mutant).joined()])
    #expect(versions.faults == [])
    #expect(versions.mutantCount == 6)
    #expect(versions.innocentCount == 1)
    #expect(versions.entries[2].place == "Tests/Mutants/00-one/f.swift:9")
    #expect(versions.entries[2].text == "public func f() throws -> Int {\n  3\n}\n")
  }

  @Test func `five mutants are too few`() throws {
    let versions = try read(["f.swift": innocent + (2...6).map(mutant).joined()])
    #expect(versions.faults == ["there should be at least six mutants"])
  }

  @Test func `a function that is written in one way only is named`() throws {
    let versions = try read(["f.swift": (2...7).map(mutant).joined()])
    #expect(versions.faults.count == 1)
    #expect(versions.faults.first?.hasPrefix("f() should have an innocent") == true)
  }

  @Test func `what cannot be read is named with its line, and the rest is read`() throws {
    let versions = try read([
      "f.swift": innocent + (2...7).map(mutant).joined(), "g.swift": mutant(8),
    ])
    #expect(versions.mutantCount == 6)
    #expect(versions.faults.count == 1)
    #expect(versions.faults.first?.hasPrefix("Tests/Mutants/00-one/g.swift:2: f() is not") == true)
  }
}
