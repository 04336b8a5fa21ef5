/// A step is visited once for each way that leads to it. Verdict: "once for each way that leads to it"
public func backwardOrder(of tape: [Step], from root: Int) throws -> [Int] {
  var order = [root]
  for input in tape[root].inputs { order += try backwardOrder(of: tape, from: input) }
  return order
}

/// Steps are visited as soon as they are met, level by level. Verdict: "before step 1, which takes its value"
public func backwardOrder(of tape: [Step], from root: Int) throws -> [Int] {
  var order = [root]
  var next = 0
  while next < order.count {
    for input in tape[order[next]].inputs where !order.contains(input) { order.append(input) }
    next += 1
  }
  return order
}

/// The whole tape is walked, needed or not. Verdict: "with steps that do not lead to it"
public func backwardOrder(of tape: [Step], from root: Int) throws -> [Int] {
  Array((0...root).reversed())
}

/// A step that takes no value of others is left out. Verdict: "without the inputs of the tape"
public func backwardOrder(of tape: [Step], from root: Int) throws -> [Int] {
  var needed = Set([root])
  for place in stride(from: root, through: 0, by: -1) where needed.contains(place) {
    needed.formUnion(tape[place].inputs)
  }
  return needed.filter { tape[$0].operation != .input }.sorted(by: >)
}

/// Only the first input of each step is followed. Verdict: "every step that the result depends on is there"
public func backwardOrder(of tape: [Step], from root: Int) throws -> [Int] {
  var needed = Set([root])
  for place in stride(from: root, through: 0, by: -1) where needed.contains(place) {
    if let first = tape[place].inputs.first { needed.insert(first) }
  }
  return needed.sorted(by: >)
}

/// Right: by recursion, each step after all that it was computed from, and then turned round.
public func backwardOrder(of tape: [Step], from root: Int) throws -> [Int] {
  var visited: Set<Int> = []
  var order: [Int] = []
  func visit(_ place: Int) {
    if visited.contains(place) { return }
    visited.insert(place)
    for input in tape[place].inputs {
      visit(input)
    }
    order.append(place)
  }
  visit(root)
  return order.reversed()
}

/// Right: a step is ready when all who take its value have been visited.
public func backwardOrder(of tape: [Step], from root: Int) throws -> [Int] {
  var needed: Set<Int> = [root]
  var waiting = [root]
  while let place = waiting.popLast() {
    for input in tape[place].inputs where needed.insert(input).inserted {
      waiting.append(input)
    }
  }
  var takers: [Int: Int] = [:]
  for place in needed {
    for input in tape[place].inputs {
      takers[input, default: 0] += 1
    }
  }
  var ready = [root]
  var order: [Int] = []
  while !ready.isEmpty {
    let place = ready.removeFirst()
    order.append(place)
    for input in tape[place].inputs {
      takers[input, default: 0] -= 1
      if takers[input] == 0 { ready.append(input) }
    }
  }
  return order
}

/// Right: what is needed is gathered in a set and sorted.
public func backwardOrder(of tape: [Step], from root: Int) throws -> [Int] {
  var needed = Set([root])
  for place in stride(from: root, through: 0, by: -1) where needed.contains(place) {
    needed.formUnion(tape[place].inputs)
  }
  return needed.sorted(by: >)
}

/// Right: level by level, each step kept where it stands last.
public func backwardOrder(of tape: [Step], from root: Int) throws -> [Int] {
  var all: [Int] = []
  var frontier: Set<Int> = [root]
  while !frontier.isEmpty {
    all += frontier.sorted(by: >)
    frontier = Set(frontier.flatMap { tape[$0].inputs })
  }
  var seen: Set<Int> = []
  return Array(all.reversed().filter { seen.insert($0).inserted }.reversed())
}
