/// It is x times w. Verdict: "in proportion to x · w"
public func box(
  _ relevance: Tensor, _ parameters: Parameters, at x: Tensor, low: Float, high: Float
) throws -> Tensor {
  guard low < high, x.scalars.allSatisfy({ low <= $0 && $0 <= high }) else {
    throw UnusableRule.box(low, high)
  }
  var (whole, rising, falling) = (parameters, parameters, parameters)
  rising.weight = parameters.weight.relu()
  falling.weight = -(-parameters.weight).relu()
  (whole.bias, rising.bias, falling.bias) = (0 * whole.bias, 0 * whole.bias, 0 * whole.bias)
  let pixels = Tensor.stacked(
    [x, .init(repeating: low, shape: x.shape), .init(repeating: high, shape: x.shape)], along: 0)
  return try redistribute(
    relevance, through: { whole($0[0]) + 0 * rising($0[1]) }, at: pixels, epsilon: 0
  ).sum(along: 0)
}

/// The corner is the one that gives the most. Verdict: "that corner gives the most"
public func box(
  _ relevance: Tensor, _ parameters: Parameters, at x: Tensor, low: Float, high: Float
) throws -> Tensor {
  guard low < high, x.scalars.allSatisfy({ low <= $0 && $0 <= high }) else {
    throw UnusableRule.box(low, high)
  }
  var (whole, rising, falling) = (parameters, parameters, parameters)
  rising.weight = parameters.weight.relu()
  falling.weight = -(-parameters.weight).relu()
  (whole.bias, rising.bias, falling.bias) = (0 * whole.bias, 0 * whole.bias, 0 * whole.bias)
  let pixels = Tensor.stacked(
    [x, .init(repeating: high, shape: x.shape), .init(repeating: low, shape: x.shape)], along: 0)
  return try redistribute(
    relevance, through: { whole($0[0]) - rising($0[1]) - falling($0[2]) }, at: pixels, epsilon: 0
  ).sum(along: 0)
}

/// Every pixel is measured from the darkest value. Verdict: "the darkest value for every weight"
public func box(
  _ relevance: Tensor, _ parameters: Parameters, at x: Tensor, low: Float, high: Float
) throws -> Tensor {
  guard low < high, x.scalars.allSatisfy({ low <= $0 && $0 <= high }) else {
    throw UnusableRule.box(low, high)
  }
  var (whole, rising, falling) = (parameters, parameters, parameters)
  rising.weight = parameters.weight.relu()
  falling.weight = -(-parameters.weight).relu()
  (whole.bias, rising.bias, falling.bias) = (0 * whole.bias, 0 * whole.bias, 0 * whole.bias)
  let pixels = Tensor.stacked(
    [x, .init(repeating: low, shape: x.shape), .init(repeating: low, shape: x.shape)], along: 0)
  return try redistribute(
    relevance, through: { whole($0[0]) - rising($0[1]) - falling($0[2]) }, at: pixels, epsilon: 0
  ).sum(along: 0)
}

/// Every pixel is measured from the brightest value. Verdict: "the brightest value for every weight"
public func box(
  _ relevance: Tensor, _ parameters: Parameters, at x: Tensor, low: Float, high: Float
) throws -> Tensor {
  guard low < high, x.scalars.allSatisfy({ low <= $0 && $0 <= high }) else {
    throw UnusableRule.box(low, high)
  }
  var (whole, rising, falling) = (parameters, parameters, parameters)
  rising.weight = parameters.weight.relu()
  falling.weight = -(-parameters.weight).relu()
  (whole.bias, rising.bias, falling.bias) = (0 * whole.bias, 0 * whole.bias, 0 * whole.bias)
  let pixels = Tensor.stacked(
    [x, .init(repeating: high, shape: x.shape), .init(repeating: high, shape: x.shape)], along: 0)
  return try redistribute(
    relevance, through: { whole($0[0]) - rising($0[1]) - falling($0[2]) }, at: pixels, epsilon: 0
  ).sum(along: 0)
}

/// The bias stays in the sum. Verdict: "the bias in the sum"
public func box(
  _ relevance: Tensor, _ parameters: Parameters, at x: Tensor, low: Float, high: Float
) throws -> Tensor {
  guard low < high, x.scalars.allSatisfy({ low <= $0 && $0 <= high }) else {
    throw UnusableRule.box(low, high)
  }
  var (whole, rising, falling) = (parameters, parameters, parameters)
  rising.weight = parameters.weight.relu()
  falling.weight = -(-parameters.weight).relu()
  (whole.bias, rising.bias, falling.bias) = (whole.bias, 0 * whole.bias, 0 * whole.bias)
  let pixels = Tensor.stacked(
    [x, .init(repeating: low, shape: x.shape), .init(repeating: high, shape: x.shape)], along: 0)
  return try redistribute(
    relevance, through: { whole($0[0]) - rising($0[1]) - falling($0[2]) }, at: pixels, epsilon: 0
  ).sum(along: 0)
}

/// The corner is added. Verdict: "the corner added"
public func box(
  _ relevance: Tensor, _ parameters: Parameters, at x: Tensor, low: Float, high: Float
) throws -> Tensor {
  guard low < high, x.scalars.allSatisfy({ low <= $0 && $0 <= high }) else {
    throw UnusableRule.box(low, high)
  }
  var (whole, rising, falling) = (parameters, parameters, parameters)
  rising.weight = parameters.weight.relu()
  falling.weight = -(-parameters.weight).relu()
  (whole.bias, rising.bias, falling.bias) = (0 * whole.bias, 0 * whole.bias, 0 * whole.bias)
  let pixels = Tensor.stacked(
    [x, .init(repeating: low, shape: x.shape), .init(repeating: high, shape: x.shape)], along: 0)
  return try redistribute(
    relevance, through: { whole($0[0]) + rising($0[1]) + falling($0[2]) }, at: pixels, epsilon: 0
  ).sum(along: 0)
}

/// The minus signs are applied again. Verdict: "the minus is in them already"
public func box(
  _ relevance: Tensor, _ parameters: Parameters, at x: Tensor, low: Float, high: Float
) throws -> Tensor {
  guard low < high, x.scalars.allSatisfy({ low <= $0 && $0 <= high }) else {
    throw UnusableRule.box(low, high)
  }
  var (whole, rising, falling) = (parameters, parameters, parameters)
  rising.weight = parameters.weight.relu()
  falling.weight = -(-parameters.weight).relu()
  (whole.bias, rising.bias, falling.bias) = (0 * whole.bias, 0 * whole.bias, 0 * whole.bias)
  let pixels = Tensor.stacked(
    [x, .init(repeating: low, shape: x.shape), .init(repeating: high, shape: x.shape)], along: 0)
  return try
    (redistribute(
      relevance, through: { whole($0[0]) - rising($0[1]) - falling($0[2]) }, at: pixels, epsilon: 0
    ) * Tensor([1, -1, -1]).reshaped(to: [3] + [Int](repeating: 1, count: x.rank))).sum(along: 0)
}

/// The corner's parts are left behind. Verdict: "the corner's parts belong to it"
public func box(
  _ relevance: Tensor, _ parameters: Parameters, at x: Tensor, low: Float, high: Float
) throws -> Tensor {
  guard low < high, x.scalars.allSatisfy({ low <= $0 && $0 <= high }) else {
    throw UnusableRule.box(low, high)
  }
  var (whole, rising, falling) = (parameters, parameters, parameters)
  rising.weight = parameters.weight.relu()
  falling.weight = -(-parameters.weight).relu()
  (whole.bias, rising.bias, falling.bias) = (0 * whole.bias, 0 * whole.bias, 0 * whole.bias)
  let pixels = Tensor.stacked(
    [x, .init(repeating: low, shape: x.shape), .init(repeating: high, shape: x.shape)], along: 0)
  return try redistribute(
    relevance, through: { whole($0[0]) - rising($0[1]) - falling($0[2]) }, at: pixels, epsilon: 0
  )[0]
}

/// Pixels may lie outside. Verdict: "it is refused with the error"
public func box(
  _ relevance: Tensor, _ parameters: Parameters, at x: Tensor, low: Float, high: Float
) throws -> Tensor {
  guard low < high else {
    throw UnusableRule.box(low, high)
  }
  var (whole, rising, falling) = (parameters, parameters, parameters)
  rising.weight = parameters.weight.relu()
  falling.weight = -(-parameters.weight).relu()
  (whole.bias, rising.bias, falling.bias) = (0 * whole.bias, 0 * whole.bias, 0 * whole.bias)
  let pixels = Tensor.stacked(
    [x, .init(repeating: low, shape: x.shape), .init(repeating: high, shape: x.shape)], along: 0)
  return try redistribute(
    relevance, through: { whole($0[0]) - rising($0[1]) - falling($0[2]) }, at: pixels, epsilon: 0
  ).sum(along: 0)
}

/// NaN goes. Verdict: "it is refused with the error"
public func box(
  _ relevance: Tensor, _ parameters: Parameters, at x: Tensor, low: Float, high: Float
) throws -> Tensor {
  guard low < high, !x.scalars.contains(where: { $0 < low || high < $0 }) else {
    throw UnusableRule.box(low, high)
  }
  var (whole, rising, falling) = (parameters, parameters, parameters)
  rising.weight = parameters.weight.relu()
  falling.weight = -(-parameters.weight).relu()
  (whole.bias, rising.bias, falling.bias) = (0 * whole.bias, 0 * whole.bias, 0 * whole.bias)
  let pixels = Tensor.stacked(
    [x, .init(repeating: low, shape: x.shape), .init(repeating: high, shape: x.shape)], along: 0)
  return try redistribute(
    relevance, through: { whole($0[0]) - rising($0[1]) - falling($0[2]) }, at: pixels, epsilon: 0
  ).sum(along: 0)
}

/// A box of nothing goes. Verdict: "it is refused with the error"
public func box(
  _ relevance: Tensor, _ parameters: Parameters, at x: Tensor, low: Float, high: Float
) throws -> Tensor {
  guard low <= high, x.scalars.allSatisfy({ low <= $0 && $0 <= high }) else {
    throw UnusableRule.box(low, high)
  }
  var (whole, rising, falling) = (parameters, parameters, parameters)
  rising.weight = parameters.weight.relu()
  falling.weight = -(-parameters.weight).relu()
  (whole.bias, rising.bias, falling.bias) = (0 * whole.bias, 0 * whole.bias, 0 * whole.bias)
  let pixels = Tensor.stacked(
    [x, .init(repeating: low, shape: x.shape), .init(repeating: high, shape: x.shape)], along: 0)
  return try redistribute(
    relevance, through: { whole($0[0]) - rising($0[1]) - falling($0[2]) }, at: pixels, epsilon: 0
  ).sum(along: 0)
}

/// Clipped weights know no box. Verdict: "which knows no box"
public func box(
  _ relevance: Tensor, _ parameters: Parameters, at x: Tensor, low: Float, high: Float
) throws -> Tensor {
  guard low < high, x.scalars.allSatisfy({ low <= $0 && $0 <= high }) else {
    throw UnusableRule.box(low, high)
  }
  return try alphaBeta(relevance, parameters, at: x, alpha: 1, beta: 0)
}

/// Right: two shifted inputs, for the two signs of weights.
public func box(
  _ relevance: Tensor, _ parameters: Parameters, at x: Tensor, low: Float, high: Float
) throws -> Tensor {
  for pixel in x.scalars where !(pixel >= low && pixel <= high) {
    throw UnusableRule.box(low, high)
  }
  if !(low < high) { throw UnusableRule.box(low, high) }
  var (positive, negative) = (parameters, parameters)
  positive.weight = parameters.weight.relu()
  negative.weight = parameters.weight - parameters.weight.relu()
  positive.bias = .zeros(parameters.bias.shape)
  negative.bias = .zeros(parameters.bias.shape)
  let (up, down) = (x - Tensor(low), x - Tensor(high))
  let one = valueWithPullback(of: { positive($0) }, at: up)
  let two = valueWithPullback(of: { negative($0) }, at: down)
  let sum = one.value + two.value
  guard sum.shape == relevance.shape else {
    throw UnusableRule.shape(relevance.shape, output: sum.shape)
  }
  // Sums of nothing but rounding count as zero.
  let s = (relevance / sum).replacing(with: 0, where: sum .<= 1e-12)
  return up * one.pullback(s) + down * two.pullback(s)
}
