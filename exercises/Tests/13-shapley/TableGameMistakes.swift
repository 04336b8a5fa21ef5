/// What people's mistakes make of a game, under the same names in every check that lists them.
///
/// The games they are listed for are uneven: in them no two of these come to the same.
extension TableGame {
  /// Wrong ways to the Shapley value from all coalitions.
  var exactMistakes: KeyValuePairs<String, [Double]> {
    let truth = shapleyByOrders
    let banzhaf = weighted { _, n in 1 / Double(1 << (n - 1)) }
    let scale = total / banzhaf.reduce(0, +)
    return [
      "Banzhaf's index: the simple mean over coalitions, in which middle sizes count most": banzhaf,
      "Banzhaf's index scaled to the right sum": banzhaf.map { $0 * scale },
      "half of Banzhaf's index: what a player adds, divided by the number of all coalitions":
        banzhaf.map { $0 / 2 },
      "what is lost when a player leaves all the others; that is occlusion": occlusion,
      "what each player earns alone": alone,
      TableGame.nothingForAnybody: zeros,
      "a single order, in which the players come by their numbers":
        gains(in: Array(0..<players)),
      "the same for everybody: the sum divided by the number of players":
        zeros.map { _ in total / Double(players) },
      "weights with (n - s)! where (n - s - 1)! belongs":
        weighted { factorial($0) * factorial($1 - $0) / factorial($1) },
      "weights for a size that counts the player itself: s is the size without it":
        weighted { factorial($0 + 1) * factorial($1 - $0 - 2) / factorial($1) },
      "weights divided by n \u{B7} C(n, s); it is C(n - 1, s), for the player is not among them":
        weighted { factorial($0) * factorial($1 - $0) / factorial($1) / Double($1) },
      "n times what is right: over (n - 1)! where n! belongs, or over C(n - 1, s) alone":
        truth.map { $0 * Double(players) },
      "weights not divided by n!": truth.map { $0 * factorial(players) },
      "all differences added up without weights": weighted { _, _ in 1 },
      "the difference the wrong way round: without the player minus with it": truth.map { -$0 },
      "the players from the last to the first; but player 0 is bit 0, the lowest": truth.reversed(),
      "the value with the player, and not what it adds to it":
        weighted(TableGame.weight) { with, _ in with },
      "the value with the player minus that of nobody, and not what it adds":
        weighted(TableGame.weight) { with, _ in with - self.values[0] },
      "the mean of v(S) - v(nobody) over the coalitions with the player, who was only there":
        weighted({ _, n in 1 / Double(1 << (n - 1)) }) { with, _ in with - self.values[0] },
      "the magnitude of what a player adds": weighted(TableGame.weight) { abs($0 - $1) },
      TableGame.nobodyWorthless: truth.map { $0 + values[0] / Double(players) },
      "the empty coalition left out; whoever comes first adds something, too":
        weighted { $0 == 0 ? 0 : TableGame.weight($0, $1) },
      "shares of 1; what is paid out is what everybody earns over nobody":
        truth.map { $0 / total },
    ]
  }

  /// Wrong ways to go through given orders that show in any orders.
  func orderMistakes(_ orders: [[Int]]) -> KeyValuePairs<String, [Double]> {
    [
      "what players add in the order in which they come; but entry i belongs to player i":
        mean(over: orders) { order in order.map { gains(in: order)[$0] } },
      "the order from the back: the last one first": meanGains(in: orders.map { $0.reversed() }),
      "entry i taken for the place of player i; but it is the player who comes at place i":
        meanGains(in: orders.map { order in order.indices.sorted { order[$0] < order[$1] } }),
      "players in the order of their numbers, whatever order is given":
        gains(in: Array(0..<players)),
      "the value with a player over that of nobody, and not over that of those before it":
        mean(over: orders) { order in valuesWithPlayers(in: order).map { $0 - values[0] } },
      "the value with those before and the player, nothing taken off":
        mean(over: orders, valuesWithPlayers(in:)),
      "what is lost when a player leaves all the others": occlusion,
      "what each player earns alone": alone,
      "the player's own coming left out: what the one before it adds":
        mean(over: orders) { order in
          var early = zeros
          for (one, next) in zip(order, order.dropFirst()) {
            early[next] = gains(in: order)[one]
          }
          return early
        },
      "what each player adds, with the sign turned": meanGains(in: orders).map { -$0 },
      "the magnitude of what each player adds":
        mean(over: orders) { order in gains(in: order).map(abs) },
      TableGame.nobodyWorthless:
        mean(over: orders) { order in
          var gains = gains(in: order)
          gains[order[0]] += values[0]
          return gains
        },
      "the exact Shapley values; the orders given are to be used": shapleyByOrders,
    ]
  }

  static let nothingForAnybody =
    "0 for everybody, as after a division of whole numbers: 1 / 6 is 0 in Swift"
  static let nobodyWorthless = "nobody's worth taken as 0: it is v(nobody), whatever that is"

  private var zeros: [Double] { [Double](repeating: 0, count: players) }

  private var alone: [Double] { (0..<players).map { values[1 << $0] - values[0] } }

  private var occlusion: [Double] {
    let everybody = values.count - 1
    return (0..<players).map { values[everybody] - values[everybody ^ 1 << $0] }
  }

  /// What the players who are there are worth once a player has come.
  private func valuesWithPlayers(in order: [Int]) -> [Double] {
    var values = zeros
    var present = 0
    for player in order {
      present |= 1 << player
      values[player] = self.values[present]
    }
    return values
  }

  private static func weight(_ size: Int, _ players: Int) -> Double {
    factorial(size) * factorial(players - size - 1) / factorial(players)
  }

  /// The sum over the coalitions of others of what a player changes, weighted by their size.
  private func weighted(
    _ weight: (_ size: Int, _ players: Int) -> Double,
    _ gain: (_ with: Double, _ without: Double) -> Double = { $0 - $1 }
  ) -> [Double] {
    (0..<players).map { player in
      values.indices.filter { $0 >> player & 1 == 0 }.reduce(0) { sum, coalition in
        let change = gain(values[coalition | 1 << player], values[coalition])
        return sum + weight(coalition.nonzeroBitCount, players) * change
      }
    }
  }
}

/// The factorial of a small number.
private func factorial(_ number: Int) -> Double {
  (1..<max(2, number + 1)).reduce(1) { $0 * Double($1) }
}
