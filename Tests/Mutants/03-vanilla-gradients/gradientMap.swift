/// The change from zero is shared out, and no slope is taken. Verdict: "shared out over the inputs"
public func gradientMap(of score: Score, at x: Tensor) throws -> Tensor {
  let change = try score(x) - score(0 * x)
  let count = x.count / x.shape[0]
  let shares =
    change.reshaped(to: [-1, 1]).broadcast(to: [x.shape[0], count]) / Tensor(Float(count))
  return shares.reshaped(to: x.shape)
}

/// The gradients of a batch are averaged. Verdict: "the gradient averaged over the batch;"
public func gradientMap(of score: Score, at x: Tensor) throws -> Tensor {
  let tracked = x.tracked()
  return gradient(of: try score(tracked).sum(), withRespectTo: tracked).mean(
    along: 0, keepingAxes: true)
}

/// The gradient is twice too large, which is no known mistake. Verdict: "not what it should be"
public func gradientMap(of score: Score, at x: Tensor) throws -> Tensor {
  let tracked = x.tracked()
  return 2 * gradient(of: try score(tracked).sum(), withRespectTo: tracked)
}

/// The gradient is divided by its largest magnitude. Verdict: "divided by its largest magnitude"
public func gradientMap(of score: Score, at x: Tensor) throws -> Tensor {
  let tracked = x.tracked()
  let map = gradient(of: try score(tracked).sum(), withRespectTo: tracked)
  return map / map.abs().max()
}

/// The score is computed from the input that is not tracked. Verdict: "as if the score did not hang on x"
public func gradientMap(of score: Score, at x: Tensor) throws -> Tensor {
  let tracked = x.tracked()
  return gradient(of: try score(x).sum(), withRespectTo: tracked)
}

/// The first example of the batch is explained alone. Verdict: "the gradient of the first example alone"
public func gradientMap(of score: Score, at x: Tensor) throws -> Tensor {
  let tracked = x.tracked()
  return gradient(of: try score(tracked)[0], withRespectTo: tracked)
}

/// The example with the largest score is explained alone. Verdict: "the gradient of the largest score alone"
public func gradientMap(of score: Score, at x: Tensor) throws -> Tensor {
  let tracked = x.tracked()
  return gradient(of: try score(tracked).max(), withRespectTo: tracked)
}

/// What is differentiated falls where the score rises. Verdict: "the gradient of minus the score"
public func gradientMap(of score: Score, at x: Tensor) throws -> Tensor {
  let tracked = x.tracked()
  return gradient(of: -(try score(tracked).sum()), withRespectTo: tracked)
}

/// The gradient is that of the mean over the batch. Verdict: "the gradient of the mean over the batch"
public func gradientMap(of score: Score, at x: Tensor) throws -> Tensor {
  let tracked = x.tracked()
  return gradient(of: try score(tracked).mean(), withRespectTo: tracked)
}

/// A sigmoid is put over the score. Verdict: "score's sigmoid"
public func gradientMap(of score: Score, at x: Tensor) throws -> Tensor {
  let tracked = x.tracked()
  return gradient(of: try score(tracked).sigmoid().sum(), withRespectTo: tracked)
}

/// A softmax is put over the scores. Verdict: "Is there a softmax"
public func gradientMap(of score: Score, at x: Tensor) throws -> Tensor {
  let tracked = x.tracked()
  return gradient(of: try score(tracked).softmax().sum(), withRespectTo: tracked)
}

/// The gradient map is multiplied by the input already. Verdict: "the input times the gradient, which is another"
public func gradientMap(of score: Score, at x: Tensor) throws -> Tensor {
  let tracked = x.tracked()
  return x * gradient(of: try score(tracked).sum(), withRespectTo: tracked)
}

/// The gradient loses its sign. Verdict: "the magnitude of the gradient"
public func gradientMap(of score: Score, at x: Tensor) throws -> Tensor {
  let tracked = x.tracked()
  return gradient(of: try score(tracked).sum(), withRespectTo: tracked).abs()
}

/// The sum over the inputs of input and score is differentiated. Verdict: "the product rule"
public func gradientMap(of score: Score, at x: Tensor) throws -> Tensor {
  let tracked = x.tracked()
  let scores = try score(tracked).reshaped(to: [x.shape[0]] + x.shape.dropFirst().map { _ in 1 })
  return gradient(of: (tracked * scores).sum(), withRespectTo: tracked)
}

/// The gradient is brought between 0 and 1. Verdict: "from its smallest to its largest value"
public func gradientMap(of score: Score, at x: Tensor) throws -> Tensor {
  let tracked = x.tracked()
  let map = gradient(of: try score(tracked).sum(), withRespectTo: tracked)
  return (map - map.min()) / (map.max() - map.min())
}

/// Slopes that are too small to be seen are dropped. Verdict: "tiny"
public func gradientMap(of score: Score, at x: Tensor) throws -> Tensor {
  let tracked = x.tracked()
  let map = gradient(of: try score(tracked).sum(), withRespectTo: tracked)
  return map * (map.abs() .> 1e-5)
}

/// Each row of an image is taken for an example. Verdict: "stopped with an error"
public func gradientMap(of score: Score, at x: Tensor) throws -> Tensor {
  guard x.rank == 2 else { throw GradientsOfRowsOnly() }
  let tracked = x.tracked()
  return gradient(of: try score(tracked).sum(), withRespectTo: tracked)
}

/// What the mutant above says of images.
private struct GradientsOfRowsOnly: Error {}

/// Only where the score is positive is there a gradient. Verdict: "only where the score is positive"
public func gradientMap(of score: Score, at x: Tensor) throws -> Tensor {
  let tracked = x.tracked()
  return gradient(of: try score(tracked).relu().sum(), withRespectTo: tracked)
}

/// Right: one example after the other.
public func gradientMap(of score: Score, at x: Tensor) throws -> Tensor {
  var maps: [Tensor] = []
  for example in 0..<x.shape[0] {
    let alone = x[example..<example + 1].tracked()
    let value = try score(alone)[0]
    maps.append(gradient(of: value, withRespectTo: alone))
  }
  return Tensor.concatenated(maps, along: 0)
}

/// Right: by the pullback of the scores, with a one for each example.
public func gradientMap(of score: Score, at x: Tensor) throws -> Tensor {
  let tracked = x.detached().tracked()
  let scores = try score(tracked)
  let ones = Tensor.ones(scores.shape)
  return gradient(of: (scores * ones).sum(), withRespectTo: tracked)
}

/// Right: the mean's gradient, times the number of examples.
public func gradientMap(of score: Score, at x: Tensor) throws -> Tensor {
  let tracked = x.tracked()
  let mean = try score(tracked).mean()
  let count = Tensor(Float(x.shape[0]))
  return gradients(of: mean, withRespectTo: [tracked])[0] * count
}

/// Right: example by example, the rows laid together.
public func gradientMap(of score: Score, at x: Tensor) throws -> Tensor {
  let rows = try (0..<x.shape[0]).map { i in
    let one = x[i...i].tracked()
    return gradient(of: try score(one)[0], withRespectTo: one)
  }
  return Tensor.concatenated(rows, along: 0)
}
