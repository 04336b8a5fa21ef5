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

/// What is told of single photographs.
extension Demo {
  static func tellOfTheCat(_ cat: Subject, _ show: Demonstration) throws {
    show.page.section("The same cat, sixty-four times")
    show.page.chart(
      show.keep(Diagrams.mechanism, as: "mechanism.svg"),
      caption: "A gradient for each noisy copy, and their mean.")
    let samples = try cat.samples(128)
    // The gradient at each copy alone: SmoothGrad of one sample.
    let slopes = try show.progress("explaining copies", 0..<128) { index in
      try cat.smoothed(over: samples[index...index])
    }
    func mean(_ range: Range<Int>) -> Tensor {
      Tensor.concatenated(Array(slopes[range]), along: 0).mean(along: 0, keepingAxes: true)
    }
    let plain = try cat.gradient()
    let deviation = samples.squared().mean().sqrt().scalar
    show.page.text(
      """
      The noise has 0.15 of the range of the photograph: \((128 * deviation).text(decimals: 0)) of 255 \
      steps of grey.
      """)
    show.plates(
      [
        Plate(cat.picture, "Chelsea", alternative: Photograph.chelsea.caption),
        Plate(
          Picture(((cat.input + samples[..<1])[0] * 128 + 127).clamped(to: 0...255) / 255),
          "one noisy copy", alternative: "The same cat under coarse coloured grain."),
        Plate(
          try .magnitudes(of: plain), "gradient",
          alternative: "Grey grain all over, a little brighter around the eyes."),
        Plate(
          try .magnitudes(of: mean(0..<64)), "SmoothGrad, 64 copies",
          alternative: "The grain is finer; eyes, nose and mouth stand out from the dark."),
      ], columns: 2,
      caption: "Magnitudes, colours added; the brighter, the steeper. Each map on its own scale.",
      as: "cat-maps.png")
    try tellOfNumbers(slopes.count, mean, show)
  }

  /// The picture against the number of samples.
  private static func tellOfNumbers(
    _ count: Int, _ mean: (Range<Int>) -> Tensor, _ show: Demonstration
  ) throws {
    show.page.section("How many copies?")
    show.plates(
      try [1, 4, 16, 64].map { number in
        Plate(
          try .magnitudes(of: mean(0..<number)), "\(number) \(number == 1 ? "copy" : "copies")",
          alternative: number == 1
            ? "Grain all over." : "With more copies the grain sinks and the face stays.")
      }, columns: 2, caption: "The mean over the first 1, 4, 16 and 64 noisy copies.",
      as: "samples.png")
    let prediction = show.page.predict(
      "With 4 copies the error of the mean is 3.28. What is it with 64 copies?",
      options: ["0.20", "0.82", "1.64"])
    // Two means of n copies each differ by √2 times the error of one.
    let size = Double(mean(0..<count).squared().mean().sqrt().scalar)
    let numbers = [1, 2, 4, 8, 16, 32, 64]
    let errors = numbers.map { number in
      stride(from: 0, to: count, by: 2 * number).map { start in
        let difference = mean(start..<start + number) - mean(start + number..<start + 2 * number)
        return Double((difference.squared().mean() / 2).sqrt().scalar) / size
      }
    }
    let means = errors.map { $0.reduce(0, +) / Double($0.count) }
    show.page.chart(
      show.keep(
        LineChart(
          "The error of SmoothGrad on Chelsea",
          x: Axis("copies", scale: .logarithmic), y: Axis("error", scale: .logarithmic),
          lines: [
            .init(
              "measured", x: numbers.map(Double.init), y: means,
              band: errors.map { ($0.min() ?? 0)...($0.max() ?? 0) }),
            .init(
              "1/√n", x: numbers.map(Double.init),
              y: numbers.map { means[0] / Double($0).squareRoot() }, isReference: true),
          ]), as: "error.svg"),
      caption: """
        From pairs of means that share no copy: 64 pairs for one copy, 1 pair for 64. The band goes \
        from the least to the largest of the pairs.
        """)
    show.page.table(
      PageTable(
        ["copies", "pairs", "error, mean of the pairs", "standard deviation"],
        rows: zip(numbers, errors).map { number, errors in
          [
            .text("\(number)"), .text("\(errors.count)"),
            .number(errors.reduce(0, +) / Double(errors.count)),
            .text(errors.count > 1 ? Spread(errors).deviation.text(decimals: 3) : "–"),
          ]
        }, decimals: 3),
      caption: "As a part of the root of the mean square of the mean over all 128 copies.")
    show.page.outcome(
      of: prediction, "0.82: for 16 times as many copies a quarter. The error falls like 1/√n.",
      answer: "0.82")
    try tellOfAccidents(means, count, mean, show)
  }

  /// How much of a mean over some copies is accident, and what pictures of accidents look like.
  private static func tellOfAccidents(
    _ errors: [Double], _ count: Int, _ mean: (Range<Int>) -> Tensor, _ show: Demonstration
  ) throws {
    // The mean over all copies is 1 in these units, and holds an accident as well.
    let truth = 1 - errors[0] * errors[0] / Double(count)
    let parts = [1, 16, 64].map { number in
      let accident = errors[0] * errors[0] / Double(number)
      return accident / (accident + truth)
    }
    let (one, other) = (mean(0..<count / 2), mean(count / 2..<count))
    let agreement = Double((one.sign() .== other.sign()).mean().scalar)
    // Where two means over as many copies are subtracted, nothing but accident is left.
    let accidents = [0, count / 2].map { start in
      mean(start..<start + count / 4) - mean(start + count / 4..<start + count / 2)
    }
    func alike(_ maps: [Tensor]) -> Double {
      let pictures = maps.map { $0.abs().sum(along: 1) }
      return Double(cosine(pictures[0], pictures[1]))
    }
    show.page.text(
      """
      Of the mean square of the map, \(parts[0].text(decimals: 2)) is accident with 1 copy, \
      \(parts[1].text(decimals: 2)) with 16 and \(parts[2].text(decimals: 2)) with 64. Two means over \
      \(count / 2) copies each, which share none, have the same sign at \
      \((100 * agreement).text(decimals: 0)) % of the numbers, where 50 % is chance. The cosine of their \
      *pictures*, magnitudes with colours added, is \(alike([one, other]).text(decimals: 2)); that of \
      two pictures of nothing but accident is \(alike(accidents).text(decimals: 2)).
      """)
  }

  /// The mean, the mean of squares and the variance of one set of copies.
  static func tellOfThreeKinds(_ cat: Subject, _ show: Demonstration) throws {
    show.page.section("Mean, squares, variance")
    let samples = try cat.samples(16)
    let mean = try cat.smoothed(over: samples)
    let maps = [
      ("mean", mean.abs()),
      ("mean of squares", try smoothGradSquared(of: cat.score, at: cat.input, noise: samples)),
      ("variance", try varGrad(of: cat.score, at: cat.input, noise: samples)),
    ].map { name, map in (name: name, map: map.sum(along: 1)) }
    show.plates(
      try maps.map { name, map in
        Plate(
          try .heat(map), Prose(verbatim: name), alternative: "Chelsea's map by the \(name).")
      }, columns: 3,
      caption: """
        The same 16 copies. A square makes what is strong stronger, so two of the maps are darker. \
        Squares and variance can hardly be told apart.
        """, as: "kinds.png")
    let (squares, variance) = (maps[1].map, maps[2].map)
    show.page.text(
      """
      The cosine of squares and variance is \(cosine(squares, variance).text(decimals: 3)): of the mean \
      square, \((variance.sum() / squares.sum()).scalar.text(decimals: 2)) is variance. The cosine of \
      Chelsea's gradient and this mean, with their signs, is \
      \(cosine(try cat.gradient(), mean).text(decimals: 2)).
      """)
  }

  /// What the network makes of the copies that are averaged over.
  static func tellOfStrangePictures(_ network: Network, _ show: Demonstration) throws {
    show.page.section("How much noise?")
    let names = try EfficientNetLite0.classNames()
    let fractions: [Float] = [0.15, 0.3]
    let photographs = try Mosaic.readingOrder.map { try Subject($0, by: network) }
    let rows = try show.progress("asking about copies", photographs) { photo in
      try [.text(names[photo.target]), .number(photo.probability)]
        + fractions.map { fraction -> PageTable.Cell in
          let copies = photo.input + (try photo.samples(16, of: fraction))
          let found = network(copies).softmax(along: 1)[.all, photo.target]
          return .text(Spread(found.scalars.map(Double.init)).text(decimals: 2))
        }
    }
    show.page.table(
      PageTable(
        ["probability of"] + ["no noise"] + fractions.map { "σ \($0.shortText(digits: 2))" },
        rows: rows, decimals: 2),
      caption: "Mean ± standard deviation over 16 noisy copies; σ is a part of the range.")
  }

  /// The same two maps from a network that has learned nothing.
  static func tellOfTheUntrained(_ cat: Subject, _ show: Demonstration) throws {
    show.page.section("A network that has learned nothing")
    var generator = SplitMix64(seed: 1)
    var untrained = EfficientNetLite0.untrainedNetwork()
    untrained.initialize(using: &generator)
    let stranger = Subject(
      cat.picture, input: cat.input, target: cat.target, by: untrained)
    let samples = try cat.samples(16)
    let maps = try [cat, stranger].flatMap { subject in
      [try subject.gradient(), try subject.smoothed(over: samples)].map {
        $0.abs().sum(along: 1)
      }
    }
    let names = [
      "trained: gradient", "trained: SmoothGrad", "untrained: gradient", "untrained: SmoothGrad",
    ]
    show.plates(
      try zip(maps, names).map { map, name in
        Plate(
          try .heat(map), Prose(verbatim: name), alternative: "A map of Chelsea, \(name).")
      }, columns: 2, caption: "16 copies. Below, the weights were drawn and never trained.",
      as: "untrained.png")
    show.page.table(
      PageTable(
        ["map", "grain"],
        rows: zip(maps, names).map { [.text($1), .number(grain(of: $0))] }, decimals: 2),
      caption: "Grain: how much neighbouring pixels differ, as a part of the mean pixel.")
  }
}
