import Checking
import Expecting
import PermutationImportance
import Tensors
import Testing

/// The mean over repeats, and how far one of them usually is from it.
@Suite(.exercise) struct `spreads(_:)` {
  /// The mean and the deviation of each column, as lists.
  private func pairs(_ importances: Tensor) throws -> [[Double]] {
    try spreads(importances).map { [$0.mean, $0.deviation] }
  }

  @Test func `the deviation of repeats divides by one less than there are`() throws {
    // The means are 5 and 6; squares add up to 9 + 16 + 1 + 0 = 26 and 16 + 9 + 49 + 36 = 110.
    let importances: Tensor = [[2, 9, 4, 5], [10, 3, -1, 12]]
    func both(_ first: Double, _ second: Double) -> [[Double]] { [[5, first], [6, second]] }
    func roots(_ divisor: Double) -> [[Double]] {
      both((26 / divisor).squareRoot(), (110 / divisor).squareRoot())
    }
    let perRepeat: [[Double]] = [
      [6, 32.0.squareRoot()], [6, 18.0.squareRoot()], [1.5, 12.5.squareRoot()],
      [8.5, 24.5.squareRoot()],
    ]
    let all: Double = (138.0 / 7).squareRoot()
    let mistakes: KeyValuePairs<String, [[Double]]> = [
      "squares divided by the number of repeats; it is one less, since the mean was made of the same numbers":
        roots(4),
      "the standard error: the deviation divided by the root of the number of repeats": roots(12),
      "the variance; the deviation is its root": both(26 / 3.0, 110 / 3.0),
      "the root of the sum of squares, not divided by anything": roots(1),
      "the mean magnitude of the distances; they are squared first": both(2, 5),
      "distances from the first repeat; they are from the mean":
        both((62 / 3.0).squareRoot(), (174 / 3.0).squareRoot()),
      "distances from 0; they are from the mean":
        both((126 / 3.0).squareRoot(), (254 / 3.0).squareRoot()),
      "the largest minus the smallest": both(7, 13),
      "one spread for each repeat; it is one for each column": perRepeat,
      "one deviation over all columns together; it is one for each": both(all, all),
      "the median and not the mean":
        [[4.5, (26 / 3.0).squareRoot()], [6.5, (110 / 3.0).squareRoot()]],
      "the sum of the repeats and not the mean":
        [[20, (26 / 3.0).squareRoot()], [24, (110 / 3.0).squareRoot()]],
      "what 95 % lie within, 1.96 deviations; it is one":
        both(1.96 * (26 / 3.0).squareRoot(), 1.96 * (110 / 3.0).squareRoot()),
      "magnitudes first: an importance below 0 stays below 0":
        [[5, (26 / 3.0).squareRoot()], [6.5, (85 / 3.0).squareRoot()]],
    ]
    try expect(
      pairs(importances), is: roots(3), mistakes: mistakes, given: ["importances": importances])
  }

  @Test func `two repeats, equal repeats, and hundreds of them`() throws {
    try expect(
      pairs([[1, 4], [-3, -3]]), is: [[2.5, 4.5.squareRoot()], [-3, 0]],
      given: ["importances": "1 and 4; -3 and -3"])
    // As many at 1 as at -1: squares add up to 300.
    let signs = Tensor((0..<301).map { $0 < 150 ? 1 : $0 < 300 ? -1 : 0 }, shape: [1, 301])
    try expect(pairs(signs), is: [[0, 1]], given: ["importances": "150 times 1 and -1, and 0"])
  }

  @Test func `an offset moves the mean alone, however large, and a factor is a factor`() throws {
    let importances: Tensor = [[1, 2, 3], [10, 14, 12]]
    try expect(
      pairs(importances + 10_000), is: [[10_002, 1], [10_012, 2]],
      given: ["importances": importances + 10_000])
    try expect(
      pairs(-3 * importances), is: [[-6, 3], [-36, 6]], given: ["importances": -3 * importances])
    try expect(
      pairs(importances * 1e-6), is: [[2e-6, 1e-6], [1.2e-5, 2e-6]],
      within: Tolerance(absolute: 1e-10, relative: 1e-4),
      given: ["importances": importances * 1e-6])
  }

  @Test func `three columns of three repeats, counted out`() throws {
    try forEachSeed { generator in
      let importances = Tensor.normal(shape: [3, 3], using: &generator)
      let truth: [[Double]] = (0..<3).map { column in
        let row = importances[column].scalars.map(Double.init)
        let mean: Double = (row[0] + row[1] + row[2]) / 3
        var squares = 0.0
        for value in row { squares += (value - mean) * (value - mean) }
        return [mean, (squares / 2).squareRoot()]
      }
      try expect(pairs(importances), is: truth, given: ["importances": importances])
    }
  }

  @Test func `what is no number is not hidden, and one repeat is refused`() throws {
    let found = try spreads(Tensor([1, .nan, 2, 3], shape: [2, 2]))
    try expect(found.count, is: 2)
    try expect(
      found[0].mean.isNaN && found[0].deviation.isNaN, "where an importance is NaN, so are both",
      given: ["found": found])
    try expect(found[1].mean, is: 2.5, given: ["found": found])
    try expectTableError("one repeat says nothing about the spread") {
      _ = try spreads([[1], [2]])
    }
    try expectTableError("a list has no columns with repeats") { _ = try spreads([1, 2, 3]) }
  }
}
