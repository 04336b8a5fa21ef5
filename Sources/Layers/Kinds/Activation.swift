import Tensors

/// A function of each element that stands between layers with weights.
///
/// Methods that change how gradients pass a ReLU (guided backpropagation, deconvnet) are activations
/// like any other: put one in by value, with `network.replacingReLU(with: .guided)`. Your own is a
/// `.custom` one, with whatever backward `recorded` gives it.
public enum Activation: Sendable, Equatable {
  /// max(x, 0)
  case relu
  /// min(max(x, 0), 6)
  case relu6
  /// x where x > 0, else slope · x
  case leakyRelu(slope: Float)
  /// x · Φ(x), exact
  case gelu
  /// The hyperbolic tangent.
  case tanh
  /// ln(1 + eˣ)
  case softplus
  /// 1 / (1 + e⁻ˣ)
  case sigmoid
  /// A ReLU that passes back only what is positive, and only where its input was positive.
  case guided
  /// A ReLU that passes back only what is positive, wherever its input was.
  case deconvnet
  /// Another activation of min(x, cap), with slope 0 from the cap on: `.relu6` is `.relu` capped
  /// at 6.
  indirect case capped(Activation, at: Float)
  /// A function of your own.
  case custom(CustomActivation)

  /// Returns the activation of each element.
  public func callAsFunction(_ x: consuming Tensor) -> Tensor {
    switch self {
    case .relu: x.relu()
    case .relu6: x.relu6()
    case .leakyRelu(let slope): x.leakyRelu(slope: slope)
    case .gelu: x.gelu()
    case .tanh: x.tanh()
    case .softplus: x.softplus()
    case .sigmoid: x.sigmoid()
    case .guided: guidedRelu(x)
    case .deconvnet: deconvnetRelu(x)
    case .capped(let activation, let cap): activation(cappedBelow(cap, x))
    case .custom(let custom): custom.function(x)
    }
  }
}

/// An activation written by the user of the library.
public struct CustomActivation: Sendable, Equatable {
  /// What it is called; two of the same name count as equal.
  public let name: String

  /// The function, which keeps the shape.
  public let function: @Sendable (Tensor) -> Tensor

  /// Creates an activation from a function of tensors.
  ///
  /// - Parameters:
  ///   - name: What it is called in messages and comparisons.
  ///   - function: The function, which keeps the shape; its gradient is that of what it computes,
  ///     unless it says otherwise with `recorded`.
  public init(_ name: String, function: @escaping @Sendable (Tensor) -> Tensor) {
    self.name = name
    self.function = function
  }

  /// Whether the names are equal; functions cannot be compared.
  public static func == (a: CustomActivation, b: CustomActivation) -> Bool { a.name == b.name }
}

/// Guided backpropagation: Springenberg and others 2014, arxiv.org/abs/1412.6806, section 3.4.
///
///     y = max(x, 0)          R(x) = R(y) where x > 0 and R(y) > 0, else 0
private func guidedRelu(_ x: Tensor) -> Tensor {
  x.detached().relu().recorded("guided", from: x) { upstream, x in
    (upstream * (x .> 0)).relu()
  }
}

/// The deconvnet: Zeiler, Fergus 2013, arxiv.org/abs/1311.2901, section 2.1.
///
///     y = max(x, 0)          R(x) = R(y) where R(y) > 0, else 0
private func deconvnetRelu(_ x: Tensor) -> Tensor {
  x.detached().relu().recorded("deconvnet", from: x) { upstream, _ in upstream.relu() }
}

/// The smaller of each element and the cap, with the slope 0 at the cap, as `relu6` has it at 6.
private func cappedBelow(_ cap: Float, _ x: Tensor) -> Tensor {
  x.replacing(with: Tensor(cap), where: x .>= Tensor(cap))
}
