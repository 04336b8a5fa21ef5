import Foundation
import Synchronization
import Testing

@testable import CourseKit

/// Progress is kept whole, whatever happens, and is never lost.
@Suite struct ProgressTests {
  private let folder = NSTemporaryDirectory() + "/course-\(UInt64.random(in: 0...(.max)))"
  private var file: ProgressFile { ProgressFile(path: folder + "/state.json") }

  @Test func `what is written is read`() throws {
    try file.update {
      $0["one"].passed = "abc"
      $0["one"].passing = 3
      $0["one"].setHints(2, of: "f(_:)")
    }
    let known = file.read().progress["one"]
    #expect(known.passed == "abc")
    #expect(known.passing == 3)
    #expect(known.hints(of: "f(_:)") == 2)
    #expect(file.read().notice == nil)
  }

  @Test func `threads that write the same file at once all succeed, and none leaves a half`() throws
  {
    let path = folder + "/note"
    let texts = (0..<16).map { String(repeating: "\($0) ", count: 5_000) }
    let failures = Mutex<[CourseError]>([])
    DispatchQueue.concurrentPerform(iterations: texts.count) { index in
      do throws(CourseError) {
        try WholeFile.write(texts[index], to: path)
      } catch {
        failures.withLock { $0.append(error) }
      }
    }
    #expect(failures.withLock { $0 } == [])
    #expect(texts.contains(try #require(WholeFile.read(path))))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["note"])
  }

  @Test func `unknown keys are kept, at every depth`() throws {
    let text = #"{"later": [1, {"a": null}], "lessons": {"one": {"streak": 2.5}}}"#
    try WholeFile.write(text, to: file.path)
    try file.update { $0["one"].passed = "abc" }
    let document = try #require(
      JSONValue(parsing: Data(contentsOf: URL(fileURLWithPath: file.path))))
    #expect(document["later"] == [1, ["a": .null]])
    #expect(document["lessons"]?["one"]?["streak"]?.double == 2.5)
  }

  @Test(arguments: ["", "{", "[]", "null", #"{"lessons": 3}"#, "\u{0}"])
  func `a damaged file is kept aside, and said so`(text: String) throws {
    try WholeFile.write(text, to: file.path)
    let (progress, notice) = file.read()
    #expect(progress == CourseProgress())
    #expect(notice?.contains("state.json.damaged-1") == true)
    #expect(WholeFile.read(file.path + ".damaged-1") == text)
    #expect(file.read().notice == nil)
  }

  @Test func `many writers at once lose nothing`() async throws {
    let file = file
    try await withThrowingTaskGroup(of: Void.self) { group in
      for index in 0..<20 { group.addTask { try file.update { $0["l\(index)"].passed = "x" } } }
      try await group.waitForAll()
    }
    let progress = file.read().progress
    #expect((0..<20).allSatisfy { progress["l\($0)"].passed == "x" })
    let left = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(left.sorted() == ["state.json", "state.json.lock"])
  }

  @Test func `a lock is free again when its holder is gone`() throws {
    let path = folder + "/lock"
    do {
      let first = try FileLock(path: path)
      #expect(first.attempt())
      #expect(try !FileLock(path: path).attempt())
    }
    #expect(try FileLock(path: path).attempt())
  }

  @Test(arguments: [ENOLCK, EOPNOTSUPP, ENOSYS])
  func `where the file system has no locks nobody waits`(code: Int32) throws {
    let lock = try FileLock(path: folder + "/lock") { _, _ in
      errno = code
      return -1
    }
    #expect(lock.attempt())
    lock.wait()
    try lock.wait { Issue.record("it waits") }
  }

  @Test func `a file that somebody is mending is not put aside`() throws {
    try WholeFile.write("{", to: file.path)
    let lock = try FileLock(path: file.path + ".lock")
    lock.wait()
    let file = file
    let reader = Thread { #expect(file.read().progress["one"].passed == "abc") }
    reader.start()
    Thread.sleep(forTimeInterval: 0.2)
    try WholeFile.write(#"{"lessons": {"one": {"passed": "abc"}}}"#, to: file.path)
    lock.unlock()
    while !reader.isFinished { Thread.sleep(forTimeInterval: 0.01) }
    let left = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(left.sorted() == ["state.json", "state.json.lock"])
  }

  @Test func `whole numbers are written back to the last digit`() throws {
    let text = #"{"a":9007199254740993,"b":-9223372036854775808,"c":3,"d":0.1,"e":1e300}"#
    let value = try #require(JSONValue(parsing: Data(text.utf8)))
    #expect(value["a"]?.integer == 9_007_199_254_740_993)
    #expect(value["b"]?.integer == Int.min)
    #expect(value["c"] == 3)
    #expect(value["e"]?.double == 1e300)
    #expect(value.text.contains("9007199254740993"))
    #expect(JSONValue(parsing: Data(value.text.utf8)) == value)
  }

  @Test(arguments: ["-9223372036854775808", "9223372036854775807", "1e300", "[]"])
  func `any number of answers to a case is counted on`(count: String) throws {
    let text = #"{"lessons": {"one": {"cases": {"3": {"answers": \#(count)}}}}}"#
    var progress = try #require(CourseProgress(parsing: text))
    progress["one"].noteAnswer(toCase: 3, isRight: true)
    #expect(progress["one"].answers(toCase: 3) >= 1)
    #expect(progress["one"].solvedCases == [3])
  }

  @Test func `a fingerprint tells every byte`() {
    #expect(Fingerprint("a".utf8).description == "af63dc4c8601ec8c")  // FNV-1a, published
    #expect(Fingerprint("ab".utf8) != Fingerprint("ba".utf8))
    #expect(Fingerprint([]).description.count == 16)
  }

  @Test func `a save is seen when the file is quiet, also by renaming`() throws {
    let path = folder + "/a.swift"
    try WholeFile.write("1", to: path)
    var watch = FileWatch(path: path)
    /// What a number of looks see.
    func looks(_ count: Int) -> [Bool] { (0..<count).map { _ in watch.hasChanged() } }
    #expect(looks(2) == [false, false])
    try WholeFile.write("2", to: path)
    #expect(looks(3) == [false, true, false])
    try FileManager.default.removeItem(atPath: path)
    #expect(looks(2) == [false, false])
    try WholeFile.write("3", to: path)
    #expect(looks(1) == [false])
    try WholeFile.write("4", to: path)
    #expect(looks(3) == [false, true, false])
  }
}
