import Layers
import Tensors
import Testing

@Suite struct `Layers as values` {
  @Test func `a linear layer multiplies by rows of its weight and adds the bias`() {
    let layer = Layer.linear(Linear(weight: [[1, 2], [3, 4], [5, 6]], bias: [10, 20, 30]))
    #expect(layer([[1, 1], [0, 2]]) == [[13, 27, 41], [14, 28, 42]])
  }

  @Test func `a residual whose layers give zero is the identity`() {
    let layer = Layer.residual([
      "conv": .conv2d(inChannels: 2, outChannels: 2, kernel: 3, padding: 1), "relu": .relu,
    ])
    #expect(layer(images(3)) == images(3))
  }

  @Test func `a residual that begins with a ReLU adds the input from before it`() {
    #expect(Layer.residual(["relu": .relu])([[-1, 2]]) == [[-1, 4]])
  }

  @Test func `a shortcut replaces the input in the sum`() {
    let double = Layer.linear(Linear(weight: [[2]]))
    let triple = Layer.linear(Linear(weight: [[3]]))
    #expect(Layer.residual(["a": double], shortcut: ["b": triple])([[1]]) == [[5]])
  }

  @Test func `same padding keeps the size, whatever the stride divides it by`() {
    let layer = Layer.conv2d(inChannels: 2, outChannels: 1, kernel: 5, stride: 3, padding: .same)
    #expect(layer(images(1)).shape == [1, 1, 4, 4])
    #expect(Network(input: [2, 12, 10], layers: ["conv": layer]).output == [1, 4, 4])
  }

  @Test func `the shape that is foretold is the shape that comes`() {
    let network = everyKind()
    #expect(network(images(3)).shape == [3] + network.output)
  }

  @Test func `dropout does nothing in use, and in training keeps the mean`() {
    let layer = Layer.dropout(rate: 0.25)
    let x = Tensor.ones([1, 20_000])
    #expect(layer(x) == x)
    var network = Network(input: [20_000], layers: ["drop": layer])
    var generator = SplitMix64(seed: 1)
    let dropped = network.trainingOutput(for: x, using: &generator)
    let kept = dropped.scalars.filter { $0 != 0 }
    #expect(kept.allSatisfy { $0 == 1 / 0.75 })
    // The number kept has the standard deviation √(20,000 · ¾ · ¼) = 61.
    #expect(abs(kept.count - 15_000) < 300)
    #expect(network.trainingOutput(for: x, using: &generator) != dropped)
    var again = SplitMix64(seed: 1)
    #expect(network.trainingOutput(for: x, using: &again) == dropped)
  }

  @Test func `drawn weights fill ±1 over the root of the numbers that a filter sees`() {
    var generator = SplitMix64(seed: 2)
    let network = Network(
      input: [8, 20, 20],
      layers: ["conv": .conv2d(inChannels: 8, outChannels: 64, kernel: 3, groups: 2)],
      using: &generator)
    let bound = 1 / Float(36).squareRoot()
    for (_, tensor) in network.parameters {
      #expect(tensor.abs().max().scalar <= bound)
      #expect(tensor.max().scalar > 0.9 * bound)
      #expect(tensor.min().scalar < -0.9 * bound)
    }
    #expect(everyKind(seed: 3) == everyKind(seed: 3))
    #expect(everyKind(seed: 3) != everyKind(seed: 4))
  }
}
