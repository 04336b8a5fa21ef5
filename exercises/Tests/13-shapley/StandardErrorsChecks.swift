import Checking
import Expecting
import Shapley
import Tensors
import Testing

/// How far a mean over orders may be from the truth.
@Suite(.exercise) struct `standardErrors(of:)` {
  @Test func `the deviation of what a player added, over the root of the number of orders`() throws
  {
    // The means are 6 and 5. Squares add up to 16 + 9 + 4 + 1 + 16 + 0 = 46 and
    // 25 + 4 + 36 + 49 + 16 + 0 = 130, and are divided by (m - 1) m = 30. With four orders two errors
    // would be one deviation.
    let contributions: Tensor = [[2, 10], [9, 3], [4, -1], [5, 12], [10, 1], [6, 5]]
    func root(_ divisor: Double) -> [Double] {
      [(46 / divisor).squareRoot(), (130 / divisor).squareRoot()]
    }
    let truth = root(30)
    let fromFirst: [Double] = [(142.0 / 30).squareRoot(), (280.0 / 30).squareRoot()]
    let fromMedian: [Double] = [(47.5 / 30).squareRoot(), (136.0 / 30).squareRoot()]
    let together: Double = (179.0 / 11 / 12).squareRoot()
    let squaredErrors: [Double] = truth.map { $0 * $0 }
    let variances: [Double] = root(5).map { $0 * $0 }
    let ninetyFive: [Double] = truth.map { 1.96 * $0 }
    let twice: [Double] = truth.map { 2 * $0 }
    let magnitudes: [Double] = [14 / 6.0 / 6.0.squareRoot(), 4 / 6.0.squareRoot()]
    let mistakes: KeyValuePairs<String, [Double]> = [
      "the deviation itself, not divided by the root of the number of orders": root(5),
      "squares divided by m; it is m - 1, since the mean was made of the same numbers": root(36),
      "m - 1 both times; the root is of m": root(25),
      "the deviation divided by the number of orders; it is by its root": root(180),
      "the deviation divided by the root of the number of players; it is that of the orders":
        root(10),
      "the square of the error: its root is missing": squaredErrors,
      "the variance": variances,
      "the deviation with m for m - 1, not divided by the root of m": root(6),
      "the root of the sum of squares, not divided by anything": root(1),
      "the mean magnitude of the deviations, over the root of m": magnitudes,
      "deviations from the first row; they are from the mean": fromFirst,
      "deviations from the median; they are from the mean": fromMedian,
      "what 95 % lie within, 1.96 errors; it is one error": ninetyFive,
      "two errors; it is one error": twice,
      "the mean contributions": [6, 5],
      "one error for each order; it is one for each player": [4, 3, 2.5, 3.5, 4.5, 0.5],
      "one error over all players together; it is one for each": [together, together],
      "0 for everybody, as after a division of whole numbers: 1 / 6 is 0 in Swift": [0, 0],
    ]
    try expect(
      standardErrors(of: contributions), is: truth, mistakes: mistakes,
      given: ["contributions": contributions])
  }

  @Test func `a player who always adds the same has no error, and one order tells nothing`() throws
  {
    try expect(
      standardErrors(of: [[2, -1, 0], [2, -1, 0], [2, -1, 0]]), is: [0, 0, 0])
    try expect(
      standardErrors(of: [[3, 1, 4, 1]]), is: [.infinity, .infinity, .infinity, .infinity],
      given: ["contributions": "a single order: how much luck was in it, nobody can tell"])
  }

  @Test func `two orders tell half of their distance, and three thousand little error`() throws {
    try expect(
      standardErrors(of: [[1, 10, -3], [4, -2, -3]]), is: [1.5, 6, 0],
      given: ["contributions": "1, 10, -3 and 4, -2, -3"])
    // As many at 1 as at -1: each square is 1, and m / (m - 1) / m = 1 / (m - 1).
    let signs = Tensor((0..<3001).map { $0 < 1500 ? 1 : $0 < 3000 ? -1 : 0 }, shape: [3001, 1])
    try expect(
      standardErrors(of: signs), is: [(1 / 3001.0).squareRoot()],
      given: ["contributions": "1,500 times 1, 1,500 times -1, and 0"])
  }

  @Test func `millionths have an error, too, and what is no number is not hidden`() throws {
    let contributions: Tensor = [[2, 10], [9, 3], [4, -1], [5, 12]]
    try expect(
      standardErrors(of: contributions * 1e-6),
      is: [1e-6 * (13 / 6.0).squareRoot(), 1e-6 * (55 / 6.0).squareRoot()],
      within: Tolerance(absolute: 1e-10, relative: 1e-4),
      given: ["contributions": contributions * 1e-6])
    let errors = try standardErrors(
      of: Tensor([2, 1, 9, .nan, 4, 1, 5, 1], shape: [4, 2]))
    try expect(
      errors.count == 2 && errors[1].isNaN, "where a contribution is NaN, so is the error",
      given: ["errors": errors, "contributions of player 1": "1, NaN, 1, 1"])
    try expect(
      errors[0], is: (13 / 6.0).squareRoot(), given: ["contributions of player 0": "2, 9, 4, 5"])
  }

  @Test func `an offset changes nothing, however large, and a factor is a factor`() throws {
    let contributions: Tensor = [[1, 10], [2, 14], [3, 12]]
    try expect(
      standardErrors(of: contributions + 10000), is: [0.5773503, 1.1547005],
      given: ["contributions": contributions + 10000])
    try expect(
      standardErrors(of: -3 * contributions), is: [1.7320508, 3.4641016],
      given: ["contributions": -3 * contributions])
  }

  @Test func `three orders and three players, counted out one by one`() throws {
    try forEachSeed { generator in
      let contributions = Tensor.normal(shape: [3, 3], using: &generator)
      func error(_ values: [Double]) -> Double {
        let mean = (values[0] + values[1] + values[2]) / 3
        var squares = 0.0
        for value in values { squares += (value - mean) * (value - mean) }
        return (squares / 2 / 3).squareRoot()
      }
      let columns = (0..<3).map { player in
        (0..<3).map { Double(contributions[$0, player].scalar) }
      }
      let rows = (0..<3).map { row in contributions[row].scalars.map(Double.init) }
      try expect(
        standardErrors(of: contributions), is: columns.map(error),
        mistakes: ["one error for each order; it is one for each player": rows.map(error)],
        given: ["contributions": contributions])
    }
  }
}
