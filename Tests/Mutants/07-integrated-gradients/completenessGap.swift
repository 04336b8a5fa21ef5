import Explanations
import Foundation
import Tensors

/// The change comes first. Verdict: "the change minus the sum"
public func completenessGap(
  of attribution: Tensor, score: Score, at x: Tensor, from baseline: Tensor
) throws -> Tensor {
  try score(x) - score(baseline.broadcast(to: x.shape))
    - attribution.flattened(from: 1).sum(along: 1)
}

/// The gap has lost its sign. Verdict: "the magnitude of the gap"
public func completenessGap(
  of attribution: Tensor, score: Score, at x: Tensor, from baseline: Tensor
) throws -> Tensor {
  (attribution.flattened(from: 1).sum(along: 1)
    - (try score(x) - score(baseline.broadcast(to: x.shape)))).abs()
}

/// The score at the baseline is forgotten. Verdict: "the score at the baseline is missing"
public func completenessGap(
  of attribution: Tensor, score: Score, at x: Tensor, from baseline: Tensor
) throws -> Tensor {
  attribution.flattened(from: 1).sum(along: 1) - (try score(x))
}

/// Nothing is subtracted. Verdict: "the sum itself"
public func completenessGap(
  of attribution: Tensor, score: Score, at x: Tensor, from baseline: Tensor
) throws -> Tensor {
  attribution.flattened(from: 1).sum(along: 1)
}

/// The change is added. Verdict: "the sum plus the change"
public func completenessGap(
  of attribution: Tensor, score: Score, at x: Tensor, from baseline: Tensor
) throws -> Tensor {
  attribution.flattened(from: 1).sum(along: 1)
    + (try score(x) - score(baseline.broadcast(to: x.shape)))
}

/// Both scores are subtracted. Verdict: "the sum minus both scores"
public func completenessGap(
  of attribution: Tensor, score: Score, at x: Tensor, from baseline: Tensor
) throws -> Tensor {
  try attribution.flattened(from: 1).sum(along: 1) - score(x)
    - score(baseline.broadcast(to: x.shape))
}

/// The magnitudes are added up. Verdict: "the sum of the magnitudes"
public func completenessGap(
  of attribution: Tensor, score: Score, at x: Tensor, from baseline: Tensor
) throws -> Tensor {
  attribution.abs().flattened(from: 1).sum(along: 1)
    - (try score(x) - score(baseline.broadcast(to: x.shape)))
}

/// The wrong axis goes. Verdict: "the sum over the batch for each input"
public func completenessGap(
  of attribution: Tensor, score: Score, at x: Tensor, from baseline: Tensor
) throws -> Tensor {
  attribution.sum(along: 0) - (try score(x) - score(baseline.broadcast(to: x.shape)))
}

/// The whole batch is added up. Verdict: "the sum over the batch and the inputs"
public func completenessGap(
  of attribution: Tensor, score: Score, at x: Tensor, from baseline: Tensor
) throws -> Tensor {
  attribution.sum() - (try score(x) - score(baseline.broadcast(to: x.shape)))
}

/// The inputs are averaged. Verdict: "the mean over the inputs"
public func completenessGap(
  of attribution: Tensor, score: Score, at x: Tensor, from baseline: Tensor
) throws -> Tensor {
  attribution.flattened(from: 1).mean(along: 1)
    - (try score(x) - score(baseline.broadcast(to: x.shape)))
}

/// The ratio is given. Verdict: "the part of the change that the sum is"
public func completenessGap(
  of attribution: Tensor, score: Score, at x: Tensor, from baseline: Tensor
) throws -> Tensor {
  attribution.flattened(from: 1).sum(along: 1)
    / (try score(x) - score(baseline.broadcast(to: x.shape)))
}

/// The gap is relative. Verdict: "the gap as a part of the change"
public func completenessGap(
  of attribution: Tensor, score: Score, at x: Tensor, from baseline: Tensor
) throws -> Tensor {
  (attribution.flattened(from: 1).sum(along: 1)
    - (try score(x) - score(baseline.broadcast(to: x.shape))))
    / (try score(x) - score(baseline.broadcast(to: x.shape)))
}

/// Only axis 1 goes. Verdict: "axis 1 alone is added up"
public func completenessGap(
  of attribution: Tensor, score: Score, at x: Tensor, from baseline: Tensor
) throws -> Tensor {
  attribution.sum(along: 1) - (try score(x) - score(baseline.broadcast(to: x.shape)))
}

/// The baseline is not stretched. Verdict: "a baseline of one number"
public func completenessGap(
  of attribution: Tensor, score: Score, at x: Tensor, from baseline: Tensor
) throws -> Tensor {
  attribution.flattened(from: 1).sum(along: 1) - (try score(x) - score(baseline))
}

/// The whole batch has one gap. Verdict: "the sums over the whole batch"
public func completenessGap(
  of attribution: Tensor, score: Score, at x: Tensor, from baseline: Tensor
) throws -> Tensor {
  attribution.sum() - (try (score(x) - score(baseline.broadcast(to: x.shape))).sum())
}

/// The change is since zero. Verdict: "the change since zero"
public func completenessGap(
  of attribution: Tensor, score: Score, at x: Tensor, from baseline: Tensor
) throws -> Tensor {
  attribution.flattened(from: 1).sum(along: 1) - (try score(x) - score(0 * x))
}

/// The way is scored. Verdict: "the score of x − baseline"
public func completenessGap(
  of attribution: Tensor, score: Score, at x: Tensor, from baseline: Tensor
) throws -> Tensor {
  attribution.flattened(from: 1).sum(along: 1) - (try score(x - baseline.broadcast(to: x.shape)))
}

/// An error of the score is swallowed. Verdict: "the error that the score throws comes out"
public func completenessGap(
  of attribution: Tensor, score: Score, at x: Tensor, from baseline: Tensor
) throws -> Tensor {
  attribution.flattened(from: 1).sum(along: 1)
    - (((try? score(x)) ?? 0) - ((try? score(baseline.broadcast(to: x.shape))) ?? 0))
}

/// The gap is halved, which is no known mistake. Verdict: "not what it should be"
public func completenessGap(
  of attribution: Tensor, score: Score, at x: Tensor, from baseline: Tensor
) throws -> Tensor {
  (attribution.flattened(from: 1).sum(along: 1)
    - (try score(x) - score(baseline.broadcast(to: x.shape)))) / 2
}

/// Right: example by example, in Double.
public func completenessGap(
  of attribution: Tensor, score: Score, at x: Tensor, from baseline: Tensor
) throws -> Tensor {
  let start = baseline.broadcast(to: x.shape)
  let (here, there) = (try score(x).scalars, try score(start).scalars)
  let gaps = (0..<x.shape[0]).map { example in
    var sum = 0.0
    for number in attribution[example].scalars { sum += Double(number) }
    return sum - (Double(here[example]) - Double(there[example]))
  }
  return Tensor(gaps)
}
