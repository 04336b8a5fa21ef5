import Tensors

/// The four gates on two inputs, as differentiable formulas with known explanations.
///
///     f(a, b) = c · (a + b) + d · a · b
///
///     add  c 1, d  0        and  c 0, d  1
///     or   c 1, d −1        xor  c 1, d −2
///
/// On inputs of 0 and 1 all but `add` give the truth values of their names. Because f is linear in
/// each input alone, explanations have the closed forms below, for any input and baseline.
public enum Gate: String, CaseIterable, Sendable {
  case add, and, or, xor

  /// The factor c of a + b.
  private var single: Float { self == .and ? 0 : 1 }

  /// The factor d of a · b.
  private var joint: Float {
    switch self {
    case .add: 0
    case .and: 1
    case .or: -1
    case .xor: -2
    }
  }

  /// The four inputs of 0 and 1: 00, 01, 10, 11.
  public static let corners: Tensor = [[0, 0], [0, 1], [1, 0], [1, 1]]

  /// What the gate gives at each of the `corners`.
  public var truthTable: [Int] {
    switch self {
    case .add: [0, 1, 1, 2]
    case .and: [0, 0, 0, 1]
    case .or: [0, 1, 1, 1]
    case .xor: [0, 1, 1, 0]
    }
  }

  /// Returns the gate's value for each pair of inputs.
  ///
  /// - Parameter inputs: `[N, 2]`.
  /// - Returns: `[N]`; the gradient flows through it.
  public func score(_ inputs: Tensor) -> Tensor {
    check(inputs)
    let (a, b) = (inputs[.all, 0], inputs[.all, 1])
    return Tensor(single) * (a + b) + Tensor(joint) * a * b
  }

  /// The gradient at each pair of inputs.
  ///
  ///     ∂f/∂a = c + d · b
  ///
  /// - Parameter inputs: `[N, 2]`.
  /// - Returns: `[N, 2]`.
  public func gradient(at inputs: Tensor) -> Tensor {
    check(inputs)
    return Tensor(single) + Tensor(joint) * inputs.reversed(along: 1)
  }

  /// What the value loses when one input is put back to its baseline.
  ///
  ///     f(a, b) − f(a′, b) = (a − a′) · (c + d · b)
  ///
  /// - Parameters:
  ///   - inputs: `[N, 2]`.
  ///   - baseline: `[2]` or `[N, 2]`.
  /// - Returns: `[N, 2]`.
  public func occlusion(at inputs: Tensor, from baseline: Tensor = [0, 0]) -> Tensor {
    (inputs - baseline) * gradient(at: inputs)
  }

  /// The Shapley values against a baseline; integrated gradients are the same.
  ///
  ///     φₐ = (a − a′) · (c + d · (b + b′) / 2)
  ///
  /// The other input is there in one of two orders, and halfway on the mean of the straight path.
  /// The two values add up to the change in score.
  ///
  /// - Parameters:
  ///   - inputs: `[N, 2]`.
  ///   - baseline: `[2]` or `[N, 2]`.
  /// - Returns: `[N, 2]`.
  public func shapley(at inputs: Tensor, from baseline: Tensor = [0, 0]) -> Tensor {
    (inputs - baseline) * gradient(at: (inputs + baseline) / 2)
  }

  private func check(_ inputs: Tensor) {
    precondition(
      inputs.rank == 2 && inputs.shape[1] == 2,
      "\(rawValue): a gate takes pairs, [N, 2], not \(inputs.shape)")
  }
}
