import Explanations
import Figures
import Foundation
import Showing
import SmoothGrad
import Tensors
import Texts

/// Scores of one input, whose slope on the whole is known.
extension Demo {
  /// The ripple of the lesson: slope 1 on the whole, and the gradient swings from −4 to 6.
  private static let ripple = RippledScore(parts: [
    .init(slope: 1, amplitude: 5, frequency: 20)
  ])

  /// Noise of one deviation for an input that is a single number, which has no range of its own.
  private static func samples(_ count: Int, deviation: Float, seed: UInt64) throws -> Tensor {
    // The range of (0, 1) is 1, and the first of the two columns is kept.
    try noise(like: [[0, 1]], samples: count, relativeTo: deviation, seed: seed)[.all, ..<1]
  }

  static func tellOfTheZigzag(_ show: Demonstration) throws {
    show.page.section("By hand")
    show.page.chart(
      show.keep(Diagrams.zigzag, as: "zigzag.svg"),
      caption: "Up with the slope 5, down with the slope −3, and on the whole up with the slope 1.")
    // The zigzag as a score: x minus twice the distance to where it last turned up.
    let zigzag: Score = { x in
      let pieces = (0..<6).map { Float($0) / 10 }
      var value = 5 * x[.all, 0]
      for (index, start) in pieces.enumerated().dropFirst() {
        value = value + (index % 2 == 1 ? -8 : 8) * (x[.all, 0] - Tensor(start)).relu()
      }
      return value
    }
    let noise: Tensor = [[-0.2], [-0.1], [0], [0.1]]
    let mean = try smoothGrad(of: zigzag, at: [[0.25]], noise: noise, chunk: 2)
    show.page.text(
      """
      At x = 0.25 with the noise −0.2, −0.1, 0 and 0.1 the mean gradient is \
      \(mean[0, 0].scalar.shortText(digits: 4)).
      """)
    let early = try earlyMagnitudes(of: zigzag, at: [[0.25]], noise: noise)
    show.page.text(
      "The mean of the magnitudes is \(early[0, 0].scalar.shortText(digits: 4)).")
    try show.part {
      let squares = try smoothGradSquared(of: zigzag, at: [[0.25]], noise: noise)
      show.page.text("The mean of the squares is \(squares[0, 0].scalar.shortText(digits: 4)).")
    }
    try show.part {
      let variance = try varGrad(of: zigzag, at: [[0.25]], noise: noise)
      show.page.text("The variance is \(variance[0, 0].scalar.shortText(digits: 4)).")
    }
    let cubic: Score = { x in x.power(3).sum(along: 1) }
    let cube = try smoothGrad(of: cubic, at: [[1]], noise: [[0.5], [-0.5]], chunk: 1)
    show.page.text(
      """
      On x³ at 1 with the noise 0.5 and −0.5 it is \(cube[0, 0].scalar.shortText(digits: 4)), where the \
      gradient is 3: 3x² + 3σ².
      """)
  }

  /// The gradient over x, and what is left of its ripple, for one deviation after the other.
  static func tellOfTheRipple(_ show: Demonstration) throws {
    show.page.section("A slope under a ripple")
    let x = Tensor.evenlySpaced(-0.5...0.5, count: 101).reshaped(to: [101, 1])
    let places = x.scalars.map(Double.init)
    let plain = ripple.smoothed(by: 0, at: x).scalars.map(Double.init)
    let deviations: [Float] = [0, 0.02, 0.04, 0.06, 0.08, 0.1, 0.15, 0.3]
    let charts = try deviations.map { deviation -> (label: Prose, chart: any Chart) in
      let means = try (0..<101).map { index in
        Double(
          try smoothGrad(
            of: ripple.score, at: x[index...index],
            noise: samples(200, deviation: deviation, seed: UInt64(index)), chunk: 200)[0, 0].scalar
        )
      }
      let title = "σ = \(deviation.shortText(digits: 3))"
      return (
        Prose(verbatim: title),
        LineChart(
          "The slope and its mean over noise", x: Axis("x"), y: Axis("slope", including: -4...6),
          lines: [
            .init("gradient", x: places, y: plain),
            .init("SmoothGrad", x: places, y: means),
            .init("on the whole", x: [-0.5, 0.5], y: [1, 1], isReference: true),
          ])
      )
    }
    show.frames(
      Frames("σ", charts),
      caption: """
        The score x + 5 sin(20x) / 20. Its gradient swings between −4 and 6; the mean over 200 noisy \
        copies comes to rest at 1, the slope on the whole.
        """, as: "ripple.svg")
    try tellOfSigns(show)
  }

  /// At how many of 200 inputs the sign of the slope is right.
  private static func tellOfSigns(_ show: Demonstration) throws {
    var generator = SplitMix64(seed: 5)
    let x = Tensor.uniform(in: -2..<2, shape: [200, 1], using: &generator)
    let prediction = show.page.predict(
      """
      The slope on the whole is 1, everywhere. At 200 drawn inputs, how often has SmoothGrad the right \
      sign, with σ = 0.15 and 50 samples?
      """, options: ["about 115 times", "about 160 times", "about 195 times"])
    var rows: [[PageTable.Cell]] = []
    for (deviation, count) in [(Float(0), 1), (0.05, 50), (0.1, 50), (0.15, 50), (0.15, 200)] {
      let found = try (0..<200).map { index in
        try smoothGrad(
          of: ripple.score, at: x[index...index],
          noise: samples(count, deviation: deviation, seed: UInt64(1000 + index)), chunk: 50)[0, 0]
          .scalar
      }
      let errors = found.map { Double(($0 - 1) * ($0 - 1)) }
      let left = ripple.smoothed(by: deviation, at: x) - 1
      rows.append([
        .text(deviation == 0 ? "0, the gradient" : deviation.shortText(digits: 3)),
        .text("\(count)"), .text("\(found.count { $0 > 0 })"),
        .number((errors.reduce(0, +) / 200).squareRoot()),
        deviation == 0 ? "–" : .number(Double(left.squared().mean().sqrt().scalar)),
      ])
    }
    show.page.table(
      PageTable(
        ["σ", "samples", "right sign, of 200", "error", "error with endless samples"], rows: rows,
        decimals: 2),
      caption: """
        The error is the root of the mean square of SmoothGrad − 1. With endless samples only \
        5 exp(−k²σ²/2) cos(kx) is left, k = 20.
        """)
    show.page.outcome(
      of: prediction, "With 50 samples nearly always; the gradient is little better than a coin.",
      answer: "about 195 times")
  }
}
