import Checking
import ConceptBottleneck
import Expecting
import Foundation
import Tensors
import Testing

/// The loss of both halves at once.
@Suite(
  .exercise)
struct
  `jointLoss(labelLogits:labels:conceptLogits:concepts:strength:)`
{
  private let labelLogits: Tensor = [[1, -0.5, 0.25], [0, 2, -1]]
  private let labels = [2, 1]
  private let conceptLogits: Tensor = [[2, -1], [-3, 1.5]]
  private let truth: Tensor = [[0, 0], [1, 1]]

  /// The mean cross-entropy of the labels, in loops.
  private var ofLabels: Float {
    let rows = labels.indices.map { row in
      let logits = labelLogits[row].scalars.map(Double.init)
      return log(logits.reduce(0) { $0 + exp($1) }) - logits[labels[row]]
    }
    return Float(rows.reduce(0, +) / Double(rows.count))
  }

  private var given: KeyValuePairs<String, Any> {
    [
      "labelLogits": labelLogits, "labels": labels, "conceptLogits": conceptLogits,
      "concepts": truth,
    ]
  }

  @Test func `the strength weighs the concepts beside the label`() throws {
    let (label, concepts) = (ofLabels, Loops.loss(conceptLogits, truth))
    let strength: Float = 0.3
    func sum(_ ofLabel: Float, _ ofConcepts: Float) -> Tensor {
      Tensor(ofLabel * label + ofConcepts * concepts)
    }
    try expect(
      jointLoss(
        labelLogits: labelLogits, labels: labels, conceptLogits: conceptLogits, concepts: truth,
        strength: strength),
      is: sum(1, strength), within: 1e-4,
      mistakes: [
        "the strength on the label’s loss; it weighs the concepts": sum(strength, 1),
        "the strength on both losses; the label counts in full": sum(strength, strength),
        "no strength: both losses count in full": sum(1, 1),
        "the label’s loss times one minus the strength; the label counts in full": sum(
          1 - strength, strength),
        "the sum divided by one plus the strength for each concept": sum(
          1 / (1 + 2 * strength), strength / (1 + 2 * strength)),
        "the strength squared": sum(1, strength * strength),
        "the concepts’ loss taken away; both are to be small": sum(1, -strength),
        Named.meanOfConcepts: sum(1, strength / 2),
        "only the label’s loss": sum(1, 0), "only the concepts’ loss": sum(0, strength),
        "the label’s loss added up over the rows; it is their mean": sum(2, strength),
      ], given: given)
  }

  @Test func `drawn rows, counted out`() throws {
    try forEachSeed { generator in
      let truth = drawnTruth(4, 3, using: &generator)
      let logits = Tensor.normal(shape: [4, 3], using: &generator)
      let strength = Float(0.1 + Double(generator.next() % 100) / 50)
      try expect(
        jointLoss(
          labelLogits: .zeros([4, 2]), labels: [0, 1, 1, 0], conceptLogits: logits,
          concepts: truth, strength: strength),
        is: Tensor(0.693147 + strength * Loops.loss(logits, truth)), within: 1e-4,
        given: ["conceptLogits": logits, "concepts": truth, "strength": strength])
    }
  }

  @Test func `at strength 0 nobody asks for the concepts`() throws {
    let concepts = conceptLogits.tracked()
    let loss = try jointLoss(
      labelLogits: labelLogits, labels: labels, conceptLogits: concepts, concepts: truth,
      strength: 0)
    try expect(loss, is: Tensor(ofLabels), within: 1e-4, given: given)
    let slope = gradient(of: loss + concepts.sum(), withRespectTo: concepts)
    try expect(
      slope, is: .ones([2, 2]), given: ["strength": 0, "of": "loss + sum of conceptLogits"])
  }

  @Test func `both halves learn: the gradients of both losses`() throws {
    let (label, concepts) = (labelLogits.tracked(), conceptLogits.tracked())
    let loss = try jointLoss(
      labelLogits: label, labels: labels, conceptLogits: concepts, concepts: truth, strength: 0.5)
    // Something that depends on both in any case, to ask for gradients that may be missing.
    let slopes = gradients(
      of: loss + 0 * label.sum() + 0 * concepts.sum(), withRespectTo: [label, concepts])
    let chosen: Tensor = [[0, 0, 1], [0, 1, 0]]
    let rightLabel = (labelLogits.softmax() - chosen) / 2
    let rightConcepts = 0.5 * (conceptLogits.sigmoid() - truth) / 2
    try expect(
      slopes[0], is: rightLabel, within: 1e-4,
      mistakes: [
        "the strength on both losses; the label counts in full": 0.5 * rightLabel,
        "no gradient for the label’s logits": .zeros([2, 3]),
      ], given: given)
    try expect(
      slopes[1], is: rightConcepts, within: 1e-4,
      mistakes: [
        "no strength: both losses count in full": 2 * rightConcepts,
        Named.meanOfConcepts: rightConcepts / 2,
        "no gradient for the concepts’ logits": .zeros([2, 2]),
      ], given: given)
  }

  @Test func `what does not fit is refused`() throws {
    for strength in [-0.1, .nan, .infinity] as [Float] {
      try expectConceptError("a strength of \(strength)") {
        _ = try jointLoss(
          labelLogits: labelLogits, labels: labels, conceptLogits: conceptLogits, concepts: truth,
          strength: strength)
      }
    }
    let refused: [(String, Tensor, [Int], Tensor, Tensor)] = [
      ("a label is missing", labelLogits, [2], conceptLogits, truth),
      ("there is no class 3", labelLogits, [3, 1], conceptLogits, truth),
      ("there is no class -1", labelLogits, [-1, 1], conceptLogits, truth),
      ("a list is no table of logits", [1, 2], labels, conceptLogits, truth),
      ("concepts of one row, labels of two", labelLogits, labels, [[2, -1]], [[1, 0]]),
      ("the concepts’ shapes differ", labelLogits, labels, .zeros([2, 3]), truth),
      ("a true concept is 2", labelLogits, labels, conceptLogits, [[2, 0], [1, 1]]),
    ]
    for (why, label, labels, concepts, truth) in refused {
      try expectConceptError(why) {
        _ = try jointLoss(
          labelLogits: label, labels: labels, conceptLogits: concepts, concepts: truth,
          strength: 1)
      }
    }
  }
}
