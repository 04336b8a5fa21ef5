extension Tensor {
  /// Whether this tensor has a history that gradients can follow.
  public var isTracked: Bool { origin != nil }

  /// Returns the same values as a starting point for gradients.
  ///
  /// Whatever is computed from the result remembers how. A tensor that is tracked already is
  /// returned as it is.
  public func tracked() -> Tensor {
    isTracked ? self : Tensor(storage, origin: Origin("tracked"))
  }

  /// Returns the same values without their history: no gradient flows further back.
  public func detached() -> Tensor { Tensor(storage) }

  /// Returns these values as the result of an operator on one input.
  ///
  /// This is how every operator of the library is made, and how you make your own: compute the
  /// value, then say in the next breath how a gradient flows back.
  ///
  ///     func squared(_ x: Tensor) -> Tensor {
  ///       let value = x.detached() * x.detached()
  ///       return value.recorded("squared", from: x) { upstream, x in 2 * x * upstream }
  ///     }
  ///
  /// The pullback is handed the input without its history. It is called only if somebody asks for
  /// a gradient that passes through here, and nothing is recorded when the input is not tracked.
  ///
  /// - Parameters:
  ///   - name: What error messages call the operator.
  ///   - x: The input.
  ///   - pullback: Gives the gradient with respect to x, in the shape of x, from the gradient with
  ///     respect to the result.
  /// - Returns: The same values, with a history.
  public consuming func recorded(
    _ name: StaticString, from x: consuming Tensor,
    pullback: @escaping @Sendable (_ upstream: Tensor, _ x: Tensor) -> Tensor
  ) -> Tensor {
    guard x.isTracked else { return self }
    return Tensor(storage, origin: UnaryOrigin(name, x, pullback))
  }

  /// Returns these values as the result of an operator on two inputs.
  ///
  /// There is a pullback for each input, and each is called only where it is needed: explaining an
  /// image does not pay for the gradient of the weights.
  ///
  /// - Parameters:
  ///   - name: What error messages call the operator.
  ///   - a: The first input.
  ///   - b: The second input.
  ///   - pullbackA: Gives the gradient with respect to a, in the shape of a.
  ///   - pullbackB: Gives the gradient with respect to b, in the shape of b.
  /// - Returns: The same values, with a history.
  public consuming func recorded(
    _ name: StaticString, from a: consuming Tensor, _ b: consuming Tensor,
    pullbackA: @escaping @Sendable (_ upstream: Tensor, _ a: Tensor, _ b: Tensor) -> Tensor,
    pullbackB: @escaping @Sendable (_ upstream: Tensor, _ a: Tensor, _ b: Tensor) -> Tensor
  ) -> Tensor {
    guard a.isTracked || b.isTracked else { return self }
    return Tensor(storage, origin: BinaryOrigin(name, a, b, pullbackA, pullbackB))
  }

  /// Returns these values as the result of an operator on any number of inputs.
  ///
  /// - Parameters:
  ///   - name: What error messages call the operator.
  ///   - inputs: The inputs.
  ///   - pullback: Gives the gradient with respect to the input of the given index, in that
  ///     input's shape. It is called once for each input whose gradient is needed.
  /// - Returns: The same values, with a history.
  public consuming func recorded(
    _ name: StaticString, from inputs: [Tensor],
    pullback:
      @escaping @Sendable (_ upstream: Tensor, _ inputs: [Tensor], _ index: Int) -> Tensor
  ) -> Tensor {
    guard inputs.contains(where: \.isTracked) else { return self }
    return Tensor(storage, origin: VariadicOrigin(name, inputs, pullback))
  }
}
