import Adversarial
import Datasets
import Figures
import Models
import Showing
import Subjects
import Tensors

/// A line whose answer turns where it is foretold, digits that are misread, and a cat that becomes
/// a cup of coffee by two steps of grey.
@main struct Demo {
  static func main() {
    Demonstration.run(
      "Adversarial examples", lesson: "18-adversarial", case: TrainingCase.self,
      photographs: { page, photographs in
        try tellOfOwnPhotographs(photographs, page)
      }
    ) { show in
      let network = try EfficientNetLite0.network()
      let cat = EspressoCat(try Subject(.chelsea, by: network))
      show.page.chart(
        show.keep(Diagrams.mechanism, as: "mechanism.svg"),
        caption: "One step to a corner of the ball, and small steps that are brought back.")
      try show.part { try tellOfTheLine(show) }
      try show.part { try tellOfDigits(show) }
      try show.part { try tellOfTheOtherCat(cat, show) }
      try show.part { try tellOfEspresso(cat, show) }
      try show.part { try tellOfAllPairs(network, show) }
      try show.part { try tellOfMaps(cat, show) }
      try show.part { try tellOfUnits(cat, show) }
      try show.part { try tellOfHiddenSlopes(show) }
      try show.part { try tellOfTraining(show) }
    }
  }
}
