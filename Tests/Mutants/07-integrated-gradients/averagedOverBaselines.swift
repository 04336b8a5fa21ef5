import Explanations
import Foundation
import Tensors

/// The baselines are averaged first. Verdict: "from the mean of the baselines"
public func averagedOverBaselines(
  of score: Score, at x: Tensor, baselines: Tensor, along path: Quadrature, chunk: Int
) throws -> Tensor {
  guard baselines.shape[0] > 0 else { throw TooFew("baselines", 0) }
  return try integratedGradients(
    of: score, at: x, from: baselines.mean(along: 0, keepingAxes: true), along: path, chunk: chunk)
}

/// The credits are added up. Verdict: "the sum over the baselines"
public func averagedOverBaselines(
  of score: Score, at x: Tensor, baselines: Tensor, along path: Quadrature, chunk: Int
) throws -> Tensor {
  guard baselines.shape[0] > 0 else { throw TooFew("baselines", 0) }
  var sum = Tensor.zeros(x.shape)
  for index in 0..<baselines.shape[0] {
    sum += try integratedGradients(
      of: score, at: x, from: baselines[index..<index + 1], along: path, chunk: chunk)
  }
  return sum
}

/// Only the first baseline is used. Verdict: "the first baseline alone"
public func averagedOverBaselines(
  of score: Score, at x: Tensor, baselines: Tensor, along path: Quadrature, chunk: Int
) throws -> Tensor {
  guard baselines.shape[0] > 0 else { throw TooFew("baselines", 0) }
  var sum = Tensor.zeros(x.shape)
  for index in 0..<1 {
    sum += try integratedGradients(
      of: score, at: x, from: baselines[index..<index + 1], along: path, chunk: chunk)
  }
  return sum
}

/// Each baseline replaces the one before it. Verdict: "the last baseline alone"
public func averagedOverBaselines(
  of score: Score, at x: Tensor, baselines: Tensor, along path: Quadrature, chunk: Int
) throws -> Tensor {
  guard baselines.shape[0] > 0 else { throw TooFew("baselines", 0) }
  var sum = Tensor.zeros(x.shape)
  for index in 0..<baselines.shape[0] {
    sum = try integratedGradients(
      of: score, at: x, from: baselines[index..<index + 1], along: path, chunk: chunk)
  }
  return sum
}

/// The first baseline is left out. Verdict: "not what it should be"
public func averagedOverBaselines(
  of score: Score, at x: Tensor, baselines: Tensor, along path: Quadrature, chunk: Int
) throws -> Tensor {
  guard baselines.shape[0] > 0 else { throw TooFew("baselines", 0) }
  var sum = Tensor.zeros(x.shape)
  for index in 1..<max(1, baselines.shape[0]) {
    sum += try integratedGradients(
      of: score, at: x, from: baselines[index..<index + 1], along: path, chunk: chunk)
  }
  return sum / Tensor(baselines.shape[0])
}

/// The magnitudes are averaged. Verdict: "the mean of the magnitudes"
public func averagedOverBaselines(
  of score: Score, at x: Tensor, baselines: Tensor, along path: Quadrature, chunk: Int
) throws -> Tensor {
  guard baselines.shape[0] > 0 else { throw TooFew("baselines", 0) }
  var sum = Tensor.zeros(x.shape)
  for index in 0..<baselines.shape[0] {
    sum += try integratedGradients(
      of: score, at: x, from: baselines[index..<index + 1], along: path, chunk: chunk
    ).abs()
  }
  return sum / Tensor(baselines.shape[0])
}

/// The mean slope is multiplied by the mean way. Verdict: "the mean way times the mean slope"
public func averagedOverBaselines(
  of score: Score, at x: Tensor, baselines: Tensor, along path: Quadrature, chunk: Int
) throws -> Tensor {
  guard baselines.shape[0] > 0 else { throw TooFew("baselines", 0) }
  var sum = Tensor.zeros(x.shape)
  for index in 0..<baselines.shape[0] {
    let baseline = baselines[index..<index + 1]
    let credit = try integratedGradients(
      of: score, at: x, from: baseline, along: path, chunk: chunk)
    sum += credit / (x - baseline)
  }
  return (x - baselines.mean(along: 0, keepingAxes: true)) * sum / Tensor(baselines.shape[0])
}

/// The way is divided out again. Verdict: "the mean slope, not multiplied"
public func averagedOverBaselines(
  of score: Score, at x: Tensor, baselines: Tensor, along path: Quadrature, chunk: Int
) throws -> Tensor {
  guard baselines.shape[0] > 0 else { throw TooFew("baselines", 0) }
  var sum = Tensor.zeros(x.shape)
  for index in 0..<baselines.shape[0] {
    let baseline = baselines[index..<index + 1]
    let credit = try integratedGradients(
      of: score, at: x, from: baseline, along: path, chunk: chunk)
    sum += credit / (x - baseline)
  }
  return sum / Tensor(baselines.shape[0])
}

/// The mean slope is multiplied by x. Verdict: "the mean slope times x"
public func averagedOverBaselines(
  of score: Score, at x: Tensor, baselines: Tensor, along path: Quadrature, chunk: Int
) throws -> Tensor {
  guard baselines.shape[0] > 0 else { throw TooFew("baselines", 0) }
  var sum = Tensor.zeros(x.shape)
  for index in 0..<baselines.shape[0] {
    let baseline = baselines[index..<index + 1]
    let credit = try integratedGradients(
      of: score, at: x, from: baseline, along: path, chunk: chunk)
    sum += x * credit / (x - baseline)
  }
  return sum / Tensor(baselines.shape[0])
}

/// The sum is divided by the number of examples. Verdict: "divided by the number of examples"
public func averagedOverBaselines(
  of score: Score, at x: Tensor, baselines: Tensor, along path: Quadrature, chunk: Int
) throws -> Tensor {
  guard baselines.shape[0] > 0 else { throw TooFew("baselines", 0) }
  var sum = Tensor.zeros(x.shape)
  for index in 0..<baselines.shape[0] {
    sum += try integratedGradients(
      of: score, at: x, from: baselines[index..<index + 1], along: path, chunk: chunk)
  }
  return sum / Tensor(x.shape[0])
}

/// The batch is averaged as well. Verdict: "averaged over the examples as well"
public func averagedOverBaselines(
  of score: Score, at x: Tensor, baselines: Tensor, along path: Quadrature, chunk: Int
) throws -> Tensor {
  guard baselines.shape[0] > 0 else { throw TooFew("baselines", 0) }
  var sum = Tensor.zeros(x.shape)
  for index in 0..<baselines.shape[0] {
    sum += try integratedGradients(
      of: score, at: x, from: baselines[index..<index + 1], along: path, chunk: chunk)
  }
  return (sum / Tensor(baselines.shape[0])).mean(along: 0, keepingAxes: true).broadcast(to: x.shape)
}

/// As many baselines as examples are taken for pairs. Verdict: "with the baseline of its own number only"
public func averagedOverBaselines(
  of score: Score, at x: Tensor, baselines: Tensor, along path: Quadrature, chunk: Int
) throws -> Tensor {
  guard baselines.shape[0] > 0 else { throw TooFew("baselines", 0) }
  if baselines.shape[0] == x.shape[0] {
    return try integratedGradients(
      of: score, at: x, from: baselines, along: path, chunk: chunk)
  }
  var sum = Tensor.zeros(x.shape)
  for index in 0..<baselines.shape[0] {
    sum += try integratedGradients(
      of: score, at: x, from: baselines[index..<index + 1], along: path, chunk: chunk)
  }
  return sum / Tensor(baselines.shape[0])
}

/// The baselines are not used. Verdict: "integrated gradients from zero"
public func averagedOverBaselines(
  of score: Score, at x: Tensor, baselines: Tensor, along path: Quadrature, chunk: Int
) throws -> Tensor {
  guard baselines.shape[0] > 0 else { throw TooFew("baselines", 0) }
  return try integratedGradients(of: score, at: x, from: 0 * x, along: path, chunk: chunk)
}

/// One point at a time goes to the score. Verdict: "chunk points go to the score at once"
public func averagedOverBaselines(
  of score: Score, at x: Tensor, baselines: Tensor, along path: Quadrature, chunk: Int
) throws -> Tensor {
  guard baselines.shape[0] > 0 else { throw TooFew("baselines", 0) }
  var sum = Tensor.zeros(x.shape)
  for index in 0..<baselines.shape[0] {
    sum += try integratedGradients(
      of: score, at: x, from: baselines[index..<index + 1], along: path, chunk: 1)
  }
  return sum / Tensor(baselines.shape[0])
}

/// A chunk below 1 is mended on the quiet. Verdict: "is thrown, for a chunk of 0"
public func averagedOverBaselines(
  of score: Score, at x: Tensor, baselines: Tensor, along path: Quadrature, chunk: Int
) throws -> Tensor {
  guard baselines.shape[0] > 0 else { throw TooFew("baselines", 0) }
  var sum = Tensor.zeros(x.shape)
  for index in 0..<baselines.shape[0] {
    sum += try integratedGradients(
      of: score, at: x, from: baselines[index..<index + 1], along: path, chunk: max(1, chunk))
  }
  return sum / Tensor(baselines.shape[0])
}

/// No baseline gives zeros. Verdict: "is thrown"
public func averagedOverBaselines(
  of score: Score, at x: Tensor, baselines: Tensor, along path: Quadrature, chunk: Int
) throws -> Tensor {
  guard baselines.shape[0] > 0 else { return Tensor.zeros(x.shape) }
  var sum = Tensor.zeros(x.shape)
  for index in 0..<baselines.shape[0] {
    sum += try integratedGradients(
      of: score, at: x, from: baselines[index..<index + 1], along: path, chunk: chunk)
  }
  return sum / Tensor(baselines.shape[0])
}

/// All baselines go to the score together. Verdict: "no batch is larger than chunk · N"
public func averagedOverBaselines(
  of score: Score, at x: Tensor, baselines: Tensor, along path: Quadrature, chunk: Int
) throws -> Tensor {
  guard baselines.shape[0] > 0 else { throw TooFew("baselines", 0) }
  var sum = Tensor.zeros(x.shape)
  for index in 0..<baselines.shape[0] {
    sum += try integratedGradients(
      of: score, at: x, from: baselines[index..<index + 1], along: path,
      chunk: chunk * baselines.shape[0])
  }
  return sum / Tensor(baselines.shape[0])
}

/// Right: all examples in turn, and a running mean.
public func averagedOverBaselines(
  of score: Score, at x: Tensor, baselines: Tensor, along path: Quadrature, chunk: Int
) throws -> Tensor {
  let count = baselines.shape[0]
  if count == 0 { throw TooFew("baselines", count) }
  let credits = try (0..<x.shape[0]).map { example in
    let own = x[example..<example + 1]
    var mean = Tensor.zeros(own.shape)
    for index in 0..<count {
      let credit = try integratedGradients(
        of: score, at: own, from: baselines[index..<index + 1], along: path, chunk: chunk)
      mean += (credit - mean) / Tensor(index + 1)
    }
    return mean
  }
  return .concatenated(credits, along: 0)
}
