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
  throw Unfinished()
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
  throw Unfinished()
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
  throw Unfinished()
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
  throw Unfinished()
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
  throw Unfinished()
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
  throw Unfinished()
}

/// Returns a memory and a query of which three measures name three different nearest rows.
///
/// By the cosine one row is nearest, by the Euclidean distance another, and by `dotProducts(of:to:)`,
/// which forgets the lengths, a third.
///
/// - Returns: The memory, `[rows, columns]`, and the query, `[columns]`.
/// - Throws: `Unfinished` until it is written.
public func memoryWhereTheMeasuresDisagree() throws -> MemoryAndQuery {
  throw Unfinished()
}
