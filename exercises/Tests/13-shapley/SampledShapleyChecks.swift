import Expecting
import Shapley
import Tensors
import Testing

/// The mean over orders: one order by hand, several, all of them, and what holds for any.
@Suite(.exercise) struct `sampledShapley(of:orders:)` {
  /// Three players in whom every coalition is worth something else.
  private let values = [1.0, 2, 4, 9, 8, 17, 32, 64]

  @Test func `in one order, each player gets what it adds to those before it`() throws {
    let game = TableGame(values)
    let places: [Double] = [3, 28, 32]
    let overNobody: [Double] = [63, 3, 31]
    let valuesThere: [Double] = [64, 4, 32]
    let oneEarly: [Double] = [28, 0, 3]
    let turned: [Double] = [-32, -3, -28]
    // 1 comes first and adds 4 - 1, then 2 adds 32 - 4, then 0 adds 64 - 32.
    try expect(
      sampledShapley(of: game.game, orders: [[1, 2, 0]]), is: [32, 3, 28],
      mistakes: [
        "what players add in the order in which they come; entry i belongs to player i": places,
        "the order from the back: the last one first": game.gains(in: [0, 2, 1]),
        "entry i taken for the place of player i; it is the player who comes at place i":
          game.gains(in: [2, 0, 1]),
        "players in the order of their numbers, whatever order is given":
          game.gains(in: [0, 1, 2]),
        "the value with a player over that of nobody, and not over that of those before it":
          overNobody,
        "the value with those before and the player, nothing taken off": valuesThere,
        "what is lost when a player leaves all the others": game.occlusion,
        "what each player earns alone": game.alone,
        "the player's own coming left out: what the one before it adds": oneEarly,
        "what each player adds, with the sign turned": turned,
        "the exact Shapley values; the orders given are to be used": game.shapleyByOrders,
      ],
      given: ["values of 000, 001, 010, \u{2026}, 111, player 0 on the right": values])
  }

  @Test func `several orders count equally, and each begins with nobody`() throws {
    let game = TableGame(values)
    let first = game.gains(in: [1, 2, 0])
    let second = game.gains(in: [2, 0, 1])
    let third = game.gains(in: [0, 1, 2])
    let sum: [Double] = (0..<3).map { first[$0] + second[$0] + third[$0] }
    try expect(
      sampledShapley(of: game.game, orders: [[1, 2, 0], [2, 0, 1], [0, 1, 2]]),
      is: sum.map { $0 / 3 },
      mistakes: [
        "the sum over the orders, not their mean": sum,
        "the first order alone": first,
        "the last order alone": third,
        "only the first order begun with nobody there; the others found everybody present":
          first.map { $0 / 3 },
        "a sum divided by orders times players": sum.map { $0 / 9 },
        "a sum divided by the number of players and not of orders, or what comes to the same":
          sum.map { $0 / 6 },
        "the exact Shapley values; the orders given are to be used": game.shapleyByOrders,
      ],
      given: ["values of 000, 001, 010, \u{2026}, 111, player 0 on the right": values])
  }

  @Test func `an order that is there twice counts twice`() throws {
    let game = TableGame(values)
    let (first, second) = (game.gains(in: [1, 2, 0]), game.gains(in: [2, 0, 1]))
    let sum: [Double] = (0..<3).map { 2 * first[$0] + second[$0] }
    let once: [Double] = (0..<3).map { (first[$0] + second[$0]) / 2 }
    try expect(
      sampledShapley(of: game.game, orders: [[1, 2, 0], [2, 0, 1], [1, 2, 0]]),
      is: sum.map { $0 / 3 },
      mistakes: [
        "equal orders counted once": once, "the sum over the orders, not their mean": sum,
      ],
      given: ["orders": [[1, 2, 0], [2, 0, 1], [1, 2, 0]]])
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
      let others = TableGame(players: 3, using: &generator)
      let game = others.withDummy
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
      let truth: [Double] = (0..<4).map { single[$0] + joint[$0].reduce(0, +) / 2 }
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

  @Test func `four players in two orders, step by step`() throws {
    try forEachSeed { generator in
      let game = TableGame(players: 4, using: &generator)
      let orders = (0..<2).map { _ in permutation(of: 4, using: &generator) }
      let (one, other) = (game.gains(in: orders[0]), game.gains(in: orders[1]))
      try expect(
        sampledShapley(of: game.game, orders: orders),
        is: zip(one, other).map { ($0 + $1) / 2 },
        given: ["orders": orders, "values": game.values])
    }
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
}
