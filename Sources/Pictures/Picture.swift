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
}
