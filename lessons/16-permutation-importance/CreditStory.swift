import Datasets
import Explanations
import Figures
import Layers
import Models
import PermutationImportance
import Showing
import Tensors

/// How much each column moves the answers of the network: the mean magnitude of its Shapley values.
///
/// They are exact, over all coalitions, as in lesson 13, against a hundred biopsies of any kind.
struct Credits {
  let means: [Double]

  init(_ biopsies: Biopsies) {
    let test = biopsies.rows.test.inputs
    let (rows, columns) = (test.shape[0], test.shape[1])
    var generator = SplitMix64(seed: 0)
    let order = permutation(of: biopsies.rows.training.count, using: &generator)
    let background = biopsies.rows.training.inputs.selecting(order.prefix(100))
    let coalitions = 0..<1 << columns
    let masks = Tensor(
      coalitions.flatMap { coalition in (0..<columns).map { Float(coalition >> $0 & 1) } },
      shape: [coalitions.count, 1, columns])
    let weights = Credits.weights(columns)
    let absent = (1 - masks) * background
    let malignant = biopsies.rows.classes.firstIndex(of: "malignant") ?? 1
    var sums = [Double](repeating: 0, count: columns)
    for row in 0..<rows {
      let mixed = (masks * test[row] + absent).reshaped(to: [-1, columns])
      let logits = biopsies.network(mixed)
      let odds = logits[.all, malignant] - logits[.all, 1 - malignant]
      let values = odds.reshaped(to: [coalitions.count, 100]).mean(along: 1)
      for (column, credit) in weights.matmul(values).scalars.enumerated() {
        sums[column] += Double(abs(credit))
      }
    }
    means = sums.map { $0 / Double(rows) }
  }

  /// How often each coalition counts for each player, and with which sign, `[players, coalitions]`.
  private static func weights(_ players: Int) -> Tensor {
    var shares = [1 / Double(players)]
    for size in 1..<players {
      shares.append(shares[size - 1] * Double(size) / Double(players - size))
    }
    let all = (0..<players).flatMap { player in
      (0..<1 << players).map { coalition in
        let isIn = coalition >> player & 1 == 1
        let others = coalition.nonzeroBitCount - (isIn ? 1 : 0)
        return Float(isIn ? shares[others] : -shares[others])
      }
    }
    return Tensor(all, shape: [players, 1 << players])
  }
}

extension Demo {
  static func tellOfCredits(_ biopsies: Biopsies, _ show: Demonstration) throws {
    show.page.section("Beside Shapley values, and beside fitting anew")
    let names = biopsies.names
    let needs = try biopsies.spreads(of: biopsies.loss).map(\.mean)
    let credits = Credits(biopsies).means
    func percent(_ values: [Double]) -> [Double] {
      let sum = values.reduce(0, +)
      return values.map { 100 * $0 / sum }
    }
    let (needed, credited) = (percent(needs), percent(credits))
    let order = names.indices.sorted { needed[$0] > needed[$1] }
    let matrix = MatrixChart(
      "Two accounts of one network",
      subtitle:
        "percent of all ten: loss gained when permuted, and mean magnitude of Shapley values",
      rows: order.map { names[$0] }, columns: ["permuted", "Shapley"],
      values: order.map { [needed[$0], credited[$0]] }, decimals: 0)
    show.keep(matrix, as: "credits.svg")
    show.page.chart(matrix)
    let likeness = Credits.rankCorrelation(needs, credits)
    show.page.text(
      """
      Both are of the same network and the same \(biopsies.rows.test.count) biopsies. Their rank \
      correlation is \(likeness, decimals: 2), where 1 is the same order of the ten columns.
      """)
    let costs = try refits(biopsies, show)
    let spreads = names.indices.map { column in Showing.Spread(costs.map { $0[column] }) }
    show.page.table(
      PageTable(
        ["column", "permuted", "Shapley, mean magnitude", "left out and fitted anew"],
        rows: order.map { column in
          [
            .text(names[column]), .number(needs[column]), .number(credits[column]),
            .text(spreads[column].text(decimals: 3)),
          ]
        }, decimals: 3),
      caption: """
        Cross-entropy gained; log odds; cross-entropy gained, mean and standard deviation over \
        \(costs.count) first weights.
        """)
    let largest = spreads.map(\.mean).max() ?? 0
    show.page.text(
      """
      No column costs more than \(largest, decimals: 3) when it is left out and the network is \
      trained anew: nine others say nearly all that it said.
      """)
  }

  /// What each column costs when it is left out, for networks from several first weights.
  private static func refits(_ biopsies: Biopsies, _ show: Demonstration) throws -> [[Double]] {
    let (training, test) = (biopsies.rows.training, biopsies.rows.test)
    // Both parts lie in one table, so that a column is dropped from both.
    let table = Tensor.concatenated([training.inputs, test.inputs], along: 0)
    return try show.progress("Training without each column", Array(UInt64(1)...5)) { seed in
      try leaveOneOut(
        refit: { table in
          let learned = Examples(inputs: table[..<training.count], labels: training.labels)
          let asked = Examples(inputs: table[training.count...], labels: test.labels)
          let network = try trained(on: learned, seed: seed)
          return try Biopsies.crossEntropy(of: network, on: asked)(asked.inputs)
        }, table: table
      ).map(Double.init)
    }
  }

  /// A network of the same form as that of lesson 13, for as many columns as there are.
  private static func trained(on examples: Examples, seed: UInt64) throws -> Network {
    var generator = SplitMix64(seed: seed)
    let columns = examples.inputs.shape[1]
    var network = Network(
      input: [columns],
      layers: [
        "fc1": .linear(inFeatures: columns, outFeatures: 16), "relu1": .relu,
        "fc2": .linear(inFeatures: 16, outFeatures: 8), "relu2": .relu,
        "fc3": .linear(inFeatures: 8, outFeatures: 2),
      ], using: &generator)
    try train(
      &network, on: examples, with: AdamW(learningRate: 1e-2, weightDecay: 1e-2),
      by: TrainingPlan(epochs: 40, batchSize: 32, schedule: .oneCycle(), seed: seed),
      report: { _ in })
    return network
  }
}

extension Credits {
  /// How alike two orders are, from −1 to 1; no two numbers are equal here.
  static func rankCorrelation(_ one: [Double], _ other: [Double]) -> Double {
    func ranks(_ values: [Double]) -> [Int] {
      values.map { value in values.count { $0 < value } }
    }
    let squares = zip(ranks(one), ranks(other)).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    let count = Double(one.count)
    return 1 - 6 * Double(squares) / (count * (count * count - 1))
  }
}
