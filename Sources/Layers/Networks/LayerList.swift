import Tensors

// What networks, residuals and sequences have in common: layers that run in order.

extension [NamedLayer] {
  /// Runs the layers as in use.
  func output(for x: consuming Tensor) -> Tensor {
    // Handed on instead of lent, so that an activation may overwrite what nobody else holds.
    var value = x
    for named in self { value = named.layer(consume value) }
    return value
  }

  /// Runs the layers as in use and lets a closure read or replace what each gives.
  ///
  /// - Parameters:
  ///   - x: The input.
  ///   - path: The names of the layers around these, each with a dot behind it.
  ///   - visit: Is handed a place and what comes out there, and returns what goes on.
  /// - Returns: What the last layer gives.
  func output(
    for x: Tensor, inside path: String, _ visit: (String, Tensor) throws -> Tensor
  ) rethrows -> Tensor {
    var value = x
    for named in self {
      let place = path + named.name
      let results = try named.layer.inside.map {
        try $0.output(for: value, inside: place + ".", visit)
      }
      let output = results.isEmpty ? named.layer(value) : named.layer.joined(results)
      value = try visit(place, output)
    }
    return value
  }

  /// Runs the layers as in training: dropouts draw, and batch norms take the batch's own numbers,
  /// which the running ones follow.
  mutating func trainingOutput(for x: Tensor, using generator: inout SplitMix64) -> Tensor {
    var value = x
    for index in indices {
      value = self[index].layer.trainingOutput(for: value, using: &generator)
    }
    return value
  }

  /// The shape of one example's result, or why the layers do not fit together.
  func outputShape(for input: [Int], inside path: String) throws(NetworkError) -> [Int] {
    var shape = input
    for named in self { shape = try named.layer.outputShape(for: shape, at: path + named.name) }
    return shape
  }

  /// Every place in the order of the visits.
  func places(inside path: String) -> [String] {
    flatMap { named in
      let place = path + named.name
      return named.layer.inside.flatMap { $0.places(inside: place + ".") } + [place]
    }
  }

  /// Hands every tensor that is kept to a closure, which may replace it.
  mutating func forEachTensor(
    inside path: String, _ body: (_ name: String, TensorRole, inout Tensor) throws -> Void
  ) rethrows {
    for index in indices {
      try self[index].layer.forEachTensor(at: path + self[index].name, body)
    }
  }

  /// Draws new weights, in the order of the layers.
  mutating func initialize(using generator: inout SplitMix64) {
    for index in indices { self[index].layer.initialize(using: &generator) }
  }
}
