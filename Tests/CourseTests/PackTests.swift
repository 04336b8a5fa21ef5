import CourseKit
import Foundation
import Testing

/// What students get is what git tracks and the list allows, whole or not at all.
@Suite(.serialized) struct PackTests {
  let fake: FakeCourse
  /// Where the copy goes.
  let folder: String

  init() throws {
    fake = try FakeCourse(name: "pack")
    folder = fake.root + ".student"
    for path in [folder, fake.root + "/.git", fake.root + "/docs", fake.root + "/lessons/link"] {
      try? FileManager.default.removeItem(atPath: path)
    }
    try fake.write("let reference = 1\n", to: "lessons/compare/Demo.swift")
    try fake.write("struct Proof {}\n", to: "Sources/Upkeep/Proof.swift")
    try fake.write("struct Tensor {}\n", to: "Sources/Tensors/Tensor.swift")
    try git("init", "-q")
    try git("add", "-A")
  }

  private func git(_ arguments: String...) throws {
    _ = try Command("git", ["-C", fake.root] + arguments).run()
  }

  private func pack() throws -> FakeCourse.Run {
    try fake.maintain("pack", "--student", folder)
  }

  /// What is in the copy, folders left out.
  private func files() -> [String] {
    (FileManager.default.subpaths(atPath: folder) ?? []).sorted()
  }

  /// Whatever begins with the name of the copy and stands beside it.
  private func leftovers() throws -> [String] {
    let parent = (folder as NSString).deletingLastPathComponent
    let name = (folder as NSString).lastPathComponent
    return try FileManager.default.contentsOfDirectory(atPath: parent)
      .filter { $0.hasPrefix(name) }
  }

  @Test func `it has stubs and no solutions, and every verb says what is missing`() throws {
    try fake.learn("2 * x // mine")
    #expect(try pack().code == 0)
    let files = files()
    for path in ["solutions", "Sources/Upkeep", "lessons/compare", ".git"] {
      #expect(!files.contains { $0.hasPrefix(path) }, "\(path)")
    }
    #expect(!files.contains { WholeFile.read("\(folder)/\($0)")?.contains("// mine") == true })
    for path in [
      "exercises/Stubs/00-one/One.swift", "exercises/00-one/One.swift",
      "Sources/Tensors/Tensor.swift",
      "README.md", "lessons/00-one/lesson.md",
    ] {
      #expect(files.contains(path), "\(path)")
    }
    #expect(try leftovers().count == 1)
    let inCopy = ["COURSE_ROOT": folder]
    #expect(try fake.course("solution", "one", "--give-up", environment: inCopy).code == 4)
    #expect(try fake.course("reset", "one", environment: inCopy).code == 0)
    #expect(try fake.course("verify", environment: inCopy).code == 4)
    #expect(try fake.maintain("verify", environment: inCopy).code == 4)
    #expect(try fake.maintain("pack", "--student", folder + "2", environment: inCopy).code == 4)
    #expect(try !fake.course("--help", environment: inCopy).output.contains("verify"))
    #expect(try fake.course("status", environment: inCopy).code == 0)
  }

  @Test func `what git does not track is not handed out, wherever it lies`() throws {
    for path in ["marks.csv", "docs/private.md", "exercises/Tests/00-one/Secret.swift"] {
      try fake.write("private", to: path)
    }
    defer { unlink("\(fake.root)/exercises/Tests/00-one/Secret.swift") }
    #expect(try pack().code == 0)
    #expect(!files().contains { WholeFile.read("\(folder)/\($0)") == "private" })
  }

  @Test func `what is tracked but not in the list is not handed out`() throws {
    try fake.write("private", to: "grades/2026.csv")
    try git("add", "-A")
    #expect(try pack().code == 0)
    #expect(!files().contains("grades/2026.csv"))
  }

  @Test func `without git nothing is handed out`() throws {
    try FileManager.default.removeItem(atPath: fake.root + "/.git")
    let run = try pack()
    #expect(run.code == 3 && run.errors.contains("Only what git tracks is handed out"))
    #expect(try leftovers() == [])
  }

  @Test(arguments: ["/etc/hostname", "../../../outside.txt"])
  func `a link that leads out of the course stops it, and nothing is left behind`(
    destination: String
  ) throws {
    try FileManager.default.createSymbolicLink(
      atPath: fake.root + "/lessons/link", withDestinationPath: destination)
    try git("add", "-A")
    let run = try pack()
    #expect(run.code == 3 && run.errors.contains("lessons/link leads out of the course"))
    #expect(try leftovers() == [])
  }

  @Test func `a file that cannot be read stops it, and nothing is left behind`() throws {
    // In the place of a tracked file stands a folder that links out: its files would be others'.
    try fake.write("text", to: "docs/page.md")
    try git("add", "-A")
    try FileManager.default.removeItem(atPath: fake.root + "/docs")
    try FileManager.default.createDirectory(
      atPath: folder + "-elsewhere", withIntermediateDirectories: true)
    try WholeFile.write("somebody else’s", to: folder + "-elsewhere/page.md")
    defer { try? FileManager.default.removeItem(atPath: folder + "-elsewhere") }
    try FileManager.default.createSymbolicLink(
      atPath: fake.root + "/docs", withDestinationPath: folder + "-elsewhere")
    let run = try pack()
    #expect(run.code == 3 && run.errors.contains("docs/page.md leads out of the course"))
    #expect(!FileManager.default.fileExists(atPath: folder))
    #expect(try leftovers() == [(folder as NSString).lastPathComponent + "-elsewhere"])
  }

  @Test func `a folder that is in use, or inside the course, is refused`() throws {
    #expect(try pack().code == 0)
    #expect(try pack().code == 2)
    #expect(try fake.maintain("pack", "--student", fake.root + "/inside").code == 2)
    #expect(try fake.maintain("pack", "--student", fake.root + "/Package.swift").code == 2)
    #expect(try fake.maintain("pack").code == 2)
  }

  @Test func `a link into the course is seen through`() throws {
    let link = folder + "-link"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: fake.root)
    defer { unlink(link) }
    let run = try fake.maintain("pack", "--student", link + "/inside")
    #expect(run.code == 2 && run.errors.contains("inside the course"))
    #expect(!FileManager.default.fileExists(atPath: fake.root + "/inside"))
  }

  @Test func `an empty folder is filled`() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    #expect(try pack().code == 0)
    #expect(files().contains("README.md"))
  }
}
