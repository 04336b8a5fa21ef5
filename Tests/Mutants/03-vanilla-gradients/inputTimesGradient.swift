/// The gradient is not multiplied by the input. Verdict: "the gradient alone"
public func inputTimesGradient(of score: Score, at x: Tensor) throws -> Tensor {
  try gradientMap(of: score, at: x)
}

/// The input is multiplied by the magnitude of the gradient. Verdict: "the input times the magnitude of the gradient"
public func inputTimesGradient(of score: Score, at x: Tensor) throws -> Tensor {
  x * (try gradientMap(of: score, at: x)).abs()
}

/// The products are added up. Verdict: "the product added up over the input"
public func inputTimesGradient(of score: Score, at x: Tensor) throws -> Tensor {
  (x * (try gradientMap(of: score, at: x))).sum(along: -1)
}

/// The product loses its sign. Verdict: "the magnitude of the product"
public func inputTimesGradient(of score: Score, at x: Tensor) throws -> Tensor {
  (x * (try gradientMap(of: score, at: x))).abs()
}

/// The product of input and score is differentiated. Verdict: "the product rule"
public func inputTimesGradient(of score: Score, at x: Tensor) throws -> Tensor {
  let tracked = x.tracked()
  let scores = try score(tracked).reshaped(to: [x.shape[0]] + x.shape.dropFirst().map { _ in 1 })
  return gradient(of: (tracked * scores).sum(), withRespectTo: tracked)
}

/// The distance from the mean of the input is multiplied. Verdict: "the input minus its mean"
public func inputTimesGradient(of score: Score, at x: Tensor) throws -> Tensor {
  (x - x.mean()) * (try gradientMap(of: score, at: x))
}

/// A brighter input is brought to length 1 first. Verdict: "the input divided by its largest magnitude"
public func inputTimesGradient(of score: Score, at x: Tensor) throws -> Tensor {
  x / x.abs().max() * (try gradientMap(of: score, at: x))
}

/// The rise since zero is shared out. Verdict: "the change of the score since zero, shared out equally"
public func inputTimesGradient(of score: Score, at x: Tensor) throws -> Tensor {
  let rise = try score(x) - score(Tensor.zeros(x.shape))
  let count = x.count / x.shape[0]
  let each = rise.reshaped(to: [x.shape[0]] + x.shape.dropFirst().map { _ in 1 })
  return (each / Tensor(Float(count))).broadcast(to: x.shape)
}

/// The score is shared out. Verdict: "the score, shared out equally"
public func inputTimesGradient(of score: Score, at x: Tensor) throws -> Tensor {
  let count = x.count / x.shape[0]
  let each = try score(x).reshaped(to: [x.shape[0]] + x.shape.dropFirst().map { _ in 1 })
  return (each / Tensor(Float(count))).broadcast(to: x.shape)
}

/// The products are stretched to add up. Verdict: "stretched until it adds up to the score"
public func inputTimesGradient(of score: Score, at x: Tensor) throws -> Tensor {
  let product = x * (try gradientMap(of: score, at: x))
  let axes = Array(1..<x.rank)
  let factor = try score(x) / product.sum(along: axes)
  return product * factor.reshaped(to: [x.shape[0]] + x.shape.dropFirst().map { _ in 1 })
}

/// Right: without gradientMap(of:at:).
public func inputTimesGradient(of score: Score, at x: Tensor) throws -> Tensor {
  let input = x.tracked()
  let total = try score(input).sum()
  let slope = gradient(of: total, withRespectTo: input)
  return slope * x
}

/// Right: number by number.
public func inputTimesGradient(of score: Score, at x: Tensor) throws -> Tensor {
  let slopes = try gradientMap(of: score, at: x).scalars
  var products = x.scalars
  for index in products.indices {
    products[index] *= slopes[index]
  }
  return Tensor(products, shape: x.shape)
}

/// The slope is taken at zero. Verdict: "the gradient at zero"
public func inputTimesGradient(of score: Score, at x: Tensor) throws -> Tensor {
  try x * gradientMap(of: score, at: .zeros(x.shape))
}

/// The input is averaged over the batch. Verdict: "the input averaged over the batch"
public func inputTimesGradient(of score: Score, at x: Tensor) throws -> Tensor {
  try x.mean(along: 0, keepingAxes: true) * gradientMap(of: score, at: x)
}
