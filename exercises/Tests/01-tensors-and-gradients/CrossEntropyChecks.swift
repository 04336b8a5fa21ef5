import Expecting
import Foundation
import Tensors
import TensorsAndGradients
import Testing

/// The gradient that training begins with.
@Suite(.exercise) struct `crossEntropyPullback(logits:labels:upstream:)` {
  /// Logits whose softmax is in eighths and quarters: ⅛, ¼, ⅝ and ½, ¼, ¼.
  private let logits: Tensor = [[0, 0.6931472, 1.6094379], [1.3862944, 0.6931472, 0.6931472]]
  private let labels = [2, 1]

  @Test func `probabilities minus the truth, divided by the rows`() throws {
    let right: Tensor = [[0.0625, 0.125, -0.1875], [0.25, -0.375, 0.125]]
    let truth: Tensor = [[0, 0, 1], [0, 1, 0]]
    let probabilities = right * 2 + truth
    try expect(
      crossEntropyPullback(logits: logits, labels: labels, upstream: 1), is: right,
      mistakes: [
        "the gradient of the sum over the rows; the loss is their mean": right * 2,
        "a gradient divided by the classes, not by the rows": right * 2 / 3,
        "a gradient divided by the number of logits, not of rows": right / 3,
        "the right numbers with the opposite sign: it is probability minus truth": -right,
        "the probabilities, with no truth taken away": probabilities,
        "the probabilities divided by the rows, with no truth taken away": probabilities / 2,
        "logits minus truth, with no softmax": (logits - truth) / 2,
        "one-hot subtracted after the division: all of it is divided by the rows":
          probabilities / 2 - truth,
        "the slope at the label alone; the other classes have one as well": right * truth,
        "the slope of the softmax's own probability, p (1 − p), at the label":
          probabilities * (1 - probabilities) * truth / 2,
        "a softmax over the rows of each class; it is over the classes of each row":
          (logits.softmax(along: 0) - truth) / 2,
        "zeros: 1 / labels.count is 0, since both are whole numbers; write 1 / Float(labels.count)":
          .zeros([2, 3]),
        "a softmax over all logits together; each row has its own":
          (logits.reshaped(to: [6]).softmax().reshaped(to: [2, 3]) - truth) / 2,
        "labels counted from 1; they are counted from 0":
          (probabilities - [[0, 1, 0], [1, 0, 0]]) / 2,
      ],
      given: ["logits": logits, "labels": labels, "upstream": 1])
  }

  @Test func `what comes from above multiplies it`() throws {
    let upstream: Float = -4
    let right: Tensor = [[-0.25, -0.5, 0.75], [-1, 1.5, -0.5]]
    let truth: Tensor = [[0, 0, 1], [0, 1, 0]]
    let inside = ((Tensor(upstream) * logits).softmax(along: 1) - truth) / 2
    try expect(
      crossEntropyPullback(logits: logits, labels: labels, upstream: upstream), is: right,
      mistakes: [
        "the gradient for an upstream of 1: multiply by upstream": right / -4,
        "the gradient divided by upstream": right / 16,
        "a softmax of upstream times the logits; upstream multiplies the gradient": inside,
        "zeros: 1 / labels.count is 0, since both are whole numbers; write 1 / Float(labels.count)":
          .zeros([2, 3]),
        "the gradient of the sum over the rows; the loss is their mean": right * 2,
      ],
      given: ["logits": logits, "labels": labels, "upstream": upstream])
  }

  @Test func `one row and two classes that are equally likely`() throws {
    try expect(
      crossEntropyPullback(logits: [[7, 7]], labels: [1], upstream: 1), is: [[0.5, -0.5]],
      mistakes: [
        "the right numbers with the opposite sign: it is probability minus truth": [
          [-0.5, 0.5]
        ]
      ],
      given: ["logits": [[7, 7]] as Tensor, "labels": [1], "upstream": 1])
  }

  @Test func `large logits do no harm`() throws {
    let logits: Tensor = [[1000, 0, -1000]]
    for (label, right): (Int, Tensor) in [(0, [[0, 0, 0]]), (2, [[1, 0, -1]])] {
      let found = try crossEntropyPullback(logits: logits, labels: [label], upstream: 1)
      let input: KeyValuePairs<String, Any> = [
        "logits": logits, "labels": [label], "yours": found,
      ]
      try expect(
        found.scalars.allSatisfy(\.isFinite),
        "every number is finite: e to the power of 1000 is not; softmax(along:) knows better",
        given: input)
      try expect(found, is: right, given: input)
    }
    try expect(
      crossEntropyPullback(logits: [[-1000, -1001]], labels: [1], upstream: 1),
      is: [[0.7310586, -0.7310586]],
      given: ["logits": [[-1000, -1001]] as Tensor, "labels": [1], "upstream": 1])
  }

  @Test func `each row adds up to nothing: what one class gains, the others lose`() throws {
    try forEachSeed { generator in
      let logits = Tensor.normal(shape: [3, 5], using: &generator)
      let found = try crossEntropyPullback(logits: logits, labels: [4, 0, 4], upstream: 2)
      try expect(
        found.sum(along: 1), is: [0, 0, 0], given: ["logits": logits, "labels": [4, 0, 4]])
    }
  }

  @Test(arguments: [(3, 4), (3, 3), (1, 5), (4, 1)])
  func `in scalar loops, by the definition`(rows: Int, classes: Int) throws {
    try forEachSeed { generator in
      let logits = Tensor.uniform(in: -2..<2, shape: [rows, classes], using: &generator)
      let labels = (0..<rows).map { _ in Int.random(in: 0..<classes, using: &generator) }
      var numbers: [Float] = []
      for row in 0..<rows {
        let powers = (0..<classes).map { exp(Double(logits[row, $0].scalar)) }
        let total = powers.reduce(0, +)
        for column in 0..<classes {
          let truth = column == labels[row] ? 1.0 : 0
          numbers.append(Float((powers[column] / total - truth) / Double(rows) * 0.5))
        }
      }
      let truth = Tensor(numbers, shape: [rows, classes])
      // Three rows, since of two the double is the sum.
      let mistakes: KeyValuePairs<String, Tensor> = [
        "the gradient of the sum over the rows; the loss is their mean": 3 * truth,
        "twice the right numbers, as a squared error would have them": 2 * truth,
        "a gradient divided by one less than the rows": 1.5 * truth,
      ]
      try expect(
        crossEntropyPullback(logits: logits, labels: labels, upstream: 0.5), is: truth,
        mistakes: rows == 3 ? mistakes : [:],
        given: ["logits": logits, "labels": labels, "upstream": 0.5])
    }
  }
}
