import Datasets
import Explanations
import Figures
import Foundation
import Layers
import Models
import Showing
import Tensors
import VanillaGradients

/// A photograph, what the network says of it, and the gradient of its class.
struct PhotographUnderTest {
  let photograph: Photograph
  let picture: Picture
  let network: Network
  /// What the network gets, `[1, 3, 224, 224]`.
  let input: Tensor
  let logits: Tensor
  let probabilities: Tensor
  /// The gradient of the logit, by the learner's function.
  let gradient: Tensor

  var target: Int { photograph.imageNetClass }
  var probability: Double { Double(probabilities[0, target].scalar) }

  /// The places that are averaged over: what every block gives, and the head.
  static let places = (0..<16).map { "blocks.\($0)" } + ["head"]

  /// The four photographs, from the cat on.
  static func all(_ network: Network, _ show: Demonstration) throws -> [PhotographUnderTest] {
    try Mosaic.readingOrder.map { try PhotographUnderTest($0, network) }
  }

  init(_ photograph: Photograph, _ network: Network) throws {
    self.photograph = photograph
    self.network = network
    picture = try photograph.picture()
    input = EfficientNetLite0.input(from: picture.values)
    logits = network(input)
    probabilities = logits.softmax(along: 1)
    gradient = try gradientMap(of: network.score(of: photograph.imageNetClass), at: input)
  }

  /// The products of input and gradient, channels added.
  func product() throws -> Tensor {
    try inputTimesGradient(of: network.score(of: target), at: input).sum(along: 1)
  }

  /// The average over all layers, of this class or another.
  func layerAverage(of label: Int? = nil) throws -> Tensor {
    let maps = try layerInputTimesGradient(
      of: network, at: input, target: label ?? target, places: PhotographUnderTest.places)
    return try averageOfLayers(maps, skipping: 0, height: 224, width: 224)
  }

  /// What the network gets when some pixels have the grey that it gets as 0.
  func painted(over pixels: some Sequence<Int>) -> Tensor {
    var kept = [Float](repeating: 1, count: 224 * 224)
    for pixel in pixels { kept[pixel] = 0 }
    return input * Tensor(kept, shape: [1, 1, 224, 224])
  }

  /// What it gets without the tenth of the pixels that a map ranks first.
  func painted(overTopOf map: Tensor) -> Tensor {
    let order = map.reshaped(to: [-1]).sortOrder(descending: true)[0]
    return painted(over: order.prefix(order.count / 10))
  }

  /// The probability of the class at another input.
  func probability(at input: Tensor) -> Double {
    Double(network(input).softmax(along: 1)[0, target].scalar)
  }
}

extension Picture {
  /// A map without signs on black, its highest half per cent white.
  static func heat(_ map: Tensor) throws -> Picture {
    try Heat(map, scaledBy: .percentile(99.5), in: .grey).picture
  }

  /// A map with signs, zero in the middle of the colours.
  static func signed(_ map: Tensor) throws -> Picture {
    try Heat(map, .signed, scaledBy: .percentile(99.5)).picture
  }
}

/// How alike the directions of two tensors are: 1 the same, 0 nothing to do with one another.
func cosine(_ a: Tensor, _ b: Tensor) -> Double {
  Double(((a * b).sum() / (a.squared().sum() * b.squared().sum()).sqrt()).scalar)
}
