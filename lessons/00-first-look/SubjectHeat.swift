import Figures
import FirstLook
import Layers
import Subjects
import Tensors

extension Subject {
  /// The gradient of the score by the picture, `[3, height, width]`.
  func gradient() -> Tensor {
    let tracked = input.tracked()
    return Tensors.gradient(of: network(tracked)[0, target], withRespectTo: tracked)[0]
  }
}

extension Picture {
  /// The heat on black.
  static func heat(_ heat: Tensor) throws -> Picture {
    try Heat(heat, scaledBy: .percentile(99.5), in: .grey).picture
  }
}
