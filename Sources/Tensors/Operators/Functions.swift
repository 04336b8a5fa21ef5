#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension Tensor {
  /// Returns eˣ for each element x.
  ///
  ///     y = eˣ          ∂L/∂x = ∂L/∂y · eˣ
  public consuming func exp() -> Tensor {
    if replaceElements({ $0.each(exponential) }) { return self }
    let value = mapped(self, { $0.each(exponential) })
    return value.recorded("exp", from: self) { upstream, _ in upstream * value }
  }

  /// Returns the natural logarithm of each element: −∞ at 0, NaN below.
  ///
  ///     y = ln x          ∂L/∂x = ∂L/∂y / x
  public consuming func log() -> Tensor {
    elementwise("log", self, { $0.each(logarithm) }) { upstream, x in upstream / x }
  }

  /// Returns the square root of each element: NaN below 0, with an infinite slope at 0.
  ///
  ///     y = √x          ∂L/∂x = ∂L/∂y / 2√x
  public consuming func sqrt() -> Tensor {
    elementwise("sqrt", self, { $0.each { $0.squareRoot() } }) { upstream, x in
      upstream / (2 * x.sqrt())
    }
  }

  /// Returns the square of each element.
  ///
  ///     y = x²          ∂L/∂x = 2x · ∂L/∂y
  public consuming func squared() -> Tensor {
    elementwise("squared", self, { $0.each { $0 * $0 } }) { upstream, x in 2 * x * upstream }
  }

  /// Returns each element raised to the corresponding power; shapes are broadcast.
  ///
  ///     y = aᵇ          ∂L/∂a = ∂L/∂y · b aᵇ⁻¹          ∂L/∂b = ∂L/∂y · aᵇ ln a
  ///
  /// A negative base has a real power only for whole exponents; elsewhere the result is NaN. Where
  /// b is 0 the gradient for a is 0, and where a is 0 the gradient for b is 0 if b ≥ 0.
  public func power(_ exponent: Tensor) -> Tensor {
    if exponent.count == 1, !exponent.isTracked, exponent.rank <= rank, exponent.scalar == 2 {
      return squared()
    }
    return combined("power", self, exponent, { $0.each(powf) }).recorded(
      "power", from: self, exponent,
      pullbackA: { upstream, a, b in
        let slope = combined("power", a, b) { $0.each { $1 == 0 ? 0 : $1 * powf($0, $1 - 1) } }
        return (upstream * slope).summed(to: a.layout)
      },
      pullbackB: { upstream, a, b in
        let slope = combined("power", a, b) {
          $0.each { a, b in
            a == 0 && b >= 0 ? 0 : powf(a, b) * logarithm(a)
          }
        }
        return (upstream * slope).summed(to: b.layout)
      })
  }

  /// Returns the size of each element without its sign.
  ///
  ///     y = |x|          ∂L/∂x = ∂L/∂y · sign x, which is 0 at 0
  public consuming func abs() -> Tensor {
    elementwise("abs", self, { $0.each { $0.magnitude } }) { upstream, x in upstream * x.sign() }
  }

  /// Returns −1, 0 or 1 by the sign of each element; NaN stays NaN.
  ///
  /// The result is a constant: its derivative is zero wherever it has one.
  public func sign() -> Tensor {
    mapped(self) { $0.each { $0 > 0 ? 1 : ($0 < 0 ? -1 : $0 * 0) } }
  }

  /// Returns each element, or the nearer bound where it lies outside of them.
  ///
  ///     y = min(max(x, low), high)          ∂L/∂x = ∂L/∂y where low ≤ x ≤ high, else 0
  public consuming func clamped(to bounds: ClosedRange<Float>) -> Tensor {
    let (low, high) = (bounds.lowerBound, bounds.upperBound)
    return elementwise(
      "clamped", self, { $0.each { $0 < low ? low : ($0 > high ? high : $0) } }
    ) { upstream, x in
      paired(upstream, x) { $0.each { $1 >= low && $1 <= high ? $0 : 0 } }
    }
  }

  /// Returns the hyperbolic tangent of each element.
  ///
  ///     y = tanh x          ∂L/∂x = ∂L/∂y · (1 − y²)
  public consuming func tanh() -> Tensor {
    if replaceElements({ $0.each(hyperbolicTangent) }) { return self }
    let value = mapped(self, { $0.each(hyperbolicTangent) })
    return value.recorded("tanh", from: self) { upstream, _ in
      paired(upstream, value) { $0.each { $0 * (1 - $1 * $1) } }
    }
  }

  /// Returns the logistic function of each element, a number between 0 and 1.
  ///
  ///     y = 1 / (1 + e⁻ˣ)          ∂L/∂x = ∂L/∂y · y (1 − y)
  public consuming func sigmoid() -> Tensor {
    if replaceElements({ $0.each(logistic) }) { return self }
    let value = mapped(self, { $0.each(logistic) })
    return value.recorded("sigmoid", from: self) { upstream, _ in
      paired(upstream, value) { $0.each { $0 * $1 * (1 - $1) } }
    }
  }

  /// Returns a smooth version of relu.
  ///
  ///     y = ln(1 + eˣ)          ∂L/∂x = ∂L/∂y · sigmoid x
  public consuming func softplus() -> Tensor {
    elementwise(
      "softplus", self,
      // Written so that eˣ cannot overflow: ln(1 + eˣ) = max(x, 0) + ln(1 + e^−|x|).
      { $0.each { ($0 > 0 ? $0 : 0) + logarithmOfOnePlus(exponential(-$0.magnitude)) } }
    ) { upstream, x in
      paired(upstream, x) { $0.each { $0 * logistic($1) } }
    }
  }
}
