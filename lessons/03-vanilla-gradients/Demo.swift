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

/// A neuron that is saturated, a cat whose runner-up is explained, and four photographs and two
/// hundred shapes that tell what the maps are worth.
@main struct Demo {
  static func main() {
    Demonstration.run(
      "Vanilla gradients", lesson: "03-vanilla-gradients", case: GateCase.self,
      photographs: { page, photographs in
        let game = try GridGame(photographs, by: EfficientNetLite0.network())
        try game.play(on: page, "the gradient") { try saliency(from: $0.gradient(), by: .sum) }
      }
    ) { show in
      // Everything needs the first function; a part that needs another one waits for it.
      try tellOfTheNeuron(show)
      show.page.section("Where the maps are taken")
      show.page.chart(
        show.keep(Diagrams.places, as: "places.svg"),
        caption: "The network computes from left to right, and slopes come back.")
      let network = try EfficientNetLite0.network()
      let photographs = try Mosaic.readingOrder.map { try Subject($0, by: network) }
      try show.part { try tellOfTheCat(photographs[0], show) }
      try show.part { try tellOfTheSum(photographs[0], show) }
      try show.part { try tellOfOtherScores(photographs, show) }
      try show.part { try tellOfTheOtherCat(photographs[0], show) }
      try show.part { try tellOfPlaces(photographs[0], show) }
      try show.part { try tellOfPainting(photographs, show) }
      try show.part { try tellOfShapes(show) }
      try show.part { try tellOfFourPhotographs(network, show) }
    }
  }

  // MARK: - The neuron

  private static func tellOfTheNeuron(_ show: Demonstration) throws {
    show.page.section("A neuron that has seen enough")
    let score: Score = { x in 1 - (1 - x[.all, 0]).relu() }
    let x = Tensor.evenlySpaced(0...2, count: 9).reshaped(to: [9, 1])
    let (values, slopes) = (try score(x).scalars, try gradientMap(of: score, at: x).scalars)
    let steps = x.scalars.indices.map { index in
      Diagrams.neuron(
        at: Double(x.scalars[index]), score: Double(values[index]), slope: Double(slopes[index]))
    }
    show.frames(
      Frames(
        "x",
        zip(x.scalars, steps).map { ("x = \($0.shortText(digits: 3))", $1) }),
      caption: """
        Walk x from 0 to 2: the score 1 − relu(1 − x) rises to 1 and stays there. The tangent, drawn from \
        the gradient, knows nothing of the way up.
        """, as: "saturated.svg")
    try show.part {
      try tell(
        [("1 − relu(1 − a − b)", saturatingScore)], at: [[0, 0], [0.25, 0.25], [1, 0.5]], show)
      show.page.text(
        """
        At (1, 0.5) the two inputs have brought the score from 0 to 1, and neither has a gradient. \
        Gates on two inputs do the same, and more.
        """)
      try tell(
        [
          ("AND, a b", { x in x[.all, 0] * x[.all, 1] }),
          ("OR, a + b − a b", { x in x[.all, 0] + x[.all, 1] - x[.all, 0] * x[.all, 1] }),
          ("XOR, a + b − 2 a b", { x in x[.all, 0] + x[.all, 1] - 2 * x[.all, 0] * x[.all, 1] }),
        ], at: [[1, 0], [1, 1]], show)
    }
  }

  /// A table of scores of two inputs, with their gradients and the products.
  private static func tell(
    _ scores: [(name: String, score: Score)], at x: Tensor, _ show: Demonstration
  ) throws {
    let pair = { (row: Tensor) in
      "(" + row.scalars.map { $0.shortText(digits: 6) }.joined(separator: ", ") + ")"
    }
    let rows = try scores.flatMap { name, score in
      let values = try score(x)
      let slopes = try gradientMap(of: score, at: x)
      let products = try inputTimesGradient(of: score, at: x)
      return (0..<x.shape[0]).map { index -> [PageTable.Cell] in
        [
          .text(index == 0 ? name : ""), .text(pair(x[index])),
          .number(Double(values[index].scalar)), .text(pair(slopes[index])),
          .text(pair(products[index])),
        ]
      }
    }
    show.page.table(
      PageTable(["score", "at", "is", "gradient", "input × gradient"], rows: rows, decimals: 2))
  }
}
