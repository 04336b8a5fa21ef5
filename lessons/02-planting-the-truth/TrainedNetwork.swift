import Datasets
import Layers
import Models
import PlantingTheTruth
import Tensors

/// A network that has learned from planted pictures, and what it followed on the way.
///
///     conv1  4 × 4, every 2nd pixel,  3 → 16   relu1     32 × 32 → 16 × 16
///     conv2  3 × 3, 16 → 32                    relu2     pool2: 16 × 16 → 8 × 8
///     conv3  3 × 3, 32 → 64                    relu3
///     gap    the mean over 8 × 8
///     classifier, 64 → 4
struct TrainedNetwork {
  /// The network.
  let network: Network

  /// What it followed on the moved tags, after each epoch.
  let curve: [Reliance]

  /// How often it sees every picture.
  static let epochs = 12

  /// Trains a new network.
  ///
  /// - Parameters:
  ///   - lessons: What it learns from.
  ///   - pictures: The moved tags that it is measured on after each epoch, if it is.
  ///   - epochs: How often it sees every picture.
  ///   - seed: Decides the first weights and the order of the pictures.
  ///   - report: Is called after each step.
  /// - Throws: What the functions of the exercise throw, or a `TrainingError`.
  init(
    on lessons: Examples, measuredBy pictures: PlantedPictures? = nil, epochs: Int = epochs,
    seed: UInt64,
    report: (TrainingProgress) -> Void = { _ in }
  ) throws {
    var generator = SplitMix64(seed: seed)
    var network = TrainedNetwork.untrained.drawnForReLU(using: &generator)
    var curve: [Reliance] = []
    try train(
      &network, examples: lessons.count, with: Adam(learningRate: 0.01),
      by: TrainingPlan(epochs: epochs, batchSize: 32, schedule: .oneCycle(), seed: seed),
      accuracy: pictures.map { pictures in
        { network in
          let reliance = try pictures.reliance(of: network)
          curve.append(reliance)
          return Float(reliance.label)
        }
      }, report: report
    ) { network, batch, generator in
      let batch = lessons[batch]
      return network.trainingOutput(for: batch.inputs, using: &generator)
        .crossEntropy(with: batch.labels)
    }
    self.network = network
    self.curve = curve
  }

  private static var untrained: Network {
    Network(
      input: [3, Shapes.side, Shapes.side],
      layers: [
        "conv1": .conv2d(inChannels: 3, outChannels: 16, kernel: 4, stride: 2, padding: 1),
        "relu1": .relu,
        "conv2": .conv2d(inChannels: 16, outChannels: 32, kernel: 3, padding: 1), "relu2": .relu,
        "pool2": .maxPool2d(kernel: 2),
        "conv3": .conv2d(inChannels: 32, outChannels: 64, kernel: 3, padding: 1), "relu3": .relu,
        "gap": .globalAvgPool2d,
        "classifier": .linear(inFeatures: 64, outFeatures: Cue.tagCount),
      ])
  }
}
