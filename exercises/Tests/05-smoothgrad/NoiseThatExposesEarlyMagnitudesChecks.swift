import Expecting
import SmoothGrad
import Tensors
import Testing

/// Noise without a direction, with which the magnitudes that come too early see a slope.
@Suite(.exercise) struct `noiseThatExposesEarlyMagnitudes()` {
  /// The learner's noise, which the valley takes.
  private func samples() throws -> Tensor {
    let noise = try noiseThatExposesEarlyMagnitudes()
    try expect(
      noise.rank == 2 && noise.shape[1] == 1,
      "it is a column, one number for each sample, [S, 1]; yours has the shape \(noise.shape)",
      given: ["your noise": noise])
    try expect(
      noise.scalars.allSatisfy(\.isFinite), "its numbers are finite", given: ["your noise": noise])
    return noise
  }

  @Test func `it is a column of at least two numbers`() throws {
    let noise = try samples()
    try expect(
      noise.shape[0] > 1, "there are two samples or more; yours has \(noise.shape[0])",
      given: ["your noise": noise])
  }

  @Test func `it has no direction, so the mean gradient at the bottom is 0`() throws {
    let noise = try samples()
    let mean = noise.mean()
    try expect(
      mean.scalar.magnitude <= 1e-5 * noise.abs().mean().scalar,
      "the mean of the noise is 0, so that the mean of the slopes 2ε is 0; yours is \(mean.scalar)",
      given: ["your noise": noise])
  }

  @Test func `the magnitudes that come too early see a slope`() throws {
    let noise = try samples()
    let seen = try earlyMagnitudes(of: valley, at: [[0]], noise: noise)
    try expect(
      seen[0, 0].scalar > 0,
      "earlyMagnitudes sees a slope at 0, where there is none; with yours it gives \(seen[0, 0].scalar)",
      given: ["your noise": noise])
  }
}
