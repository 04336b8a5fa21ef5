import Figures
import Foundation
import Showing
import Tensors
import TensorsAndGradients
import Texts

/// A tape by hand, the judge of gradients and its own mistakes, and a network that learns on the tape.
@main struct Demo {
  static func main() {
    Demonstration.run("Tensors and gradients", lesson: "01-tensors-and-gradients") { show in
      try show.part { try tellOfTheTape(show) }
      try show.part { try tellOfBroadcasting(show) }
      try show.part { try tellOfTheStep(show) }
      try show.part { try tellOfTraps(show) }
      try show.part { try tellOfTheNetwork(show) }
    }
  }

  private static func tellOfTheTape(_ show: Demonstration) throws {
    show.page.text(
      """
      The tape of the lesson: y = a · s, where a = x · w and s = a + x, with x = 3 and w = 2. It is \
      read forwards once, for the values, and backwards once, for all gradients.
      """)
    let names = ["x", "w", "a = x * w", "s = a + x", "y = a * s"]
    let tape = [
      Step(.input), Step(.input), Step(.multiply, of: 0, 1), Step(.add, of: 2, 0),
      Step(.multiply, of: 2, 3),
    ]
    let values = forward(through: tape, from: [3, 2])
    let order = try backwardOrder(of: tape, from: 4)
    let gradients = try backward(through: tape, values: values, from: 4)
    var parts: [(from: Int, to: Int, part: Double)] = []
    for step in order {
      let pulled = try pullback(
        of: tape[step].operation, inputs: tape[step].inputs.map { values[$0] },
        upstream: gradients[step])
      parts += zip(tape[step].inputs, pulled).map { (step, $0, Double($1.scalar)) }
    }
    let picture = Diagrams.tape(
      values: values.map { Double($0.scalar) }, gradients: gradients.map { Double($0.scalar) },
      parts: parts)
    show.page.chart(
      show.keep(picture, as: "tape.svg"),
      caption: "Grey arrows carry values forward, green ones slopes back; what meets is added.")
    show.page.table(
      PageTable(
        ["visited", "value", "slope", "goes back"],
        rows: order.map { step in
          let passed = parts.filter { $0.from == step }
          return [
            .text(names[step]), .number(Double(values[step].scalar)),
            .number(Double(gradients[step].scalar)),
            .text(
              passed.map { "\($0.part.shortText(digits: 3)) to \(names[$0.to].prefix(1))" }
                .joined(separator: ", ")),
          ]
        }, decimals: 0),
      caption: "Every step of the walk, in its order: its slope, and what goes back from it.")
  }

  private static func tellOfBroadcasting(_ show: Demonstration) throws {
    show.page.section("Copies add up")
    let gradient: Tensor = [[1, -2, 3], [4, 5, -6]]
    let sum = try unbroadcast(gradient, to: [3])
    let picture = Diagrams.broadcast(
      row: [10, 20, 30], gradient: (0..<2).map { gradient[$0].scalars.map(Double.init) },
      sum: sum.scalars.map(Double.init))
    show.page.chart(
      show.keep(picture, as: "broadcast.svg"),
      caption: "Forward a row is copied; backward the gradients of its copies are added.")
  }

  /// The error of a finite difference against its step.
  private static func tellOfTheStep(_ show: Demonstration) throws {
    show.page.section("How large a step?")
    let prediction = show.page.predict(
      """
      A right gradient of e to the power of x, checked at 1 with a step of 0.01, seems to be wrong \
      by \(try error(step: 0.01).text(decimals: 6)). How much with a step of 0.0000001?
      """,
      options: ["far less", "about as much", "far more"])
    let steps = (0...14).map { pow(10, -7 + Double($0) / 2) }
    let errors = try steps.map { Double(try error(step: Float($0))) }
    let decimals = ["1"] + (1...7).map { "0." + String(repeating: "0", count: $0 - 1) + "1" }
    let oneSided = steps.map { Double(oneSidedError(step: Float($0))) }
    show.page.chart(
      show.keep(
        LineChart(
          "Too small a step errs as much as too large a one",
          x: Axis("step", scale: .logarithmic), y: Axis("error", scale: .logarithmic),
          lines: [
            LineChart.Line("both sides", x: steps, y: errors),
            LineChart.Line("one side", x: steps, y: oneSided),
          ]), as: "judge.svg"))
    let (asked, made) = tinySlopes()
    show.page.text(
      """
      With a step of 0.0000001 the judge says \(asked.text(decimals: 2)) instead of e. The step is rounded \
      as well: divided by the step that was really made, it is \(made.text(decimals: 2)).
      """)
    show.page.table(
      PageTable(
        ["step", "both sides", "one side"],
        rows: [14, 12, 10, 8, 6, 4, 2, 0].map { index in
          [
            .text("\(decimals[7 - index / 2])"), .text(errors[index].text(decimals: 6)),
            .text(oneSided[index].text(decimals: 6)),
          ]
        }))
    show.page.outcome(
      of: prediction,
      "The gradient is right all the time. With a tiny step it is the difference that is wrong.",
      answer: "far more")
  }

  /// What the exercise says of the right gradient of e to the power of x at 1.
  private static func error(step: Float) throws -> Float {
    let x: Tensor = [[1]]
    return try largestGradientError(
      of: { x in x.exp().sum(along: 1) }, at: x, claimed: x.exp(), step: step)
  }

  private static func oneSidedError(step: Float) -> Float {
    let x: Tensor = 1
    let slope = ((x + Tensor(step)).exp() - x.exp()) / Tensor(step)
    return (x.exp() - slope).abs().scalar
  }

  /// The slope of e to the power of x at 1 by a tiny step, divided by what was asked for, and by the step
  /// that was made: 1 ± h are rounded too.
  private static func tinySlopes() -> (asked: Float, made: Float) {
    let h: Float = 1e-7
    let (above, below): (Tensor, Tensor) = (Tensor(1 + h), Tensor(1 - h))
    let change = above.exp() - below.exp()
    return ((change / Tensor(2 * h)).scalar, (change / (above - below)).scalar)
  }

  private static func tellOfTraps(_ show: Demonstration) throws {
    show.page.section("Three traps of the judge")
    let kink = try largestGradientError(
      of: { x in x.relu().sum(along: 1) }, at: [[0.001]], claimed: [[1]], step: 0.01)
    let offset = try largestGradientError(
      of: { x in (x * x).sum(along: 1) + 10_000 }, at: [[1]], claimed: [[2]], step: 0.001)
    let without = try largestGradientError(
      of: { x in (x * x).sum(along: 1) }, at: [[1]], claimed: [[2]], step: 0.001)
    let dead = try largestGradientError(
      of: { x in (x * x - 10).relu().sum(along: 1) }, at: [[1]], claimed: [[0]], step: 0.01)
    show.page.table(
      PageTable(
        ["a right gradient of", "at", "step", "error"],
        rows: [
          ["relu(x)", "0.001", "0.01", .text(kink.text(decimals: 3))],
          ["x²", "1", "0.001", .text(without.text(decimals: 6))],
          ["x² + 10 000", "1", "0.001", .text(offset.text(decimals: 3))],
          ["relu(x² − 10), claimed to be 0", "1", "0.01", .text(dead.text(decimals: 3))],
        ]))
    show.page.text(
      """
      Across the kink of relu the difference sees half of either side. Beside a large number a \
      small change is rounded away. And where nothing flows, an engine that returns zeros and \
      nothing else passes: check where the gradient is not zero.
      """)
  }

  private static func tellOfTheNetwork(_ show: Demonstration) throws {
    show.page.section("A network on the tape")
    var network = try Perceptron()
    let numbers = network.parameters.reduce(0) { $0 + $1.count }
    show.page.text(
      """
      A perceptron of 784, 32 and 10 numbers, \(numbers / 1000),\(numbers % 1000) weights and \
      biases in all, learns sixteen digits. The tape has thirteen steps, and every gradient comes from `backward`.
      """)
    let start = network
    let losses = try show.progress("learning", Array(0..<60)) { _ in
      let (loss, gradients) = try network.lossAndGradients()
      network.learn(from: gradients, rate: 0.5)
      return Double(loss)
    }
    show.page.chart(
      LineChart(
        "The loss of sixteen digits", x: Axis("steps"), y: Axis("cross-entropy", including: 0...1),
        lines: [LineChart.Line("loss", x: losses.indices.map(Double.init), y: losses)]))
    show.page.text(
      """
      It begins at \(losses[0].text(decimals: 3)), where ten equal guesses have ln 10 = 2.303, and after 60 \
      steps it is \(losses[59].text(decimals: 3)). Before, \(start.rightCount) of 16 were right, now \
      \(network.rightCount).
      """)
    try tellOfInk(network, show)
    try tellOfAgreement(start, show)
  }

  /// The gradient with respect to the images comes from the same sweep.
  private static func tellOfInk(_ network: Perceptron, _ show: Demonstration) throws {
    let gradient = try network.lossAndGradients().gradients[0]
    let digits = (0..<4).map { index in
      Plate(
        Picture(1 - network.images[index].reshaped(to: [28, 28])), "\(network.labels[index])",
        alternative: "A handwritten \(network.labels[index]).")
    }
    let maps = try (0..<4).map { index in
      Plate(
        try Heat(gradient[index].reshaped(to: [28, 28]), .signed).picture, "gradient",
        alternative: "Red and blue grain, with blue along the strokes.")
    }
    show.plates(
      digits + maps, columns: 4,
      bar: ColourBar(
        .diverging, numbers: ["smaller", "0", "larger"], measure: "more ink would make the loss"),
      caption: """
        Below each digit the gradient of the loss with respect to its pixels: more ink on red would \
        make the loss larger, on blue smaller. Look for the strokes in blue.
        """, as: "digits.png")
  }

  private static func tellOfAgreement(_ network: Perceptron, _ show: Demonstration) throws {
    show.page.section("The truth")
    let (loss, mine) = try network.lossAndGradients()
    let (coreLoss, truth) = network.lossAndGradientsOfCore()
    let names = ["images", "first weights", "first bias", "second weights", "second bias"]
    let distances = zip(mine, truth).map { Double(($0 - $1).abs().max().scalar) }
    show.page.table(
      PageTable(
        ["gradient of", "numbers", "largest", "apart by at most"],
        rows: [
          [
            "the loss itself", "1", .text(Double(coreLoss).text(decimals: 3)),
            .text((loss - coreLoss).magnitude.scientificText(decimals: 0)),
          ]
        ]
          + names.indices.map { index in
            [
              .text(names[index]), .text("\(truth[index].count)"),
              .text(Double(truth[index].abs().max().scalar).text(decimals: 3)),
              .text(distances[index].scientificText(decimals: 0)),
            ]
          }))
    let share = { (claims: [Tensor]) in
      let right = zip(claims, truth).dropFirst().reduce(Float(0)) { sum, pair in
        sum + ((pair.0 - pair.1).abs() .<= 1e-5).sum().scalar
      }
      return Double(right) / Double(truth.dropFirst().reduce(0) { $0 + $1.count })
    }
    let question = Question.rightGradient
    show.score(
      "the tape", share(mine), question: question, chance: share(truth.map { .zeros($0.shape) }),
      within: 0.9999...1)
    show.truth(
      """
      The core of the course finds the same gradients without a tape, so all numbers should agree \
      within 0.00001. Chance is an engine that returns zeros: they are right where a pixel is never \
      inked.
      """,
      question: question, measure: Axis("share of the numbers that agree", including: 0...1))
  }
}
