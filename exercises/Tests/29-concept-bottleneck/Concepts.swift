import ConceptBottleneck
import Expecting
import Explanations
import Foundation
import Tensors
import Testing

/// What each mistake is called, the same in every check that sees it.
enum Named {
  static let meanOfConcepts =
    "the mean over the concepts as well; they are added up, so that each counts in full"
  static let sumOfRows = "the sum over the rows; it is their mean"
  static let softmax =
    "a softmax over the concepts, as if one row had one concept; each is a question of its own"
  static let onlyThere = "only the concepts that are there; one that is not must be read as well"
  static let exchanged = "there and not there exchanged"
  static let zeroAndOne = "0 and 1 in place of the low and the high value"
  static let endsExchanged = "the low value for what is there, and the high one for what is not"
  static let alone = "each concept corrected alone; those before it in the order stay corrected"
  static let index = "concepts corrected as they are counted, and not in the order that is given"
}

/// A small table in lists, and the definitions in loops.
enum Loops {
  /// −log of the probability that a logit gives to what is true; for logits that are not large.
  static func surprise(_ logit: Float, _ truth: Float) -> Float {
    let z = Double(truth == 1 ? logit : -logit)
    return Float(log(1 + exp(-z)))
  }

  /// The sum of the surprises over the concepts, and the mean over the rows.
  static func loss(_ logits: Tensor, _ truth: Tensor) -> Float {
    let all = zip(logits.scalars, truth.scalars).reduce(Float(0)) { $0 + surprise($1.0, $1.1) }
    return all / Float(logits.shape[0])
  }
}

/// Draws a truth of 0 and 1.
func drawnTruth(_ rows: Int, _ concepts: Int, using generator: inout SplitMix64) -> Tensor {
  Tensor.uniform(in: 0..<1, shape: [rows, concepts], using: &generator) .> 0.5
}

/// What a head throws in a check.
struct Refusal: Error, Equatable, CustomStringConvertible {
  let description = "the head was refused by the check"
}

/// Ends the check unless a call refuses with a `ConceptError`.
func expectConceptError(_ why: String, _ call: () throws -> Void) throws {
  do {
    try call()
  } catch is ConceptError {
    return
  } catch let error as Unfinished {
    throw error
  }
  try expect(false, "a ConceptError is thrown: \(why)")
}
