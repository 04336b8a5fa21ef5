import Tensors

/// Steps along running means of the gradient, divided by the root of those of its square.
///
///     g ← ∂L/∂θ + decay · θ
///     m ← m + (1 − β₁)(g − m)          m̂ = m / (1 − β₁ᵗ)
///     v ← v + (1 − β₂)(g² − v)         v̂ = v / (1 − β₂ᵗ)
///     θ ← θ − rate · m̂ / (√v̂ + ε)
///
/// Kingma, Ba 2014: arxiv.org/abs/1412.6980, algorithm 1. The decay is part of the gradient, as in
/// PyTorch's `Adam`; for one that is not, take `AdamW`.
public struct Adam: Optimizer {
  /// How far a step goes.
  public var learningRate: Float
  /// How strongly each parameter is drawn to zero.
  public var weightDecay: Float
  private var moments: Moments

  /// Creates an optimiser that has taken no step yet.
  ///
  /// - Parameters:
  ///   - learningRate: How far a step goes.
  ///   - beta1: How much of the gradient's mean is kept from step to step.
  ///   - beta2: How much of its square's mean is kept.
  ///   - epsilon: What keeps the quotient small where there is no gradient.
  ///   - weightDecay: How strongly each parameter is drawn to zero.
  public init(
    learningRate: Float = 1e-3, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8,
    weightDecay: Float = 0
  ) {
    self.learningRate = learningRate
    self.weightDecay = weightDecay
    moments = Moments(beta1: beta1, beta2: beta2, epsilon: epsilon)
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
    moments.beginStep()
    model.step(along: gradient) { index, parameter, gradient in
      var direction = gradient
      if weightDecay != 0 { direction += Tensor(weightDecay) * parameter }
      return parameter - moments.step(index, parameter, along: direction, rate: learningRate)
    }
  }
}

/// Adam whose decay draws each parameter to zero by itself, whatever the gradient's size.
///
///     θ ← θ − rate · decay · θ, and then Adam's step without decay
///
/// Loshchilov, Hutter 2017: arxiv.org/abs/1711.05101, algorithm 2, with PyTorch's factor of the
/// learning rate.
public struct AdamW: Optimizer {
  /// How far a step goes.
  public var learningRate: Float
  /// How strongly each parameter is drawn to zero.
  public var weightDecay: Float
  private var moments: Moments

  /// Creates an optimiser that has taken no step yet.
  ///
  /// - Parameters:
  ///   - learningRate: How far a step goes.
  ///   - beta1: How much of the gradient's mean is kept from step to step.
  ///   - beta2: How much of its square's mean is kept.
  ///   - epsilon: What keeps the quotient small where there is no gradient.
  ///   - weightDecay: How strongly each parameter is drawn to zero.
  public init(
    learningRate: Float = 1e-3, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8,
    weightDecay: Float = 0.01
  ) {
    self.learningRate = learningRate
    self.weightDecay = weightDecay
    moments = Moments(beta1: beta1, beta2: beta2, epsilon: epsilon)
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
    moments.beginStep()
    let kept = Tensor(1 - learningRate * weightDecay)
    model.step(along: gradient) { index, parameter, gradient in
      kept * parameter - moments.step(index, parameter, along: gradient, rate: learningRate)
    }
  }
}

/// The running means that Adam and AdamW share.
///
/// The corrections of the bias are numbers, not tensors, so they are taken out of the quotient, in
/// the order in which the paper's section 2 recommends to compute it:
///
///     rate · m̂ / (√v̂ + ε) = s · m / (√v + ε √(1 − β₂ᵗ)),  s = rate · √(1 − β₂ᵗ) / (1 − β₁ᵗ)
private struct Moments: Sendable {
  // Doubles, because 1 − β would lose its digits.
  let beta1: Double
  let beta2: Double
  let epsilon: Double
  private var first = ParameterMemory()
  private var second = ParameterMemory()
  // β₁ᵗ and β₂ᵗ
  private var power1 = 1.0
  private var power2 = 1.0

  init(beta1: Double, beta2: Double, epsilon: Double) {
    precondition(
      (0..<1).contains(beta1) && (0..<1).contains(beta2) && epsilon >= 0,
      "Adam: beta1 and beta2 lie from 0 up to below 1, epsilon is not negative; they are \(beta1), "
        + "\(beta2), \(epsilon)")
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
  }

  mutating func beginStep() {
    power1 *= beta1
    power2 *= beta2
  }

  /// What is to be subtracted from a parameter.
  mutating func step(
    _ index: Int, _ parameter: Tensor, along gradient: Tensor, rate: Float
  ) -> Tensor {
    let new1 = Tensor(1 - beta1)
    let mean = first.update(index, like: parameter) { mean in
      guard let mean else { return new1 * gradient }
      let change = new1 * (gradient - mean)
      return mean + change
    }
    let new2 = Tensor(1 - beta2)
    let square = second.update(index, like: parameter) { square in
      guard let square else { return new2 * gradient.squared() }
      let change = new2 * (gradient.squared() - square)
      return square + change
    }
    let correction = (1 - power2).squareRoot()
    let scale = Tensor(Double(rate) * correction / (1 - power1))
    return scale * (mean / (square.sqrt() + Tensor(epsilon * correction)))
  }
}
