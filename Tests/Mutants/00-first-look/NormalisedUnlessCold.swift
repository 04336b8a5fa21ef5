// The heat is divided by its largest value, unless that is zero. Verdict: "so that nobody can tell large from small"
import Tensors

/// Returns how strongly a score depends on each pixel.
public func heat(from gradient: Tensor) throws -> Tensor {
  let heat = gradient.abs().max(along: 0)
  return heat / Tensor.maximum(heat.max(), 1e-12)
}
