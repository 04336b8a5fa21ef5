import Checking
import Expecting
import Shapley
import Tensors
import Testing

/// The Shapley value from all coalitions: all orders one by one, closed forms, the four axioms.
@Suite(.exercise) struct `exactShapley(of:players:)` {
  @Test func `three players get the mean of what they add in all six orders`() throws {
    let game = TableGame(unevenGame)
    try expect(
      exactShapley(of: game.game, players: 3), is: game.shapleyByOrders,
      mistakes: game.exactMistakes,
      given: ["values of 000, 001, 010, \u{2026}, 111, player 0 on the right": unevenGame])
  }

  @Test func `five players get it in all 120 orders`() throws {
    try forEachSeed { generator in
      let game = TableGame(players: 5, using: &generator)
      try expect(
        exactShapley(of: game.game, players: 5), is: game.shapleyByOrders,
        mistakes: game.exactMistakes, given: ["values": game.values])
    }
  }

  @Test func `the left glove gets two thirds, and each right one a sixth`() throws {
    let sixth: Double = 1 / 6
    try expect(
      exactShapley(of: TableGame(gloveGame).game, players: 3), is: [4 * sixth, sixth, sixth],
      given: ["values of 000, 001, 010, \u{2026}, 111, player 0 on the right": gloveGame])
  }

  @Test func `who adds the same to every coalition gets just that`() throws {
    let wages: [Double] = [3, -1, 0, 0.5]
    let additive = TableGame(players: 4) { has in
      (0..<4).filter(has).reduce(5) { $0 + wages[$1] }
    }
    try expect(
      exactShapley(of: additive.game, players: 4), is: wages,
      given: ["v": "5 + 3 a - b + 0 c + d / 2"])
  }

  @Test func `planes share a runway, each piece among those who need it`() throws {
    try forEachSeed { generator in
      // A coalition pays for its longest runway. The first piece is needed by all four, …
      let pieces: [Double] = (0..<4).map { _ in Double(1 + generator.next() % 8) }
      let airport = TableGame(players: 4) { has in
        (0..<4).last(where: has).map { pieces[...$0].reduce(0, +) } ?? 0
      }
      var truth: [Double] = []
      for plane in 0..<4 { truth.append((truth.last ?? 0) + pieces[plane] / Double(4 - plane)) }
      try expect(
        exactShapley(of: airport.game, players: 4), is: truth,
        given: ["lengths of the four pieces": pieces])
    }
  }

  @Test func `who is needed shares with all who are needed`() throws {
    let unanimity = TableGame(players: 4) { has in has(0) && has(2) && has(3) ? 6 : 0 }
    try expect(
      exactShapley(of: unanimity.game, players: 4), is: [2, 0, 2, 2],
      given: ["v": "6 where 0, 2 and 3 are all there"])
  }

  @Test func `a small network with ReLU gets what can be counted out on paper`() throws {
    // relu(s - 10) + 3 relu(s + 1) - 1, with s the sum of the inputs 20, 50 and 30, against zeros.
    let inputs: [Double] = [20, 50, 30]
    let network = TableGame(players: 3) { has in
      let sum = (0..<3).filter(has).reduce(0) { $0 + inputs[$1] }
      return max(0, sum - 10) + 3 * max(0, sum + 1) - 1
    }
    // Everything is worth 4 times its input, less the 10 of the first ReLU, which the three share.
    let truth: [Double] = inputs.map { 4 * $0 - 10 / 3 }
    try expect(
      exactShapley(of: network.game, players: 3), is: truth,
      given: ["values of 000, 001, 010, \u{2026}, 111, player 0 on the right": network.values])
  }

  @Test func `two inputs of a gate halve what they do together`() throws {
    // c a + d b + e a b against the input (0, 0): the product is shared, whatever its sign.
    let gates: [(String, Double, Double, Double)] = [
      ("ADD", 1, 1, 0), ("AND", 0, 0, 1), ("OR", 1, 1, -1), ("XOR", 1, 1, -2),
      ("3 a + b + 2 a b", 3, 1, 2), ("b - 4 a - 3 a b", -4, 1, -3),
    ]
    for (name, first, second, joint) in gates {
      let gate = TableGame([0, first, second, first + second + joint])
      try expect(
        exactShapley(of: gate.game, players: 2), is: [first + joint / 2, second + joint / 2],
        given: ["gate": name, "values of 00, 01, 10, 11": gate.values])
    }
  }

  @Test func `efficiency: what is paid out is what everybody earns over nobody`() throws {
    try forEachSeed { generator in
      let game = TableGame(players: 5, using: &generator)
      let paid = try exactShapley(of: game.game, players: 5)
      try expect(paid.count, is: 5)
      try expect(
        paid.reduce(0, +), is: game.total,
        given: ["paid": paid, "v(everybody)": game.values[31], "v(nobody)": game.values[0]])
    }
  }

  @Test func `symmetry: players who can stand in for one another get the same`() throws {
    try forEachSeed { generator in
      // The value depends on how many of 1 and 3 are there, and on who else is.
      let table: [Double] = (0..<12).map { _ in Double(generator.next() % 64) }
      let game = TableGame(players: 4) { has in
        let twins = [1, 3].count(where: has)
        let others = (has(0) ? 1 : 0) + (has(2) ? 2 : 0)
        return table[3 * others + twins]
      }
      let paid = try exactShapley(of: game.game, players: 4)
      try expect(paid.count, is: 4)
      try expect(paid[1], is: paid[3], given: ["paid": paid, "values": game.values])
    }
  }

  @Test func `dummy: who never adds anything gets nothing`() throws {
    try forEachSeed { generator in
      // Player 1 of four is the dummy; the rest play their own game.
      let game = TableGame(players: 3, using: &generator).withDummy
      let paid = try exactShapley(of: game.game, players: 4)
      try expect(paid.count, is: 4)
      try expect(paid[1], is: 0, given: ["paid": paid, "values": game.values])
    }
  }

  @Test func `additivity: two games played together pay what they pay apart`() throws {
    try forEachSeed { generator in
      let one = TableGame(players: 4, using: &generator)
      let other = TableGame(players: 4, using: &generator)
      let both = TableGame(zip(one.values, other.values).map { $0 + $1 })
      let apart = try zip(
        exactShapley(of: one.game, players: 4), exactShapley(of: other.game, players: 4))
      try expect(exactShapley(of: both.game, players: 4), is: apart.map { $0 + $1 })
    }
  }

  @Test func `the game is asked once, about each coalition once`() throws {
    let game = TableGame(players: 6) { has in has(2) ? 1 : 0 }
    _ = try exactShapley(of: game.game, players: 6)
    try expect(
      game.calls == 1, "the game is asked once, with one mask for each coalition",
      given: ["times it was asked": game.calls, "coalitions": game.asked.count])
    try expect(
      game.asked.sorted() == Array(0..<64), "each of the 64 coalitions is asked about once",
      given: ["coalitions it was asked about": game.asked.count])
  }

  @Test func `one player gets everything, and ten are not too many`() throws {
    try expect(exactShapley(of: TableGame([2, 5]).game, players: 1), is: [3])
    // Ten planes: each needs a piece of 1 more than the one before.
    let airport = TableGame(players: 10) { has in
      Double((0..<10).last(where: has).map { $0 + 1 } ?? 0)
    }
    var truth: [Double] = []
    for plane in 0..<10 { truth.append((truth.last ?? 0) + 1 / Double(10 - plane)) }
    try expect(exactShapley(of: airport.game, players: 10), is: truth)
  }

  @Test func `millionths are paid out as well, and what is no number is not hidden`() throws {
    let small = TableGame(unevenGame.map { $0 * 1e-6 })
    try expect(
      exactShapley(of: small.game, players: 3), is: small.shapleyByOrders,
      within: Tolerance(absolute: 1e-10, relative: 1e-4), given: ["values": small.values])
    var values = unevenGame
    values[5] = .nan
    let paid = try exactShapley(of: TableGame(values).game, players: 3)
    try expect(
      paid.count == 3 && paid.allSatisfy(\.isNaN),
      "each of the three needs the value of 101, which is NaN, and so gets NaN",
      given: ["paid": paid, "values": values])
  }

  @Test func `an error of the game comes out`() throws {
    try expectRefusal {
      _ = try exactShapley(of: { throw Refusal(coalitions: $0.shape[0]) }, players: 2)
    }
  }
}
