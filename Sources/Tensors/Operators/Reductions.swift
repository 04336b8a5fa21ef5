extension Tensor {
  /// Returns the sum of all elements, of shape `[]`.
  ///
  ///     y = Σ xᵢ          ∂L/∂xᵢ = ∂L/∂y
  public func sum() -> Tensor { sum(along: Array(layout.axes), keepingAxes: false) }

  /// Returns the sum along some axes; a negative axis counts from the back.
  ///
  /// - Parameters:
  ///   - axes: The axes that are summed away.
  ///   - keepingAxes: Whether they stay, with size 1, so that the result broadcasts against x.
  /// - Returns: The sums.
  public func sum(along axes: Int..., keepingAxes: Bool = false) -> Tensor {
    sum(along: axes, keepingAxes: keepingAxes)
  }

  /// Returns the sum along a list of axes; a negative axis counts from the back.
  public func sum(along axes: [Int], keepingAxes: Bool = false) -> Tensor {
    let chosen = layout.axes(axes, for: "sum")
    var value = detached()
    // Neighbouring axes are summed in one go, the last ones first.
    var end = chosen.endIndex
    while end > 0 {
      var start = end - 1
      while start > 0, chosen[start - 1] == chosen[start] - 1 { start -= 1 }
      let range = chosen[start]..<chosen[end - 1] + 1
      var shape = value.layout
      for axis in range { shape[axis] = 1 }
      value = Tensors.summed(value, along: range, to: shape)
      end = start
    }
    let kept = value.layout
    let result = keepingAxes ? value : value.viewed(kept.removing(chosen))
    return result.recorded("sum", from: self) { upstream, x in
      upstream.viewed(kept).stretched(to: x.layout)
    }
  }

  /// Returns the mean of all elements, of shape `[]`.
  ///
  ///     y = Σ xᵢ / n          ∂L/∂xᵢ = ∂L/∂y / n
  public func mean() -> Tensor { mean(along: Array(layout.axes)) }

  /// Returns the mean along some axes; a negative axis counts from the back.
  ///
  /// - Parameters:
  ///   - axes: The axes that are averaged away.
  ///   - keepingAxes: Whether they stay, with size 1.
  /// - Returns: The means; NaN where there is nothing to average.
  public func mean(along axes: Int..., keepingAxes: Bool = false) -> Tensor {
    mean(along: axes, keepingAxes: keepingAxes)
  }

  /// Returns the mean along a list of axes; a negative axis counts from the back.
  public func mean(along axes: [Int], keepingAxes: Bool = false) -> Tensor {
    let count = layout.axes(axes, for: "mean").reduce(1) { $0 * layout[$1] }
    return sum(along: axes, keepingAxes: keepingAxes) / Tensor(Float(count))
  }

  /// Returns the variance of all elements, of shape `[]`.
  ///
  ///     y = Σ (xᵢ − mean)² / (n − correction)
  ///
  /// - Parameter correction: 0 for the mean square of the deviations, 1 for the unbiased estimate.
  /// - Returns: The variance.
  public func variance(correction: Int = 0) -> Tensor {
    variance(along: Array(layout.axes), correction: correction)
  }

  /// Returns the variance along some axes; a negative axis counts from the back.
  ///
  /// - Parameters:
  ///   - axes: The axes that are reduced.
  ///   - correction: 0 for the mean square of the deviations, 1 for the unbiased estimate.
  ///   - keepingAxes: Whether they stay, with size 1.
  /// - Returns: The variances.
  public func variance(along axes: Int..., correction: Int = 0, keepingAxes: Bool = false)
    -> Tensor
  {
    variance(along: axes, correction: correction, keepingAxes: keepingAxes)
  }

  /// Returns the variance along a list of axes; a negative axis counts from the back.
  public func variance(along axes: [Int], correction: Int = 0, keepingAxes: Bool = false)
    -> Tensor
  {
    let count = layout.axes(axes, for: "variance").reduce(1) { $0 * layout[$1] }
    let deviation = self - mean(along: axes, keepingAxes: true)
    return deviation.squared().sum(along: axes, keepingAxes: keepingAxes)
      / Tensor(Float(Swift.max(0, count - correction)))
  }

  /// Returns running sums along an axis: element i is the sum of elements 0 to i.
  ///
  ///     yᵢ = Σ_{j ≤ i} xⱼ          ∂L/∂xⱼ = Σ_{i ≥ j} ∂L/∂yᵢ
  public func cumulativeSum(along axis: Int = -1) -> Tensor {
    let axis = layout.axis(axis, for: "cumulativeSum")
    return Tensors.cumulativeSum(detached(), along: axis, fromBack: false)
      .recorded("cumulativeSum", from: self) { upstream, _ in
        Tensors.cumulativeSum(upstream, along: axis, fromBack: true)
      }
  }
}

extension Shape {
  /// The shape without some axes, which are in ascending order.
  func removing(_ removed: [Int]) -> Shape {
    var result = Shape()
    for axis in axes where !removed.contains(axis) { result.append(self[axis]) }
    return result
  }
}
