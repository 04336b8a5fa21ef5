import Layers
import Tensors

/// Three feature maps of a picture of one row, a mean over space and three classes, to compute by
/// hand.
///
///     features = (x, 3 − x, 2x − 6)      relu = max(features, 0)      m = mean over space of relu
///     logits = (2 m₁ − m₂ + m₃ − 9, m₁ + 3 m₂ − m₃ − 2, −2 m₁ + 2 m₂ + ½ m₃ + 1)
let pooled = Network(
  input: [1, 1, 2],
  layers: [
    "features": .conv2d(Conv2d(weight: [[[[1]]], [[[-1]]], [[[2]]]], bias: [0, 3, -6])),
    "relu": .relu, "gap": .globalAvgPool2d,
    "logits": .linear(
      Linear(weight: [[2, -1, 1], [1, 3, -1], [-2, 2, 0.5]], bias: [-9, -2, 1])),
  ])

/// A network in which names begin and end alike.
///
///     conv = 2x      block.conv = 3 conv + 1      block.out = 2 − block.conv
///     block = conv + block.out      out = 3 − 2 block      conv2 = ½ out + 10
///     logits = (4 m, −2 m)      m = mean over space of conv2
let namesakes = Network(
  input: [1, 1, 2],
  layers: [
    "conv": .conv2d(Conv2d(weight: [[[[2]]]], bias: [0])),
    "block": .residual([
      "conv": .conv2d(Conv2d(weight: [[[[3]]]], bias: [1])),
      "out": .conv2d(Conv2d(weight: [[[[-1]]]], bias: [2])),
    ]),
    "out": .conv2d(Conv2d(weight: [[[[-2]]]], bias: [3])),
    "conv2": .conv2d(Conv2d(weight: [[[[0.5]]]], bias: [10])),
    "gap": .globalAvgPool2d, "logits": .linear(Linear(weight: [[4], [-2]])),
  ])

/// A network that ends in a mean over space and one linear layer, drawn at random; it has as many
/// classes as feature maps, so that weights taken by column are wrong, and do not stop the program.
func pooledNetwork(
  height: Int, width: Int, using generator: inout SplitMix64
) -> Network {
  Network(
    input: [2, height, width],
    layers: [
      "conv": .conv2d(inChannels: 2, outChannels: 5, kernel: 1), "relu": .relu,
      "gap": .globalAvgPool2d, "logits": .linear(inFeatures: 5, outFeatures: 5),
    ], using: &generator)
}

/// A network without kinks, whose classes depend on where things are, drawn at random.
func smoothNetwork(using generator: inout SplitMix64) -> Network {
  Network(
    input: [1, 2, 3],
    layers: [
      "conv": .conv2d(inChannels: 1, outChannels: 2, kernel: 1), "bend": .tanh,
      "flat": .flatten, "logits": .linear(inFeatures: 12, outFeatures: 2), "soft": .tanh,
    ], using: &generator)
}
