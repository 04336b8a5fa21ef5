import Figures
import Foundation
import GradCAM
import Layers
import Models
import Tensors

/// A picture that a network is asked about, and the maps of its classes.
struct Explained {
  let network: Network
  let picture: Picture
  /// What the network gets, `[1, channels, height, width]`.
  let input: Tensor
  let logits: Tensor
  let probabilities: Tensor

  /// Asks the ImageNet network about colours from 0 to 255, `[3, height, width]`.
  init(_ values: Tensor, _ network: Network) {
    self.init(
      Picture(values / 255), input: EfficientNetLite0.input(from: values), network)
  }

  init(_ picture: Picture, input: Tensor, _ network: Network) {
    self.network = network
    self.picture = picture
    self.input = input
    logits = network(input)
    probabilities = logits.softmax(along: 1)
  }

  var height: Int { input.shape[2] }
  var width: Int { input.shape[3] }

  func logit(_ target: Int) -> Float { logits[0, target].scalar }

  func probability(_ target: Int) -> Double { Double(probabilities[0, target].scalar) }

  /// The Grad-CAM of a class by a place, with signs, in the place's own size.
  func map(of target: Int, at place: String = "head") throws -> Tensor {
    try gradCAM(capture(network, at: input, target: target, place: place))
  }

  /// A map in the picture's size.
  func enlarged(_ map: Tensor) throws -> Tensor {
    try upsampled(map, height: height, width: width)
  }

  /// The picture in greys with what speaks for a class on it.
  func overlay(_ map: Tensor, scaledBy scaling: Scaling = .maximum) throws -> Picture {
    try picture.greys.overlaid(with: Heat(enlarged(map.relu()), scaledBy: scaling))
  }

  /// The gradient of a class's logit by the picture.
  func gradient(of target: Int, guided: Bool = false) throws -> Tensor {
    let tracked = input.tracked()
    let network = guided ? try network.replacingReLU(with: .guided) : network
    return Tensors.gradient(of: network(tracked)[0, target], withRespectTo: tracked)
  }

  /// What the network gets when the pixels that a map, `[1, height, width]`, ranks first are 0.
  ///
  /// That is a middling grey to the ImageNet network, and paper to the one that reads digits.
  func painted(overTopOf map: Tensor, share: Double = 0.1) -> Tensor {
    let order = map.reshaped(to: [-1]).sortOrder(descending: true)[0]
    var kept = [Float](repeating: 1, count: order.count)
    for pixel in order.prefix(Int(share * Double(order.count) + 0.5)) { kept[pixel] = 0 }
    return input * Tensor(kept, shape: [1, 1, height, width])
  }
}

/// The part of what is positive in a map, `[1, height, width]`, that lies in some columns.
func share(of map: Tensor, inColumns columns: Range<Int>) -> Double {
  let positive = map.relu()
  return Double((positive[.all, .all, columns].sum() / positive.sum()).scalar)
}
