import Tensors

/// Layers that run in order, each with a name, as one value.
///
///     var generator = SplitMix64(seed: 1)
///     let network = Network(
///       input: [4],
///       layers: [
///         "fc1": .linear(inFeatures: 4, outFeatures: 16),
///         "relu1": .relu,
///         "fc2": .linear(inFeatures: 16, outFeatures: 3),
///       ], using: &generator)
///     let logits = network(x)
///     let changed = network(x) { place, activation in
///       place == "relu1" ? 0 * activation : activation
///     }
///
/// The second call is the one door for reading and changing what happens inside. A copy is
/// independent of the original, and costs nothing until one of them changes.
public struct Network: Sendable, Equatable {
  /// The shape of one example: `[channels, height, width]` for images.
  public let input: [Int]

  /// The layers in the order in which they run.
  public private(set) var layers: [NamedLayer]

  /// Creates a network from named layers as they are.
  ///
  /// Stops if two places have the same name, or a layer cannot take what the one before it gives.
  ///
  /// - Parameters:
  ///   - input: The shape of one example.
  ///   - layers: The layers in the order in which they run.
  public init(input: [Int], layers: [NamedLayer]) {
    do throws(NetworkError) {
      self = try Network(checking: layers, input: input)
    } catch {
      preconditionFailure("\(error)")
    }
  }

  /// Creates a network from named layers as they are, written as `["fc": .linear(…), …]`.
  ///
  /// Stops if two places have the same name, or a layer cannot take what the one before it gives.
  ///
  /// - Parameters:
  ///   - input: The shape of one example.
  ///   - layers: The layers in the order in which they run.
  public init(input: [Int], layers: KeyValuePairs<String, Layer>) {
    self.init(input: input, layers: layers.map(NamedLayer.init))
  }

  /// Creates a network and draws all its weights.
  ///
  /// Stops if two places have the same name, or a layer cannot take what the one before it gives.
  ///
  /// - Parameters:
  ///   - input: The shape of one example.
  ///   - layers: The layers in the order in which they run; their weights are replaced.
  ///   - generator: Where the randomness comes from; equal seeds give equal networks.
  public init(
    input: [Int], layers: KeyValuePairs<String, Layer>, using generator: inout SplitMix64
  ) {
    self.init(input: input, layers: layers)
    initialize(using: &generator)
  }

  /// Creates a network, or says what is wrong with its layers.
  init(checking layers: [NamedLayer], input: [Int]) throws(NetworkError) {
    self.input = input
    self.layers = layers
    var known: Set<String> = []
    for place in places where !known.insert(place).inserted {
      throw NetworkError(layer: place, problem: .duplicateName)
    }
    _ = try layers.outputShape(for: input, inside: "")
  }

  /// Returns what the last layer makes of a batch of examples.
  ///
  /// Stops if the examples do not have the shape that the layers take, naming the layer. Images may
  /// be larger or smaller than `input` where all layers allow it.
  public func callAsFunction(_ x: Tensor) -> Tensor {
    checkShape(of: x)
    return layers.output(for: x)
  }

  /// Returns what the last layer makes of a batch, and lets a closure read or change what every
  /// layer gives.
  ///
  /// Whoever only reads returns the activation as it is. To differentiate by an activation, return
  /// it `tracked()` and keep that.
  ///
  /// - Parameters:
  ///   - x: A batch of examples.
  ///   - visit: Is called after each layer, those inside residuals first, with its place and what it
  ///     gave; what it returns goes on to the next layer.
  /// - Returns: What goes on from the last place.
  public func callAsFunction(
    _ x: Tensor, _ visit: (_ place: String, _ activation: Tensor) throws -> Tensor
  ) rethrows -> Tensor {
    checkShape(of: x)
    return try layers.output(for: x, inside: "", visit)
  }

  /// Returns what the last layer makes of a batch in training: dropouts draw, batch norms take the
  /// batch's mean and variance, and their running ones follow.
  ///
  /// - Parameters:
  ///   - x: A batch of examples.
  ///   - generator: Where dropouts take their randomness from.
  /// - Returns: What the last layer gives.
  public mutating func trainingOutput(
    for x: Tensor, using generator: inout SplitMix64
  ) -> Tensor {
    checkShape(of: x)
    return layers.trainingOutput(for: x, using: &generator)
  }

  /// Draws new weights for every layer, as PyTorch does by default: evenly from ±1 / √(fan in),
  /// batch norms afresh.
  public mutating func initialize(using generator: inout SplitMix64) {
    layers.initialize(using: &generator)
  }

  /// The shape of what the network makes of one example.
  public var output: [Int] {
    do throws(NetworkError) {
      return try layers.outputShape(for: input, inside: "")
    } catch {
      preconditionFailure("\(error)")
    }
  }

  /// Replaces the layers by others that have been checked, or stops.
  mutating func replaceLayers(with layers: [NamedLayer]) {
    self = Network(input: input, layers: layers)
  }

  /// Hands every tensor that is kept to a closure, which may replace it by one of the same shape.
  mutating func forEachTensor(
    _ body: (_ name: String, TensorRole, inout Tensor) throws -> Void
  ) rethrows {
    try layers.forEachTensor(inside: "", body)
  }

  private func checkShape(of x: Tensor) {
    let shape = x.shape
    if shape.count == input.count + 1 && shape.dropFirst().elementsEqual(input) { return }
    guard shape.count == input.count + 1 else {
      preconditionFailure(
        """
        network: a batch of examples \(input) has one axis more than they, for their number; this \
        one has the shape \(shape)
        """)
    }
    do throws(NetworkError) {
      _ = try layers.outputShape(for: Array(shape.dropFirst()), inside: "")
    } catch {
      preconditionFailure(
        "network: examples are \(input), those of the batch \(Array(shape.dropFirst())): \(error)")
    }
  }
}
