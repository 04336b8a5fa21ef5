/// Each concept alone. Verdict: "each concept corrected alone"
public func interventionCurve(
  of head: Score, logits: Tensor, truth: Tensor, labels: [Int], order: [Int], low: Tensor,
  high: Tensor
) throws -> [Double] {
  try requireConcepts(truth, truth: true)
  guard labels.count == truth.shape[0] else {
    throw ConceptError.wrongCount(of: "labels", found: labels.count, expected: truth.shape[0])
  }
  return try (0...order.count).map { count in
    let classes = try head(
      intervened(
        logits, truth: truth, concepts: count == 0 ? [] : [order[count - 1]], low: low, high: high))
    guard classes.shape == [labels.count] else {
      throw ConceptError.wrongCount(
        of: "classes", found: classes.count, expected: labels.count)
    }
    let right = zip(classes.scalars, labels).count { $0 == Float($1) }
    return Double(right) / Double(labels.count)
  }
}

/// As they are counted. Verdict: "concepts corrected as they are counted"
public func interventionCurve(
  of head: Score, logits: Tensor, truth: Tensor, labels: [Int], order: [Int], low: Tensor,
  high: Tensor
) throws -> [Double] {
  try requireConcepts(truth, truth: true)
  guard labels.count == truth.shape[0] else {
    throw ConceptError.wrongCount(of: "labels", found: labels.count, expected: truth.shape[0])
  }
  return try (0...order.count).map { count in
    let classes = try head(
      intervened(
        logits, truth: truth, concepts: Array(0..<count), low: low, high: high))
    guard classes.shape == [labels.count] else {
      throw ConceptError.wrongCount(
        of: "classes", found: classes.count, expected: labels.count)
    }
    let right = zip(classes.scalars, labels).count { $0 == Float($1) }
    return Double(right) / Double(labels.count)
  }
}

/// From the end of the order. Verdict: "the order from its end"
public func interventionCurve(
  of head: Score, logits: Tensor, truth: Tensor, labels: [Int], order: [Int], low: Tensor,
  high: Tensor
) throws -> [Double] {
  try requireConcepts(truth, truth: true)
  guard labels.count == truth.shape[0] else {
    throw ConceptError.wrongCount(of: "labels", found: labels.count, expected: truth.shape[0])
  }
  return try (0...order.count).map { count in
    let classes = try head(
      intervened(
        logits, truth: truth, concepts: Array(order.suffix(count)), low: low, high: high))
    guard classes.shape == [labels.count] else {
      throw ConceptError.wrongCount(
        of: "classes", found: classes.count, expected: labels.count)
    }
    let right = zip(classes.scalars, labels).count { $0 == Float($1) }
    return Double(right) / Double(labels.count)
  }
}

/// 0 and 1 are written. Verdict: "0 and 1 in place of the low and the high value"
public func interventionCurve(
  of head: Score, logits: Tensor, truth: Tensor, labels: [Int], order: [Int], low: Tensor,
  high: Tensor
) throws -> [Double] {
  try requireConcepts(truth, truth: true)
  guard labels.count == truth.shape[0] else {
    throw ConceptError.wrongCount(of: "labels", found: labels.count, expected: truth.shape[0])
  }
  return try (0...order.count).map { count in
    let classes = try head(
      intervened(
        logits, truth: truth, concepts: Array(order.prefix(count)), low: .zeros(low.shape),
        high: .ones(high.shape)))
    guard classes.shape == [labels.count] else {
      throw ConceptError.wrongCount(
        of: "classes", found: classes.count, expected: labels.count)
    }
    let right = zip(classes.scalars, labels).count { $0 == Float($1) }
    return Double(right) / Double(labels.count)
  }
}

/// Low and high are exchanged. Verdict: "the low value for what is there"
public func interventionCurve(
  of head: Score, logits: Tensor, truth: Tensor, labels: [Int], order: [Int], low: Tensor,
  high: Tensor
) throws -> [Double] {
  try requireConcepts(truth, truth: true)
  guard labels.count == truth.shape[0] else {
    throw ConceptError.wrongCount(of: "labels", found: labels.count, expected: truth.shape[0])
  }
  return try (0...order.count).map { count in
    let classes = try head(
      intervened(
        logits, truth: truth, concepts: Array(order.prefix(count)), low: high, high: low))
    guard classes.shape == [labels.count] else {
      throw ConceptError.wrongCount(
        of: "classes", found: classes.count, expected: labels.count)
    }
    let right = zip(classes.scalars, labels).count { $0 == Float($1) }
    return Double(right) / Double(labels.count)
  }
}

/// The best so far. Verdict: "the best accuracy so far"
public func interventionCurve(
  of head: Score, logits: Tensor, truth: Tensor, labels: [Int], order: [Int], low: Tensor,
  high: Tensor
) throws -> [Double] {
  try requireConcepts(truth, truth: true)
  guard labels.count == truth.shape[0] else {
    throw ConceptError.wrongCount(of: "labels", found: labels.count, expected: truth.shape[0])
  }
  var best = 0.0
  return try (0...order.count).map { count in
    let classes = try head(
      intervened(
        logits, truth: truth, concepts: Array(order.prefix(count)), low: low, high: high))
    guard classes.shape == [labels.count] else {
      throw ConceptError.wrongCount(
        of: "classes", found: classes.count, expected: labels.count)
    }
    let right = zip(classes.scalars, labels).count { $0 == Float($1) }
    best = max(best, Double(right) / Double(labels.count))
    return best
  }
}

/// What is wrong is counted. Verdict: "the part that is wrong"
public func interventionCurve(
  of head: Score, logits: Tensor, truth: Tensor, labels: [Int], order: [Int], low: Tensor,
  high: Tensor
) throws -> [Double] {
  try requireConcepts(truth, truth: true)
  guard labels.count == truth.shape[0] else {
    throw ConceptError.wrongCount(of: "labels", found: labels.count, expected: truth.shape[0])
  }
  return try (0...order.count).map { count in
    let classes = try head(
      intervened(
        logits, truth: truth, concepts: Array(order.prefix(count)), low: low, high: high))
    guard classes.shape == [labels.count] else {
      throw ConceptError.wrongCount(
        of: "classes", found: classes.count, expected: labels.count)
    }
    let right = zip(classes.scalars, labels).count { $0 != Float($1) }
    return Double(right) / Double(labels.count)
  }
}

/// Rows are counted. Verdict: "how many rows are right"
public func interventionCurve(
  of head: Score, logits: Tensor, truth: Tensor, labels: [Int], order: [Int], low: Tensor,
  high: Tensor
) throws -> [Double] {
  try requireConcepts(truth, truth: true)
  guard labels.count == truth.shape[0] else {
    throw ConceptError.wrongCount(of: "labels", found: labels.count, expected: truth.shape[0])
  }
  return try (0...order.count).map { count in
    let classes = try head(
      intervened(
        logits, truth: truth, concepts: Array(order.prefix(count)), low: low, high: high))
    guard classes.shape == [labels.count] else {
      throw ConceptError.wrongCount(
        of: "classes", found: classes.count, expected: labels.count)
    }
    let right = zip(classes.scalars, labels).count { $0 == Float($1) }
    return Double(right)
  }
}

/// The rest is corrected. Verdict: "the concepts that are not yet in turn"
public func interventionCurve(
  of head: Score, logits: Tensor, truth: Tensor, labels: [Int], order: [Int], low: Tensor,
  high: Tensor
) throws -> [Double] {
  try requireConcepts(truth, truth: true)
  guard labels.count == truth.shape[0] else {
    throw ConceptError.wrongCount(of: "labels", found: labels.count, expected: truth.shape[0])
  }
  return try (0...order.count).map { count in
    let classes = try head(
      intervened(
        logits, truth: truth, concepts: Array(order.dropFirst(count)), low: low, high: high))
    guard classes.shape == [labels.count] else {
      throw ConceptError.wrongCount(
        of: "classes", found: classes.count, expected: labels.count)
    }
    let right = zip(classes.scalars, labels).count { $0 == Float($1) }
    return Double(right) / Double(labels.count)
  }
}

/// The start is left out. Verdict: "the start left out"
public func interventionCurve(
  of head: Score, logits: Tensor, truth: Tensor, labels: [Int], order: [Int], low: Tensor,
  high: Tensor
) throws -> [Double] {
  try requireConcepts(truth, truth: true)
  guard labels.count == truth.shape[0] else {
    throw ConceptError.wrongCount(of: "labels", found: labels.count, expected: truth.shape[0])
  }
  return try (0..<order.count).map { count in
    let classes = try head(
      intervened(
        logits, truth: truth, concepts: Array(order.prefix(count + 1)), low: low, high: high))
    guard classes.shape == [labels.count] else {
      throw ConceptError.wrongCount(
        of: "classes", found: classes.count, expected: labels.count)
    }
    let right = zip(classes.scalars, labels).count { $0 == Float($1) }
    return Double(right) / Double(labels.count)
  }
}

/// The end is left out. Verdict: "the end left out"
public func interventionCurve(
  of head: Score, logits: Tensor, truth: Tensor, labels: [Int], order: [Int], low: Tensor,
  high: Tensor
) throws -> [Double] {
  try requireConcepts(truth, truth: true)
  guard labels.count == truth.shape[0] else {
    throw ConceptError.wrongCount(of: "labels", found: labels.count, expected: truth.shape[0])
  }
  return try (0..<order.count).map { count in
    let classes = try head(
      intervened(
        logits, truth: truth, concepts: Array(order.prefix(count)), low: low, high: high))
    guard classes.shape == [labels.count] else {
      throw ConceptError.wrongCount(
        of: "classes", found: classes.count, expected: labels.count)
    }
    let right = zip(classes.scalars, labels).count { $0 == Float($1) }
    return Double(right) / Double(labels.count)
  }
}

/// All concepts, whatever the order names. Verdict: "all concepts, and not only those of the order"
public func interventionCurve(
  of head: Score, logits: Tensor, truth: Tensor, labels: [Int], order: [Int], low: Tensor,
  high: Tensor
) throws -> [Double] {
  try requireConcepts(truth, truth: true)
  guard labels.count == truth.shape[0] else {
    throw ConceptError.wrongCount(of: "labels", found: labels.count, expected: truth.shape[0])
  }
  return try (0...truth.shape[1]).map { count in
    let classes = try head(
      intervened(
        logits, truth: truth,
        concepts: Array(
          (order + (0..<truth.shape[1]).filter { !order.contains($0) }).prefix(count)), low: low,
        high: high))
    guard classes.shape == [labels.count] else {
      throw ConceptError.wrongCount(
        of: "classes", found: classes.count, expected: labels.count)
    }
    let right = zip(classes.scalars, labels).count { $0 == Float($1) }
    return Double(right) / Double(labels.count)
  }
}

/// What is gained. Verdict: "what was gained since the start"
public func interventionCurve(
  of head: Score, logits: Tensor, truth: Tensor, labels: [Int], order: [Int], low: Tensor,
  high: Tensor
) throws -> [Double] {
  try requireConcepts(truth, truth: true)
  guard labels.count == truth.shape[0] else {
    throw ConceptError.wrongCount(of: "labels", found: labels.count, expected: truth.shape[0])
  }
  var start: Double?
  return try (0...order.count).map { count in
    let classes = try head(
      intervened(
        logits, truth: truth, concepts: Array(order.prefix(count)), low: low, high: high))
    guard classes.shape == [labels.count] else {
      throw ConceptError.wrongCount(
        of: "classes", found: classes.count, expected: labels.count)
    }
    let right = zip(classes.scalars, labels).count { $0 == Float($1) }
    let accuracy = Double(right) / Double(labels.count)
    start = start ?? accuracy
    return accuracy - (start ?? 0)
  }
}

/// A class above 0 is taken for 1. Verdict: "any class above 0 taken for 1"
public func interventionCurve(
  of head: Score, logits: Tensor, truth: Tensor, labels: [Int], order: [Int], low: Tensor,
  high: Tensor
) throws -> [Double] {
  try requireConcepts(truth, truth: true)
  guard labels.count == truth.shape[0] else {
    throw ConceptError.wrongCount(of: "labels", found: labels.count, expected: truth.shape[0])
  }
  return try (0...order.count).map { count in
    let classes = try head(
      intervened(
        logits, truth: truth, concepts: Array(order.prefix(count)), low: low, high: high))
    guard classes.shape == [labels.count] else {
      throw ConceptError.wrongCount(
        of: "classes", found: classes.count, expected: labels.count)
    }
    let right = zip(classes.scalars, labels).count { ($0 > 0 ? 1 : 0) == $1 }
    return Double(right) / Double(labels.count)
  }
}

/// A head that gives something else is asked all the same. Verdict: "the head gives a table"
public func interventionCurve(
  of head: Score, logits: Tensor, truth: Tensor, labels: [Int], order: [Int], low: Tensor,
  high: Tensor
) throws -> [Double] {
  try requireConcepts(truth, truth: true)
  guard labels.count == truth.shape[0] else {
    throw ConceptError.wrongCount(of: "labels", found: labels.count, expected: truth.shape[0])
  }
  return try (0...order.count).map { count in
    let classes = try head(
      intervened(
        logits, truth: truth, concepts: Array(order.prefix(count)), low: low, high: high))
    guard classes.count >= 1 else {
      throw ConceptError.wrongCount(
        of: "classes", found: classes.count, expected: labels.count)
    }
    let right = zip(classes.scalars, labels).count { $0 == Float($1) }
    return Double(right) / Double(labels.count)
  }
}

/// Labels that are missing are passed over. Verdict: "a label is missing"
public func interventionCurve(
  of head: Score, logits: Tensor, truth: Tensor, labels: [Int], order: [Int], low: Tensor,
  high: Tensor
) throws -> [Double] {
  try requireConcepts(truth, truth: true)
  guard labels.count <= truth.shape[0] else {
    throw ConceptError.wrongCount(of: "labels", found: labels.count, expected: truth.shape[0])
  }
  return try (0...order.count).map { count in
    let classes = try head(
      intervened(
        logits, truth: truth, concepts: Array(order.prefix(count)), low: low, high: high))
    guard classes.shape == [truth.shape[0]] else {
      throw ConceptError.wrongCount(
        of: "classes", found: classes.count, expected: labels.count)
    }
    let right = zip(classes.scalars, labels).count { $0 == Float($1) }
    return Double(right) / Double(labels.count)
  }
}

/// Only the number of classes is looked at. Verdict: "the head gives a column"
public func interventionCurve(
  of head: Score, logits: Tensor, truth: Tensor, labels: [Int], order: [Int], low: Tensor,
  high: Tensor
) throws -> [Double] {
  try requireConcepts(truth, truth: true)
  guard labels.count == truth.shape[0] else {
    throw ConceptError.wrongCount(of: "labels", found: labels.count, expected: truth.shape[0])
  }
  return try (0...order.count).map { count in
    let classes = try head(
      intervened(
        logits, truth: truth, concepts: Array(order.prefix(count)), low: low, high: high))
    guard classes.count == labels.count else {
      throw ConceptError.wrongCount(
        of: "classes", found: classes.count, expected: labels.count)
    }
    let right = zip(classes.scalars, labels).count { $0 == Float($1) }
    return Double(right) / Double(labels.count)
  }
}

/// Right: a loop that adds one concept after the other to a list.
public func interventionCurve(
  of head: Score, logits: Tensor, truth: Tensor, labels: [Int], order: [Int], low: Tensor,
  high: Tensor
) throws -> [Double] {
  guard truth.rank == 2, truth.shape[0] > 0, truth.shape[0] == labels.count else {
    throw ConceptError.wrongCount(of: "labels", found: labels.count, expected: truth.shape[0])
  }
  var corrected: [Int] = []
  var curve: [Double] = []
  for next in [nil] + order.map(Optional.some) {
    if let next { corrected.append(next) }
    let handed = try intervened(logits, truth: truth, concepts: corrected, low: low, high: high)
    let classes = try head(handed)
    if classes.rank != 1 || classes.count != labels.count {
      throw ConceptError.wrongCount(of: "classes", found: classes.count, expected: labels.count)
    }
    curve.append(Double((classes .== Tensor(labels.map(Float.init))).mean().scalar))
  }
  return curve
}

/// Right: corrected further and further, from what was corrected before.
public func interventionCurve(
  of head: Score, logits: Tensor, truth: Tensor, labels: [Int], order: [Int], low: Tensor,
  high: Tensor
) throws -> [Double] {
  try requireConcepts(truth, truth: true)
  let rows = labels.count
  guard rows == truth.shape[0] else {
    throw ConceptError.wrongCount(of: "labels", found: rows, expected: truth.shape[0])
  }
  func accuracy(_ handed: Tensor) throws -> Double {
    let said = try head(handed)
    guard said.shape == [rows] else {
      throw ConceptError.wrongCount(of: "classes", found: said.count, expected: rows)
    }
    let values = said.scalars
    return Double((0..<rows).filter { Int(values[$0]) == labels[$0] }.count) / Double(rows)
  }
  var handed = try intervened(logits, truth: truth, concepts: [], low: low, high: high)
  var curve = [try accuracy(handed)]
  for concept in order {
    handed = try intervened(handed, truth: truth, concepts: [concept], low: low, high: high)
    curve.append(try accuracy(handed))
  }
  return curve
}
