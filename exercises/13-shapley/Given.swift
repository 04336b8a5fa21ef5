/// Credits the players of a game in a way that is short, looks right and is wrong.
///
///     credit i = mean over the coalitions S with i of v(S) − v(nobody)
///
/// It is what a simplified sampler comes to: draw coalitions at random, take for each the difference
/// to nobody at all, and give every player the mean of the differences at which it happened to be
/// present. `gameThatExposesMaskedDifferences()` gives a game in which that pays for nothing.
///
/// - Parameter values: The value of each of the 2ⁿ coalitions in binary order: in that of index m
///   the player i is present where bit i of m is 1.
/// - Returns: The credit of each of the n players.
public func maskedDifferences(of values: [Double]) -> [Double] {
  let players = values.count.trailingZeroBitCount
  return (0..<players).map { player in
    let present = values.indices.filter { $0 >> player & 1 == 1 }
    let differences = present.map { values[$0] - values[0] }
    return differences.reduce(0, +) / Double(present.count)
  }
}
