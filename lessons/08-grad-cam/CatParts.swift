import Datasets
import Explanations
import Figures
import GradCAM
import Layers
import Models
import Showing
import Subjects
import Tensors
import Texts

/// What is told of one photograph, and of two beside one another.
extension Demo {
  static func tellOfCAM(_ cat: Subject, _ show: Demonstration) throws {
    show.page.section("The same map twice")
    show.page.text(
      """
      The last that EfficientNet-Lite0 does is a mean over 7 × 7 places and one linear layer. So the \
      weights of *tiger cat* can be laid over the 1,280 feature maps of its `head`: CAM. Grad-CAM \
      takes the gradient instead, which any place has.
      """)
    let found = try capture(cat.network, at: cat.input, target: ImageNet.tigerCat, place: "head")
    let gradients = try gradCAM(found)
    guard case .linear(let classifier) = cat.network["classifier"] else { return }
    let weights = try classActivationMap(
      features: found.activation, weights: classifier.weight, target: ImageNet.tigerCat)
    let bias = classifier.bias?[ImageNet.tigerCat].scalar ?? 0
    let farthest = (weights - 49 * gradients).abs().max().scalar
    show.page.table(
      PageTable(
        ["map for tiger cat", "lowest", "highest", "mean"],
        rows: [("CAM", weights), ("Grad-CAM × 49", 49 * gradients)].map { name, map in
          [
            .text(name), .number(Double(map.min().scalar)), .number(Double(map.max().scalar)),
            .number(Double(map.mean().scalar)),
          ]
        }, decimals: 3))
    show.page.text(
      """
      Nowhere are they farther apart than \(farthest < 0.0001 ? "0.0001" : farthest.text(decimals: 3)): the same \
      map. Its mean, \(weights.mean().scalar.text(decimals: 2)), and the bias of the class, \(bias.text(decimals: 3)), \
      together are the logit, \(cat.logit.text(decimals: 2)).
      """)
  }

  static func tellOfUpsampling(_ cat: Subject, _ show: Demonstration) throws {
    show.page.section("From 7 × 7 to 224 × 224")
    show.page.text(
      """
      What speaks for the class is kept, and drawn over the photograph. A square of the map counts at \
      its centre, and between two centres there are straight lines.
      """)
    let map = try cat.map(of: ImageNet.tigerCat)
    let heat = try heatmap(from: map[0])
    let small = try Heat(heat.map).picture(width: 224, height: 224, by: .nearest)
    let large = try cat.overlay(map)
    let sheet = ContactSheet(
      columns: 3, margin: 8, [cat.picture, small, large].map { $0.captioned("") })
    show.keep(sheet.picture, as: "cat-cam.png")
    show.page.plates([
      Plate(cat.picture, "Chelsea", alternative: Photograph.chelsea.caption),
      Plate(
        small, "what speaks for *tiger cat*, 7 × 7",
        alternative: "Seven rows of seven squares, the brightest on the left side of her face."),
      Plate(
        large, "straight lines between the centres",
        alternative: "A soft bright patch on the left side of her face and below her nose."),
    ])
  }

  static func tellOfTwoClasses(_ network: Network, _ show: Demonstration) throws {
    show.page.section("One picture, two questions")
    show.page.text("A cat and a cup, and where Grad-CAM finds evidence for one and for the other:")
    let wide = try Subject(
      values: Mosaic().values[.all, ..<224, .all], target: ImageNet.tigerCat, by: network)
    let maps = try [ImageNet.tigerCat, ImageNet.espresso].map { try wide.map(of: $0) }
    let pictures = try maps.map { try wide.overlay($0) }
    let sheet = ContactSheet(columns: 1, margin: 8, pictures.map { $0.captioned("") })
    show.keep(sheet.picture, as: "two-classes.png")
    let shares = [
      share(of: maps[0], inside: Box(rows: 0..<7, columns: 0..<7)),
      share(of: maps[1], inside: Box(rows: 0..<7, columns: 7..<14)),
    ]
    show.page.plates([
      Plate(pictures[0], "*tiger cat*", alternative: "Bright on the cat, dark on the cup."),
      Plate(pictures[1], "*espresso*", alternative: "Bright on the cup, dark on the cat."),
    ])
    show.page.text(
      """
      The picture has 224 rows and 448 columns, the map \(maps[0].shape[1]) and \
      \(maps[0].shape[2]). Of what speaks for *tiger cat* \(shares[0].text(decimals: 2)) lies on her half, of \
      what speaks for *espresso* \(shares[1].text(decimals: 2)) on the other. Paint the tenth of the pixels grey \
      that a map ranks first, and ask again.
      """)
    let inputs = try [
      ("nothing", wide.input),
      ("the first tenth for tiger cat", wide.painted(overTopOf: wide.enlarged(maps[0]))),
      ("the first tenth for espresso", wide.painted(overTopOf: wide.enlarged(maps[1]))),
    ]
    show.page.table(
      PageTable(
        ["painted grey", "logit of tiger cat", "of espresso"],
        rows: inputs.map { name, input in
          let logits = network(input)
          return [
            .text(name), .number(Double(logits[0, ImageNet.tigerCat].scalar)),
            .number(Double(logits[0, ImageNet.espresso].scalar)),
          ]
        }, decimals: 2))
  }

  /// A class of which nothing is to be seen, and what a map makes of it that is brought to 0…1.
  static func tellOfNothing(_ cat: Subject, _ show: Demonstration) throws {
    show.page.section("When nothing speaks for a class")
    let found = try capture(cat.network, at: cat.input, target: ImageNet.tigerCat, place: "head")
    guard case .linear(let classifier) = cat.network["classifier"] else { return }
    let silent = try (0..<1000).filter { label in
      let map = try classActivationMap(
        features: found.activation, weights: classifier.weight, target: label)
      return try heatmap(from: map[0]).evidence == .onlyAgainst
    }
    let map = try cat.map(of: ImageNet.limousine)
    let heat = try heatmap(from: map[0])
    let stretched = (map - map.min()) / (map.max() - map.min())
    let picture = try cat.overlay(stretched)
    show.keep(picture, as: "limousine.png")
    let says =
      switch heat.evidence {
      case .some: "something speaks for it"
      case .onlyAgainst: "nothing speaks for it, and something against it"
      case .none: "nothing speaks for it or against it"
      }
    show.page.text(
      """
      Where on this cat is the *limousine*? The map goes from \(map.min().scalar.text(decimals: 3)) to \
      \(map.max().scalar.text(decimals: 3)): \(says). That is true of \(silent.count) of the 1,000 classes. \
      Whoever brings a map to 0…1 by its smallest and largest number gets this all the same:
      """)
    show.page.plates([
      Plate(
        picture, "*limousine*, brought to 0…1",
        alternative: "Bright patches on a cat, for a class of which nothing speaks.")
    ])
  }

  static func tellOfPainting(_ network: Network, _ show: Demonstration) throws {
    show.page.section("Does the map find what counts?")
    let names = try EfficientNetLite0.classNames()
    let rows = try Mosaic.readingOrder.map { photograph -> [PageTable.Cell] in
      let target = photograph.imageNetClass
      let photo = try Subject(photograph, by: network)
      let map = try photo.enlarged(photo.map(of: target))
      let inputs = [map, map.reversed(along: 2), map.reversed(along: 1, 2)].map {
        network(photo.painted(overTopOf: $0))
      }
      return [.text(names[target]), .number(Double(photo.logit))]
        + inputs.map { .number(Double($0[0, target].scalar)) }
    }
    show.page.text(
      """
      The same with single photographs. Beside the map's first tenth stand two patches of the same \
      form in other places: those of the map in a mirror, and turned upside down.
      """)
    show.page.table(
      PageTable(
        ["logit of", "nothing", "the first tenth", "in a mirror", "upside down"], rows: rows,
        decimals: 2))
  }

  static func tellOfGuided(_ cat: Subject, _ show: Demonstration) throws {
    show.page.section("Fine where it is coarse: guided Grad-CAM")
    show.page.text(
      """
      The gradient is as fine as the photograph, and lies everywhere. Its product with the enlarged \
      map is left where that speaks for *tiger cat*.
      """)
    let map = try cat.map(of: ImageNet.tigerCat)
    let plain = try cat.gradient(of: ImageNet.tigerCat)
    let guided = try cat.gradient(of: ImageNet.tigerCat, guided: true)
    let products = try [plain, guided].map { try guidedGradCAM(map: map, fine: $0) }
    let maps = ([plain] + products).map { $0.abs().sum(along: 1) }
    let pictures = try maps.map {
      try Heat($0, scaledBy: .percentile(99.5), in: .grey).picture
    }
    let sheet = ContactSheet(columns: 3, margin: 8, pictures.map { $0.captioned("") })
    show.keep(sheet.picture, as: "guided.png")
    show.page.plates([
      Plate(pictures[0], "the gradient", alternative: "Grey grain all over the picture."),
      Plate(
        pictures[1], "times Grad-CAM",
        alternative: "The same grain, fainter at the right edge and in the corners."),
      Plate(
        pictures[2], "guided backpropagation times Grad-CAM",
        alternative: "White specks that draw her eyes, her nose and her mouth."),
    ])
    let left = maps + [try cat.enlarged(map)]
    let logits = left.map {
      cat.network(cat.painted(overTopOf: $0))[0, ImageNet.tigerCat].scalar.text(decimals: 2)
    }
    show.page.text(
      """
      With the first tenth painted, the logit of *tiger cat* goes from \(cat.logit.text(decimals: 2)) \
      to \(logits[0]) by the gradient, \(logits[1]) by its product with Grad-CAM, \(logits[2]) by \
      that of guided backpropagation, and \(logits[3]) by Grad-CAM alone.
      """)
  }
}
