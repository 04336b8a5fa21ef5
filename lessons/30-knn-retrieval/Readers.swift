import Datasets
import KNNRetrieval
import Layers
import Models
import Tensors

/// Networks of which it is known what they read, because a teacher saw to it.
///
/// One teacher called every picture by its tag, the other by its shape, on pictures whose tags agree
/// with the shape by chance. Lesson 02 holds other instruments to the same exam.
struct Readers {
  /// How many pairs there are.
  static let seeds: ClosedRange<UInt64> = 1...3

  /// The purity by the tag of the neighbours that each of a pair finds, and what chance gives.
  struct Pair {
    let ofTag: Double
    let ofShape: Double
    let chance: Double
    /// How far apart they are put, in parts of what is above chance; 1 would be right.
    var distance: Double { (ofTag - ofShape) / (1 - chance) }
  }

  private static let style = Shapes.Style(textures: [.plain], sizes: [.medium, .large])

  private static func pictures(_ count: Int, seed: UInt64) -> TaggedShapes {
    var generator = SplitMix64(seed: seed)
    return .draw(count, cue: .corner, agreement: 0.25, style: style, using: &generator)
  }

  /// Trains both readers of a seed, and searches with each.
  static func measured(seed: UInt64) throws -> Pair {
    let lessons = pictures(1500, seed: 100 + seed)
    let (memory, queries) = (pictures(1000, seed: 200 + seed), pictures(250, seed: 300 + seed))
    let parts = try [(lessons.tags, 3), (lessons.labels, 5)].map { labels, epochs in
      let network = try trained(
        on: Examples(inputs: lessons.images, labels: labels), epochs: epochs, seed: seed)
      let found = try neighbours(
        of: embeddings(of: network, images: queries.images, place: "gap"),
        in: embeddings(of: network, images: memory.images, place: "gap"))
      return try purity(of: found, labels: memory.tags, queryLabels: queries.tags)
    }
    let chance = try chancePurity(
      labels: memory.tags, queryLabels: queries.tags,
      excluding: [Int](repeating: -1, count: queries.count))
    return Pair(ofTag: parts[0], ofShape: parts[1], chance: chance)
  }

  /// A small network with three convolutions and a mean over space, as in lesson 02.
  private static func trained(
    on lessons: Examples, epochs: Int, seed: UInt64
  ) throws -> Network {
    var generator = SplitMix64(seed: seed)
    var network = Network(
      input: [3, Shapes.side, Shapes.side],
      layers: [
        "conv1": .conv2d(inChannels: 3, outChannels: 16, kernel: 4, stride: 2, padding: 1),
        "relu1": .relu,
        "conv2": .conv2d(inChannels: 16, outChannels: 32, kernel: 3, padding: 1), "relu2": .relu,
        "pool2": .maxPool2d(kernel: 2),
        "conv3": .conv2d(inChannels: 32, outChannels: 64, kernel: 3, padding: 1), "relu3": .relu,
        "gap": .globalAvgPool2d,
        "classifier": .linear(inFeatures: 64, outFeatures: Cue.tagCount),
      ]
    ).drawnForReLU(using: &generator)
    try train(
      &network, on: lessons, with: Adam(learningRate: 0.01),
      by: TrainingPlan(epochs: epochs, batchSize: 32, schedule: .oneCycle(), seed: seed),
      report: { _ in })
    return network
  }

  /// How far apart chance puts readers: neighbours drawn at random for both of each pair.
  static func chance(repetitions: Int) -> [Double] {
    var generator = SplitMix64(seed: 9)
    let draws = 250 * k * seeds.count
    return (0..<repetitions).map { _ in
      let parts = (0..<2).map { _ in
        Double((0..<draws).count { _ in generator.index(below: Cue.tagCount) == 0 }) / Double(draws)
      }
      return (parts[0] - parts[1]) * Double(Cue.tagCount) / Double(Cue.tagCount - 1)
    }
  }
}
