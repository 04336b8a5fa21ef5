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
    let exam = try ShapesExam()
    let prediction = show.page.predict(
      """
      On the shape the gradient has 0.33 of its sum, and its highest point in 0.72 of the images. Which \
      of the two does SmoothGrad raise?
      """, options: ["the part", "the peaks", "both"])
    let names = [
      "gradient", "SmoothGrad", "gradient, squared", "SmoothGrad squared", "one noisy copy",
      "one noisy copy, squared",
    ]
    let explained = try show.progress("smoothing", exam.shapes.labels.indices) { index in
      let x = exam.images[index...index]
      let score = exam.network.score(of: exam.shapes.labels[index])
      let samples = try noise(
        like: x, samples: 25, relativeTo: Subject.fraction, seed: UInt64(index))
      let plain = try smoothGrad(of: score, at: x, noise: .zeros(x.shape), chunk: 1)
      let smooth = try smoothGrad(of: score, at: x, noise: samples, chunk: 25)
      let squares = try smoothGradSquared(of: score, at: x, noise: samples)
      let one = try smoothGrad(of: score, at: x, noise: samples[..<1], chunk: 1)
      return [plain.abs(), smooth.abs(), plain.squared(), squares, one.abs(), one.squared()]
        .map {
          $0.sum(along: 1)
        }
    }
    let maps = names.indices.map { method in
      Tensor.concatenated(explained.map { $0[method] }, along: 0)
    }
    let shares = maps.map(exam.shares)
    let peaks = maps.map(exam.peaks)
    let chance = exam.areas
    show.page.text(
      """
      How much of a map lies on the shape that decides, and how often is the map highest there? 25 copies \
      each, σ = 0.15; the gradient's colours are added up as magnitudes, or as squares.
      """)
    show.page.table(
      PageTable(
        ["map", "on the shape", "standard error", "highest on it"],
        rows: names.indices.map { method in
          let spread = Spread(shares[method])
          return [
            .text(names[method]), .number(spread.mean), .text(spread.error.text(decimals: 3)),
            .number(Spread(peaks[method]).mean),
          ]
        } + [["chance", .number(Spread(chance).mean), "", .number(Spread(chance).mean)]],
        decimals: 2))
    show.page.outcome(
      of: prediction, "The peaks, by far. The part hardly changes.", answer: "the peaks")
    for (method, base) in [(1, 0), (3, 2)] {
      let gains = [shares, peaks].map { values in
        Spread(zip(values[method], values[base]).map { $0 - $1 })
      }
      show.page.text(
        """
        \(names[method]) minus \(names[base]), image by image: \
        \(gains[0].mean.signedText(decimals: 3)) ± \(gains[0].error.text(decimals: 3)) of the map \
        (mean ± standard error), and \(gains[1].mean.signedText(decimals: 2)) ± \
        \(gains[1].error.text(decimals: 2)) of the peaks.
        """)
    }
    for (name, method, share, peak) in [
      ("SmoothGrad", 1, 0.33...0.355, 0.88...0.97),
      ("SmoothGrad squared", 3, 0.3...0.335, 0.64...0.8),
    ] {
      show.score(
        name, shares[method], question: .shareOnTheShape, chance: chance, within: share)
      show.score(name, peaks[method], question: .peakOnTheShape, chance: chance, within: peak)
    }
    show.truth(
      "Nothing but the shape tells its class, so the map should lie on it, or on its edge.",
      question: .shareOnTheShape, measure: Axis("mass on the shape", including: 0...1))
  }

  static func tellOfFourPhotographs(_ network: Network, _ show: Demonstration) throws {
    show.page.section("Four photographs in one")
    let cat = Photograph.chelsea
    // The cat in all orders, the other three in those four in which each stands in each corner once.
    let ofTheCat = try show.progress("explaining the cat", Array(Mosaic.arrangements.enumerated()))
    { index, order in
      let mosaic = try Mosaic(order)
      let region = mosaic.quarter(of: cat).mask(height: 448, width: 448)
      return try [0, 2].map { count in
        let map = try map(of: cat, in: mosaic, by: network, copies: count, seed: UInt64(index))
        return (share: share(of: map, inside: region), isHit: hasPeak(map, inside: region))
      }
    }
    let shares = [0, 1].map { kind in ofTheCat.map { $0[kind].share } }
    let hits = [0, 1].map { kind in ofTheCat.map { $0[kind].isHit ? 1.0 : 0 } }
    let names = try EfficientNetLite0.classNames()
    var rows: [[PageTable.Cell]] = [
      [.text("\(names[cat.imageNetClass]), 24 orders")]
        + shares.map { .text(Spread($0).text(decimals: 3)) }
        + ["", ""]
    ]
    let turned = (0..<4).map { Array(Mosaic.readingOrder[$0...] + Mosaic.readingOrder[..<$0]) }
    // How many of the other classes' maps are highest on their own quarter, and how many on the cat's.
    var (ownHits, catHits) = ([0, 0], [0, 0])
    for photo in Mosaic.readingOrder.dropFirst() {
      let name = names[photo.imageNetClass]
      let found = try show.progress("explaining \(name)", Array(turned.enumerated())) {
        index, order in
        let mosaic = try Mosaic(order)
        let maps = try [0, 2].map { count in
          try map(of: photo, in: mosaic, by: network, copies: count, seed: UInt64(index))
        }
        let regions = [photo, cat].map { mosaic.quarter(of: $0).mask(height: 448, width: 448) }
        for (kind, map) in maps.enumerated() {
          if hasPeak(map, inside: regions[0]) { ownHits[kind] += 1 }
          if hasPeak(map, inside: regions[1]) { catHits[kind] += 1 }
        }
        return regions.flatMap { region in maps.map { share(of: $0, inside: region) } }
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
        Mean ± standard deviation over the orders of the four photographs; σ = 0.15, 2 copies.
        """)
    let gains = zip(shares[1], shares[0]).map { $0 - $1 }
    show.page.text(
      """
      In each order SmoothGrad has \(Spread(gains).mean.signedText(decimals: 2)) ± \
      \(Spread(gains).deviation.text(decimals: 2)) more on the cat than the gradient; it is ahead in \
      \(gains.count { $0 > 0 }) of 24 orders. Its map is highest on the cat in \
      \(hits[1].count { $0 == 1 }) of 24, that of the gradient in \(hits[0].count { $0 == 1 }). Of the 12 \
      maps for the other classes SmoothGrad’s are highest on their own quarter in \(ownHits[1]) and on the \
      cat’s in \(catHits[1]), the gradient’s in \(ownHits[0]) and \(catHits[0]).
      """)
    try tellOfOneOrder(network, show)
    let chance = [Double](repeating: 0.25, count: 24)
    show.score(
      "SmoothGrad", shares[1], question: .shareOnTheCat, chance: chance, within: 0.39...0.43)
    show.score(
      "SmoothGrad", hits[1], question: .peakOnTheCat, chance: chance, within: 0.4...0.85)
    show.truth(
      "The cat was put into one quarter, so everything that speaks for *tiger cat* lies there.",
      question: .shareOnTheCat, measure: Axis("share in the cat’s quarter", including: 0...1))
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
      of: network.score(of: photo.imageNetClass), at: input, noise: samples, chunk: 1
    ).abs().sum(along: 1)
  }

  /// The maps of the order that the course shows everywhere.
  private static func tellOfOneOrder(_ network: Network, _ show: Demonstration) throws {
    let mosaic = try Mosaic()
    let maps = try [(Photograph.chelsea, 0), (.chelsea, 2), (.coffee, 2)].map { photo, copies in
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
        }), columns: 2, caption: "Her quarter is framed. Each map on its own scale, 2 copies.",
      as: "mosaic-maps.png")
  }
}
