import Expecting
import Shapley
import Tensors
import Testing

/// How far a mean over orders may be from the truth.
@Suite(.exercise) struct `standardErrors(of:)` {
  @Test func `the deviation of what a player added, over the root of the number of orders`() throws
  {
    let contributions: Tensor = [[1, 10], [3, 10], [5, 10], [7, 10]]
    // The first player's sum of squares is 9 + 1 + 1 + 9 = 20, and 20 / 3 / 4 = 5 / 3.
    try expect(
      standardErrors(of: contributions), is: [1.2909944, 0],
      mistakes: [
        "the deviation itself, not divided by the root of the number of orders": [2.5819889, 0],
        "squares divided by m; it is m - 1, since the mean was made of the same numbers": [
          1.1180340, 0,
        ],
        "the deviation divided by the number of orders; it is by its root": [0.6454972, 0],
        "the square of the error: its root is missing": [1.6666667, 0],
        "the variance": [6.6666667, 0],
        "the deviation with m for m - 1, not divided by the root of m": [2.2360680, 0],
        "the mean contributions": [4, 10],
        "one error for each order; it is one for each player": [4.5, 3.5, 2.5, 1.5],
      ],
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
