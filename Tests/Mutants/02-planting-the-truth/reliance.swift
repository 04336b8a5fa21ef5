/// Tag and label are exchanged. Verdict: "the tag and the label exchanged"
public func reliance(of predictions: [Int], labels: [Int], tags: [Int]) throws -> Reliance {
  guard predictions.count == labels.count, labels.count == tags.count else {
    throw PlantingError.countsDiffer([predictions.count, labels.count, tags.count])
  }
  guard !labels.isEmpty else { throw PlantingError.nothingToMeasure }
  if let example = labels.indices.first(where: { labels[$0] == tags[$0] }) {
    throw PlantingError.tagIsTheLabel(example: example)
  }
  func part(_ classes: [Int]) -> Double {
    Double(zip(predictions, classes).count { $0 == $1 }) / Double(labels.count)
  }
  let (tag, label) = (part(tags), part(labels))
  return Reliance(tag: label, label: tag, neither: 1 - tag - label)
}

/// Only wrong answers are counted. Verdict: "parts of the wrong answers"
public func reliance(of predictions: [Int], labels: [Int], tags: [Int]) throws -> Reliance {
  guard predictions.count == labels.count, labels.count == tags.count else {
    throw PlantingError.countsDiffer([predictions.count, labels.count, tags.count])
  }
  guard !labels.isEmpty else { throw PlantingError.nothingToMeasure }
  if let example = labels.indices.first(where: { labels[$0] == tags[$0] }) {
    throw PlantingError.tagIsTheLabel(example: example)
  }
  let wrong = max(1, zip(predictions, labels).count { $0 != $1 })
  func part(_ classes: [Int]) -> Double {
    Double(zip(predictions, classes).count { $0 == $1 }) / Double(wrong)
  }
  let (tag, label) = (part(tags), part(labels))
  return Reliance(
    tag: tag, label: label,
    neither: Double(wrong) == 0
      ? 0
      : Double(
        labels.indices.count { predictions[$0] != labels[$0] && predictions[$0] != tags[$0] })
        / Double(wrong))
}

/// What follows the tag is counted as neither as well. Verdict: "counted as neither, what follows the tag too"
public func reliance(of predictions: [Int], labels: [Int], tags: [Int]) throws -> Reliance {
  guard predictions.count == labels.count, labels.count == tags.count else {
    throw PlantingError.countsDiffer([predictions.count, labels.count, tags.count])
  }
  guard !labels.isEmpty else { throw PlantingError.nothingToMeasure }
  if let example = labels.indices.first(where: { labels[$0] == tags[$0] }) {
    throw PlantingError.tagIsTheLabel(example: example)
  }
  func part(_ classes: [Int]) -> Double {
    Double(zip(predictions, classes).count { $0 == $1 }) / Double(labels.count)
  }
  let (tag, label) = (part(tags), part(labels))
  return Reliance(tag: tag, label: label, neither: 1 - label)
}

/// What is right is counted as neither as well. Verdict: "does not follow the tag counted as neither"
public func reliance(of predictions: [Int], labels: [Int], tags: [Int]) throws -> Reliance {
  guard predictions.count == labels.count, labels.count == tags.count else {
    throw PlantingError.countsDiffer([predictions.count, labels.count, tags.count])
  }
  guard !labels.isEmpty else { throw PlantingError.nothingToMeasure }
  if let example = labels.indices.first(where: { labels[$0] == tags[$0] }) {
    throw PlantingError.tagIsTheLabel(example: example)
  }
  func part(_ classes: [Int]) -> Double {
    Double(zip(predictions, classes).count { $0 == $1 }) / Double(labels.count)
  }
  let (tag, label) = (part(tags), part(labels))
  return Reliance(tag: tag, label: label, neither: 1 - tag)
}

/// Numbers instead of parts. Verdict: "numbers of answers"
public func reliance(of predictions: [Int], labels: [Int], tags: [Int]) throws -> Reliance {
  guard predictions.count == labels.count, labels.count == tags.count else {
    throw PlantingError.countsDiffer([predictions.count, labels.count, tags.count])
  }
  guard !labels.isEmpty else { throw PlantingError.nothingToMeasure }
  if let example = labels.indices.first(where: { labels[$0] == tags[$0] }) {
    throw PlantingError.tagIsTheLabel(example: example)
  }
  func part(_ classes: [Int]) -> Double {
    Double(zip(predictions, classes).count { $0 == $1 })
  }
  let (tag, label) = (part(tags), part(labels))
  return Reliance(tag: tag, label: label, neither: Double(labels.count) - tag - label)
}

/// Per cent. Verdict: "per cent"
public func reliance(of predictions: [Int], labels: [Int], tags: [Int]) throws -> Reliance {
  guard predictions.count == labels.count, labels.count == tags.count else {
    throw PlantingError.countsDiffer([predictions.count, labels.count, tags.count])
  }
  guard !labels.isEmpty else { throw PlantingError.nothingToMeasure }
  if let example = labels.indices.first(where: { labels[$0] == tags[$0] }) {
    throw PlantingError.tagIsTheLabel(example: example)
  }
  func part(_ classes: [Int]) -> Double {
    Double(zip(predictions, classes).count { $0 == $1 }) / Double(labels.count)
  }
  let (tag, label) = (part(tags), part(labels))
  return Reliance(tag: 100 * tag, label: 100 * label, neither: 100 * (1 - tag - label))
}

/// Whole numbers are divided. Verdict: "5 / 10 is 0 in Swift"
public func reliance(of predictions: [Int], labels: [Int], tags: [Int]) throws -> Reliance {
  guard predictions.count == labels.count, labels.count == tags.count else {
    throw PlantingError.countsDiffer([predictions.count, labels.count, tags.count])
  }
  guard !labels.isEmpty else { throw PlantingError.nothingToMeasure }
  if let example = labels.indices.first(where: { labels[$0] == tags[$0] }) {
    throw PlantingError.tagIsTheLabel(example: example)
  }
  func part(_ classes: [Int]) -> Double {
    Double(zip(predictions, classes).count { $0 == $1 } / labels.count)
  }
  let (tag, label) = (part(tags), part(labels))
  let neither = labels.indices.count {
    predictions[$0] != labels[$0] && predictions[$0] != tags[$0]
  }
  return Reliance(tag: tag, label: label, neither: Double(neither / labels.count))
}

/// A tag that names the label is counted like others. Verdict: "names its own label"
public func reliance(of predictions: [Int], labels: [Int], tags: [Int]) throws -> Reliance {
  guard predictions.count == labels.count, labels.count == tags.count else {
    throw PlantingError.countsDiffer([predictions.count, labels.count, tags.count])
  }
  guard !labels.isEmpty else { throw PlantingError.nothingToMeasure }
  func part(_ classes: [Int]) -> Double {
    Double(zip(predictions, classes).count { $0 == $1 }) / Double(labels.count)
  }
  let (tag, label) = (part(tags), part(labels))
  return Reliance(tag: tag, label: label, neither: 1 - tag - label)
}

/// Examples whose tag is the label are left out. Verdict: "names its own label"
public func reliance(of predictions: [Int], labels: [Int], tags: [Int]) throws -> Reliance {
  guard predictions.count == labels.count, labels.count == tags.count else {
    throw PlantingError.countsDiffer([predictions.count, labels.count, tags.count])
  }
  guard !labels.isEmpty else { throw PlantingError.nothingToMeasure }
  let kept = labels.indices.filter { labels[$0] != tags[$0] }
  let tag = Double(kept.count { predictions[$0] == tags[$0] }) / Double(max(1, kept.count))
  let label = Double(kept.count { predictions[$0] == labels[$0] }) / Double(max(1, kept.count))
  return Reliance(tag: tag, label: label, neither: 1 - tag - label)
}

/// Lists of other lengths are cut off. Verdict: "there are lists of [2, 3, 3] entries"
public func reliance(of predictions: [Int], labels: [Int], tags: [Int]) throws -> Reliance {
  guard labels.count == tags.count else {
    throw PlantingError.countsDiffer([predictions.count, labels.count, tags.count])
  }
  guard !labels.isEmpty else { throw PlantingError.nothingToMeasure }
  if let example = labels.indices.first(where: { labels[$0] == tags[$0] }) {
    throw PlantingError.tagIsTheLabel(example: example)
  }
  func part(_ classes: [Int]) -> Double {
    Double(zip(predictions, classes).count { $0 == $1 }) / Double(labels.count)
  }
  let (tag, label) = (part(tags), part(labels))
  return Reliance(tag: tag, label: label, neither: 1 - tag - label)
}

/// Nothing is measured as 0. Verdict: "there are no examples"
public func reliance(of predictions: [Int], labels: [Int], tags: [Int]) throws -> Reliance {
  guard predictions.count == labels.count, labels.count == tags.count else {
    throw PlantingError.countsDiffer([predictions.count, labels.count, tags.count])
  }
  if labels.isEmpty { return Reliance(tag: 0, label: 0, neither: 0) }
  if let example = labels.indices.first(where: { labels[$0] == tags[$0] }) {
    throw PlantingError.tagIsTheLabel(example: example)
  }
  func part(_ classes: [Int]) -> Double {
    Double(zip(predictions, classes).count { $0 == $1 }) / Double(labels.count)
  }
  let (tag, label) = (part(tags), part(labels))
  return Reliance(tag: tag, label: label, neither: 1 - tag - label)
}

/// The wrong example is named. Verdict: "the tag of example 2 names its own label"
public func reliance(of predictions: [Int], labels: [Int], tags: [Int]) throws -> Reliance {
  guard predictions.count == labels.count, labels.count == tags.count else {
    throw PlantingError.countsDiffer([predictions.count, labels.count, tags.count])
  }
  guard !labels.isEmpty else { throw PlantingError.nothingToMeasure }
  if let example = labels.indices.last(where: { labels[$0] == tags[$0] }) {
    throw PlantingError.tagIsTheLabel(example: labels.count - 1 - example)
  }
  func part(_ classes: [Int]) -> Double {
    Double(zip(predictions, classes).count { $0 == $1 }) / Double(labels.count)
  }
  let (tag, label) = (part(tags), part(labels))
  return Reliance(tag: tag, label: label, neither: 1 - tag - label)
}

/// Right: counted in one loop.
public func reliance(of predictions: [Int], labels: [Int], tags: [Int]) throws -> Reliance {
  let count = labels.count
  if predictions.count != count || tags.count != count {
    throw PlantingError.countsDiffer([predictions.count, count, tags.count])
  }
  if count == 0 { throw PlantingError.nothingToMeasure }
  var (byTag, byLabel, byNeither) = (0, 0, 0)
  for index in 0..<count {
    if tags[index] == labels[index] { throw PlantingError.tagIsTheLabel(example: index) }
    if predictions[index] == labels[index] {
      byLabel += 1
    } else if predictions[index] == tags[index] {
      byTag += 1
    } else {
      byNeither += 1
    }
  }
  return Reliance(
    tag: Double(byTag) / Double(count), label: Double(byLabel) / Double(count),
    neither: Double(byNeither) / Double(count))
}
