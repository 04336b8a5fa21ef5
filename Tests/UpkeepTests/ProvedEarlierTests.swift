import CourseKit
import Foundation
import Testing

@testable import Upkeep

/// What was proved is known the next time, whatever happened meanwhile, until something changes.
@Suite struct ProvedEarlierTests {
  let folder: CourseFolder

  init() throws { folder = try CourseFolder([]) }

  private var path: String { folder.root + "/.course/proof/proved.txt" }

  private func memory(forgetful: Bool = false) throws -> ProvedEarlier {
    try FileManager.default.createDirectory(
      atPath: folder.root + "/.course/proof", withIntermediateDirectories: true)
    return try ProvedEarlier(path: path, forgetful: forgetful)
  }

  @Test func `a success is there for the next run, also if this one is interrupted`() throws {
    let first = try memory()
    first.remember("style a.swift", "12 checks")
    // Nobody closes or saves anything.
    let second = try memory()
    #expect(second.fact(of: "style a.swift") == "12 checks")
    #expect(second.fact(of: "style b.swift") == nil)
  }

  @Test func `a forgetful run believes nothing, and what it proves is remembered`() throws {
    try memory().remember("old", "")
    let forgetful = try memory(forgetful: true)
    #expect(forgetful.fact(of: "old") == nil)
    forgetful.remember("new", "")
    #expect(try memory().fact(of: "new") != nil)
  }

  @Test func `a damaged line is overlooked`() throws {
    try memory().remember("one", "1")
    let text = try #require(WholeFile.read(path))
    try WholeFile.write("0123\n\n\(text)89ab", to: path)
    #expect(try memory().fact(of: "one") == "1")
  }

  @Test func `it does not grow for ever, and forgets the oldest`() throws {
    let lines = (0...20_000).map { index in
      "\(Fingerprint("question \(index)".utf8)) \(index)"
    }
    try WholeFile.write(lines.joined(separator: "\n") + "\n", to: path)
    let memory = try memory()
    #expect(memory.fact(of: "question 20000") == "20000")
    #expect(WholeFile.read(path)?.split(separator: "\n").count == 10_000)
  }

  @Test func `versions of a lesson are known as long as what it is built from is the same`() throws
  {
    let memory = try memory()
    memory.memory(of: "libraries 1").remember("08 right text", 40)
    #expect(memory.memory(of: "libraries 1").recall("08 right text") == 40)
    #expect(memory.memory(of: "libraries 2").recall("08 right text") == nil)
  }
}
