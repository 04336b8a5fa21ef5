import Datasets
import Layers
import Tensors

extension Recipe {
  /// How `DigitNet` was made.
  public static let digitNet = Recipe(
    name: "digitnet",
    about: """
      Reads handwritten digits. It learned from the 4,000 training digits that come with the course, \
      a part of MNIST, and was tested on the 1,000 others.
      """,
    method: """
      24 epochs in batches of 32 with Adam, one cycle up to a learning rate of 0.005; each digit \
      shifted by up to two pixels each time it is seen.
      """,
    seed: 1,
    train: { seed, report in
      var generator = SplitMix64(seed: seed)
      var network = DigitNet.untrainedNetwork().drawnForReLU(using: &generator)
      let digits = try Digits.training()
      try Layers.train(
        &network, on: Examples(inputs: digits.images, labels: digits.labels),
        with: Adam(learningRate: 5e-3),
        by: TrainingPlan(epochs: 24, batchSize: 32, schedule: .oneCycle(), seed: seed),
        augmenting: { shifted($0, byUpTo: 2, using: &$1) }, report: report)
      return network
    },
    shipped: DigitNet.network,
    measure: { network in
      let digits = try Digits.test()
      let examples = Examples(inputs: digits.images, labels: digits.labels)
      return [Result(name: "of the 1,000 test digits", value: network.accuracy(on: examples))]
    })
}

/// Moves each image by a random number of pixels in both directions; zeros come in from the border.
private func shifted(
  _ images: Tensor, byUpTo most: Int, using generator: inout SplitMix64
) -> Tensor {
  let (count, height, width) = (images.shape[0], images.shape[2], images.shape[3])
  let source = images.scalars
  var moved = [Float](repeating: 0, count: source.count)
  for image in 0..<count {
    let down = Int.random(in: -most...most, using: &generator)
    let right = Int.random(in: -most...most, using: &generator)
    for row in max(0, down)..<min(height, height + down) {
      for column in max(0, right)..<min(width, width + right) {
        moved[(image * height + row) * width + column] =
          source[(image * height + row - down) * width + column - right]
      }
    }
  }
  return Tensor(moved, shape: images.shape)
}
