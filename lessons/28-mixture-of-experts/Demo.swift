import Figures
import MixtureOfExperts
import Showing
import Tensors
import Texts

/// Four planted regimes that experts should find, a router that collapses, and digits that experts
/// share as they like.
@main struct Demo {
  static func main() {
    Demonstration.run(
      "Mixture of experts", lesson: "28-mixture-of-experts", case: RegimeCase.self,
      training: { folder, note in try Runs.measure(into: "\(folder)/\(Runs.file)", note) }
    ) { show in
      let kept = try Runs(contentsOf: "\(show.figures)/\(Runs.file)")
      try show.part { try tellOfOneExample(show) }
      try show.part { try tellOfRegimes(kept, show) }
      try show.part { try tellOfCollapse(kept, show) }
      try show.part { try tellOfTen(kept, show) }
      try show.part { try tellOfCost(show) }
      try show.part { try tellOfUnevenRegimes(kept, show) }
      try show.part { try tellOfDigits(show) }
      try show.part { try tellOfOneKept(show) }
      try show.part { try tellOfCapacity(show) }
      show.league(as: "league.svg")
      show.keep(Diagrams.next, as: "next.svg")
      show.page.chart(
        Diagrams.next, caption: "What comes next: units that have names from the start.")
    }
  }

  /// The first pictures: one example on its way, and the numbers by hand.
  private static func tellOfOneExample(_ show: Demonstration) throws {
    show.page.section("One example")
    show.frames(Diagrams.way, caption: "Expert 0 says 4 and expert 2 says −2.", as: "way.svg")
    show.page.chart(Diagrams.formula)
    show.keep(Diagrams.information, as: "information.svg")
    show.page.chart(Diagrams.information)
    let gate = try gate([[2, -1, 1, 0], [0, 1, -1, 3]], top: 2)
    let says: Tensor = [[[4], [-1]], [[1], [5]], [[-2], [0]], [[8], [-1]]]
    let answers = try combine(says, by: gate).scalars
    show.page.table(
      PageTable(
        ["example", "experts", "weights", "answer"],
        rows: answers.indices.map { row in
          [
            .text("\(row)"), .text(gate.experts[row].map(String.init).joined(separator: ", ")),
            .text(
              gate.weights[row].scalars.map { Double($0).text(decimals: 2) }
                .joined(separator: ", ")), .number(Double(answers[row])),
          ]
        }, decimals: 2))
  }
}
