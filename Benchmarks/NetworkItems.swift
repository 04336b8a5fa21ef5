import Layers
import Models
import Tensors

/// Networks whole: a forward pass, the gradient of an image, training.
let networkItems: [Item] =
  ["", ".cl"].flatMap { suffix in
    [
      Item(id: "b.cnn.fwd1\(suffix)", label: "SmallCNN forward, 1 image") {
        let (network, x) = (smallCNN(), images(1))
        return { keep(network(x)) }
      },
      Item(id: "b.cnn.fwd64\(suffix)", label: "SmallCNN forward, 64 images") {
        let (network, x) = (smallCNN(), images(64))
        return { keep(network(x)) }
      },
      Item(id: "b.cnn.inputgrad1\(suffix)", label: "SmallCNN gradient of 1 image") {
        let (network, x) = (smallCNN(), images(1).tracked())
        return { keep(gradient(of: network(x)[0, 3], withRespectTo: x)) }
      },
    ]
  }
  + ["", ".fused", ".loader", ".cl"].map { suffix in
    Item(id: "b.cnn.epoch\(suffix)", label: "SmallCNN, 2,000 images in batches of 64, Adam") {
      let training = ClassifierTraining(smallCNN(), inputs: images(2000), classes: 10)
      return { training.epoch(batchSize: 64) }
    }
  }
  + ["", ".fused"].map { suffix in
    Item(id: "b.mlp.step\(suffix)", label: "MLP 16-64-64-3, a batch of 64, Adam") {
      let training = ClassifierTraining(perceptron(), inputs: rows(64), classes: 3)
      return { training.epoch(batchSize: 64) }
    }
  }
  + [1, 4096].map { count in
    Item(id: "b.mlp.fwd\(count)", label: "MLP 16-64-64-3 forward, \(count) rows") {
      let (network, x) = (perceptron(), rows(count))
      return { keep(network(x)) }
    }
  }
  + imageNetItems("d", "ResNet-18", suffixes: ["", ".cl"]) {
    var generator = SplitMix64(seed: 0)
    return ResNet18.network(using: &generator)
  }
  + imageNetItems("f", "EfficientNet-Lite0", suffixes: [""]) {
    var generator = SplitMix64(seed: 0)
    var network = EfficientNetLite0.untrainedNetwork()
    network.initialize(using: &generator)
    return network
  }

private func imageNetItems(
  _ group: String, _ name: String, suffixes: [String], _ network: @escaping @Sendable () -> Network
) -> [Item] {
  suffixes.flatMap { suffix in
    [
      Item(id: "\(group).fwd\(suffix)", label: "\(name) forward, 1 image of 224 × 224") {
        let (network, x) = (network(), photograph())
        return { keep(network(x)) }
      },
      Item(id: "\(group).inputgrad\(suffix)", label: "\(name) gradient of that image") {
        let (network, x) = (network(), photograph().tracked())
        return { keep(gradient(of: network(x)[0, 3], withRespectTo: x)) }
      },
    ]
  }
}

func smallCNN() -> Network {
  var generator = SplitMix64(seed: 0)
  return Network(
    input: [3, 32, 32],
    layers: [
      "conv1": .conv2d(inChannels: 3, outChannels: 16, kernel: 3, padding: 1), "relu1": .relu,
      "pool1": .maxPool2d(kernel: 2),
      "conv2": .conv2d(inChannels: 16, outChannels: 32, kernel: 3, padding: 1), "relu2": .relu,
      "pool2": .maxPool2d(kernel: 2),
      "conv3": .conv2d(inChannels: 32, outChannels: 64, kernel: 3, padding: 1), "relu3": .relu,
      "pool": .globalAvgPool2d, "fc": .linear(inFeatures: 64, outFeatures: 10),
    ], using: &generator)
}

private func perceptron() -> Network {
  var generator = SplitMix64(seed: 0)
  return Network(
    input: [16],
    layers: [
      "fc1": .linear(inFeatures: 16, outFeatures: 64), "relu1": .relu,
      "fc2": .linear(inFeatures: 64, outFeatures: 64), "relu2": .relu,
      "fc3": .linear(inFeatures: 64, outFeatures: 3),
    ], using: &generator)
}

func images(_ count: Int) -> Tensor {
  var generator = SplitMix64(seed: 1)
  return .normal(shape: [count, 3, 32, 32], using: &generator)
}

private func rows(_ count: Int) -> Tensor {
  var generator = SplitMix64(seed: 1)
  return .normal(shape: [count, 16], using: &generator)
}

func photograph() -> Tensor {
  var generator = SplitMix64(seed: 1)
  return .normal(shape: [1, 3, 224, 224], using: &generator)
}

/// A classifier in training on random examples.
private final class ClassifierTraining {
  private var network: Network
  private var optimizer = Adam(learningRate: 1e-3)
  private var generator = SplitMix64(seed: 2)
  private let inputs: Tensor
  private let labels: [Int]

  init(_ network: Network, inputs: Tensor, classes: Int) {
    self.network = network
    self.inputs = inputs
    var draw = SplitMix64(seed: 3)
    labels = (0..<inputs.shape[0]).map { _ in Int.random(in: 0..<classes, using: &draw) }
  }

  /// Steps once through all examples in random order; one batch of all is taken as it is.
  func epoch(batchSize: Int) {
    let order =
      labels.count > batchSize
      ? permutation(of: labels.count, using: &generator) : Array(labels.indices)
    for start in stride(from: 0, to: order.count, by: batchSize) {
      let batch = order[start..<min(start + batchSize, order.count)]
      let x = batch.count == labels.count ? inputs : inputs.selecting(batch)
      let targets = batch.map { labels[$0] }
      let (_, gradient) = valueWithGradient(of: network) { network in
        network(x).crossEntropy(with: targets)
      }
      optimizer.update(&network, along: gradient)
    }
  }
}
