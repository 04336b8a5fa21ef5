import Adversarial
import Expecting
import Tensors
import Testing

/// When the ball that goes along has been left behind.
@Suite(.exercise) struct `stepsThatLeaveTheBall()` {
  @Test func `it is a number of steps, at most 1,000`() throws {
    let steps = try stepsThatLeaveTheBall()
    try expect((0...1_000).contains(steps), "it is from 0 to 1,000; yours is \(steps)")
  }

  @Test func `after them the picture lies outside the ball around x`() throws {
    let steps = try stepsThatLeaveTheBall()
    try expect((0...1_000).contains(steps), "it is from 0 to 1,000; yours is \(steps)")
    let picture = try driftingPGD(
      loss: Drift.loss, at: Drift.x, in: Drift.ball, step: Drift.step, steps: steps)
    let distance: Float = abs(picture.scalar - Drift.x.scalar)
    try expect(
      distance > Drift.ball.epsilon * 1.001,
      """
      the picture lies further from \(Drift.x.scalar) than ε = \(Drift.ball.epsilon); after \
      \(steps) steps it is at \(picture.scalar)
      """)
  }
}
