import Expecting
import Shapley
import Tensors
import Testing

/// Orders in pairs: each with its reversal behind it.
@Suite(.exercise) struct `antithetic(_:)` {
  @Test func `each order is followed by the same from the back`() throws {
    let orders = [[1, 2, 0, 3], [3, 0, 1, 2]]
    try expect(
      antithetic(orders), is: [[1, 2, 0, 3], [3, 0, 2, 1], [3, 0, 1, 2], [2, 1, 0, 3]],
      mistakes: [
        "all orders first and their reversals behind; a pair stands together": [
          [1, 2, 0, 3], [3, 0, 1, 2], [3, 0, 2, 1], [2, 1, 0, 3],
        ],
        "the list from the back; but each order is to be reversed": [
          [1, 2, 0, 3], [3, 0, 1, 2], [3, 0, 1, 2], [1, 2, 0, 3],
        ],
        "the reversals alone": [[3, 0, 2, 1], [2, 1, 0, 3]],
        "the reversal first and the order behind": [
          [3, 0, 2, 1], [1, 2, 0, 3], [2, 1, 0, 3], [3, 0, 1, 2],
        ],
        "other names for the players, n - 1 - i for i, and not another order of coming": [
          [1, 2, 0, 3], [2, 1, 3, 0], [3, 0, 1, 2], [0, 3, 2, 1],
        ],
        "the players from the last number to the first, whatever their order": [
          [1, 2, 0, 3], [3, 2, 1, 0], [3, 0, 1, 2], [3, 2, 1, 0],
        ],
        "places and players exchanged: entry i of the second is the place of player i": [
          [1, 2, 0, 3], [2, 0, 1, 3], [3, 0, 1, 2], [1, 2, 3, 0],
        ],
        "each order twice": [[1, 2, 0, 3], [1, 2, 0, 3], [3, 0, 1, 2], [3, 0, 1, 2]],
        "the orders as they were": orders,
      ],
      given: ["orders": orders])
  }

  @Test func `orders of any length, and none at all`() throws {
    try expect(antithetic([[1, 0, 2]]), is: [[1, 0, 2], [2, 0, 1]])
    try expect(antithetic([[0, 1]]), is: [[0, 1], [1, 0]])
    try expect(antithetic([[0]]), is: [[0], [0]], given: ["orders": [[0]]])
    try expect(antithetic([]), is: [], given: ["orders": "none"])
  }

  @Test func `an order that is there already gets its reversal all the same`() throws {
    let (order, reversal) = ([1, 0, 2], [2, 0, 1])
    try expect(
      antithetic([order, reversal]), is: [order, reversal, reversal, order],
      mistakes: ["one pair, since the reversal was there already": [order, reversal]],
      given: ["orders": [order, reversal]])
    try expect(
      antithetic([order, order]), is: [order, reversal, order, reversal],
      mistakes: ["one pair, since the order was there twice": [order, reversal]],
      given: ["orders": [order, order]])
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
