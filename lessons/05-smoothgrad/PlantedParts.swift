import Datasets
import Explanations
import Figures
import Layers
import Models
import Showing
import SmoothGrad
import Subjects
import Tensors
import Texts

/// What is told where the right answer is known: two hundred shapes, and four photographs in one.
extension Demo {
  static func tellOfShapes(_ show: Demonstration) throws {
    show.page.section("Two hundred shapes")
    let network = try ShapesNet.network()
    var generator = SplitMix64(seed: 3)
    let shapes = Shapes.draw(200, using: &generator)
    let masks = shapes.masks(of: .object)
    let names = [
      "gradient", "SmoothGrad, σ 0.05", "SmoothGrad, σ 0.15", "gradient, squared",
      "SmoothGrad squared, σ 0.15",
    ]
    let shares = try show.progress("smoothing", 0..<200) { index -> [Double] in
      let x = shapes.images[index...index]
      let score = network.score(of: shapes.labels[index])
      func samples(_ fraction: Float) throws -> Tensor {
        try noise(like: x, samples: 25, relativeTo: fraction, seed: UInt64(index))
      }
      let plain = try smoothGrad(of: score, at: x, noise: .zeros(x.shape), chunk: 1)
      let little = try smoothGrad(of: score, at: x, noise: samples(0.05), chunk: 25)
      let more = try smoothGrad(of: score, at: x, noise: samples(0.15), chunk: 25)
      let squares = try smoothGradSquared(of: score, at: x, noise: samples(0.15))
      return [plain.abs(), little.abs(), more.abs(), plain.squared(), squares].map {
        share(of: $0.sum(along: 1), inside: masks[index...index])
      }
    }
    let columns = names.indices.map { method in Spread(shares.map { $0[method] }) }
    let chance = Spread(masks.mean(along: 1, 2).scalars.map(Double.init)).mean
    show.page.text(
      """
      How much of a map lies on the shape that decides? 25 copies each; the gradient's colours are \
      added up as magnitudes, or as squares.
      """)
    show.page.table(
      PageTable(
        ["map", "on the shape", "standard error"],
        rows: zip(names, columns).map {
          [.text($0), .number($1.mean), .text($1.error.text(decimals: 3))]
        } + [["chance", .number(chance), ""]], decimals: 2))
    for (name, base) in [(1, 0), (2, 0), (4, 3)] {
      let differences = Spread(shares.map { $0[name] - $0[base] })
      show.page.text(
        """
        \(names[name]) minus \(names[base]), image by image: \
        \(differences.mean.signedText(decimals: 3)) ± \(differences.error.text(decimals: 3)) (standard \
        error).
        """)
    }
    let question = Question.shareOnTheShape
    show.score(
      "SmoothGrad", columns[2].mean, spread: columns[2].deviation, question: question,
      chance: chance, within: 0.31...0.37)
    show.score(
      "SmoothGrad squared", columns[4].mean, spread: columns[4].deviation, question: question,
      chance: chance, within: 0.24...0.32)
    show.truth(
      "Nothing but the shape tells its class, so the map should lie on it, or on its edge.",
      question: question, measure: Axis("mass on the shape", including: 0...1))
  }

  static func tellOfFourPhotographs(_ network: Network, _ show: Demonstration) throws {
    show.page.section("Four photographs in one")
    let prediction = show.page.predict(
      """
      Of the gradient for *tiger cat*, 0.28 lies on the cat’s quarter of four photographs. How much of \
      SmoothGrad does, with σ = 0.15?
      """, options: ["about 0.28", "about 0.40", "about 0.80"])
    let cat = Photograph.chelsea
    // The cat in all orders, the other three in those four in which each stands in each corner once.
    let ofTheCat = try show.progress("explaining the cat", Array(Mosaic.arrangements.enumerated()))
    { index, order in
      let mosaic = try Mosaic(order)
      return try [0, 3].map { count in
        let map = try map(of: cat, in: mosaic, by: network, copies: count, seed: UInt64(index))
        return Double(mosaic.share(of: map, in: cat))
      }
    }
    let cats = [0, 1].map { kind in Spread(ofTheCat.map { $0[kind] }) }
    let names = try EfficientNetLite0.classNames()
    var rows: [[PageTable.Cell]] = [
      [.text("\(names[cat.imageNetClass]), 24 orders")] + cats.map { .text($0.text(decimals: 2)) }
        + ["", ""]
    ]
    let turned = (0..<4).map { Array(Mosaic.readingOrder[$0...] + Mosaic.readingOrder[..<$0]) }
    for photo in Mosaic.readingOrder.dropFirst() {
      let name = names[photo.imageNetClass]
      let found = try show.progress("explaining \(name)", Array(turned.enumerated())) {
        index, order in
        let mosaic = try Mosaic(order)
        let maps = try [0, 2].map { count in
          try map(of: photo, in: mosaic, by: network, copies: count, seed: UInt64(index))
        }
        return
          (maps.map { mosaic.share(of: $0, in: photo) } + maps.map { mosaic.share(of: $0, in: cat) })
          .map(Double.init)
      }
      rows.append(
        [.text("\(name), 4 orders")]
          + (0..<4).map { kind in .text(Spread(found.map { $0[kind] }).text(decimals: 2)) })
    }
    show.page.table(
      PageTable(
        [
          "explained", "gradient, on its own quarter", "SmoothGrad", "gradient, on the cat’s",
          "SmoothGrad, on the cat’s",
        ], rows: rows),
      caption: """
        Mean ± standard deviation over the orders of the four photographs; σ = 0.15, 3 copies for the \
        cat and 2 for the others.
        """)
    let pairs = Spread(ofTheCat.map { $0[1] - $0[0] })
    show.page.text(
      """
      In each order SmoothGrad has \(pairs.mean.signedText(decimals: 2)) ± \
      \(pairs.deviation.text(decimals: 2)) more on the cat than the gradient; in \
      \(ofTheCat.count { $0[1] > $0[0] }) of 24 orders it is ahead.
      """)
    show.page.outcome(
      of: prediction,
      """
      About 0.40. But the maps of the other classes put more on the cat, too: the noise moves all maps \
      there, whatever they explain.
      """, answer: "about 0.40")
    try tellOfOneOrder(network, show)
    let question = Question.shareOnTheCat
    show.score(
      "SmoothGrad", cats[1].mean, spread: cats[1].deviation, question: question, chance: 0.25,
      within: 0.36...0.46)
    show.truth(
      "The cat was put into one quarter, so everything that speaks for *tiger cat* lies there.",
      question: question, measure: Axis("share in the cat’s quarter", including: 0...1))
    show.league(
      caption: "Every method so far, in both exams of this lesson, beside chance.", as: "league.svg"
    )
  }

  /// Magnitudes of the gradient for one photograph's class, or of the mean over noisy copies.
  private static func map(
    of photo: Photograph, in mosaic: Mosaic, by network: Network, copies: Int, seed: UInt64
  ) throws -> Tensor {
    let input = EfficientNetLite0.input(from: mosaic.values)
    let samples =
      copies == 0
      ? .zeros(input.shape)
      : try noise(like: input, samples: copies, relativeTo: Subject.fraction, seed: seed)
    return try smoothGrad(
      of: network.score(of: photo.imageNetClass), at: input, noise: samples, chunk: 2
    ).abs().sum(along: 1)
  }

  /// The maps of the order that the course shows everywhere.
  private static func tellOfOneOrder(_ network: Network, _ show: Demonstration) throws {
    let mosaic = try Mosaic()
    let maps = try [(Photograph.chelsea, 0), (.chelsea, 8), (.coffee, 8)].map { photo, copies in
      try map(of: photo, in: mosaic, by: network, copies: copies, seed: 1)
    }
    let names = [
      "gradient, tiger cat", "SmoothGrad, tiger cat", "SmoothGrad, espresso",
    ]
    show.plates(
      [
        Plate(
          Picture(mosaic.values / 255), "four photographs",
          alternative: "A cat, a cup of coffee, a man with a camera, a rocket.")
      ]
        + (try zip(maps, names).map { map, name in
          Plate(
            try .heat(map).outlined(
              rows: 0..<224, columns: 0..<224, in: .white, thickness: 2),
            "\(name): \(Double(mosaic.share(of: map, in: .chelsea)), decimals: 2) on the cat",
            alternative: "Grey grain, denser on the cat’s quarter with SmoothGrad.")
        }), columns: 2, caption: "Her quarter is framed. Each map on its own scale, 8 copies.",
      as: "mosaic-maps.png")
  }
}
