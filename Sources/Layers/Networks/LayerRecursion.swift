import Tensors

/// What a network keeps a tensor for.
enum TensorRole {
  /// Trained by a gradient.
  case parameter
  /// Follows the batches seen in training.
  case statistic
}

// What a network asks of each of its layers: the switches over all kinds that are not the forward.

extension Layer {
  /// Runs the layer as in training.
  mutating func trainingOutput(for x: Tensor, using generator: inout SplitMix64) -> Tensor {
    switch self {
    case .batchNorm2d(var norm):
      defer { self = .batchNorm2d(norm) }
      return norm.trainingOutput(for: x)
    case .dropout(let dropout): return dropout.trainingOutput(for: x, using: &generator)
    case .residual(var residual):
      defer { self = .residual(residual) }
      let short = residual.shortcut.trainingOutput(for: x, using: &generator)
      return short + residual.layers.trainingOutput(for: x, using: &generator)
    case .sequence(var layers):
      defer { self = .sequence(layers) }
      return layers.trainingOutput(for: x, using: &generator)
    default: return self(x)
    }
  }

  /// The shape of one example's result, or why the layer cannot take an example of this shape.
  func outputShape(for input: [Int], at place: String) throws(NetworkError) -> [Int] {
    switch self {
    case .residual(let residual):
      let long = try residual.layers.outputShape(for: input, inside: place + ".")
      let short = try residual.shortcut.outputShape(for: input, inside: place + ".")
      guard long == short else {
        throw NetworkError(
          layer: place,
          problem: .misfit("its layers give \(long), which cannot be added to \(short)"))
      }
      return long
    case .sequence(let layers): return try layers.outputShape(for: input, inside: place + ".")
    default:
      do throws(LayerMisfit) {
        return try simpleOutputShape(for: input)
      } catch {
        throw NetworkError(layer: place, problem: .misfit(error.reason))
      }
    }
  }

  /// The same for a layer that has none inside.
  private func simpleOutputShape(for input: [Int]) throws(LayerMisfit) -> [Int] {
    switch self {
    case .conv2d(let convolution): return try convolution.outputShape(for: input)
    case .linear(let linear): return try linear.outputShape(for: input)
    case .maxPool2d(let pool), .avgPool2d(let pool): return try pool.outputShape(for: input)
    case .batchNorm2d(let norm): return try norm.outputShape(for: input)
    case .activation, .dropout, .residual, .sequence: return input
    case .globalAvgPool2d:
      guard input.count == 3 else {
        throw LayerMisfit("a globalavgpool2d takes [channels, height, width], not \(input)")
      }
      return [input[0]]
    case .flatten:
      guard let count = elementCount(input) else {
        throw LayerMisfit("no tensor has as many elements as \(input)")
      }
      return [count]
    }
  }

  /// The lists of layers inside, in the order in which they run.
  var innerLists: [[NamedLayer]] {
    switch self {
    case .residual(let residual): [residual.shortcut, residual.layers]
    case .sequence(let layers): [layers]
    default: []
    }
  }

  /// Hands every tensor that is kept to a closure, which may replace it.
  mutating func forEachTensor(
    at place: String, _ body: (_ name: String, TensorRole, inout Tensor) throws -> Void
  ) rethrows {
    switch self {
    case .conv2d(var convolution):
      defer { self = .conv2d(convolution) }
      try body(place + ".weight", .parameter, &convolution.weight)
      if var bias = convolution.bias {
        try body(place + ".bias", .parameter, &bias)
        convolution.bias = bias
      }
    case .linear(var linear):
      defer { self = .linear(linear) }
      try body(place + ".weight", .parameter, &linear.weight)
      if var bias = linear.bias {
        try body(place + ".bias", .parameter, &bias)
        linear.bias = bias
      }
    case .batchNorm2d(var norm):
      defer { self = .batchNorm2d(norm) }
      try body(place + ".weight", .parameter, &norm.weight)
      try body(place + ".bias", .parameter, &norm.bias)
      try body(place + ".running_mean", .statistic, &norm.runningMean)
      try body(place + ".running_var", .statistic, &norm.runningVariance)
    case .residual(var residual):
      defer { self = .residual(residual) }
      try residual.shortcut.forEachTensor(inside: place + ".", body)
      try residual.layers.forEachTensor(inside: place + ".", body)
    case .sequence(var layers):
      defer { self = .sequence(layers) }
      try layers.forEachTensor(inside: place + ".", body)
    case .activation, .maxPool2d, .avgPool2d, .globalAvgPool2d, .flatten, .dropout: break
    }
  }

  /// Draws new weights, where there are any.
  mutating func initialize(using generator: inout SplitMix64) {
    switch self {
    case .conv2d(var convolution):
      convolution.initialize(using: &generator)
      self = .conv2d(convolution)
    case .linear(var linear):
      linear.initialize(using: &generator)
      self = .linear(linear)
    case .batchNorm2d(var norm):
      norm.initialize()
      self = .batchNorm2d(norm)
    case .residual(var residual):
      residual.shortcut.initialize(using: &generator)
      residual.layers.initialize(using: &generator)
      self = .residual(residual)
    case .sequence(var layers):
      layers.initialize(using: &generator)
      self = .sequence(layers)
    case .activation, .maxPool2d, .avgPool2d, .globalAvgPool2d, .flatten, .dropout: break
    }
  }
}

/// The product of sizes, or nothing where no tensor is as large.
func elementCount(_ shape: [Int]) -> Int? {
  var product = 1
  for size in shape {
    let (next, overflow) = product.multipliedReportingOverflow(by: size)
    guard !overflow else { return nil }
    product = next
  }
  return product
}
