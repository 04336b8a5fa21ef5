import Tensors

/// The query finds itself. Verdict: "the query’s own row among its neighbours"
public func nearest(
  _ k: Int, in similarities: Tensor, excluding own: [Int]
) throws -> [[Int]] {
  guard similarities.rank == 2, similarities.count > 0 else {
    throw RetrievalError.notRows(shape: similarities.shape)
  }
  let (queries, rows) = (similarities.shape[0], similarities.shape[1])
  guard own.count == queries else {
    throw RetrievalError.wrongCount(found: own.count, expected: queries)
  }
  if let row = own.first(where: { $0 < -1 || $0 >= rows }) {
    throw RetrievalError.noSuchRow(row, rows: rows)
  }
  let spare = own.contains { $0 >= 0 } ? 1 : 0
  guard k > 0, k <= rows - spare else {
    throw RetrievalError.cannotFind(k, among: rows - spare)
  }
  guard !similarities.max().scalar.isNaN else { throw RetrievalError.notANumber }
  // One more than k, in case the query itself is among them.
  return similarities.topK(k).indices
}

/// The farthest are taken. Verdict: "the farthest rows"
public func nearest(
  _ k: Int, in similarities: Tensor, excluding own: [Int]
) throws -> [[Int]] {
  guard similarities.rank == 2, similarities.count > 0 else {
    throw RetrievalError.notRows(shape: similarities.shape)
  }
  let (queries, rows) = (similarities.shape[0], similarities.shape[1])
  guard own.count == queries else {
    throw RetrievalError.wrongCount(found: own.count, expected: queries)
  }
  if let row = own.first(where: { $0 < -1 || $0 >= rows }) {
    throw RetrievalError.noSuchRow(row, rows: rows)
  }
  let spare = own.contains { $0 >= 0 } ? 1 : 0
  guard k > 0, k <= rows - spare else {
    throw RetrievalError.cannotFind(k, among: rows - spare)
  }
  guard !similarities.max().scalar.isNaN else { throw RetrievalError.notANumber }
  // One more than k, in case the query itself is among them.
  return zip(similarities.sortOrder(along: 1), own).map { found, own in
    Array(found.filter { $0 != own }.prefix(k))
  }
}

/// The first is always dropped. Verdict: "the first one found always left out"
public func nearest(
  _ k: Int, in similarities: Tensor, excluding own: [Int]
) throws -> [[Int]] {
  guard similarities.rank == 2, similarities.count > 0 else {
    throw RetrievalError.notRows(shape: similarities.shape)
  }
  let (queries, rows) = (similarities.shape[0], similarities.shape[1])
  guard own.count == queries else {
    throw RetrievalError.wrongCount(found: own.count, expected: queries)
  }
  if let row = own.first(where: { $0 < -1 || $0 >= rows }) {
    throw RetrievalError.noSuchRow(row, rows: rows)
  }
  let spare = own.contains { $0 >= 0 } ? 1 : 0
  guard k > 0, k <= rows - spare else {
    throw RetrievalError.cannotFind(k, among: rows - spare)
  }
  guard !similarities.max().scalar.isNaN else { throw RetrievalError.notANumber }
  // One more than k, in case the query itself is among them.
  return similarities.topK(min(k + 1, rows)).indices.map { Array($0.dropFirst().prefix(k)) }
}

/// Only a first place is dropped. Verdict: "left out only where it is the nearest"
public func nearest(
  _ k: Int, in similarities: Tensor, excluding own: [Int]
) throws -> [[Int]] {
  guard similarities.rank == 2, similarities.count > 0 else {
    throw RetrievalError.notRows(shape: similarities.shape)
  }
  let (queries, rows) = (similarities.shape[0], similarities.shape[1])
  guard own.count == queries else {
    throw RetrievalError.wrongCount(found: own.count, expected: queries)
  }
  if let row = own.first(where: { $0 < -1 || $0 >= rows }) {
    throw RetrievalError.noSuchRow(row, rows: rows)
  }
  let spare = own.contains { $0 >= 0 } ? 1 : 0
  guard k > 0, k <= rows - spare else {
    throw RetrievalError.cannotFind(k, among: rows - spare)
  }
  guard !similarities.max().scalar.isNaN else { throw RetrievalError.notANumber }
  // One more than k, in case the query itself is among them.
  return zip(similarities.topK(k + spare).indices, own).map { found, own in
    Array((found[0] == own ? Array(found.dropFirst()) : found).prefix(k))
  }
}

/// One is missing. Verdict: "one neighbour too few"
public func nearest(
  _ k: Int, in similarities: Tensor, excluding own: [Int]
) throws -> [[Int]] {
  guard similarities.rank == 2, similarities.count > 0 else {
    throw RetrievalError.notRows(shape: similarities.shape)
  }
  let (queries, rows) = (similarities.shape[0], similarities.shape[1])
  guard own.count == queries else {
    throw RetrievalError.wrongCount(found: own.count, expected: queries)
  }
  if let row = own.first(where: { $0 < -1 || $0 >= rows }) {
    throw RetrievalError.noSuchRow(row, rows: rows)
  }
  let spare = own.contains { $0 >= 0 } ? 1 : 0
  guard k > 0, k <= rows - spare else {
    throw RetrievalError.cannotFind(k, among: rows - spare)
  }
  guard !similarities.max().scalar.isNaN else { throw RetrievalError.notANumber }
  // One more than k, in case the query itself is among them.
  return zip(similarities.topK(k).indices, own).map { found, own in
    Array(found.filter { $0 != own }.prefix(k))
  }
}

/// −1 is Python’s last row. Verdict: "−1 taken for the last row"
public func nearest(
  _ k: Int, in similarities: Tensor, excluding own: [Int]
) throws -> [[Int]] {
  guard similarities.rank == 2, similarities.count > 0 else {
    throw RetrievalError.notRows(shape: similarities.shape)
  }
  let (queries, rows) = (similarities.shape[0], similarities.shape[1])
  guard own.count == queries else {
    throw RetrievalError.wrongCount(found: own.count, expected: queries)
  }
  if let row = own.first(where: { $0 < -1 || $0 >= rows }) {
    throw RetrievalError.noSuchRow(row, rows: rows)
  }
  let spare = own.contains { $0 >= 0 } ? 1 : 0
  guard k > 0, k <= rows - spare else {
    throw RetrievalError.cannotFind(k, among: rows - spare)
  }
  guard !similarities.max().scalar.isNaN else { throw RetrievalError.notANumber }
  // One more than k, in case the query itself is among them.
  return zip(similarities.topK(min(k + 1, rows)).indices, own).map { found, own in
    Array(found.filter { $0 != (own < 0 ? rows - 1 : own) }.prefix(k))
  }
}

/// Indices are those of the shortened list. Verdict: "off by one"
public func nearest(
  _ k: Int, in similarities: Tensor, excluding own: [Int]
) throws -> [[Int]] {
  guard similarities.rank == 2, similarities.count > 0 else {
    throw RetrievalError.notRows(shape: similarities.shape)
  }
  let (queries, rows) = (similarities.shape[0], similarities.shape[1])
  guard own.count == queries else {
    throw RetrievalError.wrongCount(found: own.count, expected: queries)
  }
  if let row = own.first(where: { $0 < -1 || $0 >= rows }) {
    throw RetrievalError.noSuchRow(row, rows: rows)
  }
  let spare = own.contains { $0 >= 0 } ? 1 : 0
  guard k > 0, k <= rows - spare else {
    throw RetrievalError.cannotFind(k, among: rows - spare)
  }
  guard !similarities.max().scalar.isNaN else { throw RetrievalError.notANumber }
  // One more than k, in case the query itself is among them.
  return zip(similarities.topK(k + spare).indices, own).map { found, own in
    Array(found.filter { $0 != own }.map { own >= 0 && $0 > own ? $0 - 1 : $0 }.prefix(k))
  }
}

/// The number of the query is excluded. Verdict: "the row left out that has the query’s number"
public func nearest(
  _ k: Int, in similarities: Tensor, excluding own: [Int]
) throws -> [[Int]] {
  guard similarities.rank == 2, similarities.count > 0 else {
    throw RetrievalError.notRows(shape: similarities.shape)
  }
  let (queries, rows) = (similarities.shape[0], similarities.shape[1])
  guard own.count == queries else {
    throw RetrievalError.wrongCount(found: own.count, expected: queries)
  }
  if let row = own.first(where: { $0 < -1 || $0 >= rows }) {
    throw RetrievalError.noSuchRow(row, rows: rows)
  }
  let spare = own.contains { $0 >= 0 } ? 1 : 0
  guard k > 0, k <= rows - spare else {
    throw RetrievalError.cannotFind(k, among: rows - spare)
  }
  guard !similarities.max().scalar.isNaN else { throw RetrievalError.notANumber }
  // One more than k, in case the query itself is among them.
  return similarities.topK(min(k + 1, rows)).indices.enumerated().map { query, found in
    Array(found.filter { $0 != query }.prefix(k))
  }
}

/// Neighbours are in the order of the memory. Verdict: "neighbours in the order of the memory"
public func nearest(
  _ k: Int, in similarities: Tensor, excluding own: [Int]
) throws -> [[Int]] {
  guard similarities.rank == 2, similarities.count > 0 else {
    throw RetrievalError.notRows(shape: similarities.shape)
  }
  let (queries, rows) = (similarities.shape[0], similarities.shape[1])
  guard own.count == queries else {
    throw RetrievalError.wrongCount(found: own.count, expected: queries)
  }
  if let row = own.first(where: { $0 < -1 || $0 >= rows }) {
    throw RetrievalError.noSuchRow(row, rows: rows)
  }
  let spare = own.contains { $0 >= 0 } ? 1 : 0
  guard k > 0, k <= rows - spare else {
    throw RetrievalError.cannotFind(k, among: rows - spare)
  }
  guard !similarities.max().scalar.isNaN else { throw RetrievalError.notANumber }
  // One more than k, in case the query itself is among them.
  return zip(similarities.topK(k + spare).indices, own).map { found, own in
    Array(found.filter { $0 != own }.prefix(k)).sorted()
  }
}

/// One too many. Verdict: "k + 1 neighbours"
public func nearest(
  _ k: Int, in similarities: Tensor, excluding own: [Int]
) throws -> [[Int]] {
  guard similarities.rank == 2, similarities.count > 0 else {
    throw RetrievalError.notRows(shape: similarities.shape)
  }
  let (queries, rows) = (similarities.shape[0], similarities.shape[1])
  guard own.count == queries else {
    throw RetrievalError.wrongCount(found: own.count, expected: queries)
  }
  if let row = own.first(where: { $0 < -1 || $0 >= rows }) {
    throw RetrievalError.noSuchRow(row, rows: rows)
  }
  let spare = own.contains { $0 >= 0 } ? 1 : 0
  guard k > 0, k <= rows - spare else {
    throw RetrievalError.cannotFind(k, among: rows - spare)
  }
  guard !similarities.max().scalar.isNaN else { throw RetrievalError.notANumber }
  // One more than k, in case the query itself is among them.
  return zip(similarities.topK(min(k + 2, rows)).indices, own).map { found, own in
    Array(found.filter { $0 != own }.prefix(k + 1))
  }
}

/// The later of equals comes first. Verdict: "the later of equals first"
public func nearest(
  _ k: Int, in similarities: Tensor, excluding own: [Int]
) throws -> [[Int]] {
  guard similarities.rank == 2, similarities.count > 0 else {
    throw RetrievalError.notRows(shape: similarities.shape)
  }
  let (queries, rows) = (similarities.shape[0], similarities.shape[1])
  guard own.count == queries else {
    throw RetrievalError.wrongCount(found: own.count, expected: queries)
  }
  if let row = own.first(where: { $0 < -1 || $0 >= rows }) {
    throw RetrievalError.noSuchRow(row, rows: rows)
  }
  let spare = own.contains { $0 >= 0 } ? 1 : 0
  guard k > 0, k <= rows - spare else {
    throw RetrievalError.cannotFind(k, among: rows - spare)
  }
  guard !similarities.max().scalar.isNaN else { throw RetrievalError.notANumber }
  // One more than k, in case the query itself is among them.
  return zip(
    similarities.reversed(along: 1).topK(k + spare).indices.map { $0.map { rows - 1 - $0 } }, own
  ).map { found, own in
    Array(found.filter { $0 != own }.prefix(k))
  }
}

/// All twins of the query are dropped. Verdict: "every row left out that is as near as the query itself"
public func nearest(
  _ k: Int, in similarities: Tensor, excluding own: [Int]
) throws -> [[Int]] {
  guard similarities.rank == 2, similarities.count > 0 else {
    throw RetrievalError.notRows(shape: similarities.shape)
  }
  let (queries, rows) = (similarities.shape[0], similarities.shape[1])
  guard own.count == queries else {
    throw RetrievalError.wrongCount(found: own.count, expected: queries)
  }
  if let row = own.first(where: { $0 < -1 || $0 >= rows }) {
    throw RetrievalError.noSuchRow(row, rows: rows)
  }
  let spare = own.contains { $0 >= 0 } ? 1 : 0
  guard k > 0, k <= rows - spare else {
    throw RetrievalError.cannotFind(k, among: rows - spare)
  }
  guard !similarities.max().scalar.isNaN else { throw RetrievalError.notANumber }
  // One more than k, in case the query itself is among them.
  return (0..<queries).map { query in
    let line = similarities[query].scalars
    let order = similarities.topK(rows).indices[query]
    let own = own[query]
    return Array(order.filter { own < 0 || line[$0] != line[own] }.prefix(k))
  }
}

/// Magnitudes are sorted. Verdict: "sorted by magnitude"
public func nearest(
  _ k: Int, in similarities: Tensor, excluding own: [Int]
) throws -> [[Int]] {
  guard similarities.rank == 2, similarities.count > 0 else {
    throw RetrievalError.notRows(shape: similarities.shape)
  }
  let (queries, rows) = (similarities.shape[0], similarities.shape[1])
  guard own.count == queries else {
    throw RetrievalError.wrongCount(found: own.count, expected: queries)
  }
  if let row = own.first(where: { $0 < -1 || $0 >= rows }) {
    throw RetrievalError.noSuchRow(row, rows: rows)
  }
  let spare = own.contains { $0 >= 0 } ? 1 : 0
  guard k > 0, k <= rows - spare else {
    throw RetrievalError.cannotFind(k, among: rows - spare)
  }
  guard !similarities.max().scalar.isNaN else { throw RetrievalError.notANumber }
  // One more than k, in case the query itself is among them.
  return zip(similarities.abs().topK(k + spare).indices, own).map { found, own in
    Array(found.filter { $0 != own }.prefix(k))
  }
}

/// The query is masked with 0, which is not the least. Verdict: "should be"
public func nearest(
  _ k: Int, in similarities: Tensor, excluding own: [Int]
) throws -> [[Int]] {
  guard similarities.rank == 2, similarities.count > 0 else {
    throw RetrievalError.notRows(shape: similarities.shape)
  }
  let (queries, rows) = (similarities.shape[0], similarities.shape[1])
  guard own.count == queries else {
    throw RetrievalError.wrongCount(found: own.count, expected: queries)
  }
  if let row = own.first(where: { $0 < -1 || $0 >= rows }) {
    throw RetrievalError.noSuchRow(row, rows: rows)
  }
  let spare = own.contains { $0 >= 0 } ? 1 : 0
  guard k > 0, k <= rows - spare else {
    throw RetrievalError.cannotFind(k, among: rows - spare)
  }
  guard !similarities.max().scalar.isNaN else { throw RetrievalError.notANumber }
  // One more than k, in case the query itself is among them.
  let masked = (0..<queries).map { query in
    var line = similarities[query].scalars
    if own[query] >= 0 { line[own[query]] = 0 }
    return Tensor(line)
  }
  return Tensor.stacked(masked).topK(k).indices
}

/// What is too much is cut. Verdict: "four rows of three"
public func nearest(
  _ k: Int, in similarities: Tensor, excluding own: [Int]
) throws -> [[Int]] {
  guard similarities.rank == 2, similarities.count > 0 else {
    throw RetrievalError.notRows(shape: similarities.shape)
  }
  let (queries, rows) = (similarities.shape[0], similarities.shape[1])
  guard own.count == queries else {
    throw RetrievalError.wrongCount(found: own.count, expected: queries)
  }
  if let row = own.first(where: { $0 < -1 || $0 >= rows }) {
    throw RetrievalError.noSuchRow(row, rows: rows)
  }
  let spare = own.contains { $0 >= 0 } ? 1 : 0
  guard k > 0 else { throw RetrievalError.cannotFind(k, among: rows) }
  guard !similarities.max().scalar.isNaN else { throw RetrievalError.notANumber }
  // One more than k, in case the query itself is among them.
  return zip(similarities.topK(min(k + spare, rows)).indices, own).map { found, own in
    Array(found.filter { $0 != own }.prefix(k))
  }
}

/// NaN is passed over. Verdict: "a similarity is NaN"
public func nearest(
  _ k: Int, in similarities: Tensor, excluding own: [Int]
) throws -> [[Int]] {
  guard similarities.rank == 2, similarities.count > 0 else {
    throw RetrievalError.notRows(shape: similarities.shape)
  }
  let (queries, rows) = (similarities.shape[0], similarities.shape[1])
  guard own.count == queries else {
    throw RetrievalError.wrongCount(found: own.count, expected: queries)
  }
  if let row = own.first(where: { $0 < -1 || $0 >= rows }) {
    throw RetrievalError.noSuchRow(row, rows: rows)
  }
  let spare = own.contains { $0 >= 0 } ? 1 : 0
  guard k > 0, k <= rows - spare else {
    throw RetrievalError.cannotFind(k, among: rows - spare)
  }
  // One more than k, in case the query itself is among them.
  return zip(similarities.topK(k + spare).indices, own).map { found, own in
    Array(found.filter { $0 != own }.prefix(k))
  }
}

/// Row 0 is taken for none. Verdict: "row 0 taken for none"
public func nearest(
  _ k: Int, in similarities: Tensor, excluding own: [Int]
) throws -> [[Int]] {
  guard similarities.rank == 2, similarities.count > 0 else {
    throw RetrievalError.notRows(shape: similarities.shape)
  }
  let (queries, rows) = (similarities.shape[0], similarities.shape[1])
  guard own.count == queries else {
    throw RetrievalError.wrongCount(found: own.count, expected: queries)
  }
  if let row = own.first(where: { $0 < -1 || $0 >= rows }) {
    throw RetrievalError.noSuchRow(row, rows: rows)
  }
  let spare = own.contains { $0 > 0 } ? 1 : 0
  guard k > 0, k <= rows - spare else {
    throw RetrievalError.cannotFind(k, among: rows - spare)
  }
  guard !similarities.max().scalar.isNaN else { throw RetrievalError.notANumber }
  // One more than k, in case the query itself is among them.
  return zip(similarities.topK(k + spare).indices, own).map { found, own in
    Array(found.filter { own <= 0 || $0 != own }.prefix(k))
  }
}

/// Right: the query is masked with minus infinity, and the row is sorted.
public func nearest(
  _ k: Int, in similarities: Tensor, excluding own: [Int]
) throws -> [[Int]] {
  guard similarities.rank == 2 else { throw RetrievalError.notRows(shape: similarities.shape) }
  let rows = similarities.shape[1]
  guard own.count == similarities.shape[0] else {
    throw RetrievalError.wrongCount(found: own.count, expected: similarities.shape[0])
  }
  guard k >= 1 else { throw RetrievalError.cannotFind(k, among: rows) }
  return try own.enumerated().map { query, own in
    guard (-1..<rows).contains(own) else { throw RetrievalError.noSuchRow(own, rows: rows) }
    let line = similarities[query].scalars
    if line.contains(where: \.isNaN) { throw RetrievalError.notANumber }
    let others = line.indices.filter { $0 != own }
    guard k <= others.count else { throw RetrievalError.cannotFind(k, among: others.count) }
    let order = others.sorted { (-line[$0], $0) < (-line[$1], $1) }
    return Array(order[..<k])
  }
}
