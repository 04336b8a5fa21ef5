import Datasets
import Explanations
import Figures
import Layers
import MeasuringExplanations
import Models
import Showing
import Subjects
import Tensors
import Texts

/// Four methods make maps of drawn shapes, and one of them never asks the network.
///
/// The false one draws edges, the brightness, or always the middle, under noise that is another in each
/// run. In some cases there is so much noise that little is left of its map on random weights, as an
/// honest map should have it, and of an honest one more is left: the last column misleads. In others
/// there is less, so that its runs are more alike than those of an honest method that draws noise: the
/// first column misleads. What tells is how much is left *beside* what is left on the same network.
struct SilentCase: PlantedCase {
  /// What the learner's functions say of each method.
  struct Evidence {
    /// The mean part of its maps that lies on the shapes.
    var masses: [Double]
    /// How many of its maps are highest on the shape.
    var hits: [Double]
    /// How alike its maps are to those of another run: on the same network, and on networks that have
    /// lost one layer, two, and so on to all.
    var left: [[Double]]
  }

  /// What stands behind a letter.
  private enum Kind: Int, CaseIterable { case silent, noisyGradient, product, classMap }

  /// What can be drawn without a network.
  private enum Motif: String, CaseIterable {
    case brightness = "the brightness"
    case edges = "edges"
    case middle = "the middle of the picture, whatever it shows,"
  }

  private static let names = ["A", "B", "C", "D"]

  private let shapes: Shapes
  private let network: Network
  private let untrained: Network
  /// What stands behind each letter.
  private let kinds: [Kind]
  /// What the false one draws.
  private let motif: Motif
  /// How much noise lies over that, in standard deviations of what is drawn.
  private let strength: Float
  /// Where the noise is drawn from, other numbers for each run.
  private let noise: UInt64

  private static let strengths: [Float] = [0.6, 1.2]

  var question: CaseQuestion {
    CaseQuestion("Which of the four methods does not look at the network?", options: Self.names)
  }

  init(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let network = try ShapesNet.network()
    let kinds = permutation(of: Kind.allCases.count, using: &generator).map { Kind.allCases[$0] }
    let motif = Motif.allCases[generator.index(below: 3)]
    let strength = Self.strengths[generator.index(below: Self.strengths.count)]
    // Drawn until the methods can be told apart, and the quick reader is led astray.
    while true {
      let shapes = Shapes.draw(6, using: &generator)
      let noise = generator.next()
      var untrained = ShapesNet.untrainedNetwork()
      untrained.initialize(using: &generator)
      let planted = SilentCase(
        shapes: shapes, network: network, untrained: untrained, kinds: kinds,
        motif: motif, strength: strength, noise: noise)
      if planted.isFair {
        self = planted
        return
      }
    }
  }

  private init(
    shapes: Shapes, network: Network, untrained: Network, kinds: [Kind], motif: Motif,
    strength: Float, noise: UInt64
  ) {
    (self.shapes, self.network, self.untrained) = (shapes, network, untrained)
    (self.kinds, self.motif, self.strength, self.noise) = (kinds, motif, strength, noise)
  }

  /// How alike a method's first run on the trained network is to another run, on average.
  private func left(_ kind: Kind, on network: Network, run: UInt64) -> Double {
    let (one, other) = (maps(kind, by: self.network, run: 0), maps(kind, by: network, run: run))
    let single = (0..<shapes.count).map { resemblance(of: one[$0], to: other[$0]) }
    return single.reduce(0, +) / Double(single.count)
  }

  /// How alike on the same network, and on the untrained one.
  private func ends(of kind: Kind) -> (again: Double, last: Double) {
    (
      left(kind, on: network, run: 1),
      left(kind, on: untrained, run: UInt64(Demo.order.count + 1))
    )
  }

  /// Whether the false method can be told by its fall, and by nothing simpler.
  private var isFair: Bool {
    let ends = Kind.allCases.map(ends)
    let falls = ends.map { $0.again - $0.last }
    let honest = Kind.allCases.indices.dropFirst()
    let misleads =
      strength > 1
      ? honest.contains { ends[$0].last > ends[0].last + 0.03 }
      : honest.contains { ends[$0].again < ends[0].again - 0.03 }
    return abs(falls[0]) < 0.08 && honest.allSatisfy { falls[$0] > 0.25 } && misleads
  }
}

extension SilentCase {
  /// What a method makes of the shapes, `[N, 32, 32]`; noise is another in each run.
  private func maps(_ kind: Kind, by network: Network, run: UInt64) -> Tensor {
    var generator = SplitMix64(seed: noise &+ run)
    func trace(_ images: Tensor) -> Trace {
      Trace(network, images, classes: shapes.labels, places: Demo.smallPlaces)
    }
    switch kind {
    case .silent:
      let drawn: Tensor
      switch motif {
      case .brightness: drawn = shapes.images.mean(along: 1)
      case .edges: drawn = edgeMap(of: shapes.images)
      case .middle:
        let line = Tensor.evenlySpaced(-1...1, count: Shapes.side).squared()
        drawn = (1 - line.insertingAxis(at: 0) - line.insertingAxis(at: 1))
          .broadcast(to: [shapes.count, Shapes.side, Shapes.side])
      }
      let spread = drawn.variance().sqrt() * Tensor(strength)
      return drawn + spread * Tensor.normal(shape: drawn.shape, using: &generator)
    case .noisyGradient:
      let noisy =
        shapes.images + 0.1 * Tensor.normal(shape: shapes.images.shape, using: &generator)
      return Method.gradient.maps(trace(noisy))
    case .product: return Method.inputTimesGradient.maps(trace(shapes.images)).abs()
    case .classMap: return Method.gradCAM.maps(trace(shapes.images))
    }
  }

  func evidence() throws -> Evidence {
    let networks =
      [network]
      + (try cascade(of: network, replacedBy: untrained, order: Demo.order))
    let masks = shapes.masks(of: .object)
    var evidence = Evidence(masses: [], hits: [], left: [])
    let images = 0..<shapes.count
    func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
    for kind in kinds {
      let maps = maps(kind, by: network, run: 0)
      evidence.masses.append(
        mean(try images.map { Double(try massAccuracy(map: maps[$0], mask: masks[$0])) }))
      evidence.hits.append(
        Double(try images.count { try pointingGame(map: maps[$0], mask: masks[$0]) }))
      evidence.left.append(
        try networks.enumerated().map { run, network in
          let others = self.maps(kind, by: network, run: UInt64(run + 1))
          return mean(try images.map { Double(try rankCorrelation(maps[$0], others[$0])) })
        })
    }
    return evidence
  }

  /// The method whose maps fall least: from what is left on the same network to what is left when all
  /// weights are random.
  func answer(from evidence: Evidence) -> Set<Int> {
    let falls = evidence.left.map { ($0.first ?? 0) - ($0.last ?? 0) }
    let least = falls.indices.min { falls[$0] < falls[$1] }
    return least.map { [$0] } ?? []
  }

  func tell(_ evidence: Evidence, on page: Page) {
    page.text(
      """
      Four methods, A to D, make maps of six drawn shapes, for the logit of each one's class. Three of \
      them look at the network that knows the shapes, and one does not. Some draw random numbers in \
      each run.
      """)
    let pictures = kinds.map { maps($0, by: network, run: 0)[0] }
    let plates = zip(Self.names, pictures).compactMap { name, map in
      (try? Picture.signed(map)).map {
        Plate($0.scaled(by: 4), Prose(verbatim: name), alternative: "The map of \(name).")
      }
    }
    page.plates(
      [
        Plate(
          Picture(shapes.images[0]).scaled(by: 4), "the first shape",
          alternative: "A shape on a dark ground.")
      ] + plates)
    page.table(
      PageTable(
        ["method", "mass on the shape", "hits of 6"],
        rows: zip(Self.names, zip(evidence.masses, evidence.hits)).map { name, scores in
          [.text(name), .number(scores.0), .number(scores.1)]
        }, decimals: 2),
      caption: "What your `massAccuracy` and `pointingGame` say; by chance the mass is about 0.2.")
    page.table(
      PageTable(
        ["method", "run again", "1 layer random", "2", "3", "4", "all 5"],
        rows: zip(Self.names, evidence.left).map { name, left in
          [.text(name)] + left.map { .number((100 * $0).rounded() / 100) }
        }, decimals: 2),
      caption: """
        What your `rankCorrelation` says of a first run on the trained network beside another run: on \
        the same network, and on those of your `cascade`, from the last layer on. Means over the six.
        """)
  }

  func reply(to answer: Set<Int>) -> CaseReply {
    let chosen = answer.first ?? 0
    let name = Self.names[chosen]
    switch kinds[chosen] {
    case .silent:
      return .right(
        """
        \(name) draws \(motif.rawValue) and noise. Its row is flat: two runs on the same network \
        correlate \(ends(of: .silent).again.text(decimals: 2)), runs on the trained and the random one \
        \(ends(of: .silent).last.text(decimals: 2)). The weights make no difference.
        """)
    case .noisyGradient:
      return .wrong(
        """
        \(name) draws noise, so two runs on the same network differ. But do they differ as much as a \
        run on the trained network and one on a random one? Compare the two ends of its row.
        """)
    case .product:
      return .wrong(
        """
        Of \(name) something is left when all weights are random, because the image is a factor in its \
        map. How much was left of it on the same network? A map that ignores the network loses nothing.
        """)
    case .classMap:
      return .wrong(
        """
        Look along the row of \(name): it changes with the weights. If much is left at its end, that is \
        the luck of one draw, which a smooth map has easily. A map that ignores the network has the same \
        number in every column.
        """)
    }
  }

  var wrongAnswers: [(mistake: String, answer: Set<Int>)] {
    [
      ("the one that is noisy and honest", .noisyGradient),
      ("the one with the image in it", .product),
      ("the smooth one", Kind.classMap),
    ].map { mistake, kind in (mistake, [kinds.firstIndex(of: kind) ?? 0]) }
  }
}
