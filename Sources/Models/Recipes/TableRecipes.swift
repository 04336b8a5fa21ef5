import Layers
import Tensors

extension Recipe {
  /// How `TableNet` was made.
  public static let tableNet = Recipe(
    name: "tablenet",
    about: """
      Tells benign from malignant cells by the ten worst values of the breast cancer table. It \
      learned from four fifths of the 569 biopsies and was tested on the fifth held back; the mean \
      is over five such splits, a network each.
      """,
    method: tableMethod,
    seed: 1,
    train: { seed, report in
      try trained(TableNet.untrainedNetwork(), on: TableNet.rows(), seed: seed, report)
    },
    shipped: TableNet.network,
    measure: { network in
      try results(of: network, TableNet.untrainedNetwork()) { try TableNet.rows(holdingBack: $0) }
    })

  /// How `PenguinNet` was made.
  public static let penguinNet = Recipe(
    name: "penguinnet",
    about: """
      Names the species of a penguin by four measurements. It learned from four fifths of the 342 \
      penguins that were measured and was tested on the fifth held back; the mean is over five such \
      splits, a network each.
      """,
    method: tableMethod,
    seed: 1,
    train: { seed, report in
      try trained(PenguinNet.untrainedNetwork(), on: PenguinNet.rows(), seed: seed, report)
    },
    shipped: PenguinNet.network,
    measure: { network in
      try results(of: network, PenguinNet.untrainedNetwork()) {
        try PenguinNet.rows(holdingBack: $0)
      }
    })
}

private let tableMethod = """
  40 epochs in batches of 32 with AdamW, one cycle up to a learning rate of 0.01, weight decay 0.01.
  """

private func trained(
  _ untrained: Network, on rows: TableRows, seed: UInt64, _ report: (TrainingProgress) -> Void
) throws -> Network {
  var generator = SplitMix64(seed: seed)
  var network = untrained.drawnForReLU(using: &generator)
  try train(
    &network, on: rows.training, with: AdamW(learningRate: 1e-2, weightDecay: 1e-2),
    by: TrainingPlan(epochs: 40, batchSize: 32, schedule: .oneCycle(), seed: seed), report: report)
  return network
}

/// The accuracy on the part held back, and the mean over all five with a network trained for each.
private func results(
  of network: Network, _ untrained: Network, rows: (Int) throws -> TableRows
) throws -> [Recipe.Result] {
  let others = try (1..<5).map { fold in
    let rows = try rows(fold)
    return try trained(untrained, on: rows, seed: 1) { _ in }.accuracy(on: rows.test)
  }
  let own = try network.accuracy(on: rows(0).test)
  return [
    Recipe.Result(name: "of the rows held back", value: own),
    Recipe.Result(name: "as the mean of five splits", value: others.reduce(own, +) / 5),
  ]
}
