import Tensors

extension Network {
  /// The name of every layer in the order in which they run; those inside a residual come before it
  /// and carry its name: `res.a`, `res.b`, `res`.
  public var places: [String] { layers.places(inside: "") }

  /// The layer of a place, which may be replaced by another.
  ///
  /// Stops if there is no such place, or the new layer does not fit between its neighbours.
  public subscript(place: String) -> Layer {
    get {
      guard let layer = layers.layer(at: place[...]) else { preconditionFailure(unknown(place)) }
      return layer
    }
    set {
      var changed = layers
      guard changed.replace(at: place[...], with: newValue) else {
        preconditionFailure(unknown(place))
      }
      replaceLayers(with: changed)
    }
  }

  /// Returns the network with a rule of its own for the backward of every ReLU.
  ///
  /// A ReLU6 becomes the replacement capped at 6, so that what the network computes stays the same.
  ///
  /// - Parameter replacement: What stands for the ReLU: `.guided`, `.deconvnet`, or your own.
  /// - Returns: A network that differs in its activations only.
  /// - Throws: An error if the network has no ReLU, so that nothing would change.
  public func replacingReLU(with replacement: Activation) throws(NetworkError) -> Network {
    try replacingActivations(otherwise: .noReLU) { activation in
      switch activation {
      case .relu: replacement
      case .relu6: .capped(replacement, at: 6)
      default: nil
      }
    }
  }

  /// Returns the network with one activation in place of another, wherever that stands.
  ///
  /// - Parameters:
  ///   - old: The activation to replace.
  ///   - new: What stands there instead.
  /// - Returns: A network that differs in its activations only.
  /// - Throws: An error if the network does not have the old one, so that nothing would change.
  public func replacing(
    _ old: Activation, with new: Activation
  ) throws(NetworkError) -> Network {
    try replacingActivations(otherwise: .noActivation(old)) { $0 == old ? new : nil }
  }

  private func replacingActivations(
    otherwise problem: NetworkError.Problem, _ replacement: (Activation) -> Activation?
  ) throws(NetworkError) -> Network {
    var found = false
    let changed = layers.mapped { layer in
      guard case .activation(let activation) = layer, let new = replacement(activation) else {
        return layer
      }
      found = true
      return .activation(new)
    }
    guard found else { throw NetworkError(problem: problem) }
    return Network(input: input, layers: changed)
  }

  private func unknown(_ place: String) -> String {
    "network: there is no place \(quoted(place)), only \(places.joined(separator: ", "))"
  }
}

extension Layer {
  /// Returns the layer with a function applied to every layer that has none inside.
  fileprivate func mapped(_ function: (Layer) -> Layer) -> Layer {
    guard holdsLayers else { return function(self) }
    var changed = self
    changed.inside = inside.map { $0.mapped(function) }
    return changed
  }
}

extension [NamedLayer] {
  fileprivate func mapped(_ function: (Layer) -> Layer) -> [NamedLayer] {
    map { NamedLayer($0.name, $0.layer.mapped(function)) }
  }

  /// The layer of a place, whose names may themselves contain dots.
  fileprivate func layer(at place: Substring) -> Layer? {
    for named in self {
      if named.name == place { return named.layer }
      guard let rest = place.after(named.name + ".") else { continue }
      for list in named.layer.inside {
        if let layer = list.layer(at: rest) { return layer }
      }
    }
    return nil
  }

  /// Puts another layer at a place, if there is one.
  fileprivate mutating func replace(at place: Substring, with layer: Layer) -> Bool {
    for index in indices {
      if self[index].name == place {
        self[index].layer = layer
        return true
      }
      guard let rest = place.after(self[index].name + ".") else { continue }
      var lists = self[index].layer.inside
      for list in lists.indices where lists[list].replace(at: rest, with: layer) {
        self[index].layer.inside = lists
        return true
      }
    }
    return false
  }
}

extension Substring {
  /// What follows a prefix; nil where the text begins otherwise.
  fileprivate func after(_ prefix: String) -> Substring? {
    hasPrefix(prefix) ? dropFirst(prefix.count) : nil
  }
}
