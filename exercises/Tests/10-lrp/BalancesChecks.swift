import Checking
import Expecting
import LRP
import Layers
import Tensors
import Testing

/// What each layer did with the relevance of its output.
@Suite(.exercise) struct `balances(of:biasShares:)` {
  private let relevances: [Tensor] = [[[1, -2], [3, 0.5]], [[4, 1.5, -1]], [[2, 3]], [[7]]]
  private let shares: [Float] = [2, -0.5, 1.5]

  private func numbers(_ balances: [Balance]) -> [[Float]] {
    balances.map { [$0.entering, $0.leaving, $0.bias] }
  }

  @Test func `what enters a layer is the relevance of its output`() throws {
    try expect(
      numbers(balances(of: relevances, biasShares: shares)),
      is: [[4.5, 2.5, 2], [5, 4.5, -0.5], [7, 5, 1.5]],
      mistakes: [
        "entering and leaving in each other's place: relevance flows backwards": [
          [2.5, 4.5, 2], [4.5, 5, -0.5], [5, 7, 1.5],
        ],
        "the order from the last layer to the first": [
          [7, 5, 1.5], [5, 4.5, -0.5], [4.5, 2.5, 2],
        ],
        "magnitudes added up": [[6.5, 6.5, 2], [5, 6.5, -0.5], [7, 5, 1.5]],
        "means in place of sums": [[1.5, 0.625, 2], [2.5, 1.5, -0.5], [7, 2.5, 1.5]],
        "the bias's share taken off what leaves": [
          [4.5, 0.5, 2], [5, 5, -0.5], [7, 3.5, 1.5],
        ],
        "a bias share of 0": [[4.5, 2.5, 0], [5, 4.5, 0], [7, 5, 0]],
        "the logit entering every layer": [[7, 2.5, 2], [7, 4.5, -0.5], [7, 5, 1.5]],
        "what is missing in place of the bias's share": [
          [4.5, 2.5, 2], [5, 4.5, 0.5], [7, 5, 2],
        ],
      ], given: ["relevances": relevances, "bias shares": shares])
  }

  @Test func `where nothing is lost the gap is zero`() throws {
    for balance in try balances(of: [[[3, -1]], [[2]], [[5]]], biasShares: [0, 3]) {
      try expect(balance.gap, is: 0, given: ["balance": balance])
    }
  }

  @Test func `an output alone has no layer`() throws {
    try expect(numbers(balances(of: [[[7]]], biasShares: [])), is: [])
  }

  @Test func `another number of shares than of layers is an error`() throws {
    for count in [0, 2, 4] {
      try expectRefusal(.balances(count, layers: 3), given: ["shares": count, "layers": 3]) {
        try balances(of: relevances, biasShares: .init(repeating: 0, count: count))
      }
    }
  }
}
