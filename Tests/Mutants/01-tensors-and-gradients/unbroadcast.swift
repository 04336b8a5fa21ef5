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
