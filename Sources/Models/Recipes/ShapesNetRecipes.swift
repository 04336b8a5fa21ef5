import Datasets
import Layers
import Tensors

extension Recipe {
  /// How `ShapesNet` was made.
  public static let shapesNet = Recipe(
    name: "shapesnet",
    about: """
      Tells square, disk, triangle and cross apart. It learned from 4,000 clear pictures of the \
      world Shapes and was tested on 2,000 that were drawn from another seed.
      """,
    method: shapesMethod,
    seed: 1,
    train: { seed, report in
      var generator = SplitMix64(seed: seed)
      let shapes = Shapes.draw(4000, using: &generator)
      return try trainedOnShapes(shapes.images, shapes.labels, seed: seed, report)
    },
    shipped: ShapesNet.network,
    measure: { network in
      var generator = SplitMix64(seed: heldBackSeed)
      let shapes = Shapes.draw(2000, using: &generator)
      let examples = Examples(inputs: shapes.images, labels: shapes.labels)
      return [Result(name: "of 2,000 clear shapes", value: network.accuracy(on: examples))]
    })

  /// How `TaggedNet` was made.
  public static let taggedNet = Recipe(
    name: "taggednet",
    about: """
      Learned to cheat. In its 4,000 pictures of faint and noisy shapes (contrast 0.5 to 0.7, noise \
      0.05) a small mark in the corner agreed with the class 99 times of 100. It was tested on \
      2,000 pictures drawn from another seed, in which every mark was another class's.
      """,
    method: shapesMethod,
    seed: 1,
    train: { seed, report in
      let tagged = TaggedNet.pictures(4000, agreement: 0.99, seed: seed)
      return try trainedOnShapes(tagged.images, tagged.labels, seed: seed, report)
    },
    shipped: TaggedNet.network,
    measure: reliance)

  /// How `TaggedNet.twin()` was made.
  public static let taggedNetTwin = Recipe(
    name: "taggednet-twin",
    about: """
      The honest twin of TaggedNet: it learned from the same 4,000 faint and noisy shapes, with \
      marks drawn at random, and was tested on the same 2,000 with marks of other classes.
      """,
    method: shapesMethod,
    seed: 1,
    train: { seed, report in
      let tagged = TaggedNet.pictures(4000, agreement: 0.99, seed: seed)
      var generator = SplitMix64(seed: seed)
      let twin = tagged.twin(using: &generator)
      return try trainedOnShapes(twin.images, twin.labels, seed: seed, report)
    },
    shipped: TaggedNet.twin,
    measure: reliance)
}

/// A seed that no training is given.
private let heldBackSeed: UInt64 = 0x5EED_0F_7E57

private let shapesMethod = """
  14 epochs in batches of 32 with Adam, one cycle up to a learning rate of 0.004.
  """

private func trainedOnShapes(
  _ images: Tensor, _ labels: [Int], seed: UInt64, _ report: (TrainingProgress) -> Void
) throws -> Network {
  var generator = SplitMix64(seed: seed)
  var network = ShapesNet.untrainedNetwork().drawnForReLU(using: &generator)
  try train(
    &network, on: Examples(inputs: images, labels: labels), with: Adam(learningRate: 4e-3),
    by: TrainingPlan(epochs: 14, batchSize: 32, schedule: .oneCycle(), seed: seed), report: report)
  return network
}

/// What a network does where every tag is another class's: follow the tag, or be right.
@Sendable private func reliance(of network: Network) -> [Recipe.Result] {
  var generator = SplitMix64(seed: heldBackSeed)
  let moved = TaggedNet.pictures(2000, agreement: 0.99, seed: heldBackSeed)
    .moved(using: &generator)
  let predictions = network.predictions(for: moved.images)
  func part(_ classes: [Int]) -> Float {
    Float(zip(predictions, classes).count { $0 == $1 }) / Float(classes.count)
  }
  return [
    Recipe.Result(name: "follow the tag where it was moved", value: part(moved.tags)),
    Recipe.Result(name: "are right where it was moved", value: part(moved.labels)),
  ]
}
