/// The baseline itself. Verdict: "another input than (0, 0)"
public func saturatedInput() throws -> Tensor {
  [[0, 0]]
}

/// An input at which the score has fallen. Verdict: "the score is higher than at (0, 0)"
public func saturatedInput() throws -> Tensor {
  [[-1, -1]]
}

/// An input before the stop, where the gradient is still 1. Verdict: "is not saturated yet"
public func saturatedInput() throws -> Tensor {
  [[0.25, 0.5]]
}

/// A pair without the axis of the examples. Verdict: "a pair without the axis of the examples"
public func saturatedInput() throws -> Tensor {
  [1, 1]
}
