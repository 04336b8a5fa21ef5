import CourseKit
import Testing

@testable import Upkeep

/// What a verdict depends on changes its hash, and nothing else does.
@Suite struct IngredientsTests {
  let folder: CourseFolder

  /// A course of three targets, the third of which needs the first.
  init() throws {
    folder = try CourseFolder(["00-one"])
    try writeManifest(lessons: #".lesson("00-one"),"#)
    for name in ["First", "Second", "Third"] {
      try folder.write("// \(name)\n", to: "Sources/\(name)/\(name).swift")
    }
    try folder.commit()
  }

  private func writeManifest(lessons: String, settings: String = "") throws {
    try folder.write(
      """
      // swift-tools-version: 6.2
      import PackageDescription
      struct Entry { static func lesson(_ name: String) -> Entry { Entry() } }
      let curriculum: [Entry] = [
        \(lessons)
      ]
      let package = Package(
        name: "Small", targets: [
          .target(name: "First"), .target(name: "Second"),
          .target(name: "Third", dependencies: ["First"]\(settings)),
        ])

      """, to: "Package.swift")
  }

  private func hash(_ target: String, and others: String = "") throws -> String {
    let course = try folder.course
    return try Ingredients(of: course, inventory: try Inventory(of: course))
      .hash(ofTargets: [target], and: others)
  }

  @Test func `a target's hash follows what it needs, and nothing else`() throws {
    let before = try hash("Third")
    #expect(try hash("Third") == before)
    #expect(try hash("Third", and: "a score") != before)
    try folder.write("// other\n", to: "Sources/Second/Second.swift")
    #expect(try hash("Third") == before)
    try folder.write("// new, and not known to git yet\n", to: "Sources/First/New.swift")
    #expect(try hash("Third") != before)
  }

  @Test func `a line of the curriculum changes no hash, any other of the manifest does`() throws {
    let before = try hash("Third")
    try writeManifest(lessons: #".lesson("00-one"), .lesson("01-two"),"#)
    #expect(try hash("Third") == before)
    try writeManifest(
      lessons: #".lesson("00-one"),"#, settings: #", swiftSettings: [.define("X")]"#)
    #expect(try hash("Third") != before)
  }

  @Test func `nothing is known to be proved while the manifest cannot be read`() throws {
    try folder.write(
      "let curriculum: [Entry] = [\n  .lesson(\"00-one\"),\n]\nnonsense\n", to: "Package.swift")
    #expect(try hash("Third") != hash("Third"))
  }
}
