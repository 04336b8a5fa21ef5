import Pictures
import Texts

/// A map of what speaks for and against, on a terminal without colours: there red and blue are equally
/// dark, so signs are told by characters.
extension Picture {
  /// From faint to strong, what speaks for and what speaks against.
  private static let signs = (for: ["+", "*", "#"], against: ["-", "=", "~"])

  /// What the characters mean.
  static let keyOfSigns =
    "for: \(signs.for.joined(separator: " "))   against: \(signs.against.joined(separator: " "))"

  /// Whether it is a map in the colours of signs: some frames or words may lie on it, and a
  /// photograph has other colours.
  var hasSigns: Bool {
    guard channels == .rgb, maximum == 255 else { return false }
    let white = ColourMap.diverging[0]
    let known = Set(ColourMap.diverging.colours)
    let step = max(1, samples.count / 3 / 4096)
    var (seen, fitting, signed) = (0, 0, 0)
    for start in stride(from: 0, to: samples.count - 2, by: 3 * step) {
      let colour = Colour(
        red: UInt8(samples[start]), green: UInt8(samples[start + 1]),
        blue: UInt8(samples[start + 2]))
      seen += 1
      if known.contains(colour) {
        fitting += 1
        if colour != white { signed += 1 }
      }
    }
    return signed > 0 && Double(fitting) >= 0.9 * Double(seen)
  }

  /// The characters for a map in the colours of signs.
  func signLines(of grid: PixelGrid) -> [StyledText] {
    func lean(_ colour: Colour) -> Double { Double(colour.red) - Double(colour.blue) }
    let (strongest, opposite) = (lean(ColourMap.diverging[1]), lean(ColourMap.diverging[-1]))
    return (0..<grid.height).map { row in
      var line = StyledText()
      for column in 0..<grid.width {
        let lean = lean(grid[row, column])
        let amount = lean > 0 ? lean / strongest : lean / opposite
        let level = amount < 0.1 ? nil : amount < 0.35 ? 0 : amount < 0.65 ? 1 : 2
        let characters = lean > 0 ? Picture.signs.for : Picture.signs.against
        line.append(level.map { characters[$0] } ?? " ")
      }
      return line
    }
  }
}
