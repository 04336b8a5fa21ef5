import Datasets
import Explanations
import Figures
import Foundation
import GradCAM
import Layers
import Models
import Showing
import Subjects
import Tensors
import Texts

/// The experiments: four photographs in one, a class that nothing speaks for, digits read wrongly.
extension Demo {
  static func tellOfFourPhotographs(_ network: Network, _ show: Demonstration) throws {
    show.page.section("Four photographs in one")
    let mosaic = try Mosaic()
    let four = Subject(values: mosaic.values, target: ImageNet.tigerCat, by: network)
    let names = try EfficientNetLite0.classNames()
    guard case .linear(let classifier) = network["classifier"] else { return }
    var shifted: [Double] = []
    let arranged = try show.progress("arranging", Mosaic.arrangements) { order in
      let mosaic = try Mosaic(order)
      let input = EfficientNetLite0.input(from: mosaic.values)
      // One pass for all classes: at the head, CAM is the same map.
      let features = try capture(network, at: input, target: 0, place: "head").activation
      return try Mosaic.readingOrder.map { photo in
        let map = try classActivationMap(
          features: features, weights: classifier.weight, target: photo.imageNetClass)
        if order == Mosaic.readingOrder {
          shifted += everyShift(of: map).map { Double(mosaic.share(of: $0, in: photo)) }
        }
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
      let change = network(four.painted(overTopOf: try four.enlarged(map))) - four.logits
      let others = all.filter { $0 != target }
      let changes = [
        change[0, target].scalar,
        others.map { change[0, $0].scalar }.reduce(0, +) / Float(others.count),
      ]
      let column = arranged.map { $0[index] }
      if photo == .chelsea {
        show.score(
          "Grad-CAM", mean(column), spread: deviation(column), question: question, chance: 0.25,
          within: 0.803...0.823)
      }
      return [
        .text(names[target]), .number(mean(column)), .number(deviation(column)),
        .number(column.min() ?? 0), .number(shares[0]), .number(shares[1]), .number(shares[2]),
      ] + changes.map { .number(Double($0)) }
    }
    show.page.text(
      """
      Here is the share of each map that lies on its own photograph, over all 24 arrangements. Chance \
      is 0.25. A map of the same form in a random place, shifted in all 196 ways, has \
      \(mean(shifted).text(decimals: 2)) ± \(deviation(shifted).text(decimals: 2)).
      """)
    show.page.table(
      PageTable(
        ["explained", "mean of 24", "deviation", "least of 24"],
        rows: rows.map { Array($0.prefix(4)) }, decimals: 3))
    show.page.text("In reading order, with the plain gradient for guided Grad-CAM's fine map:")
    show.page.table(
      PageTable(
        ["explained", "Grad-CAM", "gradient", "guided Grad-CAM"],
        rows: rows.map { [$0[0]] + $0[4..<7] }, decimals: 3))
    show.page.text("With the top-ranked 10 % of each map painted grey, the four logits change by:")
    show.page.table(
      PageTable(
        ["painted for", "its own logit", "the other three, on average"],
        rows: rows.map { [$0[0]] + $0.suffix(2) }, decimals: 2))
    show.truth(
      "The cat was put into one quarter, so everything that speaks for *tiger cat* lies there.",
      question: question, measure: Axis("share in the cat’s quarter", including: 0...1))
  }

  /// A class that nothing speaks for, and what a map makes of it that is brought to 0…1.
  static func tellOfNothing(_ cat: Subject, _ show: Demonstration) throws {
    show.page.section("When nothing speaks for a class")
    show.page.text(
      """
      A logit is the mean of its map, but for the bias. Chelsea's 1,000 logits have a mean of \
      \(cat.logits.mean().scalar.text(decimals: 2)), and \
      \(cat.logits.scalars.count { $0 < 0 }) of them are negative.
      """)
    let found = try capture(cat.network, at: cat.input, target: ImageNet.tigerCat, place: "head")
    guard case .linear(let classifier) = cat.network["classifier"] else { return }
    let map = try cat.map(of: ImageNet.limousine)
    let heat = try heatmap(from: map[0])
    let prediction = show.page.predict(
      """
      Chelsea shows no limousine. For how many of the 1,000 classes do you think that no pixel of \
      her map at the `head` speaks for the class?
      """,
      options: ["about 10", "about 500", "about 990"])
    let silent = try (0..<1000).filter { label in
      let map = try classActivationMap(
        features: found.activation, weights: classifier.weight, target: label)
      return try heatmap(from: map[0]).evidence == .onlyAgainst
    }
    let stretched = (map - map.min()) / (map.max() - map.min())
    let pictures = [try cat.overlay(map), try cat.overlay(stretched)]
    let says =
      switch heat.evidence {
      case .some: "something speaks for it"
      case .onlyAgainst: "nothing speaks for it, and something against it"
      case .none: "nothing speaks for it or against it"
      }
    show.page.outcome(
      of: prediction,
      """
      For \(silent.count). The map for *limousine* goes from \(map.min().scalar.text(decimals: 3)) to \
      \(map.max().scalar.text(decimals: 3)): \(says). Whoever brings a map to 0…1 by its smallest \
      and largest number gets a picture all the same:
      """, answer: "about 10")
    show.plates(
      [
        Plate(
          pictures[0], "what speaks for *limousine*: nothing",
          alternative: "A cat in greys, with nothing on her."),
        Plate(
          pictures[1], "the same map brought to 0…1",
          alternative: "Bright patches on a cat, for a class that nothing speaks for."),
      ], columns: 2, as: "limousine.png")
  }

  static func tellOfMistakes(_ show: Demonstration) throws {
    show.page.section("Why did it read that?")
    let network = try DigitNet.network()
    let digits = try Digits.test()
    let guesses = network(digits.images).argmax(along: 1)
    let wrong = digits.labels.indices.filter { guesses[$0] != digits.labels[$0] }
    var generator = SplitMix64(seed: 11)
    var right = 0
    var rightByOneMap = 0
    var inkedCounts: [Double] = []
    var rightAtRandom = [Double](repeating: 0, count: 100)
    var rightInOnePatch = [Double](repeating: 0, count: 100)
    var plates: [Plate] = []
    var rows: [[PageTable.Cell]] = []
    for index in wrong {
      let image = digits.images[index...index]
      let (truth, guess) = (digits.labels[index], guesses[index])
      let digit = Subject(Picture(image[0]), input: image, target: guess, by: network)
      let maps = try [truth, guess].map { try digit.map(of: $0, at: "relu4") }
      let difference = try digit.enlarged(maps[1] - maps[0])
      // 24 pixels, and only such as have ink: those that speak most for the wrong digit.
      let ink = image[0] .> 0.1
      let reading = network(digit.painted(overTopOf: difference * ink, share: 0.03))
        .argmax(along: 1)[0]
      right += reading == truth ? 1 : 0
      let byOneMap = network(
        digit.painted(overTopOf: (try digit.enlarged(maps[1].relu())) * ink, share: 0.03))
      rightByOneMap += byOneMap.argmax(along: 1)[0] == truth ? 1 : 0
      let inked = ink.scalars.indices.filter { ink.scalars[$0] > 0 }
      inkedCounts.append(Double(inked.count))
      let orders = rightAtRandom.indices.map { _ in
        permutation(of: inked.count, using: &generator)
      }
      let scattered = orders.map { $0.prefix(24).map { inked[$0] } }
      let patches = orders.map { Array(nearest(24, of: inked, to: inked[$0[0]], in: image)) }
      for (draw, reading) in readings(of: digit, without: scattered).enumerated() {
        rightAtRandom[draw] += reading == truth ? 1 : 0
      }
      for (draw, reading) in readings(of: digit, without: patches).enumerated() {
        rightInOnePatch[draw] += reading == truth ? 1 : 0
      }
      if [189, 264, 571, 729].contains(index) {
        let scale = Swift.max(maps[0].max().scalar, maps[1].max().scalar)
        plates.append(
          Plate(
            digit.picture.scaled(by: 8), "a \(truth), read as \(guess)",
            alternative: "A handwritten \(truth)."))
        plates += try zip(maps, [truth, guess]).map {
          Plate(
            try digit.overlay($0, scaledBy: .fixed(scale), times: 8), "for \($1)",
            alternative: "The pixels that speak for \($1).")
        }
        rows.append([
          .text("\(truth)"), .text("\(guess)"), .number(digit.probability), .text("\(reading)"),
        ])
      }
    }
    show.page.text(
      """
      Of 1,000 digits \(wrong.count) are read wrongly. Here are four of them, each with what speaks \
      for the digit it is, and for the digit it was read as, on one scale.
      """)
    show.plates(plates, columns: 3, panelWidth: 224, as: "mistakes.png")
    show.page.table(
      PageTable(
        ["it is", "read as", "probability", "with 24 pixels gone"], rows: rows, decimals: 2))
    show.page.text(
      """
      A pixel is inked where it is above 0.1; a digit has \
      \(mean(inkedCounts).text(decimals: 0)) such pixels on average. Take the 24 inked pixels away \
      that speak most for the wrong digit rather than the right one, and see how many of the \
      \(wrong.count) are read rightly. A patch is a random inked pixel with the 23 inked ones that are \
      nearest to it; ± is the standard deviation over 100 draws.
      """)
    show.page.table(
      PageTable(
        ["24 inked pixels gone", "read rightly, of \(wrong.count)", "most in 100 draws"],
        rows: [
          [.text("by the difference of the two maps"), .text("\(right)"), .none],
          [.text("by the map for the wrong digit alone"), .text("\(rightByOneMap)"), .none],
        ]
          + [("a patch at a random place", rightInOnePatch), ("at random", rightAtRandom)].map {
            name, draws in
            [
              .text(name), .text(Spread(draws).text(decimals: 1)),
              .text((draws.max() ?? 0).text(decimals: 0)),
            ]
          }))
  }

  /// What the network reads without some pixels, for each list of them.
  private static func readings(of digit: Subject, without lists: [[Int]]) -> [Int] {
    let plane = digit.height * digit.width
    var kept = [Float](repeating: 1, count: lists.count * plane)
    for (index, pixels) in lists.enumerated() {
      for pixel in pixels { kept[index * plane + pixel] = 0 }
    }
    let masks = Tensor(kept, shape: [lists.count, 1, digit.height, digit.width])
    return digit.network(digit.painted(keeping: masks)).argmax(along: 1)
  }

  /// The pixels out of some that lie nearest to one of them.
  private static func nearest(
    _ count: Int, of pixels: [Int], to centre: Int, in image: Tensor
  ) -> ArraySlice<Int> {
    let width = image.shape[image.rank - 1]
    let distance = { (pixel: Int) -> Int in
      let (down, across) = (pixel / width - centre / width, pixel % width - centre % width)
      return down * down + across * across
    }
    return pixels.sorted { distance($0) < distance($1) }.prefix(count)
  }

  /// A map moved by every number of rows and columns; what leaves on one side comes back on the other.
  private static func everyShift(of map: Tensor) -> [Tensor] {
    let (height, width) = (map.shape[1], map.shape[2])
    return (0..<height).flatMap { down in
      let rows = (0..<height).map { ($0 + down) % height }
      return (0..<width).map { across in
        let columns = (0..<width).map { ($0 + across) % width }
        return map.selecting(rows, along: 1).selecting(columns, along: 2)
      }
    }
  }

  /// The mean of some numbers.
  static func mean(_ numbers: [Double]) -> Double {
    numbers.reduce(0, +) / Double(numbers.count)
  }

  /// How far numbers lie from their mean, as a standard deviation with n − 1.
  static func deviation(_ numbers: [Double]) -> Double {
    let centre = mean(numbers)
    return (numbers.reduce(0) { $0 + ($1 - centre) * ($1 - centre) } / Double(numbers.count - 1))
      .squareRoot()
  }
}
