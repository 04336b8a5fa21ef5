import Checking
import ConceptBottleneck
import Expecting
import Tensors
import Testing

/// What anyone can reach who knows nothing but the concepts.
@Suite(.exercise) struct `honestCeiling(truth:labels:)` {
  private static let majority =
    "the most frequent label of all rows; rows with other concepts may get other answers"
  private static let pure =
    "only rows whose concepts leave no doubt; in the others one can still be right more often than not"
  private static let perPattern =
    "the mean over the kinds of rows; a kind with many rows counts more"
  private static let one = "the best of the concepts alone; they are known together"

  @Test func `rows that look the same get the same answer`() throws {
    // Three kinds of rows: (1, 0) with the labels 1, 1, 0; (0, 0) with 0, 0, 1, 0; (1, 1) with 0.
    let truth: Tensor = [
      [1, 0], [0, 0], [1, 0], [1, 1], [0, 0], [0, 0], [1, 0], [0, 0],
    ]
    let labels = [1, 0, 1, 0, 0, 1, 0, 0]
    try expect(
      honestCeiling(truth: truth, labels: labels), is: 0.75,
      mistakes: [
        Self.majority: 0.625, Self.pure: 0.125,
        Self.perPattern: (2 / 3.0 + 0.75 + 1) / 3,
        "the part that must be wrong": 0.25,
        "how many rows are right; it is their part": 6,
        "a division of whole numbers, which is 0 here; make a Double of both first": 0,
        "how many kinds of rows there are; it is how many rows can be right": 0.375,
        "what guessing by each kind’s shares is right about; the best answer is the most frequent":
          (5 / 3.0 + 2.5 + 1) / 8,
      ],
      given: ["truth": truth, "labels": labels])
  }

  @Test func `every rule there is, tried`() throws {
    try forEachSeed { generator in
      let truth = drawnTruth(12, 2, using: &generator)
      let labels = (0..<12).map { _ in Int(generator.next() % 3) }
      let kinds = (0..<12).map { row in
        Int(2 * truth[row, 0].scalar + truth[row, 1].scalar)
      }
      var best = 0
      for rule in 0..<81 {
        let answers = [rule % 3, rule / 3 % 3, rule / 9 % 3, rule / 27]
        best = max(best, labels.indices.filter { answers[kinds[$0]] == labels[$0] }.count)
      }
      try expect(
        honestCeiling(truth: truth, labels: labels), is: Double(best) / 12,
        given: ["truth": truth, "labels": labels])
    }
  }

  @Test func `concepts are known together`() throws {
    // Either of the two alone says nothing; both together say everything.
    try expect(
      honestCeiling(
        truth: [
          [0, 0], [0, 0], [0, 0], [0, 1], [1, 0], [1, 0], [1, 0], [1, 0], [1, 1], [1, 1],
        ], labels: [0, 0, 0, 1, 1, 1, 1, 1, 0, 0]), is: 1,
      mistakes: [Self.one: 0.7, Self.majority: 0.5],
      given: [
        "truth": "(0, 0), (0, 1), (1, 0), (1, 1), 3, 1, 4 and 2 times", "labels": "0, 1, 1, 0",
      ])
  }

  @Test func `which concepts there are counts, and not how many`() throws {
    try expect(
      honestCeiling(
        truth: [[0, 1], [0, 1], [0, 1], [1, 0], [1, 0], [1, 1], [1, 1]],
        labels: [0, 0, 0, 1, 1, 1, 1]), is: 1,
      mistakes: [
        "rows told apart by how many concepts they have; which ones counts as well": 5 / 7.0,
        Self.majority: 4 / 7.0,
      ],
      given: ["truth": "(0, 1), (1, 0), (1, 1), 3, 2 and 2 times", "labels": "0, 1, 1"])
  }

  @Test func `labels have any number, and a row more or less is a row`() throws {
    try expect(
      honestCeiling(truth: [[1], [1], [1], [0]], labels: [7, -2, 7, 100]), is: 0.75,
      mistakes: [Self.majority: 0.5, Self.pure: 0.25],
      given: ["truth": "1, 1, 1, 0", "labels": [7, -2, 7, 100]])
    try expect(honestCeiling(truth: [[0, 1, 1]], labels: [4]), is: 1)
  }

  @Test func `a longer list is never worse`() throws {
    try forEachSeed { generator in
      let truth = drawnTruth(40, 4, using: &generator)
      let labels = (0..<40).map { _ in Int(generator.next() % 2) }
      let ceilings = try (1...4).map { count in
        try honestCeiling(truth: truth[.all, ..<count], labels: labels)
      }
      try expect(
        zip(ceilings, ceilings.dropFirst()).allSatisfy { $0 <= $1 + 1e-9 },
        "with one more concept nobody can be worse off",
        given: ["ceilings for 1, 2, 3, 4 concepts": ceilings])
    }
  }

  @Test func `what does not fit is refused`() throws {
    let refused: [(String, Tensor, [Int])] = [
      ("a label is missing", [[1], [0]], [1]), ("a label too many", [[1]], [1, 0]),
      ("a list is no table", [1, 0], [1, 0]), ("there is no row", .zeros([0, 2]), []),
      ("a true concept is one half", [[0.5]], [1]),
    ]
    for (why, truth, labels) in refused {
      try expectConceptError(why) { _ = try honestCeiling(truth: truth, labels: labels) }
    }
  }
}
