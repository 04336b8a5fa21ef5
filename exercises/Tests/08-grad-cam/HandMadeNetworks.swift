import Layers
import Tensors

/// Two feature maps of a picture of one row, a mean over space and two classes, to compute by hand.
///
///     features = (x, 3 − x)      relu = max(features, 0)      m = mean over space of relu
///     logits = (2 m₁ − m₂ − 4, m₁ + 3 m₂ − 2)
let pooled = Network(
  input: [1, 1, 2],
  layers: [
    "features": .conv2d(Conv2d(weight: [[[[1]]], [[[-1]]]], bias: [0, 3])), "relu": .relu,
    "gap": .globalAvgPool2d,
    "logits": .linear(Linear(weight: [[2, -1], [1, 3]], bias: [-4, -2])),
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

/// A network without kinks, whose classes hang on where things are, drawn at random.
func smoothNetwork(using generator: inout SplitMix64) -> Network {
  Network(
    input: [1, 2, 3],
    layers: [
      "conv": .conv2d(inChannels: 1, outChannels: 2, kernel: 1), "bend": .tanh,
      "flat": .flatten, "logits": .linear(inFeatures: 12, outFeatures: 2), "soft": .tanh,
    ], using: &generator)
}
