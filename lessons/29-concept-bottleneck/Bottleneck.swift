import ConceptBottleneck
import Explanations
import Layers
import Tensors

/// Rows to learn concepts and labels from, or to be asked about.
struct ConceptRows {
  /// What the frozen eye sees, standardised, `[N, 112]`.
  var features: Tensor
  /// 1 where a concept is there and 0 where it is not, `[N, concepts]`.
  var truth: Tensor
  /// The right class of each row.
  var labels: [Int]

  /// The same rows with only some of the concepts on the list.
  func listing(_ concepts: [Int]) -> ConceptRows {
    var rows = self
    rows.truth = truth.selecting(concepts, along: 1)
    return rows
  }
}

/// A concept bottleneck model: a concept network, and a head that sees nothing but what it says.
///
///     concepts   112 → as many as are on the list, one linear layer
///     head       as many → 2, one linear layer
struct Bottleneck: Parameterized {
  private(set) var concepts: Network
  private(set) var head: Network
  let scheme: Scheme
  /// What says *not there* and *there* to the head, for each concept.
  private(set) var low: Tensor
  private(set) var high: Tensor

  private static let plan = (epochs: 20, batch: 100, rate: Float(0.02))

  /// Trains a head for a concept network that is finished, independently or sequentially.
  init(_ scheme: Scheme, behind concepts: Network, on rows: ConceptRows, seed: UInt64) throws {
    self = Bottleneck(scheme, concepts: concepts, seed: seed)
    let inputs = try headInput(scheme, truth: rows.truth, predicted: concepts(rows.features))
    try train(
      &head, on: Examples(inputs: inputs, labels: rows.labels),
      with: Adam(learningRate: 0.05), by: Self.plan(seed), report: { _ in })
    noteEnds(on: rows)
  }

  /// Trains both halves together.
  init(jointlyOn rows: ConceptRows, strength: Float, seed: UInt64) throws {
    self = Bottleneck(
      .joint, concepts: Self.untrainedReader(of: rows, seed: seed), seed: seed)
    try train(
      &self, examples: rows.labels.count, with: Adam(learningRate: Self.plan.rate),
      by: Self.plan(seed), report: { _ in }
    ) { model, batch, _ in
      let logits = model.concepts(rows.features.selecting(batch))
      let truth = rows.truth.selecting(batch)
      return try jointLoss(
        labelLogits: model.head(headInput(.joint, truth: truth, predicted: logits)),
        labels: batch.map { rows.labels[$0] }, conceptLogits: logits, concepts: truth,
        strength: strength)
    }
    noteEnds(on: rows)
  }

  private init(_ scheme: Scheme, concepts: Network, seed: UInt64) {
    var generator = SplitMix64(seed: seed + 100)
    (self.scheme, self.concepts) = (scheme, concepts)
    let count = concepts.output[0]
    head = Network(
      input: [count], layers: ["fc": .linear(inFeatures: count, outFeatures: 2)],
      using: &generator)
    (low, high) = (.zeros([count]), .ones([count]))
  }

  /// An independent head has learned from 0 and 1; the others from logits.
  private mutating func noteEnds(on rows: ConceptRows) {
    if scheme != .independent { (low, high) = percentiles(of: concepts(rows.features)) }
  }

  /// Trains a concept network by the loss of the concepts alone.
  static func reader(of rows: ConceptRows, seed: UInt64) throws -> Network {
    var network = untrainedReader(of: rows, seed: seed)
    try train(
      &network, examples: rows.labels.count, with: Adam(learningRate: plan.rate),
      by: plan(seed), report: { _ in }
    ) { network, batch, _ in
      try conceptLoss(
        logits: network(rows.features.selecting(batch)), concepts: rows.truth.selecting(batch))
    }
    return network
  }

  private static func untrainedReader(of rows: ConceptRows, seed: UInt64) -> Network {
    var generator = SplitMix64(seed: seed)
    let (inputs, count) = (rows.features.shape[1], rows.truth.shape[1])
    return Network(
      input: [inputs], layers: ["fc": .linear(inFeatures: inputs, outFeatures: count)],
      using: &generator)
  }

  private static func plan(_ seed: UInt64) -> TrainingPlan {
    TrainingPlan(
      epochs: plan.epochs, batchSize: plan.batch, schedule: .oneCycle(), seed: seed)
  }

  mutating func forEachParameter(
    _ body: (_ name: String, _ parameter: inout Tensor) throws -> Void
  ) rethrows {
    try concepts.forEachParameter { try body("concepts.\($0)", &$1) }
    try head.forEachParameter { try body("head.\($0)", &$1) }
  }

  /// What the head is handed: logits, or probabilities where it has learned from 0 and 1.
  func reading(of features: Tensor) -> Tensor {
    let logits = concepts(features)
    return scheme == .independent ? logits.sigmoid() : logits
  }

  /// The class that the head says for each row.
  var answer: Score {
    { Tensor(head($0).argmax(along: 1).map(Float.init)) }
  }

  /// How sure the head is of *stop*, from 0 to 1, for each row.
  func stop(_ reading: Tensor) -> Tensor { head(reading).softmax()[.all, 1] }
}
