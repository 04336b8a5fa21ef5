import Tensors

/// The derivative of a number with respect to every parameter of a model.
public struct Gradient: Sendable, Equatable {
  /// The parameters' names, in the order of the model's walk.
  public let names: [String]

  /// The derivative with respect to each, in its shape.
  public var tensors: [Tensor]

  /// Creates a gradient from its parts, one tensor for each name.
  public init(names: [String], tensors: [Tensor]) {
    precondition(
      names.count == tensors.count,
      "gradient: there are \(names.count) names and \(tensors.count) tensors")
    self.names = names
    self.tensors = tensors
  }

  /// The derivative with respect to the parameter of a name; stops if there is none.
  public subscript(name: String) -> Tensor {
    guard let index = names.firstIndex(of: name) else {
      preconditionFailure(
        "gradient: there is no parameter \(quoted(name)), only \(names.joined(separator: ", "))")
    }
    return tensors[index]
  }
}

/// Returns a loss and its gradient with respect to every parameter of a model.
///
///     let (loss, gradient) = valueWithGradient(of: network) { network in
///       network(images).crossEntropy(with: labels)
///     }
///
/// - Parameters:
///   - model: The model; it stays as it is.
///   - loss: Computes a single number from the model it is handed.
/// - Returns: The number and its gradient, zero for parameters that it does not depend on.
public func valueWithGradient<Model: Parameterized>(
  of model: Model, _ loss: (Model) throws -> Tensor
) rethrows -> (value: Float, gradient: Gradient) {
  let tracked = model.tracked()
  return gradient(of: try loss(tracked), in: tracked.parameters)
}

/// Returns a loss of a model in training and its gradient, and keeps what the batch norms learned.
///
///     let (loss, gradient) = valueWithGradient(of: &network) { network in
///       network.trainingOutput(for: images, using: &generator).crossEntropy(with: labels)
///     }
///
/// - Parameters:
///   - model: The model, of which only what is no parameter changes.
///   - loss: Computes a single number from the model it is handed, and may change its statistics.
/// - Returns: The number and its gradient, zero for parameters that it does not depend on.
public func valueWithGradient<Model: Parameterized>(
  of model: inout Model, _ loss: (inout Model) throws -> Tensor
) rethrows -> (value: Float, gradient: Gradient) {
  var tracked = model.tracked()
  let parameters = tracked.parameters
  let result = gradient(of: try loss(&tracked), in: parameters)
  model = tracked.detached()
  return result
}

private func gradient(
  of loss: Tensor, in parameters: [(name: String, value: Tensor)]
) -> (value: Float, gradient: Gradient) {
  let tensors = gradients(of: loss, withRespectTo: parameters.map(\.value))
  return (loss.scalar, Gradient(names: parameters.map(\.name), tensors: tensors))
}
