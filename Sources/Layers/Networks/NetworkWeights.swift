import Tensors

/// Weights from a safetensors file, each checked against what the layer needs.
struct StoredWeights: WeightSource {
  let weights: Safetensors
  var prefix = ""
  /// Whether NaN and infinity are let in; a network that is merely passed on keeps what it has.
  var acceptsAnyNumber = false

  func tensor(
    _ name: String, _ shape: [Int], of place: String, initial: Float
  ) throws(NetworkError) -> Tensor {
    try tensor(named: "\(place).\(name)", shape, of: place)
  }

  /// The tensor of a name without the prefix.
  func tensor(
    named name: String, _ shape: [Int], of place: String
  ) throws(NetworkError) -> Tensor {
    let name = prefix + name
    func error(_ problem: NetworkError.Problem) -> NetworkError {
      NetworkError(file: weights.name, layer: place, problem: problem)
    }
    guard let tensor = weights.tensors[name] else {
      throw error(.missingWeight(name, nearest: weights.names(near: name)))
    }
    guard tensor.shape == shape else {
      throw error(.wrongShape(name, found: tensor.shape, expected: shape))
    }
    if !acceptsAnyNumber, let index = tensor.firstNonFinite {
      throw error(.notFinite(name, index: index))
    }
    return tensor
  }
}

/// Weights as they are before any are drawn or loaded.
struct BlankWeights: WeightSource {
  private let limit = 1 << 25
  private var total = 0

  mutating func tensor(
    _ name: String, _ shape: [Int], of place: String, initial: Float
  ) throws(NetworkError) -> Tensor {
    guard let count = elementCount(shape), count <= limit - total else {
      throw NetworkError(layer: place, problem: .tooLarge(limit: limit))
    }
    total += count
    return Tensor(repeating: initial, shape: shape)
  }
}

extension Network {
  /// Replaces all weights by those of a file, or none if one of them does not fit.
  ///
  /// Tensors of the file that the network does not know are left alone.
  ///
  /// - Parameters:
  ///   - weights: Tensors by the names `fc.weight`, `fc.bias`, `res.a.weight`; those of batch norms
  ///     are `weight`, `bias`, `running_mean` and `running_var`, as in PyTorch.
  ///   - prefix: What stands in front of those names in the file.
  ///   - naming: Turns a name of the network into the file's, where they differ.
  /// - Throws: An error that names the file, the layer, and what to do.
  public mutating func load(
    _ weights: Safetensors, prefix: String = "", naming: (String) -> String = { $0 }
  ) throws(NetworkError) {
    let stored = StoredWeights(weights: weights, prefix: prefix)
    var loaded = self
    var failure: NetworkError?
    loaded.forEachTensor { name, _, tensor in
      guard failure == nil else { return }
      do throws(NetworkError) {
        // The place is what stands before the parameter's own name.
        let place = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
        tensor = try stored.tensor(named: naming(name), tensor.shape, of: place)
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    self = loaded
  }

  /// Returns all tensors that `load(_:prefix:)` reads, ready to be written to a file.
  ///
  /// - Parameters:
  ///   - prefix: What to put in front of each name.
  ///   - metadata: Notes to go into the file.
  /// - Returns: The parameters, and the running numbers of batch norms.
  public func weights(prefix: String = "", metadata: [String: String] = [:]) -> Safetensors {
    var tensors: [String: Tensor] = [:]
    var copy = self
    copy.forEachTensor { name, _, tensor in tensors[prefix + name] = tensor.detached() }
    return Safetensors(name: "the network's weights", tensors: tensors, metadata: metadata)
  }
}

extension Tensor {
  /// The place of the first element that is NaN or infinite, if there is one.
  var firstNonFinite: Int? {
    // One pass over the elements where they lie; only a suspicious sum, which may also have left
    // the range of a Float, makes it worth to copy them out.
    guard count > 0, !detached().sum().scalar.isFinite else { return nil }
    return scalars.firstIndex { !$0.isFinite }
  }
}
