import Datasets
import Explanations
import Figures
import Layers
import Models
import Showing
import Subjects
import Tensors
import Texts
import VanillaGradients

/// What is told where the right answer is known.
extension Demo {
  static func tellOfShapes(_ show: Demonstration) throws {
    show.page.section("Two hundred shapes")
    let network = try ShapesNet.network()
    var generator = SplitMix64(seed: 3)
    let shapes = Shapes.draw(200, using: &generator)
    let labels = shapes.labels
    let score: Score = { x in network(x).picking(labels, along: 1) }
    let gradient = try gradientMap(of: score, at: shapes.images)
    let magnitudes = try saliency(from: gradient, by: .sum)
    let product = try inputTimesGradient(of: score, at: shapes.images).sum(along: 1)
    let masks = shapes.masks(of: .object)
    // For each image, how much of what is positive lies on the object.
    func mass(_ map: Tensor, on masks: Tensor) -> Spread {
      let positive = map.relu()
      let shares = (positive * masks).sum(along: 1, 2) / positive.sum(along: 1, 2)
      return Spread(shares.scalars.map(Double.init))
    }
    func right(_ images: Tensor) -> Int {
      zip(network(images).argmax(along: 1), labels).count { $0 == $1 }
    }
    let chance = mass(.ones(masks.shape), on: masks).mean
    let wider = masks.padded([(0, 0), (2, 2), (2, 2)]).insertingAxis(at: 1)
      .maxPool2d(5, stride: 1).removingAxis(at: 1)
    let brightness = shapes.images.sum(along: 1)
    let rows: [(String, Tensor)] = [
      ("gradient", magnitudes), ("input × gradient", product),
      ("the image itself, no network", brightness), ("chance", .ones(masks.shape)),
    ]
    show.page.text(
      """
      The network tells square, disk, triangle and cross, and is right in \(right(shapes.images)) of \
      200 images. Where the object is we know, because we drew it.
      """)
    let examples = 0..<3
    let plates =
      try examples.map { index -> Plate in
        let kind = String(describing: shapes.objects[index].kind)
        return Plate(
          Picture(shapes.images[index]), Prose(verbatim: kind),
          alternative: "A \(kind) on a dark ground.")
      }
      + examples.map { index in
        Plate(
          try .heat(magnitudes[index]), "gradient",
          alternative: "The outline lights up, inside and outside.")
      }
      + examples.map { index in
        Plate(
          try .signed(product[index]), "input × gradient",
          alternative: "Red and blue along the edges.")
      }
    show.plates(
      plates, columns: 3, bar: .forAndAgainst,
      caption: "Three of them. Close to the outline the gradient is as high outside as inside.",
      as: "shapes.png")
    show.page.table(
      PageTable(
        ["map", "on the shape", "standard error", "on it or up to two pixels beside"],
        rows: rows.map { name, map in
          let own = mass(map, on: masks)
          return [
            .text(name), .number(own.mean), .text(own.error.text(decimals: 3)),
            .number(mass(map, on: wider).mean),
          ]
        }, decimals: 2))
    let random = Tensor.uniform(in: 0..<1, shape: masks.shape, using: &generator)
    let left = [magnitudes, product, brightness, random].map { map in
      right(painted(shapes.images, overTopOf: map, with: shapes.backgrounds))
    }
    show.page.text(
      """
      Paint the top-ranked 10 % of the pixels of each map in the colour of the background, and the \
      network is right in \(left[0]) images by the gradient, in \(left[1]) by input × gradient, in \
      \(left[2]) by the image itself, and in \(left[3]) where the pixels are drawn at random.
      """)
    let probability = try gradientMap(
      of: { x in network(x).softmax(along: 1).picking(labels, along: 1) }, at: shapes.images)
    let fading = gradient.abs().mean().scalar / probability.abs().mean().scalar
    show.page.text(
      """
      The gradient of the probability is \(fading.text(decimals: 0)) times smaller here than that of the \
      logit, because the network is sure.
      """)
    let question = Question.shareOnTheShape
    show.score(
      "gradient", mass(magnitudes, on: masks).mean, spread: mass(magnitudes, on: masks).deviation,
      question: question, chance: chance,
      within: 0.32...0.345)
    show.score(
      "input × gradient", mass(product, on: masks).mean, spread: mass(product, on: masks).deviation,
      question: question, chance: chance,
      within: 0.67...0.71)
    show.score(
      "the image itself, no network", mass(brightness, on: masks).mean,
      spread: mass(brightness, on: masks).deviation, question: question,
      chance: chance, within: 0.37...0.39)
    show.truth(
      """
      Nothing but the shape tells its class, so the map should lie on it, or on its edge.
      """,
      question: question, measure: Axis("mass on the shape", including: 0...1))
  }

  static func tellOfFourPhotographs(_ network: Network, _ show: Demonstration) throws {
    show.page.section("Four photographs in one")
    show.page.text(
      """
      The real network again, and still we know where the cat is: in one of four photographs. What \
      speaks for *tiger cat* must lie on her.
      """)
    let prediction = show.page.predict(
      """
      Of the gradient's magnitudes for *tiger cat*, 0.28 lie on the cat's quarter, the greyest of \
      the four. Input × gradient knows the photograph as well. How much of it lies there?
      """,
      options: ["less than 0.25", "about 0.28", "more than 0.35"])
    let mosaic = try Mosaic()
    let input = EfficientNetLite0.input(from: mosaic.values)
    let names = try EfficientNetLite0.classNames()
    let question = Question.shareOnTheCat
    let contrast = input.abs().sum(along: 1)
    var ofTheLast = 0.0
    let arranged = try sharesInArrangements(network, show)
    let chance = sharesByChance().deviation
    var pictures = [Picture(mosaic.values / 255)]
    let rows = try show.progress("explaining", mosaic.photographs) { photo -> [PageTable.Cell] in
      let score = network.score(of: photo.imageNetClass)
      let magnitudes = try saliency(from: gradientMap(of: score, at: input), by: .sum)
      let product = try inputTimesGradient(of: score, at: input).sum(along: 1)
      let maps = try layerInputTimesGradient(
        of: network, at: input, target: photo.imageNetClass, places: Subject.places)
      let average = try averageOfLayers(maps, skipping: 0, height: 448, width: 448)
      let shares = [magnitudes, product, contrast, average].map {
        Double(mosaic.share(of: $0, in: photo))
      }
      if photo == .chelsea {
        pictures += try [
          (.heat(magnitudes), .white), (.signed(product), .black), (.signed(average), .black),
        ].map { (picture: Picture, colour: Colour) in
          picture.outlined(rows: 0..<224, columns: 0..<224, in: colour, thickness: 2)
        }
        show.score(
          "gradient, colours added", arranged[0].mean, spread: arranged[0].deviation,
          question: question,
          chance: 0.25, chanceSpread: chance, within: 0.265...0.285)
        show.score(
          "input × gradient", arranged[1].mean, spread: arranged[1].deviation, question: question,
          chance: 0.25, chanceSpread: chance, within: 0.13...0.15)
        show.score(
          "average of layers", arranged[3].mean, spread: arranged[3].deviation, question: question,
          chance: 0.25, chanceSpread: chance, within: 0.66...0.69)
        let late = try averageOfLayers(maps, skipping: 16, height: 448, width: 448)
        ofTheLast = Double(mosaic.share(of: late, in: photo))
      }
      return [.text(names[photo.imageNetClass])] + shares.map { .number($0) }
    }
    let captions = ["four photographs", "gradient", "input × gradient", "average of layers"]
    show.plates(
      zip(pictures, captions).map { picture, name in
        Plate(picture, Prose(verbatim: name), alternative: "\(name), for tiger cat.")
      }, columns: 2, bar: .forAndAgainst,
      caption: "The maps for *tiger cat*; her quarter is framed.", as: "mosaic-maps.png")
    show.page.table(
      PageTable(
        [
          "explained", "gradient", "input × gradient", "distance from grey", "average",
        ], rows: rows, decimals: 2),
      caption: """
        The share of each map in the right quarter; 0.25 by chance. *Distance from grey*: \
        how far each pixel is from it, whatever a network makes of that.
        """)
    show.page.outcome(
      of: prediction,
      """
      Less than chance. What is grey is nearly 0 to the network, and nothing times a gradient is \
      nothing: the cat is the greyest of the four.
      """,
      answer: "less than 0.25")
    show.page.text(
      """
      The average of layers does far better, thanks to the last ones: the last alone has \
      \(ofTheLast.text(decimals: 2)) on the cat.
      """)
    show.truth(
      "The cat was put into one quarter, so everything that speaks for *tiger cat* lies there.",
      question: question, measure: Axis("share in the cat’s quarter", including: 0...1))
    show.league(
      caption: "Every method so far, in both exams of this lesson, beside chance.", as: "league.svg"
    )
  }

  /// The cat's share in every order of the four photographs, so that one picture is no anecdote.
  private static func sharesInArrangements(
    _ network: Network, _ show: Demonstration
  ) throws -> [Spread] {
    let shares = try show.progress("arranging", Mosaic.arrangements) { order -> [Double] in
      let mosaic = try Mosaic(order)
      let input = EfficientNetLite0.input(from: mosaic.values)
      let slope = try gradientMap(of: network.score(of: ImageNet.tigerCat), at: input)
      let products = try layerInputTimesGradient(
        of: network, at: input, target: ImageNet.tigerCat, places: Subject.places)
      let maps = [
        try saliency(from: slope, by: .sum), (input * slope).sum(along: 1),
        input.abs().sum(along: 1),
        try averageOfLayers(products, skipping: 0, height: 448, width: 448),
      ]
      return maps.map { Double(mosaic.share(of: $0, in: .chelsea)) }
    }
    let spreads = (0..<4).map { method in Spread(shares.map { $0[method] }) }
    let names = ["gradient", "input × gradient", "distance from grey", "average of layers"]
    show.page.table(
      PageTable(
        ["share on the cat", "24 arrangements"],
        rows: zip(names, spreads).map { [.text($0), .text($1.text(decimals: 2))] }),
      caption: "Mean ± standard deviation over all orders of the four photographs.")
    return spreads
  }

  /// What maps get that are drawn at random, as coarse as those of the last layers.
  private static func sharesByChance() -> Spread {
    var generator = SplitMix64(seed: 0)
    return Spread(
      (0..<200).map { _ in
        let map = Tensor.uniform(in: 0..<1, shape: [14, 14], using: &generator)
        return Double((map[..<7, ..<7].sum() / map.sum()).scalar)
      })
  }
}
