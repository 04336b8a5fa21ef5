import Tensors

/// Who is dropped has no expert, and 0 is the number of none. Verdict: "dropped examples given to expert 0"
public func dispatch(_ chosen: [Int], experts: Int, capacity: Int) throws -> Dispatch {
  guard capacity >= 0 else { throw MixtureError.negativeCapacity(capacity) }
  if let wrong = chosen.first(where: { !(0..<experts).contains($0) }) {
    throw MixtureError.noSuchExpert(wrong, experts: experts)
  }
  var counts = [Int](repeating: 0, count: experts)
  var kept = [[Int]](repeating: [], count: experts)
  var dropped: [Int] = []
  for (example, expert) in chosen.enumerated() {
    counts[expert] += 1
    let table = (0..<experts).map { $0 == expert && counts[expert] <= capacity ? 1 : 0 }
    let place = table.firstIndex(of: table.max() ?? 0) ?? 0
    if kept[place].count < capacity {
      kept[place].append(example)
    } else {
      dropped.append(example)
    }
  }
  return Dispatch(kept: kept, dropped: dropped)
}

/// Who comes last is served first. Verdict: "the last that come"
public func dispatch(_ chosen: [Int], experts: Int, capacity: Int) throws -> Dispatch {
  guard capacity >= 0 else { throw MixtureError.negativeCapacity(capacity) }
  if let wrong = chosen.first(where: { !(0..<experts).contains($0) }) {
    throw MixtureError.noSuchExpert(wrong, experts: experts)
  }
  var kept = [[Int]](repeating: [], count: experts)
  var dropped: [Int] = []
  for (example, expert) in chosen.enumerated().reversed() {
    if kept[expert].count < capacity {
      kept[expert].insert(example, at: 0)
    } else {
      dropped.insert(example, at: 0)
    }
  }
  return Dispatch(kept: kept, dropped: dropped)
}

/// Who is dropped is listed expert by expert. Verdict: "dropped examples expert by expert"
public func dispatch(_ chosen: [Int], experts: Int, capacity: Int) throws -> Dispatch {
  guard capacity >= 0 else { throw MixtureError.negativeCapacity(capacity) }
  if let wrong = chosen.first(where: { !(0..<experts).contains($0) }) {
    throw MixtureError.noSuchExpert(wrong, experts: experts)
  }
  let all = (0..<experts).map { expert in chosen.indices.filter { chosen[$0] == expert } }
  return Dispatch(
    kept: all.map { Array($0.prefix(capacity)) },
    dropped: all.flatMap { Array($0.dropFirst(capacity)) })
}

/// Who is dropped goes to expert 0 as well. Verdict: "dropped examples given to expert 0, too"
public func dispatch(_ chosen: [Int], experts: Int, capacity: Int) throws -> Dispatch {
  guard capacity >= 0 else { throw MixtureError.negativeCapacity(capacity) }
  if let wrong = chosen.first(where: { !(0..<experts).contains($0) }) {
    throw MixtureError.noSuchExpert(wrong, experts: experts)
  }
  var kept = [[Int]](repeating: [], count: experts)
  var dropped: [Int] = []
  for (example, expert) in chosen.enumerated() {
    if kept[expert].count < capacity {
      kept[expert].append(example)
    } else {
      dropped.append(example)
      kept[0].append(example)
    }
  }
  return Dispatch(kept: kept, dropped: dropped)
}

/// It goes on from the end. Verdict: "the last that come, from the end"
public func dispatch(_ chosen: [Int], experts: Int, capacity: Int) throws -> Dispatch {
  guard capacity >= 0 else { throw MixtureError.negativeCapacity(capacity) }
  if let wrong = chosen.first(where: { !(0..<experts).contains($0) }) {
    throw MixtureError.noSuchExpert(wrong, experts: experts)
  }
  var kept = [[Int]](repeating: [], count: experts)
  var dropped: [Int] = []
  for (example, expert) in chosen.enumerated().reversed() {
    if kept[expert].count < capacity {
      kept[expert].append(example)
    } else {
      dropped.append(example)
    }
  }
  return Dispatch(kept: kept, dropped: dropped)
}

/// The first with room helps out. Verdict: "handed to the first that has room"
public func dispatch(_ chosen: [Int], experts: Int, capacity: Int) throws -> Dispatch {
  guard capacity >= 0 else { throw MixtureError.negativeCapacity(capacity) }
  if let wrong = chosen.first(where: { !(0..<experts).contains($0) }) {
    throw MixtureError.noSuchExpert(wrong, experts: experts)
  }
  var kept = [[Int]](repeating: [], count: experts)
  var dropped: [Int] = []
  for (example, expert) in chosen.enumerated() {
    if kept[expert].count < capacity {
      kept[expert].append(example)
    } else if let free = kept.firstIndex(where: { $0.count < capacity }) {
      kept[free].append(example)
    } else {
      dropped.append(example)
    }
  }
  return Dispatch(kept: kept, dropped: dropped)
}

/// The number of the expert is kept. Verdict: "the experts' numbers and not their examples'"
public func dispatch(_ chosen: [Int], experts: Int, capacity: Int) throws -> Dispatch {
  guard capacity >= 0 else { throw MixtureError.negativeCapacity(capacity) }
  if let wrong = chosen.first(where: { !(0..<experts).contains($0) }) {
    throw MixtureError.noSuchExpert(wrong, experts: experts)
  }
  var kept = [[Int]](repeating: [], count: experts)
  var dropped: [Int] = []
  for (example, expert) in chosen.enumerated() {
    if kept[expert].count < capacity {
      kept[expert].append(expert)
    } else {
      dropped.append(example)
    }
  }
  return Dispatch(kept: kept, dropped: dropped)
}

/// It ends when somebody is dropped. Verdict: "ended with the first that is dropped"
public func dispatch(_ chosen: [Int], experts: Int, capacity: Int) throws -> Dispatch {
  guard capacity >= 0 else { throw MixtureError.negativeCapacity(capacity) }
  if let wrong = chosen.first(where: { !(0..<experts).contains($0) }) {
    throw MixtureError.noSuchExpert(wrong, experts: experts)
  }
  var kept = [[Int]](repeating: [], count: experts)
  var dropped: [Int] = []
  for (example, expert) in chosen.enumerated() {
    guard kept[expert].count < capacity else {
      dropped.append(example)
      break
    }
    kept[expert].append(example)
  }
  return Dispatch(kept: kept, dropped: dropped)
}

/// The room is shared out. Verdict: "the capacity shared out among the experts"
public func dispatch(_ chosen: [Int], experts: Int, capacity: Int) throws -> Dispatch {
  guard capacity >= 0 else { throw MixtureError.negativeCapacity(capacity) }
  if let wrong = chosen.first(where: { !(0..<experts).contains($0) }) {
    throw MixtureError.noSuchExpert(wrong, experts: experts)
  }
  var kept = [[Int]](repeating: [], count: experts)
  var dropped: [Int] = []
  for (example, expert) in chosen.enumerated() {
    if kept[expert].count < capacity / experts {
      kept[expert].append(example)
    } else {
      dropped.append(example)
    }
  }
  return Dispatch(kept: kept, dropped: dropped)
}

/// There is room for one more. Verdict: "one more than there is room for"
public func dispatch(_ chosen: [Int], experts: Int, capacity: Int) throws -> Dispatch {
  guard capacity >= 0 else { throw MixtureError.negativeCapacity(capacity) }
  if let wrong = chosen.first(where: { !(0..<experts).contains($0) }) {
    throw MixtureError.noSuchExpert(wrong, experts: experts)
  }
  var kept = [[Int]](repeating: [], count: experts)
  var dropped: [Int] = []
  for (example, expert) in chosen.enumerated() {
    if kept[expert].count <= capacity {
      kept[expert].append(example)
    } else {
      dropped.append(example)
    }
  }
  return Dispatch(kept: kept, dropped: dropped)
}

/// There is room for one less. Verdict: "one fewer than there is room for"
public func dispatch(_ chosen: [Int], experts: Int, capacity: Int) throws -> Dispatch {
  guard capacity >= 0 else { throw MixtureError.negativeCapacity(capacity) }
  if let wrong = chosen.first(where: { !(0..<experts).contains($0) }) {
    throw MixtureError.noSuchExpert(wrong, experts: experts)
  }
  var kept = [[Int]](repeating: [], count: experts)
  var dropped: [Int] = []
  for (example, expert) in chosen.enumerated() {
    if kept[expert].count < capacity - 1 {
      kept[expert].append(example)
    } else {
      dropped.append(example)
    }
  }
  return Dispatch(kept: kept, dropped: dropped)
}

/// Everybody is kept. Verdict: "the capacity is not heeded"
public func dispatch(_ chosen: [Int], experts: Int, capacity: Int) throws -> Dispatch {
  guard capacity >= 0 else { throw MixtureError.negativeCapacity(capacity) }
  if let wrong = chosen.first(where: { !(0..<experts).contains($0) }) {
    throw MixtureError.noSuchExpert(wrong, experts: experts)
  }
  var kept = [[Int]](repeating: [], count: experts)
  var dropped: [Int] = []
  for (example, expert) in chosen.enumerated() {
    if kept[expert].count < Int.max {
      kept[expert].append(example)
    } else {
      dropped.append(example)
    }
  }
  return Dispatch(kept: kept, dropped: dropped)
}

/// Who has too many has none. Verdict: "an overfull expert emptied"
public func dispatch(_ chosen: [Int], experts: Int, capacity: Int) throws -> Dispatch {
  guard capacity >= 0 else { throw MixtureError.negativeCapacity(capacity) }
  if let wrong = chosen.first(where: { !(0..<experts).contains($0) }) {
    throw MixtureError.noSuchExpert(wrong, experts: experts)
  }
  var kept = (0..<experts).map { expert in chosen.indices.filter { chosen[$0] == expert } }
  let dropped = kept.filter { $0.count > capacity }.flatMap { $0 }.sorted()
  kept = kept.map { $0.count > capacity ? [] : $0 }
  return Dispatch(kept: kept, dropped: dropped)
}

/// The next expert helps out. Verdict: "handed to the next that has room"
public func dispatch(_ chosen: [Int], experts: Int, capacity: Int) throws -> Dispatch {
  guard capacity >= 0 else { throw MixtureError.negativeCapacity(capacity) }
  if let wrong = chosen.first(where: { !(0..<experts).contains($0) }) {
    throw MixtureError.noSuchExpert(wrong, experts: experts)
  }
  var kept = [[Int]](repeating: [], count: experts)
  var dropped: [Int] = []
  for (example, expert) in chosen.enumerated() {
    let order = (0..<experts).map { (expert + $0) % experts }
    if let place = order.first(where: { kept[$0].count < capacity }) {
      kept[place].append(example)
    } else {
      dropped.append(example)
    }
  }
  return Dispatch(kept: kept, dropped: dropped)
}

/// Nobody writes down who is dropped. Verdict: "what is dropped is forgotten"
public func dispatch(_ chosen: [Int], experts: Int, capacity: Int) throws -> Dispatch {
  guard capacity >= 0 else { throw MixtureError.negativeCapacity(capacity) }
  if let wrong = chosen.first(where: { !(0..<experts).contains($0) }) {
    throw MixtureError.noSuchExpert(wrong, experts: experts)
  }
  var kept = [[Int]](repeating: [], count: experts)
  for (example, expert) in chosen.enumerated() where kept[expert].count < capacity {
    kept[expert].append(example)
  }
  return Dispatch(kept: kept, dropped: [])
}

/// All experts share one room. Verdict: "a capacity for all experts together"
public func dispatch(_ chosen: [Int], experts: Int, capacity: Int) throws -> Dispatch {
  guard capacity >= 0 else { throw MixtureError.negativeCapacity(capacity) }
  if let wrong = chosen.first(where: { !(0..<experts).contains($0) }) {
    throw MixtureError.noSuchExpert(wrong, experts: experts)
  }
  var kept = [[Int]](repeating: [], count: experts)
  var dropped: [Int] = []
  for (example, expert) in chosen.enumerated() {
    if kept.joined().count < capacity {
      kept[expert].append(example)
    } else {
      dropped.append(example)
    }
  }
  return Dispatch(kept: kept, dropped: dropped)
}

/// The experts of the dropped are listed. Verdict: "the experts of the dropped and not their examples"
public func dispatch(_ chosen: [Int], experts: Int, capacity: Int) throws -> Dispatch {
  guard capacity >= 0 else { throw MixtureError.negativeCapacity(capacity) }
  if let wrong = chosen.first(where: { !(0..<experts).contains($0) }) {
    throw MixtureError.noSuchExpert(wrong, experts: experts)
  }
  var kept = [[Int]](repeating: [], count: experts)
  var dropped: [Int] = []
  for (example, expert) in chosen.enumerated() {
    if kept[expert].count < capacity {
      kept[expert].append(example)
    } else {
      dropped.append(expert)
    }
  }
  return Dispatch(kept: kept, dropped: dropped)
}

/// Places within the expert are listed. Verdict: "positions within the expert"
public func dispatch(_ chosen: [Int], experts: Int, capacity: Int) throws -> Dispatch {
  guard capacity >= 0 else { throw MixtureError.negativeCapacity(capacity) }
  if let wrong = chosen.first(where: { !(0..<experts).contains($0) }) {
    throw MixtureError.noSuchExpert(wrong, experts: experts)
  }
  var kept = [[Int]](repeating: [], count: experts)
  var dropped: [Int] = []
  for (example, expert) in chosen.enumerated() {
    if kept[expert].count < capacity {
      kept[expert].append(kept[expert].count)
    } else {
      dropped.append(example)
    }
  }
  return Dispatch(kept: kept, dropped: dropped)
}

/// Examples are counted from 1. Verdict: "examples counted from 1"
public func dispatch(_ chosen: [Int], experts: Int, capacity: Int) throws -> Dispatch {
  guard capacity >= 0 else { throw MixtureError.negativeCapacity(capacity) }
  if let wrong = chosen.first(where: { !(0..<experts).contains($0) }) {
    throw MixtureError.noSuchExpert(wrong, experts: experts)
  }
  var kept = [[Int]](repeating: [], count: experts)
  var dropped: [Int] = []
  for (example, expert) in chosen.enumerated() {
    if kept[expert].count < capacity {
      kept[expert].append(example + 1)
    } else {
      dropped.append(example + 1)
    }
  }
  return Dispatch(kept: kept, dropped: dropped)
}

/// Whoever follows a dropped one is dropped. Verdict: "nothing kept behind the first that is dropped"
public func dispatch(_ chosen: [Int], experts: Int, capacity: Int) throws -> Dispatch {
  guard capacity >= 0 else { throw MixtureError.negativeCapacity(capacity) }
  if let wrong = chosen.first(where: { !(0..<experts).contains($0) }) {
    throw MixtureError.noSuchExpert(wrong, experts: experts)
  }
  var kept = [[Int]](repeating: [], count: experts)
  var dropped: [Int] = []
  for (example, expert) in chosen.enumerated() {
    if dropped.isEmpty, kept[expert].count < capacity {
      kept[expert].append(example)
    } else {
      dropped.append(example)
    }
  }
  return Dispatch(kept: kept, dropped: dropped)
}

/// Only the chosen have a list. Verdict: "experts that nobody chose left out"
public func dispatch(_ chosen: [Int], experts: Int, capacity: Int) throws -> Dispatch {
  guard capacity >= 0 else { throw MixtureError.negativeCapacity(capacity) }
  if let wrong = chosen.first(where: { !(0..<experts).contains($0) }) {
    throw MixtureError.noSuchExpert(wrong, experts: experts)
  }
  var kept = [[Int]](repeating: [], count: experts)
  var dropped: [Int] = []
  for (example, expert) in chosen.enumerated() {
    if kept[expert].count < capacity {
      kept[expert].append(example)
    } else {
      dropped.append(example)
    }
  }
  return Dispatch(kept: kept.filter { !$0.isEmpty }, dropped: dropped)
}

/// Lists end with the last expert that was chosen. Verdict: "lists up to the highest expert that was chosen"
public func dispatch(_ chosen: [Int], experts: Int, capacity: Int) throws -> Dispatch {
  guard capacity >= 0 else { throw MixtureError.negativeCapacity(capacity) }
  if let wrong = chosen.first(where: { !(0..<experts).contains($0) }) {
    throw MixtureError.noSuchExpert(wrong, experts: experts)
  }
  var kept = [[Int]](repeating: [], count: experts)
  var dropped: [Int] = []
  for (example, expert) in chosen.enumerated() {
    if kept[expert].count < capacity {
      kept[expert].append(example)
    } else {
      dropped.append(example)
    }
  }
  return Dispatch(kept: Array(kept.prefix((chosen.max() ?? 1) + 1)), dropped: dropped)
}

/// A choice that does not exist is dropped. Verdict: "there is no expert 3 of three"
public func dispatch(_ chosen: [Int], experts: Int, capacity: Int) throws -> Dispatch {
  guard capacity >= 0 else { throw MixtureError.negativeCapacity(capacity) }
  var kept = [[Int]](repeating: [], count: experts)
  var dropped: [Int] = []
  for (example, expert) in chosen.enumerated() {
    if kept.indices.contains(expert), kept[expert].count < capacity {
      kept[expert].append(example)
    } else {
      dropped.append(example)
    }
  }
  return Dispatch(kept: kept, dropped: dropped)
}

/// Right: expert by expert, with what is left over sorted.
public func dispatch(_ chosen: [Int], experts: Int, capacity: Int) throws -> Dispatch {
  guard capacity >= 0 else { throw MixtureError.negativeCapacity(capacity) }
  if let wrong = chosen.first(where: { !(0..<experts).contains($0) }) {
    throw MixtureError.noSuchExpert(wrong, experts: experts)
  }
  let all = (0..<experts).map { expert in chosen.indices.filter { chosen[$0] == expert } }
  return Dispatch(
    kept: all.map { Array($0.prefix(capacity)) },
    dropped: all.flatMap { Array($0.dropFirst(capacity)) }.sorted())
}

/// Right: rooms that are counted down.
public func dispatch(_ chosen: [Int], experts: Int, capacity: Int) throws -> Dispatch {
  guard capacity >= 0 else { throw MixtureError.negativeCapacity(capacity) }
  if let wrong = chosen.first(where: { !(0..<experts).contains($0) }) {
    throw MixtureError.noSuchExpert(wrong, experts: experts)
  }
  var rooms = [Int](repeating: capacity, count: experts)
  var result = Dispatch(kept: [[Int]](repeating: [], count: experts), dropped: [])
  for example in chosen.indices {
    let expert = chosen[example]
    guard rooms[expert] > 0 else {
      result.dropped.append(example)
      continue
    }
    rooms[expert] -= 1
    result.kept[expert].append(example)
  }
  return result
}
