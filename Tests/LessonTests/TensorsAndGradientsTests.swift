import Datasets
import Tensors
import TensorsAndGradients
import Testing

/// That the engine of lesson 01 agrees with the core where it counts: on a network and real digits.
@Suite struct TensorsAndGradientsTests {
  @Test func `a perceptron over sixteen digits has the core's loss and gradients`() throws {
    let digits = try Digits.training()[0..<16]
    var generator = SplitMix64(seed: 5)
    let inputs = [
      digits.images.reshaped(to: [16, 784]),
      Tensor.normal(shape: [784, 32], using: &generator) * 0.05,
      Tensor.normal(shape: [32], using: &generator) * 0.1,
      Tensor.normal(shape: [32, 10], using: &generator) * 0.2,
      Tensor.normal(shape: [10], using: &generator) * 0.1,
    ]

    let tracked = inputs.map { $0.tracked() }
    let hidden = (tracked[0].matmul(tracked[1]) + tracked[2]).relu()
    let loss = (hidden.matmul(tracked[3]) + tracked[4]).crossEntropy(with: digits.labels)
    let truth = gradients(of: loss, withRespectTo: tracked)

    let layers = [
      Step(.input), Step(.input), Step(.input), Step(.input), Step(.input),
      Step(.matmul, of: 0, 1), Step(.add, of: 5, 2), Step(.relu, of: 6), Step(.matmul, of: 7, 3),
      Step(.add, of: 8, 4),
    ]
    let logits = forward(through: layers, from: inputs)[9]
    #expect((logits.crossEntropy(with: digits.labels) - loss).abs().scalar <= 1e-5)

    // Σ logits · slope has the slope of the loss at the logits.
    let tape = layers + [Step(.input), Step(.multiply, of: 9, 10), Step(.sum, of: 11)]
    let slope = try crossEntropyPullback(logits: logits, labels: digits.labels, upstream: 1)
    let found = try backward(
      through: tape, values: forward(through: tape, from: inputs + [slope]), from: 12)
    for (index, gradient) in truth.enumerated() {
      #expect(found[index].isClose(to: gradient, within: 1e-5))
      // Zeros would be close to zeros.
      #expect(gradient.abs().max().scalar > 1e-3)
    }
  }
}
