import Checking
import Expecting
import Foundation
import MixtureOfExperts
import Tensors
import Testing

/// Who answers, and by how much: the largest logits, and a softmax over those alone.
@Suite(.exercise) struct `gate(_:top:)` {
  /// The logits of three examples and four experts.
  private let logits: Tensor = [[2, -1, 1, 0], [-3, -1, -2, -1.5], [0, 5, 4, 7]]

  /// e to a number.
  private func power(_ x: Double) -> Float { Float(exp(x)) }

  @Test func `the experts are those of the largest logits, the largest first`() throws {
    try expect(
      gate(logits, top: 2).experts, is: [[0, 2], [1, 3], [3, 1]],
      mistakes: [
        "the smallest logits; the largest are kept": [[1, 3], [0, 2], [0, 2]],
        "the smallest first; the expert with the largest logit stands first":
          [[2, 0], [3, 1], [1, 3]],
        "the experts in the order of their numbers; the one with the largest logit stands first":
          [[0, 2], [1, 3], [1, 3]],
        "the largest magnitudes; a negative logit is small": [[0, 1], [0, 2], [3, 1]],
        "the best examples of each expert; each example chooses experts":
          [[0, 2], [2, 0], [2, 0], [2, 0]],
        "experts counted from 1; they are counted from 0": [[1, 3], [2, 4], [4, 2]],
        "the experts of the first example for all": [[0, 2], [0, 2], [0, 2]],
        "all experts; only k are kept": [[0, 2, 3, 1], [1, 3, 2, 0], [3, 1, 2, 0]],
        "one expert too many": [[0, 2, 3], [1, 3, 2], [3, 1, 2]],
        "one expert too few": [[0], [1], [3]],
      ],
      given: ["logits": logits, "k": 2])
  }

  @Test func `the weights are a softmax over the kept`() throws {
    // Their logits are 1, 0.5 and 2 apart.
    func pair(_ distance: Double) -> [Float] {
      [1 / (1 + power(-distance)), 1 / (1 + power(distance))]
    }
    let truth = Tensor(pair(1) + pair(0.5) + pair(2), shape: [3, 2])
    let all = logits.softmax(along: 1)
    let kept = Tensor.stacked(
      [
        Tensor([all[0, 0].scalar, all[0, 2].scalar]), Tensor([all[1, 1].scalar, all[1, 3].scalar]),
        Tensor([all[2, 3].scalar, all[2, 1].scalar]),
      ])
    let chosen: Tensor = [[2, 1], [-1, -1.5], [7, 5]]
    let mistakes: KeyValuePairs<String, Tensor> = [
      "a softmax over all experts, not made to add up to 1 again; it goes over the kept": kept,
      "a softmax of a softmax: the kept probabilities go through it once more":
        kept.softmax(along: 1),
      "the logits themselves": chosen,
      "the logits divided by their sum; a softmax divides their exponentials":
        chosen / chosen.sum(along: 1, keepingAxes: true),
      "equal weights for the kept": Tensor(repeating: 0.5, shape: [3, 2]),
      "the weights the other way round; they belong to the experts in their order":
        truth.reversed(along: 1),
      "a softmax down the examples; it goes over the kept experts of each":
        chosen.softmax(along: 0),
      "sigmoids, each for itself; the weights of an example add up to 1": chosen.sigmoid(),
      "sigmoids, made to add up to 1; a softmax divides exponentials":
        chosen.sigmoid() / chosen.sigmoid().sum(along: 1, keepingAxes: true),
      "logarithms of the weights": truth.log(),
      "exponentials that are not divided by their sum": chosen.exp(),
      "a softmax over all experts, all of them given; only k are kept": all,
    ]
    try expect(
      gate(logits, top: 2).weights, is: truth, mistakes: mistakes,
      given: ["logits": logits, "k": 2])
  }

  @Test func `one expert counts in full, and with all of them it is the softmax`() throws {
    let one = try gate(logits, top: 1)
    try expect(one.experts, is: [[0], [1], [3]], given: ["logits": logits, "k": 1])
    try expect(
      one.weights, is: Tensor.ones([3, 1]),
      mistakes: [
        "a softmax over all experts, not made to add up to 1 again; it goes over the kept":
          logits.softmax(along: 1).max(along: 1, keepingAxes: true),
        "the logits themselves": logits.max(along: 1, keepingAxes: true),
      ],
      given: ["logits": logits, "k": 1])
    let all = try gate(logits, top: 4)
    try expect(all.experts[1], is: [1, 3, 2, 0], given: ["logits": logits, "k": 4])
    try expect(
      all.weights[1], is: logits[1].softmax().sorted(along: 0, descending: true),
      given: ["logits": logits, "k": 4])
  }

  @Test func `of equal logits the lower number comes first`() throws {
    let equal: Tensor = [[1, 3, 3, 3], [0, 0, 0, 0]]
    let found = try gate(equal, top: 2)
    try expect(
      found.experts, is: [[1, 2], [0, 1]],
      mistakes: [
        "the higher number of equals": [[3, 2], [3, 2]]
      ], given: ["logits": equal, "k": 2])
    try expect(found.weights, is: Tensor(repeating: 0.5, shape: [2, 2]), given: ["logits": equal])
  }

  @Test func `a number added to all logits changes nothing, and large ones do not overflow`() throws
  {
    let moved = logits + 1000
    let weights = try gate(moved, top: 2).weights
    try expect(
      weights.scalars.allSatisfy(\.isFinite), "logits near 1,000 give weights that are numbers",
      given: ["logits": moved, "weights": weights])
    try expect(
      weights, is: gate(logits, top: 2).weights, within: 1e-3, given: ["logits": moved, "k": 2])
  }

  @Test func `a gradient flows through the weights to the kept logits alone`() throws {
    try forEachSeed { generator in
      let x = Tensor.normal(shape: [3, 5], using: &generator)
      let tracked = x.tracked()
      let found = try gate(tracked, top: 2)
      try expect(
        found.weights.shape == [3, 2], "there are two weights for each of the three examples",
        given: ["shape": found.weights.shape])
      let factors: Tensor = [[1, 0], [2, 0], [-1, 0]]
      let slopes = gradient(of: (found.weights * factors).sum(), withRespectTo: tracked)
      // Of w = 1 / (1 + exp(b − a)) the slope is w(1 − w) for a and as much less for b.
      var truth = [Float](repeating: 0, count: 15)
      for row in 0..<3 {
        let order = (0..<5).sorted { x[row, $0].scalar > x[row, $1].scalar }
        let weight = 1 / (1 + exp(x[row, order[1]].scalar - x[row, order[0]].scalar))
        let factor = factors[row, 0].scalar
        truth[row * 5 + order[0]] = factor * weight * (1 - weight)
        truth[row * 5 + order[1]] = -factor * weight * (1 - weight)
      }
      try expect(
        slopes, is: Tensor(truth, shape: [3, 5]),
        mistakes: [
          "no gradient: the weights were made of numbers that have lost their origin":
            Tensor.zeros([3, 5])
        ], given: ["logits": x, "k": 2])
    }
  }

  @Test func `what makes no sense is refused`() throws {
    try expectRefusal("one cannot keep no expert") { _ = try gate(logits, top: 0) }
    try expectRefusal("one cannot keep five experts of four") { _ = try gate(logits, top: 5) }
    try expectRefusal("one list of logits is no table of examples") {
      _ = try gate([1, 2, 3], top: 1)
    }
    let broken = Tensor([1, 2, 3, 4, 5, .nan], shape: [2, 3])
    try expectRefusal("a logit that is NaN has no place in an order") {
      _ = try gate(broken, top: 1)
    }
    do {
      _ = try gate(broken, top: 1)
    } catch let error as MixtureError {
      try expect(
        error, is: .notANumber(row: 1),
        mistakes: [
          "the place among all logits and not the example": .notANumber(row: 5),
          "the expert and not the example": .notANumber(row: 2),
        ], given: ["logits": "NaN for example 1 and expert 2, of two examples and three experts"])
    }
  }
}
