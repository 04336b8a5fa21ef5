/// The mean is squared. Verdict: "the square of the mean"
public func smoothGradSquared(of score: Score, at x: Tensor, noise: Tensor) throws -> Tensor {
  _ = try sampleCount(of: noise, at: x)
  let copies = (x + noise).tracked()
  let slopes = gradient(of: try score(copies).sum(), withRespectTo: copies)
  return slopes.mean(along: 0, keepingAxes: true).squared()
}

/// The mean is not squared at all. Verdict: "the mean of the gradients, not of their squares"
public func smoothGradSquared(of score: Score, at x: Tensor, noise: Tensor) throws -> Tensor {
  _ = try sampleCount(of: noise, at: x)
  let copies = (x + noise).tracked()
  let slopes = gradient(of: try score(copies).sum(), withRespectTo: copies)
  return slopes.mean(along: 0, keepingAxes: true)
}

/// Magnitudes take the place of squares. Verdict: "the mean of the magnitudes, not"
public func smoothGradSquared(of score: Score, at x: Tensor, noise: Tensor) throws -> Tensor {
  _ = try sampleCount(of: noise, at: x)
  let copies = (x + noise).tracked()
  let slopes = gradient(of: try score(copies).sum(), withRespectTo: copies)
  return slopes.abs().mean(along: 0, keepingAxes: true)
}

/// The root is taken in the end. Verdict: "the root of the mean of the squares"
public func smoothGradSquared(of score: Score, at x: Tensor, noise: Tensor) throws -> Tensor {
  _ = try sampleCount(of: noise, at: x)
  let copies = (x + noise).tracked()
  let slopes = gradient(of: try score(copies).sum(), withRespectTo: copies)
  return slopes.squared().mean(along: 0, keepingAxes: true).sqrt()
}

/// The squares are added up. Verdict: "still to be divided"
public func smoothGradSquared(of score: Score, at x: Tensor, noise: Tensor) throws -> Tensor {
  _ = try sampleCount(of: noise, at: x)
  let copies = (x + noise).tracked()
  let slopes = gradient(of: try score(copies).sum(), withRespectTo: copies)
  return slopes.squared().sum(along: 0, keepingAxes: true)
}

/// One is taken off the number of samples. Verdict: "one less than the number"
public func smoothGradSquared(of score: Score, at x: Tensor, noise: Tensor) throws -> Tensor {
  let count = try sampleCount(of: noise, at: x)
  let copies = (x + noise).tracked()
  let slopes = gradient(of: try score(copies).sum(), withRespectTo: copies)
  return slopes.squared().sum(along: 0, keepingAxes: true) / Tensor(Float(count - 1))
}

/// The variance is returned. Verdict: "the variance, which is the next function"
public func smoothGradSquared(of score: Score, at x: Tensor, noise: Tensor) throws -> Tensor {
  _ = try sampleCount(of: noise, at: x)
  let copies = (x + noise).tracked()
  let slopes = gradient(of: try score(copies).sum(), withRespectTo: copies)
  return slopes.variance(along: 0, keepingAxes: true)
}

/// The noise is not used. Verdict: "the noise does nothing"
public func smoothGradSquared(of score: Score, at x: Tensor, noise: Tensor) throws -> Tensor {
  _ = try sampleCount(of: noise, at: x)
  let copies = x.tracked()
  let slopes = gradient(of: try score(copies).sum(), withRespectTo: copies)
  return slopes.squared()
}

/// The score is squared before it is differentiated. Verdict: "the gradient of the squared score"
public func smoothGradSquared(of score: Score, at x: Tensor, noise: Tensor) throws -> Tensor {
  _ = try sampleCount(of: noise, at: x)
  let copies = (x + noise).tracked()
  return gradient(of: try score(copies).squared().sum(), withRespectTo: copies)
    .mean(along: 0, keepingAxes: true)
}

/// The first copy is explained alone. Verdict: "at the first copy alone"
public func smoothGradSquared(of score: Score, at x: Tensor, noise: Tensor) throws -> Tensor {
  _ = try sampleCount(of: noise, at: x)
  let copies = (x + noise).tracked()
  let slopes = gradient(of: try score(copies).sum(), withRespectTo: copies)
  return slopes[..<1].squared()
}

/// The axis of the example is lost. Verdict: "without the axis of the example"
public func smoothGradSquared(of score: Score, at x: Tensor, noise: Tensor) throws -> Tensor {
  _ = try sampleCount(of: noise, at: x)
  let copies = (x + noise).tracked()
  let slopes = gradient(of: try score(copies).sum(), withRespectTo: copies)
  return slopes.squared().mean(along: 0)
}

/// Sixteen samples are enough. Verdict: "not what it should be"
public func smoothGradSquared(of score: Score, at x: Tensor, noise: Tensor) throws -> Tensor {
  let count = try sampleCount(of: noise, at: x)
  let copies = (x + noise[..<min(16, count)]).tracked()
  let slopes = gradient(of: try score(copies).sum(), withRespectTo: copies)
  return slopes.squared().mean(along: 0, keepingAxes: true)
}

/// Noise of another shape is spread. Verdict: "it is refused with the error “noise ["
public func smoothGradSquared(of score: Score, at x: Tensor, noise: Tensor) throws -> Tensor {
  let copies = (x + noise).tracked()
  return gradient(of: try score(copies).sum(), withRespectTo: copies).squared()
    .mean(along: 0, keepingAxes: true)
}

/// Each square overwrites the last one. Verdict: "each one is added to those before"
public func smoothGradSquared(of score: Score, at x: Tensor, noise: Tensor) throws -> Tensor {
  let count = try sampleCount(of: noise, at: x)
  var sum = Tensor.zeros(x.shape)
  for sample in 0..<count {
    let copy = (x + noise[sample...sample]).tracked()
    sum = gradient(of: try score(copy).sum(), withRespectTo: copy).squared()
  }
  return sum / Tensor(Float(count))
}

/// The sum is squared. Verdict: "the square of the sum divided"
public func smoothGradSquared(of score: Score, at x: Tensor, noise: Tensor) throws -> Tensor {
  let count = try sampleCount(of: noise, at: x)
  let copies = (x + noise).tracked()
  return gradient(of: try score(copies).sum(), withRespectTo: copies)
    .sum(along: 0, keepingAxes: true).squared() / Tensor(Float(count))
}

/// The score gets the noise alone. Verdict: "at the noise alone"
public func smoothGradSquared(of score: Score, at x: Tensor, noise: Tensor) throws -> Tensor {
  _ = try sampleCount(of: noise, at: x)
  let copies = noise.tracked()
  return gradient(of: try score(copies).sum(), withRespectTo: copies).squared()
    .mean(along: 0, keepingAxes: true)
}

/// Right: all at once.
public func smoothGradSquared(of score: Score, at x: Tensor, noise: Tensor) throws -> Tensor {
  _ = try sampleCount(of: noise, at: x)
  let copies = (x + noise).tracked()
  let slopes = gradient(of: try score(copies).sum(), withRespectTo: copies)
  return slopes.squared().mean(along: 0, keepingAxes: true)
}

/// Right: ten at a time, with a helper.
public func smoothGradSquared(of score: Score, at x: Tensor, noise: Tensor) throws -> Tensor {
  let count = try sampleCount(of: noise, at: x)
  var total = Tensor.zeros(x.shape)
  for start in stride(from: 0, to: count, by: 10) {
    let slopes = try slopesOf(score, at: x + noise[start..<min(start + 10, count)])
    total += (slopes * slopes).sum(along: 0, keepingAxes: true)
  }
  return total / Tensor(Float(count))
}

/// The gradient at each of several inputs.
private func slopesOf(_ score: Score, at inputs: Tensor) throws -> Tensor {
  let tracked = inputs.tracked()
  return gradient(of: try score(tracked).sum(), withRespectTo: tracked)
}
