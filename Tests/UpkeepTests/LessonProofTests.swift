import CourseKit
import Foundation
import Testing
import Upkeep

/// What a proof asks its memory before it compiles anything.
@Suite struct LessonProofTests {
  private static let solution = "public func f() throws -> Int {\n  1\n}\n"

  /// Lays a lesson with six mutants, and proves it with a memory that answers so.
  ///
  /// There is a file where what is compiled would be put, so nothing can be.
  private func findings(
    answering recall: @escaping @Sendable (String) -> Int?
  ) throws -> [LessonProof.Finding] {
    let root = NSTemporaryDirectory() + "glassbox-proof-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: root) }
    let mutants = (2...7).map {
      "/// It is \($0). Verdict: \"not \($0)\"\npublic func f() throws -> Int {\n  \($0)\n}\n"
    }
    let innocent = "/// Right: by adding.\npublic func f() throws -> Int {\n  0 + 1\n}\n"
    for (path, text) in [
      "Package.swift": "let curriculum: [Entry] = [\n  .lesson(\"00-one\"),\n]\n",
      ".course": "no folder", "solutions/00-one/One.swift": Self.solution,
      "exercises/00-one/One.swift": try ExerciseSource(Self.solution).stub,
      "Tests/Mutants/00-one/f.swift": mutants.joined() + innocent,
    ] { try WholeFile.write(text, to: "\(root)/\(path)") }
    let course = try Course(root: root)
    var findings: [LessonProof.Finding] = []
    var proof = try LessonProof(
      lesson: try #require(course.curriculum.lessons.first), course: course,
      memory: ProofMemory(recall: recall, remember: { _, _ in })
    ) { findings.append($0) }
    try proof.prove()
    return findings
  }

  @Test func `what was proved earlier is not compiled again`() throws {
    let findings = try findings { _ in 3 }
    #expect(findings.map(\.faults) == [[], [], [], []])
    #expect(findings.map(\.planned) == [3, 3, 3, 21])
    #expect(findings.last?.subject == "00 one: 6 mutants, 1 innocent")
  }

  @Test func `a question names the lesson, the words and the whole text`() throws {
    _ = try findings { question in
      #expect(question.hasPrefix("one "))
      #expect(question.contains("public func f() throws -> Int {\n"))
      #expect(question.contains("  7\n") == question.contains("not 7"))
      return 1
    }
  }

  @Test func `what is not known has to be compiled`() {
    let error = #expect(throws: CourseError.self) {
      try findings { question in question.contains("not 7") ? nil : 3 }
    }
    #expect(error?.description.contains(".course/proof/one") == true)
  }
}
