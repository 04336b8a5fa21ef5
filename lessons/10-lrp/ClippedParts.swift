import Datasets
import Figures
import LRP
import Layers
import Models
import Showing
import Subjects
import Tensors
import Texts

/// Where LRP-0 and input × gradient part: at units that are clipped. And what has to be folded first.
extension Demo {
  static func tellOfClippedUnits(on cat: Subject, _ show: Demonstration) throws {
    show.page.section("Where the two part")
    show.page.chart(
      show.keep(Diagrams.clipped, as: "clipped.svg"),
      caption: "ReLU6. At z = 9 the unit is clipped: its slope is 0, and its output is still 6.")
    // The last ReLU6 of the network: below the mean and the classifier, which are linear.
    guard case .sequence(let head) = cat.network["head"] else { return }
    var values: [String: Tensor] = [:]
    _ = cat.network(cat.input) { place, activation in
      values[place] = activation
      return activation
    }
    guard let z = values["head.conv"], head.count == 2 else { return }
    let rules = RuleSet.zero.rules(for: cat.network, box: Subject.photographBox)
    let found = try relevances(of: cat.network, at: cat.input, target: cat.target, rules: rules)
    // The relevance of the head's output passes its ReLU6 as it came.
    let relevance = found[cat.network.layers.count - 2]
    let product = cat.inputTimesGradient(at: "head.conv")
    let isClipped = z .>= 6
    let isOther = (relevance - product).abs() .> 1e-6
    let clipped = Int(isClipped.sum().scalar)
    let other = Int(isOther.sum().scalar)
    let both = Int((isClipped * isOther).sum().scalar)
    show.page.text(
      """
      EfficientNet-Lite0 clips with ReLU6. Before its last one there are \(z.count) numbers for Chelsea. \
      \(clipped) are clipped. LRP-0 and input × gradient differ in \(other), and \(both) of these are \
      clipped. Nowhere else do they differ by more than a millionth.
      """)
    var (clippedCount, count) = (0, 0)
    for (place, value) in values where place.hasSuffix("elu") {
      clippedCount += Int((value .>= 6).sum().scalar)
      count += value.count
    }
    let free = Subject(
      cat.picture, input: cat.input, target: cat.target,
      by: try cat.network.replacing(.relu6, with: .relu))
    let rows = try [("ReLU6, as it is", cat), ("ReLU in its place", free)].map { name, subject in
      let lrp =
        name == "ReLU6, as it is" ? found[0].sum(along: 1)[0] : try subject.relevance(by: .zero)
      let product = subject.inputTimesGradient().sum(along: 1)[0]
      let size = product.squared().sum().sqrt().scalar
      return (
        name: name, logit: subject.logit, lrp: lrp, product: product,
        distance: (lrp - product).squared().sum().sqrt().scalar / size
      )
    }
    show.page.text(
      """
      In the whole network \(clippedCount) of \(count) units are clipped, \
      \((100 * Double(clippedCount) / Double(count)).text(decimals: 1)) %.
      """)
    show.page.table(
      PageTable(
        ["activation", "logit", "sum of LRP-0", "sum of input × gradient", "difference"],
        rows: rows.map {
          [
            .text($0.name), .number(Double($0.logit)), .number(Double($0.lrp.sum().scalar)),
            .number(Double($0.product.sum().scalar)),
            .text(
              $0.distance < 0.001
                ? Double($0.distance).scientificText(decimals: 0) : $0.distance.text(decimals: 2)),
          ]
        }, decimals: 2),
      caption: """
        Difference: the length of the map LRP-0 − input × gradient, colours added up, as a part of the \
        length of input × gradient. In the second row no unit is clipped.
        """)
    show.plates(
      [
        Plate(
          try .relevance(rows[0].product), "input × gradient",
          alternative: "Red and blue grain all over the cat."),
        Plate(
          try .relevance(rows[0].lrp), "LRP-0", alternative: "Other red and blue grain on the cat."),
      ], columns: 2,
      bar: try Heat(rows[0].lrp, .signed, scaledBy: .percentile(99.5))
        .bar("part of the logit, for LRP-0"),
      caption: "Chelsea, for tiger cat, each on its own scale.",
      as: "cat-clipped.png")
  }

  static func tellOfTheCat(_ cat: Subject, _ show: Demonstration) throws {
    show.page.section("A network with sums in it")
    var plates = [Plate(cat.picture, "Chelsea", alternative: Photograph.chelsea.caption)]
    var rows: [[PageTable.Cell]] = []
    for rules in [RuleSet.epsilon, .zPlus, .alphaBeta] {
      let list = rules.rules(for: cat.network, box: Subject.photographBox)
      let found = try relevances(of: cat.network, at: cat.input, target: cat.target, rules: list)
      let map = found[0].sum(along: 1)[0]
      plates.append(
        Plate(
          try .relevance(map), Prose(verbatim: rules.rawValue),
          alternative: "Relevance of Chelsea’s pixels by \(rules.rawValue)."))
      // From the logit down, before the classifier, the head, and every fourth block.
      rows.append(
        [.text(rules.rawValue), .number(Double(cat.logit))]
          + [18, 17, 13, 9, 5, 1, 0].map { .number(Double(found[$0].sum().scalar)) })
    }
    show.plates(
      plates, columns: 2, caption: "For tiger cat; each map on its own scale, colours added up.",
      as: "cat-rules.png")
    show.page.table(
      PageTable(
        ["rules", "logit", "mean", "head", "block 12", "block 8", "block 4", "block 0", "pixels"],
        rows: rows, decimals: 2), caption: "The sum of relevance of each one’s input.")
  }

  static func tellOfBatchNorm(_ show: Demonstration) throws {
    show.page.section("Batch norm is folded first")
    var generator = SplitMix64(seed: 10)
    var network = Network(
      input: [1, 8, 8],
      layers: [
        "conv1": .conv2d(inChannels: 1, outChannels: 6, kernel: 3, padding: 1),
        "norm1": .batchNorm2d(channels: 6), "relu1": .relu,
        "conv2": .conv2d(inChannels: 6, outChannels: 6, kernel: 3, padding: 1),
        "norm2": .batchNorm2d(channels: 6), "relu2": .relu, "gap": .globalAvgPool2d,
        "fc": .linear(inFeatures: 6, outFeatures: 3),
      ], using: &generator)
    // Running means and variances as after some training.
    for _ in 0..<20 {
      let batch = Tensor.normal(deviation: 2, shape: [16, 1, 8, 8], using: &generator)
      _ = network.trainingOutput(for: batch, using: &generator)
    }
    let x = Tensor.normal(shape: [1, 1, 8, 8], using: &generator)
    let folded = network.foldingBatchNorms()
    let lrp = try RuleSet.zero.relevances(of: folded, at: x, target: 1)[0]
    let tracked = x.tracked()
    let product = x * gradient(of: network(tracked)[0, 1], withRespectTo: tracked)
    // Taken as a layer of its own, a batch norm is weights and a bias as well, and takes a share.
    show.page.text(
      """
      A batch norm scales and shifts each channel. Folded into the convolution before it, the logits move by \
      \((network(x) - folded(x)).abs().max().scalar.scientificText(decimals: 0)) at most, and LRP-0 is \
      input × gradient of the network that was not folded, to \
      \((lrp - product).abs().max().scalar.scientificText(decimals: 0)), where the largest is \
      \(product.abs().max().scalar.text(decimals: 3)).
      """)
  }
}
