/// A colour of eight bits a channel, as screens take it (sRGB).
public struct Colour: Hashable, Sendable {
  /// How much red, up to 255.
  public let red: UInt8

  /// How much green, up to 255.
  public let green: UInt8

  /// How much blue, up to 255.
  public let blue: UInt8

  /// Makes a colour of its three channels.
  public init(red: UInt8, green: UInt8, blue: UInt8) {
    (self.red, self.green, self.blue) = (red, green, blue)
  }

  /// Makes a grey, 0 for black and 255 for white.
  public init(grey: UInt8) {
    self.init(red: grey, green: grey, blue: grey)
  }

  /// The colour of paper.
  public static let white = Colour(grey: 255)

  /// The colour of ink.
  public static let black = Colour(grey: 0)

  /// A red that stands out from a photograph, for boxes.
  public static let red = OKLab(lightness: 0.63, chroma: 0.22, hue: 28).colour

  /// A green that stands out from a photograph, for boxes.
  public static let green = OKLab(lightness: 0.8, chroma: 0.2, hue: 145).colour

  /// A blue that stands out from a photograph, for boxes.
  public static let blue = OKLab(lightness: 0.55, chroma: 0.19, hue: 258).colour
}

extension Colour: CustomStringConvertible {
  /// The colour as web pages write it: `#ff8800`.
  public var description: String {
    "#"
      + [red, green, blue].map { channel in
        (channel < 16 ? "0" : "") + String(channel, radix: 16)
      }.joined()
  }
}
