extension Tensor {
  /// Returns the same elements, in the same order, in another shape.
  ///
  /// - Parameter shape: The new sizes; one of them may be −1, which stands for what is left.
  /// - Returns: A view of the same elements.
  public func reshaped(to shape: [Int]) -> Tensor {
    var sizes = shape
    if let wild = sizes.firstIndex(of: -1) {
      let rest = sizes.reduce(1) { $1 == -1 ? $0 : $0 * $1 }
      sizes[wild] = rest == 0 ? 0 : count / rest
    }
    precondition(
      !sizes.contains { $0 < 0 } && Shape(sizes).count == count,
      "reshaped: the \(count) elements of shape \(self.shape) do not fill the shape \(shape)")
    return viewed(Shape(sizes))
  }

  /// Returns all elements along one axis.
  public func flattened() -> Tensor { reshaped(to: [-1]) }

  /// Returns a tensor in which all axes from the given one on have become one.
  ///
  /// - Parameter axis: The first of them; a negative one counts from the back.
  /// - Returns: A view of the same elements; `[N, C, H, W]` flattened from 1 is `[N, C · H · W]`.
  public func flattened(from axis: Int) -> Tensor {
    let axis = layout.axis(axis, for: "flattened")
    return reshaped(to: Array(shape[..<axis]) + [layout.count(of: axis..<rank)])
  }

  /// Returns the same elements with an axis of size 1 put in.
  ///
  /// - Parameter axis: Where it stands in the result; −1 puts it last.
  /// - Returns: A view of the same elements.
  public func insertingAxis(at axis: Int) -> Tensor {
    let place = axis < 0 ? axis + rank + 1 : axis
    precondition(
      (0...rank).contains(place), "insertingAxis: there is no place \(axis) in the shape \(shape)")
    var sizes = shape
    sizes.insert(1, at: place)
    return viewed(Shape(sizes))
  }

  /// Returns the same elements without an axis of size 1.
  public func removingAxis(at axis: Int) -> Tensor {
    let place = layout.axis(axis, for: "removingAxis")
    precondition(
      layout[place] == 1,
      "removingAxis: axis \(axis) of the shape \(shape) has size \(layout[place]), not 1")
    return viewed(layout.removing([place]))
  }

  /// Returns a tensor with two axes swapped, by default the last two.
  public func transposed(_ a: Int = -2, _ b: Int = -1) -> Tensor {
    var order = Array(layout.axes)
    order.swapAt(layout.axis(a, for: "transposed"), layout.axis(b, for: "transposed"))
    return permuted(to: order)
  }

  /// Returns a tensor with its axes in another order.
  ///
  /// - Parameter order: For each axis of the result, which axis of this tensor it is:
  ///   `[0, 2, 3, 1]` puts the channels of `[N, C, H, W]` last.
  /// - Returns: A copy in row-major order.
  public func permuted(to order: [Int]) -> Tensor {
    let order = order.map { layout.axis($0, for: "permuted") }
    precondition(
      order.sorted() == Array(layout.axes),
      "permuted: \(order) does not name each axis of the shape \(shape) once")
    let strides = layout.strides
    var inverse = order
    for (place, axis) in order.enumerated() { inverse[axis] = place }
    return copied(Shape(order.map { layout[$0] }), strides: order.map { strides[$0] })
      .recorded("permuted", from: self) { [inverse] upstream, _ in upstream.permuted(to: inverse) }
  }

  /// Returns a tensor repeated along new axes and along those of size 1, as broadcasting does.
  ///
  /// - Parameter shape: The shape to reach; axes are aligned at the back.
  /// - Returns: A copy.
  public func broadcast(to shape: [Int]) -> Tensor {
    let shape = Shape(shape)
    precondition(
      Shape.broadcast(layout, shape, for: "broadcast") == shape,
      "broadcast: the shape \(self.shape) does not stretch to \(shape.array)")
    return stretched(to: shape)
  }

  /// Returns a tensor with each element along an axis repeated.
  ///
  /// - Parameters:
  ///   - times: How often each stands in the result: `[1, 2]` twice is `[1, 1, 2, 2]`.
  ///   - axis: The axis; a negative one counts from the back.
  /// - Returns: A copy.
  public func repeated(_ times: Int, along axis: Int) -> Tensor {
    precondition(times >= 0, "repeated: nothing can be repeated \(times) times")
    let axis = layout.axis(axis, for: "repeated")
    let order = (0..<layout[axis] * times).map { $0 / times }
    return selecting(order, along: axis)
  }

  /// Returns a tensor with the elements along some axes in the opposite order.
  public func reversed(along axes: Int...) -> Tensor {
    axes.reduce(self) { value, axis in
      let axis = layout.axis(axis, for: "reversed")
      return value.selecting((0..<layout[axis]).reversed(), along: axis)
    }
  }

  /// The same elements in a shape of the same count, with the way back.
  func viewed(_ shape: Shape, as name: StaticString = "reshaped") -> Tensor {
    if shape == layout { return self }
    return Tensor(storage.view(shape)).recorded(name, from: self) { upstream, x in
      upstream.viewed(x.layout)
    }
  }

  /// Repeats a tensor along new axes and along those of size 1; the caller has checked the fit.
  func stretched(to shape: Shape) -> Tensor {
    if layout == shape { return self }
    let own = layout.strides
    let added = Int(shape.rank - layout.rank)
    let strides = shape.axes.map { axis in
      axis < added || layout[axis - added] == 1 ? 0 : own[axis - added]
    }
    return copied(shape, strides: strides).recorded("broadcast", from: self) { upstream, x in
      upstream.summed(to: x.layout)
    }
  }
}
