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

/// Where the maps mislead: another place, two cats, another score.
extension Demo {
  static func tellOfLayers(_ network: Network, _ show: Demonstration) throws {
    show.page.section("Which place?")
    let mosaic = try Mosaic()
    let four = Subject(values: mosaic.values, target: ImageNet.tigerCat, by: network)
    let names = try EfficientNetLite0.classNames()
    // Nobody is asked what their code cannot answer yet.
    _ = try four.map(of: ImageNet.tigerCat)
    let prediction = show.page.predict(
      """
      Four photographs in one. Of the Grad-CAM for *tiger cat* at the `head`, with its 14 × 14 \
      places, 0.82 lies on the cat's quarter. How much is it at `blocks.10`, which has 28 × 28?
      """,
      options: ["more than 0.82", "between 0.5 and 0.82", "about a quarter"])
    let places = [
      "stem", "blocks.2", "blocks.4", "blocks.7", "blocks.10", "blocks.13", "blocks.15", "head",
    ]
    var pictures: [Picture] = []
    let rows = try show.progress("explaining", places) { place -> [PageTable.Cell] in
      let maps = try mosaic.photographs.map { try four.map(of: $0.imageNetClass, at: place) }
      if ["blocks.10", "head"].contains(place) {
        pictures.append(
          try four.overlay(maps[0])
            .outlined(rows: 0..<224, columns: 0..<224, in: .black, thickness: 2))
      }
      return [.text("\(place), \(maps[0].shape[1]) × \(maps[0].shape[2])")]
        + zip(maps, mosaic.photographs).map { .number(Double(mosaic.share(of: $0, in: $1))) }
    }
    show.page.table(
      PageTable(
        ["place"] + mosaic.photographs.map { names[$0.imageNetClass] }, rows: rows,
        decimals: 2),
      caption: "The share of each class's map that lies on its own photograph; 0.25 by chance.")
    let sheet = ContactSheet(columns: 2, margin: 8, pictures.map { $0.captioned("") })
    show.keep(sheet.picture, as: "places.png")
    show.page.plates(
      zip(pictures, ["blocks.10", "head"]).map { picture, place in
        Plate(
          picture, "*tiger cat* by \(place)",
          alternative: "Four photographs with the map for tiger cat by \(place); hers is framed.")
      })
    show.page.outcome(
      of: prediction,
      """
      A quarter, which is chance: one number for each channel says what it is good for only where a \
      channel means the same thing everywhere.
      """, answer: "about a quarter")
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
    show.keep(picture, as: "two-cats.png")
    show.page.plates([
      Plate(
        picture, "*tiger cat*, with the box at 15 %",
        alternative: "A large cat and a small one; the box holds the large one alone.")
    ])
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
      logit's is \((tiger.max() / probability.max()).scalar.text(decimals: 0)) times as strong. With the map of \
      *tiger cat* minus that of *Egyptian cat* the probability's has a cosine of \
      \(cosine(probability, difference).text(decimals: 2)), the logit's of \(cosine(tiger, difference).text(decimals: 2)). \
      For the digit above that is read as a 9 with probability \(sure.probability.text(decimals: 2)), the \
      map of the probability is some \((fading / 1000).text(decimals: 0)),000 times weaker than that of the logit.
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
