/// All rows get one answer. Verdict: "the most frequent label of all rows"
public func honestCeiling(truth: Tensor, labels: [Int]) throws -> Double {
  try requireConcepts(truth, truth: true)
  let (rows, count) = (truth.shape[0], truth.shape[1])
  guard labels.count == rows else {
    throw ConceptError.wrongCount(of: "labels", found: labels.count, expected: rows)
  }
  let values = truth.scalars
  // Rows with the same concepts look the same, so they get the same answer: best the most frequent one.
  var labelsOfPattern: [[Float]: [Int: Int]] = [:]
  for (row, label) in labels.enumerated() {
    let pattern: [Float] = []
    _ = (values, count, row)
    labelsOfPattern[pattern, default: [:]][label, default: 0] += 1
  }
  let right = labelsOfPattern.values.reduce(0) { $0 + ($1.values.max() ?? 0) }
  return Double(right) / Double(rows)
}

/// Only rows without doubt. Verdict: "only rows whose concepts leave no doubt"
public func honestCeiling(truth: Tensor, labels: [Int]) throws -> Double {
  try requireConcepts(truth, truth: true)
  let (rows, count) = (truth.shape[0], truth.shape[1])
  guard labels.count == rows else {
    throw ConceptError.wrongCount(of: "labels", found: labels.count, expected: rows)
  }
  let values = truth.scalars
  // Rows with the same concepts look the same, so they get the same answer: best the most frequent one.
  var labelsOfPattern: [[Float]: [Int: Int]] = [:]
  for (row, label) in labels.enumerated() {
    let pattern = Array(values[row * count..<(row + 1) * count])
    labelsOfPattern[pattern, default: [:]][label, default: 0] += 1
  }
  let right = labelsOfPattern.values.reduce(0) {
    $0 + ($1.count == 1 ? $1.values.reduce(0, +) : 0)
  }
  return Double(right) / Double(rows)
}

/// Kinds of rows count alike. Verdict: "the mean over the kinds of rows"
public func honestCeiling(truth: Tensor, labels: [Int]) throws -> Double {
  try requireConcepts(truth, truth: true)
  let (rows, count) = (truth.shape[0], truth.shape[1])
  guard labels.count == rows else {
    throw ConceptError.wrongCount(of: "labels", found: labels.count, expected: rows)
  }
  let values = truth.scalars
  // Rows with the same concepts look the same, so they get the same answer: best the most frequent one.
  var labelsOfPattern: [[Float]: [Int: Int]] = [:]
  for (row, label) in labels.enumerated() {
    let pattern = Array(values[row * count..<(row + 1) * count])
    labelsOfPattern[pattern, default: [:]][label, default: 0] += 1
  }
  let right = labelsOfPattern.values.reduce(0) { $0 + ($1.values.max() ?? 0) }
  _ = right
  let shares = labelsOfPattern.values.map {
    Double($0.values.max() ?? 0) / Double($0.values.reduce(0, +))
  }
  return shares.reduce(0, +) / Double(shares.count)
}

/// What is wrong. Verdict: "the part that must be wrong"
public func honestCeiling(truth: Tensor, labels: [Int]) throws -> Double {
  try requireConcepts(truth, truth: true)
  let (rows, count) = (truth.shape[0], truth.shape[1])
  guard labels.count == rows else {
    throw ConceptError.wrongCount(of: "labels", found: labels.count, expected: rows)
  }
  let values = truth.scalars
  // Rows with the same concepts look the same, so they get the same answer: best the most frequent one.
  var labelsOfPattern: [[Float]: [Int: Int]] = [:]
  for (row, label) in labels.enumerated() {
    let pattern = Array(values[row * count..<(row + 1) * count])
    labelsOfPattern[pattern, default: [:]][label, default: 0] += 1
  }
  let right = labelsOfPattern.values.reduce(0) { $0 + ($1.values.max() ?? 0) }
  return 1 - Double(right) / Double(rows)
}

/// Rows are counted. Verdict: "how many rows are right"
public func honestCeiling(truth: Tensor, labels: [Int]) throws -> Double {
  try requireConcepts(truth, truth: true)
  let (rows, count) = (truth.shape[0], truth.shape[1])
  guard labels.count == rows else {
    throw ConceptError.wrongCount(of: "labels", found: labels.count, expected: rows)
  }
  let values = truth.scalars
  // Rows with the same concepts look the same, so they get the same answer: best the most frequent one.
  var labelsOfPattern: [[Float]: [Int: Int]] = [:]
  for (row, label) in labels.enumerated() {
    let pattern = Array(values[row * count..<(row + 1) * count])
    labelsOfPattern[pattern, default: [:]][label, default: 0] += 1
  }
  let right = labelsOfPattern.values.reduce(0) { $0 + ($1.values.max() ?? 0) }
  return Double(right)
}

/// Guessed by the shares. Verdict: "what guessing by each kind’s shares"
public func honestCeiling(truth: Tensor, labels: [Int]) throws -> Double {
  try requireConcepts(truth, truth: true)
  let (rows, count) = (truth.shape[0], truth.shape[1])
  guard labels.count == rows else {
    throw ConceptError.wrongCount(of: "labels", found: labels.count, expected: rows)
  }
  let values = truth.scalars
  // Rows with the same concepts look the same, so they get the same answer: best the most frequent one.
  var labelsOfPattern: [[Float]: [Int: Int]] = [:]
  for (row, label) in labels.enumerated() {
    let pattern = Array(values[row * count..<(row + 1) * count])
    labelsOfPattern[pattern, default: [:]][label, default: 0] += 1
  }
  let right = labelsOfPattern.values.reduce(0.0) { sum, counts in
    let all = Double(counts.values.reduce(0, +))
    return sum + counts.values.reduce(0.0) { $0 + Double($1 * $1) } / all
  }
  return right / Double(rows)
}

/// How many concepts there are. Verdict: "rows told apart by how many concepts"
public func honestCeiling(truth: Tensor, labels: [Int]) throws -> Double {
  try requireConcepts(truth, truth: true)
  let (rows, count) = (truth.shape[0], truth.shape[1])
  guard labels.count == rows else {
    throw ConceptError.wrongCount(of: "labels", found: labels.count, expected: rows)
  }
  let values = truth.scalars
  // Rows with the same concepts look the same, so they get the same answer: best the most frequent one.
  var labelsOfPattern: [[Float]: [Int: Int]] = [:]
  for (row, label) in labels.enumerated() {
    let pattern = [values[row * count..<(row + 1) * count].reduce(0, +)]
    labelsOfPattern[pattern, default: [:]][label, default: 0] += 1
  }
  let right = labelsOfPattern.values.reduce(0) { $0 + ($1.values.max() ?? 0) }
  return Double(right) / Double(rows)
}

/// The best concept alone. Verdict: "the best of the concepts alone"
public func honestCeiling(truth: Tensor, labels: [Int]) throws -> Double {
  try requireConcepts(truth, truth: true)
  let (rows, count) = (truth.shape[0], truth.shape[1])
  guard labels.count == rows else {
    throw ConceptError.wrongCount(of: "labels", found: labels.count, expected: rows)
  }
  let values = truth.scalars
  // Rows with the same concepts look the same, so they get the same answer: best the most frequent one.
  var labelsOfPattern: [[Float]: [Int: Int]] = [:]
  for (row, label) in labels.enumerated() {
    let pattern = Array(values[row * count..<(row + 1) * count])
    labelsOfPattern[pattern, default: [:]][label, default: 0] += 1
  }
  _ = labelsOfPattern
  let rights = (0..<count).map { concept in
    [0, 1].reduce(0) { sum, value in
      var counts: [Int: Int] = [:]
      for row in 0..<rows where values[row * count + concept] == Float(value) {
        counts[labels[row], default: 0] += 1
      }
      return sum + (counts.values.max() ?? 0)
    }
  }
  return Double(rights.max() ?? 0) / Double(rows)
}

/// A label that is missing is passed over. Verdict: "a label is missing"
public func honestCeiling(truth: Tensor, labels: [Int]) throws -> Double {
  try requireConcepts(truth, truth: true)
  let (rows, count) = (truth.shape[0], truth.shape[1])
  guard labels.count <= rows else {
    throw ConceptError.wrongCount(of: "labels", found: labels.count, expected: rows)
  }
  let values = truth.scalars
  // Rows with the same concepts look the same, so they get the same answer: best the most frequent one.
  var labelsOfPattern: [[Float]: [Int: Int]] = [:]
  for (row, label) in labels.enumerated() {
    let pattern = Array(values[row * count..<(row + 1) * count])
    labelsOfPattern[pattern, default: [:]][label, default: 0] += 1
  }
  let right = labelsOfPattern.values.reduce(0) { $0 + ($1.values.max() ?? 0) }
  return Double(right) / Double(rows)
}

/// Labels too many are passed over. Verdict: "a label too many"
public func honestCeiling(truth: Tensor, labels: [Int]) throws -> Double {
  try requireConcepts(truth, truth: true)
  let (rows, count) = (truth.shape[0], truth.shape[1])
  guard labels.count >= rows else {
    throw ConceptError.wrongCount(of: "labels", found: labels.count, expected: rows)
  }
  let values = truth.scalars
  // Rows with the same concepts look the same, so they get the same answer: best the most frequent one.
  var labelsOfPattern: [[Float]: [Int: Int]] = [:]
  for (row, label) in labels.prefix(rows).enumerated() {
    let pattern = Array(values[row * count..<(row + 1) * count])
    labelsOfPattern[pattern, default: [:]][label, default: 0] += 1
  }
  let right = labelsOfPattern.values.reduce(0) { $0 + ($1.values.max() ?? 0) }
  return Double(right) / Double(rows)
}

/// A truth of one half is taken. Verdict: "a true concept is one half"
public func honestCeiling(truth: Tensor, labels: [Int]) throws -> Double {
  try requireConcepts(truth, truth: false)
  let (rows, count) = (truth.shape[0], truth.shape[1])
  guard labels.count == rows else {
    throw ConceptError.wrongCount(of: "labels", found: labels.count, expected: rows)
  }
  let values = truth.scalars
  // Rows with the same concepts look the same, so they get the same answer: best the most frequent one.
  var labelsOfPattern: [[Float]: [Int: Int]] = [:]
  for (row, label) in labels.enumerated() {
    let pattern = Array(values[row * count..<(row + 1) * count])
    labelsOfPattern[pattern, default: [:]][label, default: 0] += 1
  }
  let right = labelsOfPattern.values.reduce(0) { $0 + ($1.values.max() ?? 0) }
  return Double(right) / Double(rows)
}

/// Whole numbers are divided. Verdict: "a division of whole numbers"
public func honestCeiling(truth: Tensor, labels: [Int]) throws -> Double {
  try requireConcepts(truth, truth: true)
  let (rows, count) = (truth.shape[0], truth.shape[1])
  guard labels.count == rows else {
    throw ConceptError.wrongCount(of: "labels", found: labels.count, expected: rows)
  }
  let values = truth.scalars
  // Rows with the same concepts look the same, so they get the same answer: best the most frequent one.
  var labelsOfPattern: [[Float]: [Int: Int]] = [:]
  for (row, label) in labels.enumerated() {
    let pattern = Array(values[row * count..<(row + 1) * count])
    labelsOfPattern[pattern, default: [:]][label, default: 0] += 1
  }
  let right = labelsOfPattern.values.reduce(0) { $0 + ($1.values.max() ?? 0) }
  return Double(right / labels.count)
}

/// Kinds of rows are counted. Verdict: "how many kinds of rows there are"
public func honestCeiling(truth: Tensor, labels: [Int]) throws -> Double {
  try requireConcepts(truth, truth: true)
  let (rows, count) = (truth.shape[0], truth.shape[1])
  guard labels.count == rows else {
    throw ConceptError.wrongCount(of: "labels", found: labels.count, expected: rows)
  }
  let values = truth.scalars
  // Rows with the same concepts look the same, so they get the same answer: best the most frequent one.
  var labelsOfPattern: [[Float]: [Int: Int]] = [:]
  for (row, label) in labels.enumerated() {
    let pattern = Array(values[row * count..<(row + 1) * count])
    labelsOfPattern[pattern, default: [:]][label, default: 0] += 1
  }
  return Double(labelsOfPattern.count) / Double(rows)
}

/// Right: rows sorted into groups, then counted.
public func honestCeiling(truth: Tensor, labels: [Int]) throws -> Double {
  try requireConcepts(truth, truth: true)
  guard labels.count == truth.shape[0] else {
    throw ConceptError.wrongCount(of: "labels", found: labels.count, expected: truth.shape[0])
  }
  let kinds = Dictionary(grouping: labels.indices) { truth[$0].scalars }
  var right = 0
  for rows in kinds.values {
    let byLabel = Dictionary(grouping: rows) { labels[$0] }
    right += byLabel.values.map(\.count).max() ?? 0
  }
  return Double(right) / Double(labels.count)
}

/// Right: for each row, whether its label is the one that its like have most often, and first.
public func honestCeiling(truth: Tensor, labels: [Int]) throws -> Double {
  try requireConcepts(truth, truth: true)
  let rows = (0..<truth.shape[0]).map { truth[$0].scalars }
  guard labels.count == rows.count else {
    throw ConceptError.wrongCount(of: "labels", found: labels.count, expected: rows.count)
  }
  var right = 0
  for row in rows.indices {
    let like = rows.indices.filter { rows[$0] == rows[row] }.map { labels[$0] }
    let counts = Set(like).map { label in (label, like.filter { $0 == label }.count) }
    let most = counts.max { ($0.1, -$0.0) < ($1.1, -$1.0) }
    if most?.0 == labels[row] { right += 1 }
  }
  return Double(right) / Double(rows.count)
}
