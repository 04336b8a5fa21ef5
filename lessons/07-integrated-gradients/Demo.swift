import Datasets
import Explanations
import Figures
import IntegratedGradients
import Layers
import Models
import Showing
import Subjects
import Tensors

/// The way from a baseline to a picture: what is gathered on it, how finely it has to be cut, and what
/// the baseline hides.
@main struct Demo {
  static func main() {
    Demonstration.run(
      "Integrated gradients", lesson: "07-integrated-gradients", case: BaselineCase.self,
      photographs: { page, photographs in
        let game = try GridGame(photographs, by: EfficientNetLite0.network())
        try game.play(on: page, "integrated gradients from black") { subject in
          try subject.credit(from: .black(like: subject), along: quadrature(.midpoint, steps: 10))
        }
      }
    ) { show in
      try show.part { try tellOfTheWay(show) }
      let network = try EfficientNetLite0.network()
      let cat = try Subject(.chelsea, by: network)
      try show.part { try tellOfTheCat(cat, show) }
      try show.part { try tellOfTheWayOfTheCat(cat, show) }
      try show.part { try tellOfAxioms(show) }
      try show.part { try tellOfShapes(show) }
      try show.part { try tellOfSteps(show) }
      try show.part { try tellOfAKink(show) }
      try show.part { try tellOfStepsOnTheCat(cat, show) }
      try show.part { try tellOfFourPhotographs(network, show) }
      try show.part { try tellOfTheBlackSquare(show) }
      tellOfWhatFollows(show)
    }
  }

  /// The network of the paper, at four middles of its way.
  private static func tellOfTheWay(_ show: Demonstration) throws {
    show.page.section("Four stops on the way")
    show.page.chart(
      show.keep(Diagrams.way, as: "way.svg"),
      caption: "The slope at four points between (0, 0) and (3, 1), their mean, times the way.")
    show.page.chart(Diagrams.formula)
    show.page.chart(
      show.keep(Diagrams.strips, as: "strips.svg"),
      caption: "The area under a curve, by four strips of one width, after four rules.")
    let score: Score = { x in (x[.all, 0].relu() - 1 - x[.all, 1].relu()).relu() }
    let x: Tensor = [[3, 1]]
    let baseline: Tensor = [[0, 0]]
    show.page.text("With four strips, the rules give:")
    let rows = try Rule.allCases.map { rule -> [PageTable.Cell] in
      let credit = try integratedGradients(
        of: score, at: x, from: baseline, along: quadrature(rule, steps: 4), chunk: 5)
      let gap = try completenessGap(of: credit, score: score, at: x, from: baseline)
      return [.text(rule.rawValue)]
        + [credit[0, 0], credit[0, 1], gap[0]].map { .number(Double($0.scalar)) }
    }
    show.page.table(
      PageTable(["rule", "a gets", "b gets", "gap"], rows: rows, decimals: 3),
      caption: "relu(relu(a) − 1 − relu(b)) at (3, 1), from (0, 0). The score rises from 0 to 1.")
  }

  /// What lesson 08 begins with.
  private static func tellOfWhatFollows(_ show: Demonstration) {
    show.page.section("Where this stands")
    show.league(
      caption: "Every method so far, in the exams that this lesson took, beside chance.",
      as: "league.svg")
  }
}
