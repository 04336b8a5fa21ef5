/// All logits are explained together. Verdict: "the sum of all logits"
public func capture(
  _ network: Network, at x: Tensor, target: Int, place: String
) throws -> Capture {
  var found: Tensor?
  let logits = network(x) { name, activation in
    guard name == place else { return activation }
    let tracked = activation.tracked()
    found = tracked
    return tracked
  }
  guard let found else { throw UnknownPlace(place) }
  return Capture(
    activation: found.detached(),
    gradient: gradient(of: logits.sum(), withRespectTo: found))
}

/// The gradient is averaged over space too early. Verdict: "averaged over the pixels"
public func capture(
  _ network: Network, at x: Tensor, target: Int, place: String
) throws -> Capture {
  var found: Tensor?
  let logits = network(x) { name, activation in
    guard name == place else { return activation }
    let tracked = activation.tracked()
    found = tracked
    return tracked
  }
  guard let found else { throw UnknownPlace(place) }
  return Capture(
    activation: found.detached(),
    gradient: gradient(of: logits[.all, target].sum(), withRespectTo: found)
      .mean(along: 2, 3))
}

/// Activation and gradient are exchanged. Verdict: "activation and gradient exchanged"
public func capture(
  _ network: Network, at x: Tensor, target: Int, place: String
) throws -> Capture {
  var found: Tensor?
  let logits = network(x) { name, activation in
    guard name == place else { return activation }
    let tracked = activation.tracked()
    found = tracked
    return tracked
  }
  guard let found else { throw UnknownPlace(place) }
  return Capture(
    activation: gradient(of: logits[.all, target].sum(), withRespectTo: found),
    gradient: found.detached())
}

/// The first picture of a batch is explained alone. Verdict: "the gradient of the first picture alone"
public func capture(
  _ network: Network, at x: Tensor, target: Int, place: String
) throws -> Capture {
  var found: Tensor?
  let logits = network(x) { name, activation in
    guard name == place else { return activation }
    let tracked = activation.tracked()
    found = tracked
    return tracked
  }
  guard let found else { throw UnknownPlace(place) }
  return Capture(
    activation: found.detached(),
    gradient: gradient(of: logits[0, target], withRespectTo: found))
}

/// What guided backpropagation passes on is taken for the gradient. Verdict: "guided backpropagation passes on"
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

/// The logarithm of the probability is explained. Verdict: "the logarithm of the target"
public func capture(
  _ network: Network, at x: Tensor, target: Int, place: String
) throws -> Capture {
  var found: Tensor?
  let logits = network(x) { name, activation in
    guard name == place else { return activation }
    let tracked = activation.tracked()
    found = tracked
    return tracked
  }
  guard let found else { throw UnknownPlace(place) }
  return Capture(
    activation: found.detached(),
    gradient: gradient(of: logits.logSoftmax()[.all, target].sum(), withRespectTo: found))
}

/// The loss is explained. Verdict: "the gradient of the loss"
public func capture(
  _ network: Network, at x: Tensor, target: Int, place: String
) throws -> Capture {
  var found: Tensor?
  let logits = network(x) { name, activation in
    guard name == place else { return activation }
    let tracked = activation.tracked()
    found = tracked
    return tracked
  }
  guard let found else { throw UnknownPlace(place) }
  return Capture(
    activation: found.detached(),
    gradient: gradient(
      of: logits.crossEntropy(with: Array(repeating: target, count: x.shape[0])),
      withRespectTo: found))
}

/// The gradient loses its sign. Verdict: "the magnitude of the gradient"
public func capture(
  _ network: Network, at x: Tensor, target: Int, place: String
) throws -> Capture {
  var found: Tensor?
  let logits = network(x) { name, activation in
    guard name == place else { return activation }
    let tracked = activation.tracked()
    found = tracked
    return tracked
  }
  guard let found else { throw UnknownPlace(place) }
  return Capture(
    activation: found.detached(),
    gradient: gradient(of: logits[.all, target].sum(), withRespectTo: found).abs())
}

/// The mean over the batch is explained. Verdict: "the gradient of the mean over the batch"
public func capture(
  _ network: Network, at x: Tensor, target: Int, place: String
) throws -> Capture {
  var found: Tensor?
  let logits = network(x) { name, activation in
    guard name == place else { return activation }
    let tracked = activation.tracked()
    found = tracked
    return tracked
  }
  guard let found else { throw UnknownPlace(place) }
  return Capture(
    activation: found.detached(),
    gradient: gradient(of: logits[.all, target].mean(), withRespectTo: found))
}

/// The closure tracks the activation, but returns what it was given. Verdict: "does the closure return what it tracked"
public func capture(
  _ network: Network, at x: Tensor, target: Int, place: String
) throws -> Capture {
  var found: Tensor?
  let logits = network(x) { name, activation in
    guard name == place else { return activation }
    let tracked = activation.tracked()
    found = tracked
    return activation
  }
  guard let found else { throw UnknownPlace(place) }
  return Capture(
    activation: found.detached(),
    gradient: gradient(of: logits[.all, target].sum(), withRespectTo: found))
}

/// What the network prefers is explained, whatever was asked for. Verdict: "which the network prefers"
public func capture(
  _ network: Network, at x: Tensor, target: Int, place: String
) throws -> Capture {
  var found: Tensor?
  let logits = network(x) { name, activation in
    guard name == place else { return activation }
    let tracked = activation.tracked()
    found = tracked
    return tracked
  }
  guard let found else { throw UnknownPlace(place) }
  return Capture(
    activation: found.detached(),
    gradient: gradient(
      of: logits.picking(logits.argmax(along: 1), along: 1).sum(), withRespectTo: found))
}

/// The probability of the target is explained. Verdict: "there is a softmax too many"
public func capture(
  _ network: Network, at x: Tensor, target: Int, place: String
) throws -> Capture {
  var found: Tensor?
  let logits = network(x) { name, activation in
    guard name == place else { return activation }
    let tracked = activation.tracked()
    found = tracked
    return tracked
  }
  guard let found else { throw UnknownPlace(place) }
  return Capture(
    activation: found.detached(),
    gradient: gradient(of: logits.softmax()[.all, target].sum(), withRespectTo: found))
}

/// A place that is not there is passed over in silence. Verdict: "it throws UnknownPlace"
public func capture(
  _ network: Network, at x: Tensor, target: Int, place: String
) throws -> Capture {
  var found: Tensor?
  let logits = network(x) { name, activation in
    guard name == place else { return activation }
    let tracked = activation.tracked()
    found = tracked
    return tracked
  }
  let seen = found ?? x.tracked()
  return Capture(
    activation: seen.detached(),
    gradient: gradient(of: logits[.all, target].sum(), withRespectTo: seen))
}

/// A row of the logits is taken for a column. Verdict: "logits[1], which is all logits of picture 1"
public func capture(
  _ network: Network, at x: Tensor, target: Int, place: String
) throws -> Capture {
  var found: Tensor?
  let logits = network(x) { name, activation in
    guard name == place else { return activation }
    let tracked = activation.tracked()
    found = tracked
    return tracked
  }
  guard let found else { throw UnknownPlace(place) }
  return Capture(
    activation: found.detached(),
    gradient: gradient(of: logits[target % x.shape[0]].sum(), withRespectTo: found))
}

/// All logits of the first picture are explained. Verdict: "all logits of the first picture"
public func capture(
  _ network: Network, at x: Tensor, target: Int, place: String
) throws -> Capture {
  var found: Tensor?
  let logits = network(x) { name, activation in
    guard name == place else { return activation }
    let tracked = activation.tracked()
    found = tracked
    return tracked
  }
  guard let found else { throw UnknownPlace(place) }
  return Capture(
    activation: found.detached(),
    gradient: gradient(of: logits[0].sum(), withRespectTo: found))
}

/// A name that ends like the one asked for will do. Verdict: "compare whole names"
public func capture(
  _ network: Network, at x: Tensor, target: Int, place: String
) throws -> Capture {
  var found: Tensor?
  let logits = network(x) { name, activation in
    guard name.hasSuffix(place) else { return activation }
    let tracked = activation.tracked()
    found = tracked
    return tracked
  }
  guard let found else { throw UnknownPlace(place) }
  return Capture(
    activation: found.detached(),
    gradient: gradient(of: logits[.all, target].sum(), withRespectTo: found))
}

/// A name that ends like it will do, and the first one is taken. Verdict: "compare whole names"
public func capture(
  _ network: Network, at x: Tensor, target: Int, place: String
) throws -> Capture {
  var found: Tensor?
  let logits = network(x) { name, activation in
    guard found == nil && name.hasSuffix(place) else { return activation }
    let tracked = activation.tracked()
    found = tracked
    return tracked
  }
  guard let found else { throw UnknownPlace(place) }
  return Capture(
    activation: found.detached(),
    gradient: gradient(of: logits[.all, target].sum(), withRespectTo: found))
}

/// A name that begins like the one asked for will do. Verdict: "compare whole names"
public func capture(
  _ network: Network, at x: Tensor, target: Int, place: String
) throws -> Capture {
  var found: Tensor?
  let logits = network(x) { name, activation in
    guard name.hasPrefix(place) else { return activation }
    let tracked = activation.tracked()
    found = tracked
    return tracked
  }
  guard let found else { throw UnknownPlace(place) }
  return Capture(
    activation: found.detached(),
    gradient: gradient(of: logits[.all, target].sum(), withRespectTo: found))
}

/// The first name that begins like it will do. Verdict: "compare whole names"
public func capture(
  _ network: Network, at x: Tensor, target: Int, place: String
) throws -> Capture {
  var found: Tensor?
  let logits = network(x) { name, activation in
    guard found == nil && name.hasPrefix(place) else { return activation }
    let tracked = activation.tracked()
    found = tracked
    return tracked
  }
  guard let found else { throw UnknownPlace(place) }
  return Capture(
    activation: found.detached(),
    gradient: gradient(of: logits[.all, target].sum(), withRespectTo: found))
}

/// The error names no layer. Verdict: "the word “place” for the layer"
public func capture(
  _ network: Network, at x: Tensor, target: Int, place: String
) throws -> Capture {
  var found: Tensor?
  let logits = network(x) { name, activation in
    guard name == place else { return activation }
    let tracked = activation.tracked()
    found = tracked
    return tracked
  }
  guard let found else { throw UnknownPlace("place") }
  return Capture(
    activation: found.detached(),
    gradient: gradient(of: logits[.all, target].sum(), withRespectTo: found))
}

/// Another error is thrown. Verdict: "not another error"
public func capture(
  _ network: Network, at x: Tensor, target: Int, place: String
) throws -> Capture {
  var found: Tensor?
  let logits = network(x) { name, activation in
    guard name == place else { return activation }
    let tracked = activation.tracked()
    found = tracked
    return tracked
  }
  guard let found else { throw NoEvidence() }
  return Capture(
    activation: found.detached(),
    gradient: gradient(of: logits[.all, target].sum(), withRespectTo: found))
}

/// What was found once is given back for ever. Verdict: "not what it should be"
public func capture(
  _ network: Network, at x: Tensor, target: Int, place: String
) throws -> Capture {
  if let known = remembered[place] { return known }
  var found: Tensor?
  let logits = network(x) { name, activation in
    guard name == place else { return activation }
    let tracked = activation.tracked()
    found = tracked
    return tracked
  }
  guard let found else { throw UnknownPlace(place) }
  let result = Capture(
    activation: found.detached(),
    gradient: gradient(of: logits[.all, target].sum(), withRespectTo: found))
  remembered[place] = result
  return result
}

/// What was found before.
private nonisolated(unsafe) var remembered: [String: Capture] = [:]

/// The ReLU forgets where it was open. Verdict: "what a deconvolution passes on"
public func capture(
  _ network: Network, at x: Tensor, target: Int, place: String
) throws -> Capture {
  var found: Tensor?
  let logits = try network.replacingReLU(with: .deconvnet)(x) { name, activation in
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

/// Right: two passes, the first to look and the second from there on.
public func capture(
  _ network: Network, at x: Tensor, target: Int, place: String
) throws -> Capture {
  var seen: [String: Tensor] = [:]
  _ = network(x) { name, activation in
    seen[name] = activation
    return activation
  }
  guard let activation = seen[place] else { throw UnknownPlace(place) }
  let start = activation.tracked()
  let logits = network(x) { name, value in name == place ? start : value }
  let score = logits[.all, target...target].sum()
  return Capture(
    activation: activation, gradient: gradient(of: score, withRespectTo: start))
}

/// Right: one image after the other.
public func capture(
  _ network: Network, at x: Tensor, target: Int, place: String
) throws -> Capture {
  if !network.places.contains(place) { throw UnknownPlace(place) }
  var activations: [Tensor] = []
  var slopes: [Tensor] = []
  for image in 0..<x.shape[0] {
    let logits = network(x[image...image]) { name, activation in
      if name != place { return activation }
      activations.append(activation.tracked())
      return activations[image]
    }
    slopes.append(gradient(of: logits[0, target], withRespectTo: activations[image]))
  }
  return Capture(
    activation: Tensor.concatenated(activations.map { $0.detached() }, along: 0),
    gradient: Tensor.concatenated(slopes, along: 0))
}

/// Right: the target is picked by a mask.
public func capture(
  _ network: Network, at x: Tensor, target: Int, place: String
) throws -> Capture {
  var tracked: [Tensor] = []
  let logits = network(x) { name, activation in
    if name == place {
      tracked.append(activation.tracked())
    }
    return name == place ? tracked[0] : activation
  }
  if tracked.isEmpty {
    throw UnknownPlace(place)
  }
  let oneHot = Tensor.identity(logits.shape[1])[target]
  let slope = gradient(of: (logits * oneHot).sum(), withRespectTo: tracked[0])
  return Capture(activation: tracked[0].detached(), gradient: slope)
}
