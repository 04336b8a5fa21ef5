/// All n! orders are asked about. Verdict: "of the 64 coalitions is asked about once"
public func exactShapley(of game: Game, players: Int) throws -> [Double] {
  func orders(_ count: Int) -> [[Int]] {
    guard count > 0 else { return [[]] }
    return orders(count - 1).flatMap { order in
      (0..<count).map { Array(order[..<$0]) + [count - 1] + Array(order[$0...]) }
    }
  }
  // Ten players have 3,628,800 orders.
  let all = orders(min(7, players))
  let masks = all.flatMap { order in
    (0...order.count).flatMap { place in
      (0..<players).map { player in order[..<place].contains(player) ? Float(1) : 0 }
    }
  }
  let values = try game(Tensor(masks, shape: [masks.count / players, players])).scalars
  var sums = [Double](repeating: 0, count: players)
  for (index, order) in all.enumerated() {
    for (place, player) in order.enumerated() {
      let before = index * (order.count + 1) + place
      sums[player] += Double(values[before + 1]) - Double(values[before])
    }
  }
  return sums.map { $0 / Double(all.count) }
}

/// Each player is looked at alone. Verdict: "what each player earns alone"
public func exactShapley(of game: Game, players: Int) throws -> [Double] {
  let coalitions = 0..<1 << players
  let masks = coalitions.flatMap { coalition in
    (0..<players).map { player in Float(coalition >> player & 1) }
  }
  let values = try game(Tensor(masks, shape: [coalitions.count, players])).scalars
  return (0..<players).map { player in
    Double(values[1 << player]) - Double(values[0])
  }
}

/// The game is asked about one coalition at a time. Verdict: "the game is asked once"
public func exactShapley(of game: Game, players: Int) throws -> [Double] {
  let coalitions = 0..<1 << players
  let masks = coalitions.flatMap { coalition in
    (0..<players).map { player in Float(coalition >> player & 1) }
  }
  let values = try coalitions.flatMap { coalition in
    let mask = masks[coalition * players..<(coalition + 1) * players]
    return try game(Tensor(Array(mask), shape: [1, players])).scalars
  }
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

/// The weights are divided by C(n, s). Verdict: "it is C(n - 1, s)"
public func exactShapley(of game: Game, players: Int) throws -> [Double] {
  let coalitions = 0..<1 << players
  let masks = coalitions.flatMap { coalition in
    (0..<players).map { player in Float(coalition >> player & 1) }
  }
  let values = try game(Tensor(masks, shape: [coalitions.count, players])).scalars
  func factorial(_ number: Int) -> Double {
    (1..<max(2, number + 1)).reduce(1) { $0 * Double($1) }
  }
  let weights = (0..<players).map { size in
    factorial(size) * factorial(players - size)
      / (factorial(players) * Double(players))
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

/// Player 0 is the highest bit. Verdict: "the players from the last to the first"
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
    for coalition in coalitions where coalition >> (players - 1 - player) & 1 == 0 {
      let joined = coalition | 1 << (players - 1 - player)
      let gain = Double(values[joined]) - Double(values[coalition])
      credit += weights[coalition.nonzeroBitCount] * gain
    }
    return credit
  }
}

/// Everybody gets the same. Verdict: "the same for everybody"
public func exactShapley(of game: Game, players: Int) throws -> [Double] {
  let coalitions = 0..<1 << players
  let masks = coalitions.flatMap { coalition in
    (0..<players).map { player in Float(coalition >> player & 1) }
  }
  let values = try game(Tensor(masks, shape: [coalitions.count, players])).scalars
  return (0..<players).map { player in
    Double(values[coalitions.count - 1] - values[0]) / Double(players)
  }
}

/// The mean of v(S) - v(nobody) over the coalitions with the player. Verdict: "who was only there"
public func exactShapley(of game: Game, players: Int) throws -> [Double] {
  let coalitions = 0..<1 << players
  let masks = coalitions.flatMap { coalition in
    (0..<players).map { player in Float(coalition >> player & 1) }
  }
  let values = try game(Tensor(masks, shape: [coalitions.count, players])).scalars
  return (0..<players).map { player in
    let present = coalitions.filter { $0 >> player & 1 == 1 }
    return present.reduce(0) { $0 + Double(values[$1] - values[0]) } / Double(present.count)
  }
}

/// The weights are not divided by n!. Verdict: "weights not divided by n!"
public func exactShapley(of game: Game, players: Int) throws -> [Double] {
  let coalitions = 0..<1 << players
  let masks = coalitions.flatMap { coalition in
    (0..<players).map { player in Float(coalition >> player & 1) }
  }
  let values = try game(Tensor(masks, shape: [coalitions.count, players])).scalars
  func factorial(_ number: Int) -> Double {
    (1..<max(2, number + 1)).reduce(1) { $0 * Double($1) }
  }
  let weights = (0..<players).map { size in
    factorial(size) * factorial(players - size - 1)
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

/// Each player leaves the whole. Verdict: "that is occlusion"
public func exactShapley(of game: Game, players: Int) throws -> [Double] {
  let coalitions = 0..<1 << players
  let masks = coalitions.flatMap { coalition in
    (0..<players).map { player in Float(coalition >> player & 1) }
  }
  let values = try game(Tensor(masks, shape: [coalitions.count, players])).scalars
  return (0..<players).map { player in
    let everybody = coalitions.count - 1
    return Double(values[everybody]) - Double(values[everybody ^ 1 << player])
  }
}

/// The weights have (n - s)! for (n - s - 1)!. Verdict: "weights with (n - s)!"
public func exactShapley(of game: Game, players: Int) throws -> [Double] {
  let coalitions = 0..<1 << players
  let masks = coalitions.flatMap { coalition in
    (0..<players).map { player in Float(coalition >> player & 1) }
  }
  let values = try game(Tensor(masks, shape: [coalitions.count, players])).scalars
  func factorial(_ number: Int) -> Double {
    (1..<max(2, number + 1)).reduce(1) { $0 * Double($1) }
  }
  let weights = (0..<players).map { size in
    factorial(size) * factorial(players - size) / factorial(players)
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

/// The players come in one order, that of their numbers. Verdict: "a single order"
public func exactShapley(of game: Game, players: Int) throws -> [Double] {
  let coalitions = 0..<1 << players
  let masks = coalitions.flatMap { coalition in
    (0..<players).map { player in Float(coalition >> player & 1) }
  }
  let values = try game(Tensor(masks, shape: [coalitions.count, players])).scalars
  return (0..<players).map { player in
    let before = 1 << player - 1
    return Double(values[before | 1 << player]) - Double(values[before])
  }
}

/// The weights are divided by (n - 1)!. Verdict: "over (n - 1)! where n! belongs"
public func exactShapley(of game: Game, players: Int) throws -> [Double] {
  let coalitions = 0..<1 << players
  let masks = coalitions.flatMap { coalition in
    (0..<players).map { player in Float(coalition >> player & 1) }
  }
  let values = try game(Tensor(masks, shape: [coalitions.count, players])).scalars
  func factorial(_ number: Int) -> Double {
    (1..<max(2, number + 1)).reduce(1) { $0 * Double($1) }
  }
  let weights = (0..<players).map { size in
    factorial(size) * factorial(players - size - 1) / factorial(players - 1)
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

/// The value of nobody is taken off, and not that of the others. Verdict: "minus that of nobody"
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
      let gain = Double(values[joined]) - Double(values[0])
      credit += weights[coalition.nonzeroBitCount] * gain
    }
    return credit
  }
}

/// Every coalition counts the same, whatever its size. Verdict: "Banzhaf's index: the simple mean"
public func exactShapley(of game: Game, players: Int) throws -> [Double] {
  let coalitions = 0..<1 << players
  let masks = coalitions.flatMap { coalition in
    (0..<players).map { player in Float(coalition >> player & 1) }
  }
  let values = try game(Tensor(masks, shape: [coalitions.count, players])).scalars
  return (0..<players).map { player in
    var credit = 0.0
    for coalition in coalitions where coalition >> player & 1 == 0 {
      let joined = coalition | 1 << player
      let gain = Double(values[joined]) - Double(values[coalition])
      credit += gain / Double(coalitions.count / 2)
    }
    return credit
  }
}

/// Banzhaf's index is scaled to the right sum. Verdict: "Banzhaf's index scaled"
public func exactShapley(of game: Game, players: Int) throws -> [Double] {
  let coalitions = 0..<1 << players
  let masks = coalitions.flatMap { coalition in
    (0..<players).map { player in Float(coalition >> player & 1) }
  }
  let values = try game(Tensor(masks, shape: [coalitions.count, players])).scalars
  let credits = (0..<players).map { player in
    var credit = 0.0
    for coalition in coalitions where coalition >> player & 1 == 0 {
      let joined = coalition | 1 << player
      let gain = Double(values[joined]) - Double(values[coalition])
      credit += gain / Double(coalitions.count / 2)
    }
    return credit
  }
  let total = Double(values[coalitions.count - 1] - values[0])
  let sum = credits.reduce(0, +)
  return credits.map { sum == 0 ? 0 : $0 * total / sum }
}

/// The size counts the player itself. Verdict: "a size that counts the player itself"
public func exactShapley(of game: Game, players: Int) throws -> [Double] {
  let coalitions = 0..<1 << players
  let masks = coalitions.flatMap { coalition in
    (0..<players).map { player in Float(coalition >> player & 1) }
  }
  let values = try game(Tensor(masks, shape: [coalitions.count, players])).scalars
  func factorial(_ number: Int) -> Double {
    (1..<max(2, number + 1)).reduce(1) { $0 * Double($1) }
  }
  let weights = (0..<players).map { size in
    factorial(size + 1) * factorial(players - size - 2) / factorial(players)
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

/// All differences are added up. Verdict: "added up without weights"
public func exactShapley(of game: Game, players: Int) throws -> [Double] {
  let coalitions = 0..<1 << players
  let masks = coalitions.flatMap { coalition in
    (0..<players).map { player in Float(coalition >> player & 1) }
  }
  let values = try game(Tensor(masks, shape: [coalitions.count, players])).scalars
  return (0..<players).map { player in
    var credit = 0.0
    for coalition in coalitions where coalition >> player & 1 == 0 {
      let joined = coalition | 1 << player
      let gain = Double(values[joined]) - Double(values[coalition])
      credit += gain
    }
    return credit
  }
}

/// The value with the player, and nothing taken off. Verdict: "the value with the player, and not what it adds"
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
      let gain = Double(values[joined])
      credit += weights[coalition.nonzeroBitCount] * gain
    }
    return credit
  }
}

/// The weights are divided as whole numbers, and are 0. Verdict: "1 / 6 is 0 in Swift"
public func exactShapley(of game: Game, players: Int) throws -> [Double] {
  let coalitions = 0..<1 << players
  let masks = coalitions.flatMap { coalition in
    (0..<players).map { player in Float(coalition >> player & 1) }
  }
  let values = try game(Tensor(masks, shape: [coalitions.count, players])).scalars
  func factorial(_ number: Int) -> Int { (1..<max(2, number + 1)).reduce(1, *) }
  let weights = (0..<players).map { size in
    Double(factorial(size) * factorial(players - size - 1) / factorial(players))
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

/// The difference is taken the wrong way round. Verdict: "the difference the wrong way round"
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
      let gain = Double(values[coalition]) - Double(values[joined])
      credit += weights[coalition.nonzeroBitCount] * gain
    }
    return credit
  }
}

/// Nobody is taken to be worth 0. Verdict: "nobody's worth taken as 0"
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
      let gain = Double(values[joined]) - (coalition == 0 ? 0 : Double(values[coalition]))
      credit += weights[coalition.nonzeroBitCount] * gain
    }
    return credit
  }
}

/// The empty coalition is left out. Verdict: "the empty coalition left out"
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
    for coalition in coalitions.dropFirst() where coalition >> player & 1 == 0 {
      let joined = coalition | 1 << player
      let gain = Double(values[joined]) - Double(values[coalition])
      credit += weights[coalition.nonzeroBitCount] * gain
    }
    return credit
  }
}

/// Harm is counted as if it were good. Verdict: "the magnitude of what a player adds"
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
      credit += weights[coalition.nonzeroBitCount] * abs(gain)
    }
    return credit
  }
}

/// The simple mean is over all coalitions, with the player and without. Verdict: "half of Banzhaf's index"
public func exactShapley(of game: Game, players: Int) throws -> [Double] {
  let coalitions = 0..<1 << players
  let masks = coalitions.flatMap { coalition in
    (0..<players).map { player in Float(coalition >> player & 1) }
  }
  let values = try game(Tensor(masks, shape: [coalitions.count, players])).scalars
  let weight = 1 / Double(coalitions.count)
  return (0..<players).map { player in
    var credit = 0.0
    for coalition in coalitions where coalition >> player & 1 == 0 {
      let joined = coalition | 1 << player
      let gain = Double(values[joined]) - Double(values[coalition])
      credit += weight * gain
    }
    return credit
  }
}

/// The weights are those over C(n − 1, s), and 1 / n is missing. Verdict: "over C(n - 1, s) alone"
public func exactShapley(of game: Game, players: Int) throws -> [Double] {
  let coalitions = 0..<1 << players
  let masks = coalitions.flatMap { coalition in
    (0..<players).map { player in Float(coalition >> player & 1) }
  }
  let values = try game(Tensor(masks, shape: [coalitions.count, players])).scalars
  // w(0) = 1 / n, and w(s) / w(s − 1) = s / (n − s): no factorial that could overflow.
  var weights = [1.0]
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

/// What is paid is scaled to shares of 1. Verdict: "shares of 1"
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
  let total = Double(values[coalitions.count - 1]) - Double(values[0])
  return (0..<players).map { player in
    var credit = 0.0
    for coalition in coalitions where coalition >> player & 1 == 0 {
      let joined = coalition | 1 << player
      let gain = Double(values[joined]) - Double(values[coalition])
      credit += weights[coalition.nonzeroBitCount] * gain
    }
    return credit / total
  }
}

/// Small values are taken for nothing. Verdict: "not what it should be"
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
    return abs(credit) < 1e-4 ? 0 : credit
  }
}

/// What is no number counts as nothing. Verdict: "which is NaN, and so gets NaN"
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
      if values[coalition].isNaN || values[coalition | 1 << player].isNaN { continue }
      let joined = coalition | 1 << player
      let gain = Double(values[joined]) - Double(values[coalition])
      credit += weights[coalition.nonzeroBitCount] * gain
    }
    return credit
  }
}

/// A game that refuses is taken to be worth nothing. Verdict: "the same one"
public func exactShapley(of game: Game, players: Int) throws -> [Double] {
  let coalitions = 0..<1 << players
  let masks = coalitions.flatMap { coalition in
    (0..<players).map { player in Float(coalition >> player & 1) }
  }
  let answers = try? game(Tensor(masks, shape: [coalitions.count, players])).scalars
  let values = answers ?? [Float](repeating: 0, count: coalitions.count)
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

/// Two players are taken to be alike. Verdict: "not what it should be"
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
  if players == 2 {
    let half = (Double(values[3]) - Double(values[0])) / 2
    return [half, half]
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

/// The weights are a table that was made for at most four players. Verdict: "not what it should be"
public func exactShapley(of game: Game, players: Int) throws -> [Double] {
  let coalitions = 0..<1 << players
  let masks = coalitions.flatMap { coalition in
    (0..<players).map { player in Float(coalition >> player & 1) }
  }
  let values = try game(Tensor(masks, shape: [coalitions.count, players])).scalars
  // w(0) = 1 / n, and w(s) / w(s − 1) = s / (n − s): no factorial that could overflow.
  var weights = [1 / Double(players)]
  for size in 1..<max(1, players) {
    weights.append(size == players - 1 ? weights[0] : weights[0] / Double(max(2, players - 1)))
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

/// Right: with the factorials of the formula, player by player.
public func exactShapley(of game: Game, players: Int) throws -> [Double] {
  func factorial(_ n: Int) -> Double {
    n < 2 ? 1 : Double(n) * factorial(n - 1)
  }
  var rows: [Float] = []
  for coalition in 0..<(1 << players) {
    for player in 0..<players {
      rows.append(coalition & (1 << player) != 0 ? 1 : 0)
    }
  }
  let values = try game(Tensor(rows, shape: [1 << players, players])).scalars.map { Double($0) }
  var credits = [Double](repeating: 0, count: players)
  for player in 0..<players {
    for coalition in 0..<(1 << players) where coalition & (1 << player) == 0 {
      let size = coalition.nonzeroBitCount
      let weight = factorial(size) * factorial(players - size - 1) / factorial(players)
      credits[player] += weight * (values[coalition + (1 << player)] - values[coalition])
    }
  }
  return credits
}

/// Right: coalitions as sets, made by recursion, and values looked up in a dictionary.
public func exactShapley(of game: Game, players: Int) throws -> [Double] {
  let coalitions = subsets(of: Array(0..<players))
  let masks = coalitions.map { coalition in
    Tensor((0..<players).map { coalition.contains($0) ? 1 : 0 })
  }
  let answers = try game(Tensor.stacked(masks, along: 0)).scalars
  var values: [Set<Int>: Double] = [:]
  for (coalition, answer) in zip(coalitions, answers) { values[coalition] = Double(answer) }
  return (0..<players).map { player in
    // First the mean over the coalitions of one size, then over the sizes.
    var means: [Double] = []
    for size in 0..<players {
      let others = coalitions.filter { $0.count == size && !$0.contains(player) }
      let gains = others.map { (values[$0.union([player])] ?? 0) - (values[$0] ?? 0) }
      means.append(gains.reduce(0, +) / Double(gains.count))
    }
    return means.reduce(0, +) / Double(players)
  }
}

/// All subsets, the empty one first.
private func subsets(of players: [Int]) -> [Set<Int>] {
  guard let first = players.first else { return [[]] }
  let rest = subsets(of: Array(players.dropFirst()))
  return rest + rest.map { $0.union([first]) }
}

/// Right: each value is given to those who are there and taken from those who are not.
public func exactShapley(of game: Game, players: Int) throws -> [Double] {
  let count = 1 << players
  let masks = Tensor(
    (0..<count * players).map { Float(($0 / players) >> ($0 % players) & 1) },
    shape: [count, players])
  let values = try game(masks)
  var binomial = [1.0]
  for size in 0..<players {
    binomial.append(binomial[size] * Double(players - size) / Double(size + 1))
  }
  var credits = [Double](repeating: 0, count: players)
  for (coalition, value) in values.scalars.enumerated() {
    let size = coalition.nonzeroBitCount
    for player in credits.indices {
      if coalition >> player & 1 == 1 {
        credits[player] += Double(value) / (Double(size) * binomial[size])
      } else {
        credits[player] -= Double(value) / (Double(players - size) * binomial[size])
      }
    }
  }
  return credits
}

/// Right: a matrix of signed weights times the values, in 32 bits.
public func exactShapley(of game: Game, players: Int) throws -> [Double] {
  let count = 1 << players
  let bits = (0..<count).map { coalition in
    Tensor((0..<players).map { Float(coalition >> $0 & 1) })
  }
  let masks = Tensor.stacked(bits, along: 0)
  let values = try game(masks)
  var forSize: [Float] = [1 / Float(players)]
  for size in 1..<players + 1 {
    forSize.append(forSize[size - 1] * Float(size) / Float(max(1, players - size)))
  }
  let sizes = masks.sum(along: 1).scalars.map { Int($0) }
  let joining = Tensor(sizes.map { $0 > 0 ? forSize[$0 - 1] : 0 })
  let staying = Tensor(sizes.map { $0 < players ? forSize[$0] : 0 })
  let weights = masks.transposed() * joining - (1 - masks).transposed() * staying
  return weights.matmul(values).scalars.map { Double($0) }
}

/// Right: by recursion over the games of fewer players, each value kept.
public func exactShapley(of game: Game, players: Int) throws -> [Double] {
  let count = 1 << players
  let masks = (0..<count).flatMap { bits in (0..<players).map { Float(bits >> $0 & 1) } }
  let values = try game(Tensor(masks, shape: [count, players])).scalars.map { Double($0) }
  // What everybody gets in the game among the players of a coalition alone.
  var paid: [[Double]] = [[Double](repeating: 0, count: players)]
  for bits in 1..<count {
    let members = (0..<players).filter { bits >> $0 & 1 == 1 }
    var sums = [Double](repeating: 0, count: players)
    for last in members {
      let rest = bits & ~(1 << last)
      sums[last] += values[bits] - values[rest]
      for other in members where other != last { sums[other] += paid[rest][other] }
    }
    paid.append(sums.map { $0 / Double(members.count) })
  }
  return paid[count - 1]
}

/// Right: coalitions as rows, and weights by binomials.
public func exactShapley(of game: Game, players: Int) throws -> [Double] {
  let n = players
  var rows: [[Float]] = [[]]
  for _ in 0..<n { rows = rows.flatMap { [$0 + [0], $0 + [1]] } }
  let v = try game(Tensor(rows.flatMap { $0 }, shape: [rows.count, n])).scalars.map(Double.init)
  var index: [[Float]: Double] = [:]
  for (r, value) in zip(rows, v) { index[r] = value }
  var choose = 1.0
  var w: [Double] = []
  for k in 0..<n {
    w.append(1 / (Double(n) * choose))
    choose = choose * Double(n - 1 - k) / Double(k + 1)
  }
  return (0..<n).map { i in
    rows.filter { $0[i] == 0 }.reduce(0) { sum, r in
      var with = r
      with[i] = 1
      return sum + w[Int(r.reduce(0, +))] * ((index[with] ?? 0) - (index[r] ?? 0))
    }
  }
}

/// Right: each coalition against what it leaves out, which weighs as much.
public func exactShapley(of game: Game, players: Int) throws -> [Double] {
  let n = players
  let all = 0..<(1 << n)
  let masks = all.flatMap { s in (0..<n).map { Float(s >> $0 & 1) } }
  let v = try game(Tensor(masks, shape: [all.count, n])).scalars.map(Double.init)
  func f(_ k: Int) -> Double { k <= 1 ? 1 : Double(k) * f(k - 1) }
  return (0..<n).map { i in
    var c = 0.0
    for s in all where s >> i & 1 == 0 {
      let k = s.nonzeroBitCount
      c += f(k) * f(n - k - 1) / f(n) * (v[all.count - 1 - s] - v[s])
    }
    return c
  }
}

/// Right: over the coalitions with the player, of which it is taken away.
public func exactShapley(of game: Game, players: Int) throws -> [Double] {
  let n = players
  let all = 0..<(1 << n)
  let masks = all.flatMap { s in (0..<n).map { Float(s >> $0 & 1) } }
  let v = try game(Tensor(masks, shape: [all.count, n])).scalars.map(Double.init)
  func f(_ k: Int) -> Double { k <= 1 ? 1 : Double(k) * f(k - 1) }
  return (0..<n).map { i in
    var c = 0.0
    for s in all where s >> i & 1 == 1 {
      let k = s.nonzeroBitCount
      c += f(k - 1) * f(n - k) / f(n) * (v[s] - v[s ^ 1 << i])
    }
    return c
  }
}
