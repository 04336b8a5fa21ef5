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

/// What is told of single photographs.
extension Demo {
  static func tellOfTheCat(_ cat: Subject, _ show: Demonstration) throws {
    show.page.section("A cat, compared with a black picture")
    let black = Tensor.black(like: cat)
    let credit = try integratedGradients(
      of: cat.score, at: cat.input, from: black, along: gaussLegendre(50), chunk: 1)
    let gap = try completenessGap(of: credit, score: cat.score, at: cat.input, from: black)
    let tracked = cat.input.tracked()
    let slope = gradient(of: try cat.score(tracked)[0], withRespectTo: tracked)
    let start = try cat.score(black)[0].scalar
    show.page.text(
      """
      The logit of *tiger cat* is \(cat.logit.text(decimals: 2)) for Chelsea, and \
      \(start.text(decimals: 2)) for a black picture. Integrated gradients share out the difference, \
      \((cat.logit - start).text(decimals: 2)), among her pixels. Added up, the credits are \
      \(credit.sum().scalar.text(decimals: 2)): the gap is \(gap[0].scalar.signedText(decimals: 2)).
      """)
    show.plates(
      [
        Plate(cat.picture, "Chelsea", alternative: Photograph.chelsea.caption),
        Plate(
          try Heat(slope.abs().sum(along: 1), scaledBy: .percentile(99.5), in: .grey).picture,
          "gradient", alternative: "Grey grain, brighter at the eyes."),
        Plate(
          try .signed((cat.input * slope).sum(along: 1)), "input × gradient",
          alternative: "Red and blue grain, strongest at the pupils and down the nose."),
        Plate(
          try .signed(credit.sum(along: 1)), "integrated gradients",
          alternative: "Red and blue grain on the bright fur, the pupils are white."),
      ], columns: 2, bar: .forAndAgainst,
      caption: """
        Integrated gradients from black, with 50 points of Gauss and Legendre; colours added, red \
        for, blue against.
        """, as: "cat-maps.png")
  }

  /// The picture as it appears, the slope there, and what has been gathered so far.
  static func tellOfTheWayOfTheCat(_ cat: Subject, _ show: Demonstration) throws {
    show.page.section("The way, step by step")
    let stops: [Double] = [0, 0.01, 0.02, 0.03, 0.04, 0.05, 0.07, 0.1, 0.15, 0.2, 0.3, 0.5, 1]
    let black = Tensor.black(like: cat)
    let five = try gaussLegendre(5)
    var gathered = Tensor.zeros([1, cat.height, cat.width])
    let found = try show.progress("walking", Array(stops.indices)) { index in
      let stop = stops[index]
      if index > 0 {
        // Five points in each stretch between two stops.
        let (start, length) = (stops[index - 1], stop - stops[index - 1])
        gathered += try cat.credit(
          from: black,
          along: Quadrature(
            points: five.points.map { start + length * $0 },
            weights: five.weights.map { length * $0 }))
      }
      let there = try cat.credit(from: black, along: Quadrature(points: [stop], weights: [1]))
      let logit = cat.network(black + Tensor(stop) * (cat.input - black))[0, cat.target].scalar
      return (stop: stop, logit: logit, there: there, gathered: gathered)
    }
    let scale = try Heat(gathered, .signed, scaledBy: .percentile(99.5)).scale
    let plates = try found.map { stop, logit, there, gathered in
      let shown = Tensor(stop) * cat.picture.intensities
      let slope: Picture = try .signed(there)
      let sum = try Heat(gathered, .signed, scaledBy: .fixed(scale)).picture
      let gap = Tensor.ones([3, 8, cat.width])
      let number = gathered.sum().scalar.text(decimals: 2)
      return Plate(
        Picture(
          .concatenated([shown, gap, slope.intensities, gap, sum.intensities], along: 1)),
        """
        α = \(stop.shortText(digits: 2)), logit \(logit.text(decimals: 2)), sum so far \(number)
        """,
        alternative: """
          The picture at \(stop.shortText(digits: 2)) of its brightness, the slope there times the way, \
          and the sum so far, \(number).
          """)
    }
    show.frames(
      Frames("α, how far the way is gone", bar: .forAndAgainst, plates),
      caption: """
        Above the picture that the network sees, below it the slope there times the way, on a scale of \
        its own, and at the bottom the sum so far, always on the scale of the last one. Each of the \
        twelve stretches between two pictures has five points of Gauss and Legendre.
        """, as: "path.png")
    let magnitudes = found.map { Double($0.gathered.abs().sum().scalar) }
    let early = stops.firstIndex(of: 0.1) ?? 0
    show.page.text(
      """
      At α = 0.1 the sum is \(found[early].gathered.sum().scalar.text(decimals: 2)), of \
      \(gathered.sum().scalar.text(decimals: 2)) in the end. The *magnitudes* of the credits, though, \
      add up to only \((100 * magnitudes[early] / magnitudes[stops.count - 1]).text(decimals: 0)) % of \
      what they are in the end. The rest is red and blue that cancels.
      """)
    try tellOfSaturation(cat.network, show)
  }

  /// The logit along the ways of four photographs: it rises at once.
  private static func tellOfSaturation(_ network: Network, _ show: Demonstration) throws {
    let names = try EfficientNetLite0.classNames()
    let stops = (0...20).map { Double($0) / 20 }
    var early: [Double] = []
    let lines = try show.progress("walking", Mosaic.readingOrder) { photograph in
      let photo = try Subject(photograph, by: network)
      let black = Tensor.black(like: photo)
      let logits = stops.map { stop in
        Double(network(black + Tensor(stop) * (photo.input - black))[0, photo.target].scalar)
      }
      early.append((logits[2] - logits[0]) / (logits[20] - logits[0]))
      return LineChart.Line(names[photo.target], x: stops, y: logits)
    }
    let parts = zip(lines, early).map { "\($0.name) \(($1 * 100).text(decimals: 0)) %" }
    show.page.chart(
      show.keep(
        LineChart(
          "The logit rises on the first steps, and then hardly",
          x: Axis("α, how far the way is gone", including: 0...1), y: Axis("logit of its class"),
          lines: lines), as: "logits.svg"),
      caption: """
        From black to four photographs. This part of the whole change has happened at α = 0.1: \
        \(parts.joined(separator: ", ")).
        """)
  }

  /// How many points the real network needs.
  static func tellOfStepsOnTheCat(_ cat: Subject, _ show: Demonstration) throws {
    let black = Tensor.black(like: cat)
    let early = { (path: Quadrature) in
      // α = t²: the points lie close together at the beginning, where the logit rises.
      Quadrature(
        points: path.points.map { $0 * $0 },
        weights: zip(path.points, path.weights).map { 2 * $0 * $1 })
    }
    let paths: [(name: String, path: Quadrature)] = [
      ("20 midpoints", try quadrature(.midpoint, steps: 20)),
      ("20 midpoints, close at the beginning", early(try quadrature(.midpoint, steps: 20))),
    ]
    let rows = try show.progress("cutting the way", paths) { name, path -> [PageTable.Cell] in
      let credit = try integratedGradients(
        of: cat.score, at: cat.input, from: black, along: path, chunk: 1)
      let gap = try completenessGap(of: credit, score: cat.score, at: cat.input, from: black)[0]
      return [.text(name), .number(Double(gap.scalar))]
    }
    show.page.section("How many points for the cat?")
    show.page.table(
      PageTable(["points", "gap"], rows: rows, decimals: 2),
      caption: """
        The gap, of a change of \((cat.logit - (try cat.score(black))[0].scalar).text(decimals: 2)), \
        from black to Chelsea.
        """)
  }
}
