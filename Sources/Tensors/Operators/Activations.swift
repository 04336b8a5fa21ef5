extension Tensor {
  /// Returns each element if it is positive, else zero.
  ///
  ///     y = max(x, 0)          ∂L/∂x = ∂L/∂y where x > 0, else 0
  ///
  /// The slope at the kink is 0, as in PyTorch. NaN stays NaN.
  public consuming func relu() -> Tensor {
    elementwise("relu", self, { $0.each { $0 < 0 ? 0 : $0 } }) { upstream, x in
      paired(upstream, x) { $0.each { $1 <= 0 ? 0 : $0 } }
    }
  }

  /// Returns each element, cut off at 0 and at 6.
  ///
  ///     y = min(max(x, 0), 6)          ∂L/∂x = ∂L/∂y where 0 < x < 6, else 0
  public consuming func relu6() -> Tensor {
    elementwise("relu6", self, { $0.each { $0 < 0 ? 0 : ($0 > 6 ? 6 : $0) } }) { upstream, x in
      paired(upstream, x) { $0.each { $1 <= 0 || $1 >= 6 ? 0 : $0 } }
    }
  }

  /// Returns each element if it is positive, else a small multiple of it.
  ///
  ///     y = x where x > 0, else slope · x          ∂L/∂x = ∂L/∂y · (1 where x > 0, else slope)
  public consuming func leakyRelu(slope: Float = 0.01) -> Tensor {
    elementwise("leakyRelu", self, { $0.each { $0 > 0 ? $0 : slope * $0 } }) { upstream, x in
      paired(upstream, x) { $0.each { $1 > 0 ? $0 : slope * $0 } }
    }
  }

  /// Returns x · Φ(x), with the exact normal distribution function and not its tanh approximation.
  ///
  ///     y = x Φ(x),  Φ(x) = ½ (1 + erf(x / √2))
  ///     ∂L/∂x = ∂L/∂y · (Φ(x) + x φ(x)),  φ(x) = e^(−x²/2) / √(2π)
  ///
  /// Hendrycks, Gimpel 2016: arxiv.org/abs/1606.08415
  public consuming func gelu() -> Tensor {
    elementwise("gelu", self, { $0.each { $0 * normalDistribution($0) } }) { upstream, x in
      paired(upstream, x) {
        $0.each { upstream, x in
          let density = 0.398_942_28 * exponential(-0.5 * x * x)
          return upstream * normalDistribution(x).addingProduct(x, density)
        }
      }
    }
  }
}

@inline(__always)
private func normalDistribution(_ x: Float) -> Float {
  0.5 * (1 + errorFunction(x * 0.707_106_78))
}
