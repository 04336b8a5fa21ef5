// The largest value is taken, not the largest magnitude. Verdict: "with its sign kept"
import Tensors

/// Returns how strongly a score depends on each pixel.
public func heat(from gradient: Tensor) throws -> Tensor {
  gradient.max(along: 0)
}
