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
    show.page.chart(show.keep(Diagrams.head, as: "head.svg"))
    show.page.chart(show.keep(Diagrams.weightedMaps, as: "weighted-maps.svg"))
    show.page.text(
      """
      EfficientNet-Lite0 ends with a mean over 7 × 7 pixels and one linear layer. So the weights of \
      *tiger cat* can be laid over the 1,280 feature maps of its `head`: CAM. Grad-CAM takes the \
      gradient instead, which any layer has.
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
    show.page.chart(show.keep(Diagrams.halfPixels, as: "half-pixels.svg"))
    show.page.text(
      """
      What speaks for the class is kept, and drawn over the photograph. A square of the map counts at \
      its centre, and between two centres there are straight lines.
      """)
    let map = try cat.map(of: ImageNet.tigerCat)
    let heat = try heatmap(from: map[0])
    let small = try Heat(heat.map).picture(width: 224, height: 224, by: .nearest)
    let large = try cat.overlay(map)
    show.plates(
      [
        Plate(cat.picture, "Chelsea", alternative: Photograph.chelsea.caption),
        Plate(
          small, "the map, 7 × 7",
          alternative: "Seven rows of seven squares, the brightest on the left side of her face."),
        Plate(
          large, "enlarged, 224 × 224",
          alternative: "A soft bright patch on the left side of her face and below her nose."),
      ], columns: 3, bar: try Heat(heat.map).bar("Grad-CAM, for tiger cat"), as: "cat-cam.png")
  }

  static func tellOfTwoClasses(_ network: Network, _ show: Demonstration) throws {
    show.page.section("One picture, two questions")
    show.page.text("A cat and a cup, and where Grad-CAM finds evidence for one and for the other:")
    let wide = try Subject(
      values: Mosaic().values[.all, ..<224, .all], target: ImageNet.tigerCat, by: network)
    let maps = try [ImageNet.tigerCat, ImageNet.espresso].map { try wide.map(of: $0) }
    let pictures = try maps.map { try wide.overlay($0) }
    let shares = [
      share(of: maps[0], inside: Box(rows: 0..<7, columns: 0..<7)),
      share(of: maps[1], inside: Box(rows: 0..<7, columns: 7..<14)),
    ]
    show.plates(
      [
        Plate(
          pictures[0], "for *tiger cat*", alternative: "Bright on the cat, dark on the cup."),
        Plate(pictures[1], "for *espresso*", alternative: "Bright on the cup, dark on the cat."),
      ], columns: 1, panelWidth: 896, as: "two-classes.png")
    show.page.text(
      """
      The picture has 224 rows and 448 columns, the map \(maps[0].shape[1]) and \
      \(maps[0].shape[2]). Of what speaks for *tiger cat* \(shares[0].text(decimals: 2)) lies on her half, of \
      what speaks for *espresso* \(shares[1].text(decimals: 2)) on the other. Paint the tenth of the pixels grey \
      that a map ranks first, and ask again.
      """)
    let inputs = try [
      ("nothing", wide.input),
      ("the top 10 % for tiger cat", wide.painted(overTopOf: wide.enlarged(maps[0]))),
      ("the top 10 % for espresso", wide.painted(overTopOf: wide.enlarged(maps[1]))),
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
}
