import Datasets
import Figures
import FirstLook
import Foundation
import Layers
import Models
import Tensors

/// A picture, what the network says of it, and the heat for one class.
struct Explained {
  static let tigerCat = Photograph.chelsea.imageNetClass

  let picture: Picture
  /// What the network gets, `[1, 3, height, width]`.
  let input: Tensor
  /// The name of the class.
  let name: String
  /// The class's score, before the softmax.
  let score: Float
  let probability: Float
  /// The five most probable classes.
  let best: [(name: String, probability: Float)]
  let gradient: Tensor
  /// What the learner's line makes of the gradient.
  let heat: Tensor

  init(_ photograph: Photograph, by network: Network) throws {
    let picture = try photograph.picture()
    try self.init(picture.values, as: photograph.imageNetClass, by: network, picture: picture)
  }

  init(_ values: Tensor, as label: Int, by network: Network, picture: Picture) throws {
    self.picture = picture
    let names = try EfficientNetLite0.classNames()
    name = names[label]
    let input = EfficientNetLite0.input(from: values).tracked()
    self.input = input.detached()
    let logits = network(input)
    let probabilities = logits.detached().softmax(along: 1)
    score = logits[0, label].scalar
    probability = probabilities[0, label].scalar
    let top = probabilities.topK(5)
    best = zip(top.indices[0], top.values.scalars).map { (names[$0], $1) }
    gradient = Tensors.gradient(of: logits[0, label], withRespectTo: input)
    heat = try FirstLook.heat(from: gradient[0])
  }

  /// The heat on black.
  func heatPicture() throws -> Picture {
    try Heat(heat, scaledBy: .percentile(99.5), in: .grey).picture
  }
}
