import Checking
import ConceptBottleneck
import Expecting
import Tensors
import Testing

/// What the label head learns from, and how far its gradient goes.
@Suite(.exercise) struct `headInput(_:truth:predicted:)` {
  private let truth: Tensor = [[1, 0, 1], [0, 0, 1]]
  private let predicted: Tensor = [[2, -1, 0.5], [-3, 1.5, -0.25]]

  private static let rounded =
    "the predicted concepts rounded to 0 and 1; the head gets them as they are"
  private static let squeezed =
    "the sigmoid of the predicted concepts; the head gets them as they are"
  private static let isTruth =
    "the true concepts; only independent training has them"
  private static let isPredicted =
    "the predicted concepts; independent training knows nothing of them"

  @Test func `independent training hands over the truth`() throws {
    try expect(
      headInput(.independent, truth: truth, predicted: predicted), is: truth,
      mistakes: [
        Self.isPredicted: predicted, Self.squeezed: predicted.sigmoid(),
        "the predicted concepts rounded to 0 and 1; independent training knows nothing of them":
          predicted .> 0,
        "the mean of true and predicted concepts": (truth + predicted) / 2,
      ],
      given: ["truth": truth, "predicted": predicted])
  }

  @Test(arguments: [Scheme.sequential, .joint])
  func `sequential and joint training hand over what is predicted`(_ scheme: Scheme) throws {
    try expect(
      headInput(scheme, truth: truth, predicted: predicted), is: predicted,
      mistakes: [
        Self.isTruth: truth, Self.rounded: predicted .> 0, Self.squeezed: predicted.sigmoid(),
      ],
      given: ["scheme": scheme, "truth": truth, "predicted": predicted])
  }

  /// The derivative of 10 · (sum of what is handed over) + (sum of what is predicted).
  private func slope(_ scheme: Scheme) throws -> Tensor {
    let tracked = predicted.tracked()
    let handed = try headInput(scheme, truth: truth, predicted: tracked)
    return gradient(of: 10 * handed.sum() + tracked.sum(), withRespectTo: tracked)
  }

  @Test func `only in joint training does the label teach the concepts`() throws {
    let (ends, flows) = (Tensor.ones([2, 3]), Tensor(repeating: 11, shape: [2, 3]))
    try expect(
      slope(.joint), is: flows,
      mistakes: [
        "a gradient that ends at the head; in joint training it flows on into the concept network":
          ends
      ],
      given: ["scheme": Scheme.joint, "of": "10 · handed over + predicted"])
    try expect(
      slope(.sequential), is: ends,
      mistakes: [
        "a gradient that flows on into the concept network; sequential training holds the predicted concepts fixed":
          flows
      ],
      given: ["scheme": Scheme.sequential, "of": "10 · handed over + predicted"])
    try expect(
      slope(.independent), is: ends,
      mistakes: [
        "a gradient that flows into the concept network; in independent training the head does not see it":
          flows
      ],
      given: ["scheme": Scheme.independent, "of": "10 · handed over + predicted"])
  }

  @Test func `drawn concepts of many rows`() throws {
    try forEachSeed { generator in
      let truth = drawnTruth(7, 2, using: &generator)
      let predicted = Tensor.normal(shape: [7, 2], using: &generator)
      for scheme in Scheme.allCases {
        try expect(
          headInput(scheme, truth: truth, predicted: predicted),
          is: scheme == .independent ? truth : predicted, within: 0,
          given: ["scheme": scheme, "truth": truth, "predicted": predicted])
      }
    }
  }

  @Test(arguments: Scheme.allCases)
  func `what does not fit is refused in every scheme`(_ scheme: Scheme) throws {
    let refused: [(String, Tensor, Tensor)] = [
      ("shapes differ", truth, .zeros([2, 2])), ("one row is missing", truth, .zeros([1, 3])),
      ("a list is no table", .zeros([3]), .zeros([3])),
      ("there is no row", .zeros([0, 3]), .zeros([0, 3])),
      ("a true concept is one half", [[0.5, 1]], .zeros([1, 2])),
    ]
    for (why, truth, predicted) in refused {
      try expectConceptError("\(why), \(scheme)") {
        _ = try headInput(scheme, truth: truth, predicted: predicted)
      }
    }
  }
}
