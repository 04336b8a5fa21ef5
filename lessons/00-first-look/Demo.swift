import Datasets
import Figures
import FirstLook
import Layers
import Models
import Showing
import Subjects
import Tensors
import Texts

/// A cat and what a network looks at; four photographs that tell how little that means.
@main struct Demo {
  static func main() {
    Demonstration.run(
      "First look", lesson: "00-first-look",
      photographs: { page, photographs in
        let game = try GridGame(photographs, by: EfficientNetLite0.network())
        try game.play(on: page, "the heat") { try heat(from: $0.gradient()) }
      }
    ) { show in
      let network = try EfficientNetLite0.network()
      let cat = try Subject(.chelsea, by: network)
      let gradient = cat.gradient()
      let heat = try heat(from: gradient)
      try tellOfTheCat(cat, show)
      try tellOfHeat(heat, of: cat, gradient: gradient, show)
      tellOfPainting(heat, of: cat, show)
      try tellOfFourPhotographs(network, show)
    }
  }

  private static func tellOfTheCat(_ cat: Subject, _ show: Demonstration) throws {
    let names = try EfficientNetLite0.classNames()
    show.page.text(
      """
      This is Chelsea. A network that has seen 1.3 million photographs is asked what she is.
      """)
    show.page.plates([Plate(cat.picture, "Chelsea", alternative: Photograph.chelsea.caption)])
    show.page.chart(
      BarChart(
        "What the network says", axis: Axis("probability", unit: "%", including: 0...100),
        bars: cat.mostProbable(5).map { BarChart.Bar(names[$0.label], 100 * $0.probability) },
        decimals: 0))
  }

  private static func tellOfHeat(
    _ heat: Tensor, of cat: Subject, gradient: Tensor, _ show: Demonstration
  ) throws {
    show.page.section("Why tiger cat?")
    show.page.text(
      """
      The score of *tiger cat* is \(cat.logit.text(decimals: 2)). Its gradient tells for each of the \
      150,528 numbers of the photograph how fast the score changes with it, and `heat(from:)` \
      makes one number of the three that every pixel has.
      """)
    show.page.chart(
      show.keep(Diagrams.idea, as: "idea.svg"),
      caption:
        "Back from the score come three slopes for each pixel, and you make one number of them.")
    let pixel: Tensor = [[[1]], [[-7]], [[4]]]
    show.page.chart(
      show.keep(
        Diagrams.order(
          pixel.scalars.map(Double.init), heat: Double(try FirstLook.heat(from: pixel).scalars[0])),
        as: "order.svg"),
      caption: "The order matters: if the largest is taken first, −7 counts as less than 4.")
    show.plates(
      [
        Plate(cat.picture, "Chelsea", alternative: Photograph.chelsea.caption),
        Plate(
          try .heat(heat), "heat for tiger cat",
          alternative: "Bright specks gather around both eyes and the nose, and at the right edge."),
      ], columns: 2, bar: try heatBar(heat),
      caption: "The hottest half per cent of the pixels is white. Look at the eyes and the nose.",
      as: "cat-heat.png")
    let strongest = gradient.abs().argmax(along: 0)
    let shares = (0..<3).map { channel in
      100 * Double(strongest.count { $0 == channel }) / Double(strongest.count)
    }
    show.page.text(
      """
      The hottest pixel lies on the edge of the nose. Make one of its colours one step of 256 \
      brighter, and the score moves by \((heat.max().scalar / 128).text(decimals: 3)). In \
      \(shares[1].text(decimals: 0))\u{A0}% of the pixels green has the largest slope, in \
      \(shares[0].text(decimals: 0))\u{A0}% red and in \(shares[2].text(decimals: 0))\u{A0}% blue.
      """)
    let falling = partThatFalls(gradient, strongest: strongest, hottestBy: heat)
    show.page.text(
      """
      Hot does not mean *for*. Of the hottest 10\u{A0}% of the pixels, \
      \((100 * falling).text(decimals: 0))\u{A0}% have a largest slope that is negative: more of \
      that colour there, and the score falls.
      """)
  }

  /// What the grey of the heat stands for, up to the number that is drawn white.
  private static func heatBar(_ heat: Tensor) throws -> ColourBar {
    let drawn = try Heat(heat, scaledBy: .percentile(99.5), in: .grey)
    return ColourBar(
      .grey, numbers: ["0", "\(drawn.scale.text(decimals: 2)) or more"],
      measure: "how fast the score changes")
  }

  /// In which part of the hottest 10 % of the pixels the largest of the three slopes is negative.
  private static func partThatFalls(
    _ gradient: Tensor, strongest: [Int], hottestBy heat: Tensor
  ) -> Double {
    let hottest = heat.flattened().sortOrder(descending: true)[0].prefix(heat.count / 10)
    let slopes = gradient.scalars
    let falling = hottest.count { pixel in slopes[strongest[pixel] * heat.count + pixel] < 0 }
    return Double(falling) / Double(hottest.count)
  }

  /// 10 % of the pixels painted grey: the hottest, and twenty times any.
  private static func tellOfPainting(_ heat: Tensor, of cat: Subject, _ show: Demonstration) {
    show.page.section("Do the hottest pixels matter most?")
    let withoutHottest = cat.probability(at: cat.painted(overTopOf: heat))
    var generator = SplitMix64(seed: 0)
    let random = Spread(
      (0..<20).map { _ in cat.probability(at: cat.paintedAtRandom(using: &generator)) })
    show.page.table(
      PageTable(
        ["painted grey", "probability of tiger cat"],
        rows: [
          ["nothing", .text(cat.probability.text(decimals: 2))],
          ["the hottest 10 % of the pixels", .text(withoutHottest.text(decimals: 2))],
          [
            "a random 10 %, twenty draws",
            .text(random.text(decimals: 3)),
          ],
        ]))
    show.page.text(
      """
      On this photograph the hottest pixels matter no more than random ones. The gradient promises \
      only what a small change does; what the network would say without a pixel is another question.
      """)
  }

  private static func tellOfFourPhotographs(_ network: Network, _ show: Demonstration) throws {
    show.page.section("Four photographs in one")
    let prediction = show.page.predict(
      """
      The cat is one of four photographs, in a square. What share of the heat for *tiger cat* lies \
      on her quarter?
      """,
      options: ["about a quarter", "about half", "nearly all"])
    let mosaic = try Mosaic()
    let names = try EfficientNetLite0.classNames()
    var rows: [[PageTable.Cell]] = []
    var otherRows: [[PageTable.Cell]] = []
    let question = Question.shareOnTheCat
    for photograph in mosaic.photographs {
      let four = Subject(values: mosaic.values, target: photograph.imageNetClass, by: network)
      let heat = try heat(from: four.gradient())
      let share = Double(mosaic.share(of: heat, in: photograph))
      rows.append([.text(names[four.target]), .number(share), 0.25])
      otherRows.append(
        [.text(names[four.target])]
          + mosaic.photographs.map { .number(Double(mosaic.share(of: heat, in: $0))) })
      guard photograph == .chelsea else { continue }
      let heatPicture = try Picture.heat(heat)
        .outlined(rows: 0..<224, columns: 0..<224, in: .white, thickness: 2)
      show.plates(
        [
          Plate(four.picture, "four photographs", alternative: "A cat, a coffee, a man, a rocket."),
          Plate(
            heatPicture, "heat for tiger cat",
            alternative: "Specks everywhere; the framed quarter is hardly brighter than the others."
          ),
        ], columns: 2, bar: try heatBar(heat),
        caption: "The heat for *tiger cat*; her quarter is framed.", as: "mosaic-heat.png")
      show.score(
        "gradient, largest colour", share, spread: try spread(over: network, show),
        question: question, chance: 0.25, within: 0.26...0.28)
    }
    show.page.table(
      PageTable(["explained", "share in its own quarter", "by chance"], rows: rows, decimals: 2))
    show.page.table(
      PageTable(
        ["heat for", "on the cat", "the coffee", "the man", "the rocket"], rows: otherRows,
        decimals: 2),
      caption: """
        Does another question move the heat? Each row is the heat for one class, shared out among the \
        four photographs.
        """)
    show.page.outcome(
      of: prediction, "A quarter: hardly more than a map gets that knows nothing.",
      answer: "about a quarter")
    show.truth(
      "The cat was put into one quarter, so all of her heat should lie there.",
      question: question, measure: Axis("share in the cat’s quarter", including: 0...1))
    show.league(caption: "The first method in the first exam, beside chance.", as: "league.svg")
  }

  /// How much the cat's share changes with the order of the four photographs.
  private static func spread(over network: Network, _ show: Demonstration) throws -> Double {
    let shares = try show.progress("arranging", Mosaic.arrangements) { order -> Double in
      let mosaic = try Mosaic(order)
      let four = Subject(values: mosaic.values, target: ImageNet.tigerCat, by: network)
      return Double(mosaic.share(of: try heat(from: four.gradient()), in: .chelsea))
    }
    let spread = Spread(shares)
    show.page.text(
      """
      Over all \(shares.count) orders of the photographs the cat's share is \
      \(spread.text(decimals: 2)).
      """)
    return spread.deviation
  }
}
