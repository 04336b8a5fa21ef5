import Explanations
import Layers
import Tensors

/// Returns how alike each query is to each row of the memory; larger is nearer.
///
///     cosine:     q · m / (|q| |m|)          0 where q or m is zero everywhere
///     euclidean:  −|q − m|
///
/// Distances are taken of differences. The way by |q|² + |m|² − 2 q · m is faster, and rounding eats
/// what two near rows differ by.
///
/// - Parameters:
///   - queries: The rows to search with, `[queries, columns]`.
///   - memory: The rows to search in, `[rows, columns]`.
///   - measure: What makes two rows alike.
/// - Returns: A number for each query and row, `[queries, rows]`.
/// - Throws: `RetrievalError` where either has other than two axes, or no number, or they have
///   different numbers of columns, or a number is NaN or infinite; `Unfinished` until it is written.
public func similarities(
  of queries: Tensor, to memory: Tensor, by measure: Measure
) throws -> Tensor {
  for rows in [queries, memory] {
    guard rows.rank == 2, rows.count > 0 else { throw RetrievalError.notRows(shape: rows.shape) }
    guard rows.abs().max().scalar.isFinite else { throw RetrievalError.notANumber }
  }
  guard queries.shape[1] == memory.shape[1] else {
    throw RetrievalError.widthsDiffer(queries: queries.shape[1], memory: memory.shape[1])
  }
  /// Rows of length 1; those without a direction stay zero.
  func directions(_ rows: Tensor) -> Tensor {
    // The largest number becomes 1 first, since squares of small numbers vanish.
    let largest = rows.abs().max(along: 1, keepingAxes: true)
    let scaled = rows / largest.replacing(with: 1, where: largest .== 0)
    let length = scaled.squared().sum(along: 1, keepingAxes: true).sqrt()
    return scaled / length.replacing(with: 1, where: length .== 0)
  }
  switch measure {
  case .cosine:
    return directions(queries).matmul(directions(memory), transposing: .right)
  case .euclidean:
    let distances = (0..<queries.shape[0]).map { query in
      (memory - queries[query]).squared().sum(along: 1).sqrt()
    }
    return -Tensor.stacked(distances)
  }
}

/// Returns the k nearest rows of each query, the nearest first.
///
/// Of rows that are equally near, the one with the lower index comes first. A query that is itself a
/// row of the memory would find itself, so this row is left out.
///
/// - Parameters:
///   - k: How many neighbours.
///   - similarities: A number for each query and row, `[queries, rows]`; larger is nearer.
///   - own: Which row of the memory each query is; −1 where it is none.
/// - Returns: For each query the indices of k rows.
/// - Throws: `RetrievalError` where there are other than two axes, `own` has another count than there
///   are queries or names a row that does not exist, k is below 1 or above the number of rows that are
///   left (for all queries, if one of them is a row), or a similarity is NaN; `Unfinished` until it is
///   written.
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
    Array(found.filter { $0 != own }.prefix(k))
  }
}

/// Returns how the neighbours of each query vote: each for its own label, with its weight.
///
///     share[query, class] = Σ over neighbours of the class of weight / Σ over all its neighbours of weight
///
/// The class with the largest share is the prediction.
///
/// - Parameters:
///   - labels: The class of each row of the memory.
///   - neighbours: For each query the indices of its neighbours, as many for each.
///   - weights: What each neighbour's vote counts, `[queries, neighbours]`, not below 0; all the same,
///     or more for those that are nearer.
///   - classes: How many classes there are.
/// - Returns: The shares, `[queries, classes]`; each row adds up to 1.
/// - Throws: `RetrievalError` where the weights are not one for each neighbour, a weight is below 0 or
///   NaN or infinite, all weights of a query are 0, or a row or a class does not exist; `Unfinished`
///   until it is written.
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
    shares += counted.map { Float($0 / total) }
  }
  return Tensor(shares, shape: [neighbours.count, classes])
}

/// Returns which part of the neighbours has the label of its query, on average over the queries.
///
///     purity = mean over queries of (neighbours with the query's label / its neighbours)
///
/// Each query counts the same, however many neighbours it has.
///
/// - Parameters:
///   - neighbours: For each query the indices of its neighbours.
///   - labels: The label of each row of the memory: a class, or any other property of it.
///   - queryLabels: The label of each query.
/// - Returns: The purity, from 0 to 1.
/// - Throws: `RetrievalError` where there are no queries, not as many labels as queries, a query has no
///   neighbours, or a row does not exist; `Unfinished` until it is written.
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
  return sum / Double(neighbours.count)
}

/// Returns the purity to be expected of neighbours that were drawn at random.
///
/// All sets of k rows are equally likely, whatever k; a query's own row is not among them. Derive it;
/// the check counts it out.
///
/// - Parameters:
///   - labels: The label of each row of the memory.
///   - queryLabels: The label of each query.
///   - own: Which row of the memory each query is; −1 where it is none.
/// - Returns: The mean purity over all draws, from 0 to 1.
/// - Throws: `RetrievalError` where there are no queries, there are not as many labels or own rows as
///   queries, a row does not exist, or no row is left to draw from; `Unfinished` until it is written.
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
  return sum / Double(queryLabels.count)
}

/// Returns what a layer outputs for each image, as rows: the space in which neighbours are searched.
///
///     row[image] = all numbers that the layer outputs for this image, in their order
///
/// - Parameters:
///   - network: The network to look into.
///   - images: The images, `[N, …]`, at least one.
///   - place: The full name of the layer.
/// - Returns: A row for each image, `[N, columns]`.
/// - Throws: `UnknownPlace`, with the name that was asked for, where no layer has it; `RetrievalError`
///   where there is no image; `Unfinished` until it is written.
public func embeddings(
  of network: Network, images: Tensor, place: String
) throws -> Tensor {
  guard network.places.contains(place) else { throw UnknownPlace(place) }
  guard images.count > 0 else { throw RetrievalError.notRows(shape: images.shape) }
  var parts: [Tensor] = []
  // In parts, since the layers of thousands of images do not fit into memory at once.
  for start in stride(from: 0, to: images.shape[0], by: 256) {
    _ = network(images[start..<min(start + 256, images.shape[0])]) { name, activation in
      if name == place { parts.append(activation.detached().flattened(from: 1)) }
      return activation
    }
  }
  return .concatenated(parts, along: 0)
}

/// Returns a memory and a query of which three measures name three different nearest rows.
///
/// By the cosine one row is nearest, by the Euclidean distance another, and by `dotProducts(of:to:)`,
/// which forgets the lengths, a third.
///
/// - Returns: The memory, `[rows, columns]`, and the query, `[columns]`.
/// - Throws: `Unfinished` until it is written.
public func memoryWhereTheMeasuresDisagree() throws -> MemoryAndQuery {
  // One in the query's direction, one close to it, and one that is merely long.
  MemoryAndQuery(memory: [[0.1, 0], [2, 1], [10, 9]], query: [2, 0])
}
