import Datasets
import Layers
import PlantingTheTruth
import Tensors

/// A network that learned from pictures with two tags, both of them always right.
struct TwoCues {
  /// What is moved.
  static let moves = ["the mark alone", "the ruler alone", "both, to the same class"]

  /// What is followed after each of the moves.
  let reliances: [Reliance]

  init(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let drawn = TaggedShapes.draw(
      2000, cue: .stripe, agreement: 1, style: Difficulty.clear.style, using: &generator
    ).shapes
    let split = try stratifiedSplit(of: drawn.labels, heldBack: 0.25, seed: seed)
    let (training, heldBack) = (drawn[split.training], drawn[split.heldBack])
    let lessons = try TwoCues.tagged(training, mark: training.labels, ruler: training.labels)
    let network = try TrainedNetwork(on: lessons, epochs: 3, seed: seed).network
    let labels = heldBack.labels
    let moved = try movedTags(for: labels, classes: Cue.tagCount, seed: seed)
    reliances = try [(moved, labels), (labels, moved), (moved, moved)].map { mark, ruler in
      let examples = try TwoCues.tagged(heldBack, mark: mark, ruler: ruler)
      return try reliance(
        of: network.predictions(for: examples.inputs), labels: labels, tags: moved)
    }
  }

  private static func tagged(_ shapes: Shapes, mark: [Int], ruler: [Int]) throws -> Examples {
    guard let patterns = Cue.corner.patterns else { return try shapes.stamped(ruler, .stripe) }
    let withRuler = try shapes.stamped(ruler, .stripe)
    let inputs = try stamp(
      mark, patterns: patterns, on: withRuler.inputs, row: Cue.corner.row,
      column: Cue.corner.column)
    return Examples(inputs: inputs, labels: shapes.labels)
  }
}
