import Datasets
import Tensors
import Testing

/// Planted tables: the importances they claim, measured on many rows.
@Suite struct PlantedTableTests {
  static let rows = 2_500

  static let tables: [(String, @Sendable (inout SplitMix64) -> PlantedTable)] = [
    ("linear", { .linear(rows, using: &$0) }),
    ("conjunction", { .conjunction(rows, using: &$0) }),
    ("duplicated", { .duplicated(rows, using: &$0) }),
    ("irrelevant", { .irrelevant(rows, using: &$0) }),
    ("correlated", { .correlated(rows, using: &$0) }),
    ("correlated, less", { .correlated(rows, correlation: -0.5, using: &$0) }),
  ]

  @Test(arguments: tables.indices) func `permuting a column costs what is said`(index: Int) {
    let table = made(index)
    for (column, expected) in table.permutationImportances.enumerated() {
      // Another row's value: every row's in turn, some rows further on.
      let measured = [1, 17, 300, 1999].map { shift in
        let order = (0..<Self.rows).map { ($0 + shift) % Self.rows }
        let columns = table.names.indices.map { other in
          other == column
            ? table.inputs[.all, other].selecting(order, along: 0) : table.inputs[.all, other]
        }
        let change = table.score(.stacked(columns, along: 1)) - table.targets
        return change.squared().mean().scalar
      }
      let mean = Double(measured.reduce(0, +)) / 4
      #expect(
        abs(mean - expected) <= 0.1 * expected,
        "\(Self.tables[index].0), column \(column): \(mean)")
    }
  }

  @Test(arguments: tables.indices) func `leaving a column out costs what is said`(
    index: Int
  ) throws {
    let table = made(index)
    for (column, expected) in table.refitImportances.enumerated() {
      let left = try residual(table, without: column) - residual(table, without: nil)
      #expect(
        abs(left - expected) <= 0.1 * expected + 1e-4,
        "\(Self.tables[index].0), column \(column): \(left)")
    }
  }

  @Test(arguments: tables.indices) func `targets are the true function of the rows`(index: Int) {
    let table = made(index)
    #expect(table.score(table.inputs) == table.targets)
    #expect(table.inputs.shape == [Self.rows, table.names.count])
    #expect(table.weights.count == table.names.count)
    #expect(table == made(index))
    #expect(table != made(index, seed: 8))
  }

  @Test func `columns are what their names say`() {
    let duplicated = made(2)
    #expect(duplicated.inputs[.all, 0] == duplicated.inputs[.all, 1])
    let correlated = made(5)
    let product = (correlated.inputs[.all, 0] * correlated.inputs[.all, 1]).mean().scalar
    #expect(abs(product + 0.5) < 0.05)
    let coins = made(1)
    #expect(coins.targets == coins.inputs[.all, 0] * coins.inputs[.all, 1])
    #expect(Set(coins.inputs.scalars) == [0, 1])
  }

  @Test func `noise has its deviation and changes no row`() {
    var (a, b) = (SplitMix64(seed: 3), SplitMix64(seed: 3))
    let clear = PlantedTable.linear(4_000, using: &a)
    let noisy = PlantedTable.linear(4_000, noise: 0.5, using: &b)
    #expect(clear.inputs == noisy.inputs)
    let deviation = (noisy.targets - clear.targets).variance().scalar.squareRoot()
    #expect(abs(deviation - 0.5) < 0.02)
  }

  func made(_ index: Int, seed: UInt64 = 7) -> PlantedTable {
    var generator = SplitMix64(seed: seed)
    return Self.tables[index].1(&generator)
  }

  /// The mean squared error of the best fit: a weight for each column left, each product of two
  /// columns left that the truth has, and 1.
  func residual(_ table: PlantedTable, without dropped: Int?) throws -> Double {
    let names = table.names
    var kept = names.indices.filter { $0 != dropped }
    // Of a column that is there twice, one is enough, and makes the fit unique.
    if names.contains("copy"), kept.starts(with: [0, 1]) { kept.remove(at: 1) }
    let products = table.products.filter { $0.allSatisfy(kept.contains) }
    let scalars = table.inputs.scalars.map { Double($0) }
    let rows = (0..<Self.rows).map { row in
      let x = scalars[row * names.count..<(row + 1) * names.count]
      return kept.map { x[x.startIndex + $0] }
        + products.map { x[x.startIndex + $0[0]] * x[x.startIndex + $0[1]] } + [1]
    }
    let targets = table.targets.scalars.map { Double($0) }
    let weights = try leastSquares(rows, targets: targets)
    let errors = zip(rows, targets).map { row, target in
      let guess = zip(row, weights).reduce(0) { $0 + $1.0 * $1.1 }
      return (guess - target) * (guess - target)
    }
    return errors.reduce(0, +) / Double(Self.rows)
  }
}
