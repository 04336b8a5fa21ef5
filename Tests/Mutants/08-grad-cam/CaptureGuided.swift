// What guided backpropagation passes on is taken for the gradient. Verdict: "guided backpropagation passes on"
import Layers
import Tensors

/// Returns where the evidence for a class lies, in a network that ends in a mean over space and
/// one linear layer.
public func classActivationMap(
  features: Tensor, weights: Tensor, target: Int
) throws -> Tensor {
  (weights[target].reshaped(to: [-1, 1, 1]) * features).sum(along: 1)
}

/// Returns what a place in a network gives, and the gradient of the target's logit by it.
public func capture(
  _ network: Network, at x: Tensor, target: Int, place: String
) throws -> Capture {
  var found: Tensor?
  let logits = try network.replacingReLU(with: .guided)(x) { name, activation in
    guard name == place else { return activation }
    let tracked = activation.tracked()
    found = tracked
    return tracked
  }
  guard let found else { throw UnknownPlace(place) }
  return Capture(
    activation: found.detached(),
    gradient: gradient(of: logits[.all, target].sum(), withRespectTo: found))
}

/// Returns where the evidence for a class lies, by any place that still knows where things are.
public func gradCAM(_ capture: Capture) throws -> Tensor {
  let weights = capture.gradient.mean(along: 2, 3, keepingAxes: true)
  return (weights * capture.activation).sum(along: 1)
}

/// Returns the part of a map that speaks for a class, and says so where there is none.
public func heatmap(from map: Tensor) throws -> Heatmap {
  let evidence: Heatmap.Evidence =
    if map.max().scalar > 0 { .some } else if map.min().scalar < 0 { .onlyAgainst } else { .none }
  return Heatmap(map: map.relu(), evidence: evidence)
}

/// Returns maps of another size, with straight lines between the centres of pixels.
public func upsampled(_ map: Tensor, height: Int, width: Int) throws -> Tensor {
  // What each old pixel gives to each new one, along one axis; a row adds up to 1.
  func shares(from size: Int, to count: Int) -> Tensor {
    var shares = [Float](repeating: 0, count: count * size)
    for new in 0..<count {
      let place = (Float(new) + 0.5) * Float(size) / Float(count) - 0.5
      let inside = min(max(place, 0), Float(size - 1))
      let before = Int(inside)
      let fraction = inside - Float(before)
      shares[new * size + before] += 1 - fraction
      shares[new * size + min(before + 1, size - 1)] += fraction
    }
    return Tensor(shares, shape: [count, size])
  }
  let rows = shares(from: map.shape[map.rank - 2], to: height)
  let columns = shares(from: map.shape[map.rank - 1], to: width)
  return rows.matmul(map).matmul(columns, transposing: .right)
}

/// Returns a fine map of the input where a coarse map speaks for the class.
public func guidedGradCAM(map: Tensor, fine: Tensor) throws -> Tensor {
  let (height, width) = (fine.shape[fine.rank - 2], fine.shape[fine.rank - 1])
  return try fine * upsampled(map.relu(), height: height, width: width).insertingAxis(at: -3)
}

/// Returns the box around what stands out in a map.
public func box(around map: Tensor, above fraction: Float) throws -> Box {
  let highest = map.max().scalar
  guard highest > 0 else { throw NoEvidence() }
  let patch = largestComponent(of: map .>= Tensor(fraction * highest))
  // The first and the last that are not empty.
  func extent(_ counts: Tensor) -> Range<Int> {
    let filled = counts.scalars.indices.filter { counts.scalars[$0] > 0 }
    return (filled.first ?? 0)..<(filled.last ?? -1) + 1
  }
  return Box(rows: extent(patch.max(along: 1)), columns: extent(patch.max(along: 0)))
}

/// Returns a capture on which `earlyReLU` is wrong.
public func captureThatExposesEarlyReLU() throws -> Capture {
  Capture(activation: [[[[1]], [[2]]]], gradient: [[[[1]], [[-1]]]])
}
