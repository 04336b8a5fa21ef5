import Datasets
import Layers
import PlantingTheTruth
import Tensors

/// Shapes on which a tag was planted, all of it by the functions of the exercise.
struct PlantedPictures {
  /// The pictures to learn from, tags at the rate that was asked for.
  let training: Examples

  /// The class that each tag in the training names.
  let trainingTags: [Int]

  /// The pictures that were held back, tags at the same rate.
  let asDrawn: Examples

  /// The same held-back pictures, each with the tag of another class.
  let moved: Examples

  /// The class that each moved tag names.
  let movedTags: [Int]

  /// The held-back pictures before anything was put on them.
  let shapes: Shapes

  /// Draws pictures, splits them, and plants the tag.
  ///
  /// - Parameters:
  ///   - count: How many.
  ///   - part: The part of them that is held back.
  ///   - style: What the shapes look like.
  ///   - rate: The part of the tags that agree with the class.
  ///   - cue: What is planted.
  ///   - seed: Equal seeds give equal pictures, to the last byte.
  /// - Throws: What the functions of the exercise throw.
  init(
    _ count: Int = 4000, heldBack part: Double = 0.25, style: Shapes.Style, rate: Double,
    cue: Cue = .corner, seed: UInt64
  ) throws {
    var generator = SplitMix64(seed: seed)
    // Drawn with tags, so that no shape lies where the tag will be; ours are stamped over them.
    let drawn = TaggedShapes.draw(
      count, cue: cue, agreement: 1, style: style, using: &generator
    ).shapes
    let split = try stratifiedSplit(of: drawn.labels, heldBack: part, seed: generator.next())
    let (training, heldBack) = (drawn[split.training], drawn[split.heldBack])
    let classes = Cue.tagCount
    trainingTags = try tags(
      for: training.labels, classes: classes, rate: rate, seed: generator.next())
    self.training = try training.stamped(trainingTags, cue)
    asDrawn = try heldBack.stamped(
      tags(for: heldBack.labels, classes: classes, rate: rate, seed: generator.next()), cue)
    movedTags = try PlantingTheTruth.movedTags(
      for: heldBack.labels, classes: classes, seed: generator.next())
    moved = try heldBack.stamped(movedTags, cue)
    shapes = heldBack
  }

  /// What a network follows on the held-back pictures whose tags were moved.
  func reliance(of network: Network) throws -> Reliance {
    try PlantingTheTruth.reliance(
      of: network.predictions(for: moved.inputs), labels: moved.labels, tags: movedTags)
  }
}

extension Shapes {
  /// The pictures with a tag on each, and their classes.
  func stamped(_ tags: [Int], _ cue: Cue) throws -> Examples {
    guard let patterns = cue.patterns else { return Examples(inputs: images, labels: labels) }
    let inputs = try stamp(
      tags, patterns: patterns, on: images, row: cue.row, column: cue.column)
    return Examples(inputs: inputs, labels: labels)
  }
}
