/// Pixels to draw on, of eight bits.
package struct Canvas {
  let width: Int
  let height: Int
  private var pixels: [Colour]

  /// Makes a canvas of one colour.
  package init(width: Int, height: Int, _ background: Colour) {
    (self.width, self.height) = (width, height)
    pixels = Array(repeating: background, count: width * height)
  }

  /// What was drawn.
  package var picture: Picture {
    Picture(
      width: width, height: height, channels: .rgb,
      samples: pixels.flatMap { [UInt16($0.red), UInt16($0.green), UInt16($0.blue)] })
  }

  /// Fills a rectangle, or what of it lies on the canvas.
  package mutating func fill(rows: Range<Int>, columns: Range<Int>, _ colour: Colour) {
    for row in rows.clamped(to: 0..<height) {
      for column in columns.clamped(to: 0..<width) { pixels[row * width + column] = colour }
    }
  }

  /// Lays a colour on a pixel in part; what lies beside the canvas is left out.
  mutating func mix(_ colour: Colour, _ part: Double, row: Int, column: Int) {
    guard (0..<height).contains(row), (0..<width).contains(column) else { return }
    let below = pixels[row * width + column]
    func mixed(_ over: UInt8, _ under: UInt8) -> UInt8 {
      UInt8((Double(over) * part + Double(under) * (1 - part)).rounded())
    }
    pixels[row * width + column] = Colour(
      red: mixed(colour.red, below.red), green: mixed(colour.green, below.green),
      blue: mixed(colour.blue, below.blue))
  }

  /// Draws a picture, which lies on the canvas whole; where it is transparent the canvas shows.
  package mutating func draw(_ picture: Picture, row top: Int, column left: Int) {
    let count = picture.channels.rawValue
    let isGrey = count < 3
    let full = picture.maximum
    for row in 0..<picture.height {
      for column in 0..<picture.width {
        let start = (row * picture.width + column) * count
        let place = (top + row) * width + left + column
        let alpha = count % 2 == 0 ? Int(picture.samples[start + count - 1]) : full
        let below = pixels[place]
        func mixed(_ channel: Int, _ under: UInt8) -> UInt8 {
          let over = Int(picture.samples[start + (isGrey ? 0 : channel)]) * 255 / full
          return UInt8((over * alpha + Int(under) * (full - alpha) + full / 2) / full)
        }
        pixels[place] = Colour(
          red: mixed(0, below.red), green: mixed(1, below.green), blue: mixed(2, below.blue))
      }
    }
  }
}
