import Foundation
import Testing

@Suite struct `Agreement with other libraries` {
  /// The cases that come with the course.
  private let ownCases = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "Cases")

  @Test func `every case holds`() {
    let path = ProcessInfo.processInfo.environment["CONFORMANCE_CASES"] ?? ownCases.path
    let report = ConformanceReport(casesBelow: path)
    for problem in report.problems { Issue.record("\(problem)") }
    print(report.summary)
  }

  @Test func `a folder without cases is a problem`() throws {
    try withFolder { folder in
      #expect(ConformanceReport(casesBelow: folder.path).problems.count == 1)
      let missing = folder.appending(path: "missing")
      #expect(ConformanceReport(casesBelow: missing.path).problems.count == 1)
    }
  }

  @Test func `cases that cannot be read are a problem`() throws {
    try withFolder { folder in
      let tensors = try copyOfOperators(to: folder).appending(path: "tensors.safetensors")
      try Data(contentsOf: tensors).dropLast().write(to: tensors)
      let problems = ConformanceReport(casesBelow: folder.path).problems
      #expect(problems.count == 1)
      #expect(problems.first?.contains("tensors.safetensors") == true)
    }
  }

  @Test func `a wrong value is a problem that names the case and the tensor`() throws {
    try withFolder { folder in
      let file = try copyOfOperators(to: folder).appending(path: "cases.json")
      let json = try String(contentsOf: file, encoding: .utf8)
      let wrong = json.replacing(
        "exp/any.expected.value", with: "exp/any.expected.grad.x", maxReplacements: 1)
      try #require(wrong != json)
      try Data(wrong.utf8).write(to: file)
      let problems = ConformanceReport(casesBelow: folder.path).problems
      #expect(problems.count == 1)
      #expect(problems.first?.hasPrefix("operators/exp/any, value: ") == true)
    }
  }

  /// Copies the cases of operators into a folder of their own.
  private func copyOfOperators(to folder: URL) throws -> URL {
    let copy = folder.appending(path: "operators")
    try FileManager.default.copyItem(at: ownCases.appending(path: "operators"), to: copy)
    return copy
  }

  private func withFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "conformance-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }
}
