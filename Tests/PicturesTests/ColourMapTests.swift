import Foundation
import Pictures
import Testing

/// That colours say what the numbers say: to every eye, in print without colours, and on both sides
/// of zero.
@Suite struct ColourMapTests {
  private let sequential = ColourMap.sequential.colours
  private let diverging = ColourMap.diverging.colours

  @Test func `numbers find their colours, the nearest end outside the range`() {
    let map = ColourMap.sequential
    #expect(map.colours.count == 256)
    #expect(map[0] == map.colours[0] && map[1] == map.colours[255] && map[0.5] == map.colours[128])
    #expect(map[-3] == map[0] && map[.infinity] == map[1] && map[.nan] == map[0])
    let signed = ColourMap.diverging
    #expect(signed.colours.count == 511)
    #expect(signed[-1] == signed.colours[0] && signed[1] == signed.colours[510])
    #expect(ColourMap.grey[0.2] == Colour(grey: 51))
  }

  @Test func `zero is exactly white between the signs`() {
    #expect(ColourMap.diverging[0] == .white)
    #expect(ColourMap.diverging[.nan] == .white)
  }

  @Test func `sequential lightness grows at every step and everywhere alike`() {
    let lightness = sequential.map { Seen($0).lightness }
    for (below, above) in zip(lightness, lightness.dropFirst()) { #expect(below < above) }
    // Nearly the whole of what a screen can show.
    #expect(lightness[0] < 8 && lightness[255] > 95)
    let steps = stride(from: 0, to: 255, by: 15).map {
      OKLabSeen(sequential[$0 + 15]).lightness
        - OKLabSeen(sequential[$0]).lightness
    }
    let mean = steps.reduce(0, +) / Double(steps.count)
    #expect(steps.allSatisfy { abs($0 / mean - 1) < 0.05 }, "\(steps)")
  }

  @Test func `equal steps look equally different, in two spaces`() {
    // Over fifteen colours, since rounding to eight bits spoils a single step, and these by 5 %.
    let halves = [sequential, Array(diverging[0...255]), Array(diverging[255...510])]
    for colours in halves {
      let starts = stride(from: 0, to: 255, by: 15)
      let even = starts.map { OKLabSeen(colours[$0]).distance(to: OKLabSeen(colours[$0 + 15])) }
      let mean = even.reduce(0, +) / Double(even.count)
      #expect(even.allSatisfy { abs($0 / mean - 1) < 0.08 }, "\(even)")
      // The older CIELAB disagrees with OKLab about blues, so here the bound is wide.
      let older = starts.map { Seen(colours[$0]).distance(to: Seen(colours[$0 + 15])) }
      let olderMean = older.reduce(0, +) / Double(older.count)
      #expect(older.allSatisfy { (0.6...1.6).contains($0 / olderMean) }, "\(older)")
    }
  }

  @Test func `equal amounts of either sign are equally light and equally far from white`() {
    let white = OKLabSeen(.white)
    for amount in 0...255 {
      let (minus, plus) = (OKLabSeen(diverging[255 - amount]), OKLabSeen(diverging[255 + amount]))
      #expect(abs(minus.lightness - plus.lightness) < 0.004)
      #expect(abs(minus.distance(to: white) - plus.distance(to: white)) < 0.006)
    }
  }

  @Test func `in grey, amounts keep their order`() {
    let arms = [sequential, Array(diverging[0...255]), diverging[255...510].reversed()]
    for colours in arms {
      // Every third, as a step may be less than one grey of 256.
      let greys = stride(from: 0, to: 256, by: 3).map { Seen(colours[$0]).grey }
      for (below, above) in zip(greys, greys.dropFirst()) { #expect(below < above) }
    }
  }

  @Test(arguments: ColourVision.allCases)
  func `with any colour vision amounts keep their order and signs differ`(vision: ColourVision) {
    #expect(vision.matrix.allSatisfy { abs($0.reduce(0, +) - 1) < 1e-5 })
    let lightness = stride(from: 0, to: 256, by: 5).map {
      Seen(sequential[$0], by: vision).lightness
    }
    for (below, above) in zip(lightness, lightness.dropFirst()) { #expect(below < above) }
    // A difference of 2.3 is just noticeable; from a tenth of the scale on signs are told apart.
    for (amount, least) in [(26, 5.0), (64, 15), (128, 30), (255, 55)] {
      let minus = Seen(diverging[255 - amount], by: vision)
      let plus = Seen(diverging[255 + amount], by: vision)
      #expect(minus.distance(to: plus) > least, "\(amount)")
    }
  }

  @Test func `colours are written as on web pages`() {
    #expect("\(Colour(red: 255, green: 8, blue: 160))" == "#ff08a0")
  }
}

/// How people see who lack one of the three kinds of cones.
///
/// The matrices, on linear light, are of Machado, Oliveira, Fernandes 2009: "A physiologically-based
/// model for simulation of color vision deficiency", severity 1.0.
enum ColourVision: CaseIterable {
  case protanopia
  case deuteranopia
  case tritanopia

  var matrix: [[Double]] {
    switch self {
    case .protanopia:
      [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
      ]
    case .deuteranopia:
      [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
      ]
    case .tritanopia:
      [
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
      ]
    }
  }
}

private func product(_ matrix: [[Double]], _ vector: [Double]) -> [Double] {
  matrix.map { row in zip(row, vector).reduce(0) { $0 + $1.0 * $1.1 } }
}

/// The light of a colour's channels, IEC 61966-2-1.
private func light(_ colour: Colour) -> [Double] {
  [colour.red, colour.green, colour.blue].map { channel in
    let share = Double(channel) / 255
    return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
  }
}

private func distance(_ one: [Double], _ other: [Double]) -> Double {
  zip(one, other).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
}

/// A colour in CIELAB, ISO/CIE 11664-4 with the white D65.
private struct Seen {
  let coordinates: [Double]

  /// The grey of 256 with the same light.
  let grey: Int

  init(_ colour: Colour, by vision: ColourVision? = nil) {
    var light = light(colour)
    if let vision { light = product(vision.matrix, light).map { min(max($0, 0), 1) } }
    let toXYZ = [
      [0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750],
      [0.0193339, 0.1191920, 0.9503041],
    ]
    let f = zip(product(toXYZ, light), [0.95047, 1, 1.08883]).map { pair in
      let share = pair.0 / pair.1
      return share > 216.0 / 24389 ? cbrt(share) : (24389.0 / 27 * share + 16) / 116
    }
    coordinates = [116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])]
    let y = product(toXYZ, light)[1]
    grey = Int((255 * (y <= 0.0031308 ? 12.92 * y : 1.055 * pow(y, 1 / 2.4) - 0.055)).rounded())
  }

  var lightness: Double { coordinates[0] }
  func distance(to other: Seen) -> Double {
    PicturesTests.distance(coordinates, other.coordinates)
  }
}

/// A colour in OKLab, from its light; the way there is not in the module.
private struct OKLabSeen {
  let coordinates: [Double]

  init(_ colour: Colour) {
    let cones = product(
      [
        [0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
      ], light(colour))
    coordinates = product(
      [
        [0.2104542553, 0.7936177850, -0.0040720468], [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
      ], cones.map(cbrt))
  }

  var lightness: Double { coordinates[0] }
  func distance(to other: OKLabSeen) -> Double {
    PicturesTests.distance(coordinates, other.coordinates)
  }
}
