import Tensors

/// Gives a layer that is read from a file its tensors, by name and shape.
///
/// What a file claims is compared with the weights that are there, or with a limit, before anything
/// is allocated by it.
protocol WeightSource {
  mutating func tensor(
    _ name: String, _ shape: [Int], of place: String, initial: Float
  ) throws(NetworkError) -> Tensor
}

/// Makes the layers that a file describes, with their weights from a source.
struct LayerReader<Source: WeightSource> {
  var source: Source

  /// The largest size that a field may state: large enough for every network, small enough that no
  /// sum of sizes overflows.
  private let largestSize = 1 << 20

  init(source: Source) { self.source = source }

  /// Makes a list of layers.
  ///
  /// - Parameters:
  ///   - descriptions: What the file says of them.
  ///   - path: The names of the layers around these, each with a dot behind it.
  /// - Returns: The layers with their weights.
  /// - Throws: An error that names the layer, if one cannot be made.
  mutating func layers(
    _ descriptions: [LayerDescription], inside path: String = ""
  ) throws(NetworkError) -> [NamedLayer] {
    var layers: [NamedLayer] = []
    for description in descriptions {
      guard !description.name.isEmpty else {
        throw NetworkError(
          layer: path,
          problem: .invalidField("name", value: "empty", expected: "a name of one letter or more"))
      }
      let place = path + description.name
      layers.append(NamedLayer(description.name, try layer(description, at: place)))
    }
    return layers
  }

  private mutating func layer(
    _ description: LayerDescription, at place: String
  ) throws(NetworkError) -> Layer {
    guard let kind = LayerKind(rawValue: description.kind) else {
      throw NetworkError(layer: place, problem: .unknownKind(description.kind))
    }
    let fields = FieldReader(description: description, place: place, largestSize: largestSize)
    switch kind {
    case .conv2d: return try convolution(fields)
    case .linear: return try linear(fields)
    case .batchNorm2d: return try batchNorm(fields)
    case .maxPool2d: return .maxPool2d(try fields.pool())
    case .avgPool2d: return .avgPool2d(try fields.pool())
    case .globalAvgPool2d: return .globalAvgPool2d
    case .flatten: return .flatten
    case .dropout:
      let rate = try fields.number("rate", description.rate, in: 0...1)
      guard rate < 1 else {
        throw fields.invalid("rate", "\(rate)", expected: "below 1")
      }
      return .dropout(Dropout(rate: rate))
    case .residual:
      guard let inner = description.layers else { throw fields.missing("layers") }
      // The order in which they run.
      let shortcut = try layers(description.shortcut?.layers ?? [], inside: place + ".")
      return .residual(
        Residual(layers: try layers(inner.layers, inside: place + "."), shortcut: shortcut))
    case .sequence:
      guard let inner = description.layers else { throw fields.missing("layers") }
      return .sequence(try layers(inner.layers, inside: place + "."))
    case .relu, .relu6, .leakyRelu, .gelu, .tanh, .softplus, .sigmoid, .guided, .deconvnet:
      return .activation(try fields.activation(kind))
    }
  }

  private mutating func convolution(_ fields: FieldReader) throws(NetworkError) -> Layer {
    let description = fields.description
    let inChannels = try fields.size("inChannels", description.inChannels)
    let outChannels = try fields.size("outChannels", description.outChannels)
    let kernel = try fields.size("kernel", description.kernel)
    let stride = try fields.size("stride", description.stride ?? 1)
    let groups = try fields.size("groups", description.groups ?? 1)
    guard inChannels % groups == 0, outChannels % groups == 0 else {
      throw fields.invalid(
        "groups", "\(groups)", expected: "a divisor of \(inChannels) and of \(outChannels) channels"
      )
    }
    let shape = [outChannels, inChannels / groups, kernel, kernel]
    let weight = try source.tensor("weight", shape, of: fields.place, initial: 0)
    let bias =
      description.bias == false
      ? nil : try source.tensor("bias", [outChannels], of: fields.place, initial: 0)
    return .conv2d(
      Conv2d(
        weight: weight, bias: bias, stride: stride, padding: try fields.padding(), groups: groups))
  }

  private mutating func linear(_ fields: FieldReader) throws(NetworkError) -> Layer {
    let inputs = try fields.size("inFeatures", fields.description.inFeatures)
    let outputs = try fields.size("outFeatures", fields.description.outFeatures)
    let weight = try source.tensor("weight", [outputs, inputs], of: fields.place, initial: 0)
    let bias =
      fields.description.bias == false
      ? nil : try source.tensor("bias", [outputs], of: fields.place, initial: 0)
    return .linear(Linear(weight: weight, bias: bias))
  }

  private mutating func batchNorm(_ fields: FieldReader) throws(NetworkError) -> Layer {
    let description = fields.description
    let shape = [try fields.size("channels", description.channels)]
    let epsilon = try fields.number("epsilon", description.epsilon ?? 1e-5, in: 0...1)
    let momentum = try fields.number("momentum", description.momentum ?? 0.1, in: 0...1)
    return .batchNorm2d(
      BatchNorm2d(
        weight: try source.tensor("weight", shape, of: fields.place, initial: 1),
        bias: try source.tensor("bias", shape, of: fields.place, initial: 0),
        runningMean: try source.tensor("running_mean", shape, of: fields.place, initial: 0),
        runningVariance: try source.tensor("running_var", shape, of: fields.place, initial: 1),
        epsilon: epsilon, momentum: momentum))
  }
}

/// Reads the fields of one layer's description, each within the bounds that make sense.
private struct FieldReader {
  let description: LayerDescription
  let place: String
  let largestSize: Int

  func size(
    _ field: String, _ value: Int?, atLeast smallest: Int = 1
  ) throws(NetworkError) -> Int {
    guard let value else { throw missing(field) }
    guard value >= smallest, value <= largestSize else {
      throw invalid(field, "\(value)", expected: "from \(smallest) to \(largestSize)")
    }
    return value
  }

  func number(
    _ field: String, _ value: Float?, in range: ClosedRange<Float>
  ) throws(NetworkError) -> Float {
    guard let value else { throw missing(field) }
    guard range.contains(value) else {
      throw invalid(
        field, "\(value)", expected: "from \(range.lowerBound) to \(range.upperBound)")
    }
    return value
  }

  func padding() throws(NetworkError) -> Padding {
    switch description.padding {
    case nil: 0
    case .same: .same
    case .each(let border): .each(try size("padding", border, atLeast: 0))
    case .unknown(let word):
      throw invalid("padding", quoted(word), expected: "a number or \"same\"")
    }
  }

  func pool() throws(NetworkError) -> Pool2d {
    let kernel = try size("kernel", description.kernel)
    let stride = try size("stride", description.stride ?? kernel)
    guard case .each(let border) = try padding(), border <= kernel / 2 else {
      throw invalid(
        "padding", "more than half the window", expected: "a number up to \(kernel / 2)")
    }
    return Pool2d(kernel: kernel, stride: stride, padding: border)
  }

  func activation(_ kind: LayerKind) throws(NetworkError) -> Activation {
    let activation: Activation? =
      switch kind {
      case .relu: .relu
      case .relu6: .relu6
      case .leakyRelu:
        .leakyRelu(slope: try number("slope", description.slope ?? 0.01, in: -1e6...1e6))
      case .gelu: .gelu
      case .tanh: .tanh
      case .softplus: .softplus
      case .sigmoid: .sigmoid
      case .guided: .guided
      case .deconvnet: .deconvnet
      default: nil
      }
    guard let activation else { throw missing("kind") }
    guard let cap = description.cap else { return activation }
    return .capped(activation, at: try number("cap", cap, in: -1e6...1e6))
  }

  func missing(_ field: String) -> NetworkError {
    NetworkError(layer: place, problem: .missingField(field, kind: description.kind))
  }

  func invalid(_ field: String, _ value: String, expected: String) -> NetworkError {
    NetworkError(
      layer: place, problem: .invalidField(field, value: value, expected: expected))
  }
}
