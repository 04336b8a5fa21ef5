import Checking
import Expecting
import Explanations
import SmoothGrad
import Tensors
import Testing

/// The variance of the gradients at noisy copies.
@Suite(.exercise) struct `varGrad(of:at:noise:)` {
  private let deviation = "the standard deviation: the root of what is asked for"
  private let oneLess = "the sum divided by one less than the number of samples; divide by all"
  private let squares = "the mean of the squares: the mean is still in it"
  private let aboutX = "the mean squared distance from the gradient at x; it is from their mean"
  private let total = "the sum over the samples, still to be divided by their number"
  private let magnitudes = "the variance of the magnitudes; signs stay on"
  private let ofSum = "the square of the sum taken off, not of the mean; divide before you square"
  private let nothing = "0 everywhere: the noise does nothing"

  @Test func `it is the mean squared distance of the gradients from their mean`() throws {
    let planted = NoisyQuadratic()
    let (x, noise, slopes) = (planted.x, planted.noise, planted.slopes)
    let distances = slopes - average(slopes)
    let truth = average(distances.squared())
    let size = slopes.abs()
    try expect(
      varGrad(of: planted.score, at: x, noise: noise), is: truth, within: 2e-5,
      mistakes: [
        oneLess: 1.25 * truth,
        deviation: truth.sqrt(),
        squares: average(slopes.squared()),
        aboutX: average((slopes - planted.slopes(at: x)).squared()),
        total: 5 * truth,
        magnitudes: average((size - average(size)).squared()),
        ofSum: average(slopes.squared()) - 5 * average(slopes).squared(),
        nothing: .zeros([1, 3]),
        "the mean of the squares minus the mean, which is still to be squared": average(
          slopes.squared()) - average(slopes),
        "the square of the mean minus the mean of the squares: the wrong way round": -truth,
        "the mean distance without its sign, not its square": average(distances.abs()),
        "the variance of the noise, not of the gradients": average(
          (noise - average(noise)).squared()),
        "the variance over the numbers of each copy; it is over the copies": average(
          slopes.variance(along: 1, keepingAxes: true)
        ).broadcast(to: [1, 3]),
        "the right numbers without the axis of the example": truth[0],
      ],
      given: [
        "score": "½ xᵀAx + bᵀx", "A": planted.matrix, "b": planted.offset, "x": x,
        "noise": noise,
      ])
  }

  @Test func `on a zigzag the slopes 5 and −3 have the variance 16`() throws {
    // Up with the slope 5 below 0, down with −3 above, as in the lesson.
    try expect(
      varGrad(
        of: { x in (x - 4 * x.abs()).sum(along: 1) }, at: [[0.1]],
        noise: [[-0.3], [0.2], [-0.2], [0.1]]), is: [[16]],
      mistakes: [
        oneLess: [[21.333333]],
        deviation: [[4]],
        squares: [[17]],
        aboutX: [[32]],
        total: [[64]],
        magnitudes: [[1]],
        ofSum: [[13]],
        nothing: [[0]],
      ], given: ["slopes at the four copies": "5, −3, 5, −3"])
  }

  @Test func `on a quadratic it adds up the squares of a row of A`() throws {
    try forEachSeed { generator in
      // Noise along one axis at a time, +s and −s: each number of it has the variance s² / 3.
      let s = Tensor.uniform(in: 0.5..<2, shape: [], using: &generator).scalar
      let axes = Tensor(s) * .identity(3)
      let noise = Tensor.concatenated([axes, -axes], along: 0)
      let half = Tensor.normal(shape: [3, 3], using: &generator)
      let matrix = half + half.transposed()
      let x = Tensor.normal(shape: [1, 3], using: &generator)
      let rows = matrix.squared().sum(along: 1)
      try expect(
        varGrad(
          of: { x in (x * x.matmul(matrix)).sum(along: 1) / 2 + x.matmul([3, -2, 1]) }, at: x,
          noise: noise), is: (Tensor(s * s / 3) * rows).reshaped(to: [1, 3]), within: 1e-4,
        given: ["score": "½ xᵀAx + bᵀx", "A": matrix, "b": [3, -2, 1] as Tensor, "noise": noise])
    }
  }

  @Test func `a linear part changes nothing`() throws {
    try forEachSeed { generator in
      let noise = Tensor.normal(shape: [6, 2, 2], using: &generator)
      let x = Tensor.normal(shape: [1, 2, 2], using: &generator)
      let bent: Score = { x in x.power(3).sum(along: 1, 2) }
      let tilted: Score = { x in x.power(3).sum(along: 1, 2) + 20 * x.sum(along: 1, 2) }
      // ∂/∂x of x³ is 3x², whatever is added that is straight.
      let slopes = 3 * (x + noise).squared()
      let truth = average((slopes - average(slopes)).squared())
      for (name, score) in [("x³", bent), ("x³ + 20x", tilted)] {
        try expect(
          varGrad(of: score, at: x, noise: noise), is: truth, within: 2e-3,
          given: ["score": "\(name), added up", "x": x, "noise": noise])
      }
    }
  }

  @Test func `where all gradients agree it is 0`() throws {
    let straight: Score = { x in x.matmul([2, -3]) }
    try expect(
      varGrad(of: straight, at: [[1, 4]], noise: [[1, 2], [-3, 0], [5, 5]]), is: [[0, 0]],
      mistakes: [squares: [[4, 9]]], given: ["score": "2a − 3b"])
    try expect(
      varGrad(of: valley, at: [[3]], noise: [[2]]), is: [[0]],
      mistakes: [squares: [[100]], aboutX: [[16]]],
      given: ["score": "x²", "noise": "a single sample, 2"])
  }

  @Test(arguments: Misfit.all) func `noise that does not fit is an error that names both shapes`(
    misfit: Misfit
  ) throws {
    try expectRefusal(misfit.error, given: misfit.given) {
      try varGrad(of: misfit.score, at: misfit.x, noise: misfit.noise)
    }
  }
}
