import Tensors

/// How the two halves of a concept bottleneck model are trained.
public enum Scheme: String, Codable, Equatable, Sendable, CaseIterable {
  /// The label head learns from the true concepts, and never sees a predicted one in training.
  case independent
  /// The label head learns from what the finished concept network predicts.
  case sequential
  /// Both halves learn together, by the sum of their losses.
  case joint
}

/// What to throw where concepts, logits and labels do not fit together.
public enum ConceptError: Error, Codable, Equatable, CustomStringConvertible {
  /// Concepts are `[rows, concepts]`, and this has another shape.
  case notATable(shape: [Int])
  /// There is not a single row.
  case noRows
  /// Two things that go together have different shapes.
  case unequalShapes([Int], [Int])
  /// A true concept is 1 where it is there and 0 where it is not.
  case notTrueOrFalse(Float)
  /// There is no such concept.
  case noSuchConcept(Int, concepts: Int)
  /// There is no such class.
  case noSuchClass(Int, classes: Int)
  /// As many numbers are needed as something else has.
  case wrongCount(of: String, found: Int, expected: Int)
  /// The strength of the concepts' loss cannot be this.
  case notAStrength(Float)

  /// One sentence: what does not fit.
  public var description: String {
    switch self {
    case .notATable(let shape): "concepts are [rows, concepts], and this has the shape \(shape)"
    case .noRows: "there is no row, so there is nothing to take a mean over"
    case .unequalShapes(let one, let other):
      "\(one) and \(other) should be the same shape: a number for each row and concept"
    case .notTrueOrFalse(let value): "a true concept is 0 or 1, and this one is \(value)"
    case .noSuchConcept(let concept, let concepts):
      "there is no concept \(concept): they are counted from 0, and there are \(concepts)"
    case .noSuchClass(let label, let classes):
      "there is no class \(label): they are counted from 0, and there are \(classes)"
    case .wrongCount(let what, let found, let expected):
      "there are \(found) \(what), and should be \(expected)"
    case .notAStrength(let strength): "a strength is 0 or more, and finite, not \(strength)"
    }
  }
}

/// Refuses what is no table of concepts: a number for each row and concept.
///
/// - Parameters:
///   - table: What should be `[rows, concepts]`, with a row at least.
///   - truth: Whether its numbers have to be 0 or 1.
/// - Throws: `ConceptError` where it is not.
public func requireConcepts(_ table: Tensor, truth: Bool = false) throws {
  guard table.rank == 2 else { throw ConceptError.notATable(shape: table.shape) }
  guard table.shape[0] > 0 else { throw ConceptError.noRows }
  // NaN equals neither.
  guard truth, ((table .!= 0) * (table .!= 1)).sum().scalar > 0 else { return }
  if let odd = table.scalars.first(where: { $0 != 0 && $0 != 1 }) {
    throw ConceptError.notTrueOrFalse(odd)
  }
}

/// Refuses labels that do not fit what a head says.
///
/// - Parameters:
///   - labels: A class for each row, counted from 0.
///   - logits: What the head says, which should be `[rows, classes]`.
/// - Throws: `ConceptError` where they do not fit.
public func requireLabels(_ labels: [Int], for logits: Tensor) throws {
  guard logits.rank == 2 else { throw ConceptError.notATable(shape: logits.shape) }
  guard labels.count == logits.shape[0] else {
    throw ConceptError.wrongCount(of: "labels", found: labels.count, expected: logits.shape[0])
  }
  if let odd = labels.first(where: { !(0..<logits.shape[1]).contains($0) }) {
    throw ConceptError.noSuchClass(odd, classes: logits.shape[1])
  }
}

/// The values that stand for *not there* and *there* in logits: their 5th and 95th percentile, concept
/// by concept.
///
/// Not the least and the greatest, which a single odd row decides.
///
/// - Parameter logits: What the concept network says of the training rows, `[rows, concepts]`.
/// - Returns: Both values of each concept, `[concepts]` each.
public func percentiles(of logits: Tensor) -> (low: Tensor, high: Tensor) {
  (logits.quantile(0.05, along: 0), logits.quantile(0.95, along: 0))
}

/// The class that a label head says for each row: 1 where its logits add up to more than 0.
///
///     class = 1 if Σ over the concepts of logit > 0, and 0 otherwise
///
/// - Parameter logits: What the head is handed, `[rows, concepts]`.
/// - Returns: The class of each row, `[rows]`.
public func saysYesAboveZero(_ logits: Tensor) -> Tensor { logits.sum(along: 1) .> 0 }

/// Corrects concepts as somebody does who forgets that the head reads logits: it writes 0 and 1.
///
///     result = truth for the concepts named, and the logit for the others          (wrong)
///
/// - Parameters:
///   - logits: What the concept network says, `[rows, concepts]`.
///   - truth: 1 where a concept is there and 0 where it is not, `[rows, concepts]`.
///   - concepts: Which concepts are corrected.
/// - Returns: What the head is handed, `[rows, concepts]`.
public func intervenedWithZeroAndOne(_ logits: Tensor, truth: Tensor, concepts: [Int]) -> Tensor {
  let isChosen = Tensor((0..<logits.shape[1]).map { concepts.contains($0) ? 1 : 0 })
  return isChosen * truth + (1 - isChosen) * logits
}
