import Tensors

/// The kinds of layers, as files call them.
enum LayerKind: String, CaseIterable {
  case avgPool2d = "avgpool2d"
  case batchNorm2d = "batchnorm2d"
  case conv2d
  case deconvnet
  case dropout
  case flatten
  case gelu
  case globalAvgPool2d = "globalavgpool2d"
  case guided
  case leakyRelu
  case linear
  case maxPool2d = "maxpool2d"
  case relu
  case relu6
  case residual
  case sequence
  case sigmoid
  case softplus
  case tanh
}

/// A layer as it stands in a file: its kind and sizes, without weights.
struct LayerDescription: Codable {
  var name: String
  var kind: String
  var inChannels: Int?
  var outChannels: Int?
  var channels: Int?
  var inFeatures: Int?
  var outFeatures: Int?
  var kernel: Int?
  var stride: Int?
  var padding: PaddingDescription?
  var groups: Int?
  var bias: Bool?
  var slope: Float?
  var cap: Float?
  var rate: Float?
  var epsilon: Float?
  var momentum: Float?
  var layers: NestedLayers?
  var shortcut: NestedLayers?

  init(name: String, kind: LayerKind) {
    self.name = name
    self.kind = kind.rawValue
  }
}

/// Layers inside a layer.
struct NestedLayers: Codable {
  /// How deep layers may lie in each other; a hostile file would otherwise exhaust the stack.
  static let largestDepth = 16

  let layers: [LayerDescription]

  init(_ layers: [LayerDescription]) { self.layers = layers }

  init(from decoder: any Decoder) throws {
    // Counted by the keys of such lists, since the network itself may lie in something else.
    let lists = decoder.codingPath.filter { ["layers", "shortcut"].contains($0.stringValue) }
    guard lists.count <= Self.largestDepth else {
      throw NetworkError(
        problem: .malformed("more than \(Self.largestDepth) layers lie inside each other"))
    }
    layers = try [LayerDescription](from: decoder)
  }

  func encode(to encoder: any Encoder) throws { try layers.encode(to: encoder) }
}

/// The padding of a convolution: a number, or the word "same".
enum PaddingDescription: Codable {
  case each(Int)
  case same
  case unknown(String)

  init(_ padding: Padding) {
    self =
      switch padding {
      case .each(let border): .each(border)
      case .same: .same
      }
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let word = try? container.decode(String.self) {
      self = word == "same" ? .same : .unknown(word)
    } else {
      self = .each(try container.decode(Int.self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .each(let border): try container.encode(border)
    case .same: try container.encode("same")
    case .unknown(let word): try container.encode(word)
    }
  }
}
