import Datasets
import Explanations
import Figures
import GradCAM
import Layers
import Models
import Showing
import Subjects
import Tensors
import Texts

/// What is told beyond the thread of the lesson: single photographs painted over, fine maps, two cats,
/// another score.
extension Demo {
  static func tellOfPainting(_ network: Network, _ show: Demonstration) throws {
    show.page.section("Does the map find what counts?")
    let names = try EfficientNetLite0.classNames()
    let rows = try Mosaic.readingOrder.map { photograph -> [PageTable.Cell] in
      let target = photograph.imageNetClass
      let photo = try Subject(photograph, by: network)
      let map = try photo.enlarged(photo.map(of: target))
      let inputs = [map, map.reversed(along: 2), map.reversed(along: 1, 2)].map {
        network(photo.painted(overTopOf: $0))
      }
      return [.text(names[target]), .number(Double(photo.logit))]
        + inputs.map { .number(Double($0[0, target].scalar)) }
    }
    show.page.text(
      """
      The same with single photographs. Beside the map's top-ranked 10 % stand two patches of the same \
      form in other places: those of the map in a mirror, and turned upside down.
      """)
    show.page.table(
      PageTable(
        ["logit of", "nothing", "the top 10 %", "in a mirror", "upside down"], rows: rows,
        decimals: 2))
  }

  static func tellOfGuided(_ cat: Subject, _ show: Demonstration) throws {
    show.page.section("Fine where it is coarse: guided Grad-CAM")
    show.page.text(
      """
      The gradient is as fine as the photograph, and lies everywhere. Its product with the enlarged \
      map is left where that speaks for *tiger cat*.
      """)
    let map = try cat.map(of: ImageNet.tigerCat)
    let plain = try cat.gradient(of: ImageNet.tigerCat)
    let guided = try cat.gradient(of: ImageNet.tigerCat, guided: true)
    let products = try [plain, guided].map { try guidedGradCAM(map: map, fine: $0) }
    let maps = ([plain] + products).map { $0.abs().sum(along: 1) }
    let pictures = try maps.map {
      try Heat($0, scaledBy: .percentile(99.5), in: .grey).picture
    }
    show.plates(
      [
        Plate(pictures[0], "gradient", alternative: "Grey grain all over the picture."),
        Plate(
          pictures[1], "gradient × Grad-CAM",
          alternative: "The same grain, fainter at the right edge and in the corners."),
        Plate(
          pictures[2], "guided backpropagation × Grad-CAM",
          alternative: "White specks that draw her eyes, her nose and her mouth."),
      ], columns: 3, as: "guided.png")
    let left = maps + [try cat.enlarged(map)]
    let logits = left.map {
      cat.network(cat.painted(overTopOf: $0))[0, ImageNet.tigerCat].scalar.text(decimals: 2)
    }
    show.page.text(
      """
      With the top-ranked 10 % painted, the logit of *tiger cat* goes from \(cat.logit.text(decimals: 2)) \
      to \(logits[0]) by the gradient, \(logits[1]) by its product with Grad-CAM, \(logits[2]) by \
      that of guided backpropagation, and \(logits[3]) by Grad-CAM alone.
      """)
  }

  static func tellOfTwoCats(_ network: Network, _ show: Demonstration) throws {
    show.page.section("Two cats")
    show.page.text("Chelsea, and beside her Chelsea half as large, on grey:")
    let cat = try Photograph.chelsea.picture().values
    let small = cat.resized(height: 112, width: 112)
      .padded([(0, 0), (112, 0), (56, 56)], with: 127)
    let two = Subject(
      values: .concatenated([cat, small], along: 2), target: ImageNet.tigerCat, by: network)
    let map = try two.map(of: ImageNet.tigerCat)
    let found = try box(around: two.enlarged(map)[0], above: 0.15)
    let picture = try two.overlay(map)
      .outlined(rows: found.rows, columns: found.columns, in: boxColour, thickness: 2)
    show.plates(
      [
        Plate(
          picture, "for *tiger cat*, with the box at 15 %",
          alternative: "A large cat and a small one; the box holds the large one alone.")
      ], columns: 1, panelWidth: 896, as: "two-cats.png")
    show.page.text(
      """
      The small cat has \
      \((1 - share(of: map, inside: Box(rows: 0..<7, columns: 0..<7))).text(decimals: 2)) of the map, and the box ends at column \
      \(found.columns.upperBound) of 448. Nothing in the map says how many cats there are.
      """)
  }

  static func tellOfSoftmax(_ cat: Subject, _ show: Demonstration) throws {
    show.page.section("The logit, or the probability?")
    let names = try EfficientNetLite0.classNames()
    let rows = try Mosaic.readingOrder.map { photograph -> [PageTable.Cell] in
      let target = photograph.imageNetClass
      let logit = try cat.map(of: target)
      let probability = try cat.probabilityMap(of: target, at: "head")
      return [
        .text(names[target]), .number(cat.probability(of: target)),
        .text("\(logit.scalars.count { $0 > 0 })"),
        .text("\(probability.scalars.count { $0 > 0 })"),
      ]
    }
    show.page.text("Here is in how many of Chelsea's 49 places a map finds something for a class:")
    show.page.table(
      PageTable(
        ["class", "probability", "by the logit", "by the probability"], rows: rows, decimals: 2))
    let tiger = try cat.map(of: ImageNet.tigerCat)
    let probability = try cat.probabilityMap(of: ImageNet.tigerCat, at: "head")
    let difference = tiger - (try cat.map(of: ImageNet.egyptianCat))
    let digits = try Digits.test()
    let sure = Subject(
      Picture(digits.images[189]), input: digits.images[189...189], target: 9,
      by: try DigitNet.network())
    let fading =
      try sure.map(of: 9, at: "relu4").max().scalar
      / sure.probabilityMap(of: 9, at: "relu4").max().scalar
    show.page.text(
      """
      For *tiger cat* the two maps have a cosine of \(cosine(tiger, probability).text(decimals: 2)), and the \
      largest number of the logit's is \((tiger.max() / probability.max()).scalar.text(decimals: 0)) \
      times as large. With the map of \
      *tiger cat* minus that of *Egyptian cat* the probability's has a cosine of \
      \(cosine(probability, difference).text(decimals: 2)), the logit's of \(cosine(tiger, difference).text(decimals: 2)). \
      For the digit above that is read as a 9 with probability \(sure.probability.text(decimals: 2)), the \
      largest number of the probability's map is some \((fading / 1000).text(decimals: 0)),000 times \
      smaller than that of the logit's.
      """)
  }
}

extension Subject {
  /// The Grad-CAM of a class's probability, which is not what is usually explained.
  func probabilityMap(of target: Int, at place: String) throws -> Tensor {
    var found = input
    let probabilities = network(input) { name, activation in
      guard name == place else { return activation }
      found = activation.tracked()
      return found
    }.softmax(along: 1)
    return try gradCAM(
      Capture(
        activation: found.detached(),
        gradient: Tensors.gradient(of: probabilities[0, target], withRespectTo: found)))
  }
}
