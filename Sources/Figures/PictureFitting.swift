import Tensors

extension Picture {
  /// The middle of the picture as a square of a given side, as networks want to see it.
  ///
  /// The longer side loses its ends. A new pixel is a weighted mean of the old ones under a tent, as
  /// wide as two of the pixels that are further apart: larger pictures lose no line that is thinner
  /// than their new pixels, and smaller ones become smooth. A picture of that size stays as it is.
  ///
  /// - Parameter side: How many rows, and columns, the square has.
  /// - Returns: A picture of eight bits; alpha is left out.
  public func fitted(toSquare side: Int) -> Picture {
    precondition(side > 0, "a picture cannot be fitted to a square of \(side) pixels")
    guard width != side || height != side else { return self }
    let size = min(width, height)
    let (top, left) = ((height - size) / 2, (width - size) / 2)
    let square = cropped(rows: top..<top + size, columns: left..<left + size)
    let weights = tentWeights(from: size, to: side)
    // [side, size] · [3, size, size] · [size, side]
    return Picture(weights.matmul(square.intensities).matmul(weights, transposing: .right))
  }
}

/// Rows of weights that sum to 1, one for each new pixel, centres half a pixel from the border.
private func tentWeights(from old: Int, to new: Int) -> Tensor {
  let scale = Float(old) / Float(new)
  let reach = max(scale, 1)
  var weights = [Float](repeating: 0, count: new * old)
  for index in 0..<new {
    let centre = (Float(index) + 0.5) * scale
    let covered = max(0, Int(centre - reach - 0.5))..<min(old, Int(centre + reach + 0.5) + 1)
    var sum: Float = 0
    for pixel in covered {
      let distance = abs(Float(pixel) + 0.5 - centre) / reach
      weights[index * old + pixel] = max(0, 1 - distance)
      sum += weights[index * old + pixel]
    }
    for pixel in covered { weights[index * old + pixel] /= sum }
  }
  return Tensor(weights, shape: [new, old])
}
