import Tensors

/// Something with numbers that a gradient can improve: a network, a transformer, a single tensor.
///
/// A type of your own takes part by handing out its tensors, always in the same order:
///
///     struct Probe: Parameterized {
///       var weight: Tensor
///       var bias: Tensor
///
///       mutating func forEachParameter(
///         _ body: (_ name: String, _ parameter: inout Tensor) throws -> Void
///       ) rethrows {
///         try body("weight", &weight)
///         try body("bias", &bias)
///       }
///     }
///
/// Then `valueWithGradient`, every optimiser and `train` work on it.
public protocol Parameterized {
  /// Hands each parameter to a closure, which may replace it by one of the same shape.
  mutating func forEachParameter(
    _ body: (_ name: String, _ parameter: inout Tensor) throws -> Void
  ) rethrows
}

extension Parameterized {
  /// The parameters with their names, in the order of the walk.
  public var parameters: [(name: String, value: Tensor)] {
    var list: [(name: String, value: Tensor)] = []
    var copy = self
    copy.forEachParameter { name, parameter in list.append((name, parameter)) }
    return list
  }

  /// How many numbers are trained.
  public var parameterCount: Int { parameters.reduce(0) { $0 + $1.value.count } }

  /// Returns the same values, each parameter a starting point for gradients.
  public func tracked() -> Self {
    var copy = self
    copy.forEachParameter { _, parameter in parameter = parameter.detached().tracked() }
    return copy
  }

  /// Returns the same values without their history.
  public func detached() -> Self {
    var copy = self
    copy.forEachParameter { _, parameter in parameter = parameter.detached() }
    return copy
  }
}

extension Network: Parameterized {
  /// Hands each weight and bias to a closure, under the place of its layer: `res.conv1.weight`.
  ///
  /// The running numbers of batch norms are not among them, since no gradient trains them.
  public mutating func forEachParameter(
    _ body: (_ name: String, _ parameter: inout Tensor) throws -> Void
  ) rethrows {
    try forEachTensor { name, role, tensor in
      if role == .parameter { try body(name, &tensor) }
    }
  }
}

extension Tensor: Parameterized {
  /// Hands the tensor itself to a closure, under the name `value`.
  ///
  /// So an optimiser can improve an image as it improves a network.
  public mutating func forEachParameter(
    _ body: (_ name: String, _ parameter: inout Tensor) throws -> Void
  ) rethrows {
    try body("value", &self)
  }
}
