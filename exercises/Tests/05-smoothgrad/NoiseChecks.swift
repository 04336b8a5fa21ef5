import Checking
import Expecting
import SmoothGrad
import Tensors
import Testing

/// Normal numbers, as large as a part of the example's range.
@Suite(.exercise) struct `noise(like:samples:relativeTo:seed:)` {
  /// Two channels: one from −6 to 0 and one from 0 to 2, so that the range of all is 8.
  private let x: Tensor = [[[[-6, -5, -4], [0, -1, 0]], [[1, 2, 1.5], [0, 0, 0]]]]

  private let even = "numbers that are spread evenly from −σ to σ; normal ones are asked for"

  /// 240,000 numbers whose deviation should be 2.
  private func drawn(using generator: inout SplitMix64) throws -> Tensor {
    let found = try noise(like: x, samples: 20_000, relativeTo: 0.25, seed: generator.next())
    try expect(found.shape, is: [20_000, 2, 2, 3])
    try expect(
      found[0] != found[1], "each sample has its own noise: the first two differ",
      given: ["x": x, "first sample": found[0], "second": found[1]])
    return found
  }

  private var given: KeyValuePairs<String, Any> {
    ["x": x, "its range": 8, "fraction": 0.25, "samples": 20_000]
  }

  @Test func `a row for each sample, in the shape of the example`() throws {
    for (shape, samples) in [([1, 2, 3, 4], 5), ([1, 6], 3), ([1, 2, 2], 7)] {
      let x = Tensor.counting(0..<shape.reduce(1, *)).reshaped(to: shape)
      let rest = Array(shape.dropFirst())
      try expect(
        noise(like: x, samples: samples, relativeTo: 0.1, seed: 1).shape, is: [samples] + rest,
        mistakes: [
          "the shape of x: noise for one sample": shape,
          "an axis for the samples in front of the axis of the example; it takes its place": [
            samples
          ] + shape,
          "an axis for the samples behind the axis of the example; it takes its place": [
            1, samples,
          ]
            + rest,
          "one number for each sample; each number of the example has its own": [samples],
        ], given: ["shape of x": shape, "samples": samples])
    }
    try expect(
      noise(like: .ones([1, 2, 2]), samples: 1, relativeTo: 0.1, seed: 1).shape, is: [1, 2, 2],
      given: ["shape of x": [1, 2, 2], "samples": 1])
  }

  @Test func `its deviation is the fraction of the range`() throws {
    try forEachSeed { generator in
      let found = try drawn(using: &generator)
      // The deviation of so many numbers is right to 0.15 %, and 1 % is allowed.
      try expect(
        found.squared().mean().sqrt(), is: 2, within: 0.007,
        mistakes: [
          "the fraction itself, whatever the range of x is": 0.25,
          "the fraction of the largest value; the range is largest minus smallest": 0.5,
          "the fraction of the deviation of x; the range is largest minus smallest": 0.25
            * x.variance().sqrt(),
          "the fraction of half the range": 1,
          "the fraction of the largest magnitude; the range is largest minus smallest": 1.5,
          "the square of what it should be: a variance where a deviation is asked for": 4,
          "the whole range, without the fraction": 8,
          "the range divided by the fraction": 32,
          even: 1.1547005,
        ], given: given)
    }
  }

  @Test func `the range is that of the whole example, whatever the channel`() throws {
    try forEachSeed { generator in
      let found = try drawn(using: &generator)
      try expect(
        found.squared().mean(along: 0, 2, 3).sqrt(), is: [2, 2], within: 0.007,
        mistakes: [
          "the fraction of the range of each channel; all of x has one": [1.5, 0.5],
          "the fraction itself, whatever the range of x is": [0.25, 0.25],
        ], given: given)
    }
  }

  @Test func `its mean is 0`() throws {
    try forEachSeed { generator in
      let found = try drawn(using: &generator)
      // The mean of so many numbers is right to 0.004.
      try expect(
        found.mean(), is: 0, within: 0.03,
        mistakes: [
          "the mean of x: noise alone is asked for, not the noisy copies": x.mean(),
          "the deviation: numbers about σ, not about 0": 2,
          "numbers that are spread evenly from 0 to σ; normal ones about 0 are asked for": 1,
        ], given: given)
    }
  }

  @Test func `as many numbers lie far out as with the normal distribution`() throws {
    try forEachSeed { generator in
      let size = try drawn(using: &generator).abs()
      let beyond = Tensor.stacked([(size .> 2).mean(), (size .> 4).mean()], along: 0)
      try expect(
        beyond, is: [0.3173, 0.0455], within: Tolerance(absolute: 0.004, relative: 0),
        mistakes: [
          even: [0, 0],
          "numbers that are spread evenly, though with the right deviation; normal ones are asked "
            + "for": [0.42265, 0],
        ], given: ["x": x, "the shares beyond σ and 2σ, where σ is": 2])
    }
  }

  @Test func `every number of every sample is drawn on its own`() throws {
    try forEachSeed { generator in
      let found = try drawn(using: &generator).reshaped(to: [20_000, 12])
      let samples = found.variance(along: 0).sqrt().scalars
      try expect(
        samples.allSatisfy { $0 > 1.9 },
        "each sample has its own noise: at every place it differs from sample to sample",
        given: ["the deviation at each place, over the samples": samples])
      // The mean of twelve numbers on their own has the deviation σ / √12.
      let places = found.mean(along: 1).variance().sqrt()
      try expect(
        places, is: 0.57735, within: 0.02,
        mistakes: ["one number for all of a sample; each number of it has its own": 2],
        given: given)
    }
  }

  @Test func `equal seeds give equal noise, and others give other noise`() throws {
    let draw = { seed in try noise(like: self.x, samples: 3, relativeTo: 0.25, seed: seed) }
    let (one, again, other) = (try draw(7), try draw(7), try draw(8))
    try expect(one == again, "seed 7 gives the same noise twice", given: ["x": x])
    try expect(one != other, "seeds 7 and 8 give different noise", given: ["x": x])
  }

  @Test func `twice the fraction, or twice the range, is twice the noise`() throws {
    let one = try noise(like: x, samples: 3, relativeTo: 0.1, seed: 5)
    for (name, found) in [
      ("fraction 0.2", try noise(like: x, samples: 3, relativeTo: 0.2, seed: 5)),
      ("2x", try noise(like: 2 * x, samples: 3, relativeTo: 0.1, seed: 5)),
      ("−2x + 100", try noise(like: 100 - 2 * x, samples: 3, relativeTo: 0.1, seed: 5)),
    ] {
      try expect(
        found, is: 2 * one, within: 1e-4,
        given: ["x": x, "at fraction 0.1 and x": one, "now": name])
    }
  }

  @Test func `without a range, or without a fraction, there is no noise`() throws {
    let zeros = Tensor.zeros([4, 2, 2, 3])
    try expect(noise(like: x, samples: 4, relativeTo: 0, seed: 1), is: zeros)
    try expect(
      noise(like: 3 * .ones([1, 2, 2, 3]), samples: 4, relativeTo: 0.25, seed: 1), is: zeros,
      given: ["x": "3 everywhere"])
  }

  @Test(arguments: [0, -1, -20]) func `no samples are an error that says so`(count: Int) throws {
    try expectRefusal(.samples(count), given: ["samples": count]) {
      try noise(like: x, samples: count, relativeTo: 0.1, seed: 1)
    }
  }

  @Test(arguments: [-0.1, -2, Float.nan])
  func `a fraction below 0, or none at all, is an error that names it`(fraction: Float) throws {
    try expectRefusal(.fraction(fraction), given: ["fraction": fraction]) {
      try noise(like: x, samples: 2, relativeTo: fraction, seed: 1)
    }
  }
}
