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
    // The mean over the images of what lies on the object, of what is positive.
    func mass(_ map: Tensor, on masks: Tensor) -> Double {
      let positive = map.relu()
      return Double(((positive * masks).sum(along: 1, 2) / positive.sum(along: 1, 2)).mean().scalar)
    }
    func right(_ images: Tensor) -> Int {
      zip(network(images).argmax(along: 1), labels).count { $0 == $1 }
    }
    let chance = mass(.ones(masks.shape), on: masks)
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
    let examples = Array(0..<4)
    let pictures = try examples.flatMap { index in
      [
        Picture(shapes.images[index]).scaled(by: 4),
        try Picture.heat(magnitudes[index]).scaled(by: 4),
        try Picture.signed(product[index]).scaled(by: 4),
      ]
    }
    let order = [0, 3, 6, 9, 1, 4, 7, 10, 2, 5, 8, 11]
    let sheet = ContactSheet(columns: 4, margin: 8, order.map { pictures[$0].captioned("") })
    show.keep(sheet.picture, as: "shapes.png")
    show.page.plates([
      Plate(
        sheet.picture, "four of them, the gradient's magnitudes, input × gradient",
        alternative: "The gradient lights up along the outlines of the shapes, inside and out.")
    ])
    show.page.table(
      PageTable(
        ["map", "on the shape", "or two pixels beside"],
        rows: rows.map { name, map in
          [.text(name), .number(mass(map, on: masks)), .number(mass(map, on: wider))]
        }, decimals: 2))
    let random = Tensor.uniform(in: 0..<1, shape: masks.shape, using: &generator)
    let left = [magnitudes, product, brightness, random].map { map in
      right(painted(shapes.images, overTopOf: map, with: shapes.backgrounds))
    }
    show.page.text(
      """
      Paint the first tenth of the pixels of each map in the colour of the background, and the \
      network is right in \(left[0]) images by the gradient, in \(left[1]) by input × gradient, in \
      \(left[2]) by the image itself, and in \(left[3]) where the tenth is a random one.
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
      "gradient", mass(magnitudes, on: masks), question: question, chance: chance,
      within: 0.32...0.345)
    show.score(
      "input × gradient", mass(product, on: masks), question: question, chance: chance,
      within: 0.67...0.71)
    show.score(
      "the image itself, no network", mass(brightness, on: masks), question: question,
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
      Of the gradient's magnitudes for *tiger cat*, 0.28 lie on the cat's quarter. Input × gradient \
      knows the photograph as well. How much of it lies there?
      """,
      options: ["less than 0.25", "about 0.28", "more than 0.35"])
    let mosaic = try Mosaic()
    let input = EfficientNetLite0.input(from: mosaic.values)
    let names = try EfficientNetLite0.classNames()
    let question = Question.shareOnTheCat
    let contrast = input.abs().sum(along: 1)
    var ofTheLast = 0.0
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
          "gradient, colours added", shares[0], question: question, chance: 0.25,
          within: 0.265...0.285)
        show.score(
          "input × gradient", shares[1], question: question, chance: 0.25, within: 0.13...0.15)
        show.score(
          "average of layers", shares[3], question: question, chance: 0.25, within: 0.66...0.69)
        let late = try averageOfLayers(maps, skipping: 16, height: 448, width: 448)
        ofTheLast = Double(mosaic.share(of: late, in: photo))
      }
      return [.text(names[photo.imageNetClass])] + shares.map { .number($0) }
    }
    let sheet = ContactSheet(columns: 2, margin: 8, pictures.map { $0.captioned("") })
    show.keep(sheet.picture, as: "mosaic-maps.png")
    let captions = ["four photographs", "gradient", "input × gradient", "average of layers"]
    let plates = zip(pictures, captions).map { picture, caption in
      Plate(picture, Prose(verbatim: caption), alternative: "\(caption), for tiger cat.")
    }
    show.page.plates(Array(plates[..<2]))
    show.page.plates(
      Array(plates[2...]), caption: "The maps for *tiger cat*; her quarter is framed.")
    show.page.table(
      PageTable(
        [
          "explained", "gradient", "input × gradient", "no network", "average",
        ], rows: rows, decimals: 2),
      caption: """
        The share of each map in the right quarter; 0.25 by chance. *No network*: how far each pixel \
        is from grey, whatever a network makes of it.
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
  }
}
