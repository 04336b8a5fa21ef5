import CourseKit
import Foundation
import Testing

/// What is built for a check, and when it is built again.
@Suite(.serialized) struct BuildTests {
  @Test(arguments: ["direct", "package"])
  func `both ways to build tell right from wrong, also within one second`(way: String) throws {
    let fake = try FakeCourse(name: "build")
    var codes: [Int32?] = []
    for body in ["2 * x", "3 * x", "2 * x", "y"] {
      try fake.learn(body)
      let run = try fake.course("check", "one", environment: ["COURSE_BUILD": way])
      codes.append(run.code)
      if body == "y" { #expect(run.output.contains("cannot find 'y' in scope")) }
    }
    #expect(codes == [0, 1, 0, 1])
    try fake.write(
      FakeCourse.one("2 * x", "3 * x").replacing("doubled(_ x: Int)", with: "doubled(of x: Int)"),
      to: FakeCourse.file)
    let changed = try fake.course("check", "one", environment: ["COURSE_BUILD": way])
    #expect(changed.code == 1)
    #expect(changed.output.contains("public func doubled(_ x: Int) throws -> Int"))
  }

  @Test func `the first check builds its own lesson only, in a folder of any name`() throws {
    let fake = try FakeCourse(name: "it’s Ann's first")
    try? FileManager.default.removeItem(atPath: fake.root + "/.course")
    try fake.learn("2 * x")
    let first = try fake.course("check", "one")
    #expect(first.code == 0, "\(first.text)")
    let lessons = fake.root + "/.course/build/lessons"
    #expect(try FileManager.default.contentsOfDirectory(atPath: lessons) == ["one"])
    // The direct way was not given up for the name's sake.
    #expect(FileManager.default.fileExists(atPath: lessons + "/one/recipe.json"))
  }

  @Test func `another PATH builds nothing, another compiler builds anew`() throws {
    let fake = try FakeCourse(name: "build")
    try fake.learn("2 * x")
    try fake.course("check", "one")
    let path = try #require(ProcessInfo.processInfo.environment["PATH"])
    let other = try fake.course("check", "one", environment: ["PATH": "/no/such/folder:" + path])
    #expect(!other.errors.contains("Building"))
    let compiler = try #require(Executable.path(of: "swiftc"))
    try fake.write("#!/bin/sh\nexec '\(compiler)' \"$@\"\n", to: "another/swiftc")
    #expect(chmod(fake.root + "/another/swiftc", 0o755) == 0)
    let another = try fake.course(
      "check", "one", environment: ["PATH": fake.root + "/another:" + path])
    #expect(another.code == 0)
    #expect(another.errors.contains("Building the libraries"))
  }

  @Test func `what was built for another processor is built anew`() throws {
    let fake = try FakeCourse(name: "build")
    try fake.learn("2 * x")
    try fake.course("check", "one")
    try fake.write("another", to: ".course/build/processor")
    let run = try fake.course("check", "one")
    #expect(run.code == 0)
    #expect(run.errors.contains("Building the libraries"))
    #expect(try !fake.course("check", "one").errors.contains("Building"))
  }

  @Test func `a library, a check and what is given are compiled again when they change`() throws {
    let fake = try FakeCourse(name: "build")
    try fake.learn("2 * x")
    #expect(try fake.course("check", "one").code == 0)
    let checks = try #require(fake.read("exercises/Tests/00-one/Checks.swift"))
    try fake.write(
      checks.replacing("return value == 4", with: "return value == 5"),
      to: "exercises/Tests/00-one/Checks.swift")
    #expect(try fake.course("check", "one").code == 1)
    try fake.write(checks, to: "exercises/Tests/00-one/Checks.swift")
    let library = "Sources/Explanations/Unfinished.swift"
    let text = try #require(fake.read(library))
    try fake.write(text.replacing("x < 5", with: "x < 2"), to: library)
    try fake.learn("small(x) * 2")
    #expect(try fake.course("check", "one").output.contains("small: 2 is not below 5"))
  }

  @Test func `while a declaration is another one no check is compiled`() throws {
    let fake = try FakeCourse(name: "build")
    let right = FakeCourse.one("2 * x", "3 * x")
    let wrong = right.replacing("doubled(_ x: Int)", with: "doubled(of x: Int)")
    try? FileManager.default.removeItem(atPath: fake.root + "/.course/build/lessons")
    let object = fake.root + "/.course/build/lessons/one/check-0.o"
    // Also where the very first version is the changed one.
    for text in [wrong, wrong + "\n", right, wrong, right] {
      let compiled = FileStatus(object)
      try fake.write(text, to: FakeCourse.file)
      let run = try fake.course("check", "one")
      #expect(run.code == (text == right ? 0 : 1))
      #expect(
        run.output.contains("public func doubled(_ x: Int) throws -> Int") == (text != right))
      if compiled != nil { #expect(FileStatus(object) == compiled) }
    }
  }

  @Test func `a check that is hard for the compiler is built the short way too`() throws {
    let fake = try FakeCourse(name: "build")
    let manifest = try #require(fake.read("Package.swift"))
    // Enough for the learner's line, and too little for the one below.
    try fake.write(
      manifest + "\nlet effort = [\"-solver-scope-threshold=20\"]\n", to: "Package.swift")
    let checks = try #require(fake.read("exercises/Tests/00-one/Checks.swift"))
    try fake.write(
      checks + "\nlet hard = { (x: Double) -> Double in -x * 2 + 1.5 - x / 3 + 2 * x }(1)\n",
      to: "exercises/Tests/00-one/Checks.swift")
    try fake.learn("2 * x")
    #expect(try fake.course("check", "one").code == 0)
    #expect(fake.read(".course/build/lessons/one/recipe.json") != nil)
  }
}
