import Datasets
import Figures
import LRP
import Layers
import Showing
import Tensors
import Texts

/// A network of six ReLU6 units, of which one or two are clipped at the records that are shown.
///
/// Each unit reads three of six inputs. Its bias and its weight to the score are not shown, so nobody can
/// work out which sums exceed 6. What there is to see: LRP-0 hands on what a clipped unit earned, and
/// input × gradient does not; so their difference lies on the inputs that the clipped units read, in
/// proportion to what these contributed. Two of the six units read the same inputs as another, in other
/// proportions, and the one with the largest weight to the score is not clipped.
struct ClippedCase: PlantedCase {
  /// What the learner's function gives, and what the gradient gives.
  struct Evidence {
    /// LRP-0 of the inputs, a row for each record.
    var relevance: Tensor
    /// Input × gradient, a row for each record.
    var product: Tensor
  }

  /// What is planted; the seed chooses.
  private enum Pattern: Int, CaseIterable {
    /// Two units that share no input.
    case apart
    /// Two units that share some, both speaking for the score.
    case together
    /// Two units that share some, one for and one against, so that a difference cancels in part.
    case opposed
  }

  private let pattern: Pattern
  private let planted: [Int]
  /// Reads the same inputs as the first planted unit, and is not clipped.
  private let twin: Int
  /// Speaks loudest and is not clipped.
  private let loud: Int
  /// Neither of these.
  private let others: [Int]
  private let network: Network
  private let records: Tensor
  private let weights: [[Float]]

  private static let names = (1...6).map { "Unit \($0)" }
  private static let inputCount = 6

  init(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    pattern = Pattern.allCases[generator.index(below: Pattern.allCases.count)]
    let order = permutation(of: 6, using: &generator)
    let inputs = permutation(of: Self.inputCount, using: &generator)
    planted = [order[0], order[1]]
    (twin, loud, others) = (order[2], order[3], [order[4], order[5]])
    // The inputs that each unit reads, by its role.
    let second = pattern == .apart ? [3, 4, 5] : [2, 3, 4]
    let reads = [[0, 1, 2], second, [0, 1, 2], [1, 3, 5], second, [0, 4, 5]]
    var (weights, biases, outward) = (
      [[Float]](repeating: [Float](repeating: 0, count: 6), count: 6),
      [Float](repeating: 0, count: 6), [Float](repeating: 0, count: 6)
    )
    // Two records that differ, with inputs above zero.
    let values = (0..<2).map { _ in
      (0..<Self.inputCount).map { _ in (generator.number(in: 0.8...1.6) * 10).rounded() / 10 }
    }
    let proportions: [[Float]] = [
      [3, 1, 2], [1, 3, 2], [1, 3, -1], [2, 2, 1], [3, 1, -1], [2, -1, 2],
    ]
    for role in 0..<6 {
      let unit = order[role]
      for (place, input) in reads[role].enumerated() {
        weights[unit][inputs[input]] = proportions[role][place]
      }
      let sums = values.map { record in
        zip(record, weights[unit]).reduce(Float(0)) { $0 + $1.0 * $1.1 }
      }
      // Sums at least 2 beyond the clip, or 1 within: the bias, which is not shown, puts them there.
      biases[unit] =
        role < 2
        ? 8 + generator.number(in: 0...1) - (sums.min() ?? 0)
        : generator.number(in: 4.2...4.8) - (sums.max() ?? 0)
      outward[unit] = generator.number(in: 0.8...1.4)
    }
    if pattern == .opposed { outward[planted[1]] *= -1 }
    outward[twin] *= -1
    outward[loud] = 3
    network = Network(
      input: [Self.inputCount],
      layers: [
        "fc1": .linear(
          Linear(
            weight: Tensor(weights.flatMap { $0 }, shape: [6, Self.inputCount]),
            bias: Tensor(biases))),
        "clip": .relu6,
        "fc2": .linear(Linear(weight: Tensor(outward, shape: [1, 6]))),
      ])
    self.weights = weights
    records = Tensor(values.flatMap { $0 }, shape: [2, Self.inputCount])
  }

  let question = CaseQuestion(
    """
    Two of the six units are clipped at 6, at both records. Which two?
    """, options: names, picks: 2)

  func evidence() throws -> Evidence {
    let tracked = records.tracked()
    let slope = gradient(of: network(tracked)[.all, 0].sum(), withRespectTo: tracked)
    return Evidence(
      relevance: try relevances(
        of: network, at: records, target: 0, rules: [.epsilon(0), .epsilon(0)])[0],
      product: records * slope)
  }

  /// The pair of units whose contributions, each times a number of its own, make up the difference best.
  func answer(from evidence: Evidence) -> Set<Int> {
    let difference = evidence.relevance - evidence.product
    var best: (error: Float, pair: Set<Int>) = (.infinity, [])
    for first in 0..<6 {
      for second in first + 1..<6 {
        let error = (0..<2).map { record in
          leftOver(difference[record].scalars, record, first, second)
        }.reduce(0, +)
        if error < best.error { best = (error, [first, second]) }
      }
    }
    return best.pair
  }

  /// What two units' contributions leave of a difference, by least squares: the sum of squares.
  private func leftOver(_ difference: [Float], _ record: Int, _ first: Int, _ second: Int) -> Float
  {
    func contribution(_ unit: Int) -> [Float] {
      zip(weights[unit], records[record].scalars).map { $0 * $1 }
    }
    func product(_ a: [Float], _ b: [Float]) -> Float { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
    let (a, b) = (contribution(first), contribution(second))
    let (aa, ab, bb) = (product(a, a), product(a, b), product(b, b))
    let (ad, bd) = (product(a, difference), product(b, difference))
    let determinant = aa * bb - ab * ab
    let (p, q) = ((bb * ad - ab * bd) / determinant, (aa * bd - ab * ad) / determinant)
    let rest = difference.indices.map { difference[$0] - p * a[$0] - q * b[$0] }
    return product(rest, rest)
  }

  func tell(_ evidence: Evidence, on page: Page) {
    page.text(
      """
      Six units with ReLU6 add up to a score. Their weights are shown; their biases, and their weights \
      to the score, are not. The second record is there to try an answer on.
      """)
    let header = (1...Self.inputCount).map { "input \($0)" }
    page.table(
      PageTable(
        ["weights"] + header,
        rows: Self.names.indices.map { unit in
          [.text(Self.names[unit])] + weights[unit].map { $0 == 0 ? "" : .number(Double($0)) }
        }, decimals: 0), caption: "What each unit reads; an empty cell is a weight of 0.")
    for record in 0..<2 {
      page.table(
        PageTable(
          ["record \(record + 1)"] + header,
          rows: [
            [.text("input")] + records[record].scalars.map(Self.cell),
            [.text("LRP-0")] + evidence.relevance[record].scalars.map(Self.cell),
            [.text("input × gradient")] + evidence.product[record].scalars.map(Self.cell),
          ], decimals: 2), caption: "By your `relevances`, and by the gradient.")
    }
  }

  /// A number with two decimals, without the sign of a zero.
  private static func cell(_ number: Float) -> PageTable.Cell {
    let hundredths = (Double(number) * 100).rounded()
    return .text((hundredths == 0 ? 0 : hundredths / 100).text(decimals: 2))
  }

  func reply(to answer: Set<Int>) -> CaseReply {
    let (first, second) = (Self.names[planted[0]], Self.names[planted[1]])
    if answer == Set(planted) {
      return .right(
        """
        \(first) and \(second) were planted. Divide LRP-0 minus input × gradient by the input: what is \
        left is their weights, each row times one number, and no other pair makes it up.
        """)
    }
    if answer.contains(loud) {
      return .wrong(
        """
        A clipped unit shows in what the two maps do *not* share. Subtract them, and divide by the input. On \
        the inputs that \(Self.names[loud]) reads, are its weights what is left, times one number?
        """)
    }
    if answer.contains(twin) {
      return .wrong(
        """
        \(Self.names[twin]) reads inputs on which the maps differ, and so does another unit. Which of the two \
        has weights in the proportion of the difference, divided by the input?
        """)
    }
    if let other = answer.first(where: { $0 == others[0] }) {
      return .wrong(
        """
        \(Self.names[other]) has a negative weight and a positive one among inputs that differ. Do the \
        differences have those signs, once the part of the other unit is taken off?
        """)
    }
    return .wrong(
      """
      \(Self.names[others[1]]) reads an input on which the maps differ in another way than its weights \
      would say. Take the inputs that only one of your two units reads, and compare.
      """)
  }

  var wrongAnswers: [(mistake: String, answer: Set<Int>)] {
    [
      ("the loudest", [planted[0], loud]), ("the twin", [twin, planted[1]]),
      ("the second one’s twin", [planted[0], others[0]]),
      ("one at random", [planted[0], others[1]]),
    ]
  }
}
