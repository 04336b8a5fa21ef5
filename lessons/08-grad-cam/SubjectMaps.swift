import Figures
import GradCAM
import Layers
import Subjects
import Tensors

extension Subject {
  /// The Grad-CAM of a class by a place, with signs, in the place's own size.
  func map(of target: Int, at place: String = "head") throws -> Tensor {
    try gradCAM(capture(network, at: input, target: target, place: place))
  }

  /// A map in the picture's size.
  func enlarged(_ map: Tensor) throws -> Tensor {
    try upsampled(map, height: height, width: width)
  }

  /// The picture in greys with what speaks for a class on it, every pixel some pixels wide.
  func overlay(
    _ map: Tensor, scaledBy scaling: Scaling = .maximum, times factor: Int = 1
  ) throws -> Picture {
    let large = try upsampled(map.relu(), height: factor * height, width: factor * width)
    return try picture.scaled(by: factor).greys.overlaid(with: Heat(large, scaledBy: scaling))
  }

  /// The gradient of a class's logit by the picture.
  func gradient(of target: Int, guided: Bool = false) throws -> Tensor {
    let tracked = input.tracked()
    let network = guided ? try network.replacingReLU(with: .guided) : network
    return Tensors.gradient(of: network(tracked)[0, target], withRespectTo: tracked)
  }
}
