/// Magnitudes are taken before the mean. Verdict: "dropped too early"
public func smoothGrad(
  of score: Score, at x: Tensor, noise: Tensor, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw UnusableNoise.chunk(chunk) }
  let count = try sampleCount(of: noise, at: x)
  var sum = Tensor.zeros(x.shape)
  for start in stride(from: 0, to: count, by: chunk) {
    let copies = (x + noise[start..<min(start + chunk, count)]).tracked()
    sum += gradient(of: try score(copies).sum(), withRespectTo: copies).abs()
      .sum(along: 0, keepingAxes: true)
  }
  return sum / Tensor(Float(count))
}

/// The sign of the mean is dropped. Verdict: "the magnitude of the mean"
public func smoothGrad(
  of score: Score, at x: Tensor, noise: Tensor, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw UnusableNoise.chunk(chunk) }
  let count = try sampleCount(of: noise, at: x)
  var sum = Tensor.zeros(x.shape)
  for start in stride(from: 0, to: count, by: chunk) {
    let copies = (x + noise[start..<min(start + chunk, count)]).tracked()
    sum += gradient(of: try score(copies).sum(), withRespectTo: copies)
      .sum(along: 0, keepingAxes: true)
  }
  return (sum / Tensor(Float(count))).abs()
}

/// Gradients are squared, as in the code that came with the paper. Verdict: "the mean of the squares"
public func smoothGrad(
  of score: Score, at x: Tensor, noise: Tensor, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw UnusableNoise.chunk(chunk) }
  let count = try sampleCount(of: noise, at: x)
  var sum = Tensor.zeros(x.shape)
  for start in stride(from: 0, to: count, by: chunk) {
    let copies = (x + noise[start..<min(start + chunk, count)]).tracked()
    sum += gradient(of: try score(copies).sum(), withRespectTo: copies).squared()
      .sum(along: 0, keepingAxes: true)
  }
  return sum / Tensor(Float(count))
}

/// The sum is never divided. Verdict: "still to be divided"
public func smoothGrad(
  of score: Score, at x: Tensor, noise: Tensor, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw UnusableNoise.chunk(chunk) }
  let count = try sampleCount(of: noise, at: x)
  var sum = Tensor.zeros(x.shape)
  for start in stride(from: 0, to: count, by: chunk) {
    let copies = (x + noise[start..<min(start + chunk, count)]).tracked()
    sum += gradient(of: try score(copies).sum(), withRespectTo: copies)
      .sum(along: 0, keepingAxes: true)
  }
  return sum
}

/// One is taken off the number of samples. Verdict: "one less than the number"
public func smoothGrad(
  of score: Score, at x: Tensor, noise: Tensor, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw UnusableNoise.chunk(chunk) }
  let count = try sampleCount(of: noise, at: x)
  var sum = Tensor.zeros(x.shape)
  for start in stride(from: 0, to: count, by: chunk) {
    let copies = (x + noise[start..<min(start + chunk, count)]).tracked()
    sum += gradient(of: try score(copies).sum(), withRespectTo: copies)
      .sum(along: 0, keepingAxes: true)
  }
  return sum / Tensor(Float(count - 1))
}

/// The noise is added to the gradient. Verdict: "the noise added to the gradient"
public func smoothGrad(
  of score: Score, at x: Tensor, noise: Tensor, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw UnusableNoise.chunk(chunk) }
  let count = try sampleCount(of: noise, at: x)
  var sum = Tensor.zeros(x.shape)
  for start in stride(from: 0, to: count, by: chunk) {
    let copies = x.tracked()
    sum +=
      gradient(of: try score(copies).sum(), withRespectTo: copies)
      * Tensor(Float(min(chunk, count - start)))
    sum += noise[start..<min(start + chunk, count)].sum(along: 0, keepingAxes: true)
  }
  return sum / Tensor(Float(count))
}

/// The noise is not used. Verdict: "the noise does nothing"
public func smoothGrad(
  of score: Score, at x: Tensor, noise: Tensor, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw UnusableNoise.chunk(chunk) }
  let count = try sampleCount(of: noise, at: x)
  var sum = Tensor.zeros(x.shape)
  for start in stride(from: 0, to: count, by: chunk) {
    let copies = (x + 0 * noise[start..<min(start + chunk, count)]).tracked()
    sum += gradient(of: try score(copies).sum(), withRespectTo: copies)
      .sum(along: 0, keepingAxes: true)
  }
  return sum / Tensor(Float(count))
}

/// The score gets the noise alone. Verdict: "at the noise alone"
public func smoothGrad(
  of score: Score, at x: Tensor, noise: Tensor, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw UnusableNoise.chunk(chunk) }
  let count = try sampleCount(of: noise, at: x)
  var sum = Tensor.zeros(x.shape)
  for start in stride(from: 0, to: count, by: chunk) {
    let copies = noise[start..<min(start + chunk, count)].tracked()
    sum += gradient(of: try score(copies).sum(), withRespectTo: copies)
      .sum(along: 0, keepingAxes: true)
  }
  return sum / Tensor(Float(count))
}

/// The input is multiplied by the noise. Verdict: "multiplied by the noise"
public func smoothGrad(
  of score: Score, at x: Tensor, noise: Tensor, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw UnusableNoise.chunk(chunk) }
  let count = try sampleCount(of: noise, at: x)
  var sum = Tensor.zeros(x.shape)
  for start in stride(from: 0, to: count, by: chunk) {
    let copies = (x * noise[start..<min(start + chunk, count)]).tracked()
    sum += gradient(of: try score(copies).sum(), withRespectTo: copies)
      .sum(along: 0, keepingAxes: true)
  }
  return sum / Tensor(Float(count))
}

/// The noise is subtracted. Verdict: "subtracted from the input"
public func smoothGrad(
  of score: Score, at x: Tensor, noise: Tensor, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw UnusableNoise.chunk(chunk) }
  let count = try sampleCount(of: noise, at: x)
  var sum = Tensor.zeros(x.shape)
  for start in stride(from: 0, to: count, by: chunk) {
    let copies = (x - noise[start..<min(start + chunk, count)]).tracked()
    sum += gradient(of: try score(copies).sum(), withRespectTo: copies)
      .sum(along: 0, keepingAxes: true)
  }
  return sum / Tensor(Float(count))
}

/// The copies are averaged, and the gradient is taken at their mean. Verdict: "the gradient at x itself, or at the mean of the copies"
public func smoothGrad(
  of score: Score, at x: Tensor, noise: Tensor, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw UnusableNoise.chunk(chunk) }
  _ = try sampleCount(of: noise, at: x)
  let middle = (x + noise.mean(along: 0, keepingAxes: true)).tracked()
  return gradient(of: try score(middle).sum(), withRespectTo: middle)
}

/// Samples behind the last whole chunk are forgotten. Verdict: "behind the last whole chunk left out; the last"
public func smoothGrad(
  of score: Score, at x: Tensor, noise: Tensor, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw UnusableNoise.chunk(chunk) }
  let count = try sampleCount(of: noise, at: x)
  let size = min(chunk, count)
  let chunks = count / size
  var sum = Tensor.zeros(x.shape)
  for index in 0..<chunks {
    let copies = (x + noise[index * size..<(index + 1) * size]).tracked()
    sum += gradient(of: try score(copies).sum(), withRespectTo: copies)
      .sum(along: 0, keepingAxes: true)
  }
  return sum / Tensor(Float(chunks * size))
}

/// Samples behind the last whole chunk are forgotten, but counted. Verdict: "and counted all the same"
public func smoothGrad(
  of score: Score, at x: Tensor, noise: Tensor, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw UnusableNoise.chunk(chunk) }
  let count = try sampleCount(of: noise, at: x)
  let size = min(chunk, count)
  var sum = Tensor.zeros(x.shape)
  for index in 0..<count / size {
    let copies = (x + noise[index * size..<(index + 1) * size]).tracked()
    sum += gradient(of: try score(copies).sum(), withRespectTo: copies)
      .sum(along: 0, keepingAxes: true)
  }
  return sum / Tensor(Float(count))
}

/// The mean of each chunk is taken, and then the mean of those. Verdict: "the mean of the means of the chunks"
public func smoothGrad(
  of score: Score, at x: Tensor, noise: Tensor, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw UnusableNoise.chunk(chunk) }
  let count = try sampleCount(of: noise, at: x)
  var means: [Tensor] = []
  for start in stride(from: 0, to: count, by: chunk) {
    let copies = (x + noise[start..<min(start + chunk, count)]).tracked()
    means.append(
      gradient(of: try score(copies).sum(), withRespectTo: copies)
        .mean(along: 0, keepingAxes: true))
  }
  return Tensor.concatenated(means, along: 0).mean(along: 0, keepingAxes: true)
}

/// The means of the chunks are added up. Verdict: "the sum of the means of the chunks"
public func smoothGrad(
  of score: Score, at x: Tensor, noise: Tensor, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw UnusableNoise.chunk(chunk) }
  let count = try sampleCount(of: noise, at: x)
  var sum = Tensor.zeros(x.shape)
  for start in stride(from: 0, to: count, by: chunk) {
    let copies = (x + noise[start..<min(start + chunk, count)]).tracked()
    sum += gradient(of: try score(copies).sum(), withRespectTo: copies)
      .mean(along: 0, keepingAxes: true)
  }
  return sum
}

/// Each chunk overwrites the last one. Verdict: "the last chunk alone"
public func smoothGrad(
  of score: Score, at x: Tensor, noise: Tensor, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw UnusableNoise.chunk(chunk) }
  let count = try sampleCount(of: noise, at: x)
  var sum = Tensor.zeros(x.shape)
  for start in stride(from: 0, to: count, by: chunk) {
    let copies = (x + noise[start..<min(start + chunk, count)]).tracked()
    sum = gradient(of: try score(copies).sum(), withRespectTo: copies)
      .sum(along: 0, keepingAxes: true)
  }
  return sum / Tensor(Float(count))
}

/// The mean of the last chunk is all that is left. Verdict: "the mean of the last chunk alone"
public func smoothGrad(
  of score: Score, at x: Tensor, noise: Tensor, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw UnusableNoise.chunk(chunk) }
  let count = try sampleCount(of: noise, at: x)
  var sum = Tensor.zeros(x.shape)
  for start in stride(from: 0, to: count, by: chunk) {
    let copies = (x + noise[start..<min(start + chunk, count)]).tracked()
    sum = gradient(of: try score(copies).sum(), withRespectTo: copies)
      .mean(along: 0, keepingAxes: true)
  }
  return sum
}

/// It returns after the first chunk. Verdict: "the mean of the first chunk alone"
public func smoothGrad(
  of score: Score, at x: Tensor, noise: Tensor, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw UnusableNoise.chunk(chunk) }
  let count = try sampleCount(of: noise, at: x)
  let copies = (x + noise[0..<min(chunk, count)]).tracked()
  return gradient(of: try score(copies).sum(), withRespectTo: copies)
    .mean(along: 0, keepingAxes: true)
}

/// Every chunk takes the first samples. Verdict: "the first samples again in every chunk"
public func smoothGrad(
  of score: Score, at x: Tensor, noise: Tensor, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw UnusableNoise.chunk(chunk) }
  let count = try sampleCount(of: noise, at: x)
  var sum = Tensor.zeros(x.shape)
  for start in stride(from: 0, to: count, by: chunk) {
    let copies = (x + noise[0..<min(chunk, count - start)]).tracked()
    sum += gradient(of: try score(copies).sum(), withRespectTo: copies)
      .sum(along: 0, keepingAxes: true)
  }
  return sum / Tensor(Float(count))
}

/// The sum is divided by the size of a chunk. Verdict: "divided by the size of a chunk"
public func smoothGrad(
  of score: Score, at x: Tensor, noise: Tensor, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw UnusableNoise.chunk(chunk) }
  let count = try sampleCount(of: noise, at: x)
  var sum = Tensor.zeros(x.shape)
  for start in stride(from: 0, to: count, by: chunk) {
    let copies = (x + noise[start..<min(start + chunk, count)]).tracked()
    sum += gradient(of: try score(copies).sum(), withRespectTo: copies)
      .sum(along: 0, keepingAxes: true)
  }
  return sum / Tensor(Float(min(chunk, count)))
}

/// The sum is divided by the number of chunks. Verdict: "divided by the number of chunks"
public func smoothGrad(
  of score: Score, at x: Tensor, noise: Tensor, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw UnusableNoise.chunk(chunk) }
  let count = try sampleCount(of: noise, at: x)
  var sum = Tensor.zeros(x.shape)
  for start in stride(from: 0, to: count, by: chunk) {
    let copies = (x + noise[start..<min(start + chunk, count)]).tracked()
    sum += gradient(of: try score(copies).sum(), withRespectTo: copies)
      .sum(along: 0, keepingAxes: true)
  }
  return sum / Tensor(Float((count + chunk - 1) / chunk))
}

/// All copies are computed at once, whatever the chunk. Verdict: "copies at a time"
public func smoothGrad(
  of score: Score, at x: Tensor, noise: Tensor, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw UnusableNoise.chunk(chunk) }
  _ = try sampleCount(of: noise, at: x)
  let copies = (x + noise).tracked()
  return gradient(of: try score(copies).sum(), withRespectTo: copies)
    .mean(along: 0, keepingAxes: true)
}

/// The mean of the scores is differentiated, chunk by chunk. Verdict: "the gradient of the mean of the scores"
public func smoothGrad(
  of score: Score, at x: Tensor, noise: Tensor, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw UnusableNoise.chunk(chunk) }
  let count = try sampleCount(of: noise, at: x)
  var sum = Tensor.zeros(x.shape)
  for start in stride(from: 0, to: count, by: chunk) {
    let copies = (x + noise[start..<min(start + chunk, count)]).tracked()
    sum += gradient(of: try score(copies).mean(), withRespectTo: copies)
      .sum(along: 0, keepingAxes: true)
  }
  return sum / Tensor(Float(count))
}

/// The copies are not what is tracked. Verdict: "as if the score did not hang on the copies"
public func smoothGrad(
  of score: Score, at x: Tensor, noise: Tensor, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw UnusableNoise.chunk(chunk) }
  let count = try sampleCount(of: noise, at: x)
  var sum = Tensor.zeros(x.shape)
  for start in stride(from: 0, to: count, by: chunk) {
    let copies = (x + noise[start..<min(start + chunk, count)]).tracked()
    sum += gradient(
      of: try score(copies.detached()).sum() + 0 * copies.sum(), withRespectTo: copies
    )
    .sum(along: 0, keepingAxes: true)
  }
  return sum / Tensor(Float(count))
}

/// The first copy is explained alone. Verdict: "at the first copy alone"
public func smoothGrad(
  of score: Score, at x: Tensor, noise: Tensor, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw UnusableNoise.chunk(chunk) }
  _ = try sampleCount(of: noise, at: x)
  let copy = (x + noise[0..<1]).tracked()
  return gradient(of: try score(copy).sum(), withRespectTo: copy)
}

/// The mean is multiplied by the input. Verdict: "the input times the mean gradient"
public func smoothGrad(
  of score: Score, at x: Tensor, noise: Tensor, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw UnusableNoise.chunk(chunk) }
  let count = try sampleCount(of: noise, at: x)
  var sum = Tensor.zeros(x.shape)
  for start in stride(from: 0, to: count, by: chunk) {
    let copies = (x + noise[start..<min(start + chunk, count)]).tracked()
    sum += gradient(of: try score(copies).sum(), withRespectTo: copies)
      .sum(along: 0, keepingAxes: true)
  }
  return x * sum / Tensor(Float(count))
}

/// The axis of the example is lost. Verdict: "without the axis of the example"
public func smoothGrad(
  of score: Score, at x: Tensor, noise: Tensor, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw UnusableNoise.chunk(chunk) }
  let count = try sampleCount(of: noise, at: x)
  var sum = Tensor.zeros(x.shape)
  for start in stride(from: 0, to: count, by: chunk) {
    let copies = (x + noise[start..<min(start + chunk, count)]).tracked()
    sum += gradient(of: try score(copies).sum(), withRespectTo: copies)
      .sum(along: 0, keepingAxes: true)
  }
  return (sum / Tensor(Float(count)))[0]
}

/// A chunk of nothing takes all samples. Verdict: "it is refused with the error “a chunk of"
public func smoothGrad(
  of score: Score, at x: Tensor, noise: Tensor, chunk: Int
) throws -> Tensor {
  let count = try sampleCount(of: noise, at: x)
  var sum = Tensor.zeros(x.shape)
  for start in stride(from: 0, to: count, by: chunk > 0 ? chunk : count) {
    let copies = (x + noise[start..<min(start + max(chunk, 1), count)]).tracked()
    sum += gradient(of: try score(copies).sum(), withRespectTo: copies)
      .sum(along: 0, keepingAxes: true)
  }
  return sum / Tensor(Float(count))
}

/// One value for all channels is spread over them. Verdict: "it is refused with the error “noise ["
public func smoothGrad(
  of score: Score, at x: Tensor, noise: Tensor, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw UnusableNoise.chunk(chunk) }
  let count = noise.shape[0]
  var sum = Tensor.zeros(x.shape)
  for start in stride(from: 0, to: count, by: chunk) {
    let copies = (x[..<1] + noise[start..<min(start + chunk, count)]).tracked()
    sum += gradient(of: try score(copies).sum(), withRespectTo: copies)
      .sum(along: 0, keepingAxes: true)
  }
  return sum / Tensor(Float(count))
}

/// The sum goes over all axes. Verdict: "one sum over all axes"
public func smoothGrad(
  of score: Score, at x: Tensor, noise: Tensor, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw UnusableNoise.chunk(chunk) }
  let count = try sampleCount(of: noise, at: x)
  var sum = Tensor.zeros(x.shape)
  for start in stride(from: 0, to: count, by: chunk) {
    let copies = (x + noise[start..<min(start + chunk, count)]).tracked()
    sum += gradient(of: try score(copies).sum(), withRespectTo: copies).sum()
  }
  return sum / Tensor(Float(count))
}

/// Right: sample by sample, added up in Double.
public func smoothGrad(
  of score: Score, at x: Tensor, noise: Tensor, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw UnusableNoise.chunk(chunk) }
  let samples = try sampleCount(of: noise, at: x)
  var total = [Double](repeating: 0, count: x.count)
  for sample in 0..<samples {
    let copy = (x + noise[sample..<sample + 1]).tracked()
    let value = try score(copy)[0]
    let slope = gradient(of: value, withRespectTo: copy)
    for (place, number) in slope.scalars.enumerated() {
      total[place] += Double(number) / Double(samples)
    }
  }
  return Tensor(total.map { Float($0) }, shape: x.shape)
}

/// Right: with a while loop, the means weighted by the sizes of the chunks.
public func smoothGrad(
  of score: Score, at x: Tensor, noise: Tensor, chunk: Int
) throws -> Tensor {
  if chunk < 1 { throw UnusableNoise.chunk(chunk) }
  let samples = try sampleCount(of: noise, at: x)
  var mean: Tensor?
  var done = 0
  while done < samples {
    let end = min(done + chunk, samples)
    let noisy = x.broadcast(to: [end - done] + Array(x.shape.dropFirst())) + noise[done..<end]
    let tracked = noisy.tracked()
    let slopes = gradient(of: try score(tracked).sum(), withRespectTo: tracked)
    let weight = Tensor(Float(end - done) / Float(samples))
    let part = weight * slopes.mean(along: 0).insertingAxis(at: 0)
    mean = mean.map { $0 + part } ?? part
    done = end
  }
  return mean ?? .zeros(x.shape)
}

/// Right: all gradients are kept, and averaged in the end.
public func smoothGrad(
  of score: Score, at x: Tensor, noise: Tensor, chunk: Int
) throws -> Tensor {
  guard chunk >= 1 else { throw UnusableNoise.chunk(chunk) }
  _ = try sampleCount(of: noise, at: x)
  var slopes: [Tensor] = []
  var rest = noise
  while rest.shape[0] > 0 {
    let size = min(chunk, rest.shape[0])
    let copies = (rest[..<size] + x).tracked()
    slopes.append(gradient(of: try score(copies).sum(), withRespectTo: copies))
    if size == rest.shape[0] { break }
    rest = rest[size...]
  }
  return Tensor.concatenated(slopes, along: 0).mean(along: 0, keepingAxes: true)
}

/// Right: the example is tracked, and the broadcast adds up what flows back to it.
public func smoothGrad(
  of score: Score, at x: Tensor, noise: Tensor, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw UnusableNoise.chunk(chunk) }
  let count = try sampleCount(of: noise, at: x)
  let tracked = x.tracked()
  var sum: Tensor = 0
  var start = 0
  repeat {
    let end = min(start + chunk, count)
    let total = try score(tracked + noise[start..<end]).sum()
    sum = sum + gradient(of: total, withRespectTo: tracked)
    start = end
  } while start < count
  return sum / Tensor(Float(count))
}
