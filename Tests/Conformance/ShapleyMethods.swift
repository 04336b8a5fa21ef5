import Explanations
import Layers
import Shapley
import Tensors

/// The value of every feature over all coalitions, and the value of nobody.
func runExactShapley(_ run: CaseRun) throws -> [String: Tensor] {
  let game = try game(run)
  let features = try run.input("x").count
  return [
    "phi": Tensor(try exactShapley(of: game, players: features).map { Float($0) }),
    "baseValue": try game(.zeros([1, features])),
  ]
}

/// The mean over the orders of the case, of what each feature adds.
func runShapleyPermutations(_ run: CaseRun) throws -> [String: Tensor] {
  let orders = try run.input("permutations")
  let lists = (0..<orders.shape[0]).map { orders[$0].scalars.map { Int($0) } }
  return ["phi": Tensor(try sampledShapley(of: game(run), orders: lists).map { Float($0) })]
}

/// What coalitions of features are worth to the target's logit.
private func game(_ run: CaseRun) throws -> Game {
  let score = try run.network().score(of: run.integer("target"))
  let x = try run.input("x").reshaped(to: [1, -1])
  let background = try run.input("background").reshaped(to: [-1, x.count])
  return { masks in try coalitionValues(of: score, at: x, background: background, masks: masks) }
}
