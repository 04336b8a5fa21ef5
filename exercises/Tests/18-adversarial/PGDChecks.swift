import Adversarial
import Checking
import Expecting
import Explanations
import Tensors
import Testing

/// Many small steps, each brought back into the ball.
@Suite(.exercise) struct `pgd(loss:at:from:in:step:steps:aim:)` {
  /// Six numbers: two that turn around, one far target in each direction, a start elsewhere, and a
  /// start that lies off the middle.
  private let walk = Walk(
    x: [0.5, 0.5, 0.9, 0.95, 0.5, 0.5], start: [0.5, 0.5, 0.9, 0.95, 0.6, 0.65],
    targets: [0.75, 0.62, -1, 2, 0.57, 2], curves: [1, 1, 1, 1, 1, 1],
    ball: Ball(epsilon: 0.2, low: 0, high: 1), step: 0.15, steps: 3)

  private let wrongWay = "the wrong way: away the loss rises, towards an answer it falls"
  private let atX = "the slope at x for every step; each takes it where the picture is now"
  private let atStart =
    "the slope at the start for every step; each takes it where the picture is now"
  private let drifting =
    "no ball, or one that goes along with the picture: it stays around x for all steps"
  private let aroundStart = "the ball around the start; its middle is x"
  private let atTheEnd = "brought back once, after the last step; it is done after each"
  private let noBox = "only the ball: the box keeps the result between low and high"
  private let slope = "the slope itself, times the step; each number moves by the step"
  private let epsilonSteps = "steps of ε; each goes as far as `step` says"
  private let fromX = "the walk begins at x, whatever the start is"
  private let otherCount =
    "one step too many, or one too few, or the best place on the way; the last place is right"
  private let shared = "the step divided by their number; each goes as far as `step` says"
  private let blind = "`aim` is not looked at, or turned round: away from the label its loss rises"
  private let fromTheMiddle = "every step taken from x; it begins where the picture is now"
  private let oneStep = "a single step"

  private func found(_ walk: Walk, shape: [Int]) throws -> Tensor {
    try pgd(
      loss: walk.loss(shape: shape), at: Tensor(walk.x, shape: shape),
      from: Tensor(walk.start, shape: shape), in: walk.ball, step: walk.step, steps: walk.steps,
      aim: walk.aim)
  }

  private func given(_ walk: Walk, shape: [Int]) -> KeyValuePairs<String, Any> {
    [
      "loss": "c · (x − t)², added up", "c": Tensor(walk.curves, shape: shape),
      "t": Tensor(walk.targets, shape: shape), "x": Tensor(walk.x, shape: shape),
      "start": Tensor(walk.start, shape: shape), "ε": walk.ball.epsilon, "step": walk.step,
      "steps": walk.steps, "aim": walk.aim,
    ]
  }

  @Test func `towards: step by step, brought back after each`() throws {
    let shape = [1, 6]
    let truth: Tensor = [[0.7, 0.65, 0.7, 1, 0.45, 0.7]]
    try expect(
      found(walk, shape: shape), is: truth,
      mistakes: [
        wrongWay: walk.end(shape: shape) { $0.aim = .away },
        atX: walk.end(shape: shape) { $0.place = .x },
        fromTheMiddle: walk.end(shape: shape) { $0.origin = .x },
        "the step taken for a part of ε; it has the units of the input":
          walk.end(shape: shape) { $0.step = 0.03 },
        atStart: walk.end(shape: shape) { $0.place = .start },
        drifting: walk.end(shape: shape) { $0.middle = .picture },
        aroundStart: walk.end(shape: shape) { $0.middle = .start },
        atTheEnd: walk.end(shape: shape) { $0.onlyAtTheEnd = true },
        "neither ball nor box: nothing is brought back": walk.end(shape: shape) {
          $0.middle = .nothing
          $0.hasBox = false
        },
        noBox: walk.end(shape: shape) { $0.hasBox = false },
        slope: walk.end(shape: shape) { $0.slope = .itself },
        epsilonSteps: walk.end(shape: shape) { $0.step = 0.2 },
        fromX: walk.end(shape: shape) { $0.start = $0.x },
        otherCount: walk.end(shape: shape) { $0.steps = 4 },
        shared: walk.end(shape: shape) { $0.step = 0.05 },
        oneStep: walk.end(shape: shape) { $0.steps = 1 },
        "the start, without a step": walk.end(shape: shape) { $0.steps = 0 },
      ], given: given(walk, shape: shape))
  }

  @Test func `away: the loss rises, to the edge of the ball or of the box`() throws {
    var walk = walk
    walk.aim = .away
    let shape = [1, 6]
    try expect(
      found(walk, shape: shape), is: [[0.3, 0.3, 1, 0.75, 0.7, 0.3]],
      mistakes: [
        blind: walk.end(shape: shape) { $0.aim = .towards },
        atX: walk.end(shape: shape) { $0.place = .x },
        drifting: walk.end(shape: shape) { $0.middle = .picture },
        aroundStart: walk.end(shape: shape) { $0.middle = .start },
        noBox: walk.end(shape: shape) { $0.hasBox = false },
        slope: walk.end(shape: shape) { $0.slope = .itself },
        oneStep: walk.end(shape: shape) { $0.steps = 1 },
      ], given: given(walk, shape: shape))
  }

  @Test func `a batch of images, counted out number by number`() throws {
    try forEachSeed { generator in
      let shape = [3, 2, 1, 3]
      let x = Tensor.uniform(in: -1..<1, shape: shape, using: &generator)
      let shift = Tensor.uniform(in: -0.3..<0.3, shape: shape, using: &generator)
      let targets = Tensor.uniform(in: -1..<1, shape: shape, using: &generator)
      let curves = Tensor.uniform(in: 1..<2, shape: shape, using: &generator)
      for (aim, steps) in [(Aim.away, 4), (.towards, 5)] {
        let walk = Walk(
          x: x.scalars, start: (x + shift).scalars, targets: targets.scalars,
          curves: curves.scalars, ball: Ball(epsilon: 0.3, low: -1, high: 1), step: 0.07,
          steps: steps, aim: aim)
        try expect(
          found(walk, shape: shape), is: walk.end(shape: shape), within: 1e-4,
          given: given(walk, shape: shape))
      }
    }
  }

  @Test func `where the slope is 0 the number stays`() throws {
    var flat = walk
    flat.curves = [0, 1, 0, 1, 0, 1]
    let shape = [2, 3]
    try expect(
      found(flat, shape: shape), is: [[0.5, 0.65, 0.9], [1, 0.6, 0.7]],
      mistakes: [
        "a slope of 0 taken for a rise: sign(0) is 0, and the number stays":
          flat.end(shape: shape) { $0.slope = .upwardsAtZero }
      ], given: given(flat, shape: shape))
  }

  @Test func `a linear loss changes by ε times the magnitudes, from any start`() throws {
    try forEachSeed { generator in
      let weights = Tensor.normal(shape: [5], using: &generator)
      let x = Tensor.normal(shape: [3, 5], using: &generator)
      let start = x + Tensor.uniform(in: -0.25..<0.25, shape: [3, 5], using: &generator)
      let open = Ball(epsilon: 0.25, low: -.infinity, high: .infinity)
      let loss: Score = { $0.matmul(weights) }
      let found = try pgd(
        loss: loss, at: x, from: start, in: open, step: 0.11, steps: 5, aim: .away)
      try expect(found.shape, is: x.shape)
      try expect(
        found.matmul(weights) - x.matmul(weights),
        is: (0.25 * weights.abs().sum()).broadcast(to: [3]), within: 1e-4,
        mistakes: [
          drifting: start.matmul(weights) - x.matmul(weights) + 0.55 * weights.abs().sum()
        ],
        given: ["loss": "w · x", "w": weights, "x": x, "start": start, "ε": 0.25, "step": 0.11])
    }
  }

  @Test func `without a step it is the start, brought into ball and box`() throws {
    try expect(
      pgd(
        loss: { $0.sum(along: 1) }, at: [[0.5, 0.5, 0.9]], from: [[0.6, 0.1, 1.3]], in: walk.ball,
        step: 0.1, steps: 0, aim: .away), is: [[0.6, 0.3, 1]],
      mistakes: [
        "the start as it came; it is brought into the ball and the box first": [[0.6, 0.1, 1.3]],
        fromX: [[0.5, 0.5, 0.9]],
        noBox: [[0.6, 0.3, 1.1]],
        "the start kept to the box and not to the ball": [[0.6, 0.1, 1]],
        oneStep: [[0.7, 0.4, 1]],
      ], given: ["x": "0.5, 0.5, 0.9", "start": "0.6, 0.1, 1.3", "ε": 0.2, "steps": 0])
  }

  @Test(arguments: EmptyBall.all) func `a ball without inside is refused`(_ empty: EmptyBall) throws
  {
    try expectRefusal(.ball(empty.ball), given: empty.given) {
      try pgd(
        loss: { $0.sum(along: 1) }, at: [[0.5]], from: [[0.5]], in: empty.ball, step: 0.1, steps: 2,
        aim: .away)
    }
  }

  @Test(arguments: [(0, 3), (-0.1, 3), (.nan, 3), (0.1, -1)])
  func `a step of nothing, and a number of steps below 0, are refused`(
    step: Float, steps: Int
  ) throws {
    try expectRefusal(.step(step, times: steps), given: ["step": step, "steps": steps]) {
      try pgd(
        loss: { $0.sum(along: 1) }, at: [[0.5]], from: [[0.5]], in: walk.ball, step: step,
        steps: steps, aim: .away)
    }
  }

  @Test func `a slope that is no number is refused, at any step`() throws {
    // The logarithm of 0, where the second step has led.
    let loss: Score = { x in (0 * x.log() + x).sum(along: 1) }
    try expectRefusal(.slope, given: ["loss": "0 · log x + x", "x": 0.1, "step": 0.1]) {
      try pgd(
        loss: loss, at: [[0.1]], from: [[0.1]], in: walk.ball, step: 0.1, steps: 3, aim: .towards)
    }
  }

  @Test func `an error of the loss comes out, at any step`() throws {
    for last in [1, 2] {
      var count = 0
      try expectLossError {
        _ = try pgd(
          loss: { x in
            count += 1
            if count == last { throw LossError() }
            return x.sum(along: 1)
          }, at: [[0.5]], from: [[0.5]], in: walk.ball, step: 0.05, steps: 3, aim: .away)
      }
    }
  }

  @Test func `a start of another shape is refused, though a broadcast would hide it`() throws {
    try expectRefusal(.shape([1, 1], around: [1, 3]), given: ["start": [1, 1], "x": [1, 3]]) {
      try pgd(
        loss: { $0.sum(along: 1) }, at: .ones([1, 3]), from: .ones([1, 1]), in: walk.ball,
        step: 0.1,
        steps: 2, aim: .away)
    }
  }
}
