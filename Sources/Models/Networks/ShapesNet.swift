import CourseFiles
import Datasets
import Layers
import Tensors

/// A network that tells square, disk, triangle and cross apart, whatever their colour and texture.
///
///     conv1  3 × 3,  3 → 16   relu1   pool1     32 × 32 → 16 × 16
///     conv2  3 × 3, 16 → 32   relu2   pool2     16 × 16 →  8 × 8
///     conv3  3 × 3, 32 → 64   relu3
///     conv4  3 × 3, 64 → 64   relu4
///     gap    the mean over 8 × 8
///     classifier, 64 → 4
///
/// `TaggedNet` is the same network, trained where a tag betrays the class.
public enum ShapesNet {
  /// Returns the network with the weights that come with the course, trained on 4,000 clear shapes.
  ///
  /// - Returns: A network that takes images of the world Shapes, `[N, 3, 32, 32]` from 0 to 1, and
  ///   gives a logit for each class.
  /// - Throws: A `CourseFileError`, `SafetensorsError` or `NetworkError` if the file of weights is
  ///   missing or damaged.
  public static func network() throws -> Network {
    try untrainedNetwork().loaded(from: CourseFile("shapesnet.safetensors"))
  }

  /// Returns the network with all weights zero, to be drawn or loaded.
  public static func untrainedNetwork() -> Network {
    Network(
      input: [3, 32, 32],
      layers: [
        "conv1": .conv2d(inChannels: 3, outChannels: 16, kernel: 3, padding: 1), "relu1": .relu,
        "pool1": .maxPool2d(kernel: 2),
        "conv2": .conv2d(inChannels: 16, outChannels: 32, kernel: 3, padding: 1), "relu2": .relu,
        "pool2": .maxPool2d(kernel: 2),
        "conv3": .conv2d(inChannels: 32, outChannels: 64, kernel: 3, padding: 1), "relu3": .relu,
        "conv4": .conv2d(inChannels: 64, outChannels: 64, kernel: 3, padding: 1), "relu4": .relu,
        "gap": .globalAvgPool2d,
        "classifier": .linear(inFeatures: 64, outFeatures: 4),
      ])
  }
}
