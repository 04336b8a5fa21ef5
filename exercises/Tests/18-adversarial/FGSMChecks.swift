import Adversarial
import Checking
import Expecting
import Explanations
import Tensors
import Testing

/// One step along the signs of the slopes.
@Suite(.exercise) struct `fgsm(loss:at:in:aim:)` {
  private let weights: Tensor = [2, -0.5, 0, 0.1, -3, 1]
  private let x: Tensor = [[0.5, 0.5, 0.4, 0.9, 0.1, 0]]
  private let ball = Ball(epsilon: 0.2, low: 0, high: 1)

  private let wrongWay = "the wrong way: away the loss rises, towards an answer it falls"
  private let unclamped = "the result leaves the box: each number is kept from low to high"
  private let slope = "the slope itself, times ε; each number moves by ε, however steep it is"
  private let unit = "the slope divided by its length; each number moves by ε, however steep it is"
  private let largest =
    "the slope divided by its largest; each number moves by ε, however steep it is"
  private let zeroUp = "a slope of 0 taken for a rise: sign(0) is 0, and the number stays"
  private let zeroDown = "a slope of 0 taken for a fall: sign(0) is 0, and the number stays"
  private let noEpsilon = "the signs added as they are, without ε"
  private let blind = "`aim` is not looked at, or turned round: towards an answer its loss falls"
  private let change = "the change alone; the changed input is asked for"
  private let changeClamped = "the change brought into the box, and not the input"
  private let eighths = "ε taken for steps of 1/255; it has the units of the input"
  private let unitBox = "a box from 0 to 1, whatever the ball says"
  private let width = "ε multiplied by the width of the box; it has the units of the input"
  private let first = "the slopes of the first example for all; each has its own"

  private func linear(_ x: Tensor) -> Tensor { x.matmul(weights) }

  private var given: KeyValuePairs<String, Any> {
    ["loss": "w · x", "w": weights, "x": x, "ε": 0.2, "box": "0…1"]
  }

  @Test func `away: each number moves by ε to where the loss rises, and stays in the box`() throws {
    let length: Tensor = weights.squared().sum().sqrt()
    let small = Tensor(Float(0.2) / 255)
    try expect(
      fgsm(loss: linear, at: x, in: ball, aim: .away), is: [[0.7, 0.3, 0.4, 1, 0, 0.2]],
      mistakes: [
        wrongWay: [[0.3, 0.7, 0.4, 0.7, 0.3, 0]],
        unclamped: [[0.7, 0.3, 0.4, 1.1, -0.1, 0.2]],
        slope: (x + 0.2 * weights).clamped(to: 0...1),
        unit: (x + 0.2 * weights / length).clamped(to: 0...1),
        largest: (x + 0.2 * weights / 3).clamped(to: 0...1),
        zeroUp: [[0.7, 0.3, 0.6, 1, 0, 0.2]],
        zeroDown: [[0.7, 0.3, 0.2, 1, 0, 0.2]],
        noEpsilon: [[1, 0, 0.4, 1, 0, 1]],
        change: [[0.2, -0.2, 0, 0.2, -0.2, 0.2]],
        "the change alone, brought into the box; it is added to x": [[0.2, 0, 0, 0.2, 0, 0.2]],
        changeClamped: [[0.7, 0.5, 0.4, 1.1, 0.1, 0.2]],
        eighths: (x + small * weights.sign()).clamped(to: 0...1),
        "the signs of x, not of the slopes": [[0.7, 0.7, 0.6, 1, 0.3, 0]],
        "the input as it was": x,
        "the right numbers without the axis of the examples": [0.7, 0.3, 0.4, 1, 0, 0.2],
      ], given: given)
  }

  @Test func `towards: each number moves to where the loss falls`() throws {
    try expect(
      fgsm(loss: linear, at: x, in: ball, aim: .towards), is: [[0.3, 0.7, 0.4, 0.7, 0.3, 0]],
      mistakes: [
        blind: [[0.7, 0.3, 0.4, 1, 0, 0.2]],
        unclamped: [[0.3, 0.7, 0.4, 0.7, 0.3, -0.2]],
        zeroUp: [[0.3, 0.7, 0.2, 0.7, 0.3, 0]],
        zeroDown: [[0.3, 0.7, 0.6, 0.7, 0.3, 0]],
        slope: (x - 0.2 * weights).clamped(to: 0...1),
        change: [[-0.2, 0.2, 0, -0.2, 0.2, -0.2]],
        "the input as it was": x,
      ], given: given)
  }

  @Test func `a box that goes below 0: ε has the units of the input`() throws {
    // Bent losses: the slope of c x² is 2 c x, and its sign that of c x.
    let curves: Tensor = [[[[1, -2, 1]]], [[[3, 1, -1]]], [[[-1, 1, 2]]]]
    let images: Tensor = [[[[-0.9, 0.5, 1.9]]], [[[0.3, -0.2, 0.8]]], [[[0.4, 0, -0.6]]]]
    let signs: Tensor = [[[[-1, -1, 1]]], [[[1, -1, -1]]], [[[-1, 0, -1]]]]
    let wide = Ball(epsilon: 0.25, low: -1, high: 2)
    let loss: Score = { x in (curves * x.squared()).sum(along: 1, 2, 3) }
    try expect(
      fgsm(loss: loss, at: images, in: wide, aim: .away),
      is: (images + 0.25 * signs).clamped(to: -1...2),
      mistakes: [
        wrongWay: (images - 0.25 * signs).clamped(to: -1...2),
        unclamped: images + 0.25 * signs,
        unitBox: (images + 0.25 * signs).clamped(to: 0...1),
        "a box from −1 to 1, whatever the ball says":
          (images + 0.25 * signs).clamped(to: -1...1),
        width: (images + 0.75 * signs).clamped(to: -1...2),
        slope: (images + 0.5 * curves * images).clamped(to: -1...2),
        first: (images + 0.25 * signs[..<1]).clamped(to: -1...2),
        zeroUp: (images + 0.25 * signs.replacing(with: 1, where: signs .== 0))
          .clamped(to: -1...2),
        "the first example alone": (images[..<1] + 0.25 * signs[..<1]).clamped(to: -1...2),
      ],
      given: ["loss": "c x², added up", "c": curves, "x": images, "ε": 0.25, "box": "−1…2"])
  }

  @Test func `a linear loss changes by exactly ε times the magnitudes of its weights`() throws {
    try forEachSeed { generator in
      let weights = Tensor.normal(shape: [7], using: &generator)
      let x = Tensor.normal(shape: [3, 7], using: &generator)
      let open = Ball(epsilon: 0.375, low: -.infinity, high: .infinity)
      let loss: Score = { $0.matmul(weights) }
      let reach: Tensor = 0.375 * weights.abs().sum()
      let found = try fgsm(loss: loss, at: x, in: open, aim: .away)
      try expect(found.shape, is: x.shape)
      try expect(
        found.matmul(weights) - x.matmul(weights), is: reach.broadcast(to: [3]), within: 1e-4,
        mistakes: [
          wrongWay: (-reach).broadcast(to: [3]),
          slope: (0.375 * weights.squared().sum()).broadcast(to: [3]),
        ], given: ["loss": "w · x", "w": weights, "x": x, "ε": 0.375])
    }
  }

  @Test func `a loss of many places, counted out one by one`() throws {
    try forEachSeed { generator in
      let x = Tensor.uniform(in: 0..<1, shape: [2, 2, 1, 3], using: &generator)
      let targets = Tensor.uniform(in: 0..<1, shape: [2, 2, 1, 3], using: &generator)
      let loss: Score = { x in (x - targets).squared().squared().sum(along: 1, 2, 3) }
      for aim in [Aim.away, .towards] {
        let moved: [Float] = zip(x.scalars, targets.scalars).map { number, target in
          let up: Bool = (number > target) == (aim == .away)
          return min(max(up ? number + 0.1 : number - 0.1, 0), 1)
        }
        try expect(
          fgsm(loss: loss, at: x, in: Ball(epsilon: 0.1, low: 0, high: 1), aim: aim),
          is: Tensor(moved, shape: x.shape),
          given: ["loss": "(x − t)⁴", "t": targets, "x": x, "ε": 0.1, "aim": aim])
      }
    }
  }

  @Test(arguments: EmptyBall.all) func `a ball without inside is refused`(_ empty: EmptyBall) throws
  {
    try expectRefusal(.ball(empty.ball), given: empty.given) {
      try fgsm(loss: linear, at: x, in: empty.ball, aim: .away)
    }
  }

  @Test func `a slope that is no number is refused, and an error of the loss comes out`() throws {
    // The logarithm of 0, times 0.
    try expectRefusal(.slope, given: ["loss": "0 · log x", "x": 0]) {
      try fgsm(loss: { (0 * $0.log()).sum(along: 1) }, at: [[0, 0.5]], in: ball, aim: .away)
    }
    try expectLossError {
      _ = try fgsm(loss: { _ in throw LossError() }, at: x, in: ball, aim: .away)
    }
  }
}
