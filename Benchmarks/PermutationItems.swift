import Explanations
import Layers
import PermutationImportance
import Tensors

/// Permutation importance, `c.permimp.*`, as its lesson teaches it.
///
/// It is the accuracy that a perceptron loses when each of 16 columns of 2,000 rows is reordered ten
/// times, the drawing of the orders included. The two items differ in what the other side does.
let permutationItems: [Item] = [
  Item(
    id: "c.permimp.hand", label: "permutation importance, 16 features × 10 × 2,000 rows",
    prepare: permutationImportance),
  Item(
    id: "c.permimp.sklearn.torch",
    label: "permutation importance, 16 features × 10 × 2,000 rows, beside scikit-learn",
    prepare: permutationImportance),
]

/// The call: orders are drawn anew, then every column is reordered.
@Sendable private func permutationImportance() -> () -> Void {
  var generator = SplitMix64(seed: 0)
  let (rows, columns) = (2000, 16)
  let table = Tensor.normal(shape: [rows, columns], using: &generator)
  let network = Network(
    input: [columns],
    layers: [
      "fc1": .linear(inFeatures: columns, outFeatures: 64), "relu1": .relu,
      "fc2": .linear(inFeatures: 64, outFeatures: 64), "relu2": .relu,
      "fc3": .linear(inFeatures: 64, outFeatures: 3),
    ], using: &generator)
  let labels = (0..<rows).map { $0 % 3 }
  let wrong: Score = { inputs in
    let found = network(inputs).argmax(along: 1)
    let right = zip(found, labels).count { $0 == $1 }
    return Tensor([1 - Float(right) / Float(rows)])
  }
  return {
    do {
      let orders = drawnOrders(rows: rows, columns: columns, repeats: 10, seed: 1)
      keep(try importances(of: wrong, on: table, orders: orders))
    } catch {
      preconditionFailure("\(error)")
    }
  }
}
