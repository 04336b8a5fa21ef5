import Datasets
import Foundation
import Layers
import PlantingTheTruth
import Tensors
import Testing

/// What lesson 02 promises: planted pictures that can be planted again, and what it keeps.
@Suite struct PlantingTheTruthTests {
  /// Shapes with tags, and a small network that learned from them, all from one seed.
  private func planted(seed: UInt64) throws -> (pictures: Tensor, network: Network) {
    var generator = SplitMix64(seed: seed)
    let shapes = Shapes.draw(64, using: &generator)
    let patterns = try #require(Cue.corner.patterns)
    let pictures = try stamp(
      tags(for: shapes.labels, classes: 4, rate: 0.9, seed: seed), patterns: patterns,
      on: shapes.images, row: 1, column: 1)
    var network = Network(
      input: [3, 32, 32],
      layers: [
        "conv": .conv2d(inChannels: 3, outChannels: 4, kernel: 4, stride: 4), "relu": .relu,
        "gap": .globalAvgPool2d, "classifier": .linear(inFeatures: 4, outFeatures: 4),
      ], using: &generator)
    try train(
      &network, on: Examples(inputs: pictures, labels: shapes.labels),
      with: Adam(learningRate: 0.01), by: TrainingPlan(epochs: 2, batchSize: 16, seed: seed),
      report: { _ in })
    return (pictures, network)
  }

  @Test func `the same seed gives the same bytes and the same weights, with any number of threads`()
    throws
  {
    let threads = Threads.count
    defer { Threads.count = threads }
    let first = try planted(seed: 1)
    Threads.count = 1
    let second = try planted(seed: 1)
    let other = try planted(seed: 2)
    #expect(first.pictures.scalars.map(\.bitPattern) == second.pictures.scalars.map(\.bitPattern))
    let bits = { (network: Network) in
      network.parameters.flatMap { $0.value.scalars.map(\.bitPattern) }
    }
    #expect(bits(first.network) == bits(second.network))
    #expect(first.pictures != other.pictures)
    #expect(bits(first.network) != bits(other.network))
  }

  @Test func `what is kept is five networks of each kind, and says what the text says`() throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../lessons/02-planting-the-truth/figures/reliance-curve.csv").path
    let table = try Table(contentsOf: path)
    #expect(table.rowCount == 3 * 7 * 5 * 12)
    let (shapes, rates) = (try table.categories("shapes"), try table.numbers("rate"))
    let (epochs, tags) = (try table.numbers("epoch"), try table.numbers("tag"))
    func followed(_ name: String, _ rate: Double, epoch: Double) -> [Double] {
      (0..<table.rowCount).filter {
        shapes[$0] == name && rates[$0] == rate && epochs[$0] == epoch
      }.map { tags[$0] }
    }
    let (early, late) = (
      followed("clear", 0.95, epoch: 3), followed("clear", 0.95, epoch: 12)
    )
    #expect(early.count == 5 && early.allSatisfy { $0 > 0.5 })
    #expect(late.count == 5 && late.allSatisfy { $0 < 0.1 })
    #expect(followed("faint", 0.99, epoch: 12).allSatisfy { $0 > 0.9 })
  }
}
