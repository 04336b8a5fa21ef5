// The axis of the channels stays. Verdict: "the axis of the channels still there"
import Tensors

/// Returns how strongly a score depends on each pixel.
public func heat(from gradient: Tensor) throws -> Tensor {
  gradient.abs().max(along: 0, keepingAxes: true)
}
