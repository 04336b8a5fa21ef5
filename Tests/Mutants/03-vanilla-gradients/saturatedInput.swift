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

/// A column in the place of a row. Verdict: "a column"
public func saturatedInput() throws -> Tensor {
  [[1], [1]]
}

/// Numbers that no computer has. Verdict: "both numbers are finite"
public func saturatedInput() throws -> Tensor {
  [[1, Tensor(Float.infinity)]]
}

/// Two inputs in the place of one. Verdict: "two examples"
public func saturatedInput() throws -> Tensor {
  [[1, 0.5], [1, 1]]
}

/// An input of three numbers. Verdict: "three numbers"
public func saturatedInput() throws -> Tensor {
  [[1, 1, 1]]
}

/// The rise itself. Verdict: "one number"
public func saturatedInput() throws -> Tensor {
  [[1]]
}

/// Right: exactly where it stops rising.
public func saturatedInput() throws -> Tensor {
  [[0.5, 0.5]]
}

/// Right: one input alone is enough, and the other may be negative.
public func saturatedInput() throws -> Tensor {
  let pair: [Float] = [3, -1]
  return Tensor(pair, shape: [1, 2])
}

/// Right: far beyond.
public func saturatedInput() throws -> Tensor {
  100 * Tensor.ones([1, 2])
}

/// Right: one input does it alone, just where the rise stops.
public func saturatedInput() throws -> Tensor {
  [[0, 1]]
}
