import Layers
import Models
import Tensors
import Testing

/// Trainings of real networks come out the same, whatever the number of threads.
@Suite(.serialized) struct SameBytesTests {
  @Test(arguments: ["EfficientNet-Lite0", "ResNet-18"])
  func `two steps give the same bytes at one and at two threads`(name: String) throws {
    let once = try trained(name, threads: 1, seed: 1)
    #expect(try trained(name, threads: 2, seed: 1) == once)
    #expect(try trained(name, threads: 2, seed: 2) != once)
  }

  /// The network after two steps on images of 32 × 32.
  private func trained(_ name: String, threads: Int, seed: UInt64) throws -> Network {
    let before = Threads.count
    Threads.count = threads
    defer { Threads.count = before }
    var generator = SplitMix64(seed: 3)
    var network =
      name == "ResNet-18"
      ? ResNet18.network(classes: 10, using: &generator) : EfficientNetLite0.untrainedNetwork()
    network.initialize(using: &generator)
    let examples = Examples(
      inputs: .normal(shape: [6, 3, 32, 32], using: &generator), labels: [3, 1, 4, 1, 5, 9])
    try train(
      &network, on: examples, with: Adam(learningRate: 1e-3),
      by: TrainingPlan(epochs: 1, batchSize: 3, seed: seed), report: { _ in })
    return network
  }
}
