extension Tensor {
  /// Returns the largest element, of shape `[]`; the first of equals takes the gradient.
  public func max() -> Tensor { reshaped(to: [-1]).max(along: 0) }

  /// Returns the largest element along an axis.
  ///
  ///     y = maxᵢ xᵢ          ∂L/∂xᵢ = ∂L/∂y at the first maximum, else 0
  ///
  /// - Parameters:
  ///   - axis: The axis; a negative one counts from the back.
  ///   - keepingAxes: Whether it stays, with size 1.
  /// - Returns: The maxima; NaN where there is one.
  public func max(along axis: Int, keepingAxes: Bool = false) -> Tensor {
    extreme("max", along: axis, keepingAxes: keepingAxes, largest: true)
  }

  /// Returns the smallest element, of shape `[]`; the first of equals takes the gradient.
  public func min() -> Tensor { reshaped(to: [-1]).min(along: 0) }

  /// Returns the smallest element along an axis; the first of equals takes the gradient.
  ///
  /// - Parameters:
  ///   - axis: The axis; a negative one counts from the back.
  ///   - keepingAxes: Whether it stays, with size 1.
  /// - Returns: The minima; NaN where there is one.
  public func min(along axis: Int, keepingAxes: Bool = false) -> Tensor {
    extreme("min", along: axis, keepingAxes: keepingAxes, largest: false)
  }

  /// Returns where the largest element is, counted in row-major order; the first of equals.
  public func argmax() -> Int { reshaped(to: [-1]).argmax(along: 0)[0] }

  /// Returns where the largest element along an axis is; the first of equals.
  ///
  /// - Parameter axis: The axis; a negative one counts from the back.
  /// - Returns: A place for each line along the axis, in row-major order: for logits of shape
  ///   `[N, classes]` and axis 1, the N predicted classes.
  public func argmax(along axis: Int) -> [Int] {
    positions("argmax", along: axis, largest: true)
  }

  /// Returns where the smallest element is, counted in row-major order; the first of equals.
  public func argmin() -> Int { reshaped(to: [-1]).argmin(along: 0)[0] }

  /// Returns where the smallest element along an axis is; the first of equals.
  public func argmin(along axis: Int) -> [Int] {
    positions("argmin", along: axis, largest: false)
  }

  /// Returns the order in which the elements along an axis are sorted; equals keep their order.
  ///
  /// - Parameters:
  ///   - axis: The axis; a negative one counts from the back.
  ///   - descending: Whether the largest comes first.
  /// - Returns: For each line along the axis, in row-major order, the places of its elements; NaN
  ///   comes last.
  public func sortOrder(along axis: Int = -1, descending: Bool = false) -> [[Int]] {
    let axis = layout.axis(axis, for: "sortOrder")
    let view = AxisView(layout, along: axis..<axis + 1)
    let places = placesInOrder(self, view, first: view.count, descending: descending)
    return lists(places, view, length: view.count)
  }

  /// Returns the elements along an axis in order.
  ///
  ///     y = x[order]          ∂L/∂x[order] = ∂L/∂y
  ///
  /// - Parameters:
  ///   - axis: The axis; a negative one counts from the back.
  ///   - descending: Whether the largest comes first.
  /// - Returns: The sorted tensor, in the same shape.
  public func sorted(along axis: Int = -1, descending: Bool = false) -> Tensor {
    let axis = layout.axis(axis, for: "sorted")
    let view = AxisView(layout, along: axis..<axis + 1)
    let places = placesInOrder(self, view, first: view.count, descending: descending)
    return taking(places, view, length: view.count, along: axis, for: "sorted")
  }

  /// Returns the k largest elements along an axis, the largest first, and where they are.
  ///
  /// - Parameters:
  ///   - k: How many, at most the size of the axis.
  ///   - axis: The axis; a negative one counts from the back.
  /// - Returns: The values, with k in place of the axis's size, through which gradients flow; and
  ///   for each line along the axis, in row-major order, their k places. Of equals the first.
  public func topK(_ k: Int, along axis: Int = -1) -> (values: Tensor, indices: [[Int]]) {
    let axis = layout.axis(axis, for: "topK")
    precondition(
      k >= 0 && k <= layout[axis], "topK: there are \(layout[axis]) elements to choose \(k) from")
    let view = AxisView(layout, along: axis..<axis + 1)
    let places = placesInOrder(self, view, first: k, descending: true)
    let values = taking(places, view, length: k, along: axis, for: "topK")
    return (values, lists(places, view, length: k))
  }

  /// Returns the value below which a fraction of all elements lie, of shape `[]`.
  public func quantile(_ fraction: Double) -> Tensor {
    reshaped(to: [-1]).quantile(fraction, along: 0)
  }

  /// Returns the value below which a fraction of the elements along an axis lie.
  ///
  ///     position = fraction · (n − 1), between neighbours by linear interpolation
  ///
  /// - Parameters:
  ///   - fraction: Between 0 (the minimum) and 1 (the maximum); 0.5 is the median.
  ///   - axis: The axis; a negative one counts from the back.
  /// - Returns: The quantiles; NaN where there is one among the elements.
  public func quantile(_ fraction: Double, along axis: Int) -> Tensor {
    precondition(fraction >= 0 && fraction <= 1, "quantile: \(fraction) is not between 0 and 1")
    let axis = nonEmptyAxis(axis, for: "quantile")
    let position = fraction * Double(layout[axis] - 1)
    let below = Int(position)
    // The same one if the position is whole: its neighbour may be infinite, and 0 · ∞ is NaN.
    let above = Int(position.rounded(.up))
    let weight = Tensor(position - Double(below))
    let sorted = sorted(along: axis)
    let low = sorted.sliced(below..<below + 1, along: axis)
    let high = sorted.sliced(above..<above + 1, along: axis)
    // NaN is sorted to the end, and makes the whole line's quantile NaN.
    let last = sorted.sliced(layout[axis] - 1..<layout[axis], along: axis).detached()
    let spoiled = last.replacing(with: 0, where: last .== last)
    let value = low + weight * (high - low) + spoiled
    return value.viewed(layout.removing([axis]), as: "quantile")
  }

  private func positions(_ name: StaticString, along axis: Int, largest: Bool) -> [Int] {
    let axis = nonEmptyAxis(axis, for: name)
    let view = AxisView(layout, along: axis..<axis + 1)
    return positionsOfExtremes(self, view, largest: largest).map { Int($0) }
  }

  private func extreme(
    _ name: StaticString, along axis: Int, keepingAxes: Bool, largest: Bool
  ) -> Tensor {
    let axis = nonEmptyAxis(axis, for: name)
    let view = AxisView(layout, along: axis..<axis + 1)
    let places = positionsOfExtremes(self, view, largest: largest)
    let value = taking(places, view, length: 1, along: axis, for: name)
    return keepingAxes ? value : value.viewed(layout.removing([axis]), as: name)
  }

  private func nonEmptyAxis(_ axis: Int, for name: StaticString) -> Int {
    let found = layout.axis(axis, for: name)
    precondition(
      layout[found] > 0, "\(name): axis \(axis) of the shape \(shape) has no elements")
    return found
  }

  /// Returns the elements at places that kernels found, `length` for each line.
  private func taking(
    _ places: [Int32], _ view: AxisView, length: Int, along axis: Int, for name: StaticString
  ) -> Tensor {
    var shape = layout
    shape[axis] = length
    var places = places
    if view.inner > 1, length > 1 {
      // From line by line to the order of the result: outer, place in the list, inner.
      places = (0..<view.outer).flatMap { outer in
        (0..<length).flatMap { place in
          (0..<view.inner).map { places[(outer * view.inner + $0) * length + place] }
        }
      }
    }
    return gatherElements(detached(), view, places, to: shape)
      .recorded(name, from: self) { [places] upstream, x in
        scatterElements(upstream, view, places, to: x.layout)
      }
  }

  /// Places as a list for each line.
  private func lists(_ places: [Int32], _ view: AxisView, length: Int) -> [[Int]] {
    (0..<view.outer * view.inner).map { line in
      places[line * length..<(line + 1) * length].map { Int($0) }
    }
  }
}
