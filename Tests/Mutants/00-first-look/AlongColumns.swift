// The last axis is taken for the channels. Verdict: "the largest along axis 2"
import Tensors

/// Returns how strongly a score depends on each pixel.
public func heat(from gradient: Tensor) throws -> Tensor {
  gradient.abs().max(along: -1)
}
