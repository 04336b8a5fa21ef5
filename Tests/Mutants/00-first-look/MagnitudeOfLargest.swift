// The magnitude is taken after the largest value. Verdict: "the magnitude of the largest value"
import Tensors

/// Returns how strongly a score depends on each pixel.
public func heat(from gradient: Tensor) throws -> Tensor {
  gradient.max(along: 0).abs()
}
