import Layers
import Subjects
import Tensors

/// What a network of convolutions and capped ReLUs adds to its logit from numbers of its own.
///
///     s = Σ x · ∂s/∂x  +  Σ b · ∂s/∂b  +  Σ 6 · ∂s/∂u      u: what a unit outputs that is clipped at 6
struct Constants {
  /// Each bias times the slope of the logit with respect to it, added up.
  var ofBiases = 0.0

  /// Each clipped unit's 6 times the slope of the logit with respect to it, added up.
  var ofCaps = 0.0

  /// Adds up the constants of a network of convolutions, linear layers and ReLU6.
  init(of subject: Subject) {
    let network = subject.network
    var found: [(layer: Layer, value: Tensor)] = []
    let logits = network(subject.input.tracked()) { place, activation in
      let layer = network[place]
      switch layer {
      case .conv2d, .linear, .activation(.relu6):
        let tracked = activation.tracked()
        found.append((layer, tracked))
        return tracked
      default: return activation
      }
    }
    let slopes = gradients(of: logits[0, subject.target], withRespectTo: found.map(\.value))
    for ((layer, value), slope) in zip(found, slopes) {
      switch layer {
      case .conv2d(let convolution):
        // A bias is added at every pixel.
        if let bias = convolution.bias { add(bias * slope.sum(along: 0, 2, 3), to: &ofBiases) }
      case .linear(let linear):
        if let bias = linear.bias { add(bias * slope.sum(along: 0), to: &ofBiases) }
      default: add(value * slope * (value .>= 6), to: &ofCaps)
      }
    }
  }

  private func add(_ parts: Tensor, to sum: inout Double) {
    sum += Double(parts.detached().sum().scalar)
  }
}
