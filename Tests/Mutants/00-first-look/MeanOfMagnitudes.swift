// The magnitudes are averaged. Verdict: "the mean of the magnitudes"
import Tensors

/// Returns how strongly a score depends on each pixel.
public func heat(from gradient: Tensor) throws -> Tensor {
  gradient.abs().mean(along: 0)
}
