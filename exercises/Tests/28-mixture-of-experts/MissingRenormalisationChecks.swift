import Expecting
import MixtureOfExperts
import Tensors
import Testing

/// Logits for which a hasty gate's weights do not add up.
@Suite(.exercise) struct `logitsThatExposeMissingRenormalisation()` {
  /// The logits, if they are some.
  private func logits() throws -> Tensor {
    let logits = try logitsThatExposeMissingRenormalisation()
    try expect(
      logits.rank == 2 && logits.shape[0] >= 1 && logits.shape[1] >= 2 && logits.count <= 10_000,
      "they are [examples, experts], with at least one example and two experts",
      given: ["shape": logits.shape])
    try expect(
      logits.scalars.allSatisfy(\.isFinite), "all logits are numbers", given: ["logits": logits])
    return logits
  }

  @Test func `they are logits of examples and experts`() throws { _ = try logits() }

  @Test func `the hasty weights of every example add up to less than a half`() throws {
    let logits = try logits()
    let sums = gateWithoutRenormalisation(logits, top: 2).weights.sum(along: 1)
    try expect(
      sums.scalars.allSatisfy { abs($0 - 0.5) > 1e-3 },
      "four equal experts leave exactly a half to two of them; more experts leave less",
      given: ["logits": logits, "sums": sums])
    try expect(
      sums.max().scalar < 0.9,
      "no router is sure: where two experts are far ahead they have the whole softmax",
      given: ["logits": logits, "sums": sums])
    try expect(
      sums.max().scalar < 0.499,
      "the two weights of the hasty gate add up to less than a half, for every example",
      given: ["logits": logits, "sums": sums])
  }
}
