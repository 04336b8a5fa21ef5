/// Only the reversals are left. Verdict: "the reversals alone"
public func antithetic(_ orders: [[Int]]) throws -> [[Int]] {
  orders.map { $0.reversed() }
}

/// All orders come first, then all reversals. Verdict: "all orders first"
public func antithetic(_ orders: [[Int]]) throws -> [[Int]] {
  orders + orders.map { $0.reversed() }
}

/// The reversal stands before the order. Verdict: "the reversal first"
public func antithetic(_ orders: [[Int]]) throws -> [[Int]] {
  orders.flatMap { [$0.reversed(), $0] }
}

/// The list is reversed instead of the orders. Verdict: "the list from the back"
public func antithetic(_ orders: [[Int]]) throws -> [[Int]] {
  orders + orders.reversed()
}

/// The players change their numbers and not their places. Verdict: "other names for the players"
public func antithetic(_ orders: [[Int]]) throws -> [[Int]] {
  orders.flatMap { order in [order, order.map { order.count - 1 - $0 }] }
}

/// Only the first two orders are reversed. Verdict: "not what it should be"
public func antithetic(_ orders: [[Int]]) throws -> [[Int]] {
  orders.prefix(2).flatMap { [$0, $0.reversed()] }
}

/// Each order stands there twice. Verdict: "each order twice"
public func antithetic(_ orders: [[Int]]) throws -> [[Int]] {
  orders.flatMap { [$0, $0] }
}

/// A reversal that is there already is not added. Verdict: "since the reversal was there already"
public func antithetic(_ orders: [[Int]]) throws -> [[Int]] {
  var result: [[Int]] = []
  for order in orders where !result.contains(order) {
    result += [order, order.reversed()]
  }
  return result
}

/// Equal orders make one pair. Verdict: "since the order was there twice"
public func antithetic(_ orders: [[Int]]) throws -> [[Int]] {
  var result: [[Int]] = []
  for (index, order) in orders.enumerated() where !orders[..<index].contains(order) {
    result += [order, order.reversed()]
  }
  return result
}

/// The players come sorted from the back. Verdict: "the players from the last number to the first"
public func antithetic(_ orders: [[Int]]) throws -> [[Int]] {
  orders.flatMap { [$0, $0.sorted(by: >)] }
}

/// Places and players change their roles. Verdict: "places and players exchanged"
public func antithetic(_ orders: [[Int]]) throws -> [[Int]] {
  orders.flatMap { order in [order, order.indices.sorted { order[$0] < order[$1] }] }
}

/// An order that is its own reversal stands there once. Verdict: "there are 1 elements, and should be 2"
public func antithetic(_ orders: [[Int]]) throws -> [[Int]] {
  orders.flatMap { $0 == $0.reversed() ? [$0] : [$0, $0.reversed()] }
}

/// Right: appended in a loop, the reversal counted down.
public func antithetic(_ orders: [[Int]]) throws -> [[Int]] {
  var result: [[Int]] = []
  for order in orders {
    result.append(order)
    var backwards: [Int] = []
    for place in stride(from: order.count - 1, through: 0, by: -1) {
      backwards.append(order[place])
    }
    result.append(backwards)
  }
  return result
}

/// Right: by recursion.
public func antithetic(_ orders: [[Int]]) throws -> [[Int]] {
  guard let first = orders.first else { return [] }
  return try [first, Array(first.reversed())] + antithetic(Array(orders.dropFirst()))
}
