import Expecting
import Explanations
import Shapley
import Tensors

/// A game whose values are known one by one, in binary order: bit i of an index says that i is there.
final class TableGame {
  let values: [Double]
  let players: Int

  /// How often it was asked.
  private(set) var calls = 0

  /// The coalitions it was asked about, one after the other.
  private(set) var asked: [Int] = []

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
      var coalitions: [Int] = []
      for row in 0..<masks.shape[0] {
        coalitions.append(try self.coalition(masks[row].scalars))
      }
      self.asked += coalitions
      return Tensor(coalitions.map { Float(self.values[$0]) }, shape: [coalitions.count])
    }
  }

  private func coalition(_ mask: [Float]) throws -> Int {
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
  /// What is worth everybody being there instead of nobody.
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

  /// The definition in words: the mean over all orders of what each player adds.
  var shapleyByOrders: [Double] {
    let orders = TableGame.orders(of: players)
    let sums = orders.reduce([Double](repeating: 0, count: players)) { sums, order in
      zip(sums, gains(in: order)).map { $0 + $1 }
    }
    return sums.map { $0 / Double(orders.count) }
  }

  /// The sum of what a player adds to the coalitions of others, each with a weight by its size.
  func weighted(_ weight: (_ size: Int, _ players: Int) -> Double) -> [Double] {
    (0..<players).map { player in
      values.indices.filter { $0 >> player & 1 == 0 }.reduce(0) { sum, coalition in
        let gain = values[coalition | 1 << player] - values[coalition]
        return sum + weight(coalition.nonzeroBitCount, players) * gain
      }
    }
  }

  /// What is lost when a player leaves all the others.
  var occlusion: [Double] {
    let everybody = values.count - 1
    return (0..<players).map { values[everybody] - values[everybody ^ 1 << $0] }
  }

  /// What a player earns alone.
  var alone: [Double] { (0..<players).map { values[1 << $0] - values[0] } }

  /// The simple mean over coalitions: Banzhaf's index.
  var banzhaf: [Double] { weighted { _, players in 1 / Double(1 << (players - 1)) } }

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

/// The factorial of a small number.
func factorial(_ number: Int) -> Double { (1..<max(2, number + 1)).reduce(1) { $0 * Double($1) } }
