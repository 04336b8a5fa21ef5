import Datasets
import Explanations
import Shapley
import Tensors

/// A gate at (1, 1), against (0, 0): what leaving costs each input, and what each deserves.
struct GateRow {
  let name: String
  let answer: Double
  let occlusion: [Double]
  let shapley: [Double]

  static func all() throws -> [GateRow] { try Gate.allCases.map(GateRow.init) }

  private init(_ gate: Gate) throws {
    let game: Game = { masks in
      try coalitionValues(of: gate.score, at: [[1, 1]], background: [[0, 0]], masks: masks)
    }
    name = gate.rawValue.uppercased()
    let values = try game([[0, 0], [1, 0], [0, 1], [1, 1]]).scalars.map(Double.init)
    answer = values[3] - values[0]
    occlusion = [values[3] - values[2], values[3] - values[1]]
    shapley = try exactShapley(of: game, players: 2)
  }
}
