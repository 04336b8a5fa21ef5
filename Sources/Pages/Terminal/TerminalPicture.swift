import Pictures
import Texts

extension Picture {
  /// Writes the picture: two pixels in each half block in colour, else by characters of brightness, or
  /// of sign for a map of what speaks for and against.
  ///
  /// Large pictures are brought to the terminal's width by averaging areas.
  ///
  /// - Parameter terminal: Where to.
  public func draw(on terminal: Terminal) {
    terminal.write(lines(on: terminal, columns: terminal.textColumns))
    Picture.drawKey(to: [self], on: terminal)
  }

  /// Says what characters mean where some of the pictures have signs and the terminal no colours.
  static func drawKey(to pictures: [Picture], on terminal: Terminal) {
    guard terminal.colours == .none, pictures.contains(where: \.hasSigns) else { return }
    terminal.write(StyledText(keyOfSigns, .faint).wrapped(to: terminal.textColumns))
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
      return hasSigns ? signLines(of: grid) : characterLines(of: grid)
    }
    let grid = PixelGrid(self, width: size.width, height: size.height)
    return stride(from: 0, to: size.height, by: 2).map { row in
      var line = StyledText()
      for column in 0..<size.width {
        let lower = row + 1 < size.height ? TerminalColour(grid[row + 1, column]) : nil
        line.append(
          "▀", StyledText.Style(foreground: TerminalColour(grid[row, column]), background: lower))
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

extension TerminalColour {
  /// A colour of a picture.
  init(_ colour: Colour) {
    self.init(red: colour.red, green: colour.green, blue: colour.blue)
  }
}
