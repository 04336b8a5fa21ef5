import Datasets
import Explanations
import Figures
import IntegratedGradients
import Showing
import Tensors
import Texts

/// A picture of six patches, one of which decides its score, and five uniform pictures to compare it
/// with, one of which hides that patch.
///
///     score(x) = A (x_D − r)² + w x_E + Σ over the bystanders of v · x,   |v| ≤ 0.04
///
/// Uniform pictures: as bright as D; as bright as E, which hides E; as far beyond r as D is on this
/// side, so that D moves the score and moves it back; nearly as bright as D; some other one.
struct BaselineCase: PlantedCase {
  /// What the learner's functions make of the five.
  struct Evidence {
    /// What each patch gets on the whole way, from each of the five.
    var whole: [[Double]]
    /// What each patch gets on the first half of the way alone.
    var firstHalf: [[Double]]
    /// The largest score minus the smallest one as one patch alone goes from black to white.
    var ranges: [Double]
  }

  /// What stands behind an option.
  private enum Kind: CaseIterable { case same, mirrored, other, near, ordinary }

  private static let patches = 6
  private static let letters = ["A", "B", "C", "D", "E"]

  /// Where the patch is that decides, and one that counts a little.
  private let decider: Int
  private let second: Int
  private let strength: Float
  private let turn: Float
  private let weights: [Float]
  /// The six brightnesses, `[1, 6]`.
  private let record: Tensor
  /// The kinds in the order of the options, and how bright each picture is.
  private let kinds: [Kind]
  private let brightness: [Float]

  init(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let order = permutation(of: Self.patches, using: &generator)
    (decider, second) = (order[0], order[1])
    let sign: Float = generator.index(below: 2) == 0 ? 1 : -1
    strength = sign * generator.number(in: 6...9)
    let side: Float = generator.index(below: 2) == 0 ? 1 : -1
    turn = 0.5 + generator.number(in: -0.04...0.04)
    let own = turn + side * generator.number(in: 0.22...0.3)
    var weights = (0..<Self.patches).map { _ in generator.number(in: -0.04...0.04) as Float }
    weights[order[0]] = 0
    weights[order[1]] = -sign * generator.number(in: 0.5...0.8)
    self.weights = weights
    // The second patch stays away from every other picture's brightness.
    let beside = turn + side * generator.number(in: 0.4...0.44)
    var values = (0..<Self.patches).map { _ in generator.number(in: 0.05...0.95) as Float }
    (values[order[0]], values[order[1]]) = (own, beside)
    record = Tensor(values, shape: [1, Self.patches])
    let kinds = permutation(of: Kind.allCases.count, using: &generator).map { Kind.allCases[$0] }
    self.kinds = kinds
    let ordinary = turn - side * generator.number(in: 0.38...0.44)
    let middle = turn
    brightness = kinds.map { kind in
      switch kind {
      case .same: own
      case .mirrored: 2 * middle - own
      case .other: beside
      case .near: own - side * 0.07
      case .ordinary: ordinary
      }
    }
  }

  let question = CaseQuestion(
    """
    One of the five pictures hides the patch that decides: the patch gets nothing because the picture \
    shows it already. Which picture?
    """, options: letters)

  private func score(_ x: Tensor) -> Tensor {
    Tensor(strength) * (x[.all, decider] - Tensor(turn)).squared() + x.matmul(Tensor(weights))
  }

  func evidence() throws -> Evidence {
    let path = try quadrature(.midpoint, steps: 8)
    let half = Quadrature(points: Array(path.points[..<4]), weights: Array(path.weights[..<4]))
    func credits(along path: Quadrature) throws -> [[Double]] {
      try brightness.map { brightness in
        let baseline = Tensor(repeating: brightness, shape: [1, Self.patches])
        return try integratedGradients(
          of: score, at: record, from: baseline, along: path, chunk: 8
        ).scalars.map(Double.init)
      }
    }
    return Evidence(
      whole: try credits(along: path), firstHalf: try credits(along: half), ranges: ranges)
  }

  /// How far the score goes as each patch alone goes from black to white.
  private var ranges: [Double] {
    (0..<Self.patches).map { patch in
      let alone = Tensor((0..<Self.patches).map { $0 == patch ? 1 : 0 } as [Float])
      let ways = Tensor.evenlySpaced(0...1, count: 21).reshaped(to: [21, 1])
      let scores = score(record * (1 - alone) + ways * alone)
      return Double((scores.max() - scores.min()).scalar)
    }
  }

  /// Of the patch with the largest range: the picture from which it gets nothing, neither on the whole
  /// way nor on its first half.
  func answer(from evidence: Evidence) -> Set<Int> {
    let patch = evidence.ranges.indices.max { evidence.ranges[$0] < evidence.ranges[$1] } ?? 0
    let sizes = Self.letters.indices.map { option in
      abs(evidence.whole[option][patch]) + abs(evidence.firstHalf[option][patch])
    }
    return Set([sizes.indices.min { sizes[$0] < sizes[$1] } ?? 0])
  }

  func tell(_ evidence: Evidence, on page: Page) {
    page.text(
      """
      A picture of six patches has the score \(score(record)[0].scalar.text(decimals: 2)). Nobody knows \
      the formula. One patch decides; the others count little. There are five pictures of one \
      brightness each to compare it with, A to E. A patch's *range* is the largest score minus the \
      smallest, as this patch alone goes from black, 0, to white, 1.
      """)
    page.table(
      PageTable(
        ["", "brightness", "range of the score"],
        rows: (0..<Self.patches).map { patch in
          [
            .text("Patch \(patch + 1)"), .number(Self.rounded(Double(record[0, patch].scalar))),
            .number(Self.rounded(evidence.ranges[patch])),
          ]
        }, decimals: 2),
      caption: "How bright each patch is, and how far the score goes with it alone.")
    for (credits, words) in [
      (evidence.whole, "on the whole way"), (evidence.firstHalf, "on the first half of the way"),
    ] {
      page.table(
        PageTable(
          ["compared with"] + Self.letters,
          rows: (0..<Self.patches).map { patch in
            [.text("Patch \(patch + 1)")] + credits.map { .number(Self.rounded($0[patch])) }
          }, decimals: 2),
        caption: "What your `integratedGradients` gives each patch \(words).")
    }
  }

  /// A number as it is shown, without the sign of a zero.
  private static func rounded(_ number: Double) -> Double {
    let hundredths = (number * 100).rounded()
    return hundredths == 0 ? 0 : hundredths / 100
  }

  func reply(to answer: Set<Int>) -> CaseReply {
    let option = answer.min() ?? 0
    let (letter, patch) = (Self.letters[option], "Patch \(decider + 1)")
    switch kinds[option] {
    case .same:
      return .right(
        """
        \(patch) decides, and picture \(letter) is exactly as bright, \
        \(brightness[option].text(decimals: 2)): there is no way between them, so nothing is gathered \
        on it, in neither half.
        """)
    case .mirrored:
      return .wrong(
        """
        From \(letter) the patch that decides ends with 0 as well. But look at the first half of the \
        way alone. A patch that moves the score and moves it back is not hidden.
        """)
    case .other:
      return .wrong(
        """
        \(letter) hides a patch, but is it the one that decides? Look at the ranges: painted in other \
        brightnesses, which patch moves the score most?
        """)
    case .near:
      return .wrong(
        """
        From \(letter) the patch that decides gets little, but not nothing: the picture is a little \
        darker or brighter than the patch. Little is not hidden.
        """)
    case .ordinary:
      return .wrong(
        """
        From \(letter) every patch has a way to go, and the one that decides gets something. First \
        find that patch, by the ranges; then look along its row.
        """)
    }
  }

  var wrongAnswers: [(mistake: String, answer: Set<Int>)] {
    let names: [(Kind, String)] = [
      (.mirrored, "the one from which the patch goes there and back"),
      (.other, "the one that hides another patch"), (.near, "the one that is nearly as bright"),
      (.ordinary, "an ordinary one"),
    ]
    return names.map { kind, name in (name, [kinds.firstIndex(of: kind) ?? 0]) }
  }
}
