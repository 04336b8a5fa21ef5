import Explanations
import Layers
import Tensors

/// What goes in. Verdict: "what goes into the layer"
public func embeddings(
  of network: Network, images: Tensor, place: String
) throws -> Tensor {
  guard network.places.contains(place) else { throw UnknownPlace(place) }
  guard images.count > 0 else { throw RetrievalError.notRows(shape: images.shape) }
  var parts: [Tensor] = []
  var before = images
  // In parts, since the layers of thousands of images do not fit into memory at once.
  for start in stride(from: 0, to: images.shape[0], by: 256) {
    before = images[start..<min(start + 256, images.shape[0])]
    _ = network(before) { name, activation in
      if name == place { parts.append(before.flattened(from: 1)) }
      before = activation
      return activation
    }
  }
  return .concatenated(parts, along: 0)
}

/// Means over space. Verdict: "the mean over space of each map"
public func embeddings(
  of network: Network, images: Tensor, place: String
) throws -> Tensor {
  guard network.places.contains(place) else { throw UnknownPlace(place) }
  guard images.count > 0 else { throw RetrievalError.notRows(shape: images.shape) }
  var parts: [Tensor] = []
  // In parts, since the layers of thousands of images do not fit into memory at once.
  for start in stride(from: 0, to: images.shape[0], by: 256) {
    _ = network(images[start..<min(start + 256, images.shape[0])]) { name, activation in
      if name == place {
        parts.append(activation.rank == 4 ? activation.globalAvgPool2d() : activation)
      }
      return activation
    }
  }
  return .concatenated(parts, along: 0)
}

/// The logits. Verdict: "the network’s logits"
public func embeddings(
  of network: Network, images: Tensor, place: String
) throws -> Tensor {
  guard network.places.contains(place) else { throw UnknownPlace(place) }
  guard images.count > 0 else { throw RetrievalError.notRows(shape: images.shape) }
  var parts: [Tensor] = []
  // In parts, since the layers of thousands of images do not fit into memory at once.
  for start in stride(from: 0, to: images.shape[0], by: 256) {
    parts.append(network(images[start..<min(start + 256, images.shape[0])]))
  }
  return .concatenated(parts, along: 0)
}

/// The next layer. Verdict: "the layer behind the place"
public func embeddings(
  of network: Network, images: Tensor, place: String
) throws -> Tensor {
  guard network.places.contains(place) else { throw UnknownPlace(place) }
  guard images.count > 0 else { throw RetrievalError.notRows(shape: images.shape) }
  var parts: [Tensor] = []
  let later = network.places.dropFirst((network.places.firstIndex(of: place) ?? 0) + 1)
  let behind = later.first { !$0.hasPrefix("block.") } ?? place
  // In parts, since the layers of thousands of images do not fit into memory at once.
  for start in stride(from: 0, to: images.shape[0], by: 256) {
    _ = network(images[start..<min(start + 256, images.shape[0])]) { name, activation in
      if name == behind { parts.append(activation.detached().flattened(from: 1)) }
      return activation
    }
  }
  return .concatenated(parts, along: 0)
}

/// Pixel by pixel. Verdict: "numbers pixel by pixel"
public func embeddings(
  of network: Network, images: Tensor, place: String
) throws -> Tensor {
  guard network.places.contains(place) else { throw UnknownPlace(place) }
  guard images.count > 0 else { throw RetrievalError.notRows(shape: images.shape) }
  var parts: [Tensor] = []
  // In parts, since the layers of thousands of images do not fit into memory at once.
  for start in stride(from: 0, to: images.shape[0], by: 256) {
    _ = network(images[start..<min(start + 256, images.shape[0])]) { name, activation in
      if name == place {
        parts.append(
          (activation.rank == 4 ? activation.permuted(to: [0, 2, 3, 1]) : activation)
            .flattened(from: 1))
      }
      return activation
    }
  }
  return .concatenated(parts, along: 0)
}

/// Rows of length 1. Verdict: "rows brought to length 1"
public func embeddings(
  of network: Network, images: Tensor, place: String
) throws -> Tensor {
  guard network.places.contains(place) else { throw UnknownPlace(place) }
  guard images.count > 0 else { throw RetrievalError.notRows(shape: images.shape) }
  var parts: [Tensor] = []
  // In parts, since the layers of thousands of images do not fit into memory at once.
  for start in stride(from: 0, to: images.shape[0], by: 256) {
    _ = network(images[start..<min(start + 256, images.shape[0])]) { name, activation in
      if name == place { parts.append(activation.detached().flattened(from: 1)) }
      return activation
    }
  }
  let rows = Tensor.concatenated(parts, along: 0)
  return rows / rows.squared().sum(along: 1, keepingAxes: true).sqrt()
}

/// Maps stay maps. Verdict: "maps that are still maps"
public func embeddings(
  of network: Network, images: Tensor, place: String
) throws -> Tensor {
  guard network.places.contains(place) else { throw UnknownPlace(place) }
  guard images.count > 0 else { throw RetrievalError.notRows(shape: images.shape) }
  var parts: [Tensor] = []
  // In parts, since the layers of thousands of images do not fit into memory at once.
  for start in stride(from: 0, to: images.shape[0], by: 256) {
    _ = network(images[start..<min(start + 256, images.shape[0])]) { name, activation in
      if name == place { parts.append(activation.detached()) }
      return activation
    }
  }
  return .concatenated(parts, along: 0)
}

/// The first image. Verdict: "the first image alone"
public func embeddings(
  of network: Network, images: Tensor, place: String
) throws -> Tensor {
  guard network.places.contains(place) else { throw UnknownPlace(place) }
  guard images.count > 0 else { throw RetrievalError.notRows(shape: images.shape) }
  var parts: [Tensor] = []
  // In parts, since the layers of thousands of images do not fit into memory at once.
  for start in stride(from: 0, to: images.shape[0], by: 256) {
    _ = network(images[start..<min(start + 256, images.shape[0])]) { name, activation in
      if name == place { parts.append(activation.detached().flattened(from: 1)) }
      return activation
    }
  }
  return Tensor.concatenated(parts, along: 0)[0..<1]
}

/// One row for all. Verdict: "all images in one row"
public func embeddings(
  of network: Network, images: Tensor, place: String
) throws -> Tensor {
  guard network.places.contains(place) else { throw UnknownPlace(place) }
  guard images.count > 0 else { throw RetrievalError.notRows(shape: images.shape) }
  var parts: [Tensor] = []
  // In parts, since the layers of thousands of images do not fit into memory at once.
  for start in stride(from: 0, to: images.shape[0], by: 256) {
    _ = network(images[start..<min(start + 256, images.shape[0])]) { name, activation in
      if name == place { parts.append(activation.detached().flattened(from: 1)) }
      return activation
    }
  }
  return Tensor.concatenated(parts, along: 0).reshaped(to: [1, -1])
}

/// The last part is forgotten. Verdict: "the shape is"
public func embeddings(
  of network: Network, images: Tensor, place: String
) throws -> Tensor {
  guard network.places.contains(place) else { throw UnknownPlace(place) }
  guard images.count > 0 else { throw RetrievalError.notRows(shape: images.shape) }
  var parts: [Tensor] = []
  // In parts, since the layers of thousands of images do not fit into memory at once.
  for start in stride(from: 0, to: max(1, images.shape[0] - 255), by: 256) {
    _ = network(images[start..<min(start + 256, images.shape[0])]) { name, activation in
      if name == place { parts.append(activation.detached().flattened(from: 1)) }
      return activation
    }
  }
  return .concatenated(parts, along: 0)
}

/// Only the first part. Verdict: "the shape is"
public func embeddings(
  of network: Network, images: Tensor, place: String
) throws -> Tensor {
  guard network.places.contains(place) else { throw UnknownPlace(place) }
  guard images.count > 0 else { throw RetrievalError.notRows(shape: images.shape) }
  var parts: [Tensor] = []
  // In parts, since the layers of thousands of images do not fit into memory at once.
  for start in stride(from: 0, to: images.shape[0], by: 256) {
    _ = network(images[start..<min(start + 256, images.shape[0])]) { name, activation in
      if name == place { parts.append(activation.detached().flattened(from: 1)) }
      return activation
    }
  }
  return parts[0]
}

/// A name that ends so. Verdict: "the layer whose name ends so"
public func embeddings(
  of network: Network, images: Tensor, place: String
) throws -> Tensor {
  guard network.places.contains(place) else { throw UnknownPlace(place) }
  guard images.count > 0 else { throw RetrievalError.notRows(shape: images.shape) }
  var parts: [Tensor] = []
  // In parts, since the layers of thousands of images do not fit into memory at once.
  for start in stride(from: 0, to: images.shape[0], by: 256) {
    _ = network(images[start..<min(start + 256, images.shape[0])]) { name, activation in
      if network.places.last(where: { $0.hasSuffix(place) }) == name {
        parts.append(activation.detached().flattened(from: 1))
      }
      return activation
    }
  }
  return .concatenated(parts, along: 0)
}

/// An unknown place gives the last layer. Verdict: "UnknownPlace is thrown"
public func embeddings(
  of network: Network, images: Tensor, place: String
) throws -> Tensor {
  let place = network.places.contains(place) ? place : network.places[network.places.count - 1]
  guard images.count > 0 else { throw RetrievalError.notRows(shape: images.shape) }
  var parts: [Tensor] = []
  // In parts, since the layers of thousands of images do not fit into memory at once.
  for start in stride(from: 0, to: images.shape[0], by: 256) {
    _ = network(images[start..<min(start + 256, images.shape[0])]) { name, activation in
      if name == place { parts.append(activation.detached().flattened(from: 1)) }
      return activation
    }
  }
  return .concatenated(parts, along: 0)
}

/// Right: image by image, and all layers are kept.
public func embeddings(
  of network: Network, images: Tensor, place: String
) throws -> Tensor {
  if images.shape[0] == 0 { throw RetrievalError.nothing }
  var rows: [Tensor] = []
  for index in 0..<images.shape[0] {
    var found: [String: Tensor] = [:]
    _ = network(images[index..<index + 1]) { name, activation in
      found[name] = activation
      return activation
    }
    guard let activation = found[place] else { throw UnknownPlace(place) }
    rows.append(activation.reshaped(to: [activation.count]))
  }
  return Tensor.stacked(rows)
}
