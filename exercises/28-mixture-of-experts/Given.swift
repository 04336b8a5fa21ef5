import Foundation
import Tensors

/// Which experts answer for each example, and how much each of them counts.
public struct Gate: Equatable, Sendable {
  /// The experts of each example, the one with the largest logit first, `[N][k]`.
  public var experts: [[Int]]

  /// How much each of them counts, in the same order, `[N, k]`.
  public var weights: Tensor

  /// Puts the two together.
  public init(experts: [[Int]], weights: Tensor) {
    self.experts = experts
    self.weights = weights
  }
}

/// Which examples each expert takes, and which find no room.
public struct Dispatch: Codable, Equatable, Sendable {
  /// The examples of each expert, in the order in which they came.
  public var kept: [[Int]]

  /// The examples whose expert was full, in the order in which they came.
  public var dropped: [Int]

  /// Puts the two together.
  public init(kept: [[Int]], dropped: [Int]) {
    self.kept = kept
    self.dropped = dropped
  }
}

/// What to throw where logits, choices and experts do not fit together.
public enum MixtureError: Error, Codable, Equatable, CustomStringConvertible {
  /// A tensor has another shape than it should have.
  case wrongShape(found: [Int], expected: String)
  /// One cannot keep so many of the experts.
  case cannotKeep(Int, experts: Int)
  /// A logit is NaN, so it has no place in an order.
  case notANumber(row: Int)
  /// There is no such expert.
  case noSuchExpert(Int, experts: Int)
  /// Two lists should be equally long.
  case unequalCounts(Int, Int)
  /// There is nothing to count.
  case nothing
  /// An expert cannot have less than no room.
  case negativeCapacity(Int)
  /// The hidden units cannot be shared out evenly.
  case notDivisible(hidden: Int, experts: Int)

  /// One sentence: what does not fit.
  public var description: String {
    switch self {
    case .wrongShape(let found, let expected):
      "the shape should be \(expected), and is \(found)"
    case .cannotKeep(let count, let experts):
      "of \(experts) experts one keeps at least 1 and at most all, not \(count)"
    case .notANumber(let row): "a logit of example \(row) is NaN, which has no place in an order"
    case .noSuchExpert(let expert, let experts):
      "there is no expert \(expert): they are counted from 0, and there are \(experts)"
    case .unequalCounts(let one, let other):
      "the two should have an entry for each example, and have \(one) and \(other)"
    case .nothing: "there is nothing to count: at least one is needed of everything"
    case .negativeCapacity(let capacity): "no expert has room for \(capacity) examples"
    case .notDivisible(let hidden, let experts):
      "\(hidden) hidden units cannot be shared evenly by \(experts) experts"
    }
  }
}

/// Returns how uncertain a label is that is drawn from a list: its entropy.
///
///     H = −Σ p · ln p        p: the part of the list that has a label
///
/// It is 0 where all labels are equal, and ln n where n labels are equally frequent. Labels may be
/// anything that can be told apart; for pairs, hand over one label for each different pair.
///
/// - Parameter labels: The labels, such as the regime of each example.
/// - Returns: The entropy in nats; 0 for no labels.
public func entropy<Label: Hashable>(of labels: [Label]) -> Double {
  var counts: [Label: Int] = [:]
  for label in labels { counts[label, default: 0] += 1 }
  // Sorted, since a dictionary has another order in each run, and sums would differ in the last bit.
  return counts.values.sorted().reduce(0) { sum, count in
    let part = Double(count) / Double(labels.count)
    return sum - part * log(part)
  }
}

/// The gate of a hasty programmer: a softmax over all experts, of which the largest are kept.
///
///     p = softmax(logits)        weights: the k largest p, as they are
///
/// It forgets to make the kept weights add up to 1 again.
///
/// - Parameters:
///   - logits: A number for each example and expert, `[N, experts]`.
///   - k: How many experts are kept.
/// - Returns: The experts and their weights.
public func gateWithoutRenormalisation(_ logits: Tensor, top k: Int) -> Gate {
  let kept = logits.softmax(along: 1).topK(k, along: 1)
  return Gate(experts: kept.indices, weights: kept.values)
}
