/// Any class may come, the label too. Verdict: "tags drawn from all classes"
public func movedTags(for labels: [Int], classes: Int, seed: UInt64) throws -> [Int] {
  guard classes >= 2 else { throw PlantingError.tooFewClasses(classes) }
  var generator = SplitMix64(seed: seed)
  return labels.map { _ in Int(generator.next() % UInt64(classes)) }
}

/// It is always the next class. Verdict: "always the next class"
public func movedTags(for labels: [Int], classes: Int, seed: UInt64) throws -> [Int] {
  guard classes >= 2 else { throw PlantingError.tooFewClasses(classes) }
  return labels.map { ($0 + 1) % classes }
}

/// It is always the class before. Verdict: "always the class before"
public func movedTags(for labels: [Int], classes: Int, seed: UInt64) throws -> [Int] {
  guard classes >= 2 else { throw PlantingError.tooFewClasses(classes) }
  return labels.map { ($0 + classes - 1) % classes }
}

/// The step may be 0. Verdict: "a step of 0 is none at all"
public func movedTags(for labels: [Int], classes: Int, seed: UInt64) throws -> [Int] {
  guard classes >= 2 else { throw PlantingError.tooFewClasses(classes) }
  var generator = SplitMix64(seed: seed)
  return labels.map { ($0 + Int(generator.next() % UInt64(classes - 1))) % classes }
}

/// One step for all of them. Verdict: "equal labels do not all get the same tag"
public func movedTags(for labels: [Int], classes: Int, seed: UInt64) throws -> [Int] {
  guard classes >= 2 else { throw PlantingError.tooFewClasses(classes) }
  var generator = SplitMix64(seed: seed)
  let step = 1 + Int(generator.next() % UInt64(classes - 1))
  return labels.map { ($0 + step) % classes }
}

/// The labels are shuffled. Verdict: "the labels in another order"
public func movedTags(for labels: [Int], classes: Int, seed: UInt64) throws -> [Int] {
  guard classes >= 2 else { throw PlantingError.tooFewClasses(classes) }
  var generator = SplitMix64(seed: seed)
  return permutation(of: labels.count, using: &generator).map { labels[$0] }
}

/// The labels stay. Verdict: "the labels themselves"
public func movedTags(for labels: [Int], classes: Int, seed: UInt64) throws -> [Int] {
  guard classes >= 2 else { throw PlantingError.tooFewClasses(classes) }
  return labels
}

/// The circle of classes is not closed. Verdict: "every tag is a class, from 0 to 3"
public func movedTags(for labels: [Int], classes: Int, seed: UInt64) throws -> [Int] {
  guard classes >= 2 else { throw PlantingError.tooFewClasses(classes) }
  var generator = SplitMix64(seed: seed)
  return labels.map { $0 + 1 + Int(generator.next() % UInt64(classes - 1)) }
}

/// The last of the others never comes. Verdict: "the last of the other classes left out"
public func movedTags(for labels: [Int], classes: Int, seed: UInt64) throws -> [Int] {
  guard classes >= 2 else { throw PlantingError.tooFewClasses(classes) }
  var generator = SplitMix64(seed: seed)
  return labels.map { ($0 + 1 + Int(generator.next() % UInt64(max(1, classes - 2)))) % classes }
}

/// The seed is not used. Verdict: "another seed gives other tags"
public func movedTags(for labels: [Int], classes: Int, seed: UInt64) throws -> [Int] {
  guard classes >= 2 else { throw PlantingError.tooFewClasses(classes) }
  var generator = SplitMix64(seed: 7)
  return labels.map { ($0 + 1 + Int(generator.next() % UInt64(classes - 1))) % classes }
}

/// Each run draws anew. Verdict: "the same seed gives the same tags"
public func movedTags(for labels: [Int], classes: Int, seed: UInt64) throws -> [Int] {
  guard classes >= 2 else { throw PlantingError.tooFewClasses(classes) }
  return labels.map { ($0 + Int.random(in: 1..<classes)) % classes }
}

/// One class is let through. Verdict: "with 1 classes no tag can name another"
public func movedTags(for labels: [Int], classes: Int, seed: UInt64) throws -> [Int] {
  var generator = SplitMix64(seed: seed)
  return labels.map {
    ($0 + 1 + Int(generator.next() % UInt64(max(1, classes - 1)))) % max(1, classes)
  }
}

/// Right: drawn again until it is another one.
public func movedTags(for labels: [Int], classes: Int, seed: UInt64) throws -> [Int] {
  guard classes >= 2 else { throw PlantingError.tooFewClasses(classes) }
  var generator = SplitMix64(seed: seed)
  var tags: [Int] = []
  for label in labels {
    var tag = label
    while tag == label { tag = Int.random(in: 0..<classes, using: &generator) }
    tags.append(tag)
  }
  return tags
}

/// Right: drawn from one class fewer, and those from the label on moved up.
public func movedTags(for labels: [Int], classes: Int, seed: UInt64) throws -> [Int] {
  guard classes >= 2 else { throw PlantingError.tooFewClasses(classes) }
  var generator = SplitMix64(seed: seed)
  return labels.map { label in
    let drawn = Int.random(in: 0..<(classes - 1), using: &generator)
    return drawn < label ? drawn : drawn + 1
  }
}
