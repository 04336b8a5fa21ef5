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
    Demonstration.run("Vanilla gradients", lesson: "03-vanilla-gradients") { show in
      // Everything needs the first function; a part that needs another one waits for it.
      try tellOfTheNeuron(show)
      let network = try EfficientNetLite0.network()
      let photographs = try Mosaic.readingOrder.map { try Subject($0, by: network) }
      try show.part { try tellOfTheCat(photographs[0], show) }
      try show.part { try tellOfPlaces(photographs[0], show) }
      try show.part { try tellOfTheOtherCat(photographs[0], show) }
      try show.part { try tellOfOtherScores(photographs, show) }
      try show.part { try tellOfPainting(photographs, show) }
      try show.part { try tellOfShapes(show) }
      try show.part { try tellOfFourPhotographs(network, show) }
    }
  }

  // MARK: - The neuron

  private static func tellOfTheNeuron(_ show: Demonstration) throws {
    show.page.section("A neuron that has seen enough")
    let x = Tensor.evenlySpaced(0...2, count: 401).reshaped(to: [401, 1])
    let score: Score = { x in 1 - (1 - x[.all, 0]).relu() }
    let slopes = try gradientMap(of: score, at: x)
    let places = x.scalars.map(Double.init)
    show.page.chart(
      LineChart(
        "1 − relu(1 − x) rises to 1 and stops", x: Axis("x"), y: Axis("", including: 0...1.2),
        lines: [
          .init("score", x: places, y: try score(x).scalars.map(Double.init)),
          .init("its gradient", x: places, y: slopes.scalars.map(Double.init)),
        ]),
      caption: "At 2 the input has done all it can: the score is 1, and the gradient is 0.")
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
