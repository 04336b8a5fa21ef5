import Adversarial
import Datasets
import Explanations
import Figures
import Layers
import Models
import Showing
import Tensors
import Texts

/// Digits that are attacked, and digits that are only spoiled.
extension Demo {
  static func tellOfDigits(_ show: Demonstration) throws {
    show.page.section("Two hundred digits")
    let network = try DigitNet.network()
    let digits = try Digits.test()[0..<200]
    let loss = network.loss(of: digits.labels)
    func accuracy(_ pictures: Tensor) -> Double {
      100 * network.accuracy(at: pictures, labels: digits.labels)
    }
    let prediction = show.page.predict(
      """
      DigitNet reads 198 of 200 digits. Each pixel may change by 0.15 of the way from black to \
      white. How many does it still read after ten small steps?
      """, options: ["about 190", "about 100", "about 20"])
    let sizes: [Float] = [0, 0.05, 0.1, 0.15, 0.2, 0.3]
    let changed = try show.progress("attacking digits", sizes) { size in
      let ball = Ball(epsilon: size, low: 0, high: 1)
      let one = try fgsm(loss: loss, at: digits.images, in: ball, aim: .away)
      let ten =
        size == 0
        ? digits.images
        : try pgd(
          loss: loss, at: digits.images, from: digits.images, in: ball, step: size / 4, steps: 10,
          aim: .away)
      let random = try (0..<5).map { seed in
        try projected(
          digits.images + Tensor(size) * digits.images.randomSigns(seed: seed),
          around: digits.images, in: ball)
      }
      return (one: one, ten: ten, random: random)
    }
    let one = changed.map { accuracy($0.one) }
    let ten = changed.map { accuracy($0.ten) }
    let random = changed.map { Spread($0.random.map(accuracy)) }
    let shown = changed[3]
    let examples = [digits.images, shown.random[0], shown.one, shown.ten]
    let x = sizes.map(Double.init)
    show.page.chart(
      show.keep(
        LineChart(
          "Digits that are read rightly", x: Axis("ε"),
          y: Axis("of 200 digits", unit: "%", including: 0...100),
          lines: [
            .init(
              "random signs", x: x, y: random.map(\.mean),
              band: random.map { $0.mean - $0.deviation...$0.mean + $0.deviation }),
            .init("one step", x: x, y: one), .init("ten steps", x: x, y: ten),
            .init("guessing", x: [0, 0.3], y: [10, 10], isReference: true),
          ]), as: "accuracy.svg"),
      caption: """
        White is 1. Random signs: mean of five draws, the band is their standard deviation.
        """)
    show.page.table(
      PageTable(
        ["ε", "random signs", "spread", "one step", "ten steps"],
        rows: sizes.indices.map { index in
          [
            .text(x[index].text(decimals: 2)), .number(random[index].mean),
            .number(random[index].deviation), .number(one[index]), .number(ten[index]),
          ]
        }, decimals: 1), caption: "Per cent of 200 test digits.")
    show.page.outcome(
      of: prediction, "\(Int((2 * ten[3]).rounded())) of 200.", answer: "about 20")
    tellOfOneDigit(examples, network, digits, show)
    tellOfNature(examples, network, digits, show)
  }

  /// One of the digits, as it is and changed in three ways.
  private static func tellOfOneDigit(
    _ pictures: [Tensor], _ network: Network, _ digits: Digits, _ show: Demonstration
  ) {
    let names = ["as it is", "random signs", "one step", "ten steps"]
    let answers = pictures.map { network($0).argmax(along: 1) }
    // The first that is read rightly but for attacks.
    let index =
      digits.labels.indices.first { index in
        answers[0][index] == digits.labels[index] && answers[1][index] == digits.labels[index]
          && answers[2][index] != digits.labels[index] && answers[3][index] != digits.labels[index]
      } ?? 0
    show.plates(
      zip(names, pictures).map { name, picture in
        let probabilities = network(picture[index...index]).softmax()
        let answer = probabilities.argmax(along: 1)[0]
        let sure = Double(probabilities[0, answer].scalar)
        return Plate(
          Picture(picture[index].broadcast(to: [3, 28, 28])).scaled(by: 8),
          "\(name): \(answer), \(sure, decimals: 2)",
          alternative: "A handwritten \(digits.labels[index]), \(name).")
      }, columns: 4,
      caption: "Each changed by at most 0.15. Below: what DigitNet reads, and its probability.",
      as: "digit.png")
  }

  /// What nature does to pictures, beside what somebody does who knows the slopes.
  private static func tellOfNature(
    _ pictures: [Tensor], _ network: Network, _ digits: Digits, _ show: Demonstration
  ) {
    let images = digits.images
    var generator = SplitMix64(seed: 5)
    func noisy(_ deviation: Float) -> Tensor {
      let noise = Tensor.normal(deviation: deviation, shape: images.shape, using: &generator)
      return (images + noise).clamped(to: 0...1)
    }
    let blurred = images.padded([(0, 0), (0, 0), (1, 1), (1, 1)]).avgPool2d(3, stride: 1)
    let coarse = images.avgPool2d(2).resized(height: 28, width: 28)
    let rows: [(name: String, picture: Tensor)] = [
      ("random signs, 0.15", pictures[1]), ("normal noise, σ = 0.15", noisy(0.15)),
      ("normal noise, σ = 0.3", noisy(0.3)), ("blur: mean of 3 × 3", blurred),
      ("half as many pixels, enlarged", coarse),
      ("one step, 0.15", pictures[2]), ("ten steps, 0.15", pictures[3]),
    ]
    show.page.table(
      PageTable(
        ["change", "largest", "RMS", "read rightly, %"],
        rows: rows.map { name, picture in
          let change = picture - images
          return [
            .text(name), .text(Double(change.abs().max().scalar).text(decimals: 2)),
            .text(Double(change.squared().mean().sqrt().scalar).text(decimals: 3)),
            .text((100 * network.accuracy(at: picture, labels: digits.labels)).text(decimals: 1)),
          ]
        }),
      caption: """
        Natural changes beside attacks: how far a pixel moves at most, the root of the mean square \
        over all pixels and digits, and the part of 200 digits that DigitNet still reads.
        """)
  }
}
