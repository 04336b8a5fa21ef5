import Datasets
import Figures
import Layers
import MeasuringExplanations
import Models
import Showing
import Subjects
import Tensors

/// Five methods take four exams: two hundred shapes, a network that forgets, photographs, and a network
/// that looks at the wrong thing.
@main struct Demo {
  /// The places of the small networks at which maps are taken.
  static let smallPlaces = ["relu1", "relu2", "relu3", "relu4"]

  static func main() {
    Demonstration.run(
      "Measuring explanations", lesson: "04-measuring-explanations", case: SilentCase.self,
      photographs: tellOfOwnPhotographs
    ) { show in
      let exam = try ShapesExam()
      let trace = Trace(
        exam.network, exam.images, classes: exam.shapes.labels, places: smallPlaces)
      let network = try EfficientNetLite0.network()
      try show.part { try tellOfTheCat(network, show) }
      try show.part { try tellOfShapes(exam, trace, show) }
      try show.part { try tellOfForgetting(show) }
      var isScored = false
      try show.part {
        try tellOfFourPhotographs(network, show)
        isScored = true
      }
      try show.part { try tellOfBoxes(network, show) }
      try show.part { try tellOfTags(show) }
      try show.part { try tellOfNoise(show) }
      try show.part { try tellOfALittleNoise(network, show) }
      // Without scores there is nothing to compare.
      guard isScored else { return }
      show.league(
        caption: """
          Every method so far, beside chance; ± is one standard deviation, for hits the standard error \
          of their rate.
          """, as: "league.svg")
    }
  }
}
