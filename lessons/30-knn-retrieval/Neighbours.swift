import KNNRetrieval
import Showing
import Tensors

/// How many neighbours speak, wherever it is not said otherwise.
let k = 5

/// The nearest rows of queries that are themselves no rows of the memory.
func neighbours(
  _ k: Int = k, of queries: Tensor, in memory: Tensor, by measure: Measure = .cosine
) throws -> [[Int]] {
  try nearest(
    k, in: similarities(of: queries, to: memory, by: measure),
    excluding: [Int](repeating: -1, count: queries.shape[0]))
}

/// What the neighbours of each query vote for, each with the same weight.
func shares(of labels: [Int], _ neighbours: [[Int]], classes: Int) throws -> Tensor {
  let count = neighbours.first?.count ?? 0
  return try vote(
    of: labels, neighbours: neighbours, weights: .ones([neighbours.count, count]),
    classes: classes)
}

/// The purity of neighbours where the memory's labels were dealt out anew, 200 times: what chance
/// gives to these very neighbours, and how far it strays.
func shuffledPurity(
  of neighbours: [[Int]], labels: [Int], queryLabels: [Int]
) throws -> Showing.Spread {
  var generator = SplitMix64(seed: 4)
  return Spread(
    try (0..<200).map { _ in
      let order = permutation(of: labels.count, using: &generator)
      return try purity(
        of: neighbours, labels: order.map { labels[$0] }, queryLabels: queryLabels)
    })
}

extension Sequence<Bool> {
  /// How many are true.
  var trueCount: Int { count { $0 } }
}
