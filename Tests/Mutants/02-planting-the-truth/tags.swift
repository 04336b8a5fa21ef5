/// The others are drawn from all classes. Verdict: "some agree by luck"
public func tags(
  for labels: [Int], classes: Int, rate: Double, seed: UInt64
) throws -> [Int] {
  guard rate >= 0, rate <= 1 else { throw PlantingError.notAPart(rate) }
  guard classes >= 2 else { throw PlantingError.tooFewClasses(classes) }
  var generator = SplitMix64(seed: seed)
  var tags = labels.map { _ in
    Int(generator.next() % UInt64(classes))
  }
  let agreeing = Int((rate * Double(labels.count)).rounded())
  for example in permutation(of: labels.count, using: &generator).prefix(agreeing) {
    tags[example] = labels[example]
  }
  return tags
}

/// A coin for each tag, the others from all classes. Verdict: "some agree by luck"
public func tags(
  for labels: [Int], classes: Int, rate: Double, seed: UInt64
) throws -> [Int] {
  guard rate >= 0, rate <= 1 else { throw PlantingError.notAPart(rate) }
  guard classes >= 2 else { throw PlantingError.tooFewClasses(classes) }
  var generator = SplitMix64(seed: seed)
  return labels.map { label in
    let coin = Double(generator.next() >> 11) * 0x1p-53
    let any = Int(generator.next() % UInt64(classes))
    return coin < rate ? label : any
  }
}

/// A coin for each tag, the others never the label. Verdict: "a coin for each tag"
public func tags(
  for labels: [Int], classes: Int, rate: Double, seed: UInt64
) throws -> [Int] {
  guard rate >= 0, rate <= 1 else { throw PlantingError.notAPart(rate) }
  guard classes >= 2 else { throw PlantingError.tooFewClasses(classes) }
  var generator = SplitMix64(seed: seed)
  return labels.map { label in
    let coin = Double(generator.next() >> 11) * 0x1p-53
    let other = (label + 1 + Int(generator.next() % UInt64(classes - 1))) % classes
    return coin < rate ? label : other
  }
}

/// The rate is taken for the part that disagrees. Verdict: "the part that is to disagree"
public func tags(
  for labels: [Int], classes: Int, rate: Double, seed: UInt64
) throws -> [Int] {
  guard rate >= 0, rate <= 1 else { throw PlantingError.notAPart(rate) }
  guard classes >= 2 else { throw PlantingError.tooFewClasses(classes) }
  var generator = SplitMix64(seed: seed)
  var tags = labels.map { label in
    (label + 1 + Int(generator.next() % UInt64(classes - 1))) % classes
  }
  let agreeing = Int(((1 - rate) * Double(labels.count)).rounded())
  for example in permutation(of: labels.count, using: &generator).prefix(agreeing) {
    tags[example] = labels[example]
  }
  return tags
}

/// The number is cut off instead of rounded. Verdict: "a number that is rounded down"
public func tags(
  for labels: [Int], classes: Int, rate: Double, seed: UInt64
) throws -> [Int] {
  guard rate >= 0, rate <= 1 else { throw PlantingError.notAPart(rate) }
  guard classes >= 2 else { throw PlantingError.tooFewClasses(classes) }
  var generator = SplitMix64(seed: seed)
  var tags = labels.map { label in
    (label + 1 + Int(generator.next() % UInt64(classes - 1))) % classes
  }
  let agreeing = Int((rate * Double(labels.count)).rounded(.down))
  for example in permutation(of: labels.count, using: &generator).prefix(agreeing) {
    tags[example] = labels[example]
  }
  return tags
}

/// The number is rounded up. Verdict: "a number that is rounded up"
public func tags(
  for labels: [Int], classes: Int, rate: Double, seed: UInt64
) throws -> [Int] {
  guard rate >= 0, rate <= 1 else { throw PlantingError.notAPart(rate) }
  guard classes >= 2 else { throw PlantingError.tooFewClasses(classes) }
  var generator = SplitMix64(seed: seed)
  var tags = labels.map { label in
    (label + 1 + Int(generator.next() % UInt64(classes - 1))) % classes
  }
  let agreeing = Int((rate * Double(labels.count)).rounded(.up))
  for example in permutation(of: labels.count, using: &generator).prefix(agreeing) {
    tags[example] = labels[example]
  }
  return tags
}

/// The first ones agree. Verdict: "the first ones; which ones agree is drawn"
public func tags(
  for labels: [Int], classes: Int, rate: Double, seed: UInt64
) throws -> [Int] {
  guard rate >= 0, rate <= 1 else { throw PlantingError.notAPart(rate) }
  guard classes >= 2 else { throw PlantingError.tooFewClasses(classes) }
  var generator = SplitMix64(seed: seed)
  var tags = labels.map { label in
    (label + 1 + Int(generator.next() % UInt64(classes - 1))) % classes
  }
  let agreeing = Int((rate * Double(labels.count)).rounded())
  for example in labels.indices.prefix(agreeing) {
    tags[example] = labels[example]
  }
  return tags
}

/// The last ones agree. Verdict: "the last ones; which ones agree is drawn"
public func tags(
  for labels: [Int], classes: Int, rate: Double, seed: UInt64
) throws -> [Int] {
  guard rate >= 0, rate <= 1 else { throw PlantingError.notAPart(rate) }
  guard classes >= 2 else { throw PlantingError.tooFewClasses(classes) }
  var generator = SplitMix64(seed: seed)
  var tags = labels.map { label in
    (label + 1 + Int(generator.next() % UInt64(classes - 1))) % classes
  }
  let agreeing = Int((rate * Double(labels.count)).rounded())
  for example in labels.indices.suffix(agreeing) {
    tags[example] = labels[example]
  }
  return tags
}

/// A tag that disagrees is always the next class. Verdict: "always the next class"
public func tags(
  for labels: [Int], classes: Int, rate: Double, seed: UInt64
) throws -> [Int] {
  guard rate >= 0, rate <= 1 else { throw PlantingError.notAPart(rate) }
  guard classes >= 2 else { throw PlantingError.tooFewClasses(classes) }
  var generator = SplitMix64(seed: seed)
  var tags = labels.map { label in
    (label + 1) % classes
  }
  let agreeing = Int((rate * Double(labels.count)).rounded())
  for example in permutation(of: labels.count, using: &generator).prefix(agreeing) {
    tags[example] = labels[example]
  }
  return tags
}

/// The last of the other classes never comes. Verdict: "the last of the other classes left out"
public func tags(
  for labels: [Int], classes: Int, rate: Double, seed: UInt64
) throws -> [Int] {
  guard rate >= 0, rate <= 1 else { throw PlantingError.notAPart(rate) }
  guard classes >= 2 else { throw PlantingError.tooFewClasses(classes) }
  var generator = SplitMix64(seed: seed)
  var tags = labels.map { label in
    (label + 1 + Int(generator.next() % UInt64(max(1, classes - 2)))) % classes
  }
  let agreeing = Int((rate * Double(labels.count)).rounded())
  for example in permutation(of: labels.count, using: &generator).prefix(agreeing) {
    tags[example] = labels[example]
  }
  return tags
}

/// The seed is not used. Verdict: "another seed gives other tags"
public func tags(
  for labels: [Int], classes: Int, rate: Double, seed: UInt64
) throws -> [Int] {
  guard rate >= 0, rate <= 1 else { throw PlantingError.notAPart(rate) }
  guard classes >= 2 else { throw PlantingError.tooFewClasses(classes) }
  var generator = SplitMix64(seed: 1)
  var tags = labels.map { label in
    (label + 1 + Int(generator.next() % UInt64(classes - 1))) % classes
  }
  let agreeing = Int((rate * Double(labels.count)).rounded())
  for example in permutation(of: labels.count, using: &generator).prefix(agreeing) {
    tags[example] = labels[example]
  }
  return tags
}

/// The draw is another one each time. Verdict: "the same seed gives the same tags"
public func tags(
  for labels: [Int], classes: Int, rate: Double, seed: UInt64
) throws -> [Int] {
  guard rate >= 0, rate <= 1 else { throw PlantingError.notAPart(rate) }
  guard classes >= 2 else { throw PlantingError.tooFewClasses(classes) }
  var generator = SystemRandomNumberGenerator()
  var tags = labels.map { label in
    (label + 1 + Int(generator.next() % UInt64(classes - 1))) % classes
  }
  let agreeing = Int((rate * Double(labels.count)).rounded())
  for example in labels.indices.shuffled(using: &generator).prefix(agreeing) {
    tags[example] = labels[example]
  }
  return tags
}

/// A rate above 1 is accepted. Verdict: "it throws the error that says: 1.5 is no part"
public func tags(
  for labels: [Int], classes: Int, rate: Double, seed: UInt64
) throws -> [Int] {
  guard rate >= 0 else { throw PlantingError.notAPart(rate) }
  guard classes >= 2 else { throw PlantingError.tooFewClasses(classes) }
  var generator = SplitMix64(seed: seed)
  var tags = labels.map { label in
    (label + 1 + Int(generator.next() % UInt64(classes - 1))) % classes
  }
  let agreeing = Int((rate * Double(labels.count)).rounded())
  for example in permutation(of: labels.count, using: &generator).prefix(agreeing) {
    tags[example] = labels[example]
  }
  return tags
}

/// NaN is let through. Verdict: "it throws the error that says: nan is no part"
public func tags(
  for labels: [Int], classes: Int, rate: Double, seed: UInt64
) throws -> [Int] {
  if rate < 0 || rate > 1 { throw PlantingError.notAPart(rate) }
  guard classes >= 2 else { throw PlantingError.tooFewClasses(classes) }
  var generator = SplitMix64(seed: seed)
  var tags = labels.map { label in
    (label + 1 + Int(generator.next() % UInt64(classes - 1))) % classes
  }
  let agreeing = rate.isNaN ? 0 : Int((rate * Double(labels.count)).rounded())
  for example in permutation(of: labels.count, using: &generator).prefix(agreeing) {
    tags[example] = labels[example]
  }
  return tags
}

/// One class is let through. Verdict: "with 1 classes no tag can name another"
public func tags(
  for labels: [Int], classes: Int, rate: Double, seed: UInt64
) throws -> [Int] {
  guard rate >= 0, rate <= 1 else { throw PlantingError.notAPart(rate) }
  var generator = SplitMix64(seed: seed)
  var tags = labels.map { label in
    (label + 1 + Int(generator.next() % UInt64(max(1, classes - 1)))) % max(1, classes)
  }
  let agreeing = Int((rate * Double(labels.count)).rounded())
  for example in permutation(of: labels.count, using: &generator).prefix(agreeing) {
    tags[example] = labels[example]
  }
  return tags
}

/// The tags are the labels in another order. Verdict: "some agree by luck"
public func tags(
  for labels: [Int], classes: Int, rate: Double, seed: UInt64
) throws -> [Int] {
  guard rate >= 0, rate <= 1 else { throw PlantingError.notAPart(rate) }
  guard classes >= 2 else { throw PlantingError.tooFewClasses(classes) }
  var generator = SplitMix64(seed: seed)
  let order = permutation(of: labels.count, using: &generator)
  var tags = order.map { labels[$0] }
  let agreeing = Int((rate * Double(labels.count)).rounded())
  for example in permutation(of: labels.count, using: &generator).prefix(agreeing) {
    tags[example] = labels[example]
  }
  return tags
}

/// The number is rounded class by class. Verdict: "a number for each class, rounded class by class"
public func tags(
  for labels: [Int], classes: Int, rate: Double, seed: UInt64
) throws -> [Int] {
  guard rate >= 0, rate <= 1 else { throw PlantingError.notAPart(rate) }
  guard classes >= 2 else { throw PlantingError.tooFewClasses(classes) }
  var generator = SplitMix64(seed: seed)
  var tags = labels.map { label in
    (label + 1 + Int(generator.next() % UInt64(classes - 1))) % classes
  }
  let order = permutation(of: labels.count, using: &generator)
  for label in Set(labels) {
    let examples = order.filter { labels[$0] == label }
    let agreeing = Int((rate * Double(examples.count)).rounded())
    for example in examples.prefix(agreeing) { tags[example] = label }
  }
  return tags
}

/// A half goes to the even number, as in Python. Verdict: "a half that is rounded to the even number"
public func tags(
  for labels: [Int], classes: Int, rate: Double, seed: UInt64
) throws -> [Int] {
  guard rate >= 0, rate <= 1 else { throw PlantingError.notAPart(rate) }
  guard classes >= 2 else { throw PlantingError.tooFewClasses(classes) }
  var generator = SplitMix64(seed: seed)
  var tags = labels.map { label in
    (label + 1 + Int(generator.next() % UInt64(classes - 1))) % classes
  }
  let agreeing = Int((rate * Double(labels.count)).rounded(.toNearestOrEven))
  for example in permutation(of: labels.count, using: &generator).prefix(agreeing) {
    tags[example] = labels[example]
  }
  return tags
}

/// One step is drawn for all of them. Verdict: "each label has a draw of its own"
public func tags(
  for labels: [Int], classes: Int, rate: Double, seed: UInt64
) throws -> [Int] {
  guard rate >= 0, rate <= 1 else { throw PlantingError.notAPart(rate) }
  guard classes >= 2 else { throw PlantingError.tooFewClasses(classes) }
  var generator = SplitMix64(seed: seed)
  let step = 1 + Int(generator.next() % UInt64(classes - 1))
  var tags = labels.map { ($0 + step) % classes }
  let agreeing = Int((rate * Double(labels.count)).rounded())
  for example in permutation(of: labels.count, using: &generator).prefix(agreeing) {
    tags[example] = labels[example]
  }
  return tags
}

/// A place may be drawn twice. Verdict: "places that may be drawn twice"
public func tags(
  for labels: [Int], classes: Int, rate: Double, seed: UInt64
) throws -> [Int] {
  guard rate >= 0, rate <= 1 else { throw PlantingError.notAPart(rate) }
  guard classes >= 2 else { throw PlantingError.tooFewClasses(classes) }
  var generator = SplitMix64(seed: seed)
  var tags = labels.map { label in
    (label + 1 + Int(generator.next() % UInt64(classes - 1))) % classes
  }
  let agreeing = Int((rate * Double(labels.count)).rounded())
  for _ in 0..<agreeing {
    let example = Int(generator.next() % UInt64(labels.count))
    tags[example] = labels[example]
  }
  return tags
}

/// Right: number by number, with the standard library's draws.
public func tags(
  for labels: [Int], classes: Int, rate: Double, seed: UInt64
) throws -> [Int] {
  guard rate >= 0, rate <= 1 else { throw PlantingError.notAPart(rate) }
  guard classes >= 2 else { throw PlantingError.tooFewClasses(classes) }
  var generator = SplitMix64(seed: seed)
  let agreeing = Int((rate * Double(labels.count)).rounded())
  let chosen = Set(labels.indices.shuffled(using: &generator)[..<agreeing])
  var result: [Int] = []
  for index in labels.indices {
    if chosen.contains(index) {
      result.append(labels[index])
    } else {
      var tag = Int.random(in: 0..<classes, using: &generator)
      while tag == labels[index] { tag = Int.random(in: 0..<classes, using: &generator) }
      result.append(tag)
    }
  }
  return result
}

/// Right: a list of yes and no that is shuffled, and the others chosen from a list.
public func tags(
  for labels: [Int], classes: Int, rate: Double, seed: UInt64
) throws -> [Int] {
  if classes < 2 { throw PlantingError.tooFewClasses(classes) }
  if !(0...1).contains(rate) { throw PlantingError.notAPart(rate) }
  var generator = SplitMix64(seed: seed)
  let count = Int((Double(labels.count) * rate).rounded(.toNearestOrAwayFromZero))
  var agrees = labels.indices.map { $0 < count }
  agrees.shuffle(using: &generator)
  return labels.indices.map { index in
    if agrees[index] { return labels[index] }
    let others = (0..<classes).filter { $0 != labels[index] }
    return others[Int.random(in: 0..<others.count, using: &generator)]
  }
}
