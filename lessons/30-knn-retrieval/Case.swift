import Datasets
import Figures
import KNNRetrieval
import Layers
import Showing
import Tensors
import Texts

/// An archive of pictures with five properties, and an encoder that sees one or two of them.
///
/// One property goes along with one that is seen: its neighbours look pure, whether it is seen as well
/// or not. A third is nearly the same on all pictures, so that chance alone makes it pure.
struct AlikeCase: PlantedCase {
  /// What the learner's functions say about the neighbours that the encoder finds.
  struct Evidence {
    /// For each property, the purity of the five nearest.
    let purities: [Double]
    /// What chance gives.
    let chances: [Double]
    /// Among the pictures that differ from the query in a property, `[property differs][purity of]`.
    let whereDiffering: [[Double]]
    /// What chance gives there.
    let chancesWhere: [[Double]]
  }

  private static let names = [
    "the mark upper left", "the mark upper right", "the ruler", "the ground’s tint", "the shape",
  ]
  private static let kinds = 4
  private static let (rows, asked) = (500, 150)

  private let first: Int
  private let second: Int
  private let seesBoth: Bool
  private let common: Int
  private let network: Network
  /// For each property, its value on each picture of the archive; the queries come behind.
  private let values: [[Int]]
  private let images: Tensor

  init(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    // The shape is not easily learned from so few pictures, so it is the property that all share.
    let order = permutation(of: 4, using: &generator)
    (first, second, common) = (order[0], order[1], 4)
    seesBoth = generator.index(below: 2) == 0
    let count = Self.rows + Self.asked
    let lessons = Self.drawn(800, using: &generator)
    let seen = seesBoth ? [first, second] : [first]
    network = try Self.trained(
      on: Self.painted(lessons, using: &generator), seen.map { lessons[$0] }, using: &generator)
    var values = Self.drawn(count, using: &generator)
    for picture in 0..<count {
      // Two of three times the second says what the first says, and by luck a little oftener.
      if generator.index(below: 3) > 0 { values[second][picture] = values[first][picture] }
      values[common][picture] = generator.index(below: 16) > 0 ? 1 : generator.index(below: 4)
    }
    self.values = values
    images = Self.painted(values, using: &generator)
  }

  /// Values of all properties, each drawn for itself.
  private static func drawn(_ count: Int, using generator: inout SplitMix64) -> [[Int]] {
    names.map { _ in (0..<count).map { _ in generator.index(below: kinds) } }
  }

  /// The pictures of some values, without the exercise's functions.
  private static func painted(
    _ values: [[Int]], using generator: inout SplitMix64
  ) -> Tensor {
    let shapes = Shapes.draw(values[0].count, using: &generator)
    var index = 0
    let objects = shapes.redrawn { object in
      object.kind = Shapes.Kind.allCases[values[4][index]]
      object.background = Cue.tints[values[3][index]]
      index += 1
    }
    let places: [(cue: Cue, row: Int, column: Int)] = [
      (.corner, 1, 1), (.corner, 1, 27), (.stripe, Shapes.side - 4, 0),
    ]
    return zip(places, values).reduce(objects.images) { images, marked in
      let (place, tags) = marked
      guard let patterns = place.cue.patterns else { return images }
      let border = [
        (0, 0), (0, 0), (place.row, Shapes.side - place.row - patterns.shape[2]),
        (place.column, Shapes.side - place.column - patterns.shape[3]),
      ]
      return images.replacing(
        with: patterns.selecting(tags).padded(border),
        where: Tensor.ones([1, 1, patterns.shape[2], patterns.shape[3]]).padded(border))
    }
  }

  /// Thirty-two units that were small before they learned, so that they answer to what was taught; drawn
  /// anew where they did not learn it.
  private static func trained(
    on images: Tensor, _ labels: [[Int]], using generator: inout SplitMix64
  ) throws -> Network {
    let pixels = 3 * Shapes.side * Shapes.side
    let heads = labels.indices.map { $0 * kinds..<($0 + 1) * kinds }
    var network: Network
    var isLearned: Bool
    repeat {
      network = Network(
        input: [3, Shapes.side, Shapes.side],
        layers: [
          "flatten": .flatten, "hidden": .linear(inFeatures: pixels, outFeatures: 32),
          "relu": .relu, "answers": .linear(inFeatures: 32, outFeatures: kinds * labels.count),
        ], using: &generator)
      network["hidden"] = .linear(
        Linear(
          weight: Tensor.normal(deviation: 0.01, shape: [32, pixels], using: &generator),
          bias: .zeros([32])))
      try train(
        &network, examples: images.shape[0], with: Adam(learningRate: 5e-4),
        by: TrainingPlan(epochs: 12, batchSize: 32, seed: generator.next()), accuracy: nil,
        report: { _ in }
      ) { network, batch, generator in
        let logits = network.trainingOutput(for: images.selecting(batch), using: &generator)
        return zip(heads, labels).reduce(Tensor(0)) { loss, head in
          loss + logits[.all, head.0].crossEntropy(with: batch.map { head.1[$0] })
        }
      }
      let logits = network(images)
      isLearned = zip(heads, labels).allSatisfy { head, labels in
        let answers = logits[.all, head].argmax(along: 1)
        return zip(answers, labels).count { $0 == $1 } * 100 > 98 * labels.count
      }
    } while !isLearned
    return network
  }

  let question = CaseQuestion(
    """
    What does this encoder see as alike? Two of the properties have pure neighbours beyond chance. \
    Say of each of the two whether the encoder sees it, or whether it only goes along with the other.
    """,
    options: names.map { "sees \($0)" } + names.map { "goes along: \($0)" }, picks: 2)

  func evidence() throws -> Evidence {
    let rows = try embeddings(of: network, images: images, place: "relu")
    let cosines = try similarities(of: rows[Self.rows...], to: rows[..<Self.rows], by: .cosine)
    let all = Array(0..<Self.rows)
    let found = try measured(cosines, memory: all, queries: Array(0..<Self.asked))
    var (purities, chances): ([[Double]], [[Double]]) = ([], [])
    for property in Self.names.indices {
      // Each query searches among the pictures that differ from it in this property.
      var (sums, expected) = (
        [Double](repeating: 0, count: Self.names.count),
        [Double](repeating: 0, count: Self.names.count)
      )
      for value in 0..<Self.kinds {
        let queries = (0..<Self.asked).filter { values[property][Self.rows + $0] == value }
        let memory = all.filter { values[property][$0] != value }
        guard !queries.isEmpty, memory.count >= k else { continue }
        let part = try measured(cosines, memory: memory, queries: queries)
        let weight = Double(queries.count) / Double(Self.asked)
        for other in Self.names.indices {
          sums[other] += weight * part.purities[other]
          expected[other] += weight * part.chances[other]
        }
      }
      purities.append(sums)
      chances.append(expected)
    }
    return Evidence(
      purities: found.purities, chances: found.chances, whereDiffering: purities,
      chancesWhere: chances)
  }

  /// The purities of some queries' neighbours among some rows, by each property, beside chance.
  private func measured(
    _ cosines: Tensor, memory: [Int], queries: [Int]
  ) throws -> (purities: [Double], chances: [Double]) {
    let none = [Int](repeating: -1, count: queries.count)
    let found = try nearest(
      k, in: cosines.selecting(queries).selecting(memory, along: 1), excluding: none)
    let purities = try values.map { values in
      try purity(
        of: found, labels: memory.map { values[$0] },
        queryLabels: queries.map { values[Self.rows + $0] })
    }
    let chances = try values.map { values in
      try chancePurity(
        labels: memory.map { values[$0] }, queryLabels: queries.map { values[Self.rows + $0] },
        excluding: none)
    }
    return (purities, chances)
  }

  /// The two properties that are purest beyond chance; of each, whether it stays so where the other
  /// differs.
  func answer(from evidence: Evidence) -> Set<Int> {
    let beyond = zip(evidence.purities, evidence.chances).map { $0 - $1 }
    let two = beyond.indices.sorted { beyond[$0] > beyond[$1] }.prefix(2)
    let answers = zip(two, two.reversed()).map { property, other in
      let left =
        evidence.whereDiffering[other][property] - evidence.chancesWhere[other][property]
      return left > 0.25 ? property : Self.names.count + property
    }
    return Set(answers)
  }

  func tell(_ evidence: Evidence, on page: Page) {
    page.text(
      """
      An archive has \(Self.rows) pictures, and \(Self.asked) more are queries. Each picture has five \
      properties. An encoder learned to tell one of them, or two, from other pictures. In this archive \
      the properties do not come independently of each other.
      """)
    page.plates(
      (0..<4).map { index in
        Plate(
          Picture(images[index]), "\(Shapes.classNames[values[4][index]])",
          alternative: "A shape on a tinted ground, with two marks above and a ruler below.")
      }, caption: "Four pictures of the archive.")
    page.table(
      PageTable(
        ["property", "purity of the five nearest", "chance"],
        rows: Self.names.indices.map {
          [
            .text(Self.names[$0]), .number(evidence.purities[$0]), .number(evidence.chances[$0]),
          ]
        }, decimals: 2),
      caption:
        "By your `embeddings`, `similarities`, `nearest`, `purity` and `chancePurity`.")
    page.table(
      PageTable(
        ["only pictures that differ in …"] + Self.names,
        rows: Self.names.indices.map { property in
          [.text(Self.names[property])]
            + Self.names.indices.map { other in
              if other == property { return .text("–") }
              let pure = evidence.whereDiffering[property][other].text(decimals: 2)
              return .text("\(pure) (\(evidence.chancesWhere[property][other].text(decimals: 2)))")
            }
        }),
      caption: """
        Each query searches again, among the pictures alone that differ from it in the property of the \
        row: purity, and chance in parentheses.
        """)
  }

  private var truth: Set<Int> { [first, seesBoth ? second : Self.names.count + second] }

  func reply(to answer: Set<Int>) -> CaseReply {
    let count = Self.names.count
    let (one, two) = (Self.names[first], Self.names[second])
    if answer == truth {
      return .right(
        seesBoth
          ? """
          The encoder learned \(one) and \(two). Among pictures that differ in either, the other is \
          still pure, although the two go together in the archive.
          """
          : """
          The encoder learned \(one) alone. \(two.prefix(1).uppercased() + two.dropFirst()) goes along \
          in the archive: among pictures that differ in \(one), nothing of it is left.
          """)
    }
    let properties = Set(answer.map { $0 % count })
    if properties.contains(common) {
      return .wrong(
        """
        The neighbours are pure by \(Self.names[common]), and so is chance: most pictures of the \
        archive have the same. How far is each purity above what chance gives?
        """)
    }
    if properties.count == 1 {
      return .wrong("You chose one property twice. Which other one is pure beyond chance?")
    }
    guard properties == [first, second] else {
      let name = Self.names[properties.subtracting([first, second]).min() ?? 0]
      return .wrong(
        """
        By \(name) the neighbours are hardly purer than chance. For which two properties is the \
        distance from chance largest?
        """)
    }
    if answer.allSatisfy({ $0 >= count }) {
      return .wrong(
        "The two properties are the right ones, but both cannot go along: something is seen.")
    }
    if answer == [first, second] {
      return .wrong(
        """
        The two properties are the right ones. They go together in the archive, so seeing one makes \
        both pure. Search among the pictures that differ in one of them: is the other still pure? And \
        the other way round?
        """)
    }
    if seesBoth {
      let name = answer.contains(first) ? two : one
      let other = answer.contains(first) ? one : two
      return .wrong(
        """
        The two properties are the right ones. But look at the pictures that differ in \(other): if \
        \(name) only went along, nothing of it would be left there.
        """)
    }
    return .wrong(
      """
      The two properties are the right ones, the wrong way round: among the pictures that differ in \
      \(one), what is left of \(two)? And what is left of \(one) where \(two) differs?
      """)
  }

  var wrongAnswers: [(mistake: String, answer: Set<Int>)] {
    let count = Self.names.count
    let other = (0..<4).first { $0 != first && $0 != second } ?? 0
    var wrong: [(mistake: String, answer: Set<Int>)] = [
      ("what nearly all pictures share", [first, count + common]),
      ("a property at chance", [first, other]),
      ("one property twice", [first, count + first]),
      ("nothing is seen", [count + first, count + second]),
      ("the other goes along", [second, count + first]),
    ]
    if !seesBoth { wrong.append(("both are seen", [first, second])) }
    return wrong
  }
}
