// The heat is divided by its largest value. Verdict: "the heat divided by its largest value"
import Tensors

/// Returns how strongly a score depends on each pixel.
public func heat(from gradient: Tensor) throws -> Tensor {
  let heat = gradient.abs().max(along: 0)
  return heat / heat.max()
}
