import Explanations
import Layers
import PermutationImportance
import Tensors

/// What each column costs in accuracy and in cross-entropy, for the orders of the case.
func runPermutationImportance(_ run: CaseRun) throws -> [String: Tensor] {
  let network = try run.network()
  let table = try run.input("X")
  let labels = try run.input("labels").scalars.map { Int($0) }
  let drawn = try run.input("permutations")
  let orders = (0..<drawn.shape[0]).map { column in
    (0..<drawn.shape[1]).map { turn in drawn[column, turn].scalars.map { Int($0) } }
  }
  let wrong: Score = { inputs in
    let accuracy = network.accuracy(on: Examples(inputs: inputs, labels: labels))
    return Tensor([1 - accuracy])
  }
  let crossEntropy: Score = { network($0).crossEntropy(with: labels).reshaped(to: [1]) }
  let lost = try importances(of: wrong, on: table, orders: orders)
  let gained = try importances(of: crossEntropy, on: table, orders: orders)
  return [
    "accuracyDrop": lost, "meanAccuracyDrop": lost.mean(along: 1),
    "lossIncrease": gained, "meanLossIncrease": gained.mean(along: 1),
  ]
}
