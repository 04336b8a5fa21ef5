import ConceptBottleneck
import Figures
import Showing

/// An inspector's rule, read through a list of concepts: corrected by hand, trained in three ways, and
/// with a hole in the list.
@main struct Demo {
  /// Each draws new parts and new weights.
  private static let seeds = Array(UInt64(1)...8)

  static func main() {
    Demonstration.run(
      "Concept bottleneck models", lesson: "29-concept-bottleneck", case: LeakingConceptCase.self
    ) { show in
      try show.part { tellOfMechanism(show) }
      var trials: [Trial] = []
      try show.part {
        let eye = try FrozenEye()
        trials = try show.progress("Training on new parts", seeds) { seed in
          try Trial(seed: seed, eye: eye)
        }
      }
      guard let first = trials.first else { return }
      try show.part { try tellOfParts(first, show) }
      try show.part { try tellOfRepair(first, show) }
      try show.part { try tellOfCorrections(trials, show) }
      try show.part { try tellOfHole(trials, show) }
      try show.part { try tellOfPrice(trials, show) }
      try show.part { try tellOfZeroAndOne(trials, show) }
      try show.part { try tellOfSpoiling(trials, show) }
      try show.part { try tellOfOrders(trials, show) }
      try show.part { tellOfNeighbours(first, show) }
      show.league(
        caption:
          "A dot is a mean of eight trainings, and the line through it one standard deviation.",
        as: "league.svg")
    }
  }

  /// The mechanisms, drawn.
  private static func tellOfMechanism(_ show: Demonstration) {
    show.keep(Diagrams.mechanism, as: "mechanism.svg")
    show.keep(Diagrams.schemes, as: "schemes.svg")
    show.keep(Diagrams.formula, as: "formula.svg")
    show.keep(Diagrams.smuggling, as: "smuggling.svg")
    show.page.section("A network with a list in its middle")
    show.page.chart(Diagrams.mechanism)
    show.page.fold("Three ways to train it") { show.page.chart(Diagrams.schemes) }
  }
}
