import Adversarial
import Explanations
import Figures
import Layers
import Subjects
import Tensors

/// A map of the course in as few lines as it takes, to see what an attack does to it.
struct CourseMap: Sendable {
  let name: String
  /// The map of a class at an input, `[1, 1, height, width]`, with signs where it has them.
  let map: @Sendable (_ network: Network, _ input: Tensor, _ target: Int) throws -> Tensor

  static let all = [gradient, inputTimesGradient, smoothGrad, integratedGradients, gradCAM]

  static let gradient = CourseMap(name: "gradient") { network, input, target in
    try slopes(of: network.score(of: target), at: input).abs().sum(along: 1, keepingAxes: true)
  }

  static let inputTimesGradient = CourseMap(name: "input × gradient") { network, input, target in
    (input * (try slopes(of: network.score(of: target), at: input)))
      .sum(along: 1, keepingAxes: true)
  }

  /// Lesson 05: four copies with noise of 0.15 of the range.
  static let smoothGrad = CourseMap(name: "SmoothGrad") { network, input, target in
    var generator = SplitMix64(seed: 1)
    var sum = Tensor.zeros(input.shape)
    for _ in 0..<4 {
      let noise = Tensor.normal(deviation: 0.3, shape: input.shape, using: &generator)
      sum += try slopes(of: network.score(of: target), at: input + noise)
    }
    return sum.abs().sum(along: 1, keepingAxes: true)
  }

  /// Lesson 07: six points between a middling grey and the picture.
  static let integratedGradients = CourseMap(name: "integrated gradients") {
    network, input, target in
    var sum = Tensor.zeros(input.shape)
    for point in 0..<6 {
      let share = Tensor((Float(point) + 0.5) / 6)
      sum += try slopes(of: network.score(of: target), at: share * input)
    }
    return (input * sum / 6).sum(along: 1, keepingAxes: true)
  }

  /// Lesson 08: the last layer before the mean, where a map's weight is that of the classifier.
  static let gradCAM = CourseMap(name: "Grad-CAM") { network, input, target in
    var head = Tensor.zeros([1])
    let logits = network(input) { place, activation in
      guard place == "head" else { return activation }
      head = activation.detached().tracked()
      return head
    }
    let weights = Tensors.gradient(of: logits[0, target], withRespectTo: head)
      .mean(along: 2, 3, keepingAxes: true)
    return (weights * head.detached()).sum(along: 1, keepingAxes: true).relu()
      .resized(height: input.shape[2], width: input.shape[3])
  }
}
