import Tensors

/// Weights are ignored. Verdict: "every vote counts the same"
public func vote(
  of labels: [Int], neighbours: [[Int]], weights: Tensor, classes: Int
) throws -> Tensor {
  if let label = labels.first(where: { $0 < 0 || $0 >= classes }) {
    throw RetrievalError.noSuchClass(label, classes: classes)
  }
  guard weights.rank == 2 else { throw RetrievalError.notRows(shape: weights.shape) }
  guard weights.shape[0] == neighbours.count else {
    throw RetrievalError.wrongCount(found: weights.shape[0], expected: neighbours.count)
  }
  guard weights.scalars.allSatisfy({ $0 >= 0 && $0.isFinite }) else {
    throw RetrievalError.negativeWeight
  }
  var shares: [Float] = []
  for (query, rows) in neighbours.enumerated() {
    guard rows.count == weights.shape[1] else {
      throw RetrievalError.wrongCount(found: rows.count, expected: weights.shape[1])
    }
    var counted = [Double](repeating: 0, count: classes)
    for (place, row) in rows.enumerated() {
      guard labels.indices.contains(row) else {
        throw RetrievalError.noSuchRow(row, rows: labels.count)
      }
      counted[labels[row]] += weights[query, place].scalar > 0 ? 1 : 0
    }
    let total = counted.reduce(0, +)
    guard total > 0 else { throw RetrievalError.nobodyVotes(query: query) }
    shares += counted.map { Float($0 / total) }
  }
  return Tensor(shares, shape: [neighbours.count, classes])
}

/// Sums are not divided. Verdict: "sums of weights; they are still to be divided"
public func vote(
  of labels: [Int], neighbours: [[Int]], weights: Tensor, classes: Int
) throws -> Tensor {
  if let label = labels.first(where: { $0 < 0 || $0 >= classes }) {
    throw RetrievalError.noSuchClass(label, classes: classes)
  }
  guard weights.rank == 2 else { throw RetrievalError.notRows(shape: weights.shape) }
  guard weights.shape[0] == neighbours.count else {
    throw RetrievalError.wrongCount(found: weights.shape[0], expected: neighbours.count)
  }
  guard weights.scalars.allSatisfy({ $0 >= 0 && $0.isFinite }) else {
    throw RetrievalError.negativeWeight
  }
  var shares: [Float] = []
  for (query, rows) in neighbours.enumerated() {
    guard rows.count == weights.shape[1] else {
      throw RetrievalError.wrongCount(found: rows.count, expected: weights.shape[1])
    }
    var counted = [Double](repeating: 0, count: classes)
    for (place, row) in rows.enumerated() {
      guard labels.indices.contains(row) else {
        throw RetrievalError.noSuchRow(row, rows: labels.count)
      }
      counted[labels[row]] += Double(weights[query, place].scalar)
    }
    let total = counted.reduce(0, +)
    guard total > 0 else { throw RetrievalError.nobodyVotes(query: query) }
    shares += counted.map { Float($0) }
  }
  return Tensor(shares, shape: [neighbours.count, classes])
}

/// Divided by the number of neighbours. Verdict: "divided by the number of neighbours"
public func vote(
  of labels: [Int], neighbours: [[Int]], weights: Tensor, classes: Int
) throws -> Tensor {
  if let label = labels.first(where: { $0 < 0 || $0 >= classes }) {
    throw RetrievalError.noSuchClass(label, classes: classes)
  }
  guard weights.rank == 2 else { throw RetrievalError.notRows(shape: weights.shape) }
  guard weights.shape[0] == neighbours.count else {
    throw RetrievalError.wrongCount(found: weights.shape[0], expected: neighbours.count)
  }
  guard weights.scalars.allSatisfy({ $0 >= 0 && $0.isFinite }) else {
    throw RetrievalError.negativeWeight
  }
  var shares: [Float] = []
  for (query, rows) in neighbours.enumerated() {
    guard rows.count == weights.shape[1] else {
      throw RetrievalError.wrongCount(found: rows.count, expected: weights.shape[1])
    }
    var counted = [Double](repeating: 0, count: classes)
    for (place, row) in rows.enumerated() {
      guard labels.indices.contains(row) else {
        throw RetrievalError.noSuchRow(row, rows: labels.count)
      }
      counted[labels[row]] += Double(weights[query, place].scalar)
    }
    let total = counted.reduce(0, +)
    guard total > 0 else { throw RetrievalError.nobodyVotes(query: query) }
    shares += counted.map { Float($0 / Double(rows.count)) }
  }
  return Tensor(shares, shape: [neighbours.count, classes])
}

/// The winner takes all. Verdict: "the winner alone"
public func vote(
  of labels: [Int], neighbours: [[Int]], weights: Tensor, classes: Int
) throws -> Tensor {
  if let label = labels.first(where: { $0 < 0 || $0 >= classes }) {
    throw RetrievalError.noSuchClass(label, classes: classes)
  }
  guard weights.rank == 2 else { throw RetrievalError.notRows(shape: weights.shape) }
  guard weights.shape[0] == neighbours.count else {
    throw RetrievalError.wrongCount(found: weights.shape[0], expected: neighbours.count)
  }
  guard weights.scalars.allSatisfy({ $0 >= 0 && $0.isFinite }) else {
    throw RetrievalError.negativeWeight
  }
  var shares: [Float] = []
  for (query, rows) in neighbours.enumerated() {
    guard rows.count == weights.shape[1] else {
      throw RetrievalError.wrongCount(found: rows.count, expected: weights.shape[1])
    }
    var counted = [Double](repeating: 0, count: classes)
    for (place, row) in rows.enumerated() {
      guard labels.indices.contains(row) else {
        throw RetrievalError.noSuchRow(row, rows: labels.count)
      }
      counted[labels[row]] += Double(weights[query, place].scalar)
    }
    let total = counted.reduce(0, +)
    guard total > 0 else { throw RetrievalError.nobodyVotes(query: query) }
    let winner = counted.indices.max { counted[$0] < counted[$1] }
    shares += counted.indices.map { $0 == winner ? 1 : 0 }
  }
  return Tensor(shares, shape: [neighbours.count, classes])
}

/// Means of classes. Verdict: "the mean weight of each class"
public func vote(
  of labels: [Int], neighbours: [[Int]], weights: Tensor, classes: Int
) throws -> Tensor {
  if let label = labels.first(where: { $0 < 0 || $0 >= classes }) {
    throw RetrievalError.noSuchClass(label, classes: classes)
  }
  guard weights.rank == 2 else { throw RetrievalError.notRows(shape: weights.shape) }
  guard weights.shape[0] == neighbours.count else {
    throw RetrievalError.wrongCount(found: weights.shape[0], expected: neighbours.count)
  }
  guard weights.scalars.allSatisfy({ $0 >= 0 && $0.isFinite }) else {
    throw RetrievalError.negativeWeight
  }
  var shares: [Float] = []
  for (query, rows) in neighbours.enumerated() {
    guard rows.count == weights.shape[1] else {
      throw RetrievalError.wrongCount(found: rows.count, expected: weights.shape[1])
    }
    var counted = [Double](repeating: 0, count: classes)
    for (place, row) in rows.enumerated() {
      guard labels.indices.contains(row) else {
        throw RetrievalError.noSuchRow(row, rows: labels.count)
      }
      counted[labels[row]] += Double(weights[query, place].scalar)
    }
    let total = counted.reduce(0, +)
    guard total > 0 else { throw RetrievalError.nobodyVotes(query: query) }
    shares += counted.indices.map { label in
      Float(counted[label] / Double(max(1, rows.count { labels[$0] == label })))
    }
  }
  return Tensor(shares, shape: [neighbours.count, classes])
}

/// Labels of the places. Verdict: "the labels of the first rows"
public func vote(
  of labels: [Int], neighbours: [[Int]], weights: Tensor, classes: Int
) throws -> Tensor {
  if let label = labels.first(where: { $0 < 0 || $0 >= classes }) {
    throw RetrievalError.noSuchClass(label, classes: classes)
  }
  guard weights.rank == 2 else { throw RetrievalError.notRows(shape: weights.shape) }
  guard weights.shape[0] == neighbours.count else {
    throw RetrievalError.wrongCount(found: weights.shape[0], expected: neighbours.count)
  }
  guard weights.scalars.allSatisfy({ $0 >= 0 && $0.isFinite }) else {
    throw RetrievalError.negativeWeight
  }
  var shares: [Float] = []
  for (query, rows) in neighbours.enumerated() {
    guard rows.count == weights.shape[1] else {
      throw RetrievalError.wrongCount(found: rows.count, expected: weights.shape[1])
    }
    var counted = [Double](repeating: 0, count: classes)
    for (place, row) in rows.enumerated() {
      guard labels.indices.contains(row) else {
        throw RetrievalError.noSuchRow(row, rows: labels.count)
      }
      counted[labels[place]] += Double(weights[query, place].scalar)
    }
    let total = counted.reduce(0, +)
    guard total > 0 else { throw RetrievalError.nobodyVotes(query: query) }
    shares += counted.map { Float($0 / total) }
  }
  return Tensor(shares, shape: [neighbours.count, classes])
}

/// Weights are turned round. Verdict: "weights from the farthest to the nearest"
public func vote(
  of labels: [Int], neighbours: [[Int]], weights: Tensor, classes: Int
) throws -> Tensor {
  if let label = labels.first(where: { $0 < 0 || $0 >= classes }) {
    throw RetrievalError.noSuchClass(label, classes: classes)
  }
  guard weights.rank == 2 else { throw RetrievalError.notRows(shape: weights.shape) }
  guard weights.shape[0] == neighbours.count else {
    throw RetrievalError.wrongCount(found: weights.shape[0], expected: neighbours.count)
  }
  guard weights.scalars.allSatisfy({ $0 >= 0 && $0.isFinite }) else {
    throw RetrievalError.negativeWeight
  }
  var shares: [Float] = []
  for (query, rows) in neighbours.enumerated() {
    guard rows.count == weights.shape[1] else {
      throw RetrievalError.wrongCount(found: rows.count, expected: weights.shape[1])
    }
    var counted = [Double](repeating: 0, count: classes)
    for (place, row) in rows.enumerated() {
      guard labels.indices.contains(row) else {
        throw RetrievalError.noSuchRow(row, rows: labels.count)
      }
      counted[labels[row]] += Double(weights[query, rows.count - 1 - place].scalar)
    }
    let total = counted.reduce(0, +)
    guard total > 0 else { throw RetrievalError.nobodyVotes(query: query) }
    shares += counted.map { Float($0 / total) }
  }
  return Tensor(shares, shape: [neighbours.count, classes])
}

/// The first query’s weights. Verdict: "the weights of the first query for all"
public func vote(
  of labels: [Int], neighbours: [[Int]], weights: Tensor, classes: Int
) throws -> Tensor {
  if let label = labels.first(where: { $0 < 0 || $0 >= classes }) {
    throw RetrievalError.noSuchClass(label, classes: classes)
  }
  guard weights.rank == 2 else { throw RetrievalError.notRows(shape: weights.shape) }
  guard weights.shape[0] == neighbours.count else {
    throw RetrievalError.wrongCount(found: weights.shape[0], expected: neighbours.count)
  }
  guard weights.scalars.allSatisfy({ $0 >= 0 && $0.isFinite }) else {
    throw RetrievalError.negativeWeight
  }
  var shares: [Float] = []
  for (query, rows) in neighbours.enumerated() {
    guard rows.count == weights.shape[1] else {
      throw RetrievalError.wrongCount(found: rows.count, expected: weights.shape[1])
    }
    var counted = [Double](repeating: 0, count: classes)
    for (place, row) in rows.enumerated() {
      guard labels.indices.contains(row) else {
        throw RetrievalError.noSuchRow(row, rows: labels.count)
      }
      counted[labels[row]] += Double(weights[0, place].scalar)
    }
    let total = counted.reduce(0, +)
    guard total > 0 else { throw RetrievalError.nobodyVotes(query: query) }
    shares += counted.map { Float($0 / total) }
  }
  return Tensor(shares, shape: [neighbours.count, classes])
}

/// A softmax. Verdict: "a softmax of the sums"
public func vote(
  of labels: [Int], neighbours: [[Int]], weights: Tensor, classes: Int
) throws -> Tensor {
  if let label = labels.first(where: { $0 < 0 || $0 >= classes }) {
    throw RetrievalError.noSuchClass(label, classes: classes)
  }
  guard weights.rank == 2 else { throw RetrievalError.notRows(shape: weights.shape) }
  guard weights.shape[0] == neighbours.count else {
    throw RetrievalError.wrongCount(found: weights.shape[0], expected: neighbours.count)
  }
  guard weights.scalars.allSatisfy({ $0 >= 0 && $0.isFinite }) else {
    throw RetrievalError.negativeWeight
  }
  var shares: [Float] = []
  for (query, rows) in neighbours.enumerated() {
    guard rows.count == weights.shape[1] else {
      throw RetrievalError.wrongCount(found: rows.count, expected: weights.shape[1])
    }
    var counted = [Double](repeating: 0, count: classes)
    for (place, row) in rows.enumerated() {
      guard labels.indices.contains(row) else {
        throw RetrievalError.noSuchRow(row, rows: labels.count)
      }
      counted[labels[row]] += Double(weights[query, place].scalar)
    }
    let total = counted.reduce(0, +)
    guard total > 0 else { throw RetrievalError.nobodyVotes(query: query) }
    shares += Tensor(counted.map { Float($0) }).softmax(along: 0).scalars
  }
  return Tensor(shares, shape: [neighbours.count, classes])
}

/// Divided by the largest. Verdict: "divided by the largest sum"
public func vote(
  of labels: [Int], neighbours: [[Int]], weights: Tensor, classes: Int
) throws -> Tensor {
  if let label = labels.first(where: { $0 < 0 || $0 >= classes }) {
    throw RetrievalError.noSuchClass(label, classes: classes)
  }
  guard weights.rank == 2 else { throw RetrievalError.notRows(shape: weights.shape) }
  guard weights.shape[0] == neighbours.count else {
    throw RetrievalError.wrongCount(found: weights.shape[0], expected: neighbours.count)
  }
  guard weights.scalars.allSatisfy({ $0 >= 0 && $0.isFinite }) else {
    throw RetrievalError.negativeWeight
  }
  var shares: [Float] = []
  for (query, rows) in neighbours.enumerated() {
    guard rows.count == weights.shape[1] else {
      throw RetrievalError.wrongCount(found: rows.count, expected: weights.shape[1])
    }
    var counted = [Double](repeating: 0, count: classes)
    for (place, row) in rows.enumerated() {
      guard labels.indices.contains(row) else {
        throw RetrievalError.noSuchRow(row, rows: labels.count)
      }
      counted[labels[row]] += Double(weights[query, place].scalar)
    }
    let total = counted.reduce(0, +)
    guard total > 0 else { throw RetrievalError.nobodyVotes(query: query) }
    shares += counted.map { Float($0 / (counted.max() ?? 1)) }
  }
  return Tensor(shares, shape: [neighbours.count, classes])
}

/// Divided by everything. Verdict: "divided by the weights of all queries together"
public func vote(
  of labels: [Int], neighbours: [[Int]], weights: Tensor, classes: Int
) throws -> Tensor {
  if let label = labels.first(where: { $0 < 0 || $0 >= classes }) {
    throw RetrievalError.noSuchClass(label, classes: classes)
  }
  guard weights.rank == 2 else { throw RetrievalError.notRows(shape: weights.shape) }
  guard weights.shape[0] == neighbours.count else {
    throw RetrievalError.wrongCount(found: weights.shape[0], expected: neighbours.count)
  }
  guard weights.scalars.allSatisfy({ $0 >= 0 && $0.isFinite }) else {
    throw RetrievalError.negativeWeight
  }
  var shares: [Float] = []
  for (query, rows) in neighbours.enumerated() {
    guard rows.count == weights.shape[1] else {
      throw RetrievalError.wrongCount(found: rows.count, expected: weights.shape[1])
    }
    var counted = [Double](repeating: 0, count: classes)
    for (place, row) in rows.enumerated() {
      guard labels.indices.contains(row) else {
        throw RetrievalError.noSuchRow(row, rows: labels.count)
      }
      counted[labels[row]] += Double(weights[query, place].scalar)
    }
    let total = counted.reduce(0, +)
    guard total > 0 else { throw RetrievalError.nobodyVotes(query: query) }
    shares += counted.map { Float($0 / Double(weights.sum().scalar)) }
  }
  return Tensor(shares, shape: [neighbours.count, classes])
}

/// A neighbour that is not there is passed over. Verdict: "there is no row 5"
public func vote(
  of labels: [Int], neighbours: [[Int]], weights: Tensor, classes: Int
) throws -> Tensor {
  if let label = labels.first(where: { $0 < 0 || $0 >= classes }) {
    throw RetrievalError.noSuchClass(label, classes: classes)
  }
  guard weights.rank == 2 else { throw RetrievalError.notRows(shape: weights.shape) }
  guard weights.shape[0] == neighbours.count else {
    throw RetrievalError.wrongCount(found: weights.shape[0], expected: neighbours.count)
  }
  guard weights.scalars.allSatisfy({ $0 >= 0 && $0.isFinite }) else {
    throw RetrievalError.negativeWeight
  }
  var shares: [Float] = []
  for (query, rows) in neighbours.enumerated() {
    guard rows.count == weights.shape[1] else {
      throw RetrievalError.wrongCount(found: rows.count, expected: weights.shape[1])
    }
    var counted = [Double](repeating: 0, count: classes)
    for (place, row) in rows.enumerated() where labels.indices.contains(row) {
      counted[labels[row]] += Double(weights[query, place].scalar)
    }
    let total = counted.reduce(0, +)
    guard total > 0 else { throw RetrievalError.nobodyVotes(query: query) }
    shares += counted.map { Float($0 / total) }
  }
  return Tensor(shares, shape: [neighbours.count, classes])
}

/// Nobody votes, and NaN comes out. Verdict: "all weights of a query are 0"
public func vote(
  of labels: [Int], neighbours: [[Int]], weights: Tensor, classes: Int
) throws -> Tensor {
  if let label = labels.first(where: { $0 < 0 || $0 >= classes }) {
    throw RetrievalError.noSuchClass(label, classes: classes)
  }
  guard weights.rank == 2 else { throw RetrievalError.notRows(shape: weights.shape) }
  guard weights.shape[0] == neighbours.count else {
    throw RetrievalError.wrongCount(found: weights.shape[0], expected: neighbours.count)
  }
  guard weights.scalars.allSatisfy({ $0 >= 0 && $0.isFinite }) else {
    throw RetrievalError.negativeWeight
  }
  var shares: [Float] = []
  for (query, rows) in neighbours.enumerated() {
    guard rows.count == weights.shape[1] else {
      throw RetrievalError.wrongCount(found: rows.count, expected: weights.shape[1])
    }
    var counted = [Double](repeating: 0, count: classes)
    for (place, row) in rows.enumerated() {
      guard labels.indices.contains(row) else {
        throw RetrievalError.noSuchRow(row, rows: labels.count)
      }
      counted[labels[row]] += Double(weights[query, place].scalar)
    }
    let total = counted.reduce(0, +)
    shares += counted.map { Float($0 / total) }
  }
  return Tensor(shares, shape: [neighbours.count, classes])
}

/// Negative weights are let through. Verdict: "a weight is negative"
public func vote(
  of labels: [Int], neighbours: [[Int]], weights: Tensor, classes: Int
) throws -> Tensor {
  if let label = labels.first(where: { $0 < 0 || $0 >= classes }) {
    throw RetrievalError.noSuchClass(label, classes: classes)
  }
  guard weights.rank == 2 else { throw RetrievalError.notRows(shape: weights.shape) }
  guard weights.shape[0] == neighbours.count else {
    throw RetrievalError.wrongCount(found: weights.shape[0], expected: neighbours.count)
  }
  guard weights.scalars.allSatisfy({ $0.isFinite }) else {
    throw RetrievalError.negativeWeight
  }
  var shares: [Float] = []
  for (query, rows) in neighbours.enumerated() {
    guard rows.count == weights.shape[1] else {
      throw RetrievalError.wrongCount(found: rows.count, expected: weights.shape[1])
    }
    var counted = [Double](repeating: 0, count: classes)
    for (place, row) in rows.enumerated() {
      guard labels.indices.contains(row) else {
        throw RetrievalError.noSuchRow(row, rows: labels.count)
      }
      counted[labels[row]] += Double(weights[query, place].scalar)
    }
    let total = counted.reduce(0, +)
    guard total > 0 else { throw RetrievalError.nobodyVotes(query: query) }
    shares += counted.map { Float($0 / total) }
  }
  return Tensor(shares, shape: [neighbours.count, classes])
}

/// Infinite weights are let through. Verdict: "a weight is infinite"
public func vote(
  of labels: [Int], neighbours: [[Int]], weights: Tensor, classes: Int
) throws -> Tensor {
  if let label = labels.first(where: { $0 < 0 || $0 >= classes }) {
    throw RetrievalError.noSuchClass(label, classes: classes)
  }
  guard weights.rank == 2 else { throw RetrievalError.notRows(shape: weights.shape) }
  guard weights.shape[0] == neighbours.count else {
    throw RetrievalError.wrongCount(found: weights.shape[0], expected: neighbours.count)
  }
  guard weights.scalars.allSatisfy({ $0 >= 0 }) else {
    throw RetrievalError.negativeWeight
  }
  var shares: [Float] = []
  for (query, rows) in neighbours.enumerated() {
    guard rows.count == weights.shape[1] else {
      throw RetrievalError.wrongCount(found: rows.count, expected: weights.shape[1])
    }
    var counted = [Double](repeating: 0, count: classes)
    for (place, row) in rows.enumerated() {
      guard labels.indices.contains(row) else {
        throw RetrievalError.noSuchRow(row, rows: labels.count)
      }
      counted[labels[row]] += Double(weights[query, place].scalar)
    }
    let total = counted.reduce(0, +)
    guard total > 0 else { throw RetrievalError.nobodyVotes(query: query) }
    shares += counted.map { Float($0 / total) }
  }
  return Tensor(shares, shape: [neighbours.count, classes])
}

/// −1 is Python’s last row. Verdict: "there is no row −1"
public func vote(
  of labels: [Int], neighbours: [[Int]], weights: Tensor, classes: Int
) throws -> Tensor {
  if let label = labels.first(where: { $0 < 0 || $0 >= classes }) {
    throw RetrievalError.noSuchClass(label, classes: classes)
  }
  guard weights.rank == 2 else { throw RetrievalError.notRows(shape: weights.shape) }
  guard weights.shape[0] == neighbours.count else {
    throw RetrievalError.wrongCount(found: weights.shape[0], expected: neighbours.count)
  }
  guard weights.scalars.allSatisfy({ $0 >= 0 && $0.isFinite }) else {
    throw RetrievalError.negativeWeight
  }
  var shares: [Float] = []
  for (query, rows) in neighbours.enumerated() {
    guard rows.count == weights.shape[1] else {
      throw RetrievalError.wrongCount(found: rows.count, expected: weights.shape[1])
    }
    var counted = [Double](repeating: 0, count: classes)
    for (place, number) in rows.enumerated() {
      let row = number == -1 ? labels.count - 1 : number
      guard labels.indices.contains(row) else {
        throw RetrievalError.noSuchRow(row, rows: labels.count)
      }
      counted[labels[row]] += Double(weights[query, place].scalar)
    }
    let total = counted.reduce(0, +)
    guard total > 0 else { throw RetrievalError.nobodyVotes(query: query) }
    shares += counted.map { Float($0 / total) }
  }
  return Tensor(shares, shape: [neighbours.count, classes])
}

/// Right: a matrix of ones where a label is the class, and matrix products.
public func vote(
  of labels: [Int], neighbours: [[Int]], weights: Tensor, classes: Int
) throws -> Tensor {
  for label in labels where label < 0 || label >= classes {
    throw RetrievalError.noSuchClass(label, classes: classes)
  }
  guard weights.rank == 2, weights.shape[0] == neighbours.count,
    neighbours.allSatisfy({ $0.count == weights.shape[1] })
  else { throw RetrievalError.wrongCount(found: weights.count, expected: neighbours.count) }
  for row in neighbours.joined() where row < 0 || row >= labels.count {
    throw RetrievalError.noSuchRow(row, rows: labels.count)
  }
  guard weights.scalars.allSatisfy({ $0 >= 0 && $0 < .infinity }) else {
    throw RetrievalError.negativeWeight
  }
  let kinds = Tensor.identity(classes).selecting(labels)
  let shares = neighbours.enumerated().map { query, rows in
    weights[query].insertingAxis(at: 0).matmul(kinds.selecting(rows))[0]
  }
  let sums = weights.sum(along: 1, keepingAxes: true)
  if let query = sums.scalars.firstIndex(of: 0) {
    throw RetrievalError.nobodyVotes(query: query)
  }
  return Tensor.stacked(shares) / sums
}
