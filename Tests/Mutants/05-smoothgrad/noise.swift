/// The fraction is taken for the deviation. Verdict: "the fraction itself"
public func noise(
  like x: Tensor, samples: Int, relativeTo fraction: Float, seed: UInt64
) throws -> Tensor {
  guard samples > 0 else { throw UnusableNoise.samples(samples) }
  guard fraction >= 0 else { throw UnusableNoise.fraction(fraction) }
  var generator = SplitMix64(seed: seed)
  let deviation = fraction
  return .normal(
    deviation: deviation, shape: [samples] + x.shape.dropFirst(), using: &generator)
}

/// The deviation is a part of the largest value. Verdict: "the fraction of the largest value"
public func noise(
  like x: Tensor, samples: Int, relativeTo fraction: Float, seed: UInt64
) throws -> Tensor {
  guard samples > 0 else { throw UnusableNoise.samples(samples) }
  guard fraction >= 0 else { throw UnusableNoise.fraction(fraction) }
  var generator = SplitMix64(seed: seed)
  let deviation = fraction * x.max().scalar
  return .normal(
    deviation: deviation, shape: [samples] + x.shape.dropFirst(), using: &generator)
}

/// The deviation is a part of the largest magnitude. Verdict: "the fraction of the largest magnitude"
public func noise(
  like x: Tensor, samples: Int, relativeTo fraction: Float, seed: UInt64
) throws -> Tensor {
  guard samples > 0 else { throw UnusableNoise.samples(samples) }
  guard fraction >= 0 else { throw UnusableNoise.fraction(fraction) }
  var generator = SplitMix64(seed: seed)
  let deviation = fraction * x.abs().max().scalar
  return .normal(
    deviation: deviation, shape: [samples] + x.shape.dropFirst(), using: &generator)
}

/// The deviation is a part of the deviation of x. Verdict: "the fraction of the deviation of x"
public func noise(
  like x: Tensor, samples: Int, relativeTo fraction: Float, seed: UInt64
) throws -> Tensor {
  guard samples > 0 else { throw UnusableNoise.samples(samples) }
  guard fraction >= 0 else { throw UnusableNoise.fraction(fraction) }
  var generator = SplitMix64(seed: seed)
  let deviation = fraction * x.variance().sqrt().scalar
  return .normal(
    deviation: deviation, shape: [samples] + x.shape.dropFirst(), using: &generator)
}

/// The deviation is a part of half the range. Verdict: "the fraction of half the range"
public func noise(
  like x: Tensor, samples: Int, relativeTo fraction: Float, seed: UInt64
) throws -> Tensor {
  guard samples > 0 else { throw UnusableNoise.samples(samples) }
  guard fraction >= 0 else { throw UnusableNoise.fraction(fraction) }
  var generator = SplitMix64(seed: seed)
  let deviation = fraction * (x.max() - x.min()).scalar / 2
  return .normal(
    deviation: deviation, shape: [samples] + x.shape.dropFirst(), using: &generator)
}

/// The variance is given where the deviation is asked for. Verdict: "a variance where a deviation"
public func noise(
  like x: Tensor, samples: Int, relativeTo fraction: Float, seed: UInt64
) throws -> Tensor {
  guard samples > 0 else { throw UnusableNoise.samples(samples) }
  guard fraction >= 0 else { throw UnusableNoise.fraction(fraction) }
  var generator = SplitMix64(seed: seed)
  let deviation = fraction * (x.max() - x.min()).scalar
  return .normal(
    deviation: deviation * deviation, shape: [samples] + x.shape.dropFirst(), using: &generator)
}

/// The fraction is left out. Verdict: "without the fraction"
public func noise(
  like x: Tensor, samples: Int, relativeTo fraction: Float, seed: UInt64
) throws -> Tensor {
  guard samples > 0 else { throw UnusableNoise.samples(samples) }
  guard fraction >= 0 else { throw UnusableNoise.fraction(fraction) }
  var generator = SplitMix64(seed: seed)
  let deviation = fraction == 0 ? 0 : (x.max() - x.min()).scalar
  return .normal(
    deviation: deviation, shape: [samples] + x.shape.dropFirst(), using: &generator)
}

/// The range is divided by the fraction. Verdict: "divided by the fraction"
public func noise(
  like x: Tensor, samples: Int, relativeTo fraction: Float, seed: UInt64
) throws -> Tensor {
  guard samples > 0 else { throw UnusableNoise.samples(samples) }
  guard fraction >= 0 else { throw UnusableNoise.fraction(fraction) }
  var generator = SplitMix64(seed: seed)
  let deviation = fraction == 0 ? 0 : (x.max() - x.min()).scalar / fraction
  return .normal(
    deviation: deviation, shape: [samples] + x.shape.dropFirst(), using: &generator)
}

/// The numbers are spread evenly. Verdict: "spread evenly from −σ to σ"
public func noise(
  like x: Tensor, samples: Int, relativeTo fraction: Float, seed: UInt64
) throws -> Tensor {
  guard samples > 0 else { throw UnusableNoise.samples(samples) }
  guard fraction >= 0 else { throw UnusableNoise.fraction(fraction) }
  var generator = SplitMix64(seed: seed)
  let deviation = fraction * (x.max() - x.min()).scalar
  return Tensor(deviation)
    * .uniform(in: -1..<1, shape: [samples] + x.shape.dropFirst(), using: &generator)
}

/// The numbers are spread evenly, with the right deviation. Verdict: "though with the right deviation"
public func noise(
  like x: Tensor, samples: Int, relativeTo fraction: Float, seed: UInt64
) throws -> Tensor {
  guard samples > 0 else { throw UnusableNoise.samples(samples) }
  guard fraction >= 0 else { throw UnusableNoise.fraction(fraction) }
  var generator = SplitMix64(seed: seed)
  let width = fraction * (x.max() - x.min()).scalar * Float(3).squareRoot()
  return Tensor(width)
    * .uniform(in: -1..<1, shape: [samples] + x.shape.dropFirst(), using: &generator)
}

/// Each channel has a range of its own. Verdict: "the range of each channel"
public func noise(
  like x: Tensor, samples: Int, relativeTo fraction: Float, seed: UInt64
) throws -> Tensor {
  guard samples > 0 else { throw UnusableNoise.samples(samples) }
  guard fraction >= 0 else { throw UnusableNoise.fraction(fraction) }
  var generator = SplitMix64(seed: seed)
  let shape = [samples] + x.shape.dropFirst()
  guard x.rank == 4 else {
    return .normal(
      deviation: fraction * (x.max() - x.min()).scalar, shape: shape, using: &generator)
  }
  let range =
    x.max(along: 3, keepingAxes: true).max(along: 2, keepingAxes: true)
    - x.min(along: 3, keepingAxes: true).min(along: 2, keepingAxes: true)
  return Tensor(fraction) * range * .normal(shape: shape, using: &generator)
}

/// The noisy copies are returned. Verdict: "noise alone is asked for"
public func noise(
  like x: Tensor, samples: Int, relativeTo fraction: Float, seed: UInt64
) throws -> Tensor {
  guard samples > 0 else { throw UnusableNoise.samples(samples) }
  guard fraction >= 0 else { throw UnusableNoise.fraction(fraction) }
  var generator = SplitMix64(seed: seed)
  let deviation = fraction * (x.max() - x.min()).scalar
  return x
    + .normal(
      deviation: deviation, shape: [samples] + x.shape.dropFirst(), using: &generator)
}

/// The noise is about its deviation. Verdict: "numbers about σ"
public func noise(
  like x: Tensor, samples: Int, relativeTo fraction: Float, seed: UInt64
) throws -> Tensor {
  guard samples > 0 else { throw UnusableNoise.samples(samples) }
  guard fraction >= 0 else { throw UnusableNoise.fraction(fraction) }
  var generator = SplitMix64(seed: seed)
  let deviation = fraction * (x.max() - x.min()).scalar
  return .normal(
    mean: deviation, deviation: deviation, shape: [samples] + x.shape.dropFirst(),
    using: &generator)
}

/// Every sample is the same. Verdict: "each sample has its own noise"
public func noise(
  like x: Tensor, samples: Int, relativeTo fraction: Float, seed: UInt64
) throws -> Tensor {
  guard samples > 0 else { throw UnusableNoise.samples(samples) }
  guard fraction >= 0 else { throw UnusableNoise.fraction(fraction) }
  var generator = SplitMix64(seed: seed)
  let deviation = fraction * (x.max() - x.min()).scalar
  return .normal(
    deviation: deviation, shape: [1] + x.shape.dropFirst(), using: &generator
  ).broadcast(to: [samples] + x.shape.dropFirst())
}

/// The generator begins anew for each sample. Verdict: "each sample has its own noise"
public func noise(
  like x: Tensor, samples: Int, relativeTo fraction: Float, seed: UInt64
) throws -> Tensor {
  guard samples > 0 else { throw UnusableNoise.samples(samples) }
  guard fraction >= 0 else { throw UnusableNoise.fraction(fraction) }
  let deviation = fraction * (x.max() - x.min()).scalar
  let rows = (0..<samples).map { _ in
    var generator = SplitMix64(seed: seed)
    return Tensor.normal(deviation: deviation, shape: x.shape, using: &generator)
  }
  return Tensor.concatenated(rows, along: 0)
}

/// A sample is one number. Verdict: "one number for all of a sample"
public func noise(
  like x: Tensor, samples: Int, relativeTo fraction: Float, seed: UInt64
) throws -> Tensor {
  guard samples > 0 else { throw UnusableNoise.samples(samples) }
  guard fraction >= 0 else { throw UnusableNoise.fraction(fraction) }
  var generator = SplitMix64(seed: seed)
  let deviation = fraction * (x.max() - x.min()).scalar
  return .normal(
    deviation: deviation, shape: [samples] + x.shape.dropFirst().map { _ in 1 },
    using: &generator
  ).broadcast(to: [samples] + x.shape.dropFirst())
}

/// The seed is not used. Verdict: "seeds 7 and 8 give different noise"
public func noise(
  like x: Tensor, samples: Int, relativeTo fraction: Float, seed: UInt64
) throws -> Tensor {
  guard samples > 0 else { throw UnusableNoise.samples(samples) }
  guard fraction >= 0 else { throw UnusableNoise.fraction(fraction) }
  var generator = SplitMix64(seed: 0)
  let deviation = fraction * (x.max() - x.min()).scalar
  return .normal(
    deviation: deviation, shape: [samples] + x.shape.dropFirst(), using: &generator)
}

/// Every call draws something new. Verdict: "gives the same noise twice"
public func noise(
  like x: Tensor, samples: Int, relativeTo fraction: Float, seed: UInt64
) throws -> Tensor {
  guard samples > 0 else { throw UnusableNoise.samples(samples) }
  guard fraction >= 0 else { throw UnusableNoise.fraction(fraction) }
  var generator = SplitMix64(seed: .random(in: 0 ... .max))
  let deviation = fraction * (x.max() - x.min()).scalar
  return .normal(
    deviation: deviation, shape: [samples] + x.shape.dropFirst(), using: &generator)
}

/// There is noise for one sample. Verdict: "noise for one sample"
public func noise(
  like x: Tensor, samples: Int, relativeTo fraction: Float, seed: UInt64
) throws -> Tensor {
  guard samples > 0 else { throw UnusableNoise.samples(samples) }
  guard fraction >= 0 else { throw UnusableNoise.fraction(fraction) }
  var generator = SplitMix64(seed: seed)
  let deviation = fraction * (x.max() - x.min()).scalar
  return .normal(deviation: deviation, shape: x.shape, using: &generator)
}

/// The axis of the samples comes on top. Verdict: "it takes its place"
public func noise(
  like x: Tensor, samples: Int, relativeTo fraction: Float, seed: UInt64
) throws -> Tensor {
  guard samples > 0 else { throw UnusableNoise.samples(samples) }
  guard fraction >= 0 else { throw UnusableNoise.fraction(fraction) }
  var generator = SplitMix64(seed: seed)
  let deviation = fraction * (x.max() - x.min()).scalar
  return .normal(deviation: deviation, shape: [samples] + x.shape, using: &generator)
}

/// No samples make an empty tensor. Verdict: "it is refused with the error “0 samples"
public func noise(
  like x: Tensor, samples: Int, relativeTo fraction: Float, seed: UInt64
) throws -> Tensor {
  guard fraction >= 0 else { throw UnusableNoise.fraction(fraction) }
  var generator = SplitMix64(seed: seed)
  let deviation = fraction * (x.max() - x.min()).scalar
  return .normal(
    deviation: deviation, shape: [max(samples, 0)] + x.shape.dropFirst(), using: &generator)
}

/// A fraction below 0 is taken. Verdict: "it is refused with the error “noise of -0.1"
public func noise(
  like x: Tensor, samples: Int, relativeTo fraction: Float, seed: UInt64
) throws -> Tensor {
  guard samples > 0 else { throw UnusableNoise.samples(samples) }
  var generator = SplitMix64(seed: seed)
  let deviation = fraction * (x.max() - x.min()).scalar
  return .normal(
    deviation: deviation, shape: [samples] + x.shape.dropFirst(), using: &generator)
}

/// A fraction that is no number gets through. Verdict: "it is refused with the error “noise of nan"
public func noise(
  like x: Tensor, samples: Int, relativeTo fraction: Float, seed: UInt64
) throws -> Tensor {
  guard samples > 0 else { throw UnusableNoise.samples(samples) }
  if fraction < 0 { throw UnusableNoise.fraction(fraction) }
  var generator = SplitMix64(seed: seed)
  let deviation = fraction * (x.max() - x.min()).scalar
  return .normal(
    deviation: deviation, shape: [samples] + x.shape.dropFirst(), using: &generator)
}

/// One sample is refused. Verdict: "draw 1 or more"
public func noise(
  like x: Tensor, samples: Int, relativeTo fraction: Float, seed: UInt64
) throws -> Tensor {
  guard samples > 1 else { throw UnusableNoise.samples(samples) }
  guard fraction >= 0 else { throw UnusableNoise.fraction(fraction) }
  var generator = SplitMix64(seed: seed)
  let deviation = fraction * (x.max() - x.min()).scalar
  return .normal(
    deviation: deviation, shape: [samples] + x.shape.dropFirst(), using: &generator)
}

/// Right: drawn with deviation 1, sample by sample, and multiplied.
public func noise(
  like x: Tensor, samples: Int, relativeTo fraction: Float, seed: UInt64
) throws -> Tensor {
  if samples < 1 { throw UnusableNoise.samples(samples) }
  if fraction.isNaN || fraction < 0 { throw UnusableNoise.fraction(fraction) }
  var generator = SplitMix64(seed: seed)
  let values = x.scalars
  let range = (values.max() ?? 0) - (values.min() ?? 0)
  var rows: [Tensor] = []
  for _ in 0..<samples {
    rows.append(Tensor.normal(shape: x.shape, using: &generator) * Tensor(fraction * range))
  }
  return Tensor.concatenated(rows, along: 0)
}

/// Right: the samples are drawn along the last axis and brought to the front.
public func noise(
  like x: Tensor, samples: Int, relativeTo fraction: Float, seed: UInt64
) throws -> Tensor {
  guard samples >= 1 else { throw UnusableNoise.samples(samples) }
  guard fraction >= 0 else { throw UnusableNoise.fraction(fraction) }
  let low = x.min()
  let high = x.max()
  var generator = SplitMix64(seed: seed &+ 17)
  let count = x.count
  let drawn = Tensor.normal(shape: [count, samples], using: &generator).transposed()
  return (Tensor(fraction) * (high - low) * drawn)
    .reshaped(to: [samples] + Array(x.shape.dropFirst()))
}
