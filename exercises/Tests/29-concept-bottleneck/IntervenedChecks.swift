import Checking
import ConceptBottleneck
import Expecting
import Tensors
import Testing

/// What the head is handed after somebody has corrected some of the concepts.
@Suite(.exercise) struct `intervened(_:truth:concepts:low:high:)` {
  private let logits: Tensor = [[1.5, -2, 0.5], [-1, 3, -0.25]]
  private let truth: Tensor = [[1, 0, 0], [0, 1, 1]]
  private let low: Tensor = [-4, -5, -6]
  private let high: Tensor = [4, 7, 8]

  private var given: KeyValuePairs<String, Any> {
    ["logits": logits, "truth": truth, "concepts": [0, 2], "low": low, "high": high]
  }

  @Test func `what is there gets its high value, what is not its low one`() throws {
    try expect(
      intervened(logits, truth: truth, concepts: [0, 2], low: low, high: high),
      is: [[4, -2, -6], [-4, 3, 8]],
      mistakes: [
        Named.zeroAndOne: [[1, -2, 0], [0, 3, 1]],
        "1 and −1 in place of the low and the high value": [[1, -2, -1], [-1, 3, 1]],
        Named.endsExchanged: [[-4, -2, 8], [4, 3, -6]],
        "all concepts corrected, and not only those that are named": [[4, -5, -6], [-4, 7, 8]],
        "the other concepts corrected": [[1.5, -5, 0.5], [-1, 7, -0.25]],
        "the ends of what was read, and not of what is true": [[4, -2, 8], [-4, 3, -6]],
        "only concepts that are misread; others get their ends as well": [
          [1.5, -2, -6], [-1, 3, 8],
        ],
        "only concepts that are there; those that are not get their low value": [
          [4, -2, 0.5], [-1, 3, 8],
        ],
        "only concepts that are not there; those that are get their high value": [
          [1.5, -2, -6], [-4, 3, -0.25],
        ],
        "the ends of the first concept for all of them": [[4, -2, -4], [-4, 3, 4]],
        "the ends added to what was read; they stand in its place": [
          [5.5, -2, -5.5], [-5, 3, 7.75],
        ],
        "the first row alone; every row is corrected": [[4, -2, -6], [-1, 3, -0.25]],
        "the percentiles of these rows; low and high are handed in, and come from training": [
          [1.375, -2, -0.2125], [-0.875, 3, 0.4625],
        ],
        "the logits as they were": logits,
      ], given: given)
  }

  @Test func `probabilities take 0 and 1 where those are handed in`() throws {
    try expect(
      intervened(
        [[0.75, 0.5]], truth: [[0, 1]], concepts: [1, 0], low: .zeros([2]), high: .ones([2])),
      is: [[0, 1]],
      mistakes: [Named.endsExchanged: [[1, 0]]],
      given: ["logits": "0.75, 0.5", "truth": "0, 1", "concepts": [1, 0], "low": 0, "high": 1])
  }

  @Test func `nobody named, nothing changes; named twice, corrected once`() throws {
    try expect(
      intervened(logits, truth: truth, concepts: [], low: low, high: high), is: logits, within: 0,
      given: ["concepts": "none"])
    try expect(
      intervened(logits, truth: truth, concepts: [1, 1], low: low, high: high),
      is: [[1.5, -5, 0.5], [-1, 7, -0.25]],
      mistakes: ["a concept that is named twice left as it was": logits],
      given: ["concepts": [1, 1]])
  }

  @Test func `every concept that is named is corrected`() throws {
    try expect(
      intervened([[1, 2, 3]], truth: [[0, 1, 1]], concepts: [2, 0], low: low, high: high),
      is: [[-4, 2, 8]],
      mistakes: [
        "the first of the named concepts alone": [[1, 2, 8]],
        "the last of the named concepts alone": [[-4, 2, 3]],
        "as many concepts as are named, from the first on": [[-4, 7, 3]],
      ],
      given: ["logits": "1, 2, 3", "truth": "0, 1, 1", "concepts": [2, 0]])
  }

  @Test func `what is corrected forgets what was read, and the rest keeps it`() throws {
    try forEachSeed { generator in
      let truth = drawnTruth(6, 4, using: &generator)
      let (one, other) = (
        Tensor.normal(shape: [6, 4], using: &generator),
        Tensor.normal(shape: [6, 4], using: &generator)
      )
      let low = Tensor.uniform(in: -5 ..< -2, shape: [4], using: &generator)
      let high = Tensor.uniform(in: 2..<5, shape: [4], using: &generator)
      let results = try [one, other].map {
        try intervened($0, truth: truth, concepts: [3, 1], low: low, high: high)
      }
      for concept in [1, 3] {
        try expect(
          results[0][.all, concept], is: results[1][.all, concept], within: 0,
          given: ["logits": one, "and": other, "corrected": concept])
        let right = low[concept].broadcast(to: [6])
          .replacing(with: high[concept], where: truth[.all, concept])
        try expect(results[0][.all, concept], is: right, within: 1e-5)
      }
      for concept in [0, 2] {
        try expect(
          results[0][.all, concept], is: one[.all, concept], within: 0,
          given: ["logits": one, "not corrected": concept])
      }
    }
  }

  @Test func `what does not fit is refused`() throws {
    for concepts in [[3], [-1], [0, 5]] {
      try expectConceptError("there is no concept \(concepts)") {
        _ = try intervened(logits, truth: truth, concepts: concepts, low: low, high: high)
      }
    }
    let refused: [(String, Tensor, Tensor, Tensor, Tensor)] = [
      ("shapes differ", logits, .zeros([2, 2]), low, high),
      ("one row would go with two", logits, .zeros([1, 3]), low, high),
      ("a low value is missing", logits, truth, [-4, -5], high),
      ("one high value would do for all", logits, truth, low, [4]),
      ("a table of low values", logits, truth, .zeros([2, 3]), high),
      ("a list is no table", [1, 2, 3], [1, 0, 1], low, high),
      ("there is no row", .zeros([0, 3]), .zeros([0, 3]), low, high),
      ("a true concept is one half", logits, [[1, 0, 0.5], [0, 1, 1]], low, high),
    ]
    for (why, logits, truth, low, high) in refused {
      try expectConceptError(why) {
        _ = try intervened(logits, truth: truth, concepts: [0], low: low, high: high)
      }
    }
  }
}
