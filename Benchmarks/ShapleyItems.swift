import Explanations
import Layers
import Shapley
import Tensors

/// Shapley values, `c.shapley.*`, as their lesson teaches them.
///
/// The two exact items differ in what the other side does.
let shapleyItems: [Item] = [
  Item(
    id: "c.shapley.exact.hand", label: "exact Shapley values, 10 features, 100 rows of background",
    prepare: exactValues),
  Item(
    id: "c.shapley.exact.shap",
    label: "exact Shapley values, 10 features, 100 rows of background, beside shap",
    prepare: exactValues),
  Item(
    id: "c.shapley.sampled.shap",
    label: "sampled Shapley values, 50 pairs of orders, 10 features, 100 rows of background"
  ) {
    let game = perceptronGame()
    return {
      keep {
        var generator = SplitMix64(seed: 2)
        let orders = (0..<50).map { _ in permutation(of: 10, using: &generator) }
        return try sampledShapley(of: game, orders: antithetic(orders))
      }
    }
  },
]

@Sendable private func exactValues() -> () -> Void {
  let game = perceptronGame()
  return { keep { try exactShapley(of: game, players: 10) } }
}

/// What coalitions of ten features are worth to the perceptron's first logit.
private func perceptronGame() -> Game {
  var generator = SplitMix64(seed: 0)
  let network = Network(
    input: [10],
    layers: [
      "fc1": .linear(inFeatures: 10, outFeatures: 64), "relu1": .relu,
      "fc2": .linear(inFeatures: 64, outFeatures: 64), "relu2": .relu,
      "fc3": .linear(inFeatures: 64, outFeatures: 3),
    ], using: &generator)
  let x = Tensor.normal(shape: [1, 10], using: &generator)
  let background = Tensor.normal(shape: [100, 10], using: &generator)
  let score = network.score(of: 0)
  return { masks in try coalitionValues(of: score, at: x, background: background, masks: masks) }
}

/// Calls a method that has nothing to throw here; what it gives is not thrown away unseen.
private func keep(_ method: () throws -> [Double]) {
  do {
    keep(Tensor(Float(try method()[0])))
  } catch {
    preconditionFailure("\(error)")
  }
}
