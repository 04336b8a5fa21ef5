// The Euclidean length of the three numbers. Verdict: "the length of the three numbers"
import Tensors

/// Returns how strongly a score depends on each pixel.
public func heat(from gradient: Tensor) throws -> Tensor {
  gradient.squared().sum(along: 0).sqrt()
}
