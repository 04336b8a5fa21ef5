import Datasets
import Tensors
import TensorsAndGradients

/// A perceptron of 784, 32 and 10 numbers as a tape, which learns sixteen digits.
struct Perceptron {
  /// The weights and biases of its two layers.
  var parameters: [Tensor]
  let images: Tensor
  let labels: [Int]

  /// How many digits there are to learn.
  static let count = 16

  /// From the images and the parameters, steps 0 to 4, to the logits, step 9.
  private static let layers = [
    Step(.input), Step(.input), Step(.input), Step(.input), Step(.input),
    Step(.matmul, of: 0, 1), Step(.add, of: 5, 2), Step(.relu, of: 6), Step(.matmul, of: 7, 3),
    Step(.add, of: 8, 4),
  ]

  /// Appends Σ logits · slope, where the slope is handed in: at the logits its gradient is the slope.
  private static let tape =
    layers + [Step(.input), Step(.multiply, of: 9, 10), Step(.sum, of: 11)]

  init() throws {
    let digits = try Digits.training()[0..<Self.count]
    images = digits.images.reshaped(to: [Self.count, 784])
    labels = digits.labels
    var generator = SplitMix64(seed: 1)
    let first = Tensor.normal(shape: [784, 32], using: &generator) * 0.05
    let second = Tensor.normal(shape: [32, 10], using: &generator) * 0.2
    parameters = [first, .zeros([32]), second, .zeros([10])]
  }

  /// The loss, and its gradient with respect to the images and each parameter, by the exercise.
  func lossAndGradients() throws -> (loss: Float, gradients: [Tensor]) {
    let inputs = [images] + parameters
    let logits = forward(through: Self.layers, from: inputs)[9]
    let slope = try crossEntropyPullback(logits: logits, labels: labels, upstream: 1)
    let values = forward(through: Self.tape, from: inputs + [slope])
    let gradients = try backward(through: Self.tape, values: values, from: 12)
    return (logits.crossEntropy(with: labels).scalar, Array(gradients[..<5]))
  }

  /// The same by the core, which knows nothing of tapes.
  func lossAndGradientsOfCore() -> (loss: Float, gradients: [Tensor]) {
    let inputs = ([images] + parameters).map { $0.tracked() }
    let hidden = (inputs[0].matmul(inputs[1]) + inputs[2]).relu()
    let loss = (hidden.matmul(inputs[3]) + inputs[4]).crossEntropy(with: labels)
    return (loss.scalar, Tensors.gradients(of: loss, withRespectTo: inputs))
  }

  /// Goes one step downhill.
  mutating func learn(from gradients: [Tensor], rate: Float) {
    for index in parameters.indices { parameters[index] -= Tensor(rate) * gradients[index + 1] }
  }

  /// How many of the digits it gets right.
  var rightCount: Int {
    let logits = forward(through: Self.layers, from: [images] + parameters)[9]
    return zip(logits.argmax(along: 1), labels).count { $0 == $1 }
  }
}
