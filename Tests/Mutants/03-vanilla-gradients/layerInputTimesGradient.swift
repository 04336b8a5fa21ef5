import Foundation

/// All logits are explained together. Verdict: "for all logits together"
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
  let gradients = gradients(of: logits.sum(), withRespectTo: activations)
  return zip(activations, gradients).map { $0.detached() * $1 }
}

/// What is tracked has lost its history, so that earlier places get nothing. Verdict: "zeros at the earlier places"
public func layerInputTimesGradient(
  of network: Network, at x: Tensor, target: Int, places: [String]
) throws -> [Tensor] {
  var found: [String: Tensor] = [:]
  let logits = network(x) { place, activation in
    guard places.contains(place) else { return activation }
    let tracked = activation.detached().tracked()
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

/// The gradient is not multiplied by the activation. Verdict: "the gradient alone"
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
  return gradients
}

/// The loss is explained. Verdict: "the gradient of the loss"
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
  let gradients = gradients(
    of: logits.crossEntropy(with: Array(repeating: target, count: x.shape[0])),
    withRespectTo: activations)
  return zip(activations, gradients).map { $0.detached() * $1 }
}

/// The mean over the batch is explained. Verdict: "the gradient of the mean over the batch"
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
  let gradients = gradients(of: logits[.all, target].mean(), withRespectTo: activations)
  return zip(activations, gradients).map { $0.detached() * $1 }
}

/// Places come in the order of the network. Verdict: "in the order of the network"
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
  let activations = try network.places.filter(places.contains).map { place in
    guard let activation = found[place] else { throw UnknownPlace(place) }
    return activation
  }
  let gradients = gradients(of: logits[.all, target].sum(), withRespectTo: activations)
  return zip(activations, gradients).map { $0.detached() * $1 }
}

/// The closure tracks the activation, but returns what it was given. Verdict: "does the closure return what it tracked"
public func layerInputTimesGradient(
  of network: Network, at x: Tensor, target: Int, places: [String]
) throws -> [Tensor] {
  var found: [String: Tensor] = [:]
  let logits = network(x) { place, activation in
    guard places.contains(place) else { return activation }
    let tracked = activation.tracked()
    found[place] = tracked
    return activation
  }
  let activations = try places.map { place in
    guard let activation = found[place] else { throw UnknownPlace(place) }
    return activation
  }
  let gradients = gradients(of: logits[.all, target].sum(), withRespectTo: activations)
  return zip(activations, gradients).map { $0.detached() * $1 }
}

/// What the network prefers is explained, whatever was asked for. Verdict: "the class that the network prefers"
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
  let gradients = gradients(of: logits.max(along: 1).sum(), withRespectTo: activations)
  return zip(activations, gradients).map { $0.detached() * $1 }
}

/// A place that is not there is passed over in silence. Verdict: "it throws UnknownPlace"
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
  let activations = places.compactMap { found[$0] }
  let gradients = gradients(of: logits[.all, target].sum(), withRespectTo: activations)
  return zip(activations, gradients).map { $0.detached() * $1 }
}

/// The probability of the target is explained. Verdict: "there is a softmax too many"
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
  let gradients = gradients(of: logits.softmax()[.all, target].sum(), withRespectTo: activations)
  return zip(activations, gradients).map { $0.detached() * $1 }
}

/// Row `target` of the logits is explained, which is an example. Verdict: "which is row `target`"
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
  let gradients = gradients(of: logits[target % x.shape[0]].sum(), withRespectTo: activations)
  return zip(activations, gradients).map { $0.detached() * $1 }
}

/// The error names another place than the one that is missing. Verdict: "for the first place asked for"
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
    guard let activation = found[place] else { throw UnknownPlace(places.first ?? "") }
    return activation
  }
  let gradients = gradients(of: logits[.all, target].sum(), withRespectTo: activations)
  return zip(activations, gradients).map { $0.detached() * $1 }
}

/// Another error is thrown. Verdict: "it throws UnknownPlace"
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
    guard let activation = found[place] else { throw CocoaError(.coderInvalidValue) }
    return activation
  }
  let gradients = gradients(of: logits[.all, target].sum(), withRespectTo: activations)
  return zip(activations, gradients).map { $0.detached() * $1 }
}

/// What is found is kept by the last part of its name. Verdict: "whose name ends alike"
public func layerInputTimesGradient(
  of network: Network, at x: Tensor, target: Int, places: [String]
) throws -> [Tensor] {
  var found: [Substring: Tensor] = [:]
  let logits = network(x) { place, activation in
    guard places.contains(place) else { return activation }
    let tracked = activation.tracked()
    found[place.split(separator: ".").last ?? ""] = tracked
    return tracked
  }
  let activations = try places.map { place in
    guard network.places.contains(place),
      let activation = found[place.split(separator: ".").last ?? ""]
    else { throw UnknownPlace(place) }
    return activation
  }
  let gradients = gradients(of: logits[.all, target].sum(), withRespectTo: activations)
  return zip(activations, gradients).map { $0.detached() * $1 }
}

/// A place whose name only ends as one asked for will do. Verdict: "it throws UnknownPlace"
public func layerInputTimesGradient(
  of network: Network, at x: Tensor, target: Int, places: [String]
) throws -> [Tensor] {
  var found: [String: Tensor] = [:]
  let logits = network(x) { place, activation in
    guard let asked = places.first(where: { place.hasSuffix($0) }) else { return activation }
    let tracked = activation.tracked()
    found[asked] = tracked
    return tracked
  }
  let activations = try places.map { place in
    guard let activation = found[place] else { throw UnknownPlace(place) }
    return activation
  }
  let gradients = gradients(of: logits[.all, target].sum(), withRespectTo: activations)
  return zip(activations, gradients).map { $0.detached() * $1 }
}

/// A name that begins alike will do. Verdict: "it throws UnknownPlace"
public func layerInputTimesGradient(
  of network: Network, at x: Tensor, target: Int, places: [String]
) throws -> [Tensor] {
  var found: [String: Tensor] = [:]
  let logits = network(x) { place, activation in
    guard places.contains(where: { place.hasPrefix($0) }) else { return activation }
    let tracked = activation.tracked()
    found[places.first(where: { place.hasPrefix($0) }) ?? place] = tracked
    return tracked
  }
  let activations = try places.map { place in
    guard let activation = found[place] else { throw UnknownPlace(place) }
    return activation
  }
  let gradients = gradients(of: logits[.all, target].sum(), withRespectTo: activations)
  return zip(activations, gradients).map { $0.detached() * $1 }
}

/// A place that is asked for twice is given once. Verdict: "asked for twice"
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
  let once = places.enumerated().filter { places.firstIndex(of: $1) == $0 }.map(\.element)
  let activations = try once.map { place in
    guard let activation = found[place] else { throw UnknownPlace(place) }
    return activation
  }
  let gradients = gradients(of: logits[.all, target].sum(), withRespectTo: activations)
  return zip(activations, gradients).map { $0.detached() * $1 }
}

/// Places come in the order of the alphabet. Verdict: "in the order of the alphabet"
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
  let activations = try places.sorted().map { place in
    guard let activation = found[place] else { throw UnknownPlace(place) }
    return activation
  }
  let gradients = gradients(of: logits[.all, target].sum(), withRespectTo: activations)
  return zip(activations, gradients).map { $0.detached() * $1 }
}

/// Maps are added up over their pixels. Verdict: "added up over their pixels"
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
  return zip(activations, gradients).map {
    let product = $0.detached() * $1
    return product.rank == 4 ? product.sum(along: 2, 3) : product
  }
}

/// Only what speaks for the class is kept. Verdict: "the positive part of the product"
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
  return zip(activations, gradients).map { ($0.detached() * $1).relu() }
}

/// The slope is averaged over each map, as Grad-CAM does. Verdict: "which is Grad-CAM's weight"
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
  let slopes = gradients(of: logits[.all, target].sum(), withRespectTo: activations)
  return zip(activations, slopes).map { activation, slope in
    slope.rank < 4
      ? activation.detached() * slope
      : activation.detached() * slope.mean(along: 2, 3, keepingAxes: true)
  }
}

/// Right: one pass for each place.
public func layerInputTimesGradient(
  of network: Network, at x: Tensor, target: Int, places: [String]
) throws -> [Tensor] {
  var products: [Tensor] = []
  for wanted in places {
    guard network.places.contains(wanted) else { throw UnknownPlace(wanted) }
    var activation = Tensor.zeros([])
    let logits = network(x) { place, value in
      if place == wanted {
        activation = value.tracked()
        return activation
      }
      return value
    }
    let slope = gradient(of: logits[.all, target].sum(), withRespectTo: activation)
    products.append(activation.detached() * slope)
  }
  return products
}

/// Right: first a look at what the places give, then one example after the other.
public func layerInputTimesGradient(
  of network: Network, at x: Tensor, target: Int, places: [String]
) throws -> [Tensor] {
  if let missing = places.first(where: { !network.places.contains($0) }) {
    throw UnknownPlace(missing)
  }
  var rows = [[Tensor]](repeating: [], count: places.count)
  for example in 0..<x.shape[0] {
    var seen: [(place: String, value: Tensor)] = []
    let logits = network(x[example...example]) { place, value in
      let tracked = value.tracked()
      seen.append((place, tracked))
      return tracked
    }
    for (index, wanted) in places.enumerated() {
      for (place, value) in seen where place == wanted {
        let slope = gradient(of: logits[0, target], withRespectTo: value)
        rows[index].append(slope * value.detached())
      }
    }
  }
  return rows.map { Tensor.concatenated($0, along: 0) }
}

/// Of several missing places the last is named. Verdict: "“tail” instead of"
public func layerInputTimesGradient(
  of network: Network, at x: Tensor, target: Int, places: [String]
) throws -> [Tensor] {
  var found: [String: Tensor] = [:]
  let logits = network(x) { place, a in
    let t = a.tracked()
    found[place] = t
    return t
  }
  if let p = places.last(where: { found[$0] == nil }) { throw UnknownPlace(p) }
  let acts = places.compactMap { found[$0] }
  let grads = gradients(of: logits[.all, target].sum(), withRespectTo: acts)
  return zip(acts, grads).map { a, g in a.detached() * g }
}

/// Right: every place is tracked, and each gradient asked for alone.
public func layerInputTimesGradient(
  of network: Network, at x: Tensor, target: Int, places: [String]
) throws -> [Tensor] {
  var names: [String] = []
  var found: [Tensor] = []
  let logits = network(x) { place, a in
    let t = a.tracked()
    names.append(place)
    found.append(t)
    return t
  }
  return try places.map { p in
    guard let i = names.firstIndex(of: p) else { throw UnknownPlace(p) }
    let g = gradient(of: logits[.all, target].sum(), withRespectTo: found[i])
    return found[i].detached() * g
  }
}
