import Datasets
import Explanations
import Figures
import Layers
import Models
import Showing
import Tensors

/// A cat and a cup on one picture, a network that reads digits wrongly, two hundred shapes, and four
/// photographs that tell what the maps are worth.
@main struct Demo {
  static func main() {
    Demonstration.run("Grad-CAM", lesson: "08-grad-cam") { show in
      let network = try EfficientNetLite0.network()
      let cat = try Explained(Photograph.chelsea.picture().values, network)
      // A part that needs a function which is still to be written waits for it.
      try part(show) { try tellOfCAM(cat, show) }
      try part(show) { try tellOfUpsampling(cat, show) }
      try part(show) { try tellOfTwoClasses(network, show) }
      try part(show) { try tellOfNothing(cat, show) }
      try part(show) { try tellOfPainting(network, show) }
      try part(show) { try tellOfGuided(cat, show) }
      try part(show) { try tellOfMistakes(show) }
      try part(show) { try tellOfBoxes(show) }
      try part(show) { try tellOfLayers(network, show) }
      try part(show) { try tellOfTwoCats(network, show) }
      try part(show) { try tellOfSoftmax(cat, show) }
      try part(show) { try tellOfFourPhotographs(network, show) }
    }
  }

  /// Tells a part, or which function it waits for.
  private static func part(_ show: Demonstration, tell: () throws -> Void) throws {
    do {
      try tell()
    } catch let unfinished as Unfinished {
      show.page.text(
        "The rest of this part waits: `\(unfinished.function)` is still to be written.")
    }
  }
}
