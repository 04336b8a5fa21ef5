/// All noise points the same way. Verdict: "the mean of the noise is 0"
public func noiseThatExposesEarlyMagnitudes() throws -> Tensor {
  [[1], [2]]
}

/// There is no noise. Verdict: "sees a slope at 0, where there is none"
public func noiseThatExposesEarlyMagnitudes() throws -> Tensor {
  [[0], [0]]
}

/// It is a list, not a column. Verdict: "it is a column"
public func noiseThatExposesEarlyMagnitudes() throws -> Tensor {
  [1, -1]
}

/// It is a row: one sample of two numbers. Verdict: "it is a column"
public func noiseThatExposesEarlyMagnitudes() throws -> Tensor {
  [[1, -1]]
}

/// It is one sample. Verdict: "there are two samples or more"
public func noiseThatExposesEarlyMagnitudes() throws -> Tensor {
  [[0]]
}

/// The noise is infinite. Verdict: "its numbers are finite"
public func noiseThatExposesEarlyMagnitudes() throws -> Tensor {
  Tensor([.infinity, -.infinity], shape: [2, 1])
}

/// The noise is nearly balanced. Verdict: "the mean of the noise is 0"
public func noiseThatExposesEarlyMagnitudes() throws -> Tensor {
  [[1], [-1], [0.1]]
}

/// Right: three samples.
public func noiseThatExposesEarlyMagnitudes() throws -> Tensor {
  [[2], [-1], [-1]]
}

/// Right: drawn, and brought to the mean 0.
public func noiseThatExposesEarlyMagnitudes() throws -> Tensor {
  var generator = SplitMix64(seed: 3)
  let drawn = Tensor.normal(shape: [8, 1], using: &generator)
  return drawn - drawn.mean()
}

/// Right: it is small.
public func noiseThatExposesEarlyMagnitudes() throws -> Tensor {
  [[0.0001], [-0.0001]]
}
