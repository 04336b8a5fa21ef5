// The gradients of a batch are averaged. Verdict: "the gradient averaged over the batch;"
import Layers
import Tensors

/// Returns how fast a score changes with each number of its input, with the sign.
public func gradientMap(of score: Score, at x: Tensor) throws -> Tensor {
  let tracked = x.tracked()
  return gradient(of: try score(tracked).sum(), withRespectTo: tracked).mean(
    along: 0, keepingAxes: true)
}

/// Returns one number for each pixel: how strongly the score depends on it.
public func saliency(from gradient: Tensor, by reduction: Reduction) throws -> Tensor {
  switch reduction {
  case .largest: gradient.abs().max(along: 1)
  case .sum: gradient.abs().sum(along: 1)
  case .euclidean: gradient.squared().sum(along: 1).sqrt()
  }
}

/// Returns each number of the input times the score's gradient by it, with the sign.
public func inputTimesGradient(of score: Score, at x: Tensor) throws -> Tensor {
  x * (try gradientMap(of: score, at: x))
}

/// Returns the same product inside a network.
public func layerInputTimesGradient(
  of network: Network, at x: Tensor, target: Int, places: [String]
) throws -> [Tensor] {
  var found: [String: Tensor] = [:]
  let logits = network(x) { place, activation in
    guard places.contains(place) else { return activation }
    let tracked = activation.tracked()
    found[place] = tracked
    return tracked
  }
  let activations = try places.map { place in
    guard let activation = found[place] else { throw UnknownPlace(place) }
    return activation
  }
  let gradients = gradients(of: logits[.all, target].sum(), withRespectTo: activations)
  return zip(activations, gradients).map { $0.detached() * $1 }
}

/// Returns one map for each image from those of several layers.
public func averageOfLayers(
  _ maps: [Tensor], skipping first: Int, height: Int, width: Int
) throws -> Tensor {
  let resized = maps.dropFirst(first).map { map in
    map.sum(along: 1).resized(height: height, width: width)
  }
  return Tensor.stacked(resized, along: 0).mean(along: 0)
}

/// Returns an input of the saturated neuron at which `mattersByGradient` is wrong.
public func saturatedInput() throws -> Tensor {
  [[1, 1]]
}
