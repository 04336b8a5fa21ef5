import CourseFiles
import Layers
import Tensors

/// A network that tells the 1,000 classes of ImageNet apart, small enough for a laptop.
///
///     stem        3 × 3, stride 2, 32 channels, ReLU6
///     blocks.0    …  blocks.15: widen 1 × 1, depthwise 3 × 3 or 5 × 5, narrow 1 × 1
///     head        1 × 1, 1,280 channels, ReLU6
///     gap         the mean over space
///     classifier  a linear layer
///
/// The input is added to a block's result where stride and channels allow. Because the network ends
/// in a mean and one linear layer, class activation maps hold on it exactly. Tan, Le 2019:
/// arxiv.org/abs/1905.11946; the Lite variant has no squeeze-and-excitation, and ReLU6 for swish.
public enum EfficientNetLite0 {
  /// One block: channels in and out, how much wider it is inside, its window and its stride.
  private typealias Block = (input: Int, output: Int, widening: Int, kernel: Int, stride: Int)

  private static let blocks: [Block] = [
    (32, 16, 1, 3, 1),
    (16, 24, 6, 3, 2), (24, 24, 6, 3, 1),
    (24, 40, 6, 5, 2), (40, 40, 6, 5, 1),
    (40, 80, 6, 3, 2), (80, 80, 6, 3, 1), (80, 80, 6, 3, 1),
    (80, 112, 6, 5, 1), (112, 112, 6, 5, 1), (112, 112, 6, 5, 1),
    (112, 192, 6, 5, 2), (192, 192, 6, 5, 1), (192, 192, 6, 5, 1), (192, 192, 6, 5, 1),
    (192, 320, 6, 3, 1),
  ]

  /// Returns the network with the weights that come with the course, trained on ImageNet.
  ///
  /// - Returns: A network that takes `[N, 3, 224, 224]` as `input(from:)` makes them, or images of
  ///   another size, and gives logits in the order of `classNames()`.
  /// - Throws: A `CourseFileError`, `SafetensorsError` or `NetworkError` if the file of weights is missing
  ///   or damaged.
  public static func network() throws -> Network {
    try untrainedNetwork().loaded(from: CourseFile("efficientnet-lite0.safetensors")) { name in
      // In the file the convolutions of stem and head have no name of their own.
      name.replacing("stem.conv.", with: "stem.").replacing("head.conv.", with: "head.")
    }
  }

  /// Returns the network with all weights zero, to be drawn or loaded.
  public static func untrainedNetwork() -> Network {
    var layers = [
      NamedLayer(
        "stem",
        .sequence([
          "conv": .conv2d(inChannels: 3, outChannels: 32, kernel: 3, stride: 2, padding: .same),
          "relu": .relu6,
        ]))
    ]
    layers += blocks.enumerated().map { NamedLayer("blocks.\($0.offset)", layer($0.element)) }
    layers += [
      NamedLayer(
        "head",
        .sequence(["conv": .conv2d(inChannels: 320, outChannels: 1280, kernel: 1), "relu": .relu6])
      ),
      NamedLayer("gap", .globalAvgPool2d),
      NamedLayer("classifier", .linear(inFeatures: 1280, outFeatures: 1000)),
    ]
    return Network(input: [3, 224, 224], layers: layers)
  }

  private static func layer(_ block: Block) -> Layer {
    let inner = block.input * block.widening
    var layers: [NamedLayer] = []
    if block.widening > 1 {
      layers += [
        NamedLayer("expand", .conv2d(inChannels: block.input, outChannels: inner, kernel: 1)),
        NamedLayer("expandRelu", .relu6),
      ]
    }
    layers += [
      NamedLayer(
        "depthwise",
        .conv2d(
          inChannels: inner, outChannels: inner, kernel: block.kernel, stride: block.stride,
          padding: .same, groups: inner)),
      NamedLayer("depthwiseRelu", .relu6),
      NamedLayer("project", .conv2d(inChannels: inner, outChannels: block.output, kernel: 1)),
    ]
    return block.stride == 1 && block.input == block.output
      ? .residual(Residual(layers: layers)) : .sequence(layers)
  }

  /// Returns what the network wants to see of an image.
  ///
  ///     x = (value − 127) / 128
  ///
  /// - Parameter values: Red, green and blue from 0 to 255, `[3, H, W]` or `[N, 3, H, W]`.
  /// - Returns: `[N, 3, H, W]`, of a single image with N = 1.
  public static func input(from values: Tensor) -> Tensor {
    precondition(
      [3, 4].contains(values.rank) && values.shape[values.rank - 3] == 3,
      "EfficientNet: images are [3, height, width] or [N, 3, height, width], not \(values.shape)")
    let scaled = (values - 127) / 128
    return scaled.rank == 3 ? scaled.insertingAxis(at: 0) : scaled
  }

  /// Returns the names of the classes, in the order of the logits.
  ///
  /// - Returns: 1,000 names.
  /// - Throws: A `CourseFileError` if the file of names is missing.
  public static func classNames() throws -> [String] { try namesInFile.get() }

  /// The names, read once, or why they cannot be.
  private static let namesInFile = Result { () throws(CourseFileError) in
    let text = try CourseFile("imagenet-classes.txt").text()
    return text.split(whereSeparator: \.isNewline).map(String.init)
  }
}
