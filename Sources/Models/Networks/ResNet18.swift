import Layers
import Tensors

/// The residual network of 18 layers with weights, under the names that torchvision gives them.
///
/// He, Zhang, Ren, Sun 2015: arxiv.org/abs/1512.03385, table 1. A file of torchvision's weights, saved
/// as safetensors, is loaded with `network.load(file)`.
///
/// The place `layer1.0` is what its first block's addition gives, and `layer1.0.relu2` what goes on
/// to the next block.
public enum ResNet18 {
  /// Returns the network with weights drawn at random.
  ///
  /// - Parameters:
  ///   - classes: How many logits there are.
  ///   - generator: Where the randomness comes from; equal seeds give equal networks.
  /// - Returns: A network that takes `[N, 3, 224, 224]`, or images of another size.
  public static func network(
    classes: Int = 1000, using generator: inout SplitMix64
  ) -> Network {
    var layers = [
      NamedLayer(
        "conv1",
        .conv2d(inChannels: 3, outChannels: 64, kernel: 7, stride: 2, padding: 3, bias: false)),
      NamedLayer("bn1", .batchNorm2d(channels: 64)),
      NamedLayer("relu", .relu),
      NamedLayer("maxpool", .maxPool2d(kernel: 3, stride: 2, padding: 1)),
    ]
    var channels = 64
    for (stage, wider) in [64, 128, 256, 512].enumerated() {
      for index in 0..<2 {
        let name = "layer\(stage + 1).\(index)"
        let stride = stage > 0 && index == 0 ? 2 : 1
        layers.append(NamedLayer(name, block(from: channels, to: wider, stride: stride)))
        layers.append(NamedLayer("\(name).relu2", .relu))
        channels = wider
      }
    }
    layers += [
      NamedLayer("avgpool", .globalAvgPool2d),
      NamedLayer("fc", .linear(inFeatures: 512, outFeatures: classes)),
    ]
    var network = Network(input: [3, 224, 224], layers: layers)
    network.initialize(using: &generator)
    return network
  }

  private static func block(from input: Int, to output: Int, stride: Int) -> Layer {
    let layers: KeyValuePairs<String, Layer> = [
      "conv1": .conv2d(
        inChannels: input, outChannels: output, kernel: 3, stride: stride, padding: 1, bias: false),
      "bn1": .batchNorm2d(channels: output),
      "relu1": .relu,
      "conv2": .conv2d(
        inChannels: output, outChannels: output, kernel: 3, padding: 1, bias: false),
      "bn2": .batchNorm2d(channels: output),
    ]
    guard stride != 1 || input != output else { return .residual(layers) }
    return .residual(
      layers,
      shortcut: [
        "downsample.0": .conv2d(
          inChannels: input, outChannels: output, kernel: 1, stride: stride, bias: false),
        "downsample.1": .batchNorm2d(channels: output),
      ])
  }
}
