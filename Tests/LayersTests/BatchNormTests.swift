import Layers
import Tensors
import Testing

@Suite struct `Batch norms` {
  /// A network whose batch norms have seen something.
  private func used() -> Network {
    var network = everyKind()
    var generator = SplitMix64(seed: 9)
    network.forEachParameter { name, parameter in
      if name.contains("bn") {
        parameter = .uniform(in: 0.5..<1.5, shape: parameter.shape, using: &generator)
      }
    }
    for seed in 0..<4 {
      _ = network.trainingOutput(for: images(6, seed: UInt64(seed)), using: &generator)
    }
    return network
  }

  @Test func `in use it is the formula`() {
    let norm = BatchNorm2d(
      weight: [2, 3], bias: [1, -1], runningMean: [4, 5], runningVariance: [9, 16], epsilon: 0)
    let x: Tensor = [[[[7]], [[9]]]]
    #expect(norm(x).isClose(to: [[[[3]], [[2]]]]))
  }

  @Test func `in training each channel has mean 0 and variance 1`() {
    var network = Network(input: [2, 12, 10], layers: ["bn": .batchNorm2d(channels: 2)])
    var generator = SplitMix64(seed: 1)
    let y = network.trainingOutput(for: 3 * images(5) + 7, using: &generator)
    #expect(y.mean(along: 0, 2, 3).isClose(to: [0, 0], within: 1e-5))
    #expect(y.variance(along: 0, 2, 3).isClose(to: [1, 1], within: 1e-4))
  }

  @Test func `the running numbers go a tenth of the way, the variance by n − 1`() {
    var network = Network(input: [1, 1, 2], layers: ["bn": .batchNorm2d(channels: 1)])
    var generator = SplitMix64(seed: 1)
    _ = network.trainingOutput(for: [[[[1, 5]]]], using: &generator)
    guard case .batchNorm2d(let norm) = network["bn"] else { return }
    #expect(norm.runningMean.isClose(to: [0.3]))
    #expect(norm.runningVariance.isClose(to: [0.9 + 0.8]))
  }

  @Test func `in training the gradient flows through the batch's numbers`() {
    // Shifting or scaling all inputs changes nothing, so the gradient is orthogonal to both.
    let x = images(4).tracked()
    var network = Network(input: [2, 12, 10], layers: ["bn": .batchNorm2d(channels: 2)])
    var generator = SplitMix64(seed: 1)
    let y = network.trainingOutput(for: x, using: &generator)
    let gradient = gradient(of: (y * images(4, seed: 8)).sum(), withRespectTo: x)
    #expect(gradient.sum(along: 0, 2, 3).isClose(to: [0, 0], within: 1e-3))
    #expect((gradient * x.detached()).sum(along: 0, 2, 3).isClose(to: [0, 0], within: 1e-2))
  }

  @Test func `training on one number a channel stops`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var network = Network(input: [2, 1, 1], layers: ["bn": .batchNorm2d(channels: 2)])
      var generator = SplitMix64(seed: 1)
      _ = network.trainingOutput(for: .ones([1, 2, 1, 1]), using: &generator)
    }
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(text.contains("more than one number a channel") && text.contains("[1, 2, 1, 1]"))
  }

  @Test func `folded they compute the same`() {
    let network = used()
    let folded = network.foldingBatchNorms()
    #expect(network.places.contains("bn1") && network.places.contains("block.bn"))
    #expect(!folded.places.contains("bn1") && !folded.places.contains("block.bn"))
    #expect(folded(images(3)).isClose(to: network(images(3)), within: 1e-4))
  }

  @Test func `one that follows no convolution stays`() {
    let network = Network(
      input: [2, 12, 10], layers: ["relu": .relu, "bn": .batchNorm2d(channels: 2)])
    #expect(network.foldingBatchNorms() == network)
  }
}
