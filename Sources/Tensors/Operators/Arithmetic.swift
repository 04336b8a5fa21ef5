extension Tensor {
  /// Returns the elementwise sum; shapes are broadcast.
  ///
  ///     y = a + b          ∂L/∂a = ∂L/∂y          ∂L/∂b = ∂L/∂y
  ///
  /// Where a shape was broadcast, its gradient is summed back to that shape.
  public static func + (a: consuming Tensor, b: consuming Tensor) -> Tensor {
    if !a.isTracked, !b.isTracked {
      if a.replaceElements(with: b, isLeft: true, added) { return a }
      if b.replaceElements(with: a, isLeft: false, added) { return b }
    }
    return combined("+", a, b, added).recorded(
      "+", from: a, b,
      pullbackA: { upstream, a, _ in upstream.summed(to: a.layout) },
      pullbackB: { upstream, _, b in upstream.summed(to: b.layout) })
  }

  /// Returns the elementwise difference; shapes are broadcast.
  ///
  ///     y = a − b          ∂L/∂a = ∂L/∂y          ∂L/∂b = −∂L/∂y
  public static func - (a: consuming Tensor, b: consuming Tensor) -> Tensor {
    if !a.isTracked, !b.isTracked {
      if a.replaceElements(with: b, isLeft: true, subtracted) { return a }
      if b.replaceElements(with: a, isLeft: false, subtracted) { return b }
    }
    return combined("-", a, b, subtracted).recorded(
      "-", from: a, b,
      pullbackA: { upstream, a, _ in upstream.summed(to: a.layout) },
      pullbackB: { upstream, _, b in (-upstream).summed(to: b.layout) })
  }

  /// Returns the elementwise product; shapes are broadcast.
  ///
  ///     y = a · b          ∂L/∂a = ∂L/∂y · b          ∂L/∂b = ∂L/∂y · a
  public static func * (a: consuming Tensor, b: consuming Tensor) -> Tensor {
    if !a.isTracked, !b.isTracked {
      if a.replaceElements(with: b, isLeft: true, multiplied) { return a }
      if b.replaceElements(with: a, isLeft: false, multiplied) { return b }
    }
    return combined("*", a, b, multiplied).recorded(
      "*", from: a, b,
      pullbackA: { upstream, a, b in combined("*", upstream, b, multiplied).summed(to: a.layout) },
      pullbackB: { upstream, a, b in combined("*", upstream, a, multiplied).summed(to: b.layout) })
  }

  /// Returns the elementwise quotient; shapes are broadcast.
  ///
  ///     y = a / b          ∂L/∂a = ∂L/∂y / b          ∂L/∂b = −∂L/∂y · a / b²
  public static func / (a: consuming Tensor, b: consuming Tensor) -> Tensor {
    if !a.isTracked, !b.isTracked {
      if a.replaceElements(with: b, isLeft: true, divided) { return a }
      if b.replaceElements(with: a, isLeft: false, divided) { return b }
    }
    return combined("/", a, b, divided).recorded(
      "/", from: a, b,
      pullbackA: { upstream, a, b in combined("/", upstream, b, divided).summed(to: a.layout) },
      pullbackB: { upstream, a, b in (-upstream * a / (b * b)).summed(to: b.layout) })
  }

  /// Returns the tensor with the opposite sign.
  ///
  ///     y = −x          ∂L/∂x = −∂L/∂y
  public static prefix func - (x: consuming Tensor) -> Tensor {
    elementwise("-", x, { $0.each { -$0 } }) { upstream, _ in -upstream }
  }

  /// Adds elementwise, like `a = a + b`.
  public static func += (a: inout Tensor, b: Tensor) { a = a + b }

  /// Subtracts elementwise, like `a = a - b`.
  public static func -= (a: inout Tensor, b: Tensor) { a = a - b }

  /// Multiplies elementwise, like `a = a * b`.
  public static func *= (a: inout Tensor, b: Tensor) { a = a * b }

  /// Divides elementwise, like `a = a / b`.
  public static func /= (a: inout Tensor, b: Tensor) { a = a / b }

  /// Sums the axes along which a shape was broadcast: the pullback of broadcasting.
  @inline(__always)
  consuming func summed(to shape: Shape) -> Tensor {
    layout == shape ? self : summedBroadcast(to: shape)
  }

  private func summedBroadcast(to shape: Shape) -> Tensor {
    let added = Int(layout.rank - shape.rank)
    var axes = Array(0..<added)
    for axis in shape.axes where shape[axis] == 1 && layout[axis + added] != 1 {
      axes.append(axis + added)
    }
    return sum(along: axes, keepingAxes: true).viewed(shape)
  }
}

/// Returns a function of each element, with the way back for gradients.
func elementwise(
  _ name: StaticString, _ x: consuming Tensor, _ body: (UnaryLoop) -> Void,
  pullback: @escaping @Sendable (_ upstream: Tensor, _ x: Tensor) -> Tensor
) -> Tensor {
  if x.replaceElements(body) { return x }
  return mapped(x, body).recorded(name, from: x, pullback: pullback)
}

private func added(_ loop: BinaryLoop) { loop.each { $0 + $1 } }

private func subtracted(_ loop: BinaryLoop) { loop.each { $0 - $1 } }

private func multiplied(_ loop: BinaryLoop) { loop.each { $0 * $1 } }

private func divided(_ loop: BinaryLoop) { loop.each { $0 / $1 } }
