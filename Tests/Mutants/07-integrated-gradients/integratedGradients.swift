import Explanations
import Foundation
import Tensors

/// The mean slope is not multiplied by the way. Verdict: "not multiplied by (x − baseline)"
public func integratedGradients(
  of score: Score, at x: Tensor, from baseline: Tensor, along path: Quadrature, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw TooFew("chunk", chunk) }
  let way = x - baseline
  let ones = [Int](repeating: 1, count: x.rank)
  var slope = Tensor.zeros(x.shape)
  for start in stride(from: 0, to: path.points.count, by: chunk) {
    let end = min(start + chunk, path.points.count)
    let places = Tensor(path.points[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let weights = Tensor(path.weights[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let inputs = (baseline + places * way).reshaped(to: [-1] + x.shape.dropFirst())
    let tracked = inputs.tracked()
    let slopes = gradient(of: try score(tracked).sum(), withRespectTo: tracked)
    slope += (weights * slopes.reshaped(to: [end - start] + x.shape)).sum(along: 0)
  }
  return slope
}

/// The mean slope is multiplied by x. Verdict: "multiplied by x, not by (x − baseline)"
public func integratedGradients(
  of score: Score, at x: Tensor, from baseline: Tensor, along path: Quadrature, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw TooFew("chunk", chunk) }
  let way = x - baseline
  let ones = [Int](repeating: 1, count: x.rank)
  var slope = Tensor.zeros(x.shape)
  for start in stride(from: 0, to: path.points.count, by: chunk) {
    let end = min(start + chunk, path.points.count)
    let places = Tensor(path.points[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let weights = Tensor(path.weights[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let inputs = (baseline + places * way).reshaped(to: [-1] + x.shape.dropFirst())
    let tracked = inputs.tracked()
    let slopes = gradient(of: try score(tracked).sum(), withRespectTo: tracked)
    slope += (weights * slopes.reshaped(to: [end - start] + x.shape)).sum(along: 0)
  }
  return x * slope
}

/// The way is turned round at the end. Verdict: "multiplied by (baseline − x)"
public func integratedGradients(
  of score: Score, at x: Tensor, from baseline: Tensor, along path: Quadrature, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw TooFew("chunk", chunk) }
  let way = x - baseline
  let ones = [Int](repeating: 1, count: x.rank)
  var slope = Tensor.zeros(x.shape)
  for start in stride(from: 0, to: path.points.count, by: chunk) {
    let end = min(start + chunk, path.points.count)
    let places = Tensor(path.points[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let weights = Tensor(path.weights[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let inputs = (baseline + places * way).reshaped(to: [-1] + x.shape.dropFirst())
    let tracked = inputs.tracked()
    let slopes = gradient(of: try score(tracked).sum(), withRespectTo: tracked)
    slope += (weights * slopes.reshaped(to: [end - start] + x.shape)).sum(along: 0)
  }
  return (baseline - x) * slope
}

/// The path begins at zero. Verdict: "the path begins at zero and not at the baseline"
public func integratedGradients(
  of score: Score, at x: Tensor, from baseline: Tensor, along path: Quadrature, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw TooFew("chunk", chunk) }
  let way = x - baseline
  let ones = [Int](repeating: 1, count: x.rank)
  var slope = Tensor.zeros(x.shape)
  for start in stride(from: 0, to: path.points.count, by: chunk) {
    let end = min(start + chunk, path.points.count)
    let places = Tensor(path.points[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let weights = Tensor(path.weights[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let inputs = (0 * baseline + places * x).reshaped(to: [-1] + x.shape.dropFirst())
    let tracked = inputs.tracked()
    let slopes = gradient(of: try score(tracked).sum(), withRespectTo: tracked)
    slope += (weights * slopes.reshaped(to: [end - start] + x.shape)).sum(along: 0)
  }
  return way * slope
}

/// The baseline is forgotten, in the path and at the end. Verdict: "the baseline is forgotten everywhere"
public func integratedGradients(
  of score: Score, at x: Tensor, from baseline: Tensor, along path: Quadrature, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw TooFew("chunk", chunk) }
  let way = x
  let ones = [Int](repeating: 1, count: x.rank)
  var slope = Tensor.zeros(x.shape)
  for start in stride(from: 0, to: path.points.count, by: chunk) {
    let end = min(start + chunk, path.points.count)
    let places = Tensor(path.points[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let weights = Tensor(path.weights[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let inputs = (0 * baseline + places * way).reshaped(to: [-1] + x.shape.dropFirst())
    let tracked = inputs.tracked()
    let slopes = gradient(of: try score(tracked).sum(), withRespectTo: tracked)
    slope += (weights * slopes.reshaped(to: [end - start] + x.shape)).sum(along: 0)
  }
  return way * slope
}

/// The way is taken for x on the path. Verdict: "the way is x − baseline, not x"
public func integratedGradients(
  of score: Score, at x: Tensor, from baseline: Tensor, along path: Quadrature, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw TooFew("chunk", chunk) }
  let way = x - baseline
  let ones = [Int](repeating: 1, count: x.rank)
  var slope = Tensor.zeros(x.shape)
  for start in stride(from: 0, to: path.points.count, by: chunk) {
    let end = min(start + chunk, path.points.count)
    let places = Tensor(path.points[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let weights = Tensor(path.weights[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let inputs = (baseline + places * x).reshaped(to: [-1] + x.shape.dropFirst())
    let tracked = inputs.tracked()
    let slopes = gradient(of: try score(tracked).sum(), withRespectTo: tracked)
    slope += (weights * slopes.reshaped(to: [end - start] + x.shape)).sum(along: 0)
  }
  return way * slope
}

/// The path leads from x to the baseline. Verdict: "walked from x to the baseline"
public func integratedGradients(
  of score: Score, at x: Tensor, from baseline: Tensor, along path: Quadrature, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw TooFew("chunk", chunk) }
  let way = x - baseline
  let ones = [Int](repeating: 1, count: x.rank)
  var slope = Tensor.zeros(x.shape)
  for start in stride(from: 0, to: path.points.count, by: chunk) {
    let end = min(start + chunk, path.points.count)
    let places = Tensor(path.points[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let weights = Tensor(path.weights[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let inputs = (x + places * (baseline - x)).reshaped(to: [-1] + x.shape.dropFirst())
    let tracked = inputs.tracked()
    let slopes = gradient(of: try score(tracked).sum(), withRespectTo: tracked)
    slope += (weights * slopes.reshaped(to: [end - start] + x.shape)).sum(along: 0)
  }
  return way * slope
}

/// The weights are not used, and the slopes averaged. Verdict: "all points counted equally"
public func integratedGradients(
  of score: Score, at x: Tensor, from baseline: Tensor, along path: Quadrature, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw TooFew("chunk", chunk) }
  let way = x - baseline
  let ones = [Int](repeating: 1, count: x.rank)
  var slope = Tensor.zeros(x.shape)
  for start in stride(from: 0, to: path.points.count, by: chunk) {
    let end = min(start + chunk, path.points.count)
    let places = Tensor(path.points[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let weights = Tensor(
      path.weights[start..<end].map { _ in 1 / Double(path.points.count) }.map { Float($0) },
      shape: [end - start] + ones)
    let inputs = (baseline + places * way).reshaped(to: [-1] + x.shape.dropFirst())
    let tracked = inputs.tracked()
    let slopes = gradient(of: try score(tracked).sum(), withRespectTo: tracked)
    slope += (weights * slopes.reshaped(to: [end - start] + x.shape)).sum(along: 0)
  }
  return way * slope
}

/// The weights are not used, and the slopes added up. Verdict: "added up without their weights"
public func integratedGradients(
  of score: Score, at x: Tensor, from baseline: Tensor, along path: Quadrature, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw TooFew("chunk", chunk) }
  let way = x - baseline
  let ones = [Int](repeating: 1, count: x.rank)
  var slope = Tensor.zeros(x.shape)
  for start in stride(from: 0, to: path.points.count, by: chunk) {
    let end = min(start + chunk, path.points.count)
    let places = Tensor(path.points[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let weights = Tensor(
      path.weights[start..<end].map { _ in 1.0 }.map { Float($0) }, shape: [end - start] + ones)
    let inputs = (baseline + places * way).reshaped(to: [-1] + x.shape.dropFirst())
    let tracked = inputs.tracked()
    let slopes = gradient(of: try score(tracked).sum(), withRespectTo: tracked)
    slope += (weights * slopes.reshaped(to: [end - start] + x.shape)).sum(along: 0)
  }
  return way * slope
}

/// The weighted sum is divided by the number of points. Verdict: "divided by the number of points once more"
public func integratedGradients(
  of score: Score, at x: Tensor, from baseline: Tensor, along path: Quadrature, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw TooFew("chunk", chunk) }
  let way = x - baseline
  let ones = [Int](repeating: 1, count: x.rank)
  var slope = Tensor.zeros(x.shape)
  for start in stride(from: 0, to: path.points.count, by: chunk) {
    let end = min(start + chunk, path.points.count)
    let places = Tensor(path.points[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let weights = Tensor(path.weights[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let inputs = (baseline + places * way).reshaped(to: [-1] + x.shape.dropFirst())
    let tracked = inputs.tracked()
    let slopes = gradient(of: try score(tracked).sum(), withRespectTo: tracked)
    slope += (weights * slopes.reshaped(to: [end - start] + x.shape)).sum(along: 0)
  }
  return way * slope / Tensor(path.points.count)
}

/// The magnitudes of the slopes are added up. Verdict: "the magnitudes of the slopes"
public func integratedGradients(
  of score: Score, at x: Tensor, from baseline: Tensor, along path: Quadrature, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw TooFew("chunk", chunk) }
  let way = x - baseline
  let ones = [Int](repeating: 1, count: x.rank)
  var slope = Tensor.zeros(x.shape)
  for start in stride(from: 0, to: path.points.count, by: chunk) {
    let end = min(start + chunk, path.points.count)
    let places = Tensor(path.points[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let weights = Tensor(path.weights[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let inputs = (baseline + places * way).reshaped(to: [-1] + x.shape.dropFirst())
    let tracked = inputs.tracked()
    let slopes = gradient(of: try score(tracked).sum(), withRespectTo: tracked)
    slope += (weights * slopes.abs().reshaped(to: [end - start] + x.shape)).sum(along: 0)
  }
  return way * slope
}

/// The result has lost its signs. Verdict: "the magnitudes of the result"
public func integratedGradients(
  of score: Score, at x: Tensor, from baseline: Tensor, along path: Quadrature, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw TooFew("chunk", chunk) }
  let way = x - baseline
  let ones = [Int](repeating: 1, count: x.rank)
  var slope = Tensor.zeros(x.shape)
  for start in stride(from: 0, to: path.points.count, by: chunk) {
    let end = min(start + chunk, path.points.count)
    let places = Tensor(path.points[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let weights = Tensor(path.weights[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let inputs = (baseline + places * way).reshaped(to: [-1] + x.shape.dropFirst())
    let tracked = inputs.tracked()
    let slopes = gradient(of: try score(tracked).sum(), withRespectTo: tracked)
    slope += (weights * slopes.reshaped(to: [end - start] + x.shape)).sum(along: 0)
  }
  return (way * slope).abs()
}

/// What is differentiated is the mean of the scores. Verdict: "slopes divided by the number of"
public func integratedGradients(
  of score: Score, at x: Tensor, from baseline: Tensor, along path: Quadrature, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw TooFew("chunk", chunk) }
  let way = x - baseline
  let ones = [Int](repeating: 1, count: x.rank)
  var slope = Tensor.zeros(x.shape)
  for start in stride(from: 0, to: path.points.count, by: chunk) {
    let end = min(start + chunk, path.points.count)
    let places = Tensor(path.points[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let weights = Tensor(path.weights[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let inputs = (baseline + places * way).reshaped(to: [-1] + x.shape.dropFirst())
    let tracked = inputs.tracked()
    let slopes = gradient(of: try score(tracked).mean(), withRespectTo: tracked)
    slope += (weights * slopes.reshaped(to: [end - start] + x.shape)).sum(along: 0)
  }
  return way * slope * Tensor(min(chunk, path.points.count))
}

/// The mean over all scores is differentiated. Verdict: "a mean over all scores of a batch"
public func integratedGradients(
  of score: Score, at x: Tensor, from baseline: Tensor, along path: Quadrature, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw TooFew("chunk", chunk) }
  let way = x - baseline
  let ones = [Int](repeating: 1, count: x.rank)
  var slope = Tensor.zeros(x.shape)
  for start in stride(from: 0, to: path.points.count, by: chunk) {
    let end = min(start + chunk, path.points.count)
    let places = Tensor(path.points[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let weights = Tensor(path.weights[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let inputs = (baseline + places * way).reshaped(to: [-1] + x.shape.dropFirst())
    let tracked = inputs.tracked()
    let slopes = gradient(of: try score(tracked).mean(), withRespectTo: tracked)
    slope += (weights * slopes.reshaped(to: [end - start] + x.shape)).sum(along: 0)
  }
  return way * slope
}

/// The way is x, everywhere. Verdict: "a way of x, on the path and as a factor"
public func integratedGradients(
  of score: Score, at x: Tensor, from baseline: Tensor, along path: Quadrature, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw TooFew("chunk", chunk) }
  let way = x
  let ones = [Int](repeating: 1, count: x.rank)
  var slope = Tensor.zeros(x.shape)
  for start in stride(from: 0, to: path.points.count, by: chunk) {
    let end = min(start + chunk, path.points.count)
    let places = Tensor(path.points[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let weights = Tensor(path.weights[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let inputs = (baseline + places * way).reshaped(to: [-1] + x.shape.dropFirst())
    let tracked = inputs.tracked()
    let slopes = gradient(of: try score(tracked).sum(), withRespectTo: tracked)
    slope += (weights * slopes.reshaped(to: [end - start] + x.shape)).sum(along: 0)
  }
  return way * slope
}

/// The points are spread evenly, whatever the path says. Verdict: "points spread evenly from 0 to 1"
public func integratedGradients(
  of score: Score, at x: Tensor, from baseline: Tensor, along path: Quadrature, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw TooFew("chunk", chunk) }
  let way = x - baseline
  let ones = [Int](repeating: 1, count: x.rank)
  var slope = Tensor.zeros(x.shape)
  for start in stride(from: 0, to: path.points.count, by: chunk) {
    let end = min(start + chunk, path.points.count)
    let places = Tensor(
      (start..<end).map { Double($0 + 1) / Double(path.points.count) }.map { Float($0) },
      shape: [end - start] + ones)
    let weights = Tensor(path.weights[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let inputs = (baseline + places * way).reshaped(to: [-1] + x.shape.dropFirst())
    let tracked = inputs.tracked()
    let slopes = gradient(of: try score(tracked).sum(), withRespectTo: tracked)
    slope += (weights * slopes.reshaped(to: [end - start] + x.shape)).sum(along: 0)
  }
  return way * slope
}

/// The first example is explained for all. Verdict: "what is right for the first example"
public func integratedGradients(
  of score: Score, at x: Tensor, from baseline: Tensor, along path: Quadrature, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw TooFew("chunk", chunk) }
  let way = x - baseline
  let ones = [Int](repeating: 1, count: x.rank)
  var slope = Tensor.zeros(x.shape)
  for start in stride(from: 0, to: path.points.count, by: chunk) {
    let end = min(start + chunk, path.points.count)
    let places = Tensor(path.points[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let weights = Tensor(path.weights[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let inputs = (baseline + places * way).reshaped(to: [-1] + x.shape.dropFirst())
    let tracked = inputs.tracked()
    let slopes = gradient(of: try score(tracked).sum(), withRespectTo: tracked)
    slope += (weights * slopes.reshaped(to: [end - start] + x.shape)).sum(along: 0)
  }
  return (way * slope)[0..<1].broadcast(to: x.shape)
}

/// Each chunk begins with the first points. Verdict: "the first points again in every chunk"
public func integratedGradients(
  of score: Score, at x: Tensor, from baseline: Tensor, along path: Quadrature, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw TooFew("chunk", chunk) }
  let way = x - baseline
  let ones = [Int](repeating: 1, count: x.rank)
  var slope = Tensor.zeros(x.shape)
  for start in stride(from: 0, to: path.points.count, by: chunk) {
    let end = min(start + chunk, path.points.count)
    let places = Tensor(
      path.points[0..<(end - start)].map { Float($0) }, shape: [end - start] + ones)
    let weights = Tensor(path.weights[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let inputs = (baseline + places * way).reshaped(to: [-1] + x.shape.dropFirst())
    let tracked = inputs.tracked()
    let slopes = gradient(of: try score(tracked).sum(), withRespectTo: tracked)
    slope += (weights * slopes.reshaped(to: [end - start] + x.shape)).sum(along: 0)
  }
  return way * slope
}

/// Each chunk begins with the first weights. Verdict: "the first weights again in every chunk"
public func integratedGradients(
  of score: Score, at x: Tensor, from baseline: Tensor, along path: Quadrature, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw TooFew("chunk", chunk) }
  let way = x - baseline
  let ones = [Int](repeating: 1, count: x.rank)
  var slope = Tensor.zeros(x.shape)
  for start in stride(from: 0, to: path.points.count, by: chunk) {
    let end = min(start + chunk, path.points.count)
    let places = Tensor(path.points[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let weights = Tensor(
      path.weights[0..<(end - start)].map { Float($0) }, shape: [end - start] + ones)
    let inputs = (baseline + places * way).reshaped(to: [-1] + x.shape.dropFirst())
    let tracked = inputs.tracked()
    let slopes = gradient(of: try score(tracked).sum(), withRespectTo: tracked)
    slope += (weights * slopes.reshaped(to: [end - start] + x.shape)).sum(along: 0)
  }
  return way * slope
}

/// The weights are put on the scores and on the slopes. Verdict: "each weight multiplied in twice"
public func integratedGradients(
  of score: Score, at x: Tensor, from baseline: Tensor, along path: Quadrature, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw TooFew("chunk", chunk) }
  let way = x - baseline
  let ones = [Int](repeating: 1, count: x.rank)
  var slope = Tensor.zeros(x.shape)
  for start in stride(from: 0, to: path.points.count, by: chunk) {
    let end = min(start + chunk, path.points.count)
    let places = Tensor(path.points[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let weights = Tensor(path.weights[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let inputs = (baseline + places * way).reshaped(to: [-1] + x.shape.dropFirst())
    let tracked = inputs.tracked()
    let slopes = gradient(
      of: (weights.reshaped(to: [-1, 1]) * (try score(tracked)).reshaped(to: [end - start, -1]))
        .sum(), withRespectTo: tracked)
    slope += (weights * slopes.reshaped(to: [end - start] + x.shape)).sum(along: 0)
  }
  return way * slope
}

/// The gradient is taken with respect to x, before the path. Verdict: "with respect to x, which puts a factor α"
public func integratedGradients(
  of score: Score, at x: Tensor, from baseline: Tensor, along path: Quadrature, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw TooFew("chunk", chunk) }
  let tracked = x.broadcast(to: x.shape).tracked()
  var slope = Tensor.zeros(x.shape)
  for start in stride(from: 0, to: path.points.count, by: chunk) {
    for index in start..<min(start + chunk, path.points.count) {
      let point = Tensor(path.points[index])
      let input = baseline + point * (tracked - baseline)
      slope +=
        Tensor(path.weights[index])
        * gradient(of: try score(input).sum(), withRespectTo: tracked)
    }
  }
  return (x - baseline) * slope
}

/// The gradient is taken at x and nowhere else. Verdict: "the points of the path are not used"
public func integratedGradients(
  of score: Score, at x: Tensor, from baseline: Tensor, along path: Quadrature, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw TooFew("chunk", chunk) }
  let tracked = x.tracked()
  return (x - baseline) * gradient(of: try score(tracked).sum(), withRespectTo: tracked)
}

/// It is input × gradient. Verdict: "which is input × gradient"
public func integratedGradients(
  of score: Score, at x: Tensor, from baseline: Tensor, along path: Quadrature, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw TooFew("chunk", chunk) }
  let tracked = x.tracked()
  return x * gradient(of: try score(tracked).sum(), withRespectTo: tracked)
}

/// The scores are computed from what is not tracked. Verdict: "as if the score did not hang on the points"
public func integratedGradients(
  of score: Score, at x: Tensor, from baseline: Tensor, along path: Quadrature, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw TooFew("chunk", chunk) }
  let way = x - baseline
  let ones = [Int](repeating: 1, count: x.rank)
  var slope = Tensor.zeros(x.shape)
  for start in stride(from: 0, to: path.points.count, by: chunk) {
    let end = min(start + chunk, path.points.count)
    let places = Tensor(path.points[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let weights = Tensor(path.weights[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let inputs = (baseline + places * way).reshaped(to: [-1] + x.shape.dropFirst())
    let tracked = inputs.tracked()
    let slopes = gradient(of: try score(inputs).sum(), withRespectTo: tracked)
    slope += (weights * slopes.reshaped(to: [end - start] + x.shape)).sum(along: 0)
  }
  return way * slope
}

/// The slope is taken at the mean point of the path. Verdict: "the slope at the mean point of the path"
public func integratedGradients(
  of score: Score, at x: Tensor, from baseline: Tensor, along path: Quadrature, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw TooFew("chunk", chunk) }
  let mean = zip(path.points, path.weights).reduce(0) { $0 + $1.0 * $1.1 }
  let tracked = (baseline + Tensor(mean) * (x - baseline)).tracked()
  return (x - baseline) * gradient(of: try score(tracked).sum(), withRespectTo: tracked)
}

/// The weights are stretched until they add up to 1. Verdict: "weights stretched until they add up to 1"
public func integratedGradients(
  of score: Score, at x: Tensor, from baseline: Tensor, along path: Quadrature, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw TooFew("chunk", chunk) }
  let way = x - baseline
  let ones = [Int](repeating: 1, count: x.rank)
  var slope = Tensor.zeros(x.shape)
  for start in stride(from: 0, to: path.points.count, by: chunk) {
    let end = min(start + chunk, path.points.count)
    let places = Tensor(path.points[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let weights = Tensor(path.weights[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let inputs = (baseline + places * way).reshaped(to: [-1] + x.shape.dropFirst())
    let tracked = inputs.tracked()
    let slopes = gradient(of: try score(tracked).sum(), withRespectTo: tracked)
    slope += (weights * slopes.reshaped(to: [end - start] + x.shape)).sum(along: 0)
  }
  return way * slope / Tensor(path.weights.reduce(0, +))
}

/// Points and examples change places. Verdict: "points and examples mixed up"
public func integratedGradients(
  of score: Score, at x: Tensor, from baseline: Tensor, along path: Quadrature, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw TooFew("chunk", chunk) }
  let way = x - baseline
  let ones = [Int](repeating: 1, count: x.rank)
  var slope = Tensor.zeros(x.shape)
  for start in stride(from: 0, to: path.points.count, by: chunk) {
    let end = min(start + chunk, path.points.count)
    let places = Tensor(path.points[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let weights = Tensor(path.weights[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let inputs = (baseline + places * way).reshaped(to: [-1] + x.shape.dropFirst())
    let tracked = inputs.tracked()
    let slopes = gradient(of: try score(tracked).sum(), withRespectTo: tracked)
    slope +=
      (weights.reshaped(to: [1, -1] + ones.dropFirst())
      * slopes.reshaped(to: [x.shape[0], end - start] + x.shape.dropFirst())).sum(along: 1)
  }
  return way * slope
}

/// The batch is averaged at the end. Verdict: "the mean over the batch"
public func integratedGradients(
  of score: Score, at x: Tensor, from baseline: Tensor, along path: Quadrature, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw TooFew("chunk", chunk) }
  let way = x - baseline
  let ones = [Int](repeating: 1, count: x.rank)
  var slope = Tensor.zeros(x.shape)
  for start in stride(from: 0, to: path.points.count, by: chunk) {
    let end = min(start + chunk, path.points.count)
    let places = Tensor(path.points[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let weights = Tensor(path.weights[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let inputs = (baseline + places * way).reshaped(to: [-1] + x.shape.dropFirst())
    let tracked = inputs.tracked()
    let slopes = gradient(of: try score(tracked).sum(), withRespectTo: tracked)
    slope += (weights * slopes.reshaped(to: [end - start] + x.shape)).sum(along: 0)
  }
  return (way * slope).mean(along: 0, keepingAxes: true).broadcast(to: x.shape)
}

/// The slopes are averaged over the batch. Verdict: "the slopes averaged over the batch"
public func integratedGradients(
  of score: Score, at x: Tensor, from baseline: Tensor, along path: Quadrature, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw TooFew("chunk", chunk) }
  let way = x - baseline
  let ones = [Int](repeating: 1, count: x.rank)
  var slope = Tensor.zeros(x.shape)
  for start in stride(from: 0, to: path.points.count, by: chunk) {
    let end = min(start + chunk, path.points.count)
    let places = Tensor(path.points[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let weights = Tensor(path.weights[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let inputs = (baseline + places * way).reshaped(to: [-1] + x.shape.dropFirst())
    let tracked = inputs.tracked()
    let slopes = gradient(of: try score(tracked).sum(), withRespectTo: tracked)
    slope += (weights * slopes.reshaped(to: [end - start] + x.shape)).sum(along: 0)
  }
  return way * slope.mean(along: 0, keepingAxes: true)
}

/// The last chunk is left out unless it is full. Verdict: "the last chunk left out"
public func integratedGradients(
  of score: Score, at x: Tensor, from baseline: Tensor, along path: Quadrature, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw TooFew("chunk", chunk) }
  let way = x - baseline
  let ones = [Int](repeating: 1, count: x.rank)
  var slope = Tensor.zeros(x.shape)
  for start in stride(
    from: 0, through: path.points.count - min(chunk, path.points.count), by: chunk)
  {
    let end = min(start + chunk, path.points.count)
    let places = Tensor(path.points[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let weights = Tensor(path.weights[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let inputs = (baseline + places * way).reshaped(to: [-1] + x.shape.dropFirst())
    let tracked = inputs.tracked()
    let slopes = gradient(of: try score(tracked).sum(), withRespectTo: tracked)
    slope += (weights * slopes.reshaped(to: [end - start] + x.shape)).sum(along: 0)
  }
  return way * slope
}

/// Every chunk replaces the one before it. Verdict: "the last chunk alone"
public func integratedGradients(
  of score: Score, at x: Tensor, from baseline: Tensor, along path: Quadrature, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw TooFew("chunk", chunk) }
  let way = x - baseline
  let ones = [Int](repeating: 1, count: x.rank)
  var slope = Tensor.zeros(x.shape)
  for start in stride(from: 0, to: path.points.count, by: chunk) {
    let end = min(start + chunk, path.points.count)
    let places = Tensor(path.points[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let weights = Tensor(path.weights[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let inputs = (baseline + places * way).reshaped(to: [-1] + x.shape.dropFirst())
    let tracked = inputs.tracked()
    let slopes = gradient(of: try score(tracked).sum(), withRespectTo: tracked)
    slope = (weights * slopes.reshaped(to: [end - start] + x.shape)).sum(along: 0)
  }
  return way * slope
}

/// The function returns behind the first chunk. Verdict: "the first chunk alone"
public func integratedGradients(
  of score: Score, at x: Tensor, from baseline: Tensor, along path: Quadrature, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw TooFew("chunk", chunk) }
  let way = x - baseline
  let ones = [Int](repeating: 1, count: x.rank)
  var slope = Tensor.zeros(x.shape)
  for start in stride(from: 0, to: path.points.count, by: chunk) {
    let end = min(start + chunk, path.points.count)
    let places = Tensor(path.points[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let weights = Tensor(path.weights[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let inputs = (baseline + places * way).reshaped(to: [-1] + x.shape.dropFirst())
    let tracked = inputs.tracked()
    let slopes = gradient(of: try score(tracked).sum(), withRespectTo: tracked)
    slope += (weights * slopes.reshaped(to: [end - start] + x.shape)).sum(along: 0)
    break
  }
  return way * slope
}

/// The chunks are averaged. Verdict: "the mean over the chunks"
public func integratedGradients(
  of score: Score, at x: Tensor, from baseline: Tensor, along path: Quadrature, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw TooFew("chunk", chunk) }
  let way = x - baseline
  let ones = [Int](repeating: 1, count: x.rank)
  var slope = Tensor.zeros(x.shape)
  for start in stride(from: 0, to: path.points.count, by: chunk) {
    let end = min(start + chunk, path.points.count)
    let places = Tensor(path.points[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let weights = Tensor(path.weights[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let inputs = (baseline + places * way).reshaped(to: [-1] + x.shape.dropFirst())
    let tracked = inputs.tracked()
    let slopes = gradient(of: try score(tracked).sum(), withRespectTo: tracked)
    slope += (weights * slopes.reshaped(to: [end - start] + x.shape)).sum(along: 0)
  }
  return way * slope / Tensor((path.points.count + chunk - 1) / chunk)
}

/// All points go to the score at once. Verdict: "no batch is larger than chunk · N"
public func integratedGradients(
  of score: Score, at x: Tensor, from baseline: Tensor, along path: Quadrature, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw TooFew("chunk", chunk) }
  let way = x - baseline
  let ones = [Int](repeating: 1, count: x.rank)
  var slope = Tensor.zeros(x.shape)
  for start in [0] {
    let end = path.points.count
    let places = Tensor(path.points[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let weights = Tensor(path.weights[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let inputs = (baseline + places * way).reshaped(to: [-1] + x.shape.dropFirst())
    let tracked = inputs.tracked()
    let slopes = gradient(of: try score(tracked).sum(), withRespectTo: tracked)
    slope += (weights * slopes.reshaped(to: [end - start] + x.shape)).sum(along: 0)
  }
  return way * slope
}

/// Each point goes to the score alone, whatever the chunk. Verdict: "chunk points go to the score at once"
public func integratedGradients(
  of score: Score, at x: Tensor, from baseline: Tensor, along path: Quadrature, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw TooFew("chunk", chunk) }
  let way = x - baseline
  let ones = [Int](repeating: 1, count: x.rank)
  var slope = Tensor.zeros(x.shape)
  for start in path.points.indices {
    let end = start + 1
    let places = Tensor(path.points[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let weights = Tensor(path.weights[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let inputs = (baseline + places * way).reshaped(to: [-1] + x.shape.dropFirst())
    let tracked = inputs.tracked()
    let slopes = gradient(of: try score(tracked).sum(), withRespectTo: tracked)
    slope += (weights * slopes.reshaped(to: [end - start] + x.shape)).sum(along: 0)
  }
  return way * slope
}

/// The chunk counts examples, not points. Verdict: "chunk points go to the score at once"
public func integratedGradients(
  of score: Score, at x: Tensor, from baseline: Tensor, along path: Quadrature, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw TooFew("chunk", chunk) }
  let way = x - baseline
  let ones = [Int](repeating: 1, count: x.rank)
  var slope = Tensor.zeros(x.shape)
  let chunk = max(1, chunk / x.shape[0])
  for start in stride(from: 0, to: path.points.count, by: chunk) {
    let end = min(start + chunk, path.points.count)
    let places = Tensor(path.points[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let weights = Tensor(path.weights[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let inputs = (baseline + places * way).reshaped(to: [-1] + x.shape.dropFirst())
    let tracked = inputs.tracked()
    let slopes = gradient(of: try score(tracked).sum(), withRespectTo: tracked)
    slope += (weights * slopes.reshaped(to: [end - start] + x.shape)).sum(along: 0)
  }
  return way * slope
}

/// A chunk of zero is taken for one. Verdict: "is thrown"
public func integratedGradients(
  of score: Score, at x: Tensor, from baseline: Tensor, along path: Quadrature, chunk: Int
) throws -> Tensor {
  let way = x - baseline
  let ones = [Int](repeating: 1, count: x.rank)
  var slope = Tensor.zeros(x.shape)
  let chunk = max(1, chunk)
  for start in stride(from: 0, to: path.points.count, by: chunk) {
    let end = min(start + chunk, path.points.count)
    let places = Tensor(path.points[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let weights = Tensor(path.weights[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let inputs = (baseline + places * way).reshaped(to: [-1] + x.shape.dropFirst())
    let tracked = inputs.tracked()
    let slopes = gradient(of: try score(tracked).sum(), withRespectTo: tracked)
    slope += (weights * slopes.reshaped(to: [end - start] + x.shape)).sum(along: 0)
  }
  return way * slope
}

/// Only a chunk of exactly zero is refused. Verdict: "is thrown"
public func integratedGradients(
  of score: Score, at x: Tensor, from baseline: Tensor, along path: Quadrature, chunk: Int
) throws -> Tensor {
  guard chunk != 0 else { throw TooFew("chunk", chunk) }
  let way = x - baseline
  let ones = [Int](repeating: 1, count: x.rank)
  var slope = Tensor.zeros(x.shape)
  let chunk = abs(chunk)
  for start in stride(from: 0, to: path.points.count, by: chunk) {
    let end = min(start + chunk, path.points.count)
    let places = Tensor(path.points[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let weights = Tensor(path.weights[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let inputs = (baseline + places * way).reshaped(to: [-1] + x.shape.dropFirst())
    let tracked = inputs.tracked()
    let slopes = gradient(of: try score(tracked).sum(), withRespectTo: tracked)
    slope += (weights * slopes.reshaped(to: [end - start] + x.shape)).sum(along: 0)
  }
  return way * slope
}

/// What is no number is taken for zero. Verdict: "an input that is NaN gets NaN"
public func integratedGradients(
  of score: Score, at x: Tensor, from baseline: Tensor, along path: Quadrature, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw TooFew("chunk", chunk) }
  let way = x - baseline
  let ones = [Int](repeating: 1, count: x.rank)
  var slope = Tensor.zeros(x.shape)
  for start in stride(from: 0, to: path.points.count, by: chunk) {
    let end = min(start + chunk, path.points.count)
    let places = Tensor(path.points[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let weights = Tensor(path.weights[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let inputs = (baseline + places * way).reshaped(to: [-1] + x.shape.dropFirst())
    let tracked = inputs.tracked()
    let slopes = gradient(of: try score(tracked).sum(), withRespectTo: tracked)
    slope += (weights * slopes.reshaped(to: [end - start] + x.shape)).sum(along: 0)
  }
  return (way * slope).replacing(with: 0, where: (way * slope) .!= (way * slope))
}

/// The result is divided by its sum, which is no known mistake. Verdict: "not what it should be"
public func integratedGradients(
  of score: Score, at x: Tensor, from baseline: Tensor, along path: Quadrature, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw TooFew("chunk", chunk) }
  let way = x - baseline
  let ones = [Int](repeating: 1, count: x.rank)
  var slope = Tensor.zeros(x.shape)
  for start in stride(from: 0, to: path.points.count, by: chunk) {
    let end = min(start + chunk, path.points.count)
    let places = Tensor(path.points[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let weights = Tensor(path.weights[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let inputs = (baseline + places * way).reshaped(to: [-1] + x.shape.dropFirst())
    let tracked = inputs.tracked()
    let slopes = gradient(of: try score(tracked).sum(), withRespectTo: tracked)
    slope += (weights * slopes.reshaped(to: [end - start] + x.shape)).sum(along: 0)
  }
  return way * slope / (way * slope).sum()
}

/// An error of the score is swallowed. Verdict: "the error that the score throws comes out"
public func integratedGradients(
  of score: Score, at x: Tensor, from baseline: Tensor, along path: Quadrature, chunk: Int
) throws -> Tensor {
  guard chunk > 0 else { throw TooFew("chunk", chunk) }
  let way = x - baseline
  let ones = [Int](repeating: 1, count: x.rank)
  var slope = Tensor.zeros(x.shape)
  for start in stride(from: 0, to: path.points.count, by: chunk) {
    let end = min(start + chunk, path.points.count)
    let places = Tensor(path.points[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let weights = Tensor(path.weights[start..<end].map { Float($0) }, shape: [end - start] + ones)
    let inputs = (baseline + places * way).reshaped(to: [-1] + x.shape.dropFirst())
    let tracked = inputs.tracked()
    let slopes = gradient(
      of: ((try? score(tracked)) ?? tracked.flattened(from: 1).sum(along: 1)).sum(),
      withRespectTo: tracked)
    slope += (weights * slopes.reshaped(to: [end - start] + x.shape)).sum(along: 0)
  }
  return way * slope
}

/// Right: point by point, the chunk filled by hand, and the weight put on the score.
public func integratedGradients(
  of score: Score, at x: Tensor, from baseline: Tensor, along path: Quadrature, chunk: Int
) throws -> Tensor {
  if chunk <= 0 { throw TooFew("chunk", chunk) }
  var sum = x - x
  var first = 0
  while first < path.points.count {
    let last = min(first + chunk, path.points.count)
    var batch: [Tensor] = []
    var counts: [Float] = []
    for index in first..<last {
      let alpha = Tensor(Float(path.points[index]))
      batch.append((1 - alpha) * baseline + alpha * x)
      counts += [Float](repeating: Float(path.weights[index]), count: x.shape[0])
    }
    let all = Tensor.concatenated(batch, along: 0).tracked()
    let weighted = try score(all) * Tensor(counts)
    let slopes = gradient(of: weighted.sum(), withRespectTo: all)
    for index in 0..<(last - first) {
      sum += slopes[(index * x.shape[0])..<((index + 1) * x.shape[0])]
    }
    first = last
  }
  return sum * (x - baseline)
}

/// Right: with valueWithPullback, and the credits added up instead of the slopes.
public func integratedGradients(
  of score: Score, at x: Tensor, from baseline: Tensor, along path: Quadrature, chunk: Int
) throws -> Tensor {
  guard chunk >= 1 else { throw TooFew("chunk", chunk) }
  let start = baseline.broadcast(to: x.shape)
  var credits = Tensor.zeros(x.shape)
  for low in stride(from: 0, to: path.points.count, by: chunk) {
    let part = low..<min(low + chunk, path.points.count)
    let inputs = Tensor.concatenated(
      part.map { start + Tensor(path.points[$0]) * (x - start) }, along: 0)
    let (_, pullback) = try slopes(of: score, at: inputs)
    for (place, index) in part.enumerated() {
      let rows = (place * x.shape[0])..<((place + 1) * x.shape[0])
      credits += Tensor(path.weights[index]) * (x - start) * pullback[rows]
    }
  }
  return credits
}

private func slopes(of score: Score, at inputs: Tensor) throws -> (Tensor, Tensor) {
  let tracked = inputs.tracked()
  let values = try score(tracked)
  return (values, gradient(of: values.sum(), withRespectTo: tracked))
}
