import Datasets
import Explanations
import Figures
import PermutationImportance
import Showing
import Tensors
import Texts

/// A harvest that eight columns foretell; one was entered twice, the second time in other units.
///
///     yield = Σ over the columns of weight · column + noise,   fitted with a little penalty
///
/// The copy is turned round and stretched, so that no two columns look alike. Traps: two columns that go
/// together and are no copies, and two that tell nothing, so that leaving them out costs nothing either.
struct CopiedColumnCase: PlantedCase {
  /// What the learner's functions say about each column.
  struct Evidence {
    /// What the loss gains when it is permuted: mean and deviation.
    let permuted: [(mean: Double, deviation: Double)]
    /// What the loss gains when it is left out and the line fitted anew.
    let leftOut: [Double]
  }

  private let original: Int
  private let copy: Int
  private let couple: [Int]
  private let noise: [Int]
  /// Rows to learn from, and then as many to be asked about, `[400, 8]`.
  private let table: Tensor
  private let yields: Tensor

  private static let letters = ["A", "B", "C", "D", "E", "F", "G", "H"]
  private static let names = letters.map { "Column \($0)" }
  private static let learned = 200

  init(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let order = permutation(of: Self.names.count, using: &generator)
    (original, copy) = (order[0], order[1])
    couple = Array(order[2..<4])
    noise = Array(order[4..<6])
    let rows = 2 * Self.learned
    var columns = (0..<Self.names.count).map { _ in Tensor.normal(shape: [rows], using: &generator)
    }
    let stretch = generator.number(in: 0.8...1.3) * (generator.index(below: 2) == 0 ? 1 : -1)
    columns[copy] = Tensor(stretch) * columns[original]
    // Correlated by 0.9: what one says, the other says nearly.
    columns[couple[1]] = 0.9 * columns[couple[0]] + 0.4359 * columns[couple[1]]
    var yields = 0.5 * Tensor.normal(shape: [rows], using: &generator)
    for column in columns.indices where !noise.contains(column) && column != copy {
      let weight = generator.number(in: 0.8...1.4) * (generator.index(below: 2) == 0 ? 1 : -1)
      // The couple pulls one way, so that each of the two is needed.
      yields = yields + Tensor(couple.contains(column) ? abs(weight) : weight) * columns[column]
    }
    table = .stacked(columns, along: 1)
    self.yields = yields
  }

  let question = CaseQuestion(
    "Which two columns are one and the same, entered twice?", options: letters, picks: 2)

  /// The weights of a line that was fitted to the rows to learn from.
  private func fitted(_ table: Tensor) throws -> Tensor {
    let rows = (0..<Self.learned).map { table[$0].scalars.map(Double.init) }
    let targets = yields[..<Self.learned].scalars.map(Double.init)
    return Tensor(try leastSquares(rows, targets: targets, ridge: 0.01).map { Float($0) })
  }

  /// The mean squared error on the rows to be asked about.
  private func loss(of weights: Tensor) -> Score {
    { table in
      (table.matmul(weights) - yields[Self.learned...]).squared().mean().reshaped(to: [1])
    }
  }

  func evidence() throws -> Evidence {
    let asked = table[Self.learned...]
    let orders = drawnOrders(
      rows: Self.learned, columns: Self.names.count, repeats: 10, seed: 1)
    let permuted = try spreads(
      importances(of: loss(of: fitted(table)), on: asked, orders: orders))
    let leftOut = try leaveOneOut(
      refit: { table in try loss(of: fitted(table))(table[Self.learned...]) }, table: table)
    return Evidence(
      permuted: permuted.map { ($0.mean, $0.deviation) }, leftOut: leftOut.map(Double.init))
  }

  /// Of the columns that the line needs, far beyond the spread of the repeats, the two whose leaving
  /// out costs least.
  ///
  /// Needed, since what tells nothing may be left out as well; least and not little, since what goes
  /// together with another costs little, too.
  func answer(from evidence: Evidence) -> Set<Int> {
    let needed = Self.names.indices.filter {
      evidence.permuted[$0].mean > 5 * evidence.permuted[$0].deviation
        && evidence.permuted[$0].mean > 0.1
    }
    return Set(
      needed.sorted { abs(evidence.leftOut[$0]) < abs(evidence.leftOut[$1]) }.prefix(2))
  }

  func tell(_ evidence: Evidence, on page: Page) {
    page.text(
      """
      Eight columns foretell a harvest, by a line that was fitted to \(Self.learned) fields. One of \
      the columns was entered twice, the second time in other units, and perhaps with the other \
      sign, so that nobody saw. Some columns tell nothing. Some go together, and are not the same.
      """)
    page.table(
      PageTable(
        ["", "permuted", "deviation", "left out, fitted anew"],
        rows: Self.names.indices.map { column in
          [
            .text(Self.names[column]), .text(evidence.permuted[column].mean.text(decimals: 3)),
            .text(evidence.permuted[column].deviation.text(decimals: 3)),
            .text(evidence.leftOut[column].text(decimals: 3)),
          ]
        }),
      caption: """
        What the mean squared error on \(Self.learned) other fields gains, by your `importances`, \
        `spreads` and `leaveOneOut`; ten repeats.
        """)
  }

  func reply(to answer: Set<Int>) -> CaseReply {
    let (one, other) = (Self.names[original], Self.names[copy])
    if answer == [original, copy] {
      return .right(
        """
        \(one) was entered twice, and \(other) is the copy. The fitted line reads both, so permuting \
        either hurts; leave one out, and the other takes over at no cost. (The penalty gives more of the \
        weight to the one with the larger numbers, so their importances differ.)
        """)
    }
    if let chosen = answer.sorted().first(where: noise.contains) {
      return .wrong(
        """
        Leaving out \(Self.names[chosen]) costs nothing because it tells nothing: permuting it costs \
        nothing either. A copy is read by the line. What does permuting cost there?
        """)
    }
    if answer == Set(couple) {
      return .wrong(
        """
        \(Self.names[couple.min() ?? 0]) and \(Self.names[couple.max() ?? 0]) do go together, and so \
        leaving one out costs less than permuting it. But it costs something, again and again: each \
        says a little that the other does not. With a copy, how much is left?
        """)
    }
    if answer.contains(original) || answer.contains(copy) {
      let chosen = answer.subtracting([original, copy]).min() ?? 0
      return .wrong(
        """
        One of the two is right. Without \(Self.names[chosen]), though, something is lost that no \
        other column says. Whose absence does the fitted line not notice at all?
        """)
    }
    let chosen = answer.min() ?? 0
    return .wrong(
      """
      \(Self.names[chosen]) matters when it is permuted, and when it is left out as well: no other \
      column can stand in for it. Which columns matter in the first way only?
      """)
  }

  var wrongAnswers: [(mistake: String, answer: Set<Int>)] {
    let own = Self.names.indices.filter {
      ![original, copy].contains($0) && !couple.contains($0) && !noise.contains($0)
    }
    return [
      ("columns that tell nothing", Set(noise)), ("two that go together", Set(couple)),
      ("one of the two, beside another", [original, own[0]]),
      ("two that nobody repeats", Set(own)),
    ]
  }
}
