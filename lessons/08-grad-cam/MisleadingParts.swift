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

/// Where the maps mislead: an early layer, the logit's zero, the box.
extension Demo {
  /// A blue that stands out from dark pictures and from warm patches.
  static let boxColour = Colour(red: 80, green: 190, blue: 255)

  /// Layers of EfficientNet-Lite0 from the first to the last, and how deep each lies.
  static let layers = [
    ("stem", 0), ("blocks.2", 3), ("blocks.4", 5), ("blocks.7", 8), ("blocks.10", 11),
    ("blocks.13", 14), ("blocks.15", 16), ("head", 17),
  ]

  static func tellOfLayers(_ network: Network, _ show: Demonstration) throws {
    show.page.section("Which layer?")
    let first = try Mosaic()
    let four = Subject(values: first.values, target: ImageNet.tigerCat, by: network)
    // Nobody is asked what their code cannot answer yet.
    _ = try four.map(of: ImageNet.tigerCat)
    let prediction = show.page.predict(
      """
      Four photographs in one. At the `head`, whose maps have 14 × 14 pixels, 0.81 of a class's map \
      lies on its own photograph, on average. How much is it at `blocks.10`, which has 28 × 28?
      """,
      options: ["more than 0.8", "between 0.4 and 0.8", "less than 0.4"])
    // Each photograph stands in each quarter once.
    let mosaics = try (0..<4).map { turn in
      try Mosaic((0..<4).map { Mosaic.readingOrder[($0 + turn) % 4] })
    }
    var plates: [Plate] = []
    var shares: [[Double]] = []
    let rows = try show.progress("explaining", layers) { layer -> [PageTable.Cell] in
      let (place, _) = layer
      var found: [[Double]] = []
      var similar: [Double] = []
      var size = ""
      for mosaic in mosaics {
        let subject = Subject(values: mosaic.values, target: ImageNet.tigerCat, by: network)
        var maps: [Tensor] = []
        found.append(
          try Mosaic.readingOrder.map { photograph in
            let map = try subject.map(of: photograph.imageNetClass, at: place)
            maps.append(map.relu())
            size = "\(map.shape[1]) × \(map.shape[2])"
            if photograph == .chelsea, mosaic.photographs == Mosaic.readingOrder {
              let share = mosaic.share(of: map, in: photograph).text(decimals: 2)
              plates.append(
                Plate(
                  try subject.overlay(map)
                    .outlined(rows: 0..<224, columns: 0..<224, in: Demo.boxColour, thickness: 5),
                  "`\(place)`: \(share)",
                  alternative: "Four photographs with the map for tiger cat; hers is framed."))
            }
            return Double(mosaic.share(of: map, in: photograph))
          })
        for (index, map) in maps.enumerated() {
          similar += maps[..<index].map { Double(cosine($0, map)) }
        }
      }
      let all = found.flatMap { $0 }
      shares.append(all)
      return [
        .text("\(place), \(size)"), .number(mean(all)), .number(deviation(all)),
        .number(all.min() ?? 0), .number(all.max() ?? 0), .number(mean(similar)),
      ]
    }
    show.page.table(
      PageTable(
        ["layer", "mean", "deviation", "least", "most", "cosine of two maps"], rows: rows,
        decimals: 2),
      caption: """
        The share of a class's map that lies on its own photograph: four classes, each in each of \
        the four quarters; 0.25 by chance. Last, how alike the positive parts of two classes' maps of \
        one picture are, as the mean of their cosines: 1 is the same map.
        """)
    let depths = layers.map { Double($0.1) }
    let chart = LineChart(
      "Only late layers of Grad-CAM find the class",
      x: Axis("layer: 0 is stem, 11 blocks.10, 14 blocks.13, 17 head"),
      y: Axis("share on the class’s own photograph", including: 0...1),
      lines: [
        LineChart.Line(
          "Grad-CAM, mean of 16", x: depths, y: shares.map(mean),
          band: shares.map { ($0.min() ?? 0)...($0.max() ?? 0) }),
        LineChart.Line(
          "chance", x: depths, y: depths.map { _ in 0.25 }, isReference: true),
      ])
    show.page.chart(show.keep(chart, as: "layers.svg"))
    show.frames(
      Frames("the layer", plates),
      caption: """
        The map for *tiger cat*, from the first layer to the last, and its share of the cat's \
        quarter, which is framed.
        """, as: "places.png")
    show.page.outcome(
      of: prediction,
      """
      Less than 0.4, near chance: one number for each channel says what it is good for only where a \
      channel means the same thing everywhere.
      """, answer: "less than 0.4")
  }

  /// What no probability knows of, and every map depends on: one vector added to all rows of the last
  /// layer.
  static func tellOfZero(_ cat: Subject, _ show: Demonstration) throws {
    show.page.section("Where is zero?")
    let found = try capture(cat.network, at: cat.input, target: ImageNet.tigerCat, place: "head")
    guard case .linear(let classifier) = cat.network["classifier"] else { return }
    let weight = classifier.weight
    let before = try classActivationMap(
      features: found.activation, weights: weight, target: ImageNet.tigerCat)
    let step: Float = 0.1
    let after = try classActivationMap(
      features: found.activation, weights: weight - Tensor(step), target: ImageNet.tigerCat)
    let pooled = found.activation.mean(along: 2, 3)
    let logits = [weight, weight - Tensor(step)].map { pooled.matmul($0, transposing: .right) }
    let change = (logits[0].softmax() - logits[1].softmax()).abs().max().scalar
    let lengths = weight.squared().sum(along: 1).sqrt()
    let centre = weight.mean(along: 0).squared().sum().sqrt()
    show.page.text(
      """
      Take \(step.text(decimals: 1)) away from every weight of the last layer. Every logit falls by the same \
      amount, and no probability changes by more than \
      \(change < 1e-5 ? "0.00001" : change.text(decimals: 5)). The map for *tiger cat* had \
      \(before.scalars.count { $0 > 0 }) pixels of 49 that speak for the class, and has \
      \(after.scalars.count { $0 > 0 }) now. In this network the rows are centred: their mean has a \
      length of \(centre.scalar.text(decimals: 3)), and a typical row one of \
      \(lengths.mean().scalar.text(decimals: 2)).
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
    let steps: [Float] = [0.05, 0.15, 0.3, 0.5, 0.7, 0.9]
    var overlaps: [[[Double]]] = []
    var masses: [[Double]] = []
    var coarseOverlap: [[Double]] = []
    var coarseMass: [Double] = []
    var boxes: [[Box]] = []
    var plates: [Plate] = []
    var thresholds: [Plate] = []
    // The class that is right, and the next one, of which there is nothing in the picture.
    for shift in 0..<2 {
      var overlap: [[Double]] = []
      var mass: [Double] = []
      for (index, label) in shapes.labels.enumerated() {
        let image = shapes.images[index...index]
        let shape = Subject(Picture(image[0]), input: image, target: label, by: network)
        let map = try shape.map(of: (label + shift) % 4, at: "relu4")
        let heat = try shape.enlarged(map.relu())[0]
        mass.append(
          Double((heat * masks[index]).sum().scalar / Swift.max(heat.sum().scalar, 1e-9)))
        let found = try fractions.map { try box(around: heat, above: $0) }
        overlap.append(found.map { Double($0.overlap(with: truths[index])) })
        guard shift == 0 else { continue }
        // Without enlarging: every pixel of the map as a square of 4 × 4.
        let coarse = map.relu()[0]
        let squares = Tensor.stacked(
          (0..<32).map { coarse[$0 / 4].selecting((0..<32).map { $0 / 4 }, along: 0) }, along: 0)
        coarseOverlap.append(
          try fractions.map {
            Double(try box(around: squares, above: $0).overlap(with: truths[index]))
          })
        coarseMass.append(share(of: squares, inside: masks[index]))
        boxes.append(found)
        if index == 0 {
          thresholds = try steps.map { fraction in
            let drawn = try box(around: heat, above: fraction)
            let overlap = drawn.overlap(with: truths[0]).text(decimals: 2)
            return Plate(
              try shape.overlay(map, times: 14)
                .outlined(truths[0], times: 14, in: .white)
                .outlined(drawn, times: 14, in: Demo.boxColour),
              "at \((100 * fraction).text(decimals: 0)) %: IoU \(overlap)",
              alternative: "A shape with a soft patch, its box, and the box of the map.")
          }
        }
        if index < 4 {
          plates.append(
            Plate(
              try shape.overlay(map, times: 14)
                .outlined(truths[index], times: 14, in: .white)
                .outlined(found[0], times: 14, in: Demo.boxColour),
              "IoU \(overlap[index][0].text(decimals: 2))",
              alternative: "A \(Shapes.classNames[label]) with a soft patch and two boxes."))
        }
      }
      overlaps.append(overlap)
      masses.append(mass)
    }
    // Chance: the box of each other picture in turn.
    let elsewhere = fractions.indices.map { k in
      (1..<200).map { turn in
        mean(
          boxes.indices.map { Double(boxes[$0][k].overlap(with: truths[($0 + turn) % 200])) })
      }
    }
    show.plates(
      plates, columns: 2,
      caption: "White: the shape's box; blue: the map's, at 15 % of its maximum.",
      as: "boxes.png")
    show.page.frames(
      Frames("the threshold", thresholds),
      caption: "The box of the first shape, as the threshold rises.")
    show.page.table(
      PageTable(
        ["overlap (IoU) of the boxes", "at 15 %", "at 30 %", "at 50 %"],
        rows: ["the right class", "a class that is not there"].enumerated().map { shift, name in
          [.text(name)]
            + fractions.indices.map { k in .number(mean(overlaps[shift].map { $0[k] })) }
        } + [
          [.text("standard error")]
            + fractions.indices.map { k in
              .number(deviation(overlaps[0].map { $0[k] }) / 200.0.squareRoot())
            },
          [.text("the map in squares, not enlarged by straight lines")]
            + fractions.indices.map { k in .number(mean(coarseOverlap.map { $0[k] })) },
          [.text("with another picture's box")] + elsewhere.map { .number(mean($0)) },
          [.text("deviation of the 199 ways")] + elsewhere.map { .number(deviation($0)) },
        ], decimals: 3))
    show.page.text(
      """
      Of the enlarged map \(Spread(masses[0]).text(decimals: 2)) lies on the shape, of the map in \
      squares \(Spread(coarseMass).text(decimals: 2)).
      """)
    let labels = shapes.labels
    let score = try gradCAM(
      captureOfEach(network, at: shapes.images, labels: labels, place: "relu4"))
    let maps = try upsampled(score.relu(), height: 32, width: 32)
    let known = zip(network(shapes.images).argmax(along: 1), labels).count { $0 == $1 }
    let left = [maps, maps.reversed(along: 1, 2)].map { map in
      let images = painted(shapes.images, overTopOf: map, with: shapes.backgrounds)
      return zip(network(images).argmax(along: 1), labels).count { $0 == $1 }
    }
    show.page.text(
      """
      Of 200 shapes the network recognises \(known). With the top-ranked 10 % of the pixels in the \
      background's colour it is \(left[0]); with the map upside down, \(left[1]).
      """)
    let chance = mean(masks.mean(along: 1, 2).scalars.map(Double.init))
    show.score(
      "Grad-CAM", mean(masses[0]), spread: deviation(masses[0]), question: .shareOnTheShape,
      chance: chance, within: 0.40...0.44)
    show.truth(
      "Nothing but the shape tells its class, so the map should lie on it.",
      question: .shareOnTheShape,
      measure: Axis("mass on the shape", including: 0...1))
    let chanceOfBoxes = mean(elsewhere[0])
    show.score(
      "Grad-CAM, box at 15 %", mean(overlaps[0].map { $0[0] }),
      spread: deviation(overlaps[0].map { $0[0] }), question: .boxAroundTheShape,
      chance: chanceOfBoxes,
      within: 0.37...0.41)
    show.score(
      "Grad-CAM, box at 50 %", mean(overlaps[0].map { $0[2] }),
      spread: deviation(overlaps[0].map { $0[2] }), question: .boxAroundTheShape,
      chance: chanceOfBoxes,
      within: 0.58...0.62)
    show.truth(
      "We know where we drew the shape, so we know its box. Chance: the box of another picture.",
      question: .boxAroundTheShape,
      measure: Axis("overlap of the boxes (IoU)", including: 0...1))
    show.league(
      caption: "All methods so far; the exams of this lesson.", as: "league.svg")
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
      thickness: 4)
  }
}
