import Tensors

/// A picture as a file holds it: whole numbers, pixel after pixel and row after row from the top.
///
/// Samples are of 8 or 16 bits and are never bent on the way in or out: what a file stores is what
/// `samples` has.
public struct Picture: Equatable, Sendable {
  /// What the numbers of a pixel mean, and how many there are.
  public enum Channels: Int, Sendable {
    case grey = 1
    case greyAlpha = 2
    case rgb = 3
    case rgba = 4
  }

  /// How many pixels a row has, at least 1.
  public let width: Int

  /// How many rows there are, at least 1.
  public let height: Int

  /// What the numbers of a pixel mean.
  public let channels: Channels

  /// How many bits a sample has: 8 or 16.
  public let bits: Int

  /// All numbers: `height · width · channels` of them, each from 0 to `maximum`.
  public let samples: [UInt16]

  /// The sample that stands for full intensity: 255 or 65,535.
  public var maximum: Int { 1 << bits - 1 }

  /// Makes a picture of numbers.
  ///
  /// - Parameters:
  ///   - width: How many pixels a row has.
  ///   - height: How many rows there are.
  ///   - channels: What the numbers of a pixel mean.
  ///   - bits: How many bits a sample has: 8 or 16.
  ///   - samples: The numbers, pixel after pixel and row after row.
  public init(width: Int, height: Int, channels: Channels, bits: Int = 8, samples: [UInt16]) {
    precondition(
      width > 0 && height > 0, "a picture of \(width) × \(height) pixels: it needs at least one")
    precondition(bits == 8 || bits == 16, "a picture of \(bits) bits: a sample has 8 or 16")
    precondition(
      samples.count == width * height * channels.rawValue,
      "a picture of \(width) × \(height) pixels with \(channels.rawValue) channels has "
        + "\(width * height * channels.rawValue) samples, not \(samples.count)")
    precondition(
      bits == 16 || samples.allSatisfy { $0 <= 255 }, "a sample above 255 in a picture of 8 bits")
    self.width = width
    self.height = height
    self.channels = channels
    self.bits = bits
    self.samples = samples
  }

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
