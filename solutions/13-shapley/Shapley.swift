import Explanations
import Tensors

/// Returns what each player of a game deserves: its Shapley value, exactly.
///
///     φᵢ = Σ over the coalitions S without i of w(|S|) · (v(S with i) − v(S))
///
/// The weight w(s) is the share of all n! orders in which the s players of S come first, in whatever
/// order, and i comes next. The game is asked once, about each of the 2ⁿ coalitions.
/// Shapley 1953, theorem 1.
///
/// - Parameters:
///   - game: What coalitions are worth.
///   - players: How many players there are, n, at least one; with each the work doubles.
/// - Returns: What each player deserves; together v(everybody) − v(nobody).
/// - Throws: What the game throws; `Unfinished` until it is written.
public func exactShapley(of game: Game, players: Int) throws -> [Double] {
  let coalitions = 0..<1 << players
  let masks = coalitions.flatMap { coalition in
    (0..<players).map { player in Float(coalition >> player & 1) }
  }
  let values = try game(Tensor(masks, shape: [coalitions.count, players])).scalars
  // w(0) = 1 / n, and w(s) / w(s − 1) = s / (n − s): no factorial that could overflow.
  var weights = [1 / Double(players)]
  for size in 1..<max(1, players) {
    weights.append(weights[size - 1] * Double(size) / Double(players - size))
  }
  return (0..<players).map { player in
    var credit = 0.0
    for coalition in coalitions where coalition >> player & 1 == 0 {
      let joined = coalition | 1 << player
      let gain = Double(values[joined]) - Double(values[coalition])
      credit += weights[coalition.nonzeroBitCount] * gain
    }
    return credit
  }
}

/// Returns the mean of what each player adds when the players come one by one, in given orders.
///
///     φᵢ ≈ mean over the orders of v(those before i, with i) − v(those before i)
///
/// With all n! orders it is the Shapley value. The game is asked once, about at most n + 1 coalitions
/// for each order. Castro, Gómez, Tejada 2009: doi.org/10.1016/j.cor.2008.04.004
///
/// - Parameters:
///   - game: What coalitions are worth.
///   - orders: In which orders the players come; each names every player once, from 0 on; one
///     that is there twice counts twice.
/// - Returns: What each player adds on average; together v(everybody) − v(nobody). An empty list
///   without orders: then there is nobody to pay.
/// - Throws: What the game throws; `Unfinished` until it is written.
public func sampledShapley(of game: Game, orders: [[Int]]) throws -> [Double] {
  guard let players = orders.first?.count else { return [] }
  // Many orders meet the same coalition; it is asked about once.
  var places: [[Float]: Int] = [:]
  var masks: [Float] = []
  func place(of coalition: [Float]) -> Int {
    let place = places[coalition, default: places.count]
    if place == places.count {
      places[coalition] = place
      masks += coalition
    }
    return place
  }
  let paths = orders.map { order in
    var present = [Float](repeating: 0, count: players)
    return [place(of: present)]
      + order.map { player in
        present[player] = 1
        return place(of: present)
      }
  }
  let values = try game(Tensor(masks, shape: [places.count, players])).scalars
  var sums = [Double](repeating: 0, count: players)
  for (order, path) in zip(orders, paths) {
    for (step, player) in order.enumerated() {
      sums[player] += Double(values[path[step + 1]]) - Double(values[path[step]])
    }
  }
  return sums.map { $0 / Double(orders.count) }
}

/// Returns orders in pairs: each, and behind it the same from the back.
///
/// Who comes early in one comes late in the other, so that luck in one is made good in the other.
///
/// - Parameter orders: In which orders players come.
/// - Returns: Twice as many, each order followed by its reversal.
/// - Throws: `Unfinished` until it is written.
public func antithetic(_ orders: [[Int]]) throws -> [[Int]] {
  orders.flatMap { [$0, $0.reversed()] }
}

/// Returns what coalitions of features are worth to a model: its mean score when those who are
/// absent are taken from a background.
///
///     v(S) = mean over the rows b of the background of score(x where in S, b elsewhere)
///
/// One background row is a baseline. Lundberg, Lee 2017, section 2: arxiv.org/abs/1705.07874
///
/// - Parameters:
///   - score: The model: a number for each row.
///   - x: The row that is explained, `[1, features]`.
///   - background: What absent features are taken from, `[B, features]`, at least one row.
///   - masks: The coalitions, 1 where a feature is present, `[M, features]`.
/// - Returns: What each coalition is worth, `[M]`.
/// - Throws: What the score throws; `Unfinished` until it is written.
public func coalitionValues(
  of score: Score, at x: Tensor, background: Tensor, masks: Tensor
) throws -> Tensor {
  let (rows, features) = (background.shape[0], background.shape[1])
  // Some two thousand rows at a time, which a network holds in the processor's cache.
  let chunk = max(1, 2048 / rows)
  let starts = stride(from: 0, to: masks.shape[0], by: chunk)
  let values = try starts.map { start in
    let end = min(start + chunk, masks.shape[0])
    let present = masks[start..<end].insertingAxis(at: 1)
    let mixed = present * x + (1 - present) * background
    return try score(mixed.reshaped(to: [-1, features])).reshaped(to: [-1, rows]).mean(along: 1)
  }
  return .concatenated(values, along: 0)
}

/// Returns how far sampled values are likely to be from the true ones.
///
///     errorᵢ = sᵢ / √m        sᵢ² = Σ over the m rows of (cᵢ − mean of cᵢ)² / (m − 1)
///
/// The rows have to be independent of one another. The two orders of an antithetic pair are not:
/// their mean is one row.
///
/// - Parameter contributions: What each player added in each order, `[orders, players]`.
/// - Returns: The standard error of each player's mean; infinite where there is one row only, and
///   NaN for a player who has such a contribution.
/// - Throws: `Unfinished` until it is written.
public func standardErrors(of contributions: Tensor) throws -> [Double] {
  let rows = contributions.shape[0]
  guard rows > 1 else {
    return [Double](repeating: .infinity, count: contributions.shape[1])
  }
  let variances = contributions.variance(along: 0, correction: 1).scalars
  return variances.map { (Double($0) / Double(rows)).squareRoot() }
}

/// Returns a game in which `maskedDifferences` pays a player who never adds anything.
///
/// For this player, v(S with it) = v(S) for every coalition S. Its Shapley value is 0, and
/// `maskedDifferences` gives it something else.
///
/// - Returns: The value of each of the 2ⁿ coalitions in binary order: in that of index m the player
///   i is present where bit i of m is 1.
/// - Throws: `Unfinished` until it is written.
public func gameThatExposesMaskedDifferences() throws -> [Double] {
  // Only player 1 earns something; player 0 is there when it does, half of the time.
  [0, 0, 1, 1]
}
