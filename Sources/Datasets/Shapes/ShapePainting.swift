import Tensors

// Everything that is done for each pixel, in one file, so that it becomes one loop.

extension Shapes.Object {
  /// How far outside the object a point is that lies x pixels to the right of its centre and y below
  /// it; negative inside.
  private func distance(_ x: Float, _ y: Float) -> Float {
    let (x, y) = (x.magnitude, y)
    switch kind {
    case .square:
      return max(x, y.magnitude) - 0.88 * radius
    case .disk:
      return (x * x + y * y).squareRoot() - radius
    case .triangle:
      // Equilateral, its tip up: the larger of the distances to the base and to a flank, whose
      // normal is (cos 30°, −sin 30°).
      return max(y - 0.732 * radius, 0.866 * x - 0.5 * (y + radius))
    case .cross:
      let arm = 0.36 * radius
      return min(
        max(x - radius, y.magnitude - arm), max(x - arm, y.magnitude - radius))
    }
  }

  /// How much of a pixel the object covers, in eighths, so that it either shows or does not.
  fileprivate func coverage(column: Int, row: Int) -> Float {
    let outside = distance(Float(column) + 0.5 - x, Float(row) + 0.5 - y)
    // An edge that runs through the middle of the pixel covers half of it.
    let part = 4 - 8 * outside
    return part <= 0 ? 0 : min(part, 8).rounded(.down) / 8
  }

  /// How dark the texture is at a pixel: from 0, the plain colour, to 1.
  private func shade(column: Int, row: Int) -> Float {
    let u = Float(column) + 0.5 - x
    let v = Float(row) + 0.5 - y
    switch texture {
    case .plain:
      return 0
    case .stripes:
      // Bands that rise to the right, a light and a dark one every 4 pixels across them.
      return smooth(0.25 - wave((u + v) / 5.6).magnitude, width: 4)
    case .dots:
      let (across, down) = (4 * wave(u / 4), 4 * wave(v / 4))
      return smooth(1.25 - (across * across + down * down).squareRoot(), width: 1)
    case .checks:
      let a = smooth(0.25 - wave(u / 6).magnitude, width: 6)
      let b = smooth(0.25 - wave(v / 6).magnitude, width: 6)
      return a + b - 2 * a * b
    }
  }

  /// How far a number is from the nearest whole one, with its sign: −½ to ½.
  private func wave(_ number: Float) -> Float { number - (number + 0.5).rounded(.down) }

  /// From 0 to 1 across the pixel in which a distance, in pixels of a width, changes its sign.
  private func smooth(_ distance: Float, width: Float) -> Float {
    min(max(distance * width + 0.5, 0), 1)
  }

  /// Writes the image, `[3, side, side]`, at a place of a buffer.
  func paint(into numbers: inout [Float], at start: Int) {
    let side = Shapes.side
    let plane = side &* side
    let dark = SIMD3<Float>(repeating: 0.42)
    for row in 0..<side {
      for column in 0..<side {
        let pixel = start &+ row &* side &+ column
        var colour = background
        let coverage = coverage(column: column, row: row)
        if coverage > 0 {
          let shade = shade(column: column, row: row)
          let paint = self.colour.intensities * (1 - shade * dark)
          // Not the background plus a part of the difference, which would let a trace of the
          // background through where nothing of it is left.
          let part = coverage * contrast
          colour = background * (1 - part) + paint * part
        }
        numbers[pixel] = colour.x
        numbers[pixel &+ plane] = colour.y
        numbers[pixel &+ 2 &* plane] = colour.z
      }
    }
    guard noise > 0 else { return }
    var generator = SplitMix64(seed: seed)
    for index in start..<start &+ 3 &* plane {
      numbers[index] = min(max(numbers[index] + noise * generator.bell(), 0), 1)
    }
  }

  /// Writes 1 where the object shows and 0 elsewhere, `[side, side]`, at a place of a buffer.
  func mask(into numbers: inout [Float], at start: Int) {
    let side = Shapes.side
    for row in 0..<side {
      for column in 0..<side where coverage(column: column, row: row) > 0 {
        numbers[start &+ row &* side &+ column] = 1
      }
    }
  }
}

extension SplitMix64 {
  /// A number of mean 0 and variance 1 from a curve that looks normal and ends at ±3.46: the sum of
  /// four even draws, all from one number of 64 bits.
  fileprivate mutating func bell() -> Float {
    let bits = next()
    let low = (bits & 0xFFFF) &+ (bits >> 16 & 0xFFFF)
    let high = (bits >> 32 & 0xFFFF) &+ (bits >> 48)
    // Each draw from 0 to 65,535 has the variance (2³² − 1) / 12.
    return (Float(low &+ high) - 131_070) * (1.7320508 / 65_536)
  }
}
