import Datasets
import Figures
import LRP
import Layers
import Models
import Showing
import Subjects
import Tensors

/// A network small enough for a number on every edge, a digit whose logit is followed down to its
/// pixels, a cat behind units that are clipped, and two hundred shapes that tell what rules are worth.
@main struct Demo {
  static func main() {
    Demonstration.run(
      "Layer-wise relevance propagation", lesson: "10-lrp", case: ClippedCase.self,
      photographs: { page, photographs in
        let game = try GridGame(photographs, by: EfficientNetLite0.network())
        try game.play(on: page, "LRP-z+") { try $0.relevance(by: .zPlus) }
      }
    ) { show in
      try show.part { try tellOfTheSmallNetwork(show) }
      let digit = try firstDigit()
      try show.part { try tellOfRules(on: digit, show) }
      try show.part { try tellOfConservation(on: digit, show) }
      try show.part { try tellOfTheIdentity(on: digit, show) }
      let network = try EfficientNetLite0.network()
      let cat = try Subject(.chelsea, by: network)
      try show.part { try tellOfClippedUnits(on: cat, show) }
      try show.part { try tellOfTheCat(cat, show) }
      try show.part { try tellOfBatchNorm(show) }
      try show.part { try tellOfShapes(show) }
      try show.part { try tellOfRandomWeights(show) }
      try show.part { try tellOfTwoClasses(network, show) }
      try show.part { try tellOfFourPhotographs(network, show) }
    }
  }

  /// The first of the digits that were held back, and what it is.
  private static func firstDigit() throws -> Subject {
    let digits = try Digits.test()
    let image = digits.images[..<1]
    return Subject(
      Picture(1 - image[0]), input: image, target: digits.labels[0], by: try DigitNet.network())
  }
}
