import Tensors

/// What a network keeps a tensor for.
enum TensorRole {
  /// Trained by a gradient.
  case parameter
  /// Follows the batches seen in training.
  case statistic
}

// What a network asks of each of its layers. No switch over the kinds has a `default`, so that a new
// kind is met everywhere; one that holds layers says so in `inside` and `joined`, and is then walked
// through like the others.

extension Layer {
  /// The lists of layers inside, in the order in which they run, each on the layer's own input; none
  /// in a layer that holds no others.
  var inside: [[NamedLayer]] {
    get {
      switch self {
      case .residual(let residual): [residual.shortcut, residual.layers]
      case .sequence(let layers): [layers]
      case .conv2d, .linear, .activation, .maxPool2d, .avgPool2d, .globalAvgPool2d, .flatten,
        .batchNorm2d, .dropout:
        []
      }
    }
    set {
      switch self {
      case .residual: self = .residual(Residual(layers: newValue[1], shortcut: newValue[0]))
      case .sequence: self = .sequence(newValue[0])
      case .conv2d, .linear, .activation, .maxPool2d, .avgPool2d, .globalAvgPool2d, .flatten,
        .batchNorm2d, .dropout:
        break
      }
    }
  }

  /// Whether the layer holds others, and is nothing without them.
  var holdsLayers: Bool { !inside.isEmpty }

  /// What the layer makes of the results of the lists inside.
  func joined(_ results: [Tensor]) -> Tensor {
    switch self {
    case .residual: results[1] + results[0]
    case .sequence: results[0]
    case .conv2d, .linear, .activation, .maxPool2d, .avgPool2d, .globalAvgPool2d, .flatten,
      .batchNorm2d, .dropout:
      preconditionFailure("\(self) holds no layers whose results could be joined")
    }
  }

  /// The shape of what `joined` makes of results of these shapes.
  private func joinedShape(_ shapes: [[Int]]) throws(LayerMisfit) -> [Int] {
    switch self {
    case .residual:
      guard shapes[0] == shapes[1] else {
        throw LayerMisfit("its layers give \(shapes[1]), which cannot be added to \(shapes[0])")
      }
      return shapes[1]
    case .sequence: return shapes[0]
    case .conv2d, .linear, .activation, .maxPool2d, .avgPool2d, .globalAvgPool2d, .flatten,
      .batchNorm2d, .dropout:
      preconditionFailure("\(self) holds no layers whose results could be joined")
    }
  }

  /// Runs the layer as in training.
  mutating func trainingOutput(for x: Tensor, using generator: inout SplitMix64) -> Tensor {
    switch self {
    case .batchNorm2d(var norm):
      defer { self = .batchNorm2d(norm) }
      return norm.trainingOutput(for: x)
    case .dropout(let dropout): return dropout.trainingOutput(for: x, using: &generator)
    case .residual, .sequence:
      var lists = inside
      let results = lists.indices.map { lists[$0].trainingOutput(for: x, using: &generator) }
      inside = lists
      return joined(results)
    case .conv2d, .linear, .activation, .maxPool2d, .avgPool2d, .globalAvgPool2d, .flatten:
      return self(x)
    }
  }

  /// The shape of one example's result, or why the layer cannot take an example of this shape.
  func outputShape(for input: [Int], at place: String) throws(NetworkError) -> [Int] {
    var shapes: [[Int]] = []
    for list in inside { shapes.append(try list.outputShape(for: input, inside: place + ".")) }
    do throws(LayerMisfit) {
      return try shapes.isEmpty ? simpleOutputShape(for: input) : joinedShape(shapes)
    } catch {
      throw NetworkError(layer: place, problem: .misfit(error.reason))
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
    case .residual, .sequence:
      var lists = inside
      defer { inside = lists }
      for index in lists.indices { try lists[index].forEachTensor(inside: place + ".", body) }
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
    case .residual, .sequence:
      var lists = inside
      for index in lists.indices { lists[index].initialize(using: &generator) }
      inside = lists
    case .activation, .maxPool2d, .avgPool2d, .globalAvgPool2d, .flatten, .dropout: break
    }
  }
}

/// The product of sizes; nil where no tensor is as large.
func elementCount(_ shape: [Int]) -> Int? {
  var product = 1
  for size in shape {
    let (next, overflow) = product.multipliedReportingOverflow(by: size)
    guard !overflow else { return nil }
    product = next
  }
  return product
}
