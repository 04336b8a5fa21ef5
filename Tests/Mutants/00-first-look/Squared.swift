// The square of the largest magnitude. Verdict: "the square of the largest magnitude"
import Tensors

/// Returns how strongly a score depends on each pixel.
public func heat(from gradient: Tensor) throws -> Tensor {
  gradient.squared().max(along: 0)
}
