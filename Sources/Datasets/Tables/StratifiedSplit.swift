import Tensors

/// Which rows are learned from and which are held back, in the same proportions of every class.
public struct StratifiedSplit: Sendable, Equatable {
  /// The rows to learn from, in ascending order.
  public let training: [Int]

  /// The rows to be tested on, in ascending order.
  public let test: [Int]

  private init(training: [Int], test: [Int]) {
    self.training = training.sorted()
    self.test = test.sorted()
  }

  /// Splits rows at random.
  ///
  /// Of a class of n rows, exactly `heldBack · n`, rounded, are held back.
  ///
  /// - Parameters:
  ///   - labels: The class of each row.
  ///   - heldBack: The part to be tested on, from 0 to 1.
  ///   - generator: Where the randomness comes from; equal seeds give equal splits.
  public init(of labels: [Int], heldBack: Double, using generator: inout SplitMix64) {
    precondition(
      heldBack >= 0 && heldBack <= 1, "split: no part of \(heldBack) can be held back")
    var training: [Int] = []
    var test: [Int] = []
    for rows in StratifiedSplit.shuffledClasses(of: labels, using: &generator) {
      let count = Int((heldBack * Double(rows.count)).rounded())
      test += rows[..<count]
      training += rows[count...]
    }
    self.init(training: training, test: test)
  }

  /// Cuts rows into parts, each of which is held back once.
  ///
  /// The parts' numbers of rows, and of rows of each class, differ by at most one.
  ///
  /// - Parameters:
  ///   - count: How many parts, at least 2.
  ///   - labels: The class of each row.
  ///   - generator: Where the randomness comes from; equal seeds give equal splits.
  /// - Returns: As many splits, whose `test` rows together are every row once.
  public static func folds(
    _ count: Int, of labels: [Int], using generator: inout SplitMix64
  ) -> [StratifiedSplit] {
    precondition(count >= 2, "folds: rows are cut into at least two parts, not \(count)")
    var parts = [[Int]](repeating: [], count: count)
    // Dealt out like cards, class after class without starting anew, so that no part gets the odd
    // one of every class.
    let deck = shuffledClasses(of: labels, using: &generator).flatMap { $0 }
    for (place, row) in deck.enumerated() { parts[place % count].append(row) }
    return parts.indices.map { held in
      let others = parts.indices.filter { $0 != held }.flatMap { parts[$0] }
      return StratifiedSplit(training: others, test: parts[held])
    }
  }

  /// The rows of each class, in random order.
  private static func shuffledClasses(
    of labels: [Int], using generator: inout SplitMix64
  ) -> [[Int]] {
    var rows: [Int: [Int]] = [:]
    for (row, label) in labels.enumerated() { rows[label, default: []].append(row) }
    // By label, because a dictionary's order changes from run to run.
    return rows.sorted { $0.key < $1.key }.map { entry in
      permutation(of: entry.value.count, using: &generator).map { entry.value[$0] }
    }
  }
}
