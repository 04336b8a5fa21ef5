import Explanations
import Tensors

/// Returns how wrong the concepts are read: their cross-entropies, added up over the concepts.
///
///     loss = mean over the rows of Σ over the concepts of −log(probability of what is true)
///
/// Each concept is a question of its own, answered yes or no, so its probability is the sigmoid of
/// its logit. Added up, so that a concept counts as much in a long list as in a short one. Large logits
/// give large numbers and never infinite ones.
/// Koh and others 2020, section 3: arxiv.org/abs/2007.04612
///
/// - Parameters:
///   - logits: What the concept network says, before the sigmoid, `[rows, concepts]`.
///   - concepts: 1 where a concept is there and 0 where it is not, `[rows, concepts]`.
/// - Returns: The loss, a single number; its gradient flows into the logits.
/// - Throws: `ConceptError` where the two are no tables of one shape, there is no row, or a true concept
///   is neither 0 nor 1; `Unfinished` until it is written.
public func conceptLoss(logits: Tensor, concepts: Tensor) throws -> Tensor {
  throw Unfinished()
}

/// Returns what the label head learns from.
///
/// Independent: the true concepts. Sequential: the predicted ones, as fixed numbers, so that the loss of
/// the label teaches the head alone. Joint: the predicted ones, and what the label's loss says flows on
/// into the concept network.
///
/// - Parameters:
///   - scheme: How the two halves are trained.
///   - truth: 1 where a concept is there and 0 where it is not, `[rows, concepts]`.
///   - predicted: What the concept network says, `[rows, concepts]`.
/// - Returns: What the head sees, `[rows, concepts]`.
/// - Throws: `ConceptError` where the two are no tables of one shape, there is no row, or a true concept
///   is neither 0 nor 1; `Unfinished` until it is written.
public func headInput(_ scheme: Scheme, truth: Tensor, predicted: Tensor) throws -> Tensor {
  throw Unfinished()
}

/// Returns the loss of both halves at once, as joint training has it.
///
///     loss = cross-entropy of the label + strength · loss of the concepts
///
/// At strength 0 nobody asks for the concepts: it is an ordinary network with a narrow layer.
/// Koh and others 2020, section 3: arxiv.org/abs/2007.04612
///
/// - Parameters:
///   - labelLogits: What the head says, `[rows, classes]`.
///   - labels: The right class of each row.
///   - conceptLogits: What the concept network says, `[rows, concepts]`.
///   - concepts: 1 where a concept is there and 0 where it is not, `[rows, concepts]`.
///   - strength: How much the concepts count beside the label, λ in the paper; 0 or more.
/// - Returns: The loss, a single number.
/// - Throws: `ConceptError` where there are not as many labels as rows, a label is no class, the strength
///   is negative or not finite, or `conceptLoss` refuses; `Unfinished` until it is written.
public func jointLoss(
  labelLogits: Tensor, labels: [Int], conceptLogits: Tensor, concepts: Tensor, strength: Float
) throws -> Tensor {
  throw Unfinished()
}

/// Returns what the label head is handed after somebody has corrected some of the concepts.
///
/// A concept that is there gets its high value, one that is not gets its low value, whatever was
/// predicted. High and low are what the head is used to: for logits, the percentiles of those that it was
/// trained with.
/// Koh and others 2020, section 3: arxiv.org/abs/2007.04612
///
/// - Parameters:
///   - logits: What the concept network says, `[rows, concepts]`; it stays as it is.
///   - truth: 1 where a concept is there and 0 where it is not, `[rows, concepts]`.
///   - concepts: Which concepts are corrected, in every row; one that is named twice is corrected once.
///   - low: What says *not there*, for each concept, `[concepts]`.
///   - high: What says *there*, for each concept, `[concepts]`.
/// - Returns: The logits with these concepts corrected, `[rows, concepts]`.
/// - Throws: `ConceptError` where shapes do not fit, there is no row, a true concept is neither 0 nor 1,
///   or a concept does not exist; `Unfinished` until it is written.
public func intervened(
  _ logits: Tensor, truth: Tensor, concepts: [Int], low: Tensor, high: Tensor
) throws -> Tensor {
  throw Unfinished()
}

/// Returns how often the label is right when no concept is corrected, then one, then two, and so on.
///
///     accuracy[k] = part of the rows whose label is right with the first k concepts of the order corrected
///
/// - Parameters:
///   - head: The label head: concepts `[rows, concepts]` to the number of a class for each row, `[rows]`.
///   - logits: What the concept network says, `[rows, concepts]`.
///   - truth: 1 where a concept is there and 0 where it is not, `[rows, concepts]`.
///   - labels: The right class of each row.
///   - order: Which concept is corrected first, second, and so on; it need not name all of them.
///   - low: What says *not there*, for each concept, `[concepts]`.
///   - high: What says *there*, for each concept, `[concepts]`.
/// - Returns: An accuracy from 0 to 1 for 0, 1, …, all concepts of the order: one more than it names.
/// - Throws: `ConceptError` where there are not as many labels as rows, the head does not give a class for
///   each row, or `intervened` refuses; what the head throws; `Unfinished` until it is written.
public func interventionCurve(
  of head: Score, logits: Tensor, truth: Tensor, labels: [Int], order: [Int], low: Tensor,
  high: Tensor
) throws -> [Double] {
  throw Unfinished()
}

/// Returns the greatest accuracy on these rows that anyone can have who knows nothing but the concepts.
///
/// A model that is right more often than this knows something that is not on the list. Derive it; the
/// check tries every rule there is.
///
/// - Parameters:
///   - truth: 1 where a concept is there and 0 where it is not, `[rows, concepts]`.
///   - labels: The right class of each row; a class may have any number.
/// - Returns: An accuracy from 0 to 1.
/// - Throws: `ConceptError` where there is no row, there are not as many labels as rows, or a concept is
///   neither 0 nor 1; `Unfinished` until it is written.
public func honestCeiling(truth: Tensor, labels: [Int]) throws -> Double {
  throw Unfinished()
}

/// Returns logits with which writing 0 and 1 in place of logits does harm.
///
/// Every concept is read rightly: what is true is where the logit is above 0. The head is
/// `saysYesAboveZero`. Correcting what is right already should change no answer. But after
/// `intervenedWithZeroAndOne` has corrected all concepts, the head turns an answer; after the values at
/// `percentiles(of:)` it turns none.
///
/// - Returns: The logits, `[rows, concepts]`, none of them 0.
/// - Throws: `Unfinished` until it is written.
public func logitsThatExposeZeroAndOne() throws -> Tensor {
  throw Unfinished()
}
