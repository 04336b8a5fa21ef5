/// The dummy earns something alone. Verdict: "changes the value of no coalition"
public func gameThatExposesMaskedDifferences() throws -> [Double] {
  [0, 0.5, 1, 1]
}

/// A game in which everybody adds something. Verdict: "changes the value of no coalition"
public func gameThatExposesMaskedDifferences() throws -> [Double] {
  [0, 0, 0, 1, 0, 1, 0, 1]
}

/// A game in which nothing is at stake. Verdict: "something is at stake"
public func gameThatExposesMaskedDifferences() throws -> [Double] {
  [3, 3, 3, 3]
}

/// Three values, which no number of players has. Verdict: "there are 2ⁿ values"
public func gameThatExposesMaskedDifferences() throws -> [Double] {
  [0, 1, 1]
}

/// The dummy's differences cancel, so that it gets nothing either. Verdict: "gives the player something who never adds anything"
public func gameThatExposesMaskedDifferences() throws -> [Double] {
  [0, 0, 1, 1, -1, -1, 0, 0]
}
