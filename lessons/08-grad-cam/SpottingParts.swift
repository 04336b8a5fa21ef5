import Datasets
import Explanations
import Figures
import GradCAM
import Layers
import Models
import Showing
import Subjects
import Tensors

/// Six maps of one picture, five of which were made with a mistake.
extension Demo {
  static func tellOfBugs(_ network: Network, _ show: Demonstration) throws {
    show.page.section("Spot the bug")
    let wide = try Subject(
      values: Mosaic().values[.all, ..<224, .all], target: ImageNet.tigerCat, by: network)
    let found = try capture(network, at: wide.input, target: ImageNet.tigerCat, place: "head")
    let other = try capture(network, at: wide.input, target: ImageNet.espresso, place: "head")
    let weights = found.gradient.mean(along: 2, 3, keepingAxes: true)
    let map = try gradCAM(found)
    let suspects: [(map: Tensor, mistake: String?)] = [
      (map, nil),
      (
        (weights.abs() * found.activation).sum(along: 1),
        "took the magnitudes of the weights, so that what speaks against tiger cat speaks for it."
      ),
      (
        map + (try gradCAM(other)),
        "added up the logits of tiger cat and espresso before the gradient was taken."
      ),
      (
        try gradCAM(other),
        "explained espresso, the class that the network prefers."
      ),
      (
        (weights * found.activation).relu().sum(along: 1),
        "clipped each channel before the channels were added."
      ),
      (
        map.reshaped(to: [1, map.shape[2], map.shape[1]]).transposed(),
        "read the map of 7 × 14 pixels as one of 14 × 7."
      ),
    ]
    show.spotTheBug(
      """
      Which of the six maps for *tiger cat* is right? The others: two logits added up, magnitudes of \
      the weights, channels clipped before they were added, *espresso* explained, rows read as columns.
      """,
      try suspects.map {
        Suspect(
          try wide.overlay($0.map), mistake: $0.mistake,
          alternative: "A cat and a cup in greys with warm patches.")
      }, columns: 2, as: "spot-the-bug.png")
  }
}
