import Tensors

/// All in one heap. Verdict: "all neighbours in one heap"
public func purity(
  of neighbours: [[Int]], labels: [Int], queryLabels: [Int]
) throws -> Double {
  guard !neighbours.isEmpty else { throw RetrievalError.nothing }
  guard queryLabels.count == neighbours.count else {
    throw RetrievalError.wrongCount(found: queryLabels.count, expected: neighbours.count)
  }
  var sum = 0.0
  for (query, rows) in neighbours.enumerated() {
    guard !rows.isEmpty else { throw RetrievalError.nobodyVotes(query: query) }
    if let row = rows.first(where: { !labels.indices.contains($0) }) {
      throw RetrievalError.noSuchRow(row, rows: labels.count)
    }
    sum += Double(rows.count { labels[$0] == queryLabels[query] }) / 1
  }
  return sum / Double(neighbours.joined().count)
}

/// Whatever label is frequent. Verdict: "the part of the most frequent label"
public func purity(
  of neighbours: [[Int]], labels: [Int], queryLabels: [Int]
) throws -> Double {
  guard !neighbours.isEmpty else { throw RetrievalError.nothing }
  guard queryLabels.count == neighbours.count else {
    throw RetrievalError.wrongCount(found: queryLabels.count, expected: neighbours.count)
  }
  var sum = 0.0
  for (query, rows) in neighbours.enumerated() {
    guard !rows.isEmpty else { throw RetrievalError.nobodyVotes(query: query) }
    if let row = rows.first(where: { !labels.indices.contains($0) }) {
      throw RetrievalError.noSuchRow(row, rows: labels.count)
    }
    let counts = Dictionary(grouping: rows) { labels[$0] }.values.map(\.count)
    sum += Double(counts.max() ?? 0) / Double(rows.count)
  }
  return sum / Double(neighbours.count)
}

/// The majority is right or wrong. Verdict: "how often the majority is right"
public func purity(
  of neighbours: [[Int]], labels: [Int], queryLabels: [Int]
) throws -> Double {
  guard !neighbours.isEmpty else { throw RetrievalError.nothing }
  guard queryLabels.count == neighbours.count else {
    throw RetrievalError.wrongCount(found: queryLabels.count, expected: neighbours.count)
  }
  var sum = 0.0
  for (query, rows) in neighbours.enumerated() {
    guard !rows.isEmpty else { throw RetrievalError.nobodyVotes(query: query) }
    if let row = rows.first(where: { !labels.indices.contains($0) }) {
      throw RetrievalError.noSuchRow(row, rows: labels.count)
    }
    let groups = Dictionary(grouping: rows) { labels[$0] }
    let winner = groups.max { $0.value.count < $1.value.count }?.key
    sum += winner == queryLabels[query] ? 1 : 0
  }
  return sum / Double(neighbours.count)
}

/// The nearest alone. Verdict: "only the nearest neighbour looked at"
public func purity(
  of neighbours: [[Int]], labels: [Int], queryLabels: [Int]
) throws -> Double {
  guard !neighbours.isEmpty else { throw RetrievalError.nothing }
  guard queryLabels.count == neighbours.count else {
    throw RetrievalError.wrongCount(found: queryLabels.count, expected: neighbours.count)
  }
  var sum = 0.0
  for (query, rows) in neighbours.enumerated() {
    guard !rows.isEmpty else { throw RetrievalError.nobodyVotes(query: query) }
    if let row = rows.first(where: { !labels.indices.contains($0) }) {
      throw RetrievalError.noSuchRow(row, rows: labels.count)
    }
    sum += labels[rows[0]] == queryLabels[query] ? 1 : 0
  }
  return sum / Double(neighbours.count)
}

/// A hit among k. Verdict: "how often some neighbour is alike"
public func purity(
  of neighbours: [[Int]], labels: [Int], queryLabels: [Int]
) throws -> Double {
  guard !neighbours.isEmpty else { throw RetrievalError.nothing }
  guard queryLabels.count == neighbours.count else {
    throw RetrievalError.wrongCount(found: queryLabels.count, expected: neighbours.count)
  }
  var sum = 0.0
  for (query, rows) in neighbours.enumerated() {
    guard !rows.isEmpty else { throw RetrievalError.nobodyVotes(query: query) }
    if let row = rows.first(where: { !labels.indices.contains($0) }) {
      throw RetrievalError.noSuchRow(row, rows: labels.count)
    }
    sum += rows.contains { labels[$0] == queryLabels[query] } ? 1 : 0
  }
  return sum / Double(neighbours.count)
}

/// All or nothing. Verdict: "how often all neighbours are alike"
public func purity(
  of neighbours: [[Int]], labels: [Int], queryLabels: [Int]
) throws -> Double {
  guard !neighbours.isEmpty else { throw RetrievalError.nothing }
  guard queryLabels.count == neighbours.count else {
    throw RetrievalError.wrongCount(found: queryLabels.count, expected: neighbours.count)
  }
  var sum = 0.0
  for (query, rows) in neighbours.enumerated() {
    guard !rows.isEmpty else { throw RetrievalError.nobodyVotes(query: query) }
    if let row = rows.first(where: { !labels.indices.contains($0) }) {
      throw RetrievalError.noSuchRow(row, rows: labels.count)
    }
    sum += rows.allSatisfy { labels[$0] == queryLabels[query] } ? 1 : 0
  }
  return sum / Double(neighbours.count)
}

/// The part that differs. Verdict: "the part that is not alike"
public func purity(
  of neighbours: [[Int]], labels: [Int], queryLabels: [Int]
) throws -> Double {
  guard !neighbours.isEmpty else { throw RetrievalError.nothing }
  guard queryLabels.count == neighbours.count else {
    throw RetrievalError.wrongCount(found: queryLabels.count, expected: neighbours.count)
  }
  var sum = 0.0
  for (query, rows) in neighbours.enumerated() {
    guard !rows.isEmpty else { throw RetrievalError.nobodyVotes(query: query) }
    if let row = rows.first(where: { !labels.indices.contains($0) }) {
      throw RetrievalError.noSuchRow(row, rows: labels.count)
    }
    sum += Double(rows.count { labels[$0] != queryLabels[query] }) / Double(rows.count)
  }
  return sum / Double(neighbours.count)
}

/// Counts. Verdict: "the number of those that are alike"
public func purity(
  of neighbours: [[Int]], labels: [Int], queryLabels: [Int]
) throws -> Double {
  guard !neighbours.isEmpty else { throw RetrievalError.nothing }
  guard queryLabels.count == neighbours.count else {
    throw RetrievalError.wrongCount(found: queryLabels.count, expected: neighbours.count)
  }
  var sum = 0.0
  for (query, rows) in neighbours.enumerated() {
    guard !rows.isEmpty else { throw RetrievalError.nobodyVotes(query: query) }
    if let row = rows.first(where: { !labels.indices.contains($0) }) {
      throw RetrievalError.noSuchRow(row, rows: labels.count)
    }
    sum += Double(rows.count { labels[$0] == queryLabels[query] })
  }
  return sum / Double(neighbours.count)
}

/// The memory’s labels for the queries. Verdict: "the labels of the first rows for those of the queries"
public func purity(
  of neighbours: [[Int]], labels: [Int], queryLabels: [Int]
) throws -> Double {
  guard !neighbours.isEmpty else { throw RetrievalError.nothing }
  guard queryLabels.count == neighbours.count else {
    throw RetrievalError.wrongCount(found: queryLabels.count, expected: neighbours.count)
  }
  var sum = 0.0
  for (query, rows) in neighbours.enumerated() {
    guard !rows.isEmpty else { throw RetrievalError.nobodyVotes(query: query) }
    if let row = rows.first(where: { !labels.indices.contains($0) }) {
      throw RetrievalError.noSuchRow(row, rows: labels.count)
    }
    sum += Double(rows.count { labels[$0] == labels[query] }) / Double(rows.count)
  }
  return sum / Double(neighbours.count)
}

/// Numbers of rows are compared. Verdict: "the neighbours’ own numbers compared"
public func purity(
  of neighbours: [[Int]], labels: [Int], queryLabels: [Int]
) throws -> Double {
  guard !neighbours.isEmpty else { throw RetrievalError.nothing }
  guard queryLabels.count == neighbours.count else {
    throw RetrievalError.wrongCount(found: queryLabels.count, expected: neighbours.count)
  }
  var sum = 0.0
  for (query, rows) in neighbours.enumerated() {
    guard !rows.isEmpty else { throw RetrievalError.nobodyVotes(query: query) }
    if let row = rows.first(where: { !labels.indices.contains($0) }) {
      throw RetrievalError.noSuchRow(row, rows: labels.count)
    }
    sum += Double(rows.count { $0 == queryLabels[query] }) / Double(rows.count)
  }
  return sum / Double(neighbours.count)
}

/// The sum. Verdict: "the sum over the queries, not the mean"
public func purity(
  of neighbours: [[Int]], labels: [Int], queryLabels: [Int]
) throws -> Double {
  guard !neighbours.isEmpty else { throw RetrievalError.nothing }
  guard queryLabels.count == neighbours.count else {
    throw RetrievalError.wrongCount(found: queryLabels.count, expected: neighbours.count)
  }
  var sum = 0.0
  for (query, rows) in neighbours.enumerated() {
    guard !rows.isEmpty else { throw RetrievalError.nobodyVotes(query: query) }
    if let row = rows.first(where: { !labels.indices.contains($0) }) {
      throw RetrievalError.noSuchRow(row, rows: labels.count)
    }
    sum += Double(rows.count { labels[$0] == queryLabels[query] }) / Double(rows.count)
  }
  return sum
}

/// A query without neighbours counts as 0. Verdict: "a query has no neighbours"
public func purity(
  of neighbours: [[Int]], labels: [Int], queryLabels: [Int]
) throws -> Double {
  guard !neighbours.isEmpty else { throw RetrievalError.nothing }
  guard queryLabels.count == neighbours.count else {
    throw RetrievalError.wrongCount(found: queryLabels.count, expected: neighbours.count)
  }
  var sum = 0.0
  for (query, rows) in neighbours.enumerated() where !rows.isEmpty {
    if let row = rows.first(where: { !labels.indices.contains($0) }) {
      throw RetrievalError.noSuchRow(row, rows: labels.count)
    }
    sum += Double(rows.count { labels[$0] == queryLabels[query] }) / Double(rows.count)
  }
  return sum / Double(neighbours.count)
}

/// No queries have a purity of NaN. Verdict: "there are no queries"
public func purity(
  of neighbours: [[Int]], labels: [Int], queryLabels: [Int]
) throws -> Double {
  guard queryLabels.count == neighbours.count else {
    throw RetrievalError.wrongCount(found: queryLabels.count, expected: neighbours.count)
  }
  var sum = 0.0
  for (query, rows) in neighbours.enumerated() {
    guard !rows.isEmpty else { throw RetrievalError.nobodyVotes(query: query) }
    if let row = rows.first(where: { !labels.indices.contains($0) }) {
      throw RetrievalError.noSuchRow(row, rows: labels.count)
    }
    sum += Double(rows.count { labels[$0] == queryLabels[query] }) / Double(rows.count)
  }
  return sum / Double(neighbours.count)
}

/// −1 is Python’s last row. Verdict: "there is no row −1"
public func purity(
  of neighbours: [[Int]], labels: [Int], queryLabels: [Int]
) throws -> Double {
  guard !neighbours.isEmpty else { throw RetrievalError.nothing }
  guard queryLabels.count == neighbours.count else {
    throw RetrievalError.wrongCount(found: queryLabels.count, expected: neighbours.count)
  }
  var sum = 0.0
  for (query, numbers) in neighbours.enumerated() {
    let rows = numbers.map { $0 == -1 ? labels.count - 1 : $0 }
    guard !rows.isEmpty else { throw RetrievalError.nobodyVotes(query: query) }
    if let row = rows.first(where: { !labels.indices.contains($0) }) {
      throw RetrievalError.noSuchRow(row, rows: labels.count)
    }
    sum += Double(rows.count { labels[$0] == queryLabels[query] }) / Double(rows.count)
  }
  return sum / Double(neighbours.count)
}

/// Right: parts as a list, and their mean.
public func purity(
  of neighbours: [[Int]], labels: [Int], queryLabels: [Int]
) throws -> Double {
  if neighbours.count != queryLabels.count {
    throw RetrievalError.wrongCount(found: queryLabels.count, expected: neighbours.count)
  }
  if neighbours.isEmpty || neighbours.contains(where: \.isEmpty) { throw RetrievalError.nothing }
  if let row = neighbours.joined().first(where: { $0 < 0 || $0 >= labels.count }) {
    throw RetrievalError.noSuchRow(row, rows: labels.count)
  }
  let parts = zip(neighbours, queryLabels).map { rows, label in
    let ones = rows.map { labels[$0] == label ? 1.0 : 0.0 }
    return ones.reduce(0, +) / Double(ones.count)
  }
  return parts.reduce(0, +) / Double(parts.count)
}
