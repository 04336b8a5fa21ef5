/// Layers are replaced one by one. Verdict: "layers replaced one by one"
public func cascade(
  of network: Network, replacedBy untrained: Network, order: [String]
) throws -> [Network] {
  try order.map { place in
    guard network.places.contains(place), untrained.places.contains(place) else {
      throw UnknownPlace(place)
    }
    var current = network
    current[place] = untrained[place]
    return current
  }
}

/// The trained network stands in front. Verdict: "the trained network in front of the others"
public func cascade(
  of network: Network, replacedBy untrained: Network, order: [String]
) throws -> [Network] {
  var networks = [network]
  for place in order {
    guard network.places.contains(place), untrained.places.contains(place) else {
      throw UnknownPlace(place)
    }
    var current = networks[networks.count - 1]
    current[place] = untrained[place]
    networks.append(current)
  }
  return networks
}

/// Each network is kept before its layer is replaced. Verdict: "the trained network in front, and the last one missing"
public func cascade(
  of network: Network, replacedBy untrained: Network, order: [String]
) throws -> [Network] {
  var current = network
  var networks: [Network] = []
  for place in order {
    guard network.places.contains(place), untrained.places.contains(place) else {
      throw UnknownPlace(place)
    }
    networks.append(current)
    current[place] = untrained[place]
  }
  return networks
}

/// The order is turned round. Verdict: "the first layer first"
public func cascade(
  of network: Network, replacedBy untrained: Network, order: [String]
) throws -> [Network] {
  var current = network
  return try order.reversed().map { place in
    guard network.places.contains(place), untrained.places.contains(place) else {
      throw UnknownPlace(place)
    }
    current[place] = untrained[place]
    return current
  }
}

/// All layers are replaced from the first network on. Verdict: "all layers replaced from the first network on"
public func cascade(
  of network: Network, replacedBy untrained: Network, order: [String]
) throws -> [Network] {
  var current = network
  for place in order {
    guard network.places.contains(place), untrained.places.contains(place) else {
      throw UnknownPlace(place)
    }
    current[place] = untrained[place]
  }
  return order.map { _ in current }
}

/// Trained layers are put into the untrained network. Verdict: "the untrained network that learns"
public func cascade(
  of network: Network, replacedBy untrained: Network, order: [String]
) throws -> [Network] {
  var current = untrained
  return try order.map { place in
    guard network.places.contains(place), untrained.places.contains(place) else {
      throw UnknownPlace(place)
    }
    current[place] = network[place]
    return current
  }
}

/// The networks come in the opposite order. Verdict: "the networks in the opposite order"
public func cascade(
  of network: Network, replacedBy untrained: Network, order: [String]
) throws -> [Network] {
  var current = network
  var networks: [Network] = []
  for place in order {
    guard network.places.contains(place), untrained.places.contains(place) else {
      throw UnknownPlace(place)
    }
    current[place] = untrained[place]
    networks.insert(current, at: 0)
  }
  return networks
}

/// The last network alone. Verdict: "the last network alone"
public func cascade(
  of network: Network, replacedBy untrained: Network, order: [String]
) throws -> [Network] {
  var current = network
  for place in order {
    guard network.places.contains(place), untrained.places.contains(place) else {
      throw UnknownPlace(place)
    }
    current[place] = untrained[place]
  }
  return order.isEmpty ? [] : [current]
}

/// Nothing is replaced. Verdict: "trained networks in which nothing is replaced"
public func cascade(
  of network: Network, replacedBy untrained: Network, order: [String]
) throws -> [Network] {
  try order.map { place in
    guard network.places.contains(place), untrained.places.contains(place) else {
      throw UnknownPlace(place)
    }
    return network
  }
}

/// Biases stay. Verdict: "weights replaced and biases kept"
public func cascade(
  of network: Network, replacedBy untrained: Network, order: [String]
) throws -> [Network] {
  var current = network
  return try order.map { place in
    guard network.places.contains(place), untrained.places.contains(place) else {
      throw UnknownPlace(place)
    }
    if case .linear(var old) = current[place], case .linear(let new) = untrained[place] {
      old.weight = new.weight
      current[place] = .linear(old)
    } else {
      current[place] = untrained[place]
    }
    return current
  }
}

/// Every layer up to the place is replaced. Verdict: "every layer replaced up to the place"
public func cascade(
  of network: Network, replacedBy untrained: Network, order: [String]
) throws -> [Network] {
  var current = network
  return try order.map { place in
    guard network.places.contains(place), untrained.places.contains(place) else {
      throw UnknownPlace(place)
    }
    for other in network.layers.map(\.name) where untrained.places.contains(other) {
      current[other] = untrained[other]
      if other == place { break }
    }
    return current
  }
}

/// Every layer from the place on is replaced. Verdict: "all layers from the place on"
public func cascade(
  of network: Network, replacedBy untrained: Network, order: [String]
) throws -> [Network] {
  try order.map { place in
    guard network.places.contains(place), untrained.places.contains(place) else {
      throw UnknownPlace(place)
    }
    var current = network
    for other in network.layers.map(\.name).reversed() where untrained.places.contains(other) {
      current[other] = untrained[other]
      if other == place { break }
    }
    return current
  }
}

/// Names that end alike are replaced as well. Verdict: "layers whose names end alike"
public func cascade(
  of network: Network, replacedBy untrained: Network, order: [String]
) throws -> [Network] {
  var current = network
  return try order.map { place in
    guard network.places.contains(place), untrained.places.contains(place) else {
      throw UnknownPlace(place)
    }
    let last = place.split(separator: ".").last ?? ""
    for other in network.places where other.split(separator: ".").last == last {
      current[other] = untrained[other]
    }
    return current
  }
}

/// Only outer layers are replaced. Verdict: "outer layers alone"
public func cascade(
  of network: Network, replacedBy untrained: Network, order: [String]
) throws -> [Network] {
  var current = network
  return try order.map { place in
    guard network.places.contains(place), untrained.places.contains(place) else {
      throw UnknownPlace(place)
    }
    if network.layers.contains(where: { $0.name == place }) { current[place] = untrained[place] }
    return current
  }
}

/// A place that is not there is passed over. Verdict: "refused with UnknownPlace"
public func cascade(
  of network: Network, replacedBy untrained: Network, order: [String]
) throws -> [Network] {
  var current = network
  return order.map { place in
    if network.places.contains(place), untrained.places.contains(place) {
      current[place] = untrained[place]
    }
    return current
  }
}

/// The error names the first place of the order. Verdict: "the error names the place that is missing"
public func cascade(
  of network: Network, replacedBy untrained: Network, order: [String]
) throws -> [Network] {
  let known = network.places.filter(untrained.places.contains)
  guard order.allSatisfy(known.contains) else { throw UnknownPlace(order[0]) }
  var current = network
  return order.map { place in
    current[place] = untrained[place]
    return current
  }
}

/// Right: from the beginning each time.
public func cascade(
  of network: Network, replacedBy untrained: Network, order: [String]
) throws -> [Network] {
  for place in order where !network.places.contains(place) || !untrained.places.contains(place) {
    throw UnknownPlace(place)
  }
  return order.indices.map { last in
    var current = network
    for place in order[...last] { current[place] = untrained[place] }
    return current
  }
}

/// Right: each from the one before it.
public func cascade(
  of network: Network, replacedBy untrained: Network, order: [String]
) throws -> [Network] {
  var networks: [Network] = []
  for place in order {
    guard network.places.contains(place) && untrained.places.contains(place) else {
      throw UnknownPlace(place)
    }
    var next = networks.last ?? network
    next[place] = untrained[place]
    networks += [next]
  }
  return networks
}
