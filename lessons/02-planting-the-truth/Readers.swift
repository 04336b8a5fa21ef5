import Datasets
import Layers
import PlantingTheTruth
import Showing
import Tensors

/// Networks of which it is known what they read, because a teacher saw to it.
///
/// All of them see the same kind of pictures: clear shapes with tags that agree by chance. One teacher
/// calls every picture by its tag, the other by its shape, so that each group can learn nothing else.
struct Readers {
  /// A way to find out what a network reads.
  enum Instrument: String, CaseIterable {
    case moving = "moving the tag"
    case covering = "painting over the tag"
    case accuracy = "plain accuracy"
  }

  /// How many networks each teacher has.
  static let seeds: ClosedRange<UInt64> = 1...3

  private static let classes = Cue.tagCount

  /// What an instrument shows for one reader of the tag, and one of the shape, of the same seed.
  struct Pair {
    let ofTag: [Double]
    let ofShape: [Double]

    /// How far apart each instrument puts the two.
    var distances: [Double] { zip(ofTag, ofShape).map { $0 - $1 } }
  }

  /// Trains both readers of a seed, and holds every instrument to them.
  static func measured(seed: UInt64) throws -> Pair {
    // A quarter of the tags agrees, as it comes to with four classes if tags mean nothing.
    let lessons = try PlantedPictures(
      1500, heldBack: 0, style: Difficulty.clear.style, rate: 0.25, seed: 100 + seed)
    let exam = try PlantedPictures(
      500, heldBack: 1, style: Difficulty.clear.style, rate: 0.95, seed: 200 + seed)
    let byTag = Examples(inputs: lessons.training.inputs, labels: lessons.trainingTags)
    let ofTag = try TrainedNetwork(on: byTag, epochs: 3, seed: seed).network
    let ofShape = try TrainedNetwork(on: lessons.training, epochs: 5, seed: seed).network
    return Pair(
      ofTag: try Instrument.allCases.map { try reading($0, of: ofTag, on: exam) },
      ofShape: try Instrument.allCases.map { try reading($0, of: ofShape, on: exam) })
  }

  /// What an instrument shows: near 1 should mean the tag, and near 0 the shape.
  private static func reading(
    _ instrument: Instrument, of network: Network, on exam: PlantedPictures
  ) throws -> Double {
    let asDrawn = Double(network.accuracy(on: exam.asDrawn))
    switch instrument {
    case .moving: return try exam.reliance(of: network).tag
    case .accuracy: return asDrawn
    case .covering: return asDrawn - Double(network.accuracy(on: try exam.covered()))
    }
  }

  /// What moving the tag shows of networks that answer at random: the distance, again and again.
  static func chance(repetitions: Int, pictures: Int) -> [Double] {
    var generator = SplitMix64(seed: 9)
    return (0..<repetitions).map { _ in
      let groups = (0..<2).map { _ in
        let hits = (0..<pictures * seeds.count).count { _ in generator.index(below: classes) == 0 }
        return Double(hits) / Double(pictures * seeds.count)
      }
      return groups[0] - groups[1]
    }
  }
}

extension PlantedPictures {
  /// The held-back pictures with a grey patch where the tag was.
  func covered() throws -> Examples {
    let grey = Tensor(repeating: 0.16, shape: [1, 3, 4, 4])
    let inputs = try stamp(
      [Int](repeating: 0, count: shapes.count), patterns: grey, on: shapes.images,
      row: Cue.corner.row, column: Cue.corner.column)
    return Examples(inputs: inputs, labels: shapes.labels)
  }
}
