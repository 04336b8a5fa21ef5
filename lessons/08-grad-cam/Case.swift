import Datasets
import Explanations
import Figures
import GradCAM
import Layers
import Models
import Showing
import Subjects
import Tensors

/// A map that lost its label: it is to be found for which shape, and at which layer, it was made.
///
/// Four shapes stand in one picture, and a network knows all four. A report shows one Grad-CAM, cut off
/// below zero and scaled to its largest value, so its strength says nothing. It was made for one of the
/// four classes, at the last layer or at an early one. Early maps often lie on another shape than the
/// one that they were made for, and here the map does, unless it was made at the last layer.
struct MapCase: PlantedCase {
  /// Of the map of each class at each layer, the share that lies on each quarter of the picture.
  typealias Evidence = [[Double]]

  private let picture: Picture
  private let input: Tensor
  private let network: Network
  /// The kinds of shape in reading order.
  private let kinds: [Int]
  /// The map of the report, `[1, 64, 64]`.
  private let report: Tensor
  /// The picture with that map on it.
  private let overlay: Picture
  private let planted: Int

  let question = CaseQuestion(
    "For which shape, and at which layer, was the map of the report made?", options: MapCase.names)

  private static let layers = ["relu2", "relu4"]
  private static let names = layers.flatMap { layer in
    Shapes.classNames.map { "\($0) at \(layer)" }
  }

  init(seed: UInt64) throws {
    let network = try ShapesNet.network()
    var generator = SplitMix64(seed: seed)
    // Drawn until the map can be told from the seven others, and the quick reader is led astray.
    while true {
      let shapes = Shapes.draw(4, using: &generator)
      let rows = (0..<2).map { row in
        Tensor.concatenated([shapes.images[2 * row], shapes.images[2 * row + 1]], along: 2)
      }
      let values = Tensor.concatenated(rows, along: 1)
      let input = values.insertingAxis(at: 0)
      let maps = Self.layers.flatMap { layer in
        (0..<4).map { Self.map(of: $0, at: layer, by: network, input) }
      }
      guard maps.allSatisfy({ $0.max().scalar > 0 }) else { continue }
      let shares = maps.map(Self.shares)
      let chosen = generator.index(below: Self.names.count)
      let nearest =
        shares.indices.filter { $0 != chosen }
        .map { Self.distance(shares[$0], shares[chosen]) }.min() ?? 0
      let hottest = shapes.labels[
        shares[chosen].indices.max {
          shares[chosen][$0] < shares[chosen][$1]
        } ?? 0]
      let leadsAstray = chosen >= 4 || hottest != chosen % 4
      guard nearest > 0.15, leadsAstray else { continue }
      (self.network, self.input) = (network, input)
      (kinds, planted) = (shapes.labels, chosen)
      picture = Picture(values)
      report = maps[chosen] / maps[chosen].max()
      overlay = try picture.greys.overlaid(with: Heat(report))
      return
    }
  }
}

extension MapCase {
  /// The Grad-CAM of a class, cut off below zero and in the picture's size, without the exercise.
  private static func map(
    of target: Int, at layer: String, by network: Network, _ input: Tensor
  ) -> Tensor {
    var found = input
    let logits = network(input) { name, activation in
      guard name == layer else { return activation }
      found = activation.tracked()
      return found
    }
    let slopes = gradient(of: logits[0, target], withRespectTo: found)
    let weights = slopes.mean(along: 2, 3, keepingAxes: true)
    return (weights * found.detached()).sum(along: 1).relu()
      .resized(height: input.shape[2], width: input.shape[3])
  }

  /// The share of a map, nowhere negative, on each quarter.
  private static func shares(of map: Tensor) -> [Double] {
    (0..<4).map { quarter in
      let half = map.shape[1] / 2
      let (row, column) = (quarter / 2 * half, quarter % 2 * half)
      return share(of: map, inside: Box(rows: row..<row + half, columns: column..<column + half))
    }
  }

  /// How far two lists of shares are apart: half of what would have to move.
  private static func distance(_ a: [Double], _ b: [Double]) -> Double {
    zip(a, b).reduce(0) { $0 + abs($1.0 - $1.1) } / 2
  }

  func evidence() throws -> Evidence {
    try Self.layers.flatMap { layer in
      try (0..<4).map { target in
        let map = try gradCAM(capture(network, at: input, target: target, place: layer))
        let heat = try heatmap(from: map[0]).map
        return Self.shares(
          of: try upsampled(
            heat.insertingAxis(at: 0), height: input.shape[2], width: input.shape[3]))
      }
    }
  }

  /// The map whose shares on the four shapes are nearest to those of the report's map.
  ///
  /// Shares, since the report's strength is lost; all four of them, since the largest alone tells
  /// which shape is lit, and not which one was asked for.
  func answer(from evidence: Evidence) -> Set<Int> {
    let found = Self.shares(of: report)
    let nearest = evidence.indices.min {
      Self.distance(evidence[$0], found) < Self.distance(evidence[$1], found)
    }
    return nearest.map { [$0] } ?? []
  }
}

extension MapCase {
  func tell(_ evidence: Evidence, on page: Page) {
    let places = ["top left", "top right", "bottom left", "bottom right"]
    let shapes = zip(kinds, places).map { "the \(Shapes.classNames[$0]) (\($1))" }
    page.text(
      """
      Four shapes stand in one picture. A report has one Grad-CAM of it, cut off below zero and scaled \
      to its largest value. Its label is lost.
      """)
    page.plates([
      Plate(picture.scaled(by: 4), "the picture", alternative: "Four shapes, one in each quarter."),
      Plate(
        overlay.scaled(by: 4), "the map of the report",
        alternative: "The same with warm patches on it."),
    ])
    let found = Self.shares(of: report)
    page.table(
      PageTable(
        ["share of the map on"] + shapes,
        rows: [[.text("the map of the report")] + found.map { .number($0) }], decimals: 2))
    page.table(
      PageTable(
        ["your map for"] + shapes,
        rows: zip(Self.names, evidence).map { name, shares in
          [.text(name)] + shares.map { .number($0) }
        }, decimals: 2),
      caption: """
        What your `capture`, `gradCAM`, `heatmap` and `upsampled` make of the picture, for each class \
        at an early layer (`relu2`) and at the last one (`relu4`).
        """)
  }

  func reply(to answer: Set<Int>) -> CaseReply {
    let chosen = answer.first ?? 0
    let (layer, kind) = (chosen / 4, chosen % 4)
    let (plantedLayer, plantedKind) = (planted / 4, planted % 4)
    if chosen == planted {
      return .right(
        """
        It was made for the \(Self.names[planted]). All four shares agree with your own map, and a \
        share does not change when a map is scaled.
        """)
    }
    if layer != plantedLayer, kind == plantedKind {
      return .wrong(
        """
        The class may be right, and the layer is not. How large are the smallest details of the map? \
        A layer's map has as many pixels as the layer, and no enlarging adds any.
        """)
    }
    if layer == plantedLayer {
      return .wrong(
        """
        The layer may be right, and the class is not. Which shape is lit does not say which one was \
        asked for: look along the whole row of \(Self.names[chosen]), not at its largest number.
        """)
    }
    return .wrong(
      """
      Neither the details of the map nor its shares are those of \(Self.names[chosen]). Strength is \
      lost by scaling. What is left by which two maps can be compared?
      """)
  }

  var wrongAnswers: [(mistake: String, answer: Set<Int>)] {
    let (layer, kind) = (planted / 4, planted % 4)
    return [
      ("the right class at the other layer", [(1 - layer) * 4 + kind]),
      ("another class at the right layer", [layer * 4 + (kind + 1) % 4]),
      ("another class at the other layer", [(1 - layer) * 4 + (kind + 1) % 4]),
    ]
  }
}
