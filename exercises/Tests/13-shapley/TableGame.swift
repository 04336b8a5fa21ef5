import Expecting
import Explanations
import Shapley
import Tensors
import Testing

/// A game whose values are known one by one, in binary order: bit i of an index says that i is there.
final class TableGame {
  let values: [Double]
  let players: Int

  /// How often it was asked.
  private(set) var calls = 0

  /// The coalitions it was asked about, one after the other.
  private(set) var asked: [Int] = []

  /// The Shapley value in the words of its definition.
  private(set) lazy var shapleyByOrders = meanGains(in: TableGame.orders(of: players))

  init(_ values: [Double]) {
    self.values = values
    players = values.count.trailingZeroBitCount
  }

  /// A game by a formula; `has(i)` tells whether player i is there.
  convenience init(players: Int, _ value: (_ has: (Int) -> Bool) -> Double) {
    self.init((0..<1 << players).map { coalition in value { coalition >> $0 & 1 == 1 } })
  }

  /// A game of any values, whole numbers from 0 to 16 in quarters, which every sum holds exactly.
  convenience init(players: Int, using generator: inout SplitMix64) {
    self.init((0..<1 << players).map { _ in Double(generator.next() % 64) / 4 })
  }

  /// The game as the exercise asks it.
  var game: Game {
    { masks in
      guard masks.rank == 2, masks.shape[1] == self.players else {
        throw WrongMasks("masks of shape \(masks.shape); it takes [M, \(self.players)]")
      }
      self.calls += 1
      let entries = masks.scalars
      let coalitions = try (0..<masks.shape[0]).map { row in
        try self.coalition(entries[row * self.players..<(row + 1) * self.players])
      }
      self.asked += coalitions
      return Tensor(coalitions.map { Float(self.values[$0]) }, shape: [coalitions.count])
    }
  }

  private func coalition(_ mask: ArraySlice<Float>) throws -> Int {
    try mask.enumerated().reduce(0) { sum, entry in
      guard entry.element == 0 || entry.element == 1 else {
        throw WrongMasks("a mask with the entry \(entry.element); a player is there, 1, or not, 0")
      }
      return sum | Int(entry.element) << entry.offset
    }
  }

  /// What is asked in a form that no game understands.
  private struct WrongMasks: Error, CustomStringConvertible {
    let description: String
    init(_ what: String) { description = "the game was asked about \(what)" }
  }
}

extension TableGame {
  /// What everybody earns over nobody.
  var total: Double { values[values.count - 1] - values[0] }

  /// What each player adds when they come in an order.
  func gains(in order: [Int]) -> [Double] {
    var gains = [Double](repeating: 0, count: players)
    var present = 0
    for player in order {
      gains[player] = values[present | 1 << player] - values[present]
      present |= 1 << player
    }
    return gains
  }

  /// The mean over orders of what each player adds; over all orders it is the definition.
  func meanGains(in orders: [[Int]]) -> [Double] { mean(over: orders, gains(in:)) }

  /// The mean over orders of a number for each player.
  func mean(over orders: [[Int]], _ numbers: ([Int]) -> [Double]) -> [Double] {
    let sums = orders.reduce([Double](repeating: 0, count: players)) { sums, order in
      zip(sums, numbers(order)).map { $0 + $1 }
    }
    return sums.map { $0 / Double(orders.count) }
  }

  /// The game with a player 1 who never adds anything; the others keep their order.
  var withDummy: TableGame {
    TableGame(
      (0..<2 * values.count).map { coalition in
        let (first, others) = (coalition & 1, coalition >> 2)
        return values[others << 1 | first]
      })
  }

  /// All n! orders.
  static func orders(of players: Int) -> [[Int]] {
    guard players > 0 else { return [[]] }
    return orders(of: players - 1).flatMap { order in
      (0..<players).map { Array(order[..<$0]) + [players - 1] + Array(order[$0...]) }
    }
  }
}

/// A left glove and two right ones: a pair is worth 1, and player 0 has the left one.
let gloveGame = [0.0, 0, 0, 1, 0, 1, 0, 1]

/// Three players whom nothing makes alike: nobody is worth something, and some who come do harm.
let unevenGame = [3.0, 5, 1, 9, 8, 4, 3, 20]

/// What a game refuses with.
struct Refusal: Error, Equatable, CustomStringConvertible {
  let coalitions: Int
  var description: String { "the game was refused by the check, asked about \(coalitions) rows" }
}

/// Checks that what a game or a score throws is what the learner's function throws.
func expectRefusal(_ call: () throws -> Void) throws {
  var thrown = "nothing"
  do {
    try call()
  } catch is Refusal {
    return
  } catch let unfinished as Unfinished {
    throw unfinished
  } catch {
    thrown = "\(error)"
  }
  try expect(
    false, "the error that is thrown inside comes out, the same one", given: ["thrown": thrown])
}
