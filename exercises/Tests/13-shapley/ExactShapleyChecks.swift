import Expecting
import Shapley
import Tensors
import Testing

/// The Shapley value from all coalitions: closed forms, the four axioms, and all orders one by one.
@Suite(.exercise) struct `exactShapley(of:players:)` {
  @Test func `the left glove gets two thirds, and each right one a sixth`() throws {
    let glove = TableGame(gloveGame)
    let sixth: Double = 1 / 6
    let right: [Double] = [4 * sixth, sixth, sixth]
    let scaled: [Double] = [0.6, 0.2, 0.2]
    let tooManyOthers = glove.weighted { factorial($0) * factorial($1 - $0) / factorial($1) }
    let withThePlayer = glove.weighted {
      factorial($0 + 1) * factorial($1 - $0 - 2) / factorial($1)
    }
    let amongAll = glove.weighted {
      factorial($0) * factorial($1 - $0) / factorial($1) / Double($1)
    }
    let ordersOfOthers = glove.weighted {
      factorial($0) * factorial($1 - $0 - 1) / factorial($1 - 1)
    }
    let notDivided = glove.weighted { factorial($0) * factorial($1 - $0 - 1) }
    let unweighted = glove.weighted { _, _ in 1 }
    let equal: [Double] = [2 * sixth, 2 * sixth, 2 * sixth]
    let turned: [Double] = [-4 * sixth, -sixth, -sixth]
    let fromTheLast: [Double] = [sixth, sixth, 4 * sixth]
    try expect(
      exactShapley(of: glove.game, players: 3), is: right,
      mistakes: [
        "Banzhaf's index: the simple mean over coalitions, in which middle sizes count most":
          glove.banzhaf,
        "Banzhaf's index scaled to the right sum": scaled,
        "what is lost when a player leaves all the others; that is occlusion": glove.occlusion,
        "what each player earns alone, or weights that are 0, as 1 / 6 is where both are Int":
          glove.alone,
        "a single order, in which the players come by their numbers": glove.gains(in: [0, 1, 2]),
        "the same for everybody: the sum divided by the number of players": equal,
        "weights with (n - s)! where (n - s - 1)! belongs": tooManyOthers,
        "weights for a size that counts the player itself: s is the size without it":
          withThePlayer,
        "weights divided by n \u{B7} C(n, s); it is C(n - 1, s), for the player is not among them":
          amongAll,
        "weights divided by (n - 1)!; there are n! orders": ordersOfOthers,
        "weights not divided by n!": notDivided,
        "all differences added up without weights": unweighted,
        "the difference the wrong way round: without the player minus with it": turned,
        "the players from the last to the first: player 0 is bit 0, the lowest": fromTheLast,
      ],
      given: ["values of 000, 001, 010, \u{2026}, 111, player 0 on the right": gloveGame])
  }

  @Test func `who adds the same to every coalition gets just that`() throws {
    let wages: [Double] = [3, -1, 0, 0.5]
    let additive = TableGame(players: 4) { has in
      (0..<4).filter(has).reduce(5) { $0 + wages[$1] }
    }
    let values = additive.valuesWithPlayers
    try expect(
      exactShapley(of: additive.game, players: 4), is: wages,
      mistakes: [
        "the value with the player, and not what it adds to it": values,
        "the value with the player minus that of nobody, and not what it adds":
          values.map { $0 - 5 },
        "the magnitude of what a player adds": wages.map(abs),
      ],
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
      mistakes: [
        "what is lost when a player leaves all the others; that is occlusion":
          unanimity.occlusion,
        "Banzhaf's index: the simple mean over coalitions": unanimity.banzhaf,
        "what each player earns alone": unanimity.alone,
      ],
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
      mistakes: [
        "what is lost when a player leaves all the others; that is occlusion": network.occlusion,
        "Banzhaf's index: the simple mean over coalitions": network.banzhaf,
        "what each player earns alone": network.alone,
      ],
      given: ["values of 000, 001, 010, \u{2026}, 111, player 0 on the right": network.values])
  }

  @Test func `two inputs of a gate halve what they do together`() throws {
    // c (a + b) + d a b against the input (0, 0): the product is shared, whatever its sign.
    let gates: [(String, Double, Double)] = [
      ("ADD", 1, 0), ("AND", 0, 1), ("OR", 1, -1), ("XOR", 1, -2),
    ]
    for (name, single, joint) in gates {
      let gate = TableGame([0, single, single, 2 * single + joint])
      let half = single + joint / 2
      try expect(
        exactShapley(of: gate.game, players: 2), is: [half, half],
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
      let others = TableGame(
        TableGame(players: 3, using: &generator).values.enumerated().map { index, value in
          index == 0 ? 0 : value + 1
        })
      // Player 1 of four is the dummy; the rest play their own game.
      let game = others.withDummy
      let paid = try exactShapley(of: game.game, players: 4)
      try expect(paid.count, is: 4)
      try expect(
        paid[1], is: 0,
        mistakes: [
          "the mean of v(S) - v(nobody) over the coalitions with the player, who was only there":
            others.values.reduce(0, +) / 8
        ],
        given: ["paid": paid, "values": game.values])
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

  @Test func `four players, in all 24 orders one by one`() throws {
    try forEachSeed { generator in
      let game = TableGame(players: 4, using: &generator)
      try expect(
        exactShapley(of: game.game, players: 4), is: game.shapleyByOrders,
        mistakes: [
          "what each player earns alone": game.alone,
          "what is lost when a player leaves all the others; that is occlusion": game.occlusion,
          "Banzhaf's index: the simple mean over coalitions": game.banzhaf,
          "a single order, in which the players come by their numbers":
            game.gains(in: [0, 1, 2, 3]),
        ],
        given: ["values": game.values])
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
}

extension TableGame {
  /// For each player the weighted sum of the values with it, nothing taken off.
  fileprivate var valuesWithPlayers: [Double] {
    (0..<players).map { player in
      values.indices.filter { $0 >> player & 1 == 0 }.reduce(0) { sum, coalition in
        let size = coalition.nonzeroBitCount
        let weight = factorial(size) * factorial(players - size - 1) / factorial(players)
        return sum + weight * values[coalition | 1 << player]
      }
    }
  }
}
