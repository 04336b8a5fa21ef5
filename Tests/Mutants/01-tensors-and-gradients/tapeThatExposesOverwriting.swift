/// No value is taken twice. Verdict: "some value is taken twice"
public func tapeThatExposesOverwriting() throws -> [Step] {
  [Step(.input), Step(.input), Step(.add, of: 0, 1)]
}

/// A value is taken twice, but once for nothing. Verdict: "has to lead to the last step both times"
public func tapeThatExposesOverwriting() throws -> [Step] {
  [Step(.input), Step(.relu, of: 0), Step(.sum, of: 0)]
}

/// Right: x times itself.
public func tapeThatExposesOverwriting() throws -> [Step] {
  [Step(.input), Step(.multiply, of: 0, 0)]
}

/// Right: x + relu(x) of two inputs, of which one is not used, and a sum at the end.
public func tapeThatExposesOverwriting() throws -> [Step] {
  var tape = [Step(.input), Step(.input)]
  tape.append(Step(.relu, of: 1))
  tape.append(Step(.add, of: 2, 1))
  tape.append(Step(.sum, of: 3))
  return tape
}

/// Right: a matrix product of a number with itself.
public func tapeThatExposesOverwriting() throws -> [Step] {
  [Step(.input), Step(.matmul, of: 0, 0), Step(.sum, of: 1)]
}

/// Right: relu(x) · x + relu(x), in which two values are taken twice.
public func tapeThatExposesOverwriting() throws -> [Step] {
  let x = Step(.input)
  return [x, Step(.relu, of: 0), Step(.multiply, of: 1, 0), Step(.add, of: 2, 1)]
}
