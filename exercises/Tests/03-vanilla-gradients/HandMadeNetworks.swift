import Layers
import Tensors

/// A network without kinks, of three inputs and two classes, so that differences come near slopes.
func smoothNetwork(using generator: inout SplitMix64) -> Network {
  Network(
    input: [3],
    layers: [
      "hidden": .linear(inFeatures: 3, outFeatures: 4), "bend": .tanh,
      "logits": .linear(inFeatures: 4, outFeatures: 2),
    ], using: &generator)
}

/// A network of two ReLU layers without biases, which is as many times as large as its input.
func homogeneousNetwork(using generator: inout SplitMix64) -> Network {
  Network(
    input: [3],
    layers: [
      "first": .linear(inFeatures: 3, outFeatures: 6, bias: false), "relu1": .relu,
      "second": .linear(inFeatures: 6, outFeatures: 5, bias: false), "relu2": .relu,
      "logits": .linear(inFeatures: 5, outFeatures: 3, bias: false),
    ], using: &generator)
}

/// Two inputs, two hidden neurons and two classes, with weights to compute by hand.
///
///     hidden = (a − b, a + 2b)      relu = max(hidden, 0)
///     logits = (2 relu₁ − relu₂ + 1, relu₁ + 3 relu₂ − 12)
let twoByTwo = Network(
  input: [2],
  layers: [
    "hidden": .linear(Linear(weight: [[1, -1], [1, 2]])), "relu": .relu,
    "logits": .linear(Linear(weight: [[2, -1], [1, 3]], bias: [1, -12])),
  ])
