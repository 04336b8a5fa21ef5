import Texts

/// A picture brought to another size and to colours of eight bits.
struct PixelGrid {
  let width: Int
  let height: Int
  private(set) var pixels: [TerminalColour]

  /// Brings a picture to a size: each new pixel is the mean of the area it covers.
  ///
  /// What is transparent shows white paper.
  init(_ picture: Picture, width: Int, height: Int) {
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
          TerminalColour(red: byte(sum.0), green: byte(sum.1), blue: byte(sum.2)))
      }
    }
  }

  subscript(row: Int, column: Int) -> TerminalColour { pixels[row * width + column] }

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

extension Picture {
  /// Writes the picture: two pixels in each half block in colour, else by characters of brightness.
  ///
  /// Large pictures are brought to the terminal's width by averaging areas.
  ///
  /// - Parameter terminal: Where to.
  public func draw(on terminal: Terminal) {
    terminal.write(lines(on: terminal, columns: terminal.textColumns))
  }

  /// The picture in lines of at most a number of columns, and at most 40 high.
  func lines(on terminal: Terminal, columns: Int) -> [StyledText] {
    // A pixel is a column wide and half a line high, which makes it about square.
    let factor = min(Double(columns) / Double(width), 80 / Double(height))
    // Small pictures grow by whole factors only, and not beyond what they are.
    let whole = max(1, min(Int(factor), max(1, 24 / max(width, height))))
    let scale = factor >= 1 ? Double(whole) : factor
    let size = (
      width: min(columns, max(1, Int((Double(width) * scale).rounded()))),
      height: max(1, Int((Double(height) * scale).rounded()))
    )
    guard terminal.colours != .none else {
      let grid = PixelGrid(self, width: size.width, height: max(1, (size.height + 1) / 2))
      return characterLines(of: grid)
    }
    let grid = PixelGrid(self, width: size.width, height: size.height)
    return stride(from: 0, to: size.height, by: 2).map { row in
      var line = StyledText()
      for column in 0..<size.width {
        let lower = row + 1 < size.height ? grid[row + 1, column] : nil
        line.append("▀", StyledText.Style(foreground: grid[row, column], background: lower))
      }
      return line
    }
  }

  /// Denser characters for brighter pixels, as on a dark terminal.
  private func characterLines(of grid: PixelGrid) -> [StyledText] {
    let ramp = Array(" .:-=+*#%@").map(String.init)
    return (0..<grid.height).map { row in
      var line = StyledText()
      for column in 0..<grid.width {
        let colour = grid[row, column]
        let brightness =
          0.2126 * Double(colour.red) + 0.7152 * Double(colour.green) + 0.0722 * Double(colour.blue)
        line.append(ramp[min(9, Int(brightness / 255 * 10))])
      }
      return line
    }
  }
}
