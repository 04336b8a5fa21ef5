import Tensors

extension LayerDescription {
  /// Describes a layer as a file does, without its weights.
  ///
  /// - Parameters:
  ///   - named: The layer.
  ///   - path: The names of the layers around it, each with a dot behind it.
  /// - Throws: An error if the layer has a function of the user's own.
  init(_ named: NamedLayer, inside path: String = "") throws(NetworkError) {
    let place = path + named.name
    switch named.layer {
    case .conv2d(let convolution):
      self.init(name: named.name, kind: .conv2d)
      inChannels = convolution.inChannels
      outChannels = convolution.outChannels
      kernel = convolution.kernel
      stride = convolution.stride
      padding = PaddingDescription(convolution.padding)
      groups = convolution.groups
      bias = convolution.bias == nil ? false : nil
    case .linear(let linear):
      self.init(name: named.name, kind: .linear)
      inFeatures = linear.inFeatures
      outFeatures = linear.outFeatures
      bias = linear.bias == nil ? false : nil
    case .batchNorm2d(let norm):
      self.init(name: named.name, kind: .batchNorm2d)
      channels = norm.channels
      epsilon = norm.epsilon
      momentum = norm.momentum
    case .maxPool2d(let pool), .avgPool2d(let pool):
      let isMax = if case .maxPool2d = named.layer { true } else { false }
      self.init(name: named.name, kind: isMax ? .maxPool2d : .avgPool2d)
      kernel = pool.kernel
      stride = pool.stride
      padding = pool.padding > 0 ? .each(pool.padding) : nil
    case .globalAvgPool2d: self.init(name: named.name, kind: .globalAvgPool2d)
    case .flatten: self.init(name: named.name, kind: .flatten)
    case .dropout(let dropout):
      self.init(name: named.name, kind: .dropout)
      rate = dropout.rate
    case .residual(let residual):
      self.init(name: named.name, kind: .residual)
      layers = try NestedLayers(residual.layers, inside: place + ".")
      shortcut =
        residual.shortcut.isEmpty
        ? nil : try NestedLayers(residual.shortcut, inside: place + ".")
    case .sequence(let inner):
      self.init(name: named.name, kind: .sequence)
      layers = try NestedLayers(inner, inside: place + ".")
    case .activation(let activation):
      do throws(CannotBeWritten) {
        self = try LayerDescription(activation, name: named.name)
      } catch {
        throw NetworkError(layer: place, problem: .customActivation(error.name))
      }
    }
  }

  private init(_ activation: Activation, name: String) throws(CannotBeWritten) {
    switch activation {
    case .relu: self.init(name: name, kind: .relu)
    case .relu6: self.init(name: name, kind: .relu6)
    case .leakyRelu(let slope):
      self.init(name: name, kind: .leakyRelu)
      self.slope = slope
    case .gelu: self.init(name: name, kind: .gelu)
    case .tanh: self.init(name: name, kind: .tanh)
    case .softplus: self.init(name: name, kind: .softplus)
    case .sigmoid: self.init(name: name, kind: .sigmoid)
    case .guided: self.init(name: name, kind: .guided)
    case .deconvnet: self.init(name: name, kind: .deconvnet)
    case .capped(let inner, let cap):
      self = try LayerDescription(inner, name: name)
      // Of two caps only the lower one is felt.
      self.cap = min(cap, self.cap ?? cap)
    case .custom(let custom): throw CannotBeWritten(name: custom.name)
    }
  }
}

/// The name of an activation that is a function of the user's own.
private struct CannotBeWritten: Error {
  let name: String
}

extension NestedLayers {
  fileprivate init(_ layers: [NamedLayer], inside path: String) throws(NetworkError) {
    var descriptions: [LayerDescription] = []
    for layer in layers { descriptions.append(try LayerDescription(layer, inside: path)) }
    self.init(descriptions)
  }
}
