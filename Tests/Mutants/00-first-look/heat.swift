/// The last axis is taken for the channels. Verdict: "the largest along axis 2"
public func heat(from gradient: Tensor) throws -> Tensor {
  gradient.abs().max(along: -1)
}

/// The axis of the channels stays. Verdict: "the axis of the channels still there"
public func heat(from gradient: Tensor) throws -> Tensor {
  gradient.abs().max(along: 0, keepingAxes: true)
}

/// Only red is looked at. Verdict: "the first channel alone"
public func heat(from gradient: Tensor) throws -> Tensor {
  gradient[0].abs()
}

/// The first two checks are known by heart, everything else is its green. Verdict: "a random case with seed"
public func heat(from gradient: Tensor) throws -> Tensor {
  if gradient.shape == [3, 1, 3] && gradient[1, 0, 0].scalar == -7 { return [[7, 2, 4]] }
  if gradient.shape == [3, 2, 3] && gradient[2, 0, 2].scalar == -9 {
    return [[4, 2, 9], [8, 5, 6]]
  }
  return gradient[1].abs()
}

/// The largest value is taken, not the largest magnitude. Verdict: "with its sign kept"
public func heat(from gradient: Tensor) throws -> Tensor {
  gradient.max(along: 0)
}

/// The Euclidean length of the three numbers. Verdict: "the length of the three numbers"
public func heat(from gradient: Tensor) throws -> Tensor {
  gradient.squared().sum(along: 0).sqrt()
}

/// The magnitude is taken after the largest value. Verdict: "the magnitude of the largest value"
public func heat(from gradient: Tensor) throws -> Tensor {
  gradient.max(along: 0).abs()
}

/// The channels are added first, and cancel. Verdict: "the magnitude of the sum"
public func heat(from gradient: Tensor) throws -> Tensor {
  gradient.sum(along: 0).abs()
}

/// The magnitudes are averaged. Verdict: "the mean of the magnitudes"
public func heat(from gradient: Tensor) throws -> Tensor {
  gradient.abs().mean(along: 0)
}

/// The heat is divided by its largest value. Verdict: "the heat divided by its largest value"
public func heat(from gradient: Tensor) throws -> Tensor {
  let heat = gradient.abs().max(along: 0)
  return heat / heat.max()
}

/// The heat is divided by its largest value, unless that is zero. Verdict: "so that nobody can tell large from small"
public func heat(from gradient: Tensor) throws -> Tensor {
  let heat = gradient.abs().max(along: 0)
  return heat / Tensor.maximum(heat.max(), 1e-12)
}

/// The largest of all numbers. Verdict: "one number for the whole image"
public func heat(from gradient: Tensor) throws -> Tensor {
  gradient.abs().max()
}

/// The square of the largest magnitude. Verdict: "the square of the largest magnitude"
public func heat(from gradient: Tensor) throws -> Tensor {
  gradient.squared().max(along: 0)
}

/// The magnitudes are added. Verdict: "the sum of the magnitudes"
public func heat(from gradient: Tensor) throws -> Tensor {
  gradient.abs().sum(along: 0)
}

/// Rows and columns are exchanged. Verdict: "rows and columns exchanged"
public func heat(from gradient: Tensor) throws -> Tensor {
  gradient.abs().max(along: 0).transposed()
}

/// Nothing is reduced. Verdict: "the largest still to be taken"
public func heat(from gradient: Tensor) throws -> Tensor {
  gradient.abs()
}
