import Explanations
import Layers
import Tensors

extension Network {
  /// What an attack makes rise or fall: −log of the probability of each example's label.
  func loss(of labels: [Int]) -> Score {
    { x in -self(x).logSoftmax().picking(labels, along: 1) }
  }

  /// The part of the examples that are given their label.
  func accuracy(at x: Tensor, labels: [Int]) -> Double {
    let right = zip(self(x).argmax(along: 1), labels).count { $0 == $1 }
    return Double(right) / Double(labels.count)
  }
}

extension Tensor {
  /// Signs drawn at random, as many as this has numbers: what a change without an aim looks like.
  func randomSigns(seed: UInt64) -> Tensor {
    var generator = SplitMix64(seed: seed)
    return Tensor.normal(shape: shape, using: &generator).sign()
  }
}
