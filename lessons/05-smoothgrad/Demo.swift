import Datasets
import Figures
import Models
import Showing
import SmoothGrad
import Subjects
import Tensors

/// A slope under a ripple, a cat whose explanations are averaged, and four photographs and two hundred
/// shapes that tell what the clean picture is worth.
@main struct Demo {
  static func main() {
    Demonstration.run(
      "SmoothGrad", lesson: "05-smoothgrad", case: RippleCase.self,
      photographs: { page, photographs in
        let game = try GridGame(photographs, by: EfficientNetLite0.network())
        try game.play(on: page, "SmoothGrad") { subject in
          try subject.smoothed(over: subject.samples(8)).abs().sum(along: 1)
        }
      }
    ) { show in
      try tellOfTheZigzag(show)
      try show.part { try tellOfTheRipple(show) }
      let network = try EfficientNetLite0.network()
      let cat = try Subject(.chelsea, by: network)
      try show.part { try tellOfTheCat(cat, show) }
      try show.part { try tellOfThreeKinds(cat, show) }
      try show.part { try tellOfStrangePictures(network, show) }
      try show.part { try tellOfTheUntrained(cat, show) }
      try show.part { try tellOfShapes(show) }
      try show.part { try tellOfFourPhotographs(network, show) }
    }
  }
}
