import Datasets
import Explanations
import Figures
import Layers
import Models
import Tensors

/// A picture, the network that looks at it, and where the truth lies.
struct Subject {
  let name: String
  let picture: Picture
  /// What the network gets, `[1, channels, height, width]`.
  let input: Tensor
  let network: Network
  /// The class that is explained.
  let target: Int
  /// The places inside whose products are averaged.
  let places: [String]
  /// The place that Grad-CAM looks at.
  let place: String
  /// What stands where a pixel is painted over, `[1, channels or 1, 1, 1]`.
  let absent: Tensor
  /// How many patches a side has for Shapley values.
  let patches: Int
  /// 1 where the thing is that decides, `[height, width]`; nothing where nobody knows.
  let truth: Tensor?

  var height: Int { input.shape[2] }
  var width: Int { input.shape[3] }
  var score: Score { network.score(of: target) }

  /// A cat, a digit, a shape, and the cat among three other photographs.
  static func all() throws -> [Subject] {
    let efficientNet = try EfficientNetLite0.network()
    return [
      try cat(efficientNet), try digit(), try shape(), try mosaic(efficientNet),
    ]
  }

  private static func photograph(
    _ name: String, _ picture: Picture, patches: Int, truth: Tensor?, by network: Network
  ) -> Subject {
    Subject(
      name: name, picture: picture, input: EfficientNetLite0.input(from: picture.values),
      network: network, target: Photograph.chelsea.imageNetClass,
      places: (0..<16).map { "blocks.\($0)" } + ["head"], place: "head",
      absent: .zeros([1, 1, 1, 1]), patches: patches, truth: truth)
  }

  private static func cat(_ network: Network) throws -> Subject {
    photograph(
      "cat", try Photograph.chelsea.picture(), patches: 7, truth: nil, by: network)
  }

  private static func mosaic(_ network: Network) throws -> Subject {
    let mosaic = try Mosaic()
    return photograph(
      "four photographs", Picture(mosaic.values / 255), patches: 4,
      truth: mosaic.quarter(of: .chelsea).mask(height: 448, width: 448), by: network)
  }

  private static let smallPlaces = ["relu1", "relu2", "relu3", "relu4"]

  private static func digit() throws -> Subject {
    let digits = try Digits.test()
    let image = digits.images[0]
    return Subject(
      name: "digit \(digits.labels[0])", picture: Picture(image.broadcast(to: [3, 28, 28])),
      input: image.insertingAxis(at: 0), network: try DigitNet.network(),
      target: digits.labels[0], places: smallPlaces, place: "relu4",
      absent: .zeros([1, 1, 1, 1]), patches: 7, truth: image[0] .> 0.5)
  }

  private static func shape() throws -> Subject {
    var generator = SplitMix64(seed: 3)
    let shapes = Shapes.draw(4, using: &generator)
    let index = 3
    return Subject(
      name: "\(shapes.objects[index].kind)", picture: Picture(shapes.images[index]),
      input: shapes.images[index].insertingAxis(at: 0), network: try ShapesNet.network(),
      target: shapes.labels[index], places: smallPlaces, place: "relu4",
      absent: Tensor(repeating: shapes.objects[index].background.x, shape: [1, 1, 1, 1]),
      patches: 8,
      truth: shapes.masks(of: .object)[index])
  }

  /// The input with some of its pixels painted over: 1 in the mask stays, 0 goes, `[N, 1, H, W]`.
  func kept(_ mask: Tensor) -> Tensor { input * mask + absent * (1 - mask) }
}
