import Tensors

extension PlantedTable {
  /// Independent normal columns, each with its weight; one of weight 0 is irrelevant.
  ///
  ///     y = w · x + noise        2 w² when permuted, w² when left out
  ///
  /// - Parameters:
  ///   - rows: How many rows.
  ///   - weights: The factor of each column.
  ///   - noise: The standard deviation of what no column explains.
  ///   - generator: Where the randomness comes from; equal seeds give equal tables.
  /// - Returns: The table.
  public static func linear(
    _ rows: Int, weights: [Float] = [2, -1, 0.5], noise: Float = 0,
    using generator: inout SplitMix64
  ) -> PlantedTable {
    let squares = weights.map { Double($0 * $0) }
    return PlantedTable(
      names: weights.indices.map { "x\($0 + 1)" },
      inputs: .normal(shape: [rows, weights.count], using: &generator), weights: weights,
      noise: noise, permutationImportances: squares.map { 2 * $0 }, refitImportances: squares,
      using: &generator)
  }

  /// The AND of two fair coins, beside a third that has no part in it.
  ///
  ///     y = a · b        E[b] · 2 p (1 − p) = ¼ when permuted
  ///
  /// Left out, the best guess from the other coin alone errs by E[b · Var(a)] = ⅛.
  ///
  /// - Parameters:
  ///   - rows: How many rows.
  ///   - generator: Where the randomness comes from; equal seeds give equal tables.
  /// - Returns: The table, of zeros and ones.
  public static func conjunction(
    _ rows: Int, using generator: inout SplitMix64
  ) -> PlantedTable {
    let coins = (0..<rows * 3).map { _ in Float(generator.index(below: 2)) }
    return PlantedTable(
      names: ["a", "b", "coin"], inputs: Tensor(coins, shape: [rows, 3]), weights: [0, 0, 0],
      products: [[0, 1]], permutationImportances: [0.25, 0.25, 0],
      refitImportances: [0.125, 0.125, 0], using: &generator)
  }

  /// A column that is there twice, and one of its own.
  ///
  ///     y = 2 x + z + noise, of the columns x, its copy, and z
  ///
  /// The true function never reads the copy, yet nothing is lost when either of the two is left out;
  /// a model fitted with a penalty on its weights shares 2 evenly between them.
  ///
  /// - Parameters:
  ///   - rows: How many rows.
  ///   - noise: The standard deviation of what no column explains.
  ///   - generator: Where the randomness comes from; equal seeds give equal tables.
  /// - Returns: The table.
  public static func duplicated(
    _ rows: Int, noise: Float = 0, using generator: inout SplitMix64
  ) -> PlantedTable {
    let own = Tensor.normal(shape: [rows, 2], using: &generator)
    return PlantedTable(
      names: ["x", "copy", "z"], inputs: own.selecting([0, 0, 1], along: 1), weights: [2, 0, 1],
      noise: noise, permutationImportances: [8, 0, 2], refitImportances: [0, 0, 1],
      using: &generator)
  }

  /// Columns that have no part in the target, behind two that have.
  ///
  ///     y = 2 x₁ − x₂ + noise
  ///
  /// - Parameters:
  ///   - rows: How many rows.
  ///   - count: How many columns have no part in it.
  ///   - noise: The standard deviation of what no column explains.
  ///   - generator: Where the randomness comes from; equal seeds give equal tables.
  /// - Returns: The table.
  public static func irrelevant(
    _ rows: Int, columns count: Int = 3, noise: Float = 0, using generator: inout SplitMix64
  ) -> PlantedTable {
    precondition(count >= 0, "planted table: there are no \(count) columns")
    return linear(
      rows, weights: [2, -1] + [Float](repeating: 0, count: count), noise: noise, using: &generator)
  }

  /// Two columns that go together, of which only the first has a part in the target.
  ///
  ///     y = 2 x + noise, with ϱ the correlation of x and its shadow, and z apart
  ///
  /// Permuting x costs 2 · 2² = 8. Left out, its shadow stands in for it, and 4 (1 − ϱ²) is lost.
  ///
  /// - Parameters:
  ///   - rows: How many rows.
  ///   - correlation: How closely the two go together, from −1 to 1.
  ///   - noise: The standard deviation of what no column explains.
  ///   - generator: Where the randomness comes from; equal seeds give equal tables.
  /// - Returns: The table.
  public static func correlated(
    _ rows: Int, correlation: Double = 0.9, noise: Float = 0, using generator: inout SplitMix64
  ) -> PlantedTable {
    precondition(
      abs(correlation) <= 1, "planted table: \(correlation) is no correlation, from -1 to 1")
    let own = Tensor.normal(shape: [rows, 3], using: &generator)
    let (x, rest, z) = (own[.all, 0], own[.all, 1], own[.all, 2])
    let left = 1 - correlation * correlation
    let shadow = Tensor(correlation) * x + Tensor(left.squareRoot()) * rest
    return PlantedTable(
      names: ["x", "shadow", "z"], inputs: .stacked([x, shadow, z], along: 1), weights: [2, 0, 0],
      noise: noise, permutationImportances: [8, 0, 0], refitImportances: [4 * left, 0, 0],
      using: &generator)
  }
}
