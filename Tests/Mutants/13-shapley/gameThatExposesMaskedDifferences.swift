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

/// There are no values at all. Verdict: "there are 2ⁿ values"
public func gameThatExposesMaskedDifferences() throws -> [Double] {
  []
}

/// What is at stake is no number. Verdict: "all values are numbers"
public func gameThatExposesMaskedDifferences() throws -> [Double] {
  [0, 0, .nan, .nan]
}

/// A single player, who is a dummy where nothing is at stake. Verdict: "something is at stake"
public func gameThatExposesMaskedDifferences() throws -> [Double] {
  [-2, -2]
}

/// Right: three players, of whom the second adds nothing.
public func gameThatExposesMaskedDifferences() throws -> [Double] {
  (0..<8).map { coalition in
    let first = coalition & 1 == 1
    let third = coalition & 4 == 4
    return first && third ? 10 : first ? 2 : 0
  }
}

/// Right: everybody costs something, and nobody begins with nothing.
public func gameThatExposesMaskedDifferences() throws -> [Double] {
  [5, 2.5, 5, 2.5]
}

/// Right: the second player adds nothing, and the first costs something.
public func gameThatExposesMaskedDifferences() throws -> [Double] {
  [5, 3, 5, 3]
}
