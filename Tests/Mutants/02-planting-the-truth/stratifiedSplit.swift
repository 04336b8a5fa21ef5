/// The number is cut off instead of rounded. Verdict: "numbers that are rounded down"
public func stratifiedSplit(
  of labels: [Int], heldBack: Double, seed: UInt64
) throws -> Split {
  guard heldBack >= 0, heldBack <= 1 else { throw PlantingError.notAPart(heldBack) }
  var generator = SplitMix64(seed: seed)
  let order = permutation(of: labels.count, using: &generator)
  var held: Set<Int> = []
  for label in Set(labels).sorted() {
    let examples = order.filter { labels[$0] == label }
    held.formUnion(examples.prefix(Int((heldBack * Double(examples.count)).rounded(.down))))
  }
  return Split(
    training: labels.indices.filter { !held.contains($0) }, heldBack: held.sorted())
}

/// The number is rounded up. Verdict: "numbers that are rounded up"
public func stratifiedSplit(
  of labels: [Int], heldBack: Double, seed: UInt64
) throws -> Split {
  guard heldBack >= 0, heldBack <= 1 else { throw PlantingError.notAPart(heldBack) }
  var generator = SplitMix64(seed: seed)
  let order = permutation(of: labels.count, using: &generator)
  var held: Set<Int> = []
  for label in Set(labels).sorted() {
    let examples = order.filter { labels[$0] == label }
    held.formUnion(examples.prefix(Int((heldBack * Double(examples.count)).rounded(.up))))
  }
  return Split(
    training: labels.indices.filter { !held.contains($0) }, heldBack: held.sorted())
}

/// The part is learned from, and the rest held back. Verdict: "the part to learn from"
public func stratifiedSplit(
  of labels: [Int], heldBack: Double, seed: UInt64
) throws -> Split {
  guard heldBack >= 0, heldBack <= 1 else { throw PlantingError.notAPart(heldBack) }
  var generator = SplitMix64(seed: seed)
  let order = permutation(of: labels.count, using: &generator)
  var held: Set<Int> = []
  for label in Set(labels).sorted() {
    let examples = order.filter { labels[$0] == label }
    held.formUnion(examples.prefix(Int((heldBack * Double(examples.count)).rounded())))
  }
  return Split(
    training: held.sorted(), heldBack: labels.indices.filter { !held.contains($0) })
}

/// Classes are not looked at. Verdict: "a draw from all examples"
public func stratifiedSplit(
  of labels: [Int], heldBack: Double, seed: UInt64
) throws -> Split {
  guard heldBack >= 0, heldBack <= 1 else { throw PlantingError.notAPart(heldBack) }
  var generator = SplitMix64(seed: seed)
  let order = permutation(of: labels.count, using: &generator)
  let count = Int((heldBack * Double(labels.count)).rounded())
  return Split(training: order[count...].sorted(), heldBack: order[..<count].sorted())
}

/// The first ones of each class are held back. Verdict: "the first ones of each class"
public func stratifiedSplit(
  of labels: [Int], heldBack: Double, seed: UInt64
) throws -> Split {
  guard heldBack >= 0, heldBack <= 1 else { throw PlantingError.notAPart(heldBack) }
  let order = Array(labels.indices)
  var held: Set<Int> = []
  for label in Set(labels).sorted() {
    let examples = order.filter { labels[$0] == label }
    held.formUnion(examples.prefix(Int((heldBack * Double(examples.count)).rounded())))
  }
  return Split(
    training: labels.indices.filter { !held.contains($0) }, heldBack: held.sorted())
}

/// The lists are in the order of the draw. Verdict: "both lists ascend"
public func stratifiedSplit(
  of labels: [Int], heldBack: Double, seed: UInt64
) throws -> Split {
  guard heldBack >= 0, heldBack <= 1 else { throw PlantingError.notAPart(heldBack) }
  var generator = SplitMix64(seed: seed)
  let order = permutation(of: labels.count, using: &generator)
  var split = Split(training: [], heldBack: [])
  for label in Set(labels).sorted() {
    let examples = order.filter { labels[$0] == label }
    let count = Int((heldBack * Double(examples.count)).rounded())
    split.heldBack += examples.prefix(count)
    split.training += examples.dropFirst(count)
  }
  return split
}

/// What is held back is learned from as well. Verdict: "in one of the lists, and in one only"
public func stratifiedSplit(
  of labels: [Int], heldBack: Double, seed: UInt64
) throws -> Split {
  guard heldBack >= 0, heldBack <= 1 else { throw PlantingError.notAPart(heldBack) }
  var generator = SplitMix64(seed: seed)
  let order = permutation(of: labels.count, using: &generator)
  var held: Set<Int> = []
  for label in Set(labels).sorted() {
    let examples = order.filter { labels[$0] == label }
    held.formUnion(examples.prefix(Int((heldBack * Double(examples.count)).rounded())))
  }
  return Split(
    training: Array(labels.indices), heldBack: held.sorted())
}

/// As many of every class. Verdict: "as many of every class"
public func stratifiedSplit(
  of labels: [Int], heldBack: Double, seed: UInt64
) throws -> Split {
  guard heldBack >= 0, heldBack <= 1 else { throw PlantingError.notAPart(heldBack) }
  var generator = SplitMix64(seed: seed)
  let order = permutation(of: labels.count, using: &generator)
  var held: Set<Int> = []
  for label in Set(labels).sorted() {
    let examples = order.filter { labels[$0] == label }
    held.formUnion(
      examples.prefix(Int((heldBack * Double(labels.count) / Double(Set(labels).count)).rounded())))
  }
  return Split(
    training: labels.indices.filter { !held.contains($0) }, heldBack: held.sorted())
}

/// Every class is drawn by the same numbers. Verdict: "each class is drawn on its own"
public func stratifiedSplit(
  of labels: [Int], heldBack: Double, seed: UInt64
) throws -> Split {
  guard heldBack >= 0, heldBack <= 1 else { throw PlantingError.notAPart(heldBack) }
  var held: Set<Int> = []
  for label in Set(labels).sorted() {
    var generator = SplitMix64(seed: seed)
    let examples = labels.indices.filter { labels[$0] == label }
    let order = permutation(of: examples.count, using: &generator)
    let count = Int((heldBack * Double(examples.count)).rounded())
    held.formUnion(order.prefix(count).map { examples[$0] })
  }
  return Split(
    training: labels.indices.filter { !held.contains($0) }, heldBack: held.sorted())
}

/// The seed is not used. Verdict: "another seed gives another split"
public func stratifiedSplit(
  of labels: [Int], heldBack: Double, seed: UInt64
) throws -> Split {
  guard heldBack >= 0, heldBack <= 1 else { throw PlantingError.notAPart(heldBack) }
  var generator = SplitMix64(seed: 5)
  let order = permutation(of: labels.count, using: &generator)
  var held: Set<Int> = []
  for label in Set(labels).sorted() {
    let examples = order.filter { labels[$0] == label }
    held.formUnion(examples.prefix(Int((heldBack * Double(examples.count)).rounded())))
  }
  return Split(
    training: labels.indices.filter { !held.contains($0) }, heldBack: held.sorted())
}

/// Each run draws anew. Verdict: "the same seed gives the same split"
public func stratifiedSplit(
  of labels: [Int], heldBack: Double, seed: UInt64
) throws -> Split {
  guard heldBack >= 0, heldBack <= 1 else { throw PlantingError.notAPart(heldBack) }
  let order = labels.indices.shuffled()
  var held: Set<Int> = []
  for label in Set(labels).sorted() {
    let examples = order.filter { labels[$0] == label }
    held.formUnion(examples.prefix(Int((heldBack * Double(examples.count)).rounded())))
  }
  return Split(
    training: labels.indices.filter { !held.contains($0) }, heldBack: held.sorted())
}

/// More than all may be held back. Verdict: "1.01 is no part of anything"
public func stratifiedSplit(
  of labels: [Int], heldBack: Double, seed: UInt64
) throws -> Split {
  guard heldBack >= 0 else { throw PlantingError.notAPart(heldBack) }
  var generator = SplitMix64(seed: seed)
  let order = permutation(of: labels.count, using: &generator)
  var held: Set<Int> = []
  for label in Set(labels).sorted() {
    let examples = order.filter { labels[$0] == label }
    held.formUnion(examples.prefix(Int((heldBack * Double(examples.count)).rounded())))
  }
  return Split(
    training: labels.indices.filter { !held.contains($0) }, heldBack: held.sorted())
}

/// Right: class by class with a dictionary, shuffled by the standard library.
public func stratifiedSplit(
  of labels: [Int], heldBack: Double, seed: UInt64
) throws -> Split {
  guard heldBack >= 0, heldBack <= 1 else { throw PlantingError.notAPart(heldBack) }
  var generator = SplitMix64(seed: seed)
  var places: [Int: [Int]] = [:]
  for (place, label) in labels.enumerated() { places[label, default: []].append(place) }
  var result = Split(training: [], heldBack: [])
  for label in places.keys.sorted() {
    let shuffled = places[label, default: []].shuffled(using: &generator)
    let count = Int((Double(shuffled.count) * heldBack).rounded())
    for (index, place) in shuffled.enumerated() {
      if index < count { result.heldBack.append(place) } else { result.training.append(place) }
    }
  }
  result.training.sort()
  result.heldBack.sort()
  return result
}
