import Tensors

/// A rule that turns gradients into steps, with what it remembers of those before.
///
/// An optimiser is a value and belongs to one model: a copy goes its own way.
public protocol Optimizer: Sendable {
  /// How far a step goes.
  var learningRate: Float { get set }

  /// Takes one step.
  ///
  /// Stops if the gradient is that of another model.
  ///
  /// - Parameters:
  ///   - model: What is improved.
  ///   - gradient: The derivative of the loss with respect to its parameters.
  ///   - learningRate: How far this one step goes, instead of the optimiser's own rate.
  mutating func update<Model: Parameterized>(
    _ model: inout Model, along gradient: Gradient, learningRate: Float)
}

extension Optimizer {
  /// Takes one step at the optimiser's own learning rate.
  ///
  /// - Parameters:
  ///   - model: What is improved.
  ///   - gradient: The derivative of the loss with respect to its parameters.
  public mutating func update<Model: Parameterized>(
    _ model: inout Model, along gradient: Gradient
  ) {
    update(&model, along: gradient, learningRate: learningRate)
  }
}

extension Parameterized {
  /// Replaces each parameter by what a closure makes of it and its gradient.
  mutating func step(
    along gradient: Gradient,
    _ body: (_ index: Int, _ parameter: Tensor, _ gradient: Tensor) -> Tensor
  ) {
    var index = 0
    forEachParameter { name, parameter in
      precondition(
        index < gradient.names.count && gradient.names[index] == name
          && gradient.tensors[index].shape == parameter.shape,
        """
        optimiser: the gradient belongs to another model, which has no parameter \(quoted(name)) \
        of shape \(parameter.shape) in place \(index)
        """)
      parameter = body(index, parameter, gradient.tensors[index].detached())
      index += 1
    }
    precondition(
      index == gradient.names.count,
      "optimiser: the gradient has \(gradient.names.count) parameters, the model only \(index)")
  }
}

/// A tensor for each parameter that an optimiser remembers from step to step.
struct ParameterMemory: Sendable, Equatable {
  private var tensors: [Tensor] = []

  /// Changes what is kept for one parameter; before the first step that is nothing.
  mutating func update(
    _ index: Int, like parameter: Tensor, _ body: (consuming Tensor?) -> Tensor
  ) -> Tensor {
    guard index < tensors.count else {
      tensors.append(body(nil))
      return tensors[index]
    }
    precondition(
      tensors[index].shape == parameter.shape,
      """
      optimiser: it has improved another model so far, whose parameter \(index) has the shape \
      \(tensors[index].shape) and not \(parameter.shape); take a new optimiser
      """)
    // Taken out, so that nobody else holds the elements and they can be overwritten.
    var kept: Tensor = 0
    swap(&kept, &tensors[index])
    tensors[index] = body(consume kept)
    return tensors[index]
  }
}
