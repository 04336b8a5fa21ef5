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

/// Two inputs, three hidden neurons and four classes, with weights to compute by hand.
///
///     hidden = (a − b, a + 2b, −a)      relu = max(hidden, 0)
let reluByHand = Network(
  input: [2],
  layers: [
    "hidden": .linear(Linear(weight: [[1, -1], [1, 2], [-1, 0]])), "relu": .relu,
    "logits": .linear(
      Linear(weight: [[1, 3, -2], [2, -1, 3], [-1, 1, 1], [1, -2, 1]], bias: [-12, 1, 0, 5])),
  ])

/// Three linear layers, whose names are in no order of the alphabet.
///
///     stem = (a, b, a + b)      body = (stem₁ − stem₂, 2 stem₂ + stem₃)
let linearByHand = Network(
  input: [2],
  layers: [
    "stem": .linear(Linear(weight: [[1, 0], [0, 1], [1, 1]])),
    "body": .linear(Linear(weight: [[1, -1, 0], [0, 2, 1]])),
    "logits": .linear(
      Linear(weight: [[1, 2], [-2, 1], [3, -1], [1, 1]], bias: [0, 2, 1, -1])),
  ])
