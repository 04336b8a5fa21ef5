import Foundation

/// A colour as people see it: equal distances look about equally different.
///
/// From linear red, green and blue (the matrices are B. Ottosson's, "A perceptual color space for
/// image processing", 2020)
///
///     (l, m, s) = cube roots of M₁ (r, g, b)        (L, a, b) = M₂ (l, m, s)
///
/// where L is the lightness from 0 to 1, a goes from green to red, and b from blue to yellow.
struct OKLab {
  let lightness: Double
  let a: Double
  let b: Double

  init(lightness: Double, a: Double, b: Double) {
    (self.lightness, self.a, self.b) = (lightness, a, b)
  }

  /// A colour by its hue in degrees and its distance from grey.
  init(lightness: Double, chroma: Double, hue: Double) {
    let angle = hue * .pi / 180
    self.init(lightness: lightness, a: chroma * cos(angle), b: chroma * sin(angle))
  }

  /// Red, green and blue in proportion to light; outside 0…1 where no screen shows the colour.
  var light: [Double] {
    let l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b)
    let m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b)
    let s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b)
    return [
      4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
      -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
      -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s,
    ]
  }

  /// The nearest colour of eight bits a channel.
  var colour: Colour {
    let channels = light.map { UInt8((255 * encoded(min(max($0, 0), 1))).rounded()) }
    return Colour(red: channels[0], green: channels[1], blue: channels[2])
  }

  private func cube(_ x: Double) -> Double { x * x * x }

  /// What a screen is sent for a share of its light, IEC 61966-2-1.
  private func encoded(_ light: Double) -> Double {
    light <= 0.0031308 ? 12.92 * light : 1.055 * pow(light, 1 / 2.4) - 0.055
  }
}
