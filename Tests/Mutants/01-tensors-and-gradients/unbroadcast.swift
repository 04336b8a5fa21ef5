/// Shapes are aligned in front. Verdict: "the sum along the wrong axis: shapes are aligned at the back"
public func unbroadcast(_ gradient: Tensor, to shape: [Int]) throws -> Tensor {
  // Lined up with the first axes; where that cannot be, with the last.
  var axes = Array(shape.count..<gradient.rank)
  axes += shape.indices.filter { shape[$0] == 1 }
  let sums = gradient.sum(along: axes)
  if sums.count == shape.reduce(1, *) { return sums.reshaped(to: shape) }
  let missing = gradient.rank - shape.count
  let stretched = shape.indices.filter { shape[$0] == 1 }.map { missing + $0 }
  return gradient.sum(along: Array(0..<missing) + stretched).reshaped(to: shape)
}

/// An axis of size 1 is summed away. Verdict: "without the axis of size 1"
public func unbroadcast(_ gradient: Tensor, to shape: [Int]) throws -> Tensor {
  let missing = gradient.rank - shape.count
  let stretched = shape.indices.filter { shape[$0] == 1 }.map { missing + $0 }
  return gradient.sum(along: Array(0..<missing) + stretched)
}

/// The mean is taken over the copies. Verdict: "the mean over the copies"
public func unbroadcast(_ gradient: Tensor, to shape: [Int]) throws -> Tensor {
  let missing = gradient.rank - shape.count
  let stretched = shape.indices.filter { shape[$0] == 1 }.map { missing + $0 }
  return gradient.mean(along: Array(0..<missing) + stretched).reshaped(to: shape)
}

/// The axes that stay are found by their sizes. Verdict: "a random case with seed"
public func unbroadcast(_ gradient: Tensor, to shape: [Int]) throws -> Tensor {
  var axes: [Int] = []
  var own = shape.count - 1
  for axis in gradient.shape.indices.reversed() {
    while own >= 0, shape[own] == 1 { own -= 1 }
    if own >= 0, gradient.shape[axis] == shape[own] { own -= 1 } else { axes.append(axis) }
  }
  return gradient.sum(along: axes).reshaped(to: shape)
}

/// Of several stretched axes one is summed. Verdict: "the sum along one axis only"
public func unbroadcast(_ gradient: Tensor, to shape: [Int]) throws -> Tensor {
  var result = gradient
  while result.rank > shape.count { result = result.sum(along: 0) }
  if let axis = shape.indices.last(where: { shape[$0] == 1 }) {
    result = result.sum(along: axis, keepingAxes: true)
  }
  return result
}

/// Right: an axis at a time, the missing ones first.
public func unbroadcast(_ gradient: Tensor, to shape: [Int]) throws -> Tensor {
  var result = gradient
  while result.rank > shape.count {
    result = result.sum(along: 0)
  }
  for axis in 0..<shape.count where shape[axis] == 1 && result.shape[axis] != 1 {
    result = result.sum(along: axis, keepingAxes: true)
  }
  return result
}

/// Right: each copy goes where it came from, in Double.
public func unbroadcast(_ gradient: Tensor, to shape: [Int]) throws -> Tensor {
  var sums = [Double](repeating: 0, count: shape.reduce(1, *))
  for (place, value) in gradient.scalars.enumerated() {
    var rest = place
    var target = 0
    var stride = 1
    for axis in lastToFirst(gradient.rank) {
      let index = rest % gradient.shape[axis]
      rest /= gradient.shape[axis]
      let own = axis - (gradient.rank - shape.count)
      guard own >= 0 else { continue }
      if shape[own] > 1 { target += index * stride }
      stride *= shape[own]
    }
    sums[target] += Double(value)
  }
  return Tensor(sums.map { Float($0) }, shape: shape)
}

/// The axes from the last to the first.
private func lastToFirst(_ rank: Int) -> [Int] {
  Array((0..<rank).reversed())
}

/// Right: nothing to do is done first, and a number at once.
public func unbroadcast(_ gradient: Tensor, to shape: [Int]) throws -> Tensor {
  if gradient.shape == shape { return gradient }
  if shape.isEmpty { return gradient.sum() }
  if gradient.rank > shape.count {
    return try unbroadcast(gradient.sum(along: 0), to: shape)
  }
  let axis = shape.indices.first { shape[$0] != gradient.shape[$0] } ?? 0
  return try unbroadcast(gradient.sum(along: axis, keepingAxes: true), to: shape)
}

/// Axes of size 1 are counted from the front. Verdict: "an axis of size 1 counted from the front"
public func unbroadcast(_ gradient: Tensor, to shape: [Int]) throws -> Tensor {
  let missing = gradient.rank - shape.count
  let stretched = shape.indices.filter { shape[$0] == 1 }
  let axes = Set(Array(0..<missing) + stretched).sorted()
  let sum = gradient.sum(along: axes)
  return sum.count == shape.reduce(1, *) ? sum.reshaped(to: shape) : sum
}

/// Only the axes in front are summed. Verdict: "the axis of size 1 is not summed"
public func unbroadcast(_ gradient: Tensor, to shape: [Int]) throws -> Tensor {
  gradient.sum(along: Array(0..<gradient.rank - shape.count))
}
