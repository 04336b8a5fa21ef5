import CourseFiles
import Layers
import Tensors

/// A network that reads handwritten digits: four convolutions, a mean over space, a linear layer.
///
///     conv1  3 × 3,  1 → 24   relu1   pool1     28 × 28 → 14 × 14
///     conv2  3 × 3, 24 → 48   relu2   pool2     14 × 14 →  7 × 7
///     conv3  3 × 3, 48 → 64   relu3
///     conv4  3 × 3, 64 → 64   relu4
///     gap    the mean over 7 × 7
///     classifier, 64 → 10
///
/// Because it ends in a mean and one linear layer, class activation maps hold on it exactly.
public enum DigitNet {
  /// Returns the network with the weights that come with the course, trained on 4,000 digits.
  ///
  /// - Returns: A network that takes `[N, 1, 28, 28]`, white ink on black from 0 to 1, and gives a
  ///   logit for each digit.
  /// - Throws: A `CourseFileError`, `SafetensorsError` or `NetworkError` if the file of weights is
  ///   missing or damaged.
  public static func network() throws -> Network {
    try untrainedNetwork().loaded(from: CourseFile("digitnet.safetensors"))
  }

  /// Returns the network with all weights zero, to be drawn or loaded.
  public static func untrainedNetwork() -> Network {
    Network(
      input: [1, 28, 28],
      layers: [
        "conv1": .conv2d(inChannels: 1, outChannels: 24, kernel: 3, padding: 1), "relu1": .relu,
        "pool1": .maxPool2d(kernel: 2),
        "conv2": .conv2d(inChannels: 24, outChannels: 48, kernel: 3, padding: 1), "relu2": .relu,
        "pool2": .maxPool2d(kernel: 2),
        "conv3": .conv2d(inChannels: 48, outChannels: 64, kernel: 3, padding: 1), "relu3": .relu,
        "conv4": .conv2d(inChannels: 64, outChannels: 64, kernel: 3, padding: 1), "relu4": .relu,
        "gap": .globalAvgPool2d,
        "classifier": .linear(inFeatures: 64, outFeatures: 10),
      ])
  }
}
