// Rows and columns are exchanged. Verdict: "rows and columns exchanged"
import Tensors

/// Returns how strongly a score depends on each pixel.
public func heat(from gradient: Tensor) throws -> Tensor {
  gradient.abs().max(along: 0).transposed()
}
