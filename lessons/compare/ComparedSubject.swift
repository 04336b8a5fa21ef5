import Datasets
import Figures
import Layers
import Models
import Subjects
import Tensors

/// A subject under explanation, what the methods must know of it, and where the truth lies.
struct ComparedSubject {
  let name: String
  let subject: Subject
  /// The places inside whose products are averaged.
  let places: [String]
  /// The place that Grad-CAM looks at.
  let place: String
  /// How many patches a side has for Shapley values.
  let patches: Int
  /// 1 where the thing is that decides, `[height, width]`; nil where nobody knows.
  let truth: Tensor?

  /// A cat, a digit, a shape, and the cat among three other photographs.
  static func all() throws -> [ComparedSubject] {
    let efficientNet = try EfficientNetLite0.network()
    return [
      try cat(efficientNet), try digit(), try shape(), try mosaic(efficientNet),
    ]
  }

  private static let largePlaces = (0..<16).map { "blocks.\($0)" } + ["head"]

  private static func cat(_ network: Network) throws -> ComparedSubject {
    ComparedSubject(
      name: "cat", subject: try Subject(.chelsea, by: network), places: largePlaces,
      place: "head", patches: 7, truth: nil)
  }

  private static func mosaic(_ network: Network) throws -> ComparedSubject {
    let mosaic = try Mosaic()
    return ComparedSubject(
      name: "four photographs",
      subject: Subject(values: mosaic.values, target: ImageNet.tigerCat, by: network),
      places: largePlaces, place: "head", patches: 4,
      truth: mosaic.quarter(of: .chelsea).mask(height: 448, width: 448))
  }

  private static let smallPlaces = ["relu1", "relu2", "relu3", "relu4"]

  private static func digit() throws -> ComparedSubject {
    let digits = try Digits.test()
    let image = digits.images[0]
    return ComparedSubject(
      name: "digit \(digits.labels[0])",
      subject: Subject(
        Picture(image.broadcast(to: [3, 28, 28])), input: digits.images[0...0],
        target: digits.labels[0], by: try DigitNet.network()),
      places: smallPlaces, place: "relu4", patches: 7, truth: image[0] .> 0.5)
  }

  private static func shape() throws -> ComparedSubject {
    var generator = SplitMix64(seed: 3)
    let shape = Shapes.draw(4, using: &generator)[[3]]
    return ComparedSubject(
      name: "\(shape.objects[0].kind)",
      subject: Subject(
        Picture(shape.images[0]), input: shape.images, target: shape.labels[0],
        by: try ShapesNet.network(), absent: shape.backgrounds),
      places: smallPlaces, place: "relu4", patches: 8, truth: shape.masks(of: .object)[0])
  }
}
