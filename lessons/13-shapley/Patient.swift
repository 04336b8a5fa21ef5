import Datasets
import Explanations
import Layers
import Models
import Shapley
import Tensors

/// A biopsy that was held back, and how sure a network is that its cells are malignant.
struct Patient {
  let rows: TableRows
  /// What the network gets, `[1, 10]`.
  let x: Tensor
  /// A hundred benign biopsies that the network has learned from.
  let background: Tensor
  let score: Score
  /// What each of the 1,024 coalitions is worth, in binary order.
  let values: [Float]
  /// What each column deserves.
  let shapley: [Double]

  init() throws {
    let rows = try TableNet.rows()
    let score = Patient.logOdds(of: try TableNet.network(), rows)
    // The malignant biopsy of which the network is least sure, and right.
    let scores = try score(rows.test.inputs).scalars
    let found = rows.test.labels.indices.filter { index in
      rows.classes[rows.test.labels[index]] == "malignant" && scores[index] > 0
    }
    let index = found.min { scores[$0] < scores[$1] } ?? 0
    let x = rows.test.inputs[index..<(index + 1)]
    let background = Patient.hundred(of: rows) { $0 == "benign" }
    values = try coalitionValues(
      of: score, at: x, background: background, masks: Patient.allMasks(of: x.shape[1])
    ).scalars
    shapley = try Patient.shapley(of: score, at: x, background: background)
    self.rows = rows
    self.score = score
    self.x = x
    self.background = background
  }

  /// A hundred of the biopsies that the network has learned from, of some class.
  static func hundred(of rows: TableRows, where isWanted: (String) -> Bool) -> Tensor {
    var generator = SplitMix64(seed: 0)
    let order = permutation(of: rows.training.count, using: &generator)
    let chosen = order.filter { isWanted(rows.classes[rows.training.labels[$0]]) }
    return rows.training.inputs.selecting(chosen.prefix(100))
  }

  /// The masks of all coalitions in binary order.
  static func allMasks(of players: Int) -> Tensor {
    let coalitions = 0..<1 << players
    return Tensor(
      coalitions.flatMap { coalition in (0..<players).map { Float(coalition >> $0 & 1) } },
      shape: [coalitions.count, players])
  }

  /// How many features there are.
  var count: Int { x.shape[1] }

  /// The game, with all its values looked up.
  var game: Game {
    { masks in
      let places = Tensor((0..<count).map { Float(1 << $0) })
      return Tensor(
        masks.matmul(places).scalars.map { values[Int($0)] }, shape: [masks.shape[0]])
    }
  }

  /// The columns by the length of their bars, the longest first.
  var order: [Int] {
    shapley.indices.sorted { abs(shapley[$0]) > abs(shapley[$1]) }
  }

  /// The names of the columns as people write them.
  var names: [String] {
    rows.columns.map { $0.replacing("_worst", with: "").replacing("_", with: " ") }
  }

  /// The logit of malignant minus that of benign: the logarithm of the odds.
  static func logOdds(of network: Network, _ rows: TableRows) -> Score {
    let malignant = rows.classes.firstIndex(of: "malignant") ?? 1
    return { x in
      let logits = network(x)
      return logits[.all, malignant] - logits[.all, 1 - malignant]
    }
  }

  /// What each column of a row deserves, against a background.
  static func shapley(of score: Score, at x: Tensor, background: Tensor) throws -> [Double] {
    try exactShapley(
      of: { masks in
        try coalitionValues(of: score, at: x, background: background, masks: masks)
      }, players: x.shape[1])
  }
}
