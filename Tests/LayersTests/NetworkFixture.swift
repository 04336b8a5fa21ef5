import Layers
import Tensors
import Testing

/// A network with every kind of layer that there is, and random weights.
func everyKind(seed: UInt64 = 3) -> Network {
  var generator = SplitMix64(seed: seed)
  return Network(
    input: [2, 12, 10],
    layers: [
      "conv1": .conv2d(inChannels: 2, outChannels: 6, kernel: 3, stride: 2, padding: 1),
      "bn1": .batchNorm2d(channels: 6),
      "relu1": .relu,
      "pool1": .maxPool2d(kernel: 2, stride: 1),
      "block": .sequence([
        "same": .conv2d(
          inChannels: 6, outChannels: 6, kernel: 3, padding: .same, groups: 3, bias: false),
        "bn": .batchNorm2d(channels: 6),
        "relu6": .relu6,
      ]),
      "res": .residual(
        [
          "a": .conv2d(inChannels: 6, outChannels: 4, kernel: 1),
          "act": .leakyRelu(slope: 0.2),
          "inner": .residual(["b": .conv2d(inChannels: 4, outChannels: 4, kernel: 3, padding: 1)]),
        ], shortcut: ["project": .conv2d(inChannels: 6, outChannels: 4, kernel: 1)]),
      "drop": .dropout(rate: 0.25),
      "pool2": .avgPool2d(kernel: 2, stride: 1, padding: 1),
      "gelu": .gelu,
      "flat": .flatten,
      "fc1": .linear(inFeatures: 120, outFeatures: 8),
      "tanh": .tanh,
      "fc2": .linear(inFeatures: 8, outFeatures: 5, bias: false),
    ], using: &generator)
}

/// Random images that fit `everyKind`.
func images(_ count: Int, seed: UInt64 = 5) -> Tensor {
  var generator = SplitMix64(seed: seed)
  return .normal(shape: [count, 2, 12, 10], using: &generator)
}

/// Checks that an error is thrown that is one sentence and holds some words.
func expectError<Failure: Error & CustomStringConvertible>(
  _ type: Failure.Type, _ words: String..., sourceLocation: SourceLocation = #_sourceLocation,
  from body: () throws -> Void
) {
  do {
    try body()
    Issue.record("nothing was thrown", sourceLocation: sourceLocation)
  } catch let error as Failure {
    let text = error.description
    let isOneLine = text.allSatisfy { !$0.isNewline }
    #expect(text.hasSuffix(".") && isOneLine, "\(text)", sourceLocation: sourceLocation)
    for word in words {
      #expect(text.contains(word), "\(text)", sourceLocation: sourceLocation)
    }
  } catch {
    Issue.record("another error: \(error)", sourceLocation: sourceLocation)
  }
}
