import Datasets
import KNNRetrieval
import Layers
import Models
import Tensors

/// 4,000 digits to search in and 1,000 to search with, as DigitNet's last layer before the classifier
/// sees them.
struct DigitMemory {
  /// The network, which learned from the memory's digits.
  let network: Network
  /// The digits to search in.
  let memory: Digits
  /// The digits to search with.
  let queries: Digits
  /// The memory, a row of 64 numbers for each digit.
  let rows: Tensor
  /// The queries in the same space.
  let asked: Tensor
  /// How alike each query is to each row.
  let cosines: Tensor
  /// What the network answers itself.
  let answers: [Int]
  /// The softmax of its answer, for each query.
  let sureness: [Float]

  /// Embeds all digits.
  init() throws {
    network = try DigitNet.network()
    (memory, queries) = (try Digits.training(), try Digits.test())
    rows = try embeddings(of: network, images: memory.images, place: "gap")
    asked = try embeddings(of: network, images: queries.images, place: "gap")
    cosines = try similarities(of: asked, to: rows, by: .cosine)
    let logits = network(queries.images)
    answers = logits.argmax(along: 1)
    sureness = logits.softmax().max(along: 1).scalars
  }

  /// The k nearest digits of each query.
  func nearest(_ k: Int) throws -> [[Int]] {
    try KNNRetrieval.nearest(
      k, in: cosines, excluding: [Int](repeating: -1, count: queries.count))
  }

  /// The part of the queries whose class some answers name.
  func accuracy(of answers: [Int]) -> Double {
    Double(zip(answers, queries.labels).count { $0 == $1 }) / Double(queries.count)
  }

  /// How often the neighbours' vote is right, for each number of neighbours, given the nearest fifty.
  func accuracies(of neighbours: [[Int]], _ counts: [Int]) throws -> [Double] {
    try counts.map { count in
      let nearest = neighbours.map { Array($0.prefix(count)) }
      return accuracy(
        of: try shares(of: memory.labels, nearest, classes: 10).argmax(along: 1))
    }
  }
}
