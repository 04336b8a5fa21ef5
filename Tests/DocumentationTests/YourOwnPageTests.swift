import Figures
import Foundation
import Layers
import Tensors
import Testing

/// The package of docs/your-own.md, taken from the page, compiled and run.
@Suite(.serialized) struct YourOwnPageTests {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
  /// It stands at a fixed place, so that nothing is built twice.
  private static let folder = "\(root)/.course/build/your-own"

  /// A picture; weights as PyTorch wrote them, with what PyTorch gives for the picture.
  private static let fixtures = "\(root)/Tests/DocumentationTests/Fixtures"
  private let weights = "\(fixtures)/net.safetensors"

  @Test func `the page's package does what it says, and agrees with PyTorch`() throws {
    try write()
    let fixture = try Safetensors(contentsOf: weights)
    try copyFixtures()

    let program = try build()
    let run = try start(program, [])
    #expect(run.code == 0 && run.errors == "", "\(run.errors)")
    #expect(try Picture(contentsOf: "\(Self.folder)/evidence.png").width == 64)
    let logits = try fixture.tensor(named: "expected.logits")
    let map = try fixture.tensor(named: "expected.map")
    #expect(run.output.hasPrefix("class \(logits.argmax()): Tensor [1, 5]"))
    let (shown, expected) = (
      numbers(run.output), numbers("class \(logits.argmax()): \(logits)\nevidence: \(map)")
    )
    #expect(shown.count == expected.count && shown.count > 40)
    for (number, wanted) in zip(shown, expected) {
      #expect(abs(number - wanted) <= 1e-9 + 2e-3 * abs(wanted), "\(run.output)\n\(map)")
    }
  }

  @Test(arguments: [
    ("cat.png", "cat.png: no file can be found there; check the path.\n"),
    ("net.safetensors", "net.safetensors: no file can be found there; check the path.\n"),
  ])
  func `an error is one sentence and no backtrace`(missing: String, sentence: String) throws {
    try write()
    try copyFixtures()
    try FileManager.default.removeItem(atPath: "\(Self.folder)/\(missing)")
    let run = try start(try build(), [])
    #expect(run.code == 1)
    #expect(run.errors == sentence)
  }

  @Test func `Grad-CAM has twelve lines, and the names are those of the Python network`() throws {
    let cam = try blocks().first { $0.contains { $0.hasPrefix("func gradCAM") } }
    #expect(cam?.drop { !$0.hasPrefix("///") }.count { !$0.isEmpty } == 12)
    let fixture = try Safetensors(contentsOf: weights)
    let names = fixture.tensors.keys.filter { !$0.hasPrefix("expected.") }
    #expect(
      names.sorted().map { String($0.prefix { $0 != "." }) } == [
        "conv1", "conv1", "conv2", "conv2", "fc", "fc",
      ])
  }

  private func numbers(_ text: String) -> [Double] {
    text.matches(of: /-?\d+(\.\d+)?(e-?\d+)?/).compactMap { Double($0.output.0) }
  }

  private func copyFixtures() throws {
    for name in ["cat.png", "net.safetensors"] {
      let data = try Data(contentsOf: URL(filePath: "\(Self.fixtures)/\(name)"))
      try data.write(to: URL(filePath: "\(Self.folder)/\(name)"))
    }
  }

  /// The page's blocks of Swift, line by line.
  private func blocks() throws -> [[String]] {
    let page = try String(contentsOfFile: "\(Self.root)/docs/your-own.md", encoding: .utf8)
    return page.components(separatedBy: "```swift\n").dropFirst().map {
      $0.components(separatedBy: "```")[0].components(separatedBy: "\n")
    }
  }

  /// Puts the page's files into their places; the first is Package.swift, the others name theirs.
  private func write() throws {
    for block in try blocks() {
      let name = block[0].hasPrefix("// Sources/") ? String(block[0].dropFirst(3)) : "Package.swift"
      let text = block.joined(separator: "\n").replacing(
        "\"../glassbox\"", with: "\"\(Self.root)\"")
      let file = URL(filePath: "\(Self.folder)/\(name)")
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      if (try? String(contentsOf: file, encoding: .utf8)) != text {
        try Data(text.utf8).write(to: file)
      }
    }
  }

  /// Builds the package where the learner's checks are built, since the libraries are there.
  private func build() throws -> String {
    let scratch = "\(Self.root)/.course/build"
    let build = try start(
      "/usr/bin/env",
      [
        "swift", "build", "--build-system", "native", "--package-path", Self.folder,
        "--scratch-path", scratch, "--disable-index-store",
      ])
    try #require(build.code == 0, "\(build.output)\n\(build.errors)")
    return "\(scratch)/debug/look"
  }

  private func start(
    _ program: String, _ arguments: [String]
  ) throws -> (code: Int32, output: String, errors: String) {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: Self.folder)
    let files = ["output", "errors"].map { "\(Self.folder)/\($0).txt" }
    for file in files { try Data().write(to: URL(filePath: file)) }
    process.standardOutput = FileHandle(forWritingAtPath: files[0])
    process.standardError = FileHandle(forWritingAtPath: files[1])
    try process.run()
    process.waitUntilExit()
    let texts = try files.map { try String(contentsOfFile: $0, encoding: .utf8) }
    return (process.terminationStatus, texts[0], texts[1])
  }
}
