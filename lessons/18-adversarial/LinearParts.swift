import Adversarial
import Datasets
import Explanations
import Figures
import Layers
import Showing
import Tensors
import Texts

/// A linear network that tells 3 from 8: its slopes are known, so what an attack can do is known.
extension Demo {
  /// The digits to be asked about, and the line between them.
  private struct Line {
    /// What one step of a pixel does to the score, `[784]`.
    let weights: Tensor
    let bias: Float
    /// Test digits that are read rightly, `[N, 784]`.
    let digits: Tensor
    /// 1 for an 8 and −1 for a 3.
    let sides: Tensor

    init() throws {
      func chosen(_ digits: Digits) -> Digits {
        digits[digits.labels.indices.filter { [3, 8].contains(digits.labels[$0]) }]
      }
      let (training, test) = (chosen(try .training()), chosen(try .test()))
      var generator = SplitMix64(seed: 1)
      var network = Network(
        input: [784], layers: ["linear": .linear(inFeatures: 784, outFeatures: 2)])
      network.initialize(using: &generator)
      try train(
        &network,
        on: Examples(
          inputs: training.images.flattened(from: 1),
          labels: training.labels.map { $0 == 8 ? 1 : 0 }),
        with: Adam(learningRate: 2e-3, weightDecay: 1e-3),
        by: TrainingPlan(epochs: 12, batchSize: 32, seed: 1), report: { _ in })
      let fitted = network
      let score: Score = { fitted($0)[.all, 1] - fitted($0)[.all, 0] }
      let nothing = Tensor.zeros([1, 784])
      weights = try slopes(of: score, at: nothing)[0]
      bias = try score(nothing)[0].scalar
      let pictures = test.images.flattened(from: 1)
      let sides = Tensor(test.labels.map { $0 == 8 ? 1 : -1 })
      let margins = sides * (pictures.matmul(weights) + Tensor(bias))
      let right = margins.scalars.indices.filter { margins.scalars[$0] > 0 }
      digits = pictures.selecting(right, along: 0)
      self.sides = sides.selecting(right, along: 0)
    }

    /// How far the score of each picture lies on the right side.
    func margins(of pictures: Tensor, _ sides: Tensor) -> Tensor {
      sides * (pictures.matmul(weights) + Tensor(bias))
    }
  }

  static func tellOfTheLine(_ show: Demonstration) throws {
    show.page.section("A line, foretold")
    show.page.chart(
      show.keep(Diagrams.manySmall, as: "many-small.svg"),
      caption: "Five numbers, each moved by 0.1.")
    let line = try Line()
    let prediction = show.page.predict(
      """
      The weights of a linear network that tells 3 from 8 are known. On how many of its digits \
      does the answer turn within 1 % of the ε that the weights foretell?
      """, options: ["about half", "nine of ten", "all"])
    let count = line.digits.shape[0]
    let margins = line.margins(of: line.digits, line.sides)
    let open = (low: -Float.infinity, high: Float.infinity)
    /// Whether an attack of each size turns the answer of one digit.
    func turning(_ index: Int, in box: (low: Float, high: Float)) throws -> Float {
      let (x, side) = (line.digits[index...index], line.sides[index...index])
      return try smallestEpsilon(
        that: { epsilon in
          let ball = Ball(epsilon: epsilon, low: box.low, high: box.high)
          let moved = try fgsm(
            loss: { -line.margins(of: $0, side) }, at: x, in: ball, aim: .away)
          return line.margins(of: moved, side).scalars[0] <= 0
        }, below: 2, tolerance: 1e-5)
    }
    let foretold = try (0..<count).map { index in
      try flippingEpsilon(weights: line.weights, margin: margins.scalars[index])
    }
    let found = try (0..<count).map { try turning($0, in: open) }
    let boxed = try (0..<count).map { try turning($0, in: (0, 1)) }
    let near = zip(found, foretold).count { abs($0 - $1) <= 0.01 * $1 + 2e-5 }
    show.page.outcome(of: prediction, "All \(near) of \(count).", answer: "all")
    let (mean, worst) = (
      Spread(foretold.map(Double.init)),
      zip(found, foretold).map { abs($0 - $1) }.max() ?? 0
    )
    let ratios = Spread(zip(boxed, found).map { Double($0 / $1) })
    show.page.text(
      """
      \(count) test digits are read rightly. Foretold is ε = \(mean.text(decimals: 4)) \
      (mean ± standard deviation); the largest difference to what bisection finds is \
      \(Double(worst).text(decimals: 6)). Where pixels have to stay between 0 and 1, \
      \(ratios.text(decimals: 2)) times as much is needed.
      """)
    try tellOfTheFall(line, margins, show)
  }

  /// How the margin falls with ε, by aim and without.
  private static func tellOfTheFall(
    _ line: Line, _ margins: Tensor, _ show: Demonstration
  ) throws {
    let sizes: [Float] = [0, 0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.07]
    let ones = Double(line.weights.abs().sum().scalar)
    let two = Double(line.weights.squared().sum().sqrt().scalar)
    let start = Double(margins.mean().scalar)
    let loss: Score = { -line.margins(of: $0, line.sides) }
    let attacked = try sizes.map { size in
      let ball = Ball(epsilon: size, low: -.infinity, high: .infinity)
      let moved = try fgsm(loss: loss, at: line.digits, in: ball, aim: .away)
      return Double(line.margins(of: moved, line.sides).mean().scalar)
    }
    // What random signs do to each margin, all digits and twenty draws.
    let falls = (0..<20).flatMap { seed in
      let signs = line.digits.randomSigns(seed: UInt64(seed))
      return (line.sides * signs.matmul(line.weights)).scalars.map(Double.init)
    }
    let random = Spread(falls)
    let x = sizes.map(Double.init)
    show.page.chart(
      show.keep(
        LineChart(
          "The margin falls in a straight line", x: Axis("ε"), y: Axis("margin"),
          lines: [
            .init(
              "random signs", x: x, y: x.map { start + $0 * random.mean },
              band: x.map { size in
                let (low, high) = (random.mean - random.deviation, random.mean + random.deviation)
                return start + size * low...start + size * high
              }),
            .init("along the signs of the slopes", x: x, y: attacked),
            .init(
              "foretold: − ε‖w‖₁", x: x, y: x.map { start - $0 * ones }, isReference: true),
          ]), as: "margin.svg"),
      caption: """
        The mean margin of all digits, without a box. The band is one standard deviation of random \
        signs over digits and twenty draws.
        """)
    let slope = (attacked[0] - attacked[7]) / 0.07
    // What the slope itself reaches where its largest number is as large as ε.
    let proportional = two * two / Double(line.weights.abs().max().scalar)
    show.page.text(
      """
      ‖w‖₁ is \(ones.text(decimals: 2)), and the margin falls by \(slope.text(decimals: 2)) for \
      each ε of 1. The mean margin is \(start.text(decimals: 2)). Random signs move it by \
      \(random.mean.signedText(decimals: 2)) ± \(random.deviation.text(decimals: 2)); ‖w‖₂ is \
      \(two.text(decimals: 2)). The slope itself, scaled so that its largest number is ε, moves it \
      by \(proportional.text(decimals: 2)).
      """)
    show.score(
      "signs of the slope", slope / ones, question: .shareOfTheFall, chance: random.mean / ones,
      chanceSpread: random.deviation / ones, within: 0.999...1.001)
    show.score(
      "the slope, scaled", proportional / ones, question: .shareOfTheFall, within: 0.15...0.6)
    show.truth(
      "The weights are known, so the largest possible fall of the margin is known: ε‖w‖₁.",
      question: .shareOfTheFall,
      measure: Axis("part of the largest possible fall", including: 0...1))
    show.league(
      caption: "Both ways of changing all numbers by at most ε, beside random signs.",
      as: "league.svg")
  }
}
