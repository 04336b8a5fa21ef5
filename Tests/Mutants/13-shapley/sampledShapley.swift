/// The players always come by their numbers. Verdict: "whatever order is given"
public func sampledShapley(of game: Game, orders: [[Int]]) throws -> [Double] {
  guard let players = orders.first?.count else { return [] }
  let orders = orders.map { Array($0.indices) }
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

/// What players add stands at their place in the order. Verdict: "in the order in which they come"
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
    for place in order.indices {
      let before = index * (players + 1) + place
      sums[place] += Double(values[before + 1]) - Double(values[before])
    }
  }
  return sums.map { $0 / Double(orders.count) }
}

/// Orders that are there twice count once. Verdict: "equal orders counted once"
public func sampledShapley(of game: Game, orders: [[Int]]) throws -> [Double] {
  guard let players = orders.first?.count else { return [] }
  let orders = Array(Set(orders)).sorted { $0.lexicographicallyPrecedes($1) }
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

/// The exact values are given, whatever the orders. Verdict: "the orders given are to be used"
public func sampledShapley(of game: Game, orders: [[Int]]) throws -> [Double] {
  guard let players = orders.first?.count else { return [] }
  return try exactShapley(of: game, players: players)
}

/// Only the first order counts. Verdict: "the first order alone"
public func sampledShapley(of game: Game, orders: [[Int]]) throws -> [Double] {
  guard let players = orders.first?.count else { return [] }
  let orders = Array(orders.prefix(1))
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

/// Orders are read from the back. Verdict: "the order from the back"
public func sampledShapley(of game: Game, orders: [[Int]]) throws -> [Double] {
  guard let players = orders.first?.count else { return [] }
  var masks: [Float] = []
  for order in orders {
    var present = [Float](repeating: 0, count: players)
    masks += present
    for player in order.reversed() {
      present[player] = 1
      masks += present
    }
  }
  let values = try game(Tensor(masks, shape: [orders.count * (players + 1), players])).scalars
  var sums = [Double](repeating: 0, count: players)
  for (index, order) in orders.enumerated() {
    for (place, player) in order.reversed().enumerated() {
      let before = index * (players + 1) + place
      sums[player] += Double(values[before + 1]) - Double(values[before])
    }
  }
  return sums.map { $0 / Double(orders.count) }
}

/// The coalition of one order is still there in the next. Verdict: "found everybody present"
public func sampledShapley(of game: Game, orders: [[Int]]) throws -> [Double] {
  guard let players = orders.first?.count else { return [] }
  var masks: [Float] = []
  var present = [Float](repeating: 0, count: players)
  for order in orders {
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

/// Every difference is asked about on its own. Verdict: "about the coalitions of all orders together"
public func sampledShapley(of game: Game, orders: [[Int]]) throws -> [Double] {
  guard let players = orders.first?.count else { return [] }
  var sums = [Double](repeating: 0, count: players)
  for order in orders {
    var present = [Float](repeating: 0, count: players)
    for player in order {
      let before = try game(Tensor(present, shape: [1, players]))[0].scalar
      present[player] = 1
      sums[player] += Double(try game(Tensor(present, shape: [1, players]))[0].scalar - before)
    }
  }
  return sums.map { $0 / Double(orders.count) }
}

/// The player's own coming is not counted. Verdict: "the player's own coming left out"
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
      if place > 0 { sums[player] += Double(values[before]) - Double(values[before - 1]) }
    }
  }
  return sums.map { $0 / Double(orders.count) }
}

/// The value of nobody is taken off instead of that of those before. Verdict: "over that of nobody"
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
      sums[player] += Double(values[before + 1]) - Double(values[0])
    }
  }
  return sums.map { $0 / Double(orders.count) }
}

/// Orders are drawn anew, and the given ones are not used. Verdict: "not what it should be"
public func sampledShapley(of game: Game, orders: [[Int]]) throws -> [Double] {
  guard let players = orders.first?.count else { return [] }
  var generator = SplitMix64(seed: 1)
  let orders = orders.map { permutation(of: $0.count, using: &generator) }
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

/// Entry i is taken for the place of player i. Verdict: "taken for the place of player i"
public func sampledShapley(of game: Game, orders: [[Int]]) throws -> [Double] {
  guard let players = orders.first?.count else { return [] }
  let orders = orders.map { order in order.indices.sorted { order[$0] < order[$1] } }
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

/// The sum is divided by the number of players too. Verdict: "divided by orders times players"
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
  return sums.map { $0 / Double(orders.count * players) }
}

/// The sum over the orders is not divided. Verdict: "the sum over the orders, not their mean"
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
  return sums
}

/// Every value is asked for twice. Verdict: "a value serves two differences"
public func sampledShapley(of game: Game, orders: [[Int]]) throws -> [Double] {
  guard let players = orders.first?.count else { return [] }
  var masks: [Float] = []
  for order in orders {
    var present = [Float](repeating: 0, count: players)
    for player in order {
      masks += present
      present[player] = 1
      masks += present
    }
  }
  let values = try game(Tensor(masks, shape: [orders.count * 2 * players, players])).scalars
  var sums = [Double](repeating: 0, count: players)
  for (index, order) in orders.enumerated() {
    for (place, player) in order.enumerated() {
      let before = (index * players + place) * 2
      sums[player] += Double(values[before + 1]) - Double(values[before])
    }
  }
  return sums.map { $0 / Double(orders.count) }
}

/// Nothing is taken off. Verdict: "nothing taken off"
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
      sums[player] += Double(values[before + 1])
    }
  }
  return sums.map { $0 / Double(orders.count) }
}

/// Players are drawn with replacement, so that one may come twice and another never. Verdict: "not what it should be"
public func sampledShapley(of game: Game, orders: [[Int]]) throws -> [Double] {
  guard let players = orders.first?.count else { return [] }
  let orders = orders.map { order in order.map { _ in order[0] } }
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

/// Coalitions are the bits of an Int, which has 64. Verdict: "coalitions kept as the bits of one Int"
public func sampledShapley(of game: Game, orders: [[Int]]) throws -> [Double] {
  guard let first = orders.first else { return [] }
  var met: Set<Int> = [0]
  for order in orders {
    var bits = 0
    for player in order {
      bits |= 1 << player
      met.insert(bits)
    }
  }
  let coalitions = met.sorted()
  let rows = coalitions.flatMap { bits in
    first.indices.map { player in bits >> player & 1 == 1 ? Float(1) : Float(0) }
  }
  let answers = try game(Tensor(rows, shape: [coalitions.count, first.count])).scalars
  let table = Dictionary(uniqueKeysWithValues: zip(coalitions, answers.map { Double($0) }))
  return first.indices.map { player in
    let gains = orders.map { order in
      let before = order.prefix { $0 != player }.reduce(0) { $0 | 1 << $1 }
      return (table[before | 1 << player] ?? 0) - (table[before] ?? 0)
    }
    return gains.reduce(0, +) / Double(gains.count)
  }
}

/// Nobody is taken to be worth 0. Verdict: "nobody's worth taken as 0"
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
      sums[player] += Double(values[before + 1]) - (place == 0 ? 0 : Double(values[before]))
    }
  }
  return sums.map { $0 / Double(orders.count) }
}

/// The mean is divided as a whole number. Verdict: "1 / 6 is 0 in Swift"
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
  let weight = 1 / orders.count
  return sums.map { $0 * Double(weight) }
}

/// The sum is divided by the number of players. Verdict: "it is by that of the orders"
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
  return sums.map { $0 / Double(players) }
}

/// The sum is divided by the number of orders less one. Verdict: "the number of orders less one"
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
  return sums.map { $0 / Double(max(1, orders.count - 1)) }
}

/// An order beside its reversal counts once. Verdict: "an order and its reversal counted as one"
public func sampledShapley(of game: Game, orders: [[Int]]) throws -> [Double] {
  guard let players = orders.first?.count else { return [] }
  let orders = orders.enumerated().filter { index, order in
    index == 0 || orders[index - 1] != order.reversed()
  }.map(\.element)
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

/// Without orders everybody is paid nothing, and there is nobody. Verdict: "there are 1 elements, and should be 0"
public func sampledShapley(of game: Game, orders: [[Int]]) throws -> [Double] {
  guard let players = orders.first?.count else { return [0] }
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

/// Harm is counted as if it were good. Verdict: "the magnitude of what each player adds"
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
      sums[player] += abs(Double(values[before + 1]) - Double(values[before]))
    }
  }
  return sums.map { $0 / Double(orders.count) }
}

/// What is no number counts as nothing. Verdict: "which is NaN, and so get NaN"
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
      let gain = Double(values[before + 1]) - Double(values[before])
      if !gain.isNaN { sums[player] += gain }
    }
  }
  return sums.map { $0 / Double(orders.count) }
}

/// The error of a game is hidden behind another. Verdict: "the same one"
public func sampledShapley(of game: Game, orders: [[Int]]) throws -> [Double] {
  struct GameFailed: Error {}
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
  guard
    let values = try? game(Tensor(masks, shape: [orders.count * (players + 1), players])).scalars
  else { throw GameFailed() }
  var sums = [Double](repeating: 0, count: players)
  for (index, order) in orders.enumerated() {
    for (place, player) in order.enumerated() {
      let before = index * (players + 1) + place
      sums[player] += Double(values[before + 1]) - Double(values[before])
    }
  }
  return sums.map { $0 / Double(orders.count) }
}

/// Right: the coalitions of all orders one after the other, as they come.
public func sampledShapley(of game: Game, orders: [[Int]]) throws -> [Double] {
  if orders.isEmpty { return [] }
  let players = orders[0].count
  var masks: [Float] = []
  for order in orders {
    var present = [Float](repeating: 0, count: players)
    masks += present
    for player in order {
      present[player] = 1
      masks += present
    }
  }
  let values = try game(Tensor(masks).reshaped(to: [-1, players]))
    .reshaped(to: [orders.count, players + 1])
  var credits = [Double](repeating: 0, count: players)
  for (row, order) in orders.enumerated() {
    for (step, player) in order.enumerated() {
      let gain = Double(values[row, step + 1].scalar) - Double(values[row, step].scalar)
      credits[player] += gain / Double(orders.count)
    }
  }
  return credits
}

/// Right: coalitions as sets, each asked about once, and a table of their values.
public func sampledShapley(of game: Game, orders: [[Int]]) throws -> [Double] {
  guard let first = orders.first else { return [] }
  var coalitions: [Set<Int>] = [[]]
  var rows: [Set<Int>: Int] = [[]: 0]
  for order in orders {
    for end in 1...order.count {
      let coalition = Set(order[..<end])
      if rows[coalition] == nil {
        rows[coalition] = coalitions.count
        coalitions.append(coalition)
      }
    }
  }
  let masks = coalitions.map { coalition in
    Tensor(first.indices.map { coalition.contains($0) ? 1 : 0 })
  }
  let values = try game(Tensor.stacked(masks, along: 0)).scalars.map { Double($0) }
  return first.indices.map { player in
    let gains = orders.map { order in
      let before = Set(order.prefix { $0 != player })
      return values[rows[before.union([player])] ?? 0] - values[rows[before] ?? 0]
    }
    return gains.reduce(0, +) / Double(gains.count)
  }
}

/// Right: the mean kept up to date, order by order.
public func sampledShapley(of game: Game, orders: [[Int]]) throws -> [Double] {
  guard let n = orders.first?.count else { return [] }
  var mean = [Double](repeating: 0, count: n)
  var masks: [Float] = []
  for o in orders {
    var m = [Float](repeating: 0, count: n)
    masks += m
    for p in o {
      m[p] = 1
      masks += m
    }
  }
  let v = try game(Tensor(masks, shape: [orders.count * (n + 1), n])).scalars
  for (k, o) in orders.enumerated() {
    for (s, p) in o.enumerated() {
      let d = Double(v[k * (n + 1) + s + 1]) - Double(v[k * (n + 1) + s])
      mean[p] += (d - mean[p]) / Double(k + 1)
    }
  }
  return mean
}
