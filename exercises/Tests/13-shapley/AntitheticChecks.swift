import Expecting
import Shapley
import Tensors
import Testing

/// Orders in pairs: each with its reversal behind it.
@Suite(.exercise) struct `antithetic(_:)` {
  @Test func `each order is followed by the same from the back`() throws {
    let orders = [[0, 2, 1, 3], [3, 0, 1, 2]]
    try expect(
      antithetic(orders), is: [[0, 2, 1, 3], [3, 1, 2, 0], [3, 0, 1, 2], [2, 1, 0, 3]],
      mistakes: [
        "all orders first and their reversals behind; a pair stands together": [
          [0, 2, 1, 3], [3, 0, 1, 2], [3, 1, 2, 0], [2, 1, 0, 3],
        ],
        "the list from the back; each order is to be reversed": [
          [0, 2, 1, 3], [3, 0, 1, 2], [3, 0, 1, 2], [0, 2, 1, 3],
        ],
        "the reversals alone": [[3, 1, 2, 0], [2, 1, 0, 3]],
        "the reversal first and the order behind": [
          [3, 1, 2, 0], [0, 2, 1, 3], [2, 1, 0, 3], [3, 0, 1, 2],
        ],
        "other names for the players, n - 1 - i for i, and not another order of coming": [
          [0, 2, 1, 3], [3, 1, 2, 0], [3, 0, 1, 2], [0, 3, 2, 1],
        ],
        "each order twice": [[0, 2, 1, 3], [0, 2, 1, 3], [3, 0, 1, 2], [3, 0, 1, 2]],
        "the orders as they were": orders,
      ],
      given: ["orders": orders])
  }

  @Test func `orders of any length, and none at all`() throws {
    try expect(antithetic([[1, 0, 2]]), is: [[1, 0, 2], [2, 0, 1]])
    try expect(antithetic([[0]]), is: [[0], [0]], given: ["orders": [[0]]])
    try expect(antithetic([]), is: [], given: ["orders": "none"])
  }

  @Test func `who comes at a place in one order comes at the same from the back in the other`()
    throws
  {
    try forEachSeed { generator in
      let orders = (0..<3).map { _ in permutation(of: 6, using: &generator) }
      let pairs = try antithetic(orders)
      try expect(pairs.count, is: 6, given: ["orders": orders])
      for (index, order) in orders.enumerated() {
        try expect(pairs[2 * index], is: order, given: ["orders": orders])
        for place in 0..<6 {
          try expect(
            pairs[2 * index + 1].count == 6 && pairs[2 * index + 1][5 - place] == order[place],
            "\(order[place]) comes at place \(5 - place) of the reversal",
            given: ["order": order, "behind it": pairs[2 * index + 1]])
        }
      }
    }
  }
}
