import Datasets
import Figures
import Layers
import Models
import Showing
import Subjects
import Tensors

/// A cat and a cup on one picture, a network that reads digits wrongly, two hundred shapes, and four
/// photographs that tell what the maps are worth.
@main struct Demo {
  static func main() {
    Demonstration.run(
      "Grad-CAM", lesson: "08-grad-cam", case: ReportCase.self,
      photographs: { page, photographs in
        let game = try GridGame(photographs, by: EfficientNetLite0.network())
        try game.play(on: page, "Grad-CAM") { try $0.map(of: $0.target) }
      }
    ) { show in
      let network = try EfficientNetLite0.network()
      let cat = try Subject(.chelsea, by: network)
      // A part that needs a function which is still to be written waits for it.
      try show.part { try tellOfTwoClasses(network, show) }
      try show.part { try tellOfCAM(cat, show) }
      try show.part { try tellOfUpsampling(cat, show) }
      try show.part { try tellOfFourPhotographs(network, show) }
      try show.part { try tellOfNothing(cat, show) }
      try show.part { try tellOfMistakes(show) }
      try show.part { try tellOfLayers(network, show) }
      try show.part { try tellOfZero(cat, show) }
      try show.part { try tellOfBoxes(show) }
      try show.part { try tellOfGuided(cat, show) }
      try show.part { try tellOfPainting(network, show) }
      try show.part { try tellOfTwoCats(network, show) }
      try show.part { try tellOfSoftmax(cat, show) }
      try show.part { try tellOfBugs(network, show) }
    }
  }
}
