extension Tensor {
  /// Returns positive numbers that add up to 1 along an axis.
  ///
  ///     yᵢ = e^xᵢ / Σ e^xⱼ          ∂L/∂x = y · (∂L/∂y − Σ y · ∂L/∂y)
  public func softmax(along axis: Int = -1) -> Tensor {
    let axis = layout.axis(axis, for: "softmax")
    let value = normalizedExponentials(self, along: axis, takingLogarithm: false)
    return value.recorded("softmax", from: self) { upstream, _ in
      let weighted = upstream * value
      return weighted - value * weighted.sum(along: axis, keepingAxes: true)
    }
  }

  /// Returns the logarithm of softmax, exact also where softmax itself rounds to zero.
  ///
  ///     yᵢ = xᵢ − ln Σ e^xⱼ          ∂L/∂x = ∂L/∂y − softmax(x) · Σ ∂L/∂y
  public func logSoftmax(along axis: Int = -1) -> Tensor {
    let axis = layout.axis(axis, for: "logSoftmax")
    let value = normalizedExponentials(self, along: axis, takingLogarithm: true)
    return value.recorded("logSoftmax", from: self) { upstream, _ in
      upstream - value.exp() * upstream.sum(along: axis, keepingAxes: true)
    }
  }

  /// Returns ln Σ eˣ along an axis, without overflow.
  ///
  ///     y = ln Σ e^xⱼ          ∂L/∂x = ∂L/∂y · softmax(x)
  ///
  /// - Parameters:
  ///   - axis: The axis; a negative one counts from the back.
  ///   - keepingAxes: Whether it stays, with size 1.
  /// - Returns: The result; −∞ where all elements are −∞.
  public func logSumExp(along axis: Int = -1, keepingAxes: Bool = false) -> Tensor {
    let axis = layout.axis(axis, for: "logSumExp")
    let values = detached()
    let largest = values.max(along: axis, keepingAxes: true)
    // With all elements −∞ (or one +∞) the shift would be ∞ − ∞; the sum itself is right then.
    let isFinite = largest.abs() .< Tensor(Float.infinity)
    let shift = largest.replacing(with: 0, where: isFinite .== 0)
    let sum = (values - shift).exp().sum(along: axis, keepingAxes: true).log() + shift
    let result = keepingAxes ? sum : sum.viewed(sum.layout.removing([axis]))
    return result.recorded("logSumExp", from: self) { upstream, x in
      x.softmax(along: axis) * upstream.viewed(sum.layout)
    }
  }
}
