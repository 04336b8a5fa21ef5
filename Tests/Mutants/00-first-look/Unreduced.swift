// Nothing is reduced. Verdict: "the largest still to be taken"
import Tensors

/// Returns how strongly a score depends on each pixel.
public func heat(from gradient: Tensor) throws -> Tensor {
  gradient.abs()
}
