import Tensors

/// Returns how alike the directions of two tensors are: 1 the same, 0 nothing to do with one
/// another, −1 opposite.
///
///     cos(a, b) = a · b / (|a| |b|)
///
/// - Parameters:
///   - a: Numbers in any shape.
///   - b: As many, in the same shape.
/// - Returns: The cosine of the angle between them; 0 where one of them is zero everywhere and has no
///   direction.
public func cosine(_ a: Tensor, _ b: Tensor) -> Double {
  precondition(a.shape == b.shape, "cosine: \(a.shape) and \(b.shape) are not of one shape")
  // Each is brought to a length of about 1 first, since squares of small gradients vanish.
  let (largest, other) = (a.abs().max().scalar, b.abs().max().scalar)
  guard largest > 0, other > 0 else { return 0 }
  let (a, b) = (a / Tensor(largest), b / Tensor(other))
  return Double(((a * b).sum() / (a.squared().sum() * b.squared().sum()).sqrt()).scalar)
}
