/// The sum is positive. Verdict: "is handed on; with yours it is"
public func activationThatExposesTheUnsignedEpsilon() throws -> Tensor {
  [[2, 1]]
}

/// The sum is far below zero. Verdict: "is handed on; with yours it is"
public func activationThatExposesTheUnsignedEpsilon() throws -> Tensor {
  [[1, 20]]
}

/// The divisor is exactly zero. Verdict: "exactly 0"
public func activationThatExposesTheUnsignedEpsilon() throws -> Tensor {
  [[1, 1.5]]
}

/// A negative activation. Verdict: "not negative"
public func activationThatExposesTheUnsignedEpsilon() throws -> Tensor {
  [[-1, 0]]
}

/// A row without its batch. Verdict: "[1, 2]; yours has the shape"
public func activationThatExposesTheUnsignedEpsilon() throws -> Tensor {
  [1, 2]
}

/// Right: with a sum beyond the half on the other side.
public func activationThatExposesTheUnsignedEpsilon() throws -> Tensor {
  let sum: Float = -0.3
  return Tensor([3 + sum, 3], shape: [1, 2])
}
