import Expecting
import Shapley
import Testing

/// The simplified sampler, and a game in which it pays for nothing.
@Suite(.exercise) struct `gameThatExposesMaskedDifferences()` {
  private func players(_ values: [Double]) -> Int { values.count.trailingZeroBitCount }

  /// The players who change nothing, whoever else is there.
  private func dummies(in values: [Double]) -> [Int] {
    guard !values.isEmpty else { return [] }
    return (0..<players(values)).filter { player in
      values.indices.allSatisfy { values[$0] == values[$0 | 1 << player] }
    }
  }

  @Test func `there is a value for each coalition`() throws {
    let values = try gameThatExposesMaskedDifferences()
    try expect(
      values.count >= 2 && values.count <= 1 << 16 && values.count & (values.count - 1) == 0,
      "with n players there are 2\u{207F} values: 2, 4, 8, \u{2026}",
      given: ["values": values.count])
    try expect(values.allSatisfy(\.isFinite), "all values are numbers", given: ["values": values])
  }

  @Test func `somebody never adds anything`() throws {
    let values = try gameThatExposesMaskedDifferences()
    try expect(
      !dummies(in: values).isEmpty,
      "there is a player who changes the value of no coalition",
      given: ["values in binary order": values])
  }

  @Test func `and is paid for it`() throws {
    let values = try gameThatExposesMaskedDifferences()
    let dummies = dummies(in: values)
    try expect(
      !dummies.isEmpty, "there is a player who never adds anything",
      given: ["values in binary order": values])
    let credits = maskedDifferences(of: values)
    let largest = values.map { abs($0 - values[0]) }.max() ?? 0
    try expect(
      largest > 0, "something is at stake: not all values are the same",
      given: ["values in binary order": values])
    try expect(
      dummies.contains { abs(credits[$0]) > 1e-3 * largest },
      "maskedDifferences gives the player something who never adds anything",
      given: [
        "values in binary order": values, "credits": credits, "players who add nothing": dummies,
      ])
  }
}
