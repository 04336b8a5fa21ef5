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

/// What is told of single photographs.
extension Demo {
  static func tellOfTheCat(_ cat: Subject, _ show: Demonstration) throws {
    show.page.section("Three maps of a cat")
    let names = try EfficientNetLite0.classNames()
    show.page.chart(
      BarChart(
        "What the network says of Chelsea",
        axis: Axis("probability", unit: "%", including: 0...100),
        bars: cat.mostProbable(5).map { BarChart.Bar(names[$0.label], 100 * $0.probability) },
        decimals: 0))
    show.page.text(
      """
      We explain *tiger cat*, the runner-up. Its logit is \(cat.logit.text(decimals: 2)), \
      that of *Egyptian cat* \(cat.logit(of: ImageNet.egyptianCat).text(decimals: 2)).
      """)
    var plates = [
      Plate(cat.picture, "Chelsea", alternative: Photograph.chelsea.caption),
      Plate(
        try .heat(saliency(from: cat.gradient(), by: .sum)), "gradient",
        alternative: "Grey grain, brighter around the eyes and the nose and at the right edge."),
    ]
    let caption: Prose = """
      The gradient's magnitudes are added over the colours, products with their signs: red for, blue \
      against. The average is that of 17 layers. Each map has a scale of its own.
      """
    do {
      plates.append(
        Plate(
          try .signed(cat.product()), "input × gradient",
          alternative: "Red and blue grain, on the eyes, down the nose and on its tip."))
      plates.append(
        Plate(
          try .signed(cat.layerAverage()), "average of layers",
          alternative: "Large soft patches: red on the cheeks, blue on the forehead and the eyes."))
    } catch let unfinished as Unfinished {
      // Without the functions for all of them, what there is is shown.
      show.page.plates(plates, caption: caption)
      throw unfinished
    }
    show.plates(plates, columns: 2, bar: .forAndAgainst, caption: caption, as: "cat-maps.png")
  }

  /// Where a logit comes from, to the last hundredth.
  static func tellOfTheSum(_ cat: Subject, _ show: Demonstration) throws {
    show.page.section("What the products leave out")
    let products = Double(try cat.product().sum().scalar)
    let constants = Constants(of: cat)
    let sum = products + constants.ofBiases + constants.ofCaps
    show.page.text(
      """
      The products of input and gradient add up to \(products.signedText(decimals: 3)). Biases, each \
      times the slope with respect to it, add \(constants.ofBiases.signedText(decimals: 3)), and units \
      that are clipped at 6 add \(constants.ofCaps.signedText(decimals: 3)). Together they are \
      \(sum.text(decimals: 3)); the logit is \(cat.logit.text(decimals: 3)).
      """)
    show.page.chart(
      show.keep(
        Diagrams.sum(
          [
            ("input × gradient", products), ("biases", constants.ofBiases),
            ("caps", constants.ofCaps),
          ], of: "logit"), as: "sum.svg"),
      caption: "The logit of *tiger cat* for Chelsea, from 0 on, in three parts.")
  }

  static func tellOfPlaces(_ cat: Subject, _ show: Demonstration) throws {
    show.page.section("Sums at every place")
    let maps = try layerInputTimesGradient(
      of: cat.network, at: cat.input, target: cat.target, places: Subject.places)
    let chosen = [0, 4, 10, 14, 15, 16]
    show.page.text(
      """
      After the head only a mean and a linear layer follow, and there the products add up to the logit, \
      but for one bias. Late places have few values, so each is large and weighs much in the average.
      """)
    show.page.table(
      PageTable(
        ["place", "pixels of its map", "its products add up to"],
        rows: chosen.map { index in
          [
            .text(Subject.places[index]),
            .text("\(maps[index].shape[2]) × \(maps[index].shape[3])"),
            .number(Double(maps[index].sum().scalar)),
          ]
        }, decimals: 2))
  }

  static func tellOfTheOtherCat(_ cat: Subject, _ show: Demonstration) throws {
    show.page.section("Why tiger and not Egyptian?")
    let network = cat.network
    let (tigerCat, egyptianCat) = (ImageNet.tigerCat, ImageNet.egyptianCat)
    let tiger = try cat.gradient()
    let egyptian = try gradientMap(of: network.score(of: egyptianCat), at: cat.input)
    let difference = try gradientMap(
      of: { x in
        let logits = network(x)
        return logits[.all, tigerCat] - logits[.all, egyptianCat]
      }, at: cat.input)
    let probability = try gradientMap(
      of: { x in network(x).softmax(along: 1)[.all, tigerCat] }, at: cat.input)
    let others = try [ImageNet.espresso, ImageNet.tripod, ImageNet.missile].map { label in
      cosine(tiger, try gradientMap(of: network.score(of: label), at: cat.input))
        .text(decimals: 2)
    }
    show.page.text(
      """
      The gradients of the two cats point in similar directions: their cosine is \
      \(cosine(tiger, egyptian).text(decimals: 2)). With *espresso*, *tripod* and *missile* it is \
      \(others[0]), \(others[1]) and \(others[2]). To ask what tells the one from the other, explain \
      the difference of their logits. Its gradient is the difference of their gradients, and its \
      cosine with that of *tiger cat* is \(cosine(tiger, difference).text(decimals: 2)). The gradient \
      of the *probability* of tiger cat asks nearly this question without saying so: its cosine with \
      the difference is \(cosine(probability, difference).text(decimals: 2)).
      """)
    let tigerMap = try cat.layerAverage()
    let egyptianMap = try cat.layerAverage(of: egyptianCat)
    let scale = try Heat(tigerMap, .signed, scaledBy: .percentile(99.5)).scale
    let pictures = try [tigerMap, egyptianMap, tigerMap - egyptianMap].map { map in
      try cat.picture.greys.overlaid(with: Heat(map, .signed, scaledBy: .fixed(scale)))
    }
    let names = ["tiger cat", "Egyptian cat", "tiger rather than Egyptian"]
    show.plates(
      zip(pictures, names).map { picture, name in
        Plate(picture, Prose(verbatim: name), alternative: "The average of layers for \(name).")
      }, columns: 3, bar: .forAndAgainst,
      caption: "The average of layers, all three on one scale: red for, blue against.",
      as: "two-cats.png")
    // What is left of the lead when the first tenth of the last map is painted, or any tenth.
    let lead = { (input: Tensor) in
      let logits = network(input)
      return logits[0, tigerCat].scalar - logits[0, egyptianCat].scalar
    }
    let withoutRed = cat.painted(overTopOf: tigerMap - egyptianMap)
    let withoutBlue = cat.painted(overTopOf: egyptianMap - tigerMap)
    var generator = SplitMix64(seed: 0)
    let random = Spread(
      (0..<20).map { _ in Double(lead(cat.paintedAtRandom(using: &generator))) })
    show.page.text(
      """
      The logit of *tiger cat* minus that of *Egyptian cat* is \(lead(cat.input).signedText(decimals: 2)). With \
      the reddest 10 % of the pixels of the last map painted grey it is \(lead(withoutRed).signedText(decimals: 2)), with the \
      bluest \(lead(withoutBlue).signedText(decimals: 2)); without a random tenth \
      \(random.mean.signedText(decimals: 2)) ± \(random.deviation.text(decimals: 2)) over 20 draws.
      """)
  }

  static func tellOfOtherScores(
    _ photographs: [Subject], _ show: Demonstration
  ) throws {
    show.page.section("Logit, probability, loss")
    let names = try EfficientNetLite0.classNames()
    let rows = try photographs.map { photo -> [PageTable.Cell] in
      let (network, target) = (photo.network, photo.target)
      let logit = try photo.gradient()
      let probability = try gradientMap(
        of: { x in network(x).softmax(along: 1)[.all, target] }, at: photo.input)
      let loss = try gradientMap(
        of: { x in -network(x).logSoftmax(along: 1)[.all, target] }, at: photo.input)
      let size = { (gradient: Tensor) in 1000 * Double(gradient.abs().mean().scalar) }
      return [
        .text(names[target]), .number(photo.probability), .number(size(logit)),
        .number(size(probability)), .number(size(loss)),
        .number(cosine(logit, probability)), .number(cosine(probability, loss)),
      ]
    }
    show.page.text(
      """
      The softmax turns logits into probabilities, p, and training turns those into a loss, −log p. \
      Here is how large the three gradients are: mean magnitudes, in thousandths.
      """)
    show.page.table(
      PageTable(
        ["explained", "p", "∂ logit", "∂ p", "∂ loss"],
        rows: rows.map { Array($0.prefix(5)) }, decimals: 2))
    show.page.text("And here is how alike they are, as cosines.")
    show.page.table(
      PageTable(
        ["explained", "logit and probability", "probability and loss"],
        rows: rows.map { [$0[0]] + $0.suffix(2) }, decimals: 2))
    show.page.text(
      """
      The gradient of the loss is that of the probability with another factor, and the sign turned. \
      Both fade where the network is sure.
      """)
  }

  /// A tenth of the pixels painted grey: the top-ranked of each map, and ten times any.
  static func tellOfPainting(_ photographs: [Subject], _ show: Demonstration) throws {
    show.page.section("Do the maps find what matters?")
    show.page.text(
      """
      A tenth of the pixels is painted grey: none, any, or those that a map ranks first. What is left \
      of the probability of the class?
      """)
    let names = try EfficientNetLite0.classNames()
    let rows = try show.progress("painting", photographs) { photo -> [PageTable.Cell] in
      var generator = SplitMix64(seed: 0)
      let random = Spread(
        (0..<10).map { _ in photo.probability(at: photo.paintedAtRandom(using: &generator)) })
      let maps = [
        try saliency(from: photo.gradient(), by: .sum), try photo.product(),
        try photo.layerAverage(),
      ]
      return [.text(names[photo.target]), .number(photo.probability)]
        + [.text(random.text(decimals: 2))]
        + maps.map { .number(photo.probability(at: photo.painted(overTopOf: $0))) }
    }
    show.page.table(
      PageTable(
        [
          "explained", "nothing", "random", "gradient", "input × gradient", "average",
        ], rows: rows, decimals: 2))
  }
}
