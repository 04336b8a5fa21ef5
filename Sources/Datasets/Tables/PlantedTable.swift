import Tensors

/// A table of numbers whose target is a known function of some of its columns.
///
///     y = w · x + Σ xᵢ · xⱼ over the products + noise
///
/// What each column is worth is known in closed form, for endless rows and without noise:
///
/// - `permutationImportances`: how much the squared error of the true function grows when the
///   column is permuted, E[(f(x) − f(x with another row's xⱼ))²]. For a weight it is 2 w² Var(xⱼ).
/// - `refitImportances`: how much the squared error of the best fit grows when the column is left
///   out and the others may stand in for it.
///
/// They differ where columns tell the same twice, and that is the point.
public struct PlantedTable: Sendable, Equatable {
  /// The columns' names.
  public let names: [String]

  /// The table, `[N, columns]`.
  public let inputs: Tensor

  /// What is to be predicted, `[N]`.
  public let targets: Tensor

  /// The factor of each column in the true function.
  public let weights: [Float]

  /// The pairs of columns whose product is added in the true function.
  public let products: [[Int]]

  /// What permuting each column costs the true function.
  public let permutationImportances: [Double]

  /// What leaving each column out and fitting again costs the best model.
  public let refitImportances: [Double]

  init(
    names: [String], inputs: Tensor, weights: [Float], products: [[Int]] = [], noise: Float = 0,
    permutationImportances: [Double], refitImportances: [Double],
    using generator: inout SplitMix64
  ) {
    self.names = names
    self.inputs = inputs
    self.weights = weights
    self.products = products
    self.permutationImportances = permutationImportances
    self.refitImportances = refitImportances
    let truth = PlantedTable.truth(inputs, weights: weights, products: products)
    targets =
      noise == 0
      ? truth : truth + .normal(deviation: noise, shape: truth.shape, using: &generator)
  }

  /// Returns the true function of each row, `[N, columns]` to `[N]`; the gradient flows through it.
  public func score(_ inputs: Tensor) -> Tensor {
    precondition(
      inputs.rank == 2 && inputs.shape[1] == names.count,
      "planted table: rows have \(names.count) columns, not the shape \(inputs.shape)")
    return PlantedTable.truth(inputs, weights: weights, products: products)
  }

  private static func truth(_ inputs: Tensor, weights: [Float], products: [[Int]]) -> Tensor {
    products.reduce(inputs.matmul(Tensor(weights))) { sum, pair in
      sum + inputs[.all, pair[0]] * inputs[.all, pair[1]]
    }
  }
}
