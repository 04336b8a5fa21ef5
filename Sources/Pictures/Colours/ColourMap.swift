import Foundation

/// Colours for numbers, from 0 to 1 or, where signs matter, from −1 to 1.
///
/// Neighbouring colours differ equally everywhere (in OKLab), so a map shows no edges that are not
/// in the numbers; and all depends on lightness, so it can be read in grey and with any colour
/// vision.
public struct ColourMap: Equatable, Sendable {
  /// The colours from the smallest number to the largest.
  public let colours: [Colour]

  /// Whether numbers go from −1 to 1, with the middle colour for 0.
  public let isSigned: Bool

  /// The colour of a number, which is brought into the map's range first; 0 where it is NaN.
  public subscript(value: Float) -> Colour {
    let number = value.isNaN ? 0 : min(max(value, isSigned ? -1 : 0), 1)
    return colours[Int((number * 255).rounded()) + (isSigned ? 255 : 0)]
  }

  /// From near black over purple and orange to pale yellow, for amounts from 0 to 1.
  ///
  /// Lightness grows linearly. The hue turns from blue through red to yellow while the chroma rises
  /// and falls like a sine; this path in the plane of a and b is walked at constant speed, which
  /// makes steps equal in all three coordinates together.
  public static let sequential: ColourMap = {
    let parts = 4096
    let path = (0...parts).map { part in
      let share = Double(part) / Double(parts)
      return OKLab(
        lightness: 0, chroma: 0.205 * sin(.pi * (0.05 + 0.9 * share)), hue: 270 + 203 * share)
    }
    var lengths = [0.0]
    for (from, to) in zip(path, path.dropFirst()) {
      lengths.append(lengths[lengths.count - 1] + hypot(to.a - from.a, to.b - from.b))
    }
    let whole = lengths[parts]
    var part = 0
    let colours = (0...255).map { index in
      let share = Double(index) / 255
      while part < parts, lengths[part] < share * whole { part += 1 }
      return OKLab(lightness: 0.18 + 0.79 * share, a: path[part].a, b: path[part].b).colour
    }
    return ColourMap(colours: colours, isSigned: false)
  }()

  /// From blue over white to red, for numbers from −1 to 1: zero is exactly white.
  ///
  /// Two straight lines in OKLab that leave white with the same lightness and chroma, so that equal
  /// amounts weigh the same whatever their sign.
  public static let diverging = ColourMap(
    colours: (-255...255).map { index in
      let amount = Double(abs(index)) / 255
      return OKLab(
        lightness: 1 - 0.5 * amount, chroma: 0.163 * amount, hue: index < 0 ? 258 : 37
      ).colour
    }, isSigned: true)

  /// From black to white in even steps of the stored number, as photographs have them.
  public static let grey = ColourMap(
    colours: (0...255).map { Colour(grey: UInt8($0)) }, isSigned: false)
}
