import Datasets
import Explanations
import Figures
import IntegratedGradients
import Layers
import Models
import Showing
import Subjects
import Tensors
import Texts

/// What is told where the right answer is known.
extension Demo {
  static func tellOfShapes(_ show: Demonstration) throws {
    show.page.section("Two hundred shapes, and eight things to compare them with")
    let exam = try ShapesExam()
    let (images, score) = (exam.images, exam.score(of: exam.network))
    let path = try quadrature(.midpoint, steps: 6)
    let prediction = show.page.predict(
      """
      Bright shapes on a dark ground. From black, 0.78 of the credit lies on the shape; by chance it \
      would be 0.20. How much does from *white*?
      """,
      options: ["about 0.78", "about 0.4", "less than 0.20"])
    var generator = SplitMix64(seed: 9)
    let noise = Tensor.uniform(in: 0..<1, shape: images.shape, using: &generator)
    let baselines: [(name: String, values: Tensor)] = [
      ("black", .zeros([1, 3, 1, 1])), ("white", .ones([1, 3, 1, 1])),
      ("grey", Tensor(repeating: 0.5, shape: [1, 3, 1, 1])),
      ("its own ground", exam.shapes.backgrounds),
      ("blurred", blurred(images, window: 9)), ("random colours", noise),
    ]
    var maps: [String: Tensor] = [:]
    var rows: [[PageTable.Cell]] = []
    func add(_ name: String, _ credit: Tensor) {
      maps[name] = credit.sum(along: 1)
      let shares = Spread(exam.shares(of: credit.sum(along: 1)))
      rows.append([
        .text(name), .number(shares.mean), .text(shares.error.text(decimals: 3)),
      ])
    }
    _ = try show.progress("comparing", baselines) { name, values in
      add(
        name,
        try integratedGradients(of: score, at: images, from: values, along: path, chunk: 1))
    }
    var other = SplitMix64(seed: 10)
    let ten = Shapes.draw(10, using: &other)
    add(
      "ten other shapes, averaged",
      try averagedOverBaselines(
        of: score, at: images, baselines: ten.images, along: quadrature(.midpoint, steps: 2),
        chunk: 1))
    let tracked = images.tracked()
    let slope = gradient(of: try score(tracked).sum(), withRespectTo: tracked)
    add("(input × gradient)", images * slope)
    show.page.table(
      PageTable(
        ["compared with", "share on the shape", "standard error"], rows: rows, decimals: 2),
      caption: "The mean over 200 shapes. Chance is \(Spread(exam.areas).mean.text(decimals: 2)).")
    show.page.outcome(
      of: prediction,
      """
      Less than by chance. What is nearly white, a yellow shape, has hardly a way to go; the dark ground \
      has the longest one.
      """, answer: "less than 0.20")
    let shown = 1
    let kind = String(describing: exam.shapes.objects[shown].kind)
    show.plates(
      [
        Plate(
          Picture(images[shown]), Prose(verbatim: "a \(kind)"),
          alternative: "A \(kind) on a dark ground.")
      ]
        + (try ["black", "white", "its own ground", "blurred", "ten other shapes, averaged"].map {
          Plate(
            try .signed(maps[$0]?[shown] ?? .zeros([1, 1])), Prose(verbatim: $0),
            alternative: "The credit of each pixel, compared with \($0).")
        }), columns: 3, bar: .forAndAgainst,
      caption: "One shape, one network, five things to compare it with.", as: "baselines.png")
    try keepScores(of: maps, in: exam, show)
    // The negative of everything: the network sees what a white picture is taken from.
    let negative = try integratedGradients(
      of: { try score(1 - $0) }, at: 1 - images, from: .zeros([1, 3, 1, 1]), along: path, chunk: 1)
    show.page.text(
      """
      Now put an inverter before the network and show it negatives: dark shapes on a bright ground, \
      with the same answers. From black, \
      \(Spread(exam.shares(of: negative.sum(along: 1))).mean.text(decimals: 2)) is on the shape: what \
      white had before.
      """)
    show.truth(
      "Nothing but the shape tells its class, so the credit should lie on it.",
      question: .shareOnTheShape, measure: Axis("share on the shape", including: 0...1))
  }

  private static func keepScores(
    of maps: [String: Tensor], in exam: ShapesExam, _ show: Demonstration
  ) throws {
    let entered:
      [(name: String, map: String, share: ClosedRange<Double>, peak: ClosedRange<Double>)] =
        [
          ("IG, from black", "black", 0.76...0.80, 0.97...1),
          ("IG, from white", "white", 0.12...0.15, 0.01...0.08),
          ("expected gradients", "ten other shapes, averaged", 0.49...0.55, 0.92...1),
        ]
    for (name, map, share, peak) in entered {
      guard let map = maps[map] else { continue }
      show.score(
        name, exam.shares(of: map), question: .shareOnTheShape, chance: exam.areas, within: share)
      show.score(
        name, exam.peaks(of: map), question: .peakOnTheShape, chance: exam.areas, within: peak)
    }
    let few = try ShapesExam(20)
    let left = try few.resemblances { network in
      try integratedGradients(
        of: few.score(of: network), at: few.images, from: .zeros([1, 3, 1, 1]),
        along: quadrature(.midpoint, steps: 6), chunk: 1
      ).sum(along: 1)
    }
    show.score(
      "IG, from black", left, question: .leftWhenRandom, within: -0.1...0.1)
  }

  static func tellOfFourPhotographs(_ network: Network, _ show: Demonstration) throws {
    show.page.section("Four photographs in one")
    let steps = 3
    let path = try quadrature(.midpoint, steps: steps)
    func input(_ values: Tensor) -> Tensor { EfficientNetLite0.input(from: values) }
    let score = network.score(of: ImageNet.tigerCat)
    let ways: [(name: String, baseline: (Tensor) -> Tensor)] = [
      ("IG, from black", { input(0 * $0) }),
      ("IG, from grey", { 0 * input($0) }),
    ]
    var shares = [[Double]](repeating: [], count: ways.count + 2)
    var peaks = [[Double]](repeating: [], count: ways.count)
    // Every third of the 24 orders: a pass over four photographs is dear.
    let orders = stride(from: 0, to: 24, by: 3).map { Mosaic.arrangements[$0] }
    _ = try show.progress("arranging", orders) { order in
      let mosaic = try Mosaic(order)
      let x = input(mosaic.values)
      for (index, way) in ways.enumerated() {
        let credit = try integratedGradients(
          of: score, at: x, from: way.baseline(mosaic.values), along: path, chunk: 1
        ).sum(along: 1)
        shares[index].append(Double(mosaic.share(of: credit, in: .chelsea)))
        let quarter = mosaic.quarter(of: .chelsea).mask(height: 448, width: 448)
        peaks[index].append(hasPeak(credit, inside: quarter) ? 1 : 0)
      }
      // What no network says: how far each pixel is from the baseline.
      for (index, distance) in [mosaic.values, x.abs()[0]].enumerated() {
        shares[ways.count + index].append(
          Double(mosaic.share(of: distance.sum(along: 0), in: .chelsea)))
      }
    }
    let names =
      ways.map(\.name) + ["distance from black, no network", "distance from grey, no network"]
    show.page.table(
      PageTable(
        ["share on the cat", "8 arrangements"],
        rows: zip(names, shares).map { [.text($0), .text(Spread($1).text(decimals: 2))] }),
      caption: """
        Mean ± standard deviation over eight orders of the four photographs, with \(steps) points on each \
        way; 0.25 by chance.
        """)
    for (index, within) in [(0, 0.33...0.4), (1, 0.17...0.25)] {
      show.score(
        names[index], shares[index], question: .shareOnTheCat, chance: [0.25], within: within)
    }
    for (index, within) in [(0, 0...0.3), (1, 0.2...0.8)] {
      show.score(
        names[index], peaks[index], question: .peakOnTheCat,
        chance: [Double](repeating: 0.25, count: orders.count), within: within)
    }
    show.truth(
      "The cat was put into one quarter, so everything that speaks for *tiger cat* lies there.",
      question: .shareOnTheCat, measure: Axis("share in the cat’s quarter", including: 0...1))
  }

  static func tellOfTheBlackSquare(_ show: Demonstration) throws {
    show.page.section("The picture that a black baseline cannot see")
    let square = Tensor.zeros([1, 1, 3, 3]).padded([(0, 0), (0, 0), (1, 1), (1, 1)], with: 1)
    let path = try quadrature(.midpoint, steps: 10)
    let maps = try [Tensor.zeros([1, 1, 1, 1]), .ones([1, 1, 1, 1])].map {
      try integratedGradients(of: darkSquareScore, at: square, from: $0, along: path, chunk: 10)
    }
    let heats = try maps.map { try Heat($0, .signed, scaledBy: .fixed(0.12)) }
    func large(_ picture: Picture) -> Picture { picture.scaled(by: 40) }
    show.plates(
      [
        Plate(large(Picture(square[0])), "a black square", alternative: "Black on white."),
        Plate(
          large(heats[0].picture), "from black",
          alternative: "A red frame around a white middle."),
        Plate(
          large(heats[1].picture), "from white",
          alternative: "A red middle in a white frame."),
      ], columns: 3,
      bar: heats[0].bar("part of the score"), as: "black-square.png")
    let sums = maps.map { $0[0, 0, 1..<4, 1..<4].sum().scalar }
    show.page.text(
      """
      The score is \(darkSquareScore(square)[0].scalar.text(decimals: 2)), and 0 for a black picture as \
      for a white one. Of it the middle gets \(sums[0].text(decimals: 2)) from black and \
      \(sums[1].text(decimals: 2)) from white; both accounts add up.
      """)
  }
}
