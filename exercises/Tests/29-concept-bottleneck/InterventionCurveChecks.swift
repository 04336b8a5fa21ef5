import Checking
import ConceptBottleneck
import Expecting
import Explanations
import Tensors
import Testing

/// How often the label is right when one concept after another is corrected.
@Suite(
  .exercise)
struct
  `interventionCurve(of:logits:truth:labels:order:low:high:)`
{
  private let logits: Tensor = [
    [-2, -3, 2], [3, -3, -2], [-2, -3, -3], [3, -2, 3], [-1, -2, -3], [-1, 1, 3], [-1, -1, 1],
    [-1, -1, -2],
  ]
  private let truth: Tensor = [
    [0, 1, 1], [0, 1, 1], [0, 1, 1], [1, 0, 1], [1, 1, 1], [1, 1, 0], [1, 0, 0], [0, 0, 0],
  ]
  private let labels = [1, 1, 1, 1, 0, 1, 0, 0]
  private let low: Tensor = [-4, -6, -5]
  private let high: Tensor = [5, 4, 6]

  private static let running =
    "the best accuracy so far; a correction may also take away"

  private func curve(_ order: [Int]) throws -> [Double] {
    try interventionCurve(
      of: { $0.sum(along: 1) .> 0 }, logits: logits, truth: truth, labels: labels, order: order,
      low: low, high: high)
  }

  @Test func `corrections follow the order, each on top of those before`() throws {
    // Counted out by hand: 5, 6, 4 and 7 of 8 rows are right.
    try expect(
      curve([2, 0, 1]), is: [0.625, 0.75, 0.5, 0.875],
      mistakes: [
        Named.alone: [0.625, 0.75, 0.5, 0.75], Named.index: [0.625, 0.5, 0.625, 0.875],
        "the order from its end": [0.625, 0.75, 0.625, 0.875],
        Named.zeroAndOne: [0.625, 0.625, 0.5, 0.75],
        Named.endsExchanged: [0.625, 0.25, 0.25, 0.125],
        Self.running: [0.625, 0.75, 0.75, 0.875],
        "the part that is wrong": [0.375, 0.25, 0.5, 0.125],
        "how many rows are right; it is their part": [5, 6, 4, 7],
        "the concepts that are not yet in turn corrected": [0.875, 0.625, 0.75, 0.625],
        "the start left out: nobody has corrected anything": [0.75, 0.5, 0.875],
        "the end left out: all concepts of the order corrected": [0.625, 0.75, 0.5],
        "what was gained since the start; it is the accuracy": [0, 0.125, -0.125, 0.25],
      ],
      given: [
        "head": "1 where the sum is above 0", "logits": logits, "truth": truth, "labels": labels,
        "order": [2, 0, 1], "low": low, "high": high,
      ])
  }

  @Test func `an order may be short, or empty`() throws {
    try expect(
      curve([2]), is: [0.625, 0.75],
      mistakes: [
        "all concepts, and not only those of the order": [0.625, 0.75, 0.5, 0.875],
        Named.index: [0.625, 0.5],
      ], given: ["order": [2]])
    try expect(
      curve([]), is: [0.625],
      mistakes: ["nothing for an empty order; the start is there all the same": []],
      given: ["order": "empty"])
  }

  @Test func `a head of three classes says any of them`() throws {
    // The class is how many of two concepts are above 0: 1, 1, 2 are read, and 1, 2, 0 are true.
    let head: Score = { ($0 .> 0).sum(along: 1) }
    let logits: Tensor = [[1, -1], [-1, 1], [1, 1]]
    let truth: Tensor = [[1, 0], [1, 1], [0, 0]]
    let (third, twoThirds): (Double, Double) = (1.0 / 3, 2.0 / 3)
    let right: [Double] = [third, twoThirds, 1]
    let binary: [Double] = [third, third, twoThirds]
    try expect(
      interventionCurve(
        of: head, logits: logits, truth: truth, labels: [1, 2, 0], order: [0, 1],
        low: [-3, -2] as Tensor, high: [2, 3] as Tensor),
      is: right, mistakes: ["any class above 0 taken for 1": binary],
      given: ["head": "how many are above 0", "labels": [1, 2, 0], "order": [0, 1]])
  }

  @Test func `a falling curve falls`() throws {
    // The second logit carries the label in its size, and says nothing by its sign.
    let head: Score = { $0[.all, 1].abs() .> 2 }
    let logits: Tensor = [[1, 3], [1, -3], [-1, 1], [-1, -1]]
    let truth: Tensor = [[1, 1], [1, 0], [0, 1], [0, 0]]
    let right: [Double] = [1, 1, 0.5]
    try expect(
      interventionCurve(
        of: head, logits: logits, truth: truth, labels: [1, 1, 0, 0], order: [0, 1],
        low: [-2, -3] as Tensor, high: [2, 3] as Tensor),
      is: right,
      mistakes: [
        Self.running: [1, 1, 1],
        "the part that is wrong": [0, 0, 0.5],
        "the concepts that are not yet in turn corrected": [0.5, 0.5, 1],
      ],
      given: ["head": "1 where the second logit is above 2 or below −2", "order": [0, 1]])
  }

  @Test func `drawn concepts, corrected in loops`() throws {
    try forEachSeed { generator in
      let truth = drawnTruth(9, 4, using: &generator)
      let logits = Tensor.normal(shape: [9, 4], using: &generator)
      let labels = (0..<9).map { _ in Int(generator.next() % 2) }
      let order = permutation(of: 4, using: &generator)
      let weights: [Float] = [1, -2, 0.5, 1.5]
      var rows = (0..<9).map { logits[$0].scalars }
      func accuracy() -> Double {
        let right = rows.indices.filter { row in
          let sum = zip(rows[row], weights).reduce(Float(0)) { $0 + $1.0 * $1.1 }
          return (sum > 0 ? 1 : 0) == labels[row]
        }
        return Double(right.count) / 9
      }
      var expected = [accuracy()]
      for concept in order {
        for row in rows.indices { rows[row][concept] = truth[row, concept].scalar == 1 ? 2 : -3 }
        expected.append(accuracy())
      }
      try expect(
        interventionCurve(
          of: { $0.matmul(Tensor(weights)) .> 0 }, logits: logits, truth: truth, labels: labels,
          order: order, low: Tensor(repeating: -3, shape: [4]),
          high: Tensor(repeating: 2, shape: [4])),
        is: expected, given: ["logits": logits, "truth": truth, "labels": labels, "order": order])
    }
  }

  @Test func `what does not fit is refused, and what the head throws comes out`() throws {
    try expectConceptError("there is no concept 3") { _ = try curve([0, 3]) }
    try expectConceptError("a label is missing") {
      _ = try interventionCurve(
        of: { $0.sum(along: 1) .> 0 }, logits: logits, truth: truth,
        labels: Array(labels.dropLast()), order: [0], low: low, high: high)
    }
    try expectConceptError("the head gives a table, and no class for each row") {
      _ = try interventionCurve(
        of: { $0 }, logits: logits, truth: truth, labels: labels, order: [0], low: low, high: high)
    }
    try expectConceptError("the head gives a column, and no list of classes") {
      _ = try interventionCurve(
        of: { $0.sum(along: 1, keepingAxes: true) .> 0 }, logits: logits, truth: truth,
        labels: labels, order: [0], low: low, high: high)
    }
    try expectConceptError("the head gives one class for all rows") {
      _ = try interventionCurve(
        of: { _ in [1] }, logits: logits, truth: truth, labels: labels, order: [0], low: low,
        high: high)
    }
    try expectConceptError("there is no row") {
      _ = try interventionCurve(
        of: { $0.sum(along: 1) .> 0 }, logits: .zeros([0, 3]), truth: .zeros([0, 3]), labels: [],
        order: [0], low: low, high: high)
    }
    do {
      _ = try interventionCurve(
        of: { _ in throw Refusal() }, logits: logits, truth: truth, labels: labels, order: [0],
        low: low, high: high)
    } catch is Refusal {
      return
    } catch let error as Unfinished {
      throw error
    }
    try expect(false, "an error of the head comes out")
  }
}
