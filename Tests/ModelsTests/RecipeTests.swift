import CourseFiles
import Datasets
import Foundation
import Layers
import Models
import Tensors
import Testing

/// The networks that come with the course do what their cards say.
@Suite struct RecipeTests {
  /// What each network must reach on what it has not seen: at least so much, or at most.
  private static let bounds: [String: [ClosedRange<Float>]] = [
    "digitnet": [0.98...1],
    "shapesnet": [0.98...1],
    "taggednet": [0.8...1, 0...0.2],
    "taggednet-twin": [0...0.1, 0.9...1],
    "tablenet": [0.95...1, 0.95...1],
    "penguinnet": [0.95...1, 0.97...1],
  ]

  @Test(arguments: Recipe.all.map(\.name))
  func `the weights reach what they must, and what their card says`(name: String) throws {
    let recipe = try #require(Recipe.all.first { $0.name == name })
    let network = try recipe.shipped()
    let results = try recipe.measure(network)
    let bounds = try #require(Self.bounds[name])
    #expect(results.count == bounds.count)
    let card = try String(contentsOfFile: CourseFile.card(of: name), encoding: .utf8)
    for (result, bound) in zip(results, bounds) {
      #expect(bound.contains(result.value), "\(result)")
      // Another kind of machine rounds otherwise, and may decide a close picture otherwise.
      #expect(card.contains("- \(result)") || abs(stated(result, in: card) - result.value) < 0.003)
    }
    #expect(card.contains("| parameters | \(network.parameterCount) |"))
  }

  @Test func `DigitNet is small`() throws {
    #expect(DigitNet.untrainedNetwork().parameterCount <= 120_000)
    #expect(DigitNet.untrainedNetwork()[DigitNet.untrainedNetwork().places[10]] == .globalAvgPool2d)
  }

  /// A cheap one, made again from its seed.
  @Test func `training again gives the weights that come with the course`() throws {
    let again = try Recipe.tableNet.train(Recipe.tableNet.seed) { _ in }
    let shipped = try Recipe.tableNet.shipped()
    for (a, b) in zip(again.parameters, shipped.parameters) {
      #expect((a.value - b.value).abs().max().scalar < 1e-3)
    }
    let other = try Recipe.tableNet.train(2) { _ in }
    #expect(other != again)
  }

  @Test func `other seeds reach the same`() throws {
    for seed: UInt64 in 2...4 {
      #expect(try Recipe.penguinNet.measure(Recipe.penguinNet.train(seed) { _ in })[0].value > 0.95)
    }
  }

  /// The part that the card gives for what a result measures.
  private func stated(_ result: Recipe.Result, in card: String) -> Float {
    let line = card.split(separator: "\n").first { $0.hasSuffix("% \(result.name)") } ?? ""
    return (Float(line.dropFirst(2).prefix { $0 != " " }) ?? .nan) / 100
  }
}

extension CourseFile {
  /// The path of a network's card, beside its weights.
  fileprivate static func card(of name: String) -> String {
    URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Models/Resources/\(name).md").path
  }
}
