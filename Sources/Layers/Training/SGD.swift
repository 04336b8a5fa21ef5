import Tensors

/// Steps against the gradient, with a momentum if wanted.
///
///     g ← ∂L/∂θ + decay · θ
///     v ← momentum · v + g, in the first step v ← g
///     θ ← θ − rate · v
///
/// which is PyTorch's convention: the learning rate is not part of the velocity, and there is no
/// dampening.
public struct SGD: Optimizer {
  /// How far a step goes.
  public var learningRate: Float
  /// How much of the last step's velocity is kept.
  public var momentum: Float
  /// How strongly each parameter is drawn to zero.
  public var weightDecay: Float
  private var velocities = ParameterMemory()

  /// Creates an optimiser that has taken no step yet.
  ///
  /// - Parameters:
  ///   - learningRate: How far a step goes.
  ///   - momentum: How much of the last step's velocity is kept.
  ///   - weightDecay: How strongly each parameter is drawn to zero.
  public init(learningRate: Float, momentum: Float = 0, weightDecay: Float = 0) {
    self.learningRate = learningRate
    self.momentum = momentum
    self.weightDecay = weightDecay
  }

  /// Takes one step.
  ///
  /// Stops if the gradient is that of another model.
  ///
  /// - Parameters:
  ///   - model: What is improved.
  ///   - gradient: The derivative of the loss with respect to its parameters.
  ///   - learningRate: How far this one step goes, instead of the optimiser's own rate.
  public mutating func update<Model: Parameterized>(
    _ model: inout Model, along gradient: Gradient, learningRate: Float
  ) {
    let (momentum, weightDecay) = (Tensor(momentum), Tensor(weightDecay))
    model.step(along: gradient) { index, parameter, gradient in
      var direction = gradient
      if self.weightDecay != 0 { direction += weightDecay * parameter }
      if self.momentum != 0 {
        direction = velocities.update(index, like: parameter) { velocity in
          velocity.map { momentum * $0 + direction } ?? direction
        }
      }
      return parameter - Tensor(learningRate) * direction
    }
  }
}
