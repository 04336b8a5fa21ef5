import Tensors

/// The own row is drawn as well. Verdict: "the query’s own row among those that are drawn"
public func chancePurity(
  labels: [Int], queryLabels: [Int], excluding own: [Int]
) throws -> Double {
  guard !queryLabels.isEmpty else { throw RetrievalError.nothing }
  guard own.count == queryLabels.count else {
    throw RetrievalError.wrongCount(found: own.count, expected: queryLabels.count)
  }
  var sum = 0.0
  for (label, own) in zip(queryLabels, own) {
    guard own >= -1, own < labels.count else {
      throw RetrievalError.noSuchRow(own, rows: labels.count)
    }
    let others = labels.count - (own >= 0 ? 1 : 0)
    let all = labels.count
    guard others > 0 else { throw RetrievalError.cannotFind(1, among: others) }
    let alike = labels.count { $0 == label }
    sum += Double(alike) / Double(all)
  }
  return sum / Double(queryLabels.count)
}

/// The own row is taken off the count alone. Verdict: "taken off those that are alike, and not off the rows"
public func chancePurity(
  labels: [Int], queryLabels: [Int], excluding own: [Int]
) throws -> Double {
  guard !queryLabels.isEmpty else { throw RetrievalError.nothing }
  guard own.count == queryLabels.count else {
    throw RetrievalError.wrongCount(found: own.count, expected: queryLabels.count)
  }
  var sum = 0.0
  for (label, own) in zip(queryLabels, own) {
    guard own >= -1, own < labels.count else {
      throw RetrievalError.noSuchRow(own, rows: labels.count)
    }
    let others = labels.count - (own >= 0 ? 1 : 0)
    guard others > 0 else { throw RetrievalError.cannotFind(1, among: others) }
    let alike = labels.count { $0 == label } - (own >= 0 && labels[own] == label ? 1 : 0)
    sum += Double(alike) / Double(labels.count)
  }
  return sum / Double(queryLabels.count)
}

/// The own row is taken off the rows alone. Verdict: "taken off the rows, and not off those that are alike"
public func chancePurity(
  labels: [Int], queryLabels: [Int], excluding own: [Int]
) throws -> Double {
  guard !queryLabels.isEmpty else { throw RetrievalError.nothing }
  guard own.count == queryLabels.count else {
    throw RetrievalError.wrongCount(found: own.count, expected: queryLabels.count)
  }
  var sum = 0.0
  for (label, own) in zip(queryLabels, own) {
    guard own >= -1, own < labels.count else {
      throw RetrievalError.noSuchRow(own, rows: labels.count)
    }
    let others = labels.count - (own >= 0 ? 1 : 0)
    guard others > 0 else { throw RetrievalError.cannotFind(1, among: others) }
    let alike = labels.count { $0 == label }
    sum += Double(alike) / Double(others)
  }
  return sum / Double(queryLabels.count)
}

/// Every query is taken for a row. Verdict: "a row left out for every query"
public func chancePurity(
  labels: [Int], queryLabels: [Int], excluding own: [Int]
) throws -> Double {
  guard !queryLabels.isEmpty else { throw RetrievalError.nothing }
  guard own.count == queryLabels.count else {
    throw RetrievalError.wrongCount(found: own.count, expected: queryLabels.count)
  }
  var sum = 0.0
  for (label, own) in zip(queryLabels, own) {
    guard own >= -1, own < labels.count else {
      throw RetrievalError.noSuchRow(own, rows: labels.count)
    }
    let others = labels.count - 1
    guard others > 0 else { throw RetrievalError.cannotFind(1, among: others) }
    let alike = labels.count { $0 == label } - 1
    sum += Double(alike) / Double(others)
  }
  return sum / Double(queryLabels.count)
}

/// The own row’s label is not looked at. Verdict: "whatever the label of the query’s own row is"
public func chancePurity(
  labels: [Int], queryLabels: [Int], excluding own: [Int]
) throws -> Double {
  guard !queryLabels.isEmpty else { throw RetrievalError.nothing }
  guard own.count == queryLabels.count else {
    throw RetrievalError.wrongCount(found: own.count, expected: queryLabels.count)
  }
  var sum = 0.0
  for (label, own) in zip(queryLabels, own) {
    guard own >= -1, own < labels.count else {
      throw RetrievalError.noSuchRow(own, rows: labels.count)
    }
    let others = labels.count - (own >= 0 ? 1 : 0)
    guard others > 0 else { throw RetrievalError.cannotFind(1, among: others) }
    let alike = labels.count { $0 == label } - (own >= 0 ? 1 : 0)
    sum += Double(alike) / Double(others)
  }
  return sum / Double(queryLabels.count)
}

/// One of the classes. Verdict: "one divided by the number of classes"
public func chancePurity(
  labels: [Int], queryLabels: [Int], excluding own: [Int]
) throws -> Double {
  guard !queryLabels.isEmpty else { throw RetrievalError.nothing }
  guard own.count == queryLabels.count else {
    throw RetrievalError.wrongCount(found: own.count, expected: queryLabels.count)
  }
  var sum = 0.0
  for (label, own) in zip(queryLabels, own) {
    guard own >= -1, own < labels.count else {
      throw RetrievalError.noSuchRow(own, rows: labels.count)
    }
    let others = labels.count - (own >= 0 ? 1 : 0)
    guard others > 0 else { throw RetrievalError.cannotFind(1, among: others) }
    let alike = labels.count { $0 == label } - (own >= 0 && labels[own] == label ? 1 : 0)
    sum += Double(alike) / Double(others)
  }
  return 1 / Double(Set(labels).count)
}

/// Two rows of the memory. Verdict: "the chance that two rows of the memory are alike"
public func chancePurity(
  labels: [Int], queryLabels: [Int], excluding own: [Int]
) throws -> Double {
  guard !queryLabels.isEmpty else { throw RetrievalError.nothing }
  guard own.count == queryLabels.count else {
    throw RetrievalError.wrongCount(found: own.count, expected: queryLabels.count)
  }
  var sum = 0.0
  for (label, own) in zip(queryLabels, own) {
    guard own >= -1, own < labels.count else {
      throw RetrievalError.noSuchRow(own, rows: labels.count)
    }
    let others = labels.count - (own >= 0 ? 1 : 0)
    guard others > 0 else { throw RetrievalError.cannotFind(1, among: others) }
    let alike = labels.count { $0 == label } - (own >= 0 && labels[own] == label ? 1 : 0)
    sum += Double(alike) / Double(others)
  }
  return Set(labels).reduce(0) { sum, kind in
    let part = Double(labels.count { $0 == kind }) / Double(labels.count)
    return sum + part * part
  }
}

/// Two queries. Verdict: "the chance that two queries are alike"
public func chancePurity(
  labels: [Int], queryLabels: [Int], excluding own: [Int]
) throws -> Double {
  guard !queryLabels.isEmpty else { throw RetrievalError.nothing }
  guard own.count == queryLabels.count else {
    throw RetrievalError.wrongCount(found: own.count, expected: queryLabels.count)
  }
  var sum = 0.0
  for (label, own) in zip(queryLabels, own) {
    guard own >= -1, own < labels.count else {
      throw RetrievalError.noSuchRow(own, rows: labels.count)
    }
    let others = labels.count - (own >= 0 ? 1 : 0)
    guard others > 0 else { throw RetrievalError.cannotFind(1, among: others) }
    let alike = labels.count { $0 == label } - (own >= 0 && labels[own] == label ? 1 : 0)
    sum += Double(alike) / Double(others)
  }
  return Set(queryLabels).reduce(0) { sum, kind in
    let part = Double(queryLabels.count { $0 == kind }) / Double(queryLabels.count)
    return sum + part * part
  }
}

/// The majority. Verdict: "the part of the most frequent label"
public func chancePurity(
  labels: [Int], queryLabels: [Int], excluding own: [Int]
) throws -> Double {
  guard !queryLabels.isEmpty else { throw RetrievalError.nothing }
  guard own.count == queryLabels.count else {
    throw RetrievalError.wrongCount(found: own.count, expected: queryLabels.count)
  }
  var sum = 0.0
  for (label, own) in zip(queryLabels, own) {
    guard own >= -1, own < labels.count else {
      throw RetrievalError.noSuchRow(own, rows: labels.count)
    }
    let others = labels.count - (own >= 0 ? 1 : 0)
    guard others > 0 else { throw RetrievalError.cannotFind(1, among: others) }
    let alike = labels.count { $0 == label } - (own >= 0 && labels[own] == label ? 1 : 0)
    sum += Double(alike) / Double(others)
  }
  let counts = Dictionary(grouping: labels) { $0 }.values.map(\.count)
  return Double(counts.max() ?? 0) / Double(labels.count)
}

/// −1 is Python’s last row. Verdict: "−1 taken for the last row"
public func chancePurity(
  labels: [Int], queryLabels: [Int], excluding own: [Int]
) throws -> Double {
  guard !queryLabels.isEmpty else { throw RetrievalError.nothing }
  guard own.count == queryLabels.count else {
    throw RetrievalError.wrongCount(found: own.count, expected: queryLabels.count)
  }
  var sum = 0.0
  for (label, own) in zip(queryLabels, own) {
    guard own >= -1, own < labels.count else {
      throw RetrievalError.noSuchRow(own, rows: labels.count)
    }
    let others = labels.count - 1
    guard others > 0 else { throw RetrievalError.cannotFind(1, among: others) }
    let last = own < 0 ? labels.count - 1 : own
    let alike = labels.count { $0 == label } - (labels[last] == label ? 1 : 0)
    sum += Double(alike) / Double(others)
  }
  return sum / Double(queryLabels.count)
}

/// The other labels. Verdict: "the chance of another label"
public func chancePurity(
  labels: [Int], queryLabels: [Int], excluding own: [Int]
) throws -> Double {
  guard !queryLabels.isEmpty else { throw RetrievalError.nothing }
  guard own.count == queryLabels.count else {
    throw RetrievalError.wrongCount(found: own.count, expected: queryLabels.count)
  }
  var sum = 0.0
  for (label, own) in zip(queryLabels, own) {
    guard own >= -1, own < labels.count else {
      throw RetrievalError.noSuchRow(own, rows: labels.count)
    }
    let others = labels.count - (own >= 0 ? 1 : 0)
    guard others > 0 else { throw RetrievalError.cannotFind(1, among: others) }
    let alike = labels.count { $0 == label } - (own >= 0 && labels[own] == label ? 1 : 0)
    sum += Double(alike) / Double(others)
  }
  return 1 - sum / Double(queryLabels.count)
}

/// No row is left, and NaN comes out. Verdict: "the memory is empty"
public func chancePurity(
  labels: [Int], queryLabels: [Int], excluding own: [Int]
) throws -> Double {
  guard !queryLabels.isEmpty else { throw RetrievalError.nothing }
  guard own.count == queryLabels.count else {
    throw RetrievalError.wrongCount(found: own.count, expected: queryLabels.count)
  }
  var sum = 0.0
  for (label, own) in zip(queryLabels, own) {
    guard own >= -1, own < labels.count else {
      throw RetrievalError.noSuchRow(own, rows: labels.count)
    }
    let others = labels.count - (own >= 0 ? 1 : 0)
    let alike = labels.count { $0 == label } - (own >= 0 && labels[own] == label ? 1 : 0)
    sum += Double(alike) / Double(others)
  }
  return sum / Double(queryLabels.count)
}

/// Row 0 is taken for none. Verdict: "row 0 taken for none"
public func chancePurity(
  labels: [Int], queryLabels: [Int], excluding own: [Int]
) throws -> Double {
  guard !queryLabels.isEmpty else { throw RetrievalError.nothing }
  guard own.count == queryLabels.count else {
    throw RetrievalError.wrongCount(found: own.count, expected: queryLabels.count)
  }
  var sum = 0.0
  for (label, own) in zip(queryLabels, own) {
    guard own >= -1, own < labels.count else {
      throw RetrievalError.noSuchRow(own, rows: labels.count)
    }
    let others = labels.count - (own > 0 ? 1 : 0)
    guard others > 0 else { throw RetrievalError.cannotFind(1, among: others) }
    let alike = labels.count { $0 == label } - (own > 0 && labels[own] == label ? 1 : 0)
    sum += Double(alike) / Double(others)
  }
  return sum / Double(queryLabels.count)
}

/// Right: row by row: each of the others is as likely as any to be the one that is drawn.
public func chancePurity(
  labels: [Int], queryLabels: [Int], excluding own: [Int]
) throws -> Double {
  guard own.count == queryLabels.count, !own.isEmpty else {
    throw RetrievalError.wrongCount(found: own.count, expected: queryLabels.count)
  }
  var parts: [Double] = []
  for (query, row) in own.enumerated() {
    if row < -1 || row >= labels.count { throw RetrievalError.noSuchRow(row, rows: labels.count) }
    var others = labels
    if row >= 0 { others.remove(at: row) }
    if others.isEmpty { throw RetrievalError.nothing }
    let alike = others.filter { $0 == queryLabels[query] }
    parts.append(Double(alike.count) / Double(others.count))
  }
  return parts.reduce(0, +) / Double(parts.count)
}
