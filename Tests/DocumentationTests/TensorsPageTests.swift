import Foundation
import Testing

/// That the pages of `docs/` are tested as they are, and that of the operators leaves nothing out.
@Suite struct TensorsPageTests {
  @Test(arguments: [
    ("docs/tensors.md", linesOfTensorsPage), ("docs/swift-for-pythonistas.md", linesOfSwiftPage),
  ])
  func `the tests were made from the page as it is`(page: String, made: String) throws {
    var lines: [String] = []
    var isInBlock = false
    for (index, line) in try text(page).components(separatedBy: "\n").enumerated() {
      if line.hasPrefix("```") {
        isInBlock = line == "```swift"
      } else if isInBlock ? !line.isEmpty && !line.hasPrefix("import ") : isRow(line) {
        lines.append("\(index + 1) \(line)")
      }
    }
    let tested = made.components(separatedBy: "\n")
    let firstDifference = zip(lines, tested).first { $0 != $1 }
    #expect(firstDifference == nil, "run scripts/documentation-tests")
    #expect(lines.count == tested.count, "run scripts/documentation-tests")
  }

  @Test func `every public operator stands on the page`() throws {
    let code = try text("docs/tensors.md").components(separatedBy: "\n").filter(isRow)
      .map { $0.components(separatedBy: "|")[2].replacing("`", with: " ") }
      .joined(separator: "\n")
    // What the language calls, and not people.
    let unspoken: Set = ["next", "range", "removesAxis"]
    let declaration = /public (?:[a-z]+ )*(?:func|var) (\w+|\S+(?= \())/
    let sources = root.appendingPathComponent("Sources/Tensors")
    let files = try #require(FileManager.default.enumerator(atPath: sources.path))
    var names: Set<String> = []
    for case let file as String in files where file.hasSuffix(".swift") {
      for match in try text("Sources/Tensors/\(file)").matches(of: declaration) {
        names.insert(String(match.1))
      }
    }
    #expect(names.count > 90)
    for name in names.subtracting(unspoken).sorted() {
      let isWord = name.allSatisfy { $0.isLetter || $0.isNumber }
      let (start, end) = isWord ? ("(?<![A-Za-z0-9])", "(?![A-Za-z0-9])") : (" ", " ")
      let pattern = start + NSRegularExpression.escapedPattern(for: name) + end
      let isShown = code.range(of: pattern, options: .regularExpression) != nil
      #expect(isShown, "docs/tensors.md does not show \(name)")
    }
  }

  private let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private func text(_ path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }

  /// Whether a line is a row that can be run, and not its head: these have code and three cells.
  private func isRow(_ line: String) -> Bool {
    line.hasPrefix("|") && line.contains("`")
      && line.replacing("\\|", with: "").count(where: { $0 == "|" }) != 3
  }
}
