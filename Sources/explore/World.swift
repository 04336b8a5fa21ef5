import Datasets
import Figures
import Tensors

/// A world that can be looked at.
enum World: String, CaseIterable {
  case shapes, tagged, digits, mosaic

  /// A sheet of a world, and what to know of it.
  struct View {
    let sheet: Picture
    let text: String
  }

  /// Draws examples, each with the truth that is known of it.
  func view(seed: UInt64) throws -> View {
    var generator = SplitMix64(seed: seed)
    switch self {
    case .shapes:
      let shapes = Shapes.draw(12, using: &generator)
      return View(
        sheet: sheet(shapes.images, masks: shapes.masks(of: .object)) { index in
          let object = shapes.objects[index]
          return "\(object.size) \(object.colour) \(object.kind), \(object.texture)"
        },
        text: "Each shape beside its mask: 1 on the pixels that belong to the object.")
    case .tagged:
      let tagged = TaggedShapes.draw(
        12, cue: .corner, agreement: 0.75, style: .faint, using: &generator)
      return View(
        sheet: sheet(tagged.images, masks: tagged.cueMasks) { index in
          let (label, tag) = (tagged.labels[index], tagged.tags[index])
          return "\(Shapes.classNames[label]), tag of \(Shapes.classNames[tag])"
        },
        text: """
          Faint shapes with a mark in the corner, each beside the mask of the mark. \
          Here the mark is the class's own in 9 of 12.
          """)
    case .digits:
      let digits = try Digits.test()
      let chosen = permutation(of: digits.count, using: &generator).prefix(24)
      let pictures = chosen.map { index in
        Plate(
          Picture(digits.images[index]), Prose(verbatim: "\(digits.labels[index])"),
          alternative: "A digit.")
      }
      return View(
        sheet: PlateSheet(columns: 8, panelWidth: 112, pictures).picture,
        text: "24 of the 1,000 test digits, with what each is meant to be.")
    case .mosaic:
      let mosaic = try Mosaic()
      return View(
        sheet: Picture(mosaic.values / 255),
        text: """
          Four photographs in one picture: whoever explains the class of one should point into its \
          own quarter. Chance is 0.25.
          """)
    }
  }

  /// Pictures enlarged, each beside its mask.
  private func sheet(
    _ images: Tensor, masks: Tensor, caption: (Int) -> String
  ) -> Picture {
    let pictures = (0..<images.shape[0]).flatMap { index in
      let mask = masks[index]
      return [
        Plate(Picture(images[index]), Prose(verbatim: caption(index)), alternative: "A shape."),
        Plate(Picture(mask), "mask", alternative: "The mask of the shape."),
      ]
    }
    return PlateSheet(columns: 6, panelWidth: 192, pictures).picture
  }
}
