/// One is taken off the number of samples. Verdict: "one less than the number"
public func varGrad(of score: Score, at x: Tensor, noise: Tensor) throws -> Tensor {
  let count = try sampleCount(of: noise, at: x)
  let copies = (x + noise).tracked()
  let slopes = gradient(of: try score(copies).sum(), withRespectTo: copies)
  let distances = slopes - slopes.mean(along: 0, keepingAxes: true)
  return distances.squared().sum(along: 0, keepingAxes: true) / Tensor(Float(max(count - 1, 1)))
}

/// The root is taken in the end. Verdict: "the standard deviation"
public func varGrad(of score: Score, at x: Tensor, noise: Tensor) throws -> Tensor {
  _ = try sampleCount(of: noise, at: x)
  let copies = (x + noise).tracked()
  let slopes = gradient(of: try score(copies).sum(), withRespectTo: copies)
  return slopes.variance(along: 0, keepingAxes: true).sqrt()
}

/// The mean is not taken off. Verdict: "the mean is still in it"
public func varGrad(of score: Score, at x: Tensor, noise: Tensor) throws -> Tensor {
  _ = try sampleCount(of: noise, at: x)
  let copies = (x + noise).tracked()
  let slopes = gradient(of: try score(copies).sum(), withRespectTo: copies)
  return slopes.squared().mean(along: 0, keepingAxes: true)
}

/// Distances are from the gradient at x. Verdict: "it is from their mean"
public func varGrad(of score: Score, at x: Tensor, noise: Tensor) throws -> Tensor {
  _ = try sampleCount(of: noise, at: x)
  let copies = (x + noise).tracked()
  let slopes = gradient(of: try score(copies).sum(), withRespectTo: copies)
  let middle = x.tracked()
  let slope = gradient(of: try score(middle).sum(), withRespectTo: middle)
  return (slopes - slope).squared().mean(along: 0, keepingAxes: true)
}

/// The squares are added up. Verdict: "still to be divided"
public func varGrad(of score: Score, at x: Tensor, noise: Tensor) throws -> Tensor {
  _ = try sampleCount(of: noise, at: x)
  let copies = (x + noise).tracked()
  let slopes = gradient(of: try score(copies).sum(), withRespectTo: copies)
  return (slopes - slopes.mean(along: 0, keepingAxes: true)).squared()
    .sum(along: 0, keepingAxes: true)
}

/// Magnitudes are taken first. Verdict: "the variance of the magnitudes"
public func varGrad(of score: Score, at x: Tensor, noise: Tensor) throws -> Tensor {
  _ = try sampleCount(of: noise, at: x)
  let copies = (x + noise).tracked()
  let slopes = gradient(of: try score(copies).sum(), withRespectTo: copies)
  return slopes.abs().variance(along: 0, keepingAxes: true)
}

/// The mean is taken off without its square. Verdict: "which is still to be squared"
public func varGrad(of score: Score, at x: Tensor, noise: Tensor) throws -> Tensor {
  _ = try sampleCount(of: noise, at: x)
  let copies = (x + noise).tracked()
  let slopes = gradient(of: try score(copies).sum(), withRespectTo: copies)
  return slopes.squared().mean(along: 0, keepingAxes: true)
    - slopes.mean(along: 0, keepingAxes: true)
}

/// The difference is the wrong way round. Verdict: "the wrong way round"
public func varGrad(of score: Score, at x: Tensor, noise: Tensor) throws -> Tensor {
  _ = try sampleCount(of: noise, at: x)
  let copies = (x + noise).tracked()
  let slopes = gradient(of: try score(copies).sum(), withRespectTo: copies)
  return slopes.mean(along: 0, keepingAxes: true).squared()
    - slopes.squared().mean(along: 0, keepingAxes: true)
}

/// Magnitudes take the place of squares. Verdict: "not its square"
public func varGrad(of score: Score, at x: Tensor, noise: Tensor) throws -> Tensor {
  _ = try sampleCount(of: noise, at: x)
  let copies = (x + noise).tracked()
  let slopes = gradient(of: try score(copies).sum(), withRespectTo: copies)
  return (slopes - slopes.mean(along: 0, keepingAxes: true)).abs()
    .mean(along: 0, keepingAxes: true)
}

/// The noise itself is looked at. Verdict: "the variance of the noise"
public func varGrad(of score: Score, at x: Tensor, noise: Tensor) throws -> Tensor {
  _ = try sampleCount(of: noise, at: x)
  return noise.variance(along: 0, keepingAxes: true)
}

/// The axis of the example is lost. Verdict: "without the axis of the example"
public func varGrad(of score: Score, at x: Tensor, noise: Tensor) throws -> Tensor {
  _ = try sampleCount(of: noise, at: x)
  let copies = (x + noise).tracked()
  let slopes = gradient(of: try score(copies).sum(), withRespectTo: copies)
  return slopes.variance(along: 0)
}

/// The variance is taken over the numbers of each copy. Verdict: "it is over the copies"
public func varGrad(of score: Score, at x: Tensor, noise: Tensor) throws -> Tensor {
  _ = try sampleCount(of: noise, at: x)
  let copies = (x + noise).tracked()
  let slopes = gradient(of: try score(copies).sum(), withRespectTo: copies)
  return slopes.variance(along: slopes.rank - 1, keepingAxes: true)
    .mean(along: 0, keepingAxes: true) + 0 * x
}

/// Noise of another shape is spread. Verdict: "it is refused with the error “noise ["
public func varGrad(of score: Score, at x: Tensor, noise: Tensor) throws -> Tensor {
  let copies = (x + noise).tracked()
  return gradient(of: try score(copies).sum(), withRespectTo: copies)
    .variance(along: 0, keepingAxes: true)
}

/// The square of the sum is taken off. Verdict: "divide before you square"
public func varGrad(of score: Score, at x: Tensor, noise: Tensor) throws -> Tensor {
  let count = try sampleCount(of: noise, at: x)
  var (sum, squares) = (Tensor.zeros(x.shape), Tensor.zeros(x.shape))
  for sample in 0..<count {
    let copy = (x + noise[sample...sample]).tracked()
    let slope = gradient(of: try score(copy).sum(), withRespectTo: copy)
    sum += slope
    squares += slope.squared()
  }
  return (squares - sum.squared()) / Tensor(Float(count))
}

/// The copies get no noise. Verdict: "0 everywhere: the noise does nothing"
public func varGrad(of score: Score, at x: Tensor, noise: Tensor) throws -> Tensor {
  _ = try sampleCount(of: noise, at: x)
  let copies = (x + 0 * noise).tracked()
  return gradient(of: try score(copies).sum(), withRespectTo: copies)
    .variance(along: 0, keepingAxes: true)
}

/// Right: the mean of the squares minus the square of the mean, in one pass.
public func varGrad(of score: Score, at x: Tensor, noise: Tensor) throws -> Tensor {
  let count = try sampleCount(of: noise, at: x)
  var sum = Tensor.zeros(x.shape)
  var squares = Tensor.zeros(x.shape)
  for sample in 0..<count {
    let copy = (x + noise[sample...sample]).tracked()
    let slope = gradient(of: try score(copy).sum(), withRespectTo: copy)
    sum += slope
    squares += slope.squared()
  }
  let mean = sum / Tensor(Float(count))
  return squares / Tensor(Float(count)) - mean.squared()
}

/// Right: by the functions before, which costs the gradients twice.
public func varGrad(of score: Score, at x: Tensor, noise: Tensor) throws -> Tensor {
  let mean = try smoothGrad(of: score, at: x, noise: noise, chunk: 16)
  return try smoothGradSquared(of: score, at: x, noise: noise) - mean.squared()
}

/// Right: by Welford, sample by sample.
public func varGrad(of score: Score, at x: Tensor, noise: Tensor) throws -> Tensor {
  let count = try sampleCount(of: noise, at: x)
  var mean = Tensor.zeros(x.shape)
  var total = Tensor.zeros(x.shape)
  for sample in 0..<count {
    let copy = (noise[sample...sample] + x).tracked()
    let slope = gradient(of: try score(copy)[0], withRespectTo: copy)
    let distance = slope - mean
    mean += distance / Tensor(Float(sample + 1))
    total += distance * (slope - mean)
  }
  return total / Tensor(Float(count))
}

/// Right: all at once, with the operator.
public func varGrad(of score: Score, at x: Tensor, noise: Tensor) throws -> Tensor {
  _ = try sampleCount(of: noise, at: x)
  let copies = (x + noise).tracked()
  let slopes = gradient(of: try score(copies).sum(), withRespectTo: copies)
  return slopes.variance(along: 0, keepingAxes: true)
}
