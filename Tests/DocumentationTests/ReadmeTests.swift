import Datasets
import Figures
import Foundation
import Layers
import Models
import Tensors
import Testing

/// That the lines in the README run as they stand there, and do what it says.
@Suite struct ReadmeTests {
  @Test func `the README's lines classify the cat and light it up`() throws {
    let here = FileManager.default.currentDirectoryPath
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }

    // README begins
    // A network, and a photograph as it wants to see it; Picture(contentsOf: "cat.png") reads another.
    let network = try EfficientNetLite0.network()
    let cat = try Photograph.chelsea.picture()
    let x = EfficientNetLite0.input(from: cat.values).tracked()

    // What does it see? Egyptian cat 0.385, tiger cat 0.332, tabby 0.163.
    let names = try EfficientNetLite0.classNames()
    let best = network(x).softmax(along: 1).topK(3)
    for (index, p) in zip(best.indices[0], best.values.scalars) { print(names[index], p) }

    // Which pixels would change "tiger cat"? The gradient of its score, largest over the colours.
    let slope = gradient(of: try network.score(of: ImageNet.tigerCat)(x).sum(), withRespectTo: x)
    let heat = try Heat(slope[0].abs().max(along: 0), .positive, scaledBy: .percentile(98))
    // README ends

    // The last line writes beside the program; here it must leave nothing behind.
    let path = folder.appending(path: "tiger.png").path
    try cat.overlaid(with: heat, .even(0.6)).write(to: path)
    #expect(try Picture(contentsOf: path).width == 224)
    #expect(FileManager.default.currentDirectoryPath == here)

    let seen = zip(best.indices[0], best.values.scalars).map { "\(names[$0]) \(Self.rounded($1))" }
    #expect(seen.joined(separator: ", ") == "Egyptian cat 0.385, tiger cat 0.332, tabby 0.163")
    #expect(slope.shape == [1, 3, 224, 224])
    #expect(slope.abs().max().scalar > 0)
  }

  @Test func `the lines of this test are the README's`() throws {
    let root = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let readme = try lines(of: root.appending(path: "README.md"))
      .drop { $0 != "```swift" }.dropFirst().prefix { $0 != "```" }
    let tested = try lines(of: URL(filePath: #filePath))
      .drop { $0 != "// README begins" }.dropFirst().prefix { $0 != "// README ends" }
    let body = readme.filter { !$0.hasPrefix("import ") && !$0.isEmpty }
    #expect(body.dropLast() == tested.filter { !$0.isEmpty }[...])
    #expect(body.last == #"try cat.overlaid(with: heat, .even(0.6)).write(to: "tiger.png")"#)
    #expect(readme.count <= 22)
  }

  private static func rounded(_ number: Float) -> String {
    String(format: "%.3f", locale: Locale(identifier: "en_US_POSIX"), Double(number))
  }

  private func lines(of file: URL) throws -> [String] {
    try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
      .map { $0.trimmingCharacters(in: .whitespaces) }
  }
}
