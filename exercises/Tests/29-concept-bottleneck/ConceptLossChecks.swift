import Checking
import ConceptBottleneck
import Expecting
import Tensors
import Testing

/// How wrong the concepts are read.
@Suite(.exercise) struct `conceptLoss(logits:concepts:)` {
  private static let ln2: Float = 0.693147
  private let truth: Tensor = [[1, 0, 1], [0, 0, 1]]

  @Test func `who cannot tell pays log 2 for each concept`() throws {
    let ln2 = Self.ln2
    try expect(
      conceptLoss(logits: .zeros([2, 3]), concepts: truth), is: Tensor(3 * ln2),
      mistakes: [
        Named.meanOfConcepts: Tensor(ln2), Named.sumOfRows: Tensor(6 * ln2),
        "the mean over the concepts, and the sum over the rows": Tensor(2 * ln2),
        Named.onlyThere: Tensor(1.5 * ln2), Named.softmax: Tensor(1.5 * 1.098612),
        "the sign turned round: a loss is above 0": Tensor(-3 * ln2),
        "logarithms of base 2; log is the natural one": Tensor(3),
      ],
      given: ["logits": "all 0", "concepts": truth])
  }

  @Test func `each concept pays for what its own logit says`() throws {
    let logits: Tensor = [[2, -1, 0.5], [-3, 1.5, -0.25]]
    func sum(_ term: (Float, Float) -> Float) -> Tensor {
      Tensor(zip(logits.scalars, truth.scalars).reduce(Float(0)) { $0 + term($1.0, $1.1) } / 2)
    }
    let right = Loops.loss(logits, truth)
    let probabilities = logits.sigmoid()
    let squares = (probabilities - truth).squared().sum(along: 1).mean()
    let there = sum { $1 == 1 ? Loops.surprise($0, 1) : 0 }
    try expect(
      conceptLoss(logits: logits, concepts: truth), is: Tensor(right), within: 1e-4,
      mistakes: [
        Named.meanOfConcepts: Tensor(right / 3), Named.sumOfRows: Tensor(right * 2),
        Named.exchanged: Tensor(Loops.loss(logits, 1 - truth)),
        Named.onlyThere: there,
        "the logit added where a concept is there; it is taken away": Tensor(right)
          + 2 * (truth * logits).sum() / 2,
        "only the concepts that are not there; one that is must be read as well": Tensor(right)
          - there,
        "the sigmoid taken twice: logits go in, and no probabilities": Tensor(
          Loops.loss(probabilities, truth)),
        "squares of the distance from the probability; it is the cross-entropy": squares,
      ],
      given: ["logits": logits, "concepts": truth])
  }

  @Test func `drawn rows, counted out`() throws {
    try forEachSeed { generator in
      let truth = drawnTruth(5, 4, using: &generator)
      let logits = 2 * Tensor.normal(shape: [5, 4], using: &generator)
      try expect(
        conceptLoss(logits: logits, concepts: truth), is: Tensor(Loops.loss(logits, truth)),
        within: 1e-4, given: ["logits": logits, "concepts": truth])
    }
  }

  @Test func `large logits give large losses, and none that is infinite`() throws {
    let logits: Tensor = [[200, -150], [-120, 90]]
    for (truth, right) in [([[1, 0], [0, 1]], 0), ([[0, 0], [1, 1]], 160)] as [(Tensor, Float)] {
      let loss = try conceptLoss(logits: logits, concepts: truth)
      try expect(
        loss.scalars.allSatisfy(\.isFinite),
        "the loss of logits of 200 is finite: it is made of the logit, not of the sigmoid's logarithm",
        given: ["logits": logits, "concepts": truth, "loss": loss])
      guard right > 0 else {
        try expect(loss, is: 0, within: 1e-3, given: ["logits": logits, "concepts": truth])
        continue
      }
      try expect(
        loss.sum().scalar > 70,
        "a logit of 200 for what is not there costs 200: no probability is kept away from 0 before",
        given: ["logits": logits, "concepts": truth, "loss": loss])
      try expect(
        loss, is: Tensor(right), mistakes: [Named.meanOfConcepts: Tensor(80)],
        given: ["logits": logits, "concepts": truth])
    }
  }

  @Test func `its gradient is probability minus truth, over the rows`() throws {
    let logits = Tensor([0.25, 2, -1, 0.5, -3, -0.5], shape: [2, 3]).tracked()
    let found = gradient(
      of: try conceptLoss(logits: logits, concepts: truth) + 0 * logits.sum(),
      withRespectTo: logits)
    let right = (logits.detached().sigmoid() - truth) / 2
    try expect(
      found, is: right, within: 1e-4,
      mistakes: [
        Named.meanOfConcepts: right / 3, Named.sumOfRows: 2 * right,
        "no gradient: the logits lost their history on the way": .zeros([2, 3]),
      ],
      given: ["logits": logits.detached(), "concepts": truth])
  }

  @Test func `a longer list adds up, concept by concept`() throws {
    let logits: Tensor = [[2, -1, 0.5], [-3, 1.5, -0.25]]
    let parts = try (0..<3).map { concept in
      try conceptLoss(
        logits: logits[.all, concept...concept], concepts: truth[.all, concept...concept]
      ).sum().scalar
    }
    let together = try conceptLoss(logits: logits, concepts: truth).sum().scalar
    try expect(
      abs(together - parts.reduce(0, +)) < 1e-4,
      "the loss of a list is the sum of the losses of its concepts, each taken alone",
      given: ["logits": logits, "loss of each concept alone": parts, "together": together])
  }

  @Test func `what does not fit is refused`() throws {
    let refused: [(String, Tensor, Tensor)] = [
      ("shapes differ", .zeros([2, 3]), .zeros([2, 2])),
      ("one row would go with two", .zeros([2, 3]), .zeros([1, 3])),
      ("a list is no table", .zeros([3]), .zeros([3])),
      ("there is no row", .zeros([0, 3]), .zeros([0, 3])),
      ("a true concept is 2", .zeros([1, 2]), [[1, 2]]),
      ("a true concept is −1", .zeros([1, 2]), [[1, -1]]),
      ("a true concept is one half", .zeros([1, 2]), [[1, 0.5]]),
      ("a true concept is NaN", .zeros([1, 2]), Tensor([1, .nan], shape: [1, 2])),
    ]
    for (why, logits, truth) in refused {
      try expectConceptError(why) { _ = try conceptLoss(logits: logits, concepts: truth) }
    }
  }
}
