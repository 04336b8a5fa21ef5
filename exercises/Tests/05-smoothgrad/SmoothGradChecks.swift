import Checking
import Expecting
import Explanations
import SmoothGrad
import Tensors
import Testing

/// The mean of the signed gradients at noisy copies, a few at a time.
@Suite(.exercise) struct `smoothGrad(of:at:noise:chunk:)` {
  private let atX =
    "the gradient at x itself, or at the mean of the copies; the mean of gradients is asked for"
  private let early =
    "the mean of the magnitudes: the sign of each gradient is dropped too early"
  private let late = "the magnitude of the mean; here the sign stays on"
  private let squares = "the mean of the squares, which is another function"
  private let total = "the sum over the samples, still to be divided by their number"
  private let oneLess = "the sum divided by one less than the number of samples"
  private let afterwards = "the noise added to the gradient, not to the input"
  private let first = "the gradient at the first copy alone"
  private let ofMean =
    "the gradient of the mean of the scores, in which each copy is divided by their number; add the "
    + "scores up instead"

  @Test func `the mean keeps signs, and divides by the number of samples`() throws {
    let planted = NoisyQuadratic()
    let (x, noise, slopes) = (planted.x, planted.noise, planted.slopes)
    let truth: Tensor = [[1.5, -5.4, -2.7]]  // A (x + mean noise) + b
    try expect(
      smoothGrad(of: planted.score, at: x, noise: noise, chunk: 5), is: truth,
      mistakes: [
        "the gradient at x itself: the noise does nothing": planted.slopes(at: x),
        early: average(slopes.abs()),
        late: truth.abs(),
        squares: average(slopes.squared()),
        total: 5 * truth,
        oneLess: truth * 1.25,
        afterwards: planted.slopes(at: x) + average(noise),
        "the noise subtracted from the input": average(planted.slopes(at: x - noise)),
        "the gradient at the noise alone; it is added to x": average(planted.slopes(at: noise)),
        "the input multiplied by the noise; it is added": average(planted.slopes(at: x * noise)),
        "the input times the mean gradient, which is another explanation": x * truth,
        first: slopes[..<1],
        ofMean: truth / 5,
        "the gradient at the last copy alone": slopes[4...],
        "the gradients of all copies, still to be averaged": slopes,
        "one sum over all axes, for every number; it is over the copies, axis 0": (slopes.sum() / 5)
          .broadcast(to: [1, 3]),
        "the right numbers without the axis of the example": truth[0],
        "zeros, as if the score did not hang on the copies. Is it computed from what is tracked?":
          .zeros([1, 3]),
      ],
      given: [
        "score": "½ xᵀAx + bᵀx", "A": planted.matrix, "b": planted.offset, "x": x,
        "noise": noise, "chunk": 5,
      ])
  }

  @Test func `on a cubic it is 3x² + 3σ², and not the gradient at x`() throws {
    let x: Tensor = [[2, -1, 0, 0.5]]
    // Two samples of +σ and two of −σ, σ = 0.7.
    let signs: Tensor = [[1], [-1], [-1], [1]]
    let noise = 0.7 * signs * .ones([4, 4])
    try expect(
      smoothGrad(of: { x in x.power(3).sum(along: 1) }, at: x, noise: noise, chunk: 4),
      is: [[13.47, 4.47, 1.47, 2.22]],
      mistakes: [
        atX: [[12, 3, 0, 0.75]],
        total: [[53.88, 17.88, 5.88, 8.88]],
        oneLess: [[17.96, 5.96, 1.96, 2.96]],
        first: [[21.87, 0.27, 1.47, 4.32]],
        squares: [[252.0009, 37.6209, 2.1609, 9.3384]],
      ],
      given: ["score": "x³, added up", "x": x, "noise": noise, "chunk": 4])
  }

  @Test func `a last chunk that is smaller counts sample by sample`() throws {
    let planted = NoisyQuadratic()
    let (x, noise, slopes) = (planted.x, planted.noise, planted.slopes)
    let truth: Tensor = [[1.5, -5.4, -2.7]]  // A (x + mean noise) + b
    let pairs = [slopes[0..<2], slopes[2..<4], slopes[4..<5]].map(average)
    try expect(
      smoothGrad(of: planted.score, at: x, noise: noise, chunk: 2), is: truth,
      mistakes: [
        "the samples behind the last whole chunk left out; the last chunk may be smaller": average(
          slopes[..<4]),
        "the samples behind the last whole chunk left out, and counted all the same": 0.8
          * average(slopes[..<4]),
        "the mean of the means of the chunks, in which those of a small chunk count more": average(
          Tensor.concatenated(pairs, along: 0)),
        "the sum of the means of the chunks": pairs[0] + pairs[1] + pairs[2],
        ofMean: (pairs[0] + pairs[1] + pairs[2]) / 5,
        "the last chunk alone; each one is added to those before": slopes[4...] / 5,
        "the mean of the last chunk alone; each one is added to those before": slopes[4...],
        "the mean of the first chunk alone; go on to the last sample": pairs[0],
        "the first chunk alone, divided by all samples; go on to the last sample": 0.4 * pairs[0],
        "the first samples again in every chunk; each chunk has its own": 0.8 * pairs[0]
          + 0.2 * slopes[..<1],
        "the sum divided by the size of a chunk, not by the number of samples": 2.5 * truth,
        "the sum divided by the number of chunks, not by the number of samples": truth * 5 / 3,
        early: average(slopes.abs()),
        late: truth.abs(),
        squares: average(slopes.squared()),
        total: 5 * truth,
        oneLess: truth * 1.25,
        afterwards: planted.slopes(at: x) + average(noise),
      ],
      given: [
        "score": "½ xᵀAx + bᵀx", "A": planted.matrix, "b": planted.offset, "x": x,
        "noise": noise, "chunk": 2,
      ])
  }

  @Test func `no chunk is larger than asked for, and each sample is used once`() throws {
    for (count, chunk) in [(7, 3), (6, 2), (4, 1), (3, 100)] {
      let noise = Tensor.counting(1..<count + 1).reshaped(to: [count, 1])
      var sizes: [Int] = []
      var seen: [Float] = []
      _ = try smoothGrad(
        of: { copies in
          sizes.append(copies.shape[0])
          seen += copies.detached().scalars
          return copies.sum(along: 1)
        }, at: [[10]], noise: noise, chunk: chunk)
      try expect(
        sizes.allSatisfy { $0 <= chunk }, "the score gets at most \(chunk) copies at a time",
        given: ["samples": count, "copies at a time": sizes])
      try expect(
        seen.sorted() == (10 + noise).scalars, "the score gets x + each sample, once",
        given: ["x": 10, "noise": noise, "the score was asked at": seen])
    }
  }

  @Test func `images of two channels, whatever the chunk, counted out one by one`() throws {
    try forEachSeed { generator in
      let x = Tensor.normal(shape: [1, 2, 2, 3], using: &generator)
      let noise = Tensor.normal(shape: [5, 2, 2, 3], using: &generator)
      let c = Tensor.uniform(in: 1..<2, shape: [], using: &generator).scalar
      // ∂/∂x of c x³ + x⁴, in loops.
      var truth = [Float](repeating: 0, count: 12)
      for sample in 0..<5 {
        for (place, (value, added)) in zip(x.scalars, noise[sample].scalars).enumerated() {
          let copy = value + added
          truth[place] += (3 * c * copy * copy + 4 * copy * copy * copy) / 5
        }
      }
      let score: Score = { x in (Tensor(c) * x.power(3) + x.power(4)).sum(along: 1, 2, 3) }
      for chunk in [1, 2, 3, 5, 64] {
        try expect(
          smoothGrad(of: score, at: x, noise: noise, chunk: chunk),
          is: Tensor(truth, shape: [1, 2, 2, 3]), within: 1e-4,
          given: ["score": "\(c) x³ + x⁴, added up", "x": x, "noise": noise, "chunk": chunk])
      }
    }
  }

  @Test func `a kink is smoothed: the slope counts as often as the neuron is open`() throws {
    // relu(2a) is open in three of four copies, relu(−b) in one; the copy at 0 itself is shut.
    let noise: Tensor = [[1, 2], [0.25, -3], [-0.5, 1], [0.5, 0]]
    try expect(
      smoothGrad(
        of: { x in (2 * x[.all, 0]).relu() + (-x[.all, 1]).relu() }, at: [[0, 0]], noise: noise,
        chunk: 3), is: [[1.5, -0.25]],
      mistakes: [
        "the gradient at x itself: the noise does nothing": [[0, 0]],
        early: [[1.5, 0.25]],
        total: [[6, -1]],
        oneLess: [[2, -0.3333333]],
      ], given: ["score": "relu(2a) + relu(−b)", "x": "(0, 0)", "noise": noise, "chunk": 3])
  }

  @Test func `one sample of no noise gives the gradient`() throws {
    try forEachSeed { generator in
      let x = Tensor.normal(shape: [1, 3, 2], using: &generator)
      try expect(
        smoothGrad(
          of: { x in x.squared().sum(along: 1, 2) }, at: x, noise: .zeros([1, 3, 2]), chunk: 4),
        is: 2 * x, given: ["score": "x², added up", "x": x, "noise": "zeros", "chunk": 4])
    }
  }

  @Test(arguments: [0, -1, -5]) func `a chunk of nothing is an error that names it`(
    chunk: Int
  ) throws {
    try expectRefusal(.chunk(chunk), given: ["chunk": chunk]) {
      try smoothGrad(of: valley, at: [[1]], noise: [[1], [2]], chunk: chunk)
    }
  }

  @Test(arguments: Misfit.all) func `noise that does not fit is an error that names both shapes`(
    misfit: Misfit
  ) throws {
    try expectRefusal(misfit.error, given: misfit.given) {
      try smoothGrad(of: misfit.score, at: misfit.x, noise: misfit.noise, chunk: 2)
    }
  }
}
