import Datasets
import Figures
import Layers
import PlantingTheTruth
import Showing
import Tensors

/// An archive of pictures with three marks on each, and a network that reads one of them.
///
/// The network learned when two of the marks still meant nothing. In the archive, one of these always
/// names the same class as the one that is read: counting cannot tell them apart. The other agrees with
/// the class more often in some archives, and less often in others, so that counting tells nothing
/// either. And the marks were put on by a coin for each, so that more of them agree than were asked for.
struct ArchiveCase: PlantedCase {
  /// How often each mark agrees in the archive, and what is followed when it alone is moved.
  struct Evidence {
    let agreement: [Double]
    let reliances: [Reliance]
  }

  /// A place on the picture, and what is stamped there.
  private struct Mark {
    let name: String
    let cue: Cue
    let row: Int
    let column: Int

    /// The mark of each tag on pictures, without the exercise's functions.
    func put(_ tags: [Int], on images: Tensor) -> Tensor {
      guard let patterns = cue.patterns else { return images }
      let below = Shapes.side - row - patterns.shape[2]
      let right = Shapes.side - column - patterns.shape[3]
      let framed = { (part: Tensor) in part.padded([(0, 0), (0, 0), (row, below), (column, right)])
      }
      return images.replacing(
        with: framed(patterns.selecting(tags)),
        where: framed(.ones([1, 1, patterns.shape[2], patterns.shape[3]])))
    }
  }

  private static let marks = [
    Mark(name: "upper left", cue: .corner, row: 1, column: 1),
    Mark(name: "upper right", cue: .corner, row: 1, column: 27),
    Mark(name: "lower edge", cue: .stripe, row: Shapes.side - 4, column: 0),
  ]
  private static let rates = [0.5, 0.6, 0.625, 0.7, 0.8, 0.85]
  /// Places among the rates: what a program may be asked for, and what luck makes of that.
  private static let plantedRates = [(asked: 0, observed: 2), (1, 3), (4, 5)]
  private static let classes = Cue.tagCount
  private static let count = 400

  private let read: Int
  /// The mark that is not read and goes its own way.
  private let other: Int
  /// Whether that one agrees more often than the one that is read; if not, it agrees less often.
  private let isLouder: Bool
  private let echo: Int
  /// The place among the rates of what the program was asked for, and of what came of it.
  private let asked: Int
  private let observed: Int
  private let network: Network
  private let labels: [Int]
  /// For each mark, the class that it names on each picture of the archive.
  private let archiveTags: [[Int]]
  private let archive: Tensor

  init(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let order = permutation(of: Self.marks.count, using: &generator)
    (read, other, echo) = (order[0], order[1], order[2])
    isLouder = generator.index(below: 2) == 0
    (asked, observed) = Self.plantedRates[generator.index(below: Self.plantedRates.count)]
    let rate = Self.rates[observed]
    let lessons = Shapes.draw(Self.count, style: .clear, using: &generator)
    var lessonTags = order.map { _ in lessons.labels.map { _ in generator.index(below: 4) } }
    lessonTags[read] = Self.tags(lessons.labels, agreeing: rate, using: &generator)
    network = try Self.trained(
      on: Self.marked(lessons.images, lessonTags), lessons.labels, using: &generator)
    let pictures = Shapes.draw(Self.count, style: .clear, using: &generator)
    labels = pictures.labels
    var tags = [[Int]](
      repeating: Self.tags(labels, agreeing: rate, using: &generator), count: order.count)
    tags[other] = Self.tags(labels, agreeing: isLouder ? 0.95 : 0.4, using: &generator)
    archiveTags = tags
    archive = Self.marked(pictures.images, tags)
  }

  /// Tags of which exactly a part agrees.
  private static func tags(
    _ labels: [Int], agreeing rate: Double, using generator: inout SplitMix64
  ) -> [Int] {
    var tags = labels.map { ($0 + 1 + generator.index(below: classes - 1)) % classes }
    let agreeing = Int((rate * Double(labels.count)).rounded())
    for index in permutation(of: labels.count, using: &generator).prefix(agreeing) {
      tags[index] = labels[index]
    }
    return tags
  }

  private static func marked(_ images: Tensor, _ tags: [[Int]]) -> Tensor {
    zip(marks, tags).reduce(images) { images, marked in marked.0.put(marked.1, on: images) }
  }

  /// A layer that weighs pixels: it can read marks, and hardly a shape.
  private static func trained(
    on images: Tensor, _ labels: [Int], using generator: inout SplitMix64
  ) throws -> Network {
    var network = Network(
      input: [3, Shapes.side, Shapes.side],
      layers: [
        "flatten": .flatten,
        "classifier": .linear(
          inFeatures: 3 * Shapes.side * Shapes.side, outFeatures: classes),
      ], using: &generator)
    try train(
      &network, on: Examples(inputs: images, labels: labels), with: Adam(learningRate: 2e-3),
      by: TrainingPlan(epochs: 8, batchSize: 32, seed: generator.next()), report: { _ in })
    return network
  }

  let question = CaseQuestion(
    """
    Which mark does the network read, and which rate was the program asked for that put this mark on? \
    One mark and one rate make an answer.
    """,
    options: marks.map(\.name) + rates.map { "rate \($0)" }, picks: 2)

  func evidence() throws -> Evidence {
    let agreement = archiveTags.map { tags in
      Double(zip(tags, labels).count { $0 == $1 }) / Double(labels.count)
    }
    let reliances = try Self.marks.enumerated().map { index, mark in
      let moved = try movedTags(for: labels, classes: Self.classes, seed: UInt64(index + 1))
      guard let patterns = mark.cue.patterns else { throw PlantingError.outsideTheImage }
      let pictures = try stamp(
        moved, patterns: patterns, on: archive, row: mark.row, column: mark.column)
      return try reliance(of: network.predictions(for: pictures), labels: labels, tags: moved)
    }
    return Evidence(agreement: agreement, reliances: reliances)
  }

  /// The mark that is followed most when it alone is moved, and the rate that luck makes of its
  /// agreement.
  ///
  /// Of the tags whose coin said no, one of four agrees by luck: agreement = ρ + (1 − ρ) / 4.
  func answer(from evidence: Evidence) -> Set<Int> {
    let mark =
      evidence.reliances.indices.max {
        evidence.reliances[$0].tag < evidence.reliances[$1].tag
      } ?? 0
    let rate = (evidence.agreement[mark] - 0.25) / 0.75
    let nearest =
      Self.rates.indices.min { abs(Self.rates[$0] - rate) < abs(Self.rates[$1] - rate) } ?? 0
    return [mark, Self.marks.count + nearest]
  }

  func tell(_ evidence: Evidence, on page: Page) {
    page.text(
      """
      An archive has \(Self.count) pictures of squares, disks, triangles and crosses. Each picture \
      bears three marks, and each mark names one of the four classes. A network has learned to name \
      the class, from older pictures, and it reads one of the marks. The marks were put on by the \
      program `carelessTags`: a coin for each tag, and where the coin says no, any of the four classes. \
      One of them was not drawn, but copies the tags of another.
      """)
    page.plates(
      (0..<4).map { index in
        let shown = Shapes.classNames[labels[index]]
        return Plate(
          Picture(archive[index]), "\(shown)",
          alternative: "A \(shown) with a mark upper left, one upper right and a ruler below.")
      }, caption: "Four pictures of the archive.")
    page.table(
      PageTable(
        ["mark", "agrees with the class"],
        rows: zip(Self.marks, evidence.agreement).map { [.text($0.name), .number($1)] },
        decimals: 3),
      caption: "In which part of the archive's pictures each mark names the right class.")
    page.table(
      PageTable(
        ["moved alone", "the mark’s class", "the right class", "neither"],
        rows: zip(Self.marks, evidence.reliances).map { mark, found in
          [.text(mark.name), .number(found.tag), .number(found.label), .number(found.neither)]
        }, decimals: 3),
      caption: """
        What the network answers when one mark is moved and the two others stay, by your \
        `movedTags`, `stamp` and `reliance`.
        """)
  }

  func reply(to answer: Set<Int>) -> CaseReply {
    let marks = answer.filter { $0 < Self.marks.count }
    guard marks.count == 1, let mark = marks.first else {
      return .wrong("An answer is one mark and one rate, such as 2,5.")
    }
    let rate = (answer.subtracting(marks).first ?? 0) - Self.marks.count
    let name = Self.marks[mark].name
    if mark == other {
      let rank =
        isLouder ? "most often, so it could be read with profit" : "least often of the three"
      return .wrong(
        """
        The mark “\(name)” agrees with the class \(rank). But how often a mark agrees does not say \
        whether it is read. When it alone is moved, do the answers move with it?
        """)
    }
    if mark == echo {
      return .wrong(
        """
        The mark “\(name)” names the same class as another mark on every picture, so counting cannot \
        tell the two apart. What does the network answer when only one of them is moved?
        """)
    }
    if rate == asked {
      return .right(
        """
        The mark “\(name)” was planted: the answers go with it when it alone is moved. Its program was \
        asked for \(Self.rates[asked]), and of the rest one in four agreed by luck, which makes \
        \(Self.rates[observed]).
        """)
    }
    if rate == observed {
      return .wrong(
        """
        The mark is right. \(Self.rates[rate]) is how many of its tags agree. Does a tag whose coin \
        said no never agree? Which rate gives \(Self.rates[rate]) with four classes?
        """)
    }
    return .wrong(
      """
      The mark is right. With a rate of \(Self.rates[rate]), how many tags would agree: those whose \
      coin said yes, and of the others one in four? Compare with what was counted.
      """)
  }

  var wrongAnswers: [(mistake: String, answer: Set<Int>)] {
    let first = Self.marks.count
    return [
      ("the mark that goes its own way", [other, first + asked]),
      ("the mark that goes with the one that is read", [echo, first + asked]),
      ("the rate that is counted", [read, first + observed]),
      ("a rate far off", [read, first + (asked + 4) % Self.rates.count]),
      ("two marks", [read, other]),
    ]
  }
}
