/// No value is taken twice. Verdict: "some value is taken twice"
public func tapeThatExposesOverwriting() throws -> [Step] {
  [Step(.input), Step(.input), Step(.add, of: 0, 1)]
}

/// A value is taken twice, but once for nothing. Verdict: "has to lead to the last step both times"
public func tapeThatExposesOverwriting() throws -> [Step] {
  [Step(.input), Step(.relu, of: 0), Step(.sum, of: 0)]
}
