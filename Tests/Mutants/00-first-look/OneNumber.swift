// The largest of all numbers. Verdict: "one number for the whole image"
import Tensors

/// Returns how strongly a score depends on each pixel.
public func heat(from gradient: Tensor) throws -> Tensor {
  gradient.abs().max()
}
