import Expecting
import Shapley
import Tensors
import Testing

/// The mean over orders: one order by hand, several, all of them, and what holds for any.
@Suite(.exercise) struct `sampledShapley(of:orders:)` {
  @Test func `in one order, each player gets what it adds to those before it`() throws {
    // 1 comes first and adds 1 - 3, then 2 adds 3 - 1, then 0 adds 20 - 3.
    let game = TableGame(unevenGame)
    try expect(
      sampledShapley(of: game.game, orders: [[1, 2, 0]]), is: [17, -2, 2],
      mistakes: game.orderMistakes([[1, 2, 0]]),
      given: ["values of 000, 001, 010, \u{2026}, 111, player 0 on the right": unevenGame])
  }

  @Test func `four players in three orders, step by step`() throws {
    try forEachSeed { generator in
      let game = TableGame(players: 4, using: &generator)
      let orders = [[1, 2, 0, 3], [3, 0, 1, 2], [1, 0, 2, 3]]
      try expect(
        sampledShapley(of: game.game, orders: orders), is: game.meanGains(in: orders),
        mistakes: game.orderMistakes(orders), given: ["values": game.values])
    }
  }

  @Test func `several orders count equally, and each begins with nobody`() throws {
    // More orders than players, so that the two cannot be mixed up.
    let orders = [[1, 2, 0], [2, 0, 1], [0, 1, 2], [2, 1, 0], [1, 0, 2]]
    let game = TableGame(unevenGame)
    let first = game.gains(in: orders[0])
    let sum = game.meanGains(in: orders).map { $0 * 5 }
    try expect(
      sampledShapley(of: game.game, orders: orders), is: sum.map { $0 / 5 },
      mistakes: [
        "the sum over the orders, not their mean": sum,
        "the first order alone": first,
        "the last order alone": game.gains(in: orders[4]),
        "the mask was not set back to zeros behind an order: the next one found everybody present":
          first.map { $0 / 5 },
        "a sum divided by orders times players": sum.map { $0 / 15 },
        "a sum divided by the number of players; it is by that of the orders": sum.map { $0 / 3 },
        "a sum divided by the number of orders less one": sum.map { $0 / 4 },
        TableGame.nothingForAnybody: [0, 0, 0],
      ],
      given: ["orders": orders, "values": unevenGame])
  }

  @Test func `an order that is there twice counts twice, also beside its reversal`() throws {
    let game = TableGame(unevenGame)
    let (order, other) = ([1, 2, 0], [2, 0, 1])
    try expect(
      sampledShapley(of: game.game, orders: [order, other, order]),
      is: game.meanGains(in: [order, other, order]),
      mistakes: ["equal orders counted once": game.meanGains(in: [order, other])],
      given: ["orders": [order, other, order]])
    try expect(
      sampledShapley(of: game.game, orders: [order, order.reversed(), other]),
      is: game.meanGains(in: [order, order.reversed(), other]),
      mistakes: [
        "an order and its reversal counted as one": game.meanGains(in: [order, other]),
        "the reversal alone, without the order before it":
          game.meanGains(in: [order.reversed(), other]),
      ],
      given: ["orders": [order, order.reversed(), other]])
  }

  @Test func `over all orders it is the Shapley value`() throws {
    let sixth: Double = 1 / 6
    try expect(
      sampledShapley(of: TableGame(gloveGame).game, orders: TableGame.orders(of: 3)),
      is: [4 * sixth, sixth, sixth], given: ["game": "gloves, in all six orders"])
    // 6 for three of four, who share it.
    let unanimity = TableGame(players: 4) { has in has(0) && has(2) && has(3) ? 6 : 0 }
    try expect(
      sampledShapley(of: unanimity.game, orders: TableGame.orders(of: 4)), is: [2, 0, 2, 2],
      given: ["game": "6 where 0, 2 and 3 are all there, in all 24 orders"])
  }

  @Test func `efficiency: any orders at all pay out what everybody earns over nobody`() throws {
    try forEachSeed { generator in
      let game = TableGame(players: 5, using: &generator)
      let orders = (0..<3).map { _ in permutation(of: 5, using: &generator) }
      let paid = try sampledShapley(of: game.game, orders: orders)
      try expect(paid.count, is: 5)
      try expect(paid.reduce(0, +), is: game.total, given: ["orders": orders, "paid": paid])
    }
  }

  @Test func `dummy: who never adds anything gets nothing in any order`() throws {
    try forEachSeed { generator in
      let game = TableGame(players: 3, using: &generator).withDummy
      let orders = (0..<2).map { _ in permutation(of: 4, using: &generator) }
      let paid = try sampledShapley(of: game.game, orders: orders)
      try expect(paid.count, is: 4)
      try expect(paid[1], is: 0, given: ["orders": orders, "values": game.values])
    }
  }

  @Test func `where only pairs work together, an order and its reversal are exact`() throws {
    try forEachSeed { generator in
      let single: [Double] = (0..<4).map { _ in Double(generator.next() % 8) }
      var joint = [[Double]](repeating: [0, 0, 0, 0], count: 4)
      for i in 0..<4 {
        for j in 0..<i {
          joint[i][j] = Double(generator.next() % 8)
          joint[j][i] = joint[i][j]
        }
      }
      // Each of a pair gets half of what the two do together.
      let truth: [Double] = (0..<4).map { player in
        let shared: Double = joint[player].reduce(0, +)
        return single[player] + shared / 2
      }
      let game = TableGame(players: 4) { has in
        var value = 0.0
        for i in (0..<4).filter(has) {
          value += single[i]
          for j in (0..<i).filter(has) { value += joint[i][j] }
        }
        return value
      }
      let order = permutation(of: 4, using: &generator)
      try expect(
        sampledShapley(of: game.game, orders: [order, order.reversed()]), is: truth,
        given: ["orders": [order, order.reversed()]])
    }
  }

  @Test func `seventy players are not too many`() throws {
    try forEachSeed { generator in
      let orders = (0..<2).map { _ in permutation(of: 70, using: &generator) }
      let wages = (1...70).map(Double.init)
      let additive = { (masks: Tensor) in masks.matmul(Tensor(wages.map { Float($0) })) }
      // In an Int, bit 64 and beyond are lost when set, and read as copies of bit 63.
      let lost = wages[..<64] + [0, 0, 0, 0, 0, 0]
      let copied = wages[..<63] + [wages[63...].reduce(0, +)] + [0, 0, 0, 0, 0, 0]
      let bits = "coalitions kept as the bits of one Int, which has 64 of them"
      try expect(
        sampledShapley(of: additive, orders: orders), is: wages,
        mistakes: [bits: Array(lost), bits: Array(copied)],
        given: ["players": 70, "v": "the sum of i + 1 over the players i who are there"])
    }
  }

  @Test func `one player gets everything, and without orders there is nobody to pay`() throws {
    try expect(
      sampledShapley(of: TableGame([2, 5]).game, orders: [[0], [0]]), is: [3],
      given: ["values": [2, 5], "orders": [[0], [0]]])
    try expect(
      sampledShapley(of: TableGame(unevenGame).game, orders: []), is: [],
      given: ["orders": "none"])
  }

  @Test func `the game is asked once, about one coalition more than players for each order`() throws
  {
    let game = TableGame(players: 5) { has in has(2) ? 1 : 0 }
    _ = try sampledShapley(of: game.game, orders: [[0, 1, 2, 3, 4], [3, 1, 4, 0, 2]])
    try expect(
      game.calls == 1, "the game is asked once, about the coalitions of all orders together",
      given: ["times it was asked": game.calls, "coalitions": game.asked.count])
    try expect(
      game.asked.count <= 12,
      "two orders of five players meet at most 12 coalitions: a value serves two differences",
      given: ["coalitions it was asked about": game.asked.count])
  }

  @Test func `what is no number is not hidden`() throws {
    var values = unevenGame
    values[2] = .nan
    let game = TableGame(values)
    let paid = try sampledShapley(of: game.game, orders: [[0, 1, 2], [1, 2, 0]])
    try expect(
      paid.count == 3 && paid[1].isNaN && paid[2].isNaN,
      "1 and 2 need the value of 010, which is NaN, and so get NaN",
      given: ["paid": paid, "values": values, "orders": [[0, 1, 2], [1, 2, 0]]])
    // Player 0 adds 5 - 3 in the one order, and 20 - 3 in the other.
    try expect(paid[0], is: 9.5, given: ["values": values, "orders": [[0, 1, 2], [1, 2, 0]]])
  }

  @Test func `an error of the game comes out`() throws {
    try expectRefusal {
      _ = try sampledShapley(
        of: { throw Refusal(coalitions: $0.shape[0]) }, orders: [[0, 1], [1, 0]])
    }
  }
}
