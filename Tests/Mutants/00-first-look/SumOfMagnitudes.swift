// The magnitudes are added. Verdict: "the sum of the magnitudes"
import Tensors

/// Returns how strongly a score depends on each pixel.
public func heat(from gradient: Tensor) throws -> Tensor {
  gradient.abs().sum(along: 0)
}
