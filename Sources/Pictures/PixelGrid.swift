/// A picture brought to another size and to colours of eight bits.
package struct PixelGrid {
  package let width: Int
  package let height: Int
  private var pixels: [Colour]

  /// Brings a picture to a size: each new pixel is the mean of the area it covers.
  ///
  /// What is transparent shows white paper.
  package init(_ picture: Picture, width: Int, height: Int) {
    self.width = width
    self.height = height
    let across = Self.shares(from: picture.width, to: width)
    let down = Self.shares(from: picture.height, to: height)
    let count = picture.channels.rawValue
    let isGrey = picture.channels == .grey || picture.channels == .greyAlpha
    let hasAlpha = picture.channels == .greyAlpha || picture.channels == .rgba
    let full = Double(picture.maximum)
    pixels = []
    pixels.reserveCapacity(width * height)
    for row in down {
      for column in across {
        var sum = (0.0, 0.0, 0.0)
        for (y, high) in row {
          for (x, wide) in column {
            let start = (y * picture.width + x) * count
            func intensity(_ channel: Int) -> Double {
              Double(picture.samples[start + channel]) / full
            }
            let alpha = hasAlpha ? intensity(count - 1) : 1
            let share = high * wide
            let (red, green, blue) =
              isGrey
              ? (intensity(0), intensity(0), intensity(0))
              : (intensity(0), intensity(1), intensity(2))
            sum.0 += share * (red * alpha + 1 - alpha)
            sum.1 += share * (green * alpha + 1 - alpha)
            sum.2 += share * (blue * alpha + 1 - alpha)
          }
        }
        func byte(_ value: Double) -> UInt8 { UInt8(min(255, max(0, (value * 255).rounded()))) }
        pixels.append(
          Colour(red: byte(sum.0), green: byte(sum.1), blue: byte(sum.2)))
      }
    }
  }

  /// A pixel.
  package subscript(row: Int, column: Int) -> Colour { pixels[row * width + column] }

  /// For each new place the old ones it covers, with their shares, which sum to 1.
  private static func shares(from old: Int, to new: Int) -> [[(Int, Double)]] {
    let scale = Double(old) / Double(new)
    return (0..<new).map { index in
      let (start, end) = (Double(index) * scale, Double(index + 1) * scale)
      let last = min(old - 1, max(Int(start), Int(end.rounded(.up)) - 1))
      let covered = (Int(start)...last).map { place in
        (place, max(1e-12, min(end, Double(place + 1)) - max(start, Double(place))))
      }
      let sum = covered.reduce(0) { $0 + $1.1 }
      return covered.map { ($0.0, $0.1 / sum) }
    }
  }
}
