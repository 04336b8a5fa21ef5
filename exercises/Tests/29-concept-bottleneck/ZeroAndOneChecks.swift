import Checking
import ConceptBottleneck
import Expecting
import Tensors
import Testing

/// Logits with which writing 0 and 1 in their place does harm.
@Suite(.exercise) struct `logitsThatExposeZeroAndOne()` {
  /// The logits, if they are a table.
  private func logits() throws -> Tensor {
    let logits = try logitsThatExposeZeroAndOne()
    try expect(
      logits.rank == 2 && logits.shape[0] > 0 && logits.shape[1] > 0 && logits.count <= 10_000,
      "they are [rows, concepts], with a row and a concept at least", given: ["shape": logits.shape]
    )
    try expect(
      logits.scalars.allSatisfy { $0.isFinite && $0 != 0 && abs($0) < 1000 },
      "all logits are finite, below 1,000, and none is 0", given: ["logits": logits])
    return logits
  }

  @Test func `they are a table of logits`() throws { _ = try logits() }

  @Test func `0 and 1 turn an answer, though every concept was read rightly`() throws {
    let logits = try logits()
    let before = saysYesAboveZero(logits)
    let after = saysYesAboveZero(
      intervenedWithZeroAndOne(
        logits, truth: logits .> 0, concepts: Array(0..<logits.shape[1])))
    try expect(
      before != after, "an answer turns when all concepts are corrected to 0 and 1",
      given: ["logits": logits, "sums before": logits.sum(along: 1)])
  }

  @Test func `the percentiles turn none`() throws {
    let logits = try logits()
    let truth = logits .> 0
    let ends = percentiles(of: logits)
    let corrected = ends.low.replacing(with: ends.high, where: truth)
    try expect(
      saysYesAboveZero(logits) == saysYesAboveZero(corrected),
      "no answer turns when all concepts are corrected to the percentiles of these logits",
      given: ["logits": logits, "low": ends.low, "high": ends.high])
  }
}
