/// The columns have nothing to do with each other. Verdict: "the others can do without column"
public func tableWhereLeaveOneOutIsBlind() throws -> Tensor {
  [[1, 0], [0, 1], [-1, 0], [0, -1]]
}

/// Nothing varies, so nothing is needed. Verdict: "the loss grows when some column is reordered"
public func tableWhereLeaveOneOutIsBlind() throws -> Tensor {
  [[1, 1], [1, 1], [1, 1]]
}

/// All numbers are 0. Verdict: "the loss grows when some column is reordered"
public func tableWhereLeaveOneOutIsBlind() throws -> Tensor {
  Tensor.zeros([4, 2])
}

/// One of the columns has none that repeats it. Verdict: "the others can do without column 2"
public func tableWhereLeaveOneOutIsBlind() throws -> Tensor {
  [[1, 1, 0], [2, 2, 5], [-3, -3, 1], [4, 4, -2]]
}

/// There are as many columns as rows. Verdict: "more rows than columns"
public func tableWhereLeaveOneOutIsBlind() throws -> Tensor {
  [[1, 2], [3, 5]]
}

/// It is a list. Verdict: "more rows than columns"
public func tableWhereLeaveOneOutIsBlind() throws -> Tensor {
  [1, 2, 3]
}

/// There is one column only. Verdict: "more rows than columns"
public func tableWhereLeaveOneOutIsBlind() throws -> Tensor {
  [[1], [2], [3]]
}

/// The columns go together, but do not repeat each other. Verdict: "the others can do without column"
public func tableWhereLeaveOneOutIsBlind() throws -> Tensor {
  [[1, 1], [2, 2.5], [-3, -2], [4, 3]]
}

/// A number is missing. Verdict: "all numbers are finite"
public func tableWhereLeaveOneOutIsBlind() throws -> Tensor {
  Tensor([1, 1, 2, 2, .nan, .nan, 4, 4], shape: [4, 2])
}

/// Right: three columns, each the sum or the difference of the others.
public func tableWhereLeaveOneOutIsBlind() throws -> Tensor {
  [[1, 2, 3], [2, -1, 1], [0, 4, 4], [5, 5, 10], [-2, 3, 1]]
}

/// Right: a copy in other units, turned round.
public func tableWhereLeaveOneOutIsBlind() throws -> Tensor {
  [[1, -20], [2, -40], [3, -60], [5, -100]]
}
