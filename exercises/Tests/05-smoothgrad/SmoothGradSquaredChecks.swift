import Checking
import Expecting
import Explanations
import SmoothGrad
import Tensors
import Testing

/// The mean of the squared gradients at noisy copies.
@Suite(.exercise) struct `smoothGradSquared(of:at:noise:)` {
  @Test func `each gradient is squared, then the mean is taken`() throws {
    let planted = NoisyQuadratic()
    let (x, noise, slopes) = (planted.x, planted.noise, planted.slopes)
    let truth = average(slopes.squared())
    try expect(
      smoothGradSquared(of: planted.score, at: x, noise: noise), is: truth,
      mistakes: [
        "the square of the mean: the squares come first, then the mean": average(slopes).squared(),
        "the mean of the gradients, not of their squares": average(slopes),
        "the mean of the magnitudes, not of the squares": average(slopes.abs()),
        "the root of the mean of the squares": truth.sqrt(),
        "the sum over the samples, still to be divided by their number": 5 * truth,
        "the sum divided by one less than the number of samples": 1.25 * truth,
        "the variance, which is the next function": average(
          (slopes - average(slopes)).squared()),
        "the squared gradient at x itself: the noise does nothing": planted.slopes(at: x).squared(),
        "the gradient of the squared score; the gradient is squared": average(
          2 * planted.score(x + noise).reshaped(to: [5, 1]) * slopes),
        "the squared gradient at the first copy alone": slopes[..<1].squared(),
        "the squared gradient at the last copy alone; each one is added to those before": slopes[
          4...
        ].squared(),
        "the last square alone, divided by all samples; each one is added to those before": slopes[
          4...
        ].squared() / 5,
        "the square of the sum divided by the number of samples; each gradient is squared": 5
          * average(slopes).squared(),
        "the squared gradient at the noise alone; it is added to x": average(
          planted.slopes(at: noise).squared()),
        "the squared gradient of the squared score; the score stays as it is": average(
          (2 * planted.score(x + noise).reshaped(to: [5, 1]) * slopes).squared()),
        "the right numbers without the axis of the example": truth[0],
      ],
      given: [
        "score": "½ xᵀAx + bᵀx", "A": planted.matrix, "b": planted.offset, "x": x,
        "noise": noise,
      ])
  }

  @Test func `on a zigzag the slopes 5 and −3 leave 17, though their mean is 1`() throws {
    // Up with the slope 5 below 0, down with −3 above, as in the lesson.
    try expect(
      smoothGradSquared(
        of: { x in (x - 4 * x.abs()).sum(along: 1) }, at: [[0.1]],
        noise: [[-0.3], [0.2], [-0.2], [0.1]]), is: [[17]],
      mistakes: [
        "the square of the mean: the squares come first, then the mean": [[1]],
        "the variance, which is the next function": [[16]],
        "the mean of the magnitudes, not of the squares": [[4]],
        "the root of the mean of the squares": [[4.1231056]],
        "the squared gradient at x itself: the noise does nothing": [[9]],
        "the sum over the samples, still to be divided by their number": [[68]],
      ], given: ["slopes at the four copies": "5, −3, 5, −3"])
  }

  @Test func `images of two channels, counted out one by one`() throws {
    try forEachSeed { generator in
      let x = Tensor.normal(shape: [1, 2, 2, 3], using: &generator)
      let noise = Tensor.normal(shape: [5, 2, 2, 3], using: &generator)
      // ∂/∂x of ½ x² + x³, squared, in loops.
      var truth = [Float](repeating: 0, count: 12)
      for sample in 0..<5 {
        for (place, (value, added)) in zip(x.scalars, noise[sample].scalars).enumerated() {
          let copy = value + added
          let slope = copy + 3 * copy * copy
          truth[place] += slope * slope / 5
        }
      }
      try expect(
        smoothGradSquared(
          of: { x in (x.squared() / 2 + x.power(3)).sum(along: 1, 2, 3) }, at: x, noise: noise),
        is: Tensor(truth, shape: [1, 2, 2, 3]), within: 1e-4,
        given: ["score": "½ x² + x³, added up", "x": x, "noise": noise])
    }
  }

  @Test func `each sample is used once, and the order does not matter`() throws {
    let planted = NoisyQuadratic()
    let (x, noise) = (planted.x, planted.noise)
    try expect(
      smoothGradSquared(of: planted.score, at: x, noise: noise.reversed(along: 0)),
      is: average(planted.slopes.squared()), given: ["x": x, "noise": noise.reversed(along: 0)])
    let many = noise.repeated(9, along: 0)
    try expect(
      smoothGradSquared(of: planted.score, at: x, noise: many),
      is: average(planted.slopes.squared()), within: 1e-4,
      given: ["x": x, "noise": "each sample nine times"])
  }

  @Test(arguments: Misfit.all) func `noise that does not fit is an error that names both shapes`(
    misfit: Misfit
  ) throws {
    try expectRefusal(misfit.error, given: misfit.given) {
      try smoothGradSquared(of: misfit.score, at: misfit.x, noise: misfit.noise)
    }
  }
}
