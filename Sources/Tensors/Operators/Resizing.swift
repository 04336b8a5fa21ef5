/// How numbers between pixels are found.
public enum Interpolation: Sendable {
  /// The pixel whose centre is nearest.
  case nearest
  /// The four pixels around, weighted by closeness; beyond the outermost centres their value.
  case bilinear
}

extension Tensor {
  /// Returns images of another size.
  ///
  /// Pixels are squares with their centres at ½, 1½, …, so that pixel i of n lies at
  /// `(i + ½) · size / n − ½` in the original (PyTorch's `align_corners=False`). The gradient of a
  /// result goes to the pixels it was made of, with the same weights.
  ///
  /// - Parameters:
  ///   - height: The new height.
  ///   - width: The new width.
  ///   - interpolation: How numbers between pixels are found.
  /// - Returns: A tensor in which the last two axes have the new sizes.
  public func resized(
    height: Int, width: Int, by interpolation: Interpolation = .bilinear
  ) -> Tensor {
    precondition(
      rank >= 2 && layout[rank - 2] > 0 && layout[rank - 1] > 0,
      "resized: images are […, height, width], not \(shape)")
    precondition(
      height > 0 && width > 0, "resized: there is no image of \(height) × \(width) pixels")
    let vertical = ResizingWeights(from: layout[rank - 2], to: height, by: interpolation)
    let horizontal = ResizingWeights(from: layout[rank - 1], to: width, by: interpolation)
    return Tensors.resized(self, vertical, horizontal).recorded("resized", from: self) {
      upstream, x in
      resizedGradient(upstream, vertical, horizontal, to: x.layout)
    }
  }
}
