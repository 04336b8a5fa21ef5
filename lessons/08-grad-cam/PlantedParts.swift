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

/// What is told where the right answer is known.
extension Demo {
  /// A blue that stands out from dark pictures and from warm patches.
  static let boxColour = Colour(red: 80, green: 190, blue: 255)

  static func tellOfMistakes(_ show: Demonstration) throws {
    show.page.section("Why did it read that?")
    let network = try DigitNet.network()
    let digits = try Digits.test()
    let guesses = network(digits.images).argmax(along: 1)
    let wrong = digits.labels.indices.filter { guesses[$0] != digits.labels[$0] }
    var right = 0
    var rightElsewhere = 0
    var pictures: [Picture] = []
    var rows: [[PageTable.Cell]] = []
    for index in wrong {
      let image = digits.images[index...index]
      let (truth, guess) = (digits.labels[index], guesses[index])
      let digit = Subject(Picture(image[0]), input: image, target: guess, by: network)
      let maps = try [truth, guess].map { try digit.map(of: $0, at: "relu4") }
      let difference = try digit.enlarged(maps[1] - maps[0])
      // Three in a hundred pixels, and only such as have ink: those that tell for the wrong digit.
      let ink = image[0] .> 0.1
      let readings = [
        difference, difference.reversed(along: 1), difference.reversed(along: 2),
        difference.reversed(along: 1, 2),
      ].map { map in
        network(digit.painted(overTopOf: map * ink, share: 0.03)).argmax(along: 1)[0]
      }
      right += readings[0] == truth ? 1 : 0
      rightElsewhere += readings.dropFirst().count { $0 == truth }
      if [189, 264, 571, 729].contains(index) {
        let scale = Swift.max(maps[0].max().scalar, maps[1].max().scalar)
        pictures +=
          try [digit.picture.scaled(by: 4)]
          + maps.map {
            try digit.overlay($0, scaledBy: .fixed(scale), times: 4)
          }
        rows.append([
          .text("\(truth)"), .text("\(guess)"), .number(digit.probability),
          .text("\(readings[0])"),
        ])
      }
    }
    let sheet = ContactSheet(
      columns: 3, margin: 8, pictures.map { $0.captioned("") })
    show.keep(sheet.picture, as: "mistakes.png")
    show.page.text(
      """
      Of 1,000 digits \(wrong.count) are read wrongly. Here are four of them, each with what speaks \
      for the digit it is, and for the digit it was read as, on one scale.
      """)
    show.page.plates([
      Plate(
        sheet.picture, "the digit; the map of what it is; the map of what it was read as",
        alternative: "Four digits in greys, and on each the places that speak for two digits.")
    ])
    show.page.table(
      PageTable(
        ["it is", "read as", "probability", "with 24 pixels gone"], rows: rows, decimals: 2))
    show.page.text(
      """
      Take the 24 inked pixels away that tell most for the wrong digit rather than the right one, \
      and \(right) of the \(wrong.count) are read rightly. With the map mirrored or turned it is \
      \((Double(rightElsewhere) / 3).text(decimals: 1)) on average.
      """)
  }

  static func tellOfBoxes(_ show: Demonstration) throws {
    show.page.section("Two hundred boxes")
    let network = try ShapesNet.network()
    var generator = SplitMix64(seed: 3)
    let shapes = Shapes.draw(200, using: &generator)
    let masks = shapes.masks(of: .object)
    let truths = try (0..<200).map { try box(around: masks[$0], above: 0.5) }
    let fractions: [Float] = [0.15, 0.3, 0.5]
    var overlaps: [[[Float]]] = []
    var masses: [[Float]] = []
    var boxes: [Box] = []
    var pictures: [Picture] = []
    // The class that is right, and the next one, of which there is nothing in the picture.
    for shift in 0..<2 {
      var overlap: [[Float]] = []
      var mass: [Float] = []
      for (index, label) in shapes.labels.enumerated() {
        let image = shapes.images[index...index]
        let shape = Subject(Picture(image[0]), input: image, target: label, by: network)
        let map = try shape.map(of: (label + shift) % 4, at: "relu4")
        let heat = try shape.enlarged(map.relu())[0]
        mass.append((heat * masks[index]).sum().scalar / Swift.max(heat.sum().scalar, 1e-9))
        let found = try fractions.map { try box(around: heat, above: $0) }
        overlap.append(found.map { $0.overlap(with: truths[index]) })
        guard shift == 0 else { continue }
        boxes.append(found[0])
        if index < 4 {
          pictures.append(
            try shape.overlay(map, times: 7)
              .outlined(truths[index], times: 7, in: .white)
              .outlined(found[0], times: 7, in: Demo.boxColour))
        }
      }
      overlaps.append(overlap)
      masses.append(mass)
    }
    func mean(_ numbers: [Float]) -> Double { Double(numbers.reduce(0, +)) / Double(numbers.count) }
    let elsewhere = boxes.indices.map { boxes[$0].overlap(with: truths[($0 + 1) % 200]) }
    let sheet = ContactSheet(columns: 4, margin: 8, pictures.map { $0.captioned("") })
    show.keep(sheet.picture, as: "boxes.png")
    show.page.plates([
      Plate(
        sheet.picture, "white: the shape's box; blue: the map's, at 15 % of its maximum",
        alternative: "Four shapes with soft patches on them; the blue boxes are the larger ones.")
    ])
    show.page.table(
      PageTable(
        ["overlap (IoU) of the boxes", "at 15 %", "at 30 %", "at 50 %"],
        rows: ["the right class", "the next class"].enumerated().map { shift, name in
          [.text(name)]
            + fractions.indices.map { k in .number(mean(overlaps[shift].map { $0[k] })) }
        }, decimals: 2))
    show.page.text(
      """
      With the box of another picture instead of its own, at 15\u{A0}%, it is \
      \(mean(elsewhere).text(decimals: 2)).
      """)
    let labels = shapes.labels
    let score = try gradCAM(
      captureOfEach(network, at: shapes.images, labels: labels, place: "relu4"))
    let maps = try upsampled(score.relu(), height: 32, width: 32)
    let left = [maps, maps.reversed(along: 1, 2)].map { map in
      let images = painted(shapes.images, overTopOf: map, with: shapes.backgrounds)
      return zip(network(images).argmax(along: 1), labels).count { $0 == $1 }
    }
    show.page.text(
      """
      With the first tenth of the pixels in the background's colour, \(left[0]) of 200 shapes are \
      still recognised; with the map upside down \(left[1]).
      """)
    let chance = mean(masks.mean(along: 1, 2).scalars)
    show.score(
      "Grad-CAM", mean(masses[0]), question: .shareOnTheShape,
      chance: chance, within: 0.40...0.44)
    show.truth(
      "Nothing but the shape tells its class, so the map should lie on it.",
      question: .shareOnTheShape,
      measure: Axis("mass on the shape", including: 0...1))
    show.score(
      "Grad-CAM, box at 15 %", mean(overlaps[0].map { $0[0] }),
      question: .boxAroundTheShape, chance: mean(elsewhere),
      within: 0.37...0.41)
    show.score(
      "Grad-CAM, box at 50 %", mean(overlaps[0].map { $0[2] }),
      question: .boxAroundTheShape, chance: mean(elsewhere),
      within: 0.58...0.62)
    show.truth(
      "We know where we drew the shape, so we know its box. Chance: the box of another picture.",
      question: .boxAroundTheShape,
      measure: Axis("overlap of the boxes (IoU)", including: 0...1))
  }

  static func tellOfFourPhotographs(_ network: Network, _ show: Demonstration) throws {
    show.page.section("Four photographs in one")
    let mosaic = try Mosaic()
    let four = Subject(values: mosaic.values, target: ImageNet.tigerCat, by: network)
    let names = try EfficientNetLite0.classNames()
    guard case .linear(let classifier) = network["classifier"] else { return }
    let arranged = try show.progress("arranging", Mosaic.arrangements) { order in
      let mosaic = try Mosaic(order)
      let input = EfficientNetLite0.input(from: mosaic.values)
      // One pass for all classes: at the head, CAM is the same map.
      let features = try capture(network, at: input, target: 0, place: "head").activation
      return try Mosaic.readingOrder.map { photo in
        let map = try classActivationMap(
          features: features, weights: classifier.weight, target: photo.imageNetClass)
        return Double(mosaic.share(of: map, in: photo))
      }
    }
    let question = Question.shareOnTheCat
    let all = mosaic.photographs.map(\.imageNetClass)
    let rows = try mosaic.photographs.enumerated().map { index, photo -> [PageTable.Cell] in
      let target = photo.imageNetClass
      let map = try four.map(of: target)
      let fine = try four.gradient(of: target)
      let guided = try guidedGradCAM(map: map, fine: fine).abs().sum(along: 1)
      let shares = [map, fine.abs().sum(along: 1), guided].map {
        Double(mosaic.share(of: $0, in: photo))
      }
      let logits = network(four.painted(overTopOf: try four.enlarged(map)))
      let change = logits - four.logits
      let others = all.filter { $0 != target }
      let changes = [
        change[0, target].scalar,
        others.map { change[0, $0].scalar }.reduce(0, +) / Float(others.count),
      ]
      if photo == .chelsea {
        show.score(
          "Grad-CAM", shares[0], question: question, chance: 0.25, within: 0.812...0.832)
        show.score(
          "guided Grad-CAM, plain gradient", shares[2], question: question, chance: 0.25,
          within: 0.819...0.839)
      }
      let column = arranged.map { $0[index] }
      return [
        .text(names[target]), .number(shares[0]), .number(column.reduce(0, +) / 24),
        .number(column.min() ?? 0), .number(shares[1]), .number(shares[2]),
      ] + changes.map { .number(Double($0)) }
    }
    show.page.text(
      """
      Here is the share of each Grad-CAM in the right quarter, 0.25 by chance: of the four photographs \
      in reading order, and over all 24 orders.
      """)
    show.page.table(
      PageTable(
        ["explained", "share", "mean of 24", "least of 24"],
        rows: rows.map { Array($0.prefix(4)) }, decimals: 3))
    show.page.text("And here is how guided Grad-CAM does, with the plain gradient as its fine map:")
    show.page.table(
      PageTable(
        ["explained", "gradient", "guided Grad-CAM"],
        rows: rows.map { [$0[0]] + $0[4..<6] }, decimals: 3))
    show.page.text("Paint the first tenth of each map grey, and the four logits change by:")
    show.page.table(
      PageTable(
        ["painted for", "its own logit", "the other three, on average"],
        rows: rows.map { [$0[0]] + $0.suffix(2) }, decimals: 2))
    show.truth(
      "The cat was put into one quarter, so everything that speaks for *tiger cat* lies there.",
      question: question, measure: Axis("share in the cat’s quarter", including: 0...1))
  }

  /// The capture of each picture's own class.
  private static func captureOfEach(
    _ network: Network, at images: Tensor, labels: [Int], place: String
  ) throws -> Capture {
    let captures = try (0..<4).map { try capture(network, at: images, target: $0, place: place) }
    let gradients = labels.indices.map { captures[labels[$0]].gradient[$0] }
    return Capture(
      activation: captures[0].activation, gradient: .stacked(gradients, along: 0))
  }
}

extension Picture {
  /// The picture with a box on it, every pixel of which has become many.
  fileprivate func outlined(_ box: Box, times factor: Int, in colour: Colour) -> Picture {
    outlined(
      rows: box.rows.lowerBound * factor..<box.rows.upperBound * factor,
      columns: box.columns.lowerBound * factor..<box.columns.upperBound * factor, in: colour,
      thickness: 2)
  }
}
