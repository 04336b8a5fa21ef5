extension Tensor {
  /// Returns each row shifted and scaled to mean 0 and variance 1, then by learned numbers.
  ///
  ///     x̂ = (x − mean) / √(variance + ε)          y = weight · x̂ + bias
  ///     ∂L/∂x = (g − mean(g) − x̂ · mean(g · x̂)) / √(variance + ε),  g = ∂L/∂y · weight
  ///
  /// Mean and variance (over n, not n − 1) are those of the last axis. Ba, Kiros, Hinton 2016:
  /// arxiv.org/abs/1607.06450
  ///
  /// - Parameters:
  ///   - weight: One factor for each element of the last axis.
  ///   - bias: One summand for each element of the last axis.
  ///   - epsilon: What keeps the division from exploding on constant rows.
  /// - Returns: A tensor of the same shape.
  public func layerNorm(weight: Tensor, bias: Tensor, epsilon: Float = 1e-5) -> Tensor {
    precondition(
      rank > 0 && weight.shape == [layout[rank - 1]] && bias.shape == weight.shape,
      """
      layerNorm: weight \(weight.shape) and bias \(bias.shape) need one number for each element \
      of the last axis of \(shape)
      """)
    return standardized(epsilon: epsilon) * weight + bias
  }

  /// Each row of the last axis with mean 0 and variance 1.
  private func standardized(epsilon: Float) -> Tensor {
    let (value, scale) = standardizedRows(self, epsilon: epsilon)
    return value.recorded("layerNorm", from: self) { upstream, _ in
      let shift = upstream.mean(along: -1, keepingAxes: true)
      let tilt = (upstream * value).mean(along: -1, keepingAxes: true)
      return (upstream - shift - value * tilt) * scale
    }
  }
}
