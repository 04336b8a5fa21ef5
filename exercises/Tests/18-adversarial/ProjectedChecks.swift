import Adversarial
import Checking
import Expecting
import Tensors
import Testing

/// The nearest place in the ball and in the box.
@Suite(.exercise) struct `projected(_:around:in:)` {
  private let x: Tensor = [[0.5, 0.5, 0.9, 0.1, 0.5, 0.5]]
  private let candidate: Tensor = [[0.9, 0.1, 1.3, -0.4, 0.55, 0.5]]
  private let ball = Ball(epsilon: 0.2, low: 0, high: 1)

  private let noBox = "only the ball: the box keeps the result between low and high"
  private let noBall = "only the box: no number may differ from that of x by more than ε"
  private let noLower = "only the upper side of the ball; no number falls by more than ε either"
  private let noUpper = "only the lower side of the ball; no number rises by more than ε either"
  private let scaled = "the whole change made smaller by one factor; each number has its own bounds"
  private let lengthwise =
    "a round ball: the change made as long as ε; each number has its own bounds"
  private let edge = "always at the edge of the ball; what is inside stays"
  private let change = "the change; the input is asked for"
  private let swapped = "x brought to the candidate; the candidate is brought to x"
  private let unitBox = "a box from 0 to 1, whatever the ball says"
  private let ballLast =
    "the ball after the box: if x lies outside the box, the box has the last word"

  private var given: KeyValuePairs<String, Any> {
    ["candidate": candidate, "x": x, "ε": 0.2, "box": "0…1"]
  }

  @Test func `no number leaves the ball, none the box, and what lies inside stays`() throws {
    let moved = candidate - x
    let length: Tensor = moved.squared().sum().sqrt()
    try expect(
      projected(candidate, around: x, in: ball), is: [[0.7, 0.3, 1, 0, 0.55, 0.5]],
      mistakes: [
        noBox: [[0.7, 0.3, 1.1, -0.1, 0.55, 0.5]],
        noBall: [[0.9, 0.1, 1, 0, 0.55, 0.5]],
        noLower: [[0.7, 0.1, 1, 0, 0.55, 0.5]],
        noUpper: [[0.9, 0.3, 1, 0, 0.55, 0.5]],
        scaled: (x + 0.4 * moved).clamped(to: 0...1),
        lengthwise: (x + 0.2 * moved / length).clamped(to: 0...1),
        edge: [[0.7, 0.3, 1, 0, 0.7, 0.5]],
        change: [[0.2, -0.2, 0.1, -0.1, 0.05, 0]],
        swapped: [[0.7, 0.3, 1, 0, 0.5, 0.5]],
        "the change alone, kept to the ball; it is added to x": [[0.2, -0.2, 0.2, -0.2, 0.05, 0]],
        "the change alone, kept to ball and box; it is added to x": [[0.2, 0, 0.2, 0, 0.05, 0]],
        "minimum and maximum exchanged, so that all ends at x + ε": [[0.7, 0.7, 1, 0.3, 0.7, 0.7]],
        "minimum and maximum exchanged, so that all ends at x − ε": [[0.3, 0.3, 0.7, 0, 0.3, 0.3]],
        "a ball half as large; it goes from x − ε to x + ε": [[0.6, 0.4, 1, 0, 0.55, 0.5]],
        "the candidate as it came": candidate,
        "x itself": x,
        "a ball from −ε to ε around 0; its middle is x": [[0.2, 0.1, 0.2, 0, 0.2, 0.2]],
      ], given: given)
  }

  @Test func `images in a box that goes below 0, each number around its own`() throws {
    let images: Tensor = [[[[-0.9, 0.2]]], [[[0, 0.5]]], [[[-0.3, 0.9]]]]
    let candidates: Tensor = [[[[-1.4, -0.3]]], [[[0.05, 1.5]]], [[[0.3, 0.6]]]]
    try expect(
      projected(candidates, around: images, in: Ball(epsilon: 0.25, low: -1, high: 1)),
      is: [[[[-1, -0.05]]], [[[0.05, 0.75]]], [[[-0.05, 0.65]]]],
      mistakes: [
        unitBox: [[[[0, 0]]], [[[0.05, 0.75]]], [[[0, 0.65]]]],
        noBox: [[[[-1.15, -0.05]]], [[[0.05, 0.75]]], [[[-0.05, 0.65]]]],
        noBall: [[[[-1, -0.3]]], [[[0.05, 1]]], [[[0.3, 0.6]]]],
        noLower: [[[[-1, -0.3]]], [[[0.05, 0.75]]], [[[-0.05, 0.6]]]],
        noUpper: [[[[-1, -0.05]]], [[[0.05, 1]]], [[[0.3, 0.65]]]],
        "around the first example for all; each has its own":
          [[[[-1, -0.05]]], [[[-0.65, 0.45]]], [[[-0.65, 0.45]]]],
      ], given: ["candidate": candidates, "x": images, "ε": 0.25, "box": "−1…1"])
  }

  @Test func `it is the nearest place, and what was projected stays where it is`() throws {
    try forEachSeed { generator in
      let x = Tensor.uniform(in: 0..<1, shape: [3, 2, 2], using: &generator)
      let candidate = x + Tensor.normal(shape: [3, 2, 2], using: &generator)
      let ball = Ball(epsilon: 0.3, low: 0, high: 1)
      // Of a fine row of numbers in the ball and the box, the nearest one.
      let nearest: [Float] = zip(x.scalars, candidate.scalars).map { middle, wish in
        let (low, high): (Float, Float) = (max(middle - 0.3, 0), min(middle + 0.3, 1))
        return wish < low ? low : wish > high ? high : wish
      }
      let truth = Tensor(nearest, shape: x.shape)
      try expect(
        projected(candidate, around: x, in: ball), is: truth,
        given: ["candidate": candidate, "x": x, "ε": 0.3, "box": "0…1"])
      try expect(
        projected(truth, around: x, in: ball), is: truth,
        given: ["candidate": truth, "x": x, "ε": 0.3, "box": "0…1"])
    }
  }

  @Test func `a ball of nothing leaves x, and the box has the last word`() throws {
    try expect(
      projected(candidate, around: x, in: Ball(epsilon: 0, low: 0, high: 1)), is: x,
      mistakes: [noBall: [[0.9, 0.1, 1, 0, 0.55, 0.5]]],
      given: ["candidate": candidate, "x": x, "ε": 0])
    try expect(
      projected([[1.35, -0.5]], around: [[1.3, 0.5]], in: Ball(epsilon: 0.1, low: 0, high: 1)),
      is: [[1, 0.4]],
      mistakes: [ballLast: [[1.2, 0.4]], noBox: [[1.35, 0.4]]],
      given: ["candidate": "1.35, −0.5", "x": "1.3, 0.5", "ε": 0.1, "box": "0…1"])
  }

  @Test(arguments: EmptyBall.all) func `a ball without inside is refused`(_ empty: EmptyBall) throws
  {
    try expectRefusal(.ball(empty.ball), given: empty.given) {
      try projected(candidate, around: x, in: empty.ball)
    }
  }

  @Test func `a candidate of another shape is refused, though a broadcast would hide it`() throws {
    try expectRefusal(
      .shape([1, 1], around: [1, 6]),
      mistakes: [
        "the two shapes exchanged: that of the candidate comes first":
          "\(UnusableAttack.shape([1, 6], around: [1, 1]))"
      ], given: ["candidate": [1, 1], "x": [1, 6]]
    ) {
      try projected([[0.5]], around: x, in: ball)
    }
    try expectRefusal(
      .shape([3, 6], around: [1, 6]), given: ["candidate": [3, 6], "x": [1, 6]]
    ) {
      try projected(.ones([3, 6]), around: x, in: ball)
    }
  }
}
