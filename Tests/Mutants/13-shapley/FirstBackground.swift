// Only the first row of the background is used. Verdict: "the first row of the background alone"
import Layers
import Tensors

/// Returns what each player of a game deserves: its Shapley value, exactly.
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
public func sampledShapley(of game: Game, orders: [[Int]]) throws -> [Double] {
  guard let players = orders.first?.count else { return [] }
  var masks: [Float] = []
  for order in orders {
    var present = [Float](repeating: 0, count: players)
    masks += present
    for player in order {
      present[player] = 1
      masks += present
    }
  }
  let values = try game(Tensor(masks, shape: [orders.count * (players + 1), players])).scalars
  var sums = [Double](repeating: 0, count: players)
  for (index, order) in orders.enumerated() {
    for (place, player) in order.enumerated() {
      let before = index * (players + 1) + place
      sums[player] += Double(values[before + 1]) - Double(values[before])
    }
  }
  return sums.map { $0 / Double(orders.count) }
}

/// Returns orders in pairs: each, and behind it the same from the back.
public func antithetic(_ orders: [[Int]]) throws -> [[Int]] {
  orders.flatMap { [$0, $0.reversed()] }
}

/// Returns what coalitions of features are worth to a model: its mean score when those who are
/// absent are taken from a background.
public func coalitionValues(
  of score: Score, at x: Tensor, background: Tensor, masks: Tensor
) throws -> Tensor {
  let background = background[0..<1]
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
public func standardErrors(of contributions: Tensor) throws -> [Double] {
  let rows = contributions.shape[0]
  guard rows > 1 else {
    return [Double](repeating: .infinity, count: contributions.shape[1])
  }
  let variances = contributions.variance(along: 0, correction: 1).scalars
  return variances.map { (Double($0) / Double(rows)).squareRoot() }
}

/// Returns a game in which `maskedDifferences` pays a player who never adds anything.
public func gameThatExposesMaskedDifferences() throws -> [Double] {
  // Only player 1 earns something; player 0 is there when it does, half of the time.
  [0, 0, 1, 1]
}
