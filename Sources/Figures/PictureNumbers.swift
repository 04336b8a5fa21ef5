import Tensors

extension Picture {
  /// Makes a picture of eight bits from a tensor of intensities.
  ///
  /// Intensities are rounded to the nearest of 0/255 … 255/255; those outside 0…1 are brought to the
  /// nearer end, and one that is not a number is black.
  ///
  /// - Parameter intensities: `[3, H, W]` for colours or `[1, H, W]` or `[H, W]` for greys.
  public init(_ intensities: Tensor) {
    let shape = intensities.rank == 2 ? [1] + intensities.shape : intensities.shape
    precondition(
      shape.count == 3 && (shape[0] == 1 || shape[0] == 3),
      "a picture is made of [3, height, width] or [height, width], not \(intensities.shape)")
    let (count, plane) = (shape[0], shape[1] * shape[2])
    let values = intensities.scalars
    var samples = [UInt16](repeating: 0, count: values.count)
    for channel in 0..<count {
      for pixel in 0..<plane {
        // A comparison with NaN is false, so that NaN becomes 0.
        let value = values[channel * plane + pixel]
        let clamped = value > 0 ? min(value, 1) : 0
        samples[pixel * count + channel] = UInt16((clamped * 255).rounded())
      }
    }
    self.init(
      width: shape[2], height: shape[1], channels: count == 1 ? .grey : .rgb, samples: samples)
  }

  /// The colours as intensities from 0 to 1, `[3, H, W]`; greys are repeated, alpha is left out.
  public var intensities: Tensor {
    let full = Float(maximum)
    return Tensor(colours { Float($0) / full }, shape: [3, height, width])
  }

  /// The colours as whole numbers from 0 to `maximum`, `[3, H, W]`, as networks' preprocessing takes
  /// them; greys are repeated, alpha is left out.
  public var values: Tensor {
    Tensor(colours { Float($0) }, shape: [3, height, width])
  }

  private func colours(_ number: (UInt16) -> Float) -> [Float] {
    let count = channels.rawValue
    let isGrey = channels == .grey || channels == .greyAlpha
    let plane = width * height
    var result = [Float](repeating: 0, count: 3 * plane)
    for channel in 0..<3 {
      for pixel in 0..<plane {
        result[channel * plane + pixel] = number(samples[pixel * count + (isGrey ? 0 : channel)])
      }
    }
    return result
  }
}
