import Foundation
import Pages
import Tensors
import Texts

/// A page with one of everything, as a demo would tell it: for tests, and for looking.
///
/// `FIGURES_LOOK=FOLDER swift test --filter PageTests` writes it there, with what a terminal of 60,
/// 80 and 200 columns shows; `scripts/screenshots` takes pictures of it.
enum Demonstration {
  static func page(on terminal: Terminal) throws -> Page {
    let page = Page("Integrated gradients", lesson: 7, terminal: terminal)
    page.links = [
      Page.Link("The lesson: 07 Integrated gradients", to: "lesson.html"),
      Page.Link("Next: 08 Grad-CAM", to: "next.html"),
    ]
    page.text(
      """
      The gradient alone *saturates*: where $f$ is flat it says nothing, even of the pixel that \
      brought it there. A path from a baseline $x'$ to the input $x$ passes through every slope on \
      the way, and **what it gathers adds up** to the change of the score.
      """)
    page.formula(
      #"""
      \phi_i(x) = (x_i - x'_i) \int_0^1 \frac{\partial f\left(x' + \alpha (x - x')\right)}
      {\partial x_i} \, d\alpha, \qquad \sum_{i=1}^{n} \phi_i(x) = f(x) - f(x')
      """#)
    let prediction = page.predict(
      "The tag in the corner is *nine pixels of 1024*. What share of the map will it get?",
      options: ["about 1 %, its share of the area", "about a quarter", "more than half"])

    page.section("What the network sees")
    page.text("On the left the input; beside it what `gradient(of:withRespectTo:)` says of it.")
    page.plates(
      [
        Plate(shape(tag: true), "The input", alternative: "A disk, and a tag in the corner."),
        Plate(map(power: 1), "Gradient", alternative: "Bright noise all over the disk."),
        Plate(map(power: 3), "Integrated, 64 steps", alternative: "A bright corner, a dim disk."),
      ], caption: "Maps are scaled to their largest value. The corner is where the tag is.")
    page.plates([
      Plate(photograph, "A wide picture", alternative: "Waves of colour from left to right.")
    ])

    page.plates(
      inColumns: ["the input"] + (1...6).map { "a method with the number \($0)" },
      rows: ["disk", "disk with a tag"].enumerated().map { index, name in
        let input = Plate(shape(tag: index == 1), "", alternative: "The \(name).")
        let maps = (1...6).map { power in
          Plate(map(power: power), "", alternative: "Map \(power) of the \(name).")
        }
        return (name, [input] + maps)
      }, caption: "What each method makes of each picture.")

    page.section("How many steps it takes")
    page.text(
      "Halving the error of the *Riemann sum* takes twice the steps; the trapezoid's falls faster.")
    page.chart(
      convergence, caption: "Mean over 16 images; bands reach from the 10th to the 90th percentile."
    )
    page.table(
      PageTable(
        ["rule", "steps", "error", "time / ms"],
        rows: [
          ["left Riemann sum", 64, 0.031, 4.1], ["trapezoid", 64, 0.00042, 4.2],
          ["Gauss–Legendre, exact for polynomials up to degree 15", 8, 0.0000021, 0.61],
          ["café 中文 🐈", 8, .none, 12],
        ]),
      caption: "The error is that of completeness, $|\\sum_i \\phi_i - \\Delta f|$.")

    page.section("What it leans on")
    page.chart(attributions)
    page.chart(confusion, caption: "A class that is often taken for another shares its colour.")
    page.outcome(
      of: prediction, "The tag gets \(percent: 0.93) of the map, and \(0.07, decimals: 2) is left.",
      answer: "more than half")
    page.truth(
      "The tag decides in 99 of 100 pictures by construction: a faithful map is bright there.",
      method: "Integrated gradients", score: 0.93, chance: 0.25,
      others: [("Gradient", 0.41), ("Grad-CAM", 0.78), ("Occlusion", 0.9)],
      measure: Axis("share of the map inside the tag", including: 0...1))
    page.fold("How this was measured") {
      page.list([
        "Sixteen images that the network had not seen, drawn with seed `7`.",
        "The map is summed over channels by magnitude: $m_{hw} = \\sum_c |\\phi_{chw}|$.",
      ])
      page.formula(
        #"\mathbf{1}[k] = \begin{cases} 1 & k \le \sqrt{n} \\ 0 & \text{otherwise} \end{cases}"#)
    }
    return page
  }

  static var convergence: LineChart {
    let steps = [1.0, 2, 4, 8, 16, 32, 64, 128, 256, 512]
    func line(_ name: String, _ error: (Double) -> Double) -> LineChart.Line {
      let values = steps.map(error)
      return LineChart.Line(name, x: steps, y: values, band: values.map { $0 * 0.6...$0 * 1.7 })
    }
    return LineChart(
      "The trapezoid needs an eighth of the steps",
      x: Axis("steps", scale: .logarithmic), y: Axis("error", unit: "nats", scale: .logarithmic),
      lines: [
        line("left sum") { 0.9 / $0 }, line("trapezoid") { 0.7 / ($0 * $0) },
        LineChart.Line("1/√n", x: steps, y: steps.map { 1 / $0.squareRoot() }, isReference: true),
      ])
  }

  static var attributions: BarChart {
    BarChart(
      "Four of seven features pull the score up", axis: Axis("attribution", unit: "logits"),
      bars: [
        .init("bill length", 1.32), .init("body mass", -0.74), .init("flipper length", 2.08),
        .init("island: Biscoe", 0.11), .init("sex", -0.05), .init("year", 0.004),
        .init("bill depth", -1.61),
      ], order: .magnitude)
  }

  static var confusion: MatrixChart {
    let names = ["square", "disk", "triangle", "cross", "star", "heart"]
    let counts: [[Double]] = [
      [96, 1, 2, 0, 1, 0], [0, 97, 0, 0, 1, 2], [3, 0, 94, 1, 2, 0], [0, 0, 1, 98, 1, 0],
      [1, 0, 4, 6, 89, 0], [0, 5, 0, 0, 2, 93],
    ]
    return MatrixChart(
      "Stars are taken for crosses", subtitle: "rows: class, columns: prediction, of 100 each",
      rows: names, columns: names, values: counts)
  }

  static func shape(tag: Bool) -> Picture {
    painted(width: 32, height: 32) { x, y in
      let isDisk = (x - 17) * (x - 17) + (y - 18) * (y - 18) < 81
      let isTag = tag && x < 4 && y < 4
      return isTag ? [1, 0.9, 0.2] : isDisk ? [0.25, 0.55, 0.85] : [0.12, 0.13, 0.15]
    }
  }

  static func map(power: Int) -> Picture {
    var generator = SplitMix64(seed: 7)
    return painted(width: 32, height: 32) { x, y in
      let isDisk = (x - 17) * (x - 17) + (y - 18) * (y - 18) < 81
      let noise = Double(generator.next() % 1000) / 1000
      let value = x < 4 && y < 4 ? 0.8 + 0.2 * noise : isDisk ? noise * 0.9 : noise * 0.25
      let amount = (0..<power).reduce(1) { product, _ in product * value }
      return [amount, amount, amount]
    }
  }

  static let photograph = painted(width: 360, height: 180) { x, y in
    (0..<3).map { channel in
      0.5 + 0.45 * sin(Double(x) / 40 + Double(channel) * 1.1 + sin(Double(y) / 25))
    }
  }

  /// A picture of the intensities of each pixel, row by row.
  private static func painted(
    width: Int, height: Int, _ colour: (_ x: Int, _ y: Int) -> [Double]
  ) -> Picture {
    let samples = (0..<width * height).flatMap { pixel in
      colour(pixel % width, pixel / width).map { UInt16(($0 * 255).rounded()) }
    }
    return Picture(width: width, height: height, channels: .rgb, samples: samples)
  }
}

/// What a terminal was given.
final class Transcript {
  var text = ""

  func terminal(
    columns: Int = 80, colours: Terminal.Colours = .none, answers: [String]? = nil
  ) -> Terminal {
    var answers = answers
    return Terminal(
      columns: columns, colours: colours,
      input: answers == nil ? nil : { answers?.isEmpty ?? true ? nil : answers?.removeFirst() },
      output: { self.text += $0 })
  }

  var lines: [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
