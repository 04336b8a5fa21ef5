import Foundation
import Tensors

/// A network as it stands in a file.
private struct NetworkDescription: Codable {
  let input: [Int]
  let layers: NestedLayers
  /// A whole safetensors file; the descriptions of networks that others write have none.
  var weights: Data?
}

extension Network: Codable {
  /// Reads a network with its weights, or one without, whose weights are then all zero.
  ///
  /// The weights of a network whose description has none are loaded afterwards, with
  /// `load(_:prefix:)`.
  public init(from decoder: any Decoder) throws {
    let description = try NetworkDescription(from: decoder)
    if let data = description.weights {
      let weights = try Safetensors(decoding: [UInt8](data), name: "the network's weights")
      try self.init(description, StoredWeights(weights: weights, acceptsAnyNumber: true))
    } else {
      try self.init(description, BlankWeights())
    }
  }

  /// Writes the network with its weights: `input`, `layers`, and as `weights` the bytes of a
  /// safetensors file.
  public func encode(to encoder: any Encoder) throws {
    var description = NetworkDescription(
      input: input, layers: NestedLayers(try layers.map { try LayerDescription($0) }))
    description.weights = Data(try weights().encoded())
    try description.encode(to: encoder)
  }

  /// Reads a network's description, an object with `input` and `layers`, and takes its weights from
  /// a safetensors file.
  ///
  ///     {"input": [4], "layers": [{"kind": "linear", "name": "fc", "inFeatures": 4, …}]}
  ///
  /// - Parameters:
  ///   - json: The description.
  ///   - name: What errors call it: the path of its file, say.
  ///   - weights: Tensors by the names `fc.weight`, `fc.bias`, `res.a.weight`.
  ///   - prefix: What stands in front of those names in the file.
  /// - Throws: An error that names the file, the layer, and what to do.
  public init(
    decoding json: Data, name: String? = nil, weights: Safetensors, prefix: String = ""
  ) throws(NetworkError) {
    do {
      let description = try JSONDecoder().decode(NetworkDescription.self, from: json)
      try self.init(description, StoredWeights(weights: weights, prefix: prefix))
    } catch let error as NetworkError {
      throw error.inFile(name)
    } catch let error as DecodingError {
      throw NetworkError(file: name, problem: .malformed(error.reason))
    } catch {
      throw NetworkError(file: name, problem: .malformed("\(error)"))
    }
  }

  private init(
    _ description: NetworkDescription, _ source: some WeightSource
  ) throws(NetworkError) {
    let sizes = description.input
    guard sizes.count < Tensor.largestRank, sizes.allSatisfy({ (1...1 << 20).contains($0) }) else {
      throw NetworkError(
        problem: .invalidField(
          "input", value: "\(sizes)", expected: "the shape of one example, sizes from 1 to 1048576")
      )
    }
    var reader = LayerReader(source: source)
    try self.init(checking: reader.layers(description.layers.layers), input: sizes)
  }
}

extension DecodingError {
  /// What is wrong where, without the words of the decoder.
  fileprivate var reason: String {
    func place(_ context: Context, _ key: (any CodingKey)? = nil) -> String {
      let keys = context.codingPath + (key.map { [$0] } ?? [])
      let names = keys.map { $0.intValue.map { "[\($0)]" } ?? ".\($0.stringValue)" }
      return quoted(String(names.joined().drop { $0 == "." }))
    }
    switch self {
    case .keyNotFound(let key, let context): return "\(place(context, key)) is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      return "\(place(context)) has a value of another type than it should"
    case .dataCorrupted(let context):
      return context.codingPath.isEmpty ? "nor JSON at all" : "\(place(context)) is damaged"
    @unknown default: return "it cannot be decoded"
    }
  }
}
