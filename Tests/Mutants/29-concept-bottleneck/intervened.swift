/// 0 and 1 are written. Verdict: "0 and 1 in place of the low and the high value"
public func intervened(
  _ logits: Tensor, truth: Tensor, concepts: [Int], low: Tensor, high: Tensor
) throws -> Tensor {
  try requireConcepts(truth, truth: true)
  guard logits.shape == truth.shape else {
    throw ConceptError.unequalShapes(logits.shape, truth.shape)
  }
  let count = truth.shape[1]
  for ends in [low, high] where ends.shape != [count] {
    throw ConceptError.wrongCount(of: "values", found: ends.count, expected: count)
  }
  if let odd = concepts.first(where: { !(0..<count).contains($0) }) {
    throw ConceptError.noSuchConcept(odd, concepts: count)
  }
  let isCorrected = Tensor((0..<count).map { concepts.contains($0) ? 1 : 0 })
  let corrected = truth
  return logits.replacing(with: corrected, where: isCorrected)
}

/// −1 and 1 are written. Verdict: "1 and −1 in place of"
public func intervened(
  _ logits: Tensor, truth: Tensor, concepts: [Int], low: Tensor, high: Tensor
) throws -> Tensor {
  try requireConcepts(truth, truth: true)
  guard logits.shape == truth.shape else {
    throw ConceptError.unequalShapes(logits.shape, truth.shape)
  }
  let count = truth.shape[1]
  for ends in [low, high] where ends.shape != [count] {
    throw ConceptError.wrongCount(of: "values", found: ends.count, expected: count)
  }
  if let odd = concepts.first(where: { !(0..<count).contains($0) }) {
    throw ConceptError.noSuchConcept(odd, concepts: count)
  }
  let isCorrected = Tensor((0..<count).map { concepts.contains($0) ? 1 : 0 })
  let corrected = 2 * truth - 1
  return logits.replacing(with: corrected, where: isCorrected)
}

/// Low and high are exchanged. Verdict: "the low value for what is there"
public func intervened(
  _ logits: Tensor, truth: Tensor, concepts: [Int], low: Tensor, high: Tensor
) throws -> Tensor {
  try requireConcepts(truth, truth: true)
  guard logits.shape == truth.shape else {
    throw ConceptError.unequalShapes(logits.shape, truth.shape)
  }
  let count = truth.shape[1]
  for ends in [low, high] where ends.shape != [count] {
    throw ConceptError.wrongCount(of: "values", found: ends.count, expected: count)
  }
  if let odd = concepts.first(where: { !(0..<count).contains($0) }) {
    throw ConceptError.noSuchConcept(odd, concepts: count)
  }
  let isCorrected = Tensor((0..<count).map { concepts.contains($0) ? 1 : 0 })
  let corrected = high.replacing(with: low, where: truth)
  return logits.replacing(with: corrected, where: isCorrected)
}

/// All concepts are corrected. Verdict: "all concepts corrected"
public func intervened(
  _ logits: Tensor, truth: Tensor, concepts: [Int], low: Tensor, high: Tensor
) throws -> Tensor {
  try requireConcepts(truth, truth: true)
  guard logits.shape == truth.shape else {
    throw ConceptError.unequalShapes(logits.shape, truth.shape)
  }
  let count = truth.shape[1]
  for ends in [low, high] where ends.shape != [count] {
    throw ConceptError.wrongCount(of: "values", found: ends.count, expected: count)
  }
  if let odd = concepts.first(where: { !(0..<count).contains($0) }) {
    throw ConceptError.noSuchConcept(odd, concepts: count)
  }
  let isCorrected = Tensor.ones([count])
  let corrected = low.replacing(with: high, where: truth)
  return logits.replacing(with: corrected, where: isCorrected)
}

/// The others are corrected. Verdict: "the other concepts corrected"
public func intervened(
  _ logits: Tensor, truth: Tensor, concepts: [Int], low: Tensor, high: Tensor
) throws -> Tensor {
  try requireConcepts(truth, truth: true)
  guard logits.shape == truth.shape else {
    throw ConceptError.unequalShapes(logits.shape, truth.shape)
  }
  let count = truth.shape[1]
  for ends in [low, high] where ends.shape != [count] {
    throw ConceptError.wrongCount(of: "values", found: ends.count, expected: count)
  }
  if let odd = concepts.first(where: { !(0..<count).contains($0) }) {
    throw ConceptError.noSuchConcept(odd, concepts: count)
  }
  let isCorrected = Tensor((0..<count).map { concepts.contains($0) ? 0 : 1 })
  let corrected = low.replacing(with: high, where: truth)
  return logits.replacing(with: corrected, where: isCorrected)
}

/// The ends of what was read. Verdict: "the ends of what was read"
public func intervened(
  _ logits: Tensor, truth: Tensor, concepts: [Int], low: Tensor, high: Tensor
) throws -> Tensor {
  try requireConcepts(truth, truth: true)
  guard logits.shape == truth.shape else {
    throw ConceptError.unequalShapes(logits.shape, truth.shape)
  }
  let count = truth.shape[1]
  for ends in [low, high] where ends.shape != [count] {
    throw ConceptError.wrongCount(of: "values", found: ends.count, expected: count)
  }
  if let odd = concepts.first(where: { !(0..<count).contains($0) }) {
    throw ConceptError.noSuchConcept(odd, concepts: count)
  }
  let isCorrected = Tensor((0..<count).map { concepts.contains($0) ? 1 : 0 })
  let corrected = low.replacing(with: high, where: logits .> 0)
  return logits.replacing(with: corrected, where: isCorrected)
}

/// Only what is misread. Verdict: "only concepts that are misread"
public func intervened(
  _ logits: Tensor, truth: Tensor, concepts: [Int], low: Tensor, high: Tensor
) throws -> Tensor {
  try requireConcepts(truth, truth: true)
  guard logits.shape == truth.shape else {
    throw ConceptError.unequalShapes(logits.shape, truth.shape)
  }
  let count = truth.shape[1]
  for ends in [low, high] where ends.shape != [count] {
    throw ConceptError.wrongCount(of: "values", found: ends.count, expected: count)
  }
  if let odd = concepts.first(where: { !(0..<count).contains($0) }) {
    throw ConceptError.noSuchConcept(odd, concepts: count)
  }
  let isCorrected = Tensor((0..<count).map { concepts.contains($0) ? 1 : 0 })
  let corrected = low.replacing(with: high, where: truth)
  let isMisread = (logits .> 0) .!= truth
  return logits.replacing(with: corrected, where: isCorrected * isMisread)
}

/// Only what is there. Verdict: "only concepts that are there"
public func intervened(
  _ logits: Tensor, truth: Tensor, concepts: [Int], low: Tensor, high: Tensor
) throws -> Tensor {
  try requireConcepts(truth, truth: true)
  guard logits.shape == truth.shape else {
    throw ConceptError.unequalShapes(logits.shape, truth.shape)
  }
  let count = truth.shape[1]
  for ends in [low, high] where ends.shape != [count] {
    throw ConceptError.wrongCount(of: "values", found: ends.count, expected: count)
  }
  if let odd = concepts.first(where: { !(0..<count).contains($0) }) {
    throw ConceptError.noSuchConcept(odd, concepts: count)
  }
  let isCorrected = Tensor((0..<count).map { concepts.contains($0) ? 1 : 0 })
  let corrected = low.replacing(with: high, where: truth)
  return logits.replacing(with: corrected, where: isCorrected * truth)
}

/// Only what is not there. Verdict: "only concepts that are not there"
public func intervened(
  _ logits: Tensor, truth: Tensor, concepts: [Int], low: Tensor, high: Tensor
) throws -> Tensor {
  try requireConcepts(truth, truth: true)
  guard logits.shape == truth.shape else {
    throw ConceptError.unequalShapes(logits.shape, truth.shape)
  }
  let count = truth.shape[1]
  for ends in [low, high] where ends.shape != [count] {
    throw ConceptError.wrongCount(of: "values", found: ends.count, expected: count)
  }
  if let odd = concepts.first(where: { !(0..<count).contains($0) }) {
    throw ConceptError.noSuchConcept(odd, concepts: count)
  }
  let isCorrected = Tensor((0..<count).map { concepts.contains($0) ? 1 : 0 })
  let corrected = low.replacing(with: high, where: truth)
  return logits.replacing(with: corrected, where: isCorrected * (1 - truth))
}

/// The ends of the first concept. Verdict: "the ends of the first concept"
public func intervened(
  _ logits: Tensor, truth: Tensor, concepts: [Int], low: Tensor, high: Tensor
) throws -> Tensor {
  try requireConcepts(truth, truth: true)
  guard logits.shape == truth.shape else {
    throw ConceptError.unequalShapes(logits.shape, truth.shape)
  }
  let count = truth.shape[1]
  for ends in [low, high] where ends.shape != [count] {
    throw ConceptError.wrongCount(of: "values", found: ends.count, expected: count)
  }
  if let odd = concepts.first(where: { !(0..<count).contains($0) }) {
    throw ConceptError.noSuchConcept(odd, concepts: count)
  }
  let isCorrected = Tensor((0..<count).map { concepts.contains($0) ? 1 : 0 })
  let corrected = low[0].replacing(with: high[0], where: truth)
  return logits.replacing(with: corrected, where: isCorrected)
}

/// The ends are added. Verdict: "the ends added to what was read"
public func intervened(
  _ logits: Tensor, truth: Tensor, concepts: [Int], low: Tensor, high: Tensor
) throws -> Tensor {
  try requireConcepts(truth, truth: true)
  guard logits.shape == truth.shape else {
    throw ConceptError.unequalShapes(logits.shape, truth.shape)
  }
  let count = truth.shape[1]
  for ends in [low, high] where ends.shape != [count] {
    throw ConceptError.wrongCount(of: "values", found: ends.count, expected: count)
  }
  if let odd = concepts.first(where: { !(0..<count).contains($0) }) {
    throw ConceptError.noSuchConcept(odd, concepts: count)
  }
  let isCorrected = Tensor((0..<count).map { concepts.contains($0) ? 1 : 0 })
  let corrected = logits + low.replacing(with: high, where: truth)
  return logits.replacing(with: corrected, where: isCorrected)
}

/// The first of the named. Verdict: "the first of the named concepts alone"
public func intervened(
  _ logits: Tensor, truth: Tensor, concepts: [Int], low: Tensor, high: Tensor
) throws -> Tensor {
  try requireConcepts(truth, truth: true)
  guard logits.shape == truth.shape else {
    throw ConceptError.unequalShapes(logits.shape, truth.shape)
  }
  let count = truth.shape[1]
  for ends in [low, high] where ends.shape != [count] {
    throw ConceptError.wrongCount(of: "values", found: ends.count, expected: count)
  }
  if let odd = concepts.first(where: { !(0..<count).contains($0) }) {
    throw ConceptError.noSuchConcept(odd, concepts: count)
  }
  let isCorrected = Tensor((0..<count).map { concepts.first == $0 ? 1 : 0 })
  let corrected = low.replacing(with: high, where: truth)
  return logits.replacing(with: corrected, where: isCorrected)
}

/// The last of the named. Verdict: "the last of the named concepts alone"
public func intervened(
  _ logits: Tensor, truth: Tensor, concepts: [Int], low: Tensor, high: Tensor
) throws -> Tensor {
  try requireConcepts(truth, truth: true)
  guard logits.shape == truth.shape else {
    throw ConceptError.unequalShapes(logits.shape, truth.shape)
  }
  let count = truth.shape[1]
  for ends in [low, high] where ends.shape != [count] {
    throw ConceptError.wrongCount(of: "values", found: ends.count, expected: count)
  }
  if let odd = concepts.first(where: { !(0..<count).contains($0) }) {
    throw ConceptError.noSuchConcept(odd, concepts: count)
  }
  let isCorrected = Tensor((0..<count).map { concepts.last == $0 ? 1 : 0 })
  let corrected = low.replacing(with: high, where: truth)
  return logits.replacing(with: corrected, where: isCorrected)
}

/// As many as are named, from the first on. Verdict: "as many concepts as are named"
public func intervened(
  _ logits: Tensor, truth: Tensor, concepts: [Int], low: Tensor, high: Tensor
) throws -> Tensor {
  try requireConcepts(truth, truth: true)
  guard logits.shape == truth.shape else {
    throw ConceptError.unequalShapes(logits.shape, truth.shape)
  }
  let count = truth.shape[1]
  for ends in [low, high] where ends.shape != [count] {
    throw ConceptError.wrongCount(of: "values", found: ends.count, expected: count)
  }
  if let odd = concepts.first(where: { !(0..<count).contains($0) }) {
    throw ConceptError.noSuchConcept(odd, concepts: count)
  }
  let isCorrected = Tensor((0..<count).map { $0 < concepts.count ? 1 : 0 })
  let corrected = low.replacing(with: high, where: truth)
  return logits.replacing(with: corrected, where: isCorrected)
}

/// The first row alone. Verdict: "the first row alone"
public func intervened(
  _ logits: Tensor, truth: Tensor, concepts: [Int], low: Tensor, high: Tensor
) throws -> Tensor {
  try requireConcepts(truth, truth: true)
  guard logits.shape == truth.shape else {
    throw ConceptError.unequalShapes(logits.shape, truth.shape)
  }
  let count = truth.shape[1]
  for ends in [low, high] where ends.shape != [count] {
    throw ConceptError.wrongCount(of: "values", found: ends.count, expected: count)
  }
  if let odd = concepts.first(where: { !(0..<count).contains($0) }) {
    throw ConceptError.noSuchConcept(odd, concepts: count)
  }
  let isCorrected = Tensor((0..<count).map { concepts.contains($0) ? 1 : 0 })
  let corrected = low.replacing(with: high, where: truth)
  let isFirst = Tensor((0..<truth.shape[0]).map { $0 == 0 ? 1 : 0 }).insertingAxis(at: 1)
  return logits.replacing(with: corrected, where: isCorrected * isFirst)
}

/// Nothing is corrected. Verdict: "the logits as they were"
public func intervened(
  _ logits: Tensor, truth: Tensor, concepts: [Int], low: Tensor, high: Tensor
) throws -> Tensor {
  try requireConcepts(truth, truth: true)
  guard logits.shape == truth.shape else {
    throw ConceptError.unequalShapes(logits.shape, truth.shape)
  }
  let count = truth.shape[1]
  for ends in [low, high] where ends.shape != [count] {
    throw ConceptError.wrongCount(of: "values", found: ends.count, expected: count)
  }
  if let odd = concepts.first(where: { !(0..<count).contains($0) }) {
    throw ConceptError.noSuchConcept(odd, concepts: count)
  }
  let isCorrected = Tensor((0..<count).map { concepts.contains($0) ? 1 : 0 })
  let corrected = low.replacing(with: high, where: truth)
  _ = (corrected, isCorrected)
  return logits
}

/// Named twice undoes it. Verdict: "a concept that is named twice left as it was"
public func intervened(
  _ logits: Tensor, truth: Tensor, concepts: [Int], low: Tensor, high: Tensor
) throws -> Tensor {
  try requireConcepts(truth, truth: true)
  guard logits.shape == truth.shape else {
    throw ConceptError.unequalShapes(logits.shape, truth.shape)
  }
  let count = truth.shape[1]
  for ends in [low, high] where ends.shape != [count] {
    throw ConceptError.wrongCount(of: "values", found: ends.count, expected: count)
  }
  if let odd = concepts.first(where: { !(0..<count).contains($0) }) {
    throw ConceptError.noSuchConcept(odd, concepts: count)
  }
  let isCorrected = Tensor(
    (0..<count).map { concept in concepts.filter { $0 == concept }.count == 1 ? 1 : 0 })
  let corrected = low.replacing(with: high, where: truth)
  return logits.replacing(with: corrected, where: isCorrected)
}

/// A concept that is not there is passed over. Verdict: "there is no concept [3]"
public func intervened(
  _ logits: Tensor, truth: Tensor, concepts: [Int], low: Tensor, high: Tensor
) throws -> Tensor {
  try requireConcepts(truth, truth: true)
  guard logits.shape == truth.shape else {
    throw ConceptError.unequalShapes(logits.shape, truth.shape)
  }
  let count = truth.shape[1]
  for ends in [low, high] where ends.shape != [count] {
    throw ConceptError.wrongCount(of: "values", found: ends.count, expected: count)
  }
  if let odd = concepts.first(where: { $0 < 0 }) {
    throw ConceptError.noSuchConcept(odd, concepts: count)
  }
  let isCorrected = Tensor((0..<count).map { concepts.contains($0) ? 1 : 0 })
  let corrected = low.replacing(with: high, where: truth)
  return logits.replacing(with: corrected, where: isCorrected)
}

/// A negative concept is passed over. Verdict: "there is no concept [-1]"
public func intervened(
  _ logits: Tensor, truth: Tensor, concepts: [Int], low: Tensor, high: Tensor
) throws -> Tensor {
  try requireConcepts(truth, truth: true)
  guard logits.shape == truth.shape else {
    throw ConceptError.unequalShapes(logits.shape, truth.shape)
  }
  let count = truth.shape[1]
  for ends in [low, high] where ends.shape != [count] {
    throw ConceptError.wrongCount(of: "values", found: ends.count, expected: count)
  }
  if let odd = concepts.first(where: { $0 >= count }) {
    throw ConceptError.noSuchConcept(odd, concepts: count)
  }
  let isCorrected = Tensor((0..<count).map { concepts.contains($0) ? 1 : 0 })
  let corrected = low.replacing(with: high, where: truth)
  return logits.replacing(with: corrected, where: isCorrected)
}

/// One value for all concepts is taken. Verdict: "one high value would do for all"
public func intervened(
  _ logits: Tensor, truth: Tensor, concepts: [Int], low: Tensor, high: Tensor
) throws -> Tensor {
  try requireConcepts(truth, truth: true)
  guard logits.shape == truth.shape else {
    throw ConceptError.unequalShapes(logits.shape, truth.shape)
  }
  let count = truth.shape[1]
  for ends in [low, high] where ends.count > count || ends.count == 2 {
    throw ConceptError.wrongCount(of: "values", found: ends.count, expected: count)
  }
  if let odd = concepts.first(where: { !(0..<count).contains($0) }) {
    throw ConceptError.noSuchConcept(odd, concepts: count)
  }
  let isCorrected = Tensor((0..<count).map { concepts.contains($0) ? 1 : 0 })
  let corrected = low.replacing(with: high, where: truth)
  return logits.replacing(with: corrected, where: isCorrected)
}

/// A truth of one half is taken. Verdict: "a true concept is one half"
public func intervened(
  _ logits: Tensor, truth: Tensor, concepts: [Int], low: Tensor, high: Tensor
) throws -> Tensor {
  try requireConcepts(truth, truth: false)
  guard logits.shape == truth.shape else {
    throw ConceptError.unequalShapes(logits.shape, truth.shape)
  }
  let count = truth.shape[1]
  for ends in [low, high] where ends.shape != [count] {
    throw ConceptError.wrongCount(of: "values", found: ends.count, expected: count)
  }
  if let odd = concepts.first(where: { !(0..<count).contains($0) }) {
    throw ConceptError.noSuchConcept(odd, concepts: count)
  }
  let isCorrected = Tensor((0..<count).map { concepts.contains($0) ? 1 : 0 })
  let corrected = low.replacing(with: high, where: truth)
  return logits.replacing(with: corrected, where: isCorrected)
}

/// The percentiles of the rows at hand. Verdict: "the percentiles of these rows"
public func intervened(
  _ logits: Tensor, truth: Tensor, concepts: [Int], low: Tensor, high: Tensor
) throws -> Tensor {
  try requireConcepts(truth, truth: true)
  guard logits.shape == truth.shape else {
    throw ConceptError.unequalShapes(logits.shape, truth.shape)
  }
  let count = truth.shape[1]
  for ends in [low, high] where ends.shape != [count] {
    throw ConceptError.wrongCount(of: "values", found: ends.count, expected: count)
  }
  if let odd = concepts.first(where: { !(0..<count).contains($0) }) {
    throw ConceptError.noSuchConcept(odd, concepts: count)
  }
  let isCorrected = Tensor((0..<count).map { concepts.contains($0) ? 1 : 0 })
  let ends = percentiles(of: logits)
  let corrected = ends.low.replacing(with: ends.high, where: truth)
  return logits.replacing(with: corrected, where: isCorrected)
}

/// Right: number by number.
public func intervened(
  _ logits: Tensor, truth: Tensor, concepts: [Int], low: Tensor, high: Tensor
) throws -> Tensor {
  try requireConcepts(truth, truth: true)
  if logits.shape != truth.shape {
    throw ConceptError.unequalShapes(logits.shape, truth.shape)
  }
  let (rows, count) = (truth.shape[0], truth.shape[1])
  if low.shape != [count] || high.shape != [count] {
    throw ConceptError.wrongCount(of: "values", found: low.count, expected: count)
  }
  var values = logits.scalars
  let (true_, lows, highs) = (truth.scalars, low.scalars, high.scalars)
  for concept in concepts {
    if concept < 0 || concept >= count {
      throw ConceptError.noSuchConcept(concept, concepts: count)
    }
    for row in 0..<rows {
      let place = row * count + concept
      values[place] = true_[place] == 1 ? highs[concept] : lows[concept]
    }
  }
  return Tensor(values, shape: logits.shape)
}

/// Right: products with masks.
public func intervened(
  _ logits: Tensor, truth: Tensor, concepts: [Int], low: Tensor, high: Tensor
) throws -> Tensor {
  try requireConcepts(truth, truth: true)
  guard logits.shape == truth.shape else {
    throw ConceptError.unequalShapes(logits.shape, truth.shape)
  }
  let count = truth.shape[1]
  guard low.shape == [count], high.shape == [count] else {
    throw ConceptError.wrongCount(of: "values", found: high.count, expected: count)
  }
  let named = Set(concepts)
  guard named.isSubset(of: 0..<count) else {
    throw ConceptError.noSuchConcept(concepts[0], concepts: count)
  }
  let mask = Tensor((0..<count).map { named.contains($0) ? 1 : 0 })
  let ends = truth * high + (1 - truth) * low
  return mask * ends + (1 - mask) * logits
}
